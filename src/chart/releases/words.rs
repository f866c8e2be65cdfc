//! Words of the releases chart: annotations, names of series and totals. They stand where they meet
//! neither a mark nor each other.

use explainer_model::facts::Total;
use explainer_model::sums::Running;
use plotters::style::text_anchor::{HPos, VPos};

use super::Chart;
use super::cumulative::{Annotated, annotated};
use crate::chart::Mark;
use crate::chart::backend::SCALE;
use crate::chart::labels::{
    Rect, Taken, from_top_to_bottom, line_height, stacked, text_width, wrapped,
};
use crate::chart::pane::canvas;
use crate::chart::pen::Failure;
use crate::chart::token::Token;

const FROM_LEFT: (HPos, VPos) = (HPos::Left, VPos::Top);

impl Chart<'_, '_> {
    pub(super) fn words(&self, marks: &[Mark]) -> Result<(), Failure> {
        let mut taken = Taken::default();
        let reach = 7 * SCALE;
        for &Mark { x, y } in marks.iter().filter(|it| it.is_shown()) {
            taken.add(Rect {
                left: x - reach,
                top: y - reach,
                right: x + reach,
                bottom: y + reach,
            });
        }
        self.annotations(marks, &mut taken)?;
        if self.frame.is_wide() {
            self.words_at_the_right(marks)?;
            // What stands beside a total would be struck through by the next high step.
            let releases = &marks[..self.sums.len().min(marks.len())];
            for pair in releases.windows(2).filter(|it| it.iter().all(|it| it.is_shown())) {
                let (from, to) = (pair[0], pair[1]);
                if from.y - to.y > line_height(Token::TotalLabel) {
                    let (left, right) = (to.x - SCALE, to.x + SCALE);
                    taken.add(Rect { left, top: to.y, right, bottom: from.y });
                }
            }
            self.words_at_totals(marks, &mut taken)?;
        }
        Ok(())
    }

    /// Left of the step and over it, where nothing has been drawn yet, or else at its right. On a
    /// phone each becomes a number, which the key under the chart explains.
    fn annotations(&self, marks: &[Mark], taken: &mut Taken) -> Result<(), Failure> {
        let annotated = annotated(self.facts, self.scope).filter(|it| self.seen.contains(&it.idx));
        for Annotated { idx, number, words } in annotated {
            let Some(&mark) = marks.get(idx) else { continue };
            if self.frame.is_wide() {
                self.annotation(&words, mark, taken)?;
            } else {
                let releases = &marks[..self.sums.len().min(marks.len())];
                let center = number_place(mark, releases);
                self.pen.disc(center, 8, Token::KeyDisc)?;
                let anchor = (HPos::Center, VPos::Center);
                let number = usize::to_string(&number);
                self.pen.words(&number, center, Token::KeyNumber, anchor)?;
            }
        }
        Ok(())
    }

    /// On one line if there is room, or else on several. Left out if there is none; the record has
    /// the words too.
    fn annotation(&self, words: &str, mark: Mark, taken: &mut Taken) -> Result<(), Failure> {
        let token = Token::Annotation;
        for room in [i32::MAX, 160 * SCALE, 110 * SCALE] {
            let lines = wrapped(words, token, room);
            let Some((rect, h_pos)) = self.place_beside(mark, &lines, taken) else { continue };
            // Widths are guessed; the end that stands at the mark stands there for certain.
            let x = if let HPos::Right = h_pos { rect.right } else { rect.left };
            for (line, y) in lines.iter().zip((rect.top..).step_by(line_height(token) as usize)) {
                self.pen.words(line, (x, y), token, (h_pos, VPos::Top))?;
            }
            break;
        }
        Ok(())
    }

    /// The first free place for lines left of a mark and over it, or else at its right.
    fn place_beside(
        &self,
        mark: Mark,
        lines: &[String],
        taken: &mut Taken,
    ) -> Option<(Rect, HPos)> {
        let (token, gap) = (Token::Annotation, 12 * SCALE);
        let width = lines.iter().map(|it| text_width(it, token)).max().unwrap_or(0);
        let height = line_height(token) * lines.len() as i32;
        let at = |left: i32, up: i32| {
            let top = mark.y - height - up * SCALE;
            Rect { left, top, right: left + width, bottom: top + height }
        };
        let left = [-4, 4, 18, 32].map(|up| at(mark.x - gap - width, up));
        // The line goes on to the right, so words there stand clear of it.
        let right = [6, 20, 34].map(|up| at(mark.x + gap, up));
        let inside = |it: &Rect| {
            it.left > self.frame.left_edge() && it.top >= 0 && it.right < self.frame.right_edge()
        };
        let rect = taken.first_free(left.into_iter().chain(right).filter(inside))?;
        Some((rect, if rect.right <= mark.x { HPos::Right } else { HPos::Left }))
    }

    /// Names of the two countings and of late totals, each as high as what it names.
    fn words_at_the_right(&self, marks: &[Mark]) -> Result<(), Failure> {
        let labels = &self.facts.labels;
        let last = self.seen.end.checked_sub(1).map_or(Running::START, |it| self.sums[it]);
        let end = |count| self.at(self.facts.as_of, count).y;
        let mut blocks = Vec::new();
        let people = format!("{} {}", last.itemised.sign(), labels.people);
        let mut named = self.block(Token::SeriesLabel, &people);
        named.extend(self.block(Token::SeriesNote, labels.people_note));
        blocks.push((end(last.itemised), named));
        if let Some(recognised) = labels.recognised {
            let words = format!("{} {recognised}", last.recognised.sign());
            blocks.push((end(last.recognised), self.block(Token::LowerLabel, &words)));
        }
        for (total, mark) in self.total_marks(marks).filter(|it| self.is_late(it.1)) {
            blocks.push((mark.y, self.block(Token::TotalLabel, &total_words(total))));
        }
        from_top_to_bottom(&mut blocks);
        let height =
            |lines: &Block| lines.iter().map(|it| line_height(it.0)).sum::<i32>() + 3 * SCALE;
        let wanted: Vec<i32> = blocks.iter().map(|(y, _)| y - 7 * SCALE).collect();
        let heights: Vec<i32> = blocks.iter().map(|(_, lines)| height(lines)).collect();
        let tops = stacked(&wanted, &heights, canvas(self.frame.height));
        for ((_, lines), mut top) in blocks.iter().zip(tops) {
            for (token, words) in lines {
                let place = (self.frame.right_edge() + 10 * SCALE, top);
                self.pen.words(words, place, *token, FROM_LEFT)?;
                top += line_height(*token);
            }
        }
        Ok(())
    }

    fn block(&self, token: Token, words: &str) -> Block {
        let room = canvas(self.frame.right) - 12 * SCALE;
        wrapped(words, token, room).into_iter().map(|line| (token, line)).collect()
    }

    /// Totals in the last fifth of the plot are named at its right.
    fn is_late(&self, mark: Mark) -> bool {
        let width = canvas(self.frame.plot_width());
        mark.x > self.frame.right_edge() - width / 5
    }

    fn words_at_totals(&self, marks: &[Mark], taken: &mut Taken) -> Result<(), Failure> {
        let (token, gap) = (Token::TotalLabel, 10 * SCALE);
        for (total, mark) in self.total_marks(marks).filter(|it| !self.is_late(it.1)) {
            let words = total_words(total);
            let below = Rect::of_text(&words, token, mark.x + gap, mark.y + 4 * SCALE, false);
            let lower = Rect { top: below.top + gap, bottom: below.bottom + gap, ..below };
            let above =
                Rect::of_text(&words, token, mark.x - gap, mark.y - line_height(token), true);
            let inside =
                |it: &Rect| it.left > self.frame.left_edge() && it.right < self.frame.right_edge();
            if let Some(rect) = taken.first_free([below, lower, above].into_iter().filter(inside)) {
                self.pen.words(&words, (rect.left, rect.top), token, FROM_LEFT)?;
            }
        }
        Ok(())
    }
}

/// Where the number of a mark stands: before the step and over it, and nearer to it than to any other of the marks if that can be.
fn number_place(mark: Mark, marks: &[Mark]) -> (i32, i32) {
    const PLACES: [(i32, i32); 4] = [(-15, -9), (-13, -12), (-6, -17), (0, -18)];
    let places = PLACES.map(|(x, y)| (mark.x + x * SCALE, mark.y + y * SCALE));
    let distance = |it: &Mark, at: (i32, i32)| (it.x - at.0).pow(2) + (it.y - at.1).pow(2);
    let others = || marks.iter().filter(|it| it.is_shown() && **it != mark);
    let is_its_own =
        |at: &&(i32, i32)| others().all(|it| distance(it, **at) > distance(&mark, **at));
    *places.iter().find(is_its_own).unwrap_or(&places[0])
}

/// Lines of words, each in its style.
type Block = Vec<(Token, String)>;

fn total_words(total: &Total) -> String {
    format!("{} {}", total.count.sign(), total.label)
}
