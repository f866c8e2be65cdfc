//! Numbers open their records, and the reader gets back.

use anyhow::Result;
use e2e::{Chart, Key, Page, Story, Visit};

/// The records that are open.
pub(crate) async fn open_records(page: &Page) -> Result<Vec<String>> {
    page.ask("shown('[data-role=claim]').map(it => it.dataset.for)").await
}

/// The page with the records of its numbers in it.
pub(crate) async fn opened(visit: Visit) -> Result<Page> {
    let page = visit.open().await?;
    page.until_records().await?;
    Ok(page)
}

/// A number somewhere on the page, clicked; which one.
pub(crate) async fn click_number(page: &Page, selector: &str) -> Result<String> {
    page.bring(selector).await?;
    page.run(&format!("window.number = one({selector:?})")).await?;
    let id: String = page.ask("window.number.dataset.claim").await?;
    page.click(selector).await?;
    Ok(id)
}

/// Checks that one record is open, of that number, with the focus in it.
pub(crate) async fn shows(page: &Page, id: &str) -> Result<()> {
    assert_eq!(open_records(page).await?, [id]);
    let inside = "one('[data-role=claim]').contains(document.activeElement)";
    assert!(page.ask::<bool>(inside).await?, "the focus is not in the record of {id}");
    let on_screen = "(() => {
        const { x, y, width, height } = rect(one('[data-role=claim]'));
        return x >= 0 && y >= 0 && x + width < innerWidth + 1 && y + height < innerHeight + 1;
    })()";
    assert!(page.ask::<bool>(on_screen).await?, "the record of {id} is not on the screen");
    Ok(())
}

/// Checks that none is open and the focus is where it was.
pub(crate) async fn is_back(page: &Page) -> Result<()> {
    assert_eq!(open_records(page).await?, [""; 0]);
    // The step back in the history that closes a record is taken a moment later.
    page.until("!location.hash.startsWith('#claim-')").await?;
    page.settle().await?;
    let back = "document.activeElement === window.number";
    assert!(page.ask::<bool>(back).await?, "the focus has not come back to the number");
    Ok(())
}

/// Where numbers stand: in the key figures, in prose, in a readout, in a chart.
pub(crate) const NUMBERS: [&str; 4] = [
    ".key-figures a[data-claim]",
    "p:not(.key-number) > a[data-claim]",
    "[data-role=readout] a[data-claim]",
    "figure[data-figure=held] .overlay g:last-of-type a[data-claim]",
];

#[tokio::test]
async fn a_click_on_a_number_opens_its_record_and_escape_returns() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let url = page.place().await?;
    for selector in NUMBERS {
        let id = click_number(&page, selector).await?;
        let scrolled: f64 = page.ask("scrollY").await?;
        shows(&page, &id).await?;
        page.press(Key::Escape).await?;
        is_back(&page).await?;
        // Less than a px is rounding.
        assert!((page.ask::<f64>("scrollY").await? - scrolled).abs() < 1.0, "{selector}");
        assert_eq!(page.place().await?, url);
    }
    Ok(())
}

#[tokio::test]
async fn the_close_link_returns_as_well() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let url = page.place().await?;
    let id = click_number(&page, NUMBERS[1]).await?;
    let scrolled: f64 = page.ask("scrollY").await?;
    shows(&page, &id).await?;
    let (x, y) = page.rect("[data-role=claim] .close").await?.middle();
    page.click_at(x, y).await?;
    is_back(&page).await?;

    page.press(Key::Enter).await?;
    shows(&page, &id).await?;
    page.press(Key::Enter).await?;
    is_back(&page).await?;
    assert!((page.ask::<f64>("scrollY").await? - scrolled).abs() < 1.0);
    assert_eq!(page.place().await?, url);
    Ok(())
}

#[tokio::test]
async fn a_tap_on_a_number_opens_its_record_on_a_phone() -> Result<()> {
    let page = opened(Visit::to(Story::Own).on_phone()).await?;
    let (x, y) = page.bring(NUMBERS[1]).await?.middle();
    let id: String = page.ask(&format!("one({:?}).dataset.claim", NUMBERS[1])).await?;
    page.tap_at(x, y).await?;
    shows(&page, &id).await?;
    let (x, y) = page.rect("[data-role=claim] .close").await?.middle();
    page.tap_at(x, y).await?;
    assert_eq!(open_records(&page).await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn another_number_takes_the_place_of_the_first() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let first = click_number(&page, NUMBERS[0]).await?;
    shows(&page, &first).await?;
    // By keyboard, since the sheet may lie over it.
    let other =
        format!("shown('.key-figures a[data-claim]').find(it => it.dataset.claim !== {first:?})");
    page.run(&format!("window.number = {other}; window.number.focus()")).await?;
    page.press(Key::Enter).await?;
    let second: String = page.ask("window.number.dataset.claim").await?;
    shows(&page, &second).await?;
    page.press(Key::Escape).await?;
    is_back(&page).await
}

#[tokio::test]
async fn the_page_keeps_few_of_many_records_and_brings_any_again() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let links = "[...new Map([...document.querySelectorAll('main a[data-claim]')].map(it => [it.dataset.claim, it])).values()]";
    let ids: Vec<String> = page.ask(&format!("{links}.map(it => it.dataset.claim)")).await?;
    assert!(ids.len() > 20, "too few to tell: {ids:?}");
    for nth in (0..20).chain([0]) {
        page.run(&format!("{links}[{nth}].click()")).await?;
        page.until("shown('[data-role=claim]').length === 1").await?;
        assert_eq!(open_records(&page).await?, [ids[nth].as_str()]);
        page.press(Key::Escape).await?;
        page.until("shown('[data-role=claim]').length === 0").await?;
    }
    assert_eq!(page.ask::<usize>("document.querySelectorAll('.sheets > *').length").await?, 12);
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_record_opens_it_and_escape_closes_it() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let id: String = page.ask(&format!("one({:?}).dataset.claim", NUMBERS[0])).await?;
    for close in [Key::Escape, Key::Enter] {
        page.go(&format!("?again#claim-{id}")).await?;
        page.until_ready().await?;
        // It is not there when the address is read, and opens when it has come.
        page.until("shown('[data-role=claim]').length").await?;
        assert_eq!(open_records(&page).await?, [id.as_str()]);
        if matches!(close, Key::Enter) {
            page.run("one('[data-role=claim] .close').focus()").await?;
        }
        page.press(close).await?;
        page.until("shown('[data-role=claim]').length === 0").await?;
        assert!(!page.place().await?.contains("#claim"));
    }
    Ok(())
}

#[tokio::test]
async fn a_record_that_the_address_opened_gives_way_to_the_next() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let ids: Vec<String> =
        page.ask("shown('.key-figures a[data-claim]').map(it => it.dataset.claim)").await?;
    page.go(&format!("?again#claim-{}", ids[0])).await?;
    page.until_ready().await?;
    page.until("shown('[data-role=claim]').length === 1").await?;
    let second = format!(".key-figures a[data-claim='{}']", ids[1]);
    page.run(&format!("window.number = one({second:?}); window.number.focus()")).await?;
    page.press(Key::Enter).await?;
    shows(&page, &ids[1]).await?;
    page.press(Key::Escape).await?;
    assert_eq!(open_records(&page).await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn the_keyboard_is_not_lost_when_the_number_has_gone_meanwhile() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    page.bring(&Chart::RELEASES.layer()).await?;
    let (x, y) = page.rect(NUMBERS[2]).await?.middle();
    page.click_at(x, y).await?;
    assert_eq!(open_records(&page).await?.len(), 1);
    // Another release, whose words take the place of those with the number.
    let frame = Chart::RELEASES.frame(&page).await?;
    page.point_at((frame.x + frame.width / 4.0) as i64, frame.y as i64 + 9).await?;
    page.press(Key::Escape).await?;
    page.until("!location.hash.startsWith('#claim-')").await?;
    page.settle().await?;
    assert_eq!(open_records(&page).await?, [""; 0]);
    assert!(page.ask::<bool>("figure('releases').contains(document.activeElement)").await?);
    Ok(())
}

#[tokio::test]
async fn a_click_for_a_new_tab_is_left_to_the_browser() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let url = page.place().await?;
    let links = [NUMBERS[1], "figure [data-release]", "figure [data-actor]"];
    for (n, selector) in links.into_iter().enumerate() {
        let (x, y) = page.bring(selector).await?.middle();
        page.click_at_with(Key::Control, x, y).await?;
        assert_eq!(page.n_tabs().await?, n + 2, "{selector}");
        assert_eq!(open_records(&page).await?, [""; 0]);
        assert_eq!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, "");
        assert_eq!(page.place().await?, url);
    }
    Ok(())
}

#[tokio::test]
async fn a_number_in_the_story_opens_its_record_and_chooses_nothing() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let entries: usize = page.ask("history.length").await?;
    // One of a release, which its date chooses.
    let id = click_number(&page, ".told a[data-claim^='rel-']").await?;
    shows(&page, &id).await?;
    page.settle().await?;
    assert_eq!(page.ask::<usize>("history.length").await?, entries + 1);
    page.press(Key::Escape).await?;
    is_back(&page).await
}

#[tokio::test]
async fn a_term_opens_at_its_beginning_and_sources_in_sight() -> Result<()> {
    let page = opened(Visit::to(Story::Own).on_phone().sized(320, 640)).await?;
    let begin = "[one('[data-open] .record-name, [data-open] .record-value'), one('[data-open] .of-sources'), one('[data-open] .close'), one('[data-open]')].map(it => rect(it).y)";
    let (x, y) = page.bring("header a[href*='#term-']").await?.middle();
    page.tap_at(x, y).await?;
    page.until("!!document.querySelector('[data-open]')").await?;
    let [name, _, close, sheet]: [f64; 4] = page.ask(begin).await?;
    assert!(sheet <= close && close < name, "{close} and {name} in {sheet}");
    page.press(Key::Escape).await?;

    let (x, y) = page.bring("#releases [data-role=readout] .sources a").await?.middle();
    page.tap_at(x, y).await?;
    page.until("!!document.querySelector('[data-open]')").await?;
    let [_, sources, close, _]: [f64; 4] = page.ask(begin).await?;
    assert!((close + 20.0..620.0).contains(&sources), "{close} and {sources}");
    Ok(())
}
