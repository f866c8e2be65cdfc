//! The few things that charts draw, in canvas units. Everything goes through here, so that each way of
//! drawing is in the wasm once.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, DrawingErrorKind};

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
        self.0.draw(&Words { words, place, style: Lettering { token, anchor } })
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

/// A line of text as an element. plotters has one of its own, whose style describes a font; here the
/// style sheet does.
struct Words<'a> {
    words: &'a str,
    place: BackendCoord,
    style: Lettering,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Words<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = [&'a BackendCoord; 1];

    fn point_iter(self) -> Self::IntoIter {
        [&self.place]
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Words<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut DB,
        _size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        points.next().map_or(Ok(()), |point| backend.draw_text(self.words, &self.style, point))
    }
}

/// The style of a text: what it is, and which point of it is placed.
struct Lettering {
    token: Token,
    anchor: (HPos, VPos),
}

impl BackendTextStyle for Lettering {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.token.to_backend_color()
    }

    fn anchor(&self) -> Pos {
        Pos::new(self.anchor.0, self.anchor.1)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    /// Asked only by backends that set letters themselves.
    fn layout_box(&self, _text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (0, 0)))
    }

    /// Likewise.
    fn draw<E, Pixel: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _place: BackendCoord,
        _pixel: Pixel,
    ) -> Result<Result<(), E>, Infallible> {
        Ok(Ok(()))
    }
}
