//! After one visit the page is whole without a host; and where nothing can be kept, it is the page
//! that it was.

use std::path::Path;

use anyhow::{Context, Result};
use e2e::{Build, Chart, Key, Map, Page, Story, Visit, Wasm};
use serde_json::json;

const N_KEPT: &str = "caches.keys().then(it => it.length)";
const WORKERS: &str = "navigator.serviceWorker.getRegistrations().then(it => it.length)";

/// Uses everything that a reader may use.
async fn is_whole(page: &Page) -> Result<()> {
    page.until_ready().await?;
    for view in ["waves", "places", "table"] {
        page.click(&format!("label:has(input[name=view][value={view}])")).await?;
        assert!(page.url().await?.contains(&format!("?view={view}")));
    }
    page.click("label:has(input[name=view])").await?;
    for chart in [Chart::RELEASES, Chart::HELD] {
        let marks = chart.marks(page).await?;
        page.bring(&chart.layer()).await?;
        page.run(&format!("one(\"{}\").focus()", chart.mark(&marks[1].id))).await?;
        page.settle().await?;
        assert_eq!(chart.chosen(page).await?, marks[1].id);
    }
    let map = Map::read(page).await?;
    page.click(&map.node(1)).await?;
    assert_eq!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, map.actors[1]);
    page.until_records().await?;
    page.click("#main p > a[data-claim]").await?;
    page.until("shown('[data-role=claim]').length === 1").await?;
    for (file, start) in [("releases.csv", "id,date,"), ("held.csv", "id,"), ("claims.json", "{")] {
        let got: String = page.ask(&format!("fetch('{file}').then(it => it.text())")).await?;
        assert!(got.starts_with(start) && got.len() > 500, "{file} holds {got}");
    }
    // The record lies over what is under it.
    page.press(Key::Escape).await?;
    page.until("!shown('[data-role=claim]').length").await?;
    page.click("#sources a").await?;
    page.until("location.pathname.endsWith('/sources.html') && shown('li a').length > 100").await?;
    page.click("a[href='./']").await?;
    page.until_ready().await
}

#[tokio::test]
async fn after_one_visit_all_of_the_page_is_there_without_a_host() -> Result<()> {
    let mut page = Visit::to(Story::Own).open().await?;
    page.until_kept().await?;
    page.stop_host().await;
    page.reload().await?;
    is_whole(&page).await
}

#[tokio::test]
async fn a_link_into_the_page_works_without_a_host() -> Result<()> {
    let mut page = Visit::to(Story::Own).below("/some/deep/path/").open().await?;
    page.until_kept().await?;
    page.stop_host().await;
    for link in ["?view=waves&from=elsewhere#map", "index.html?view=waves", ""] {
        page.go(link).await?;
        page.until_ready().await?;
        let view: String =
            page.ask("document.querySelector('input[name=view]:checked').value").await?;
        assert_eq!(view == "waves", !link.is_empty(), "{link} shows {view}");
    }
    // What is below another path belongs to others.
    let scope: String =
        page.ask("navigator.serviceWorker.getRegistration().then(it => it.scope)").await?;
    assert!(scope.ends_with("/some/deep/path/"), "{scope}");
    Ok(())
}

#[tokio::test]
async fn files_can_be_saved_without_a_host() -> Result<()> {
    let mut page = Visit::to(Story::Own).open().await?;
    page.until_kept().await?;
    page.stop_host().await;
    for (address, links, files) in [
        ("", "#releases", ["releases.csv", "claims.json"]),
        ("audit.html", "#files", ["actors.csv", "claims.json"]),
    ] {
        let folder = tempfile::tempdir()?;
        page.save_into(folder.path()).await?;
        page.go(address).await?;
        for file in files {
            page.click(&format!("{links} a[href='{file}']")).await?;
            let saved = page.until_that(|| folder.path().join(file).exists()).await;
            saved.with_context(|| format!("{file} of {address:?}"))?;
        }
    }
    Ok(())
}

/// What a host may do to a file between two of its answers.
async fn is_not_kept(spoil: impl Fn(&Build) -> Result<()>) -> Result<()> {
    let build = Build::of(Story::Fixture)?;
    spoil(&build)?;
    let visit = Visit::to(Story::Fixture).hosting(build.path());
    let page = visit.with_wasm(Wasm::Held).open().await?;
    page.serve_wasm();
    page.until("document.readyState === 'complete'").await?;
    assert_eq!(page.worker_becomes().await?, "redundant");
    // The page may ask for it again a moment later, which ends the same.
    page.until_it_brings_true(&format!("{WORKERS}.then(it => it === 0)")).await?;
    page.until_it_brings_true(&format!("{N_KEPT}.then(it => it === 0)")).await?;
    page.until_records().await?;
    let number = "#main p > a[data-claim]";
    let id: String = page.ask(&format!("one('{number}').dataset.claim")).await?;
    page.click(number).await?;
    // In place, or on the page of records where the wasm is missing.
    page.until(&format!("shown('[data-role=claim][data-for={id}]').length === 1")).await?;
    page.reload().await?;
    page.until("document.readyState === 'complete'").await
}

#[tokio::test]
async fn with_one_file_missing_nothing_is_kept() -> Result<()> {
    is_not_kept(|build| build.lose("sources.html")).await?;
    is_not_kept(|build| build.lose("icon-512.png")).await
}

#[tokio::test]
async fn with_one_file_of_another_version_nothing_is_kept() -> Result<()> {
    is_not_kept(|build| build.put("sources.html", "<p>newer")).await
}

#[tokio::test]
async fn with_the_wasm_missing_nothing_is_kept() -> Result<()> {
    is_not_kept(|build| build.lose(&build.named("_bg.wasm")?)).await
}

const HOST: &str = "<!doctype html><link rel=icon href=icon-48.png><iframe src='./'></iframe>";

#[tokio::test]
async fn in_a_frame_nothing_is_kept() -> Result<()> {
    let build = Build::of(Story::Fixture)?;
    build.put("host.html", HOST)?;
    let page =
        Visit::to(Story::Fixture).hosting(build.path()).with_wasm(Wasm::Held).by("host.html");
    let page = page.open().await?;
    page.serve_wasm();
    page.until("frames[0].document.documentElement.dataset.state === 'ready'").await?;
    page.until("frames[0].document.readyState === 'complete'").await?;
    assert!(!page.asked_for_worker());
    assert_eq!(page.ask::<usize>(WORKERS).await?, 0);
    assert_eq!(page.console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn where_storage_is_forbidden_the_page_works_and_is_quiet() -> Result<()> {
    let page = Visit::to(Story::Own).without_storage().open().await?;
    page.until("document.readyState === 'complete'").await?;
    page.settle().await?;
    page.click("figure [data-actor]").await?;
    assert_ne!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, "");
    assert_eq!(page.console().await?, [""; 0]);
    let register = "navigator.serviceWorker.register('sw.js').then(() => '', it => it.name)";
    assert_ne!(page.ask::<String>(register).await?, "", "it is not forbidden");
    Ok(())
}

#[tokio::test]
async fn where_there_is_no_room_nothing_is_kept_and_the_page_works() -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Held).open().await?;
    let little = json!({"origin": page.origin(), "quotaSize": 100_000});
    page.devtools("Storage.overrideQuotaForOrigin", little).await?;
    page.serve_wasm();
    page.until_ready().await?;
    assert_eq!(page.worker_becomes().await?, "redundant");
    assert_eq!(page.ask::<usize>(WORKERS).await?, 0);
    page.click("figure [data-actor]").await?;
    assert_ne!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, "");
    Ok(())
}

#[tokio::test]
async fn from_a_folder_on_a_disk_the_page_reads_and_is_quiet() -> Result<()> {
    let build = Build::of(Story::Fixture)?;
    let page = Visit::to(Story::Fixture).open().await?;
    page.go_to_file(&Path::new(build.path()).join("index.html")).await?;
    page.until("document.readyState === 'complete'").await?;
    let unhandled: Vec<String> =
        page.console().await?.into_iter().filter(|it| it.contains("Uncaught")).collect();
    assert_eq!(unhandled, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_browser_offers_to_install_the_page() -> Result<()> {
    let page = Visit::to(Story::Own).below("/some/path/").open().await?;
    page.until_kept().await?;
    let errors = page.devtools_answer("Page.getInstallabilityErrors", json!({})).await?;
    assert_eq!(errors["installabilityErrors"], json!([]));
    let manifest = page.devtools_answer("Page.getAppManifest", json!({})).await?;
    assert_eq!(manifest["errors"], json!([]));
    assert!(manifest["data"].as_str().is_some_and(|it| it.len() > 300), "{manifest}");
    Ok(())
}
