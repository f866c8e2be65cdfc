//! The words of relations on the actor map: clear of names, marks, rings and each other.
#![cfg(feature = "ssr")]

use explainer::chart::map;
use explainer::data::{FACTS, LAYOUTS, MAP};
use explainer_model::graph::MapLayout;
use explainer_model::text;

/// Radius of the ring around the actor in focus, in px.
const RING: i32 = 13;

/// A box in px: left, top, right, bottom.
type Frame = [i32; 4];

/// The words of a relation as they stand in its SVG, with their box; nothing if it shows none.
fn words(svg: &str) -> Option<(String, Frame)> {
    let (_, text) = svg.split_once("<text ")?;
    let (place, words) = text.split_once('>')?;
    let words = words.split_once("</text>")?.0;
    let mut numbers = place.split('"').filter_map(|it| it.parse::<i32>().ok());
    let (x, y) = (numbers.next()?, numbers.next()?);
    let half = (text::width(words, 13.0) / 2.0).ceil() as i32;
    Some((words.to_owned(), [x - half, y - 10, x + half, y + 2]))
}

fn meet(one: &Frame, other: &Frame) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// What lies on each other while an actor is in focus.
fn crowded(layout: &MapLayout, focus: u16) -> Vec<String> {
    let claims = map::claims(&FACTS, &MAP, layout);
    let of_actor = FACTS.relations.iter().zip(&claims);
    let of_actor = of_actor.filter_map(|(it, svg)| Some((it.other_end(focus)?, words(svg)?)));
    let of_actor: Vec<_> = of_actor.collect();
    let mut found = Vec::new();
    for (at, (_, (what, frame))) in of_actor.iter().enumerate() {
        for (node, spot) in MAP.nodes.iter().zip(layout.spots) {
            let (x, y) = (i32::from(spot.x), i32::from(spot.y));
            let mark = [x - RING, y - RING, x + RING, y + RING];
            if meet(frame, &map::name_frame(node, spot)) {
                found.push(format!("{what}: name of {}", node.name()));
            }
            if meet(frame, &mark) {
                found.push(format!("{what}: mark of {}", node.name()));
            }
        }
        for (_, (other, other_frame)) in &of_actor[at + 1..] {
            if meet(frame, other_frame) {
                found.push(format!("{what}: {other}"));
            }
        }
    }
    found
}

#[test]
fn words_of_relations_lie_on_nothing_and_few_are_left_out() {
    for (name, layout) in [("wide", &LAYOUTS.wide), ("tall", &LAYOUTS.tall)] {
        for focus in (0..).take(FACTS.actors.len()) {
            let found = crowded(layout, focus);
            assert!(found.is_empty(), "{name}, {}: {found:?}", FACTS.actors[usize::from(focus)].id);
        }
        let claims = map::claims(&FACTS, &MAP, layout);
        let n_without = claims.iter().filter(|it| words(it).is_none()).count();
        assert!(n_without * 20 <= claims.len(), "{name}: {n_without} of {}", claims.len());
    }
}
