//! Links to the parts of the page, above all else: it is thirty screens of a phone long, and as far for the keyboard.

use leptos::prelude::*;

use crate::data::{FACTS, RECORDS};

/// The first thing that the Tab key reaches.
pub(super) fn links() -> AnyView {
    let headings = &RECORDS.story.headings;
    let parts = [
        ("main", Some("The story")),
        ("releases", Some(headings.releases.title)),
        ("held", (!FACTS.held.is_empty()).then_some(headings.held.title)),
        ("map", Some(headings.map.title)),
        ("chronology", Some(headings.chronology.title)),
        ("conflicts", (!RECORDS.conflicts.is_empty()).then_some(headings.conflicts.title)),
        ("sources", Some(headings.sources.title)),
    ];
    let links = parts.into_iter().filter_map(|(id, title)| {
        let title = title?;
        Some(view! { <a href=format!("#{id}")>{title}</a> " " })
    });
    view! { <nav class="contents" aria-label="On this page">{links.collect_view()}</nav> }
        .into_any()
}
