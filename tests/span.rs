//! The chart of releases over a part of the time.
#![cfg(feature = "ssr")]
// A test may stop at what is not as it must be.
#![allow(clippy::unwrap_used)]

#[path = "common/random.rs"]
mod random;

use explainer::chart::releases::{Scope, draw};
use explainer::chart::token::Token;
use explainer::data::FACTS;
use explainer::view::{self, Explorer};
use explainer_model::story::View;
use explainer_model::{Date, sums};
use leptos::prelude::Owner;
use random::Random;

type Span = (Date, Date);

/// The first and the last day of the record.
fn record() -> (i32, i32) {
    (FACTS.releases[0].date.first_day(), FACTS.as_of.last_day())
}

/// Spans that hold some days of the record, a day or more at each end inside it.
fn within() -> Vec<Span> {
    let ((first, last), mut random) = (record(), Random::new(7));
    let n_days = (last - first) as usize;
    let day = |it: usize| Date::from_day(first + it as i32);
    (0..150)
        .map(|_| {
            let from = random.below(n_days - 40);
            (day(from), day(from + 20 + random.below(n_days - from - 20)))
        })
        .collect()
}

/// Spans of which the record has nothing.
fn beyond() -> [Span; 3] {
    let (first, last) = record();
    let span = |from, to| (Date::from_day(from), Date::from_day(to));
    [span(first - 900, first - 400), span(last, last + 1), span(last + 30, last + 400)]
}

fn holds((from, to): Span, date: Date) -> bool {
    (from.first_day()..=to.last_day()).contains(&date.first_day())
}

/// The corners of the first path of a style, in tenths of a px. Lines run straight across or straight up.
fn corners(svg: &str, token: Token) -> Vec<(i32, i32)> {
    let start = format!("<path class=\"{}\" d=\"", token.class());
    let path = svg.split(&start).nth(1).unwrap().split('"').next().unwrap();
    let (mut x, mut y, mut corners) = (0, 0, Vec::new());
    for part in path.split_inclusive(['M', 'H', 'V', 'L']).collect::<Vec<_>>().windows(2) {
        let numbers = part[1].trim_end_matches(|it: char| it.is_alphabetic());
        let mut numbers = numbers.split(' ').map(|it| (it.parse::<f64>().unwrap() * 10.0) as i32);
        match part[0].chars().last().unwrap() {
            'H' => x = numbers.next().unwrap(),
            'V' => y = numbers.next().unwrap(),
            _ => (x, y) = (numbers.next().unwrap(), numbers.next().unwrap()),
        }
        corners.push((x, y));
    }
    corners
}

#[test]
fn what_lies_outside_is_not_shown() {
    let mut n_shown = 0;
    for span in within() {
        for view in View::ALL {
            for width in [320, 680] {
                let drawing =
                    draw(&FACTS, Scope { view, time: Some(span), ..Scope::default() }, width);
                let dates = FACTS.releases.iter().map(|it| it.date);
                let dates = dates.chain(FACTS.measures.iter().map(|it| it.date));
                let dates = dates.chain(FACTS.totals.iter().map(|it| it.date));
                for (date, mark) in dates.zip(&drawing.marks) {
                    assert_eq!(mark.is_shown(), holds(span, date), "{view:?} {span:?} {date}");
                    let is_inside = (400..=width as i32 * 10).contains(&mark.x);
                    assert!(is_inside || !mark.is_shown(), "{date} stands at {}", mark.x);
                }
                n_shown += drawing.marks.iter().filter(|it| it.is_shown()).count();
                // Pointers look for the nearest by day, so these run from left to right.
                let swept = &drawing.marks[..FACTS.releases.len()];
                assert!(swept.is_sorted_by_key(|it| it.x), "{view:?} {span:?}");
            }
        }
    }
    assert!(n_shown > 1_000, "only {n_shown} marks were shown in all");
}

#[test]
fn the_layer_over_the_chart_has_what_is_shown() {
    for span in within().into_iter().step_by(10) {
        Owner::new().with(|| {
            let explorer = Explorer::new(&FACTS);
            explorer.change(|it| it.time = Some(span));
            let (svg, ..) = view::still(view::releases(&FACTS, explorer), 680);
            let drawing = draw(&FACTS, explorer.now().scope(), 680);
            let n_shown = drawing.marks.iter().filter(|it| it.is_shown()).count();
            assert_eq!(svg.matches("<g class=\"mark").count(), n_shown);
            // The line through the chosen day is there with its mark, and not without it.
            let is_shown = drawing.marks[explorer.now().release].is_shown();
            assert_eq!(svg.contains("<path class=\"rule\" d=\"\"/>"), !is_shown);
            assert_eq!(svg.contains("class=\"mark chosen\""), is_shown);
        });
    }
}

#[test]
fn the_line_begins_at_the_sum_of_what_came_before() {
    let sums = sums::running(FACTS.releases);
    let sum = |idx: usize| f64::from(sums[idx].itemised.stated());
    let mut n_compared = 0;
    for span in within() {
        let drawing = draw(
            &FACTS,
            Scope { view: View::Cumulative, time: Some(span), ..Scope::default() },
            680,
        );
        let shown: Vec<usize> =
            (0..FACTS.releases.len()).filter(|&it| drawing.marks[it].is_shown()).collect();
        let [a, .., b] = shown[..] else { continue };
        if sum(a) == sum(b) {
            continue;
        }
        // Two sums of which the heights are known tell the height of every other.
        let (low, high) = (f64::from(drawing.marks[a].y), f64::from(drawing.marks[b].y));
        let height = |sum_: f64| low + (high - low) * (sum_ - sum(a)) / (sum(b) - sum(a));
        let before = a.checked_sub(1).map_or(0.0, sum);
        let line = corners(&drawing.svg, Token::Line);
        let (start, end) = (line[0], line[line.len() - 1]);
        let steps = (sum(b) - sum(a)).abs() / (high - low).abs();
        let near =
            |y: i32, wanted: f64| (f64::from(y) - wanted).abs() <= 3.0 + 40.0 / steps.max(1.0);
        assert!(near(start.1, height(before)), "{span:?}: {start:?}, not {}", height(before));
        assert_eq!(end.1, drawing.marks[b].y, "{span:?} ends at the last sum");
        assert!(start.0 >= 400 && line.iter().all(|it| it.0 >= start.0), "{span:?}: {line:?}");
        n_compared += 1;
    }
    assert!(n_compared > 50, "only {n_compared} spans have two sums");
}

#[test]
fn a_span_of_which_nothing_is_on_record_shows_everything() {
    for view in View::ALL {
        for width in [320, 680] {
            let all = draw(&FACTS, Scope { view, ..Scope::default() }, width);
            for span in beyond() {
                assert_eq!(
                    draw(&FACTS, Scope { view, time: Some(span), ..Scope::default() }, width),
                    all,
                    "{span:?}"
                );
            }
            let (first, last) = record();
            let longer = (Date::from_day(first - 5_000), Date::from_day(last + 5_000));
            let longer =
                draw(&FACTS, Scope { view, time: Some(longer), ..Scope::default() }, width);
            assert_eq!(longer.marks[..FACTS.releases.len()], all.marks[..FACTS.releases.len()]);
        }
    }
}

#[test]
fn a_quiet_span_is_drawn_without_releases() {
    let pairs = FACTS.releases.windows(2).map(|it| (it[0].date, it[1].date));
    let longest = pairs.max_by_key(|(from, to)| to.first_day() - from.first_day()).unwrap();
    let (from, to) = (longest.0.first_day() + 1, longest.1.first_day() - 1);
    let quiet = Some((Date::from_day(from), Date::from_day(to)));
    for view in View::ALL {
        let drawing = draw(&FACTS, Scope { view, time: quiet, ..Scope::default() }, 680);
        assert!(drawing.marks[..FACTS.releases.len()].iter().all(|it| !it.is_shown()));
        assert!(drawing.svg.contains("t-axis"));
    }
}

#[test]
fn the_lane_is_as_long_as_the_line_and_a_year_as_the_record() {
    let ends = |time| {
        let svg = draw(&FACTS, Scope { time, ..Scope::default() }, 680).svg;
        let [lane, line] = [Token::Lane, Token::Line].map(|it| {
            let corners = corners(&svg, it);
            (corners[0].0, corners[corners.len() - 1].0)
        });
        assert_eq!(lane, line, "{time:?}");
        line
    };
    for time in within() {
        ends(Some(time));
    }
    // The axis begins where a month does, and ends with the span.
    let year = FACTS.releases[0].date.parts().0;
    let year = Date::parse(&year.to_string()).unwrap();
    assert_eq!(ends(Some((year, year))), ends(None));
}

#[test]
fn marks_stand_on_the_line_of_the_counting_that_is_seen_alone() {
    let marks = |recognised| draw(&FACTS, Scope { recognised, ..Scope::default() }, 680).marks;
    let (people, recognised) = (marks(false), marks(true));
    let mut n_lower = 0;
    for (idx, sum) in sums::running(FACTS.releases).into_iter().enumerate() {
        let is_lower = sum.recognised.stated() < sum.itemised.stated();
        n_lower += usize::from(is_lower);
        assert_eq!(recognised[idx].x, people[idx].x);
        assert_eq!(recognised[idx].y > people[idx].y, is_lower, "{sum:?}");
    }
    assert!(n_lower > 0);
    // Measures and totals are of no counting.
    let n_releases = FACTS.releases.len();
    assert_eq!(recognised[n_releases..], people[n_releases..]);
}

#[test]
fn words_beside_a_mark_say_how_many_the_counting_that_is_seen_alone_has() {
    let words = |recognised| draw(&FACTS, Scope { recognised, ..Scope::default() }, 680).svg;
    let (people, alone) = (words(false), words(true));
    let mut n_fewer = 0;
    for release in FACTS.releases.iter().filter(|it| it.annotation.is_some()) {
        let (all, part) = (release.people, sums::recognised(release));
        let of = format!(">{} of {}", part.sign(), all.sign());
        assert_eq!(alone.contains(&of), part != all, "{}", release.id);
        assert!(!people.contains(&of), "{}", release.id);
        n_fewer += usize::from(part != all);
    }
    assert!(n_fewer > 0);
}

#[test]
fn bars_of_the_second_counting_carry_their_marks() {
    let scope = Scope { view: View::Waves, recognised: true, ..Scope::default() };
    let (alone, both) =
        (draw(&FACTS, scope, 680), draw(&FACTS, Scope { recognised: false, ..scope }, 680));
    for (idx, release) in FACTS.releases.iter().enumerate() {
        let is_lower = release.itemised != Some(release.people);
        assert_eq!(alone.marks[idx].y > both.marks[idx].y, is_lower, "{}", release.id);
    }
}
