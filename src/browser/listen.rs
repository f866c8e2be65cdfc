//! Events. All listeners are of one type, so the code of listening is in the wasm once.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent, PointerEvent, WheelEvent};

use super::pointer::closest;

/// Listens as long as the page lives.
fn listen(target: &EventTarget, name: &'static str, then: Box<dyn FnMut(&Event)>) {
    // "wheel" and touches need to be told that a listener may keep the browser from acting.
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, name, options, then).forget();
}

/// Calls `then` for every event of that name on an element.
pub fn on(element: &Element, name: &'static str, then: impl FnMut(&Event) + 'static) {
    listen(element, name, Box::new(then));
}

/// Calls `then` for every event of that name on the window.
pub fn on_window(name: &'static str, then: impl FnMut(&Event) + 'static) {
    listen(&window(), name, Box::new(then));
}

/// Calls `then` for every event of that name in the page.
pub(super) fn on_document(name: &'static str, then: impl FnMut(&Event) + 'static) {
    listen(&document(), name, Box::new(then));
}

/// Calls `then` with the element that was clicked, or that holds what was, if it matches.
pub fn on_click(selector: &'static str, then: impl Fn(&Element) + 'static) {
    on_document("click", move |event| closest(event, selector).iter().for_each(&then));
}

/// Calls `then` for every pointer event of that name on an element.
pub fn on_pointer(element: &Element, name: &'static str, then: impl Fn(&PointerEvent) + 'static) {
    on(element, name, move |event| event.dyn_ref().into_iter().for_each(&then));
}

/// Calls `then` for every turn of the wheel over an element.
pub fn on_wheel(element: &Element, then: impl Fn(&WheelEvent) + 'static) {
    on(element, "wheel", move |event| event.dyn_ref().into_iter().for_each(&then));
}

/// Calls `then` for every key that is pressed within an element.
pub fn on_key_in(element: &Element, then: impl Fn(&KeyboardEvent) + 'static) {
    on(element, "keydown", move |event| event.dyn_ref().into_iter().for_each(&then));
}

/// Calls `then` for every key that is pressed in the page and does nothing else.
pub fn on_key(then: impl Fn(&KeyboardEvent) + 'static) {
    on_window("keydown", move |event| {
        let plain = |it: &&KeyboardEvent| {
            !(it.ctrl_key() || it.meta_key() || it.alt_key() || it.shift_key())
        };
        event.dyn_ref::<KeyboardEvent>().filter(plain).into_iter().for_each(&then);
    });
}
