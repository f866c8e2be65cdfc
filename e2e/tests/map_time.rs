//! The map and the releases: as of which day, and who had a part.

use std::collections::BTreeSet;

use anyhow::Result;
use e2e::{Chart, Key, Look, Map, Page, Story, Visit};

const CHART: Chart = Chart::RELEASES;

/// Ids of the releases, with the day of each, as the chart's table has them.
async fn releases(page: &Page) -> Result<Vec<(String, String)>> {
    page.ask(
        "[...document.querySelectorAll('figure[data-figure=releases] .twin tbody th a[href^=\"#release-\"]')]
            .map(it => [it.hash.slice('#release-'.length), words(it)])",
    )
    .await
}

/// What sorts days written like "3 Jul 2024"; `None` for whatever is not one whole day.
fn day(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let parts: Vec<&str> = text.split(' ').collect();
    let [day, month, year] = parts[..] else { return None };
    let month = MONTHS.iter().position(|it| month.starts_with(it))?;
    Some(year.parse::<u32>().ok()? * 10_000 + month as u32 * 100 + day.parse::<u32>().ok()?)
}

async fn open(visit: Visit) -> Result<(Page, Map)> {
    let page = visit.open().await?;
    let map = Map::read(&page).await?;
    map.open_filters(&page).await?;
    Ok((page, map))
}

/// Moves the slider to a release.
async fn slide(page: &Page, map: &Map, idx: usize) -> Result<()> {
    map.choose(page, "release", &idx.to_string()).await
}

#[tokio::test]
async fn a_relation_of_one_day_is_hidden_before_it_and_broken_after_it() -> Result<()> {
    let (page, map) = open(Visit::to(Story::Own)).await?;
    let releases = releases(&page).await?;
    map.check(&page, "as-of", None).await?;
    let mut seen = BTreeSet::new();
    let mut before: Option<(u32, Look)> = None;
    for (idx, (id, date)) in releases.iter().enumerate() {
        slide(&page, &map, idx).await?;
        let look = map.look(&page).await?;
        let now = day(date).unwrap_or_default();
        assert!(look.actors("hidden").is_empty(), "a day hides actors");
        for (at, relation) in map.relations.iter().enumerate() {
            let Some(its) = day(&relation.when) else { continue };
            let is = |mark: &str| look.relations(mark).contains(&at);
            let after = before.as_ref().map(|it| it.0);
            let began = its <= now && after.is_some_and(|after| its > after);
            let expected = (its > now, its < now, its == now && began);
            assert_eq!((is("hidden"), is("ended"), is("began")), expected, "{id}: {relation:?}");
            seen.insert(expected);
        }
        if let Some((_, before)) = &before {
            let (hid, hides) = (before.relations("hidden"), look.relations("hidden"));
            assert!(hides.is_subset(&hid), "{id} takes back what had begun");
            assert!(before.relations("ended").is_subset(&look.relations("ended")), "{id}");
            let came: BTreeSet<usize> = &hid - &hides;
            assert!(look.relations("began").is_subset(&came), "{id} marks what is not new");
        }
        before = Some((now, look));
    }
    assert_eq!(seen.len(), 3, "too few cases: {seen:?}");
    let last = before.map(|it| it.1);
    map.check(&page, "as-of", None).await?;
    let whole = map.look(&page).await?;
    assert!(whole.relations("hidden").is_empty() && whole.relations("ended").is_empty());
    assert_ne!(last, Some(whole));
    Ok(())
}

#[tokio::test]
async fn the_slider_and_the_chart_choose_the_same_release() -> Result<()> {
    for visit in
        [Visit::to(Story::Own), Visit::to(Story::Own).on_phone(), Visit::to(Story::Fixture)]
    {
        let (page, _) = open(visit).await?;
        let releases = releases(&page).await?;
        let slider: (usize, usize) = page
            .ask("(({ value, max }) => [+value, +max])(document.querySelector('[name=release]'))")
            .await?;
        assert_eq!(slider, (releases.len() - 1, releases.len() - 1), "at first it is the latest");
        page.run("one('[name=release]').focus()").await?;
        for (key, idx) in
            [(Key::Left, releases.len() - 2), (Key::Home, 0), (Key::Right, 1), (Key::Right, 2)]
        {
            page.press(key).await?;
            assert_eq!(CHART.chosen(&page).await?, releases[idx].0);
            says(&page, idx).await?;
        }
        page.run(&format!("one(\"{}\").focus()", CHART.mark(&releases[2].0))).await?;
        for idx in [3, 4] {
            page.press(Key::Right).await?;
            assert_eq!(CHART.chosen(&page).await?, releases[idx].0);
            says(&page, idx).await?;
        }
        page.press(Key::Home).await?;
        says(&page, 0).await?;
    }
    Ok(())
}

#[tokio::test]
async fn of_a_measure_the_map_shows_its_day() -> Result<()> {
    let (page, map) = open(Visit::to(Story::Own)).await?;
    map.check(&page, "as-of", None).await?;
    page.click("figure[data-figure=releases] [data-measure]").await?;
    page.settle().await?;
    let said: [String; 2] = page
        .ask("[words(one('.tools output')), words(one('[data-role=readout] .record-date', figure('releases')))]")
        .await?;
    assert_eq!(said[0], said[1]);
    let now = day(&said[0]).unwrap_or_default();
    assert!(now > 0, "{said:?}");
    let look = map.look(&page).await?;
    for (at, relation) in map.relations.iter().enumerate() {
        let Some(its) = day(&relation.when) else { continue };
        assert_eq!(look.relations("hidden").contains(&at), its > now, "{relation:?}");
    }
    Ok(())
}

/// Checks that the slider stands at a release and says the day that the record in the readout says, to the eye and in place of
/// its number.
async fn says(page: &Page, idx: usize) -> Result<()> {
    let said: (usize, String, String, String) = page
        .ask(
            "[+one('[name=release]').value, words(one('.tools output')),
                words(one('[data-role=readout] .record-date', figure('releases'))),
                one('[name=release]').getAttribute('aria-valuetext') ?? '']",
        )
        .await?;
    assert_eq!(said.0, idx);
    assert!(!said.1.is_empty());
    assert_eq!(said.1, said.2);
    assert_eq!(said.1, said.3);
    Ok(())
}

#[tokio::test]
async fn the_slider_moves_also_after_a_measure_was_chosen() -> Result<()> {
    let (page, map) = open(Visit::to(Story::Own)).await?;
    let releases = releases(&page).await?;
    page.click("figure[data-figure=releases] [data-measure]").await?;
    slide(&page, &map, 3).await?;
    assert_eq!(CHART.chosen(&page).await?, releases[3].0);
    // Who moves it asks to go back, so the map does.
    assert!(page.ask::<bool>("one('[name=as-of]').checked").await?);
    assert!(!map.look(&page).await?.relations("hidden").is_empty());
    says(&page, 3).await
}

#[tokio::test]
async fn a_release_lights_those_who_had_a_part_in_it() -> Result<()> {
    let (page, map) = open(Visit::to(Story::Own)).await?;
    let releases = releases(&page).await?;
    let look = map.look(&page).await?;
    assert!(look.actors("highlighted").is_empty(), "nobody has chosen a release yet");
    let mut n_lit = 0;
    for (idx, (id, _)) in releases.iter().enumerate().rev() {
        page.run(&format!("one(\"{}\").focus()", CHART.mark(id))).await?;
        assert_eq!(CHART.chosen(&page).await?, *id);
        let parts: Vec<String> = page
            .ask(&format!(
                "[...document.querySelectorAll('.part-in a[href=\"#release-{id}\"]')]
                    .map(it => it.closest('.dossier').id.slice('actor-'.length))"
            ))
            .await?;
        let lit: BTreeSet<usize> =
            (0..map.actors.len()).filter(|&it| parts.contains(&map.actors[it])).collect();
        let look = map.look(&page).await?;
        assert_eq!(look.actors("highlighted"), lit, "{id}, the release {idx}");
        assert!(look.actors("muted").is_empty() && look.relations("muted").is_empty());
        let between = (0..map.relations.len()).filter(|&it| {
            lit.contains(&map.relations[it].from) && lit.contains(&map.relations[it].to)
        });
        assert_eq!(look.relations("highlighted"), between.collect());
        n_lit += lit.len();
    }
    assert!(n_lit > 3, "hardly anybody had a part");
    // Whom the reader has chosen comes first.
    map.click_node(&page, 0).await?;
    let chosen = map.look(&page).await?;
    page.run(&format!("one(\"{}\").focus()", CHART.mark(&releases[0].0))).await?;
    page.press(Key::Right).await?;
    assert_eq!(map.look(&page).await?, chosen);
    Ok(())
}
