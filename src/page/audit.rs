//! Every number of the page in one table, for those who check it, and the sum step by step.

use std::collections::BTreeSet;

use explainer_model::count::Kind;
use explainer_model::records::Claim;
use explainer_model::sums;
use leptos::prelude::*;

use super::{Page, Scripts, built, records, sources};
use crate::data::{FACTS, RECORDS};

/// Its file.
pub(super) const AUDIT: &str = "audit.html";
const TITLE: &str = "Every number, to be checked";

/// Which rows are shown; style sheets leave out the others.
const FILTERS: [(&str, &str); 5] = [
    ("all", "all"),
    ("single", "with one source"),
    ("disputed", "on which sources disagree"),
    ("derived", "our own arithmetic"),
    ("bound", "bounds and approximate figures"),
];

pub(super) fn page() -> Page {
    Page::beside(AUDIT, TITLE, include_str!("../../style/audit.css"), body, Scripts::None)
}

fn body() -> AnyView {
    let disputed: BTreeSet<&str> = RECORDS
        .conflicts
        .iter()
        .flat_map(|it| it.claims)
        .map(|it| RECORDS.claims[usize::from(*it)].id)
        .collect();
    let kinds: Vec<(&Claim, Vec<&str>)> =
        RECORDS.claims.iter().map(|it| (it, kinds_of(it, disputed.contains(it.id)))).collect();
    let filters = FILTERS.iter().enumerate().map(|(idx, (value, words))| {
        let n = kinds.iter().filter(|it| *value == "all" || it.1.contains(value)).count();
        view! {
            <label>
                <input type="radio" name="only" value=*value checked=idx == 0/>
                <span>{format!("{words} ({n})")}</span>
            </label>
        }
    });
    let filters = filters.collect_view();
    let rows = kinds.iter().map(|(claim, kinds)| row(claim, kinds)).collect_view();
    let heads = ["Date", "Number", "What was counted", "How sure", "Said by", "Sources"];
    view! {
        <header class="masthead">
            <p class="kicker"><a href="./">{RECORDS.story.headline}</a></p>
            <h1>{TITLE}</h1>
            <p class="standfirst">
                {format!("The {} numbers that the page, its charts and its pieces show. A number opens its record there.", kinds.len())}
            </p>
        </header>
        <main id="main" class="audit">
            <fieldset class="switch"><legend>"Numbers"</legend>{filters}</fieldset>
            <div class="table">
                <table>
                    <thead><tr>{heads.map(|it| view! { <th scope="col">{it}</th> }).collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {sum()}
            <p class="sources">
                "All of it as files: " <a href="claims.json" download="">"all claims as JSON"</a> ", "
                <a href="releases.csv" download="">"releases as CSV"</a> ", "
                <a href="held.csv" download="">"counts of those held as CSV"</a> "."
            </p>
            {built::built()}
        </main>
    }
    .into_any()
}

/// Which filters show a claim, besides "all".
fn kinds_of(claim: &Claim, is_disputed: bool) -> Vec<&'static str> {
    let kinds = [
        ("single", !claim.derived && claim.sources.len() == 1),
        ("disputed", is_disputed),
        ("derived", claim.derived),
        ("bound", claim.value.kind() != Kind::Exactly),
    ];
    kinds.into_iter().filter(|it| it.1).map(|it| it.0).collect()
}

fn row(claim: &'static Claim, kinds: &[&str]) -> AnyView {
    let said_by = match claim.said_by {
        _ if claim.derived => "our own arithmetic",
        "" => "its sources",
        name => name,
    };
    view! {
        <tr class=kinds.join(" ")>
            <th scope="row">{claim.date.short()}</th>
            <td><a class="number" href=format!("./#claim-{}", claim.id)>{claim.value.sign()}</a></td>
            <td class="words">{claim.counted}</td>
            <td class="words">{records::bound(claim.value.kind())}</td>
            <td class="words">{said_by}</td>
            <td class="words">{sources::line(claim.sources)}</td>
        </tr>
    }
    .into_any()
}

/// What each release adds to the sum, and why it adds another number than it counts.
fn sum() -> AnyView {
    let running = sums::running(FACTS.releases);
    let rows = FACTS.releases.iter().zip(RECORDS.releases).zip(running);
    let rows = rows.map(|((release, record), sum)| {
        let added = release.itemised.map_or_else(|| "–".to_owned(), |it| it.sign());
        let recognised = release.recognised.map_or_else(|| "not known".to_owned(), |it| it.sign());
        view! {
            <tr>
                <th scope="row"><a href=format!("./#release-{}", release.id)>{release.date.short()}</a></th>
                <td>{release.people.sign()}</td>
                <td>{added}</td>
                <td>{sum.itemised.sign()}</td>
                <td>{recognised}</td>
                <td>{sum.recognised.sign()}</td>
                <td class="words">{record.itemised_because}</td>
            </tr>
        }
    });
    let recognised = FACTS.labels.recognised.unwrap_or("of a second counting");
    let heads = [
        "Date",
        FACTS.labels.people,
        "Enters the sum",
        "Sum",
        recognised,
        "Sum of these",
        "Why another number",
    ];
    view! {
        <section class="notes" id="sum">
            <h2>"The sum, release by release"</h2>
            <p class="lead">
                "A lower bound stays one in the sum. Where it is not known how many belong to the second counting, none is added to its lower end."
            </p>
            <div class="table">
                <table>
                    <thead><tr>{heads.map(|it| view! { <th scope="col">{it}</th> }).collect_view()}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
