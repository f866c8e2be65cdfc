//! Records as sheets over the page, each closed until a link opens it.
//!
//! All of them together are longer than the story, so the story brings none: `script/records.js` fetches
//! them from the ledger once the page has loaded. A piece, which may fetch nothing, holds those it names.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::ledger::{Shown, of_claim, of_said, of_term};
use super::said;
use crate::data::RECORDS;

/// The place of the records, which are not there yet.
pub(super) fn none_yet() -> AnyView {
    section(Vec::new())
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
