//! Actors, what is between them, and what they said.

use explainer_model::Date;
use explainer_model::graph::ActorKind;

use super::max;
use crate::problem::At;
use crate::table::Table;

pub(crate) struct ActorRow {
    pub(crate) id: At<String>,
    pub(crate) name: String,
    pub(crate) spellings: Vec<At<Spelling>>,
    pub(crate) kind: ActorKind,
    pub(crate) group: At<String>,
    pub(crate) role: At<String>,
    pub(crate) in_seed: bool,
    pub(crate) pin: Option<(f32, f32)>,
    pub(crate) sources: Vec<At<String>>,
}

pub(crate) fn actor(table: &Table<'_>) -> Option<ActorRow> {
    let (id, name) = (table.id(), table.text("name", 36));
    let spellings = table.texts("spellings", max::NAME).into_iter().map(spelling).collect();
    let kind = table.one_of("kind", &ActorKind::ALL.map(|it| (it, it.name())));
    let (group, role) = (table.text("group", max::NAME), table.text("role", 200));
    let (in_seed, pin) = (table.flag("in_seed"), table.fractions("pin"));
    let sources = table.sources();
    table.done();
    Some(ActorRow {
        id: id?,
        name: name?.value,
        spellings,
        kind: kind?,
        group: group?,
        role: role?,
        in_seed,
        pin,
        sources: sources?,
    })
}

/// A way to write a name.
pub(crate) struct Spelling {
    pub(crate) text: String,
    /// Tag of its language; empty if not said.
    pub(crate) language: String,
}

/// The language, if there is one, stands after the name and an `@`.
fn spelling(it: At<String>) -> At<Spelling> {
    let (text, language) = it.value.rsplit_once('@').unwrap_or((&it.value, ""));
    let value = Spelling { text: text.to_owned(), language: language.to_owned() };
    At { value, place: it.place }
}

pub(crate) struct RelationKindRow {
    pub(crate) id: At<String>,
    pub(crate) label: String,
    pub(crate) inverse: String,
    pub(crate) meaning: String,
    pub(crate) spine: bool,
}

pub(crate) fn relation_kind(table: &Table<'_>) -> Option<RelationKindRow> {
    let (id, label) = (table.id(), table.text("label", max::NAME));
    let (inverse, meaning) = (table.text("inverse", max::NAME), table.text("meaning", max::LINE));
    let spine = table.flag("spine");
    table.done();
    Some(RelationKindRow {
        id: id?,
        label: label?.value,
        inverse: inverse?.value,
        meaning: meaning?.value,
        spine,
    })
}

pub(crate) struct RelationRow {
    pub(crate) id: At<String>,
    pub(crate) from: At<String>,
    pub(crate) kind: At<String>,
    pub(crate) to: At<String>,
    pub(crate) when: String,
    pub(crate) start: Option<At<Date>>,
    pub(crate) end: Option<At<Date>>,
    pub(crate) explanation: At<String>,
    pub(crate) in_seed: bool,
    pub(crate) sources: Vec<At<String>>,
}

pub(crate) fn relation(table: &Table<'_>) -> Option<RelationRow> {
    let id = table.id();
    let (from, kind, to) =
        (table.text("from", max::NAME), table.text("kind", max::NAME), table.text("to", max::NAME));
    let when = table.text("when", max::NAME);
    let (start, end) = (table.maybe_date("start"), table.maybe_date("end"));
    let explanation = table.text("explanation", max::SENTENCE);
    let in_seed = table.flag("in_seed");
    let sources = table.sources();
    table.done();
    Some(RelationRow {
        id: id?,
        from: from?,
        kind: kind?,
        to: to?,
        when: when?.value,
        start,
        end,
        explanation: explanation?,
        in_seed,
        sources: sources?,
    })
}

pub(crate) struct QuoteRow {
    pub(crate) id: At<String>,
    pub(crate) speaker: String,
    pub(crate) actor: Option<At<String>>,
    pub(crate) text: String,
    pub(crate) date: At<Date>,
    pub(crate) note: String,
    pub(crate) sources: Vec<At<String>>,
}

pub(crate) fn quote(table: &Table<'_>) -> Option<QuoteRow> {
    let (id, speaker) = (table.id(), table.text("speaker", max::NAME));
    let actor = table.maybe_text("actor", max::NAME);
    let (text, date) = (table.text("text", 300), table.date("date"));
    // For the editor, who has to know which words the first article printed.
    table.flag("in_seed");
    let note = table.optional_text("note", max::NOTE);
    let sources = table.sources();
    table.done();
    Some(QuoteRow {
        id: id?,
        speaker: speaker?.value,
        actor,
        text: text?.value,
        date: date?,
        note,
        sources: sources?,
    })
}
