//! Tables of numbers: releases, totals that others reported, counts of those held, and all of these
//! with the other numbers of the page.

use explainer_model::facts::{Held, Release};
use explainer_model::records::{Claim, ReleaseRecord, TotalRecord};
use explainer_model::sums::{self, Running};

use super::super::table::{Field, Table};
use super::{SOURCE_IDS, SOURCES, addresses, high, ids, low, words};
use crate::data::{FACTS, RECORDS};

#[derive(Clone, Copy)]
struct ReleaseItem {
    facts: &'static Release,
    record: &'static ReleaseRecord,
    sum: Running,
}

pub(super) fn releases() -> Table {
    let rows = FACTS.releases.iter().zip(RECORDS.releases).zip(sums::running(FACTS.releases));
    let items = rows.map(|((facts, record), sum)| ReleaseItem { facts, record, sum });
    let numbers: &[Field<ReleaseItem>] = &[
        Field("id", "as in the address of its record, #release-…", |it| it.facts.id.into()),
        Field("date", "the day, as year-month-day", |it| it.facts.date.iso().into()),
        Field("people", "people freed, as announced, in words with the bound", |it| {
            words(Some(it.facts.people))
        }),
        Field("people_low", "the least that people can be", |it| low(Some(it.facts.people))),
        Field("people_high", "the most; empty if nothing is known above", |it| {
            high(Some(it.facts.people))
        }),
        Field("recognised", "how many belong to the second counting, or unknown", |it| {
            it.facts.recognised.map_or_else(|| "unknown".to_owned(), |it| it.to_string()).into()
        }),
        Field("recognised_low", "the least; 0 where unknown", |it| {
            low(Some(sums::recognised(it.facts)))
        }),
        Field("recognised_high", "the most; everybody where unknown", |it| {
            high(Some(sums::recognised(it.facts)))
        }),
        Field("sum", "our sum of all releases up to this one, in words with the bound", |it| {
            words(Some(it.sum.itemised))
        }),
        Field("sum_low", "the least that the sum can be", |it| low(Some(it.sum.itemised))),
        Field("sum_high", "the most; empty if nothing is known above", |it| {
            high(Some(it.sum.itemised))
        }),
    ];
    let texts: &[Field<ReleaseItem>] = &[
        Field("counted", "who was counted, by whom", |it| it.record.counted.into()),
        Field("in_return", "what was given in return, as reported", |it| {
            it.record.in_return.into()
        }),
        Field("note", "anything else", |it| it.record.note.into()),
        Field("sources", SOURCES, |it| addresses(it.record.sources)),
        Field("source_ids", SOURCE_IDS, |it| ids(it.record.sources)),
        Field("in_sum", "what enters the sum; empty if the release stands outside it", |it| {
            words(it.facts.itemised)
        }),
        Field("in_sum_because", "why another number than people enters it", |it| {
            it.record.itemised_because.into()
        }),
        Field("sum_recognised", "the sum of the second counting, in words", |it| {
            FACTS.labels.recognised.and(Some(it.sum.recognised.to_string())).into()
        }),
        Field("taken_to", "where people were taken, and how many", |it| {
            it.record.taken_to.iter().map(|it| format!("{}: {}", it.place, it.people)).collect()
        }),
        Field("named", "people freed whom reports name", |it| {
            it.record.named.iter().copied().collect()
        }),
        Field("negotiators", "who negotiated", |it| {
            it.record.negotiators.iter().copied().collect()
        }),
        Field("foreigners", "foreigners among them, by who listed them", |it| {
            it.record.foreigners.iter().map(|it| format!("{}: {}", it.by, it.list)).collect()
        }),
        Field("actors", "ids in the table actors: freed, or at the table", |it| {
            it.facts.actors.iter().map(|it| FACTS.actors[usize::from(*it)].id).collect()
        }),
    ];
    Table::of("releases", "releases, by date", items, &[numbers, texts])
}

type TotalItem = (&'static TotalRecord, &'static Claim);

pub(super) fn totals() -> Table {
    let items = RECORDS.totals.iter().filter_map(|it| Some((it, RECORDS.claim(it.id)?)));
    let fields: &[Field<TotalItem>] = &[
        Field("id", "as in the address of its record, #claim-…", |it| it.0.id.into()),
        Field("date", "the day for which it is given", |it| it.1.date.iso().into()),
        Field("count", "the total, in words with the bound", |it| words(Some(it.1.value))),
        Field("count_low", "the least that it can be", |it| low(Some(it.1.value))),
        Field("count_high", "the most; empty if nothing is known above", |it| {
            high(Some(it.1.value))
        }),
        Field("counted", "what was counted", |it| it.1.counted.into()),
        Field("period", "the span that it covers, as printed", |it| it.0.period.into()),
        Field(
            "includes_same_day",
            "whether the release of that day is in it; empty if unknown",
            |it| it.0.includes_same_day.into(),
        ),
        Field("itemised", "our sum for the same span, if the two can be compared", |it| {
            words(it.0.itemised)
        }),
        Field("itemised_low", "the least that our sum can be", |it| low(it.0.itemised)),
        Field("itemised_high", "the most; empty if nothing is known above", |it| {
            high(it.0.itemised)
        }),
        Field("said_by", "who said it", |it| it.1.said_by.into()),
        Field("note", "anything else", |it| it.1.note.into()),
        Field("sources", SOURCES, |it| addresses(it.1.sources)),
        Field("source_ids", SOURCE_IDS, |it| ids(it.1.sources)),
    ];
    Table::of("totals", "totals that others reported, by date", items, &[fields])
}

type HeldItem = (&'static Held, &'static Claim);

pub(super) fn held() -> Table {
    let items = FACTS.held.iter().filter_map(|it| Some((it, RECORDS.claim(it.id)?)));
    let fields: &[Field<HeldItem>] = &[
        Field("id", "as in the address of its record, #claim-…", |it| it.0.id.into()),
        Field("date", "the day for which it is given", |it| it.0.date.iso().into()),
        Field("held", "the count, in words with the bound", |it| words(Some(it.0.count))),
        Field("held_low", "the least that it can be", |it| low(Some(it.0.count))),
        Field("held_high", "the most; empty if nothing is known above", |it| {
            high(Some(it.0.count))
        }),
        Field("counted_by", "who counts; only counts of one counter make a line", |it| {
            FACTS.counters.get(usize::from(it.0.counter)).map(|it| it.name).into()
        }),
        Field("said_by", "as the source names who counts", |it| it.1.said_by.into()),
        Field("note", "anything else", |it| it.1.note.into()),
        Field("sources", SOURCES, |it| addresses(it.1.sources)),
        Field("source_ids", SOURCE_IDS, |it| ids(it.1.sources)),
    ];
    Table::of("held", "counts of those still held, by date", items, &[fields])
}

pub(super) fn claims() -> Table {
    let fields: &[Field<&'static Claim>] = &[
        Field("id", "as in the address of its record, #claim-…", |it| it.id.into()),
        Field("date", "the day for which it is given", |it| it.date.iso().into()),
        Field("value", "the number, in words with the bound", |it| words(Some(it.value))),
        Field("value_low", "the least that it can be", |it| low(Some(it.value))),
        Field("value_high", "the most; empty if nothing is known above", |it| high(Some(it.value))),
        Field("counted", "what was counted", |it| it.counted.into()),
        Field("said_by", "who said it; empty if the sources did", |it| it.said_by.into()),
        Field("derived", "whether it is our own arithmetic, not a report", |it| {
            it.is_derived().into()
        }),
        Field("note", "anything else", |it| it.note.into()),
        Field("sources", SOURCES, |it| addresses(it.sources)),
        Field("source_ids", SOURCE_IDS, |it| ids(it.sources)),
    ];
    Table::of("claims", "every number that the page shows", RECORDS.claims, &[fields])
}
