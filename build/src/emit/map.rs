//! `map.rs`: how actors and relations look in the map, and where they stand.

use explainer_model::graph::NAME_SIZE;
use explainer_model::text::{lines, width};

use super::rust::{list, text};
use crate::data::Data;
use crate::layout::{self, Frame, Link, Node, Place};

/// Names longer than this many characters take two lines.
const NAME_CHARS: usize = 16;

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
    let kinds = data.relation_kinds.iter().map(|it| {
        format!(
            "RelationKind {{ label: {}, is_mutual: {} }}",
            text(&it.label),
            it.label == it.inverse
        )
    });
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
    let (wide, tall) = (Frame::wide(data.actors.len()), Frame::tall(data.actors.len()));
    // Most of the time that a build takes for a large story; the two do not need each other.
    let (wide, tall) = std::thread::scope(|scope| {
        let wide = scope.spawn(|| layout_in(data, &wide));
        let tall = layout_in(data, &tall);
        (wide.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), tall)
    });
    format!(
        "/// Where the actors of `data/` stand in the map.\npub static LAYOUTS: Layouts = Layouts {{\nwide: {wide},\ntall: {tall},\n}};\n",
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
    format!(
        "Spot {{ x: {}, y: {}, side: Side::{:?} }}",
        place.x.round(),
        place.y.round(),
        place.side
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use expect_test::expect_file;

    use super::*;
    use crate::layout::made_up::{SIZES, Story};
    use crate::layout::{Faults, Quality, quality};
    use crate::problem::Problems;

    fn story(dir: &str) -> Data {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(dir);
        crate::data::read(&dir, &Problems::default())
    }

    /// Measures every story in a frame of that shape: the two of this repository, and made-up ones.
    fn measured(frame: fn(usize) -> Frame) -> Vec<(String, Quality)> {
        let mut rows = Vec::new();
        for name in ["data", "tests/moon"] {
            let data = story(name);
            let frame = frame(data.actors.len());
            let quality = with_layout(&data, &frame, |nodes, links, places| {
                quality(nodes, links, &frame, places)
            });
            rows.push((name.to_owned(), quality));
        }
        for (n_actors, n_relations) in SIZES {
            let story = Story::new(n_actors, n_relations);
            let (nodes, frame) = (story.nodes(), frame(n_actors));
            let places = layout::place(&nodes, &story.links, &frame);
            let quality = quality(&nodes, &story.links, &frame, &places);
            rows.push((format!("{n_actors}/{n_relations}"), quality));
        }
        rows
    }

    fn row(name: &str, shape: &str, quality: &Quality) -> String {
        let Faults {
            crossings,
            spine_crossings,
            edge_over_label,
            edge_on_own_label,
            intruders,
            ..
        } = quality.faults;
        let [stress, cohesion, company] =
            [quality.stress, quality.cohesion, quality.company].map(|it| (it * 1000.0).round());
        format!(
            "{name:<11}{shape}{crossings:>8}{spine_crossings:>10}{edge_over_label:>11}{edge_on_own_label:>9}{intruders:>11}{stress:>8}{cohesion:>10}{company:>9}\n"
        )
    }

    /// A worse layout shows in the table. The last three columns are thousandths.
    #[test]
    fn maps_of_every_size_are_as_good_as_before() {
        let (wide, tall) = std::thread::scope(|scope| {
            let wide = scope.spawn(|| measured(Frame::wide));
            let tall = measured(Frame::tall);
            (wide.join().unwrap(), tall)
        });
        let mut table =
            "story      shape crosses on spine over names  on own  intruding  stress  cohesion  company\n"
                .to_owned();
        for ((name, wide), (_, tall)) in wide.iter().zip(&tall) {
            for (shape, quality) in [("wide", wide), ("tall", tall)] {
                let Faults { node_overlaps, label_overlaps, outside, .. } = quality.faults;
                let unread = (node_overlaps, label_overlaps, outside);
                assert_eq!(unread, (0, 0, 0), "{name}, {shape}: {quality:?}");
                table += &row(name, shape, quality);
            }
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quality.txt");
        expect_file![path].assert_eq(&table);
    }

    #[test]
    fn a_pin_holds_in_both_shapes() {
        let mut data = story("data");
        let pins = [(0, (0.25, 0.5)), (5, (0.7, 0.2)), (9, (0.61, 0.83))];
        for (actor, pin) in pins {
            data.actors[actor].pin = Some(pin);
        }
        for frame in [Frame::wide(data.actors.len()), Frame::tall(data.actors.len())] {
            with_layout(&data, &frame, |nodes, links, places| {
                for (actor, (x, y)) in pins {
                    let (x, y) = (x * frame.width, y * frame.height);
                    let place = places[actor];
                    assert!((place.x - x).abs() <= 0.5 && (place.y - y).abs() <= 0.5, "{place:?}");
                }
                let Faults { node_overlaps, label_overlaps, outside, .. } =
                    quality(nodes, links, &frame, places).faults;
                assert_eq!((node_overlaps, label_overlaps, outside), (0, 0, 0), "{frame:?}");
            });
        }
    }
}
