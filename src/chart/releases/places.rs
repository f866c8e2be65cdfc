//! Where people were taken: a row for each place, a disc for each release, as large as the count.

use explainer_model::Count;
use plotters::style::text_anchor::{HPos, VPos};

use super::Chart;
use crate::chart::Mark;
use crate::chart::backend::SCALE;
use crate::chart::pen::Failure;
use crate::chart::token::Token;

impl Chart<'_, '_> {
    pub(super) fn places(&self) -> Result<Vec<Mark>, Failure> {
        let base = self.at(self.facts.as_of, Count::ZERO).y;
        let height = self.frame.plot_height() as i32 * SCALE;
        let n_rows = self.facts.places.len().max(1) as i32;
        let row_of = |place: usize| base - height + height * (2 * place as i32 + 1) / (2 * n_rows);
        let left = self.frame.right_edge() - self.frame.plot_width() as i32 * SCALE;
        for (idx, place) in self.facts.places.iter().enumerate() {
            let y = row_of(idx);
            self.pen.line(vec![(left, y), (self.frame.right_edge(), y)], Token::Grid)?;
            let words = format!("{}: {}", place.name, self.taken_to(idx).sign());
            let corner = (left, y - height / (2 * n_rows) + 2 * SCALE);
            self.pen.words(&words, corner, Token::Annotation, (HPos::Left, VPos::Top))?;
        }
        let mut marks = Vec::new();
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
                }
                if n >= largest.0 {
                    largest = (n, y);
                }
            }
            marks.push(Mark { x, y: largest.1 });
        }
        Ok(self.among_all(marks))
    }

    /// All who were taken to a place in the span shown, but for releases outside the sum.
    fn taken_to(&self, place: usize) -> Count {
        let mut sum = Count::ZERO;
        for (_, release) in self.releases().filter(|it| it.1.itemised.is_some()) {
            for share in release.taken_to {
                if usize::from(share.place) == place {
                    sum = sum + share.people;
                }
            }
        }
        sum
    }

    /// Radius in px of a disc whose area grows with the count; smaller on a narrow chart.
    fn radius(&self, n: u32) -> i32 {
        let scale = (self.frame.plot_width() as f32 / 300.0).clamp(0.8, 1.6);
        (((n as f32).sqrt() * scale) as i32).max(2)
    }
}
