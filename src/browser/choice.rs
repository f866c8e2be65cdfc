//! Switches of the page, and the address that keeps what was chosen.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::page::{all, page};
use super::pointer::closest;

/// Calls `then` with the value of a group of radio buttons, whenever another is chosen.
pub fn on_choice(group: &'static str, then: impl Fn(&str) + 'static) {
    EventListener::new(&document(), "change", move |event| {
        let input = closest(event, &format!("input[name={group}]"));
        if let Some(value) = input.and_then(|it| it.get_attribute("value")) {
            then(&value);
        }
    })
    .forget();
}

/// Chooses a button of a group as a click does; nothing happens if the page has no such button.
pub fn choose(group: &str, value: &str) {
    // The value may be anything that stands in an address, so it is compared and selects nothing.
    let buttons = all(&page(), &format!("input[name={group}]"));
    let button = buttons.iter().find(|it| it.get_attribute("value").as_deref() == Some(value));
    if let Some(button) = button.and_then(|it| it.dyn_ref::<HtmlElement>()) {
        button.click();
    }
}

/// A parameter of the address's query, as it stands there.
pub fn parameter(name: &str) -> Option<String> {
    let query = query();
    query.split('&').find_map(|it| it.strip_prefix(name)?.strip_prefix('=')).map(str::to_owned)
}

/// Writes a parameter into the address, or takes it out, without a step in the history. Where the
/// address must not be changed, in some frames, it stays as it is.
pub fn set_parameter(name: &str, value: Option<&str>) {
    let mut address = window().location().pathname().unwrap_or_default();
    let query = query();
    let is_other = |it: &&str| !it.is_empty() && it.split('=').next() != Some(name);
    let mut mark = '?';
    for part in query.split('&').filter(is_other) {
        address.push(mark);
        address.push_str(part);
        mark = '&';
    }
    if let Some(value) = value {
        address.push(mark);
        address.push_str(name);
        address.push('=');
        address.push_str(value);
    }
    address.push_str(&window().location().hash().unwrap_or_default());
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

fn query() -> String {
    let search = window().location().search().unwrap_or_default();
    search.strip_prefix('?').unwrap_or_default().to_owned()
}
