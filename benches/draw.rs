//! How long a chart takes to draw, and how many bytes it has, as a story grows.
//!
//! `cargo bench --features ssr --bench draw`; the bytes are printed first.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use explainer::chart::releases::{Scope, draw};
use explainer_model::facts::{Facts, Labels, Place, Release, Share};
use explainer_model::story::View;
use explainer_model::{Count, Date};

const SIZES: [u32; 4] = [30, 1_000, 10_000, 100_000];
const WIDTH: u32 = 680;

/// A made-up story of that many releases over ten years. It is never freed; a bench ends soon.
fn facts(n: u32) -> &'static Facts {
    let first = Date::checked(2100, 1, 1).first_day();
    let releases = (0..n).map(|idx| {
        let day = first + i32::try_from(idx * 36 / n.max(1) * 100 + idx % 100).unwrap_or(0);
        let people = Count::exactly(idx.wrapping_mul(2_654_435_761) % 250 + 1);
        Release {
            id: "made-up",
            date: Date::from_day(day),
            people,
            itemised: Some(people),
            recognised: (idx % 4 > 0).then_some(people),
            annotation: None,
            taken_to: Box::leak(Box::new([Share { place: (idx % 2) as u8, people }])),
            actors: &[],
        }
    });
    let mut releases: Vec<Release> = releases.collect();
    releases.sort_by_key(|it| it.date);
    Box::leak(Box::new(Facts {
        labels: Labels {
            people: "let go",
            person: "let go",
            people_note: "our sum",
            recognised: Some("recognised"),
            recognised_person: None,
            held: "kept",
            lane: ["eased", "imposed", "talks"],
        },
        places: &[Place { name: "here" }, Place { name: "there" }],
        releases: Vec::leak(releases),
        ..Facts::EMPTY
    }))
}

fn growth(criterion: &mut Criterion) {
    for view in View::ALL {
        let mut group = criterion.benchmark_group(view.name());
        group.sample_size(10);
        for size in SIZES {
            let facts = facts(size);
            // A bench speaks to whoever runs it.
            #[expect(clippy::print_stdout)]
            {
                println!(
                    "{}, {size} releases: {} bytes",
                    view.name(),
                    draw(facts, Scope { view, ..Scope::default() }, WIDTH).svg.len()
                );
            }
            group.bench_with_input(BenchmarkId::from_parameter(size), facts, |bench, facts| {
                bench.iter(|| draw(black_box(facts), Scope { view, ..Scope::default() }, WIDTH));
            });
        }
        group.finish();
    }
}

criterion_group!(draws, growth);
criterion_main!(draws);
