//! The engines besides Chromium's in which the finished page is tested: what they need, and which tests
//! cannot be asked of them.

use std::{ffi::OsString, path::PathBuf, process::Command};

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
    /// The browser or its driver, and Debian's packages that bring it.
    programs: &'static [&'static str],
    packages: &'static [&'static str],
    /// The driver, if it is a package of cargo's, and the version.
    driver: Option<(&'static str, &'static str)>,
    /// Whether it needs a display.
    on_display: bool,
    /// Tests that it is not asked, by parts of their names.
    skips: &'static [&'static str],
}

/// Tests of any browser; the others take Chromium's developer tools (what was fetched, downloads, a worker's
/// life, media that change meanwhile) or try hosts and files, which no engine sees otherwise.
const FILES: &[&str] = &[
    "address",
    "address_links",
    "changes",
    "charts",
    "guide",
    "history",
    "keys",
    "layout",
    "ledger",
    "map",
    "map_chains",
    "map_changes",
    "map_find",
    "map_keys",
    "map_moves",
    "map_phone",
    "map_time",
    "map_tools",
    "map_twins",
    "records",
    "reflow",
    "table",
    "takeover",
    "views",
];

/// All of them.
pub(crate) const ALL: [Engine; 2] = [
    Engine {
        title: "Firefox",
        step: "both builds in Firefox",
        name: "firefox",
        programs: &["firefox", "firefox-esr"],
        packages: &["firefox-esr"],
        driver: Some(("geckodriver", "0.37.1")),
        on_display: false,
        skips: &[],
    },
    Engine {
        title: "WebKit",
        step: "both builds in WebKit",
        name: "webkit",
        programs: &["WebKitWebDriver", "xvfb-run"],
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
        driver: None,
        on_display: true,
        skips: &[],
    },
];

/// What was found or set up of an engine.
pub(crate) struct Ready {
    browser: Option<PathBuf>,
    driver: Option<PathBuf>,
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
        // Of a browser any name will do; of the others all have to be there.
        let find = || match self.driver {
            Some(_) => run::find_on_path(self.programs).is_some(),
            None => self.programs.iter().all(|it| run::find_on_path(&[it]).is_some()),
        };
        if !find() {
            debian::install(self.packages, self.title, &what_to_do)?;
            find().then_some(()).context(what_to_do)?;
        }
        let driver = match self.driver {
            Some((package, version)) => Some(tools::cargo_tool(package, version, "2 minutes")?),
            None => None,
        };
        let browser = self.driver.and_then(|_| run::find_on_path(self.programs));
        Ok(Ready { browser, driver })
    }

    /// `cargo test` of the pages in it; what comes after is for the tests themselves.
    pub(crate) fn tests(&self, ready: &Ready) -> Command {
        let program: OsString = cargo().get_program().to_owned();
        let mut command = match self.on_display {
            // Wide enough for any window of a test.
            true => {
                let mut command = Command::new("xvfb-run");
                command.args(["-a", "-s", "-screen 0 4000x3000x24"]).arg(program);
                command
            }
            false => Command::new(program),
        };
        command.args(["test", "--no-fail-fast", "-p", "e2e"]);
        command.args(FILES.iter().flat_map(|it| ["--test", it]));
        command.env("EXPLAINER_ENGINE", self.name);
        for (name, path) in [("FIREFOX", &ready.browser), ("GECKODRIVER", &ready.driver)] {
            if let Some(path) = path {
                command.env(name, path);
            }
        }
        command.arg("--").args(self.skips.iter().flat_map(|it| ["--skip", it]));
        command
    }
}
