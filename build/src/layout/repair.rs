//! The last touches: clears what overlaps are left, by looking for a free spot near and then farther
//! away, and turns names out of the way of their own edges.

use super::Side;
use super::geometry::Point;
use super::map::{Map, Spot};

/// Nodes that give way may push others into new trouble, so the search is repeated.
const PASSES: usize = 4;
/// Spots on each side of the centre that are looked at, in either direction.
const FINENESS: i32 = 10;

/// Moves every node that overlaps another to the best spot where it does not.
pub(super) fn clear_overlaps(map: &mut Map) {
    in_passes(map, |map, node| {
        if map.is_clear(node, map.spot(node)) { None } else { best_clear_spot(map, node) }
    });
}

/// A name that an edge of its own touches. Weighed only here, where nodes move a little: in the search
/// it would be bought with crossings.
const TOUCHED: f32 = 8.0;
/// Steps on each side of the centre that a node may move to free names, in either direction.
const SMALL_STEPS: i32 = 3;
/// Length of such a step, in spacings.
const SMALL_STEP: f32 = 0.1;

/// Turns names to a side where no edge of their own touches them, or moves a node a little, where that costs
/// little else.
pub(super) fn free_labels(map: &mut Map) {
    in_passes(map, freest_spot);
}

/// Moves nodes one after the other to where they are better off, until none is.
fn in_passes(map: &mut Map, better: impl Fn(&Map, usize) -> Option<Spot>) {
    for _ in 0..PASSES {
        let mut is_done = true;
        for node in 0..map.scene.bodies.len() {
            if let Some(spot) = better(map, node) {
                is_done = false;
                map.set(node, spot);
            }
        }
        if is_done {
            return;
        }
    }
}

fn freest_spot(map: &Map, node: usize) -> Option<Spot> {
    let here = map.spot(node);
    let touched = |spot| TOUCHED * map.n_touched_labels(node, spot) as f32;
    if touched(here) == 0.0 {
        return None;
    }
    let mut best = None;
    let mut lowest = touched(here) + map.energy(node, here, f32::INFINITY);
    for spot in spots_around(map, node, SMALL_STEPS, SMALL_STEP * map.scene.spacing) {
        let touched = touched(spot);
        if touched < lowest && map.is_clear(node, spot) {
            let energy = touched + map.energy(node, spot, lowest - touched);
            if energy < lowest {
                (best, lowest) = (Some(spot), energy);
            }
        }
    }
    best
}

fn best_clear_spot(map: &Map, node: usize) -> Option<Spot> {
    if map.scene.bodies[node].pinned.is_some() {
        return Side::ALL
            .map(|side| Spot { side, ..map.spot(node) })
            .into_iter()
            .find(|&spot| map.is_clear(node, spot));
    }
    let farthest = map.scene.width.max(map.scene.height);
    let mut reach = map.scene.spacing;
    loop {
        let spot = best_clear_spot_within(map, node, reach);
        if spot.is_some() || reach >= farthest {
            return spot;
        }
        reach *= 2.0;
    }
}

fn best_clear_spot_within(map: &Map, node: usize, reach: f32) -> Option<Spot> {
    let mut best = None;
    let mut lowest = f32::INFINITY;
    for spot in spots_around(map, node, FINENESS, reach / FINENESS as f32) {
        if map.is_clear(node, spot) {
            let energy = map.energy(node, spot, lowest);
            if energy < lowest {
                (best, lowest) = (Some(spot), energy);
            }
        }
    }
    best
}

/// Spots in a grid around the one where the node stands, with its label on each side: so many steps in
/// either direction, each of that length in px.
fn spots_around(map: &Map, node: usize, steps: i32, step: f32) -> impl Iterator<Item = Spot> {
    let origin = map.spot(node).centre;
    let offsets = move || (-steps..=steps).map(move |it| it as f32 * step);
    Side::ALL.into_iter().flat_map(move |side| {
        let rows = offsets().flat_map(move |dy| offsets().map(move |dx| (dx, dy)));
        rows.map(move |(dx, dy)| {
            let centre = Point { x: origin.x + dx, y: origin.y + dy };
            Spot { centre: map.scene.keep_inside(node, centre, side), side }
        })
    })
}
