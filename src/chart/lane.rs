//! The lane under the time axis: what was imposed, what was eased, when there were talks.

use explainer_model::facts::{Measure, MeasureKind};

use super::backend::SCALE;
use super::pen::{Failure, Pen};
use super::token::Token;

/// Height of the lane in px.
pub(super) const HEIGHT: u32 = 40;
/// Half the width of a mark in canvas units.
const HALF: i32 = 5 * SCALE;

/// Draws a mark for each measure at the x that `x_of` gives, and the line they stand on.
pub(super) fn draw(
    pen: &Pen<'_>,
    measures: &[Measure],
    (left, right): (i32, i32),
    y: i32,
    x_of: impl Fn(&Measure) -> Option<i32>,
) -> Result<(), Failure> {
    pen.line(vec![(left, y), (right, y)], Token::Lane)?;
    for measure in measures {
        let Some(x) = x_of(measure) else { continue };
        let triangle = |up: i32| {
            vec![(x - HALF, y - up * SCALE), (x, y - up * 10 * SCALE), (x + HALF, y - up * SCALE)]
        };
        match measure.kind {
            MeasureKind::Eased => pen.area(triangle(1), Token::Eased)?,
            MeasureKind::Imposed => pen.area(triangle(-1), Token::Imposed)?,
            MeasureKind::Talks => pen.disc((x, y), 4, Token::Talks)?,
            // An amnesty or an election is told in the chronology; it is neither given nor taken.
            MeasureKind::Amnesty | MeasureKind::Context => {}
        }
    }
    Ok(())
}
