//! How fast the page is on a slow phone: from a real nginx with `docs/nginx.conf`, on Slow 4G (1.6 Mbit/s, 150 ms) and with
//! a processor slowed down four times, in Chromium. Medians of some first visits, each in a browser of its own.
//!
//! `EXPLAINER_DIST=$PWD/dist cargo run --release -p e2e --example speed`; `benches/README.md` says what the figures mean.

// A program says what it has found.
#![allow(clippy::print_stdout)]

use anyhow::{Context, Result};
use e2e::{Nginx, Page, Story, Visit, Wasm};
use serde_json::{Value, json};

const N_VISITS: usize = 9;
const N_MOVES: usize = 50;
const N_CLICKS: usize = 25;

/// Listens before anything else runs.
const PROBE: &str = r#"
window.seen = { busy: 0, moved: 0, events: [] };
const observe = (type, then, more) =>
    new PerformanceObserver(it => it.getEntries().forEach(then)).observe({ type, buffered: true, ...more });
observe('longtask', it => { seen.busy += Math.max(0, it.duration - 50); });
observe('layout-shift', it => { if (!it.hadRecentInput) seen.moved += it.value; });
observe('event', it => { if (it.interactionId) seen.events.push([it.interactionId, it.duration]); }, { durationThreshold: 16 });
const look = () => {
    if (!document.querySelector('figure[data-figure=releases] svg path')) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => { seen.chart = performance.now(); }));
};
look();
"#;

/// What one visit took: ms, unless a name says otherwise.
const NAMES: [&str; 8] = [
    "first paint",
    "chart visible",
    "everything interactive",
    "total blocking time",
    "layout shift (a score)",
    "work per pointer move, throttled",
    "click to paint, p98 of 25",
    "first load, kB as sent (gzip)",
];

async fn number(page: &Page, question: &str) -> Result<f64> {
    page.ask(question).await
}

/// How long the main thread has been at work, in ms.
async fn worked(page: &Page) -> Result<f64> {
    let answer = page.devtools_answer("Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().context("no metrics")?;
    let found = metrics.iter().find(|it| it["name"] == "TaskDuration");
    Ok(found.and_then(|it| it["value"].as_f64()).context("no such metric")? * 1000.0)
}

async fn mouse(page: &Page, kind: &str, x: f64, y: f64, button: &str) -> Result<()> {
    let event: Value = json!({"type": kind, "x": x, "y": y, "button": button, "clickCount": 1});
    page.devtools("Input.dispatchMouseEvent", event).await
}

async fn visit(nginx: &Nginx) -> Result<[f64; 8]> {
    // Any file of the folder but the page: it comes once the network is slow.
    let page = Visit::to(Story::Own).by("icon-48.png").with_wasm(Wasm::Held).open().await?;
    let network = json!({
        "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750,
    });
    page.devtools("Network.enable", json!({})).await?;
    page.devtools("Performance.enable", json!({})).await?;
    page.devtools("Network.emulateNetworkConditions", network).await?;
    page.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 4})).await?;
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": PROBE})).await?;
    page.go_to(&nginx.url()).await?;
    page.until_ready().await?;
    let ready = "performance.getEntriesByName('explainer:ready')[0].startTime";
    // What is begun as soon as the page is interactive is part of it.
    page.until(&format!("performance.now() > {ready} + 2000 && seen.chart")).await?;
    let load = [
        number(&page, "performance.getEntriesByName('first-contentful-paint')[0].startTime")
            .await?,
        number(&page, "seen.chart").await?,
        number(&page, ready).await?,
        number(&page, "seen.busy").await?,
        number(&page, "seen.moved").await?,
    ];
    let sent = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .filter(it => it.entryType === 'navigation' || /explainer-[^/]*(js|wasm)$/.test(it.name))
        .reduce((sum, it) => sum + it.encodedBodySize, 0) / 1000";
    let sent = number(&page, sent).await?;

    let area = page.bring("#releases .plots").await?;
    let before = worked(&page).await?;
    for nth in 0..N_MOVES {
        let part = nth as f64 / N_MOVES as f64;
        let (x, y) = (area.x + area.width * (0.06 + 0.9 * part), area.y + area.height * 0.5);
        mouse(&page, "mouseMoved", x, y, "none").await?;
    }
    let moved = (worked(&page).await? - before) / N_MOVES as f64;

    page.bring("#map .maps").await?;
    let nodes: Vec<(f64, f64)> = page
        .ask(
            "shown('#map .node .shape').map(it => rect(it)).map(it => [it.x + it.width / 2, it.y + it.height / 2])
                .filter(([x, y]) => y > 0 && y < innerHeight)",
        )
        .await?;
    page.run("seen.events.length = 0").await?;
    for (x, y) in nodes.iter().cycle().take(N_CLICKS) {
        mouse(&page, "mousePressed", *x, *y, "left").await?;
        mouse(&page, "mouseReleased", *x, *y, "left").await?;
        page.settle().await?;
    }
    // What is faster is not told. Of 25, the 98th per cent is the slowest.
    let longest = "Math.max(16, ...seen.events.map(it => it[1]))";
    let clicked = number(&page, longest).await?;
    let [paint, chart, ready, busy, shift] = load;
    Ok([paint, chart, ready, busy, shift, moved, clicked, sent])
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let nginx = Nginx::start(Story::Own)?;
    let mut visits = Vec::new();
    for _ in 0..N_VISITS {
        visits.push(visit(&nginx).await?);
    }
    println!("| median of {N_VISITS} | |\n| --- | ---: |");
    for (nth, name) in NAMES.iter().enumerate() {
        let mut values: Vec<f64> = visits.iter().map(|it| it[nth]).collect();
        values.sort_by(f64::total_cmp);
        println!("| {name} | {:.1} |", values[N_VISITS / 2]);
    }
    Ok(())
}
