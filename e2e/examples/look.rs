//! What an engine shows: opens the page by an address and writes the window as a PNG.
//!
//! `EXPLAINER_ENGINE=firefox EXPLAINER_DIST=$PWD/dist cargo run -p e2e --example look -- '?view=waves#releases' releases.png`
//!
//! With a third argument, the width of the window. `e2e/examples/side_by_side.rs` puts the pictures of all engines together.

use std::{env, fs};

use anyhow::{Context, Result};
use e2e::{Story, Visit};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let usage = "usage: look ADDRESS FILE [WIDTH], the address as it follows the page's own";
    let (address, file) = (arguments.next().context(usage)?, arguments.next().context(usage)?);
    let width = arguments.next().map_or(Ok(1280), |it| it.parse()).context(usage)?;
    let page = Visit::to(Story::Own).sized(width, 900).by(&address).open().await?;
    page.until_records().await?;
    page.settle().await?;
    fs::write(&file, page.picture().await?).with_context(|| format!("cannot write {file}"))
}
