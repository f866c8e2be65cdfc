//! The drawing of a card: a chart with one mark standing out.

use std::fmt::Write;

use explainer_model::count::Kind;
use explainer_model::sums;

use super::sheet::{Drawn, room};
use super::style;
use crate::chart::releases::Scope;
use crate::chart::swatch::Swatch;
use crate::chart::{self, Drawing, Mark, px};
use crate::data::FACTS;
use crate::page::legend;

/// What stands out among the releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marked<'a> {
    /// All of them alike.
    None,
    /// A release by its index.
    Release(usize),
    /// A measure of the lane by its id; one that has no mark there is not marked.
    Measure(&'a str),
}

/// The releases added up.
pub(super) fn releases(marked: Marked<'_>) -> Option<Drawn> {
    let last = sums::running(FACTS.releases).pop()?;
    let labels = &FACTS.labels;
    let drawing = chart::releases::draw_sized(&FACTS, Scope::default(), room(2));
    let n_releases = FACTS.releases.len();
    let chosen = match marked {
        Marked::None => None,
        Marked::Release(idx) => Some(idx),
        Marked::Measure(id) => {
            FACTS.measures.iter().position(|it| it.id == id).map(|it| n_releases + it)
        }
    };
    let dots = drawing.marks.iter().take(n_releases).map(|it| dot("series-0", it, 25));
    let mut over: String = dots.collect();
    if let Some(mark) = chosen.and_then(|it| drawing.marks.get(it)) {
        let (top, bottom) = drawing.rule;
        let (x, y) = (px(mark.x), px(mark.y));
        let chosen = if chosen < Some(n_releases) {
            dot("series-0", mark, 60)
        } else {
            let ink = style::colour("ink");
            format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"8\" fill=\"none\" stroke=\"{ink}\"/>")
        };
        // Writing to a string cannot fail.
        let _ = write!(
            over,
            "<path class=\"rule\" d=\"M{x} {top}V{bottom}\"/><g class=\"mark chosen\">{chosen}</g>"
        );
    }
    let caption = format!("{} ({})", labels.count_of_people(last.itemised), labels.people_note);
    let key = legend::of_lane().map(|(_, sign, words)| (sign, words));
    Some(Drawn {
        caption: capital(&caption),
        key: key.collect(),
        n_lines: 2,
        svg: with_marks(&drawing, &over),
    })
}

/// Those still held.
pub(super) fn held() -> Option<Drawn> {
    let last = FACTS.held.last()?;
    let drawing = chart::held::draw_sized(&FACTS, room(4));
    let dots = FACTS.held.iter().zip(&drawing.marks).map(|(held, mark)| {
        let open = if held.count.kind() == Kind::Exactly { "" } else { " open" };
        dot(&format!("series-{}{open}", 1 + held.counter), mark, 35)
    });
    let caption = format!("{} {}, {}", last.count, FACTS.labels.held, last.date.short());
    let counters = FACTS.counters.iter().enumerate();
    Some(Drawn {
        caption: capital(&caption),
        key: counters.map(|(idx, it)| (Swatch::Series(idx), it.name)).collect(),
        n_lines: 4,
        svg: with_marks(&drawing, &dots.collect::<String>()),
    })
}

fn dot(class: &str, mark: &Mark, radius: i32) -> String {
    let (x, y, radius) = (px(mark.x), px(mark.y), px(radius));
    format!("<circle class=\"dot {class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>")
}

fn with_marks(drawing: &Drawing, over: &str) -> String {
    // Words at its edges may stand out of it, as in the page.
    let svg = drawing.svg.replacen("<svg ", "<svg overflow=\"visible\" ", 1);
    format!("{svg}<g class=\"overlay\">{over}</g>")
}

/// The words as the beginning of a line.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.clone()).collect()
}
