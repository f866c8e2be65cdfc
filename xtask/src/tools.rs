//! Sets up what builds need beyond cargo: the wasm target, Trunk and the wasm-bindgen commands.
//!
//! Tools of the right version are taken from `target/tools/bin`, then from `PATH`; others are
//! compiled into `target/tools`. Nothing outside of `target/` changes, except that rustup adds the
//! target.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::run::{self, cargo};

/// The newest Trunk that the Rust of this project can compile.
const TRUNK_VERSION: &str = "0.21.14";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

const TOOLS_DIR: &str = "target/tools";
const TOOLS_BUILD_DIR: &str = "target/tools-build";

/// Where the tools are.
pub(crate) struct Tools {
    trunk: PathBuf,
    bindgen_version: String,
    /// Folder of `wasm-bindgen` and `wasm-bindgen-test-runner`.
    bindgen_dir: PathBuf,
}

impl Tools {
    /// Finds the tools and compiles those that are missing.
    pub(crate) fn set_up() -> Result<Self> {
        let lock = fs::read_to_string("Cargo.lock").context("cannot read Cargo.lock")?;
        let bindgen_version = locked_version(&lock, "wasm-bindgen")
            .context("Cargo.lock has no wasm-bindgen; is it damaged? `git checkout Cargo.lock`")?;

        add_wasm_target()?;
        let trunk = match find("trunk", TRUNK_VERSION, &[]) {
            Some(trunk) => trunk,
            None => {
                // Its own lock file compiles; without default features it asks for no updates.
                let flags = ["--locked", "--no-default-features", "--features", "rustls"];
                install("trunk", TRUNK_VERSION, &flags, "3 minutes")?;
                find_installed("trunk", TRUNK_VERSION, &[])?
            }
        };
        let runner = ["wasm-bindgen-test-runner"];
        let bindgen = match find("wasm-bindgen", bindgen_version, &runner) {
            Some(bindgen) => bindgen,
            None => {
                // Not --locked: its lock file names crates that are no longer to be had.
                install("wasm-bindgen-cli", bindgen_version, &[], "2 minutes")?;
                find_installed("wasm-bindgen", bindgen_version, &runner)?
            }
        };
        remove_build_dir()?;

        let bindgen_dir = bindgen.parent().context("wasm-bindgen lies in no folder")?;
        let bindgen_version = bindgen_version.to_owned();
        Ok(Self { trunk, bindgen_version, bindgen_dir: bindgen_dir.to_path_buf() })
    }

    /// The Trunk to run.
    pub(crate) fn trunk(&self) -> &Path {
        &self.trunk
    }

    /// What a build depends on beside its source, in words.
    pub(crate) fn versions(&self) -> String {
        let rustc = run::output_of(rustc(), &["--version"]).unwrap_or_default();
        let rustc = if rustc.is_empty() { "rustc of an unknown version" } else { rustc.trim() };
        format!("{rustc}, Trunk {TRUNK_VERSION}, wasm-bindgen {}", self.bindgen_version)
    }

    /// Runs wasm tests in a browser.
    pub(crate) fn test_runner(&self) -> PathBuf {
        self.bindgen_dir.join(format!("wasm-bindgen-test-runner{}", env::consts::EXE_SUFFIX))
    }

    /// `PATH` on which Trunk finds the right wasm-bindgen first; it would download another.
    pub(crate) fn path(&self) -> OsString {
        let old = env::var_os("PATH").unwrap_or_default();
        let dirs = [self.bindgen_dir.clone()].into_iter().chain(env::split_paths(&old));
        env::join_paths(dirs).unwrap_or(old)
    }
}

fn rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

fn add_wasm_target() -> Result<()> {
    let libs = run::output_of(rustc(), &["--print", "target-libdir", "--target", WASM_TARGET]);
    // The folder exists without the target, too, but is then empty.
    let is_there = libs.is_some_and(|dir| {
        fs::read_dir(dir.trim()).is_ok_and(|mut entries| entries.next().is_some())
    });
    if is_there {
        return Ok(());
    }
    let Some(rustup) = run::find_on_path(&["rustup"]) else {
        bail!(
            "this Rust cannot build for {WASM_TARGET}, and there is no rustup to add that: install \
             your system's package for it (Debian: libstd-rust-dev-wasm32), or Rust through rustup"
        );
    };
    println!("Setting up the target {WASM_TARGET}: a download, under a minute.");
    run::run(std::process::Command::new(rustup).args(["target", "add", WASM_TARGET]))
}

/// A tool of this version that has these others beside it.
fn find(name: &str, version: &str, beside: &[&str]) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let installed = env::current_dir().ok()?.join(TOOLS_DIR).join("bin").join(file);
    [Some(installed), run::find_on_path(&[name])].into_iter().flatten().find(|tool| {
        let is_right = run::output_of(tool, &["--version"])
            .is_some_and(|output| version_in(&output) == Some(version));
        let has = |other: &&str| {
            tool.with_file_name(format!("{other}{}", env::consts::EXE_SUFFIX)).is_file()
        };
        is_right && beside.iter().all(has)
    })
}

/// A tool from cargo's registry, of that version: found, or compiled once into `target/tools`.
pub(crate) fn cargo_tool(name: &str, version: &str, time: &str) -> Result<PathBuf> {
    if let Some(tool) = find(name, version, &[]) {
        return Ok(tool);
    }
    install(name, version, &["--locked"], time)?;
    remove_build_dir()?;
    find_installed(name, version, &[])
}

fn find_installed(name: &str, version: &str, beside: &[&str]) -> Result<PathBuf> {
    find(name, version, beside).with_context(|| {
        format!("{name} {version} was installed but does not run; delete {TOOLS_DIR} and try again")
    })
}

fn install(package: &str, version: &str, flags: &[&str], time: &str) -> Result<()> {
    println!("Setting up {package} {version}: compiled once, about {time} on two cores.");
    let mut command = cargo();
    command
        .args(["install", package, "--version", version, "--force"])
        .args(["--root", TOOLS_DIR, "--target-dir", TOOLS_BUILD_DIR])
        // Unoptimised: compiling costs more than these tools ever take at work.
        .arg("--debug")
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .args(flags);
    run::run(&mut command).with_context(|| {
        format!("cannot set up {package}; version {version} on PATH would do as well")
    })
}

fn remove_build_dir() -> Result<()> {
    let dir = Path::new(TOOLS_BUILD_DIR);
    if dir.exists() {
        fs::remove_dir_all(dir).with_context(|| format!("cannot remove {TOOLS_BUILD_DIR}"))?;
    }
    Ok(())
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, after) = lock.split_once(&format!("\nname = \"{package}\"\nversion = \""))?;
    after.split('"').next()
}

/// The version in what a tool prints, such as `trunk 0.21.14` or `wasm-bindgen 0.2.130 (abc)`.
fn version_in(output: &str) -> Option<&str> {
    output.split_whitespace().nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_itself() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn our_own_lock_names_wasm_bindgen() {
        let lock = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock"));
        assert!(locked_version(&lock.unwrap(), "wasm-bindgen").is_some());
    }

    #[test]
    fn tools_tell_their_version() {
        assert_eq!(version_in("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version_in("wasm-bindgen 0.2.130 (d3f1c0e5b)\n"), Some("0.2.130"));
        assert_eq!(version_in("what\n"), None);
    }

    #[test]
    fn an_absent_tool_is_not_found() {
        assert_eq!(find("no-such-tool-here", "1.0.0", &[]), None);
    }
}
