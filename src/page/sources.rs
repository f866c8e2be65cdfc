//! Where things come from: in one line under a record, and in full on a page of their own.

use explainer_model::records::{Source, SourceIdx};
use leptos::prelude::*;

use super::audit::AUDIT;
use super::ledger::LEDGER;
use super::{SOURCES, figures, notes, prose};
use crate::data::RECORDS;
use crate::view::SWITCHES;

/// "Sources: …", each a link to the page that was read.
pub(super) fn line(sources: &'static [SourceIdx]) -> AnyView {
    if sources.is_empty() {
        return ().into_any();
    }
    let label = if sources.len() == 1 { "Source: " } else { "Sources: " };
    let links = sources.iter().map(|source| {
        let source = &RECORDS.sources[usize::from(*source)];
        view! { {link(source, name(source).into_any())} {date(source, ", ")} }.into_any()
    });
    view! { <p class="sources">{label} {prose::joined(links, " · ")}</p> }.into_any()
}

/// The publisher of the first source.
pub(super) fn first_publisher(sources: &[SourceIdx]) -> &'static str {
    let first = sources.first().and_then(|it| RECORDS.sources.get(usize::from(*it)));
    first.map_or("our own arithmetic", |it| it.publisher)
}

/// Where the list of all sources is.
pub(super) fn sources() -> AnyView {
    let words = format!("All {} sources, with their titles", RECORDS.sources.len());
    let statements = (!RECORDS.statements.is_empty()).then(|| {
        let title = RECORDS.story.headings.statements.title;
        view! { <p><a href=format!("{SOURCES}#statements")>{title}</a></p> }
    });
    let ledger = format!("The record behind each number, and {} terms", RECORDS.terms.len());
    view! {
        <section class="notes" id="sources">
            {prose::heading(&RECORDS.story.headings.sources)}
            <p><a href=SOURCES>{words}</a></p>
            {statements}
            <p><a href=LEDGER>{ledger}</a></p>
            <p><a href=AUDIT>{format!("All {} numbers in one table", RECORDS.claims.len())}</a></p>
            {figures::switch(SWITCHES[3], ["Theme of the device", "Light", "Dark"].into_iter())}
        </section>
    }
    .into_any()
}

/// All sources by publisher and the first article checked, as a page of its own.
pub(super) fn list() -> AnyView {
    let mut all: Vec<&'static Source> = RECORDS.sources.iter().collect();
    all.sort_by_key(|it| (it.publisher.to_lowercase(), it.date, it.id));
    let entries = all.into_iter().map(entry).collect_view();
    let heading = &RECORDS.story.headings.sources;
    let title = format!("All {} sources, by publisher", RECORDS.sources.len());
    view! {
        <header class="masthead">
            <p class="kicker"><a href="./">{RECORDS.story.headline}</a></p>
            <h1>{heading.title}</h1>
            <p class="standfirst">{prose::prose(heading.lead)}</p>
        </header>
        <main id="main">
            <section class="notes" id="all">
                <h2>{title}</h2>
                <ul class="source-list">{entries}</ul>
            </section>
            {notes::statements()}
        </main>
    }
    .into_any()
}

/// Sources in full, each with its title, and with the words that it is not linked where that is so.
pub(super) fn in_full(sources: &'static [SourceIdx]) -> AnyView {
    let entries = sources.iter().map(|idx| {
        let source = &RECORDS.sources[usize::from(*idx)];
        let withheld = source.url.is_none().then_some(WITHHELD);
        let undated = source.date.is_none().then_some(" · undated");
        view! { <li>{described(source)} {undated} {withheld}</li> }
    });
    view! { <ul class="read">{entries.collect_view()}</ul> }.into_any()
}

/// Why a source has no link, as the lead of their list says it.
const WITHHELD: &str = " · no link: read in a copy that we do not link to";

fn entry(source: &'static Source) -> impl IntoView {
    view! { <li>{described(source)}</li> }
}

fn described(source: &'static Source) -> AnyView {
    let title =
        if source.title_seen { format!("“{}”", source.title) } else { source.title.to_owned() };
    let title = prose::in_language(source.language, title);
    let remarks = [source.kind, source.note].into_iter().filter(|it| !it.is_empty());
    let remarks: String = remarks.map(|it| format!(" · {it}")).collect();
    let language =
        prose::is_other(source.language).then(|| format!(" · language: {}", source.language));
    view! {
        {name(source)} ": " {link(source, title)} {date(source, ", ")} {remarks} {language}
    }
    .into_any()
}

fn name(source: &Source) -> String {
    match source.via {
        "" => source.publisher.to_owned(),
        via => format!("{} via {via}", source.publisher),
    }
}

fn link(source: &'static Source, words: AnyView) -> AnyView {
    match source.url {
        Some(url) => view! { <a href=url>{words}</a> }.into_any(),
        None => words,
    }
}

fn date(source: &Source, before: &str) -> Option<String> {
    let date = source.date?;
    let inferred = if source.date_inferred { " (date inferred)" } else { "" };
    Some(format!("{before}{}{inferred}", date.short()))
}
