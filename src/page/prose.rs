//! Running text with its links.

use explainer_model::story::{Heading, Prose, Section, Span, Target};
use leptos::prelude::*;

use crate::data::RECORDS;

/// Prose; its links lead to records, dossiers and terms of the same page.
pub(super) fn prose(spans: Prose) -> impl IntoView {
    spans.iter().map(|it| span(it, "", claim_link)).collect_view()
}

/// Prose on a page beside the story: its links lead there.
pub(super) fn there(spans: Prose) -> impl IntoView {
    spans.iter().map(|it| span(it, "./", claim_link_there)).collect_view()
}

fn span<V: IntoView + 'static>(
    span: &'static Span,
    page: &str,
    number: fn(&'static str, String) -> V,
) -> AnyView {
    let (to, id, words) = match *span {
        Span::Text(words) => return words.into_any(),
        Span::Link { to, id, words } => (to, id, words),
    };
    let kind = match to {
        Target::Claim => return number(id, words.to_owned()).into_any(),
        Target::Actor => "actor",
        Target::Release => "release",
        Target::Measure => "measure",
        Target::Term => "term",
    };
    view! { <a class="inner" href=format!("{page}#{kind}-{id}")>{words}</a> }.into_any()
}

/// The same number on a page beside the story.
pub(super) fn claim_link_there(id: &'static str, words: String) -> impl IntoView {
    view! { <a class="number" href=format!("./#claim-{id}")>{words}</a> }
}

/// A number that opens its record.
pub(super) fn claim_link(id: &'static str, words: String) -> impl IntoView {
    view! { <a class="number" href=format!("#claim-{id}") data-claim=id>{words}</a> }
}

/// Parts of a text, with the same between each two.
pub(super) fn joined(parts: impl IntoIterator<Item = AnyView>, between: &'static str) -> AnyView {
    let parts = parts.into_iter().enumerate();
    parts.map(|(idx, it)| view! { {(idx > 0).then_some(between)} {it} }).collect_view().into_any()
}

/// A section of prose.
pub(super) fn section(section: &'static Section) -> AnyView {
    let paragraphs =
        section.paragraphs.iter().map(|it| view! { <p>{prose(it)}</p> }).collect_view();
    view! {
        <section class="prose" id=section.id>
            <h2>{section.title}</h2>
            {paragraphs}
        </section>
    }
    .into_any()
}

/// Words in a language; without a mark where that of the story is meant.
pub(super) fn in_language(language: &'static str, words: String) -> AnyView {
    if is_other(language) {
        view! { <span lang=language>{words}</span> }.into_any()
    } else {
        words.into_any()
    }
}

/// Whether a language is noted, and not that of the story.
pub(super) fn is_other(language: &str) -> bool {
    !language.is_empty() && language != RECORDS.story.language
}

/// A title with its lead.
pub(super) fn heading(heading: &'static Heading) -> AnyView {
    view! {
        <h2>{heading.title}</h2>
        <p class="lead">{prose(heading.lead)}</p>
    }
    .into_any()
}
