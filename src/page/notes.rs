//! What sources disagree on, and the first article's statements.

use leptos::prelude::*;

use super::{prose, sources};
use crate::data::RECORDS;

pub(super) fn conflicts() -> AnyView {
    if RECORDS.conflicts.is_empty() {
        return ().into_any();
    }
    let entries = RECORDS.conflicts.iter().map(|it| {
        let claims = it.claims.iter().enumerate().map(|(idx, claim)| {
            let claim = &RECORDS.claims[usize::from(*claim)];
            let before = if idx == 0 { "Numbers: " } else { ", " };
            view! { {before} {prose::claim_link(claim.id, claim.value.sign())} }
        });
        let claims = (!it.claims.is_empty()).then(|| view! { <p class="sources">{claims.collect_view()}</p> });
        view! { <li id=format!("conflict-{}", it.id)>{it.text} {claims} {sources::line(it.sources)}</li> }
    });
    view! {
        <section class="notes" id="conflicts">
            {prose::heading(&RECORDS.story.headings.conflicts)}
            <ul class="entries">{entries.collect_view()}</ul>
        </section>
    }
    .into_any()
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
