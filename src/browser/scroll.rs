//! Where the page is scrolled to, and elements that go along.

use std::collections::VecDeque;

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

use super::page::set_style;
use super::pointer::focus_in_place;

/// Calls `then` after that many milliseconds.
pub fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    after_boxed(milliseconds, Box::new(then));
}

/// Of one type, so that what wraps it for the browser is in the wasm once.
fn after_boxed(milliseconds: i32, then: Box<dyn FnOnce()>) {
    let then = Closure::once_into_js(then);
    let _ = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), milliseconds);
}

/// Does each piece of work in a task of its own: the browser draws and answers between them.
pub fn in_turn<const N: usize>(work: [Box<dyn FnOnce()>; N]) {
    next(work.into_iter().collect());
}

fn next(mut work: VecDeque<Box<dyn FnOnce()>>) {
    if let Some(first) = work.pop_front() {
        after(0, move || {
            first();
            next(work);
        });
    }
}

/// Height of the window in px.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(0.0)
}

/// Upper and lower edge of an element, in px from the top of the window.
pub fn edges(element: &Element) -> (f64, f64) {
    let frame = element.get_bounding_client_rect();
    (frame.top(), frame.bottom())
}

/// Puts an element first into another. What it leaves behind keeps its room until it is given back: the
/// element that stands in for it.
pub fn lend(element: &Element, to: &Element) -> Option<Element> {
    let stand_in = document().create_element("div").ok()?;
    // The class of what is in it brings its margins.
    if let Some(child) = element.first_element_child() {
        stand_in.set_class_name(&child.class_name());
    }
    let height = element.get_bounding_client_rect().height();
    set_style(&stand_in, "height", &format!("{}px", height as u32));
    move_focused(element, || {
        element.parent_node()?.replace_child(&stand_in, element).ok()?;
        to.insert_before(element, to.first_child().as_ref()).ok()
    })?;
    Some(stand_in)
}

/// Puts an element back where another stands in for it.
pub fn give_back(element: &Element, stand_in: &Element) {
    move_focused(element, || stand_in.parent_node()?.replace_child(element, stand_in).ok());
}

/// The keyboard focus goes along with what is moved.
fn move_focused<T>(element: &Element, go: impl FnOnce() -> Option<T>) -> Option<T> {
    let focused = document().active_element().filter(|it| element.contains(Some(it)));
    let gone = go();
    if let Some(focused) = focused {
        focus_in_place(&focused);
    }
    gone
}
