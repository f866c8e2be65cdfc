//! Finds or sets up the browser of the tests, and its driver.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{debian, run};

/// What the tests drive the browser with; `binary` is added to it.
const WEBDRIVER_JSON: &str = "webdriver.json";

const BROWSERS: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const WHAT_TO_DO: &str = "install Chromium or Chrome and the chromedriver of the same version, on \
     PATH or named by the variables CHROME and CHROMEDRIVER";

/// A browser and the driver that speaks WebDriver for it.
pub(crate) struct Browser {
    chrome: PathBuf,
    driver: PathBuf,
}

impl Browser {
    /// Finds both; on Debian installs what is missing, if that needs no password.
    pub(crate) fn set_up() -> Result<Self> {
        if let Some(browser) = Self::find()? {
            return Ok(browser);
        }
        debian::install(&["chromium", "chromium-driver"], "browser", WHAT_TO_DO)?;
        Self::find()?.with_context(|| format!("still no browser: {WHAT_TO_DO}"))
    }

    fn find() -> Result<Option<Self>> {
        let chrome = from_env("CHROME")?.or_else(|| run::find_on_path(&BROWSERS));
        let driver = from_env("CHROMEDRIVER")?.or_else(|| run::find_on_path(&["chromedriver"]));
        Ok(chrome.zip(driver).map(|(chrome, driver)| Self { chrome, driver }))
    }

    /// Tells a command which browser to drive.
    pub(crate) fn drive(&self, command: &mut Command) {
        command.env("CHROME", &self.chrome).env("CHROMEDRIVER", &self.driver);
        // The runner of wasm tests would prefer these.
        for other in ["GECKODRIVER", "GECKODRIVER_REMOTE", "SAFARIDRIVER", "CHROMEDRIVER_REMOTE"] {
            command.env_remove(other);
        }
    }

    /// Writes the capabilities for the runner of wasm tests: those of webdriver.json, and where
    /// the browser is.
    pub(crate) fn write_capabilities(&self, file: &Path) -> Result<()> {
        let json = fs::read_to_string(WEBDRIVER_JSON)
            .with_context(|| format!("cannot read {WEBDRIVER_JSON}"))?;
        let json = with_binary(&json, &self.chrome).with_context(|| {
            format!("{WEBDRIVER_JSON} has no \"goog:chromeOptions\" to add the browser's path to")
        })?;
        if let Some(dir) = file.parent() {
            fs::create_dir_all(dir).with_context(|| format!("cannot make {}", dir.display()))?;
        }
        fs::write(file, json).with_context(|| format!("cannot write {}", file.display()))
    }
}

fn with_binary(json: &str, chrome: &Path) -> Option<String> {
    let (head, options) = json.split_once("\"goog:chromeOptions\"")?;
    let (colon, options) = options.split_once('{')?;
    let path = chrome.to_string_lossy().replace('\\', "\\\\").replace('"', "\\\"");
    Some(format!("{head}\"goog:chromeOptions\"{colon}{{\n    \"binary\": \"{path}\",{options}"))
}

fn from_env(name: &str) -> Result<Option<PathBuf>> {
    let Some(path) = env::var_os(name).filter(|it| !it.is_empty()).map(PathBuf::from) else {
        return Ok(None);
    };
    if !path.is_file() {
        bail!("the variable {name} names {}, which is not a file", path.display());
    }
    Ok(Some(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_added_to_our_own_capabilities() {
        let json = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../webdriver.json"));
        let json = with_binary(&json.unwrap(), Path::new("/opt/a \"b\"/chrome")).unwrap();
        assert!(json.contains("\"binary\": \"/opt/a \\\"b\\\"/chrome\","), "{json}");
        assert!(json.contains("\"args\""), "{json}");
        assert_eq!(with_binary("{}", Path::new("chrome")), None);
    }
}
