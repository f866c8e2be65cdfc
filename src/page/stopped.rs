//! What a reader is told when the interactive part of a page does not come or fails.

use leptos::prelude::*;

use super::html_of;

/// The script that goes back to the page as it was prerendered.
pub(super) const SCRIPT: &str = include_str!("../script/stop.js");

/// The notice, hidden until there is something to tell.
pub(super) fn notice() -> String {
    html_of(view! {
        <div role="status">
            <p class="new-version" data-role="stopped" hidden>
                "The interactive part of this page is not working here. Everything it says can still be read. "
                <a href="#main">"Try again"</a>
                <button type="button">"Close"</button>
            </p>
        </div>
    })
}
