//! What of the actor map never changes: marks, names, curves. Each as SVG text.

use std::fmt::Write;

use explainer_model::facts::Facts;
use explainer_model::graph::{
    Actor, Map, MapLayout, NAME_GAP, NAME_LINE, NAME_SIZE, Node, Relation, Side, Spot,
};
use explainer_model::text;

use super::backend::escape;
use super::{edge_labels, edges};

/// Size of the tip of a line, in px.
pub const TIP: i32 = 8;

/// From the foot of a line up to the base of its letters, in px.
const DESCENT: i32 = 4;

/// The `viewBox` of a map.
pub fn view_box(layout: &MapLayout) -> String {
    format!("0 0 {} {}", layout.width, layout.height)
}

/// What a node is called by those who cannot see it: who it is, and what it does to whom.
fn name(facts: &Facts, map: &Map, idx: usize) -> String {
    let node = &map.nodes[idx];
    let own = facts.relations.iter().zip(map.edges).filter(|(it, _)| usize::from(it.from) == idx);
    // What the story turns on says the most.
    let first = own.clone().find(|it| it.1.spine).or_else(|| own.clone().next());
    let n_relations = u16::try_from(idx).map_or(0, |it| facts.neighbours.of(it).len());
    let plural = if n_relations == 1 { "" } else { "s" };
    let mut name = format!("{}, {}; {n_relations} relation{plural}", node.name(), node.kind.name());
    if let Some((relation, _)) = first {
        let label = map.relation_kinds.get(usize::from(relation.kind)).map_or("", |it| it.label);
        let whom = map.nodes.get(usize::from(relation.to)).map_or_else(String::new, Node::name);
        name += &format!("; {label} {whom}");
    }
    name
}

/// All relations, each its curve.
pub fn edges(facts: &Facts, map: &Map, layout: &MapLayout) -> Vec<String> {
    let edges = map.edges.iter().enumerate();
    let edges = edges.map(|(idx, edge)| {
        let d = edges::path(layout, facts.relations, idx);
        let spine = edge.spine.then_some("spine");
        let classes: Vec<&str> = spine.into_iter().chain(tip(map, &facts.relations[idx])).collect();
        let class = match classes.join(" ") {
            none if none.is_empty() => none,
            some => format!(" class=\"{some}\""),
        };
        format!("<g class=\"edge\" data-relation=\"{}\"><path{class} d=\"{d}\"/></g>", edge.id)
    });
    edges.collect()
}

/// The class of a path by the end at which its relation arrives: paths lead from the first of two actors to the second. None if it
/// holds either way.
fn tip(map: &Map, relation: &Relation) -> Option<&'static str> {
    (!map.is_mutual(relation)).then_some(if relation.from < relation.to { "to" } else { "back" })
}

/// What each relation claims, to be shown while it stands out; in the order of the relations, and empty where
/// there is no room for it. They lie over all curves.
pub fn claims(facts: &Facts, map: &Map, layout: &MapLayout) -> Vec<String> {
    let places = edge_labels::places(facts, map, layout);
    let claims = places.into_iter().zip(facts.relations).map(|(place, relation)| {
        let Some((x, y)) = place else { return "<text></text>".to_owned() };
        let mut svg = format!("<text x=\"{x}\" y=\"{y}\">");
        let kind = map.relation_kinds.get(usize::from(relation.kind));
        escape(kind.map_or("", |it| it.label), &mut svg);
        svg + "</text>"
    });
    claims.collect()
}

/// An actor: a link to its dossier with the area to hit, its mark and its name.
pub fn node(facts: &Facts, map: &Map, layout: &MapLayout, idx: usize) -> String {
    let (node, spot) = (&map.nodes[idx], &layout.spots[idx]);
    let (x, y, radius) = (spot.x, spot.y, node.kind.radius() as i32);
    let corner = if node.kind.is_round() { radius } else { 1 };
    let side = 2 * radius;
    let Actor { id, group, .. } = facts.actors[idx];
    // What it consists of lies around its own origin, so that it can keep its size where the map is enlarged.
    let mut svg = format!(
        "<a class=\"node\" href=\"#actor-{id}\" data-actor=\"{id}\" transform=\"translate({x} {y})\" aria-label=\""
    );
    // A colour tells nothing to whom does not see it.
    let group_name = map.group_name(group);
    escape(&format!("{}, {group_name}", name(facts, map, idx)), &mut svg);
    svg += &format!(
        "\"><circle class=\"hit\" r=\"15\"/>\
         <rect class=\"shape group-{group}\" x=\"-{radius}\" y=\"-{radius}\" width=\"{side}\" height=\"{side}\" rx=\"{corner}\"/>",
    );
    name_lines(node, spot, &mut svg);
    svg + "</a>"
}

fn name_lines(node: &Node, spot: &Spot, svg: &mut String) {
    let (x, top, anchor) = name_corner(node, spot.side);
    for (line, words) in (1..).zip(node.lines) {
        let y = top + line * NAME_LINE - DESCENT;
        // Writing to a string cannot fail.
        let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">");
        escape(words, svg);
        // A gap, or the words of two lines would be read as one.
        svg.push_str("</text> ");
    }
}

/// Where a name hangs on its mark: its x, its top, and which part of its lines stands at that x.
fn name_corner(node: &Node, side: Side) -> (i32, i32, &'static str) {
    let aside = node.kind.radius() as i32 + NAME_GAP;
    let height = i32::try_from(node.lines.len()).unwrap_or(1) * NAME_LINE;
    match side {
        Side::Below => (0, aside, "middle"),
        Side::Above => (0, -aside - height, "middle"),
        Side::Right => (aside, -height / 2, "start"),
        Side::Left => (-aside, -height / 2, "end"),
    }
}

/// The box of a name: left, top, right, bottom, in px.
pub fn name_frame(node: &Node, spot: &Spot) -> [i32; 4] {
    let (x, top, anchor) = name_corner(node, spot.side);
    let (x, top) = (i32::from(spot.x) + x, i32::from(spot.y) + top);
    let widths = node.lines.iter().map(|it| text::width(it, NAME_SIZE).ceil() as i32);
    let width = widths.max().unwrap_or(0);
    let left = match anchor {
        "start" => x,
        "end" => x - width,
        _ => x - width / 2,
    };
    let n_lines = i32::try_from(node.lines.len()).unwrap_or(1);
    [left, top, left + width, top + n_lines * NAME_LINE]
}

#[cfg(test)]
mod tests {
    use explainer_model::graph::RelationKind;

    use super::*;

    #[test]
    fn a_line_says_at_which_end_it_arrives_unless_it_holds_either_way() {
        const KINDS: [RelationKind; 2] = [
            RelationKind { label: "opposes", is_mutual: false },
            RelationKind { label: "is married to", is_mutual: true },
        ];
        let map = Map { groups: &[], nodes: &[], relation_kinds: &KINDS, edges: &[] };
        let tip = |from, to, kind| tip(&map, &Relation { kind, ..Relation::between(from, to) });
        assert_eq!(tip(0, 1, 0), Some("to"));
        assert_eq!(tip(1, 0, 0), Some("back"));
        assert_eq!(tip(0, 1, 1), None);
    }
}
