//! Each release as a bar: what is described as recognised is filled, what is not known is hatched, what
//! does not enter the sum is an outline.

use explainer_model::{Count, sums};
use plotters::style::text_anchor::{HPos, VPos};

use super::Chart;
use crate::chart::Mark;
use crate::chart::backend::SCALE;
use crate::chart::labels::{Rect, Taken, line_height, text_width};
use crate::chart::pen::Failure;
use crate::chart::token::Token;

/// Space between a bar and its count, in canvas units: the dot of what is chosen has room in it.
const ABOVE: i32 = 9 * SCALE;
/// How many counts are tried for a place over their bars.
const MAX_COUNTS: usize = 30;

impl Chart<'_, '_> {
    pub(super) fn waves(&self) -> Result<Vec<Mark>, Failure> {
        let half = (self.frame.plot_width() as i32 * SCALE / 180).clamp(15, 45);
        let mut marks = Vec::new();
        let mut taken = Taken::default();
        let mut tallest = Mark { x: i32::MIN, y: 0 };
        for (_, release) in self.releases() {
            let top = self.at(release.date, release.people);
            let base = self.at(release.date, Count::ZERO);
            let in_sum = release.itemised.map_or(base, |it| self.at(release.date, it));
            // The second counting is part of the sum; what stands outside is not drawn with it.
            marks.push(if self.scope.recognised { in_sum } else { top });
            // Of the bars on one column of px, those that a taller one would cover are not drawn.
            if top.x / SCALE == tallest.x / SCALE && top.y >= tallest.y {
                continue;
            }
            tallest = top;
            let bar = |from: i32, to: i32| {
                let (left, right) = (top.x - half, top.x + half);
                vec![(left, from), (right, from), (right, to), (left, to)]
            };
            let known = match self.facts.labels.recognised {
                Some(_) if release.itemised.is_some() => {
                    let low = sums::recognised(release).low();
                    self.at(release.date, Count::exactly(low))
                }
                _ => in_sum,
            };
            self.pen.area(bar(known.y, top.y), Token::Outside)?;
            self.pen.area(bar(known.y, in_sum.y), Token::Unknown)?;
            self.pen.area(bar(base.y, known.y), Token::Bar)?;
            let reach = half + 2 * SCALE;
            taken.add(Rect {
                left: top.x - reach,
                top: top.y - 2 * SCALE,
                right: top.x + reach,
                bottom: base.y,
            });
        }
        self.largest_first(&marks, &mut taken)?;
        Ok(self.among_all(marks))
    }

    /// Counts over their bars, the largest first, as many as have room.
    fn largest_first(&self, marks: &[Mark], taken: &mut Taken) -> Result<(), Failure> {
        let token = Token::Annotation;
        let releases = &self.facts.releases[self.seen.clone()];
        let mut left: Vec<usize> = (0..marks.len()).collect();
        // Picking the largest again and again is shorter than a sort, and a chart has room for a few.
        for _ in 0..MAX_COUNTS {
            let Some(place) = (0..left.len()).min_by_key(|&it| marks[left[it]].y) else { break };
            let idx = left.swap_remove(place);
            let (release, mark) = (&releases[idx], marks[idx]);
            let counted =
                if self.scope.recognised { sums::recognised(release) } else { release.people };
            let words = counted.sign();
            let half = text_width(&words, token) / 2 + SCALE;
            let top = mark.y - line_height(token) - ABOVE;
            // The counts of the grid stand left of the plot.
            let middle = mark.x.max(self.frame.left_edge() + half);
            let rect = Rect {
                left: middle - half,
                top,
                right: middle + half,
                bottom: top + line_height(token),
            };
            if rect.right < self.frame.right_edge() + 20 * SCALE
                && taken.first_free([rect]).is_some()
            {
                self.pen.words(&words, (middle, top), token, (HPos::Center, VPos::Top))?;
            }
        }
        Ok(())
    }
}
