//! An actor with all that it is related to, for a screen on which the map would be too small to read.

use std::fmt::Write;

use explainer_model::facts::Facts;
use explainer_model::graph::Map;
use explainer_model::text;

use super::backend::escape;

/// Height of the row of a relation, in px.
const ROW: i32 = 44;
/// Size at which the table of widths has room for a name: 14 px and bold, also in the widest of common faces.
const NAME: f32 = 16.5;
/// From the left edge to the line on which the actor stands, in px.
const STEM: i32 = 14;

/// The drawing `width` px wide, as an SVG element, and its height in px.
pub fn draw(facts: &Facts, map: &Map, actor: u16, width: i32) -> (String, i32) {
    let own = facts.relations.iter().filter_map(|it| Some((it, it.other_end(actor)?)));
    let (mut rows, mut y) = (String::new(), ROW);
    let mut last = y;
    for (relation, other) in own {
        let kind = map.relation_kinds.get(usize::from(relation.kind));
        let label = kind.map_or("", |it| it.label);
        let arrow = match relation.from == actor {
            _ if map.is_mutual(relation) => ("", ""),
            true => ("", " →"),
            false => ("← ", ""),
        };
        let label = format!("{}{label}{}", arrow.0, arrow.1);
        let x = STEM + 34 + text::width(&label, 13.0).ceil() as i32 + 20;
        // A long name goes under what is claimed.
        let name = map.nodes[usize::from(other)].name();
        let fits = x + 14 + text::width(&name, NAME).ceil() as i32 <= width;
        let (x, down) = if fits { (x, 0) } else { (STEM + 52, 22) };
        // Writing to a string cannot fail.
        let _ =
            write!(rows, "<path d=\"M{STEM} {y}h28\"/><text x=\"{}\" y=\"{}\">", STEM + 34, y + 4);
        escape(&label, &mut rows);
        rows += "</text>";
        mark(facts, map, other, (x, y + down), &mut rows);
        last = y;
        y += ROW + down;
    }
    let mut svg = format!(
        "<svg class=\"star\" width=\"{width}\" height=\"{y}\" viewBox=\"0 0 {width} {y}\"><path d=\"M{STEM} 20V{last}\"/>{rows}"
    );
    mark(facts, map, actor, (STEM, 14), &mut svg);
    (svg + "</svg>", y)
}

/// An actor's mark and name.
fn mark(facts: &Facts, map: &Map, actor: u16, (x, y): (i32, i32), svg: &mut String) {
    let (node, group) = (&map.nodes[usize::from(actor)], facts.actors[usize::from(actor)].group);
    let corner = if node.kind.is_round() { 7 } else { 1 };
    let _ = write!(
        svg,
        "<rect class=\"group-{group}\" x=\"{}\" y=\"{}\" width=\"14\" height=\"14\" rx=\"{corner}\"/><text class=\"name\" x=\"{}\" y=\"{}\">",
        x - 7,
        y - 7,
        x + 14,
        y + 5
    );
    escape(&node.name(), svg);
    svg.push_str("</text>");
}
