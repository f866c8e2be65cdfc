//! Documents other than the page that its host serves: at another address, or in a frame.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use thirtyfour::By;

use crate::page::Page;
use crate::server::{Server, Wasm};
use crate::story::Story;

impl Page {
    /// Goes to any address, a file's as well, and waits until its HTML is there.
    pub async fn go_to(&self, address: &str) -> Result<()> {
        self.browser.goto(address).await.with_context(|| format!("cannot open {address}"))
    }

    /// From now on reads the document in a frame of the page.
    pub async fn enter(&self, selector: &str) -> Result<()> {
        let frame = self.browser.find(By::Css(selector)).await;
        let frame = frame.with_context(|| format!("no frame matches {selector}"))?;
        frame.enter_frame().await.context("cannot enter the frame")
    }
}

impl Story {
    /// A file of the build.
    pub fn file(self, name: &str) -> Result<PathBuf> {
        Ok(self.folder()?.join(name))
    }
}

/// Somebody else's host: another port, and not a word in its headers but the type of a file.
pub struct Neighbour(Server);

impl Neighbour {
    /// Serves a folder.
    pub async fn start(folder: PathBuf) -> Result<Neighbour> {
        Ok(Neighbour(Server::start(folder, "/", Wasm::Served).await?))
    }

    /// The address of the folder.
    pub fn url(&self) -> String {
        self.0.url()
    }

    /// Paths that it has been asked for, in order.
    pub fn requested(&self) -> Vec<String> {
        self.0.requested()
    }
}

/// What came of using all figures.
#[derive(Debug, Deserialize)]
struct Used {
    views: Vec<String>,
    opened: String,
    files: usize,
    told: String,
    actor: String,
}

impl Page {
    /// Uses every figure of the document: all views, a record, an actor, pictures, citations.
    pub async fn use_all(&self) -> Result<()> {
        self.until("document.documentElement.dataset.state === 'ready'").await?;
        self.run(include_str!("use.js")).await?;
        let used: Used = self.ask("useAll()").await?;
        ensure!(used.views.len() == 4 && used.opened.starts_with("claim-"), "{used:?}");
        ensure!(used.files == 6 && used.told == used.actor, "{used:?}");
        Ok(())
    }

    /// That nothing has been refused by a policy, and that the console is empty.
    pub async fn is_quiet(&self) -> Result<()> {
        let (refused, console) = (self.refused().await?, self.console().await?);
        ensure!(refused.is_empty() && console.is_empty(), "{refused:?} {console:?}");
        Ok(())
    }
}
