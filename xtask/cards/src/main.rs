//! Makes a PNG of each card of a built folder, beside its SVG, and takes the SVG away.
//!
//! The same SVG gives the same bytes on every machine: letters come from `xtask/fonts/`, never from the
//! machine, and nothing here asks for the time or draws lots.

mod draw;
mod palette;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};

/// What a card's file is called, in the folder of its piece.
const CARD: &str = "card.svg";

fn main() -> ExitCode {
    let result = std::env::args_os().nth(1).context("name the built folder");
    match result.and_then(|it| write_all(Path::new(&it))) {
        Ok(summary) => {
            // The build's log is where its maker looks.
            #[expect(clippy::print_stdout)]
            {
                println!("{summary}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            #[expect(clippy::print_stderr)]
            {
                eprintln!("error: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Every card below `dist/embed`, and what came of it in words.
fn write_all(dist: &Path) -> Result<String> {
    let cards = cards(&dist.join("embed"))?;
    ensure!(!cards.is_empty(), "{} has no card to make a picture of", dist.display());
    let fonts = draw::fonts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../fonts"))?;
    let mut sizes = Vec::new();
    for card in &cards {
        let svg = fs::read_to_string(card).with_context(|| card.display().to_string())?;
        let png = draw::png(&svg, &fonts).with_context(|| card.display().to_string())?;
        let file = card.with_extension("png");
        fs::write(&file, &png).with_context(|| format!("cannot write {}", file.display()))?;
        fs::remove_file(card).with_context(|| format!("cannot remove {}", card.display()))?;
        sizes.push(png.len() / 1000);
    }
    let (sum, most) = (sizes.iter().sum::<usize>(), sizes.iter().max().unwrap_or(&0));
    Ok(format!("{} cards as PNG, {sum} kB, the largest {most} kB", sizes.len()))
}

fn cards(embed: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(embed).with_context(|| format!("cannot read {}", embed.display()))?;
    let mut cards = Vec::new();
    for entry in entries {
        let card = entry.with_context(|| embed.display().to_string())?.path().join(CARD);
        if card.is_file() {
            cards.push(card);
        }
    }
    cards.sort();
    Ok(cards)
}
