//! Switches of the page, and the address that keeps what was chosen.

use gloo::utils::window;
use wasm_bindgen::JsValue;
use web_sys::{Element, js_sys};

use super::listen::on_document;
use super::page::{all, is_framed, page};
use super::pointer::closest;

/// Calls `then` with the name and the value of a radio button, whenever one is chosen.
pub fn on_choice(then: impl Fn(&str, &str) + 'static) {
    on_document("change", move |event| {
        let input = closest(event, "input[type=radio]");
        let of = |name| input.as_ref()?.get_attribute(name);
        if let (Some(name), Some(value)) = (of("name"), of("value")) {
            then(&name, &value);
        }
    });
}

/// The value of the button that is chosen in a group; `None` if the page has no such group.
pub fn chosen(group: &str) -> Option<String> {
    let buttons = all(&page(), &format!("input[name={group}]"));
    buttons.iter().find(|it| it.matches(":checked") == Ok(true))?.get_attribute("value")
}

/// Chooses the button of a group that has the value, and no other; none if none has it.
pub fn choose(group: &str, value: &str) {
    for button in all(&page(), &format!("input[name={group}]")) {
        let is_meant = button.get_attribute("value").as_deref() == Some(value);
        check(&button, is_meant);
    }
}

/// Checks a button or a box, or clears it.
pub fn check(field: &Element, on: bool) {
    // Fields take any value for this.
    let _ = js_sys::Reflect::set(field, &"checked".into(), &on.into());
}

/// The query of the address, without its question mark.
pub fn query() -> String {
    let search = window().location().search().unwrap_or_default();
    search.strip_prefix('?').unwrap_or_default().to_owned()
}

/// Writes parameters into the address in place of those that are `ours`; all others stay. A step of the
/// history if `is_step`, but never in a frame, whose steps would be those of its host. Where the address must not be
/// changed, in some frames, it stays as it is; and so it does where it says the same already, since telling the browser
/// takes long.
pub fn set_query(own: &str, ours: fn(&str) -> bool, fragment: &str, is_step: bool) {
    let mut address = window().location().pathname().unwrap_or_default();
    let before = query();
    let is_other = |it: &&str| !it.is_empty() && !ours(it.split('=').next().unwrap_or_default());
    let mut mark = '?';
    for part in
        [own].into_iter().filter(|it| !it.is_empty()).chain(before.split('&').filter(is_other))
    {
        address.push(mark);
        address.push_str(part);
        mark = '&';
    }
    address.push_str(fragment);
    let is_step = is_step && !is_framed();
    if !is_step && window().location().href().is_ok_and(|it| it.ends_with(&address)) {
        return;
    }
    if let Ok(history) = window().history() {
        let (state, url) = (JsValue::NULL, Some(address.as_str()));
        let _ = match is_step {
            true => history.push_state_with_url(&state, "", url),
            false => history.replace_state_with_url(&state, "", url),
        };
    }
}

/// The address that no element has: a link to it closes what the address has opened.
pub const NOWHERE: &str = "#_";

/// The fragment of the address, with its sign; empty if it has none or leads [`NOWHERE`].
pub fn fragment() -> String {
    window().location().hash().ok().filter(|it| it != NOWHERE).unwrap_or_default()
}
