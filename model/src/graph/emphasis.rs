//! How strongly each actor and each relation is drawn.

use super::Standing;

/// How strongly something is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// Nothing is in focus.
    Normal,
    /// In focus, next to it, or on the way that is asked for.
    Highlighted,
    /// Something else is in focus.
    Muted,
    /// Left out by a filter.
    Hidden,
}

impl Emphasis {
    /// The CSS class that draws it.
    pub const fn class(self) -> &'static str {
        match self {
            Emphasis::Normal => "",
            Emphasis::Highlighted => "highlighted",
            Emphasis::Muted => "muted",
            Emphasis::Hidden => "hidden",
        }
    }
}

/// How everything in the map is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// Beside [`Facts::actors`](crate::facts::Facts::actors).
    pub actors: Vec<Emphasis>,
    /// Beside [`Facts::relations`](crate::facts::Facts::relations).
    pub relations: Vec<Emphasis>,
    /// How each relation stands on the day that was chosen.
    pub standings: Vec<Standing>,
}

impl Appearance {
    /// Whether an actor is shown. One that is not there is not.
    pub fn shows_actor(&self, idx: u16) -> bool {
        is_shown(&self.actors, idx)
    }

    /// Whether a relation is shown. One that is not there is not.
    pub fn shows_relation(&self, idx: u16) -> bool {
        is_shown(&self.relations, idx)
    }
}

fn is_shown(all: &[Emphasis], idx: u16) -> bool {
    all.get(usize::from(idx)).is_some_and(|it| *it != Emphasis::Hidden)
}
