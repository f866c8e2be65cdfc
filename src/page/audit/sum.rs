//! What each release adds to the sum, and why it adds another number than it counts. A script adds the
//! cells up again, and says whether that is what the page states.

use explainer_model::Count;
use explainer_model::sums::{self, Running};
use leptos::prelude::*;

use super::super::figures::heads;
use crate::data::{FACTS, RECORDS};

/// The sum, release by release, with the total that the page states under it.
pub(super) fn sum() -> AnyView {
    let running = sums::running(FACTS.releases);
    let total = running.last().copied().unwrap_or(Running::START);
    let rows = FACTS.releases.iter().zip(RECORDS.releases).zip(running);
    let rows = rows.map(|((release, record), sum)| {
        let added = release.itemised.map_or_else(|| "–".to_owned(), |it| it.sign());
        let recognised = release.recognised.map_or_else(|| "not known".to_owned(), |it| it.sign());
        let recognised = FACTS.labels.recognised.map(|_| {
            view! { <td data-part="recognised">{recognised}</td><td data-sum="recognised">{sum.recognised.sign()}</td> }
        });
        view! {
            <tr>
                <th scope="row"><a href=format!("./#release-{}", release.id)>{release.date.short()}</a></th>
                <td>{release.people.sign()}</td>
                <td data-part="itemised">{added}</td>
                <td data-sum="itemised">{sum.itemised.sign()}</td>
                {recognised}
                <td class="words">{record.itemised_because}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let recognised = FACTS.labels.recognised;
    let numbers = ["Date", FACTS.labels.people, "Enters the sum", "Sum"].into_iter();
    let numbers = numbers.chain(recognised).chain(recognised.map(|_| "Sum of these"));
    let of_recognised = recognised.map(|label| {
        view! { <td></td><td data-total="recognised" data-label=label>{stated(total.recognised)}</td> }
    });
    view! {
        <section class="notes" id="sum">
            <h2>"The sum, release by release"</h2>
            <p class="lead">
                "A lower bound stays one in the sum. Where it is not known how many belong to the second counting, none is added to its lower end."
            </p>
            <p class="again"></p>
            <p class="told" role="status"></p>
            <div class="table">
                <table>
                    <thead><tr>{heads(numbers, ["Why another number"])}</tr></thead>
                    <tbody>{rows}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">"The page states"</th>
                            <td></td>
                            <td></td>
                            <td data-total="itemised" data-label=FACTS.labels.people>{stated(total.itemised)}</td>
                            {of_recognised}
                            <td></td>
                        </tr>
                    </tfoot>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// A total as the page states it: a link to its record, if it has one.
fn stated(total: Count) -> AnyView {
    let last = FACTS.releases.last().map(|it| it.date);
    let mut claims = RECORDS.claims.iter().filter(|it| it.is_derived() && Some(it.date) >= last);
    match claims.find(|it| it.value == total) {
        Some(claim) => {
            let record = format!("./#claim-{}", claim.id);
            view! { <a class="number" href=record>{claim.value.sign()}</a> }.into_any()
        }
        None => total.sign().into_any(),
    }
}
