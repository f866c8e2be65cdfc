//! The page as plain HTML: with scripts off, or with the wasm lost on the way.

use anyhow::{Context, Result};
use e2e::{Page, Story, Visit, Wasm};

async fn is_static(page: &Page) -> Result<()> {
    let state: String = page.ask("document.documentElement.dataset.state").await?;
    assert_eq!(state, "static");
    Ok(())
}

/// Checks that figures are drawn, tables can be read, and links lead to what they name.
async fn reads(page: &Page) -> Result<()> {
    is_static(page).await?;
    for figure in ["releases", "held"] {
        let drawn: (usize, usize, usize) = page
            .ask(&format!(
                "['path', 'text', 'a'].map(it => shown('svg ' + it, figure('{figure}')).length)"
            ))
            .await?;
        assert!(drawn.0 > 5 && drawn.1 > 4 && drawn.2 > 5, "{figure} is drawn as {drawn:?}");
        let read: String =
            page.ask(&format!("words(one('[data-role=readout]', figure('{figure}')))")).await?;
        assert!(read.len() > 40, "{figure} reads {read}");
    }
    let n_actors: usize = page.ask("shown('[data-actor]', figure('map')).length").await?;
    assert!(n_actors > 5, "the map has {n_actors} actors");

    leads_to_record(page, "figure[data-figure=map] [data-actor]").await?;
    leads_to_record(page, "figure[data-figure=releases] [data-release]").await?;
    let story = page.url().await?;
    for links in ["#main p > a[data-claim]", "#main p > a[href*='#term-']"] {
        leads_to_ledger(page, links).await?;
        page.go_to(&story).await?;
    }

    page.click("figure[data-figure=releases] summary").await?;
    let cells: Vec<String> = page.ask("shown('td, th', figure('releases')).map(words)").await?;
    assert!(cells.len() > 20, "the table has {} cells", cells.len());
    is_static(page).await
}

/// Clicks the last of some links, which no other lies over, and checks that the record that it names
/// is then on the screen.
async fn leads_to_record(page: &Page, links: &str) -> Result<()> {
    let href: String = page.ask(&format!("shown(\"{links}\").at(-1).getAttribute('href')")).await?;
    let id = &href[1..];
    let record = format!("document.querySelector('#{id} .record > *')");
    assert!(
        !page.ask::<bool>(&format!("{record}.checkVisibility()")).await?,
        "{id} is open already"
    );
    page.click(&format!("{links}[href='{href}']")).await?;
    assert!(page.url().await?.ends_with(&format!("#{id}")));
    page.until(&format!("{record}.checkVisibility({{ contentVisibilityAuto: true }})")).await?;
    let on_screen = format!(
        "(() => {{ const {{ y, height }} = rect({record}); return height > 8 && y < innerHeight && y + height > 0; }})()"
    );
    page.until(&on_screen).await
}

/// Clicks the last of some links, and checks that it leads to the page of records, and there to its own.
async fn leads_to_ledger(page: &Page, links: &str) -> Result<()> {
    let href: String = page.ask(&format!("shown(\"{links}\").at(-1).getAttribute('href')")).await?;
    let (_, id) = href.split_once("records.html#").context("it leads elsewhere")?;
    page.click(&format!("{links}[href='{href}']")).await?;
    page.until("location.pathname.endsWith('/records.html')").await?;
    assert!(page.url().await?.ends_with(&href));
    let seen = format!(
        "(() => {{ const it = document.querySelector('#{id}:target .record'); const {{ y, height }} = rect(it);
            return it.checkVisibility() && height > 8 && y >= 0 && y < innerHeight; }})()"
    );
    page.until(&seen).await?;
    // Nothing on this page is to be closed.
    assert_eq!(page.ask::<usize>("shown('.close').length").await?, 0);
    is_static(page).await
}

#[tokio::test]
async fn with_scripts_off_the_page_reads_and_its_links_work() -> Result<()> {
    let page = Visit::to(Story::Own).without_scripts().open().await?;
    reads(&page).await
}

#[tokio::test]
async fn with_scripts_off_the_page_reads_on_a_phone() -> Result<()> {
    let page = Visit::to(Story::Own).without_scripts().on_phone().open().await?;
    reads(&page).await
}

#[tokio::test]
async fn when_the_wasm_is_lost_the_page_reads_and_its_links_work() -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Missing).open().await?;
    let asked = || page.requested().iter().any(|it| it.ends_with(".wasm"));
    page.until("document.readyState === 'complete'").await?;
    assert!(asked(), "nobody asked for the wasm");
    reads(&page).await
}
