//! The releases figure: three views of the same releases over the same time axis and lane.

mod cumulative;
mod places;
mod waves;
mod words;

use explainer_model::facts::Facts;
use explainer_model::sums::{self, Running};
use explainer_model::{Count, Date};

use super::pane::{self, Frame, Scales, canvas};
use super::pen::{Failure, Pen};
use super::{Drawing, Mark, lane};

/// Room for words at the right of a wide chart, in px.
const RIGHT: u32 = 158;

/// How the releases are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Added up, as a step line.
    #[default]
    Cumulative,
    /// Each by itself, as a bar.
    Waves,
    /// By where people were taken.
    Places,
}

impl View {
    /// Every view, in the order of the switch.
    pub const ALL: [View; 3] = [View::Cumulative, View::Waves, View::Places];

    /// Its name in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            View::Cumulative => "cumulative",
            View::Waves => "waves",
            View::Places => "places",
        }
    }

    /// The view of that name, if there is one.
    pub fn named(name: &str) -> Option<View> {
        View::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Draws the chart `width` px wide. Marks: every release, then every measure of the lane; in the
/// cumulative view then every drawn total.
pub fn draw(facts: &Facts, view: View, width: u32) -> Drawing {
    draw_in(facts, view, Frame::new(width, (5, 8), (9, 8), RIGHT, lane::HEIGHT))
}

/// The same in a picture of that width and height in px, without the words that stand at the right.
pub fn draw_sized(facts: &Facts, view: View, size: (u32, u32)) -> Drawing {
    draw_in(facts, view, Frame::of_size(size, lane::HEIGHT))
}

fn draw_in(facts: &Facts, view: View, frame: Frame) -> Drawing {
    let sums = sums::running(facts.releases);
    let (max, key) = match view {
        View::Cumulative => (Some(cumulative::max(facts, &sums)), cumulative::key(facts, frame)),
        View::Waves => (facts.releases.iter().map(|it| it.people.stated()).max(), Vec::new()),
        View::Places => (None, Vec::new()),
    };
    pane::drawing(frame, span(facts), max, key, &|scales, pen| {
        let chart = Chart { facts, frame, sums: &sums, scales, pen };
        let lane = chart.lane()?;
        let mut marks = match view {
            View::Cumulative => chart.cumulative()?,
            View::Waves => chart.waves()?,
            View::Places => chart.places()?,
        };
        let after_releases = facts.releases.len().min(marks.len());
        marks.splice(after_releases..after_releases, lane);
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
    sums: &'a [Running],
    scales: &'a Scales,
    pen: &'a Pen<'b>,
}

impl Chart<'_, '_> {
    fn at(&self, date: Date, count: Count) -> Mark {
        pane::place(self.scales, date, count)
    }

    fn lane(&self) -> Result<Vec<Mark>, Failure> {
        let x_of = |date| self.at(date, Count::ZERO).x;
        let y = self.frame.under_ticks() + canvas(lane::HEIGHT) * 55 / 100;
        lane::draw(self.pen, self.facts.measures, span(self.facts), y, &x_of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_found_by_its_name_and_by_no_other() {
        for view in View::ALL {
            assert_eq!(View::named(view.name()), Some(view));
        }
        assert_eq!(View::named("Waves"), None);
        assert_eq!(View::named(""), None);
    }
}
