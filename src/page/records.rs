//! What the record of a release says. The same words stand in the chronology and, when chosen, in the
//! readout.

use explainer_model::Count;
use explainer_model::count::Kind;
use explainer_model::facts::Release;
use explainer_model::records::ReleaseRecord;
use explainer_model::sums;
use leptos::prelude::*;

use super::{prose, said};
use crate::data::{FACTS, RECORDS};

/// A line of a record: what it is about, and what is known.
pub(super) fn row(about: &'static str, known: impl IntoView + 'static) -> AnyView {
    view! { <dt>{about}</dt><dd>{known}</dd> }.into_any()
}

/// A line that is left out when there is nothing to say.
pub(super) fn maybe_row(about: &'static str, known: &'static str) -> AnyView {
    if known.is_empty() { ().into_any() } else { row(about, known) }
}

/// The words of a release.
pub(super) fn release(idx: usize) -> AnyView {
    let (release, record) = (&FACTS.releases[idx], &RECORDS.releases[idx]);
    view! {
        <p class="record-date">{release.date.to_string()}</p>
        <p class="record-value">
            {prose::claim_link(release.id, release.people.sign())} " " <span>{FACTS.labels.people_word(release.people)}</span>
        </p>
        <p>{record.counted}</p>
        <dl>
            {parts(release, record)}
            {row("Sum so far", sum_so_far(idx))}
            {taken_to(record)}
            {maybe_row("In return, as reported", record.in_return)}
        </dl>
        <dl class="more">
            {names("Named", record.named)}
            {names("Negotiators", record.negotiators)}
            {foreigners(record)}
            {maybe_row("Note", record.note)}
        </dl>
        {said::door(&format!("claim-{}", release.id), record.sources)}
    }
    .into_any()
}

fn taken_to(record: &'static ReleaseRecord) -> AnyView {
    let places = record.taken_to.iter().map(|it| {
        let note = if it.note.is_empty() { String::new() } else { format!(" ({})", it.note) };
        format!("{}: {}{note}", it.place, it.people)
    });
    let places: Vec<String> = places.collect();
    let known = if places.is_empty() { "not stated".to_owned() } else { places.join("; ") };
    row("Where to", known)
}

fn parts(release: &'static Release, record: &'static ReleaseRecord) -> AnyView {
    let recognised = FACTS.labels.recognised.map(|label| {
        let of_one = FACTS.labels.recognised_person.filter(|_| release.people == Count::exactly(1));
        let known = match (release.recognised, of_one) {
            (Some(Count::ZERO), Some(label)) => format!("not {label}"),
            (Some(_), Some(label)) => label.to_owned(),
            (None, Some(label)) => format!("whether {label} is not known"),
            (Some(count), None) => format!("{count} {label}"),
            (None, None) => format!("how many of them are {label} is not known"),
        };
        row(if of_one.is_some() { "Of whom" } else { "Of these" }, known)
    });
    let in_sum = (!record.itemised_because.is_empty()).then(|| {
        let counted = match release.itemised {
            Some(count) => format!("{count}. {}", record.itemised_because),
            None => format!("none. {}", record.itemised_because),
        };
        row("In the sum", counted)
    });
    view! { {recognised} {in_sum} }.into_any()
}

/// Both countings after a release.
pub(super) fn sum_so_far(idx: usize) -> String {
    let sum = sums::running(&FACTS.releases[..=idx]).pop().unwrap_or(sums::Running::START);
    let people = FACTS.labels.count_of_people(sum.itemised);
    match FACTS.labels.recognised {
        Some(label) => {
            format!("{people}; {} of them {label}", sum.recognised)
        }
        None => people,
    }
}

fn names(about: &'static str, names: &'static [&'static str]) -> AnyView {
    if names.is_empty() { ().into_any() } else { row(about, names.join(", ")) }
}

fn foreigners(record: &'static ReleaseRecord) -> AnyView {
    let lists: Vec<String> =
        record.foreigners.iter().map(|it| format!("{}: {}", it.by, it.list)).collect();
    if lists.is_empty() { ().into_any() } else { row("Foreigners, as listed by", lists.join("; ")) }
}

/// What kind of bound a number is, in words.
pub(super) fn bound(kind: Kind) -> &'static str {
    match kind {
        Kind::Exactly => "an exact figure, as its source gives it",
        Kind::AtLeast => "a lower bound: this many or more",
        Kind::MoreThan => "a lower bound: more than this",
        Kind::About => "an approximate figure",
        Kind::Between => "between two bounds",
    }
}
