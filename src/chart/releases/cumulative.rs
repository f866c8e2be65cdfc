//! People freed, added up: a step line, the band of what is not known, and totals that others reported.

use std::ops::Range;

use explainer_model::Count;
use explainer_model::facts::{Facts, Release, Total};
use explainer_model::sums::{self, Running};

use super::{Chart, Scope};
use crate::chart::backend::SCALE;
use crate::chart::pane::Frame;
use crate::chart::pen::Failure;
use crate::chart::token::Token;
use crate::chart::{KeyLine, Mark};

/// The largest count of the chart.
pub(super) fn max(facts: &Facts, scope: Scope, sums: &[Running]) -> u32 {
    let totals = facts.totals.iter().filter(|it| scope.holds(it.date));
    let stated = totals.map(|it| it.count.stated());
    sums.iter().map(|it| it.itemised.low()).chain(stated).max().unwrap_or(0)
}

/// Annotations that a phone's chart has no room for, of the releases that are shown.
pub(super) fn key(facts: &Facts, scope: Scope, seen: &Range<usize>, frame: Frame) -> Vec<KeyLine> {
    if frame.is_wide() {
        return Vec::new();
    }
    let shown = annotated(facts, scope).filter(|it| seen.contains(&it.idx));
    shown.map(|it| (it.number, it.words)).collect()
}

/// A release with words beside its mark.
pub(super) struct Annotated {
    /// Its position among all releases.
    pub(super) idx: usize,
    /// What stands for the words where they have no room. Counted over the whole record, so that it means
    /// the same in every span of time.
    pub(super) number: usize,
    pub(super) words: String,
}

/// Every release with words beside its mark.
pub(super) fn annotated(facts: &Facts, scope: Scope) -> impl Iterator<Item = Annotated> + use<> {
    let releases: &'static [Release] = facts.releases;
    let with_words = releases.iter().enumerate().filter_map(|it| Some((it, it.1.annotation?)));
    (1..).zip(with_words).map(move |(number, ((idx, release), words))| {
        let (all, part) = (release.people, sums::recognised(release));
        // The words begin with the number of all who were freed.
        let is_part = scope.recognised && part != all && words.starts_with(&all.sign());
        let words = if is_part { part.sign() + " of " + words } else { words.to_owned() };
        Annotated { idx, number, words }
    })
}

impl Chart<'_, '_> {
    pub(super) fn cumulative(&self) -> Result<Vec<Mark>, Failure> {
        let marks = self.marks();
        self.areas()?;
        self.totals(&marks)?;
        self.words(&marks)?;
        Ok(marks)
    }

    fn marks(&self) -> Vec<Mark> {
        let on_line = |sum: &Running| {
            if self.scope.recognised { sum.recognised } else { sum.itemised }
        };
        let releases = self.releases();
        let releases = releases.map(|(idx, it)| self.at(it.date, on_line(&self.sums[idx])));
        let mut marks = self.among_all(releases.collect());
        marks.extend(self.facts.totals.iter().map(|it| match self.scope.holds(it.date) {
            true => self.at(it.date, it.count),
            false => Mark::AFTER,
        }));
        marks
    }

    /// Corners of the step line of one sum, on the canvas.
    fn steps(&self, sum: fn(&Running) -> Count) -> Vec<(i32, i32)> {
        let (first, last) = self.scope.span(self.facts);
        let before = self.seen.start.checked_sub(1).map_or(Count::ZERO, |it| sum(&self.sums[it]));
        let start = self.at(first, before);
        let mut y = start.y;
        let mut corners = vec![(start.x, y)];
        for (idx, release) in self.releases() {
            let mark = self.at(release.date, sum(&self.sums[idx]));
            match corners.last_mut() {
                // What falls on one column of px is one step; the sum only rises, so none is lost.
                Some(last) if idx > self.seen.start && last.0 / SCALE == mark.x / SCALE => {
                    last.1 = mark.y
                }
                _ => corners.extend([(mark.x, y), (mark.x, mark.y)]),
            }
            y = mark.y;
        }
        corners.push((self.at(last, Count::ZERO).x, y));
        corners
    }

    fn areas(&self) -> Result<(), Failure> {
        let upper = self.steps(|it| it.itemised);
        let lower = self.steps(|it| it.recognised);
        let two_countings = self.facts.labels.recognised.is_some();
        let mut under = if two_countings { lower.clone() } else { upper.clone() };
        if let (Some(&last), Some(&first)) = (under.last(), under.first()) {
            let base = self.at(self.facts.as_of, Count::ZERO).y;
            under.push((last.0, base));
            // What came before the span stands under the line as well.
            if first.1 != base {
                under.push((first.0, base));
            }
        }
        self.pen.area(under, Token::Area)?;
        if two_countings {
            let mut band = upper.clone();
            band.extend(lower.iter().rev());
            self.pen.area(band, Token::Unknown)?;
            self.pen.line(lower, Token::LowerEdge)?;
        }
        self.pen.line(upper, Token::Line)
    }

    /// A reported total is a tick; an arrow says that it is a lower bound.
    fn totals(&self, marks: &[Mark]) -> Result<(), Failure> {
        for (total, mark) in self.total_marks(marks) {
            self.pen.tick(mark, 8, Token::Total)?;
            if total.count.is_lower_bound() {
                self.pen.arrow(mark, Token::Total)?;
            }
        }
        Ok(())
    }

    pub(super) fn total_marks<'a>(
        &self,
        marks: &'a [Mark],
    ) -> impl Iterator<Item = (&'static Total, Mark)> + use<'a> {
        let n_releases = self.sums.len();
        let totals = self.facts.totals.iter().zip(marks.iter().skip(n_releases).copied());
        totals.filter(|it| it.1.is_shown())
    }
}
