//! Writes into the page of all numbers what can only be known after the build: what the wasm is, and which
//! tools made it. The places for it are in `src/page/built.rs`.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::one_file;

const PAGE: &str = "audit.html";

/// Fills the places. The wasm has to be as it will be served.
pub(crate) fn write(dist: &Path, tools: &str) -> Result<()> {
    let wasm = one_file::wasm_of(dist)?;
    let bytes = fs::read(&wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let page = dist.join(PAGE);
    let html =
        fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let html = filled(&html, "wasm-hash", &format!("{:x}", Sha256::digest(bytes)))?;
    let html = filled(&html, "tools", tools)?;
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))
}

/// A page with other words in the element with that id, which holds nothing but words.
fn filled(html: &str, id: &str, words: &str) -> Result<String> {
    let start = format!("id=\"{id}\">");
    let place = html.split_once(&start).and_then(|(before, rest)| {
        let (_, after) = rest.split_once("</")?;
        Some([before, &start, words, "</", after].concat())
    });
    place.with_context(|| format!("{PAGE} has no place for {id}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_wasm_by_its_hash() {
        let dist = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        fs::write(dist.join("app-1a_bg.wasm"), "a").unwrap();
        let page = "<p>a</p><code id=\"wasm-hash\">not yet</code><dd id=\"tools\">not yet</dd><p>";
        fs::write(dist.join(PAGE), page).unwrap();
        write(&dist, "rustc 1").unwrap();
        let html = fs::read_to_string(dist.join(PAGE)).unwrap();
        fs::remove_dir_all(&dist).unwrap();
        // The hash of "a", as any other program has it.
        let hash = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
        assert_eq!(
            html,
            format!("<p>a</p><code id=\"wasm-hash\">{hash}</code><dd id=\"tools\">rustc 1</dd><p>")
        );
    }

    #[test]
    fn a_page_without_a_place_is_refused() {
        assert!(filled("<p>", "tools", "rustc 1").is_err());
    }
}
