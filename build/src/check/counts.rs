//! Counts agree with their parts, and stated sums with the releases.

use explainer_model::count::Kind;
use explainer_model::facts::Release;
use explainer_model::{Count, sums};

use super::dates;
use crate::data::Data;
use crate::emit;
use crate::problem::{At, Problems, counted};
use crate::rows::counts::ReleaseRow;

pub(crate) fn check(data: &Data, problems: &Problems) {
    for release in &data.releases {
        parts(release, problems);
    }
    // Sums over a list of releases in which something is missing or misplaced would only give false alarms.
    if data.ids.are_complete("release") && dates::are_settled(data) {
        let releases: Vec<Release> = data.releases.iter().map(emit::numbers).collect();
        sums_of_totals(data, &releases, problems);
        sums_of_claims(data, &releases, problems);
    }
}

fn parts(release: &ReleaseRow, problems: &Problems) {
    let people = release.people.value;
    let taken: Count = release.taken_to.iter().map(|it| it.people.value).sum();
    // Of "at least 30" and "at least 6" both can be true, but then the parts leave 24 out.
    let leaves_out = taken.low() < people.low()
        && [taken, people].map(Count::kind).iter().all(|it| *it != Kind::About);
    if !release.taken_to.is_empty() && (leaves_out || !taken.agrees_with(people)) {
        problems.add(
            &release.people.place,
            format!("`people` is {people}, but `taken_to` adds up to {taken}"),
            "mend the parts, or add { place = \"not-stated\", … } for the rest",
        );
    } else if exceeds(taken, people) {
        problems.add(
            &release.people.place,
            format!("`people` is {people}, but `taken_to` adds up to {taken}"),
            "parts are together no more than what is known of the whole: mend one of the two",
        );
    }
    part_of("recognised", release.recognised.as_ref(), ("people", people), problems);
    if let Some(in_sum) = &release.in_sum {
        if let Some(value) = in_sum.value {
            let part = At { value, place: in_sum.place.clone() };
            part_of("in_sum", Some(&part), ("people", people), problems);
            part_of("recognised", release.recognised.as_ref(), ("in_sum", value), problems);
        }
        if release.in_sum_because.is_empty() {
            problems.add(
                &in_sum.place,
                "`in_sum` is set without a reason",
                "say why in `in_sum_because`",
            );
        }
    }
    let n_named = u32::try_from(release.named.len()).unwrap_or(u32::MAX);
    if exceeds(Count::at_least(n_named), people) {
        problems.add(
            &release.people.place,
            format!(
                "`people` is {people}, but `named` has {}",
                counted(release.named.len(), "name", "names")
            ),
            "mend one of the two",
        );
    }
}

/// Whether a part is said to be more than the whole. Of "at least 30", 31 are too many, since then it is at least 31; of
/// "about 30", 31 may be, but not twice as many.
fn exceeds(part: Count, whole: Count) -> bool {
    match whole.kind() {
        Kind::About => part.low() > whole.stated().saturating_mul(2),
        Kind::AtLeast | Kind::MoreThan => part.low() > whole.low(),
        Kind::Exactly | Kind::Between => {
            whole.high().is_some_and(|most| part.high().unwrap_or(part.low()) > most)
        }
    }
}

fn part_of(
    name: &str,
    part: Option<&At<Count>>,
    (whole_name, whole): (&str, Count),
    problems: &Problems,
) {
    let Some(part) = part else { return };
    if exceeds(part.value, whole) {
        problems.add(
            &part.place,
            format!("`{name}` is {}, but `{whole_name}` is {whole}", part.value),
            "a part is no larger than the whole",
        );
    }
}

fn sums_of_totals(data: &Data, releases: &[Release], problems: &Problems) {
    for total in &data.totals {
        let Some(stated) = &total.itemised else { continue };
        let with_that_day = total.includes_same_day != Some(false);
        let sum = sums::up_to(releases, total.date.value, with_that_day).itemised;
        same("itemised", stated, sum, problems);
    }
}

fn sums_of_claims(data: &Data, releases: &[Release], problems: &Problems) {
    for claim in &data.claims {
        let Some(which) = &claim.sum else { continue };
        let sums = sums::up_to(releases, claim.date.value, which.with_that_day);
        let sum = if which.recognised { sums.recognised } else { sums.itemised };
        same("value", &claim.value, sum, problems);
    }
}

fn same(name: &str, stated: &At<Count>, sum: Count, problems: &Problems) {
    if stated.value != sum {
        let right = match sum.kind() {
            // Two of its forms are those of sums alone, and found nowhere else.
            Kind::About => format!("write {name} = {}, or mend the releases", about(sum)),
            _ => "mend the number, or the releases".to_owned(),
        };
        problems.add(
            &stated.place,
            format!("`{name}` is {}, but the releases add up to {sum}", stated.value),
            right,
        );
    }
}

/// An approximate sum as it is written in `data/`.
fn about(sum: Count) -> String {
    let n = sum.stated();
    match sum.high() {
        None => format!("{{ about_or_more = {n} }}"),
        Some(high) if high != n => format!("{{ about_between = [{n}, {high}] }}"),
        Some(_) => format!("{{ about = {n} }}"),
    }
}
