//! From `data/` to Rust statics: read → check → lay out the map → emit.
//!
//! Runs in the app's build script and in `cargo xtask check-data`; nothing of it ships.
//! The only place that knows TOML.

mod check;
mod data;
mod emit;
mod hash;
mod ids;
pub mod layout;
mod number_words;
mod numbers;
mod problem;
mod prose;
mod rows;
mod syntax;
mod table;

use std::path::Path;

use explainer_model::Date;
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
    let all = [
        (data.releases.len(), "releases"),
        (data.totals.len(), "totals"),
        (data.held.len(), "counts held"),
        (data.claims.len(), "other claims"),
        (data.measures.len(), "measures"),
        (data.actors.len(), "actors"),
        (data.relations.len(), "relations"),
        (data.quotes.len(), "quotations"),
        (data.terms.len(), "terms"),
        (data.conflicts.len(), "conflicts"),
        (data.statements.len(), "statements"),
        (data.steps.len(), "steps"),
        (data.sources.len(), "sources"),
        (data.changes.len(), "changes"),
    ];
    let all = all.map(|(n, what)| format!("{n} {what}")).join(", ");
    let absent = match data.ids.absent().join(", ") {
        none if none.is_empty() => none,
        some => format!("; without {some}"),
    };
    Ok(format!("{}: {all}{absent}", dir.display()))
}

/// What could be better and stops no build, by file and line: sentences that are hard to read for their length, sums and
/// key figures that a newer release has left behind, dates that are yet to come.
pub fn advice(dir: &Path, today: Date) -> Vec<Problem> {
    // What else is wrong is told by `check`.
    let data = data::read(dir, &Problems::default());
    let problems = Problems::default();
    check::plain::check(&data, &problems);
    check::stale::left_behind(&data, &problems);
    check::stale::ahead(&data, today, &problems);
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
