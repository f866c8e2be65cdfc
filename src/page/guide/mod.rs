//! The guided story: its steps, each with a picture of the figure as it is to be seen with it. Where there
//! is room, and the wasm, the figure itself comes and stands beside the words in place of the pictures.

mod picture;

use explainer_model::story::{FigureName, Step};
use leptos::prelude::*;

pub use picture::pictures;
pub(super) use picture::state;
use picture::{Size, alt};

use super::{prose, take_away};
use crate::data::RECORDS;

/// The place of a step in the page.
fn place(step: &Step) -> String {
    format!("step-{}", step.id)
}

pub(super) fn story() -> AnyView {
    let steps = RECORDS.story.steps;
    if steps.is_empty() {
        return ().into_any();
    }
    let entries = steps.iter().enumerate().map(|(idx, it)| step(idx, it)).collect_view();
    let marks = steps.iter().zip(1..).map(|(it, number)| {
        let words = format!("Step {number} of {}: {}", steps.len(), it.title);
        view! { <li><a href=format!("#{}", place(it)) aria-label=words></a></li> }
    });
    view! {
        <section class="guide" id="guide" aria-label="The story, step by step">
            <ol class="steps">{entries}</ol>
            <div class="stage"><p class="caption" aria-hidden="true"></p><ul class="legend" aria-hidden="true"></ul><a class="explore" href="#releases">"This figure in full"</a></div>
            <nav class="progress" aria-label="Steps of the story">
                <ol>{marks.collect_view()}</ol>
                {take_away::link()}
            </nav>
        </section>
        <a class="return" href="#guide" hidden="">"Back to the story"</a>
    }
    .into_any()
}

/// Has browsers draw the page for the first time once the first step has come, and not before: that far the page comes at once
/// (`cargo xtask budget`), and each frame in between would be drawn in the time that the picture of the step waits for.
pub(super) fn expected() -> String {
    RECORDS.story.steps.first().map_or_else(String::new, |it| {
        format!("\n<link rel=\"expect\" href=\"#{}\" blocking=\"render\">", place(it))
    })
}

/// Room for the marks of all steps from the start: with a slow line the first ones are seen before the last have come.
pub(super) fn style() -> String {
    let n_steps = RECORDS.story.steps.len();
    format!(".progress ol {{ grid-template-columns: repeat({n_steps}, 1fr); }}\n")
}

fn step(idx: usize, step: &'static Step) -> AnyView {
    let steps = RECORDS.story.steps;
    let ways = [
        (idx.checked_sub(1).and_then(|it| steps.get(it)), "prev", "Back: "),
        (steps.get(idx + 1), "next", "Next: "),
    ];
    let ways = ways.into_iter().filter_map(|(to, rel, before)| {
        let to = to?;
        Some(view! { <a rel=rel href=format!("#{}", place(to))>{before} {to.title}</a> })
    });
    view! {
        <li class="step" id=place(step) data-step=step.id data-in=step.figure.name() data-show=step.show>
            <div class="told">
                <p class="kicker">{format!("{} of {}", idx + 1, steps.len())}</p>
                <h2>{step.title}</h2>
                <p>{prose::prose(step.text)}</p>
                <p class="ways">{ways.collect_view()}</p>
            </div>
            <a class="seen" href=format!("#{}", step.figure.name())>{shown(step, "", ROOM_FOR_WIDE, idx == 0 && step.figure != FigureName::Map)}</a>
        </li>
    }
    .into_any()
}

/// Where a step is found in the full page, by readers with the wasm and without, from the folder of the
/// explainer.
pub(super) fn address(step: &Step) -> String {
    format!("?step={}#{}", step.id, place(step))
}

/// How high the picture for phones is where it is so wide, in px.
pub(super) fn picture_height(step: &'static Step, width: u32) -> u16 {
    let picture = picture::of(step, Size::Narrow);
    (width * picture.height / picture.width.max(1)).try_into().unwrap_or(u16::MAX)
}

/// A step by itself. `root` leads to the folder of the explainer.
pub(super) fn card(step: &'static Step, root: &str) -> AnyView {
    view! {
        <article class="card step" id=place(step)>
            <h1>{step.title}</h1>
            <p>{prose::prose(step.text)}</p>
            <a class="seen" href=format!("./{}", address(step))>{shown(step, root, IN_A_FRAME, false)}</a>
        </article>
    }
    .into_any()
}

/// What the figure of a step is about, as it says over the figure itself.
fn title(step: &Step) -> &'static str {
    let headings = &RECORDS.story.headings;
    match step.figure {
        FigureName::Releases => headings.releases.title,
        FigureName::Held => headings.held.title,
        FigureName::Map => headings.map.title,
    }
}

/// Where the wide picture has at least its own width, so that its words are as large as they were drawn (in a map, which is
/// wider, at least 12 px): under the words of the story, and beside them in a wide window. See `style/guide.css`.
const ROOM_FOR_WIDE: &str = "(min-width: 47rem) and (max-width: 61.99rem), (min-width: 75.5rem)";

/// The same where the step is by itself, as wide as the frame.
const IN_A_FRAME: &str = "(min-width: 44rem)";

/// The picture that belongs to a step, with its title. `root` leads to the folder of the explainer. `at_once`:
/// beside the words it is seen with the first paint, so it is in the page and waits for no file. Not for a map, which is
/// full of links.
fn shown(step: &'static Step, root: &str, room_for_wide: &'static str, at_once: bool) -> AnyView {
    let [narrow, wide] = [Size::Narrow, Size::Wide].map(|it| picture::of(step, it));
    let here = at_once.then(|| {
        view! { <span class="here" role="img" aria-label=alt(step) inner_html=picture::inline(step)></span> }
    });
    view! {
        <span class="caption">{title(step)}</span>
        {here}
        <picture>
            <source media=room_for_wide srcset=format!("{root}{}", wide.name) width=wide.width height=wide.height/>
            <img loading="lazy" src=format!("{root}{}", narrow.name) width=narrow.width height=narrow.height alt=alt(step)/>
        </picture>
    }
    .into_any()
}
