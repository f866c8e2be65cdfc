//! What a mark is, in place of a colour.

use plotters::style::{Color, ShapeStyle};
use plotters_backend::BackendColor;

/// Every style that a chart may use. The CSS class of a token is its name with the prefix `t-`.
///
/// plotters hands colours through to the backend untouched, so a token travels as a "colour"
/// whose last channel is its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Token {
    /// A grid line.
    Grid,
    /// The base line of a chart.
    Axis,
    /// A label at a tick.
    TickLabel,
    /// The area under what is certain.
    Area,
    /// The area of what is not known or disputed.
    Unknown,
    /// The lower edge of that area.
    LowerEdge,
    /// The line of the first counting.
    Line,
    /// A reported total.
    Total,
    /// Its label.
    TotalLabel,
    /// The name of a series, at its end.
    SeriesLabel,
    /// What stands under such a name.
    SeriesNote,
    /// Words at a mark that carry the story.
    Annotation,
    /// The number of an annotation that stands in the key.
    KeyNumber,
    /// The disc behind that number.
    KeyDisc,
    /// A bar of what is certain.
    Bar,
    /// A bar of what does not enter the sum.
    Outside,
    /// A ring, in a key, for what is no exact figure.
    Bound,
    /// A disc as large as its count.
    Disc,
    /// The name of the second counting, at its end.
    LowerLabel,
    /// The line of the lane.
    Lane,
    /// A measure that eases.
    Eased,
    /// A measure that imposes.
    Imposed,
    /// Talks.
    Talks,
    /// The first series of several.
    Series0,
    /// The second.
    Series1,
    /// The third and all further ones.
    Series2,
}

impl Token {
    /// Every token.
    pub const ALL: [Token; 26] = [
        Token::Grid,
        Token::Axis,
        Token::TickLabel,
        Token::Area,
        Token::Unknown,
        Token::LowerEdge,
        Token::Line,
        Token::Total,
        Token::TotalLabel,
        Token::SeriesLabel,
        Token::SeriesNote,
        Token::Annotation,
        Token::KeyNumber,
        Token::KeyDisc,
        Token::Bar,
        Token::Outside,
        Token::Bound,
        Token::Disc,
        Token::LowerLabel,
        Token::Lane,
        Token::Eased,
        Token::Imposed,
        Token::Talks,
        Token::Series0,
        Token::Series1,
        Token::Series2,
    ];

    /// The CSS class, as in `style/chart.css`.
    pub const fn class(self) -> &'static str {
        match self {
            Token::Grid => "t-grid",
            Token::Axis => "t-axis",
            Token::TickLabel => "t-tick",
            Token::Area => "t-area",
            Token::Unknown => "t-unknown",
            Token::LowerEdge => "t-lower",
            Token::Line => "t-line",
            Token::Total => "t-total",
            Token::TotalLabel => "t-total-label",
            Token::SeriesLabel => "t-series-label",
            Token::SeriesNote => "t-series-note",
            Token::Annotation => "t-annotation",
            Token::KeyNumber => "t-key-number",
            Token::KeyDisc => "t-key-disc",
            Token::Bar => "t-bar",
            Token::Outside => "t-outside",
            Token::Bound => "t-bound",
            Token::Disc => "t-disc",
            Token::LowerLabel => "t-lower-label",
            Token::Lane => "t-lane",
            Token::Eased => "t-eased",
            Token::Imposed => "t-imposed",
            Token::Talks => "t-talks",
            Token::Series0 => "t-series-0",
            Token::Series1 => "t-series-1",
            Token::Series2 => "t-series-2",
        }
    }

    /// Size of its text in px, as in `style/chart.css`.
    pub const fn text_size(self) -> u32 {
        match self {
            Token::SeriesLabel | Token::Annotation => 13,
            _ => 12,
        }
    }

    /// The token of the series with that number.
    pub const fn series(idx: usize) -> Token {
        match idx {
            0 => Token::Series0,
            1 => Token::Series1,
            _ => Token::Series2,
        }
    }

    pub(super) fn of(color: BackendColor) -> Option<Token> {
        Token::ALL.get(usize::from(color.rgb.2)).copied()
    }

    /// As a line.
    pub(super) fn stroke(self) -> ShapeStyle {
        ShapeStyle { color: self.to_backend_rgba(), filled: false, stroke_width: 1 }
    }

    /// As a filled shape.
    pub(super) fn fill(self) -> ShapeStyle {
        ShapeStyle { filled: true, ..self.stroke() }
    }

    fn to_backend_rgba(self) -> plotters::style::RGBAColor {
        plotters::style::RGBAColor(0, 0, self as u8, 1.0)
    }
}

impl Color for Token {
    fn to_backend_color(&self) -> BackendColor {
        self.to_backend_rgba().to_backend_color()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_survives_the_way_through_a_colour() {
        for (idx, token) in Token::ALL.into_iter().enumerate() {
            assert_eq!(token as usize, idx);
            assert_eq!(Token::of(token.to_backend_color()), Some(token));
        }
        assert_eq!(Token::of(BackendColor { alpha: 1.0, rgb: (0, 0, 255) }), None);
    }

    #[test]
    fn classes_are_distinct() {
        let mut classes = Token::ALL.map(Token::class);
        classes.sort_unstable();
        assert!(classes.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
