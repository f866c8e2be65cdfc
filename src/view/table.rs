//! The table of a chart shares its selection: the row of what is chosen is marked, and pointing at a
//! row or moving the focus into it chooses. As in the chart, the pointer has to move: a row that is scrolled under it
//! chooses nothing. A finger chooses by a tap, since by going to the side it scrolls the table.

use explainer_model::facts::Facts;
use leptos::ev::Event;

use super::{ChartOf, State};
use crate::browser::{self, Element, Siblings};

/// Lets the rows of the figure's first table choose, one for each mark that is swept.
pub fn join_table(of: ChartOf) {
    let Some(body) = body(of) else { return };
    browser::on(&body, "focusin", move |event| choose_row(of, event));
    for name in ["pointermove", "pointerup"] {
        browser::on_pointer(&body, name, move |event| {
            let is_meant = match browser::is_finger(event) {
                true => browser::is_tap(event) && name == "pointerup",
                false => browser::has_moved(event),
            };
            if is_meant {
                choose_row(of, event);
            }
        });
    }
}

fn choose_row(of: ChartOf, event: &Event) {
    let row = browser::closest(event, "tr:not(.chosen)");
    if let Some(idx) = row.and_then(|it| choice_in(of, &it)) {
        of.choose(idx);
    }
}

/// Marks the row of what is chosen now in place of what was before.
pub(super) fn mark_row(of: ChartOf, before: usize, now: usize) {
    let Some(rows) = body(of).map(|it| Siblings::within(&it)) else { return };
    for (idx, on) in [(before, false), (now, true)] {
        if let Some(row) = rows.nth(idx).filter(|_| idx < of.n_swept) {
            browser::toggle(&row, "chosen", on);
        }
    }
}

/// Leaves in the table of releases what lies in the span of time that their chart shows.
pub(super) fn show_span(facts: &Facts, now: &State) {
    let Some(body) = browser::find("#releases tbody") else { return };
    let (rows, scope) = (Siblings::within(&body), now.scope());
    for (idx, release) in facts.releases.iter().enumerate() {
        if let Some(row) = rows.nth(idx) {
            browser::set(&row, "hidden", (!scope.holds(release.date)).then_some(""));
        }
    }
}

fn body(of: ChartOf) -> Option<Element> {
    browser::find(&format!("#{} tbody", of.name))
}

/// What a row is of: one of its links leads there.
fn choice_in(of: ChartOf, row: &Element) -> Option<usize> {
    let links = browser::all(row, "a");
    links.iter().find_map(|it| of.choice_at(&it.get_attribute("href")?))
}
