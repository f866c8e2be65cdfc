//! Records open as a sheet over the page, and close again where the reader was.
//!
//! The prerendered page does this with `:target` alone. Here the same links open the same articles, and the
//! keyboard finds its way in and back. An open sheet is a step of the history, so the button by which one goes back
//! closes it, as everywhere on a phone.

use std::cell::Cell;
use std::thread::LocalKey;

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

use super::choice::fragment;
use super::listen::{on_document, on_window};
use super::page::{all, find, is_framed, set};
use super::pointer::{closest, focus, focus_in, is_plain};
use super::scroll::after;

thread_local! {
    /// The sheet that is open, if any.
    static OPEN: Cell<Option<Open>> = const { Cell::new(None) };
    /// The one that has been closed by a step back in the history, until that is taken.
    static LEFT: Cell<Option<Open>> = const { Cell::new(None) };
}

struct Open {
    sheet: Element,
    /// The link that opened it; the way back leads there.
    opener: Element,
    /// Where that link stands among words that change.
    place: Option<Element>,
    /// Where the page was, if the sheet is a step of the history.
    before: Option<String>,
    /// How many steps of the history it is away from there, if it is one: records open from records.
    depth: i32,
    /// How far the page was scrolled. On a step of the history WebKit says it wrong.
    scrolled: (f64, f64),
}

/// Whether a sheet has the address: it is open, or has been closed by a step of the history that is not taken yet.
pub fn has_sheet_address() -> bool {
    // Asked at each choice, so not of the page: to look through all of it takes a phone 4 ms.
    [&OPEN, &LEFT].into_iter().any(is_some)
}

fn is_some(place: &'static LocalKey<Cell<Option<Open>>>) -> bool {
    let sheet = place.take();
    let is_some = sheet.is_some();
    place.set(sheet);
    is_some
}

/// Listens for links whose fragment names an element with the class `sheet`; each opens it, also where the
/// link is to another page that holds the same. A click beside it closes it, as Escape does, and inside it an
/// element with the class `close`. So does the Tab key beyond its first and its last link.
pub fn open_sheets() {
    on_document("click", |event| {
        if !event.dyn_ref::<MouseEvent>().is_some_and(is_plain) {
            return;
        }
        let link = closest(event, "a[href]");
        let inside = closest(event, "[data-open]").is_some();
        if let Some((link, sheet)) = link.as_ref().and_then(|it| Some((it, sheet_of(it)?))) {
            event.prevent_default();
            show(sheet, link, inside);
        } else if inside && closest(event, ".close").is_some() {
            event.prevent_default();
            close();
        } else if !inside
            || link.is_some_and(|it| it.get_attribute("href").is_some_and(|it| it.starts_with('#')))
        {
            // What a link in it leads to in the page would lie under it.
            leave();
        }
    });
    on_window("keydown", |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        if pressed.key() == "Escape" && !close() {
            close_target();
        }
        // With Shift the key has another name in WebKit, but stands in the same place.
        if pressed.code() == "Tab"
            && let Some(sheet) = closest(event, "[data-open]")
        {
            let links = all(&sheet, "a[href]");
            // Beyond them the page goes on under the sheet, far from where the reader was.
            let end = if pressed.shift_key() { links.first() } else { links.last() };
            if closest(event, "a").as_ref() == end && close() {
                event.prevent_default();
            }
        }
    });
    on_window("popstate", |_| {
        let mut place = None;
        let gone = OPEN.take().and_then(|open| match addressed() {
            _ if has_address(&open.sheet) => {
                OPEN.set(Some(open));
                None
            }
            // From one record to another.
            Some((sheet, depth)) => {
                place = Some(scrolled());
                hide(&open.sheet);
                reveal(&sheet);
                OPEN.set(Some(Open { sheet, depth, ..open }));
                None
            }
            None => {
                hide(&open.sheet);
                Some(open)
            }
        });
        let left = LEFT.take();
        // The reader comes back to what the address had opened, unless another was closed that was not opened from there.
        let is_back =
            |it: &Element| left.as_ref().is_none_or(|left| it.contains(Some(&left.opener)));
        if let Some(shut) = find("[data-shut]").filter(is_back) {
            set(&shut, "data-shut", None);
        }
        let last = gone.or(left);
        if let Some((x, y)) = place.or_else(|| Some(last.as_ref()?.scrolled)) {
            // Once all have heard of the step, browsers go to what the address names, and take the keyboard from
            // everything. Only then can both be given back.
            after(0, move || {
                let open = OPEN.take();
                // Meanwhile another may have been opened, from elsewhere.
                if open.is_none() || place.is_some() {
                    window().scroll_to_with_x_and_y(x, y);
                    match &open {
                        Some(open) => focus_in(&open.sheet, ".close"),
                        None => last.iter().for_each(put_away),
                    }
                }
                OPEN.set(open);
            });
        }
    });
}

/// The sheet that the address names, if it was opened there by a link, and its depth.
fn addressed() -> Option<(Element, i32)> {
    let depth = window().history().ok()?.state().ok()?.as_f64()?;
    Some((document().get_element_by_id(fragment().strip_prefix('#')?)?, depth as i32))
}

/// The sheet to which a link leads. A link in it to itself is its address in another page, and leads there.
fn sheet_of(link: &Element) -> Option<Element> {
    let href = link.get_attribute("href")?;
    // A file beside the page, or the page itself.
    let (file, id) = href.split_once('#')?;
    let sheet = document().get_element_by_id(id).filter(|_| !file.contains(['/', ':']))?;
    (sheet.class_list().contains("sheet") && !sheet.contains(Some(link))).then_some(sheet)
}

/// Opens a sheet, in place of the one that is open. `inside`: from one record to the next, which is a step of the history of its
/// own; to close it leads to where the first was opened.
fn show(sheet: Element, link: &Element, inside: bool) {
    let before = OPEN.take();
    before.iter().for_each(|it| hide(&it.sheet));
    // One that the address opened; to go elsewhere now would be a step of the history.
    if let Some(target) = find(".sheet:target") {
        set(&target, "data-shut", Some(""));
    }
    let address = format!("#{}", sheet.id());
    let history = window().history();
    let (url, was) = (Some(address.as_str()), window().location().href().ok());
    let (step, depth) = match (&before, history) {
        // In a frame the first one has changed no address, so neither does the next.
        (Some(Open { before: Some(was), depth, .. }), Ok(history)) => {
            let depth = depth + i32::from(inside);
            let _ = match inside {
                true => history.push_state_with_url(&depth.into(), "", url),
                false => history.replace_state_with_url(&depth.into(), "", url),
            };
            (Some(was.clone()), depth)
        }
        // The way back of a host leads out of its article, not through what was read in a frame.
        (None, Ok(history)) if !is_framed() => {
            let is_step = history.push_state_with_url(&1.into(), "", url).is_ok();
            (was.filter(|_| is_step), 1)
        }
        _ => (None, 0),
    };
    let (opener, scrolled) = before
        .filter(|_| inside)
        .map_or_else(|| (link.clone(), scrolled()), |it| (it.opener, it.scrolled));
    reveal(&sheet);
    focus_in(&sheet, ".close");
    // From its beginning, however far it was read before. Who asks for the sources is shown the sources.
    sheet.set_scroll_top(0);
    if link.matches(".sources > a:not(.number)") == Ok(true)
        && let Ok(Some(sources)) = sheet.query_selector(".of-sources")
    {
        sources.scroll_into_view();
    }
    let place = opener.closest("[tabindex]").ok().flatten();
    OPEN.set(Some(Open { sheet, opener, place, before: step, depth, scrolled }));
}

fn scrolled() -> (f64, f64) {
    let page = window();
    (page.scroll_x().unwrap_or(0.0), page.scroll_y().unwrap_or(0.0))
}

/// Whether the address names a sheet.
fn has_address(sheet: &Element) -> bool {
    fragment().strip_prefix('#') == Some(&sheet.id())
}

fn reveal(sheet: &Element) {
    set(sheet, "data-open", Some(""));
}

fn hide(sheet: &Element) {
    set(sheet, "data-open", None);
}

/// Hides a sheet and brings the keyboard back to where it was opened.
fn put_away(Open { sheet, opener, place, .. }: &Open) {
    hide(sheet);
    // Words that held the link may have given way to others; their place is still there.
    match place {
        Some(place) if !opener.is_connected() => focus(place),
        _ => focus(opener),
    }
}

/// Closes the sheet by going back over the steps of the history that opened it. Whether there was one to close.
fn close() -> bool {
    let Some(mut gone) = OPEN.take() else { return false };
    put_away(&gone);
    gone.scrolled = scrolled();
    // What has been chosen meanwhile may have taken its place in the history.
    if gone.before.is_some()
        && has_address(&gone.sheet)
        && let Ok(history) = window().history()
    {
        let _ = history.go_with_delta(-gone.depth);
        LEFT.set(Some(gone));
    }
    true
}

/// Closes the sheet because the reader goes elsewhere, which may be a step of the history by itself. So none is taken
/// back: that of the sheet becomes one of the page without it.
fn leave() {
    let Some(gone) = OPEN.take() else { return };
    hide(&gone.sheet);
    let before = gone.before.filter(|_| has_address(&gone.sheet));
    if let (Some(before), Ok(history)) = (before, window().history()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&before));
    }
}

/// Closes a sheet that the address opened, before this code ran or by a shared link.
fn close_target() {
    let close = document().query_selector(".sheet:target .close").ok().flatten();
    if let Some(close) = close {
        let close: &HtmlElement = close.unchecked_ref();
        close.click();
    }
}
