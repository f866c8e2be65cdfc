//! Where the words of each edge of the map stand: clear of names and marks, and of the words of edges that
//! are shown with it. What finds no room is left out: the panel beside the map has it in any case.

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
/// Where words stand beside a point of their edge, the best first: how many half widths to the right, and px
/// down. On it, over it, under it, and at its sides.
const BESIDE: [(i32, i32); 12] = [
    (0, 0),
    (0, -7),
    (0, 14),
    (1, 4),
    (-1, 4),
    (1, -6),
    (-1, -6),
    (1, 14),
    (-1, 14),
    (0, -20),
    (0, 26),
    (0, -32),
];

/// A box in px: left, top, right, bottom.
pub(super) type Frame = [i32; 4];

/// For each relation the foot of its words, in px; nothing if they would lie on something wherever they stood.
pub(super) fn places(facts: &Facts, map: &Map, layout: &MapLayout) -> Vec<Option<(i32, i32)>> {
    let names: Vec<Frame> = map
        .nodes
        .iter()
        .zip(layout.spots)
        .flat_map(|(node, spot)| {
            let (x, y) = (i32::from(spot.x), i32::from(spot.y));
            [name_frame(node, spot), [x - RING, y - RING, x + RING, y + RING]]
        })
        .collect();
    let mut taken: Vec<Option<Frame>> = vec![None; facts.relations.len()];
    // What the story turns on has the first choice, then the shorter an edge, the fewer places it has.
    let mut order: Vec<usize> = (0..taken.len()).collect();
    order.sort_by_key(|&idx| {
        let is_spine = map.edges.get(idx).is_some_and(|it| it.spine);
        (!is_spine, edges::length_squared(layout, &facts.relations[idx]))
    });
    for idx in order {
        let relation = &facts.relations[idx];
        let label = map.relation_kinds.get(usize::from(relation.kind)).map_or("", |it| it.label);
        let half = (text::width(label, SIZE) / 2.0).ceil() as i32 + 2;
        // Edges are shown together if they share an end.
        let beside = facts.relations.iter().zip(&taken).filter(|(it, _)| {
            it.other_end(relation.from).is_some() || it.other_end(relation.to).is_some()
        });
        let beside: Vec<Frame> = beside.filter_map(|(_, frame)| *frame).collect();
        let points: Vec<(i32, i32)> = edges::label_places(layout, facts.relations, idx).collect();
        let frames = BESIDE.iter().flat_map(|(aside, down)| {
            points.iter().map(move |(x, y)| (x + aside * (half + 2), y + down))
        });
        let mut frames = frames.map(|(x, y)| {
            let x = x.clamp(half, (i32::from(layout.width) - half).max(half));
            let y = y.clamp(HEIGHT, i32::from(layout.height) - 2);
            [x - half, y - HEIGHT + 3, x + half, y + 3]
        });
        let is_clear = |it: &Frame| names.iter().chain(&beside).all(|other| shared(it, other) == 0);
        taken[idx] = frames.find(is_clear);
    }
    let foot = |[left, _, right, bottom]: Frame| ((left + right) / 2, bottom - 3);
    taken.into_iter().map(|it| it.map(foot)).collect()
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
