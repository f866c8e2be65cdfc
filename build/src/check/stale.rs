//! What a new release leaves behind it, and what is ahead of today. This is advice: what is told of an earlier day may be
//! meant so, and no build asks for the day.

use explainer_model::Date;

use crate::data::Data;
use crate::problem::{At, Problems};

/// Notes what was printed, said or changed later than today.
pub(crate) fn ahead(data: &Data, today: Date, problems: &Problems) {
    let dates = data.sources.iter().filter_map(|it| it.date.as_ref());
    let dates = dates.chain(data.quotes.iter().map(|it| &it.date));
    let dates = dates.chain(data.changes.iter().map(|it| &it.date));
    for date in dates.filter(|it| it.value.first_day() > today.last_day()) {
        problems.add(
            &date.place,
            format!("{} is in the future", date.value),
            format!("today is {today}: is the year right?"),
        );
    }
}

/// Notes sums that end before the last release, and key figures that tell an older sum than there is.
pub(crate) fn left_behind(data: &Data, problems: &Problems) {
    let sums = || data.claims.iter().filter(|it| it.sum.is_some_and(|it| it.with_that_day));
    let Some(newest) = sums().max_by_key(|it| it.date.value.first_day()) else { return };
    let is_before =
        |one: &At<Date>, other: &At<Date>| one.value.first_day() < other.value.first_day();
    if let Some(last) = data.releases.last().filter(|it| is_before(&newest.date, &it.date)) {
        problems.add(
            &newest.date.place,
            format!(
                "the newest sum goes to {}, the releases to {}",
                newest.date.value, last.date.value
            ),
            "add a claim with a sum to that day, and lead the key figures in story.toml to it",
        );
    }
    for figure in data.story.iter().flat_map(|it| &it.key_figures) {
        let told = sums().find(|it| it.id.value == figure.claim.value);
        if let Some(told) = told.filter(|it| is_before(&it.date, &newest.date)) {
            problems.add(
                &figure.claim.place,
                format!("the key figure tells the sum to {}", told.date.value),
                format!("there is one to {}: `{}`", newest.date.value, newest.id.value),
            );
        }
    }
}
