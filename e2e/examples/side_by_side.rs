//! The same states of the page in each engine, beside each other: one PNG for each state and width.
//!
//! `EXPLAINER_DIST=$PWD/dist cargo run -p e2e --example side_by_side -- target/engines`

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use e2e::{Story, Visit};

const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];
const WIDTHS: [u32; 2] = [390, 1280];
/// Their names, and what is in the address.
const STATES: [(&str, &str); 4] = [
    ("top", ""),
    ("releases", "?view=waves#releases"),
    ("map", "?actor=alexander-lukashenko#map"),
    ("record", "#claim-rel-2025-12-13"),
];
const GAP: u32 = 16;
const HEIGHT: u32 = 900;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = env::args().nth(1).context("usage: side_by_side FOLDER")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let folder = fs::canonicalize(folder)?;
    for width in WIDTHS {
        for (name, address) in STATES {
            let mut row = String::new();
            for engine in ENGINES {
                let file = format!("{name}-{width}-{engine}.png");
                look(engine, address, &folder.join(&file), width)?;
                row.push_str(&format!("<figure>{engine}<img src=\"{file}\"></figure>"));
            }
            let page = folder.join("row.html");
            fs::write(&page, format!("<!DOCTYPE html><style>{STYLE}</style>{row}"))?;
            let all = Visit::to(Story::Own).sized(3 * (width + GAP), HEIGHT + 24).open().await?;
            all.go_to(&format!("file://{}", page.display())).await?;
            all.until("[...document.images].every(it => it.complete)").await?;
            fs::write(folder.join(format!("{name}-{width}.png")), all.picture().await?)?;
            fs::remove_file(page)?;
        }
    }
    Ok(())
}

const STYLE: &str =
    "body { margin: 0; display: flex; gap: 16px; background: #888; font: 14px sans-serif }
    figure { margin: 0 } img { display: block }";

/// The engine is a matter of the environment, so each look is a run of its own.
fn look(engine: &str, address: &str, file: &Path, width: u32) -> Result<()> {
    let look = env::current_exe()?.with_file_name(format!("look{}", env::consts::EXE_SUFFIX));
    let mut command = Command::new(&look);
    command.arg(address).arg(file).arg(width.to_string()).env("EXPLAINER_ENGINE", engine);
    let status = command.status().context("there is no look: build all examples")?;
    ensure!(status.success(), "no picture of {address} in {engine}");
    Ok(())
}
