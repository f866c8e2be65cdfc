//! Facts to SVG text. The only user of plotters.
//!
//! A drawing is text, so that it is the same on the host and in the browser, and plain numbers for
//! whoever lays something over it. It names no colour: every mark carries a class (see [`token`]),
//! and style sheets decide.

pub mod axis;
pub mod backend;
pub(crate) mod edge_labels;
pub mod edges;
pub mod held;
mod labels;
mod lane;
pub mod map;
mod pane;
mod pen;
pub mod poster;
pub mod releases;
pub mod star;
pub mod swatch;
pub mod token;
pub mod window;

pub use labels::lines_within;
pub use pane::WIDE_FROM;

/// A chart at one width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The `<svg>` element.
    pub svg: String,
    /// Width in px, as asked for.
    pub width: u32,
    /// Height in px.
    pub height: u32,
    /// Where the data stand, for hit areas and focus marks.
    pub marks: Vec<Mark>,
    /// Top and bottom of the plot, in px: the span of the line through the chosen day.
    pub rule: (u32, u32),
    /// Annotations that had no room in the chart; they stand as a numbered key under it.
    pub key: Vec<KeyLine>,
}

impl Drawing {
    /// Its width in tenths of a px, as its marks are measured.
    pub fn canvas_width(&self) -> i32 {
        pane::canvas(self.width)
    }
}

/// A line of the key under a narrow chart: the number at the mark, and the words that had no room there.
pub type KeyLine = (usize, String);

/// Where one datum stands, in tenths of a px.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// From the left edge.
    pub x: i32,
    /// From the top edge.
    pub y: i32,
}

impl Mark {
    /// Before all that the chart shows.
    pub const BEFORE: Mark = Mark { x: i32::MIN, y: 0 };
    /// After all that the chart shows.
    pub const AFTER: Mark = Mark { x: i32::MAX, y: 0 };

    /// Whether the chart shows it.
    pub fn is_shown(self) -> bool {
        self.x != Mark::BEFORE.x && self.x != Mark::AFTER.x
    }

    /// Whether a pointer there is on it: well within its area to hit, which is 24 px across.
    pub fn is_at(self, x: i32, y: i32) -> bool {
        const NEAR: u32 = 80;
        self.x.abs_diff(x) <= NEAR && self.y.abs_diff(y) <= NEAR
    }
}

/// Tenths of a px as px: `123` is `12.3`, `120` is `12`.
pub fn px(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

/// How far from a mark one still points at it, in tenths of a px.
const REACH: i32 = 80;

/// The position of the shown mark that is pointed at, or else of the one whose `x` is nearest, if there are any, and of
/// several at that `x` the one whose `y` is; marks run from left to right.
pub fn nearest(marks: &[Mark], x: i32, y: i32) -> Option<usize> {
    let from = marks.partition_point(|it| it.x < x - REACH);
    let close = marks.iter().enumerate().skip(from).take_while(|(_, it)| it.x <= x + REACH);
    let close = close.filter(|(_, it)| it.y.abs_diff(y) <= REACH as u32);
    let at = close.min_by_key(|(_, it)| (it.x - x).pow(2) + (it.y - y).pow(2));
    if let Some((idx, _)) = at {
        return Some(idx);
    }
    let after = marks.partition_point(|it| it.x < x);
    let sides = [after.checked_sub(1), Some(after)].into_iter().flatten();
    let sides = sides.filter_map(|it| marks.get(it)).filter(|it| it.is_shown());
    let column = sides.min_by_key(|it| it.x.abs_diff(x))?.x;
    let first = marks.partition_point(|it| it.x < column);
    let same = marks.iter().enumerate().skip(first).take_while(|(_, it)| it.x == column);
    same.min_by_key(|(_, it)| it.y.abs_diff(y)).map(|(idx, _)| idx)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_of_px_need_no_floats() {
        for (tenths, text) in [(123, "12.3"), (120, "12"), (-5, "-0.5"), (0, "0"), (-120, "-12")] {
            assert_eq!(px(tenths), text);
        }
    }

    #[test]
    fn the_nearest_mark_by_x_unless_one_is_pointed_at() {
        let marks = [(100, 900), (200, 800), (200, 400), (500, 0), (510, 70)];
        let marks = marks.map(|(x, y)| Mark { x, y });
        for (x, y, idx) in [
            (-90, 0, 0),
            (100, 0, 0),
            (140, 0, 0),
            (160, 990, 1),
            (160, 610, 1),
            (160, 590, 2),
            (340, 0, 2),
            (360, 900, 3),
            (9990, 0, 4),
            // Nearer by x to the one, but pointed at the other.
            (501, 69, 4),
            (509, 5, 3),
        ] {
            assert_eq!(nearest(&marks, x, y), Some(idx), "{x} {y}");
        }
        assert_eq!(nearest(&[], 3, 3), None);
    }
}
