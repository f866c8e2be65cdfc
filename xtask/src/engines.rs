//! The engines besides Chromium's in which the finished page is tested: what they need, and which tests
//! cannot be asked of them.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result};

use crate::{
    debian,
    run::{self, cargo},
    tools,
};

/// An engine. One more is one more entry of [`ALL`], and its name in `e2e/src/engine.rs`.
pub(crate) struct Engine {
    /// As people call it.
    title: &'static str,
    /// The step of `cargo xtask test`.
    pub(crate) step: &'static str,
    /// As `EXPLAINER_ENGINE` has it.
    name: &'static str,
    /// The browser, under any of its names, and Debian's packages that bring it.
    programs: &'static [&'static str],
    packages: &'static [&'static str],
    /// The driver, a package of cargo's, and its version.
    driver: (&'static str, &'static str),
    /// The variables that name both for the tests.
    variables: (&'static str, &'static str),
    /// Tests that it is not asked, by parts of their names.
    skips: &'static [&'static str],
}

/// Tests of any browser. Others take Chromium's developer tools (what was fetched, downloads, a worker's life, media
/// that change meanwhile), or try hosts and files, which no engine sees otherwise.
const FILES: &[&str] = &[
    "address",
    "address_links",
    "guide",
    "history",
    "keys",
    "layout",
    "ledger",
    "map_chains",
    "map_find",
    "map_keys",
    "map_time",
    "map_tools",
    "map_twins",
    "records",
    "reflow",
    "views",
];

/// All of them. WebKit is driven as well (`EXPLAINER_ENGINE=webkit`), but does not answer reliably while two of it run.
pub(crate) const ALL: [Engine; 1] = [Engine {
    title: "Firefox",
    step: "both builds in Firefox",
    name: "firefox",
    programs: &["firefox", "firefox-esr"],
    packages: &["firefox-esr"],
    driver: ("geckodriver", "0.37.1"),
    variables: ("FIREFOX", "GECKODRIVER"),
    skips: &[
        // It takes Chromium's developer tools.
        "sharing_gives_the_page_with_the_card_and_the_state",
    ],
}];

/// What was found or set up of an engine.
pub(crate) struct Ready {
    browser: PathBuf,
    driver: PathBuf,
}

impl Engine {
    /// Finds or installs it. If that cannot be, says so: the tests are then not run in it.
    pub(crate) fn set_up(&self) -> Option<Ready> {
        self.try_set_up()
            .inspect_err(|error| println!("No tests in {}: {error:#}", self.title))
            .ok()
    }

    fn try_set_up(&self) -> Result<Ready> {
        let what_to_do = format!("install {}", self.packages.join(" and "));
        let find = || run::find_on_path(self.programs);
        let browser = match find() {
            Some(browser) => browser,
            None => {
                debian::install(self.packages, self.title, &what_to_do)?;
                find().context(what_to_do)?
            }
        };
        let (package, version) = self.driver;
        Ok(Ready { browser, driver: tools::cargo_tool(package, version, "2 minutes")? })
    }

    /// `cargo test` of the pages in it.
    pub(crate) fn tests(&self, ready: &Ready) -> Command {
        let mut command = cargo();
        command.args(["test", "--no-fail-fast", "-p", "e2e"]);
        command.args(FILES.iter().flat_map(|it| ["--test", it]));
        command
            .env("EXPLAINER_ENGINE", self.name)
            .env(self.variables.0, &ready.browser)
            .env(self.variables.1, &ready.driver);
        command.arg("--").args(self.skips.iter().flat_map(|it| ["--skip", it]));
        command
    }
}
