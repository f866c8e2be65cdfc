//! The sheet of a card: words set in the room that they have, around a drawing.

use std::fmt::Write;

use super::faces::{Block, FOOT, Face, LABEL, LINE, TITLE, lines, width_of};
use super::style::{colour, sheet};
use super::{HEIGHT, WIDTH};
use crate::chart::swatch::Swatch;
use crate::page::figures::HATCH;
use crate::page::head::escaped;

/// Space at the left and right.
const MARGIN: u32 = 60;
/// From the left edge to the drawing.
const DRAWING_LEFT: u32 = 506;
/// Where the room for title and drawing begins and ends.
const TOP: u32 = 64;
const BOTTOM: u32 = 548;
/// The room of a drawing.
pub(super) const DRAWING: (u32, u32) = (WIDTH - MARGIN - DRAWING_LEFT, BOTTOM - TOP);
/// Room for a mark of the key with the space after it.
const BESIDE_MARK: u32 = 40;
/// Least size of words.
pub(super) const SMALL: u32 = 22;
/// By how much a drawing is enlarged, in hundredths: its words of 12 and 13 px become as large as all others.
pub(super) const ENLARGED: u32 = 184;

const TITLE_SIZES: [u32; 7] = [64, 58, 52, 48, 44, 40, 36];
const LINE_SIZES: [u32; 4] = [30, 27, 24, SMALL];

/// What stands on a card.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// The line over the title.
    pub(super) kicker: String,
    /// The colour of that line, by its name in the style sheets.
    pub(super) kicker_colour: String,
    /// The title.
    pub(super) title: String,
    /// What it is, in one sentence.
    pub(super) line: String,
    /// At the foot, from the left.
    pub(super) credit: String,
    /// At the foot, from the right.
    pub(super) date: String,
}

/// A drawing in px of its own, with the line over it.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    /// What is drawn, in a few words; may be empty.
    pub(super) caption: String,
    /// Marks and what they mean, after the caption.
    pub(super) key: Vec<(Swatch, &'static str)>,
    /// How many lines the two may take.
    pub(super) n_lines: u32,
    /// SVG that fills the [`room`] under so many lines.
    pub(super) svg: String,
}

/// The px that a drawing has under that many lines of caption and key.
pub(super) fn room(n_lines: u32) -> (u32, u32) {
    let height = DRAWING.1 - over(n_lines);
    (DRAWING.0 * 100 / ENLARGED, height * 100 / ENLARGED)
}

/// Height of that many lines with the space under them.
fn over(n_lines: u32) -> u32 {
    if n_lines == 0 { 0 } else { n_lines * LABEL_LINE + 10 }
}

/// From line to line of captions and keys.
const LABEL_LINE: u32 = SMALL * LABEL.leading / 100;

/// The SVG document; `None` if the words have no room even at their least sizes.
pub(super) fn set(words: &Words, drawn: Option<&Drawn>) -> Option<String> {
    let mut page = Page::default();
    let width = match drawn {
        Some(_) => DRAWING_LEFT - MARGIN - 36,
        None => WIDTH - 2 * MARGIN,
    };
    let (ink, soft) = (colour("ink"), colour("soft"));
    page.rule(40, 4, ink);
    let kicker = lines(&words.kicker, LABEL, SMALL, width)?;
    let y = page.lines(MARGIN, TOP, &kicker, LABEL, SMALL, colour(&words.kicker_colour));
    let (title, line) = fitted(words, width, BOTTOM - y - 10)?;
    let y = page.lines(MARGIN, y + 10, &title.lines, TITLE, title.size, ink);
    page.lines(MARGIN, y + 14, &line.lines, LINE, line.size, soft);
    if let Some(drawn) = drawn {
        let caption = lines(&drawn.caption, LABEL, SMALL, DRAWING.0)?;
        let under = page.lines(DRAWING_LEFT, TOP, &caption, LABEL, SMALL, ink);
        let under = page.key(under, &drawn.key, soft)?;
        if under > TOP + drawn.n_lines * LABEL_LINE {
            return None;
        }
        let y = TOP + over(drawn.n_lines);
        // Writing to a string cannot fail.
        let _ = writeln!(
            page.body,
            "<g transform=\"translate({DRAWING_LEFT} {y}) scale({})\">{}</g>",
            scale(),
            drawn.svg
        );
    }
    page.rule(BOTTOM + 12, 1, colour("hair"));
    page.foot(words, soft)?;
    Some(page.document(&words.title))
}

/// Title and line at the largest sizes at which both have room; the title goes first.
fn fitted(words: &Words, width: u32, height: u32) -> Option<(Block, Block)> {
    let blocks = |text: &str, face: Face, sizes: &[u32]| {
        let each = sizes
            .iter()
            .filter_map(|&size| Some(Block { size, lines: lines(text, face, size, width)? }));
        each.collect::<Vec<_>>()
    };
    for title in blocks(&words.title, TITLE, &TITLE_SIZES) {
        for line in blocks(&words.line, LINE, &LINE_SIZES) {
            // A title that is not much larger than the line under it is none.
            let in_order = title.size * 10 >= line.size * 15;
            if in_order && title.height(TITLE) + 14 + line.height(LINE) <= height {
                return Some((title, line));
            }
        }
    }
    None
}

/// By how much drawings are enlarged, as SVG has it.
fn scale() -> String {
    format!("{}.{:02}", ENLARGED / 100, ENLARGED % 100)
}

#[derive(Default)]
struct Page {
    body: String,
}

impl Page {
    /// Sets lines under `top` and says where they end.
    fn lines(
        &mut self,
        x: u32,
        top: u32,
        lines: &[String],
        face: Face,
        size: u32,
        fill: &str,
    ) -> u32 {
        let step = size * face.leading / 100;
        for (idx, line) in (0..).zip(lines) {
            let base = top + idx * step + (step + size * 7 / 10) / 2;
            self.text(x, base, line, face, size, &format!("fill=\"{fill}\""));
        }
        top + step * lines.len() as u32
    }

    fn text(&mut self, x: u32, y: u32, words: &str, face: Face, size: u32, more: &str) {
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" font-family=\"{}\" font-weight=\"{}\" font-size=\"{size}\" {more}>{}</text>",
            face.family,
            face.weight,
            escaped(words),
        );
    }

    /// Sets a key under `top`, as many marks on a line as have room, and says where it ends.
    fn key(&mut self, top: u32, key: &[(Swatch, &str)], soft: &str) -> Option<u32> {
        let (mut x, mut y) = (DRAWING_LEFT, top);
        for (swatch, words) in key {
            let width = BESIDE_MARK + width_of(words, FOOT, SMALL);
            if x > DRAWING_LEFT && x + width > DRAWING_LEFT + DRAWING.0 {
                (x, y) = (DRAWING_LEFT, y + LABEL_LINE);
            }
            if width > DRAWING.0 {
                return None;
            }
            // Writing to a string cannot fail.
            let _ = write!(
                self.body,
                "<g transform=\"translate({x} {}) scale({})\">{}</g>",
                y + 4,
                scale(),
                swatch.svg()
            );
            let fill = format!("fill=\"{soft}\"");
            self.text(x + BESIDE_MARK, y + SMALL, words, FOOT, SMALL, &fill);
            x += width + SMALL;
        }
        Some(if key.is_empty() { top } else { y + LABEL_LINE })
    }

    fn rule(&mut self, y: u32, height: u32, fill: &str) {
        let width = WIDTH - 2 * MARGIN;
        let _ = writeln!(
            self.body,
            "<rect x=\"{MARGIN}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
        );
    }

    fn foot(&mut self, words: &Words, soft: &str) -> Option<()> {
        let room = WIDTH - 2 * MARGIN;
        let used = width_of(&words.credit, LABEL, SMALL) + width_of(&words.date, FOOT, SMALL);
        let y = HEIGHT - 34;
        let fill = format!("fill=\"{soft}\"");
        self.text(MARGIN, y, &words.credit, LABEL, SMALL, &fill);
        let end = format!("{fill} text-anchor=\"end\"");
        self.text(WIDTH - MARGIN, y, &words.date, FOOT, SMALL, &end);
        (used + 2 * SMALL <= room).then_some(())
    }

    fn document(self, title: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\">\n\
             <title>{}</title>\n<style>\n{}</style>\n<defs>{HATCH}</defs>\n\
             <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{}\"/>\n{}</svg>\n",
            escaped(title),
            sheet(),
            colour("paper"),
            self.body,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words {
            kicker: "Over it".to_owned(),
            kicker_colour: "soft".to_owned(),
            title: "Up & <down>".to_owned(),
            line: "What it is.".to_owned(),
            credit: "Credit".to_owned(),
            date: "Date".to_owned(),
        }
    }

    #[test]
    fn long_words_are_set_smaller_and_too_long_ones_not_at_all() {
        let size = |title: &str| {
            let svg = set(&Words { title: title.to_owned(), ..words() }, None)?;
            let (_, style) = svg.split_once("font-weight=\"700\" font-size=\"")?;
            style.split('"').next()?.parse::<u32>().ok()
        };
        assert_eq!(size("Up & <down>"), Some(64));
        assert!(size(&"many words ".repeat(18)).is_some_and(|it| it < 64));
        assert_eq!(size(&"too many words ".repeat(60)), None);
        assert_eq!(size(&"unbreakable".repeat(8)), None);
        let long = "word ".repeat(20);
        assert!(set(&Words { credit: long.clone(), ..words() }, None).is_none());
        let key = |n: usize| [(Swatch::Talks, "meaning")].repeat(n);
        for (caption, key, has_room) in [
            ("a caption", key(0), true),
            ("a caption", key(3), true),
            ("a caption", key(9), false),
            (&long[..80], key(0), true),
            (&long[..80], key(1), false),
            (&"word ".repeat(40), key(0), false),
        ] {
            let drawn =
                Drawn { caption: caption.to_owned(), key, n_lines: 2, svg: "<g/>".to_owned() };
            assert_eq!(set(&words(), Some(&drawn)).is_some(), has_room, "{drawn:?}");
        }
    }
}
