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
        let (gone, open) = OPEN.take().map_or((None, None), |it| match has_address(&it.sheet) {
            true => (None, Some(it)),
            false => (Some(it), None),
        });
        OPEN.set(open);
        gone.iter().for_each(|it| hide(&it.sheet));
        let left = LEFT.take();
        // The reader comes back to what the address had opened, unless another was closed that was not opened from there.
        let is_back =
            |it: &Element| left.as_ref().is_none_or(|left| it.contains(Some(&left.opener)));
        if let Some(shut) = find("[data-shut]").filter(is_back) {
            set(&shut, "data-shut", None);
        }
        if let Some(last) = gone.or(left) {
            let (x, y) = last.scrolled;
            // Once all have heard of the step, browsers go to what the address names, and take the keyboard from
            // everything. Only then can both be given back.
            after(0, move || {
                if !is_some(&OPEN) {
                    window().scroll_to_with_x_and_y(x, y);
                    put_away(&last);
                }
            });
        }
    });
}

/// The sheet to which a link leads. A link in it to itself is its address in another page, and leads there.
fn sheet_of(link: &Element) -> Option<Element> {
    let href = link.get_attribute("href")?;
    // A file beside the page, or the page itself.
    let (file, id) = href.split_once('#')?;
    let sheet = document().get_element_by_id(id).filter(|_| !file.contains(['/', ':']))?;
    (sheet.class_list().contains("sheet") && !sheet.contains(Some(link))).then_some(sheet)
}

/// Opens a sheet, in place of the one that is open. `inside`: from one record to the next; the way back leads to
/// where the first was opened.
fn show(sheet: Element, link: &Element, inside: bool) {
    let before = OPEN.take();
    before.iter().for_each(|it| hide(&it.sheet));
    // One that the address opened; to go elsewhere now would be a step of the history.
    if let Some(target) = find(".sheet:target") {
        let _ = target.set_attribute("data-shut", "");
    }
    let address = format!("#{}", sheet.id());
    let history = window().history();
    let (url, was) = (Some(address.as_str()), window().location().href().ok());
    let step = match (&before, &history) {
        // In a frame the first one has changed no address, so neither does the next.
        (Some(Open { before: Some(was), .. }), Ok(history)) => {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", url);
            Some(was.clone())
        }
        // The way back of a host leads out of its article, not through what was read in a frame.
        (None, Ok(history)) if !is_framed() => {
            was.filter(|_| history.push_state_with_url(&JsValue::NULL, "", url).is_ok())
        }
        _ => None,
    };
    let (opener, scrolled) = before
        .filter(|_| inside)
        .map_or_else(|| (link.clone(), scrolled()), |it| (it.opener, it.scrolled));
    let _ = sheet.set_attribute("data-open", "");
    focus_in(&sheet, ".close");
    // From its beginning, however far it was read before. Who asks for the sources is shown the sources.
    sheet.set_scroll_top(0);
    if link.matches(".sources > a:not(.number)") == Ok(true)
        && let Ok(Some(sources)) = sheet.query_selector(".of-sources")
    {
        sources.scroll_into_view();
    }
    let place = opener.closest("[tabindex]").ok().flatten();
    OPEN.set(Some(Open { sheet, opener, place, before: step, scrolled }));
}

fn scrolled() -> (f64, f64) {
    let page = window();
    (page.scroll_x().unwrap_or(0.0), page.scroll_y().unwrap_or(0.0))
}

/// Whether the address names a sheet.
fn has_address(sheet: &Element) -> bool {
    fragment().strip_prefix('#') == Some(&sheet.id())
}

fn hide(sheet: &Element) {
    let _ = sheet.remove_attribute("data-open");
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

/// Closes the sheet by the step of the history that opened it. Whether there was one to close.
fn close() -> bool {
    let Some(mut gone) = OPEN.take() else { return false };
    put_away(&gone);
    gone.scrolled = scrolled();
    // What has been chosen meanwhile may have taken its place in the history.
    if gone.before.is_some()
        && has_address(&gone.sheet)
        && let Ok(history) = window().history()
    {
        let _ = history.back();
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
