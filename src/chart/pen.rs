//! The few things that charts draw, in canvas units. Everything goes through here, so that each way of
//! drawing is in the wasm once.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::Mark;
use super::backend::{SCALE, SvgText};
use super::token::Token;

/// What can go wrong while drawing; with text as the target, nothing.
pub(super) type Failure = DrawingAreaErrorKind<Infallible>;

type Drawn = Result<(), Failure>;

/// Draws on one chart.
pub(super) struct Pen<'a>(DrawingArea<SvgText<'a>, Shift>);

impl<'a> Pen<'a> {
    pub(super) fn new(canvas: SvgText<'a>) -> Pen<'a> {
        Pen(canvas.into_drawing_area())
    }

    pub(super) fn line(&self, points: Vec<(i32, i32)>, token: Token) -> Drawn {
        self.0.draw(&PathElement::new(points, token.stroke()))
    }

    pub(super) fn area(&self, corners: Vec<(i32, i32)>, token: Token) -> Drawn {
        self.0.draw(&Polygon::new(corners, token.fill()))
    }

    pub(super) fn disc(&self, center: (i32, i32), radius_px: i32, token: Token) -> Drawn {
        self.0.draw(&Circle::new(center, radius_px * SCALE, token.fill()))
    }

    /// One line of text; `anchor` says which point of it stands at `place`.
    pub(super) fn words(
        &self,
        words: &str,
        place: (i32, i32),
        token: Token,
        anchor: (HPos, VPos),
    ) -> Drawn {
        let font = ("sans-serif", token.text_size() * SCALE as u32).into_font();
        let pos = Pos::new(anchor.0, anchor.1);
        let style = TextStyle { font, color: token.to_backend_color(), pos };
        self.0.draw(&Text::new(words, place, style))
    }

    /// An arrow upwards from a mark: the figure is a lower bound.
    pub(super) fn arrow(&self, mark: Mark, token: Token) -> Drawn {
        let (tip, barb) = (mark.y - 14 * SCALE, 4 * SCALE);
        self.line(vec![(mark.x, mark.y), (mark.x, tip)], token)?;
        self.line(
            vec![(mark.x - barb, tip + barb), (mark.x, tip), (mark.x + barb, tip + barb)],
            token,
        )
    }

    /// A level stroke through a mark, `half` px to each side.
    pub(super) fn tick(&self, mark: Mark, half: i32, token: Token) -> Drawn {
        let reach = half * SCALE;
        self.line(vec![(mark.x - reach, mark.y), (mark.x + reach, mark.y)], token)
    }
}
