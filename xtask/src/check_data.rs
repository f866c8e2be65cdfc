//! `cargo xtask check-data`: the facts alone, checked in a second by the code that the build uses.

use std::{path::Path, process::ExitCode};

use anyhow::{Result, bail};

use crate::flags;

/// Prints every problem, or one line that says what is there and what could be easier to read.
pub(crate) fn run(flags: flags::CheckData) -> Result<ExitCode> {
    check(&flags.dir)?;
    Ok(ExitCode::SUCCESS)
}

/// Fails if the folder is not fit to be built; each problem has been printed by then.
pub(crate) fn check(dir: &Path) -> Result<()> {
    if !dir.is_dir() {
        bail!("{} is not a folder; the story lives in data/", dir.display());
    }
    match explainer_build::check(dir) {
        Ok(summary) => {
            println!("{summary}");
            for advice in explainer_build::long_sentences(dir) {
                println!("advice: {advice}");
            }
            Ok(())
        }
        Err(problems) => {
            for problem in &problems {
                eprintln!("error: {problem}");
            }
            bail!("{}: {} to put right", dir.display(), counted(problems.len()));
        }
    }
}

fn counted(n_problems: usize) -> String {
    match n_problems {
        1 => "1 problem".to_owned(),
        n => format!("{n} problems"),
    }
}
