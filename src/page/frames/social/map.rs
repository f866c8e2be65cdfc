//! The map on a card: the places of the page, drawn together around what is in focus, with names as large
//! as the other words of the card.

use explainer_model::graph::{Emphasis, MapLayout, Selection, Side, Spot, appearance};

use super::sheet::{Drawn, room};
use crate::chart::edge_labels::shared;
use crate::chart::map as drawn;
use crate::data::{FACTS, LAYOUTS, MAP};

/// Space around the marks, in px of the map.
const EDGE: i32 = 22;
/// Half the side of the box that a mark takes, in px of the map.
const REACH: i32 = 12;
/// How often names may move to the side of their marks that is best for now. They come to rest much earlier.
const ROUNDS: usize = 12;
/// How far apart the places are to which a mark may give way, and how many there are to each side.
const STEP: i16 = 10;
const STEPS: i16 = 5;
/// What a px of being covered is worth in px of giving way.
const WORSE: i32 = 4;
/// What a point of a line under a name is worth in px of giving way; the next is tried where a name has no
/// room. And how many points a line has.
const CROSSED: [i32; 3] = [12, 5, 0];
const POINTS: i32 = 14;

/// A box in px: left, top, right, bottom.
type Frame = [i32; 4];

/// A map with one actor in focus, or with none.
pub(super) fn map(focus: Option<u16>) -> Option<Drawn> {
    let view = View::new(focus)?;
    Some(Drawn { caption: String::new(), key: Vec::new(), n_lines: 0, svg: view.svg() })
}

/// Where everything stands on the card.
struct View {
    focus: Option<u16>,
    actors: Vec<Emphasis>,
    relations: Vec<Emphasis>,
    layout: MapLayout,
    /// Actors whose names are written, the first the most important.
    named: Vec<usize>,
}

impl View {
    fn new(focus: Option<u16>) -> Option<View> {
        let look = appearance(&FACTS, &Selection { focus, ..Selection::NOTHING });
        let stands_out = |it: &Emphasis| *it != Emphasis::Muted;
        let mut named: Vec<usize> =
            (0..FACTS.actors.len()).filter(|&it| stands_out(&look.actors[it])).collect();
        let n_relations =
            |it: &usize| u16::try_from(*it).map_or(0, |it| FACTS.neighbours.of(it).len());
        let is_focus = |it: &usize| focus.map(usize::from) == Some(*it);
        named.sort_by_key(|it| (!is_focus(it), std::cmp::Reverse(n_relations(it))));
        let (width, height) = room(0);
        let spots = drawn_together(&named, (width, height))?;
        let mut view = View {
            focus,
            actors: look.actors,
            relations: look.relations,
            // Layouts are statics of the story. The program that writes pages ends soon after.
            layout: MapLayout {
                width: u16::try_from(width).ok()?,
                height: u16::try_from(height).ok()?,
                spots: &[],
            },
            named,
        };
        view.layout.spots = Vec::leak(view.with_free_names(spots));
        Some(view)
    }

    /// The places at which the most names can be written, and of those the ones clear of lines.
    fn with_free_names(&mut self, at_first: Vec<Spot>) -> Vec<Spot> {
        let mut best = (Vec::new(), at_first.clone());
        for worth in CROSSED {
            let found = self.arranged(&at_first, worth);
            if found.0.len() > best.0.len() {
                best = found;
            }
            if best.0.len() == self.named.len() {
                break;
            }
        }
        self.named = best.0;
        best.1
    }

    /// Lets each mark give way a little, and its name stand at the side of it where both meet the least. A
    /// name that still meets another is not among the first of what is returned; its mark stays.
    fn arranged(&self, at_first: &[Spot], worth: i32) -> (Vec<usize>, Vec<Spot>) {
        let mut spots = at_first.to_vec();
        for _ in 0..ROUNDS {
            let before = spots.clone();
            for &idx in &self.named {
                let home = at_first[idx];
                let others = self.frames(idx, &spots, &self.named);
                let lines = self.lines(idx, &spots);
                let best = places(home).min_by_key(|it| {
                    let way = i32::from(it.x.abs_diff(home.x)) + i32::from(it.y.abs_diff(home.y));
                    let crossed = self.crossed(idx, it, &spots, &lines);
                    WORSE * self.cost(idx, it, &others) + worth * crossed + way
                });
                spots[idx] = best.unwrap_or(home);
            }
            if before == spots {
                break;
            }
        }
        let mut free = Vec::new();
        for &idx in &self.named {
            if self.cost(idx, &spots[idx], &self.frames(idx, &spots, &free)) == 0 {
                free.push(idx);
            }
        }
        (free, spots)
    }

    /// The boxes of all marks and of some names but those of one actor.
    fn frames(&self, but: usize, spots: &[Spot], named: &[usize]) -> Vec<Frame> {
        let names = named.iter().filter(|it| **it != but);
        let names = names.map(|&it| self.name_frame(it, &spots[it]));
        let marks = (0..spots.len()).filter(|&it| it != but && self.actors[it] != Emphasis::Muted);
        names.chain(marks.map(|it| mark_frame(&spots[it]))).collect()
    }

    /// How much of an actor at a place lies on others, or out of the frame.
    fn cost(&self, idx: usize, spot: &Spot, others: &[Frame]) -> i32 {
        let own = [self.name_frame(idx, spot), mark_frame(spot)];
        let frame = [0, 0, self.layout.width.into(), self.layout.height.into()];
        let outside = own.iter().map(|it| area(it) - shared(it, &frame));
        let covered = others.iter().flat_map(|it| own.iter().map(|own| shared(own, it)));
        covered.sum::<i32>() + 4 * outside.sum::<i32>()
    }

    /// Points on the lines between the focus and all named actors but one.
    fn lines(&self, but: usize, spots: &[Spot]) -> Vec<(i32, i32)> {
        let Some(focus) = self.focus.map(usize::from) else { return Vec::new() };
        let ends = self.named.iter().filter(|it| **it != but && **it != focus);
        ends.flat_map(|&it| points(spots[focus], spots[it])).collect()
    }

    /// How many points of lines a name lies on; the line to its own mark counts too.
    fn crossed(&self, idx: usize, spot: &Spot, spots: &[Spot], lines: &[(i32, i32)]) -> i32 {
        let [left, top, right, bottom] = self.name_frame(idx, spot);
        let lies_on =
            |&(x, y): &(i32, i32)| (left..right).contains(&x) && (top..bottom).contains(&y);
        let own = self.focus.map(usize::from).filter(|it| *it != idx);
        let own = own.into_iter().flat_map(|it| points(spots[it], *spot));
        let n_crossed = lines.iter().filter(|it| lies_on(it)).count() + own.filter(lies_on).count();
        i32::try_from(n_crossed).unwrap_or(i32::MAX)
    }

    /// The box of a name with the space around it; in focus it is bold.
    fn name_frame(&self, idx: usize, spot: &Spot) -> Frame {
        let [left, top, right, bottom] = drawn::name_frame(&MAP.nodes[idx], spot);
        let bold = if self.focus.map(usize::from) == Some(idx) { (right - left) / 10 } else { 0 };
        let (before, after) = match spot.side {
            Side::Right => (0, bold),
            Side::Left => (bold, 0),
            Side::Below | Side::Above => (bold / 2, bold / 2),
        };
        [left - before - 1, top, right + after + 1, bottom]
    }

    fn is_inside(&self, actor: usize) -> bool {
        let Spot { x, y, .. } = self.layout.spots[actor];
        let within = |at: i16, size: u16| (0..=i32::from(size)).contains(&i32::from(at));
        within(x, self.layout.width) && within(y, self.layout.height)
    }

    fn svg(&self) -> String {
        let edges = drawn::edges(&FACTS, &MAP, &self.layout);
        let edges = edges.iter().zip(FACTS.relations).zip(&self.relations);
        let edges = edges.filter(|((_, it), _)| {
            self.is_inside(usize::from(it.from)) && self.is_inside(usize::from(it.to))
        });
        // What stands out lies over the rest.
        let mut edges: Vec<(bool, String)> = edges
            .map(|((svg, _), look)| {
                let class = format!("class=\"edge {}\"", look.class());
                (*look == Emphasis::Highlighted, svg.replacen("class=\"edge\"", &class, 1))
            })
            .collect();
        edges.sort_by_key(|it| it.0);
        let edges: String = edges.into_iter().map(|it| it.1).collect();
        let shown = (0..FACTS.actors.len()).filter(|&it| self.is_inside(it));
        let nodes = shown.map(|idx| {
            let focus = if self.focus.map(usize::from) == Some(idx) { " focus" } else { "" };
            let name = if self.named.contains(&idx) { "" } else { " nameless" };
            let class = format!("class=\"node {}{focus}{name}\"", self.actors[idx].class());
            let svg = drawn::node(&FACTS, &MAP, &self.layout, idx);
            (self.actors[idx] != Emphasis::Muted, svg.replacen("class=\"node\"", &class, 1))
        });
        let mut nodes: Vec<(bool, String)> = nodes.collect();
        nodes.sort_by_key(|it| it.0);
        let nodes: String = nodes.into_iter().map(|it| it.1).collect();
        format!("<g class=\"maps\"><g>{edges}</g><g>{nodes}</g></g>")
    }
}

/// The places of the page's map, moved so that some actors fill a frame of that size. Along each axis by
/// itself; never farther apart than in the page.
fn drawn_together(actors: &[usize], (width, height): (u32, u32)) -> Option<Vec<Spot>> {
    let spots = LAYOUTS.wide.spots;
    let along = |at: fn(&Spot) -> i16, size: u32| {
        let places = actors.iter().map(|&it| i32::from(at(&spots[it])));
        let (low, high) = (places.clone().min()?, places.max()?);
        let size = i32::try_from(size).ok()?;
        let inner = size - 2 * EDGE;
        let span = (high - low).max(1);
        let place = move |it: i32| {
            let aside = 2 * it - low - high;
            let aside = if span > inner { aside * inner / span } else { aside };
            i16::try_from((size + aside) / 2).unwrap_or(i16::MAX)
        };
        Some(place)
    };
    let (x_of, y_of) = (along(|it| it.x, width)?, along(|it| it.y, height)?);
    let moved = spots.iter().map(|it| Spot { x: x_of(it.x.into()), y: y_of(it.y.into()), ..*it });
    Some(moved.collect())
}

/// The places to which an actor may give way, with each side for its name.
fn places(home: Spot) -> impl Iterator<Item = Spot> {
    let steps = || (-STEPS..=STEPS).map(|it| it * STEP);
    let sides = [Side::Right, Side::Left, Side::Below, Side::Above];
    steps().flat_map(move |dx| {
        steps().flat_map(move |dy| sides.map(|side| Spot { x: home.x + dx, y: home.y + dy, side }))
    })
}

/// Points on the straight line between two marks.
fn points(from: Spot, to: Spot) -> impl Iterator<Item = (i32, i32)> {
    let part = |one: i16, two: i16, at: i32| {
        (i32::from(one) * (POINTS - at) + i32::from(two) * at) / POINTS
    };
    (1..POINTS).map(move |at| (part(from.x, to.x, at), part(from.y, to.y, at)))
}

fn mark_frame(spot: &Spot) -> Frame {
    let (x, y) = (i32::from(spot.x), i32::from(spot.y));
    [x - REACH, y - REACH, x + REACH, y + REACH]
}

fn area([left, top, right, bottom]: &Frame) -> i32 {
    (right - left) * (bottom - top)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_around_a_focus_neither_meet_nor_leave_the_frame_and_few_are_left_out() {
        let actors = (0..FACTS.actors.len()).filter_map(|it| u16::try_from(it).ok());
        for focus in actors.map(Some) {
            let view = View::new(focus).unwrap();
            let spots = view.layout.spots;
            for &idx in &view.named {
                let others = view.frames(idx, spots, &view.named);
                assert_eq!(view.cost(idx, &spots[idx], &others), 0, "{focus:?} {idx}");
            }
            let n_shown = view.actors.iter().filter(|it| **it != Emphasis::Muted).count();
            // Where very many are joined with one, some marks may stay without a name.
            assert!(view.named.len() >= n_shown.min(16), "{focus:?}");
            assert_eq!(view.named.first().copied(), focus.map(usize::from), "who it is about");
        }
    }
}
