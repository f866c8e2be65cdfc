//! A monkey at the page: ten thousand random deeds break nothing, and nothing piles up.

use std::env;

use anyhow::{Context, Result, bail};
use e2e::{Engine, Page, Story, Visit};
use serde_json::{Value, json};

const MONKEY: &str = include_str!("monkey.js");
/// Deeds on each screen, unless the variable `EXPLAINER_DEEDS` has another number. They go on in parts, since a script may
/// only take half a minute.
const N_DEEDS: usize = 5_000;
const PART: usize = 100;
/// Words of browsers about it.
const HASTE: [&str; 1] = ["Throttling navigation"];
/// Deeds before the memory is first measured: what is made once is there by then.
const WARM: usize = 2_500;

/// Deeds between two measures after that.
const WEIGHED_EACH: usize = 200;

/// What is in use once nothing is left to be thrown away: bytes of JavaScript, and nodes in the page or out of it. Only
/// Chromium can be asked for them.
async fn memory(page: &Page) -> Result<Option<[f64; 2]>> {
    if Engine::named()? != Engine::Chromium {
        return Ok(None);
    }
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = page.devtools_answer("Runtime.getHeapUsage", json!({})).await?;
    let dom = page.devtools_answer("Memory.getDOMCounters", json!({})).await?;
    let number = |it: &Value| it.as_f64().context("the browser has no number");
    Ok(Some([number(&heap["usedSize"])?, number(&dom["nodes"])?]))
}

/// Checks that no more is in use at the end than at the beginning, within a tenth. What is shown at one moment may need more than
/// what is at another, by more than that; what piles up is there at all of them. So the least of a third is compared.
fn stays_flat(memories: &[[f64; 2]], width: u32) {
    let n_compared = memories.len() / 3;
    for what in 0..2 {
        let least = |of: &[[f64; 2]]| of.iter().map(|it| it[what]).fold(f64::INFINITY, f64::min);
        let before = least(&memories[..n_compared]);
        let after = least(&memories[memories.len() - n_compared..]);
        assert!(after <= before * 1.1, "{width} px: {before}, then {after} in {memories:?}");
    }
}

/// What the console has been told but for what only the monkey's haste is to blame for.
async fn told(page: &Page) -> Result<Vec<String>> {
    let mut told = page.console().await?;
    // No hand is so quick at going back and forward that a browser would slow it down.
    told.retain(|it| !HASTE.iter().any(|haste| it.contains(haste)));
    Ok(told)
}

/// Where nothing is ever heard of the console, nothing would be found out.
async fn is_heard(page: &Page) -> Result<()> {
    page.run("console.error('a monkey comes')").await?;
    for _ in 0..100 {
        if page.console().await?.iter().any(|it| it.contains("a monkey comes")) {
            return Ok(());
        }
        page.settle().await?;
    }
    bail!("the console is not heard")
}

#[tokio::test]
async fn ten_thousand_deeds_break_nothing() -> Result<()> {
    let n_deeds = match env::var("EXPLAINER_DEEDS") {
        Ok(number) => number.parse().context("EXPLAINER_DEEDS is no number")?,
        Err(_) => N_DEEDS,
    };
    for ((width, height), seed) in [((1280, 900), 20_201_213), ((360, 740), 851_123)] {
        let page = Visit::to(Story::Own).sized(width, height).never_compiled().open().await?;
        page.until_records().await?;
        is_heard(&page).await?;
        page.run(MONKEY).await?;
        let mut memories = Vec::new();
        for done in (0..n_deeds).step_by(PART) {
            if done >= WARM && (done - WARM).is_multiple_of(WEIGHED_EACH) {
                memories.extend(memory(&page).await?);
            }
            assert!(page.ask::<bool>(&format!("monkey({}, {PART})", seed + done)).await?);
            assert_eq!(told(&page).await?, [""; 0], "after {done} of {width} px");
            // Widths come from the window, too.
            page.resize(width - (done as u32 / PART as u32 % 4) * 10, height).await?;
        }
        let state = "document.documentElement.dataset.state";
        assert_eq!(page.ask::<String>(state).await?, "ready");
        // It still answers.
        page.run("scrollTo(0, 0); document.documentElement.style.fontSize = ''").await?;
        page.press(e2e::Key::Escape).await?;
        let drawn = "[...document.querySelectorAll('[data-island=releases] .drawing')].map(it => it.innerHTML).join()";
        for view in ["waves", "places"] {
            // Whatever is drawn for one view is not what is drawn for the other.
            page.run(&format!(
                "window.before = {drawn}; document.querySelector('input[name=view][value={view}]').click()"
            ))
            .await?;
            page.until(&format!("document.querySelector('#releases').dataset.view === '{view}'"))
                .await?;
        }
        page.until(&format!("{drawn} !== window.before")).await?;
        memories.extend(memory(&page).await?);
        println!("{width} px, bytes and nodes: {memories:?}");
        stays_flat(&memories, width);
    }
    Ok(())
}
