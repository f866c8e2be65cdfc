//! From what and with what the page was built, and how anybody can build it again and compare.

use leptos::prelude::*;

use crate::data::{FACTS, RECORDS};

/// What the page cannot know while it is rendered. A production build writes what it is in its place
/// (`xtask/src/stamp.rs`).
const NOT_YET: &str = "known in a production build";

/// What whoever has the source types.
const COMMANDS: &str = "cargo xtask dist
sha256sum dist/*_bg.wasm
(cd data && sha256sum *.toml | sha256sum)";

pub(super) fn built() -> AnyView {
    view! {
        <section class="notes" id="built">
            <h2>"How this was built"</h2>
            <p class="lead">
                "The same source, data and tools give the same bytes. Whoever builds the page again can compare what comes out with what is here."
            </p>
            <dl class="entries">
                <div><dt>"Program"</dt><dd>{concat!("version ", env!("CARGO_PKG_VERSION"))}</dd></div>
                <div>
                    <dt>"Data"</dt>
                    <dd>{format!("to {}, SHA-256 of the folder ", FACTS.as_of)} <code id="data-hash">{RECORDS.data_hash}</code></dd>
                </div>
                <div><dt>"Code"</dt><dd>"SHA-256 of the wasm " <code id="wasm-hash">{NOT_YET}</code></dd></div>
                <div><dt>"Tools"</dt><dd id="tools">{NOT_YET}</dd></div>
            </dl>
            <p>"In a clone of the source, at this version, with these tools:"</p>
            <pre>{COMMANDS}</pre>
            <p class="sources">
                <code>"cargo xtask reproduce"</code>
                " builds twice from nothing and compares all files. Where the page is to be published ("
                <code>"--url"</code>
                ") is written into pages, not into the code; another story ("
                <code>"--data"</code>
                ") has another folder to hash."
            </p>
        </section>
    }
    .into_any()
}
