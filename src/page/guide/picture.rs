//! A figure as a step of the story shows it, as a picture of its own.

use explainer_model::graph::{Emphasis, Selection, appearance};
use explainer_model::story::{FigureName, Step};
use explainer_model::{Count, Date};
use leptos::prelude::Owner;

use super::super::download::Download;
use super::super::head::escaped;
use super::super::{drawn as style, legend};
use crate::chart::swatch::Swatch;
use crate::chart::{KeyLine, WIDE_FROM, map as drawn, poster, star};
use crate::data::{FACTS, LAYOUTS, MAP, RECORDS};
use crate::view::{self, Explorer, State, address};

/// Widths of pictures in px.
const NARROW: u32 = 344;
const WIDE: u32 = 680;

/// For which screen a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// A phone.
    Narrow,
    /// Beside the words of the story.
    Wide,
}

/// A picture with its size in px.
pub(crate) struct Picture {
    /// Its file, relative to the folder of the explainer.
    pub(crate) name: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    svg: String,
}

/// The pictures of all steps.
pub fn pictures() -> Vec<Download> {
    let sizes = |step| [Size::Narrow, Size::Wide].map(|it| of(step, it));
    let all = RECORDS.story.steps.iter().flat_map(sizes);
    all.map(|it| Download { name: it.name, content: it.svg }).collect()
}

/// The picture of a step.
pub(crate) fn of(step: &'static Step, size: Size) -> Picture {
    let width = if size == Size::Wide { WIDE } else { NARROW };
    let (drawing, width, height, key) = Owner::new().with(|| drawing(step, size, width));
    let legend: Vec<_> =
        marks(step, &drawing).into_iter().map(|(swatch, words)| (swatch.svg(), words)).collect();
    let (svg, height) =
        poster::bare(&drawing, (width, height), &key, &legend, &style::definitions());
    let end = if size == Size::Wide { "-wide" } else { "" };
    Picture { name: format!("steps/{}{end}.svg", step.id), width, height, svg }
}

/// Marks of the drawing with what they mean, of those that no step before has explained: who reads on knows them.
fn marks(step: &'static Step, drawn: &str) -> Vec<(Swatch, String)> {
    let mut marks = all_marks(step, drawn);
    let before = RECORDS.story.steps.iter().take_while(|it| it.id != step.id);
    for earlier in before.filter(|it| it.figure == step.figure) {
        let (drawn, ..) = Owner::new().with(|| drawing(earlier, Size::Narrow, NARROW));
        let known = all_marks(earlier, &drawn);
        marks.retain(|it| known.iter().all(|known| known.0 != it.0));
    }
    marks
}

/// All marks of the drawing with what they mean.
fn all_marks(step: &'static Step, drawn: &str) -> Vec<(Swatch, String)> {
    match step.figure {
        FigureName::Releases => {
            let scope = state(step).scope();
            let has_bound =
                FACTS.totals.iter().any(|it| it.count.is_lower_bound() && scope.holds(it.date));
            let mut marks = legend::of_releases();
            marks.retain(|it| it.0.is_in(drawn) && (it.0 != Swatch::LowerBound || has_bound));
            marks
        }
        FigureName::Held => legend::of_counters(),
        FigureName::Map => Vec::new(),
    }
}

/// The picture of a step for wide screens, within a page that has the styles and definitions it needs: drawn twice, so that
/// its words are large enough however much room is beside those of the story. Under it stands what its marks mean.
pub(crate) fn inline(step: &'static Step) -> String {
    let mut html = String::new();
    let mut key = String::new();
    for (name, width) in [("middle", WIDE_FROM), ("wide", WIDE)] {
        let (drawing, width, height, _) = Owner::new().with(|| drawing(step, Size::Wide, width));
        html += &format!(
            "<svg class=\"drawn {name}\" viewBox=\"0 0 {width} {height}\">{drawing}</svg>"
        );
        key = marks(step, &drawing).into_iter().map(explained).collect();
    }
    html + "<span class=\"legend\">" + &key + "</span>"
}

fn explained((swatch, words): (Swatch, String)) -> String {
    format!("<span><span>{}</span>{}</span>", swatch.svg(), escaped(&words))
}

/// What the figures show at a step.
pub(crate) fn state(step: &Step) -> State {
    let first = Explorer::new(&FACTS).now();
    address::read(&FACTS, step.show, &first, &|_| String::new())
}

/// Drawn at that many px, a map in its own size.
fn drawing(step: &'static Step, size: Size, width: u32) -> (String, u32, u32, Vec<KeyLine>) {
    let explorer = Explorer::new(&FACTS);
    let state = state(step);
    explorer.change(|it| *it = state);
    match (step.figure, state.map.focus) {
        (FigureName::Releases, _) => view::still(view::releases(&FACTS, explorer), width),
        (FigureName::Held, _) => view::still(view::held(&FACTS, explorer), width),
        (FigureName::Map, Some(focus)) if size == Size::Narrow => {
            let (svg, height) = star::draw(&FACTS, &MAP, focus, NARROW as i32);
            (svg, width, height.unsigned_abs(), Vec::new())
        }
        (FigureName::Map, _) => {
            let layout = &LAYOUTS.wide;
            let (width, height) = (u32::from(layout.width), u32::from(layout.height));
            let svg = format!(
                "<svg width=\"{width}\" height=\"{height}\" viewBox=\"{}\">{}</svg>",
                drawn::view_box(layout),
                map(&state.selection(&FACTS))
            );
            (format!("<g class=\"maps\">{svg}</g>"), width, height, Vec::new())
        }
    }
}

/// The map with what stands out in it, as the wasm would have it.
fn map(selection: &Selection) -> String {
    let look = appearance(&FACTS, selection);
    let edges = drawn::edges(&FACTS, &MAP, &LAYOUTS.wide).into_iter().zip(&look.relations);
    let edges = edges.map(|(svg, it)| with_class(&svg, "edge", it.class()));
    let claims = drawn::claims(&FACTS, &MAP, &LAYOUTS.wide).into_iter().zip(&look.relations);
    let claims = claims.filter(|it| *it.1 == Emphasis::Highlighted);
    let claims = claims.map(|it| it.0.replacen("<text", "<text class=\"shown\"", 1));
    let nodes = (0..FACTS.actors.len()).zip(&look.actors).map(|(idx, it)| {
        let svg = drawn::node(&FACTS, &MAP, &LAYOUTS.wide, idx);
        let focus = if selection.focus.map(usize::from) == Some(idx) { " focus" } else { "" };
        with_class(&svg, "node", &format!("{}{focus}", it.class()))
    });
    format!(
        "<g class=\"edges\">{}</g><g class=\"claims\">{}</g><g class=\"nodes\">{}</g>",
        edges.collect::<String>(),
        claims.collect::<String>(),
        nodes.collect::<String>()
    )
}

fn with_class(svg: &str, class: &str, more: &str) -> String {
    svg.replacen(&format!("class=\"{class}\""), &format!("class=\"{class} {more}\""), 1)
}

/// What there is to be seen under the title of the figure, in words.
pub(crate) fn alt(step: &Step) -> String {
    let state = state(step);
    let chosen = match step.figure {
        FigureName::Releases => FACTS.releases.get(state.release).map_or_else(
            || state.day(&FACTS).map(|it| it.to_string()),
            |it| Some(format!("{}, {}", it.date, FACTS.labels.count_of_people(it.people))),
        ),
        FigureName::Held => FACTS.held.get(state.held).map(|it| counted(it.date, it.count)),
        FigureName::Map => state.map.focus.map(|it| MAP.nodes[usize::from(it)].name()),
    };
    let kind = if step.figure == FigureName::Map { "Map" } else { "Chart" };
    chosen.map_or_else(|| kind.to_owned(), |it| format!("{kind}, marked: {it}"))
}

fn counted(date: Date, count: Count) -> String {
    format!("{date}, {count} {}", FACTS.labels.held)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_is_explained_where_it_is_first_seen() {
        let mut known = Vec::new();
        for step in RECORDS.story.steps.iter().filter(|it| it.figure != FigureName::Map) {
            let picture = of(step, Size::Narrow);
            let (bare, _, height, key) = Owner::new().with(|| drawing(step, Size::Narrow, NARROW));
            let explained = marks(step, &bare);
            for (swatch, _) in all_marks(step, &bare) {
                let is_new = !known.contains(&(step.figure, swatch));
                let is_explained = explained.iter().any(|it| it.0 == swatch);
                assert_eq!(is_explained, is_new, "{}: {swatch:?}", step.id);
                known.push((step.figure, swatch));
            }
            let n_words = picture.svg.matches("class=\"key\"").count();
            assert!(n_words >= key.len() + explained.len(), "{}: {n_words} lines", step.id);
            assert!(picture.height >= height + 18 * (!explained.is_empty()) as u32, "{}", step.id);
            assert_eq!(inline(step).contains("<span><span>"), !explained.is_empty(), "{}", step.id);
        }
        assert!(known.len() > 8, "{known:?}");
    }
}
