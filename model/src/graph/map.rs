//! How actors and relations look in the map, and where they stand in it.

use super::Relation;

/// Size of names in px, as in `style/map.css`.
pub const NAME_SIZE: f32 = 13.0;
/// Height of a line of a name, in px.
pub const NAME_LINE: i32 = 15;
/// Space between a mark and its name, in px.
pub const NAME_GAP: i32 = 4;

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
}

impl Map {
    /// The name of the group of that index.
    pub fn group_name(&self, group: u8) -> &'static str {
        self.groups.get(usize::from(group)).map_or("", |it| it.name)
    }

    /// Whether a relation reads the same from either end.
    pub fn is_mutual(&self, relation: &Relation) -> bool {
        self.relation_kinds.get(usize::from(relation.kind)).is_some_and(|it| it.is_mutual)
    }
}

/// An actor as drawn.
#[derive(Debug)]
pub struct Node {
    /// The name, one or two lines.
    pub lines: &'static [&'static str],
    /// What it is.
    pub kind: ActorKind,
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

impl Group {
    /// For so many there are colours, in `style/figure.css`.
    pub const MAX: usize = 6;
}

/// What a relation can claim.
#[derive(Debug)]
pub struct RelationKind {
    /// Between the two names, from the first to the second: "negotiates with".
    pub label: &'static str,
    /// Whether it reads the same from the second to the first.
    pub is_mutual: bool,
}

/// Where actors stand, for each shape of screen. Beside [`Map`] and not in it, so that the wasm can
/// have positions without names.
#[derive(Debug)]
pub struct Layouts {
    /// For a wide screen.
    pub wide: MapLayout,
    /// For a narrow screen.
    pub tall: MapLayout,
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

/// Where a name stands, seen from its mark, [`NAME_GAP`] away from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Centred under it.
    #[default]
    Below,
    /// Centred over it.
    Above,
    /// To its right.
    Right,
    /// To its left.
    Left,
}

impl Side {
    /// Every side.
    pub const ALL: [Side; 4] = [Side::Below, Side::Above, Side::Right, Side::Left];
}
