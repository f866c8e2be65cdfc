//! Tables of words: measures, terms, conflicts, statements, sources.

use explainer_model::Date;
use explainer_model::facts::MeasureKind;

use super::max;
use crate::problem::{At, Place};
use crate::table::Table;

pub(crate) struct MeasureRow {
    pub(crate) id: At<String>,
    pub(crate) date: At<Date>,
    pub(crate) kind: MeasureKind,
    pub(crate) what: At<String>,
    pub(crate) by: String,
    pub(crate) release: Option<At<String>>,
    pub(crate) note: Option<At<String>>,
    pub(crate) sources: Vec<At<String>>,
}

pub(crate) fn measure(table: &Table<'_>) -> Option<MeasureRow> {
    let (id, date) = (table.id(), table.day("date"));
    let kind = table.one_of("kind", &MeasureKind::ALL.map(|it| (it, it.name())));
    let (what, by) = (table.text("what", 260), table.text("by", max::NAME));
    let release = table.maybe_text("release", max::NAME);
    let note = table.maybe_text("note", max::NOTE);
    let sources = table.sources();
    table.done();
    Some(MeasureRow {
        id: id?,
        date: date?,
        kind: kind?,
        what: what?,
        by: by?.value,
        release,
        note,
        sources: sources?,
    })
}

pub(crate) struct TermRow {
    pub(crate) id: At<String>,
    pub(crate) term: String,
    pub(crate) text: At<String>,
    pub(crate) actors: Vec<At<String>>,
    pub(crate) sources: Vec<At<String>>,
}

pub(crate) fn term(table: &Table<'_>) -> Option<TermRow> {
    let (id, term) = (table.id(), table.text("term", max::NAME));
    let (text, actors) = (table.text("text", 300), table.texts("actors", max::NAME));
    let sources = table.sources();
    table.done();
    Some(TermRow { id: id?, term: term?.value, text: text?, actors, sources: sources? })
}

pub(crate) struct ConflictRow {
    pub(crate) id: At<String>,
    pub(crate) title: String,
    pub(crate) sides: Vec<SideRow>,
    pub(crate) settle: At<String>,
    pub(crate) claims: Vec<At<String>>,
    pub(crate) sources: Vec<At<String>>,
}

pub(crate) struct SideRow {
    pub(crate) who: String,
    pub(crate) says: At<String>,
}

/// With one side, there is nothing to disagree on.
const LEAST_SIDES: usize = 2;

pub(crate) fn conflict(table: &Table<'_>) -> Option<ConflictRow> {
    let (id, title) = (table.id(), table.text("title", max::TITLE));
    let sides = table.some_tables("sides", LEAST_SIDES, "{ who = \"…\", says = \"…\" }");
    let sides = sides.iter().filter_map(side).collect();
    let settle = table.prose("settle", max::NOTE);
    let claims = table.texts("claims", max::NAME);
    let sources = table.sources();
    table.done();
    Some(ConflictRow {
        id: id?,
        title: title?.value,
        sides,
        settle: settle?,
        claims,
        sources: sources?,
    })
}

fn side(table: &Table<'_>) -> Option<SideRow> {
    let (who, says) = (table.text("who", max::LINE), table.prose("says", max::NOTE));
    table.done();
    Some(SideRow { who: who?.value, says: says? })
}

pub(crate) struct StatementRow {
    pub(crate) text: String,
    pub(crate) check: &'static str,
    pub(crate) note: Option<At<String>>,
    pub(crate) covered_by: Vec<At<String>>,
}

/// What a check of a statement may end in.
const VERDICTS: [&str; 4] = ["confirmed", "confirmed with a caveat", "wrong", "cannot be checked"];

pub(crate) fn statement(table: &Table<'_>) -> Option<StatementRow> {
    let text = table.text("text", max::SENTENCE);
    let check = table.one_of("check", &VERDICTS.map(|it| (it, it)));
    let note = table.maybe_text("note", max::NOTE);
    let covered_by = table.texts("covered_by", max::NAME);
    table.done();
    Some(StatementRow { text: text?.value, check: check?, note, covered_by })
}

pub(crate) struct SourceRow {
    pub(crate) id: At<String>,
    pub(crate) publisher: String,
    pub(crate) via: String,
    pub(crate) title: String,
    pub(crate) title_seen: bool,
    pub(crate) date: Option<At<Date>>,
    pub(crate) date_inferred: bool,
    pub(crate) date_note: String,
    pub(crate) kind: &'static str,
    pub(crate) language: Option<At<String>>,
    pub(crate) url: Option<At<String>>,
    pub(crate) withheld: bool,
    pub(crate) note: String,
    pub(crate) at: Place,
}

/// Kinds of source with the words that the page shows.
const SOURCE_KINDS: [(&str, &str); 7] = [
    ("primary source", "primary"),
    ("news agency", "agency"),
    ("", "publisher"),
    ("copy on another site", "repost"),
    ("state media", "state-media"),
    ("aggregator", "aggregator"),
    ("the article that the story began with", "seed"),
];

pub(crate) fn source(table: &Table<'_>) -> Option<SourceRow> {
    let (id, publisher) = (table.id(), table.text("publisher", max::LINE));
    let (via, title) = (table.optional_text("via", max::NAME), table.text("title", 200));
    let from_address = table.flag("title_from_address");
    let (date, date_inferred) = (table.maybe_date("date"), table.flag("date_inferred"));
    let date_note = table.optional_text("date_note", max::NAME);
    let kind = table.maybe_one_of("kind", &SOURCE_KINDS).unwrap_or_default();
    let language = table.maybe_text("language", 10);
    let (url, withheld) = (table.maybe_text("url", max::ADDRESS), table.flag("withheld"));
    let note = table.optional_text("note", max::NOTE);
    table.done();
    // Its title would be held against it.
    if table.is_unread("language", &language) {
        return None;
    }
    Some(SourceRow {
        id: id?,
        publisher: publisher?.value,
        via,
        title: title?.value,
        title_seen: !from_address,
        date,
        date_inferred,
        date_note,
        kind,
        language,
        url,
        withheld,
        note,
        at: table.place.clone(),
    })
}
