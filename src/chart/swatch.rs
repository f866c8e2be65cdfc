//! What stands in a legend: a mark as the charts draw it, small.

use super::Mark;
use super::backend::{SCALE, SvgText};
use super::pane::canvas;
use super::pen::Pen;
use super::token::Token;

const WIDTH: u32 = 18;
const HEIGHT: u32 = 12;

/// A mark that a legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// What is not known or not agreed: the hatched area.
    Unknown,
    /// What does not enter the sum: an outline.
    Outside,
    /// A figure that others reported.
    Total,
    /// A lower bound.
    LowerBound,
    /// A measure that eases.
    Eased,
    /// A measure that imposes.
    Imposed,
    /// Talks.
    Talks,
    /// A series of several, by its number.
    Series(usize),
    /// A figure that is not the number itself.
    Open,
    /// A group of actors, by its number.
    Group(usize),
    /// A person in the map.
    Person,
    /// A state in the map, larger.
    State,
    /// A body in the map.
    Body,
    /// A relation of the map's main line.
    Spine,
    /// A relation that had ended by the day that the map shows.
    Ended,
    /// A relation that had begun since the release before.
    Began,
}

impl Swatch {
    /// Its `<svg>` element.
    pub fn svg(self) -> String {
        let mut body = match self {
            Swatch::Group(idx) => map_mark(&format!("group-{idx}"), 5, 5),
            Swatch::Person => map_mark("any", 4, 4),
            Swatch::State => map_mark("any", 6, 6),
            Swatch::Body => map_mark("any", 4, 1),
            Swatch::Spine => line("edge", " class=\"spine\""),
            Swatch::Ended => line("edge ended", ""),
            Swatch::Began => line("edge began", ""),
            _ => String::new(),
        };
        self.draw(&Pen::new(SvgText::new(WIDTH, HEIGHT, &mut body)));
        format!(
            "<svg class=\"chart-svg sign\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" aria-hidden=\"true\">{body}</svg>"
        )
    }

    /// Whether there is such a mark in a drawing of the releases.
    pub fn is_in(self, drawing: &str) -> bool {
        let token = match self {
            Swatch::Unknown => Token::Unknown,
            Swatch::Outside => Token::Outside,
            Swatch::Total | Swatch::LowerBound => Token::Total,
            Swatch::Eased => Token::Eased,
            Swatch::Imposed => Token::Imposed,
            Swatch::Talks => Token::Talks,
            _ => return true,
        };
        drawing.contains(&format!("\"{}\"", token.class()))
    }

    fn draw(self, pen: &Pen<'_>) {
        let (right, bottom) = (canvas(WIDTH), canvas(HEIGHT));
        let center = Mark { x: right / 2, y: bottom / 2 };
        let triangle = |base: i32, tip: i32| {
            vec![(center.x - 5 * SCALE, base), (center.x, tip), (center.x + 5 * SCALE, base)]
        };
        let corners = vec![(5, 5), (right - 5, 5), (right - 5, bottom - 5), (5, bottom - 5)];
        // The backend writes to a text, which cannot fail.
        let _ = match self {
            Swatch::Unknown => {
                let _ = pen.area(corners.clone(), Token::Unknown);
                pen.area(corners, Token::Outside)
            }
            Swatch::Outside => pen.area(corners, Token::Outside),
            Swatch::Total => pen.tick(center, 8, Token::Total),
            Swatch::LowerBound => pen.arrow(Mark { y: bottom + 2 * SCALE, ..center }, Token::Total),
            Swatch::Eased => pen.area(triangle(bottom - SCALE, SCALE), Token::Eased),
            Swatch::Imposed => pen.area(triangle(SCALE, bottom - SCALE), Token::Imposed),
            Swatch::Talks => pen.disc((center.x, center.y), 4, Token::Talks),
            Swatch::Series(idx) => pen.disc((center.x, center.y), 5, Token::series(idx)),
            Swatch::Open => pen.disc((center.x, center.y), 4, Token::Bound),
            // The map is no drawing of plotters; its marks are elements with the class of their group.
            Swatch::Group(_)
            | Swatch::Person
            | Swatch::State
            | Swatch::Body
            | Swatch::Spine
            | Swatch::Ended
            | Swatch::Began => Ok(()),
        };
    }
}

fn line(class: &str, path_class: &str) -> String {
    format!("<g class=\"{class}\"><path{path_class} d=\"M0 6H{WIDTH}\"/></g>")
}

fn map_mark(class: &str, radius: u32, corner: u32) -> String {
    let (x, y, side) = (WIDTH / 2 - radius, HEIGHT / 2 - radius, 2 * radius);
    format!(
        "<rect class=\"shape {class}\" x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\" rx=\"{corner}\"/>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swatches_look_unlike_each_other() {
        let all = [
            Swatch::Unknown,
            Swatch::Outside,
            Swatch::Total,
            Swatch::LowerBound,
            Swatch::Eased,
            Swatch::Imposed,
            Swatch::Talks,
            Swatch::Series(0),
            Swatch::Series(1),
            Swatch::Open,
            Swatch::Group(0),
            Swatch::Group(1),
            Swatch::Person,
            Swatch::State,
            Swatch::Body,
            Swatch::Spine,
            Swatch::Ended,
            Swatch::Began,
        ];
        let mut svgs = all.map(Swatch::svg).to_vec();
        svgs.sort();
        svgs.dedup();
        assert_eq!(svgs.len(), all.len());
    }
}
