//! Clears what overlaps are left, by looking for a free spot near and then farther away.

use super::Side;
use super::geometry::Point;
use super::map::{Map, Spot};

/// Nodes that give way may push others into new trouble, so the search is repeated.
const PASSES: usize = 4;
/// Spots on each side of the center that are looked at, in either direction.
const FINENESS: i32 = 10;

/// Moves every node that overlaps another to the best spot where it does not.
pub(super) fn clear_overlaps(map: &mut Map) {
    for _ in 0..PASSES {
        let mut is_done = true;
        for node in 0..map.scene.bodies.len() {
            if !map.is_clear(node, map.spot(node)) {
                is_done = false;
                if let Some(spot) = best_clear_spot(map, node) {
                    map.set(node, spot);
                }
            }
        }
        if is_done {
            return;
        }
    }
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
    let origin = map.spot(node).center;
    let step = reach / FINENESS as f32;
    let mut best = None;
    let mut lowest = f32::INFINITY;
    for side in Side::ALL {
        for row in -FINENESS..=FINENESS {
            for column in -FINENESS..=FINENESS {
                let x = origin.x + column as f32 * step;
                let y = origin.y + row as f32 * step;
                let spot = Spot { center: map.scene.keep_inside(node, Point { x, y }, side), side };
                if map.is_clear(node, spot) {
                    let energy = map.energy(node, spot, lowest);
                    if energy < lowest {
                        (best, lowest) = (Some(spot), energy);
                    }
                }
            }
        }
    }
    best
}
