//! How two actors are connected.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use e2e::{Key, Map, Page, Story, Visit};
use serde::Deserialize;

/// A hop as it is told.
#[derive(Debug, Deserialize)]
struct Hop {
    /// From its number.
    relation: usize,
    words: String,
    n_sources: usize,
}

/// The chains that the panel tells, each with its heading.
async fn told(page: &Page, map: &Map) -> Result<Vec<(String, Vec<Hop>)>> {
    // A hop is told with the words of a dossier, and begins with its name.
    page.ask(&format!(
        "[...one('[data-role=detail]').querySelectorAll('.chain')].map(chain => [
            words(chain.previousElementSibling),
            [...chain.children].map(hop => ({{
                relation: [...Array({}).keys()].find(idx =>
                    [...document.querySelectorAll(`.dossier [data-told='${{idx}}']`)].some(it =>
                        words(hop) === words(it.closest('.dossier').querySelector('.opener')) + ' ' + words(it))) ?? 9999,
                words: words(hop),
                n_sources: hop.querySelector('.sources').textContent.length,
            }})),
        ])",
        map.relations.len()
    ))
    .await
}

async fn connect(page: &Page, map: &Map, from: usize, to: usize) -> Result<()> {
    map.choose(page, "focus", &from.to_string()).await?;
    map.choose(page, "chain", &to.to_string()).await
}

/// Checks that the panel tells shortest chains between two over relations that are open, and that the map
/// lets all that is on one stand out. Says how long they are.
async fn tells_shortest(
    page: &Page,
    map: &Map,
    [from, to]: [usize; 2],
    is_open: impl Fn(usize) -> bool,
) -> Result<Option<usize>> {
    let [there, back] = [from, to].map(|it| map.distances(it, &is_open));
    let chains = told(page, map).await?;
    let Some(length) = there[to] else {
        assert!(chains.is_empty(), "{chains:?}");
        let said: usize = page.ask("shown('[data-role=detail] .no-chain').length").await?;
        assert_eq!(said, 1, "nobody says that no way leads there");
        return Ok(None);
    };
    assert!(!chains.is_empty(), "nothing is told of {} and {}", map.actors[from], map.actors[to]);
    let mut ways = BTreeSet::new();
    for (heading, hops) in &chains {
        let mut at = BTreeSet::from([from]);
        let mut way = vec![from];
        for hop in hops {
            let relation = map.relations.get(hop.relation).with_context(|| format!("{hop:?}"))?;
            assert!(is_open(hop.relation), "{hop:?} is not shown");
            assert!(hop.words.contains(&relation.when), "{hop:?} has no date");
            assert!(hop.n_sources >= "1 source".len(), "{hop:?} has no source");
            let last = way[way.len() - 1];
            let before = way.len().checked_sub(2).map(|it| way[it]);
            let next = relation.other_end(last);
            // Several relations may join the same two.
            match (next, before.and_then(|it| relation.other_end(it))) {
                (_, Some(again)) if again == last => {}
                (Some(next), _) => {
                    assert!(at.insert(next), "{heading} goes in circles");
                    way.push(next);
                }
                _ => panic!("{hop:?} does not go on from {}", map.actors[last]),
            }
        }
        assert_eq!(way.last(), Some(&to), "{heading} ends elsewhere");
        assert_eq!(way.len() - 1, length, "{heading} is not shortest");
        let steps = if length == 1 { "1 step".to_owned() } else { format!("{length} steps") };
        assert!(heading.ends_with(&steps), "{heading}");
        assert!(ways.insert(way), "{heading} is told twice");
    }
    let on_way = |it: usize| there[it].zip(back[it]).is_some_and(|it| it.0 + it.1 == length);
    let expected: BTreeSet<usize> = (0..map.actors.len()).filter(|&it| on_way(it)).collect();
    let look = map.look(page).await?;
    assert_eq!(look.actors("highlighted"), expected);
    for way in &ways {
        assert!(way.iter().all(|it| expected.contains(it)));
    }
    let step = |it: usize| {
        let ends = [map.relations[it].from, map.relations[it].to];
        is_open(it) && ends.iter().all(|&it| on_way(it)) && there[ends[0]] != there[ends[1]]
    };
    let steps: BTreeSet<usize> = (0..map.relations.len()).filter(|&it| step(it)).collect();
    assert_eq!(look.relations("highlighted"), steps);
    Ok(Some(length))
}

#[tokio::test]
async fn the_chains_told_are_the_shortest_ways() -> Result<()> {
    for visit in
        [Visit::to(Story::Own), Visit::to(Story::Own).on_phone(), Visit::to(Story::Fixture)]
    {
        let page = visit.open().await?;
        let map = Map::read(&page).await?;
        let n = map.actors.len();
        let mut lengths = BTreeSet::new();
        for (step, from) in (0..n).step_by(3).enumerate() {
            let to = (from + n / 2 + 5 * step) % n;
            if from == to {
                continue;
            }
            connect(&page, &map, from, to).await?;
            lengths.insert(tells_shortest(&page, &map, [from, to], |_| true).await?);
        }
        assert!(lengths.len() > 1, "all chains are as long: {lengths:?}");
        assert_eq!(page.console().await?, [""; 0]);
    }
    Ok(())
}

#[tokio::test]
async fn chains_lead_over_what_filters_leave() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    map.open_filters(&page).await?;
    let far = (0..map.actors.len())
        .flat_map(|from| (0..from).map(move |to| [from, to]))
        .max_by_key(|&[from, to]| map.distances(from, |_| true)[to]);
    let [from, to] = far.context("there is nobody")?;
    connect(&page, &map, from, to).await?;
    let mut lengths = BTreeSet::new();
    for group in map.groups.iter().copied().collect::<BTreeSet<_>>() {
        map.check(&page, "group", Some(group)).await?;
        let is_shown = |it: usize| map.groups[it] != group || it == from || it == to;
        let is_open =
            |it: usize| is_shown(map.relations[it].from) && is_shown(map.relations[it].to);
        lengths.insert(tells_shortest(&page, &map, [from, to], is_open).await?);
        map.check(&page, "group", Some(group)).await?;
        lengths.insert(tells_shortest(&page, &map, [from, to], |_| true).await?);
    }
    assert!(lengths.len() > 1, "no filter makes a difference: {lengths:?}");
    Ok(())
}

#[tokio::test]
async fn a_filter_that_cuts_two_apart_is_told() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    // Two who have relations, but none of the same kind.
    let kinds = |actor: usize| -> BTreeSet<&str> {
        let own = map.relations.iter().filter(|it| it.other_end(actor).is_some());
        own.map(|it| it.kind.as_str()).collect()
    };
    let to = (1..map.actors.len()).find(|&it| kinds(it).is_disjoint(&kinds(0)));
    let to = to.context("everybody has a relation of the same kind")?;
    connect(&page, &map, 0, to).await?;
    let kind: String = page
        .ask(&format!(
            "[...document.querySelector('[name=kind]').options].find(it => words(it) === {:?}).value",
            kinds(0).first().context("no relation")?
        ))
        .await?;
    map.choose(&page, "kind", &kind).await?;
    let first = kinds(0).first().copied().unwrap_or_default();
    let is_open = |it: usize| map.relations[it].kind == first;
    assert_eq!(tells_shortest(&page, &map, [0, to], is_open).await?, None);
    map.choose(&page, "kind", "").await?;
    assert!(tells_shortest(&page, &map, [0, to], |_| true).await?.is_some());
    Ok(())
}

#[tokio::test]
async fn escape_leaves_the_chain_then_the_actor() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    let whole = map.look(&page).await?;
    let state = "[one('[data-role=detail]').dataset.for,
        ...['focus', 'chain'].map(it => document.querySelector(`.tools [name=${it}]`).value),
        String(shown('[data-role=detail] :is(.chain, .no-chain)').length > 0)]";
    connect(&page, &map, 0, 5).await?;
    let now: Vec<String> = page.ask(state).await?;
    assert_eq!(now, [&map.actors[0], "0", "5", "true"]);
    page.run(&format!("one(\"{}\").focus()", map.node(0))).await?;
    page.press(Key::Escape).await?;
    let now: Vec<String> = page.ask(state).await?;
    assert_eq!(now, [&map.actors[0], "0", "", "false"]);
    page.press(Key::Escape).await?;
    let now: Vec<String> = page.ask(state).await?;
    assert_eq!(now, ["", "", "", "false"]);
    assert_eq!(map.look(&page).await?, whole);
    Ok(())
}

#[tokio::test]
async fn a_click_on_another_actor_leaves_the_chain() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    connect(&page, &map, 0, 5).await?;
    map.click_node(&page, 3).await?;
    let now: (String, usize) = page
        .ask("[one('[data-role=detail]').dataset.for, shown('[data-role=detail] .chain').length]")
        .await?;
    assert_eq!(now, (map.actors[3].clone(), 0));
    Ok(())
}

#[tokio::test]
async fn somebody_is_not_connected_with_himself() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    connect(&page, &map, 4, 4).await?;
    let now: Vec<String> = page
        .ask("['focus', 'chain'].map(it => document.querySelector(`.tools [name=${it}]`).value)")
        .await?;
    assert_eq!(now, ["4", ""]);
    let own: bool = page
        .ask(&format!(
            "words(one('[data-role=detail]')).replace(/^Close/, '') === words(document.querySelector('#actor-{} .record'))",
            map.actors[4]
        ))
        .await?;
    assert!(own, "the panel does not tell the dossier");
    Ok(())
}
