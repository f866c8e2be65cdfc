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

/// Notes sums that end before the last release, key figures that tell an older sum or count than there is, and releases of
/// which no change tells.
pub(crate) fn left_behind(data: &Data, problems: &Problems) {
    // The two countings each have sums of their own.
    for recognised in [false, true] {
        let sums = data
            .claims
            .iter()
            .filter(|it| it.sum.is_some_and(|it| it.with_that_day && it.recognised == recognised));
        let sums: Vec<Told<'_>> = sums.map(|it| (&it.id, &it.date)).collect();
        let newest = sums.iter().max_by_key(|it| it.1.value.first_day());
        if let Some((newest, last)) = newest.zip(data.releases.last())
            && is_before(newest.1, &last.date)
        {
            problems.add(
                &newest.1.place,
                format!(
                    "the newest sum goes to {}, the releases to {}",
                    newest.1.value, last.date.value
                ),
                "add a claim with a sum to that day, and lead the key figures in story.toml to it",
            );
        }
        older_figures(data, "sum", &sums, problems);
    }
    for counter in data.ids.of("counter") {
        let counts = data.held.iter().filter(|it| it.counter.value == counter.value);
        let counts: Vec<Told<'_>> = counts.map(|it| (&it.id, &it.date)).collect();
        older_figures(data, "count", &counts, problems);
    }
    untold(data, problems);
}

/// A number that may be told: its id, and the day for which it stands.
type Told<'a> = (&'a At<String>, &'a At<Date>);

fn is_before(one: &At<Date>, other: &At<Date>) -> bool {
    one.value.first_day() < other.value.first_day()
}

/// Notes key figures that tell one of these numbers, and not the newest of them.
fn older_figures(data: &Data, called: &str, numbers: &[Told<'_>], problems: &Problems) {
    let Some(newest) = numbers.iter().max_by_key(|it| it.1.value.first_day()) else { return };
    for figure in data.story.iter().flat_map(|it| &it.key_figures) {
        let told = numbers.iter().find(|it| it.0.value == figure.claim.value);
        if let Some(told) = told.filter(|it| is_before(it.1, newest.1)) {
            problems.add(
                &figure.claim.place,
                format!("the key figure tells the {called} of {}", told.1.value),
                format!("there is one of {}: `{}`", newest.1.value, newest.0.value),
            );
        }
    }
}

/// Notes releases that came after the first edition and of which the list of changes does not tell.
fn untold(data: &Data, problems: &Problems) {
    let Some(first) = data.changes.first() else { return };
    let names = |id: &str| {
        data.changes.iter().any(|it| {
            it.claims.iter().any(|it| it.value == id) || it.what.value.contains(&format!(":{id})"))
        })
    };
    for release in data.releases.iter().filter(|it| is_before(&first.data_to, &it.date)) {
        if !names(&release.id.value) {
            problems.add(
                &release.id.place,
                format!("no change tells of `{}`", release.id.value),
                "add an entry to changes.toml, or name it in the `claims` of one",
            );
        }
    }
}
