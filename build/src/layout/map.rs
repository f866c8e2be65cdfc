//! A layout in the making, with what follows from it kept up to date move by move.

use super::geometry::{Point, Segment, hull};
use super::scene::{Cover, Scene};
use super::{Place, Side};

/// Where one node stands or may stand.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) center: Point,
    pub(super) side: Side,
}

/// A scene with every node in a spot.
pub(super) struct Map<'a> {
    pub(super) scene: &'a Scene,
    pub(super) spots: Vec<Spot>,
    pub(super) covers: Vec<Cover>,
    pub(super) segments: Vec<Segment>,
    pub(super) hulls: Vec<Vec<Point>>,
    /// How many nodes stand in each cell of the scene.
    pub(super) crowds: Vec<usize>,
}

impl<'a> Map<'a> {
    pub(super) fn new(scene: &'a Scene, centers: &[Point]) -> Self {
        let side = Side::default();
        let spots: Vec<Spot> = centers
            .iter()
            .enumerate()
            .map(|(node, &center)| Spot { center: scene.keep_inside(node, center, side), side })
            .collect();
        let mut map = Self {
            scene,
            covers: vec![Cover::default(); spots.len()],
            segments: vec![Segment::default(); scene.edges.len()],
            hulls: vec![Vec::new(); scene.groups.len()],
            crowds: vec![0; scene.cell_count()],
            spots,
        };
        for spot in &map.spots {
            map.crowds[scene.cell(spot.center)] += 1;
        }
        for node in 0..map.spots.len() {
            map.set(node, map.spots[node]);
        }
        map
    }

    /// Where the node stands.
    pub(super) fn spot(&self, node: usize) -> Spot {
        self.spots[node]
    }

    /// Puts the node into a spot.
    pub(super) fn set(&mut self, node: usize, spot: Spot) {
        let body = &self.scene.bodies[node];
        self.crowds[self.scene.cell(self.spots[node].center)] -= 1;
        self.crowds[self.scene.cell(spot.center)] += 1;
        self.spots[node] = spot;
        self.covers[node] = self.scene.cover(node, spot.center, spot.side);
        for &index in &body.edges {
            let edge = &self.scene.edges[index];
            self.segments[index] =
                Segment::new(self.spots[edge.from].center, self.spots[edge.to].center);
        }
        self.hulls[body.group] = self.hull_with(node, spot.center);
    }

    pub(super) fn places(&self) -> Vec<Place> {
        let place = |spot: &Spot| Place { x: spot.center.x, y: spot.center.y, side: spot.side };
        self.spots.iter().map(place).collect()
    }

    /// The hull of the node's group if the node stood at `center`.
    pub(super) fn hull_with(&self, node: usize, center: Point) -> Vec<Point> {
        let members = &self.scene.groups[self.scene.bodies[node].group];
        let point =
            |&member: &usize| if member == node { center } else { self.spots[member].center };
        hull(members.iter().map(point).collect())
    }
}
