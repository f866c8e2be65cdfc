//! The story's own prose, in `story.toml`.

use explainer_model::Date;
use explainer_model::story::SectionPlace;

use super::max;
use crate::problem::At;
use crate::table::Table;

pub(crate) struct StoryRow {
    pub(crate) language: At<String>,
    pub(crate) kicker: At<String>,
    pub(crate) headline: At<String>,
    pub(crate) standfirst: At<String>,
    pub(crate) as_of: At<Date>,
    pub(crate) as_of_note: At<String>,
    pub(crate) labels: LabelsRow,
    pub(crate) switch: SwitchRow,
    pub(crate) key_figures: Vec<KeyFigureRow>,
    pub(crate) sections: Vec<SectionRow>,
    pub(crate) headings: HeadingsRow,
}

pub(crate) fn story(table: &Table<'_>) -> Option<StoryRow> {
    let language = table.text("language", 10);
    let (kicker, headline) = (table.text("kicker", max::NAME), table.text("headline", 80));
    let standfirst = table.prose("standfirst", max::NOTE);
    let (as_of, as_of_note) = (table.date("as_of"), table.prose("as_of_note", max::NOTE));
    let labels = table.table("labels").and_then(|it| labels(&it));
    let two_countings = labels.as_ref().is_none_or(|it| it.recognised.is_some());
    let switch = table.table("switch").and_then(|it| switch(&it, two_countings));
    let key_figures = table.tables("key_figure").iter().filter_map(key_figure).collect();
    let sections = table.tables("section").iter().filter_map(section).collect();
    let headings = table.table("heading").and_then(|it| headings(&it));
    table.done();
    Some(StoryRow {
        language: language?,
        kicker: kicker?,
        headline: headline?,
        standfirst: standfirst?,
        as_of: as_of?,
        as_of_note: as_of_note?,
        labels: labels?,
        switch: switch?,
        key_figures,
        sections,
        headings: headings?,
    })
}

pub(crate) struct LabelsRow {
    pub(crate) people: String,
    pub(crate) person: String,
    pub(crate) people_note: String,
    /// Left out by a story with one counting.
    pub(crate) recognised: Option<String>,
    pub(crate) recognised_person: Option<String>,
    pub(crate) held: String,
    pub(crate) eased: String,
    pub(crate) imposed: String,
    pub(crate) talks: String,
}

fn labels(table: &Table<'_>) -> Option<LabelsRow> {
    let (people, people_note) = (table.text("people", 30), table.text("people_note", 40));
    let person = table.text("person", 30);
    let recognised = table.maybe_text("recognised", 40);
    let recognised_person = table.maybe_text("recognised_person", 40);
    let held = table.text("held", 30);
    let (eased, imposed) = (table.text("eased", 24), table.text("imposed", 24));
    let talks = table.text("talks", 24);
    table.done();
    Some(LabelsRow {
        people: people?.value,
        person: person?.value,
        people_note: people_note?.value,
        recognised: recognised.map(|it| it.value),
        recognised_person: recognised_person.map(|it| it.value),
        held: held?.value,
        eased: eased?.value,
        imposed: imposed?.value,
        talks: talks?.value,
    })
}

/// Words of the switches over the chart of releases.
pub(crate) struct SwitchRow {
    /// Added up, each by itself, by place.
    pub(crate) views: [String; 3],
    /// What the second and the third of them show.
    pub(crate) notes: [At<String>; 2],
    /// What is hatched, and what the second counting counts; empty if the story has one.
    pub(crate) counting_notes: [String; 2],
    /// Both countings, the first, the second; empty if the story has one.
    pub(crate) countings: [String; 3],
}

fn switch(table: &Table<'_>, two_countings: bool) -> Option<SwitchRow> {
    let text = |name| table.text(name, 24).map(|it| it.value);
    let views = ["sum", "each", "places"].map(text);
    let note = |name| table.text(name, max::NOTE);
    let (each, places) = (note("each_note"), note("places_note"));
    // A story with one counting has nothing to choose; words that are left over do no harm.
    let of_two = |name, longest| match two_countings {
        true => table.text(name, longest).map(|it| it.value),
        false => Some(table.optional_text(name, longest)),
    };
    let countings = ["both", "people", "recognised"].map(|it| of_two(it, 24));
    let notes = ["hatched_note", "recognised_note"].map(|it| of_two(it, max::NOTE));
    table.done();
    let [hatched, recognised] = notes;
    Some(SwitchRow {
        views: all(views)?,
        notes: [each?, places?],
        counting_notes: [hatched?, recognised?],
        countings: all(countings)?,
    })
}

/// Three texts, if all of them could be read.
fn all(texts: [Option<String>; 3]) -> Option<[String; 3]> {
    let [a, b, c] = texts;
    Some([a?, b?, c?])
}

pub(crate) struct KeyFigureRow {
    pub(crate) claim: At<String>,
    pub(crate) label: At<String>,
}

fn key_figure(table: &Table<'_>) -> Option<KeyFigureRow> {
    let (claim, label) = (table.text("claim", max::NAME), table.text("label", max::TITLE));
    table.done();
    Some(KeyFigureRow { claim: claim?, label: label? })
}

pub(crate) struct HeadingsRow {
    pub(crate) releases: HeadingRow,
    pub(crate) held: HeadingRow,
    pub(crate) turnover: Option<HeadingRow>,
    pub(crate) map: HeadingRow,
    pub(crate) chronology: HeadingRow,
    pub(crate) conflicts: HeadingRow,
    pub(crate) statements: HeadingRow,
    pub(crate) glossary: HeadingRow,
    pub(crate) sources: HeadingRow,
}

fn headings(table: &Table<'_>) -> Option<HeadingsRow> {
    let read = |name| heading(table.table(name));
    let (releases, held, map) = (read("releases"), read("held"), read("map"));
    let turnover = if table.has("turnover") { read("turnover") } else { None };
    let (chronology, conflicts) = (read("chronology"), read("conflicts"));
    let (statements, glossary, sources) = (read("statements"), read("glossary"), read("sources"));
    table.done();
    Some(HeadingsRow {
        releases: releases?,
        held: held?,
        turnover,
        map: map?,
        chronology: chronology?,
        conflicts: conflicts?,
        statements: statements?,
        glossary: glossary?,
        sources: sources?,
    })
}

pub(crate) struct HeadingRow {
    pub(crate) title: String,
    pub(crate) lead: At<String>,
}

fn heading(table: Option<Table<'_>>) -> Option<HeadingRow> {
    let table = table?;
    let (title, lead) = (table.text("title", max::NAME), table.prose("lead", max::NOTE));
    table.done();
    Some(HeadingRow { title: title?.value, lead: lead? })
}

pub(crate) struct SectionRow {
    pub(crate) id: At<String>,
    pub(crate) title: At<String>,
    pub(crate) place: SectionPlace,
    pub(crate) paragraphs: Vec<At<String>>,
}

fn section(table: &Table<'_>) -> Option<SectionRow> {
    let (id, title) = (table.id(), table.text("title", max::NAME));
    let place = table.one_of("place", &SectionPlace::ALL);
    let paragraphs = table.paragraphs("paragraphs", max::PARAGRAPH);
    table.done();
    Some(SectionRow { id: id?, title: title?, place: place?, paragraphs })
}
