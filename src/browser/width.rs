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
/// the reader has asked for others: now and whenever one of them changes. A hidden element has no width and is passed over.
/// Watches as long as the page lives.
///
/// In a task of its own: whoever draws while browsers tell of sizes changes those, and browsers tell the page of that as of
/// an error.
pub fn on_width(element: &Element, then: impl Fn(f64, f64) + 'static) {
    let watched = element.clone();
    let (last, then) = (Cell::new((0.0, 0.0)), Rc::new(then));
    let changed = Closure::<dyn Fn()>::new(move || {
        // Not rounded: style sheets compare the whole of it.
        let width = watched.get_bounding_client_rect().width();
        let letters = letters().unwrap_or(USUAL);
        if width > 0.0 && last.replace((width, letters)) != (width, letters) {
            let then = Rc::clone(&then);
            after(0, move || then(width, letters));
        }
    });
    // Without an observer the chart keeps the width at which it was prerendered.
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(element);
        // Larger letters make the page longer, even if they leave the element as it was.
        observer.observe(&page());
        changed.forget();
    }
}

/// How large the letters of the page are, in px.
fn letters() -> Option<f64> {
    let style = window().get_computed_style(&page()).ok()??;
    let size = js_sys::parse_float(&style.get_property_value("font-size").ok()?);
    (size > 0.0).then_some(size)
}
