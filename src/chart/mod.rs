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

/// A line of the key under a narrow chart: the number at the mark, and the words that had no room there.
pub type KeyLine = (usize, &'static str);

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
}

/// Tenths of a px as px: `123` is `12.3`, `120` is `12`.
pub fn px(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

/// The position of the shown mark whose `x` is nearest, if there are any, and of several at that `x` the one whose `y`
/// is; marks run from left to right.
pub fn nearest(marks: &[Mark], x: i32, y: i32) -> Option<usize> {
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
    fn the_nearest_mark_by_x() {
        let marks = [(10, 90), (20, 80), (20, 40), (50, 0)].map(|(x, y)| Mark { x, y });
        for (x, y, idx) in [
            (-9, 0, 0),
            (10, 0, 0),
            (14, 0, 0),
            (16, 99, 1),
            (16, 61, 1),
            (16, 59, 2),
            (34, 0, 2),
            (36, 90, 3),
            (999, 0, 3),
        ] {
            assert_eq!(nearest(&marks, x, y), Some(idx), "{x} {y}");
        }
        assert_eq!(nearest(&[], 3, 3), None);
    }
}
