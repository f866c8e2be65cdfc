//! The figures that snapshots hold, for the host and for the browser.

use explainer::chart::releases::{Scope, View};
use explainer::chart::{held, map, releases};
use explainer::data::{FACTS, LAYOUTS, MAP};
use explainer_model::graph::MapLayout;

/// Widths at which charts are pinned, in px: a phone, a tablet, a wide screen.
const WIDTHS: [u32; 3] = [320, 680, 1080];

/// Every figure in every view and at every width, with the name of its snapshot.
pub(crate) fn figures() -> Vec<(String, String)> {
    let mut figures = Vec::new();
    for width in WIDTHS {
        for view in View::ALL {
            let svg = releases::draw(&FACTS, Scope { view, time: None }, width).svg;
            figures.push((format!("{}-{width}.svg", view.name()), svg));
        }
        figures.push((format!("held-{width}.svg"), held::draw(&FACTS, width).svg));
    }
    figures.push(("map-tall.svg".to_owned(), map_svg(&LAYOUTS.tall)));
    figures.push(("map-wide.svg".to_owned(), map_svg(&LAYOUTS.wide)));
    figures
}

fn map_svg(layout: &MapLayout) -> String {
    let edges: String = map::edges(&FACTS, &MAP, layout).into_iter().map(|it| it + "\n").collect();
    let nodes: String =
        (0..MAP.nodes.len()).map(|idx| map::node(&FACTS, &MAP, layout, idx) + "\n").collect();
    format!("<svg viewBox=\"{}\">\n{edges}{nodes}</svg>", map::view_box(layout))
}
