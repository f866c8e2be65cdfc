//! When the wasm fails, the page goes back to what it was before, and says so.

use anyhow::Result;
use e2e::{Chart, Page, Story, Visit, Wasm};
use serde_json::json;

/// A text of the page that is longer than any memory: the wasm has no room for it and cannot go on.
const BREAK: &str = "Element.prototype.getAttribute = () => ({ length: -1 })";

/// Whether the reader is told that the interactive part does not work.
const TOLD: &str = "shown('[data-role=stopped]').length === 1";

async fn is_static(page: &Page) -> Result<()> {
    page.until("document.documentElement.dataset.state === 'static'").await?;
    page.until("document.readyState === 'complete'").await
}

/// Breaks what the wasm stands on, then moves the pointer over a chart.
async fn break_it(page: &Page) -> Result<()> {
    page.bring(&Chart::RELEASES.layer()).await?;
    let (x, y) = Chart::RELEASES.frame(page).await?.middle();
    page.run(BREAK).await?;
    page.run(&format!(
        "for (const name of ['pointerdown', 'focusin', 'click'])
            document.elementFromPoint({x}, {y}).closest('a, div').dispatchEvent(new PointerEvent(name, {{ bubbles: true, clientX: {x}, clientY: {y} }}));
        document.querySelector('#releases a.mark').dispatchEvent(new FocusEvent('focusin', {{ bubbles: true }}))"
    ))
    .await
}

#[tokio::test]
async fn a_wasm_that_fails_gives_the_static_page_back() -> Result<()> {
    for address in ["?view=waves#releases", "embed/releases/?view=waves", "explainer.html"] {
        let page = Visit::to(Story::Own).by(address).open().await?;
        break_it(&page).await?;
        page.until("location.search.includes('static=stopped')").await?;
        is_static(&page).await?;
        if !address.starts_with("embed") {
            page.until(TOLD).await?;
            // All is there, and what has an address opens without the wasm.
            assert!(
                page.ask::<usize>("document.querySelectorAll('#releases .mark').length").await?
                    > 20
            );
            page.run("location.hash = document.querySelector('.dossier').id").await?;
            page.until("document.querySelector('.dossier:target')").await?;
            page.click("[data-role=stopped] a").await?;
            page.until_ready().await?;
            let query: String = page.ask("location.search").await?;
            assert!(!query.contains("static"), "{query}");
            assert!(!page.ask::<bool>(TOLD).await?);
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_page_that_is_asked_to_stay_static_does() -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Missing).by("?static").open().await?;
    is_static(&page).await?;
    assert!(!page.ask::<bool>(TOLD).await?);
    assert!(page.ask::<usize>("shown('#releases .mark').length").await? > 20);
    Ok(())
}

#[tokio::test]
async fn what_does_not_come_is_told() -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Missing).open().await?;
    page.until(TOLD).await?;
    is_static(&page).await?;
    page.click("[data-role=stopped] button").await?;
    assert!(!page.ask::<bool>(TOLD).await?);
    Ok(())
}

#[tokio::test]
async fn a_browser_without_wasm_shows_the_page() -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Missing).open().await?;
    let without = json!({"source": "delete globalThis.WebAssembly"});
    page.devtools("Page.addScriptToEvaluateOnNewDocument", without).await?;
    page.go("").await?;
    page.until(TOLD).await?;
    is_static(&page).await?;
    assert!(page.ask::<usize>("shown('#releases .mark').length").await? > 20);
    Ok(())
}

#[tokio::test]
async fn a_script_that_is_not_of_the_page_may_fail() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    page.until_ready().await?;
    page.run(
        "const it = document.createElement('script');
        it.src = 'http://elsewhere.invalid/count.js';
        it.onerror = () => window.hasFailed = true;
        document.head.append(it)",
    )
    .await?;
    page.until("window.hasFailed").await?;
    page.settle().await?;
    assert!(!page.ask::<bool>(TOLD).await?);
    Ok(())
}

#[tokio::test]
async fn what_others_do_wrong_before_the_page_is_interactive_is_told_no_longer() -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Held).open().await?;
    page.run("dispatchEvent(new ErrorEvent('error', { error: new Error('of somebody else') }))")
        .await?;
    page.until(TOLD).await?;
    page.serve_wasm();
    page.until_ready().await?;
    assert!(!page.ask::<bool>(TOLD).await?);
    Ok(())
}
