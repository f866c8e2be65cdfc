//! Who says otherwise, and by how much.

use explainer_model::records::Claim;
use leptos::prelude::*;

use super::{notes, prose, totals};
use crate::data::RECORDS;

/// Everything on record against a number; `None` if there is nothing.
pub(super) fn disputed(claim: &'static Claim) -> Option<AnyView> {
    let is_named = |it: &u16| RECORDS.claims[usize::from(*it)].id == claim.id;
    let conflicts = RECORDS.conflicts.iter().filter(|it| it.claims.iter().any(is_named));
    let conflicts = conflicts.map(|it| {
        let sides = it.sides.iter().map(|side| {
            view! { <b>{side.who}</b> ": " {prose::prose(side.says)} " " }
        });
        let title = view! { <a href=notes::address(it)>{it.title}</a> };
        view! { <p>{title} ". " {sides.collect_view()}</p> }.into_any()
    });
    let total = RECORDS.totals.iter().find(|it| it.id == claim.id);
    let ours = total.and_then(|it| it.itemised);
    let by_ours = ours.filter(|it| it.stated() != claim.value.stated()).map(|ours| {
        let by = totals::difference(claim.value, ours);
        let words = format!("Our itemised sum for the same span is {ours}. The total: {by}.");
        view! { <p>{words}</p> }.into_any()
    });
    let all: Vec<AnyView> = conflicts.chain(by_ours).collect();
    (!all.is_empty()).then(|| all.into_any())
}
