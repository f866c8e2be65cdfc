//! The map of actors and the panel beside it.

use std::collections::BTreeSet;

use anyhow::Result;
use e2e::{Key, Page, Story, Visit};

/// Every actor in the map that the screen shows.
async fn actors(page: &Page) -> Result<Vec<String>> {
    page.ask("shown('figure [data-actor]').map(it => it.dataset.actor)").await
}

/// Those whom the dossier of an actor links to.
async fn neighbours(page: &Page, actor: &str) -> Result<BTreeSet<String>> {
    page.ask(&format!(
        "[...document.querySelectorAll('#actor-{actor} .relations a[href^=\"#actor-\"]')]
            .map(it => it.hash.slice('#actor-'.length))"
    ))
    .await
}

/// Whom the panel is about; empty if nobody.
async fn detail_for(page: &Page) -> Result<String> {
    page.ask("one('[data-role=detail]').dataset.for").await
}

fn node(actor: &str) -> String {
    format!("figure [data-actor='{actor}']")
}

/// Checks that the panel and the map show this actor and no other.
async fn shows(page: &Page, actor: &str) -> Result<()> {
    assert_eq!(detail_for(page).await?, actor);
    let tells_all = format!(
        "words(one('[data-role=detail]')).replace(/^Close/, '') === words(document.querySelector('#actor-{actor} .record'))"
    );
    assert!(page.ask::<bool>(&tells_all).await?, "the panel does not tell the dossier of {actor}");
    let parts: Vec<String> = page
        .ask("['.record-name', '.record-name + p', '.relations li'].map(it => words(one('[data-role=detail] ' + it)))")
        .await?;
    assert!(parts.iter().all(|it| !it.is_empty()), "{parts:?}");

    let mut expected = neighbours(page, actor).await?;
    assert!(!expected.is_empty(), "{actor} has no relation");
    expected.insert(actor.to_owned());
    let normal: BTreeSet<String> =
        page.ask("shown('figure [data-actor]:not(.muted)').map(it => it.dataset.actor)").await?;
    assert_eq!(normal, expected, "not muted while {actor} is in focus");

    let n_own: usize = page
        .ask(&format!("document.querySelectorAll('#actor-{actor} .relations li').length"))
        .await?;
    let edges: (usize, usize, usize) = page
        .ask(
            "['.highlighted', '.muted', ''].map(it => shown('figure [data-relation]' + it).length)",
        )
        .await?;
    assert_eq!(edges.0, n_own, "highlighted relations of {actor}");
    assert_eq!(edges.0 + edges.1, edges.2, "every other relation is muted");
    Ok(())
}

/// Checks that nobody is in focus.
async fn is_clear(page: &Page) -> Result<()> {
    assert_eq!(detail_for(page).await?, "");
    let n_touched: usize = page.ask("shown('figure :is(.highlighted, .muted)').length").await?;
    assert_eq!(n_touched, 0);
    Ok(())
}

#[tokio::test]
async fn a_click_on_an_actor_shows_it_and_its_neighbours() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let url = page.place().await?;
    is_clear(&page).await?;
    for actor in actors(&page).await? {
        page.click(&node(&actor)).await?;
        shows(&page, &actor).await?;
    }
    assert_eq!(page.place().await?, url);
    Ok(())
}

#[tokio::test]
async fn a_tap_on_an_actor_shows_it_and_its_neighbours() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().open().await?;
    for actor in actors(&page).await? {
        let (x, y) = page.bring(&node(&actor)).await?.middle();
        page.tap_at(x, y).await?;
        shows(&page, &actor).await?;
    }
    Ok(())
}

#[tokio::test]
async fn enter_on_an_actor_shows_it_and_escape_clears() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let url = page.place().await?;
    for actor in actors(&page).await?.iter().step_by(9) {
        page.run(&format!("one(\"{}\").focus()", node(actor))).await?;
        page.press(Key::Enter).await?;
        shows(&page, actor).await?;
        page.press(Key::Escape).await?;
        is_clear(&page).await?;
        let stays = format!("document.activeElement === one(\"{}\")", node(actor));
        assert!(page.ask::<bool>(&stays).await?, "Escape takes the focus from {actor}");
    }
    assert_eq!(page.place().await?, url);
    Ok(())
}

#[tokio::test]
async fn escape_clears_after_a_click() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let actor = &actors(&page).await?[0];
    page.click(&node(actor)).await?;
    shows(&page, actor).await?;
    page.press(Key::Escape).await?;
    is_clear(&page).await
}

#[tokio::test]
async fn a_click_beside_all_actors_clears() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let actor = &actors(&page).await?[0];
    page.click(&node(actor)).await?;
    shows(&page, actor).await?;
    page.bring("figure[data-figure=map] svg").await?;
    // A place where nothing is drawn, if there is one; the map is mostly that.
    let (x, y): (i64, i64) = page
        .ask(
            "(() => {
                const svg = one('figure[data-figure=map] svg');
                const { x, y, width } = rect(svg);
                for (let down = 8; down < innerHeight - y; down += 4)
                    for (let right = 8; right < width; right += 4) {
                        const at = [Math.round(x + right), Math.round(y + down)];
                        if (at[1] > 0 && document.elementFromPoint(...at) === svg) return at;
                    }
            })()",
        )
        .await?;
    page.click_at(x, y).await?;
    is_clear(&page).await
}

#[tokio::test]
async fn a_name_in_the_panel_is_shown_in_its_turn() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let url = page.place().await?;
    page.click(&node(&actors(&page).await?[0])).await?;
    let name = "[data-role=detail] .relations a[href^='#actor-']";
    let next: String = page.ask(&format!("one({name:?}).hash.slice('#actor-'.length)")).await?;
    page.run(&format!("one({name:?}).focus()")).await?;
    page.press(Key::Enter).await?;
    shows(&page, &next).await?;
    let inside = "one('[data-role=detail]').contains(document.activeElement)";
    assert!(page.ask::<bool>(inside).await?, "the keyboard is not where the words are");
    assert_eq!(page.place().await?, url);
    // Escape steps back: from the panel to the node, from there to the whole.
    page.press(Key::Escape).await?;
    assert_eq!(page.ask::<String>("document.activeElement.dataset.actor").await?, next);
    page.press(Key::Escape).await?;
    is_clear(&page).await
}

#[tokio::test]
async fn lines_that_stand_out_say_to_whom_they_lead() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let tips = "shown('.edge.highlighted path').map(it => getComputedStyle(it))
        .map(it => [it.markerStart, it.markerEnd].filter(it => it !== 'none'))";
    let mut n_tips = [0; 2];
    for actor in actors(&page).await?.iter().step_by(5) {
        page.click(&format!("{} .hit", node(actor))).await?;
        for tip in page.ask::<Vec<Vec<String>>>(tips).await? {
            assert!(tip.iter().all(|it| it.contains("#tip")), "{tip:?}");
            n_tips[tip.len()] += 1;
        }
    }
    assert!(n_tips[1] > 0, "{n_tips:?}");
    let drawn = page.ask::<bool>("!!document.querySelector('marker#tip path')").await?;
    assert!(drawn, "the tip is no part of the page");
    assert_eq!(page.ask::<usize>("shown('.edge:not(.highlighted) path').filter(it => getComputedStyle(it).markerEnd !== 'none').length").await?, 0);
    Ok(())
}

#[tokio::test]
async fn the_ring_of_the_chosen_touches_no_name() -> Result<()> {
    for visit in [Visit::to(Story::Own), Visit::to(Story::Own).on_phone()] {
        let page = visit.open().await?;
        let touched: Vec<String> = page
            .ask(
                "(() => {
                    const names = shown('.maps .node text');
                    return shown('.maps .node').flatMap(node => {
                        node.classList.add('focus');
                        const ring = node.querySelector('.hit');
                        const at = rect(ring);
                        const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
                        const touched = names.filter(name => {
                            const it = rect(name);
                            // Letters do not fill their line.
                            const [top, bottom] = [it.y + it.height / 5, it.y + it.height * 4 / 5];
                            const far = [Math.max(it.x - x, x - it.x - it.width, 0), Math.max(top - y, y - bottom, 0)];
                            return Math.hypot(...far) < at.width / 2;
                        });
                        node.classList.remove('focus');
                        return touched.map(it => `${words(it)} at the ring of ${node.dataset.actor}`);
                    });
                })()",
            )
            .await?;
        assert_eq!(touched, [""; 0]);
    }
    Ok(())
}
