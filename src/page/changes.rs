//! What has changed: a page of its own, and what a returning reader is told of it on the story.

use explainer_model::records::Change;
use leptos::prelude::*;

use super::template::inline;
use super::{Page, Scripts, prose};
use crate::data::{FACTS, RECORDS};

/// Its file.
const CHANGES: &str = "changes.html";
const TITLE: &str = "What changed";

/// The script, with comments for those who read it.
const SCRIPT: &str = include_str!("../script/changes.js");

/// The page; `None` if the story keeps no list.
pub(super) fn page() -> Option<Page> {
    let style = include_str!("../../style/changes.css");
    let page = || Page::beside(CHANGES, TITLE, style, list, Scripts::None);
    (!RECORDS.changes.is_empty()).then(page)
}

/// The way there. The script says in its place how much is new.
pub(super) fn link() -> AnyView {
    if RECORDS.changes.is_empty() {
        return ().into_any();
    }
    let days: Vec<String> = RECORDS.changes.iter().map(|it| it.data_to.iso()).collect();
    view! { <p><a href=CHANGES data-changes=days.join(" ")>{TITLE}</a></p> }.into_any()
}

/// What says how much is new.
pub(super) fn script() -> String {
    if RECORDS.changes.is_empty() { String::new() } else { inline(SCRIPT) }
}

fn list() -> AnyView {
    let entries = RECORDS.changes.iter().enumerate().rev().map(|(idx, it)| entry(idx + 1, it));
    let remembers = format!("./?data={}", FACTS.as_of.iso());
    view! {
        <header class="masthead">
            <p class="kicker"><a href="./">{RECORDS.story.headline}</a></p>
            <h1>{TITLE}</h1>
            <p class="standfirst">
                {format!("Corrections and updates, the newest first. The data now go to {}.", FACTS.as_of)}
            </p>
        </header>
        <main id="main">
            <ol class="changes" reversed>{entries.collect_view()}</ol>
            <p class="sources">
                "A link can remember which data it was made for. Once the data have moved on, "
                <a href=remembers>"this one"</a>
                " will tell whoever opens it how much has changed since."
            </p>
        </main>
    }
    .into_any()
}

/// One change. Links to it lead to its number in the list, which only grows.
fn entry(number: usize, change: &'static Change) -> AnyView {
    let claims = change.claims.iter().map(|claim| {
        let claim = &RECORDS.claims[usize::from(*claim)];
        prose::claim_link_there(claim.id, claim.value.sign()).into_any()
    });
    let claims = (!change.claims.is_empty()).then(|| {
        view! { <p class="sources">"Numbers: " {prose::joined(claims, ", ")}</p> }
    });
    view! {
        <li id=format!("change-{number}") class=change.kind.name()>
            <h2><time datetime=change.date.iso()>{change.date.to_string()}</time></h2>
            <p class="kind"><b>{change.kind.name()}</b> " · " {format!("data to {}", change.data_to)}</p>
            <p>{prose::there(change.what)}</p>
            {claims}
        </li>
    }
    .into_any()
}
