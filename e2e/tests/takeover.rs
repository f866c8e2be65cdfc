//! The wasm takes over a page that somebody is reading.

use std::collections::BTreeSet;

use anyhow::Result;
use e2e::{Chart, Key, Rect, Story, Visit, Wasm};
use serde_json::Value;

#[tokio::test]
async fn the_page_says_when_it_is_interactive() -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Held).open().await?;
    let state = "document.documentElement.dataset.state";
    let n_marks = "performance.getEntriesByName('explainer:ready', 'mark').length";
    assert_eq!(page.ask::<String>(state).await?, "static");
    assert_eq!(page.ask::<usize>(n_marks).await?, 0);
    page.serve_wasm();
    page.until_ready().await?;
    assert_eq!(page.ask::<String>(state).await?, "ready");
    assert_eq!(page.ask::<usize>(n_marks).await?, 1);
    Ok(())
}

#[tokio::test]
async fn the_page_is_quiet_and_asks_nobody_but_its_host() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    page.until_records().await?;
    let (x, y) = page.bring(&Chart::RELEASES.layer()).await?.middle();
    page.point_at(x, y).await?;
    page.click_at(x, y).await?;
    page.click("figure [data-actor]").await?;
    page.press(Key::Escape).await?;
    page.click("p a[data-claim]").await?;
    page.press(Key::Escape).await?;
    page.click("summary").await?;
    page.click(".dossier .opener").await?;
    page.resize(400, 800).await?;
    page.settle().await?;

    assert_eq!(page.console().await?, [""; 0]);
    let origin = page.origin();
    let fetched = page.fetched().await?;
    let is_ours = |it: &&String| it.starts_with(&origin) || it.starts_with("data:");
    let others: Vec<_> = fetched.iter().filter(|it| !is_ours(it)).collect();
    assert!(others.is_empty(), "the page asked for {others:?}");
    assert!(fetched.len() > 2, "the network log has only {fetched:?}");

    let requested = page.requested();
    let once: BTreeSet<&String> = requested.iter().collect();
    assert_eq!(requested.len(), once.len(), "something was asked for twice: {requested:?}");
    Ok(())
}

/// What a reader has begun: how far the page is scrolled, what is focused, selected, open.
const BEGUN: &str = "({
    selected: getSelection().toString(),
    open: [...document.querySelectorAll('details')].map(it => it.open),
    records: shown('.opens:target > .record').map(it => it.parentElement.id),
    address: location.href,
})";

#[tokio::test]
async fn what_the_reader_had_begun_around_the_chart_is_still_there() -> Result<()> {
    keeps("one('figure[data-figure=releases] [data-release]')", "one('#main p')").await
}

#[tokio::test]
async fn what_the_reader_had_begun_in_a_readout_is_still_there() -> Result<()> {
    let link = "one('[data-role=readout] a', figure('releases'))";
    keeps(link, "one('[data-role=readout] dd', figure('releases'))").await
}

#[tokio::test]
async fn what_the_reader_had_begun_at_the_map_is_still_there() -> Result<()> {
    keeps("one('figure[data-figure=map] [data-actor]')", "one('[data-role=detail] p')").await
}

/// Lays out all of the page, as if it had been loaded again, so that what moves is not what was guessed.
const ALL_LAID_OUT: &str = "delete document.documentElement.dataset.fresh";

async fn keeps(focused: &str, selected: &str) -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Held).open().await?;
    page.run(ALL_LAID_OUT).await?;
    // What stands in the page; the records of numbers come after the wasm.
    page.click("#chronology .opener").await?;
    page.until("shown('.opens:target > .record').length === 1").await?;
    page.run(&format!(
        "document.querySelectorAll('details')[1].open = true;
        getSelection().selectAllChildren({selected});
        window.focused = {focused};
        window.focused.focus();
        scrollBy(0, 7);"
    ))
    .await?;
    page.settle().await?;
    let begun: Value = page.ask(BEGUN).await?;
    assert_ne!(begun["selected"], "");
    assert_ne!(begun["records"], serde_json::json!([]));
    let scrolled: f64 = page.ask("scrollY").await?;
    assert!(scrolled > 0.0);

    page.serve_wasm();
    page.until_ready().await?;
    assert_eq!(page.ask::<Value>(BEGUN).await?, begun);
    assert!(page.ask::<bool>("document.activeElement === window.focused").await?);
    let scrolled_on = page.ask::<f64>("scrollY").await? - scrolled;
    assert!(scrolled_on.abs() < STILL, "scrolled by {scrolled_on} px");
    Ok(())
}

#[tokio::test]
async fn a_release_that_was_focused_is_the_one_that_keys_walk_on_from() -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Held).open().await?;
    let chart = Chart::RELEASES;
    let ids: Vec<String> = chart.marks(&page).await?.into_iter().map(|it| it.id).collect();
    page.run(&format!("one(\"{}\").focus()", chart.mark(&ids[3]))).await?;
    page.serve_wasm();
    page.until_ready().await?;
    page.press(Key::Right).await?;
    assert_eq!(chart.chosen(&page).await?, ids[4]);
    Ok(())
}

/// Those who watch over a page collect what it is told as an error, also that a size has changed while sizes were told.
#[tokio::test]
async fn nobody_is_told_of_an_error() -> Result<()> {
    for width in [390, 900, 1280] {
        let page = Visit::to(Story::Own).sized(width, 900).with_wasm(Wasm::Held).open().await?;
        page.run("window.errors = []; addEventListener('error', it => errors.push(it.message))")
            .await?;
        page.serve_wasm();
        page.until_ready().await?;
        for narrower in [70, 0] {
            page.resize(width - narrower, 900).await?;
            page.until(&format!("innerWidth === {}", width - narrower)).await?;
            page.settle().await?;
            page.settle().await?;
        }
        assert_eq!(page.ask::<Vec<String>>("window.errors").await?, [""; 0], "at {width}");
    }
    Ok(())
}

/// A chart has a height in whole px, and before it is drawn for its width it is a scaled one: up to a
/// px for each chart. Browsers count from 3.
const STILL: f64 = 2.0;

const PLACES: &str =
    "[...document.querySelectorAll('figure, section, .readout, .plots, .maps')].map(place)";

#[tokio::test]
async fn nothing_moves_when_the_page_is_taken_over() -> Result<()> {
    for width in [320, 430, 700, 1000, 1280, 1600] {
        let page = Visit::to(Story::Own).sized(width, 900).with_wasm(Wasm::Held).open().await?;
        page.run(ALL_LAID_OUT).await?;
        page.bring("figure[data-figure='releases']").await?;
        page.run(
            "window.shifts = [];
            new PerformanceObserver(list => shifts.push(...list.getEntries()))
                .observe({ type: 'layout-shift', buffered: true });",
        )
        .await?;
        page.settle().await?;
        let before: Vec<Rect> = page.ask(PLACES).await?;
        page.serve_wasm();
        page.until_ready().await?;
        let after: Vec<Rect> = page.ask(PLACES).await?;
        let stays = |(a, b): (&Rect, &Rect)| {
            a.x == b.x
                && a.width == b.width
                && (a.y - b.y).abs() < STILL
                && (a.height - b.height).abs() < STILL
        };
        assert!(
            after.len() == before.len() && after.iter().zip(&before).all(stays),
            "at {width} px:\n{before:?}\n{after:?}"
        );
        let shifted: f64 = page
            .ask("shifts.filter(it => !it.hadRecentInput).reduce((sum, it) => sum + it.value, 0)")
            .await?;
        assert_eq!(shifted, 0.0, "at {width} px");
    }
    Ok(())
}

/// Whether the end of the page is drawn, far from the window at first.
const END_IS_DRAWN: &str = "one('#sources a').checkVisibility({ contentVisibilityAuto: true })";
/// How high each part of the page is.
const HEIGHTS: &str =
    "[...document.querySelectorAll('main > *, .step')].map(it => rect(it).height)";
/// Whether the height of each part is known. A page that is waited for may do without; these tests may not.
const IS_MEASURED: &str = "!('fresh' in document.documentElement.dataset)";

#[tokio::test]
async fn what_is_far_is_not_drawn_and_as_high_as_if_it_were() -> Result<()> {
    for width in [360, 1280] {
        let page = Visit::to(Story::Own).sized(width, 900).with_wasm(Wasm::Held).open().await?;
        assert!(!page.ask::<bool>(END_IS_DRAWN).await?, "drawn before anybody can see it");
        page.serve_wasm();
        page.until_ready().await?;
        page.until(IS_MEASURED).await?;
        assert!(!page.ask::<bool>(END_IS_DRAWN).await?, "drawn once the page has settled");
        let left_out: Vec<f64> = page.ask(HEIGHTS).await?;
        let in_sight = "[...document.querySelectorAll('[data-far]')].some(it => {
            const { top, bottom } = it.getBoundingClientRect();
            return bottom > 0 && top < innerHeight; })";
        assert!(!page.ask::<bool>(in_sight).await?, "at {width} px");
        page.run("for (const it of document.querySelectorAll('[data-far]')) it.style.contentVisibility = 'visible'").await?;
        let drawn: Vec<f64> = page.ask(HEIGHTS).await?;
        let stays = |(a, b): (&f64, &f64)| (a - b).abs() < STILL;
        assert!(
            drawn.len() == left_out.len() && drawn.iter().zip(&left_out).all(stays),
            "at {width} px:\n{left_out:?}\n{drawn:?}"
        );
        page.run("for (const it of document.querySelectorAll('[data-far]')) it.style.contentVisibility = ''").await?;
        page.bring("#sources a").await?;
        page.until(END_IS_DRAWN).await?;
    }
    Ok(())
}

#[tokio::test]
async fn who_jumps_ahead_stays_there_and_is_there_again_after_a_reload() -> Result<()> {
    for width in [360, 1280] {
        let page = Visit::to(Story::Own).sized(width, 900).with_wasm(Wasm::Held).open().await?;
        page.run("location.hash = '#conflicts'").await?;
        page.settle().await?;
        let top = "rect(one('#conflicts')).y";
        let jumped: f64 = page.ask(top).await?;
        assert!((0.0..300.0).contains(&jumped), "at {width} px: {jumped}");
        page.serve_wasm();
        page.until_ready().await?;
        page.until(IS_MEASURED).await?;
        page.settle().await?;
        let now = page.ask::<f64>(top).await? - jumped;
        assert!(now.abs() < STILL, "at {width} px it moved by {now}");
        let scrolled: f64 = page.ask("scrollY").await?;
        page.reload().await?;
        assert!(page.ask::<bool>(END_IS_DRAWN).await?, "left out before it is where it was left");
        page.until_ready().await?;
        let now = page.ask::<f64>("scrollY").await? - scrolled;
        assert!(now.abs() < STILL, "at {width} px the reload moved it by {now}");
    }
    Ok(())
}

#[tokio::test]
async fn a_number_that_was_focused_chooses_nothing() -> Result<()> {
    let page = Visit::to(Story::Own).with_wasm(Wasm::Held).open().await?;
    let before = Chart::HELD.chosen(&page).await?;
    // A count of those held that prose tells.
    let link = format!(
        "[...document.querySelectorAll('#main a[data-claim^=held-]')].find(it =>
            !it.matches('.mark') && it.dataset.claim !== '{before}' && it.checkVisibility())"
    );
    page.run(&format!("({link}).focus()")).await?;
    page.serve_wasm();
    page.until_ready().await?;
    page.settle().await?;
    assert_eq!(Chart::HELD.chosen(&page).await?, before);
    assert!(!page.place().await?.contains("held="), "{}", page.place().await?);
    Ok(())
}
