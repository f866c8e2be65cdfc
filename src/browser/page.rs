//! The prerendered page around the figures.

use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::js_sys;
use web_sys::{Element, HtmlCollection, HtmlElement, HtmlTemplateElement};

use super::scroll::{edges, window_height};

/// The element that matches a selector, if it is an HTML element.
pub fn element(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The first element that matches a selector.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The root of the page.
pub fn page() -> Element {
    document_element()
}

/// Whether the page stands in a frame of another.
pub(super) fn is_framed() -> bool {
    let page = window();
    page.parent().ok().flatten().is_some_and(|it| it != page)
}

/// Every match of a selector within an element.
pub fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|idx| list.item(idx)?.dyn_into().ok()).collect()
}

/// The text of the first match within an element, seen or not; empty if there is none.
pub fn text_of(within: &Element, selector: &str) -> String {
    let found = within.query_selector(selector).ok().flatten();
    found.and_then(|it| it.text_content()).unwrap_or_default()
}

/// Puts what stands in templates within an element in their places.
pub fn unpack(within: &Element) {
    for template in all(within, "template") {
        if let Some(packed) = template.dyn_ref::<HtmlTemplateElement>() {
            // Fails only if the template has gone, and its place with it.
            let _ = template.replace_with_with_node_1(&packed.content());
        }
    }
}

/// What stands in a field.
pub fn value(field: &Element) -> String {
    let value = js_sys::Reflect::get(field, &"value".into()).ok();
    value.and_then(|it| it.as_string()).unwrap_or_default()
}

/// Fills a field.
pub fn set_value(field: &Element, value: &str) {
    // A field that takes none keeps what it has.
    let _ = js_sys::Reflect::set(field, &"value".into(), &value.into());
}

/// Scrolls so far that an element is in the upper half of the window, if what is told about it stands
/// under it and not beside it.
pub fn keep_above(element: &Element, told: &Element) {
    let (frame, below) = (element.get_bounding_client_rect(), told.get_bounding_client_rect());
    if below.left() < frame.right() {
        raise(frame.bottom(), window_height() / 2.0);
    }
}

/// Scrolls so far that the lower edge of an element is in the window.
pub fn keep_in_window(element: &Element) {
    const AIR: f64 = 16.0;
    raise(edges(element).1 + AIR, window_height());
}

fn raise(bottom: f64, limit: f64) {
    if bottom > limit {
        window().scroll_by_with_x_and_y(0.0, bottom - limit);
    }
}

/// Gives an attribute a value, or takes it away.
pub fn set(element: &Element, name: &str, value: Option<&str>) {
    // Names are ours, so none is refused.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Gives a property of an element's style a value.
pub fn set_style(element: &Element, name: &str, value: &str) {
    if let Some(it) = element.dyn_ref::<HtmlElement>() {
        // Names are ours, so none is refused.
        let _ = it.style().set_property(name, value);
    }
}

/// Says whether what changes in an element is to be read out. Never to whom is at a field, which says itself what is chosen
/// with it.
pub fn announce(element: &Element, on: bool) {
    let at_field = document().active_element().is_some_and(|it| it.matches("input") == Ok(true));
    let value = Some(if on && !at_field { "polite" } else { "off" });
    if element.get_attribute("aria-live").as_deref() != value {
        set(element, "aria-live", value);
    }
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

/// The position of an element among its siblings, from 0.
pub fn position(element: &Element) -> usize {
    let before = |it: &Element| it.previous_element_sibling();
    std::iter::successors(before(element), before).count()
}

/// Shows in an element the words of a record as they stand in the page; none if the page has no such record.
pub fn show_record(element: &Element, id: &str) {
    let copy = record(id).and_then(|it| it.clone_node_with_deep(true).ok());
    let words = copy.map_or_else(js_sys::Array::new, |it| js_sys::Array::from(&it.child_nodes()));
    element.replace_children_with_node(&words);
}

fn record(id: &str) -> Option<Element> {
    document().get_element_by_id(id)?.query_selector(".record").ok().flatten()
}

/// Puts HTML before all else in an element.
pub fn insert_first(element: &Element, html: &str) {
    // Refused only for elements outside a page.
    let _ = element.insert_adjacent_html("afterbegin", html);
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
