//! Measures a finished layout, independently of how it came about.

use super::geometry::{Point, Rect, Segment, hull, is_inside};
use super::scene::{Cover, Scene};
use super::{FRAME_MARGIN, Frame, Link, MARGIN, Node, Place};

/// What a reader would notice about a layout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// Pairs of marks nearer than [`MARGIN`].
    pub node_overlaps: usize,
    /// Pairs of nodes with a label nearer than [`MARGIN`] to the other's label or mark.
    pub label_overlaps: usize,
    /// Nodes whose mark or label is nearer to the border of the frame than [`FRAME_MARGIN`].
    pub outside: usize,
    /// Pairs of edges that cross. All relations of a pair of nodes are one edge.
    pub crossings: usize,
    /// Cases of an edge that runs through the label or mark of a node that is not its end.
    pub edge_over_label: usize,
    /// How far distances in the plane are from distances in the graph, at the best scale:
    /// mean square error relative to the latter; 0 is perfect.
    pub stress: f32,
    /// Share of nodes that are in the hull of no group but their own; 1 is perfect.
    pub cohesion: f32,
}

/// Measures `places`, which must be as many as `nodes`.
pub fn quality(nodes: &[Node], links: &[Link], frame: &Frame, places: &[Place]) -> Quality {
    let scene = Scene::new(nodes, links, frame);
    let centers: Vec<Point> = places.iter().map(|place| Point { x: place.x, y: place.y }).collect();
    let covers: Vec<Cover> = places
        .iter()
        .enumerate()
        .map(|(node, place)| scene.cover(node, centers[node], place.side))
        .collect();
    let segments: Vec<Segment> =
        scene.edges.iter().map(|edge| Segment::new(centers[edge.from], centers[edge.to])).collect();

    let mut quality = Quality {
        node_overlaps: count_pairs(&covers, |a, b| a.mark.overlap(&b.mark, MARGIN) > 0.0),
        label_overlaps: count_pairs(&covers, |a, b| {
            let overlap = |a: &Rect, b: &Rect| a.overlap(b, MARGIN) > 0.0;
            overlap(&a.label, &b.label) || overlap(&a.label, &b.mark) || overlap(&a.mark, &b.label)
        }),
        outside: covers.iter().filter(|cover| is_outside(&cover.bounds, &scene)).count(),
        crossings: 0,
        edge_over_label: 0,
        stress: stress(&scene, &centers),
        cohesion: cohesion(&scene, &centers),
    };
    for (index, edge) in scene.edges.iter().enumerate() {
        for (other, segment) in scene.edges.iter().zip(&segments).skip(index + 1) {
            let is_apart = !other.touches(edge.from) && !other.touches(edge.to);
            quality.crossings += usize::from(is_apart && segments[index].crosses(segment));
        }
        for (node, cover) in covers.iter().enumerate() {
            let is_hit =
                segments[index].hits(&cover.label, 0.0) || segments[index].hits(&cover.mark, 0.0);
            quality.edge_over_label += usize::from(is_hit && !edge.touches(node));
        }
    }
    quality
}

fn count_pairs(covers: &[Cover], is_counted: impl Fn(&Cover, &Cover) -> bool) -> usize {
    let partners = |(index, a)| covers[index + 1..].iter().filter(|b| is_counted(a, b)).count();
    covers.iter().enumerate().map(partners).sum()
}

fn is_outside(bounds: &Rect, scene: &Scene) -> bool {
    bounds.x - bounds.half_width < FRAME_MARGIN
        || bounds.y - bounds.half_height < FRAME_MARGIN
        || bounds.x + bounds.half_width > scene.width - FRAME_MARGIN
        || bounds.y + bounds.half_height > scene.height - FRAME_MARGIN
}

/// With lengths `l` and graph distances `d`, the mean of `(s l / d - 1)²` is least
/// at `s = Σ(l/d) / Σ(l/d)²`, where it is `1 - s Σ(l/d) / n`.
fn stress(scene: &Scene, centers: &[Point]) -> f32 {
    let node_count = centers.len();
    let (mut pairs, mut sum, mut sum_of_squares) = (0.0, 0.0, 0.0);
    for (index, distance) in scene.distances().into_iter().enumerate() {
        let (from, to) = (index / node_count, index % node_count);
        if from < to && distance.is_finite() {
            let ratio = centers[from].distance_squared(centers[to]).sqrt() / distance;
            pairs += 1.0;
            sum += ratio;
            sum_of_squares += ratio * ratio;
        }
    }
    if sum_of_squares > 0.0 { 1.0 - sum * sum / (sum_of_squares * pairs) } else { 0.0 }
}

fn cohesion(scene: &Scene, centers: &[Point]) -> f32 {
    let hulls: Vec<Vec<Point>> = scene
        .groups
        .iter()
        .map(|members| hull(members.iter().map(|&member| centers[member]).collect()))
        .collect();
    let intrudes = |node: usize| {
        let own = scene.bodies[node].group;
        let mut hulls = hulls.iter().enumerate();
        hulls.any(|(group, corners)| group != own && is_inside(corners, centers[node]))
    };
    let intruders = (0..centers.len()).filter(|&node| intrudes(node)).count();
    1.0 - intruders as f32 / centers.len().max(1) as f32
}
