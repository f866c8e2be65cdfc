//! Releases and measures in one list by date.

use explainer_model::records::MeasureRecord;
use explainer_model::{Count, Date};
use leptos::prelude::*;

use super::{legend, prose, records, said};
use crate::data::{FACTS, RECORDS};

pub(super) fn chronology() -> AnyView {
    let releases = (0..FACTS.releases.len()).map(|idx| (FACTS.releases[idx].date, release(idx)));
    let measures = RECORDS.measures.iter().map(|it| (it.date, measure(it)));
    let mut entries: Vec<(Date, AnyView)> = measures.chain(releases).collect();
    entries.sort_by_key(|(date, _)| *date);
    let entries = entries.into_iter().map(|(_, entry)| entry).collect_view();
    view! {
        <section class="notes" id="chronology">
            {prose::heading(&RECORDS.story.headings.chronology)}
            {signs()}
            <ol class="chronology">{entries}</ol>
        </section>
    }
    .into_any()
}

/// What the signs before the measures mean. To whoever hears the list each says itself of what kind it is.
fn signs() -> AnyView {
    let signs = legend::of_lane().map(|(kind, _, words)| {
        view! { <li class=format!("measure {}", kind.name())>" " {words}</li> }
    });
    view! { <ul class="legend" aria-hidden="true">{signs.collect_view()}</ul> }.into_any()
}

/// The records of releases alone: in a frame, figures find their words there.
pub(super) fn releases() -> AnyView {
    let entries = (0..FACTS.releases.len()).map(release).collect_view();
    view! { <ol class="chronology">{entries}</ol> }.into_any()
}

fn release(idx: usize) -> AnyView {
    let release = &FACTS.releases[idx];
    let place = format!("#release-{}", release.id);
    // Who alone was freed says more than that it was one.
    let who = match RECORDS.releases[idx].named {
        [name] if release.people == Count::exactly(1) => format!(": {name}"),
        _ => String::new(),
    };
    view! {
        <li class="opens release" id=format!("release-{}", release.id)>
            <time datetime=release.date.iso()>{release.date.short()}</time>
            <a class="opener" href=place>{FACTS.labels.count_of_people(release.people)} {who}</a>
            <div class="record" hidden="until-found">{records::release(idx)}</div>
        </li>
    }
    .into_any()
}

/// A measure as an entry of the list.
pub(super) fn measure(record: &'static MeasureRecord) -> AnyView {
    let linked = record.release.map(|it| &FACTS.releases[usize::from(it)]);
    let linked = linked.map(|it| {
        let words = format!("{} on {}", FACTS.labels.count_of_people(it.people), it.date.short());
        view! { " See also: " <a href=format!("#release-{}", it.id)>{words}</a> "." }
    });
    let note = (!record.note.is_empty()).then(|| format!(" {}", record.note));
    view! {
        <li class=format!("measure {}", record.kind.name()) id=format!("measure-{}", record.id)>
            <time datetime=record.date.iso()>{record.date.short()}</time>
            <div class="record">
                <p class="record-date">{record.date.to_string()}</p>
                <p><span class="summary">{FACTS.labels.measure_word(record.kind)} ". "</span><b>{record.by} ": "</b> {record.what} "." {note} {linked}</p>
                {said::door(&said::place(record.id), record.sources)}
            </div>
        </li>
    }
    .into_any()
}
