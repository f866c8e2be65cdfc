//! What sources disagree on, the first article's statements, and terms.

use explainer_model::records::Conflict;
use leptos::prelude::*;

use super::audit::AUDIT;
use super::{prose, sources};
use crate::data::RECORDS;

/// The page on which disagreements are told.
const CONFLICTS_AT: &str = AUDIT;

/// Where a disagreement is told, from any page.
pub(super) fn address(conflict: &Conflict) -> String {
    format!("{CONFLICTS_AT}#conflict-{}", conflict.id)
}

/// The titles of all disagreements. What both sides say stands elsewhere: it is longer than the story.
pub(super) fn disagreement_titles() -> AnyView {
    let titles = RECORDS.conflicts.iter();
    section(titles.map(|it| view! { <li><a href=address(it)>{it.title}</a></li> }), "titles")
}

/// Every disagreement with what each side says, and what would settle it.
pub(super) fn disagreements() -> AnyView {
    section(RECORDS.conflicts.iter().map(disagreement), "entries conflicts")
}

fn section<T: IntoView + 'static>(
    entries: impl ExactSizeIterator<Item = T>,
    class: &'static str,
) -> AnyView {
    if entries.len() == 0 {
        return ().into_any();
    }
    view! {
        <section class="notes" id="conflicts">
            {prose::heading(&RECORDS.story.headings.conflicts)}
            <ul class=class>{entries.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn disagreement(conflict: &'static Conflict) -> impl IntoView {
    let sides = conflict.sides.iter().map(|it| {
        view! { <div><dt>{it.who}</dt><dd>{prose::prose(it.says)}</dd></div> }
    });
    let claims = conflict.claims.iter().enumerate().map(|(idx, claim)| {
        let claim = &RECORDS.claims[usize::from(*claim)];
        let before = if idx == 0 { "Numbers: " } else { ", " };
        view! { {before} {prose::claim_link(claim.id, claim.value.sign())} }
    });
    let claims = (!conflict.claims.is_empty())
        .then(|| view! { <p class="sources">{claims.collect_view()}</p> });
    view! {
        <li id=format!("conflict-{}", conflict.id)>
            <h3>{conflict.title}</h3>
            <dl class="sides">{sides.collect_view()}</dl>
            <p class="settle"><b>"What would settle it: "</b> {prose::prose(conflict.settle)}</p>
            {claims}
            {sources::line(conflict.sources)}
        </li>
    }
}

pub(super) fn statements() -> AnyView {
    if RECORDS.statements.is_empty() {
        return ().into_any();
    }
    let entries = RECORDS.statements.iter().map(|it| {
        let note = (!it.note.is_empty()).then(|| format!(": {}", it.note));
        view! { <li>{it.text} "." <p class="sources"><b>{it.check}</b> {note}</p></li> }
    });
    view! {
        <section class="notes" id="statements">
            {prose::heading(&RECORDS.story.headings.statements)}
            <ul class="entries">{entries.collect_view()}</ul>
        </section>
    }
    .into_any()
}

pub(super) fn glossary() -> AnyView {
    if RECORDS.terms.is_empty() {
        return ().into_any();
    }
    let entries = RECORDS.terms.iter().map(|it| {
        view! {
            <div id=format!("term-{}", it.id)>
                <dt>{it.term}</dt>
                <dd>{it.text} {sources::line(it.sources)}</dd>
            </div>
        }
    });
    view! {
        <section class="notes" id="glossary">
            {prose::heading(&RECORDS.story.headings.glossary)}
            <dl class="entries">{entries.collect_view()}</dl>
        </section>
    }
    .into_any()
}
