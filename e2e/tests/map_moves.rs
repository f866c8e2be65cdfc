//! Closer, farther and aside.

use anyhow::Result;
use e2e::{Map, Page, Story, Visit};

/// The part of the map that is shown: left, top, width, height, in px of the map.
async fn part(page: &Page) -> Result<[f64; 4]> {
    page.ask(
        "(({ x, y, width, height }) => [x, y, width, height])(one('.maps svg').viewBox.baseVal)",
    )
    .await
}

/// Brings the map into the window and finds a spot of it where nothing is drawn.
async fn empty_spot(page: &Page) -> Result<(i64, i64)> {
    page.bring(".maps svg").await?;
    page.ask(
        "(() => {
            const svg = one('.maps svg');
            const { x, y, width, height } = rect(svg);
            const middle = [x + width / 2, Math.min(y + height, innerHeight) / 2];
            const spots = [];
            for (let down = y + 8; down < Math.min(y + height, innerHeight) - 8; down += 6)
                for (let right = x + 8; right < x + width - 8; right += 6)
                    if (down > 8) spots.push([Math.round(right), Math.round(down)]);
            const far = ([x, y]) => Math.hypot(x - middle[0], y - middle[1]);
            return spots.sort((a, b) => far(a) - far(b))
                .find(spot => document.elementFromPoint(...spot) === svg);
        })()",
    )
    .await
}

async fn press(page: &Page, button: &str) -> Result<()> {
    page.click(&format!("[data-zoom={button}]")).await
}

/// Who is in focus, or nobody.
async fn focus(page: &Page) -> Result<String> {
    page.ask("document.querySelector('[data-role=detail]').dataset.for").await
}

#[tokio::test]
async fn the_wheel_scrolls_the_page_and_with_ctrl_brings_the_map_closer() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let whole = part(&page).await?;
    let spot = empty_spot(&page).await?;
    let before: f64 = page.ask("scrollY").await?;
    page.wheel_at(spot, 120, false).await?;
    page.until(&format!("scrollY > {before}")).await?;
    assert_eq!(part(&page).await?, whole);

    let spot = empty_spot(&page).await?;
    let before: (f64, f64) = page.ask("[scrollY, devicePixelRatio]").await?;
    page.wheel_at(spot, -120, true).await?;
    let closer = part(&page).await?;
    assert!(closer[2] < whole[2] && closer[3] < whole[3], "{closer:?}");
    page.wheel_at(spot, -120, true).await?;
    assert!(part(&page).await?[2] < closer[2]);
    for _ in 0..4 {
        page.wheel_at(spot, 120, true).await?;
    }
    assert_eq!(part(&page).await?, whole);
    assert_eq!(page.ask::<(f64, f64)>("[scrollY, devicePixelRatio]").await?, before);
    // Close up, the wheel alone still belongs to the page.
    press(&page, "in").await?;
    let (close, spot) = (part(&page).await?, empty_spot(&page).await?);
    page.run("scrollTo(0, scrollY - 200)").await?;
    let before: f64 = page.ask("scrollY").await?;
    page.wheel_at(spot, 120, false).await?;
    page.until(&format!("scrollY > {before}")).await?;
    assert_eq!(part(&page).await?, close);
    Ok(())
}

#[tokio::test]
async fn what_the_wheel_points_at_stays_under_it() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    for actor in [0, 7] {
        let node = format!("{} .hit", map.node(actor));
        let at = page.bring(&node).await?.middle();
        page.wheel_at(at, -120, true).await?;
        let now = page.rect(&node).await?.middle();
        assert!((now.0 - at.0).abs() <= 2 && (now.1 - at.1).abs() <= 2, "{at:?} is at {now:?}");
        press(&page, "fit").await?;
    }
    Ok(())
}

#[tokio::test]
async fn buttons_move_and_fit_leads_back() -> Result<()> {
    for visit in
        [Visit::to(Story::Own), Visit::to(Story::Own).on_phone(), Visit::to(Story::Fixture)]
    {
        let page = visit.open().await?;
        let written =
            "[...document.querySelectorAll('.maps svg')].map(it => it.getAttribute('viewBox'))";
        let (first, whole): (Vec<String>, _) = (page.ask(written).await?, part(&page).await?);
        let offered: usize = page.ask("shown('.pan button').length").await?;
        assert_eq!(offered, 0, "the whole map cannot be moved aside");
        press(&page, "in").await?;
        press(&page, "in").await?;
        let close = part(&page).await?;
        assert!(close[2] < whole[2] * 0.7 && close[0] > 0.0 && close[1] > 0.0, "{close:?}");
        for (button, axis, way) in
            [("left", 0, -1.0), ("right", 0, 1.0), ("up", 1, -1.0), ("down", 1, 1.0)]
        {
            let before = part(&page).await?;
            press(&page, button).await?;
            let after = part(&page).await?;
            assert!((after[axis] - before[axis]) * way > 1.0, "{button}: {before:?} {after:?}");
            assert_eq!(after[1 - axis], before[1 - axis], "{button}");
            assert_eq!(after[2..], before[2..], "{button}");
        }
        for _ in 0..5 {
            press(&page, "right").await?;
            press(&page, "down").await?;
        }
        let corner = part(&page).await?;
        assert!((corner[0] + corner[2] - whole[2]).abs() < 0.3, "{corner:?}");
        assert!((corner[1] + corner[3] - whole[3]).abs() < 0.3, "{corner:?}");
        for _ in 0..8 {
            press(&page, "in").await?;
        }
        assert!(part(&page).await?[2] > whole[2] / 10.0, "too close to see anything");
        press(&page, "out").await?;
        press(&page, "fit").await?;
        assert_eq!(page.ask::<Vec<String>>(written).await?, first);
        assert_eq!(page.ask::<usize>("shown('.pan button').length").await?, 0);
        press(&page, "out").await?;
        assert_eq!(page.ask::<Vec<String>>(written).await?, first);
    }
    Ok(())
}

#[tokio::test]
async fn a_drag_moves_the_map_close_up_only_and_is_no_click() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    map.click_node(&page, 0).await?;
    let (whole, who) = (part(&page).await?, focus(&page).await?);
    assert_eq!(who, map.actors[0]);
    let at = empty_spot(&page).await?;
    page.drag(at, (at.0 - 90, at.1 - 60)).await?;
    assert_eq!(part(&page).await?, whole, "the whole map cannot be moved");

    press(&page, "in").await?;
    press(&page, "in").await?;
    // Its node may be out of the part that is shown.
    map.choose(&page, "focus", "0").await?;
    let before = part(&page).await?;
    let at = empty_spot(&page).await?;
    let scale = before[2] / page.rect(".maps svg").await?.width;
    page.drag(at, (at.0 - 50, at.1 + 40)).await?;
    let after = part(&page).await?;
    let (x, y) = (after[0] - before[0], after[1] - before[1]);
    assert!((x - 50.0 * scale).abs() < 3.0 && (y + 40.0 * scale).abs() < 3.0, "{x} {y} {scale}");
    assert_eq!(focus(&page).await?, who, "a drag clears the focus");
    // The next click is one.
    let (x, y) = empty_spot(&page).await?;
    page.click_at(x, y).await?;
    assert_eq!(focus(&page).await?, "");
    Ok(())
}

#[tokio::test]
async fn a_drag_that_begins_on_an_actor_moves_the_map_and_chooses_nobody() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    press(&page, "in").await?;
    page.run(&format!("one(\"{}\").focus()", map.node(3))).await?;
    let before = part(&page).await?;
    let at = page.bring(&format!("{} .hit", map.node(3))).await?.middle();
    page.drag(at, (at.0 - 60, at.1 - 40)).await?;
    let after = part(&page).await?;
    let scale = before[2] / page.rect(".maps svg").await?.width;
    // As far as the edge of the map lets it.
    let moved = [after[0] - before[0], after[1] - before[1]];
    assert!(moved[0] > 57.0 * scale || moved[1] > 37.0 * scale, "{moved:?}, scaled by {scale}");
    assert_eq!(focus(&page).await?, "");
    // A click, close up.
    map.click_node(&page, 3).await?;
    assert_eq!(focus(&page).await?, map.actors[3]);
    assert_eq!(part(&page).await?, after);
    Ok(())
}

#[tokio::test]
async fn a_button_let_go_outside_the_map_is_forgotten() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let at = empty_spot(&page).await?;
    // Out of the map, over the words above it.
    let frame = page.rect(".maps").await?;
    page.drag(at, (frame.x as i64 - 20, (frame.y as i64 - 20).max(5))).await?;
    press(&page, "in").await?;
    let close = part(&page).await?;
    let (x, y) = empty_spot(&page).await?;
    page.point_at(x, y).await?;
    page.point_at(x - 60, y - 30).await?;
    assert_eq!(part(&page).await?, close, "the map moves though no button is down");
    Ok(())
}

#[tokio::test]
async fn every_target_is_large_enough() -> Result<()> {
    for visit in [
        Visit::to(Story::Own),
        Visit::to(Story::Own).on_phone(),
        Visit::to(Story::Fixture).on_phone(),
    ] {
        let page = visit.open().await?;
        let map = Map::read(&page).await?;
        map.open_filters(&page).await?;
        page.click("#find").await?;
        page.type_text("an").await?;
        press(&page, "in").await?;
        press(&page, "fit").await?;
        press(&page, "in").await?;
        let targets = ".tools :is(button, select, label:has(input), summary, #find, .found a),
            .switch.shape span, .maps .node .hit";
        let small: Vec<String> = page
            .ask(&format!(
                "shown(`{targets}`).map(it => [it, rect(it)])
                    .filter(([, it]) => it.width < 24 || it.height < 24)
                    .map(([it, at]) => `${{words(it) || it.outerHTML}}: ${{at.width}} x ${{at.height}}`)"
            ))
            .await?;
        assert_eq!(small, [""; 0]);
    }
    Ok(())
}

#[tokio::test]
async fn close_up_actors_and_words_keep_their_size_and_the_chosen_one_its_place() -> Result<()> {
    for visit in [Visit::to(Story::Own), Visit::to(Story::Own).on_phone()] {
        let page = visit.open().await?;
        let map = Map::read(&page).await?;
        map.choose(&page, "focus", "0").await?;
        let node = map.node(0);
        let sizes = format!(
            "(() => {{
                const [node, claim] = [shown(\"{node}\")[0], shown('.claims .shown')[0]];
                const all = [...node.querySelectorAll('.shape, text'), claim];
                return all.map(it => [rect(it).width, rect(it).height].map(Math.round));
            }})()"
        );
        // Of the whole map the tip is the size that is written.
        let tip = "rect(one('.maps svg')).width / one('.maps svg').viewBox.baseVal.width
            * one('#tip').markerWidth.baseVal.value";
        let before: Vec<[i64; 2]> = page.ask(&sizes).await?;
        // From the upper left corner of the map, which may be scrolled to be pressed.
        let place = format!(
            "(([it, map]) => [it.x + it.width / 2 - map.x, it.y + it.height / 2 - map.y])
                ([one(\"{node} .hit\"), one('.maps svg')].map(rect))"
        );
        let (at, of_tip): ([f64; 2], f64) = (page.ask(&place).await?, page.ask(tip).await?);
        for _ in 0..3 {
            press(&page, "in").await?;
        }
        assert!(page.ask::<f64>("one('.maps svg').viewBox.baseVal.width").await? < 300.0);
        let after: Vec<[i64; 2]> = page.ask(&sizes).await?;
        for (before, after) in before.iter().zip(&after) {
            let grown = [after[0] - before[0], after[1] - before[1]];
            assert!(grown.iter().all(|it| it.abs() <= 1), "{before:?} is {after:?}");
        }
        let (now, of_tip_now): ([f64; 2], f64) = (page.ask(&place).await?, page.ask(tip).await?);
        assert!((of_tip - of_tip_now).abs() < 1.0, "{of_tip} is {of_tip_now}");
        let is_near = |axis: usize| (now[axis] - at[axis]).abs() <= 3.0;
        assert!(is_near(0) && is_near(1), "{at:?} is at {now:?}");
        // With nobody chosen there is somebody to be seen all the same.
        press(&page, "fit").await?;
        map.choose(&page, "focus", "").await?;
        for _ in 0..8 {
            press(&page, "in").await?;
        }
        let frame = "rect(one('.maps svg'))";
        let seen: usize = page
            .ask(&format!(
                "shown('.maps .shape').map(rect).filter(it => it.x > {frame}.x && it.x < {frame}.x + {frame}.width
                    && it.y > {frame}.y && it.y < {frame}.y + {frame}.height).length"
            ))
            .await?;
        assert!(seen > 0, "nobody in the middle of the map");
    }
    Ok(())
}
