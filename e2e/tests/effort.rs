//! How much of the page a reader's move changes: a handful of elements, however long the story is.

use anyhow::Result;
use e2e::{Chart, Page, Story, Visit};
use serde::Deserialize;

/// What a move may change: marks and the line in the chart, the readout, rows of the table.
const A_HANDFUL: usize = 13;

/// A change of the page.
#[derive(Debug, Deserialize)]
struct Change {
    /// The element, by its class or its name.
    what: String,
    /// The attribute, or "childList".
    of: String,
}

/// What has changed since this was last asked.
async fn changes(page: &Page) -> Result<Vec<Change>> {
    page.ask(
        // The map lights who had a part in a release; how many change there is the map's matter.
        "window.changes.splice(0).filter(it => !it.target.closest?.('.maps')).map(it => ({
            what: it.target.getAttribute?.('class') ?? it.target.nodeName,
            of: it.attributeName ?? it.type,
        }))",
    )
    .await
}

#[tokio::test]
async fn a_move_of_the_pointer_touches_a_handful_of_elements() -> Result<()> {
    for chart in [Chart::RELEASES, Chart::HELD] {
        let page = Visit::to(Story::Own).open().await?;
        page.bring(&chart.layer()).await?;
        page.run(
            "window.changes = [];
            new MutationObserver(list => window.changes.push(...list)).observe(document, {
                subtree: true, childList: true, attributes: true, characterData: true,
            });",
        )
        .await?;
        let marks = chart.marks(&page).await?;
        let y = chart.frame(&page).await?.middle().1;
        let mut n_moves = 0;
        for mark in marks.iter().step_by(3) {
            page.point_at(mark.middle().0, y).await?;
            let changes = changes(&page).await?;
            assert!(changes.len() <= A_HANDFUL, "{}: {changes:#?}", changes.len());
            let drawn = changes.iter().filter(|it| it.of == "childList" && it.what == "drawing");
            assert_eq!(drawn.count(), 0, "the chart is drawn anew");
            n_moves += usize::from(!changes.is_empty());
        }
        assert!(n_moves > 3, "only {n_moves} moves chose something");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_not_drawn_has_the_height_of_the_window_it_is_in() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let far = "document.querySelectorAll('[data-far]').length > 5";
    let heights =
        "[...document.querySelectorAll('main > *')].map(it => Math.round(rect(it).height))";
    page.until(far).await?;
    for width in [720, 1100] {
        page.resize(width, 800).await?;
        page.until(&format!("innerWidth === {width}")).await?;
        // Charts that are seen are drawn anew before anything is left out again.
        page.settle().await?;
        page.until(far).await?;
        let left_out: Vec<i32> = page.ask(heights).await?;
        page.run("for (const it of document.querySelectorAll('[data-far]')) it.style.contentVisibility = 'visible'").await?;
        assert_eq!(left_out, page.ask::<Vec<i32>>(heights).await?, "at {width}");
        page.run("for (const it of document.querySelectorAll('[data-far]')) it.style.contentVisibility = ''").await?;
    }
    Ok(())
}

/// To measure what is far, browsers would lay it out.
#[tokio::test]
async fn a_chart_is_drawn_anew_once_it_comes_near() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let widths = "[...document.querySelectorAll('#island-held .chart-svg')].map(it => it.viewBox.baseVal.width)";
    page.until("document.querySelector('#held').hasAttribute('data-far')").await?;
    page.settle().await?;
    let prerendered = [280.0, 520.0, 760.0];
    assert_eq!(page.ask::<Vec<f64>>(widths).await?, prerendered, "drawn anew while it is far");
    page.bring("#island-held .plots").await?;
    page.until(&format!("`${{{widths}}}` !== '280,520,760'")).await
}

/// Whatever a style asks by `:has` is looked through whenever anything in it changes.
#[tokio::test]
async fn no_style_asks_what_is_around_a_readout_what_is_in_it() -> Result<()> {
    for place in ["", "embed/releases/", "embed/map/"] {
        let page = Visit::to(Story::Own).by(place).open().await?;
        let (n_asked, around): (usize, Vec<String>) = page
            .ask(
                r"(() => {
                    const rules = list => [...list].flatMap(it => [it, ...rules(it.cssRules ?? [])]);
                    const selectors = [...document.styleSheets].flatMap(it => rules(it.cssRules))
                        .map(it => it.selectorText ?? '');
                    const asked = selectors.flatMap(it => [...it.matchAll(/([^\s,>~+(]*)(?::not\()?:has\(/g)])
                        .map(it => it[1].replace(/:not$/, '') || '*');
                    const holds = it => [...document.querySelectorAll(it)].some(it => it.querySelector('.readout'));
                    return [asked.length, asked.filter(holds)];
                })()",
            )
            .await?;
        assert!(n_asked > 0, "the styles ask nothing, so this finds nothing");
        assert_eq!(around, [""; 0], "in {place:?}");
    }
    Ok(())
}
