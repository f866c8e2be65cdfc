//! What of the actor map never changes: marks, names, curves. Each as SVG text.

use std::fmt::Write;

use explainer_model::facts::Facts;
use explainer_model::graph::{Actor, Map, MapLayout, Node, Side, Spot};

use super::backend::escape;
use super::edges;

/// Height of a line of a name, in px; as the layout reckons with.
const LINE: i32 = 15;
/// From the foot of a line up to the base of its letters, in px.
const DESCENT: i32 = 4;
/// Space between a mark and its name, in px; as the layout reckons with.
const GAP: i32 = 4;

/// The `viewBox` of a map.
pub fn view_box(layout: &MapLayout) -> String {
    format!("0 0 {} {}", layout.width, layout.height)
}

/// What a node is called by those who cannot see it.
fn name(map: &Map, idx: usize) -> String {
    let node = &map.nodes[idx];
    format!("{}, {}", node.name(), node.kind.name())
}

/// A relation: its curve, and what it claims, to be shown when it is in focus.
pub fn edge(facts: &Facts, map: &Map, layout: &MapLayout, idx: usize) -> String {
    let (d, (x, y)) = edges::path(layout, facts.relations, idx);
    let edge = &map.edges[idx];
    let spine = if edge.spine { " class=\"spine\"" } else { "" };
    let kind = usize::from(facts.relations[idx].kind);
    let label = map.relation_kinds.get(kind).map_or("", |it| it.label);
    let mut svg = format!(
        "<g class=\"edge\" data-relation=\"{}\"><path{spine} d=\"{d}\"/><text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">",
        edge.id
    );
    escape(label, &mut svg);
    svg + "</text></g>"
}

/// An actor: a link to its dossier with the area to hit, its mark and its name.
pub fn node(facts: &Facts, map: &Map, layout: &MapLayout, idx: usize) -> String {
    let (node, spot) = (&map.nodes[idx], &layout.spots[idx]);
    let (x, y, radius) = (i32::from(spot.x), i32::from(spot.y), node.kind.radius() as i32);
    let corner = if node.kind.is_round() { radius } else { 1 };
    let (left, top, side) = (x - radius, y - radius, 2 * radius);
    let Actor { id, group, .. } = facts.actors[idx];
    let mut svg =
        format!("<a class=\"node\" href=\"#actor-{id}\" data-actor=\"{id}\" aria-label=\"");
    escape(&name(map, idx), &mut svg);
    svg += &format!(
        "\"><circle class=\"hit\" cx=\"{x}\" cy=\"{y}\" r=\"15\"/>\
         <rect class=\"shape group-{group}\" x=\"{left}\" y=\"{top}\" width=\"{side}\" height=\"{side}\" rx=\"{corner}\"/>",
    );
    name_lines(node, spot, &mut svg);
    svg + "</a>"
}

fn name_lines(node: &Node, spot: &Spot, svg: &mut String) {
    let radius = node.kind.radius() as i32;
    let n_lines = i32::try_from(node.lines.len()).unwrap_or(1);
    let (x, y) = (i32::from(spot.x), i32::from(spot.y));
    let (x, top, anchor) = match spot.side {
        Side::Below => (x, y + radius + GAP, "middle"),
        Side::Above => (x, y - radius - GAP - n_lines * LINE, "middle"),
        Side::Right => (x + radius + GAP, y - n_lines * LINE / 2, "start"),
        Side::Left => (x - radius - GAP, y - n_lines * LINE / 2, "end"),
    };
    for (line, words) in (1..).zip(node.lines) {
        let y = top + line * LINE - DESCENT;
        // Writing to a string cannot fail.
        let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">");
        escape(words, svg);
        svg.push_str("</text>");
    }
}
