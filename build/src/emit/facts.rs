//! `facts.rs`: what is drawn.

use explainer_model::Date;
use explainer_model::facts::MeasureKind;

use super::rust::{count, date, list, maybe, position, positions, text};
use super::{graph, itemised};
use crate::data::Data;
use crate::rows::notes::MeasureRow;
use crate::rows::story::StoryRow;

pub(crate) fn facts(data: &Data, story: &StoryRow) -> String {
    let ids = &data.ids;
    let labels = &story.labels;
    let fields = [
        ("as_of", date(story.as_of.value)),
        (
            "labels",
            format!(
                "Labels {{ people: {}, person: {}, people_note: {}, recognised: {}, recognised_person: {}, held: {}, lane: {:?} }}",
                text(&labels.people),
                text(&labels.person),
                text(&labels.people_note),
                maybe(labels.recognised.as_deref().map(text)),
                maybe(labels.recognised_person.as_deref().map(text)),
                text(&labels.held),
                [&labels.eased, &labels.imposed, &labels.talks],
            ),
        ),
        (
            "places",
            list(data.places.iter().map(|it| format!("Place {{ name: {} }}", text(&it.name)))),
        ),
        ("releases", releases(data)),
        (
            "totals",
            list(data.totals.iter().filter_map(|it| {
                let mark = it.mark.as_ref()?;
                Some(format!(
                    "Total {{ id: {}, date: {}, count: {}, label: {} }}",
                    text(&it.id.value),
                    date(it.date.value),
                    count(it.count.value),
                    text(&format!("{}, {}", mark.value, it.date.value.without_year()))
                ))
            })),
        ),
        (
            "counters",
            list(data.counters.iter().map(|it| {
                format!("Counter {{ name: {}, unnamed: {} }}", text(&it.name), it.unnamed)
            })),
        ),
        (
            "held",
            list(data.held.iter().map(|it| {
                format!(
                    "Held {{ id: {}, date: {}, count: {}, counter: {} }}",
                    text(&it.id.value),
                    date(it.date.value),
                    count(it.count.value),
                    position(ids, "counter", &it.counter)
                )
            })),
        ),
        (
            "measures",
            list(in_lane(data).map(|it| {
                format!(
                    "Measure {{ id: {}, date: {}, kind: MeasureKind::{:?}, release: {} }}",
                    text(&it.id.value),
                    date(it.date.value),
                    it.kind,
                    maybe(it.release.as_ref().map(|it| position(ids, "release", it)))
                )
            })),
        ),
        ("steps", list(data.steps.iter().map(|it| text(&it.id.value)))),
        ("groups", list(data.groups.iter().map(|it| text(&it.id.value)))),
        ("kinds", list(data.relation_kinds.iter().map(|it| text(&it.id.value)))),
        ("actors", graph::actors(data)),
        ("relations", graph::relations(data)),
        ("neighbours", graph::neighbours(data)),
    ];
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!(
        "/// The facts of `data/`.\npub static FACTS: Facts = Facts {{\n{},\n}};\n",
        fields.join(",\n")
    )
}

fn releases(data: &Data) -> String {
    list(data.releases.iter().map(|it| {
        format!(
            "Release {{ id: {}, date: {}, people: {}, itemised: {}, recognised: {}, annotation: {}, taken_to: {}, actors: {} }}",
            text(&it.id.value),
            date(it.date.value),
            count(it.people.value),
            maybe(itemised(it).map(count)),
            maybe(it.recognised.as_ref().map(|it| count(it.value))),
            maybe(it.annotation.as_ref().map(|it| text(&it.value))),
            list(it.taken_to.iter().map(|it| {
                let place = position(&data.ids, "place", &it.place);
                format!("Share {{ place: {place}, people: {} }}", count(it.people.value))
            })),
            positions(&data.ids, "actor", &it.actors),
        )
    }))
}

/// Measures with a mark in the lane under the chart: those since the month of the first release that
/// give or take. An amnesty or an election is told in the chronology; it is neither given nor taken.
pub(crate) fn in_lane(data: &Data) -> impl Iterator<Item = &MeasureRow> {
    let first = data.releases.first().map(|it| it.date.value.parts());
    let month = first.map(|(year, month, _)| Date::checked(year, month, 0));
    let has_mark =
        |kind| matches!(kind, MeasureKind::Eased | MeasureKind::Imposed | MeasureKind::Talks);
    data.measures.iter().filter(move |it| {
        has_mark(it.kind)
            && month.is_none_or(|month| it.date.value.first_day() >= month.first_day())
    })
}
