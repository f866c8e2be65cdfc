//! What a choice touches in the page, and what odd values do to it.

use std::collections::BTreeSet;

use anyhow::Result;
use e2e::{Key, Look, Map, Page, Story, Visit};

/// Begins to count changes in the map, its list and its table.
const WATCH: &str = "
    window.seen = { classes: 0, others: [], children: 0 };
    const of = '.maps, .dossiers, .relations-table';
    new MutationObserver(all => all.forEach(({ type, target, attributeName }) => {
        if (!target.closest?.(of)) return;
        if (type !== 'attributes') window.seen.children += 1;
        else if (attributeName === 'class') window.seen.classes += 1;
        else window.seen.others.push(attributeName);
    })).observe(document.documentElement, { attributes: true, childList: true, subtree: true });";

/// What has changed since this was last asked.
async fn changes(page: &Page) -> Result<(usize, Vec<String>, usize)> {
    page.ask(
        "(() => {
            const { classes, others, children } = window.seen;
            window.seen = { classes: 0, others: [], children: 0 };
            return [classes, others, children];
        })()",
    )
    .await
}

/// How many classes come or go from one look to the other, in two drawings, the table and the list.
fn differ(before: &Look, now: &Look) -> usize {
    let marks = |before: &[BTreeSet<String>], now: &[BTreeSet<String>]| -> usize {
        before.iter().zip(now).map(|(a, b)| a.symmetric_difference(b).count()).sum()
    };
    // Words of a relation are shown while it stands out.
    let shown = |it: &BTreeSet<String>| it.contains("highlighted");
    let told = before.edges.iter().zip(&now.edges).filter(|(a, b)| shown(a) != shown(b)).count();
    // What is left out is so in the dossiers of both ends.
    let hidden = |it: &BTreeSet<String>| it.contains("hidden");
    let left = before.edges.iter().zip(&now.edges).filter(|(a, b)| hidden(a) != hidden(b)).count();
    2 * (left + marks(&before.nodes, &now.nodes) + marks(&before.edges, &now.edges) + told)
        + marks(&before.rows, &now.rows)
        + marks(&before.entries, &now.entries)
}

#[tokio::test]
async fn a_choice_touches_only_what_looks_otherwise() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let page = Visit::to(story).open().await?;
        let map = Map::read(&page).await?;
        map.open_filters(&page).await?;
        page.run(WATCH).await?;
        let mut before = map.look(&page).await?;
        for step in 0..12 {
            let at = step * 3 % map.actors.len();
            match step % 6 {
                3 => map.choose(&page, "chain", &at.to_string()).await?,
                4 => map.check(&page, "group", Some(map.groups[at])).await?,
                5 => map.choose(&page, "kind", "1").await?,
                _ => map.choose(&page, "focus", &at.to_string()).await?,
            }
            let now = map.look(&page).await?;
            let (classes, others, children) = changes(&page).await?;
            assert_eq!(classes, differ(&before, &now), "step {step}");
            // The stop of the Tab key may go elsewhere, in both drawings.
            assert!(others.len() <= 4 && others.iter().all(|it| it == "tabindex"), "{others:?}");
            assert_eq!(children, 0, "step {step} puts elements in or takes them out");
            before = now;
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_is_chosen_again_touches_nothing() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    map.click_node(&page, 2).await?;
    page.run(WATCH).await?;
    map.click_node(&page, 2).await?;
    page.press(Key::Enter).await?;
    assert_eq!(changes(&page).await?, (0, Vec::new(), 0));
    Ok(())
}

#[tokio::test]
async fn odd_addresses_do_no_harm() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    let whole = map.look(&page).await?;
    for suffix in [
        "?view=%22]",
        "?view=\"]",
        "?view",
        "?view=&view=&=&&",
        "?view=%",
        "?view=<script>#actor-",
        "#\"]",
        "#actor-nobody",
        "#%E0%A4%A",
    ] {
        page.go(suffix).await?;
        page.reload().await?;
        page.until_ready().await?;
        assert_eq!(map.look(&page).await?, whole, "{suffix}");
        map.click_node(&page, 0).await?;
        let now: String =
            page.ask("document.querySelector('[data-role=detail]').dataset.for").await?;
        assert_eq!(now, map.actors[0], "{suffix}");
        assert_eq!(page.console().await?, [""; 0], "{suffix}");
    }
    Ok(())
}

#[tokio::test]
async fn odd_values_in_the_controls_do_no_harm() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let page = Visit::to(story).open().await?;
        let map = Map::read(&page).await?;
        let whole = map.look(&page).await?;
        let odd = ["-1", "999", "65535", "65536", "4294967296", "1e3", "\"]", "0x1", "NaN", " 1"];
        page.run(&format!(
            "for (const field of document.querySelectorAll('.tools select'))
                for (const value of {odd:?})
                    field.append(new Option(value, value));
            const slider = document.querySelector('.tools [name=release]');
            slider.max = 1e9; slider.min = -1e9;"
        ))
        .await?;
        for name in ["focus", "chain", "kind", "release"] {
            for value in odd {
                map.choose(&page, name, value).await?;
                let look = map.look(&page).await?;
                assert!(look.actors("hidden").is_empty(), "{name} = {value}");
                map.choose(&page, "chain", "0").await?;
            }
            for name in ["chain", "focus", "kind"] {
                map.choose(&page, name, "").await?;
            }
        }
        map.choose(&page, "release", "0").await?;
        // Some have no relation yet.
        let first = map.look(&page).await?;
        map.choose(&page, "focus", "1").await?;
        let now: String =
            page.ask("document.querySelector('[data-role=detail]').dataset.for").await?;
        assert_eq!(now, map.actors[1]);
        map.choose(&page, "focus", "").await?;
        let look = map.look(&page).await?;
        assert_eq!(look.actors("muted"), first.actors("muted"));
        assert_eq!(look.edges.len(), whole.edges.len());
        assert_eq!(page.console().await?, [""; 0]);
    }
    Ok(())
}
