//! What moves when the chart shows another view, and for whom.

use anyhow::Result;
use e2e::{Page, Story, Visit};
use serde_json::json;

/// How long something may move, in ms.
const BRIEF: f64 = 300.0;

/// The page with the chart of releases in sight; far from the window nothing moves.
async fn at_the_chart() -> Result<Page> {
    let page = Visit::to(Story::Own).open().await?;
    page.bring("#releases .plots").await?;
    Ok(page)
}

/// Switches to a view and says at once what moves and for how many ms.
async fn switch_to(page: &Page, view: &str) -> Result<Vec<(String, f64)>> {
    page.ask(&format!(
        "new Promise(done => {{
            document.querySelector('input[name=view][value={view}]').click();
            requestAnimationFrame(() => done(document.getAnimations().map(it =>
                [it.constructor.name, it.effect.getComputedTiming().endTime])));
        }})"
    ))
    .await
}

async fn has_moved(page: &Page) -> Result<bool> {
    page.ask("one('.drawing', figure('releases')).hasAttribute('data-moves')").await
}

#[tokio::test]
async fn another_view_moves_and_another_width_does_not() -> Result<()> {
    let page = at_the_chart().await?;
    assert!(!has_moved(&page).await?);
    for (view, width) in [("waves", 1200), ("places", 700), ("cumulative", 360)] {
        switch_to(&page, view).await?;
        assert!(has_moved(&page).await?, "{view}");
        page.resize(width, 900).await?;
        page.until("!one('.drawing', figure('releases')).hasAttribute('data-moves')").await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_moves_for_a_reader_who_wants_it_so() -> Result<()> {
    let page = at_the_chart().await?;
    for view in ["waves", "places", "table", "cumulative"] {
        assert_eq!(switch_to(&page, view).await?, [], "{view}");
    }
    Ok(())
}

#[tokio::test]
async fn what_moves_for_others_is_brief() -> Result<()> {
    let page = at_the_chart().await?;
    let features = json!([{"name": "prefers-reduced-motion", "value": "no-preference"}]);
    page.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await?;
    for view in ["waves", "places", "cumulative"] {
        let moving = switch_to(&page, view).await?;
        for kind in ["CSSAnimation", "CSSTransition"] {
            assert!(moving.iter().any(|it| it.0 == kind), "{view} has no {kind}: {moving:?}");
        }
        let slow: Vec<_> = moving.iter().filter(|it| it.1 > BRIEF).collect();
        assert!(slow.is_empty(), "{view}: {slow:?}");
        page.until("document.getAnimations().length === 0").await?;
    }
    // A new width draws all anew, and nothing moves.
    page.resize(1200, 900).await?;
    page.settle().await?;
    assert_eq!(page.ask::<usize>("document.getAnimations().length").await?, 0);
    Ok(())
}
