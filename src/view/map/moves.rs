//! Closer, farther and aside: by buttons, by dragging, with two fingers, and with the wheel while Ctrl is
//! down. The wheel alone scrolls the page.

use explainer_model::graph::{Layouts, MapLayout};
use leptos::ev;
use leptos::prelude::*;

use super::super::layout::Layout;
use super::{layout_of, layout_shown, part};
use crate::browser;
use crate::chart::map::TIP;
use crate::chart::window::{WHOLE, Window};

/// A drag shorter than this, in parts of the window, is a click.
const CLICK: i32 = WHOLE / 100;
/// How far a button moves the map, in parts of the window.
const STEP: i32 = WHOLE / 3;

/// What part of the map is shown, and what fingers are doing to it.
#[derive(Clone, Copy)]
pub(super) struct Moves {
    layouts: &'static Layouts,
    state: StoredValue<State>,
}

#[derive(Clone)]
struct State {
    window: Window,
    /// Pointers that are down, with where they were last, in parts of the window.
    down: Vec<(i32, (i32, i32))>,
    dragged: bool,
}

impl Moves {
    pub(super) fn new(layouts: &'static Layouts) -> Moves {
        let state = State { window: Window::FIT, down: Vec::new(), dragged: false };
        Moves { layouts, state: StoredValue::new(state) }
    }

    /// Listens to the wheel and to fingers on the maps.
    pub(super) fn join(self) {
        let Some(maps) = browser::find("#island-map .maps") else { return };
        browser::on_wheel(&maps, move |event| self.wheel(event));
        // Browsers drag links and selected words away, and take the pointer with them.
        browser::on(&maps, "dragstart", |event| event.prevent_default());
        for name in ["pointerdown", "pointermove", "pointerup", "pointercancel"] {
            browser::on_pointer(&maps, name, move |event| match name {
                "pointerdown" => self.begin(event),
                "pointermove" => self.go_on(event),
                _ => self.end(event),
            });
        }
    }

    /// What a button does, by its name. Closer and farther it goes at the actor that is chosen, if that is to be seen, or
    /// else at the one nearest to the middle: between them there may be nothing.
    pub(super) fn press(self, button: &str, chosen: Option<u16>) {
        let Some(map) = self.map() else { return };
        let chosen = chosen.and_then(|it| place(map, it));
        let middle = |window: Window| {
            let seen = chosen.map(|at| window.share(at)).filter(|at| Window::FIT.holds(*at));
            let all = (0..).map_while(|it| Some(window.share(place(map, it)?)));
            let middle = (WHOLE / 2, WHOLE / 2);
            seen.or_else(|| all.min_by_key(|it| apart(*it, middle))).unwrap_or(middle)
        };
        self.change(|it| match button {
            "in" => it.scaled(67, middle(it)),
            "out" => it.scaled(150, middle(it)),
            "left" => it.moved((-STEP, 0)),
            "right" => it.moved((STEP, 0)),
            "up" => it.moved((0, -STEP)),
            "down" => it.moved((0, STEP)),
            _ => Window::FIT,
        });
    }

    /// Brings an actor into the part that is shown, if it is not there.
    pub(super) fn hold(self, actor: u16) {
        if let Some(at) = self.map().and_then(|it| place(it, actor)) {
            self.change(|it| it.holding(at));
        }
    }

    /// The map that is shown.
    pub(super) fn map(self) -> Option<&'static MapLayout> {
        Some(layout_of(self.layouts, layout_shown()?))
    }

    fn wheel(self, event: &ev::WheelEvent) {
        let Some(at) = browser::share_within(event, ".drawn svg").filter(|_| event.ctrl_key())
        else {
            return;
        };
        event.prevent_default();
        let percent = if event.delta_y() > 0.0 { 115 } else { 87 };
        self.change(|it| it.scaled(percent, parts(at)));
    }

    fn begin(self, event: &ev::PointerEvent) {
        let at = browser::share_within(event, ".drawn svg").filter(|_| event.button() == 0);
        let Some(at) = at else { return };
        self.state.update_value(|it| {
            it.dragged = false;
            it.down.retain(|it| it.0 != event.pointer_id());
            it.down.push((event.pointer_id(), parts(at)));
        });
    }

    fn go_on(self, event: &ev::PointerEvent) {
        if event.buttons() == 0 {
            // It was let go where nobody listens.
            return self.end(event);
        }
        let Some(at) = browser::share_within(event, ".drawn svg").map(parts) else { return };
        let mut state = self.state.get_value();
        let Some(idx) = state.down.iter().position(|it| it.0 == event.pointer_id()) else { return };
        let before = state.down[idx].1;
        match state.down[..] {
            [_] if state.window.is_close() => {
                let by = (before.0 - at.0, before.1 - at.1);
                if !state.dragged && by.0.abs().max(by.1.abs()) < CLICK {
                    return;
                }
                browser::capture(event);
                state.dragged = true;
                self.change(|it| it.moved(by));
            }
            [one, two] => {
                let other = if idx == 0 { two.1 } else { one.1 };
                let percent = 100 * apart(before, other) / apart(at, other).max(1);
                let middle = ((at.0 + other.0) / 2, (at.1 + other.1) / 2);
                self.change(|it| it.scaled(percent.clamp(50, 200), middle));
            }
            _ => {}
        }
        let dragged = state.dragged;
        self.state.update_value(|it| {
            it.dragged = dragged;
            if let Some(pointer) = it.down.get_mut(idx) {
                pointer.1 = at;
            }
        });
    }

    fn end(self, event: &ev::PointerEvent) {
        self.state.update_value(|it| it.down.retain(|it| it.0 != event.pointer_id()));
    }

    /// Whether a click is the end of a drag; the next one is not.
    pub(super) fn take_drag(self) -> bool {
        self.state.try_update_value(|it| std::mem::take(&mut it.dragged)).unwrap_or(false)
    }

    fn change(self, change: impl FnOnce(Window) -> Window) {
        let before = self.state.with_value(|it| it.window);
        let window = change(before);
        if window == before {
            return;
        }
        self.state.update_value(|it| it.window = window);
        for layout in Layout::OF_MAPS {
            let map = layout_of(self.layouts, layout);
            let Some(svg) = part(layout, "svg") else { continue };
            browser::set(&svg, "viewBox", Some(&window.view_box(map.width, map.height)));
            let drawn = svg.client_width() * WHOLE / i32::from(map.width.max(1));
            if drawn > 0 {
                set_size(window.size_of_words(drawn));
            }
        }
        if let Some(figure) = browser::find("#map") {
            browser::toggle(&figure, "close-up", window.is_close());
        }
    }
}

/// Where in a map an actor stands, in parts of the map.
fn place(map: &MapLayout, actor: u16) -> Option<(i32, i32)> {
    let spot = map.spots.get(usize::from(actor))?;
    let share = |at: i16, of: u16| i32::from(at) * WHOLE / i32::from(of.max(1));
    Some((share(spot.x, map.width), share(spot.y, map.height)))
}

/// Draws actors, words and tips as large as they are in the whole map, or in a part of [`WHOLE`] of it.
fn set_size(part: i32) {
    if let Some(maps) = browser::find("#island-map .maps") {
        browser::set_style(&maps, "--size", &format!("{part}e-4"));
    }
    if let Some(tip) = browser::find("#tip") {
        let size = crate::chart::px(TIP * part * 10 / WHOLE);
        for side in ["markerWidth", "markerHeight"] {
            browser::set(&tip, side, Some(&size));
        }
    }
}

/// How far two points are apart along the longer axis.
fn apart(one: (i32, i32), two: (i32, i32)) -> i32 {
    (one.0 - two.0).abs().max((one.1 - two.1).abs())
}

fn parts((x, y): (f64, f64)) -> (i32, i32) {
    ((x * f64::from(WHOLE)) as i32, (y * f64::from(WHOLE)) as i32)
}
