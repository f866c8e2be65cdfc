//! The command line: every command and flag, in one place.

use std::path::{self, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

/// What `cargo xtask` alone and `cargo xtask help` print.
pub(crate) const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--data DIR]        build, prerender and serve on 127.0.0.1; rebuild on change
  dist [--data DIR] [--out DIR] [--url URL]
                                       production build into dist/, with .br and .gz files; URL is
                                       where it will be published, for hosts that paste addresses
  budget [--no-build]                  sizes of dist/, and the first load against its limit
  check-data [DIR]                     check the facts in data/ (or DIR), without building
  generate-story DIR [--releases N] [--actors N] [--relations N]
                                       a made-up story of any size, the same each time
  reproduce [--data DIR] [--url URL]   whether two clean builds give the same bytes
  test                                 everything that must hold: what CI runs
  help                                 this list

Tools that are missing are set up on first use, in target/tools.
--data DIR tells another story than data/; so does the variable EXPLAINER_DATA.";

/// One parsed command line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print [`HELP`].
    Help,
    /// Serve the page while working on it.
    Serve(Serve),
    /// Build what is deployed.
    Dist(Dist),
    /// Weigh what was built.
    Budget(Budget),
    /// Check the facts alone.
    CheckData(CheckData),
    /// Write a made-up story.
    GenerateStory(GenerateStory),
    /// Build twice from nothing and compare.
    Reproduce(Reproduce),
    /// Run all checks and tests.
    Test,
}

/// Flags of `cargo xtask serve`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Serve {
    /// Port on 127.0.0.1.
    pub(crate) port: u16,
    /// Folder of another story.
    pub(crate) data: Option<PathBuf>,
}

/// Flags of `cargo xtask dist`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Dist {
    /// Folder of another story.
    pub(crate) data: Option<PathBuf>,
    /// Where the build goes; what was there is replaced.
    pub(crate) out: PathBuf,
    /// Where the folder will be published; ends with a slash.
    pub(crate) url: Option<String>,
}

/// Flags of `cargo xtask reproduce`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Reproduce {
    /// Folder of another story.
    pub(crate) data: Option<PathBuf>,
    /// Where the folder will be published; ends with a slash.
    pub(crate) url: Option<String>,
}

/// Flags of `cargo xtask budget`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Budget {
    /// Weigh `dist/` as it is.
    pub(crate) no_build: bool,
}

/// Flags of `cargo xtask check-data`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CheckData {
    /// Folder to check.
    pub(crate) dir: PathBuf,
}

/// Flags of `cargo xtask generate-story`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct GenerateStory {
    /// Folder to write; it must not be there yet.
    pub(crate) dir: PathBuf,
    /// How many releases. Default is 30.
    pub(crate) releases: usize,
    /// How many actors. Default is 28; at least 2.
    pub(crate) actors: usize,
    /// How many relations. Default is 50; at least one for each actor but the first.
    pub(crate) relations: usize,
}

impl Default for Dist {
    fn default() -> Self {
        Self { data: None, out: PathBuf::from("dist"), url: None }
    }
}

/// Reads the arguments of this process.
pub(crate) fn parse() -> Result<Command> {
    parse_from(Parser::from_env())
}

fn parse_from(mut args: Parser) -> Result<Command> {
    let Some(first) = args.next()? else { return Ok(Command::Help) };
    match first {
        Arg::Short('h') | Arg::Long("help") => Ok(Command::Help),
        Arg::Value(name) => match name.string()?.as_str() {
            "serve" => serve(&mut args),
            "dist" => dist(&mut args),
            "budget" => budget(&mut args),
            "check-data" => check_data(&mut args),
            "generate-story" => generate_story(&mut args),
            "reproduce" => reproduce(&mut args),
            "test" => no_more(&mut args, Command::Test),
            "help" => Ok(Command::Help),
            other => bail!("there is no command `{other}`"),
        },
        other => Err(other.unexpected().into()),
    }
}

fn serve(args: &mut Parser) -> Result<Command> {
    let mut flags = Serve { port: 8080, data: None };
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("port") => flags.port = args.value()?.parse().context("--port")?,
            Arg::Long("data") => flags.data = Some(path(args)?),
            other => return help_or_unexpected(other),
        }
    }
    Ok(Command::Serve(flags))
}

fn dist(args: &mut Parser) -> Result<Command> {
    let mut flags = Dist::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("data") => flags.data = Some(path(args)?),
            Arg::Long("out") => flags.out = path(args)?,
            Arg::Long("url") => flags.url = Some(url(&args.value()?.string()?)?),
            other => return help_or_unexpected(other),
        }
    }
    Ok(Command::Dist(flags))
}

fn reproduce(args: &mut Parser) -> Result<Command> {
    let mut flags = Reproduce::default();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("data") => flags.data = Some(path(args)?),
            Arg::Long("url") => flags.url = Some(url(&args.value()?.string()?)?),
            other => return help_or_unexpected(other),
        }
    }
    Ok(Command::Reproduce(flags))
}

/// The address of a folder.
fn url(text: &str) -> Result<String> {
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    if !is_address || text.contains(['?', '#', '"', '<', ' ']) {
        bail!("--url {text}: give the whole address of the folder, as https://news.example/freed/");
    }
    Ok(format!("{}/", text.trim_end_matches('/')))
}

fn budget(args: &mut Parser) -> Result<Command> {
    let mut flags = Budget { no_build: false };
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("no-build") => flags.no_build = true,
            other => return help_or_unexpected(other),
        }
    }
    Ok(Command::Budget(flags))
}

fn check_data(args: &mut Parser) -> Result<Command> {
    let mut dir = None;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(value) if dir.is_none() => dir = Some(absolute(value.into())?),
            Arg::Long("data") => bail!("the folder stands alone: check-data DIR"),
            other => return help_or_unexpected(other),
        }
    }
    let dir = dir.unwrap_or_else(|| PathBuf::from("data"));
    Ok(Command::CheckData(CheckData { dir }))
}

fn generate_story(args: &mut Parser) -> Result<Command> {
    let (mut dir, mut releases, mut actors, mut relations) = (None, 30, 28, 50);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("releases") => releases = args.value()?.parse().context("--releases")?,
            Arg::Long("actors") => actors = args.value()?.parse().context("--actors")?,
            Arg::Long("relations") => relations = args.value()?.parse().context("--relations")?,
            Arg::Value(value) if dir.is_none() => dir = Some(absolute(value.into())?),
            other => return help_or_unexpected(other),
        }
    }
    let dir = dir.context("generate-story needs a folder to write")?;
    Ok(Command::GenerateStory(GenerateStory { dir, releases, actors, relations }))
}

fn no_more(args: &mut Parser, command: Command) -> Result<Command> {
    match args.next()? {
        None => Ok(command),
        Some(other) => help_or_unexpected(other),
    }
}

fn help_or_unexpected(arg: Arg<'_>) -> Result<Command> {
    match arg {
        Arg::Short('h') | Arg::Long("help") => Ok(Command::Help),
        other => Err(other.unexpected().into()),
    }
}

fn path(args: &mut Parser) -> Result<PathBuf> {
    absolute(args.value()?.into())
}

/// The user means a path from where they stand; we are about to move to the root.
fn absolute(path: PathBuf) -> Result<PathBuf> {
    path::absolute(&path).with_context(|| format!("not a usable path: `{}`", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(args: &[&str]) -> Result<Command> {
        parse_from(Parser::from_args(args))
    }

    #[test]
    fn every_command_has_its_defaults() {
        assert_eq!(parsed(&[]).unwrap(), Command::Help);
        assert_eq!(parsed(&["help"]).unwrap(), Command::Help);
        assert_eq!(parsed(&["dist", "--help"]).unwrap(), Command::Help);
        let serve = Serve { port: 8080, data: None };
        assert_eq!(parsed(&["serve"]).unwrap(), Command::Serve(serve));
        assert_eq!(parsed(&["dist"]).unwrap(), Command::Dist(Dist::default()));
        assert_eq!(parsed(&["budget"]).unwrap(), Command::Budget(Budget { no_build: false }));
        let check = CheckData { dir: "data".into() };
        assert_eq!(parsed(&["check-data"]).unwrap(), Command::CheckData(check));
        let reproduce = Reproduce::default();
        assert_eq!(parsed(&["reproduce"]).unwrap(), Command::Reproduce(reproduce));
        assert_eq!(parsed(&["test"]).unwrap(), Command::Test);
    }

    #[test]
    fn paths_are_made_absolute() {
        let Command::Dist(flags) = parsed(&["dist", "--out", "x", "--data=y"]).unwrap() else {
            panic!("not dist");
        };
        assert!(flags.out.is_absolute() && flags.out.ends_with("x"));
        assert!(flags.data.is_some_and(|data| data.is_absolute()));
    }

    #[test]
    fn mistakes_are_named() {
        let message = |args: &[&str]| format!("{:#}", parsed(args).unwrap_err());
        assert_eq!(message(&["sevre"]), "there is no command `sevre`");
        assert!(message(&["serve", "--port", "x"]).contains("--port"));
        assert!(message(&["test", "one"]).contains("one"));
        let alone = "the folder stands alone: check-data DIR";
        assert_eq!(message(&["check-data", "--data", "x"]), alone);
        assert!(message(&["budget", "--fast"]).contains("--fast"));
    }

    #[test]
    fn help_lists_every_command() {
        for name in ["serve", "dist", "budget", "check-data", "reproduce", "test", "help"] {
            assert!(HELP.contains(&format!("\n  {name} ")), "{name}");
        }
    }
}
