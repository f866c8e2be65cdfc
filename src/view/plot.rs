//! A chart and the layer over it that answers pointer and keyboard.

use leptos::ev;
use leptos::prelude::*;

use super::chart_figure::ChartOf;
use super::prerender::{maybe_prerendered, prerendered};
use crate::browser;
use crate::chart::{Drawing, WIDE_FROM, nearest, px};

/// The shapes of screen for which a chart or map is prerendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A phone.
    Narrow,
    /// Anything wider.
    Wide,
}

impl Layout {
    /// Both; style sheets show the one that fits.
    pub(crate) const ALL: [Layout; 2] = [Layout::Narrow, Layout::Wide];

    /// The width at which the prerendered chart is drawn, in px.
    pub(crate) const fn width(self) -> u32 {
        match self {
            Layout::Narrow => 320,
            Layout::Wide => 680,
        }
    }

    /// The layout for a chart of that width; as in `style/figure.css`.
    fn of(width: u32) -> Layout {
        if width < WIDE_FROM { Layout::Narrow } else { Layout::Wide }
    }

    /// CSS classes of a chart or map that is shown on such a screen only.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Layout::Narrow => "drawn narrow",
            Layout::Wide => "drawn wide",
        }
    }
}

/// A chart in one layout. Drawn anew when its width changes; a choice moves only what lies over it.
#[component]
pub(crate) fn Plot(
    /// What it shows.
    of: ChartOf,
    /// The screen it is for.
    layout: Layout,
) -> impl IntoView {
    // The chart of the other layout is hidden; it stays as it is.
    let width = move || of.width.get().filter(|&it| Layout::of(it) == layout);
    let drawing =
        Memo::new(move |_| (of.draw)(of.facts, of.view.get(), width().unwrap_or(layout.width())));
    let view_box = text(move || drawing.with(|it| format!("0 0 {} {}", it.width, it.height)));
    let at =
        move |idx: usize| drawing.with(|it| it.marks.get(idx).map_or((0, 0), |it| (it.x, it.y)));
    // The line through the chosen day is drawn at the left edge and moved, like every mark.
    let rule = text(move || drawing.with(|it| format!("M0 {}V{}", it.rule.0, it.rule.1)));
    let rule_place = text(move || translate((at(of.chosen.get()).0, 0)));
    view! {
        <div
            class=layout.class()
            // Browsers stop the Tab key at an SVG that listens for keys itself.
            on:focusin=move |event| choose_focused(of, &event)
            on:keydown=move |event| choose_by_key(of, &event)
        >
            <div class="drawing" inner_html=text(move || drawing.with(|it| it.svg.clone()))></div>
            <svg
                class="overlay"
                viewBox=view_box
                on:pointermove=move |event| choose_nearest(of, drawing, &event)
                on:pointerdown=move |event| choose_nearest(of, drawing, &event)
                on:click=move |event| stay(of, &event)
            >
                <path class="rule" d=rule transform=rule_place></path>
                {of.in_order().map(|idx| mark(of, text(move || translate(at(idx))), idx)).collect_view()}
            </svg>
        </div>
    }
}

/// A text that follows what it was made from. One type for all of them, so that the code which
/// binds them to attributes is in the wasm once.
pub(crate) fn text(from: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(from)
}

fn translate((x, y): (i32, i32)) -> String {
    format!("translate({} {})", px(x), px(y))
}

fn mark(of: ChartOf, place: Signal<String>, idx: usize) -> impl IntoView {
    let is_chosen = move || of.chosen.get() == idx;
    let class = text(move || {
        let swept = if idx < of.n_swept { "mark swept" } else { "mark" };
        if is_chosen() {
            [swept, " chosen"].concat()
        } else if of.are_linked(of.chosen.get(), idx) {
            [swept, " linked"].concat()
        } else {
            swept.to_owned()
        }
    });
    // One stop for the Tab key; arrows walk from there. Without the wasm every link is a stop.
    let tab_index = Signal::derive(move || {
        let stop = of.chosen.get().min(of.n_swept.saturating_sub(1));
        (of.live.get() && idx < of.n_swept && idx != stop).then_some("-1")
    });
    let link = || (of.mark)(of.facts, idx);
    view! {
        <g transform=place>
            <a
                class=class
                href=prerendered(|| link().href())
                data-release=maybe_prerendered(|| link().release)
                data-measure=maybe_prerendered(|| link().measure)
                data-claim=maybe_prerendered(|| link().claim)
                aria-label=prerendered(|| link().label)
                tabindex=tab_index
                inner_html=prerendered(|| link().svg())
            ></a>
        </g>
    }
}

/// The readout shows what a release's link leads to; following it would only move the page.
fn stay(of: ChartOf, event: &ev::MouseEvent) {
    if of.stays
        && browser::is_plain(event)
        && browser::closest(event, "[data-release], [data-measure]").is_some()
    {
        event.prevent_default();
    }
}

fn choose_focused(of: ChartOf, event: &ev::FocusEvent) {
    let mark = browser::closest(event, "g");
    let found = mark.and_then(|it| of.in_order().nth(browser::n_before(&it, "g")));
    if let Some(idx) = found.filter(|&it| it < of.n_choices() && it != of.chosen.get_untracked()) {
        of.chosen.set(idx);
    }
}

/// What the pointer is nearest to by day, unless it rests on a measure.
fn choose_nearest(of: ChartOf, drawing: Memo<Drawing>, event: &ev::PointerEvent) {
    if browser::closest(event, "[data-measure]").is_some() {
        return;
    }
    let found = drawing.with(|it| {
        let x = browser::x_within(event, i32::try_from(it.width).unwrap_or(0) * 10)?;
        nearest(it.marks.get(..of.n_swept)?, x)
    });
    if let Some(idx) = found.filter(|&it| it != of.chosen.get_untracked()) {
        of.chosen.set(idx);
    }
}

fn choose_by_key(of: ChartOf, event: &ev::KeyboardEvent) {
    let last = of.n_swept.saturating_sub(1);
    let now = of.chosen.get_untracked().min(last);
    let then = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => (now + 1).min(last),
        "ArrowLeft" | "ArrowUp" => now.saturating_sub(1),
        "PageDown" => (now + 5).min(last),
        "PageUp" => now.saturating_sub(5),
        "Home" => 0,
        "End" | "Escape" => last,
        _ => return,
    };
    event.prevent_default();
    of.chosen.set(then);
    browser::focus_within(
        event,
        &format!(".overlay g:nth-of-type({}) > .mark", of.n_marks - of.n_swept + then + 1),
    );
}
