//! The map on a phone: fingers, and the sheet at the foot of the screen.

use anyhow::Result;
use e2e::{Map, Page, Story, Visit};

fn phone(story: Story) -> Visit {
    Visit::to(story).on_phone().sized(320, 640)
}

async fn width(page: &Page) -> Result<f64> {
    page.ask("one('.maps svg').viewBox.baseVal.width").await
}

#[tokio::test]
async fn who_was_tapped_and_what_is_told_are_both_on_the_screen() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let page = phone(story).open().await?;
        let map = Map::read(&page).await?;
        for actor in (0..map.actors.len()).step_by(3) {
            let node = format!("{} .hit", map.node(actor));
            // Brought to where the sheet of the one before does not lie over it.
            page.run(&format!(
                "one(\"{node}\").scrollIntoView({{ block: 'start' }}); scrollBy(0, -90)"
            ))
            .await?;
            page.settle().await?;
            let (x, y) = page.rect(&node).await?.middle();
            page.tap_at(x, y).await?;
            let state: (String, bool, f64, f64) = page
                .ask(&format!(
                    "(() => {{
                        const panel = one('[data-role=detail]');
                        const {{ x, y, width, height }} = rect(one(\"{node}\"));
                        const at = document.elementFromPoint(x + width / 2, y + height / 2);
                        const its = at?.closest('.node')?.dataset.actor === {:?};
                        const frame = rect(panel);
                        const top = Math.max(0, frame.y);
                        return [panel.dataset.for, its, Math.min(innerHeight, frame.y + frame.height) - top,
                            rect(panel.querySelector('.record-name')).y - frame.y];
                    }})()",
                    map.actors[actor]
                ))
                .await?;
            assert_eq!(state.0, map.actors[actor]);
            assert!(state.1, "{} is not on the screen, or covered", map.actors[actor]);
            assert!(state.2 > 120.0, "only {} px of the panel are on the screen", state.2);
            assert!(
                (0.0..120.0).contains(&state.3),
                "the panel is not at its beginning: {}",
                state.3
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn two_fingers_bring_the_map_closer_and_farther() -> Result<()> {
    let page = phone(Story::Own).open().await?;
    // Its middle, so that both fingers are on it wherever they go.
    page.bring("[data-island=map] .maps").await?;
    let whole = width(&page).await?;
    let apart = [((150, 300), (90, 220)), ((170, 320), (230, 400))];
    page.pinch(apart).await?;
    let close = width(&page).await?;
    assert!(close < whole * 0.8, "two fingers do nothing: {close} of {whole} px");
    assert_eq!(page.ask::<f64>("visualViewport.scale").await?, 1.0);
    page.pinch(apart.map(|(from, to)| (to, from))).await?;
    assert!(width(&page).await? > close);
    Ok(())
}

#[tokio::test]
async fn a_tap_after_two_fingers_is_a_tap() -> Result<()> {
    let page = phone(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    let (x, y) = page.bring(&format!("{} .hit", map.node(0))).await?.middle();
    page.tap_at(x, y).await?;
    page.pinch([((150, 250), (140, 200)), ((170, 270), (180, 320))]).await?;
    let link = "[data-role=detail] .relations a[href^='#actor-']";
    let next: String = page.ask(&format!("one(\"{link}\").hash.slice('#actor-'.length)")).await?;
    let (x, y) = page.bring(link).await?.middle();
    let url = page.place().await?;
    page.run("document.addEventListener('click', () => { window.isClicked = true; }, true)")
        .await?;
    // A tap that ends a fling is no click to browsers, and two fingers may leave one behind.
    for _ in 0..5 {
        page.tap_at(x, y).await?;
        if page.ask("!!window.isClicked").await? {
            break;
        }
    }
    // The first click of all counts.
    assert_eq!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, next);
    assert_eq!(page.place().await?, url);
    Ok(())
}

#[tokio::test]
async fn a_dossier_closes_by_its_button_and_the_keyboard_is_where_it_was() -> Result<()> {
    let page = phone(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    let (x, y) = page.bring(&format!("{} .hit", map.node(0))).await?.middle();
    page.tap_at(x, y).await?;
    assert_eq!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, map.actors[0]);
    let (x, y) = page.rect("[data-role=detail] .shut").await?.middle();
    page.tap_at(x, y).await?;
    assert_eq!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, "");
    let focused = format!("document.activeElement === one(\"{}\")", map.node(0));
    assert!(page.ask::<bool>(&focused).await?, "the keyboard is lost");
    assert!(map.look(&page).await?.relations("highlighted").is_empty());
    Ok(())
}

#[tokio::test]
async fn a_phone_on_its_side_keeps_the_map_in_sight() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().sized(844, 390).open().await?;
    let map = Map::read(&page).await?;
    // Somebody at the top of it, under whom there is most of it.
    let mut top = (f64::MAX, 0);
    for actor in 0..map.actors.len() {
        let y = page.rect(&format!("{} .hit", map.node(actor))).await?.y;
        top = if y < top.0 { (y, actor) } else { top };
    }
    let node = format!("{} .hit", map.node(top.1));
    page.run(&format!("one(\"{node}\").scrollIntoView({{ block: 'center' }})")).await?;
    page.settle().await?;
    let (x, y) = page.rect(&node).await?.middle();
    page.tap_at(x, y).await?;
    page.until("one('[data-role=detail]').dataset.for !== ''").await?;
    let covers = "(() => {
        const [panel, maps] = ['[data-role=detail]', '#map .maps'].map(it => rect(one(it)));
        return panel.y < maps.y + maps.height - 1;
    })()";
    assert!(!page.ask::<bool>(covers).await?, "the panel lies over the map");
    Ok(())
}

#[tokio::test]
async fn the_way_back_to_the_story_covers_nothing_of_the_dossier() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().open().await?;
    page.settle().await?;
    page.click("#step-crackdown .told a[href='#actor-alexander-lukashenko']").await?;
    page.until("shown('.return').length && shown('#map .focused').length").await?;
    page.settle().await?;
    let (foot, bar): (f64, f64) = page
        .ask("[one('#map .readout'), one('.return')].map((it, idx) => it.getBoundingClientRect()[idx ? 'top' : 'bottom'])")
        .await?;
    assert!(foot <= bar + 4.0, "the dossier goes to {foot}, the way back begins at {bar}");
    Ok(())
}
