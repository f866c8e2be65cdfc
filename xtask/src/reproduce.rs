//! `cargo xtask reproduce`: whether the same source gives the same bytes.
//!
//! A clean build is one in a target folder of its own that was empty before: all dependencies, the app for
//! the browser, the program that renders its pages. Only the tools (Trunk, wasm-bindgen) and this program
//! are not built again. Since the folders have other names, a path that gets into a file shows as well.
//!
//! `cargo xtask test` makes one clean build and compares it with the one that it has made along the way,
//! in a target folder of any age. That is as strict as two clean builds, since they would have to be the
//! same as that one too, and it also shows that what was left from earlier work has not got into what is
//! published. It takes half the time.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};

use crate::{
    compare::{self, Compared},
    dist, flags,
    tools::Tools,
    trunk::Story,
};

/// Where clean builds are made; empty before, gone afterwards.
const DIR: &str = "target/reproduce";

/// Makes two clean builds and compares them.
pub(crate) fn run(flags: flags::Reproduce) -> Result<ExitCode> {
    let story = Story::new(flags.data)?;
    let tools = Tools::set_up()?;
    let url = flags.url.as_deref();
    let first = Clean::build("first", &tools, &story, url)?;
    let second = Clean::build("second", &tools, &story, url)?;
    are_same(&first.out(), &second.out())?;
    Ok(ExitCode::SUCCESS)
}

/// Makes one clean build and compares it with a build that is there.
pub(crate) fn again(tools: &Tools, story: &Story, built: &Path, url: Option<&str>) -> Result<()> {
    let clean = Clean::build("again", tools, story, url)?;
    are_same(built, &clean.out())
}

/// A clean build; it goes when this is dropped.
struct Clean(PathBuf);

impl Clean {
    fn build(name: &str, tools: &Tools, story: &Story, url: Option<&str>) -> Result<Clean> {
        let dir = std::path::absolute(DIR).context("the current folder is gone")?.join(name);
        if dir.exists() {
            fs::remove_dir_all(&dir).with_context(|| format!("cannot empty {}", dir.display()))?;
        }
        let clean = Clean(dir);
        let target = clean.0.join("target");
        dist::build_in(Some(&target), tools, story, &clean.out(), url)?;
        // As large as all else together, and of no more use.
        fs::remove_dir_all(&target)
            .with_context(|| format!("cannot remove {}", target.display()))?;
        Ok(clean)
    }

    fn out(&self) -> PathBuf {
        self.0.join("dist")
    }
}

impl Drop for Clean {
    fn drop(&mut self) {
        // What stays behind lies in the target folder and is in nobody's way.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Says so, or names every file that differs.
fn are_same(one: &Path, other: &Path) -> Result<()> {
    match compare::folders(one, other)? {
        Compared::Same { n_files, hash } => {
            println!("{n_files} files, the same bytes twice: {hash}");
            Ok(())
        }
        Compared::Different(lines) => {
            lines.iter().for_each(|it| println!("{it}"));
            bail!("{} files differ between two builds of the same source", lines.len())
        }
    }
}
