//! The frame that every chart over time shares: margins, scales, grid and ticks.

use std::ops::Range;

use explainer_model::{Count, Date};
use plotters::coord::CoordTranslate;
use plotters::coord::ranged1d::{Ranged, ValueFormatter};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::axis::{Counts, Days};
use super::backend::{SCALE, SvgText};
use super::pen::{Failure, Pen};
use super::token::Token;
use super::{Drawing, KeyLine, Mark};

/// Days and counts to canvas units.
pub(super) type Scales = Cartesian2d<Days, Counts>;

/// Charts narrower than this are drawn for a phone: number keys in place of words, no room at the right.
pub const WIDE_FROM: u32 = 520;

/// Sizes of one chart, in px.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) width: u32,
    pub(super) height: u32,
    /// Room for words right of the plot.
    pub(super) right: u32,
    /// Room under the ticks.
    pub(super) below: u32,
}

const TOP: u32 = 18;
const LEFT: u32 = 40;
const TICKS: u32 = 26;

impl Frame {
    /// A frame whose height is a fixed part of its width on each side of [`WIDE_FROM`], so that a
    /// chart scaled by the browser and one drawn anew are equally high.
    pub(super) fn new(
        width: u32,
        wide: (u32, u32),
        narrow: (u32, u32),
        right: u32,
        below: u32,
    ) -> Frame {
        let width = width.clamp(240, 1600);
        let (over, under) = if width < WIDE_FROM { narrow } else { wide };
        let right = if width < WIDE_FROM { 12 } else { right };
        Frame { width, height: (width * over + under / 2) / under, right, below }
    }

    /// A frame of a given size without words at its right: for pictures whose shape is fixed.
    pub(super) fn of_size((width, height): (u32, u32), below: u32) -> Frame {
        Frame { width, height, right: 12, below }
    }

    pub(super) fn is_wide(&self) -> bool {
        self.width >= WIDE_FROM
    }

    pub(super) fn plot_width(&self) -> u32 {
        self.width - LEFT - self.right
    }

    pub(super) fn plot_height(&self) -> u32 {
        self.height.saturating_sub(TOP + TICKS + self.below)
    }

    /// Left edge of the plot in canvas units; the counts of the grid stand left of it.
    pub(super) fn left_edge(&self) -> i32 {
        canvas(LEFT)
    }

    /// Right edge of the plot in canvas units.
    pub(super) fn right_edge(&self) -> i32 {
        canvas(self.width - self.right)
    }

    /// Lower edge of the ticks' labels in canvas units.
    pub(super) fn under_ticks(&self) -> i32 {
        canvas(self.height - self.below)
    }
}

/// px to canvas units.
pub(super) fn canvas(px: u32) -> i32 {
    i32::try_from(px).unwrap_or(i32::MAX / SCALE) * SCALE
}

/// Where a count of a day stands: at its lower bound, or at the figure that was printed.
pub(super) fn place(scales: &Scales, date: Date, count: Count) -> Mark {
    let y = i32::try_from(count.stated()).unwrap_or(i32::MAX);
    let (x, y) = scales.translate(&(date.first_day(), y));
    Mark { x, y }
}

/// The first of the month: time axes begin there, so that their first tick has a label.
pub(super) fn month_start(date: Date) -> Date {
    let (year, month, _) = date.parts();
    Date::checked(year, month, 1)
}

/// Fills a chart that has been set up, and says where its marks stand.
pub(super) type Fill<'a> = &'a dyn Fn(&Scales, &Pen<'_>) -> Result<Vec<Mark>, Failure>;

/// Draws a chart: sets the frame up, lets `fill` draw, and wraps the text. Without a largest count the
/// chart has no scale of counts.
pub(super) fn drawing(
    frame: Frame,
    (first, last): (Date, Date),
    max: Option<u32>,
    key: Vec<KeyLine>,
    fill: Fill<'_>,
) -> Drawing {
    let (top, bottom) = (TOP, frame.height - frame.below - TICKS);
    let days = Days::new(month_start(first).first_day(), last.last_day(), frame.plot_width());
    let counts = Counts::with_headroom(max.unwrap_or(1), frame.plot_height());
    let mut body = String::new();
    let pen = Pen::new(SvgText::new(frame.width, frame.height, &mut body));
    let (x_range, y_range) = (canvas(LEFT)..frame.right_edge(), canvas(bottom)..canvas(top));
    let counted = if max.is_some() { counts.ticks() } else { &[0] };
    let ticks = grid(&pen, (&days, &counts), counted, (x_range.clone(), y_range.clone()));
    let scales = Scales::new(days, counts, (x_range, y_range));
    // The backend writes to a text, which cannot fail, so there is no error to tell a reader about.
    let marks = ticks.and_then(|()| fill(&scales, &pen)).unwrap_or_default();
    drop(pen);
    let (width, height) = (frame.width, frame.height);
    let svg = format!(
        "<svg class=\"chart-svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-hidden=\"true\">{body}</svg>"
    );
    Drawing { svg, width, height, marks, rule: (top, bottom), key }
}

/// Grid lines with their counts, the base line, and the months under it.
fn grid(
    pen: &Pen<'_>,
    (days, counts): (&Days, &Counts),
    counted: &[i32],
    (x, y): (Range<i32>, Range<i32>),
) -> Result<(), Failure> {
    for &count in counted {
        let at = counts.map(&count, (y.start, y.end));
        let token = if count == 0 { Token::Axis } else { Token::Grid };
        pen.line(vec![(x.start, at), (x.end, at)], token)?;
        if counted.len() > 1 {
            let place = (x.start - 6 * SCALE, at);
            let words = Counts::format(&count);
            pen.words(&words, place, Token::TickLabel, (HPos::Right, VPos::Center))?;
        }
    }
    for &day in days.ticks() {
        let at = days.map(&day, (x.start, x.end));
        pen.line(vec![(at, y.start), (at, y.start + 4 * SCALE)], Token::Axis)?;
        let place = (at, y.start + 8 * SCALE);
        pen.words(&days.label(day), place, Token::TickLabel, (HPos::Center, VPos::Top))?;
    }
    Ok(())
}
