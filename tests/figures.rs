//! Every figure against its snapshot. After a change that is meant, `UPDATE_EXPECT=1 cargo xtask test`
//! writes the snapshots anew; look at them before they are committed.
#![cfg(feature = "ssr")]
// A test may stop at what cannot be read.
#![allow(clippy::unwrap_used)]

mod common;

use expect_test::expect_file;
use explainer::chart::releases::Scope;
use explainer::chart::{Drawing, WIDE_FROM, held, releases};
use explainer::data::FACTS;
use explainer_model::facts::Facts;
use explainer_model::story::View;

/// Every chart in every view.
const DRAWN: [fn(&Facts, u32) -> Drawing; 4] = [
    |facts, width| releases::draw(facts, all(View::Cumulative), width),
    |facts, width| releases::draw(facts, all(View::Waves), width),
    |facts, width| releases::draw(facts, all(View::Places), width),
    held::draw,
];

#[test]
fn every_figure_is_drawn_as_before() {
    for (name, svg) in common::figures() {
        expect_file![format!("snapshots/{name}")].assert_eq(&svg);
    }
}

#[test]
fn a_chart_scaled_by_the_browser_is_as_high_as_one_drawn_anew() {
    for draw in DRAWN {
        for (prerendered, widths) in
            [(280, 280..WIDE_FROM), (WIDE_FROM, WIDE_FROM..760), (760, 760..1440)]
        {
            let scaled = draw(&FACTS, prerendered);
            for width in widths.step_by(7) {
                let drawn = draw(&FACTS, width);
                let height = f64::from(scaled.height * width) / f64::from(scaled.width);
                assert!(
                    (f64::from(drawn.height) - height).abs() <= 0.5,
                    "{width}: {} {height}",
                    drawn.height
                );
            }
        }
    }
}

#[test]
fn marks_stand_inside_the_frame_and_run_forward_in_time() {
    for width in [240, 280, 320, 519, 520, 680, 1080, 1440] {
        let drawing = releases::draw(&FACTS, all(View::Cumulative), width);
        let (right, bottom) = (drawing.width as i32 * 10, drawing.height as i32 * 10);
        assert!(
            drawing
                .marks
                .iter()
                .all(|it| (0..=right).contains(&it.x) && (0..=bottom).contains(&it.y))
        );
        let releases = &drawing.marks[..FACTS.releases.len()];
        assert!(releases.windows(2).all(|pair| pair[0].x <= pair[1].x && pair[0].y >= pair[1].y));
    }
}

/// All that is on record, in a view.
fn all(view: View) -> Scope {
    Scope { view, ..Scope::default() }
}
