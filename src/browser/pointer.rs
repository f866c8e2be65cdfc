//! Where pointers are and where focus goes.

use std::sync::atomic::{AtomicI32, Ordering::Relaxed};

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, Event, FocusOptions, HtmlElement, MouseEvent, PointerEvent};

use super::listen::on_window;
use super::page::all;
use super::scroll::{edges, window_height};

/// Where the pointer is within the listening element, from its upper left corner, in units of which it
/// is `width` wide.
pub fn point_within(event: &MouseEvent, width: i32) -> Option<(i32, i32)> {
    let frame = event.current_target()?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
    let scale = f64::from(width) / frame.width();
    let (x, y) = share(event, &frame)?;
    Some(((x * frame.width() * scale) as i32, (y * frame.height() * scale) as i32))
}

/// Where the pointer is within the first visible match of a selector in the listening element, as shares
/// of its width and height.
pub fn share_within(event: &MouseEvent, selector: &str) -> Option<(f64, f64)> {
    let listening = event.current_target()?.dyn_into::<Element>().ok()?;
    let frames = all(&listening, selector).into_iter().map(|it| it.get_bounding_client_rect());
    share(event, &frames.into_iter().find(|it| it.width() > 0.0)?)
}

fn share(event: &MouseEvent, frame: &DomRect) -> Option<(f64, f64)> {
    let x = (f64::from(event.client_x()) - frame.left()) / frame.width();
    let y = (f64::from(event.client_y()) - frame.top()) / frame.height();
    (frame.width() > 0.0 && frame.height() > 0.0).then_some((x, y))
}

/// Keeps a pointer's events coming to the listening element wherever it goes, until it is let go.
pub fn capture(event: &PointerEvent) {
    let listening = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(listening) = listening {
        let _ = listening.set_pointer_capture(event.pointer_id());
    }
}

/// Where on the screen a pointer was last; nowhere yet.
static LAST: [AtomicI32; 2] = [AtomicI32::new(i32::MIN), AtomicI32::new(i32::MIN)];

/// Where on the screen one came down last.
static DOWN: [AtomicI32; 2] = [AtomicI32::new(i32::MIN), AtomicI32::new(i32::MIN)];

/// A finger that goes farther than that many px, as browsers have it, does not tap.
const TAP: u32 = 15;

/// Keeps where the pointer is and where it came down, for [`has_moved`] and [`is_tap`].
pub fn follow_pointer() {
    // The window hears of an event last.
    for name in ["pointerdown", "pointermove"] {
        on_window(name, move |event| {
            let Some(event) = event.dyn_ref() else { return };
            for ((last, down), now) in LAST.iter().zip(&DOWN).zip(on_screen(event)) {
                last.store(now, Relaxed);
                if name == "pointerdown" {
                    down.store(now, Relaxed);
                }
            }
        });
    }
}

/// Whether it is the pointer that has moved, a finger to the side: up and down it scrolls the page. Where the page is scrolled
/// under a pointer at rest, WebKit tells of moves as well.
pub fn has_moved(event: &PointerEvent) -> bool {
    let [x, y] = from(&LAST, event);
    if is_finger(event) { x > y } else { x | y != 0 }
}

/// Whether it is a finger that has come down and goes up again in the same place.
pub fn is_tap(event: &PointerEvent) -> bool {
    is_finger(event) && from(&DOWN, event).iter().all(|it| *it < TAP)
}

/// How far a pointer is from a place, to the side and up or down.
fn from(place: &[AtomicI32; 2], event: &MouseEvent) -> [u32; 2] {
    let [x, y] = on_screen(event);
    [place[0].load(Relaxed).abs_diff(x), place[1].load(Relaxed).abs_diff(y)]
}

/// Whether a finger points, and no mouse or pen.
pub fn is_finger(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}

fn on_screen(event: &MouseEvent) -> [i32; 2] {
    [event.screen_x(), event.screen_y()]
}

/// Whether a click asks for nothing but what a click does: no new tab, no download.
pub fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// The same of an event that may be no click at all.
pub fn is_plain_click(event: &Event) -> bool {
    event.dyn_ref().is_some_and(is_plain)
}

/// The element nearest to where an event happened, going outwards, that matches a selector.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// An attribute of the element that has the keyboard focus, if that is one that the selector means.
pub fn focused(selector: &str, attribute: &str) -> Option<String> {
    let focused = document().active_element()?;
    if focused.matches(selector) == Ok(true) { focused.get_attribute(attribute) } else { None }
}

/// Moves the keyboard focus to the first match of a selector inside the element that listens.
pub fn focus_within(event: &Event, selector: &str) {
    let listening = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(listening) = listening {
        focus_in(&listening, selector);
    }
}

/// Moves the keyboard focus to the first match of a selector inside an element.
pub(super) fn focus_in(element: &Element, selector: &str) {
    let found = element.query_selector(selector).ok().flatten();
    if let Some(target) = found {
        focus(&target);
    }
}

/// Moves the keyboard focus, and brings what has it into the window. An SVG link is no `HtmlElement`, but has the
/// same `focus`; only that Firefox brings the whole drawing, and not the link in it.
pub fn focus(target: &Element) {
    let _ = target.unchecked_ref::<HtmlElement>().focus();
    let (top, bottom) = edges(target);
    let height = window_height();
    if bottom < 0.0 || top > height {
        window().scroll_by_with_x_and_y(0.0, (top + bottom - height) / 2.0);
    }
}

/// The same where the page is not to be scrolled to it.
pub(super) fn focus_in_place(target: &Element) {
    // What has just been moved cannot be focused in WebKit before somebody asks where it is.
    let _ = edges(target);
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Clicks what a selector finds first.
pub fn click(selector: &str) {
    if let Some(target) = super::page::element(selector) {
        target.click();
    }
}
