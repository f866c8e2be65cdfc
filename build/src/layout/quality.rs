//! Measures a finished layout, independently of how it came about.

use super::geometry::{Point, Rect, Segment};
use super::hulls::Hull;
use super::scene::{Cover, Edge, Scene};
use super::{BEND, FRAME_MARGIN, Frame, Link, MARGIN, Node, Place};

/// What a reader would notice about a layout.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// What is counted one by one.
    pub faults: Faults,
    /// How far distances in the plane are from distances in the graph, at the best scale:
    /// mean square error relative to the latter; 0 is perfect.
    pub stress: f32,
    /// Share of nodes that are in the hull of no group but their own; 1 is perfect.
    pub cohesion: f32,
    /// Share of nodes that have more of their own group among the nodes nearest to them than of all
    /// others together, or at least as many; 1 is perfect. A large group is asked about the nearest
    /// five, a small one about as many as it has others.
    pub company: f32,
}

/// What there should be none of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// Pairs of marks nearer than [`MARGIN`].
    pub node_overlaps: usize,
    /// Pairs of nodes with a label nearer than [`MARGIN`] to the other's label or mark.
    pub label_overlaps: usize,
    /// Nodes whose mark or label is nearer to the border of the frame than [`FRAME_MARGIN`].
    pub outside: usize,
    /// Pairs of edges that cross. All relations of a pair of nodes are one edge.
    pub crossings: usize,
    /// Those of them with an edge of the spine.
    pub spine_crossings: usize,
    /// Cases of an edge that runs through the label or mark of a node that is not its end.
    pub edge_over_label: usize,
    /// Cases of an edge that, as it is drawn, touches the label of its own end.
    pub edge_on_own_label: usize,
    /// Nodes that are in the hull of a group that is not their own.
    pub intruders: usize,
}

/// Measures `places`, which must be as many as `nodes`.
pub fn quality(nodes: &[Node], links: &[Link], frame: &Frame, places: &[Place]) -> Quality {
    let scene = Scene::new(nodes, links, frame);
    let centres: Vec<Point> = places.iter().map(centre).collect();
    let faults = Faults::of(&scene, places);
    let count = places.len().max(1);
    Quality {
        faults,
        stress: stress(&scene, &centres),
        cohesion: (count - faults.intruders) as f32 / count as f32,
        company: company(&scene, &centres),
    }
}

fn centre(place: &Place) -> Point {
    Point { x: place.x, y: place.y }
}

impl Faults {
    pub(super) fn of(scene: &Scene, places: &[Place]) -> Self {
        let cover = |(node, place): (usize, &Place)| scene.cover(node, centre(place), place.side);
        let covers: Vec<Cover> = places.iter().enumerate().map(cover).collect();
        let segment =
            |edge: &Edge| Segment::new(centre(&places[edge.from]), centre(&places[edge.to]));
        let segments: Vec<Segment> = scene.edges.iter().map(segment).collect();

        let centres: Vec<Point> = places.iter().map(centre).collect();
        let mut faults = Self {
            node_overlaps: count_pairs(&covers, |a, b| a.mark.overlap(&b.mark, MARGIN) > 0.0),
            label_overlaps: count_pairs(&covers, |a, b| {
                let overlap = |a: &Rect, b: &Rect| a.overlap(b, MARGIN) > 0.0;
                overlap(&a.label, &b.label)
                    || overlap(&a.label, &b.mark)
                    || overlap(&a.mark, &b.label)
            }),
            outside: covers.iter().filter(|cover| is_outside(&cover.bounds, scene)).count(),
            intruders: count_intruders(scene, &centres),
            ..Self::default()
        };
        for (index, edge) in scene.edges.iter().enumerate() {
            let segment = &segments[index];
            for (other, other_segment) in scene.edges.iter().zip(&segments).skip(index + 1) {
                let is_apart = !other.touches(edge.from) && !other.touches(edge.to);
                if is_apart && segment.crosses(other_segment) {
                    faults.crossings += 1;
                    faults.spine_crossings += usize::from(edge.spine || other.spine);
                }
            }
            for (node, cover) in covers.iter().enumerate() {
                let is_hit = segment.hits(&cover.label, 0.0) || segment.hits(&cover.mark, 0.0);
                faults.edge_over_label += usize::from(is_hit && !edge.touches(node));
            }
            for end in [edge.from, edge.to] {
                faults.edge_on_own_label += usize::from(segment.hits(&covers[end].label, BEND));
            }
        }
        faults
    }

    /// How much they disturb together: a name that cannot be read as much as a hundred crossings, one
    /// with a line through it as much as three, and so one in another group; a crossing of the spine as two.
    pub(super) fn weight(&self) -> usize {
        100 * (self.node_overlaps + self.label_overlaps + self.outside)
            + self.crossings
            + self.spine_crossings
            + 3 * self.edge_over_label
            + 3 * self.intruders
    }
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
fn stress(scene: &Scene, centres: &[Point]) -> f32 {
    let node_count = centres.len();
    let (mut pairs, mut sum, mut sum_of_squares) = (0.0, 0.0, 0.0);
    for (index, distance) in scene.distances().into_iter().enumerate() {
        let (from, to) = (index / node_count, index % node_count);
        if from < to && distance.is_finite() {
            let ratio = centres[from].distance_squared(centres[to]).sqrt() / distance;
            pairs += 1.0;
            sum += ratio;
            sum_of_squares += ratio * ratio;
        }
    }
    if sum_of_squares > 0.0 { 1.0 - sum * sum / (sum_of_squares * pairs) } else { 0.0 }
}

fn count_intruders(scene: &Scene, centres: &[Point]) -> usize {
    let hulls: Vec<Hull> = scene
        .groups
        .iter()
        .map(|members| Hull::new(members.iter().map(|&member| centres[member]).collect()))
        .collect();
    let intrudes = |&node: &usize| {
        let own = scene.bodies[node].group;
        let mut hulls = hulls.iter().enumerate();
        hulls.any(|(group, hull)| group != own && hull.holds(centres[node]))
    };
    (0..centres.len()).filter(intrudes).count()
}

/// How many of the nodes around one are asked for their group.
const COMPANY: usize = 5;

fn company(scene: &Scene, centres: &[Point]) -> f32 {
    let is_at_home = |node: usize| {
        let group = scene.bodies[node].group;
        let asked = COMPANY.min(scene.groups[group].len() - 1);
        let mut others: Vec<(f32, bool)> = (0..centres.len())
            .filter(|&other| other != node)
            .map(|other| {
                let distance = centres[node].distance_squared(centres[other]);
                (distance, scene.bodies[other].group == group)
            })
            .collect();
        others.sort_by(|a, b| a.0.total_cmp(&b.0));
        2 * others.iter().take(asked).filter(|(_, is_own)| *is_own).count() >= asked
    };
    let at_home = (0..centres.len()).filter(|&node| is_at_home(node)).count();
    at_home as f32 / centres.len().max(1) as f32
}
