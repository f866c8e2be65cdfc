//! Keeps words apart: from each other and from the marks.

use explainer_model::text;

use super::backend::SCALE;
use super::token::Token;

/// A box in canvas units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rect {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Rect {
    /// The box of one line of text whose corner or edge stands at a point.
    pub(super) fn of_text(words: &str, token: Token, x: i32, y: i32, ends_there: bool) -> Rect {
        let width = text_width(words, token);
        let left = if ends_there { x - width } else { x };
        Rect { left, top: y, right: left + width, bottom: y + line_height(token) }
    }

    fn meets(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Width of one line in canvas units.
pub(super) fn text_width(words: &str, token: Token) -> i32 {
    text::width(words, (token.text_size() * SCALE as u32) as f32) as i32
}

/// Height of one line in canvas units.
pub(super) fn line_height(token: Token) -> i32 {
    (token.text_size() as i32 + 2) * SCALE
}

/// What is taken so far.
#[derive(Default)]
pub(super) struct Taken(Vec<Rect>);

impl Taken {
    /// Takes the first of the places that is free, if any is.
    pub(super) fn first_free(&mut self, places: impl IntoIterator<Item = Rect>) -> Option<Rect> {
        let free = places.into_iter().find(|place| self.0.iter().all(|it| !it.meets(place)))?;
        self.0.push(free);
        Some(free)
    }

    pub(super) fn add(&mut self, rect: Rect) {
        self.0.push(rect);
    }
}

/// Words broken into lines no wider than `width` canvas units; a word that is wider stands alone.
pub(super) fn wrapped(words: &str, token: Token, width: i32) -> Vec<String> {
    lines_within(words, token.text_size(), u32::try_from(width / SCALE).unwrap_or(0))
}

/// Words broken into lines no wider than `width` px at a size in px; a word that is wider stands alone.
pub fn lines_within(words: &str, size: u32, width: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text::width(&format!("{line} {word}"), size as f32) <= width as f32 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Puts a handful of blocks in the order of their tops. Insertion sort: the standard library's sorts
/// would add more to the wasm than everything else here.
pub(super) fn from_top_to_bottom<T>(blocks: &mut [(i32, T)]) {
    for end in 1..blocks.len() {
        for idx in (1..=end).rev() {
            if blocks[idx - 1].0 <= blocks[idx].0 {
                break;
            }
            blocks.swap(idx - 1, idx);
        }
    }
}

/// Blocks of the given heights as near to where they want to stand as they can without meeting;
/// both sorted from top to bottom. Returns the tops.
pub(super) fn stacked(wanted: &[i32], heights: &[i32], bottom: i32) -> Vec<i32> {
    let mut tops: Vec<i32> = Vec::with_capacity(wanted.len());
    for (idx, &want) in wanted.iter().enumerate() {
        let free = idx.checked_sub(1).map_or(i32::MIN, |before| tops[before] + heights[before]);
        tops.push(want.max(free));
    }
    let mut limit = bottom;
    for (top, height) in tops.iter_mut().zip(heights).rev() {
        *top = (*top).min(limit - height);
        limit = *top;
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_place_is_not_given_twice() {
        let mut taken = Taken::default();
        let at = |left| Rect { left, top: 0, right: left + 10, bottom: 10 };
        assert_eq!(taken.first_free([at(0), at(20)]), Some(at(0)));
        assert_eq!(taken.first_free([at(5), at(20)]), Some(at(20)));
        assert_eq!(taken.first_free([at(5), at(25)]), None);
    }

    #[test]
    fn blocks_are_ordered_and_equals_keep_their_order() {
        let mut blocks = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd')];
        from_top_to_bottom(&mut blocks);
        assert_eq!(blocks, [(1, 'b'), (2, 'd'), (3, 'a'), (3, 'c')]);
    }

    #[test]
    fn stacks_neither_meet_nor_leave_the_frame() {
        assert_eq!(stacked(&[0, 5, 50], &[10, 10, 10], 100), [0, 10, 50]);
        assert_eq!(stacked(&[80, 95], &[10, 10], 100), [80, 90]);
        assert_eq!(stacked(&[95, 95], &[10, 10], 100), [80, 90]);
    }

    #[test]
    fn words_wrap_and_none_is_lost() {
        let lines = wrapped("one two three four", Token::TickLabel, 500);
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), "one two three four");
    }
}
