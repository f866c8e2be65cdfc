//! What only Chromium can be told or asked.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::page::{Page, Rect};

impl Page {
    /// Sends a command of the DevTools protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<()> {
        self.devtools_answer(method, parameters).await.map(drop)
    }

    /// The same; its answer.
    pub async fn devtools_answer(&self, method: &str, parameters: Value) -> Result<Value> {
        let sent = self.browser.cdp().send_raw(method, parameters).await;
        sent.with_context(|| format!("cannot send {method}"))
    }

    /// What a part of the page looks like, as the address of a PNG.
    pub async fn look_at(&self, Rect { x, y, width, height }: Rect) -> Result<String> {
        let clip = json!({"x": x, "y": y, "width": width, "height": height, "scale": 1});
        let taken = self.devtools_answer("Page.captureScreenshot", json!({"clip": clip})).await?;
        let png = taken["data"].as_str().context("the browser took no picture")?;
        Ok(format!("data:image/png;base64,{png}"))
    }

    /// What is saved from now on comes into that folder, without a question.
    pub async fn save_into(&self, folder: &Path) -> Result<()> {
        let to = json!({"behavior": "allow", "downloadPath": folder});
        self.devtools("Browser.setDownloadBehavior", to).await
    }

    /// Addresses that the page has asked anybody for, since this was last asked.
    pub async fn fetched(&self) -> Result<Vec<String>> {
        let log =
            self.browser.get_log("performance").await.context("cannot read the network log")?;
        let mut urls = Vec::new();
        for entry in log {
            let event: Value = serde_json::from_str(&entry.message)?;
            if event["message"]["method"] == "Network.requestWillBeSent" {
                let url = &event["message"]["params"]["request"]["url"];
                // The browser's first tab asks for pictures of its own, at times after it has been left; and
                // what stands in an address is asked of nobody.
                let own = ["chrome://", "chrome-untrusted://", "data:"];
                let is_asked = |it: &&str| !own.iter().any(|own| it.starts_with(own));
                let url = url.as_str().filter(is_asked);
                urls.extend(url.map(str::to_owned));
            }
        }
        Ok(urls)
    }
}
