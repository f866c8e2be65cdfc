//! What makes a map good, as a sum to be lowered.
//!
//! Every term belongs to one, two or three nodes. A move of one node is judged by the terms that
//! touch it alone, so the cost of a trial grows with the size of the map and not with its square.

use super::geometry::{Point, Segment};
use super::map::{Map, Spot};
use super::scene::{Cover, Edge};
use super::{BEND, MARGIN, Side};

/// Two marks or labels on each other, plus some for each px of depth: what must not be.
const OVERLAP: f32 = 40.0;
const OVERLAP_DEPTH: f32 = 3.0;
/// Labels that keep their margin but no more.
const CROWDED: f32 = 1.2;
/// Room around a label from which it is no longer crowded, in px.
const BREATHING: f32 = 12.0;
/// Farther than this, in px, what covers the map does not disturb: half of [`BREATHING`] for each of
/// two labels, and all of [`BEND`] for an edge; and some against rounding.
pub(super) const NEAR: f32 = 7.0;
/// Two nodes nearer than [`REACH`]: spreads the map over its frame.
const CLOSE: f32 = 8.0;
/// Range of the push between nodes, in spacings.
pub(super) const REACH: f32 = 1.6;
/// A node in a cell of the frame where others stand already, so that some other cell stays empty.
const SHARED_CELL: f32 = 8.0;
/// The squared distance of two nodes of one group, in spacings, shared among the group.
const SCATTER: f32 = 2.4;
/// A node within the hull of a group that is not its own.
const INTRUSION: f32 = 30.0;
/// An edge that runs through the label or the mark of a third node.
const THROUGH: f32 = 25.0;
/// An edge that runs through the label of its own end.
const OWN_LABEL: f32 = 3.0;
/// Two edges that cross.
const CROSSING: f32 = 12.0;
/// Whatever disturbs an edge of the spine counts this many times.
const SPINE_FACTOR: f32 = 2.5;
/// Two edges that leave a node in the same direction, so that they cannot be told apart.
const NARROW: f32 = 6.0;
/// Squared sine of the angle from which two edges are told apart with ease: 15 degrees.
const WIDE_ANGLE: f32 = 0.067;
/// Length of an edge, in spacings.
const LENGTH: f32 = 0.8;
/// A spine edge across the reading direction instead of along it.
const SLOPE: f32 = 60.0;
/// A spine edge that runs against the reading direction.
const BACKWARD: f32 = 20.0;
/// The squared distance of the hub from the middle, as a fraction of the frame.
const OFF_CENTER: f32 = 60.0;

impl Map<'_> {
    /// Rates the whole map. A term counts once for each node that it touches, which is as good
    /// a yardstick as any for choosing between maps of one scene.
    pub(super) fn score(&self) -> f32 {
        (0..self.spots.len()).map(|node| self.energy(node, self.spots[node], f32::INFINITY)).sum()
    }

    /// Whether the node would stand clear of all others.
    pub(super) fn is_clear(&self, node: usize, spot: Spot) -> bool {
        let cover = self.scene.cover(node, spot.centre, spot.side);
        let mut is_clear = true;
        self.each_beside(&cover, |other| {
            is_clear &= other == node || overlap_energy(&cover, &self.covers[other]) < OVERLAP;
        });
        is_clear
    }

    /// How many labels the edges of the node, as they are drawn, touch at either end if it stood in `spot`.
    pub(super) fn n_touched_labels(&self, node: usize, spot: Spot) -> usize {
        let label = self.scene.cover(node, spot.centre, spot.side).label;
        let touched = |&index: &usize| {
            let neighbour = self.scene.edges[index].other(node);
            let segment = Segment::new(spot.centre, self.spots[neighbour].centre);
            let labels = [&label, &self.covers[neighbour].label];
            labels.into_iter().filter(|it| segment.hits(it, BEND)).count()
        };
        self.scene.bodies[node].edges.iter().map(touched).sum()
    }

    /// Sum of the terms that touch `node` if it stood in `spot`. Stops early, with a sum that is
    /// too small, once the sum is above `limit`: most trials fail, and most fail soon.
    pub(super) fn energy(&self, node: usize, spot: Spot, limit: f32) -> f32 {
        let edges = &self.scene.bodies[node].edges;
        // The cheap terms come first: they tell most bad spots.
        let mut sum = side_energy(spot.side)
            + self.off_center(node, spot.centre)
            + self.shared_cell(node, spot.centre);
        for &index in edges {
            sum += self.pull(node, spot.centre, &self.scene.edges[index]);
        }
        if sum > limit {
            return sum;
        }
        let cover = self.scene.cover(node, spot.centre, spot.side);
        sum += self.neighborhood(node, spot.centre, &cover);
        for &index in edges {
            if sum > limit {
                return sum;
            }
            sum += self.own_edge(node, spot.centre, &cover, &self.scene.edges[index]);
        }
        if sum > limit {
            return sum;
        }
        sum += self.passing_edges(node, &cover);
        if sum > limit {
            return sum;
        }
        sum + self.intrusions(node, spot.centre)
    }

    fn off_center(&self, node: usize, centre: Point) -> f32 {
        if self.scene.hub != Some(node) {
            return 0.0;
        }
        let x = centre.x / self.scene.width - 0.5;
        let y = centre.y / self.scene.height - 0.5;
        OFF_CENTER * (x * x + y * y)
    }

    fn shared_cell(&self, node: usize, centre: Point) -> f32 {
        let cell = self.scene.cell(centre);
        let is_own = cell == self.scene.cell(self.spots[node].centre);
        if self.crowds[cell] > usize::from(is_own) { SHARED_CELL } else { 0.0 }
    }

    /// Overlaps, closeness and the hold of the group.
    fn neighborhood(&self, node: usize, centre: Point, cover: &Cover) -> f32 {
        let group = self.scene.bodies[node].group;
        let spacing_squared = self.scene.spacing * self.scene.spacing;
        let reach_squared = REACH * REACH * spacing_squared;
        let sums = &self.sums[group];
        let mut sum = SCATTER / (spacing_squared * self.scene.groups[group].len() as f32)
            * sums.distances_squared(self.spots[node].centre, centre);
        self.each_close(centre, |other| {
            let distance_squared = centre.distance_squared(self.spots[other].centre);
            if other != node && distance_squared < reach_squared {
                let closeness = 1.0 - distance_squared / reach_squared;
                sum += CLOSE * closeness * closeness;
            }
        });
        self.each_beside(cover, |other| {
            if other != node {
                sum += overlap_energy(cover, &self.covers[other]);
            }
        });
        sum
    }

    /// Length and direction of an edge of the node.
    fn pull(&self, node: usize, centre: Point, edge: &Edge) -> f32 {
        let there = self.spots[edge.other(node)].centre;
        let length = LENGTH * centre.distance_squared(there).sqrt() / self.scene.spacing;
        if !edge.spine {
            return length;
        }
        let (from, to) = if edge.from == node { (centre, there) } else { (there, centre) };
        let (x, y) = (to.x - from.x, to.y - from.y);
        let (along, across) = if self.scene.is_wide() { (x, y) } else { (y, x) };
        let turn = across.abs() / (along.abs() + across.abs() + 1.0);
        let slope = SLOPE * turn * turn;
        if edge.ordered && along < 0.0 { length + slope + BACKWARD } else { length + slope }
    }

    /// What an edge of the node runs into.
    fn own_edge(&self, node: usize, centre: Point, cover: &Cover, edge: &Edge) -> f32 {
        let neighbour = edge.other(node);
        let segment = Segment::new(centre, self.spots[neighbour].centre);
        let mut sum = 0.0;
        self.each_under(&segment, |other| {
            if other != node && other != neighbour {
                sum += through_energy(&segment, &self.covers[other]);
            }
        });
        for label in [&cover.label, &self.covers[neighbour].label] {
            if segment.hits(label, 0.0) {
                sum += OWN_LABEL;
            }
        }
        self.each_crossing(&segment, |index| {
            let other = &self.scene.edges[index];
            if segment.crosses(&self.segments[index])
                && !other.touches(node)
                && !other.touches(neighbour)
            {
                sum += CROSSING * spine_factor(other);
            }
        });
        sum * spine_factor(edge) + self.narrow_angles(node, neighbour, centre)
    }

    /// Angles that the edge between the two forms with the other edges at either of its ends.
    fn narrow_angles(&self, node: usize, neighbour: usize, centre: Point) -> f32 {
        let there = self.spots[neighbour].centre;
        let mut sum = 0.0;
        for (end, apex, tip) in [(node, centre, there), (neighbour, there, centre)] {
            for &index in &self.scene.bodies[end].edges {
                let third = self.scene.edges[index].other(end);
                if third != node && third != neighbour {
                    sum += narrow_energy(apex, tip, self.spots[third].centre);
                }
            }
        }
        sum
    }

    /// Edges of others that run through the node.
    fn passing_edges(&self, node: usize, cover: &Cover) -> f32 {
        let mut sum = 0.0;
        self.each_passing(cover, |index| {
            let edge = &self.scene.edges[index];
            let through = through_energy(&self.segments[index], cover);
            if through > 0.0 && !edge.touches(node) {
                sum += through * spine_factor(edge);
            }
        });
        sum
    }

    /// Groups that run into each other: the node in other groups, and others in its group.
    fn intrusions(&self, node: usize, centre: Point) -> f32 {
        let group = self.scene.bodies[node].group;
        let moved = self.hull_with(node, centre);
        let own_hull = moved.as_ref().unwrap_or(&self.hulls[group]);
        let others = self.hulls.iter().enumerate().filter(|&(other, _)| other != group);
        let count = own_hull.n_intruders + others.filter(|(_, hull)| hull.holds(centre)).count();
        INTRUSION * count as f32
    }
}

/// Readers look for a label under its mark first.
fn side_energy(side: Side) -> f32 {
    match side {
        Side::Below => 0.0,
        Side::Right => 0.5,
        Side::Above => 0.8,
        Side::Left => 0.8,
    }
}

fn spine_factor(edge: &Edge) -> f32 {
    if edge.spine { SPINE_FACTOR } else { 1.0 }
}

fn overlap_energy(a: &Cover, b: &Cover) -> f32 {
    if a.bounds.overlap(&b.bounds, BREATHING) <= 0.0 {
        return 0.0;
    }
    // More than what is asked for, because both will be moved to whole px.
    let margin = MARGIN + 1.0;
    let mut sum = 0.0;
    for (one, two) in
        [(&a.label, &b.label), (&a.mark, &b.mark), (&a.mark, &b.label), (&a.label, &b.mark)]
    {
        let depth = one.overlap(two, margin);
        if depth > 0.0 {
            sum += OVERLAP + OVERLAP_DEPTH * depth;
        }
    }
    if sum > 0.0 { sum } else { CROWDED }
}

fn narrow_energy(apex: Point, a: Point, b: Point) -> f32 {
    let (ax, ay, bx, by) = (a.x - apex.x, a.y - apex.y, b.x - apex.x, b.y - apex.y);
    if ax * bx + ay * by <= 0.0 {
        return 0.0;
    }
    let cross = ax * by - ay * bx;
    let narrow = WIDE_ANGLE * (ax * ax + ay * ay) * (bx * bx + by * by);
    if cross * cross < narrow { NARROW * (1.0 - cross * cross / narrow) } else { 0.0 }
}

fn through_energy(segment: &Segment, cover: &Cover) -> f32 {
    if segment.hits(&cover.bounds, BEND)
        && (segment.hits(&cover.mark, BEND) || segment.hits(&cover.label, BEND))
    {
        THROUGH
    } else {
        0.0
    }
}
