//! Another story in the same explainer: what holds does not hang on the facts in `data/`.

use anyhow::Result;
use e2e::{Chart, Key, Mark, Story, Visit};

#[tokio::test]
async fn another_story_is_taken_over_as_well() -> Result<()> {
    let page = Visit::to(Story::Fixture).open().await?;
    // A key explains what is drawn: of this story's totals, those in the chart are no bounds.
    let key: String = page.ask("words(one('#releases .legend'))").await?;
    assert!(key.contains("total that others reported") && !key.contains("lower bound"), "{key}");
    let n_held: usize = page.ask("document.querySelectorAll('[data-figure=held]').length").await?;
    assert_eq!(n_held, 0, "this story counts nobody who is still held");

    let chart = Chart::RELEASES;
    page.bring(&chart.layer()).await?;
    let marks = chart.marks(&page).await?;
    let y = chart.frame(&page).await?.middle().1;
    for mark in &marks {
        let (x, _) = mark.middle();
        if Mark::nearest(&marks, x) == Some(mark) {
            page.point_at(x, y).await?;
            assert_eq!(chart.chosen(&page).await?, mark.id);
        }
    }
    let (first, url) = (&marks[0], page.place().await?);
    page.click(&chart.mark(&first.id)).await?;
    assert_eq!(chart.chosen(&page).await?, first.id);
    assert_eq!(page.place().await?, url);

    page.click("figure [data-actor]").await?;
    let actor: String = page.ask("one('figure [data-actor]').dataset.actor").await?;
    assert_eq!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, actor);
    let tells_all = format!(
        "words(one('[data-role=detail]')).replace(/^Close/, '') === words(document.querySelector('#actor-{actor} .record'))"
    );
    assert!(page.ask::<bool>(&tells_all).await?);

    page.until_records().await?;
    page.click("#main a[data-claim]").await?;
    page.until("shown('[data-role=claim]').length === 1").await?;
    page.press(Key::Escape).await?;
    page.until("shown('[data-role=claim]').length === 0").await?;
    assert_eq!(page.console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn another_story_fits_a_phone() -> Result<()> {
    let page = Visit::to(Story::Fixture).on_phone().open().await?;
    let (wide, room): (f64, f64) =
        page.ask("[document.scrollingElement.scrollWidth, innerWidth]").await?;
    assert!(wide <= room, "the page is {wide} px wide, the screen {room}");
    let marks = Chart::RELEASES.marks(&page).await?;
    assert!(marks.iter().all(|it| it.x > 0.0 && it.x < room), "{marks:?}");
    Ok(())
}
