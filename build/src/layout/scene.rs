//! The story as the layout sees it: clean sizes, one edge per pair, and what is central.

use super::geometry::{Point, Rect};
use super::{FRAME_MARGIN, Frame, LABEL_GAP, Link, Node, Side};

/// All that stays the same while nodes move.
pub(super) struct Scene {
    pub(super) width: f32,
    pub(super) height: f32,
    /// Side of the square that each node would have if the frame were shared out evenly.
    /// Lengths are weighed against it, so that weights hold for small and large maps alike.
    pub(super) spacing: f32,
    pub(super) bodies: Vec<Body>,
    /// One per linked pair.
    pub(super) edges: Vec<Edge>,
    /// The nodes of each group.
    pub(super) groups: Vec<Vec<usize>>,
    /// Columns and rows of cells. Each should hold a node, so that no part of the frame is bare.
    cells: (usize, usize),
    /// The node with most edges in the group with most edges: the middle of the story.
    pub(super) hub: Option<usize>,
}

/// A node as an obstacle.
pub(super) struct Body {
    /// Index in `Scene::groups`.
    pub(super) group: usize,
    /// Indices in `Scene::edges`.
    pub(super) edges: Vec<usize>,
    pub(super) pinned: Option<Point>,
    radius: f32,
    label_width: f32,
    label_height: f32,
}

/// The one line that stands for all relations of a pair.
pub(super) struct Edge {
    /// In an ordered edge: the end that ought to come first in reading direction.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) spine: bool,
    /// Whether it matters which end comes first.
    pub(super) ordered: bool,
}

impl Edge {
    pub(super) fn touches(&self, node: usize) -> bool {
        self.from == node || self.to == node
    }

    pub(super) fn other(&self, node: usize) -> usize {
        if self.from == node { self.to } else { self.from }
    }
}

/// The boxes that one node covers.
#[derive(Clone, Copy, Default)]
pub(super) struct Cover {
    pub(super) mark: Rect,
    pub(super) label: Rect,
    /// Around both, for a first quick test.
    pub(super) bounds: Rect,
}

impl Scene {
    pub(super) fn new(nodes: &[Node], links: &[Link], frame: &Frame) -> Self {
        let (width, height) = (size(frame.width).max(1.0), size(frame.height).max(1.0));
        let line_height = size(frame.line_height);

        let mut names: Vec<usize> = nodes.iter().map(|node| node.group).collect();
        names.sort_unstable();
        names.dedup();
        let mut groups = vec![Vec::new(); names.len()];

        let mut bodies = Vec::with_capacity(nodes.len());
        for (index, node) in nodes.iter().enumerate() {
            let group = names.partition_point(|&name| name < node.group);
            groups[group].push(index);
            bodies.push(Body {
                group,
                edges: Vec::new(),
                pinned: node.pinned.filter(|(x, y)| x.is_finite() && y.is_finite()).map(
                    |(x, y)| Point { x: x.clamp(0.0, 1.0) * width, y: y.clamp(0.0, 1.0) * height },
                ),
                radius: size(node.radius),
                label_width: node.label.iter().copied().map(size).fold(0.0, f32::max),
                label_height: node.label.len() as f32 * line_height,
            });
        }

        let mut edges = merge(links, nodes.len());
        for (index, edge) in edges.iter().enumerate() {
            bodies[edge.from].edges.push(index);
            bodies[edge.to].edges.push(index);
        }
        let hub = find_hub(&bodies, &groups);
        order_spine(&mut edges, &bodies, hub);

        let spacing = (width * height / nodes.len().max(1) as f32).sqrt();
        // About two nodes to a cell; more cells could not all be filled.
        let side = spacing * 2.0_f32.sqrt();
        let cells = ((width / side).round() as usize, (height / side).round() as usize);
        let cells = (cells.0.max(1), cells.1.max(1));
        Self { width, height, spacing, cells, bodies, edges, groups, hub }
    }

    pub(super) fn is_wide(&self) -> bool {
        self.width >= self.height
    }

    pub(super) fn cell_count(&self) -> usize {
        self.cells.0 * self.cells.1
    }

    /// Index of the cell that holds the point, or comes nearest to it.
    pub(super) fn cell(&self, point: Point) -> usize {
        let (columns, rows) = self.cells;
        let column = (point.x / self.width * columns as f32) as usize;
        let row = (point.y / self.height * rows as f32) as usize;
        row.min(rows - 1) * columns + column.min(columns - 1)
    }

    /// What node `index` covers when its mark stands at `centre` and its label beside it.
    pub(super) fn cover(&self, index: usize, centre: Point, side: Side) -> Cover {
        let body = &self.bodies[index];
        let Point { x, y } = centre;
        let mark = Rect { x, y, half_width: body.radius, half_height: body.radius };
        if body.label_height == 0.0 {
            return Cover { mark, label: mark, bounds: mark };
        }
        let (half_width, half_height) = (body.label_width / 2.0, body.label_height / 2.0);
        let (dx, dy) = match side {
            Side::Below => (0.0, body.radius + LABEL_GAP + half_height),
            Side::Above => (0.0, -body.radius - LABEL_GAP - half_height),
            Side::Right => (body.radius + LABEL_GAP + half_width, 0.0),
            Side::Left => (-body.radius - LABEL_GAP - half_width, 0.0),
        };
        let label = Rect { x: x + dx, y: y + dy, half_width, half_height };
        Cover { mark, label, bounds: mark.union(&label) }
    }

    /// The nearest centre that keeps mark and label inside the frame.
    /// A pinned node stays at its pin, whatever its label does.
    pub(super) fn keep_inside(&self, index: usize, centre: Point, side: Side) -> Point {
        if let Some(pin) = self.bodies[index].pinned {
            return pin;
        }
        let bounds = self.cover(index, centre, side).bounds;
        Point {
            x: centre.x + shift(bounds.x, bounds.half_width, self.width),
            y: centre.y + shift(bounds.y, bounds.half_height, self.height),
        }
    }

    /// Edges on the shortest way between each two nodes, row by row; infinite if there is no way.
    pub(super) fn distances(&self) -> Vec<f32> {
        let count = self.bodies.len();
        let mut distances = vec![f32::INFINITY; count * count];
        let mut queue = Vec::with_capacity(count);
        for (start, row) in distances.chunks_exact_mut(count.max(1)).enumerate() {
            row[start] = 0.0;
            queue.clear();
            queue.push(start);
            let mut next = 0;
            while let Some(&node) = queue.get(next) {
                next += 1;
                for &edge in &self.bodies[node].edges {
                    let neighbour = self.edges[edge].other(node);
                    if row[neighbour].is_infinite() {
                        row[neighbour] = row[node] + 1.0;
                        queue.push(neighbour);
                    }
                }
            }
        }
        distances
    }
}

/// A length that can be reckoned with, whatever the caller measured.
fn size(length: f32) -> f32 {
    if length.is_finite() { length.max(0.0) } else { 0.0 }
}

/// How far to move a span so that it lies inside the frame; a span too long is centred.
fn shift(centre: f32, half: f32, length: f32) -> f32 {
    // A little more than the margin, for the rounding.
    let reach = half + FRAME_MARGIN + 0.5;
    let (low, high) = (reach, length - reach);
    if low > high { length / 2.0 - centre } else { centre.clamp(low, high) - centre }
}

/// Joins all links of a pair, and drops links to oneself or to nobody.
fn merge(links: &[Link], node_count: usize) -> Vec<Edge> {
    let mut pairs: Vec<(usize, usize, bool)> = links
        .iter()
        .filter(|link| link.from != link.to && link.from.max(link.to) < node_count)
        .map(|link| (link.from.min(link.to), link.from.max(link.to), !link.spine))
        .collect();
    // Links of the spine sort first in their pair, and the first is the one that is kept.
    pairs.sort_unstable();
    pairs.dedup_by_key(|&mut (from, to, _)| (from, to));
    pairs
        .into_iter()
        .map(|(from, to, aside)| Edge { from, to, spine: !aside, ordered: false })
        .collect()
}

fn find_hub(bodies: &[Body], groups: &[Vec<usize>]) -> Option<usize> {
    let degree = |&node: &usize| bodies[node].edges.len();
    // `max_by_key` keeps the last of equals; reversed, that is the first.
    let group = groups.iter().rev().max_by_key(|group| group.iter().map(degree).sum::<usize>())?;
    group.iter().rev().copied().max_by_key(degree).filter(|hub| degree(hub) > 2)
}

/// Says which end of a spine edge is read first: the one that approaches the hub's group,
/// or else the one whose group is named first.
fn order_spine(edges: &mut [Edge], bodies: &[Body], hub: Option<usize>) {
    let hub_group = hub.map(|hub| bodies[hub].group);
    for edge in edges.iter_mut().filter(|edge| edge.spine) {
        let (from, to) = (bodies[edge.from].group, bodies[edge.to].group);
        edge.ordered = from != to;
        let leaves_hub = hub_group == Some(from);
        let is_backward = leaves_hub || (hub_group != Some(to) && from > to);
        if edge.ordered && is_backward {
            std::mem::swap(&mut edge.from, &mut edge.to);
        }
    }
}
