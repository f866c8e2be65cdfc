//! Keys in the charts.

use anyhow::Result;
use e2e::{Chart, Key, Map, Page, Story, Visit};

#[tokio::test]
async fn keys_walk_along_the_releases() -> Result<()> {
    walk_by_keys(Chart::RELEASES).await
}

#[tokio::test]
async fn keys_walk_along_the_counts_of_those_held() -> Result<()> {
    walk_by_keys(Chart::HELD).await
}

async fn walk_by_keys(chart: Chart) -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    page.bring(&chart.layer()).await?;
    let ids: Vec<String> = chart.marks(&page).await?.into_iter().map(|it| it.id).collect();
    let last = ids.len() - 1;
    assert!(last > 11, "too few marks to walk along");

    let chosen = chart.chosen(&page).await?;
    assert_eq!(chosen, ids[last], "the latest stands in the readout at first");
    let only: usize = page
        .ask(&format!(
            "shown(\"{}\").filter(it => it.tabIndex === 0).length",
            any_mark(chart, &ids)
        ))
        .await?;
    assert_eq!(only, 1, "the Tab key stops once");
    page.run(&format!("one(\"{}\").focus({{ preventScroll: true }})", chart.mark(&ids[last])))
        .await?;
    let scrolled: f64 = page.ask("scrollY").await?;

    let steps = [
        (Key::Home, 0),
        (Key::Left, 0),
        (Key::Right, 1),
        (Key::Right, 2),
        (Key::Down, 3),
        (Key::Up, 2),
        (Key::PageDown, 7),
        (Key::Left, 6),
        (Key::PageUp, 1),
        (Key::PageUp, 0),
        (Key::End, last),
        (Key::Right, last),
        (Key::PageDown, last),
        (Key::Left, last - 1),
        (Key::Home, 0),
        (Key::Escape, last),
    ];
    press(&page, chart, &ids, &steps).await?;
    assert_eq!(page.ask::<f64>("scrollY").await?, scrolled, "keys that choose do not scroll");
    Ok(())
}

/// Presses keys, after each of which the mark at a position is chosen and has the focus.
async fn press(page: &Page, chart: Chart, ids: &[String], steps: &[(Key, usize)]) -> Result<()> {
    for (key, idx) in steps {
        let id = &ids[*idx];
        page.press(key.clone()).await?;
        assert_eq!(chart.chosen(page).await?, *id, "after {key:?}");
        let question = format!("document.activeElement === one(\"{}\")", chart.mark(id));
        assert!(page.ask::<bool>(&question).await?, "{key:?} leaves the focus behind");
    }
    Ok(())
}

#[tokio::test]
async fn keys_stay_in_the_year_that_is_shown() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let year: String = page
        .ask("[...document.querySelectorAll('[name=time]')].map(it => it.value).find(it => +it)")
        .await?;
    page.go(&format!("?time={year}..{year}")).await?;
    page.until_ready().await?;
    let chart = Chart::RELEASES;
    let ids: Vec<String> = page
        .ask("shown('#island-releases .overlay [data-release]').map(it => it.dataset.release)")
        .await?;
    let all: usize = page
        .ask("document.querySelectorAll('#island-releases .wide [data-release]').length")
        .await?;
    assert!(ids.len() > 3 && ids.len() < all, "{} of {all}", ids.len());
    let last = ids.len() - 1;
    page.run(&format!("one(\"{}\").focus()", chart.mark(&ids[last]))).await?;
    let steps = [
        (Key::Right, last),
        (Key::PageDown, last),
        (Key::Left, last - 1),
        (Key::Home, 0),
        (Key::Left, 0),
        (Key::PageUp, 0),
        (Key::End, last),
        (Key::Escape, last),
    ];
    press(&page, chart, &ids, &steps).await?;
    let shown: String = page.ask("document.querySelector('[name=time]:checked').value").await?;
    assert_eq!(shown, year, "the year goes");
    Ok(())
}

fn any_mark(chart: Chart, ids: &[String]) -> String {
    ids.iter().map(|id| chart.mark(id)).collect::<Vec<_>>().join(", ")
}

#[tokio::test]
async fn the_tab_key_stops_at_one_release() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let links_before =
        "shown('#main :is(a, button)').filter(it => it.checkVisibility({ visibilityProperty: true })
            && it.compareDocumentPosition(figure('releases')) & 4)";
    page.run(&format!("{links_before}.at(-1).focus()")).await?;
    let inside = "figure('releases').contains(document.activeElement)";
    let (mut releases, mut nameless) = (Vec::new(), Vec::new());
    // The marks of progress come with the step in which that link stands.
    let mut n_pressed = 0;
    while !page.ask::<bool>(inside).await? {
        assert!(n_pressed < 15, "the Tab key does not reach the figure");
        page.press(Key::Tab).await?;
        n_pressed += 1;
    }
    while page.ask(inside).await? {
        let stop: (String, Option<String>, bool) = page
            .ask(
                "(({ tagName, dataset, ariaLabel, labels, textContent }) =>
                    [tagName, dataset.release ?? null, !!(ariaLabel || labels?.length || textContent.trim())]
                )(document.activeElement)",
            )
            .await?;
        releases.extend(stop.1);
        if !stop.2 || stop.0 == "svg" {
            nameless.push(stop.0);
        }
        assert!(releases.len() + nameless.len() < 100, "the Tab key does not leave the figure");
        page.press(Key::Tab).await?;
    }
    let ids: Vec<String> =
        Chart::RELEASES.marks(&page).await?.into_iter().map(|it| it.id).collect();
    assert_eq!(releases, [ids[ids.len() - 1].as_str()]);
    assert_eq!(nameless, [""; 0], "what the Tab key stops at has a name");
    Ok(())
}

#[tokio::test]
async fn enter_on_a_release_leaves_the_page_where_it_is() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let chart = Chart::RELEASES;
    page.bring(&chart.layer()).await?;
    let ids: Vec<String> = chart.marks(&page).await?.into_iter().map(|it| it.id).collect();
    page.run(&format!(
        "one(\"{}\").focus({{ preventScroll: true }})",
        chart.mark(&ids[ids.len() - 1])
    ))
    .await?;
    page.press(Key::Left).await?;
    let before = (page.place().await?, page.ask::<f64>("scrollY").await?);
    page.press(Key::Enter).await?;
    assert_eq!((page.place().await?, page.ask::<f64>("scrollY").await?), before);
    assert_eq!(chart.chosen(&page).await?, ids[ids.len() - 2]);
    Ok(())
}

/// Whether the page takes a key from the browser that is pressed with another one where the keyboard is.
fn takes(key: &str, with: &str) -> String {
    format!(
        "(it => (document.activeElement.dispatchEvent(it), it.defaultPrevented))(new KeyboardEvent(
            'keydown', {{ key: '{key}', {with}: true, bubbles: true, cancelable: true }}))"
    )
}

#[tokio::test]
async fn shortcuts_of_the_browser_stay_its_own() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let marks = Chart::RELEASES.marks(&page).await?;
    page.bring(&Chart::RELEASES.layer()).await?;
    page.run(&format!("one(\"{}\").focus()", Chart::RELEASES.mark(&marks[1].id))).await?;
    for (key, with) in [("ArrowLeft", "altKey"), ("Home", "ctrlKey"), ("ArrowRight", "metaKey")] {
        assert!(!page.ask::<bool>(&takes(key, with)).await?, "{with} and {key}");
    }
    page.settle().await?;
    assert_eq!(Chart::RELEASES.chosen(&page).await?, marks[1].id);
    let map = Map::read(&page).await?;
    page.bring(&map.node(1)).await?;
    page.run(&format!("one({}).focus()", serde_json::json!(map.node(1)))).await?;
    assert!(!page.ask::<bool>(&takes("l", "ctrlKey")).await?);
    page.settle().await?;
    assert_eq!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, "");
    assert!(
        page.ask::<bool>(&takes("ArrowDown", "shiftKey")).await?,
        "what is the page's is taken"
    );
    Ok(())
}

#[tokio::test]
async fn keys_walk_along_the_measures_for_whom_is_at_one() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    page.bring(&Chart::RELEASES.layer()).await?;
    let layer = Chart::RELEASES.layer();
    let ids: Vec<String> = page
        .ask(&format!("shown(\"{layer} [data-measure]\").map(it => it.dataset.measure)"))
        .await?;
    let last = ids.len() - 1;
    assert!(last > 6, "too few measures to walk along");
    page.run(&format!("one(\"{layer} [data-measure='{}']\").focus()", ids[0])).await?;
    for (key, idx) in [
        (Key::Right, 1),
        (Key::Right, 2),
        (Key::Left, 1),
        (Key::PageDown, 6),
        (Key::Home, 0),
        (Key::Left, 0),
        (Key::End, last),
        (Key::Right, last),
    ] {
        page.press(key.clone()).await?;
        let at: Option<String> = page.ask("document.activeElement.dataset.measure ?? null").await?;
        assert_eq!(at.as_ref(), Some(&ids[idx]), "after {key:?}");
        let is_read = format!(
            "words(one('[data-role=readout]', figure('releases'))) ===
                words(document.querySelector('#measure-{} .record'))",
            ids[idx]
        );
        assert!(page.ask::<bool>(&is_read).await?, "after {key:?}");
    }
    page.press(Key::Escape).await?;
    let releases = Chart::RELEASES.marks(&page).await?;
    assert_eq!(Chart::RELEASES.chosen(&page).await?, releases[releases.len() - 1].id);
    Ok(())
}

#[tokio::test]
async fn the_tab_key_stops_at_a_release_that_is_shown_whatever_is_chosen() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let chart = Chart::RELEASES;
    page.bring(&chart.layer()).await?;
    let layer = chart.layer();
    // A measure stays chosen when its year alone is shown; the last release, where the Tab key stops meanwhile, does not.
    let year: String = page
        .ask(&format!(
            "[...document.querySelectorAll('[name=time]')].map(it => it.value).slice(0, -1).findLast(year =>
                +year && shown(\"{layer} [data-measure]\").some(it => it.ariaLabel.includes(year)))"
        ))
        .await?;
    page.run(&format!(
        "shown(\"{layer} [data-measure]\").find(it => it.ariaLabel.includes('{year}')).focus()"
    ))
    .await?;
    page.click(&format!("[name=time][value='{year}'] + span")).await?;
    page.until(&format!("location.search.includes('time={year}')")).await?;
    let stops = "it => it.tabIndex === 0";
    let stops =
        format!("shown(\"{layer} [data-release]\").filter({stops}).map(it => it.ariaLabel)");
    let stops: Vec<String> = page.ask(&stops).await?;
    assert!(stops.len() == 1 && stops[0].contains(&year), "{stops:?} in {year}");
    Ok(())
}

/// They come after the last step in the order, and the page is scrolled past it by then.
#[tokio::test]
async fn the_marks_of_progress_keep_the_keyboard() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    for height in [768, 900, 1080] {
        page.resize(1280, height).await?;
        page.settle().await?;
        page.run("one('.step:last-child .ways a').focus()").await?;
        page.settle().await?;
        page.tab_to("it.closest('.progress')", 80).await?;
        page.settle().await?;
        page.is_seen().await?;
    }
    Ok(())
}
