//! Fetches the libraries of host pages that the tests embed the explainer with, and axe-core, which looks for what
//! keeps readers out.

use std::{fs, path::Path, process::Command, time::SystemTime};

use anyhow::{Context, Result};

use crate::{debian, run};

const FOLDER: &str = "e2e/hosts";
const WHAT_TO_DO: &str = "install Node.js with npm on PATH, and run `npm ci` in e2e/hosts";

/// Fetches what the lock file names, unless it is there. If that cannot be, says so and goes on: only the
/// tests of those libraries fail then, not all of them.
pub(crate) fn set_up() {
    if let Err(error) = fetch() {
        println!("Tests of host libraries will fail: {error:#}");
    }
}

fn fetch() -> Result<()> {
    let folder = Path::new(FOLDER);
    if is_fresh(folder) {
        return Ok(());
    }
    let find = || run::find_on_path(&["npm"]);
    let npm = match find() {
        Some(npm) => npm,
        None => {
            debian::install(&["nodejs", "npm"], "npm", WHAT_TO_DO)?;
            find().with_context(|| format!("still no npm: {WHAT_TO_DO}"))?
        }
    };
    println!("Fetching four libraries of host pages, and axe-core, for tests only: some seconds.");
    run::run(Command::new(npm).arg("ci").current_dir(folder)).context(WHAT_TO_DO)
}

/// Whether npm has been here since the lock file changed.
fn is_fresh(folder: &Path) -> bool {
    let changed = |file: &str| -> Option<SystemTime> {
        fs::metadata(folder.join(file)).ok()?.modified().ok()
    };
    changed("node_modules/.package-lock.json") >= changed("package-lock.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_says_what_is_fetched_and_not_from_where() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(FOLDER);
        let lock = fs::read_to_string(root.join("package-lock.json")).unwrap();
        assert!(lock.contains("\"integrity\""));
        assert!(!lock.contains("\"resolved\"") && !lock.contains("://registry"), "{lock}");
        assert!(!lock.contains("GPL"), "{lock}");
    }
}
