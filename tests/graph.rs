//! The story's graph as the build has written it: neighbours, filters, and where arrow keys lead.
#![cfg(feature = "ssr")]

use explainer::data::{FACTS, LAYOUTS, MAP};
use explainer_model::graph::{
    Adjacency, Direction, MapLayout, Selection, appearance, neighbour_towards,
};

/// Which actors arrow keys lead to from one of them, by index. Only those shown are passed.
fn reached(layout: &MapLayout, from: u16, is_shown: &dyn Fn(u16) -> bool) -> Vec<bool> {
    let mut reached = vec![false; layout.spots.len()];
    reached[usize::from(from)] = true;
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        for direction in Direction::ALL {
            let next = neighbour_towards(layout, &FACTS.neighbours, at, direction, is_shown);
            if let Some(next) = next
                && !reached[usize::from(next)]
            {
                reached[usize::from(next)] = true;
                open.push(next);
            }
        }
    }
    reached
}

fn actors() -> impl Iterator<Item = u16> {
    (0..).take(FACTS.actors.len())
}

#[test]
fn arrow_keys_lead_from_every_actor_to_every_other() {
    for (shape, layout) in [("wide", &LAYOUTS.wide), ("tall", &LAYOUTS.tall)] {
        for from in actors() {
            let reached = reached(layout, from, &|_| true);
            let missed: Vec<u16> = actors().filter(|it| !reached[usize::from(*it)]).collect();
            assert!(missed.is_empty(), "{shape}: from {from} no way to {missed:?}");
        }
    }
}

#[test]
fn arrow_keys_reach_all_that_a_filter_leaves() {
    // Twice as many sets with each group; more are too many to try.
    let n_groups = MAP.groups.len().min(8);
    let some = |groups, seed_only| Selection { groups, seed_only, ..Selection::NOTHING };
    let mut missed = Vec::new();
    for groups in 0..1 << n_groups {
        for seed_only in [false, true] {
            let look = appearance(&FACTS, &some(groups, seed_only));
            let shown: Vec<u16> = actors().filter(|&it| look.shows_actor(it)).collect();
            for (shape, layout) in [("wide", &LAYOUTS.wide), ("tall", &LAYOUTS.tall)] {
                for &from in &shown {
                    let reached = reached(layout, from, &|it| look.shows_actor(it));
                    missed
                        .extend(shown.iter().filter(|it| !reached[usize::from(**it)]).map(|to| {
                        format!(
                            "{shape}, groups {groups:b}, {seed_only}: from {from} no way to {to}"
                        )
                    }));
                }
            }
        }
    }
    assert!(missed.is_empty(), "{} {}", missed.len(), missed.join("\n"));
}

#[test]
fn neighbours_are_those_of_the_relations() {
    let (starts, links) = Adjacency::rows(FACTS.actors.len(), FACTS.relations);
    assert_eq!(FACTS.neighbours.starts, starts);
    assert_eq!(FACTS.neighbours.links, links);
    assert_eq!(links.len(), FACTS.relations.len() * 2);
}

#[test]
fn indices_into_the_map_lead_somewhere() {
    assert!(FACTS.actors.iter().all(|it| usize::from(it.group) < MAP.groups.len()));
    assert!(FACTS.relations.iter().all(|it| usize::from(it.kind) < MAP.relation_kinds.len()));
    // The sets of a selection have a bit for each.
    assert!(MAP.groups.len() <= 32 && MAP.relation_kinds.len() <= 64);
}
