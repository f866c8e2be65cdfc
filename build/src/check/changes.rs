//! The list of changes runs forward, and its last entry is about the data that are there.

use explainer_model::date::Precision;

use super::dates::in_order;
use super::links::dangling;
use crate::data::{CLAIM_KINDS, Data};
use crate::problem::Problems;

pub(crate) fn check(data: &Data, problems: &Problems) {
    let changes = &data.changes;
    in_order(&changes.iter().map(|it| &it.date).collect::<Vec<_>>(), problems);
    in_order(&changes.iter().map(|it| &it.data_to).collect::<Vec<_>>(), problems);
    for change in changes {
        if change.date.value.precision() != Precision::Day {
            problems.add(
                &change.date.place,
                format!("the page changed in {}, but on which day?", change.date.value),
                "write the whole date, as \"2031-08-17\"",
            );
        }
        if change.data_to.value.first_day() > change.date.value.last_day() {
            problems.add(
                &change.data_to.place,
                format!("data to {} in a page of {}", change.data_to.value, change.date.value),
                "no page knows what is to come: mend one of the two dates",
            );
        }
        change.claims.iter().for_each(|it| dangling(data, problems, &CLAIM_KINDS, "claim", it));
    }
    // If one could not be used, the newest of the others need not be the newest.
    let newest = changes.last().filter(|_| data.ids.are_complete("change"));
    if let Some((newest, story)) = newest.zip(data.story.as_ref())
        && newest.data_to.value != story.as_of.value
    {
        problems.add(
            &newest.data_to.place,
            format!("the newest change has data to {}", newest.data_to.value),
            format!(
                "the record stops on {}: add an entry for that, or move `as_of` in story.toml",
                story.as_of.value
            ),
        );
    }
}
