//! What is known about a number: in full, as its record has it, and in short, for a readout.

use explainer_model::records::{Claim, SourceIdx, Sum, TotalRecord};
use leptos::prelude::*;

use super::audit::AUDIT;
use super::records::{bound, maybe_row, row, sum_so_far};
use super::{disputed, prose};
use crate::data::{FACTS, RECORDS};

/// The record of a number.
pub(super) fn in_full(claim: &'static Claim) -> AnyView {
    let total = RECORDS.totals.iter().find(|it| it.id == claim.id);
    let known = disputed::disputed(claim).unwrap_or_else(|| "none on record here".into_any());
    view! {
        <h3 class="record-value"><b class="number">{claim.value.sign()}</b> " " <span>{claim.counted}</span></h3>
        <dl>
            {row("How exact", format!("{} ({})", claim.value, bound(claim.value.kind())))}
            {row("As of", claim.date.to_string())}
            {counted_by(claim)}
            {row("Said by", said_by(claim))}
            {total.map(|it| row("Span", span(it)))}
            {row("Differences", known)}
            {row("Our arithmetic", arithmetic(claim, total))}
            {maybe_row("Note", claim.note)}
        </dl>
        {sources(claim.sources, true)}
    }
    .into_any()
}

/// The same as far as a readout tells it.
pub(super) fn in_short(claim: &'static Claim) -> AnyView {
    view! {
        <p class="record-date">{claim.date.to_string()}</p>
        <p class="record-value">{prose::claim_link(claim.id, claim.value.sign())} " " <span>{claim.counted}</span></p>
        <dl>
            {row("How exact", bound(claim.value.kind()))}
            {row("Said by", said_by(claim))}
            {maybe_row("Note", claim.note)}
        </dl>
        <p class="sources"><a class="inner" href=format!("#claim-{}", claim.id)>"Its record, with sources"</a></p>
    }
    .into_any()
}

/// What the readout of those held copies. The full records come after the page has loaded, if at all, and
/// the readout has to answer at once; so these words are there from the start, and nobody sees them here:
/// the table has the same.
pub(super) fn of_held() -> AnyView {
    let held = FACTS.held.iter();
    let told = held.filter_map(|held| RECORDS.claim(held.id));
    let told = told.map(|it| {
        view! { <div id=format!("held-{}", it.id)><div class="record">{in_short(it)}</div></div> }
    });
    view! { <div hidden>{told.collect_view()}</div> }.into_any()
}

/// Where it can be read, in full, under a heading of its own if what it is about has one.
pub(super) fn sources(sources: &'static [SourceIdx], has_heading: bool) -> AnyView {
    if sources.is_empty() {
        return ().into_any();
    }
    let title = if sources.len() == 1 { "Source" } else { "Sources" };
    let remark = (sources.len() > 1)
        .then(|| view! { <p class="sources">"They may be reports of one announcement."</p> });
    let heading = match has_heading {
        true => view! { <h4 class="of-sources">{title}</h4> }.into_any(),
        false => view! { <h3 class="of-sources">{title}</h3> }.into_any(),
    };
    view! { {heading} {super::sources::in_full(sources)} {remark} }.into_any()
}

/// Who stands for a number.
pub(super) fn said_by(claim: &'static Claim) -> &'static str {
    match claim.said_by {
        _ if claim.is_derived() => "our own arithmetic",
        "" => "the sources cited",
        name => name,
    }
}

/// Who counts those held, where that is another name than the source has for them.
fn counted_by(claim: &'static Claim) -> Option<AnyView> {
    let held = FACTS.held.iter().find(|it| it.id == claim.id)?;
    let counter = FACTS.counters.get(usize::from(held.counter))?;
    (counter.name != claim.said_by).then(|| row("Counted by", counter.name))
}

fn span(total: &TotalRecord) -> String {
    let same_day = match total.includes_same_day {
        Some(true) => "includes the release of that day",
        Some(false) => "leaves out the release of that day",
        None => "it is not known whether a release of that day is included",
    };
    format!("{}; {same_day}", total.period)
}

/// What was reckoned here, beside what was reported.
fn arithmetic(claim: &'static Claim, total: Option<&'static TotalRecord>) -> AnyView {
    let step_by_step =
        || view! { <a href=format!("{AUDIT}#sum")>"The sum, release by release"</a> };
    let reckoned = |words: String| view! { <p>{words}</p> <p>{step_by_step()}</p> }.into_any();
    if let Some(sum) = claim.sum {
        return reckoned(which_sum(sum));
    }
    if let Some(ours) = total.and_then(|it| it.itemised) {
        return reckoned(format!("Our itemised sum for the same span: {ours}."));
    }
    let Some(idx) = FACTS.releases.iter().position(|it| it.id == claim.id) else {
        return "none: the number is as its source gives it".into_any();
    };
    let enters = match FACTS.releases[idx].itemised {
        Some(it) if it == claim.value => "It enters our sum in full.".to_owned(),
        Some(it) => {
            format!("Of these, {it} enter our sum. {}", RECORDS.releases[idx].itemised_because)
        }
        None => {
            format!("Nothing of this enters our sum. {}", RECORDS.releases[idx].itemised_because)
        }
    };
    let place = format!("#release-{}", claim.id);
    view! {
        <p>{enters} {format!(" The sum so far: {}.", sum_so_far(idx))}</p>
        <p>{step_by_step()}</p>
        <p><a href=place>"This release in the chronology"</a></p>
    }
    .into_any()
}

/// How one of our own numbers came about.
fn which_sum(sum: Sum) -> String {
    let days = if sum.with_that_day { "up to and including this day" } else { "before this day" };
    match FACTS.labels.recognised {
        Some(label) if sum.recognised => format!(
            "Those {label} among the people of all releases {days}, added up. Where their share is not known, the lower end counts nobody."
        ),
        _ => format!("What enters the sum of all releases {days}, added up one by one."),
    }
}
