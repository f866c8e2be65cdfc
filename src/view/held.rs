//! The held figure: how many were still held, by date.

use super::Explorer;
use super::chart_figure::{ChartOf, Choice};
use super::marks::{MarkLink, Shape, is_exact};
use crate::chart::held::draw;
use explainer_model::facts::Facts;

/// Radius of a dot in tenths of a px; all are alike, since their height tells the count.
const RADIUS: i32 = 45;

/// The chart of those still held.
pub fn held(facts: &'static Facts, explorer: Explorer) -> ChartOf {
    ChartOf {
        name: "held",
        nth: 1,
        facts,
        draw: |facts, _, width| draw(facts, width),
        mark: MarkLink::on_host(mark),
        n_marks: facts.held.len(),
        n_swept: facts.held.len(),
        choice,
        n_choices: facts.held.len(),
        chosen: |it| it.held,
        set_chosen: |it, idx| it.held = idx,
        stays: false,
        explorer,
    }
}

fn choice(facts: &'static Facts, idx: usize) -> Option<Choice> {
    // The full record comes after the page; what the readout copies is there from the start.
    facts.held.get(idx).map(|it| Choice { kind: "held-", id: it.id, linked: None })
}

fn mark(facts: &'static Facts, idx: usize) -> MarkLink {
    let held = &facts.held[idx];
    let counter = facts.counters.get(usize::from(held.counter)).map_or("", |it| it.name);
    MarkLink {
        claim: Some(held.id),
        label: format!("{}: {} {}, {counter}", held.date, held.count, facts.labels.held),
        shape: Shape::Dot { radius: RADIUS, series: 1 + held.counter, exact: is_exact(held.count) },
        ..MarkLink::NONE
    }
}
