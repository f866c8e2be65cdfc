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
    for (id, date) in named_after_days(data) {
        if let Some(said) = day_of(&id.value).filter(|it| *it != date.value) {
            problems.add(
                &date.place,
                format!("`date` is {}, the id says {said}", date.value),
                "mend one of the two",
            );
        }
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
    if let Some(story) = &data.story {
        let starts = data.relations.iter().filter_map(|it| it.start.as_ref());
        let sums = data.claims.iter().filter(|it| it.sum.is_some()).map(|it| &it.date);
        let stops = story.as_of.value;
        for date in starts.chain(sums).filter(|it| it.value.first_day() > stops.last_day()) {
            problems.add(
                &date.place,
                format!("{} is after the record stops", date.value),
                format!("the record stops on {stops}: is the year right?"),
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

/// Everything that stands for a day, with its id, which may hold that day.
fn named_after_days(data: &Data) -> impl Iterator<Item = (&At<String>, &At<Date>)> {
    let measures = data.measures.iter().map(|it| (&it.id, &it.date));
    data.numbers().map(|it| (it.0, it.1)).chain(measures)
}

/// The day that an id has in it, as in `rel-2031-08-17` or, of several on one day, `rel-2031-08-17-second`.
fn day_of(id: &str) -> Option<Date> {
    let (_, day) = id.split_once('-')?;
    let end = day.trim_end_matches(|it: char| it.is_ascii_lowercase()).trim_end_matches('-').len();
    Date::parse(&day[..end]).filter(|it| it.precision() == Precision::Day)
}

/// Whether every release stands where it belongs: after the one before, by a date that its id does not deny, on the record, once.
pub(super) fn are_settled(data: &Data) -> bool {
    let releases = &data.releases;
    let stops = data.story.as_ref().map(|it| it.as_of.value.last_day());
    let is_right = |idx: usize| {
        let (id, day) = (&releases[idx].id.value, releases[idx].date.value);
        releases[..idx].iter().all(|it| it.id.value != *id)
            && releases[..idx].last().is_none_or(|it| it.date.value.first_day() <= day.first_day())
            && day_of(id).is_none_or(|it| it == day)
            && stops.is_none_or(|it| day.first_day() <= it)
    };
    (0..releases.len()).all(is_right)
}

/// Notes the fewest tables that have to go elsewhere for a list to run forward in time.
pub(super) fn in_order(dates: &[&At<Date>], problems: &Problems) {
    let in_place = longest_forward(dates);
    for (idx, date) in
        dates.iter().enumerate().filter(|(idx, _)| in_place.binary_search(idx).is_err())
    {
        let before = in_place.iter().rfind(|it| **it < idx).map(|it| dates[*it]);
        let after = in_place.iter().find(|it| **it > idx).map(|it| dates[*it]);
        let (other, stands, to) = match (before, after) {
            (Some(it), _) if it.value.first_day() > date.value.first_day() => (it, "after", "up"),
            (_, Some(it)) => (it, "before", "down"),
            _ => continue,
        };
        problems.add(
            &date.place,
            format!("{} stands {stands} {} (line {})", date.value, other.value, other.place.line),
            format!("the list runs forward in time: move the table {to}, or mend its date"),
        );
    }
}

/// Which of the dates to keep where they are, as many as can be; ascending. Of two that have changed places, the first.
fn longest_forward(dates: &[&At<Date>]) -> Vec<usize> {
    let day = |idx: usize| dates[idx].value.first_day();
    // From the end: for each length the first of those rows of dates that begins latest, and what stands after each date.
    let (mut firsts, mut after): (Vec<usize>, Vec<Option<usize>>) =
        (Vec::new(), vec![None; dates.len()]);
    for idx in (0..dates.len()).rev() {
        let len = firsts.partition_point(|&first| day(first) >= day(idx));
        after[idx] = len.checked_sub(1).map(|it| firsts[it]);
        match firsts.get_mut(len) {
            Some(first) => *first = idx,
            None => firsts.push(idx),
        }
    }
    std::iter::successors(firsts.last().copied(), |&idx| after[idx]).collect()
}
