//! `cargo xtask check-data`: the facts alone, checked in a second by the code that the build uses.

use std::{
    path::Path,
    process::ExitCode,
    time::{Duration, SystemTime},
};

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

/// By the clock of this machine, as far east as a day begins: what is printed there today is not yet to come.
fn today() -> Result<Date> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).context("no clock")?;
    furthest_day(since)
}

/// The latest day that it is anywhere, so long after the beginning of 1970 in Greenwich.
fn furthest_day(since: Duration) -> Result<Date> {
    /// Line Islands, UTC+14.
    const FIRST: Duration = Duration::from_secs(14 * 3_600);
    let days = (since + FIRST).as_secs() / 86_400;
    Ok(Date::from_day(days.try_into().context("no such day")?))
}

fn counted(n_problems: usize) -> String {
    match n_problems {
        1 => "1 problem".to_owned(),
        n => format!("{n} problems"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_in_the_east() {
        let day = |hours: u64| furthest_day(Duration::from_secs(hours * 3_600)).unwrap().iso();
        assert_eq!(day(9), "1970-01-01");
        assert_eq!(day(10), "1970-01-02");
        assert_eq!(day(33), "1970-01-02");
    }
}
