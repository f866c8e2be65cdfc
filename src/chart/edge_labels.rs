//! Where the words of each edge of the map stand: clear of names, and of the words of edges that are shown
//! with it.

use explainer_model::facts::Facts;
use explainer_model::graph::{Map, MapLayout};
use explainer_model::text;

use super::edges;
use super::map::name_frame;

/// Size of the words in px, as in `style/map.css`.
const SIZE: f32 = 13.0;
/// Radius of the ring around the node in focus, in px.
const RING: i32 = 15;
/// Height of a line in px.
const HEIGHT: i32 = 14;

/// A box in px: left, top, right, bottom.
pub(super) type Frame = [i32; 4];

/// For each relation the foot of its words, in px.
pub(super) fn places(facts: &Facts, map: &Map, layout: &MapLayout) -> Vec<(i32, i32)> {
    let names: Vec<Frame> = map
        .nodes
        .iter()
        .zip(layout.spots)
        .flat_map(|(node, spot)| {
            let (x, y) = (i32::from(spot.x), i32::from(spot.y));
            [name_frame(node, spot), [x - RING, y - RING, x + RING, y + RING]]
        })
        .collect();
    let mut taken: Vec<Frame> = Vec::new();
    for (idx, relation) in facts.relations.iter().enumerate() {
        let label = map.relation_kinds.get(usize::from(relation.kind)).map_or("", |it| it.label);
        let half = (text::width(label, SIZE) / 2.0).ceil() as i32 + 2;
        // Edges are shown together if they share an end.
        let beside = facts.relations[..idx].iter().zip(&taken).filter(|(it, _)| {
            it.other_end(relation.from).is_some() || it.other_end(relation.to).is_some()
        });
        let beside: Vec<Frame> = beside.map(|(_, frame)| *frame).collect();
        let frames = edges::label_places(layout, facts.relations, idx).map(|(x, y)| {
            let x = x.clamp(half, (i32::from(layout.width) - half).max(half));
            let y = y.clamp(HEIGHT, i32::from(layout.height) - 2);
            [x - half, y - HEIGHT + 3, x + half, y + 3]
        });
        // The first of the best is the nearest to the middle.
        let cost =
            |it: &Frame| names.iter().chain(&beside).map(|other| shared(it, other)).sum::<i32>();
        let frame = frames.min_by_key(cost).unwrap_or_default();
        taken.push(frame);
    }
    taken.into_iter().map(|[left, _, right, bottom]| ((left + right) / 2, bottom - 3)).collect()
}

/// The area that two boxes share.
pub(crate) fn shared(one: &Frame, two: &Frame) -> i32 {
    let span = |low: usize, high: usize| (one[high].min(two[high]) - one[low].max(two[low])).max(0);
    span(0, 2) * span(1, 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_share_what_lies_in_both() {
        assert_eq!(shared(&[0, 0, 10, 10], &[5, 5, 15, 15]), 25);
        assert_eq!(shared(&[0, 0, 10, 10], &[10, 0, 20, 10]), 0);
        assert_eq!(shared(&[0, 0, 10, 10], &[2, 2, 3, 3]), 1);
    }
}
