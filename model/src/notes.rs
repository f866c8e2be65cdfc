//! Notes: terms, what sources disagree on, the first article's statements, and what has changed. Records too.

use crate::Date;
use crate::records::SourceIdx;
use crate::story::Prose;

/// A term explained.
#[derive(Debug)]
pub struct Term {
    /// As in `data/glossary.toml`.
    pub id: &'static str,
    /// The term.
    pub term: &'static str,
    /// What it means.
    pub text: &'static str,
    /// Whom of the map it is about, as indices into [`Facts::actors`](crate::facts::Facts::actors).
    pub actors: &'static [u16],
    /// Its sources.
    pub sources: &'static [SourceIdx],
}

/// A point on which sources differ.
#[derive(Debug)]
pub struct Conflict {
    /// As in `data/conflicts.toml`.
    pub id: &'static str,
    /// What is in question.
    pub title: &'static str,
    /// Two or more.
    pub sides: &'static [Side],
    /// What would settle it, and which side is better supported, if one is.
    pub settle: Prose,
    /// Claims it is about, as indices into [`Records::claims`](crate::records::Records::claims).
    pub claims: &'static [u16],
    /// Its sources.
    pub sources: &'static [SourceIdx],
}

/// One side of a conflict.
#[derive(Debug)]
pub struct Side {
    /// Who.
    pub who: &'static str,
    /// What they say.
    pub says: Prose,
}

/// A statement of the article that the story began with.
#[derive(Debug)]
pub struct Statement {
    /// The statement.
    pub text: &'static str,
    /// How it holds: "confirmed", "confirmed with a caveat", …
    pub check: &'static str,
    /// Why.
    pub note: &'static str,
    /// What holds it here: ids of relations and quotations, `actor:<id>`, `glossary:<id>`.
    pub covered_by: &'static [&'static str],
}

/// What an edition of the page has that the one before had not.
#[derive(Debug)]
pub struct Change {
    /// The day on which the page changed.
    pub date: Date,
    /// The day to which its data then went.
    pub data_to: Date,
    /// What kind of change.
    pub kind: ChangeKind,
    /// What changed.
    pub what: Prose,
    /// Claims that it touches, as indices into [`Records::claims`](crate::records::Records::claims).
    pub claims: &'static [u16],
}

/// Why a page changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// What it said was wrong.
    Correction,
    /// There is more to say, or the same is said better.
    Update,
}

impl ChangeKind {
    /// Every kind.
    pub const ALL: [ChangeKind; 2] = [ChangeKind::Correction, ChangeKind::Update];

    /// Its name in `data/` and on the page.
    pub const fn name(self) -> &'static str {
        match self {
            ChangeKind::Correction => "correction",
            ChangeKind::Update => "update",
        }
    }
}
