//! Running text with its links.

use explainer_model::story::{Heading, Prose, Section, Span, Target};
use leptos::prelude::*;

/// Prose; its links lead to records, dossiers and terms of the same page.
pub(super) fn prose(spans: Prose) -> impl IntoView {
    spans.iter().map(span).collect_view()
}

fn span(span: &'static Span) -> AnyView {
    match *span {
        Span::Text(words) => words.into_any(),
        Span::Link { to: Target::Claim, id, words } => claim_link(id, words.to_owned()).into_any(),
        Span::Link { to: Target::Actor, id, words } => {
            view! { <a class="inner" href=format!("#actor-{id}")>{words}</a> }.into_any()
        }
        Span::Link { to: Target::Release, id, words } => {
            view! { <a class="inner" href=format!("#release-{id}")>{words}</a> }.into_any()
        }
        Span::Link { to: Target::Measure, id, words } => {
            view! { <a class="inner" href=format!("#measure-{id}")>{words}</a> }.into_any()
        }
        Span::Link { to: Target::Term, id, words } => {
            view! { <a class="inner" href=format!("#term-{id}")>{words}</a> }.into_any()
        }
    }
}

/// Prose on a page beside the story: its links lead there.
pub(super) fn there(spans: Prose) -> impl IntoView {
    let link = |to, id, words| {
        let href = format!("./#{to}-{id}");
        view! { <a class="inner" href=href>{words}</a> }.into_any()
    };
    let span = move |span: &'static Span| match *span {
        Span::Text(words) => words.into_any(),
        Span::Link { to: Target::Claim, id, words } => {
            claim_link_there(id, words.to_owned()).into_any()
        }
        Span::Link { to: Target::Actor, id, words } => link("actor", id, words),
        Span::Link { to: Target::Term, id, words } => link("term", id, words),
    };
    spans.iter().map(span).collect_view()
}

/// The same number on a page beside the story.
pub(super) fn claim_link_there(id: &'static str, words: String) -> impl IntoView {
    view! { <a class="number" href=format!("./#claim-{id}")>{words}</a> }
}

/// A number that opens its record.
pub(super) fn claim_link(id: &'static str, words: String) -> impl IntoView {
    view! { <a class="number" href=format!("#claim-{id}") data-claim=id>{words}</a> }
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

/// A title with its lead.
pub(super) fn heading(heading: &'static Heading) -> AnyView {
    view! {
        <h2>{heading.title}</h2>
        <p class="lead">{prose(heading.lead)}</p>
    }
    .into_any()
}
