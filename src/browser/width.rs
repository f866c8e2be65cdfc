//! Widths that follow the window.

use std::cell::Cell;
use std::rc::Rc;

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, js_sys};

use super::after;
use super::page::page;

/// How large the letters of a page are, in px, if nobody has asked for others.
pub const USUAL: f64 = 16.0;

/// Calls `then` with the width of an element in px, and with how many px large the letters of the page are, 16 unless
/// the reader has asked for others: now and whenever one of them changes. A hidden element has no width and is passed over;
/// so is one that the browser has not laid out yet, since it is far from the window, until it comes near.
/// Watches as long as the page lives.
///
/// In a task of its own: whoever draws while browsers tell of sizes changes those, and browsers tell the page of that as of
/// an error.
pub fn on_width(element: &Element, then: impl Fn(f64, f64) + 'static) {
    let watched = element.clone();
    let (width, last, then) = (Rc::new(Cell::new(0.0)), Cell::new((0.0, 0.0)), Rc::new(then));
    let measured = Rc::clone(&width);
    let tell = Rc::new(move || {
        let now = (measured.get(), letters().unwrap_or(USUAL));
        if now.0 > 0.0 && last.replace(now) != now {
            let then = Rc::clone(&then);
            after(0, move || then(now.0, now.1));
        }
    });
    let told = Rc::clone(&tell);
    observe(element, move || {
        // Not rounded: style sheets compare the whole of it. Measured only when the browser tells of it, since it would
        // lay out what is far to answer.
        width.set(watched.get_bounding_client_rect().width());
        told();
    });
    // Larger letters make the page longer, even if they leave the element as it was.
    observe(&page(), move || tell());
}

/// Calls `changed` whenever the browser tells that an element has another size, and now if it is laid out.
/// Without an observer a chart keeps the width at which it was prerendered.
fn observe(element: &Element, changed: impl Fn() + 'static) {
    let changed = Closure::<dyn Fn()>::new(changed);
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(element);
        changed.forget();
    }
}

/// How large the letters of the page are, in px.
fn letters() -> Option<f64> {
    let style = window().get_computed_style(&page()).ok()??;
    let size = js_sys::parse_float(&style.get_property_value("font-size").ok()?);
    (size > 0.0).then_some(size)
}
