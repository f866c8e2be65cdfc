//! The record of every number, each a sheet that its number opens.

use leptos::prelude::*;

use super::{NOWHERE, records};
use crate::data::RECORDS;

pub(super) fn sheets() -> AnyView {
    let sheets = RECORDS.claims.iter().map(|claim| {
        view! {
            <article class="sheet" id=format!("claim-{}", claim.id) data-role="claim" data-for=claim.id aria-label="Record of a number">
                <a class="close" href=NOWHERE>"Close"</a>
                <div class="record">{records::claim(claim)}</div>
            </article>
        }
    });
    view! { <section class="sheets" aria-label="Records of the numbers">{sheets.collect_view()}</section> }.into_any()
}
