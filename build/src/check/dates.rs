//! Lists run forward in time, what is counted has a day, nothing that is drawn is later than the record, nothing ends
//! before it begins.

use explainer_model::Date;
use explainer_model::date::Precision;

use crate::data::Data;
use crate::problem::{At, Problems};

pub(crate) fn check(data: &Data, problems: &Problems) {
    let lists: [Vec<&At<Date>>; 4] = [
        data.releases.iter().map(|it| &it.date).collect(),
        data.totals.iter().map(|it| &it.date).collect(),
        data.held.iter().map(|it| &it.date).collect(),
        data.measures.iter().map(|it| &it.date).collect(),
    ];
    for list in &lists {
        in_order(list, problems);
    }
    // A sum up to a day would not know what a month holds of it, and a chart not where to draw it.
    let sums = data.claims.iter().filter(|it| it.sum.is_some()).map(|it| &it.date);
    for date in lists.iter().flatten().copied().chain(sums) {
        if date.value.precision() != Precision::Day {
            problems.add(
                &date.place,
                format!("{} has no day", date.value),
                "write the whole date, as \"2031-08-17\"",
            );
        }
    }
    if let Some(story) = &data.story {
        for date in
            lists.iter().flatten().filter(|it| it.value.first_day() > story.as_of.value.last_day())
        {
            problems.add(
                &date.place,
                format!("{} is after the record stops", date.value),
                format!(
                    "the record stops on {}: move `as_of` in story.toml, or mend the date",
                    story.as_of.value
                ),
            );
        }
    }
    for relation in &data.relations {
        if let (Some(start), Some(end)) = (&relation.start, &relation.end)
            && end.value.last_day() < start.value.first_day()
        {
            problems.add(
                &end.place,
                format!(
                    "`{}` ends ({}) before it begins ({})",
                    relation.id.value, end.value, start.value
                ),
                "put `start` before `end`",
            );
        }
    }
}

pub(super) fn in_order(dates: &[&At<Date>], problems: &Problems) {
    for pair in dates.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        if after.value.first_day() < before.value.first_day() {
            problems.add(
                &after.place,
                format!("{} stands after {}", after.value, before.value),
                "the list runs forward in time: move the table up",
            );
        }
    }
}
