//! `cargo xtask check-data`: the facts alone, checked in a second by the code that the build uses.

use std::{path::Path, process::ExitCode, time::SystemTime};

use anyhow::{Context, Result, bail};
use explainer_model::Date;

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
            for advice in explainer_build::advice(dir, today()?) {
                println!("advice: {advice}");
            }
            Ok(())
        }
        Err(problems) => {
            for problem in &problems {
                eprintln!("error: {problem}");
            }
            let n = counted(problems.len());
            bail!("{}: {n} to put right; what hangs on these is looked at after", dir.display());
        }
    }
}

/// By the clock of this machine.
fn today() -> Result<Date> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).context("no clock")?;
    Ok(Date::from_day((since.as_secs() / 86_400).try_into().context("no such day")?))
}

fn counted(n_problems: usize) -> String {
    match n_problems {
        1 => "1 problem".to_owned(),
        n => format!("{n} problems"),
    }
}
