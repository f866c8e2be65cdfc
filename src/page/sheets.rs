//! The record of every number, each a sheet that its number opens.

use std::collections::BTreeSet;

use explainer_model::records::Claim;
use leptos::prelude::*;

use super::{NOWHERE, records};
use crate::data::RECORDS;

/// The records of all numbers.
pub(super) fn sheets() -> AnyView {
    section(RECORDS.claims.iter())
}

/// The records of some numbers.
pub(super) fn of(ids: &BTreeSet<&str>) -> AnyView {
    section(RECORDS.claims.iter().filter(|it| ids.contains(it.id)))
}

fn section(claims: impl Iterator<Item = &'static Claim>) -> AnyView {
    let sheets = claims.map(|claim| {
        view! {
            <article class="sheet" id=format!("claim-{}", claim.id) data-role="claim" data-for=claim.id aria-label="Record of a number">
                <a class="close" href=NOWHERE>"Close"</a>
                <div class="record">{records::claim(claim)}</div>
            </article>
        }
    });
    view! { <section class="sheets" aria-label="Records of the numbers">{sheets.collect_view()}</section> }.into_any()
}
