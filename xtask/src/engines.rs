//! The engines besides Chromium's in which the finished page is tested: what they need, and which tests
//! cannot be asked of them.

use std::{env, path::PathBuf, process::Command};

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
    /// What it needs: programs, each under any of its names, and the variable that names it for the tests.
    programs: &'static [(&'static [&'static str], &'static str)],
    /// Debian's packages that bring them.
    packages: &'static [&'static str],
    /// What cargo brings, if the driver is not among them: package, version and variable.
    tool: Option<(&'static str, &'static str, &'static str)>,
    /// Tests that it is not asked, by parts of their names.
    skips: &'static [&'static str],
}

/// Tests of any browser. Others take Chromium's developer tools (what was fetched, downloads, a worker's life, media
/// that change meanwhile), or try hosts and files, which no engine sees otherwise.
const FILES: &[&str] = &[
    "address",
    "address_links",
    "guide",
    "heard",
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
    "monkey",
    "records",
    "records_history",
    "reflow",
    "turned",
    "views",
];

/// How much the monkey does on each screen, in place of 5,000 deeds: so many took Firefox four minutes and WebKit eight. The
/// same variable asks for more.
const DEEDS: (&str, &str) = ("EXPLAINER_DEEDS", "1000");

/// It takes Chromium's developer tools.
const SHARING: &str = "sharing_gives_the_page_with_the_card_and_the_state";

/// All of them.
pub(crate) const ALL: [Engine; 2] = [
    Engine {
        title: "Firefox",
        step: "both builds in Firefox",
        name: "firefox",
        programs: &[(&["firefox", "firefox-esr"], "FIREFOX")],
        packages: &["firefox-esr"],
        tool: Some(("geckodriver", "0.37.1", "GECKODRIVER")),
        skips: &[SHARING],
    },
    Engine {
        title: "WebKit",
        step: "both builds in WebKit",
        name: "webkit",
        // The driver knows where its browser is.
        programs: &[(&["WebKitWebDriver"], "WEBKITDRIVER"), (&["Xvfb"], "XVFB")],
        packages: &["webkit2gtk-driver", "xvfb"],
        tool: None,
        skips: &[
            SHARING,
            // It counts no tab that a click with Ctrl opens.
            "a_click_for_a_new_tab_is_left_to_the_browser",
            // Its window is never as narrow as 280 px.
            "words_in_charts_are_never_smaller_than_12_px_before_the_wasm_and_after",
            // Its clicks into a frame of another process land beside.
            "a_piece_opens_the_records_of_its_numbers_and_terms_inside",
        ],
    },
];

/// What was found or set up of an engine, each by the variable that names it for the tests.
pub(crate) struct Ready(Vec<(&'static str, PathBuf)>);

impl Engine {
    /// Finds or installs it. If that cannot be, says so: the tests are then not run in it.
    pub(crate) fn set_up(&self) -> Option<Ready> {
        self.try_set_up()
            .inspect_err(|error| println!("No tests in {}: {error:#}", self.title))
            .ok()
    }

    fn try_set_up(&self) -> Result<Ready> {
        let what_to_do = format!("install {}", self.packages.join(" and "));
        let find = || -> Option<Vec<_>> {
            let programs = self.programs.iter();
            programs.map(|(names, variable)| Some((*variable, run::find_on_path(names)?))).collect()
        };
        let mut ready = match find() {
            Some(ready) => ready,
            None => {
                debian::install(self.packages, self.title, &what_to_do)?;
                find().context(what_to_do)?
            }
        };
        if let Some((package, version, variable)) = self.tool {
            ready.push((variable, tools::cargo_tool(package, version, "2 minutes")?));
        }
        Ok(Ready(ready))
    }

    /// `cargo test` of the pages in it.
    pub(crate) fn tests(&self, ready: &Ready) -> Command {
        let mut command = cargo();
        command.args(["test", "-p", "e2e", "--test", "pages"]);
        let deeds = env::var(DEEDS.0).unwrap_or_else(|_| DEEDS.1.to_owned());
        command.env("EXPLAINER_ENGINE", self.name).env(DEEDS.0, deeds);
        command.envs(ready.0.iter().map(|it| (it.0, &it.1)));
        command.arg("--").args(FILES.iter().map(|it| format!("{it}::")));
        command.args(self.skips.iter().flat_map(|it| ["--skip", it]));
        command
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::FILES;

    #[test]
    fn the_tests_that_engines_are_asked_are_there() {
        let tests = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../e2e/tests"));
        for file in FILES {
            assert!(tests.join(format!("{file}.rs")).is_file(), "there are no tests of {file}");
        }
    }
}
