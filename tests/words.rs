//! The words of every chart at every width: inside the frame, at a size that can be read, and on
//! nothing else.
#![cfg(feature = "ssr")]
// A test may stop at what cannot be read.
#![allow(clippy::unwrap_used)]

use std::fmt;

use explainer::chart::releases::Scope;
use explainer::chart::token::Token;
use explainer::chart::{Drawing, held, releases};
use explainer::data::FACTS;
use explainer_model::facts::Facts;
use explainer_model::story::View;
use explainer_model::text;

type Draw = fn(&Facts, u32) -> Drawing;

/// Every chart in every view.
const DRAWN: [(&str, Draw); 4] = [
    ("cumulative", |facts, width| releases::draw(facts, all(View::Cumulative), width)),
    ("waves", |facts, width| releases::draw(facts, all(View::Waves), width)),
    ("places", |facts, width| releases::draw(facts, all(View::Places), width)),
    ("held", held::draw),
];

/// A box in px.
#[derive(Clone, Debug)]
struct Rect {
    what: String,
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Rect {
    fn around(what: &str, (x, y): (f32, f32), (half_width, half_height): (f32, f32)) -> Rect {
        Rect {
            what: what.to_owned(),
            left: x - half_width,
            top: y - half_height,
            right: x + half_width,
            bottom: y + half_height,
        }
    }

    fn meets(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

impl fmt::Display for Rect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {:.0} {:.0}", self.what, self.left, self.top)
    }
}

fn attribute<'a>(element: &'a str, name: &str) -> &'a str {
    let start = format!("{name}=\"");
    element
        .split_once(&start)
        .and_then(|(_, rest)| rest.split_once('"'))
        .map_or("", |(value, _)| value)
}

fn number(element: &str, name: &str) -> f32 {
    attribute(element, name).parse().unwrap()
}

/// The words of a drawing, each from the top of its capitals to its base line.
fn words(drawing: &Drawing) -> Vec<Rect> {
    let texts = drawing.svg.split("<text ").skip(1);
    texts
        .filter(|it| attribute(it, "class") != Token::KeyNumber.class())
        .map(|element| {
            let class = attribute(element, "class");
            let token = Token::ALL.into_iter().find(|it| it.class() == class).unwrap();
            let size = token.text_size() as f32;
            let (x, y) = (number(element, "x"), number(element, "y"));
            let (_, rest) = element.split_once('>').unwrap();
            let (words, _) = rest.split_once('<').unwrap();
            let wide = text::width(words, size);
            let (left, right) = match attribute(element, "text-anchor") {
                "end" => (x - wide, x),
                "middle" => (x - wide / 2.0, x + wide / 2.0),
                _ => (x, x + wide),
            };
            Rect { what: words.to_owned(), left, top: y - size * 0.7, right, bottom: y }
        })
        .collect()
}

/// What is drawn for data: discs, ticks and arrows of bounds, and the mark of each datum.
fn marks(drawing: &Drawing) -> Vec<Rect> {
    let discs = drawing.svg.split("<circle ").skip(1).map(|it| {
        let radius = number(it, "r");
        Rect::around("a disc", (number(it, "cx"), number(it, "cy")), (radius, radius))
    });
    let dots = drawing
        .marks
        .iter()
        .map(|it| Rect::around("a mark", (it.x as f32 / 10.0, it.y as f32 / 10.0), (2.5, 2.5)));
    discs.chain(dots).collect()
}

/// Checks every chart at every width, and tells all that is wrong.
fn check(find: impl Fn(&Drawing) -> Vec<String>) {
    let mut problems = Vec::new();
    for width in (280..=1440).step_by(20) {
        for (name, draw) in DRAWN {
            let found = find(&draw(&FACTS, width));
            problems.extend(found.into_iter().map(|it| format!("{name}, {width} px: {it}")));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn meetings(words: &[Rect], others: &[Rect]) -> Vec<String> {
    let pairs = words.iter().flat_map(|word| others.iter().map(move |it| (word, it)));
    pairs.filter(|(word, it)| word.meets(it)).map(|(word, it)| format!("{word} on {it}")).collect()
}

#[test]
fn words_stay_inside_the_frame() {
    check(|drawing| {
        let right = drawing.width as f32 + 1.0;
        let outside = words(drawing)
            .into_iter()
            .filter(|it| it.left < -1.0 || it.right > right || it.top < 0.0);
        outside.map(|it| it.to_string()).collect()
    });
}

#[test]
fn words_lie_on_no_other_words() {
    check(|drawing| {
        let words = words(drawing);
        let after = |idx| &words[idx + 1..];
        (0..words.len()).flat_map(|idx| meetings(&words[idx..=idx], after(idx))).collect()
    });
}

#[test]
fn words_lie_on_no_mark() {
    check(|drawing| meetings(&words(drawing), &marks(drawing)));
}

#[test]
fn words_are_large_enough_to_read() {
    assert!(Token::ALL.into_iter().all(|it| it.text_size() >= 12));
}

#[test]
fn every_annotation_stands_in_the_chart_or_in_its_key() {
    for width in (280..=1440).step_by(10) {
        let drawing = releases::draw(&FACTS, all(View::Cumulative), width);
        let class = Token::Annotation.class();
        let texts = drawing.svg.split("<text ").filter(|it| attribute(it, "class") == class);
        let lines = texts.filter_map(|it| it.split_once('>')?.1.split_once('<'));
        let lines: Vec<&str> = lines.map(|(line, _)| line).collect();
        let words = lines.join(" ");
        for annotation in FACTS.releases.iter().filter_map(|it| it.annotation) {
            let stands =
                words.contains(annotation) || drawing.key.iter().any(|it| it.1 == annotation);
            assert!(stands, "{width} px: {annotation}");
        }
    }
}

/// All that is on record, in a view.
fn all(view: View) -> Scope {
    Scope { view, ..Scope::default() }
}
