//! Records as sheets over the page, each closed until a link opens it.
//!
//! All of them together are longer than the story, so the story brings none: `script/records.js` fetches
//! them from the ledger once the page has loaded. A piece, which may fetch nothing, holds those it names.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::download::Download;
use super::ledger::{Shown, of_claim, of_said, of_term};
use super::said;
use super::template::lean_script;
use crate::data::RECORDS;

/// The script, with comments for those who read it.
const SCRIPT: &str = include_str!("../script/records.js");

/// The place of the records, which are not there yet.
pub(super) fn none_yet() -> AnyView {
    section(Vec::new())
}

/// What brings them, once the page has settled.
pub(super) fn script() -> Download {
    Download { name: "records.js".to_owned(), content: lean_script(SCRIPT) }
}

/// The records of some numbers, terms and statements.
pub(super) fn of(
    claims: &BTreeSet<&str>,
    terms: &BTreeSet<&str>,
    statements: &BTreeSet<&str>,
) -> AnyView {
    let claims = RECORDS.claims.iter().filter(|it| claims.contains(it.id));
    let claims = claims.map(|it| of_claim(it, Shown::AsSheet));
    let terms = RECORDS.terms.iter().filter(|it| terms.contains(it.id));
    let terms = terms.map(|it| of_term(it, Shown::AsSheet));
    let said = said::all().into_iter().filter(|it| statements.contains(it.id.as_str()));
    let said = said.map(|it| of_said(it, Shown::AsSheet));
    section(claims.chain(terms).chain(said).collect())
}

fn section(sheets: Vec<AnyView>) -> AnyView {
    view! { <section class="sheets" aria-label="Records of numbers and terms">{sheets}</section> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_ships_without_comments_and_asks_for_the_ledger() {
        let script = script().content;
        assert!(!script.contains("//") && !script.contains("/*"), "{script}");
        assert!(
            script.contains(&format!("fetch(\"{}\")", super::super::ledger::LEDGER)),
            "{script}"
        );
    }
}
