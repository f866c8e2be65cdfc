//! More of a kind than a page can show, or than its numbers reach.

use explainer_model::facts::Counter;
use explainer_model::graph::Group;

use crate::data::Data;
use crate::problem::Problems;

/// Kinds of table, how many of each there may be, and why.
const LIMITS: [(&str, usize, &str); 7] = [
    ("group", Group::MAX, "the map has no more colours: put some of them together"),
    ("counter", Counter::MAX, "the chart has no more marks: put those of few counts together"),
    ("place", 255, "put some of them together"),
    ("kind", 64, "the filter has no more room: put some of them together"),
    ("actor", 65_535, "take some out"),
    ("relation", 65_535, "take some out"),
    ("release", 65_535, "put some of them together"),
];

/// Whether one more of a kind would be too many.
pub(super) fn is_full(data: &Data, kind: &str) -> bool {
    LIMITS.iter().any(|it| it.0 == kind && data.ids.of(kind).len() >= it.1)
}

pub(crate) fn check(data: &Data, problems: &Problems) {
    for (kind, max, right) in LIMITS {
        if let Some(id) = data.ids.of(kind).get(max) {
            problems.add(&id.place, format!("more than {max} tables of the kind `{kind}`"), right);
        }
    }
}
