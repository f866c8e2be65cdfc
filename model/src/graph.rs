//! Actors, the relations between them, and who neighbours whom.

/// A person or body with a part in the story.
#[derive(Debug)]
pub struct Actor {
    /// As in `data/actors.toml`.
    pub id: &'static str,
}

/// How actors and relations look in the map. Drawn on the host only, so it does not ship in the wasm.
#[derive(Debug)]
pub struct Map {
    /// Groups of actors, in reading order.
    pub groups: &'static [Group],
    /// Beside [`Facts::actors`](crate::facts::Facts::actors).
    pub nodes: &'static [Node],
    /// What a relation can claim.
    pub relation_kinds: &'static [RelationKind],
    /// Beside [`Facts::relations`](crate::facts::Facts::relations).
    pub edges: &'static [Edge],
    /// For a wide screen.
    pub wide: MapLayout,
    /// For a narrow screen.
    pub tall: MapLayout,
}

/// An actor as drawn.
#[derive(Debug)]
pub struct Node {
    /// The name, one or two lines.
    pub lines: &'static [&'static str],
    /// What it is.
    pub kind: ActorKind,
    /// Index into [`Map::groups`].
    pub group: u8,
}

impl Node {
    /// The name on one line.
    pub fn name(&self) -> String {
        self.lines.join(" ")
    }
}

/// A relation as drawn.
#[derive(Debug)]
pub struct Edge {
    /// As in `data/relations.toml`.
    pub id: &'static str,
    /// Index into [`Map::relation_kinds`].
    pub kind: u8,
    /// Part of the line along which the story runs.
    pub spine: bool,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// A person.
    Person,
    /// An organisation, company or office.
    Organisation,
    /// A state.
    State,
    /// A branch of the economy.
    Sector,
}

impl ActorKind {
    /// Every kind.
    pub const ALL: [ActorKind; 4] =
        [ActorKind::Person, ActorKind::Organisation, ActorKind::State, ActorKind::Sector];

    /// As written in `data/` and in CSS classes.
    pub const fn name(self) -> &'static str {
        match self {
            ActorKind::Person => "person",
            ActorKind::Organisation => "organisation",
            ActorKind::State => "state",
            ActorKind::Sector => "sector",
        }
    }

    /// Half the width of its mark in the map, in px: states are large.
    pub const fn radius(self) -> f32 {
        match self {
            ActorKind::State => 10.0,
            _ => 7.0,
        }
    }

    /// Persons and states are circles, bodies are squares.
    pub const fn is_round(self) -> bool {
        matches!(self, ActorKind::Person | ActorKind::State)
    }
}

/// A group of actors that belong together.
#[derive(Debug)]
pub struct Group {
    /// Its name.
    pub name: &'static str,
}

/// What a relation can claim.
#[derive(Debug)]
pub struct RelationKind {
    /// Between the two names, from the first to the second: "negotiates with".
    pub label: &'static str,
}

/// A directed, dated, sourced statement about two actors.
#[derive(Debug)]
pub struct Relation {
    /// Who; an index into [`Facts::actors`](crate::facts::Facts::actors).
    pub from: u16,
    /// Whom; an index into [`Facts::actors`](crate::facts::Facts::actors).
    pub to: u16,
}

impl Relation {
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

/// Positions of all nodes for one shape of screen, in px of its own frame.
#[derive(Debug)]
pub struct MapLayout {
    /// Width of the frame.
    pub width: u16,
    /// Height of the frame.
    pub height: u16,
    /// One spot for each node, in the order of [`Map::nodes`].
    pub spots: &'static [Spot],
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Centre of the mark.
    pub x: i16,
    /// Centre of the mark.
    pub y: i16,
    /// Where its name stands.
    pub side: Side,
}

/// Where a name stands, seen from its mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Centred under it.
    Below,
    /// Centred over it.
    Above,
    /// To its right.
    Right,
    /// To its left.
    Left,
}

/// How strongly something is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// Nothing is in focus.
    Normal,
    /// In focus, or next to it.
    Highlighted,
    /// Something else is in focus.
    Muted,
}

impl Emphasis {
    /// The CSS class that draws it.
    pub const fn class(self) -> &'static str {
        match self {
            Emphasis::Normal => "",
            Emphasis::Highlighted => "highlighted",
            Emphasis::Muted => "muted",
        }
    }
}

/// How an actor is drawn while `focus` is in focus: it and its neighbours stand out.
pub fn actor_emphasis(actor: u16, focus: Option<u16>, relations: &[Relation]) -> Emphasis {
    match focus {
        None => Emphasis::Normal,
        Some(focus) if focus == actor => Emphasis::Highlighted,
        Some(focus) => {
            let near = relations.iter().any(|it| it.other_end(focus) == Some(actor));
            if near { Emphasis::Highlighted } else { Emphasis::Muted }
        }
    }
}

/// How a relation is drawn while `focus` is in focus: those that end there stand out.
pub fn relation_emphasis(relation: &Relation, focus: Option<u16>) -> Emphasis {
    match focus {
        None => Emphasis::Normal,
        Some(focus) if relation.other_end(focus).is_some() => Emphasis::Highlighted,
        Some(_) => Emphasis::Muted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn relation(from: u16, to: u16) -> Relation {
        Relation { from, to }
    }

    #[test]
    fn emphasis_by_table() {
        let relations = [relation(0, 1), relation(2, 0), relation(2, 3)];
        use Emphasis::{Highlighted, Muted, Normal};
        for (focus, expected) in [
            (None, [Normal, Normal, Normal, Normal]),
            (Some(0), [Highlighted, Highlighted, Highlighted, Muted]),
            (Some(1), [Highlighted, Highlighted, Muted, Muted]),
            (Some(3), [Muted, Muted, Highlighted, Highlighted]),
        ] {
            for (actor, expected) in (0..).zip(expected) {
                assert_eq!(actor_emphasis(actor, focus, &relations), expected, "{focus:?} {actor}");
            }
        }
        assert_eq!(relation_emphasis(&relations[0], None), Normal);
        assert_eq!(relation_emphasis(&relations[0], Some(1)), Highlighted);
        assert_eq!(relation_emphasis(&relations[0], Some(2)), Muted);
    }

    #[test]
    fn the_other_end_is_seen_from_both() {
        assert_eq!(relation(4, 7).other_end(4), Some(7));
        assert_eq!(relation(4, 7).other_end(7), Some(4));
        assert_eq!(relation(4, 7).other_end(1), None);
    }
}
