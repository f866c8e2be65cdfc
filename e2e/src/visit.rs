//! What a reader brings to the page.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::common::capabilities::desiredcapabilities::PageLoadStrategy;
use thirtyfour::{
    CapabilitiesHelper, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities,
    LoggingPrefsLogLevel, WebDriver,
};

use crate::driver::Driver;
use crate::page::Page;
use crate::server::{Server, Wasm};
use crate::story::Story;

/// What keeps a browser that nobody sits at quiet and to itself.
const ARGS: [&str; 10] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // As on phones and on most desktops, so that a width is the same on all of them.
    "--hide-scrollbars",
    // A page that scrolls smoothly is somewhere else whenever one looks.
    "--force-prefers-reduced-motion",
    // Pages in a window that is not in front draw nothing.
    "--disable-backgrounding-occluded-windows",
];

/// A visit to a build of the explainer, before it begins.
#[derive(Clone, Debug)]
#[must_use]
pub struct Visit {
    story: Story,
    folder: Option<PathBuf>,
    size: (u32, u32),
    touch: bool,
    dark: bool,
    scripts: bool,
    storage: bool,
    base: String,
    suffix: String,
    wasm: Wasm,
}

impl Visit {
    /// With a desktop screen, scripts, and a network that answers.
    pub fn to(story: Story) -> Visit {
        Visit {
            story,
            folder: None,
            size: (1280, 900),
            touch: false,
            dark: false,
            scripts: true,
            storage: true,
            base: "/".to_owned(),
            suffix: String::new(),
            wasm: Wasm::Served,
        }
    }

    /// On a screen of that size, in CSS px.
    pub fn sized(self, width: u32, height: u32) -> Visit {
        Visit { size: (width, height), ..self }
    }

    /// On the smallest phone that counts, with a finger.
    pub fn on_phone(self) -> Visit {
        Visit { touch: true, ..self.sized(320, 800) }
    }

    /// With a preference for a dark page.
    pub fn in_the_dark(self) -> Visit {
        Visit { dark: true, ..self }
    }

    /// With scripts switched off.
    pub fn without_scripts(self) -> Visit {
        Visit { scripts: false, ..self }
    }

    /// With all storage forbidden to sites.
    pub fn without_storage(self) -> Visit {
        Visit { storage: false, ..self }
    }

    /// Where the host has another folder in place of the build.
    pub fn hosting(self, folder: &Path) -> Visit {
        Visit { folder: Some(folder.to_owned()), ..self }
    }

    /// Where the host keeps the folder somewhere below its root.
    pub fn below(self, base: &str) -> Visit {
        Visit { base: base.to_owned(), ..self }
    }

    /// By a link with a query or a fragment.
    pub fn by(self, suffix: &str) -> Visit {
        Visit { suffix: suffix.to_owned(), ..self }
    }

    /// With the wasm late or lost. The page is then open as soon as its HTML is.
    pub fn with_wasm(self, wasm: Wasm) -> Visit {
        Visit { wasm, ..self }
    }

    /// Opens the page, and waits until it is interactive if it can become so.
    pub async fn open(self) -> Result<Page> {
        let folder = self.folder.clone().map_or_else(|| self.story.folder(), Ok)?;
        let server = Server::start(folder, &self.base, self.wasm).await?;
        let page = self.browse(server).await?;
        if self.scripts && self.wasm == Wasm::Served {
            page.until_ready().await?;
        }
        Ok(page)
    }

    /// Opens whatever a server has.
    pub(crate) async fn browse(&self, server: Server) -> Result<Page> {
        let driver = Driver::start()?;
        let profile = tempfile::tempdir().context("no room for the browser's profile")?;
        let profile_path = profile.path().to_string_lossy().into_owned();
        let capabilities = self.capabilities(&profile_path)?;
        let browser = WebDriver::new(driver.url(), capabilities)
            .await
            .context("the browser does not start; is it of the same version as its driver?")?;
        let page = Page::new(browser, self.scripts, server, driver, profile);
        page.resize(self.size.0, self.size.1).await?;
        page.collect_refusals().await?;
        if self.touch {
            page.devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        }
        if self.dark {
            let features = json!([{"name": "prefers-color-scheme", "value": "dark"}]);
            page.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await?;
        }
        // What the browser shows before the first page is none of its business.
        page.fetched().await?;
        page.go(&self.suffix).await?;
        Ok(page)
    }

    fn capabilities(&self, profile: &str) -> Result<ChromeCapabilities> {
        let mut capabilities = DesiredCapabilities::chrome();
        for arg in ARGS {
            capabilities.add_arg(arg)?;
        }
        capabilities.add_arg(&format!("--user-data-dir={profile}"))?;
        if let Some(browser) = env::var_os("CHROME").filter(|it| !it.is_empty()) {
            capabilities.set_binary(&browser.to_string_lossy())?;
        }
        const BLOCK: u8 = 2;
        let mut prefs = json!({});
        if !self.scripts {
            prefs["profile.managed_default_content_settings.javascript"] = json!(BLOCK);
        }
        if !self.storage {
            prefs["profile.managed_default_content_settings.cookies"] = json!(BLOCK);
        }
        capabilities.add_experimental_option("prefs", prefs)?;
        // "Normal" would wait for the wasm, which may be held back.
        capabilities.set_page_load_strategy(PageLoadStrategy::Eager)?;
        capabilities.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        Ok(capabilities)
    }
}
