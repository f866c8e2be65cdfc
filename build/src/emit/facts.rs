//! `facts.rs`: what is drawn.

use super::itemised;
use super::rust::{count, date, list, maybe, position, positions, text};
use crate::data::Data;
use crate::rows::story::StoryRow;

pub(crate) fn facts(data: &Data, story: &StoryRow) -> String {
    let ids = &data.ids;
    let labels = &story.labels;
    let fields = [
        ("as_of", date(story.as_of.value)),
        (
            "labels",
            format!(
                "Labels {{ people: {}, person: {}, people_note: {}, recognised: {}, held: {}, eased: {}, imposed: {}, talks: {} }}",
                text(&labels.people),
                text(&labels.person),
                text(&labels.people_note),
                maybe(labels.recognised.as_deref().map(text)),
                text(&labels.held),
                text(&labels.eased),
                text(&labels.imposed),
                text(&labels.talks),
            ),
        ),
        (
            "places",
            list(data.places.iter().map(|it| format!("Place {{ name: {} }}", text(&it.name)))),
        ),
        ("releases", releases(data)),
        (
            "totals",
            list(data.totals.iter().map(|it| {
                format!(
                    "Total {{ id: {}, date: {}, count: {}, label: {} }}",
                    text(&it.id.value),
                    date(it.date.value),
                    count(it.count.value),
                    maybe(it.mark.as_ref().map(|it| text(&it.value)))
                )
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
            list(data.measures.iter().map(|it| {
                format!(
                    "Measure {{ date: {}, kind: MeasureKind::{:?}, release: {} }}",
                    date(it.date.value),
                    it.kind,
                    maybe(it.release.as_ref().map(|it| position(ids, "release", it)))
                )
            })),
        ),
        (
            "actors",
            list(data.actors.iter().map(|it| format!("Actor {{ id: {} }}", text(&it.id.value)))),
        ),
        (
            "relations",
            list(data.relations.iter().map(|it| {
                let (from, to) = (position(ids, "actor", &it.from), position(ids, "actor", &it.to));
                format!("Relation {{ from: {from}, to: {to} }}")
            })),
        ),
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
