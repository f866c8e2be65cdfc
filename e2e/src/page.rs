//! A page that somebody reads.

use std::cell::Cell;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use thirtyfour::session::scriptret::ScriptRet;

use crate::driver::Driver;
use crate::engine::Engine;
use crate::server::Server;

/// Functions for the questions of [`Page::ask`].
const PROBE: &str = include_str!("probe.js");
const CONSOLE: &str = include_str!("console.js");
/// How long something may take on a busy machine before it counts as not happening.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
pub(crate) const PAUSE: Duration = Duration::from_millis(20);

/// Where something stands, in CSS px.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Rect {
    /// The middle, in whole px, as pointers have it.
    pub fn middle(self) -> (i64, i64) {
        let whole = |it: f64| it.round() as i64;
        (whole(self.x + self.width / 2.0), whole(self.y + self.height / 2.0))
    }
}

/// An open page, its browser, and the host that it came from.
pub struct Page {
    pub(crate) engine: Engine,
    pub(crate) browser: WebDriver,
    /// Whether the page may run scripts.
    scripts: bool,
    pub(crate) server: Server,
    driver: Driver,
    /// How many lines of the console have been told.
    n_told: Cell<usize>,
    /// Removed after the browser is gone.
    _profile: TempDir,
}

impl Page {
    pub(crate) fn new(
        engine: Engine,
        browser: WebDriver,
        scripts: bool,
        server: Server,
        driver: Driver,
        profile: TempDir,
    ) -> Page {
        let n_told = Cell::new(0);
        Page { engine, browser, scripts, server, driver, n_told, _profile: profile }
    }

    /// Goes to the page by an address that ends like this, and waits until its HTML is there.
    pub async fn go(&self, suffix: &str) -> Result<()> {
        let url = self.server.url() + suffix;
        self.browser.goto(&url).await.with_context(|| format!("cannot open {url}"))?;
        if self.engine != Engine::Chromium {
            // From here on the console is heard, unless the document has led on to another.
            let _ = self.run("").await;
        }
        Ok(())
    }

    /// Loads the page again, as the reader's browser does at a press of its button.
    pub async fn reload(&self) -> Result<()> {
        self.browser.refresh().await.context("cannot load the page again")
    }

    /// Waits until the page has been taken over, and until it is known how high each part of it is. Where the script that finds
    /// this out does not come, for as long as it would take.
    pub async fn until_ready(&self) -> Result<()> {
        self.until("document.documentElement.dataset.state === 'ready'").await?;
        self.until(
            "!('fresh' in document.documentElement.dataset)
            || performance.now() - performance.getEntriesByName('explainer:ready')[0].startTime > 4000",
        )
        .await?;
        self.settle().await
    }

    /// Waits until the records of numbers and terms are at hand: they come after the page, or stand in it.
    pub async fn until_records(&self) -> Result<()> {
        self.until("document.querySelector('.sheet, .sheets[data-here]')").await
    }

    /// Waits until what follows from the last event, or from a new size, has been drawn.
    pub async fn settle(&self) -> Result<()> {
        if !self.scripts {
            // Nothing follows from an event but what the browser does before it answers again.
            return Ok(());
        }
        // A browser that nobody looks at now and then stops drawing; taking a picture makes it go on.
        let two_frames = "const done = arguments[0];
            setTimeout(() => done(false), 5000);
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true))))";
        for _ in 0..4 {
            let drawn = self.browser.execute_async(two_frames, vec![]).await;
            // Where the page is left meanwhile, Firefox says nothing, or that the script is gone.
            match drawn.context("the page is stuck") {
                Ok(drawn) if drawn.convert::<Option<bool>>()? == Some(true) => return Ok(()),
                Err(error) if self.engine == Engine::Chromium => return Err(error),
                _ => {}
            }
            self.browser.screenshot_as_png_base64().await.context("no picture of the page")?;
        }
        bail!("the page draws nothing");
    }

    /// The value of a JavaScript expression, which may use the functions of `probe.js`.
    pub async fn ask<T: DeserializeOwned>(&self, question: &str) -> Result<T> {
        let answer = self.execute(&format!("return ({question});")).await;
        let answer = answer.with_context(|| format!("asked for {question}"))?;
        answer.convert().with_context(|| format!("asked for {question}, got {}", answer.json()))
    }

    /// Runs JavaScript statements.
    pub async fn run(&self, statements: &str) -> Result<()> {
        let run = self.execute(statements).await;
        run.with_context(|| format!("ran {statements}")).map(drop)
    }

    async fn execute(&self, statements: &str) -> WebDriverResult<ScriptRet> {
        let console = if self.engine == Engine::Chromium { "" } else { CONSOLE };
        self.browser.execute(format!("{console}{PROBE}\n{statements}"), vec![]).await
    }

    /// Asks until a JavaScript expression holds. An error if it does not in a time that is ample.
    pub async fn until(&self, question: &str) -> Result<()> {
        let begin = Instant::now();
        loop {
            // While it goes from one page to the next, Firefox answers with nothing.
            let answer = self.ask::<Option<bool>>(&format!("!!({question})")).await;
            match answer {
                Ok(Some(true)) => return Ok(()),
                Err(error) if self.engine == Engine::Chromium || begin.elapsed() > PATIENCE => {
                    return Err(error);
                }
                _ if begin.elapsed() > PATIENCE => {
                    let console = self.console().await?;
                    bail!("never came true: {question}; the console says {console:?}");
                }
                _ => tokio::time::sleep(PAUSE).await,
            }
        }
    }

    /// The same of something outside the page, a file for example.
    pub async fn until_that(&self, holds: impl Fn() -> bool) -> Result<()> {
        let begin = Instant::now();
        while !holds() {
            ensure!(begin.elapsed() < PATIENCE, "it never came true");
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Where the first visible match of a selector stands in the window.
    pub async fn rect(&self, selector: &str) -> Result<Rect> {
        self.ask(&format!("rect(one({}))", json!(selector))).await
    }

    /// Gives the window that many CSS px. Scroll bars take none of them.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine != Engine::Chromium {
            return self.resize_window(width, height).await;
        }
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", size).await
    }

    /// The same from outside, with the frame that the window has.
    async fn resize_window(&self, width: u32, height: u32) -> Result<()> {
        let wanted = (f64::from(width), f64::from(height));
        for _ in 0..3 {
            let now: (f64, f64) = self.ask("[innerWidth, innerHeight]").await?;
            if now == wanted {
                break;
            }
            let rect = self.browser.get_window_rect().await?;
            // Where a px of the page is several of the screen.
            let scale: f64 = match self.engine {
                Engine::Firefox => 1.0,
                _ => self.ask("devicePixelRatio").await?,
            };
            let outer = |outer: i64, inner: f64, wanted: f64| {
                u32::try_from(outer + ((wanted - inner) * scale) as i64).unwrap_or(0)
            };
            let (w, h) = (outer(rect.width, now.0, wanted.0), outer(rect.height, now.1, wanted.1));
            let (x, y) = self.engine.corner();
            self.browser.set_window_rect(x, y, w, h).await.context("the window keeps its size")?;
            // The page is told a moment later.
            let told = format!("innerWidth === {width} && innerHeight === {height}");
            let begin = Instant::now();
            while !self.ask::<bool>(&told).await? && begin.elapsed() < Duration::from_secs(1) {
                tokio::time::sleep(PAUSE).await;
            }
        }
        let now: (f64, f64) = self.ask("[innerWidth, innerHeight]").await?;
        ensure!(now == wanted, "the window is {now:?}, not {wanted:?}");
        Ok(())
    }

    /// The window as it looks, as a PNG.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        self.browser.screenshot_as_png().await.context("no picture of the page")
    }

    /// The address in the address bar.
    pub async fn url(&self) -> Result<String> {
        Ok(self.browser.current_url().await?.to_string())
    }

    /// The same without what is chosen in it, and without the figure or the step in which it was.
    pub async fn place(&self) -> Result<String> {
        let url = self.url().await?;
        let (address, fragment) = url.split_once('#').unwrap_or((&url, ""));
        let place = address.split('?').next().unwrap_or_default().to_owned();
        Ok(match fragment {
            "" | "releases" | "held" | "map" => place,
            it if it.starts_with("step-") => place,
            _ => format!("{place}#{fragment}"),
        })
    }

    /// How many tabs the browser has.
    pub async fn n_tabs(&self) -> Result<usize> {
        Ok(self.browser.windows().await?.len())
    }

    /// What the console has been told since this was last asked. Drivers other than Chromium's do not say: there it is what
    /// the document has told since it was first asked anything, and the errors that Firefox writes out before.
    pub async fn console(&self) -> Result<Vec<String>> {
        if self.engine == Engine::Chromium {
            let log = self.browser.get_log("browser").await.context("cannot read the console")?;
            return Ok(log.into_iter().map(|it| format!("{}: {}", it.level, it.message)).collect());
        }
        let lines = self.driver.lines().into_iter().filter(|it| self.engine.is_console(it));
        let lines: Vec<String> = lines.collect();
        let before = self.n_told.replace(lines.len());
        let told: Vec<String> = self.ask("window.toldConsole.splice(0)").await?;
        Ok(lines.into_iter().skip(before).chain(told).collect())
    }

    /// Paths that pages have asked the host for, in order.
    pub fn requested(&self) -> Vec<String> {
        self.server.requested()
    }

    /// Scheme, host and port of the host.
    pub fn origin(&self) -> String {
        self.server.origin()
    }

    /// Lets the wasm go that [`Wasm::Held`](crate::Wasm::Held) has kept back.
    pub fn serve_wasm(&self) {
        self.server.serve_wasm();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // In place of what the library would do, which takes two minutes from within a runtime.
        let _ = self.browser.clone().leak();
        let _ = self.driver.end_session(&self.browser.session_id().to_string());
    }
}
