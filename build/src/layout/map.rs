//! A layout in the making, with what follows from it kept up to date move by move.

use std::cell::Cell;

use super::energy::{NEAR, REACH};
use super::geometry::{Point, Rect, Segment};
use super::grid::{Grid, Items};
use super::hulls::Hull;
use super::scene::{Cover, Scene};
use super::{Place, Side};

/// Where one node stands or may stand.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) centre: Point,
    pub(super) side: Side,
}

/// A scene with every node in a spot.
pub(super) struct Map<'a> {
    pub(super) scene: &'a Scene,
    pub(super) spots: Vec<Spot>,
    pub(super) covers: Vec<Cover>,
    pub(super) segments: Vec<Segment>,
    pub(super) hulls: Vec<Hull>,
    /// How many nodes stand in each cell of the scene.
    pub(super) crowds: Vec<usize>,
    /// Sums over the nodes of each group.
    pub(super) sums: Vec<Sums>,
    /// Nodes by their centres, in squares as wide as they push each other.
    centres: Grid,
    /// Nodes by what they cover and the room around it.
    covered: Grid,
    /// Edges.
    crossed: Grid,
    /// Kept, so that room for it need not be found each time.
    items: Cell<Items>,
}

/// What is needed to sum up squared distances to some points without looking at each.
#[derive(Clone, Copy, Default)]
pub(super) struct Sums {
    count: f64,
    x: f64,
    y: f64,
    squares: f64,
}

impl Sums {
    fn add(&mut self, point: Point, times: f64) {
        let (x, y) = (f64::from(point.x), f64::from(point.y));
        self.count += times;
        self.x += times * x;
        self.y += times * y;
        self.squares += times * (x * x + y * y);
    }

    /// Squared distances from a point to all others but one of them, summed up.
    pub(super) fn distances_squared(mut self, but: Point, from: Point) -> f32 {
        self.add(but, -1.0);
        let (x, y) = (f64::from(from.x), f64::from(from.y));
        (self.count * (x * x + y * y) - 2.0 * (x * self.x + y * self.y) + self.squares) as f32
    }
}

impl<'a> Map<'a> {
    pub(super) fn new(scene: &'a Scene, centres: &[Point]) -> Self {
        Self::in_squares(scene, centres, scene.spacing)
    }

    /// A map in which nearness is looked up in squares of that side.
    pub(super) fn in_squares(scene: &'a Scene, centres: &[Point], side: f32) -> Self {
        let below = Side::default();
        let spot = |(node, &centre): (usize, &Point)| Spot {
            centre: scene.keep_inside(node, centre, below),
            side: below,
        };
        let spots: Vec<Spot> = centres.iter().enumerate().map(spot).collect();
        let cover = |(node, spot): (usize, &Spot)| scene.cover(node, spot.centre, spot.side);
        let covers: Vec<Cover> = spots.iter().enumerate().map(cover).collect();
        let centre = |node: usize| spots[node].centre;
        let segment = |edge: &super::scene::Edge| Segment::new(centre(edge.from), centre(edge.to));
        let hull = |group: &Vec<usize>| Hull::new(group.iter().map(|&node| centre(node)).collect());
        let grid = |side, n_items| Grid::new(scene.width, scene.height, side, n_items);
        let mut map = Self {
            segments: scene.edges.iter().map(segment).collect(),
            hulls: scene.groups.iter().map(hull).collect(),
            crowds: vec![0; scene.cell_count()],
            sums: vec![Sums::default(); scene.groups.len()],
            centres: grid(REACH * side, spots.len()),
            covered: grid(side, spots.len()),
            crossed: grid(side, scene.edges.len()),
            items: Cell::default(),
            scene,
            spots,
            covers,
        };
        for node in 0..map.spots.len() {
            let centre = map.spots[node].centre;
            map.crowds[scene.cell(centre)] += 1;
            map.sums[scene.bodies[node].group].add(centre, 1.0);
            map.centres.toggle(node, &Rect::at(centre));
            map.covered.toggle(node, &map.covers[node].bounds.grown(NEAR));
        }
        for (edge, segment) in map.segments.iter().enumerate() {
            map.crossed.toggle(edge, segment);
        }
        for group in 0..map.hulls.len() {
            map.hulls[group].n_intruders = map.intruders(group, &map.hulls[group]);
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
        let (from, to) = (self.spots[node].centre, spot.centre);
        self.covered.toggle(node, &self.covers[node].bounds.grown(NEAR));
        self.covers[node] = self.scene.cover(node, to, spot.side);
        self.covered.toggle(node, &self.covers[node].bounds.grown(NEAR));
        let hull = self.hull_with(node, to);
        self.spots[node] = spot;
        if from == to {
            return;
        }
        self.crowds[self.scene.cell(from)] -= 1;
        self.crowds[self.scene.cell(to)] += 1;
        self.sums[body.group].add(from, -1.0);
        self.sums[body.group].add(to, 1.0);
        self.centres.toggle(node, &Rect::at(from));
        self.centres.toggle(node, &Rect::at(to));
        for &index in &body.edges {
            let edge = &self.scene.edges[index];
            self.crossed.toggle(index, &self.segments[index]);
            self.segments[index] =
                Segment::new(self.spots[edge.from].centre, self.spots[edge.to].centre);
            self.crossed.toggle(index, &self.segments[index]);
        }
        for (group, hull) in self.hulls.iter_mut().enumerate() {
            if group != body.group {
                hull.n_intruders += usize::from(hull.holds(to));
                hull.n_intruders -= usize::from(hull.holds(from));
            }
        }
        if let Some(hull) = hull {
            self.hulls[body.group] = hull;
        }
    }

    /// The spots, to whole px.
    pub(super) fn places(&self) -> Vec<Place> {
        let place = |&Spot { centre: Point { x, y }, side }: &Spot| Place {
            x: x.round(),
            y: y.round(),
            side,
        };
        self.spots.iter().map(place).collect()
    }

    /// The hull of the node's group if the node stood at `centre`; `None` if it stays the same.
    pub(super) fn hull_with(&self, node: usize, centre: Point) -> Option<Hull> {
        let group = self.scene.bodies[node].group;
        let others = self.scene.groups[group].iter().filter(|&&member| member != node);
        let others = others.map(|&member| self.spots[member].centre);
        let mut hull = self.hulls[group].moved(self.spots[node].centre, centre, others)?;
        hull.n_intruders = self.intruders(group, &hull);
        Some(hull)
    }

    fn intruders(&self, group: usize, hull: &Hull) -> usize {
        let nodes = self.scene.bodies.iter().zip(&self.spots);
        nodes.filter(|(body, spot)| body.group != group && hull.holds(spot.centre)).count()
    }

    /// Calls `f` with each node, in order, that may push one at `centre`.
    pub(super) fn each_close(&self, centre: Point, f: impl FnMut(usize)) {
        self.each_in(&self.centres, &Rect::at(centre).grown(REACH * self.scene.spacing), f);
    }

    /// Calls `f` with each node, in order, that may cover what another covers.
    pub(super) fn each_beside(&self, cover: &Cover, f: impl FnMut(usize)) {
        self.each_in(&self.covered, &cover.bounds.grown(NEAR), f);
    }

    /// Calls `f` with each node, in order, that the line may run through.
    pub(super) fn each_under(&self, segment: &Segment, f: impl FnMut(usize)) {
        self.each_in(&self.covered, segment, f);
    }

    /// Calls `f` with each edge, in order, that may cross the line.
    pub(super) fn each_crossing(&self, segment: &Segment, f: impl FnMut(usize)) {
        self.each_in(&self.crossed, segment, f);
    }

    /// Calls `f` with each edge, in order, that may run through the cover.
    pub(super) fn each_passing(&self, cover: &Cover, f: impl FnMut(usize)) {
        self.each_in(&self.crossed, &cover.bounds.grown(NEAR), f);
    }

    fn each_in(&self, grid: &Grid, area: &impl super::grid::Area, f: impl FnMut(usize)) {
        let mut items = self.items.take();
        grid.near(area, &mut items);
        items.each(f);
        self.items.set(items);
    }
}
