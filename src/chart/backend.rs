//! Our drawing backend: SVG text with classes in place of colours, and tenths of a px.
//!
//! plotters' coordinates are whole numbers, so it draws on a canvas ten times as large, and the
//! decimal point is set when a number is written. No float is formatted anywhere.

use std::convert::Infallible;
use std::fmt::Write;

use explainer_model::text;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::px;
use super::token::Token;

/// Canvas units in one px.
pub const SCALE: i32 = 10;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Collects the elements of one chart.
pub struct SvgText<'a> {
    width: u32,
    height: u32,
    body: &'a mut String,
}

impl<'a> SvgText<'a> {
    /// A canvas of the given size in px that appends its elements to `body`.
    pub fn new(width: u32, height: u32, body: &'a mut String) -> SvgText<'a> {
        SvgText { width, height, body }
    }

    fn open(&mut self, element: &str, color: BackendColor) {
        let class = Token::of(color).map_or("", Token::class);
        let _ = write!(self.body, "<{element} class=\"{class}\"");
    }

    fn path(
        &mut self,
        color: BackendColor,
        points: impl IntoIterator<Item = BackendCoord>,
        end: &str,
    ) {
        self.open("path", color);
        self.body.push_str(" d=\"");
        let mut last: Option<BackendCoord> = None;
        for point in points {
            let _ = match last {
                None => write!(self.body, "M{} {}", px(point.0), px(point.1)),
                Some(last) if last == point => Ok(()),
                Some((_, y)) if y == point.1 => write!(self.body, "H{}", px(point.0)),
                Some((x, _)) if x == point.0 => write!(self.body, "V{}", px(point.1)),
                Some(_) => write!(self.body, "L{} {}", px(point.0), px(point.1)),
            };
            last = Some(point);
        }
        let _ = write!(self.body, "{end}\"/>");
    }
}

impl DrawingBackend for SvgText<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.width * SCALE as u32, self.height * SCALE as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// Charts have no pixels to set.
    fn draw_pixel(&mut self, _point: BackendCoord, _color: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            self.path(style.color(), [from, to], "");
        }
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.path(style.color(), [from, (to.0, from.1), to, (from.0, to.1)], "Z");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if style.color().alpha > 0.0 {
            self.path(style.color(), path, "");
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.open("circle", style.color());
        let radius = px(i32::try_from(radius).unwrap_or(i32::MAX));
        let _ =
            write!(self.body, " cx=\"{}\" cy=\"{}\" r=\"{radius}\"/>", px(center.0), px(center.1));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.path(style.color(), corners, "Z");
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let anchor = style.anchor();
        let size = Token::of(style.color()).map_or(12, Token::text_size) as i32;
        // Capitals and digits of the system faces are about 0.72 em high.
        let baseline = at.1
            + match anchor.v_pos {
                VPos::Top => size * SCALE * 3 / 4,
                VPos::Center => size * SCALE * 36 / 100,
                VPos::Bottom => 0,
            };
        self.open("text", style.color());
        let _ = write!(self.body, " x=\"{}\" y=\"{}\"", px(at.0), px(baseline));
        match anchor.h_pos {
            HPos::Left => {}
            HPos::Center => self.body.push_str(" text-anchor=\"middle\""),
            HPos::Right => self.body.push_str(" text-anchor=\"end\""),
        }
        self.body.push('>');
        escape(text, self.body);
        self.body.push_str("</text>");
        Ok(())
    }

    /// From a table; the browser is not asked, so host and browser agree.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = Token::of(style.color()).map_or(12, Token::text_size);
        let width = text::width(text, (size * SCALE as u32) as f32);
        Ok((width as u32, size * SCALE as u32))
    }
}

/// Appends text so that it is text in SVG and nothing else.
pub fn escape(text: &str, into: &mut String) {
    for c in text.chars() {
        match c {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            // Control characters are not allowed in XML, whatever the escape.
            c if c.is_control() => into.push('\u{fffd}'),
            c => into.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::style::text_anchor::Pos;
    use plotters::style::{Color, IntoFont, ShapeStyle, TextStyle};

    fn drawn(draw: impl FnOnce(&mut SvgText<'_>)) -> String {
        let mut body = String::new();
        draw(&mut SvgText::new(100, 50, &mut body));
        body
    }

    fn text_style(token: Token, h: HPos, v: VPos) -> TextStyle<'static> {
        TextStyle {
            font: ("sans-serif", 1).into_font(),
            color: token.to_backend_color(),
            pos: Pos::new(h, v),
        }
    }

    #[test]
    fn every_token_is_written_as_its_class() {
        for token in Token::ALL {
            let svg = drawn(|it| it.draw_line((0, 0), (10, 25), &token.stroke()).unwrap());
            assert_eq!(svg, format!("<path class=\"{}\" d=\"M0 0L1 2.5\"/>", token.class()));
        }
    }

    #[test]
    fn paths_are_short_and_skip_what_repeats() {
        let points = [(0, 0), (105, 0), (105, 0), (105, 31), (200, 40)];
        let svg = drawn(|it| it.draw_path(points, &Token::Line.stroke()).unwrap());
        assert_eq!(svg, "<path class=\"t-line\" d=\"M0 0H10.5V3.1L20 4\"/>");
        let svg =
            drawn(|it| it.fill_polygon([(0, 0), (10, 0), (10, 10)], &Token::Area.fill()).unwrap());
        assert_eq!(svg, "<path class=\"t-area\" d=\"M0 0H1V1Z\"/>");
    }

    #[test]
    fn circles_and_boxes() {
        let svg = drawn(|it| it.draw_circle((15, 20), 45, &Token::Talks.fill(), true).unwrap());
        assert_eq!(svg, "<circle class=\"t-talks\" cx=\"1.5\" cy=\"2\" r=\"4.5\"/>");
        let svg = drawn(|it| it.draw_rect((0, 0), (10, 20), &Token::Area.fill(), true).unwrap());
        assert_eq!(svg, "<path class=\"t-area\" d=\"M0 0H1V2H0Z\"/>");
    }

    #[test]
    fn what_is_transparent_is_not_drawn() {
        let clear = ShapeStyle { color: Token::Grid.mix(0.0), filled: false, stroke_width: 1 };
        assert_eq!(drawn(|it| it.draw_line((0, 0), (9, 9), &clear).unwrap()), "");
        assert_eq!(drawn(|it| it.draw_path([(0, 0), (9, 9)], &clear).unwrap()), "");
    }

    #[test]
    fn text_is_anchored_and_escaped() {
        let style = text_style(Token::TickLabel, HPos::Right, VPos::Center);
        let svg = drawn(|it| it.draw_text("<b>&\"\u{7}", &style, (100, 100)).unwrap());
        assert_eq!(
            svg,
            "<text class=\"t-tick\" x=\"10\" y=\"14.3\" text-anchor=\"end\">&lt;b&gt;&amp;&quot;\u{fffd}</text>"
        );
    }

    #[test]
    fn text_is_measured_without_a_browser() {
        let style = text_style(Token::TickLabel, HPos::Left, VPos::Top);
        let mut body = String::new();
        let backend = SvgText::new(100, 50, &mut body);
        let (narrow, height) = backend.estimate_text_size("il", &style).unwrap();
        let (wide, _) = backend.estimate_text_size("WM", &style).unwrap();
        assert!(narrow < wide);
        assert_eq!(height, 120);
    }
}
