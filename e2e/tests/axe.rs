//! What axe-core finds wrong with pages for readers who use them by other means than eyes and a mouse:
//! nothing, in every page, view, piece, edition, theme and state.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use e2e::guide::Step;
use e2e::{Page, Story, Visit};
use serde_json::json;

const AXE: &str = "hosts/node_modules/axe-core/axe.min.js";
/// Its rules for WCAG 2.2, levels A and AA, and what it holds to be good practice besides.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Asks axe about the page as it stands.
async fn has_no_faults(page: &Page, what: &str) -> Result<()> {
    let axe = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(AXE));
    let axe = axe.context("no axe-core: run `npm ci` in e2e/hosts")?;
    page.run(&format!("if (!window.axe) {{ {axe}\nwindow.axe = axe; }}")).await?;
    let faults: Vec<String> = page
        .ask(&format!(
            "axe.run(document, {{ runOnly: {}, resultTypes: ['violations'] }}).then(it => it.violations.map(it =>
                `${{it.id}}: ${{it.help}}: ${{it.nodes.slice(0, 5).map(it => it.html.slice(0, 120)).join('   ')}} (${{it.nodes.length}}): ${{it.nodes[0].failureSummary}}`))",
            json!(TAGS)
        ))
        .await?;
    assert_eq!(faults, [""; 0], "{what}");
    Ok(())
}

async fn look(visit: Visit, address: &str) -> Result<()> {
    let page = visit.clone().by(address).open().await?;
    has_no_faults(&page, &format!("{address} of {visit:?}")).await
}

#[tokio::test]
async fn every_view_of_the_story_in_both_themes() -> Result<()> {
    for query in
        ["", "?view=waves", "?view=places", "?view=table", "?counting=people", "?time=2025..2025"]
    {
        look(Visit::to(Story::Own), query).await?;
        look(Visit::to(Story::Own).in_the_dark(), query).await?;
    }
    look(Visit::to(Story::Own).on_phone(), "").await?;
    look(Visit::to(Story::Fixture), "").await
}

#[tokio::test]
async fn every_step_of_the_story() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    for step in Step::all(&page).await? {
        step.reach(&page).await?;
        step.is_reached(&page).await?;
        has_no_faults(&page, &step.id).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_map_in_every_shape_and_what_is_open_over_it() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let (from, to): (String, String) = page
        .ask("[...new Set(shown('#map [data-actor]').map(it => it.dataset.actor))].slice(0, 2)")
        .await?;
    for query in [
        format!("?actor={from}"),
        format!("?actor={from}&chain={to}"),
        "?shape=list".to_owned(),
        "?shape=table".to_owned(),
    ] {
        look(Visit::to(Story::Own), &query).await?;
        look(Visit::to(Story::Own).in_the_dark().on_phone(), &query).await?;
    }
    page.until_records().await?;
    page.click(".key-figures a[data-claim]").await?;
    has_no_faults(&page, "an open record").await
}

#[tokio::test]
async fn every_page_beside_the_story() -> Result<()> {
    for address in ["records.html", "audit.html", "sources.html", "changes.html", "embed.html"] {
        // No wasm is waited for.
        for visit in [Visit::to(Story::Own), Visit::to(Story::Own).in_the_dark().on_phone()] {
            look(visit.with_wasm(e2e::Wasm::Missing), address).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_kind_of_piece_and_the_one_file() -> Result<()> {
    for address in
        ["embed/story/", "embed/releases/", "embed/held/", "embed/map/", "explainer.html"]
    {
        look(Visit::to(Story::Own), address).await?;
        look(Visit::to(Story::Own).in_the_dark(), address).await?;
    }
    let page = Visit::to(Story::Own).open().await?;
    let actor: String = page.ask("one('#map [data-actor]').dataset.actor").await?;
    let step = &Step::all(&page).await?[2].id;
    for address in [format!("embed/actor-{actor}/"), format!("embed/step-{step}/")] {
        look(Visit::to(Story::Own).with_wasm(e2e::Wasm::Missing), &address).await?;
    }
    Ok(())
}
