//! `cargo xtask test`: everything that must hold, from formatting to real browsers, in one order.
//!
//! The order lets cargo reuse what it has built: first all that tells the story of data/, then the
//! fixture's, since a change of story compiles the app anew.

use std::{
    env,
    path::{self, Path},
    process::{Command, ExitCode},
};

use anyhow::{Context, Result};

use crate::{
    browser::Browser,
    budget, check_data, dist,
    engines::{self, Engine},
    flags, hosts, nginx, reproduce,
    run::{self, cargo, run_tests},
    steps::Steps,
    tally::Tally,
    tools::Tools,
    trunk::Story,
};

/// A small story about something else: what holds for it does not hang on the facts of data/.
const FIXTURE: &str = "tests/moon";
const FIXTURE_DIST: &str = "target/moon-dist";
/// Where the build says it stands; nobody is asked for anything there.
const URL: &str = "https://explainer.example/story/";
const CAPABILITIES: &str = "target/webdriver.json";

/// Those of every machine, and one for each further engine.
const N_STEPS: usize = 12 + engines::ALL.len();

/// Crates that build alike for every feature of the app.
const HOST_CRATES: [&str; 8] =
    ["-p", "explainer-model", "-p", "explainer-build", "-p", "xtask", "-p", "explainer-cards"];
const SSR: [&str; 4] = ["-p", "explainer", "--features", "ssr"];
const HYDRATE: [&str; 6] =
    ["-p", "explainer", "--features", "hydrate", "--target", "wasm32-unknown-unknown"];

/// Runs the steps, stops at the first failure, and ends with the sums.
pub(crate) fn run() -> Result<ExitCode> {
    let mut steps = Steps::new(N_STEPS);
    let mut tally = Tally::default();
    let result = run_steps(&mut steps, &mut tally);

    println!("\n{}", steps.summary());
    if let Err(error) = &result {
        println!("\nerror: {error:#}");
    }
    // Alone on the last line, for whoever counts tests by it.
    println!("\n{tally}");
    Ok(if result.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_steps(steps: &mut Steps, tally: &mut Tally) -> Result<()> {
    let own = Story::own();
    let out = flags::Dist::default().out;
    let (tools, browser, nginx, engines) = steps.run("set up", || {
        add_components()?;
        hosts::set_up();
        let (tools, browser) = (Tools::set_up()?, Browser::set_up()?);
        let engines: Vec<_> = engines::ALL.iter().map(Engine::set_up).collect();
        Ok((tools, browser, nginx::set_up(), engines))
    })?;

    steps.run("format", || run::run(cargo().args(["fmt", "--all", "--check"])))?;
    steps.run("lint", lint)?;
    steps.run("data", || {
        check_data::check(Path::new("data"))?;
        check_data::check(Path::new(FIXTURE))
    })?;
    steps.run("tests of the crates", || run_tests(&mut tests(&HOST_CRATES), tally))?;
    steps.run("tests of the page, on the host", || run_tests(&mut tests(&SSR), tally))?;
    steps.run("tests of the page, in the browser", || {
        let capabilities = absolute(CAPABILITIES)?;
        browser.write_capabilities(&capabilities)?;
        let mut command = tests(&HYDRATE);
        command
            .args(["--test", "web"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.test_runner())
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
            // Its 20 seconds and 5 are short for a busy machine with a cold disk.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
        browser.drive(&mut command);
        run_tests(&mut command, tally)
    })?;
    steps.run("build of data/", || dist::build(&tools, &own, &out, Some(URL)))?;
    steps.run("budget", || budget::check(&out))?;
    steps.run("build of the fixture", || {
        let story = Story::new(Some(FIXTURE.into()))?;
        dist::build(&tools, &story, Path::new(FIXTURE_DIST), None)
    })?;
    steps.run("both builds in the browser", || {
        let mut command = tests(&["-p", "e2e"]);
        command
            .env("EXPLAINER_DIST", absolute(&out)?)
            .env("EXPLAINER_MOON_DIST", absolute(FIXTURE_DIST)?)
            .env("NGINX", nginx.unwrap_or_default());
        browser.drive(&mut command);
        run_tests(&mut command, tally)
    })?;
    for (engine, ready) in engines::ALL.iter().zip(&engines) {
        steps.run(engine.step, || {
            let Some(ready) = ready else {
                println!("Skipped: it could not be set up, as is said above.");
                return Ok(());
            };
            let mut command = engine.tests(ready);
            command
                .env("EXPLAINER_DIST", absolute(&out)?)
                .env("EXPLAINER_MOON_DIST", absolute(FIXTURE_DIST)?);
            run_tests(&mut command, tally)
        })?;
    }
    // Last, since it takes as long as all before it on a cold disk and seldom fails.
    steps.run("the same bytes again", || reproduce::again(&tools, &own, &out, Some(URL)))
}

/// Each feature of the app by itself: the two exclude each other, so never --all-features.
fn lint() -> Result<()> {
    let clippy = |what: &[&str]| {
        let mut command = cargo();
        Story::own().tell(&mut command);
        command.arg("clippy").args(what).args(["--all-targets", "--", "-D", "warnings"]);
        run::run(&mut command)
    };
    clippy(&[&HOST_CRATES[..], &["-p", "e2e"]].concat())?;
    clippy(&SSR)?;
    clippy(&HYDRATE)
}

/// `cargo test` of some packages, for the story of data/, all failures of the step shown.
fn tests(what: &[&str]) -> Command {
    let mut command = cargo();
    Story::own().tell(&mut command);
    command.args(["test", "--no-fail-fast"]).args(what);
    command
}

/// A minimal Rust comes without these two.
fn add_components() -> Result<()> {
    let has = |name: &str| run::output_of(cargo().get_program(), &[name, "--version"]).is_some();
    let missing: Vec<_> =
        [("fmt", "rustfmt"), ("clippy", "clippy")].into_iter().filter(|it| !has(it.0)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let rustup = run::find_on_path(&["rustup"])
        .context("rustfmt or clippy is missing, and there is no rustup to add it: install both")?;
    println!("Setting up rustfmt and clippy: a download, under a minute.");
    run::run(Command::new(rustup).args(["component", "add"]).args(missing.iter().map(|it| it.1)))
}

/// Tests run in the folder of their crate.
fn absolute(path: impl AsRef<Path>) -> Result<path::PathBuf> {
    let root = env::current_dir().context("the current folder is gone")?;
    Ok(root.join(path))
}
