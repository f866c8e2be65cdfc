//! How long it takes to find what stands out in the map, and how two actors are connected, as a story
//! grows.
//!
//! `cargo bench --features ssr --bench graph`

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use explainer_model::Date;
use explainer_model::facts::Facts;
use explainer_model::graph::{Actor, Adjacency, Relation, Selection, appearance, chains};

/// Actors and relations between them. The first is about as large as a story gets that one person keeps up.
const SIZES: [(u16, u32); 3] = [(28, 50), (250, 600), (1_000, 3_000)];
/// More ways than a reader looks at.
const MAX_CHAINS: usize = 8;

/// A made-up story in which every actor is connected with every other. It is never freed; a bench ends soon.
fn facts(n_actors: u16, n_relations: u32) -> &'static Facts {
    let actors = (0..n_actors).map(|idx| Actor {
        id: "made-up",
        group: (idx % 6) as u8,
        in_seed: idx % 2 == 0,
    });
    let relations: Vec<Relation> = (0..n_relations)
        .map(|idx| {
            let random = idx.wrapping_mul(2_654_435_761) >> 8;
            // First a tree, then whoever comes.
            let (from, below) = match u16::try_from(idx + 1) {
                Ok(from) if from < n_actors => (from, from),
                _ => ((random % u32::from(n_actors)) as u16, n_actors),
            };
            let to = (random / 7 % u32::from(below)) as u16;
            Relation { start: Some(Date::checked(2100, 1, 1)), ..Relation::between(from, to) }
        })
        .collect();
    let (starts, links) = Adjacency::rows(usize::from(n_actors), &relations);
    Box::leak(Box::new(Facts {
        actors: Vec::leak(actors.collect()),
        relations: Vec::leak(relations),
        neighbours: Adjacency { starts: starts.leak(), links: links.leak() },
        ..Facts::EMPTY
    }))
}

fn growth(criterion: &mut Criterion) {
    let stories = SIZES.map(|(n_actors, n_relations)| (n_actors, facts(n_actors, n_relations)));
    // As much as one can choose at once: a filter of groups, one of dates and two degrees.
    let near = Selection {
        focus: Some(0),
        degrees: 2,
        groups: 0b110111,
        day: Some(Date::checked(2105, 1, 1)),
        ..Selection::NOTHING
    };
    let mut group = criterion.benchmark_group("appearance of a focus");
    for (n_actors, facts) in stories {
        group.bench_with_input(BenchmarkId::from_parameter(n_actors), facts, |bench, facts| {
            bench.iter(|| appearance(black_box(facts), &near));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("appearance of a chain");
    for (n_actors, facts) in stories {
        let way = Selection { focus: Some(0), chain_to: Some(n_actors - 1), ..Selection::NOTHING };
        group.bench_with_input(BenchmarkId::from_parameter(n_actors), facts, |bench, facts| {
            bench.iter(|| appearance(black_box(facts), &way));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("shortest chains");
    for (n_actors, facts) in stories {
        group.bench_with_input(BenchmarkId::from_parameter(n_actors), facts, |bench, facts| {
            bench.iter(|| {
                chains::shortest(black_box(&facts.neighbours), 0, n_actors - 1, MAX_CHAINS, &|_| {
                    true
                })
            });
        });
    }
    group.finish();
}

criterion_group!(graphs, growth);
criterion_main!(graphs);
