//! The builds that the tests read.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, ensure};

/// A build of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    /// The one that ships, of the facts in `data/`.
    Own,
    /// The fixture: what holds for it as well does not hang on the facts in `data/`.
    Fixture,
}

impl Story {
    /// The folder of the build. An error if nobody has named it: a test never passes for want of a page.
    pub(crate) fn folder(self) -> Result<PathBuf> {
        let variable = match self {
            Story::Own => "EXPLAINER_DIST",
            Story::Fixture => "EXPLAINER_MOON_DIST",
        };
        let folder = PathBuf::from(env::var_os(variable).unwrap_or_default());
        ensure!(
            folder.join("index.html").is_file(),
            "{variable} names no folder of a build: run `cargo xtask test`, which makes one and sets it"
        );
        Ok(folder)
    }
}
