//! A host that goes away or has a new version, a browser with several tabs, and what is kept for
//! reading without a host.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use thirtyfour::WindowHandle;

use crate::page::Page;
use crate::server::{Server, Wasm};

/// As for everything else that a page is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A tab of the browser.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Page {
    /// The host goes away in the middle of whatever it was saying.
    pub async fn stop_host(&mut self) {
        self.server.stop().await;
    }

    /// The host is back at the same address.
    pub async fn start_host(&mut self) -> Result<()> {
        self.server.start_again().await
    }

    /// Another host takes over, whom the browser has never met.
    pub async fn change_host(&mut self, folder: &Path) -> Result<()> {
        self.server = Server::start(folder.to_owned(), "/", Wasm::Served).await?;
        Ok(())
    }

    /// The host has another folder in place of the one that it serves.
    pub fn deploy(&self, folder: &Path) {
        self.deploy_after(0, folder);
    }

    /// The same in a while: after it has answered that many more requests.
    pub fn deploy_after(&self, n_requests: usize, folder: &Path) {
        self.server.deploy(folder.to_owned(), n_requests);
    }

    /// Whether anybody has asked the host for the service worker.
    pub fn asked_for_worker(&self) -> bool {
        self.server.asked_for_worker()
    }

    /// Leaves the page for an empty one.
    pub async fn leave(&self) -> Result<()> {
        self.browser.goto("about:blank").await.context("cannot leave the page")
    }

    /// Opens a file of this machine.
    pub async fn go_to_file(&self, file: &Path) -> Result<()> {
        let url = format!("file://{}", file.display());
        self.browser.goto(&url).await.with_context(|| format!("cannot open {url}"))
    }

    /// The tab that everything else here is about.
    pub async fn tab(&self) -> Result<Tab> {
        Ok(Tab(self.browser.window().await?))
    }

    /// Opens another tab with the page, and goes there.
    pub async fn open_tab(&self, suffix: &str) -> Result<Tab> {
        let tab = self.browser.new_tab().await.context("no further tab")?;
        self.switch_to(&Tab(tab)).await?;
        self.go(suffix).await?;
        self.tab().await
    }

    /// Goes to a tab.
    pub async fn switch_to(&self, tab: &Tab) -> Result<()> {
        self.browser.switch_to_window(tab.0.clone()).await.context("the tab is gone")
    }

    /// Closes the tab, and goes to another.
    pub async fn close_tab(&self, then: &Tab) -> Result<()> {
        self.browser.close_window().await?;
        self.switch_to(then).await
    }

    /// Asks until a promise brings `true`.
    pub async fn until_it_brings_true(&self, promise: &str) -> Result<()> {
        let begin = Instant::now();
        while !self.ask::<bool>(promise).await? {
            if begin.elapsed() > PATIENCE {
                bail!("never came true: {promise}; {:?}", self.console().await?);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Waits until all of the page is kept for reading without a host.
    pub async fn until_kept(&self) -> Result<()> {
        self.until_it_brings_true(
            "navigator.serviceWorker.getRegistration().then(it => it?.active?.state === 'activated')",
        )
        .await
    }

    /// What the worker that is on its way in the end is: `activated`, or `redundant` if it is given up.
    pub async fn worker_becomes(&self) -> Result<String> {
        self.ask(
            "(async () => {
                const it = await navigator.serviceWorker.register('sw.js');
                const worker = it.installing ?? it.waiting ?? it.active;
                while (!['activated', 'redundant'].includes(worker.state)) {
                    await new Promise(done => worker.onstatechange = done);
                }
                return worker.state;
            })()",
        )
        .await
    }

    /// Waits until a newer version waits for the reader.
    pub async fn until_one_waits(&self) -> Result<()> {
        self.until_it_brings_true(
            "navigator.serviceWorker.getRegistration().then(it => !!it?.waiting)",
        )
        .await
    }
}
