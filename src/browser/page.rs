//! The prerendered page around the figures.

use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCollection, HtmlElement};

/// The element that matches a selector, if it is an HTML element.
pub fn element(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The first element that matches a selector.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Gives an attribute a value, or takes it away.
pub fn set(element: &Element, name: &str, value: Option<&str>) {
    // Names are ours, so none is refused.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Gives an element a class, or takes it away.
pub fn toggle(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Elements that stand side by side, by position. They are fetched as they are needed, so that many
/// cost no more than few.
pub struct Siblings(HtmlCollection);

impl Siblings {
    /// All that stands directly within an element.
    pub fn within(element: &Element) -> Siblings {
        Siblings(element.children())
    }

    /// The one at a position, from 0.
    pub fn nth(&self, idx: usize) -> Option<Element> {
        self.0.item(u32::try_from(idx).ok()?)
    }
}

/// The words of a record as they stand in the page, as HTML; empty if the page has no such record.
pub fn record_html(id: &str) -> String {
    let record = document().get_element_by_id(id);
    let words = record.and_then(|it| it.query_selector(".record").ok().flatten());
    words.map_or_else(String::new, |it| it.inner_html())
}

/// Shows the beginning of what scrolls in an element.
pub fn scroll_to_top(selector: &str) {
    if let Some(element) = element(selector) {
        element.set_scroll_top(0);
    }
}

/// Tells style sheets, tests and whoever measures that the page is interactive now.
pub fn set_ready() {
    // A page that cannot be told is as interactive as one that can.
    let _ = document_element().set_attribute("data-state", "ready");
    if let Some(performance) = window().performance() {
        let _ = performance.mark("explainer:ready");
    }
}
