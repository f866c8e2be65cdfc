//! People freed, added up: a step line, the band of what is not known, and totals that others reported.

mod words;

use explainer_model::count::Kind;
use explainer_model::facts::{Facts, Total};
use explainer_model::sums::{self, Running};
use explainer_model::{Count, Date};

use super::pane::{self, Frame, Scales, canvas};
use super::pen::{Failure, Pen};
use super::token::Token;
use super::{Drawing, Mark, lane};

/// Room for words at the right of a wide chart, in px.
const RIGHT: u32 = 158;

/// Totals that the chart draws: those with a label.
pub fn drawn_totals(facts: &Facts) -> impl Iterator<Item = &'static Total> + use<> {
    facts.totals.iter().filter(|it| it.label.is_some())
}

/// Draws the chart `width` px wide. Marks: every release, then every drawn total.
pub fn draw(facts: &Facts, width: u32) -> Drawing {
    let frame = Frame::new(width, (5, 8), (9, 8), RIGHT, lane::HEIGHT);
    let sums = sums::running(facts.releases);
    let stated = drawn_totals(facts).map(|it| it.count.stated());
    let max = sums.iter().map(|it| it.itemised.low()).chain(stated).max().unwrap_or(0);
    let annotated = facts.releases.iter().filter_map(|it| it.annotation);
    let key = if frame.is_wide() { Vec::new() } else { annotated.collect() };
    pane::drawing(frame, span(facts), max, key, |scales, pen| {
        let chart = Chart { facts, frame, sums, scales, pen };
        let marks = chart.marks();
        chart.areas()?;
        chart.lane()?;
        chart.totals(&marks)?;
        chart.words(&marks)?;
        Ok(marks)
    })
}

/// From the month of the first release to the day on which the record stops.
fn span(facts: &Facts) -> (Date, Date) {
    let first = facts.releases.first().map_or(facts.as_of, |it| it.date);
    (pane::month_start(first), facts.as_of)
}

struct Chart<'a, 'b> {
    facts: &'a Facts,
    frame: Frame,
    sums: Vec<Running>,
    scales: &'a Scales,
    pen: &'a Pen<'b>,
}

impl Chart<'_, '_> {
    fn at(&self, date: Date, count: Count) -> Mark {
        pane::place(self.scales, date, count)
    }

    fn marks(&self) -> Vec<Mark> {
        let releases = self.facts.releases.iter().zip(&self.sums);
        let releases = releases.map(|(release, sums)| self.at(release.date, sums.itemised));
        let totals = drawn_totals(self.facts).map(|it| self.at(it.date, it.count));
        releases.chain(totals).collect()
    }

    /// Corners of the step line of one sum, on the canvas.
    fn steps(&self, sum: fn(&Running) -> Count) -> Vec<(i32, i32)> {
        let (first, last) = span(self.facts);
        let start = self.at(first, Count::ZERO);
        let mut y = start.y;
        let mut corners = vec![(start.x, y)];
        for (release, sums) in self.facts.releases.iter().zip(&self.sums) {
            let mark = self.at(release.date, sum(sums));
            corners.extend([(mark.x, y), (mark.x, mark.y)]);
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
            under.push((last.0, first.1));
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

    fn lane(&self) -> Result<(), Failure> {
        let (first, last) = span(self.facts);
        let x_of = |date| self.at(date, Count::ZERO).x;
        let y = self.frame.under_ticks() + canvas(lane::HEIGHT) * 55 / 100;
        lane::draw(self.pen, self.facts.measures, (x_of(first), x_of(last)), y, |measure| {
            (measure.date >= first).then(|| x_of(measure.date))
        })
    }

    /// A reported total is a tick; an arrow says that it is a lower bound.
    fn totals(&self, marks: &[Mark]) -> Result<(), Failure> {
        for (total, mark) in self.total_marks(marks) {
            self.pen.tick(mark, 8, Token::Total)?;
            if matches!(total.count.kind(), Kind::MoreThan | Kind::AtLeast) {
                self.pen.arrow(mark, Token::Total)?;
            }
        }
        Ok(())
    }

    fn total_marks<'a>(
        &self,
        marks: &'a [Mark],
    ) -> impl Iterator<Item = (&'static Total, Mark)> + use<'a> {
        let n_releases = self.sums.len();
        drawn_totals(self.facts).zip(marks.iter().skip(n_releases).copied())
    }
}
