//! The held figure: how many were still held, by date.

use explainer_model::facts::Facts;

use leptos::prelude::*;

use super::Explorer;
use super::chart_figure::ChartOf;
use super::marks::{MarkLink, Shape, is_exact};
use crate::chart::held::draw;
use crate::chart::releases::View;

/// Radius of a dot in tenths of a px; all are alike, since their height tells the count.
const RADIUS: i32 = 45;

/// The chart of those still held.
pub fn held(facts: &'static Facts, explorer: Explorer) -> ChartOf {
    ChartOf {
        facts,
        draw: |facts, _, width| draw(facts, width),
        // One chart has one view.
        view: RwSignal::new(View::default()),
        mark: MarkLink::on_host(mark),
        n_marks: facts.held.len(),
        n_choices: facts.held.len(),
        chosen: explorer.held,
        stays: false,
        width: explorer.width,
        live: explorer.live,
        record: |facts, idx| {
            facts.held.get(idx).map_or_else(String::new, |it| format!("claim-{}", it.id))
        },
    }
}

fn mark(facts: &'static Facts, idx: usize) -> MarkLink {
    let held = &facts.held[idx];
    MarkLink {
        release: None,
        claim: Some(held.id),
        label: format!("{}: {} {}", held.date, held.count, facts.labels.held),
        shape: Shape::Dot {
            radius: RADIUS,
            series: held.counter.min(2),
            exact: is_exact(held.count),
        },
    }
}
