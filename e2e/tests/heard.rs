//! What is heard by whom does not see the page: what reads itself out, and what marks are called.

use anyhow::{Context, Result};
use e2e::{Key, Map, Page, Story, Visit};

/// What is said of the map.
const STATUS: &str = "words(one('#map [role=status]'))";
const IS_READ_OUT: &str = "one('#releases .readout').getAttribute('aria-live') === 'polite'";

/// Opens the record of a number by keyboard.
async fn open_record(page: &Page) -> Result<()> {
    page.run("window.number = one('.key-figures a[data-claim]'); number.focus()").await?;
    page.press(Key::Enter).await?;
    page.until("document.activeElement.matches('.close')").await
}

#[tokio::test]
async fn an_open_record_is_a_dialog_that_the_keyboard_does_not_leave_unseen() -> Result<()> {
    // In one file a record has no address of its own.
    for address in ["", "explainer.html"] {
        let page = Visit::to(Story::Own).by(address).open().await?;
        page.until_records().await?;
        let is_back = "document.activeElement === number && !shown('.sheet').length";
        open_record(&page).await?;
        let name: Option<String> =
            page.ask("document.activeElement.closest('[role=dialog]')?.ariaLabel").await?;
        assert!(name.is_some_and(|it| it.contains("number")));
        let is_last = "it === [...it.closest('.sheet').querySelectorAll('a')].at(-1)";
        page.tab_to(is_last, 60).await?;
        page.press(Key::Tab).await?;
        page.until(is_back).await.context("after the last stop")?;
        open_record(&page).await?;
        page.press_with(Key::Shift, Key::Tab).await?;
        page.until(is_back).await.context("before the first stop")?;
        // From there it goes on as if there had been none.
        page.press(Key::Tab).await?;
        let is_after = "number.compareDocumentPosition(document.activeElement) === 4";
        assert!(page.ask::<bool>(is_after).await?);
    }
    Ok(())
}

#[tokio::test]
async fn whom_the_map_shows_is_said_in_a_few_words() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    page.bring("#map .maps").await?;
    page.run("one('#map .node').focus()").await?;
    page.press(Key::Enter).await?;
    page.until("one('[data-role=detail]').dataset.for !== ''").await?;
    let [name, status]: [String; 2] =
        page.ask(&format!("[words(one('[data-role=detail] h3')), {STATUS}]")).await?;
    let n_relations = status.strip_prefix(&name).and_then(|it| it.trim().split(' ').next());
    assert!(n_relations.is_some_and(|it| it.parse::<u32>().is_ok()), "{status}");
    assert!(page.ask::<bool>("!one('[data-role=detail]').closest('[aria-live]')").await?);
    page.press(Key::Escape).await?;
    page.until(&format!("{STATUS} === words(one('[data-role=n-shown]'))")).await?;
    // What a filter leaves.
    map.open_filters(&page).await?;
    map.check(&page, "group", Some(0)).await?;
    page.until(&format!("{STATUS}.includes(' of ')")).await?;
    // Whom the search finds, and that it finds nobody.
    page.click("#find").await?;
    page.type_text("coal").await?;
    page.until(&format!("{STATUS} === words(one('.found')) && one('.found a')")).await?;
    page.type_text("zzz").await?;
    page.until(&format!("{STATUS} === words(one('.found .none'))")).await?;
    assert!(page.ask::<bool>("one('.found').role === null").await?);
    Ok(())
}

#[tokio::test]
async fn who_is_at_a_field_hears_the_field_alone() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    page.bring("#releases .overlay .swept").await?;
    page.run("one('#releases .overlay .swept').focus()").await?;
    page.press(Key::Home).await?;
    page.until(IS_READ_OUT).await?;
    // A year of which another release is the last.
    page.run("one('#releases [name=time]').focus()").await?;
    page.press(Key::Right).await?;
    page.until("new URLSearchParams(location.search).has('time')").await?;
    page.press(Key::Right).await?;
    page.until(&format!("!({IS_READ_OUT})")).await?;
    map.open_filters(&page).await?;
    page.run("one('#map [name=release]').focus()").await?;
    let first: String = page.ask("one('#map output').textContent").await?;
    page.press(Key::Left).await?;
    page.until(&format!("one('#map output').textContent !== '{first}'")).await?;
    let says: (String, String, bool) = page
        .ask(&format!(
            "[one('#map output').ariaLive, one('#map [name=release]').getAttribute('aria-valuetext'), {IS_READ_OUT}]"
        ))
        .await?;
    let now: String = page.ask("one('#map output').textContent").await?;
    assert_eq!(says, ("off".to_owned(), now, false));
    // Whoever comes back to the chart hears it again.
    page.run("one('#releases .overlay .swept.chosen').focus()").await?;
    page.press(Key::Home).await?;
    page.until(IS_READ_OUT).await
}

#[tokio::test]
async fn marks_are_called_by_all_that_they_show() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let nameless: Vec<String> = page
        .ask(
            "[
                // Who counted: its colour.
                ...[...document.querySelectorAll('#held .twin tbody tr')].filter((it, idx) => {
                    const counter = words(it.lastElementChild);
                    return ![...document.querySelectorAll('#held .marks')].every(all => all.children[idx].ariaLabel.endsWith(`, ${counter}`));
                }),
                // Of whom somebody is: its colour.
                ...[...document.querySelectorAll('#map .node')].filter(it => {
                    const [group] = words(document.querySelector(`#actor-${it.dataset.actor} .record-group`)).split(' · ');
                    return !it.ariaLabel.endsWith(`, ${group}`);
                }),
                // Of which day a total is, once: its place.
                ...[...document.querySelectorAll('#releases .mark:not([data-release], [data-measure])')].filter(it => {
                    return !/, \\d+ [A-Z]\\w+ \\d{4}$/.test(it.ariaLabel) || it.ariaLabel.match(/\\d [A-Z]/g).length > 1;
                }),
                // What a measure does: its sign, in the list as well.
                ...[...document.querySelectorAll('.chronology .measure')].filter(it => {
                    const mark = document.querySelector(`#releases [href='#${it.id}']`);
                    return mark && !mark.ariaLabel.endsWith(words(it.querySelector('p > .summary')).replace('.', ''));
                }),
                ...[...document.querySelectorAll('table')].filter(it => !it.ariaLabel),
            ].map(it => it.ariaLabel ?? words(it))",
        )
        .await?;
    assert_eq!(nameless, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn of_a_drawing_one_layout_is_told() -> Result<()> {
    // What has not been drawn yet, Chromium tells in all its layouts, unless it is said which are not shown.
    let told = "['releases', 'held', 'map'].map(it => [...document.querySelectorAll(`#${it} .drawn:has(svg)`)].filter(it => !it.ariaHidden).length)";
    let seen = "shown('.drawn').filter(it => it.ariaHidden).length";
    let page = Visit::to(Story::Own).open().await?;
    if page.ask("CSS.supports('(overflow-anchor: auto) and (-webkit-box-reflect: left)')").await? {
        page.until(&format!("String({told}) === '1,1,1'")).await?;
    }
    for (width, height) in [(1280, 800), (390, 800), (768, 800)] {
        page.resize(width, height).await?;
        for figure in ["releases", "held", "map"] {
            page.bring(&format!("#{figure} .figure-body")).await?;
            page.until(&format!("{seen} === 0")).await?;
        }
    }
    // Beside the story another layout may be shown.
    let page = Visit::to(Story::Own).sized(1280, 800).open().await?;
    for step in e2e::guide::Step::all(&page).await?.iter().take(4) {
        step.reach(&page).await?;
        step.is_reached(&page).await?;
        assert_eq!(page.ask::<usize>(seen).await?, 0, "{}", step.id);
    }
    Ok(())
}
