//! Tables that hold a number: releases, totals, counts still held, other claims.

use explainer_model::records::Sum;
use explainer_model::{Count, Date};

use super::max;
use crate::problem::At;
use crate::table::Table;

pub(crate) struct ReleaseRow {
    pub(crate) id: At<String>,
    pub(crate) date: At<Date>,
    pub(crate) people: At<Count>,
    pub(crate) counted: String,
    pub(crate) said_by: String,
    /// `None`: unknown.
    pub(crate) recognised: Option<At<Count>>,
    /// Outer `None`: everybody; inner `None`: the release stands outside the sum.
    pub(crate) in_sum: Option<At<Option<Count>>>,
    pub(crate) in_sum_because: String,
    pub(crate) taken_to: Vec<TakenRow>,
    pub(crate) named: Vec<At<String>>,
    pub(crate) negotiators: Vec<At<String>>,
    pub(crate) actors: Vec<At<String>>,
    pub(crate) in_return: String,
    pub(crate) foreigners: Vec<(String, String)>,
    pub(crate) annotation: Option<At<String>>,
    pub(crate) note: Option<At<String>>,
    pub(crate) sources: Vec<At<String>>,
}

pub(crate) struct TakenRow {
    pub(crate) place: At<String>,
    pub(crate) people: At<Count>,
    pub(crate) note: String,
}

pub(crate) fn release(table: &Table<'_>, two_countings: bool) -> Option<ReleaseRow> {
    let (id, date, people) = (table.id(), table.day("date"), table.count("people"));
    let counted = table.text("counted", max::SENTENCE);
    let said_by = table.optional_text("said_by", max::LINE);
    let recognised =
        if two_countings { table.count_or("recognised", "unknown") } else { Some(None) };
    let in_sum = table.count_or_false("in_sum");
    let in_sum_because = table.optional_text("in_sum_because", max::SENTENCE);
    let taken_to = table.tables("taken_to").iter().filter_map(taken).collect();
    let (named, negotiators) = (table.texts("named", max::NAME), table.texts("negotiators", 90));
    let actors = table.texts("actors", max::NAME);
    let in_return = table.optional_text("in_return", max::SENTENCE);
    let foreigners = table.tables("foreigners").iter().filter_map(listed).collect();
    let annotation = table.maybe_text("annotation", 40);
    let note = table.maybe_text("note", max::NOTE);
    let sources = table.sources();
    table.done();
    // Without it, everybody would be in the sum.
    if table.is_unread("in_sum", &in_sum) {
        return None;
    }
    Some(ReleaseRow {
        id: id?,
        date: date?,
        people: people?,
        counted: counted?.value,
        said_by,
        recognised: recognised?,
        in_sum,
        in_sum_because,
        taken_to,
        named,
        negotiators,
        actors,
        in_return,
        foreigners,
        annotation,
        note,
        sources: sources?,
    })
}

fn taken(table: &Table<'_>) -> Option<TakenRow> {
    let (place, people) = (table.text("place", max::NAME), table.count("people"));
    let note = table.optional_text("note", max::SENTENCE);
    table.done();
    Some(TakenRow { place: place?, people: people?, note })
}

fn listed(table: &Table<'_>) -> Option<(String, String)> {
    let (by, list) = (table.text("by", max::NAME), table.text("list", max::SENTENCE));
    table.done();
    Some((by?.value, list?.value))
}

pub(crate) struct TotalRow {
    pub(crate) id: At<String>,
    pub(crate) date: At<Date>,
    pub(crate) count: At<Count>,
    pub(crate) counted: String,
    pub(crate) said_by: String,
    pub(crate) period: String,
    pub(crate) includes_same_day: Option<bool>,
    pub(crate) itemised: Option<At<Count>>,
    pub(crate) mark: Option<At<String>>,
    pub(crate) note: Option<At<String>>,
    pub(crate) sources: Vec<At<String>>,
}

pub(crate) fn total(table: &Table<'_>) -> Option<TotalRow> {
    let (id, date, count) = (table.id(), table.day("date"), table.count("count"));
    let counted = table.text("counted", max::SENTENCE);
    let said_by = table.text("said_by", max::LINE);
    let period = table.text("period", max::LINE);
    let words = [(Some(true), "yes"), (Some(false), "no"), (None, "unknown")];
    let includes_same_day = table.one_of("includes_same_day", &words);
    let itemised = table.maybe_count("itemised");
    let mark = table.maybe_text("mark", 24);
    let note = table.maybe_text("note", max::NOTE);
    let sources = table.sources();
    table.done();
    Some(TotalRow {
        id: id?,
        date: date?,
        count: count?,
        counted: counted?.value,
        said_by: said_by?.value,
        period: period?.value,
        includes_same_day: includes_same_day?,
        itemised,
        mark,
        note,
        sources: sources?,
    })
}

/// Somebody who counts, or several who are not named.
pub(crate) struct CounterRow {
    pub(crate) name: String,
    pub(crate) unnamed: bool,
}

pub(crate) fn counter(table: &Table<'_>) -> Option<CounterRow> {
    let (id, name, unnamed) = (table.id(), table.text("name", max::NAME), table.flag("unnamed"));
    table.done();
    id?;
    Some(CounterRow { name: name?.value, unnamed })
}

pub(crate) struct HeldRow {
    pub(crate) id: At<String>,
    pub(crate) date: At<Date>,
    pub(crate) count: At<Count>,
    pub(crate) counter: At<String>,
    pub(crate) said_by: String,
    pub(crate) note: Option<At<String>>,
    pub(crate) sources: Vec<At<String>>,
}

pub(crate) fn held(table: &Table<'_>) -> Option<HeldRow> {
    let (id, date, count) = (table.id(), table.day("date"), table.count("count"));
    let counter = table.text("counter", max::NAME);
    let said_by = table.text("said_by", max::LINE);
    let note = table.maybe_text("note", max::NOTE);
    let sources = table.sources();
    table.done();
    Some(HeldRow {
        id: id?,
        date: date?,
        count: count?,
        counter: counter?,
        said_by: said_by?.value,
        note,
        sources: sources?,
    })
}

pub(crate) struct ClaimRow {
    pub(crate) id: At<String>,
    pub(crate) value: At<Count>,
    pub(crate) counted: String,
    pub(crate) date: At<Date>,
    pub(crate) said_by: String,
    pub(crate) note: Option<At<String>>,
    /// Our own arithmetic in place of sources.
    pub(crate) sum: Option<Sum>,
    pub(crate) sources: Vec<At<String>>,
}

pub(crate) fn claim(table: &Table<'_>) -> Option<ClaimRow> {
    let (id, value) = (table.id(), table.count("value"));
    let counted = table.text("counted", max::SENTENCE);
    let date = if table.has("sum") { table.day("date") } else { table.date("date") };
    let said_by = table.optional_text("said_by", max::LINE);
    let note = table.maybe_text("note", max::NOTE);
    let (sum, sources) = if table.has("sum") {
        let recognised = table.one_of("sum", &[(false, "itemised"), (true, "recognised")]);
        let before = table.flag("before_that_day");
        let sum = recognised.map(|recognised| Sum { recognised, with_that_day: !before });
        (sum, Some(Vec::new()))
    } else {
        (None, table.sources())
    };
    table.done();
    Some(ClaimRow {
        id: id?,
        value: value?,
        counted: counted?.value,
        date: date?,
        said_by,
        note,
        sum,
        sources: sources?,
    })
}
