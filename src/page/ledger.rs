//! The ledger: one record for every number and every term, each at an address of its own, on a page beside the
//! story. Whatever shows a number leads here, or to a copy of the same record as a sheet.

use explainer_model::records::{Claim, Conflict, Term};
use leptos::prelude::*;

use super::said::{self, Said};
use super::{Page, Scripts, claims, notes, prose};
use crate::browser::NOWHERE;
use crate::data::{FACTS, MAP, RECORDS};

/// Its file.
pub(super) const LEDGER: &str = "records.html";
const STYLE: &str = include_str!("../../style/ledger.css");
const TITLE: &str = "The record behind every number";

/// The part of the page for what is no number.
const STATEMENTS: &str = "Actors, relations, words on the record, measures";

/// How a record stands in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Open, between others. Scripts and the one-file edition make it a sheet by its class.
    AsEntry,
    /// Over the page, and closed until a link opens it.
    AsSheet,
}

pub(super) fn page() -> Page {
    Page::beside(LEDGER, TITLE, STYLE, body, Scripts::None)
}

/// The parts of the page: where a claim comes from says what it is.
const PARTS: [(&str, &str); 4] = [
    ("counted", "Releases"),
    ("reported", "Totals that others reported"),
    ("held", "Counts of those held"),
    ("other", "Other numbers, and our own sums"),
];

fn part_of(claim: &Claim) -> &'static str {
    if FACTS.releases.iter().any(|it| it.id == claim.id) {
        "counted"
    } else if RECORDS.totals.iter().any(|it| it.id == claim.id) {
        "reported"
    } else if FACTS.held.iter().any(|it| it.id == claim.id) {
        "held"
    } else {
        "other"
    }
}

fn body() -> AnyView {
    let terms = &RECORDS.story.headings.glossary;
    let parts = PARTS.iter().filter_map(|(id, title)| {
        let own = RECORDS.claims.iter().filter(|it| part_of(it) == *id);
        let own: Vec<AnyView> = own.map(|it| of_claim(it, Shown::AsEntry)).collect();
        (!own.is_empty()).then(|| (*id, view! { <h2>{*title}</h2> }.into_any(), *title, own))
    });
    let glossary = RECORDS.terms.iter().map(|it| of_term(it, Shown::AsEntry)).collect::<Vec<_>>();
    let glossary =
        (!glossary.is_empty()).then(|| ("terms", prose::heading(terms), terms.title, glossary));
    let conflicts = RECORDS.conflicts.iter().map(of_conflict).collect::<Vec<_>>();
    let heading = &RECORDS.story.headings.conflicts;
    let conflicts = (!conflicts.is_empty())
        .then(|| ("conflicts", prose::heading(heading), heading.title, conflicts));
    let said: Vec<AnyView> =
        said::all().into_iter().map(|it| of_said(it, Shown::AsEntry)).collect();
    let heading = view! { <h2>{STATEMENTS}</h2> }.into_any();
    let said = ("statements", heading, STATEMENTS, said);
    let (mut links, mut sections) = (Vec::new(), Vec::new());
    for (id, heading, title, entries) in parts.chain(conflicts).chain([said]).chain(glossary) {
        let n = entries.len();
        links.push(view! { <li><a href=format!("#{id}")>{title}</a> {format!(" ({n})")}</li> });
        sections.push(view! { <section class="notes" id=id>{heading} {entries}</section> });
    }
    view! {
        <header class="masthead">
            <p class="kicker"><a href="./">{RECORDS.story.headline}</a></p>
            <h1>{TITLE}</h1>
            <p class="standfirst">
                "What was counted, as of when, by whom, who says otherwise, and where it can be read. Every number of the story, its charts and its pieces leads to its record here."
            </p>
            <p class="lead">{ONE_EVENT}</p>
            <ul class="parts">{links}</ul>
        </header>
        <main id="main" class="ledger">{sections}</main>
    }
    .into_any()
}

/// What a list of sources does not say.
const ONE_EVENT: &str = "Several sources under a number are often several reports of one announcement. How many there are does not say how well it is confirmed.";

/// The record of a number.
pub(super) fn of_claim(claim: &'static Claim, shown: Shown) -> AnyView {
    let label = format!("Record of a number: {}", claim.value);
    article(("claim", claim.id), label, claims::in_full(claim), shown)
}

/// What sources disagree on.
fn of_conflict(conflict: &'static Conflict) -> AnyView {
    let label = format!("Disagreement: {}", conflict.title);
    article(("conflict", conflict.id), label, notes::disagreement(conflict), Shown::AsEntry)
}

/// Where a statement can be read.
pub(super) fn of_said(said: Said, shown: Shown) -> AnyView {
    let words = view! { <p>{said.words}</p> {claims::sources(said.sources, false)} };
    let label = "Sources of a statement".to_owned();
    article((said::KIND, &said.id), label, words.into_any(), shown)
}

/// What a term means.
pub(super) fn of_term(term: &'static Term, shown: Shown) -> AnyView {
    let actors = term.actors.iter().map(|&it| {
        let place = format!("#actor-{}", FACTS.actors[usize::from(it)].id);
        view! { <a class="inner" href=place>{MAP.nodes[usize::from(it)].name()}</a> }.into_any()
    });
    let actors = (!term.actors.is_empty()).then(|| {
        view! { <p class="sources">"In the map: " {prose::joined(actors, ", ")}</p> }
    });
    let words = view! {
        <h3 class="record-name">{term.term}</h3>
        <p>{term.text}</p>
        {actors}
        {claims::sources(term.sources, true)}
    };
    article(("term", term.id), format!("Term: {}", term.term), words.into_any(), shown)
}

fn article(
    (kind, id): (&'static str, &str),
    label: String,
    words: AnyView,
    shown: Shown,
) -> AnyView {
    let place = format!("{kind}-{id}");
    let address = format!("{LEDGER}#{place}");
    let within = view! {
        <a class="close" href=NOWHERE>"Close"</a>
        <div class="record">{words}</div>
        <p class="sources"><a class="address" href=address>"Address of this record"</a></p>
    };
    let id = id.to_owned();
    match shown {
        Shown::AsEntry => view! {
            <article class="leaf" id=place data-role=kind data-for=id aria-label=label>{within}</article>
        }
        .into_any(),
        // A dialog may be no article.
        Shown::AsSheet => view! {
            <div role="dialog" class="sheet" id=place data-role=kind data-for=id aria-label=label>{within}</div>
        }
        .into_any(),
    }
}
