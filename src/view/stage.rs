//! The place beside the words of the guided story, where the figure of a step stands.
//!
//! It is the figure of the page, not another: where there is room it is moved there, with all that the reader can do with
//! it, and is back in its place before the reader is.

use std::cell::RefCell;

use crate::browser::{self, Element};

/// The place; not shown where there is no room for it.
const STAGE: &str = "#guide > .stage";

/// The place with what stands there.
pub(super) struct Stage {
    guide: Element,
    lent: RefCell<Option<Lent>>,
}

/// A figure that has been moved beside the words.
struct Lent {
    name: String,
    island: Element,
    stand_in: Element,
}

/// Whether there is room for a figure beside the words.
pub(super) fn has_room() -> bool {
    browser::find(STAGE).is_some_and(|it| it.client_width() > 0)
}

impl Stage {
    /// Nothing stands there yet.
    pub(super) fn of(guide: Element) -> Stage {
        Stage { guide, lent: RefCell::default() }
    }

    /// Puts a figure there, by its name, or none; what stood there goes back.
    pub(super) fn show(&self, figure: Option<String>) {
        let Some(stage) = browser::find(STAGE) else { return };
        // Not while its own place is in sight, nor where there is no room.
        let figure = figure.filter(|it| stage.client_width() > 0 && is_out_of_sight(it));
        let mut lent = self.lent.borrow_mut();
        if lent.as_ref().map(|it| &it.name) == figure.as_ref() {
            return;
        }
        if let Some(Lent { island, stand_in, .. }) = lent.take() {
            browser::give_back(&island, &stand_in);
        }
        browser::toggle(&self.guide, "live", figure.is_some());
        let Some(name) = figure else { return };
        let island = browser::find(&format!("#island-{name}"));
        if let Some((island, stand_in)) = island.and_then(|it| {
            let stand_in = browser::lend(&it, &stage)?;
            Some((it, stand_in))
        }) {
            let place = format!("#{name}");
            if let Some(link) = browser::find(".explore") {
                browser::set(&link, "href", Some(&place));
            }
            if let Some((caption, figure)) =
                browser::find(".stage > .caption").zip(browser::find(&place))
            {
                caption.set_text_content(Some(&browser::text_of(&figure, "h2")));
            }
            // Its key stays with the rest of it, so a copy comes along.
            let key_of = |it: &str| browser::find(&format!("{it} > .legend"));
            if let Some((copy, key)) = key_of(STAGE).zip(key_of(&place)) {
                copy.set_inner_html(&key.inner_html());
            }
            *lent = Some(Lent { name, island, stand_in });
        }
    }
}

fn is_out_of_sight(figure: &str) -> bool {
    browser::find(&format!("#{figure}")).is_some_and(|it| {
        let (top, bottom) = browser::edges(&it);
        top > browser::window_height() || bottom < 0.0
    })
}
