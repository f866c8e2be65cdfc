//! Records open as a sheet over the page, and close again where the reader was.
//!
//! The prerendered page does this with `:target` alone. Here the same links open the same articles
//! without a step in the history, and the keyboard finds its way in and back.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

use super::listen::{on_document, on_window};
use super::pointer::{closest, focus, focus_in, is_plain};

/// The sheet that is open, if any.
type Opened = Rc<RefCell<Option<Open>>>;

struct Open {
    sheet: Element,
    /// The link that opened it.
    opener: Element,
    /// Where that link stands among words that change.
    place: Option<Element>,
}

/// Listens for links whose fragment names an element with the class `sheet`; each opens it, also where the
/// link is to another page that holds the same. Inside it, an element with the class `close` closes it, as
/// Escape does.
pub fn open_sheets() {
    let open: Opened = Rc::default();
    let clicked = Rc::clone(&open);
    on_document("click", move |event| {
        if !event.dyn_ref::<MouseEvent>().is_some_and(is_plain) {
            return;
        }
        let Some(link) = closest(event, "a[href*='#']") else { return };
        let inside = is_open(&clicked, &link);
        if let Some(sheet) = sheet_of(&link) {
            event.prevent_default();
            let first = inside.then(|| clicked.take()).flatten();
            close(&clicked);
            close_target();
            // From one record to the next: the way back leads to where the first was opened.
            let opener = first.map_or(link, |it| {
                hide(&it.sheet);
                it.opener
            });
            show(&clicked, sheet, opener);
        } else if inside && link.get_attribute("href").is_some_and(|it| it.starts_with('#')) {
            // What it leads to in the page would lie under the sheet.
            if link.matches(".close") == Ok(true) {
                event.prevent_default();
            }
            close(&clicked);
        }
    });
    on_window("keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Escape");
        if escape && !close(&open) {
            close_target();
        }
    });
}

/// The sheet to which a link leads. A link in it to itself is its address in another page, and leads there.
fn sheet_of(link: &Element) -> Option<Element> {
    let href = link.get_attribute("href")?;
    // A file beside the page, or the page itself.
    let (file, id) = href.split_once('#')?;
    let sheet = document().get_element_by_id(id).filter(|_| !file.contains(['/', ':']))?;
    (sheet.class_name() == "sheet" && !sheet.contains(Some(link))).then_some(sheet)
}

fn show(open: &Opened, sheet: Element, opener: Element) {
    let _ = sheet.set_attribute("data-open", "");
    focus_in(&sheet, ".close");
    let place = opener.closest("[tabindex]").ok().flatten();
    *open.borrow_mut() = Some(Open { sheet, opener, place });
}

fn hide(sheet: &Element) {
    let _ = sheet.remove_attribute("data-open");
}

fn is_open(open: &Opened, inside: &Element) -> bool {
    open.borrow().as_ref().is_some_and(|it| it.sheet.contains(Some(inside)))
}

/// Whether there was a sheet to close.
fn close(open: &Opened) -> bool {
    let Some(Open { sheet, opener, place }) = open.borrow_mut().take() else { return false };
    hide(&sheet);
    // Words that held the link may have given way to others; their place is still there.
    if opener.is_connected() {
        focus(&opener);
    } else if let Some(place) = place {
        focus(&place);
    }
    true
}

/// Closes a sheet that the address opened, before this code ran or by a shared link.
fn close_target() {
    let close = document().query_selector(".sheet:target .close").ok().flatten();
    if let Some(close) = close {
        let close: &HtmlElement = close.unchecked_ref();
        close.click();
    }
}
