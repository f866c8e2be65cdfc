//! Who left, who is still held, and therefore who was newly counted in between: our own arithmetic, with
//! its formula.

use explainer_model::Count;
use explainer_model::count::Kind;
use explainer_model::facts::Held;
use explainer_model::sums;
use leptos::prelude::*;

use super::prose;
use crate::data::{FACTS, RECORDS};

/// The first and the last exact count of the counter that counted longest, and what lies between.
pub(super) fn turnover() -> AnyView {
    let Some(heading) = &RECORDS.story.headings.turnover else { return ().into_any() };
    let Some((before, after, freed, added)) = longest() else { return ().into_any() };
    let counter = FACTS.counters.get(usize::from(before.counter)).map_or("", |it| it.name);
    let held = |it: &'static Held| {
        view! { {prose::claim_link(it.id, it.count.sign())} {format!(" held on {}", it.date)} }
    };
    let described = FACTS.labels.recognised.map(|it| format!(", {it},"));
    view! {
        <section class="turnover" id="turnover">
            <h3>{heading.title}</h3>
            <p class="formula">
                {held(after)} " − (" {held(before)} " − " {FACTS.labels.count_of_people(freed)} {described} " in between) = "
                <b>{added.to_string()}</b> " newly counted"
            </p>
            <p class="sources">
                {format!("Our own arithmetic from the counts of {counter} and the releases after {} and before {}. ", before.date, after.date)}
                {prose::prose(heading.lead)}
            </p>
        </section>
    }
    .into_any()
}

fn longest() -> Option<(&'static Held, &'static Held, Count, Count)> {
    let of = |counter: usize| {
        let mut exact = FACTS.held.iter().filter(move |it| {
            usize::from(it.counter) == counter && it.count.kind() == Kind::Exactly
        });
        let (first, last) = (exact.next()?, exact.next_back()?);
        (first.date < last.date).then_some((first, last))
    };
    let named = (0..FACTS.counters.len()).filter(|&it| !FACTS.counters[it].unnamed);
    let (first, last) = named
        .filter_map(of)
        .max_by_key(|(first, last)| last.date.first_day() - first.date.first_day())?;
    let freed = sums::between(FACTS.releases, first.date, last.date);
    let freed = if FACTS.labels.recognised.is_some() { freed.recognised } else { freed.itemised };
    let added = sums::newly_added(first.count, last.count, freed)?;
    Some((first, last, freed, added))
}
