//! Pages of others, from another site, that show a piece of the explainer in a frame.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::engine::Engine;
use crate::page::{PATIENCE, PAUSE, Page, Rect};
use crate::server::{Server, Wasm};
use crate::story::Story;
use crate::visit::Visit;

/// Libraries of host pages, and where they are fetched to.
const HOSTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/hosts");
/// Stands in for a piece.
const SAMPLE: &str = include_str!("sample.html");
/// What each piece has inline in its head.
const FRAME: &str = include_str!("../../src/script/frame.js");
/// What we offer to hosts.
const EMBED: &str = include_str!("../../public/embed-1.js");

/// A page for embedding.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// Where it stands, with a query or a fragment if it has one.
    address: &'static str,
    /// What grows it at a click, and shrinks it at the next.
    opener: &'static str,
    /// If it is the stand-in: attributes of its root, and what else is in its head.
    sample: Option<(&'static str, &'static str)>,
    /// Whether its host lets frames without an origin read modules and wasm.
    allows_any: bool,
}

impl Piece {
    /// The stand-in: a page with the script of the pieces and nothing else of ours.
    pub const SAMPLE: Piece =
        Piece { sample: Some(("", "")), ..Piece::built("embed/sample/", "summary") };

    /// A piece of the build.
    pub const fn built(address: &'static str, opener: &'static str) -> Piece {
        Piece { address, opener, sample: None, allows_any: false }
    }

    /// Whether the wasm takes it over.
    pub fn is_interactive(self) -> bool {
        let path = self.address.split('?').next().unwrap_or_default();
        ["releases", "held", "map", "story"].iter().any(|it| path == format!("embed/{it}/"))
    }

    /// The same on a host that is set up as `docs/nginx.conf` and `public/_headers` say.
    pub const fn on_its_host(self) -> Piece {
        Piece { allows_any: true, ..self }
    }

    /// The same by an address with a query or a fragment.
    pub const fn at(self, address: &'static str) -> Piece {
        Piece { address, ..self }
    }

    /// A stand-in with attributes on its root and more in its head.
    pub const fn sample(attributes: &'static str, head: &'static str) -> Piece {
        Piece { sample: Some((attributes, head)), ..Piece::SAMPLE }
    }

    async fn serve(self) -> Result<Server> {
        let Some((attributes, head)) = self.sample else {
            return Server::start(Story::Own.folder()?, "/", Wasm::Served).await;
        };
        let html = SAMPLE
            .replace("<!--attributes-->", attributes)
            .replace("<!--frame-->", FRAME)
            .replace("<!--extra-->", head);
        let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let started = "document.documentElement.dataset.started =";
        let module = format!("export default it => {{ {started} it.module_or_path }}");
        let classic = format!("{started} 'classic'");
        let added = vec![
            file("embed/sample/index.html", &html),
            file("embed-1.js", EMBED),
            file("sample.js", &module),
            file("sample.classic.js", &classic),
        ];
        Server::start_with(HOSTS.into(), added, "/", Wasm::Served).await
    }
}

/// What a frame has and what it needs, in px.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Fit {
    /// From the top to the lower margin of what is in it.
    needed: f64,
    /// How far it can be scrolled, its own height included; 0 if not at all.
    scrolls: f64,
}

const FIT: &str = "(() => {
    const { scrollHeight, clientHeight } = document.scrollingElement;
    const margin = parseFloat(getComputedStyle(document.body).marginBottom);
    const needed = document.body.getBoundingClientRect().bottom + scrollY + margin;
    return { needed, scrolls: scrollHeight > clientHeight ? scrollHeight : 0 };
})()";

/// The address of a server by another name than that of the page around the frame: so it is another site,
/// not only another origin, and browsers give it a process of its own, as they do to frames of others.
fn elsewhere(server: &Server) -> String {
    server.url().replace("127.0.0.1", "localhost")
}

/// A page with a frame, open in a browser.
pub struct Host {
    piece: Piece,
    frames: Server,
    page: Page,
}

impl Host {
    /// Opens a page with that body, on a screen of 700 px. In it, `{frame}` is the address of the piece
    /// and `{ours}` the folder of the explainer; `node_modules/` is beside it.
    pub async fn open(piece: Piece, body: &str) -> Result<Host> {
        Self::open_on(piece, "", body).await
    }

    /// The same with something in the head of the page.
    pub async fn open_on(piece: Piece, head: &str, body: &str) -> Result<Host> {
        ensure!(
            !body.contains("node_modules/") || Path::new(HOSTS).join("node_modules").is_dir(),
            "the libraries of hosts are not there: run `cargo xtask test`, or `npm ci` in e2e/hosts"
        );
        let frames = piece.serve().await?;
        if piece.allows_any {
            frames.allow_any_origin();
        }
        let ours = elsewhere(&frames);
        let html = format!(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A paper</title>\n\
            <link rel=\"icon\" href=\"data:,\">{head}</head>\n<body>{body}</body></html>\n"
        )
        .replace("{frame}", &(ours.clone() + piece.address))
        .replace("{ours}", &ours);
        let added = vec![("index.html".to_owned(), html)];
        let server = Server::start_with(HOSTS.into(), added, "/", Wasm::Served).await?;
        let page = Visit::to(Story::Own).sized(700, 1200).browse(server).await?;
        // To ask a frame for its size before it has one makes browsers lay it out at no width.
        page.until("document.readyState === 'complete'").await?;
        page.settle().await?;
        Ok(Host { piece, frames, page })
    }

    /// The page around the frame.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The address of the piece.
    pub fn address(&self) -> String {
        self.ours() + self.piece.address
    }

    /// The folder of the explainer.
    pub fn ours(&self) -> String {
        elsewhere(&self.frames)
    }

    /// Paths that the frames have asked for.
    pub fn requested(&self) -> Vec<String> {
        self.frames.requested()
    }

    /// How high the content of a frame may be, in the order of the page.
    pub async fn height(&self, frame: u16) -> Result<f64> {
        self.page.ask(&format!("document.querySelectorAll('iframe')[{frame}].clientHeight")).await
    }

    /// The value of a JavaScript expression in the first frame.
    pub async fn inside<T: DeserializeOwned>(&self, question: &str) -> Result<T> {
        self.inside_of(0, question).await
    }

    /// The same in any frame.
    pub async fn inside_of<T: DeserializeOwned>(&self, frame: u16, question: &str) -> Result<T> {
        self.page.browser.enter_frame(frame).await.context("there is no such frame")?;
        let answer = self.page.ask(question).await;
        self.page.browser.enter_default_frame().await.context("cannot leave the frame")?;
        answer
    }

    /// Asks until it holds in the first frame.
    pub async fn until_inside(&self, question: &str) -> Result<()> {
        let begin = Instant::now();
        while !self.inside::<bool>(&format!("!!({question})")).await? {
            ensure!(begin.elapsed() < PATIENCE, "never came true in the frame: {question}");
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Clicks on what stands in the first frame, once it and the frame stay where they are.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let begin = Instant::now();
        let mut point = self.bring(selector).await?;
        loop {
            let before = point;
            point = self.bring(selector).await?;
            if point == before {
                break;
            }
            ensure!(begin.elapsed() < PATIENCE, "{selector} does not stay in its place");
        }
        if self.page.engine == Engine::Chromium {
            return self.page.click_at(point.0, point.1).await;
        }
        // Others' drivers do not point from the page into a frame that another process has.
        let (x, y) =
            self.inside::<Rect>(&format!("target(one({}))", json!(selector))).await?.middle();
        self.page.browser.enter_frame(0).await.context("there is no such frame")?;
        let clicked = self.page.click_at(x, y).await;
        self.page.browser.enter_default_frame().await.context("cannot leave the frame")?;
        clicked
    }

    /// Scrolls to what stands in the first frame; says where to point at it.
    async fn bring(&self, selector: &str) -> Result<(i64, i64)> {
        let inner: Rect = self.inside(&format!("target(one({}))", json!(selector))).await?;
        let middle = inner.y + inner.height / 2.0;
        self.page.run(&format!(
            "const to = rect(document.querySelector('iframe')).y + scrollY + {middle} - innerHeight / 2;
            scrollTo({{ top: to, behavior: 'instant' }})"
        ))
        .await?;
        self.page.settle().await?;
        let outer = self.page.rect("iframe").await?;
        Ok(Rect { x: outer.x + inner.x, y: outer.y + inner.y, ..inner }.middle())
    }

    /// Waits until a frame is as high as its content, within 1 px; says how high.
    pub async fn fits(&self, frame: u16) -> Result<f64> {
        let begin = Instant::now();
        loop {
            let fit: Fit = self.inside_of(frame, FIT).await?;
            let height = self.height(frame).await?;
            let spare = height - fit.needed;
            if fit.needed > 0.0 && spare.abs() < 1.0 && fit.scrolls <= height {
                return Ok(height);
            }
            if begin.elapsed() > PATIENCE {
                bail!("the frame stays {height} px high, but {fit:?}");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The first frame is right when the page has loaded, when its content grows and shrinks again,
    /// and when the screen becomes narrow and wide again.
    pub async fn follows(&self) -> Result<()> {
        let first = self.fits(0).await.context("after loading")?;
        self.click(self.piece.opener).await?;
        let grown = self.fits(0).await.context("after growing")?;
        ensure!(grown > first + 20.0, "nothing grew: {first} px, then {grown} px");
        self.click(self.piece.opener).await?;
        let shrunk = self.fits(0).await.context("after shrinking")?;
        ensure!((shrunk - first).abs() <= 1.0, "{first} px, and {shrunk} px when closed again");
        // The frame is drawn by another process, in its own time; out of sight that takes longer.
        self.page.resize(320, 800).await?;
        self.until_inside("document.body.offsetWidth <= 320").await?;
        let narrow = self.fits(0).await.context("on a narrow screen")?;
        ensure!(narrow != first, "a narrow screen makes no difference");
        self.page.resize(700, 1200).await?;
        self.until_inside("document.body.offsetWidth > 320").await?;
        self.fits(0).await.context("on a wide screen again").map(drop)
    }
}
