//! The pictures that are shown beside links. Another crate draws them, so that only who builds what is
//! published compiles what it takes: `xtask/cards/`.

use std::path::Path;

use anyhow::Result;

use crate::run::{self, cargo};

/// Makes a PNG of every card in a built folder.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "explainer-cards", "--"]).arg(dist);
    run::run(&mut command)
}
