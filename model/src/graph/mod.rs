//! Actors, the relations between them, and what follows: who neighbours whom ([`Adjacency`]), how two
//! are connected ([`chains`]), what held on a day ([`standing`]), what stands out in the map
//! ([`appearance`]) and where an arrow key leads ([`neighbour_towards`]).

mod appearance;
pub mod chains;
mod emphasis;
mod map;
mod neighbours;
mod selection;
mod standing;
mod walk;

pub use appearance::appearance;
pub use emphasis::{Appearance, Emphasis};
pub use map::{
    ActorKind, Edge, Group, Layouts, Map, MapLayout, NAME_GAP, NAME_LINE, NAME_SIZE, Node,
    RelationKind, Side, Spot,
};
pub use neighbours::{Adjacency, Link};
pub use selection::Selection;
pub use standing::{Standing, standing};
pub use walk::{Direction, neighbour_towards};

use crate::Date;

/// A person or body with a part in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// As in `data/actors.toml`.
    pub id: &'static str,
    /// Index into [`Map::groups`].
    pub group: u8,
    /// Whether the article that the story began with names it.
    pub in_seed: bool,
}

/// A directed, dated, sourced statement about two actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Who; an index into [`Facts::actors`](crate::facts::Facts::actors).
    pub from: u16,
    /// Whom; an index into [`Facts::actors`](crate::facts::Facts::actors).
    pub to: u16,
    /// What it claims; an index into [`Map::relation_kinds`].
    pub kind: u8,
    /// Since when it holds; `None` if that is not known.
    pub start: Option<Date>,
    /// The last date on which it holds; `None` if that is not known or it goes on.
    pub end: Option<Date>,
    /// Whether the article that the story began with says it.
    pub in_seed: bool,
}

impl Relation {
    /// A relation of the first kind, without dates, that the first article does not have.
    pub const fn between(from: u16, to: u16) -> Relation {
        Relation { from, to, kind: 0, start: None, end: None, in_seed: false }
    }

    /// The other end, seen from `actor`; `None` if it is at neither.
    pub fn other_end(&self, actor: u16) -> Option<u16> {
        if self.from == actor {
            Some(self.to)
        } else if self.to == actor {
            Some(self.from)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_end_is_seen_from_both() {
        assert_eq!(Relation::between(4, 7).other_end(4), Some(7));
        assert_eq!(Relation::between(4, 7).other_end(7), Some(4));
        assert_eq!(Relation::between(4, 7).other_end(1), None);
    }
}
