//! `map.rs`: how actors and relations look in the map, and where they stand.

use explainer_model::text::{lines, width};

use super::rust::{list, text};
use crate::data::Data;
use crate::layout::{self, Frame, Link, Node, Place, Side};

/// Size of names in the map, in px; as in `style/map.css`.
const NAME_SIZE: f32 = 13.0;
/// Names longer than this many characters take two lines.
const NAME_CHARS: usize = 16;
/// The map's frame on a wide screen and on the narrowest phone, in px. A map is only ever drawn larger,
/// so its words keep their size; as in `style/map.css`.
const WIDE: Frame = Frame { width: 760.0, height: 660.0, line_height: 15.0 };
const TALL: Frame = Frame { width: 288.0, height: 960.0, line_height: 15.0 };

pub(crate) fn map(data: &Data) -> String {
    let nodes = data.actors.iter().map(|it| {
        format!(
            "Node {{ lines: &{:?}, kind: ActorKind::{:?} }}",
            lines(&it.name, NAME_CHARS),
            it.kind,
        )
    });
    let edges = data.relations.iter().map(|it| {
        format!("Edge {{ id: {}, spine: {} }}", text(&it.id.value), on_spine(data, &it.kind.value),)
    });
    let kinds = data
        .relation_kinds
        .iter()
        .map(|it| format!("RelationKind {{ label: {} }}", text(&it.label)));
    let fields = [
        (
            "groups",
            list(data.groups.iter().map(|it| format!("Group {{ name: {} }}", text(&it.name)))),
        ),
        ("nodes", list(nodes)),
        ("relation_kinds", list(kinds)),
        ("edges", list(edges)),
    ];
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!(
        "/// How `data/` looks in the map.\npub static MAP: Map = Map {{\n{},\n}};\n\n{}",
        fields.join(",\n"),
        layouts(data)
    )
}

/// A static of its own: who uses positions shall not have to carry names.
fn layouts(data: &Data) -> String {
    format!(
        "/// Where the actors of `data/` stand in the map.\npub static LAYOUTS: Layouts = Layouts {{\nwide: {},\ntall: {},\n}};\n",
        layout_in(data, &WIDE),
        layout_in(data, &TALL)
    )
}

fn on_spine(data: &Data, kind: &str) -> bool {
    data.relation_kinds.iter().any(|it| it.spine && it.id.value == kind)
}

fn layout_in(data: &Data, frame: &Frame) -> String {
    let spots = with_layout(data, frame, |_, _, places| list(places.iter().map(spot)));
    format!("MapLayout {{ width: {}, height: {}, spots: {spots} }}", frame.width, frame.height)
}

/// Lays the map out and hands it on with what it was made from.
fn with_layout<T>(
    data: &Data,
    frame: &Frame,
    then: impl FnOnce(&[Node<'_>], &[Link], &[Place]) -> T,
) -> T {
    let widths: Vec<Vec<f32>> = data
        .actors
        .iter()
        .map(|it| lines(&it.name, NAME_CHARS).iter().map(|line| width(line, NAME_SIZE)).collect())
        .collect();
    let nodes: Vec<Node<'_>> = data
        .actors
        .iter()
        .zip(&widths)
        .map(|(actor, label)| Node {
            group: data.ids.position("group", &actor.group.value).unwrap_or_default(),
            radius: actor.kind.radius(),
            label,
            pinned: actor.pin,
        })
        .collect();
    let end = |id: &str| data.ids.position("actor", id).unwrap_or_default();
    let links: Vec<Link> = data
        .relations
        .iter()
        .map(|it| Link {
            from: end(&it.from.value),
            to: end(&it.to.value),
            spine: on_spine(data, &it.kind.value),
        })
        .collect();
    then(&nodes, &links, &layout::place(&nodes, &links, frame))
}

fn spot(place: &Place) -> String {
    let side = match place.side {
        Side::Below => "Below",
        Side::Above => "Above",
        Side::Right => "Right",
        Side::Left => "Left",
    };
    format!("Spot {{ x: {}, y: {}, side: Side::{side} }}", place.x.round(), place.y.round())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::problem::Problems;

    /// Numbers that a worse layout would change: marks and names that meet, edges that cross, edges
    /// that run through another's name.
    fn check(story: &str, expected: [(&str, [usize; 5]); 2]) {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(story);
        let data = crate::data::read(&dir, &Problems::default());
        for ((shape, expected), frame) in expected.into_iter().zip([&WIDE, &TALL]) {
            let quality = with_layout(&data, frame, |nodes, links, places| {
                layout::quality(nodes, links, frame, places)
            });
            let found = [
                quality.node_overlaps,
                quality.label_overlaps,
                quality.outside,
                quality.crossings,
                quality.edge_over_label,
            ];
            assert_eq!(found, expected, "{story}, {shape}");
        }
    }

    #[test]
    fn no_name_meets_another_and_crossings_are_few() {
        check("data", [("wide", [0, 0, 0, 7, 0]), ("tall", [0, 0, 0, 16, 0])]);
    }
}
