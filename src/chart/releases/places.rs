//! Where people were taken: a row for each place, a disc for each release, as large as the count.

use explainer_model::Count;
use plotters::style::text_anchor::{HPos, VPos};

use super::Chart;
use crate::chart::Mark;
use crate::chart::backend::SCALE;
use crate::chart::labels::{Rect, Taken, line_height, text_width};
use crate::chart::pen::Failure;
use crate::chart::token::Token;

/// The least count that is written over its disc.
const NUMBERED_FROM: u32 = 20;
/// Among more discs, none has room for its number.
const MOST_NUMBERED: usize = 400;

impl Chart<'_, '_> {
    pub(super) fn places(&self) -> Result<Vec<Mark>, Failure> {
        let base = self.at(self.facts.as_of, Count::ZERO).y;
        let height = self.frame.plot_height() as i32 * SCALE;
        let n_rows = self.facts.places.len().max(1) as i32;
        let row_of = |place: usize| base - height + height * (2 * place as i32 + 1) / (2 * n_rows);
        let left = self.frame.right_edge() - self.frame.plot_width() as i32 * SCALE;
        let mut taken = Taken::default();
        for (idx, place) in self.facts.places.iter().enumerate() {
            let y = row_of(idx);
            self.pen.line(vec![(left, y), (self.frame.right_edge(), y)], Token::Grid)?;
            let words = self.words_of(idx, place.name);
            let corner = (left, y - height / (2 * n_rows) + 2 * SCALE);
            self.pen.words(&words, corner, Token::Annotation, (HPos::Left, VPos::Top))?;
            let title = Rect::of_text(&words, Token::Annotation, corner.0, corner.1, false);
            // It is bold, in some faces an eighth wider than what widths are known of.
            taken.add(Rect { right: title.right + (title.right - title.left) / 8, ..title });
        }
        let (mut marks, mut discs) = (Vec::new(), Vec::new());
        // The column and the count of the disc drawn last in each row; smaller ones on it are left out.
        let mut drawn = vec![(i32::MIN, 0); self.facts.places.len()];
        for (_, release) in self.releases() {
            let token = if release.itemised.is_some() { Token::Disc } else { Token::Outside };
            let x = self.at(release.date, Count::ZERO).x;
            let mut largest = (0, base);
            for share in release.taken_to {
                let y = row_of(usize::from(share.place));
                let n = share.people.stated();
                if let Some(last) = drawn.get_mut(usize::from(share.place))
                    && (last.0 != x / SCALE || n > last.1)
                {
                    self.pen.disc((x, y), self.radius(n), token)?;
                    *last = (x / SCALE, n);
                    discs.push((share.people, x, y));
                }
                if n >= largest.0 {
                    largest = (n, y);
                }
            }
            marks.push(Mark { x, y: largest.1 });
        }
        self.numbers(&discs, taken)?;
        Ok(self.among_all(marks))
    }

    /// Counts over the larger discs, where there is room. Discs are counts with the places of their centres.
    fn numbers(&self, discs: &[(Count, i32, i32)], mut taken: Taken) -> Result<(), Failure> {
        if discs.len() > MOST_NUMBERED {
            return Ok(());
        }
        let radius = |people: Count| self.radius(people.stated()) * SCALE;
        for &(people, x, y) in discs {
            let r = radius(people);
            taken.add(Rect { left: x - r, top: y - r, right: x + r, bottom: y + r });
        }
        let token = Token::TotalLabel;
        for &(people, x, y) in discs.iter().filter(|it| it.0.stated() >= NUMBERED_FROM) {
            let words = people.sign();
            let top = y - radius(people) - line_height(token);
            let left = x - text_width(&words, token) / 2;
            if taken.first_free([Rect::of_text(&words, token, left, top, false)]).is_some() {
                self.pen.words(&words, (x, top), token, (HPos::Center, VPos::Top))?;
            }
        }
        Ok(())
    }

    /// A place with all who were taken there in the span shown, but for releases outside the sum: where there are no others,
    /// the place alone.
    fn words_of(&self, place: usize, name: &str) -> String {
        let (mut sum, mut is_apart) = (Count::ZERO, false);
        for (_, release) in self.releases() {
            for share in release.taken_to.iter().filter(|it| usize::from(it.place) == place) {
                match release.itemised {
                    Some(_) => sum = sum + share.people,
                    None => is_apart = true,
                }
            }
        }
        if is_apart && sum == Count::ZERO {
            name.to_owned()
        } else {
            format!("{name}: {}", sum.sign())
        }
    }

    /// Radius in px of a disc whose area grows with the count; smaller on a narrow chart.
    fn radius(&self, n: u32) -> i32 {
        let scale = (self.frame.plot_width() as f32 / 300.0).clamp(0.8, 1.6);
        (((n as f32).sqrt() * scale) as i32).max(2)
    }
}
