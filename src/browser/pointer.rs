//! Where pointers are and where focus goes.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

/// Where the pointer is, from the listening element's upper left corner, in units of which the
/// element is `width` wide.
pub fn point_within(event: &MouseEvent, width: i32) -> Option<(i32, i32)> {
    let element: Element = event.current_target()?.dyn_into().ok()?;
    let frame = element.get_bounding_client_rect();
    if frame.width() <= 0.0 {
        return None;
    }
    let scale = f64::from(width) / frame.width();
    let x = (f64::from(event.client_x()) - frame.left()) * scale;
    let y = (f64::from(event.client_y()) - frame.top()) * scale;
    Some((x as i32, y as i32))
}

/// Whether a click asks for nothing but what a click does: no new tab, no download.
pub fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// The element nearest to where an event happened, going outwards, that matches a selector.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// An attribute of the element that has the keyboard focus.
pub fn focused(attribute: &str) -> Option<String> {
    document().active_element()?.get_attribute(attribute)
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

/// Moves the keyboard focus. An SVG link is no `HtmlElement`, but has the same `focus`.
pub fn focus(target: &Element) {
    let _ = target.unchecked_ref::<HtmlElement>().focus();
}
