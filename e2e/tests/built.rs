//! The page tells what it was built from.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use e2e::Story;
use sha2::{Digest, Sha256};

fn sha256(bytes: impl AsRef<[u8]>) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// Names in a folder that end like this, in order.
fn names(folder: &Path, end: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string().ok().filter(|it| it.ends_with(end)));
    }
    names.sort();
    Ok(names)
}

#[test]
fn the_hashes_shown_are_those_of_the_files() -> Result<()> {
    for (story, data) in [(Story::Own, "data"), (Story::Fixture, "tests/moon")] {
        let html = fs::read_to_string(story.file("audit.html")?)?;
        let shown = |id: &str| -> Result<String> {
            let (_, rest) = html.split_once(&format!("id=\"{id}\">")).context("not shown")?;
            Ok(rest.split('<').next().unwrap_or_default().to_owned())
        };

        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(data);
        let mut list = String::new();
        for name in names(&data, ".toml")? {
            writeln!(list, "{}  {name}", sha256(fs::read(data.join(&name))?))?;
        }
        assert_eq!(shown("data-hash")?, sha256(list), "{story:?}: data");

        let wasm = names(&story.file("")?, "_bg.wasm")?;
        assert_eq!(wasm.len(), 1, "{wasm:?}");
        let wasm = fs::read(story.file(&wasm[0])?)?;
        assert_eq!(shown("wasm-hash")?, sha256(wasm), "{story:?}: wasm");
        let tools = shown("tools")?;
        assert!(tools.starts_with("rustc ") && tools.contains(", wasm-bindgen 0."), "{tools}");
    }
    Ok(())
}
