//! Where statements other than numbers can be read: what an actor is, relations, words on the record, measures.
//! Where such a statement stands, a door says how many sources it has; the ledger names them.

use explainer_model::records::SourceIdx;
use leptos::prelude::*;

use crate::data::{FACTS, MAP, RECORDS};

/// How the ids of these records begin.
pub(super) const KIND: &str = "from";

/// A statement with its sources.
pub(super) struct Said {
    /// The id of its record, without the kind.
    pub(super) id: String,
    /// The statement.
    pub(super) words: String,
    pub(super) sources: &'static [SourceIdx],
}

/// Leads to the sources of a statement.
pub(super) fn door(id: &str, sources: &[SourceIdx]) -> AnyView {
    let words = match sources.len() {
        0 => return ().into_any(),
        1 => "1 source".to_owned(),
        n => format!("{n} sources"),
    };
    view! { <p class="sources"><a class="inner" href=format!("#{id}")>{words}</a></p> }.into_any()
}

/// The id of a statement's record.
pub(super) fn place(id: &str) -> String {
    format!("{KIND}-{id}")
}

/// Every statement.
pub(super) fn all() -> Vec<Said> {
    let said = |id: &str, words: String, sources| Said { id: id.to_owned(), words, sources };
    let name = |idx: u16| MAP.nodes[usize::from(idx)].name();
    let actors = (0..).zip(FACTS.actors).zip(RECORDS.actors).map(|((idx, actor), record)| {
        said(actor.id, format!("{}: {}", name(idx), record.role), record.sources)
    });
    let relations = FACTS.relations.iter().zip(MAP.edges).zip(RECORDS.relations);
    let relations = relations.map(|((it, edge), record)| {
        let kind = MAP.relation_kinds[usize::from(it.kind)].label;
        let (from, to) = (name(it.from), name(it.to));
        let words = format!("{from} {kind} {to}, {}. {}", record.when, record.explanation);
        said(edge.id, words, record.sources)
    });
    let quotes = RECORDS
        .quotes
        .iter()
        .map(|it| said(it.id, format!("{}, {}: “{}”", it.speaker, it.date, it.text), it.sources));
    let measures = RECORDS
        .measures
        .iter()
        .map(|it| said(it.id, format!("{}, {}: {}.", it.by, it.date, it.what), it.sources));
    actors.chain(relations).chain(quotes).chain(measures).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_statement_has_a_record_of_its_own() {
        let all = all();
        let ids: BTreeSet<&str> = all.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids.len(), all.len(), "two statements have one id");
    }
}
