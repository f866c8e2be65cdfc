//! The figures that snapshots hold, for the host and for the browser.

use explainer::chart::releases::View;
use explainer::chart::{held, map, releases};
use explainer::data::{FACTS, MAP};
use explainer_model::graph::MapLayout;

/// Every figure at the width of a phone and of a wider screen, with the name of its snapshot.
pub(crate) fn figures() -> Vec<(&'static str, String)> {
    vec![
        ("releases-320.svg", releases::draw(&FACTS, View::Cumulative, 320).svg),
        ("releases-680.svg", releases::draw(&FACTS, View::Cumulative, 680).svg),
        ("waves-320.svg", releases::draw(&FACTS, View::Waves, 320).svg),
        ("waves-680.svg", releases::draw(&FACTS, View::Waves, 680).svg),
        ("places-320.svg", releases::draw(&FACTS, View::Places, 320).svg),
        ("places-680.svg", releases::draw(&FACTS, View::Places, 680).svg),
        ("held-320.svg", held::draw(&FACTS, 320).svg),
        ("held-680.svg", held::draw(&FACTS, 680).svg),
        ("map-320.svg", map_svg(&MAP.tall)),
        ("map-680.svg", map_svg(&MAP.wide)),
    ]
}

fn map_svg(layout: &MapLayout) -> String {
    let edges: String =
        (0..MAP.edges.len()).map(|idx| map::edge(&FACTS, &MAP, layout, idx) + "\n").collect();
    let nodes: String =
        (0..MAP.nodes.len()).map(|idx| map::node(&MAP, layout, idx) + "\n").collect();
    format!("<svg viewBox=\"{}\">\n{edges}{nodes}</svg>", map::view_box(layout))
}
