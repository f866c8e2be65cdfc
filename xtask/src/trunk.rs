//! How Trunk is run, for `serve` and `dist` alike, so that the two share what cargo has built.

use std::{
    env, fs,
    path::{self, Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::tools::Tools;

/// The variable by which the app's build script learns of another story.
const DATA_VAR: &str = "EXPLAINER_DATA";

/// Which facts are told: those of `data/`, or those of another folder.
pub(crate) struct Story(Option<PathBuf>);

impl Story {
    /// The folder of the flag, else of the environment, else `data/`.
    pub(crate) fn new(flag: Option<PathBuf>) -> Result<Self> {
        let dir = flag.or_else(|| env::var_os(DATA_VAR).map(PathBuf::from));
        let Some(dir) = dir else { return Ok(Self(None)) };
        if !dir.is_dir() {
            bail!(
                "{} is not a folder; a story is a folder of TOML files like data/",
                dir.display()
            );
        }
        // Build scripts run elsewhere than we do.
        let dir = path::absolute(&dir)
            .with_context(|| format!("not a usable path: {}", dir.display()))?;
        Ok(Self(Some(dir)))
    }

    /// The story of `data/`, whatever the environment says.
    pub(crate) fn own() -> Self {
        Self(None)
    }

    /// Where its files are.
    pub(crate) fn folder(&self) -> &Path {
        self.dir().unwrap_or(Path::new("data"))
    }

    /// The other folder, if it is one.
    pub(crate) fn dir(&self) -> Option<&Path> {
        self.0.as_deref()
    }

    /// Makes a command build this story.
    pub(crate) fn tell(&self, command: &mut Command) {
        match &self.0 {
            Some(dir) => command.env(DATA_VAR, dir),
            None => command.env_remove(DATA_VAR),
        };
    }
}

/// `trunk ACTION --release` with the environment it needs; the rest is in Trunk.toml.
pub(crate) fn command(tools: &Tools, action: &str, story: &Story) -> Command {
    let mut command = Command::new(tools.trunk());
    command.args([action, "--release"]);
    story.tell(&mut command);
    command.env("PATH", tools.path());
    // Trunk 0.21 takes only "true" and "false" here, while everyone else says 1.
    if env::var_os("NO_COLOR").is_some() {
        command.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    if let Some(flags) = remap_flags() {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    }
    command
}

/// Keeps the paths of this machine out of the wasm, where they would stand in panic messages:
/// the build is then the same everywhere. Only for the wasm, so that host builds stay shared.
fn remap_flags() -> Option<String> {
    let var = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
    let mut flags: Vec<String> = env::var(var).into_iter().collect();

    let root = env::current_dir().ok()?;
    flags.push(remap(&root, "."));
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(Path::new(&env::var_os("HOME")?).join(".cargo")))?;
    // One folder for each registry, named after its address.
    let mut registries: Vec<_> = fs::read_dir(cargo_home.join("registry/src"))
        .map(|entries| entries.filter_map(|it| Some(it.ok()?.path())).collect())
        .unwrap_or_default();
    registries.sort();
    flags.extend(registries.iter().map(|dir| remap(dir, "crates")));

    // The variable is split at spaces; better no remapping than a broken command.
    let splits = |flag: &String| flag.starts_with("--remap") && flag.contains(char::is_whitespace);
    (!flags.iter().any(splits)).then(|| flags.join(" "))
}

fn remap(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_must_be_a_folder() {
        let message = Story::new(Some("no/such/folder".into())).err().unwrap().to_string();
        assert!(message.contains("no/such/folder"), "{message}");
    }

    #[test]
    fn our_own_story_ignores_the_environment() {
        let mut command = Command::new("x");
        Story::own().tell(&mut command);
        assert!(command.get_envs().any(|(name, value)| name == DATA_VAR && value.is_none()));
    }
}
