//! The filters over the map: each hides what it says, everywhere, and nothing else.

use std::collections::BTreeSet;

use anyhow::Result;
use e2e::{Look, Map, Page, Story, Visit};

async fn open(visit: Visit) -> Result<(Page, Map)> {
    let page = visit.open().await?;
    let map = Map::read(&page).await?;
    map.open_filters(&page).await?;
    Ok((page, map))
}

/// Relations for whom something holds.
fn relations(map: &Map, holds: impl Fn(usize) -> bool) -> BTreeSet<usize> {
    (0..map.relations.len()).filter(|&it| holds(it)).collect()
}

/// Actors for whom something holds.
fn actors(map: &Map, holds: impl Fn(usize) -> bool) -> BTreeSet<usize> {
    (0..map.actors.len()).filter(|&it| holds(it)).collect()
}

/// Checks that nothing stands out or back.
fn is_plain(look: &Look) {
    for mark in ["highlighted", "muted", "focus", "began", "ended"] {
        assert!(
            look.actors(mark).is_empty() && look.relations(mark).is_empty(),
            "{mark}: {look:?}"
        );
    }
}

/// What the map says of how much of it is shown.
async fn told(page: &Page) -> Result<String> {
    page.ask("one('#island-map [data-role=n-shown]').textContent").await
}

/// The same, as it has to be.
fn count(map: &Map, look: &Look) -> String {
    let shown = |all: usize, hidden: usize| match hidden {
        0 => all.to_string(),
        _ => format!("{} of {all}", all - hidden),
    };
    let actors = shown(map.actors.len(), look.actors("hidden").len());
    let relations = shown(map.relations.len(), look.relations("hidden").len());
    format!("{actors} actors, {relations} relations")
}

#[tokio::test]
async fn a_group_takes_its_actors_and_their_relations_along() -> Result<()> {
    for visit in
        [Visit::to(Story::Own), Visit::to(Story::Own).on_phone(), Visit::to(Story::Fixture)]
    {
        let (page, map) = open(visit).await?;
        let whole = map.look(&page).await?;
        is_plain(&whole);
        assert!(whole.actors("hidden").is_empty() && whole.relations("hidden").is_empty());
        let groups: BTreeSet<usize> = map.groups.iter().copied().collect();
        for group in groups {
            map.check(&page, "group", Some(group)).await?;
            let look = map.look(&page).await?;
            let gone = actors(&map, |it| map.groups[it] == group);
            assert_eq!(look.actors("hidden"), gone, "of group {group}");
            let ends_in = |it: usize| {
                gone.contains(&map.relations[it].from) || gone.contains(&map.relations[it].to)
            };
            assert_eq!(look.relations("hidden"), relations(&map, ends_in), "of group {group}");
            is_plain(&look);
            assert_eq!(told(&page).await?, count(&map, &look));
            map.check(&page, "group", Some(group)).await?;
            assert_eq!(map.look(&page).await?, whole, "group {group} does not come back");
            assert_eq!(told(&page).await?, count(&map, &whole));
        }
        assert_eq!(page.console().await?, [""; 0]);
    }
    Ok(())
}

#[tokio::test]
async fn without_any_group_the_map_is_empty_and_comes_back_whole() -> Result<()> {
    let (page, map) = open(Visit::to(Story::Own)).await?;
    let whole = map.look(&page).await?;
    let n_groups: usize = page.ask("document.querySelectorAll('[name=group]').length").await?;
    for group in 0..n_groups {
        map.check(&page, "group", Some(group)).await?;
    }
    let look = map.look(&page).await?;
    assert_eq!(look.actors("hidden").len(), map.actors.len());
    assert_eq!(look.relations("hidden").len(), map.relations.len());
    for group in 0..n_groups {
        map.check(&page, "group", Some(group)).await?;
    }
    assert_eq!(map.look(&page).await?, whole);
    Ok(())
}

#[tokio::test]
async fn a_kind_leaves_the_relations_of_that_kind() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let (page, map) = open(Visit::to(story)).await?;
        let kinds: Vec<(String, String)> = page
            .ask("[...document.querySelector('[name=kind]').options].map(it => [it.value, words(it)])")
            .await?;
        let told: BTreeSet<&str> = map.relations.iter().map(|it| it.kind.as_str()).collect();
        let offered: BTreeSet<&str> = kinds[1..].iter().map(|it| it.1.as_str()).collect();
        assert!(told.is_subset(&offered), "{told:?} but {offered:?}");
        for (value, kind) in &kinds[1..] {
            map.choose(&page, "kind", value).await?;
            let look = map.look(&page).await?;
            let others = relations(&map, |it| map.relations[it].kind != *kind);
            assert_eq!(look.relations("hidden"), others, "{kind}");
            assert!(look.actors("hidden").is_empty(), "{kind} hides actors");
            // Whoever has relations of other kinds alone stands back.
            let others = actors(&map, |actor| {
                let all = map.relations.iter().filter(|it| it.from == actor || it.to == actor);
                let of: Vec<bool> = all.map(|it| it.kind == *kind).collect();
                !of.is_empty() && !of.contains(&true)
            });
            assert_eq!(look.actors("muted"), others, "{kind}");
            assert!(look.relations("muted").is_empty() && look.actors("highlighted").is_empty());
        }
        map.choose(&page, "kind", "").await?;
        assert!(map.look(&page).await?.relations("hidden").is_empty());
    }
    Ok(())
}

#[tokio::test]
async fn the_first_article_leaves_what_it_is_a_source_of() -> Result<()> {
    let (page, map) = open(Visit::to(Story::Own)).await?;
    map.check(&page, "seed", None).await?;
    let look = map.look(&page).await?;
    let (gone, cut) = (look.actors("hidden"), look.relations("hidden"));
    assert!(!gone.is_empty() && gone.len() < map.actors.len(), "{gone:?}");
    let shown = relations(&map, |it| !cut.contains(&it));
    assert!(!shown.is_empty() && !cut.is_empty());
    for &it in &shown {
        let relation = &map.relations[it];
        assert!(!gone.contains(&relation.from) && !gone.contains(&relation.to), "{relation:?}");
    }
    // The page does not say which source came first. It is one that all of these relations have.
    let sources: Vec<BTreeSet<String>> = page
        .ask(&format!(
            "fetch('records.html').then(it => it.text()).then(html => {{
                const ledger = new DOMParser().parseFromString(html.split('</header>')[1], 'text/html');
                return [...Array({})].map((_, idx) => {{
                    const door = document.querySelector(`.dossier [data-told='${{idx}}'] .sources a`);
                    const record = ledger.getElementById(new URL(door.href).hash.slice(1));
                    return [...record.querySelectorAll('[href^=http]')].map(it => it.href);
                }});
            }})",
            map.relations.len()
        ))
        .await?;
    let common = shown.iter().map(|&it| sources[it].clone());
    let common = common.reduce(|a, b| &a & &b).unwrap_or_default();
    assert!(!common.is_empty(), "what is shown has no source in common");
    is_plain(&look);
    map.check(&page, "seed", None).await?;
    assert!(map.look(&page).await?.actors("hidden").is_empty());
    Ok(())
}

#[tokio::test]
async fn two_steps_reach_neighbours_of_neighbours() -> Result<()> {
    for visit in [Visit::to(Story::Own), Visit::to(Story::Fixture)] {
        let (page, map) = open(visit).await?;
        for actor in (0..map.actors.len()).step_by(4) {
            for degrees in [1, 2] {
                map.click_node(&page, actor).await?;
                stands_out(&page, &map, actor, degrees, &BTreeSet::new()).await?;
                map.check(&page, "two", None).await?;
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_focus_reaches_no_farther_than_filters_let_it() -> Result<()> {
    let (page, map) = open(Visit::to(Story::Own)).await?;
    map.check(&page, "two", None).await?;
    let busiest = (0..map.actors.len())
        .max_by_key(|&it| map.relations.iter().filter(|its| its.other_end(it).is_some()).count())
        .unwrap_or_default();
    map.click_node(&page, busiest).await?;
    let others: BTreeSet<usize> = map.groups.iter().copied().collect();
    for group in others {
        map.check(&page, "group", Some(group)).await?;
        // Who is in focus stays, whatever is left out.
        let gone = actors(&map, |it| map.groups[it] == group && it != busiest);
        stands_out(&page, &map, busiest, 2, &gone).await?;
        map.check(&page, "group", Some(group)).await?;
    }
    Ok(())
}

/// Checks that this actor, whoever is so many steps away, and the relations that lead there stand out,
/// all others back, and that those left out are hidden.
async fn stands_out(
    page: &Page,
    map: &Map,
    focus: usize,
    degrees: usize,
    gone: &BTreeSet<usize>,
) -> Result<()> {
    let look = map.look(page).await?;
    let is_open = |it: usize| {
        [map.relations[it].from, map.relations[it].to].iter().all(|it| !gone.contains(it))
    };
    let steps = map.distances(focus, is_open);
    let within = |it: usize, n: usize| steps[it].is_some_and(|it| it <= n);
    let near = actors(map, |it| !gone.contains(&it) && within(it, degrees));
    let far = actors(map, |it| !gone.contains(&it) && !near.contains(&it));
    assert_eq!(look.actors("focus"), BTreeSet::from([focus]));
    assert_eq!(look.actors("hidden"), *gone);
    assert_eq!(look.actors("highlighted"), near, "{degrees} steps from {}", map.actors[focus]);
    assert_eq!(look.actors("muted"), far);
    let leads = |it: usize| {
        let ends = [map.relations[it].from, map.relations[it].to];
        is_open(it) && ends.iter().any(|&it| within(it, degrees - 1))
    };
    assert_eq!(look.relations("highlighted"), relations(map, leads));
    assert_eq!(look.relations("hidden"), relations(map, |it| !is_open(it)));
    assert_eq!(look.relations("muted"), relations(map, |it| is_open(it) && !leads(it)));
    Ok(())
}

#[tokio::test]
async fn after_a_reload_controls_and_map_agree() -> Result<()> {
    let (page, map) = open(Visit::to(Story::Own)).await?;
    let whole = map.look(&page).await?;
    map.check(&page, "group", Some(map.groups[0])).await?;
    map.check(&page, "seed", None).await?;
    map.choose(&page, "focus", "1").await?;
    page.reload().await?;
    page.until_ready().await?;
    let controls: (usize, bool, String) = page
        .ask(
            "['[name=group]:not(:checked)', '[name=seed]', '[name=focus]']
                .map(it => document.querySelectorAll('.tools ' + it))
                .map((it, idx) => [it.length, it[0]?.checked, it[0]?.value][idx])",
        )
        .await?;
    let is_whole = map.look(&page).await? == whole;
    assert_eq!(
        (controls.0 == 0, !controls.1, controls.2.is_empty()),
        (is_whole, is_whole, is_whole)
    );
    Ok(())
}

#[tokio::test]
async fn several_kinds_of_an_address_stay_when_something_else_is_filtered() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    page.go("?kind=documents.outlaws#map").await?;
    page.until_ready().await?;
    let map = Map::read(&page).await?;
    map.open_filters(&page).await?;
    page.click("label:has([name=seed])").await?;
    page.until("location.search.includes('first=')").await?;
    let url = page.url().await?;
    assert!(url.contains("kind=documents.outlaws"), "{url}");
    Ok(())
}
