//! Events. All listeners are of one type, so the code of listening is in the wasm once.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

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

/// Calls `then` for every pointer event of that name on an element.
pub fn on_pointer(element: &Element, name: &'static str, then: impl Fn(&PointerEvent) + 'static) {
    on(element, name, move |event| event.dyn_ref().into_iter().for_each(&then));
}

/// Calls `then` for every mouse event of a name within an element.
pub fn on_mouse(element: &Element, name: &'static str, then: impl Fn(&MouseEvent) + 'static) {
    on(element, name, move |event| event.dyn_ref().into_iter().for_each(&then));
}

/// Calls `then` for every turn of the wheel over an element.
pub fn on_wheel(element: &Element, then: impl Fn(&WheelEvent) + 'static) {
    on(element, "wheel", move |event| event.dyn_ref().into_iter().for_each(&then));
}

/// Calls `then` for every key that is pressed within an element, but for shortcuts of the browser.
pub fn on_key_in(element: &Element, then: impl Fn(&KeyboardEvent) + 'static) {
    on(element, "keydown", move |event| plain_key(event).into_iter().for_each(&then));
}

/// Calls `then` for every key that is pressed in the page, but for shortcuts and with Shift, which selects text.
pub fn on_key(then: impl Fn(&KeyboardEvent) + 'static) {
    on_window("keydown", move |event| {
        plain_key(event).filter(|it| !it.shift_key()).into_iter().for_each(&then);
    });
}

/// With Ctrl, Alt or the like a key is the browser's: Alt and an arrow go back.
fn plain_key(event: &Event) -> Option<&KeyboardEvent> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    (!(key.ctrl_key() || key.meta_key() || key.alt_key())).then_some(key)
}
