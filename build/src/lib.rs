//! From `data/` to Rust statics: read → check → lay out the map → emit.
//!
//! Runs in the app's build script and in `cargo xtask check-data`; nothing of it ships.
//! The only place that knows TOML.

mod check;
mod data;
mod emit;
mod hash;
pub mod layout;
mod problem;
mod prose;
mod rows;
mod table;

use std::path::Path;

pub use problem::Problem;
use problem::Problems;

use crate::data::Data;
use crate::rows::story::StoryRow;

/// The files of Rust source that a story becomes.
#[derive(Debug)]
pub struct Statics {
    /// Declares `FACTS`, an [`explainer_model::facts::Facts`].
    pub facts: String,
    /// Declares `MAP`, an [`explainer_model::graph::Map`].
    pub map: String,
    /// Declares `RECORDS`, an [`explainer_model::records::Records`].
    pub records: String,
}

/// Reads and checks a data folder; returns what it holds, in one line.
///
/// # Errors
///
/// Every problem found, by file and line.
pub fn check(dir: &Path) -> Result<String, Vec<Problem>> {
    let (data, _) = checked(dir)?;
    Ok(format!(
        "{}: {} releases, {} totals, {} counts held, {} measures, {} actors, {} relations, {} sources",
        dir.display(),
        data.releases.len(),
        data.totals.len(),
        data.held.len(),
        data.measures.len(),
        data.actors.len(),
        data.relations.len(),
        data.sources.len(),
    ))
}

/// Sentences that are hard to read for their length, by file and line. None of them stops a build.
pub fn long_sentences(dir: &Path) -> Vec<Problem> {
    // What else is wrong is told by `check`.
    let data = data::read(dir, &Problems::default());
    let problems = Problems::default();
    check::plain::check(&data, &problems);
    problems.into_sorted()
}

/// Reads and checks a data folder, lays out its map and writes it as Rust.
///
/// # Errors
///
/// Every problem found, by file and line.
pub fn compile(dir: &Path) -> Result<Statics, Vec<Problem>> {
    let (data, story) = checked(dir)?;
    Ok(Statics {
        facts: emit::facts(&data, &story),
        map: emit::map(&data),
        records: emit::records(&data, &story, &hash::of(dir)),
    })
}

fn checked(dir: &Path) -> Result<(Data, StoryRow), Vec<Problem>> {
    let problems = Problems::default();
    let mut data = data::read(dir, &problems);
    check::check(&data, &problems);
    let problems = problems.into_sorted();
    match data.story.take() {
        Some(story) if problems.is_empty() => Ok((data, story)),
        _ => Err(problems),
    }
}
