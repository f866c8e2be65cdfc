//! What readers, editors and embedders come for, done by keyboard alone: the keyboard is seen at each stop, and never
//! lost.

use std::fs;

use anyhow::{Context, Result};
use e2e::{Key, Page, Story, Visit};
use serde_json::json;

/// What the readout of the releases says.
async fn readout(page: &Page) -> Result<String> {
    page.ask("words(one('#releases [data-role=readout]'))").await
}

async fn has_keyboard(page: &Page, wanted: &str) -> Result<bool> {
    page.ask(&format!("document.activeElement.matches({})", json!(wanted))).await
}

#[tokio::test]
async fn who_said_a_number() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    page.until_records().await?;
    page.tab_to("it.closest('.key-figures') && it.dataset.claim", 12).await?;
    let number: String = page.ask("(window.number = document.activeElement).dataset.claim").await?;
    page.press(Key::Enter).await?;
    page.is_seen().await?;
    let record: String = page.ask("document.activeElement.closest('.sheet').id").await?;
    assert_eq!(record, format!("claim-{number}"));
    page.tab_to("it.closest('.sheet') && !it.href.startsWith(location.origin)", 25).await?;
    page.press(Key::Escape).await?;
    page.until("!location.hash.startsWith('#claim-')").await?;
    page.settle().await?;
    assert!(page.ask::<bool>("document.activeElement === window.number").await?);
    page.is_seen().await?;
    // It goes on from there.
    page.tab_to("it.closest('.key-figures') && it !== window.number", 2).await?;
    Ok(())
}

#[tokio::test]
async fn how_two_releases_compare() -> Result<()> {
    for visit in [Visit::to(Story::Own), Visit::to(Story::Own).sized(320, 800)] {
        let page = visit.open().await?;
        page.skip_to("releases").await?;
        page.tab_to("it.name === 'view'", 9).await?;
        page.press(Key::Right).await?;
        page.is_seen().await?;
        assert!(page.url().await?.contains("view=waves"));
        page.tab_to("it.closest('#releases') && it.dataset.release", 40).await?;
        let last = readout(&page).await?;
        page.press(Key::Left).await?;
        page.is_seen().await?;
        let before = readout(&page).await?;
        assert_ne!(last, before);
        // What is heard is what is read, and each has its sources.
        let heard: String = page.ask("document.activeElement.ariaLabel").await?;
        let date = heard.split(':').next().context("no date")?.to_owned();
        assert!(before.contains(&date), "{heard}; {before}");
        page.tab_to("it.closest('#releases [data-role=readout]') && it.matches('.inner')", 9)
            .await?;
        page.press(Key::Enter).await?;
        page.is_seen().await?;
        assert!(page.ask::<bool>("!!document.activeElement.closest('.sheet, .opens')").await?);
    }
    Ok(())
}

#[tokio::test]
async fn how_two_actors_are_connected() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let [from, to]: [String; 2] = page
        .ask("(it => [it[0], it.at(-1)])([...document.querySelectorAll('[name=chain] option')].filter(it => it.value).map(it => it.label))")
        .await?;
    page.skip_to("map").await?;
    page.tab_to("it.localName === 'summary' && it.closest('#map')", 12).await?;
    page.press(Key::Enter).await?;
    page.tab_to("it.name === 'focus'", 60).await?;
    page.type_text(&from).await?;
    page.until("new URLSearchParams(location.search).has('actor')").await?;
    page.is_seen().await?;
    page.tab_to("it.name === 'chain'", 60).await?;
    page.type_text(&to).await?;
    page.until("new URLSearchParams(location.search).has('chain')").await?;
    page.is_seen().await?;
    page.tab_to("it.closest('[data-role=detail]')", 60).await?;
    let told: String = page.ask("words(one('[data-role=detail]'))").await?;
    assert!(told.contains(&from) && told.contains(&to), "{told}");
    page.tab_to("it.closest('[data-role=detail]') && it.matches('[href*=\"#from-\"]')", 12).await?;
    Ok(())
}

#[tokio::test]
async fn a_figure_for_a_page_of_ones_own() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    page.skip_to("releases").await?;
    page.tab_to("it.closest('#releases') && it.matches('[href^=\"embed.html\"]')", 60).await?;
    page.press(Key::Enter).await?;
    page.until("document.getElementById('html')?.value").await?;
    page.tab_to("it.name === 'theme'", 20).await?;
    page.press(Key::Right).await?;
    page.press(Key::Right).await?;
    page.until("document.getElementById('html').value.includes('theme=dark')").await?;
    page.is_seen().await?;
    let copied =
        "navigator.clipboard.writeText = it => { window.copied = it; return Promise.resolve(); }";
    page.run(copied).await?;
    page.tab_to("it.matches('.past')", 30).await?;
    page.press(Key::Enter).await?;
    page.until("document.activeElement.id === 'html'").await?;
    page.tab_to("it.matches('[data-code=html] button')", 2).await?;
    page.press(Key::Enter).await?;
    page.until("(window.copied ?? '').includes('<iframe')").await?;
    page.is_seen().await
}

#[tokio::test]
async fn the_page_as_one_file() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = Visit::to(Story::Own).open().await?;
    page.save_into(folder.path()).await?;
    page.skip_to("sources").await?;
    page.tab_to("it.matches('[href=\"explainer.html\"]')", 20).await?;
    page.press(Key::Enter).await?;
    // Its name is that of the story.
    page.until_that(|| {
        let files = fs::read_dir(folder.path()).into_iter().flatten().flatten();
        files.map(|it| it.path()).any(|it| {
            it.extension().is_some_and(|it| it == "html")
                && fs::read_to_string(it).is_ok_and(|it| it.contains("</html>"))
        })
    })
    .await?;
    assert!(has_keyboard(&page, "[href='explainer.html']").await?);
    page.is_seen().await
}
