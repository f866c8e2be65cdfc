//! The switches over the chart of releases: its views, and which counting it shows.

use anyhow::Result;
use e2e::{Chart, Key, Mark, Page, Story, Visit};

const CHART: Chart = Chart::RELEASES;

/// The views that the switch offers, but for the table.
async fn views(page: &Page) -> Result<Vec<String>> {
    page.ask(
        "[...document.querySelectorAll('input[name=view]')].map(it => it.value)
            .filter(it => it !== 'table')",
    )
    .await
}

/// The view that the switch says is shown.
async fn switched_to(page: &Page) -> Result<String> {
    page.ask("document.querySelector('input[name=view]:checked').value").await
}

/// The chart as it is drawn.
async fn drawing(page: &Page) -> Result<String> {
    page.ask("one('.chart-svg', figure('releases')).outerHTML").await
}

fn label(name: &str, value: &str) -> String {
    format!("label:has(input[name={name}][value={value}])")
}

#[tokio::test]
async fn each_view_draws_the_same_releases_in_another_way() -> Result<()> {
    for visit in [Visit::to(Story::Own), Visit::to(Story::Own).on_phone()] {
        let page = visit.open().await?;
        page.bring(&CHART.layer()).await?;
        let ids = |marks: Vec<Mark>| marks.into_iter().map(|it| it.id).collect::<Vec<_>>();
        let first = (ids(CHART.marks(&page).await?), CHART.frame(&page).await?);
        let chosen = CHART.chosen(&page).await?;
        let mut drawings = vec![drawing(&page).await?];
        for view in &views(&page).await?[1..] {
            page.click(&label("view", view)).await?;
            assert_eq!(switched_to(&page).await?, *view);
            let url = page.url().await?;
            assert!(url.contains(&format!("?view={view}")), "{url}");
            let drawn = drawing(&page).await?;
            assert!(!drawings.contains(&drawn), "{view} looks like another view");
            drawings.push(drawn);
            assert_eq!(CHART.chosen(&page).await?, chosen);
            page.bring(&CHART.layer()).await?;
            assert_eq!(ids(CHART.marks(&page).await?), first.0);
            assert_eq!(CHART.frame(&page).await?.height, first.1.height, "{view} moves the page");
            follows_the_mouse(&page, view).await?;
            page.run(&format!("one(\"{}\").focus()", CHART.mark(&first.0[0]))).await?;
            page.press(Key::End).await?;
        }
        page.click(&label("view", &views(&page).await?[0])).await?;
        assert_eq!(drawing(&page).await?, drawings[0]);
        assert!(!page.url().await?.contains("view"), "the first view needs no parameter");
    }
    Ok(())
}

async fn follows_the_mouse(page: &Page, view: &str) -> Result<()> {
    let marks = CHART.marks(page).await?;
    let y = CHART.frame(page).await?.middle().1;
    for mark in marks.iter().step_by(5) {
        let x = mark.middle().0;
        let nearest = Mark::nearest(&marks, x);
        if let Some(nearest) = nearest.filter(|_| !marks.iter().any(|it| it.is_near(x, y))) {
            page.point_at(x, y).await?;
            assert_eq!(CHART.chosen(page).await?, nearest.id, "in the view {view}");
        }
    }
    Ok(())
}

/// Waits until the drawing is as it is to be: as wide as it stands there it is drawn a frame or more after the page is ready.
async fn comes_to(page: &Page, wanted: impl Fn(&str) -> bool) -> Result<()> {
    for _ in 0..50 {
        if wanted(&drawing(page).await?) {
            return Ok(());
        }
        page.settle().await?;
    }
    anyhow::bail!("the drawing stays as it is")
}

#[tokio::test]
async fn a_link_opens_the_view_that_it_names() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let first = drawing(&page).await?;
    for view in &views(&page).await?[1..] {
        page.go(&format!("?view={view}#releases")).await?;
        page.until_ready().await?;
        assert_eq!(switched_to(&page).await?, *view);
        comes_to(&page, |it| it != first).await?;
        assert!(page.url().await?.ends_with(&format!("?view={view}#releases")));
    }
    page.go("?view=sideways").await?;
    page.until_ready().await?;
    comes_to(&page, |it| it == first).await
}

#[tokio::test]
async fn a_view_is_still_there_after_a_reload() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let view = &views(&page).await?[1];
    page.click(&label("view", view)).await?;
    let drawn = drawing(&page).await?;
    page.reload().await?;
    page.until_ready().await?;
    assert_eq!(switched_to(&page).await?, *view);
    assert!(drawing(&page).await? == drawn, "the switch says {view}, the chart does not");
    Ok(())
}

#[tokio::test]
async fn keys_switch_views() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let first = drawing(&page).await?;
    page.run("document.querySelector('input[name=view]:checked').focus()").await?;
    page.press(Key::Right).await?;
    assert_eq!(switched_to(&page).await?, views(&page).await?[1]);
    assert_ne!(drawing(&page).await?, first);
    Ok(())
}

#[tokio::test]
async fn one_counting_can_be_seen_alone_even_without_scripts() -> Result<()> {
    let seen = "shown('.chart-svg *, .overlay .dot', figure('releases'))
        .filter(it => getComputedStyle(it).opacity > 0).length";
    let own = || Visit::to(Story::Own);
    for (visit, scripts) in [(own(), true), (own().without_scripts(), false)] {
        let page = visit.open().await?;
        page.bring(&CHART.layer()).await?;
        let both: usize = page.ask(seen).await?;
        for counting in ["people", "recognised"] {
            page.click(&label("counting", counting)).await?;
            let one: usize = page.ask(seen).await?;
            assert!(one < both, "{counting} alone shows {one} things, both {both}");
            // Where words and dots are, they are on the line that is seen.
            let shown: usize =
                page.ask("shown('.t-annotation, .chosen .dot', figure('releases')).length").await?;
            assert_eq!(shown == 0, !scripts && counting == "recognised", "{shown}");
        }
        page.click(&label("counting", "both")).await?;
        assert_eq!(page.ask::<usize>(seen).await?, both);
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_nothing_offers_a_view_that_cannot_be_had() -> Result<()> {
    let page = Visit::to(Story::Own).without_scripts().open().await?;
    let offered: usize = page.ask("shown('input[name=view]').length").await?;
    assert_eq!(offered, 0);
    Ok(())
}

#[tokio::test]
async fn what_is_said_of_the_hatching_stands_where_it_is_to_be_seen() -> Result<()> {
    for visit in [Visit::to(Story::Own), Visit::to(Story::Own).without_scripts()] {
        let page = visit.open().await?;
        let mut seen = Vec::new();
        for counting in ["both", "people", "recognised"] {
            page.click(&label("counting", counting)).await?;
            let [is_drawn, is_said, is_in_the_key]: [bool; 3] = page
                .ask(
                    "[shown('.chart-svg .t-unknown', figure('releases')).some(it =>
                        getComputedStyle(it).fill.includes('url')),
                      one('.lead', figure('releases')).innerText.includes('hatched'),
                      shown('.legend .of-hatched', figure('releases')).length > 0]",
                )
                .await?;
            assert_eq!((is_said, is_in_the_key), (is_drawn, is_drawn), "{counting}");
            seen.push(is_drawn);
        }
        assert_eq!(seen, [true, false, true]);
    }
    Ok(())
}

#[tokio::test]
async fn where_to_names_its_places_whichever_counting_was_chosen_before() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let mut named = Vec::new();
    for counting in ["both", "recognised"] {
        page.go(&format!("?view=places&counting={counting}")).await?;
        page.until_ready().await?;
        let places = "shown('.chart-svg text', figure('releases')).map(words).filter(it => it.includes(': '))";
        named.push(page.ask::<Vec<String>>(places).await?);
    }
    assert!(named[0].len() > 1, "{named:?}");
    assert_eq!(named[0], named[1]);
    Ok(())
}

#[tokio::test]
async fn the_key_on_a_phone_explains_the_numbers_that_are_drawn() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().open().await?;
    page.bring(&CHART.layer()).await?;
    let years: Vec<String> =
        page.ask("[...document.querySelectorAll('input[name=time]')].map(it => it.value)").await?;
    let mut all = Vec::new();
    for year in &years {
        page.run(&format!("document.querySelector('input[name=time][value=\"{year}\"]').click()"))
            .await?;
        page.settle().await?;
        let [drawn, explained]: [Vec<usize>; 2] = page
            .ask(
                "[shown('.t-key-number', figure('releases')).map(it => +words(it)),
                    shown('.chart-key li', figure('releases')).map(it => it.value)]",
            )
            .await?;
        assert_eq!(explained, drawn, "{year}");
        all.push(drawn);
    }
    assert!(all[0].len() > 1 && all[1..].iter().any(|it| it.len() < all[0].len()), "{all:?}");
    Ok(())
}
