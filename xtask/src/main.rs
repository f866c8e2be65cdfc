//! The project's developer command: `cargo xtask serve`, `dist`, `budget`, `check-data`, `test`,
//! `reproduce`, `generate-story`.
//!
//! It only orchestrates: it sets up the tools that are missing and runs cargo, Trunk and the
//! browser tests in the right order. What the page is made of lives in the other crates.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool speaks there")]

mod flags;

mod budget;
mod check_data;
mod dist;
mod generate;
mod reproduce;
mod serve;
mod test;

mod browser;
mod cards;
mod classic;
mod compare;
mod compress;
mod data_url;
mod debian;
mod edition;
mod engines;
mod first_load;
mod hosts;
mod html;
mod imports;
mod lean;
mod names;
mod nginx;
mod one_file;
mod panic_places;
mod policy;
mod precache;
mod run;
mod stamp;
mod steps;
mod tally;
mod tools;
mod trunk;
mod wasm;

use std::{env, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result};
use flags::Command;

fn main() -> ExitCode {
    match try_main() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn try_main() -> Result<ExitCode> {
    let command = match flags::parse() {
        Ok(command) => command,
        Err(error) => {
            eprintln!("error: {error:#}\n\n{}", flags::HELP);
            return Ok(ExitCode::from(2));
        }
    };

    // Paths given by the user are absolute by now, so that from here on all others can be
    // relative to the root of the repository.
    let root = root()?;
    env::set_current_dir(&root).with_context(|| format!("cannot enter {}", root.display()))?;

    match command {
        Command::Help => {
            println!("{}", flags::HELP);
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve(flags) => serve::run(flags),
        Command::Dist(flags) => dist::run(flags),
        Command::Budget(flags) => budget::run(flags),
        Command::CheckData(flags) => check_data::run(flags),
        Command::GenerateStory(flags) => generate::run(&flags),
        Command::Reproduce(flags) => reproduce::run(flags),
        Command::Test => test::run(),
    }
}

/// The root of the repository. Asked at run time first, so that a moved checkout is not built anew.
fn root() -> Result<PathBuf> {
    let xtask = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let root = xtask.parent().context("xtask/ lies in no folder")?;
    Ok(root.to_path_buf())
}
