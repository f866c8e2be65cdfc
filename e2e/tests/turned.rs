//! A window that gets another width stays at the words at which it was.

use anyhow::Result;
use e2e::{Page, Story, Visit};

/// As long as the page may take to be laid out for another width, in ms.
const TAKES: u64 = 1600;

async fn wait(milliseconds: u64) {
    tokio::time::sleep(std::time::Duration::from_millis(milliseconds)).await;
}

/// Goes to an element, as far as a reader who scrolls.
async fn go_to(page: &Page, element: &str) -> Result<()> {
    // Once more when parts of the page on the way have got their heights.
    for _ in 0..2 {
        page.run(&format!(
            "scrollBy({{ top: rect({element}).y - innerHeight * 0.25, behavior: 'instant' }})"
        ))
        .await?;
        wait(500).await;
    }
    page.settle().await
}

/// Where an element begins, as a share of the window.
async fn at(page: &Page, element: &str) -> Result<f64> {
    page.ask(&format!("rect({element}).y / innerHeight")).await
}

#[tokio::test]
async fn whoever_turns_a_phone_reads_on() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().sized(390, 844).open().await?;
    page.until("!('waits' in document.documentElement.dataset)").await?;
    page.until("performance.getEntriesByType('resource').some(it => it.name.endsWith('hold.js'))")
        .await?;
    let steps: usize = page.ask("document.querySelectorAll('.step').length").await?;
    let words = [
        format!("document.querySelectorAll('.step')[{}].querySelector('p')", steps / 2),
        "document.querySelectorAll('#chronology li')[20]".to_owned(),
        "document.querySelector('#how-we-count p:last-of-type')".to_owned(),
    ];
    for words in words {
        go_to(&page, &words).await?;
        let before = (at(&page, &words).await?, page.ask::<String>("location.search").await?);
        for (width, height) in [(844, 390), (390, 844)] {
            page.resize(width, height).await?;
            wait(TAKES).await;
            let now = at(&page, &words).await?;
            assert!((0.0..0.6).contains(&now), "{words} at {now} of {width} x {height}");
            assert_eq!(page.ask::<String>("location.search").await?, before.1, "another step");
        }
        let now = at(&page, &words).await?;
        assert!((now - before.0).abs() < 0.12, "{words} was at {} and is at {now}", before.0);
    }
    Ok(())
}

#[tokio::test]
async fn a_reader_who_scrolls_meanwhile_is_not_taken_back() -> Result<()> {
    let page = Visit::to(Story::Own).sized(1280, 800).open().await?;
    page.until("performance.getEntriesByType('resource').some(it => it.name.endsWith('hold.js'))")
        .await?;
    go_to(&page, "document.querySelector('#chronology')").await?;
    page.resize(900, 800).await?;
    page.wheel_at((450, 400), 700, false).await?;
    wait(300).await;
    let before: f64 = page.ask("scrollY").await?;
    wait(TAKES).await;
    let now: f64 = page.ask("scrollY").await?;
    assert!((now - before).abs() < 40.0, "{before} is {now}");
    Ok(())
}
