//! People still held: points by date and counter, with a line only where the same counter counts.

use explainer_model::count::Kind;
use explainer_model::facts::Facts;
use plotters::style::text_anchor::{HPos, VPos};

use super::backend::SCALE;
use super::labels::{from_top_to_bottom, line_height, stacked};
use super::pane::{self, Frame, canvas};
use super::pen::{Failure, Pen};
use super::token::Token;
use super::{Drawing, Mark};

/// Room for words at the right of a wide chart, in px.
const RIGHT: u32 = 158;
/// Room under the ticks, in px.
const BELOW: u32 = 4;

const FROM_LEFT: (HPos, VPos) = (HPos::Left, VPos::Top);

/// Draws the chart `width` px wide. Marks: every count, in the order of the facts.
pub fn draw(facts: &Facts, width: u32) -> Drawing {
    draw_in(facts, Frame::new(width, (9, 20), (17, 20), RIGHT, BELOW))
}

/// The same in a picture of that width and height in px, without the words that stand at the right.
pub fn draw_sized(facts: &Facts, size: (u32, u32)) -> Drawing {
    draw_in(facts, Frame::of_size(size, BELOW))
}

fn draw_in(facts: &Facts, frame: Frame) -> Drawing {
    let max = facts.held.iter().map(|it| it.count.stated()).max().unwrap_or(0);
    let first = facts.releases.first().map(|it| it.date).into_iter();
    let first = first.chain(facts.held.first().map(|it| it.date)).min().unwrap_or(facts.as_of);
    pane::drawing(frame, (first, facts.as_of), Some(max), Vec::new(), &|scales, pen| {
        let marks: Vec<Mark> =
            facts.held.iter().map(|it| pane::place(scales, it.date, it.count)).collect();
        for (idx, counter) in facts.counters.iter().enumerate() {
            if !counter.unnamed {
                let own =
                    facts.held.iter().zip(&marks).filter(|(it, _)| usize::from(it.counter) == idx);
                pen.line(own.map(|(_, mark)| (mark.x, mark.y)).collect(), Token::series(idx))?;
            }
        }
        for (held, mark) in facts.held.iter().zip(&marks) {
            let token = Token::series(usize::from(held.counter));
            if held.count.is_lower_bound() {
                pen.arrow(*mark, token)?;
            } else if held.count.kind() != Kind::Exactly {
                pen.tick(*mark, 9, token)?;
            }
        }
        if frame.is_wide() {
            names(facts, pen, &marks, frame)?;
        }
        Ok(marks)
    })
}

/// Each counter's name beside its last count, with that count and its day; over the first count of all, the number.
fn names(facts: &Facts, pen: &Pen<'_>, marks: &[Mark], frame: Frame) -> Result<(), Failure> {
    let counted = || facts.held.iter().zip(marks);
    if let Some((first, mark)) = counted().next() {
        // Clear of the ring that its mark has once it is chosen.
        let over = (mark.x - 5 * SCALE, mark.y - 26 * SCALE);
        let token = Token::series(usize::from(first.counter));
        pen.words(&first.count.sign(), over, token, FROM_LEFT)?;
    }
    let mut last: Vec<_> = (0..facts.counters.len())
        .filter_map(|counter| {
            let own = counted().rfind(|(it, _)| usize::from(it.counter) == counter);
            own.map(|(held, mark)| (mark.y, (counter, held)))
        })
        .collect();
    from_top_to_bottom(&mut last);
    let line = line_height(Token::SeriesLabel);
    let wanted: Vec<i32> = last.iter().map(|(y, _)| y - line).collect();
    let tops = stacked(&wanted, &vec![2 * line + 3 * SCALE; last.len()], canvas(frame.height));
    for ((_, (counter, held)), top) in last.iter().zip(tops) {
        let left = frame.right_edge() + 10 * SCALE;
        let token = Token::series(*counter);
        let words = format!("{}, {}", held.count.sign(), held.date.short());
        pen.words(facts.counters[*counter].name, (left, top), token, FROM_LEFT)?;
        pen.words(&words, (left, top + line), token, FROM_LEFT)?;
    }
    Ok(())
}
