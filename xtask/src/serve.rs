//! `cargo xtask serve`: the page on 127.0.0.1, built anew and reloaded when a file changes.

use std::{fs, process::ExitCode};

use anyhow::{Context, Result};

use crate::{
    check_data, flags, run,
    tools::Tools,
    trunk::{self, Story},
};

/// Where the served build goes. Trunk adds its reload script to it, so it must not be `dist/`,
/// which is what people deploy.
const OUT: &str = "target/serve";

/// Sets up what is missing and hands over to Trunk.
pub(crate) fn run(flags: flags::Serve) -> Result<ExitCode> {
    let story = Story::new(flags.data)?;
    check_data::check(story.folder())?;
    let tools = Tools::set_up()?;

    let mut command = trunk::command(&tools, "serve", &story);
    command.args(["--dist", OUT, "--port", &flags.port.to_string()]);
    // A mistake in the data fails the build; whoever asks for backtraces of Rust shall still see it last.
    command.env("RUST_BACKTRACE", "0");
    if let Some(data) = story.dir() {
        // Trunk's flag replaces the list of its file, so repeat that list.
        let config = fs::read_to_string("Trunk.toml").context("cannot read Trunk.toml")?;
        for path in watched(&config) {
            command.arg("--watch").arg(path);
        }
        command.arg("--watch").arg(data);
    }

    println!("Building the page: about 4 minutes the first time on two cores, then less.");
    println!("Then open http://127.0.0.1:{}/ (Ctrl-C stops the server).", flags.port);
    replace_self(command)
}

/// The list `watch = [ … ]` of Trunk.toml. Not worth a parser: the file is ours, and a test reads it.
fn watched(config: &str) -> Vec<&str> {
    let Some((_, list)) = config.split_once("\nwatch = [") else { return Vec::new() };
    let list = list.split_once(']').map_or(list, |(list, _)| list);
    list.split('"').skip(1).step_by(2).collect()
}

/// Becomes Trunk, so that whoever stops this process stops the server.
#[cfg(unix)]
fn replace_self(mut command: std::process::Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    run::announce(&command);
    Err(command.exec()).with_context(|| "cannot start trunk")
}

#[cfg(not(unix))]
fn replace_self(mut command: std::process::Command) -> Result<ExitCode> {
    run::run(&mut command)?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_watch_list_of_our_trunk_toml_is_found_and_exists() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        let config = fs::read_to_string(format!("{root}/Trunk.toml")).unwrap();
        let paths = watched(&config);
        assert!(paths.contains(&"data") && paths.contains(&"src"), "{paths:?}");
        assert!(!paths.iter().any(|it| ["dist", "target", "."].contains(it)), "{paths:?}");
    }

    #[test]
    fn no_list_is_no_paths() {
        assert!(watched("[serve]\nport = 8080\n").is_empty());
    }
}
