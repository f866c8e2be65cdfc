//! How words are set: typefaces, and how much room lines of them take.

use explainer_model::text;

use super::style::{SANS, SERIF};
use crate::chart::lines_within;

/// How words are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Face {
    pub(super) family: &'static str,
    pub(super) weight: u16,
    /// How much wider it is than the face of the table of widths, in percent.
    wider: u32,
    /// From line to line, in percent of the size.
    pub(super) leading: u32,
}

pub(super) const TITLE: Face = Face { family: SERIF, weight: 700, wider: 112, leading: 114 };
pub(super) const LINE: Face = Face { family: SERIF, weight: 400, wider: 101, leading: 132 };
pub(super) const LABEL: Face = Face { family: SANS, weight: 600, wider: 105, leading: 130 };
pub(super) const FOOT: Face = Face { family: SANS, weight: 400, wider: 103, leading: 130 };

/// Words in lines, at a size.
pub(super) struct Block {
    pub(super) size: u32,
    pub(super) lines: Vec<String>,
}

impl Block {
    pub(super) fn height(&self, face: Face) -> u32 {
        self.lines.len() as u32 * self.size * face.leading / 100
    }
}

/// Words in lines; `None` if one word alone is too wide.
pub(super) fn lines(words: &str, face: Face, size: u32, width: u32) -> Option<Vec<String>> {
    let width = width * 100 / face.wider;
    let lines = lines_within(words, size, width);
    let fits = |line: &String| text::width(line, size as f32) <= width as f32;
    lines.iter().all(fits).then_some(lines)
}

/// How wide one line is.
pub(super) fn width_of(words: &str, face: Face, size: u32) -> u32 {
    text::width(words, size as f32) as u32 * face.wider / 100
}
