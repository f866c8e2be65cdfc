//! Places the nodes of an actor map and the labels beside them.
//!
//! The method has three steps. `start` lays the graph out by distances, with groups drawn
//! together. `anneal` then moves single nodes and turns labels as long as that lowers the
//! `energy`, which is where the taste is: what may not overlap, what should not cross, what
//! belongs together. `repair` clears the overlaps that may be left in a crowded frame, and turns names out
//! of the way of their own edges.
//!
//! The layout is made at build time and knows nothing of the story but its shape. The same
//! input gives the same bits on every machine: no clock, no hashing, no transcendental functions.

mod anneal;
mod energy;
mod frame;
mod geometry;
mod grid;
mod hulls;
#[cfg(test)]
pub(crate) mod made_up;
mod map;
mod quality;
mod random;
mod repair;
mod scene;
mod start;
#[cfg(test)]
mod tests;

use explainer_model::graph::{NAME_GAP, Side};
use map::Map;
use random::Random;
use scene::Scene;

pub use frame::Frame;
pub use quality::{Faults, Quality, quality};

/// Space between a mark and its own label, in px.
pub const LABEL_GAP: f32 = NAME_GAP as f32;
/// Space that two labels, two marks, or a label and another node's mark keep, in px.
pub const MARGIN: f32 = 3.0;
/// Space that marks and labels keep from the border of the frame, in px.
pub const FRAME_MARGIN: f32 = 4.0;
/// How far, in px, an edge may be drawn off the straight line without running into a label or
/// mark that it was laid out to miss.
pub const BEND: f32 = 5.0;

/// A node to place.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    /// Nodes of one group stand together.
    pub group: usize,
    /// Radius of the mark, in px; for a square mark, half its side.
    pub radius: f32,
    /// Width of each line of the label, in px. Without lines there is no label.
    pub label: &'a [f32],
    /// The authored centre as a fraction of the frame's width and height.
    pub pinned: Option<(f32, f32)>,
}

/// A relation between two nodes. Several of one pair, in either direction, count as one.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Index of a node.
    pub from: usize,
    /// Index of a node.
    pub to: usize,
    /// Whether it belongs to the main line of the story, which runs along the frame's longer
    /// side and is kept free of crossings.
    pub spine: bool,
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Centre of the mark, in whole px from the left.
    pub x: f32,
    /// Centre of the mark, in whole px from the top.
    pub y: f32,
    /// Where the label stands.
    pub side: Side,
}

/// Finds a place for every node, in the order of `nodes`.
///
/// Never panics: links to missing nodes are ignored, sizes that are no numbers count as zero, and
/// what cannot be met (a label wider than the frame, two nodes pinned to one spot) is left unmet.
pub fn place(nodes: &[Node], links: &[Link], frame: &Frame) -> Vec<Place> {
    let scene = Scene::new(nodes, links, frame);

    // Which group stands where is settled early and hardly changes later, so the search begins
    // at several starts, and each round goes on with the best of the one before.
    let count = nodes.len().max(FULL_COUNT);
    let mut candidates: Vec<Candidate> = (0..ROUNDS[0].maps(count) as u64)
        .map(|seed| {
            let mut random = Random::new(SEED + seed);
            let map = Map::new(&scene, &start::arrange(&scene, &mut random));
            Candidate { map, random, score: 0.0 }
        })
        .collect();
    for round in &ROUNDS {
        candidates.truncate(round.maps(count));
        for candidate in &mut candidates {
            let sweeps = round.sweeps(count);
            anneal::anneal(&mut candidate.map, &mut candidate.random, round.heat, sweeps);
            candidate.score = candidate.map.score();
        }
        candidates.sort_by(|a, b| a.score.total_cmp(&b.score));
    }
    // The last ones are all good. What a reader would stumble over decides between them.
    let finished = candidates.into_iter().map(|mut candidate| {
        repair::clear_overlaps(&mut candidate.map);
        repair::free_labels(&mut candidate.map);
        candidate.map.places()
    });
    finished.min_by_key(|places| quality::Faults::of(&scene, places).weight()).unwrap_or_default()
}

/// Any number gives a sound map. Another one is worth a try if the story has changed and its map
/// could be finer.
const SEED: u64 = 17_000;

/// A map that may become the layout.
struct Candidate<'a> {
    map: Map<'a>,
    random: Random,
    score: f32,
}

/// A stage of the search.
struct Round {
    /// How many maps take part.
    maps: usize,
    /// Temperature at its beginning.
    heat: f32,
    /// Sweeps over all nodes of each map.
    sweeps: usize,
}

const ROUNDS: [Round; 3] = [
    Round { maps: 12, heat: 60.0, sweeps: 60 },
    Round { maps: 6, heat: 40.0, sweeps: 200 },
    Round { maps: 4, heat: 20.0, sweeps: 250 },
];

/// Nodes up to which a round is made as it stands. A larger map has fewer starts and sweeps, as each
/// takes longer: less than a second for 30 nodes, two for 250 and nine for 1,000.
const FULL_COUNT: usize = 30;
/// Many starts are of no use for a large map, which differs little from one to the other. What they
/// would have cost goes into sweeps: up to so many times as many.
const MORE_SWEEPS: usize = 3;

impl Round {
    /// How many maps take part if each has `count` nodes.
    fn maps(&self, count: usize) -> usize {
        (self.maps * FULL_COUNT).div_ceil(count)
    }

    fn sweeps(&self, count: usize) -> usize {
        self.sweeps * (self.maps / self.maps(count)).min(MORE_SWEEPS) * FULL_COUNT / count
    }
}
