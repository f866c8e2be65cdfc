//! Actors and relations in `facts.rs`.

use explainer_model::graph::{Adjacency, Relation};

use super::rust::{date, list, maybe, position, text};
use crate::data::Data;
use crate::problem::At;

pub(super) fn actors(data: &Data) -> String {
    list(data.actors.iter().map(|it| {
        format!(
            "Actor {{ id: {}, group: {}, in_seed: {} }}",
            text(&it.id.value),
            position(&data.ids, "group", &it.group),
            it.in_seed
        )
    }))
}

pub(super) fn relations(data: &Data) -> String {
    let day = |it: &Option<At<explainer_model::Date>>| maybe(it.as_ref().map(|it| date(it.value)));
    list(data.relations.iter().map(|it| {
        format!(
            "Relation {{ from: {}, to: {}, kind: {}, start: {}, end: {}, in_seed: {} }}",
            position(&data.ids, "actor", &it.from),
            position(&data.ids, "actor", &it.to),
            position(&data.ids, "kind", &it.kind),
            day(&it.start),
            day(&it.end),
            it.in_seed
        )
    }))
}

pub(super) fn neighbours(data: &Data) -> String {
    let end = |it: &At<String>| {
        let position = data.ids.position("actor", &it.value).unwrap_or_default();
        u16::try_from(position).unwrap_or_default()
    };
    let relations = data.relations.iter().map(|it| Relation::between(end(&it.from), end(&it.to)));
    let (starts, links) = Adjacency::rows(data.actors.len(), &relations.collect::<Vec<Relation>>());
    format!("Adjacency {{ starts: &{starts:?}, links: &{links:?} }}")
}
