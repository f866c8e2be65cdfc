//! A chart and the layer over it that answers pointer and keyboard.
//!
//! Both stand in the page before the wasm comes, and most of it stays as it is: a choice touches the
//! marks that it changes and no other, so a story of ten thousand releases answers as quickly as one
//! of ten. For the same reason the marks are no views of their own.

use leptos::ev::{self, Event};
use leptos::prelude::*;

use super::State;
use super::chart_figure::ChartOf;
use super::layer::{Layer, part};
use super::layout::Layout;
use super::marks;
use super::prerender::prerendered;
use crate::browser;
use crate::chart::{Drawing, nearest};

/// A chart in one layout. Drawn anew when its width or its view changes.
#[component]
pub(crate) fn Plot(
    /// What it shows.
    of: ChartOf,
    /// The screen it is for.
    layout: Layout,
) -> impl IntoView {
    let shown = StoredValue::new(Shown::prerendered(of));
    of.explorer.follow(move |before, now| {
        // A chart that is hidden stays as it is until it is seen again.
        if of.width(now).is_none_or(|it| Layout::of(it) == layout) {
            // What moves tells that another view has the same releases; a new width tells nothing.
            let moves = now.scope() != before.scope();
            if now.is_live && !shown.with_value(|it| it.state.is_live) {
                answer(of, layout, shown);
            }
            shown.update_value(|it| {
                show(of, layout, it, now, moves);
                it.state = *now;
            });
        }
    });
    view! {
        <div
            class=layout.class()
            inner_html=prerendered(|| {
                let drawing = (of.draw)(of.facts, of.explorer.first().scope(), layout.width());
                marks::plot(of, &drawing)
            })
        ></div>
    }
}

/// Answers pointer and keyboard. Browsers stop the Tab key at an SVG that listens for keys itself, so what is
/// around it listens.
fn answer(of: ChartOf, layout: Layout, shown: StoredValue<Shown>) {
    let Some(plot) = part(of, layout, "") else { return };
    browser::on(&plot, "focusin", move |event| choose_focused(of, event));
    browser::on_key_in(&plot, move |event| choose_by_key(of, layout, shown, event));
    for name in ["pointermove", "pointerdown", "pointerup"] {
        browser::on_pointer(&plot, name, move |event| {
            // A finger that comes down may be about to scroll the page. If it was a tap, it is known before the click.
            let is_meant = match name {
                "pointermove" => browser::has_moved(event),
                "pointerdown" => !browser::is_finger(event),
                _ => browser::is_tap(event),
            };
            if is_meant {
                choose_nearest(of, layout, shown, event);
            }
        });
    }
    browser::on_mouse(&plot, "mousedown", move |event| point_at_aside(of, layout, shown, event));
    browser::on(&plot, "click", move |event| stay(of, event));
}

fn is_at_measure(event: &Event) -> bool {
    browser::closest(event, "[data-measure]").is_some()
}

/// The width at which the chart is drawn: as it was prerendered until the width is known.
fn width_in(of: ChartOf, layout: Layout, state: &State) -> u32 {
    of.width(state).unwrap_or(layout.width())
}

/// What a plot shows.
#[derive(Debug)]
struct Shown {
    /// `None` while it is the prerendered one and nobody has asked where its marks are.
    drawing: Option<Drawing>,
    state: State,
    /// The mark at which the Tab key stops.
    stop: usize,
}

impl Shown {
    fn prerendered(of: ChartOf) -> Shown {
        let state = of.explorer.first();
        Shown { drawing: None, state, stop: of.stop((of.chosen)(&state)) }
    }

    fn drawing(&mut self, of: ChartOf, layout: Layout) -> &Drawing {
        let (scope, width) = (self.state.scope(), width_in(of, layout, &self.state));
        self.drawing.get_or_insert_with(|| (of.draw)(of.facts, scope, width))
    }

    /// Where the Tab key stops while that one is chosen: at a mark that is drawn. Of the prerendered drawing, all are.
    fn stop_at(&self, of: ChartOf, chosen: usize) -> usize {
        let stop = of.stop(chosen);
        let Some(drawing) = &self.drawing else { return stop };
        let is_shown = |it: &usize| drawing.marks.get(*it).is_some_and(|it| it.is_shown());
        let before = (0..=stop).rev().find(is_shown);
        before.or_else(|| (stop..of.n_swept).find(is_shown)).unwrap_or(stop)
    }
}

/// Brings the plot from what it shows to another state.
fn show(of: ChartOf, layout: Layout, shown: &mut Shown, now: &State, moves: bool) {
    let before = &shown.state;
    let width = width_in(of, layout, now);
    let is_new = now.scope() != before.scope() || width != width_in(of, layout, before);
    let (was, is) = ((of.chosen)(before), (of.chosen)(now));
    let comes_alive = now.is_live && !before.is_live;
    if !is_new && was == is && !comes_alive {
        return;
    }
    let (Some(chart), Some(layer)) = (part(of, layout, ".drawing"), Layer::of(of, layout)) else {
        return;
    };
    if is_new {
        let drawing = (of.draw)(of.facts, now.scope(), width);
        browser::set(&chart, "data-moves", moves.then_some(""));
        chart.set_inner_html(&drawing.svg);
        show_key(of, layout, &drawing);
        layer.place(&drawing);
        shown.drawing = Some(drawing);
    }
    if was != is {
        for (chosen, on) in [(was, false), (is, true)] {
            layer.toggle(chosen, "chosen", on);
            of.each_linked(chosen, |it| layer.toggle(it, "linked", on));
        }
    }
    if is_new || was != is {
        layer.place_rule(shown.drawing(of, layout), is);
    }
    if comes_alive {
        (0..of.n_swept).for_each(|it| layer.set_stop(it, false));
    }
    if now.is_live {
        layer.set_stop(shown.stop, false);
        shown.stop = shown.stop_at(of, is);
        layer.set_stop(shown.stop, true);
    }
}

/// The key under a phone's chart, of what is drawn.
fn show_key(of: ChartOf, layout: Layout, drawing: &Drawing) {
    if !matches!(layout, Layout::Narrow) {
        return;
    }
    let items = browser::all(&browser::page(), &format!("#island-{} .chart-key li", of.name));
    for (number, item) in (1..).zip(&items) {
        let is_drawn = drawing.key.iter().any(|it| it.0 == number);
        browser::set(item, "hidden", (!is_drawn).then_some(""));
    }
}

/// The readout shows what a release's link leads to; following it would only move the page.
fn stay(of: ChartOf, event: &Event) {
    if of.stays
        && browser::is_plain_click(event)
        && browser::closest(event, "[data-release], [data-measure]").is_some()
    {
        event.prevent_default();
    }
}

fn choose_focused(of: ChartOf, event: &Event) {
    let link = browser::closest(event, ".mark");
    let href = link.and_then(|it| it.get_attribute("href"));
    if let Some(idx) = href.and_then(|it| of.choice_at(&it)) {
        of.choose(idx);
    }
}

/// What the pointer is nearest to by day, unless it rests on a measure.
fn choose_nearest(
    of: ChartOf,
    layout: Layout,
    shown: StoredValue<Shown>,
    event: &ev::PointerEvent,
) {
    if is_at_measure(event) {
        return;
    }
    // A tap on a reported total opens its record, and means a release only where one lies.
    let at_total = browser::is_tap(event) && browser::closest(event, ".mark:not(.swept)").is_some();
    let found = shown.try_update_value(|shown| {
        let drawing = shown.drawing(of, layout);
        let (x, y) = browser::point_within(event, drawing.canvas_width())?;
        let marks = drawing.marks.get(..of.n_swept)?;
        nearest(marks, x, y)
            .filter(|it| !at_total || marks.get(*it).is_some_and(|it| it.is_at(x, y)))
    });
    if let Some(idx) = found.flatten() {
        of.choose(idx);
    }
}

/// The areas to hit of measures lie over each other; the nearest is meant. A press would go to the uppermost.
fn point_at_aside(of: ChartOf, layout: Layout, shown: StoredValue<Shown>, event: &ev::MouseEvent) {
    if !is_at_measure(event) {
        return;
    }
    let found = shown.try_update_value(|shown| {
        let drawing = shown.drawing(of, layout);
        let (x, _) = browser::point_within(event, drawing.canvas_width())?;
        let aside = of.aside().filter_map(|it| Some((it, drawing.marks.get(it)?)));
        let aside = aside.filter(|(_, mark)| mark.is_shown());
        aside.min_by_key(|(_, mark)| mark.x.abs_diff(x)).map(|(idx, _)| idx)
    });
    if let Some(mark) = found.flatten().and_then(|it| Layer::of(of, layout)?.mark(it)) {
        event.prevent_default();
        browser::focus(&mark);
    }
}

/// Arrows walk along the releases, or along the measures for whom is at one, as far as the chart shows them.
fn choose_by_key(
    of: ChartOf,
    layout: Layout,
    shown: StoredValue<Shown>,
    event: &ev::KeyboardEvent,
) {
    let (key, chosen) = (event.key(), of.chosen_now());
    let (row, now) = match of.aside() {
        aside if aside.contains(&chosen) && key != "Escape" && is_at_measure(event) => {
            (aside, chosen)
        }
        _ => (0..of.n_swept, shown.with_value(|it| it.stop)),
    };
    let ends = shown.try_update_value(|shown| {
        let marks = &shown.drawing(of, layout).marks;
        let is_shown = |it: &usize| marks.get(*it).is_some_and(|it| it.is_shown());
        Some((row.clone().find(is_shown)?, row.clone().rev().find(is_shown)?))
    });
    let Some((first, last)) = ends.flatten() else { return };
    let then = match key.as_str() {
        "ArrowRight" | "ArrowDown" => now + 1,
        "ArrowLeft" | "ArrowUp" => now.saturating_sub(1),
        "PageDown" => now + 5,
        "PageUp" => now.saturating_sub(5),
        "Home" => first,
        "End" | "Escape" => last,
        _ => return,
    };
    let then = then.clamp(first, last);
    event.prevent_default();
    of.choose(then);
    if let Some(mark) = Layer::of(of, layout).and_then(|it| it.mark(then)) {
        browser::focus(&mark);
    }
}
