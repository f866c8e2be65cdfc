//! What a reader brings to the page.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::WebDriver;

use crate::driver::Driver;
use crate::engine::Engine;
use crate::page::Page;
use crate::server::{Server, Wasm};
use crate::story::Story;

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
    compiled: bool,
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
            compiled: true,
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

    /// Whose scripts are read again each time they run, where the browser can be told so: the memory that they take is
    /// then what they keep, and not what the browser makes of them.
    pub fn never_compiled(self) -> Visit {
        Visit { compiled: false, ..self }
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
        let engine = Engine::named()?;
        let profile = tempfile::tempdir().context("no room for the browser's profile")?;
        let driver = Driver::start(engine, &engine.surroundings(profile.path())?)?;
        let capabilities = engine.capabilities(self, profile.path())?;
        let browser = WebDriver::new(driver.url(), capabilities)
            .await
            .context("the browser does not start; is it of the same version as its driver?")?;
        let page = Page::new(engine, browser, self.scripts, server, driver, profile);
        page.resize(self.size.0, self.size.1).await?;
        if engine == Engine::Chromium {
            page.collect_refusals().await?;
            self.emulate(&page).await?;
            // What the browser shows before the first page is none of its business.
            page.fetched().await?;
        }
        page.go(&self.suffix).await?;
        Ok(page)
    }

    /// What Chromium is told once it runs, and other browsers when they start.
    async fn emulate(&self, page: &Page) -> Result<()> {
        // Without a screen it is left to chance whether a window is in front; one that is not tells of no focus.
        page.devtools("Emulation.setFocusEmulationEnabled", json!({"enabled": true})).await?;
        if self.touch {
            page.devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        }
        if self.dark {
            let features = json!([{"name": "prefers-color-scheme", "value": "dark"}]);
            page.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await?;
        }
        Ok(())
    }

    pub(crate) fn is_dark(&self) -> bool {
        self.dark
    }

    pub(crate) fn has_scripts(&self) -> bool {
        self.scripts
    }

    pub(crate) fn has_storage(&self) -> bool {
        self.storage
    }

    pub(crate) fn is_compiled(&self) -> bool {
        self.compiled
    }
}
