//! Records: the words and sources behind the facts. They stand in the prerendered HTML, not in the wasm.

use crate::facts::MeasureKind;
pub use crate::notes::{Change, ChangeKind, Conflict, Side, Statement, Term};
use crate::story::Story;
use crate::{Count, Date};

/// An index into [`Records::sources`].
pub type SourceIdx = u16;

/// Every record of one story.
#[derive(Debug)]
pub struct Records {
    /// The story's own prose.
    pub story: Story,
    /// Every number that can be opened, in the order releases, totals, held, other claims.
    pub claims: &'static [Claim],
    /// Beside [`Facts::releases`](crate::facts::Facts::releases).
    pub releases: &'static [ReleaseRecord],
    /// All totals that somebody reported, by date; each has a claim of the same id.
    pub totals: &'static [TotalRecord],
    /// All measures and talks, by date.
    pub measures: &'static [MeasureRecord],
    /// Beside [`Facts::actors`](crate::facts::Facts::actors).
    pub actors: &'static [ActorRecord],
    /// Beside [`Map::relation_kinds`](crate::graph::Map::relation_kinds).
    pub relation_kinds: &'static [RelationKindRecord],
    /// Beside [`Facts::relations`](crate::facts::Facts::relations).
    pub relations: &'static [RelationRecord],
    /// What people said, on the record.
    pub quotes: &'static [Quote],
    /// Terms explained.
    pub terms: &'static [Term],
    /// What sources disagree on.
    pub conflicts: &'static [Conflict],
    /// The statements of the article that the story began with, each checked.
    pub statements: &'static [Statement],
    /// Where everything comes from.
    pub sources: &'static [Source],
    /// What has changed, the oldest first; none if the story keeps no list of it.
    pub changes: &'static [Change],
    /// SHA-256 of the files that all of this was read from; how it is made stands in `build/src/hash.rs`.
    pub data_hash: &'static str,
}

impl Records {
    /// The number of that id; every release, total and count held has one.
    pub fn claim(&self, id: &str) -> Option<&'static Claim> {
        self.claims.iter().find(|it| it.id == id)
    }
}

/// A number and everything that an editor has to know to stand behind it.
#[derive(Debug)]
pub struct Claim {
    /// Unique over all claims.
    pub id: &'static str,
    /// The number with its bound.
    pub value: Count,
    /// What was counted.
    pub counted: &'static str,
    /// The day it is given for.
    pub date: Date,
    /// Who said it; empty if the sources themselves are the ones.
    pub said_by: &'static str,
    /// Anything else.
    pub note: &'static str,
    /// Which of our own sums it states; `None` if somebody reported it.
    pub sum: Option<Sum>,
    /// Its sources.
    pub sources: &'static [SourceIdx],
}

impl Claim {
    /// Whether it is our own arithmetic, not a report.
    pub fn is_derived(&self) -> bool {
        self.sum.is_some()
    }
}

/// A sum of all releases up to the day of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Of the second counting, and not of all who enter the sum.
    pub recognised: bool,
    /// With the releases of that day.
    pub with_that_day: bool,
}

/// The words behind a release.
#[derive(Debug)]
pub struct ReleaseRecord {
    /// Who was counted, by whom.
    pub counted: &'static str,
    /// Why the sum holds another number; empty if it holds all.
    pub itemised_because: &'static str,
    /// Where people were taken.
    pub taken_to: &'static [Taken],
    /// Names of people freed.
    pub named: &'static [&'static str],
    /// Who negotiated.
    pub negotiators: &'static [&'static str],
    /// What was given in return, as reported.
    pub in_return: &'static str,
    /// Foreigners among them, by who listed them.
    pub foreigners: &'static [Listed],
    /// Anything else.
    pub note: &'static str,
    /// Its sources.
    pub sources: &'static [SourceIdx],
}

/// People of a release taken to one place.
#[derive(Debug)]
pub struct Taken {
    /// Name of the place.
    pub place: &'static str,
    /// How many.
    pub people: Count,
    /// What the sources say about it.
    pub note: &'static str,
}

/// A list that somebody gave.
#[derive(Debug)]
pub struct Listed {
    /// Who.
    pub by: &'static str,
    /// What.
    pub list: &'static str,
}

/// The words behind a reported total.
#[derive(Debug)]
pub struct TotalRecord {
    /// As in `data/totals.toml`.
    pub id: &'static str,
    /// The span it covers, as printed.
    pub period: &'static str,
    /// Whether it holds the release of the same day, if that is known.
    pub includes_same_day: Option<bool>,
    /// Our itemised sum for the same span, if the two can be compared.
    pub itemised: Option<Count>,
}

/// The words behind a measure.
#[derive(Debug)]
pub struct MeasureRecord {
    /// As in `data/measures.toml`.
    pub id: &'static str,
    /// When.
    pub date: Date,
    /// The release beside which it is shown, as an index into
    /// [`Facts::releases`](crate::facts::Facts::releases).
    pub release: Option<u16>,
    /// What changed.
    pub what: &'static str,
    /// By whom.
    pub by: &'static str,
    /// What it does.
    pub kind: MeasureKind,
    /// Anything else.
    pub note: &'static str,
    /// Its sources.
    pub sources: &'static [SourceIdx],
}

/// The words behind an actor.
#[derive(Debug)]
pub struct ActorRecord {
    /// Who or what it is.
    pub role: &'static str,
    /// Other spellings of the name.
    pub spellings: &'static [Spelling],
    /// Its sources.
    pub sources: &'static [SourceIdx],
}

/// A way to write a name.
#[derive(Debug)]
pub struct Spelling {
    /// The name.
    pub text: &'static str,
    /// BCP 47 tag of its language; empty if it is that of the story, or not noted.
    pub language: &'static str,
}

/// The words behind a kind of relation.
#[derive(Debug)]
pub struct RelationKindRecord {
    /// Between the two names, from the second to the first: "has as envoy".
    pub inverse: &'static str,
    /// What it claims.
    pub meaning: &'static str,
}

/// The words behind a relation.
#[derive(Debug)]
pub struct RelationRecord {
    /// When, in words.
    pub when: &'static str,
    /// What is known.
    pub explanation: &'static str,
    /// Its sources.
    pub sources: &'static [SourceIdx],
}

/// What somebody said, on the record.
#[derive(Debug)]
pub struct Quote {
    /// As in `data/quotes.toml`.
    pub id: &'static str,
    /// Who.
    pub speaker: &'static str,
    /// The actor in whose dossier it stands.
    pub actor: Option<u16>,
    /// The words.
    pub text: &'static str,
    /// When.
    pub date: Date,
    /// Through whom it was reported, in what language.
    pub note: &'static str,
    /// Its sources.
    pub sources: &'static [SourceIdx],
}

/// Where something comes from.
#[derive(Debug)]
pub struct Source {
    /// As in `data/sources.toml`.
    pub id: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// The site that republished it; empty if it was read at the publisher's.
    pub via: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The title was seen, so it may stand in quotation marks; otherwise it was put together from the address.
    pub title_seen: bool,
    /// When it was published.
    pub date: Option<Date>,
    /// The date was inferred.
    pub date_inferred: bool,
    /// What else is known about the date.
    pub date_note: &'static str,
    /// What kind of source it is, in words; empty for a publisher's own page.
    pub kind: &'static str,
    /// Its address; `None` if the copy read stood where we do not link.
    pub url: Option<&'static str>,
    /// BCP 47 tag of its language; empty if not noted.
    pub language: &'static str,
    /// Anything else.
    pub note: &'static str,
}
