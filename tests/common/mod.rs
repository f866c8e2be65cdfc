//! The figures that snapshots hold, for the host and for the browser.

use explainer::chart::releases::Scope;
use explainer::chart::{held, map, releases};
use explainer::data::{FACTS, LAYOUTS, MAP};
use explainer_model::Date;
use explainer_model::graph::MapLayout;
use explainer_model::story::View;

/// Widths at which charts are pinned, in px: a phone, a tablet, a wide screen.
const WIDTHS: [u32; 3] = [320, 680, 1080];

/// Every figure in every view and at every width, with the name of its snapshot.
pub(crate) fn figures() -> Vec<(String, String)> {
    let mut figures = Vec::new();
    for width in WIDTHS {
        for view in View::ALL {
            let svg = releases::draw(&FACTS, Scope { view, ..Scope::default() }, width).svg;
            figures.push((format!("{}-{width}.svg", view.name()), svg));
        }
        figures.push((format!("held-{width}.svg"), held::draw(&FACTS, width).svg));
    }
    // A part of the time, which is drawn by the browser alone: the first half of the record.
    let first = FACTS.releases.first().map_or(FACTS.as_of, |it| it.date);
    let middle = Date::from_day(i32::midpoint(first.first_day(), FACTS.as_of.last_day()));
    for view in View::ALL {
        let svg = releases::draw(
            &FACTS,
            Scope { view, time: Some((first, middle)), ..Scope::default() },
            680,
        )
        .svg;
        figures.push((format!("{}-half-680.svg", view.name()), svg));
    }
    figures.push(("map-tall.svg".to_owned(), map_svg(&LAYOUTS.tall)));
    figures.push(("map-wide.svg".to_owned(), map_svg(&LAYOUTS.wide)));
    figures
}

fn map_svg(layout: &MapLayout) -> String {
    let [edges, claims] = [map::edges, map::claims].map(|it| it(&FACTS, &MAP, layout).join("\n"));
    let nodes: String =
        (0..MAP.nodes.len()).map(|idx| map::node(&FACTS, &MAP, layout, idx) + "\n").collect();
    format!("<svg viewBox=\"{}\">\n{edges}\n{claims}\n{nodes}</svg>", map::view_box(layout))
}
