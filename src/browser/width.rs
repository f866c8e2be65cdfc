//! Widths that follow the window.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use super::after;

/// Calls `then` with the width of an element in whole px, now and whenever it changes. A hidden
/// element has no width and is passed over. Watches as long as the page lives.
///
/// In a task of its own: whoever draws while browsers tell of sizes changes those, and browsers tell the page of that as of
/// an error.
pub fn on_width(element: &Element, then: impl Fn(u32) + 'static) {
    let watched = element.clone();
    let (last, then) = (Cell::new(0), Rc::new(then));
    let changed = Closure::<dyn Fn()>::new(move || {
        let width = watched.client_width().max(0).unsigned_abs();
        if width > 0 && last.replace(width) != width {
            let then = Rc::clone(&then);
            after(0, move || then(width));
        }
    });
    // Without an observer the chart keeps the width at which it was prerendered.
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(element);
        changed.forget();
    }
}
