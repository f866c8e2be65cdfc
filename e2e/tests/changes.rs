//! What has changed: told to those who come back, to those who follow an older link, and on a page of its
//! own.

use anyhow::{Context, Result};
use e2e::{Neighbour, Page, Story, Visit, Wasm};

/// What stands beside the day of the data, if something is new.
const TOLD: &str = "shown('.as-of .new').map(words).join()";
const KEPT: &str = "Object.entries(localStorage).map(it => it.join(': ')).join()";
/// A day of the fixture's data that was not the last, and its last.
const SECOND: &str = "1971-02-09";
const LAST: &str = "1972-12-31";

/// Comes back to the page, as somebody of whom this has been kept.
async fn come_back(page: &Page, kept: &str) -> Result<()> {
    page.run(&format!("localStorage['explainer ' + location.pathname] = '{kept}'")).await?;
    page.reload().await?;
    page.until_ready().await
}

/// How many changes our own story lists.
fn n_changes() -> usize {
    include_str!("../../data/changes.toml").matches("[[change]]").count()
}

/// That the number of changes has been kept, and nothing else.
async fn keeps_the_number(page: &Page) -> Result<()> {
    let n: usize = page
        .ask("document.querySelector('[data-changes]').dataset.changes.split(' ').length")
        .await?;
    assert_eq!(page.ask::<String>(KEPT).await?, format!("explainer /: {n}"));
    Ok(())
}

#[tokio::test]
async fn a_first_visit_is_told_nothing_and_leaves_a_number() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let page = Visit::to(story).open().await?;
        assert_eq!(page.ask::<String>(TOLD).await?, "");
        keeps_the_number(&page).await?;
        page.reload().await?;
        page.until_ready().await?;
        assert_eq!(page.ask::<String>(TOLD).await?, "", "nothing is new");
        page.is_quiet().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_returning_reader_is_told_once_how_much_is_new() -> Result<()> {
    let page = Visit::to(Story::Fixture).open().await?;
    come_back(&page, "1").await?;
    let told: String = page.ask(TOLD).await?;
    assert_eq!(told, "3 changes since your last visit");
    keeps_the_number(&page).await?;

    page.click(".as-of .new").await?;
    page.until("location.pathname.endsWith('changes.html')").await?;
    let marked: Vec<String> = page
        .ask(
            "(() => {
                const ground = it => getComputedStyle(it).backgroundColor;
                return shown('.changes > li').filter(it => ground(it) !== 'rgba(0, 0, 0, 0)').map(it => it.id);
            })()",
        )
        .await?;
    assert_eq!(marked, ["change-4", "change-3", "change-2"], "the new ones, the newest first");
    let (top, first): (f64, f64) =
        page.ask("[rect(one('#change-4')).y, rect(one('#change-2')).y]").await?;
    assert!(0.0 < top && top < first && first < 900.0, "all of them can be seen: {top} {first}");

    page.click(".kicker a").await?;
    page.until_ready().await?;
    assert_eq!(page.ask::<String>(TOLD).await?, "", "told already");

    come_back(&page, "3").await?;
    let told: String = page.ask(TOLD).await?;
    assert_eq!(told, "1 change since your last visit");
    page.is_quiet().await
}

#[tokio::test]
async fn the_line_has_its_room_from_the_start_and_moves_nothing() -> Result<()> {
    for visit in [
        Visit::to(Story::Fixture),
        Visit::to(Story::Fixture).on_phone(),
        Visit::to(Story::Own).on_phone(),
    ] {
        let page = visit.open().await?;
        let place = "[rect(one('[data-changes]')).height, rect(one('main')).y]";
        let before: (f64, f64) = page.ask(place).await?;
        come_back(&page, "1").await?;
        assert_ne!(page.ask::<String>(TOLD).await?, "");
        assert_eq!(page.ask::<(f64, f64)>(place).await?, before);
        page.run(
            "window.moved = 0;
             new PerformanceObserver(list => list.getEntries().forEach(it => window.moved += it.value))
                .observe({ type: 'layout-shift', buffered: true });",
        )
        .await?;
        page.settle().await?;
        assert_eq!(page.ask::<f64>("moved").await?, 0.0);
    }
    Ok(())
}

#[tokio::test]
async fn what_was_not_kept_by_this_page_is_told_to_nobody() -> Result<()> {
    let page = Visit::to(Story::Fixture).open().await?;
    for kept in ["", "x", "9", "4", "-1", "1.5", "1970-04-03", "1970-04-03 1", "[object]"] {
        come_back(&page, kept).await?;
        assert_eq!(page.ask::<String>(TOLD).await?, "", "{kept}");
        keeps_the_number(&page).await?;
    }
    page.is_quiet().await
}

#[tokio::test]
async fn where_nothing_may_be_kept_nothing_is_told_and_nothing_breaks() -> Result<()> {
    let page = Visit::to(Story::Fixture).without_storage().open().await?;
    let refused: bool =
        page.ask("(() => { try { return !localStorage } catch { return true } })()").await?;
    assert!(refused, "the browser lets pages store");
    assert_eq!(page.ask::<String>(TOLD).await?, "");
    // A link tells what it has to tell all the same.
    page.go(&format!("?data={SECOND}")).await?;
    page.until_ready().await?;
    assert_ne!(page.ask::<String>(TOLD).await?, "");
    page.is_quiet().await
}

#[tokio::test]
async fn in_a_frame_nothing_is_kept() -> Result<()> {
    let page = Visit::to(Story::Fixture).open().await?;
    page.run("localStorage.clear()").await?;
    let host = tempfile::tempdir()?;
    let frame = format!(
        "<!DOCTYPE html><link rel=\"icon\" href=\"data:,\"><iframe width=\"900\" height=\"700\" src=\"{}\">",
        page.url().await?
    );
    std::fs::write(host.path().join("index.html"), frame)?;
    let host = Neighbour::start(host.path().to_owned()).await?;
    page.go_to(&host.url()).await?;
    page.enter("iframe").await?;
    page.until_ready().await?;
    assert_eq!(page.ask::<String>(KEPT).await?, "");
    assert_eq!(page.ask::<String>(TOLD).await?, "");
    page.is_quiet().await
}

#[tokio::test]
async fn a_link_tells_what_has_changed_since_it_was_made() -> Result<()> {
    let page = Visit::to(Story::Fixture).by("?data=1969-11-30").open().await?;
    let told: String = page.ask(TOLD).await?;
    let expected = "3 changes since the data of this link";
    assert_eq!(told, expected);
    // Of the visits nothing is said then, but the number is kept.
    come_back(&page, "3").await?;
    assert_eq!(page.ask::<String>(TOLD).await?, expected);
    keeps_the_number(&page).await?;

    page.go(&format!("?view=waves&data={SECOND}#claim-total-nasa")).await?;
    page.until_ready().await?;
    let told: String = page.ask(TOLD).await?;
    assert_eq!(told, "1 change since the data of this link");
    let href: String = page.ask("one('.as-of .new').getAttribute('href')").await?;
    assert!(href.ends_with("changes.html#change-4"), "{href}");
    // What is chosen on the page leaves it in the address.
    page.run("document.querySelector('[name=view][value=places]').click()").await?;
    page.until("location.search.includes('view=places')").await?;
    assert!(page.url().await?.contains(&format!("data={SECOND}")));
    page.is_quiet().await
}

#[tokio::test]
async fn a_link_of_today_or_of_no_version_tells_nothing() -> Result<()> {
    let page = Visit::to(Story::Fixture).open().await?;
    for data in
        [LAST, "1970-01-01", "2999-01-01", "1969-11", "", "x", "%00", "%ff", "<b>", "a&data"]
    {
        page.go(&format!("?data={data}")).await?;
        page.until_ready().await?;
        assert_eq!(page.ask::<String>(TOLD).await?, "", "{data}");
    }
    page.is_quiet().await
}

#[tokio::test]
async fn the_list_reads_at_every_width_and_without_scripts() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let visit = Visit::to(story).without_scripts().by("changes.html");
        for visit in [visit.clone(), visit.in_the_dark()] {
            let page = visit.open().await?;
            for width in [320, 768, 1280] {
                page.resize(width, 900).await?;
                let wide: f64 = page.ask("document.scrollingElement.scrollWidth").await?;
                assert!(wide <= f64::from(width), "{wide} px in {width}");
                let days: Vec<String> = page
                    .ask("shown('.changes time').map(it => it.getAttribute('datetime'))")
                    .await?;
                let n = if let Story::Own = story { n_changes() } else { 4 };
                assert_eq!(days.len(), n);
                assert!(days.is_sorted_by(|it, next| it >= next), "{days:?}");
            }
            page.click(".changes li .number").await?;
            let open = "document.querySelector('.leaf:target')?.checkVisibility()";
            page.until(open).await.context("a number leads to its record")?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_page_leads_to_its_changes() -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Missing).open().await?;
    page.click(".as-of a[href='changes.html']").await?;
    page.until("shown('h1')[0]?.textContent === 'What changed'").await?;
    page.click("main > .sources a").await?;
    page.until("location.search.startsWith('?data=')").await?;
    assert_eq!(page.ask::<String>(TOLD).await?, "", "it was made today");
    Ok(())
}
