//! The releases figure: how many were freed, added up.

use explainer_model::facts::Facts;

use super::Explorer;
use super::chart_figure::ChartOf;
use super::marks::{MarkLink, Shape, is_exact, radius};
use crate::chart::releases::{draw, drawn_totals};

/// The chart of releases.
pub fn releases(facts: &'static Facts, explorer: Explorer) -> ChartOf {
    ChartOf {
        facts,
        draw,
        view: explorer.view,
        mark: MarkLink::on_host(mark),
        n_marks: facts.releases.len() + drawn_totals(facts).count(),
        n_choices: facts.releases.len(),
        chosen: explorer.release,
        stays: true,
        width: explorer.width,
        live: explorer.live,
        record: |facts, idx| {
            facts.releases.get(idx).map_or_else(String::new, |it| format!("release-{}", it.id))
        },
    }
}

/// Releases, then the totals that the chart draws.
fn mark(facts: &'static Facts, idx: usize) -> MarkLink {
    match facts.releases.get(idx) {
        Some(release) => MarkLink {
            release: Some(release.id),
            claim: None,
            label: format!("{}: {}", release.date, facts.labels.count_of_people(release.people)),
            shape: Shape::Dot {
                radius: radius(release.people),
                series: 0,
                exact: is_exact(release.people),
            },
        },
        None => {
            let total = drawn_totals(facts).nth(idx - facts.releases.len());
            let said = |count, label| format!("{count} reported: {label}");
            MarkLink {
                release: None,
                claim: total.map(|it| it.id),
                label: total
                    .map_or_else(String::new, |it| said(it.count, it.label.unwrap_or_default())),
                shape: Shape::Drawn,
            }
        }
    }
}
