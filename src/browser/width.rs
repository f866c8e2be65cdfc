//! Widths that follow the window.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::page::{all, element, page};

/// Calls `then` with the width of the first element that matches, in whole px, now and whenever that
/// changes; also when another comes to be the first. A hidden element has no width and is passed over.
/// Watches as long as the page lives.
pub fn on_width(selector: &'static str, then: impl Fn(u32) + 'static) {
    let last = Cell::new(0);
    let changed = Closure::<dyn Fn()>::new(move || {
        let width = element(selector).map_or(0, |it| it.client_width().max(0).unsigned_abs());
        if width > 0 && last.replace(width) != width {
            then(width);
        }
    });
    // Without an observer the chart keeps the width at which it was prerendered.
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        all(&page(), selector).iter().for_each(|it| observer.observe(it));
        changed.forget();
    }
}
