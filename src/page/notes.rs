//! What sources disagree on, and the first article's statements.

use explainer_model::records::Conflict;
use leptos::prelude::*;

use super::{claims, prose, said};
use crate::data::RECORDS;

/// Where a disagreement is told.
pub(super) fn address(conflict: &Conflict) -> String {
    format!("#conflict-{}", conflict.id)
}

/// The titles of all disagreements. What both sides say stands in the ledger: it is longer than the story.
pub(super) fn disagreement_titles() -> AnyView {
    if RECORDS.conflicts.is_empty() {
        return ().into_any();
    }
    let titles = RECORDS.conflicts.iter();
    let titles = titles.map(|it| view! { <li><a href=address(it)>{it.title}</a></li> });
    view! {
        <section class="notes" id="conflicts">
            {prose::heading(&RECORDS.story.headings.conflicts)}
            <ul class="titles">{titles.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// What each side says, and what would settle it.
pub(super) fn disagreement(conflict: &'static Conflict) -> AnyView {
    let sides = conflict.sides.iter().map(|it| {
        view! { <div><dt>{it.who}</dt><dd>{prose::prose(it.says)}</dd></div> }
    });
    let numbers = conflict.claims.iter().map(|claim| {
        let claim = &RECORDS.claims[usize::from(*claim)];
        prose::claim_link(claim.id, claim.value.sign()).into_any()
    });
    let numbers = (!conflict.claims.is_empty())
        .then(|| view! { <p class="sources">"Numbers: " {prose::joined(numbers, ", ")}</p> });
    view! {
        <h3 class="record-name">{conflict.title}</h3>
        <dl class="sides">{sides.collect_view()}</dl>
        <p class="settle"><b>"Where it stands: "</b> {prose::prose(conflict.settle)}</p>
        {numbers}
        {claims::sources(conflict.sources, true)}
    }
    .into_any()
}

pub(super) fn statements() -> AnyView {
    if RECORDS.statements.is_empty() {
        return ().into_any();
    }
    let entries = RECORDS.statements.iter().map(|it| {
        let note = (!it.note.is_empty()).then(|| format!(": {}", it.note));
        let doors = it.covered_by.iter().filter_map(|it| said::door_to(it));
        let doors = (!it.covered_by.is_empty()).then(|| {
            view! { <p class="sources">"In the record: " {prose::joined(doors, "; ")}</p> }
        });
        view! { <li>{it.text} "." <p class="sources"><b>{it.check}</b> {note}</p> {doors}</li> }
    });
    view! {
        <section class="notes" id="statements">
            {prose::heading(&RECORDS.story.headings.statements)}
            <ul class="entries">{entries.collect_view()}</ul>
        </section>
    }
    .into_any()
}
