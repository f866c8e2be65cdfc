//! The keys of the figures: each mark with what it means.

use std::collections::BTreeSet;

use explainer_model::count::Kind;
use explainer_model::facts::MeasureKind;
use explainer_model::graph::ActorKind;
use leptos::prelude::*;

use crate::chart::swatch::Swatch;
use crate::data::{FACTS, MAP};

/// Marks, each with what it means.
type Items = Vec<(Swatch, String)>;

/// Of the releases and of the lane under them.
pub(super) fn releases() -> AnyView {
    list(of_releases())
}

/// Of those still held.
pub(super) fn counters() -> AnyView {
    list(of_counters())
}

/// What stands in the key of the releases.
pub(super) fn of_releases() -> Items {
    let labels = &FACTS.labels;
    let mut items = Items::new();
    if let Some(recognised) = labels.recognised {
        let words = format!("not known or not agreed whether {recognised}");
        items.push((Swatch::Unknown, words));
    }
    if FACTS.releases.iter().any(|it| it.itemised != Some(it.people)) {
        items.push((Swatch::Outside, "does not enter the sum".to_owned()));
    }
    if !FACTS.totals.is_empty() {
        items.push((Swatch::Total, "total that others reported".to_owned()));
    }
    if FACTS.totals.iter().any(|it| it.count.is_lower_bound()) {
        items.push((Swatch::LowerBound, "the same, as a lower bound".to_owned()));
    }
    items.extend(of_lane().map(|(_, swatch, words)| (swatch, words.to_owned())));
    items
}

/// What stands in the lane under the releases: each kind that there is, its mark and its words.
pub(super) fn of_lane() -> impl Iterator<Item = (MeasureKind, Swatch, &'static str)> {
    let [eased, imposed, talks] = FACTS.labels.lane;
    let lane = [
        (MeasureKind::Eased, Swatch::Eased, eased),
        (MeasureKind::Imposed, Swatch::Imposed, imposed),
        (MeasureKind::Talks, Swatch::Talks, talks),
    ];
    lane.into_iter().filter(|(kind, ..)| FACTS.measures.iter().any(|it| it.kind == *kind))
}

/// What stands in the key of those still held.
pub(super) fn of_counters() -> Items {
    let counters = FACTS.counters.iter().enumerate();
    let mut items: Items =
        counters.map(|(idx, it)| (Swatch::Series(idx), it.name.to_owned())).collect();
    if FACTS.held.iter().any(|it| it.count.kind() != Kind::Exactly) {
        items.push((Swatch::Open, "a bound or an approximate figure".to_owned()));
    }
    if FACTS.held.iter().any(|it| it.count.is_lower_bound()) {
        items.push((Swatch::LowerBound, "a lower bound".to_owned()));
    }
    items
}

/// Of the map.
pub(super) fn actors() -> AnyView {
    let groups = MAP.groups.iter().enumerate();
    let mut items: Items =
        groups.map(|(idx, it)| (Swatch::Group(idx), it.name.to_owned())).collect();
    for (swatch, kinds) in [
        (Swatch::Person, &[ActorKind::Person][..]),
        (Swatch::State, &[ActorKind::State]),
        (Swatch::Body, &[ActorKind::Organisation, ActorKind::Sector]),
    ] {
        let kinds = kinds.iter().filter(|kind| MAP.nodes.iter().any(|it| it.kind == **kind));
        let words: Vec<&str> = kinds.map(|it| it.name()).collect();
        if !words.is_empty() {
            items.push((swatch, words.join(" or ")));
        }
    }
    items.extend(main_line().map(|words| (Swatch::Spine, words)));
    items.push((Swatch::Ended, "had ended by that day".to_owned()));
    items.push((Swatch::Began, "began since the release before".to_owned()));
    list(items)
}

/// What the relations of the map's main line say, if it has one.
fn main_line() -> Option<String> {
    let on_it = FACTS.relations.iter().zip(MAP.edges).filter(|it| it.1.spine);
    let kinds: BTreeSet<_> = on_it.map(|it| usize::from(it.0.kind)).collect();
    let labels: Vec<&str> = kinds.into_iter().map(|it| MAP.relation_kinds[it].label).collect();
    (!labels.is_empty()).then(|| labels.join(", "))
}

fn list(items: Items) -> AnyView {
    let items = items.into_iter().map(|(swatch, words)| {
        // In which views of the releases or of the map it is drawn, if not in all.
        let of = match swatch {
            Swatch::Total | Swatch::LowerBound => Some("of-cumulative"),
            Swatch::Unknown => Some("of-hatched"),
            Swatch::Outside => Some("of-apart"),
            Swatch::Ended | Swatch::Began => Some("of-time"),
            _ => None,
        };
        view! { <li class=of><span inner_html=swatch.svg()></span>{words}</li> }
    });
    view! { <ul class="legend">{items.collect_view()}</ul> }.into_any()
}
