//! The one-file edition, `explainer.html`, wherever it is opened; and the classic script in it.

use std::fs;

use anyhow::{Context, Result};
use e2e::{Neighbour, Page, Story, Visit};

const EDITION: &str = "explainer.html";

/// Addresses that were asked for, but for those that hold what they name.
async fn asked_for(page: &Page) -> Result<Vec<String>> {
    let within = |it: &String| it.starts_with("data:") || it.starts_with("blob:");
    Ok(page.fetched().await?.into_iter().filter(|it| !within(it)).collect())
}

/// A page of somebody else's with a document in a frame that may run scripts and nothing else.
fn with_frame(document: &str) -> String {
    let document = document.replace('&', "&amp;").replace('"', "&quot;");
    format!(
        "<!DOCTYPE html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><p>Elsewhere</p>\
         <iframe sandbox=\"allow-scripts\" width=\"900\" height=\"700\" srcdoc=\"{document}\"></iframe>"
    )
}

/// The element of a page that a selector finds first, as text.
fn attribute<'a>(html: &'a str, before: &str) -> Result<&'a str> {
    let (_, rest) = html.split_once(before).with_context(|| format!("no {before}"))?;
    rest.split(['"', '\'']).next().context("no end")
}

#[tokio::test]
async fn from_a_disk_every_figure_works_and_nobody_is_asked() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let page = Visit::to(Story::Own).open().await?;
        page.until_records().await?;
        page.fetched().await?;
        let address = format!("file://{}", story.file(EDITION)?.display());
        page.go_to(&address).await?;
        page.until_ready().await?;
        if story == Story::Own {
            page.use_all().await?;
        }
        assert_eq!(asked_for(&page).await?, [address]);
        page.is_quiet().await?;
        assert_eq!(page.ask::<String>("document.documentElement.dataset.edition").await?, "file");
        // It has no address to share, so its citations lead to none.
        let cited: Vec<String> = page.ask("shown('.citation').map(words)").await?;
        assert!(cited.iter().all(|it| !it.contains("file:")), "{cited:?}");
    }
    Ok(())
}

#[tokio::test]
async fn its_data_are_saved_under_their_names() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = Visit::to(Story::Own).open().await?;
    page.go_to(&format!("file://{}", Story::Own.file(EDITION)?.display())).await?;
    page.until_ready().await?;
    page.save_into(folder.path()).await?;
    for name in ["releases.csv", "held.csv", "claims.json"] {
        page.click(&format!("a[download='{name}']")).await?;
        let expected = fs::read(Story::Own.file(name)?)?;
        let saved = folder.path().join(name);
        page.until_that(|| fs::read(&saved).is_ok_and(|it| it == expected)).await.context(name)?;
    }
    page.is_quiet().await
}

#[tokio::test]
async fn in_a_frame_that_may_only_run_scripts_every_figure_works() -> Result<()> {
    let elsewhere = tempfile::tempdir()?;
    let edition = fs::read_to_string(Story::Own.file(EDITION)?)?;
    fs::write(elsewhere.path().join("index.html"), with_frame(&edition))?;
    let neighbour = Neighbour::start(elsewhere.path().to_owned()).await?;
    let page = Visit::to(Story::Own).open().await?;
    page.until_records().await?;
    page.fetched().await?;
    page.go_to(&neighbour.url()).await?;
    page.enter("iframe").await?;
    page.use_all().await?;
    assert_eq!(page.ask::<String>("origin").await?, "null");
    page.is_quiet().await?;
    assert_eq!(neighbour.requested(), ["/"]);
    let asked = asked_for(&page).await?;
    assert!(asked.iter().all(|it| *it == neighbour.url() || it == "about:srcdoc"), "{asked:?}");
    Ok(())
}

#[tokio::test]
async fn from_deep_in_a_host_it_asks_for_itself_alone() -> Result<()> {
    let page = Visit::to(Story::Own).below("/a/deep/path/").by(EDITION).open().await?;
    page.use_all().await?;
    assert_eq!(page.requested(), ["/a/deep/path/explainer.html"]);
    page.is_quiet().await
}

#[tokio::test]
async fn with_scripts_off_it_reads_and_has_its_sources_and_data() -> Result<()> {
    let page = Visit::to(Story::Own).without_scripts().by(EDITION).open().await?;
    let sources = fs::read_to_string(Story::Own.file("sources.html")?)?;
    let (_, list) = sources.split_once("<ul class=\"source-list\">").context("no list")?;
    let (list, _) = list.split_once("</section>").context("the list does not end")?;
    let listed: usize = page.ask("shown('#sources .source-list > li').length").await?;
    assert_eq!(listed, list.matches("<li>").count());
    let drawn: usize = page.ask("shown('#releases svg path, #map [data-actor]').length").await?;
    assert!(drawn > 10, "{drawn}");
    page.click("#main p > a[data-claim]").await?;
    page.until("shown('[data-role=claim]').length === 1").await?;
    assert_eq!(page.requested(), ["/explainer.html"]);
    Ok(())
}

#[tokio::test]
async fn every_link_leads_into_it_or_to_another_site() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let page = Visit::to(story).by(EDITION).open().await?;
        let dead: Vec<String> = page
            .ask(
                "[...document.querySelectorAll('a, link')].map(it => it.getAttribute('href'))
                    .filter(it => !/^(https?|data|mailto):/.test(it) && it !== '#_'
                        && !(it[0] === '#' && document.getElementById(it.slice(1))))",
            )
            .await?;
        assert_eq!(dead, [""; 0], "{story:?}");
        let left: usize =
            page.ask("document.querySelectorAll('.save, [src]:not([src^=\"data:\"]), [rel=manifest]').length").await?;
        assert_eq!(left, 0, "{story:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_page_offers_it_with_its_size() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = Visit::to(Story::Own).open().await?;
    page.save_into(folder.path()).await?;
    let edition = fs::read(Story::Own.file(EDITION)?)?;
    let said: String = page.ask("words(one('.save'))").await?;
    let size = format!("{:.1} MB", (edition.len() as f64 / 1e5).ceil() / 10.0);
    assert_eq!(said, format!("Save this page as one file (about {size})"));
    page.click(".save a").await?;
    let name: String = page.ask("one('.save a').download").await?;
    assert!(name.len() > 10 && name.ends_with(".html"), "{name}");
    let saved = folder.path().join(name);
    page.until_that(|| fs::read(&saved).is_ok_and(|it| it == edition)).await
}

/// The page in a frame of opaque origin, with one script from a host that says nothing about origins.
async fn framed_with(script: &str, by: &Page) -> Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    let html = fs::read_to_string(Story::Own.file("index.html")?)?;
    let policy = attribute(&html, "http-equiv=\"Content-Security-Policy\" content=\"default")?;
    let (_, rest) = html.split_once("<body").context("no body")?;
    // A document without an address can fetch no records, so it has them, as pieces do.
    let ledger = fs::read_to_string(Story::Own.file("records.html")?)?;
    let (_, records) = ledger.split_once("</h2>").context("no records")?;
    let records = records.replace("class=\"leaf\"", "class=\"sheet\"");
    let (records, _) = records.split_once("</section>").context("no end of records")?;
    let place = "class=\"sheets\">";
    assert!(rest.contains(place));
    let rest = rest.replace(place, &format!("{place}{records}"));
    let attributes = script.replace("HOST", &by.origin());
    let document = format!(
        "<!DOCTYPE html><html data-state=\"static\"><meta charset=\"utf-8\">{attributes}<body{rest}"
    );
    assert!(!policy.is_empty() && !document.contains("Content-Security-Policy"));
    fs::write(folder.path().join("index.html"), with_frame(&document))?;
    Ok(folder)
}

#[tokio::test]
async fn the_classic_script_starts_in_a_frame_where_no_module_may() -> Result<()> {
    let html = fs::read_to_string(Story::Own.file("index.html")?)?;
    let glue = attribute(&html, "rel=\"modulepreload\" href=\"./")?;
    let stem = glue.trim_end_matches(".js");
    let page = Visit::to(Story::Own).open().await?;

    let classic = format!(
        "<script src=\"HOST/{stem}.classic.js\"></script><script src=\"HOST/take-away.js\"></script>"
    );
    let folder = framed_with(&classic, &page).await?;
    let neighbour = Neighbour::start(folder.path().to_owned()).await?;
    page.go_to(&neighbour.url()).await?;
    page.enter("iframe").await?;
    page.use_all().await?;
    page.is_quiet().await?;

    let module = format!(
        "<script>addEventListener('error', () => window.failed = true, true)</script>\
         <script type=\"module\" src=\"HOST/{glue}\"></script>"
    );
    let folder = framed_with(&module, &page).await?;
    let neighbour = Neighbour::start(folder.path().to_owned()).await?;
    page.go_to(&neighbour.url()).await?;
    page.enter("iframe").await?;
    page.until("window.failed").await?;
    assert_eq!(page.ask::<String>("document.documentElement.dataset.state").await?, "static");
    Ok(())
}
