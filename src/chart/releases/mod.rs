//! The releases figure: three views of the same releases over the same time axis and lane.

mod cumulative;
mod places;
mod waves;
mod words;

use std::ops::Range;

use explainer_model::facts::{Facts, Release};
use explainer_model::story::View;
use explainer_model::sums::{self, Running};
use explainer_model::{Count, Date};

use super::pane::{self, Frame, Scales, canvas};
use super::pen::{Failure, Pen};
use super::{Drawing, Mark, lane};

/// Room for words at the right of a wide chart, in px.
const RIGHT: u32 = 158;

/// What of the releases is shown, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// How.
    pub view: View,
    /// From the first day of the one to the last day of the other; `None` for all that is on record.
    pub time: Option<(Date, Date)>,
    /// Whether the second counting is seen alone, so that its line carries the marks.
    pub recognised: bool,
}

impl Scope {
    /// From the month of the first release to the day on which the record stops.
    fn record(facts: &Facts) -> (Date, Date) {
        let first = facts.releases.first().map_or(facts.as_of, |it| it.date);
        (pane::month_start(first), facts.as_of)
    }

    /// The same without a span of which nothing is on record.
    pub(crate) fn on_record(self, facts: &Facts) -> Scope {
        let (first, last) = Scope::record(facts);
        let touches = |(from, to): &(Date, Date)| {
            from.first_day() < last.last_day() && to.last_day() > first.first_day()
        };
        Scope { time: self.time.filter(touches), ..self }
    }

    /// From which day to which.
    fn span(self, facts: &Facts) -> (Date, Date) {
        let (first, last) = Scope::record(facts);
        let (from, to) = self.time.unwrap_or((first, last));
        // A span may be longer than the record: a year, of which half is on it.
        (
            Date::from_day(from.first_day().max(first.first_day())),
            Date::from_day(to.last_day().min(last.last_day())),
        )
    }

    /// Whether something of that day is shown.
    pub fn holds(self, date: Date) -> bool {
        self.time.is_none_or(|(from, to)| {
            date.first_day() >= from.first_day() && date.first_day() <= to.last_day()
        })
    }

    /// The releases that are shown: they stand side by side, as all are sorted by date.
    fn seen(self, facts: &Facts) -> Range<usize> {
        let Some((from, to)) = self.time else { return 0..facts.releases.len() };
        let before = |day: i32| facts.releases.partition_point(|it| it.date.first_day() < day);
        before(from.first_day())..before(to.last_day() + 1)
    }
}

/// Draws the chart `width` px wide. Marks: every release, then every measure of the lane; in the
/// cumulative view then every drawn total.
pub fn draw(facts: &Facts, scope: Scope, width: u32) -> Drawing {
    draw_in(facts, scope, Frame::new(width, (5, 8), (9, 8), RIGHT, lane::HEIGHT))
}

/// The same in a picture of that width and height in px, without the words that stand at the right.
pub fn draw_sized(facts: &Facts, scope: Scope, size: (u32, u32)) -> Drawing {
    draw_in(facts, scope, Frame::of_size(size, lane::HEIGHT))
}

fn draw_in(facts: &Facts, scope: Scope, frame: Frame) -> Drawing {
    let scope = scope.on_record(facts);
    let sums = sums::running(facts.releases);
    let seen = scope.seen(facts);
    let shown = &facts.releases[seen.clone()];
    let (max, key) = match scope.view {
        View::Cumulative => (
            Some(cumulative::max(facts, scope, &sums[..seen.end])),
            cumulative::key(facts, scope, &seen, frame),
        ),
        View::Waves => (shown.iter().map(|it| it.people.stated()).max(), Vec::new()),
        View::Places => (None, Vec::new()),
    };
    pane::drawing(frame, scope.span(facts), max, key, &|scales, pen| {
        let seen = seen.clone();
        let chart = Chart { facts, scope, seen, frame, sums: &sums, scales, pen };
        let lane = chart.lane()?;
        let mut marks = match scope.view {
            View::Cumulative => chart.cumulative()?,
            View::Waves => chart.waves()?,
            View::Places => chart.places()?,
        };
        let after_releases = facts.releases.len().min(marks.len());
        marks.splice(after_releases..after_releases, lane);
        Ok(marks)
    })
}

struct Chart<'a, 'b> {
    facts: &'a Facts,
    scope: Scope,
    /// The releases that are shown.
    seen: Range<usize>,
    frame: Frame,
    sums: &'a [Running],
    scales: &'a Scales,
    pen: &'a Pen<'b>,
}

impl Chart<'_, '_> {
    fn at(&self, date: Date, count: Count) -> Mark {
        pane::place(self.scales, date, count)
    }

    /// The releases that are shown, each with its position.
    fn releases(&self) -> impl Iterator<Item = (usize, &'static Release)> + use<> {
        let before = self.seen.start;
        let shown: &'static [Release] = &self.facts.releases[self.seen.clone()];
        shown.iter().enumerate().map(move |(idx, it)| (before + idx, it))
    }

    /// A mark for every release, of which some are not shown.
    fn among_all(&self, shown: Vec<Mark>) -> Vec<Mark> {
        let mut marks = vec![Mark::BEFORE; self.seen.start];
        marks.extend(shown);
        marks.resize(self.facts.releases.len(), Mark::AFTER);
        marks
    }

    fn lane(&self) -> Result<Vec<Mark>, Failure> {
        let x_of = |date| self.at(date, Count::ZERO).x;
        let y = self.frame.under_ticks() + canvas(lane::HEIGHT) * 55 / 100;
        let is_shown = |date| self.scope.holds(date);
        lane::draw(self.pen, self.facts.measures, self.scope.span(self.facts), y, &is_shown, &x_of)
    }
}
