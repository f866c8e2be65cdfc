//! The table of a chart shares its selection: the row of what is chosen is marked, and pointing at a
//! row or moving the focus into it chooses.

use leptos::prelude::*;

use super::ChartOf;
use crate::browser::{self, Element, Siblings};

/// Joins the rows of the figure's first table, one for each mark that is swept, to the chart's
/// selection.
pub fn join_table(of: ChartOf) {
    let selector = ["#", of.name, " tbody"].concat();
    let Some(body) = browser::find(&selector) else { return };
    for event in ["focusin", "pointerover"] {
        browser::on(&body, event, move |event| {
            let row = browser::closest(event, "tr");
            if let Some(idx) = row.and_then(|it| choice_in(of, &it)) {
                of.choose(idx);
            }
        });
    }
    Effect::new(move |before: Option<usize>| {
        let now = of.chosen.get();
        let rows = Siblings::within(&body);
        for (idx, on) in [(before.unwrap_or(now), false), (now, true)] {
            if let Some(row) = rows.nth(idx).filter(|_| idx < of.n_swept) {
                browser::toggle(&row, "chosen", on);
            }
        }
        now
    });
}

/// What a row is of: one of its links leads there.
fn choice_in(of: ChartOf, row: &Element) -> Option<usize> {
    let links = browser::all(row, "a");
    links.iter().find_map(|it| of.choice_at(&it.get_attribute("href")?))
}
