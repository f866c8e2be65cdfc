//! What readers choose and then want back: by the buttons of the browser, by a link, by sharing it.

use anyhow::{Result, ensure};
use e2e::guide::{Place, Step};
use e2e::{Key, Page, Story, Visit};
use serde_json::json;

async fn parameter(page: &Page, name: &str) -> Result<Option<String>> {
    page.ask(&format!("new URLSearchParams(location.search).get({})", json!(name))).await
}

async fn n_shown(page: &Page) -> Result<usize> {
    page.ask("shown('#releases .overlay [data-release]').length").await
}

#[tokio::test]
async fn back_brings_back_what_a_step_showed() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let (id, href): (String, String) = page
        .ask(
            "[...document.querySelectorAll('.step')].map(it => [it.dataset.step,
                it.querySelector('.told a[href^=\"#actor-\"]')?.hash]).find(it => it[1])",
        )
        .await?;
    let steps = Step::all(&page).await?;
    let step = steps.iter().find(|it| it.id == id).expect("the step of the word");
    step.reach(&page).await?;
    step.is_reached(&page).await?;
    let before = Place::of(&page).await?;
    page.run(&format!("one({}).click()", json!(format!("#step-{id} .told a[href='{href}']"))))
        .await?;
    page.until(&format!(
        "new URLSearchParams(location.search).get('actor') === {}",
        json!(href.strip_prefix("#actor-"))
    ))
    .await?;
    let chosen = Place::of(&page).await?;
    ensure!(chosen.chosen.2 != before.chosen.2 && chosen.marked == before.marked, "{chosen:?}");
    page.run("history.back()").await?;
    page.until("!new URLSearchParams(location.search).has('actor')").await?;
    step.is_reached(&page).await?;
    assert_eq!(Place::of(&page).await?.chosen, before.chosen);
    page.run("history.forward()").await?;
    page.until("new URLSearchParams(location.search).has('actor')").await?;
    page.settle().await?;
    assert_eq!(Place::of(&page).await?.chosen, chosen.chosen);
    Ok(())
}

#[tokio::test]
async fn whoever_leaves_the_story_finds_the_way_back() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let step = &Step::all(&page).await?[3];
    step.reach(&page).await?;
    step.is_reached(&page).await?;
    page.run("one('.explore').click()").await?;
    let figure = &step.figure;
    page.until(&format!("Math.abs(rect(one('#{figure}')).y) < 200")).await?;
    page.until(&format!("document.querySelector('#{figure} [data-island]')")).await?;
    // The reader goes on from what the step showed.
    let chosen = Place::of(&page).await?.chosen;
    let wanted = step.parameter("release").or(step.parameter("measure"));
    assert!(wanted.is_none() || chosen.0.as_deref() == wanted, "{chosen:?}");
    page.click(".return").await?;
    step.is_reached(&page).await?;
    page.until("!shown('.return').length").await?;
    Ok(())
}

#[tokio::test]
async fn years_are_chosen_and_left_again() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    page.bring("#releases").await?;
    let all = n_shown(&page).await?;
    let mut sum = 0;
    let years: Vec<String> = page
        .ask("[...document.querySelectorAll('[name=time]')].map(it => it.value).filter(it => it)")
        .await?;
    for year in &years {
        page.run(&format!("document.querySelector('[name=time][value=\"{year}\"]').click()"))
            .await?;
        page.until(&format!("location.search.includes('time={year}..{year}')")).await?;
        let n_in_year: usize = page
            .ask(&format!(
                "shown('#releases .overlay [data-release]').filter(it => it.dataset.release.includes('{year}')).length"
            ))
            .await?;
        assert_eq!(n_shown(&page).await?, n_in_year, "{year} shows others");
        sum += n_in_year;
    }
    assert_eq!(sum, all, "the years together are all");
    // Each step is waited for: a browser that is still on its way back takes no second order.
    for year in years.iter().rev() {
        page.until(&format!("location.search.includes('time={year}..{year}')")).await?;
        page.run("history.back()").await?;
        page.until(&format!("!location.search.includes('time={year}..{year}')")).await?;
    }
    assert_eq!(parameter(&page, "time").await?, None);
    page.settle().await?;
    assert_eq!(n_shown(&page).await?, all);
    Ok(())
}

#[tokio::test]
async fn the_address_leads_to_what_was_chosen_last() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    for (figure, mark) in [
        ("map", "#map .node:nth-child(3)"),
        ("held", "#held .overlay [data-claim]"),
        ("releases", "#releases .overlay [data-release]"),
    ] {
        page.bring(&format!("#{figure}")).await?;
        let (x, y) = page.bring(mark).await?.middle();
        page.click_at(x, y).await?;
        // A count of those held opens its record, and has the address for so long.
        page.press(Key::Escape).await?;
        page.until(&format!("location.hash === '#{figure}'")).await?;
        let address: String = page.ask("location.search + location.hash").await?;
        let chosen = Place::of(&page).await?.chosen;
        let visitor = Visit::to(Story::Own).by(&address).open().await?;
        visitor.until(&format!("rect(one('#{figure}')).y < innerHeight / 2")).await?;
        assert_eq!(Place::of(&visitor).await?.chosen, chosen, "{address}");
    }
    Ok(())
}

#[tokio::test]
async fn sharing_gives_the_page_with_the_card_and_the_state() -> Result<()> {
    let page = Visit::to(Story::Own).without_scripts().open().await?;
    assert_eq!(page.ask::<usize>("shown('[data-share]').length").await?, 0);
    let page = Visit::to(Story::Own).open().await?;
    let share = "navigator.share = data => { window.shared = data.url; return Promise.resolve(); }";
    let source = json!({ "source": share });
    page.devtools("Page.addScriptToEvaluateOnNewDocument", source).await?;
    let actor: String = page.ask("one('#map [data-actor]').dataset.actor").await?;
    page.go(&format!("?actor={actor}&theme=dark")).await?;
    page.until_ready().await?;
    page.click("#map [data-share]").await?;
    let shared: String = page.ask("window.shared").await?;
    ensure!(shared.contains(&format!("/share/actor-{actor}.html?")), "{shared}");
    page.go(shared
        .split_once("/share/")
        .map_or("", |it| it.1)
        .split('#')
        .next()
        .map(|it| format!("share/{it}"))
        .as_deref()
        .unwrap_or(""))
        .await?;
    page.until_ready().await?;
    assert_eq!(parameter(&page, "actor").await?.as_ref(), Some(&actor));
    assert_eq!(parameter(&page, "theme").await?.as_deref(), Some("dark"));
    // What others add to a link on its way takes nothing away.
    page.go(&format!("share/actor-{actor}.html?from=elsewhere")).await?;
    page.until_ready().await?;
    page.until(&format!("one('[data-role=detail]').dataset.for === '{actor}'")).await?;
    Ok(())
}
