//! Moves single nodes, at first also for the worse, then only for the better.

use super::Side;
use super::geometry::Point;
use super::map::{Map, Spot};
use super::random::Random;

/// Temperature at which nothing gets worse.
const COLD: f32 = 0.05;
/// Trials each time a node's turn comes; they share the price of rating where it stands.
const TRIALS: usize = 8;

/// Cools the map down from `heat` in the given number of sweeps over all its nodes.
pub(super) fn anneal(map: &mut Map, random: &mut Random, heat: f32, sweeps: usize) {
    let count = map.scene.bodies.len();
    for sweep in 0..sweeps {
        let rest = 1.0 - (sweep + 1) as f32 / sweeps as f32;
        // Falls fast and then slowly, like an exponential, which would not round alike everywhere.
        let temperature = COLD + heat * rest * rest;
        let step = map.scene.spacing * (0.15 + 2.0 * rest * rest);
        for node in 0..count {
            if random.below(6) == 0 {
                swap(map, random, node, temperature);
            } else {
                shift(map, random, node, temperature, step);
            }
        }
    }
}

fn shift(map: &mut Map, random: &mut Random, node: usize, temperature: f32, step: f32) {
    let mut here = map.spot(node);
    let mut energy = map.energy(node, here, f32::INFINITY);
    for _ in 0..TRIALS {
        let there = propose(map, random, node, here, step);
        let limit = energy + tolerance(random, temperature);
        let trial = map.energy(node, there, limit);
        if trial <= limit {
            map.set(node, there);
            (here, energy) = (there, trial);
        }
    }
}

/// A step, a turn of the label, or a leap next to some neighbour.
fn propose(map: &Map, random: &mut Random, node: usize, here: Spot, step: f32) -> Spot {
    let body = &map.scene.bodies[node];
    let mut side = here.side;
    let mut centre = here.centre;
    let kind = random.below(8);
    if kind < 2 {
        side = Side::ALL[random.below(Side::ALL.len())];
    }
    if kind == 7 && !body.edges.is_empty() {
        let edge = &map.scene.edges[body.edges[random.below(body.edges.len())]];
        let neighbour = map.spot(edge.other(node)).centre;
        centre = nearby(random, neighbour, 2.0 * map.scene.spacing);
    } else if kind == 6 {
        centre = Point { x: random.unit() * map.scene.width, y: random.unit() * map.scene.height };
    } else if kind > 0 {
        centre = nearby(random, centre, step);
    }
    Spot { centre: map.scene.keep_inside(node, centre, side), side }
}

fn nearby(random: &mut Random, centre: Point, step: f32) -> Point {
    Point { x: centre.x + step * random.signed(), y: centre.y + step * random.signed() }
}

/// Lets two nodes change places: often the only way through a crowd.
fn swap(map: &mut Map, random: &mut Random, node: usize, temperature: f32) {
    let other = random.below(map.scene.bodies.len());
    let is_pinned = |node: usize| map.scene.bodies[node].pinned.is_some();
    if other == node || is_pinned(node) || is_pinned(other) {
        return;
    }
    let (here, there) = (map.spot(node), map.spot(other));
    let moved = |node: usize, spot: Spot| Spot {
        centre: map.scene.keep_inside(node, spot.centre, spot.side),
        side: spot.side,
    };
    let (node_spot, other_spot) = (moved(node, there), moved(other, here));

    // Rated one after the other, because the two may share an edge or overlap on the way.
    let before = map.energy(node, here, f32::INFINITY);
    let between = map.energy(node, node_spot, f32::INFINITY);
    map.set(node, node_spot);
    let limit =
        before - between + map.energy(other, there, f32::INFINITY) + tolerance(random, temperature);
    if map.energy(other, other_spot, limit) <= limit {
        map.set(other, other_spot);
    } else {
        map.set(node, here);
    }
}

/// How much worse a move may be: mostly little, now and then up to the temperature.
fn tolerance(random: &mut Random, temperature: f32) -> f32 {
    let chance = random.unit();
    temperature * chance * chance
}
