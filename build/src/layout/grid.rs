//! Squares over the frame, each with a list of what lies in it: who asks what is near need not look
//! at everything.

use super::geometry::{Rect, Segment};

/// Against rounding, in px: what touches a square counts as in it.
const SLACK: f32 = 0.5;

/// More columns or rows than this would cost more than they save.
const MAX_COUNT: usize = 64;

/// Squares, each with a set of items. Sets are bits: to join the sets of some squares costs next to
/// nothing, and each item then comes once and in order, wherever it lies. So sums over near items
/// are the same to the last bit as sums over all, if those that are far add nothing.
pub(super) struct Grid {
    squares: Squares,
    /// Words of a set.
    n_words: usize,
    /// The sets, square by square.
    words: Vec<u64>,
}

/// How the frame is cut up.
#[derive(Clone, Copy)]
pub(super) struct Squares {
    columns: usize,
    rows: usize,
    column_width: f32,
    row_height: f32,
}

/// A set of items.
#[derive(Default)]
pub(super) struct Items(Vec<u64>);

impl Grid {
    /// Squares of about that side for items `0..n_items`, none of which is anywhere yet.
    pub(super) fn new(width: f32, height: f32, side: f32, n_items: usize) -> Self {
        let count = |length: f32| ((length / side) as usize).clamp(1, MAX_COUNT);
        let (columns, rows) = (count(width), count(height));
        let n_words = n_items.div_ceil(u64::BITS as usize);
        let squares = Squares {
            columns,
            rows,
            column_width: width / columns as f32,
            row_height: height / rows as f32,
        };
        Self { squares, n_words, words: vec![0; columns * rows * n_words] }
    }

    /// Puts an item into all squares that the area touches, or takes it out of them.
    pub(super) fn toggle(&mut self, item: usize, area: &impl Area) {
        let (word, bit) = (item / u64::BITS as usize, 1 << (item % u64::BITS as usize));
        let (squares, n_words) = (self.squares, self.n_words);
        area.each_row(squares, |row, (first, last)| {
            for column in first..=last {
                self.words[(row * squares.columns + column) * n_words + word] ^= bit;
            }
        });
    }

    /// Collects the items of all squares that the area touches.
    pub(super) fn near(&self, area: &impl Area, items: &mut Items) {
        items.0.clear();
        items.0.resize(self.n_words, 0);
        let n_words = self.n_words;
        area.each_row(self.squares, |row, (first, last)| {
            let row = row * self.squares.columns;
            for square in row + first..=row + last {
                let set = &self.words[square * n_words..][..n_words];
                items.0.iter_mut().zip(set).for_each(|(all, more)| *all |= more);
            }
        });
    }
}

impl Items {
    /// Calls `f` with each item, in ascending order.
    pub(super) fn each(&self, mut f: impl FnMut(usize)) {
        for (index, &word) in self.0.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                f(index * u64::BITS as usize + rest.trailing_zeros() as usize);
                rest &= rest - 1;
            }
        }
    }
}

/// Something that lies in squares. What reaches out of the frame counts as in the squares at its border.
pub(super) trait Area {
    /// Calls `f` with each row that the area touches, and the first and the last column in it.
    fn each_row(&self, squares: Squares, f: impl FnMut(usize, (usize, usize)));
}

impl Area for Rect {
    fn each_row(&self, squares: Squares, mut f: impl FnMut(usize, (usize, usize))) {
        let columns = squares.columns(self.x - self.half_width, self.x + self.half_width);
        let (first, last) = squares.rows(self.y - self.half_height, self.y + self.half_height);
        for row in first..=last {
            f(row, columns);
        }
    }
}

impl Area for Segment {
    fn each_row(&self, squares: Squares, mut f: impl FnMut(usize, (usize, usize))) {
        let (top, bottom) = self.span_down();
        let (first, last) = squares.rows(top, bottom);
        for row in first..=last {
            // The part of the line within the row; in the outer rows, with what lies beyond them.
            let from = if row == first { top } else { row as f32 * squares.row_height };
            let to = if row == last { bottom } else { (row + 1) as f32 * squares.row_height };
            let (left, right) = self.span_across(from, to);
            f(row, squares.columns(left, right));
        }
    }
}

impl Squares {
    fn columns(&self, left: f32, right: f32) -> (usize, usize) {
        span(left, right, self.column_width, self.columns)
    }

    fn rows(&self, top: f32, bottom: f32) -> (usize, usize) {
        span(top, bottom, self.row_height, self.rows)
    }
}

fn span(low: f32, high: f32, length: f32, count: usize) -> (usize, usize) {
    // Negative numbers become zero.
    let index = |it: f32| ((it / length) as usize).min(count - 1);
    (index(low - SLACK), index(high + SLACK))
}
