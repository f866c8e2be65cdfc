//! The table of all numbers. It stands sorted by date; a script sorts it by any column. Rows are left out
//! by style sheets, so that filters work without it.

use explainer_model::count::Kind;
use explainer_model::records::{Claim, Conflict};
use leptos::prelude::*;

use super::super::{claims, notes, records, sources};
use crate::data::RECORDS;

/// Which rows are shown, and who has a say in it.
const FILTERS: [(&str, &str); 6] = [
    ("all", "all"),
    ("single", "with one source"),
    ("disputed", "on which sources disagree"),
    ("derived", "our own arithmetic"),
    ("bound", "one-sided bounds"),
    ("about", "approximate figures"),
];

/// A column, and what it is sorted by: the words of its cells, or a key that they have.
const COLUMNS: [(&str, &str); 6] = [
    ("Date", "key"),
    ("Number", "count"),
    ("What was counted", "words"),
    ("How exact", "key"),
    ("Said by", "words"),
    ("Sources", "key"),
];

/// The first of the columns whose cells are words.
const FIRST_OF_WORDS: usize = 2;

/// A number with what is said about it.
struct Entry {
    claim: &'static Claim,
    conflicts: Vec<&'static Conflict>,
    /// The filters that show it, besides "all".
    kinds: Vec<&'static str>,
}

impl Entry {
    fn of(idx: usize, claim: &'static Claim) -> Entry {
        let is_about = |it: &&Conflict| it.claims.iter().any(|it| usize::from(*it) == idx);
        let conflicts: Vec<&Conflict> = RECORDS.conflicts.iter().filter(is_about).collect();
        let kind = claim.value.kind();
        let kinds = [
            ("single", !claim.is_derived() && claim.sources.len() == 1),
            ("disputed", !conflicts.is_empty()),
            ("derived", claim.is_derived()),
            ("bound", claim.value.is_lower_bound()),
            ("about", kind == Kind::About),
        ];
        let kinds = kinds.into_iter().filter(|it| it.1).map(|it| it.0).collect();
        Entry { claim, conflicts, kinds }
    }
}

/// Filters and table.
pub(super) fn ledger() -> AnyView {
    let entries = RECORDS.claims.iter().enumerate().map(|(idx, it)| Entry::of(idx, it));
    let mut entries: Vec<Entry> = entries.collect();
    entries.sort_by_key(|it| it.claim.date);
    let filters = FILTERS.iter().enumerate().map(|(idx, (value, words))| {
        let n = entries.iter().filter(|it| idx == 0 || it.kinds.contains(value)).count();
        view! {
            <label>
                <input type="radio" name="only" value=*value checked=idx == 0/>
                <span>{format!("{words} ({n})")}</span>
            </label>
        }
    });
    let filters = filters.collect_view();
    let heads = COLUMNS.iter().enumerate().map(|(idx, (words, by))| {
        let sorted = (idx == 0).then_some("ascending");
        let class = (idx >= FIRST_OF_WORDS).then_some("words");
        view! { <th scope="col" data-by=*by aria-sort=sorted class=class>{*words}</th> }
    });
    let heads = heads.collect_view();
    view! {
        <section class="ledger" id="numbers" aria-label="All numbers">
            <fieldset class="switch"><legend>"Numbers"</legend>{filters}</fieldset>
            <p class="told" role="status"></p>
            <div class="table">
                <table>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{entries.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn row(entry: &Entry) -> AnyView {
    let claim = entry.claim;
    let said_by = claims::said_by(claim);
    let conflicts = entry.conflicts.iter().map(|it| {
        view! { <p class="sources">"Sources differ: " <a href=notes::address(it)>{it.title}</a></p> }
    });
    view! {
        <tr class=entry.kinds.join(" ")>
            <th scope="row" data-key=claim.date.iso()>{claim.date.short()}</th>
            <td><a class="number" href=format!("./#claim-{}", claim.id)>{claim.value.sign()}</a></td>
            <td class="words">{claim.counted}</td>
            <td class="words" data-key=claim.value.kind() as u8>
                {records::bound(claim.value.kind())} {conflicts.collect_view()}
            </td>
            <td class="words">{said_by}</td>
            <td class="words" data-key=claim.sources.len()>{sources::line(claim.sources)}</td>
        </tr>
    }
    .into_any()
}
