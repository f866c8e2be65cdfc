//! What a page's content security policy has refused.

use anyhow::Result;
use serde_json::json;

use crate::page::Page;

/// Collects reports from the first line of every document.
const LISTEN: &str = "addEventListener('securitypolicyviolation', it => {
    (window.refusals ??= []).push(`${it.effectiveDirective}: ${it.blockedURI} ${it.sample}`);
});";

impl Page {
    /// Starts to collect what policies refuse, in the documents opened from now on.
    pub(crate) async fn collect_refusals(&self) -> Result<()> {
        let script = json!({"source": LISTEN});
        self.devtools("Page.addScriptToEvaluateOnNewDocument", script).await
    }

    /// What the policy of the document has refused so far.
    pub async fn refused(&self) -> Result<Vec<String>> {
        self.ask("window.refusals ?? []").await
    }
}
