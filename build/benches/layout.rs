//! How long it takes to lay a map out, as a story grows.
//!
//! `cargo bench -p explainer-build --bench layout`

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use explainer_build::layout::{Frame, Link, Node, place};

use made_up::{SIZES, Story};

#[path = "../src/layout/made_up.rs"]
mod made_up;

/// The name of a shape, and its frame for so many actors.
type Shape = (&'static str, fn(usize) -> Frame);

const SHAPES: [Shape; 2] = [("wide", Frame::wide), ("tall", Frame::tall)];

fn growth(criterion: &mut Criterion) {
    for (shape, frame) in SHAPES {
        let mut group = criterion.benchmark_group(format!("{shape} layout"));
        group.sample_size(10);
        for (n_actors, n_relations) in SIZES {
            let story = Story::new(n_actors, n_relations);
            let (nodes, frame) = (story.nodes(), frame(n_actors));
            group.bench_function(BenchmarkId::from_parameter(n_actors), |bench| {
                bench.iter(|| place(black_box(&nodes), &story.links, &frame));
            });
        }
        group.finish();
    }
}

criterion_group!(layouts, growth);
criterion_main!(layouts);
