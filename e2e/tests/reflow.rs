//! Words in the charts are as large as words elsewhere, at every width.

use anyhow::{Result, ensure};
use e2e::{Page, Story, Visit};

/// Windows, from the narrowest phone on: where layouts change, on both sides, and between.
const WINDOWS: [u32; 8] = [280, 519, 520, 640, 759, 760, 1000, 1440];
/// Charts: those where another layout is shown from then on, and those before them. Wider ones there
/// are not beside the readout.
const CHARTS: [u32; 6] = [280, 519, 520, 640, 759, 760];

/// Checks that no words in a chart are smaller than 12 px on the screen.
async fn can_be_read(page: &Page, at: &str) -> Result<()> {
    let (n, small): (usize, Vec<String>) = page
        .ask(
            "(() => {
                const size = it => {
                    const svg = it.ownerSVGElement;
                    const scale = rect(svg).width / svg.viewBox.baseVal.width;
                    return parseFloat(getComputedStyle(it).fontSize) * scale;
                };
                const all = shown('.chart-svg text');
                const small = all.filter(it => size(it) < 11.9);
                return [all.length, small.map(it => `${words(it)}: ${size(it).toFixed(2)} px`)];
            })()",
        )
        .await?;
    ensure!(n > 10, "{at}: only {n} words");
    ensure!(small.is_empty(), "{at}: {small:?}");
    Ok(())
}

/// Gives the window the width at which the charts have that one.
async fn fit(page: &Page, chart: u32) -> Result<()> {
    let plots = "rect(one('.plots')).width";
    let mut window = chart + 32;
    // The margins grow with the window.
    for _ in 0..6 {
        page.resize(window, 900).await?;
        let wide = page.ask::<f64>(plots).await?.round() as u32;
        window = window + chart - wide;
    }
    let wide: f64 = page.ask(plots).await?;
    ensure!((wide - f64::from(chart)).abs() < 0.5, "the chart has {wide} px, not {chart}");
    page.settle().await
}

#[tokio::test]
async fn words_in_charts_are_never_smaller_than_12_px_before_the_wasm_and_after() -> Result<()> {
    for visit in [Visit::to(Story::Own).without_scripts(), Visit::to(Story::Own)] {
        let what = format!("{visit:?}");
        let page = visit.open().await?;
        for width in WINDOWS {
            page.resize(width, 900).await?;
            page.settle().await?;
            can_be_read(&page, &format!("a window of {width} px, {what}")).await?;
            let wide: f64 = page.ask("document.scrollingElement.scrollWidth").await?;
            ensure!(wide <= f64::from(width), "the page is {wide} px wide in {width}");
        }
        for width in CHARTS {
            fit(&page, width).await?;
            can_be_read(&page, &format!("a chart of {width} px, {what}")).await?;
        }
    }
    Ok(())
}
