//! The prerendered page around the figures.

use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The element that matches a selector, if it is an HTML element.
pub fn element(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
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
