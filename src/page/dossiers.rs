//! Actors from A to Z, each with its relations in words, quotations and releases.

use explainer_model::graph::{Actor, Relation};
use explainer_model::records::{Quote, Spelling};
use leptos::prelude::*;

use super::{map, prose, said};
use crate::data::{FACTS, MAP, RECORDS};

pub(super) fn dossiers() -> AnyView {
    let dossiers = map::by_name().into_iter().map(dossier).collect_view();
    view! {
        <section class="dossiers" id="actors" aria-label="Actors from A to Z">
            {dossiers}
        </section>
        {others()}
    }
    .into_any()
}

/// What people said who have no dossier.
fn others() -> AnyView {
    let quotes: Vec<AnyView> =
        RECORDS.quotes.iter().filter(|it| it.actor.is_none()).map(quote).collect();
    if quotes.is_empty() {
        return ().into_any();
    }
    view! { <section class="others"><h3>"Others, on the record"</h3>{quotes}</section> }.into_any()
}

fn dossier(idx: u16) -> AnyView {
    let actor = usize::from(idx);
    let (Actor { id, group, .. }, node) = (FACTS.actors[actor], &MAP.nodes[actor]);
    let record = &RECORDS.actors[actor];
    let group_name = MAP.group_name(group);
    let (n_relations, relations) = relations(idx);
    view! {
        <article class="opens dossier" id=format!("actor-{id}")>
            <h3><a class="opener" href=format!("#actor-{id}")>{node.name()}</a></h3>
            <p class="role">{record.role}</p>
            <div class="record" hidden="until-found">
                <p class=format!("record-group group-{group}")>{format!("{group_name} · {}", node.kind.name())}</p>
                <h3 class="record-name">{node.name()}</h3>
                <p>{record.role}</p>
                <h4>{n_relations}</h4>
                {relations}
                {quotes(idx)}
                {releases(idx).map(|it| view! { <h4>"Had a part in"</h4>{it} })}
                {spellings(record.spellings)}
                {said::door(&said::place(id), record.sources)}
            </div>
        </article>
    }
    .into_any()
}

/// Everything that relates an actor to others, and how much that is in words.
pub(super) fn relations(actor: u16) -> (String, AnyView) {
    let own: Vec<AnyView> = FACTS
        .relations
        .iter()
        .enumerate()
        .filter_map(|(idx, it)| it.other_end(actor).map(|other| relation(idx, it, actor, other)))
        .collect();
    let n = own.len();
    let heading = if n == 1 { "1 relation".to_owned() } else { format!("{n} relations") };
    (heading, view! { <ul class="relations">{own}</ul> }.into_any())
}

fn relation(idx: usize, relation: &'static Relation, actor: u16, other: u16) -> AnyView {
    let record = &RECORDS.relations[idx];
    let kind = usize::from(relation.kind);
    let words = if relation.from == actor {
        MAP.relation_kinds[kind].label
    } else {
        RECORDS.relation_kinds[kind].inverse
    };
    let other = usize::from(other);
    let (id, name) = (FACTS.actors[other].id, MAP.nodes[other].name());
    view! {
        <li data-told=idx>
            <b>{words}</b> " " <a class="inner" href=format!("#actor-{id}")>{name}</a>
            <p>{record.when} ". " {record.explanation}</p>
            {said::door(&said::place(MAP.edges[idx].id), record.sources)}
        </li>
    }
    .into_any()
}

/// What an actor said; `None` if nothing is on the record.
pub(super) fn quotes(actor: u16) -> Option<AnyView> {
    let own = RECORDS.quotes.iter().filter(|it| it.actor == Some(actor));
    let own: Vec<AnyView> = own.map(quote).collect();
    (!own.is_empty()).then(|| own.into_any())
}

fn quote(quote: &'static Quote) -> AnyView {
    let note = if quote.note.is_empty() { String::new() } else { format!(". {}", quote.note) };
    view! {
        <blockquote>
            <p>{format!("“{}”", quote.text)}</p>
            <footer>{quote.speaker} ", " {quote.date.to_string()} {note} {said::door(&said::place(quote.id), quote.sources)}</footer>
        </blockquote>
    }
    .into_any()
}

/// Releases in which an actor had a part; `None` if there are none.
pub(super) fn releases(actor: u16) -> Option<AnyView> {
    let own = FACTS.releases.iter().filter(|it| it.actors.contains(&actor));
    let links: Vec<AnyView> = own
        .map(|it| {
            let words = format!("{}, {}", it.date, FACTS.labels.count_of_people(it.people));
            view! { <li><a class="inner" href=format!("#release-{}", it.id)>{words}</a></li> }
                .into_any()
        })
        .collect();
    if links.is_empty() {
        None
    } else {
        Some(view! { <ul class="part-in">{links}</ul> }.into_any())
    }
}

pub(super) fn spellings(spellings: &'static [Spelling]) -> AnyView {
    if spellings.is_empty() {
        return ().into_any();
    }
    let spellings = spellings.iter().map(|it| prose::in_language(it.language, it.text.to_owned()));
    // By the element around them the search finds them: src/view/map/tools.rs.
    view! { <p class="spellings">"Also written " <span>{prose::joined(spellings, ", ")}</span></p> }
        .into_any()
}
