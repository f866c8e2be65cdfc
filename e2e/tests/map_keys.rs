//! The map by keyboard.

use std::collections::BTreeSet;

use anyhow::Result;
use e2e::{Key, Map, Page, Story, Visit};

/// The actor whose node has the keyboard focus.
async fn focused(page: &Page, map: &Map) -> Result<Option<usize>> {
    let id: Option<String> = page.ask("document.activeElement.dataset?.actor").await?;
    Ok(id.and_then(|id| map.actors.iter().position(|it| *it == id)))
}

/// The nodes at which the Tab key stops, by actor.
async fn stops(page: &Page) -> Result<Vec<String>> {
    page.ask("shown('.maps .node').filter(it => it.tabIndex === 0).map(it => it.dataset.actor)")
        .await
}

/// Comes into the map with the Tab key, from what stands before it.
async fn tab_in(page: &Page, map: &Map) -> Result<usize> {
    page.run("shown('.filters summary')[0].focus()").await?;
    for _ in 0..40 {
        page.press(Key::Tab).await?;
        if let Some(it) = focused(page, map).await? {
            return Ok(it);
        }
    }
    panic!("the Tab key does not reach the map")
}

/// Presses arrows until every actor that is shown has had the focus, or as often as is fair. Each step
/// goes where the fewest have been.
async fn walk(page: &Page, map: &Map, n_shown: usize) -> Result<BTreeSet<usize>> {
    const ARROWS: [Key; 4] = [Key::Right, Key::Down, Key::Left, Key::Up];
    let n = map.actors.len();
    // What each key is known to lead to.
    let mut known: Vec<[Option<usize>; 4]> = vec![[None; 4]; n];
    let mut at = focused(page, map).await?.unwrap_or_default();
    let mut seen = BTreeSet::from([at]);
    for _ in 0..6 * n {
        if seen.len() == n_shown {
            break;
        }
        let Some(way) = way_to_unknown(&known, at) else { break };
        for arrow in way {
            page.press(ARROWS[arrow].clone()).await?;
            let next = focused(page, map).await?;
            let next = next.unwrap_or_else(|| panic!("an arrow leads out of the map"));
            known[at][arrow] = Some(next);
            at = next;
            seen.insert(at);
        }
    }
    Ok(seen)
}

/// The shortest row of arrows to one that has not been tried yet.
fn way_to_unknown(known: &[[Option<usize>; 4]], from: usize) -> Option<Vec<usize>> {
    let mut queue = vec![(from, Vec::new())];
    let mut next = 0;
    let mut seen = BTreeSet::from([from]);
    while let Some((at, way)) = queue.get(next).cloned() {
        next += 1;
        for (arrow, to) in known[at].iter().enumerate() {
            let mut way = way.clone();
            way.push(arrow);
            match to {
                None => return Some(way),
                Some(to) if seen.insert(*to) => queue.push((*to, way)),
                Some(_) => {}
            }
        }
    }
    None
}

#[tokio::test]
async fn the_tab_key_stops_once_in_the_map() -> Result<()> {
    for visit in
        [Visit::to(Story::Own), Visit::to(Story::Own).sized(320, 800), Visit::to(Story::Fixture)]
    {
        let page = visit.open().await?;
        let map = Map::read(&page).await?;
        tab_in(&page, &map).await?;
        page.press(Key::Tab).await?;
        assert_eq!(focused(&page, &map).await?, None, "the Tab key stops twice");
        // It comes back to where it left.
        tab_in(&page, &map).await?;
        page.press(Key::Right).await?;
        page.press(Key::Down).await?;
        let last = focused(&page, &map).await?;
        page.press(Key::Tab).await?;
        assert_eq!(focused(&page, &map).await?, None);
        assert_eq!(Some(tab_in(&page, &map).await?), last);
        assert_eq!(stops(&page).await?.len(), 1);
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_every_actor_is_a_stop() -> Result<()> {
    let page = Visit::to(Story::Own).without_scripts().open().await?;
    let map = Map::read(&page).await?;
    assert_eq!(stops(&page).await?.len(), map.actors.len());
    Ok(())
}

#[tokio::test]
async fn arrows_reach_everybody() -> Result<()> {
    for visit in
        [Visit::to(Story::Own), Visit::to(Story::Own).sized(320, 800), Visit::to(Story::Fixture)]
    {
        let page = visit.open().await?;
        let map = Map::read(&page).await?;
        tab_in(&page, &map).await?;
        let seen = walk(&page, &map, map.actors.len()).await?;
        let left: Vec<_> = (0..map.actors.len()).filter(|it| !seen.contains(it)).collect();
        assert!(left.is_empty(), "no arrow leads to {left:?}");
        let url = page.place().await?;
        assert!(!url.contains('#'), "{url}");
    }
    Ok(())
}

#[tokio::test]
async fn arrows_do_not_scroll_while_the_map_is_on_the_screen() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    page.bring(".maps svg").await?;
    page.run(&format!("one(\"{}\").focus({{ preventScroll: true }})", map.node(0))).await?;
    let scrolled: f64 = page.ask("scrollY").await?;
    let frame = page.rect(".maps svg").await?;
    assert!(frame.y >= 0.0 && frame.y + frame.height <= 900.0, "{frame:?}");
    for key in [Key::Right, Key::Down, Key::Left, Key::Up, Key::Up, Key::Left] {
        page.press(key).await?;
    }
    assert_eq!(page.ask::<f64>("scrollY").await?, scrolled);
    Ok(())
}

#[tokio::test]
async fn who_is_left_out_never_gets_the_focus() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    map.open_filters(&page).await?;
    // Of a group other than the first one's: that is the next test.
    let group = map.groups.iter().copied().find(|it| *it != map.groups[0]).unwrap_or_default();
    map.check(&page, "group", Some(group)).await?;
    let hidden = map.look(&page).await?.actors("hidden");
    assert!(!hidden.is_empty());
    tab_in(&page, &map).await?;
    let seen = walk(&page, &map, map.actors.len() - hidden.len()).await?;
    assert!(seen.is_disjoint(&hidden), "{seen:?} but {hidden:?} are left out");
    Ok(())
}

#[tokio::test]
async fn the_tab_key_enters_also_where_the_first_actor_is_left_out() -> Result<()> {
    for visit in [Visit::to(Story::Own), Visit::to(Story::Own).sized(320, 800)] {
        let page = visit.open().await?;
        let map = Map::read(&page).await?;
        map.open_filters(&page).await?;
        let groups: BTreeSet<usize> = map.groups.iter().copied().collect();
        for group in groups {
            map.check(&page, "group", Some(group)).await?;
            let hidden = map.look(&page).await?.actors("hidden");
            let at = tab_in(&page, &map).await?;
            assert!(!hidden.contains(&at));
            assert_eq!(stops(&page).await?.len(), 1, "without group {group}");
            map.check(&page, "group", Some(group)).await?;
            assert_eq!(stops(&page).await?.len(), 1, "with group {group} again");
        }
    }
    Ok(())
}

#[tokio::test]
async fn l_leads_into_the_panel_and_escape_back() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    for (actor, key) in [(1, "l"), (6, "L"), (11, "l")] {
        page.run(&format!("one(\"{}\").focus()", map.node(actor))).await?;
        page.type_text(key).await?;
        let inside = "[one('[data-role=detail]').dataset.for,
            String(one('[data-role=detail]').contains(document.activeElement))]";
        let now: Vec<String> = page.ask(inside).await?;
        assert_eq!(now, [map.actors[actor].as_str(), "true"]);
        // From here the Tab key goes on to the button that closes it, and to the first relation.
        page.press(Key::Tab).await?;
        assert!(page.ask::<bool>("document.activeElement.matches('.shut')").await?);
        page.press(Key::Tab).await?;
        let link = "document.activeElement.matches('[data-role=detail] a')";
        assert!(page.ask::<bool>(link).await?);
        page.press(Key::Escape).await?;
        assert_eq!(focused(&page, &map).await?, Some(actor));
        assert_eq!(map.look(&page).await?.actors("focus"), BTreeSet::from([actor]));
        page.press(Key::Escape).await?;
        assert_eq!(focused(&page, &map).await?, Some(actor));
        assert!(map.look(&page).await?.actors("focus").is_empty());
    }
    Ok(())
}

#[tokio::test]
async fn the_part_that_is_shown_follows_the_keyboard() -> Result<()> {
    for visit in [Visit::to(Story::Own), Visit::to(Story::Own).sized(320, 800)] {
        let page = visit.open().await?;
        let map = Map::read(&page).await?;
        for _ in 0..4 {
            page.click("[data-zoom=in]").await?;
        }
        page.run(&format!("one(\"{}\").focus()", map.node(0))).await?;
        let keys = [Key::Right, Key::Down, Key::Down, Key::Left, Key::Up, Key::Right, Key::Up];
        for key in keys.iter().cycle().take(24) {
            let inside: bool = page
                .ask(
                    "(() => {
                        const shape = rect(document.activeElement.querySelector('.shape'));
                        const frame = rect(one('.maps svg'));
                        return shape.x >= frame.x && shape.y >= frame.y
                            && shape.x + shape.width <= frame.x + frame.width
                            && shape.y + shape.height <= frame.y + frame.height;
                    })()",
                )
                .await?;
            assert!(inside, "{:?} is out of the frame", focused(&page, &map).await?);
            page.press(key.clone()).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_node_says_who_it_is_and_the_focus_is_seen() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    tab_in(&page, &map).await?;
    for key in [Key::Right, Key::Down] {
        page.press(key).await?;
        let (ring, plain): (String, String) = page
            .ask(
                "(() => {
                    const look = it => {
                        const { stroke, strokeWidth } = getComputedStyle(it.querySelector('.hit'));
                        return stroke + strokeWidth;
                    };
                    const other = shown('.maps .node').find(it => it !== document.activeElement);
                    return [look(document.activeElement), look(other)];
                })()",
            )
            .await?;
        assert_ne!(ring, plain, "the node with the focus looks like any other");
    }
    let nameless: usize = page
        .ask("shown('.maps .node').filter(it => (it.ariaLabel ?? '').length < 10).length")
        .await?;
    assert_eq!(nameless, 0);
    Ok(())
}

#[tokio::test]
async fn the_keyboard_stays_in_the_map_when_its_actor_is_left_out() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    map.open_filters(&page).await?;
    map.check(&page, "group", Some(map.groups[0])).await?;
    let actor = *map.look(&page).await?.actors("hidden").iter().next().unwrap_or(&0);
    // Whoever is chosen is shown, whatever is filtered.
    map.choose(&page, "focus", &actor.to_string()).await?;
    for way in [true, false] {
        map.choose(&page, "focus", &actor.to_string()).await?;
        page.run(&format!("one(\"{}\").focus()", map.node(actor))).await?;
        assert_eq!(focused(&page, &map).await?, Some(actor));
        if way {
            page.press(Key::Escape).await?;
        } else {
            page.run("document.querySelector('#map .shut').click()").await?;
        }
        page.until(&format!("!shown(\"{}\").length", map.node(actor))).await?;
        let at = focused(&page, &map).await?;
        assert!(at.is_some_and(|it| it != actor), "the keyboard is at {at:?}");
    }
    Ok(())
}
