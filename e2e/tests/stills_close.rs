//! Pictures of a part of the map.

use anyhow::Result;
use e2e::{Map, Story, Visit};

use crate::stills::{open, save};

#[tokio::test]
async fn a_part_of_the_map_is_saved_as_it_is_shown() -> Result<()> {
    let page = open(Visit::to(Story::Own)).await?;
    let map = Map::read(&page).await?;
    map.choose(&page, "focus", "0").await?;
    for _ in 0..3 {
        page.click("[data-zoom=in]").await?;
    }
    save(&page, "map", "svg").await?;
    // Names and words of relations, by where they stand from the first of them, and how wide lines are drawn.
    page.run(
        "window.drawn = svg => {
            const texts = [...svg.querySelectorAll('text')].filter(it => it.getClientRects().length && it.textContent.trim());
            const scale = parseFloat(svg.getAttribute('width')) / svg.viewBox.baseVal.width;
            // In the file it is an attribute; on the screen a width that is the same however close one looks.
            const lines = [...svg.querySelectorAll('path[marker-end^=url], path[marker-start^=url], .highlighted path')].map(it =>
                parseFloat(it.getAttribute('stroke-width')) * scale || parseFloat(getComputedStyle(it).strokeWidth));
            const from = rect(texts[0]);
            return {
                overflow: getComputedStyle(svg).overflow,
                widest: Math.max(...lines),
                texts: texts.map(it => [words(it), rect(it)]).map(([words, { x, y, width }]) =>
                    [words, Math.round(x - from.x), Math.round(y - from.y), Math.round(width)]),
            };
        };
        (async () => {
            const saved = document.createElement('div');
            saved.innerHTML = await files['map.svg'].text();
            document.body.append(saved);
            window.saved = drawn(saved.querySelector('svg svg'));
            window.shown_now = drawn(shown('.maps svg')[0]);
        })()",
    )
    .await?;
    page.until("window.shown_now").await?;
    type Drawn = (Vec<(String, i64, i64, i64)>, f64, String);
    let of = |it: &str| format!("[{it}.texts, {it}.widest, {it}.overflow]");
    let saved: Drawn = page.ask(&of("saved")).await?;
    let shown: Drawn = page.ask(&of("shown_now")).await?;
    assert!(saved.0.len() > 30, "too few words to tell: {:?}", saved.0);
    assert_eq!(saved.0.len(), shown.0.len());
    for (saved, shown) in saved.0.iter().zip(&shown.0) {
        let off = [saved.1 - shown.1, saved.2 - shown.2, saved.3 - shown.3];
        let is_there = saved.0 == shown.0 && off.iter().all(|it| it.abs() <= 4);
        assert!(is_there, "{saved:?} is {shown:?} on the screen");
    }
    assert!((saved.1 - shown.1).abs() < 0.3, "lines of {} px are {} px", shown.1, saved.1);
    assert_eq!((saved.2.as_str(), shown.2.as_str()), ("hidden", "hidden"));
    Ok(())
}
