//! Writes checked data as Rust statics: `facts.rs` for the wasm and the host, `map.rs`
//! and `records.rs` for the host.

mod facts;
mod graph;
mod map;
mod records;
mod rust;

use explainer_model::facts::Release;

pub(crate) use facts::{facts, in_lane};
pub(crate) use map::map;
pub(crate) use records::records;

use crate::rows::counts::ReleaseRow;

/// The numbers of a release, for sums; without its words.
pub(crate) fn numbers(row: &ReleaseRow) -> Release {
    Release {
        id: "",
        date: row.date.value,
        people: row.people.value,
        itemised: itemised(row),
        recognised: row.recognised.as_ref().map(|it| it.value),
        annotation: None,
        taken_to: &[],
        actors: &[],
    }
}

fn itemised(row: &ReleaseRow) -> Option<explainer_model::Count> {
    match &row.in_sum {
        None => Some(row.people.value),
        Some(part) => part.value,
    }
}
