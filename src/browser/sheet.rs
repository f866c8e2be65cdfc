//! Records of numbers open as a sheet over the page, and close again where the reader was.
//!
//! The prerendered page does this with `:target` alone. Here the same links open the same articles
//! without a step in the history, and the keyboard finds its way in and back.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

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

/// Listens for links with the attribute `link`; each opens the element whose id its `href` names.
/// Inside it, an element with the class `close` closes it, as Escape does.
pub fn open_sheets(link: &'static str) {
    let open: Opened = Rc::default();
    let clicked = Rc::clone(&open);
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        if !event.dyn_ref::<MouseEvent>().is_some_and(is_plain) {
            return;
        }
        let link = closest(event, &format!("a[{link}]"));
        if let Some((sheet, link)) = link.and_then(|it| Some((sheet_of(&it)?, it))) {
            event.prevent_default();
            close(&clicked);
            close_target();
            show(&clicked, sheet, link);
        } else if closest(event, "a.close").is_some_and(|it| is_open(&clicked, &it)) {
            event.prevent_default();
            close(&clicked);
        }
    })
    .forget();
    EventListener::new(&window(), "keydown", move |event| {
        let escape = event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Escape");
        if escape && !close(&open) {
            close_target();
        }
    })
    .forget();
}

fn sheet_of(link: &Element) -> Option<Element> {
    let href = link.get_attribute("href")?;
    document().get_element_by_id(href.strip_prefix('#')?)
}

fn show(open: &Opened, sheet: Element, opener: Element) {
    let _ = sheet.set_attribute("data-open", "");
    focus_in(&sheet, ".close");
    let place = opener.closest("[tabindex]").ok().flatten();
    *open.borrow_mut() = Some(Open { sheet, opener, place });
}

fn is_open(open: &Opened, inside: &Element) -> bool {
    open.borrow().as_ref().is_some_and(|it| it.sheet.contains(Some(inside)))
}

/// Whether there was a sheet to close.
fn close(open: &Opened) -> bool {
    let Some(Open { sheet, opener, place }) = open.borrow_mut().take() else { return false };
    let _ = sheet.remove_attribute("data-open");
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
