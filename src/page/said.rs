//! Where statements other than numbers can be read: what an actor is, relations, words on the record, measures.
//! Where such a statement stands, a door says how many sources it has; the ledger names them.

use explainer_model::graph::Relation;
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

/// Leads to what holds a statement of the first article, by its name in `data/statements.toml`.
pub(super) fn door_to(covered_by: &str) -> Option<AnyView> {
    let (id, words) = match covered_by.split_once(':') {
        Some(("actor", id)) => {
            let actor = (0..).zip(FACTS.actors).find(|it| it.1.id == id)?;
            (format!("actor-{id}"), name(actor.0))
        }
        Some((_, id)) => {
            let term = RECORDS.terms.iter().find(|it| it.id == id)?;
            (format!("term-{id}"), term.term.to_owned())
        }
        None => {
            let mut relations = FACTS.relations.iter().zip(MAP.edges);
            let relation = relations.find(|it| it.1.id == covered_by).map(|it| claim(it.0));
            let quote = || RECORDS.quotes.iter().find(|it| it.id == covered_by);
            let words = relation.or_else(|| Some(format!("words of {}", quote()?.speaker)))?;
            (place(covered_by), words)
        }
    };
    Some(view! { <a class="inner" href=format!("#{id}")>{words}</a> }.into_any())
}

/// The id of a statement's record.
pub(super) fn place(id: &str) -> String {
    format!("{KIND}-{id}")
}

fn name(actor: u16) -> String {
    MAP.nodes[usize::from(actor)].name()
}

/// What a relation says of two actors.
fn claim(relation: &Relation) -> String {
    let kind = MAP.relation_kinds[usize::from(relation.kind)].label;
    format!("{} {kind} {}", name(relation.from), name(relation.to))
}

/// Every statement.
pub(super) fn all() -> Vec<Said> {
    let said = |id: &str, words: String, sources| Said { id: id.to_owned(), words, sources };
    let actors = (0..).zip(FACTS.actors).zip(RECORDS.actors).map(|((idx, actor), record)| {
        said(actor.id, format!("{}: {}", name(idx), record.role), record.sources)
    });
    let relations = FACTS.relations.iter().zip(MAP.edges).zip(RECORDS.relations);
    let relations = relations.map(|((it, edge), record)| {
        let words = format!("{}, {}. {}", claim(it), record.when, record.explanation);
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
