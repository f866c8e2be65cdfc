//! The lane under the time axis: what was imposed, what was eased, when there were talks.

use explainer_model::Date;
use explainer_model::facts::{Measure, MeasureKind};

use super::Mark;
use super::backend::SCALE;
use super::pen::{Failure, Pen};
use super::token::Token;

/// Height of the lane in px.
pub(super) const HEIGHT: u32 = 40;
/// Half the width of a mark in canvas units.
const HALF: i32 = 5 * SCALE;

/// Draws the line of the lane and a mark on it for each measure that is shown, at the x that `x_of`
/// gives. Returns where the marks stand.
pub(super) fn draw(
    pen: &Pen<'_>,
    measures: &[Measure],
    (first, last): (Date, Date),
    y: i32,
    is_shown: &dyn Fn(Date) -> bool,
    x_of: &dyn Fn(Date) -> i32,
) -> Result<Vec<Mark>, Failure> {
    pen.line(vec![(x_of(first), y), (x_of(last), y)], Token::Lane)?;
    let mut marks = Vec::new();
    for measure in measures {
        if !is_shown(measure.date) {
            marks.push(Mark::AFTER);
            continue;
        }
        let x = x_of(measure.date);
        let triangle = |up: i32| {
            vec![(x - HALF, y - up * SCALE), (x, y - up * 10 * SCALE), (x + HALF, y - up * SCALE)]
        };
        let up = match measure.kind {
            MeasureKind::Eased => {
                pen.area(triangle(1), Token::Eased)?;
                5
            }
            MeasureKind::Imposed => {
                pen.area(triangle(-1), Token::Imposed)?;
                -5
            }
            // What is neither given nor taken.
            MeasureKind::Talks | MeasureKind::Amnesty | MeasureKind::Context => {
                pen.disc((x, y), 4, Token::Talks)?;
                0
            }
        };
        marks.push(Mark { x, y: y - up * SCALE });
    }
    Ok(marks)
}
