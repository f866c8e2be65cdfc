//! That the page can be read without a network, and how a reader learns of a newer version.

use leptos::prelude::*;

use super::html_of;

/// The notice, hidden until there is a newer version; `script/offline.js` shows it.
pub(super) fn notice() -> String {
    // The status is there from the start; only what appears in it is read out.
    html_of(view! {
        <div role="status">
            <p class="new-version" data-role="new-version" hidden>
                "A newer version of this page is here. "
                <button type="button">"Show it"</button> " "
                <button type="button">"Later"</button>
            </p>
        </div>
    })
}
