//! What an engine shows: opens the page by an address and writes the window as a PNG.
//!
//! `EXPLAINER_ENGINE=firefox EXPLAINER_DIST=$PWD/dist cargo run -p e2e --example look -- '?view=waves#releases' releases.png`

use std::{env, fs};

use anyhow::{Context, Result};
use e2e::{Story, Visit};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let usage = "usage: look ADDRESS FILE, the address as it follows the page's own";
    let (address, file) = (arguments.next().context(usage)?, arguments.next().context(usage)?);
    let page = Visit::to(Story::Own).by(&address).open().await?;
    page.settle().await?;
    fs::write(&file, page.picture().await?).with_context(|| format!("cannot write {file}"))
}
