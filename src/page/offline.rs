//! That the page can be read without a network, and how a reader learns of a newer version.

use leptos::prelude::*;

use super::download::Download;
use super::html_of;
use super::template::lean_script;

/// The script, with comments for those who read it.
const SCRIPT: &str = include_str!("../script/offline.js");

/// The script, which the page fetches once it has settled. It needs no wasm.
pub(super) fn script() -> Download {
    Download { name: "offline.js".to_owned(), content: lean_script(SCRIPT) }
}

/// The notice, hidden until there is a newer version.
pub(super) fn notice() -> String {
    // The status is there from the start; only what appears in it is read out.
    html_of(view! {
        <div role="status">
            <p class="new-version" data-role="new-version" hidden>
                "A newer version of this page is here. "
                <button type="button">"Show it"</button>
            </p>
        </div>
    })
}
