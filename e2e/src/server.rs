//! A static host on this machine, with a door in front of the wasm.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{convert::Infallible, fs};

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, HeaderValue, REFERER,
};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

/// What becomes of a request for the wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wasm {
    /// It is answered.
    Served,
    /// It waits until the door is opened.
    Held,
    /// It finds nothing, as on a host that lost the file.
    Missing,
}

/// Serves the folder of a build until it is dropped or stopped.
pub(crate) struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    accepting: JoinHandle<()>,
}

struct Shared {
    root: Mutex<PathBuf>,
    /// How many requests are still answered from that folder, and which one takes its place.
    next: Mutex<Option<(usize, PathBuf)>>,
    /// Files that a test adds to the folder, by path.
    added: Vec<(String, String)>,
    /// Path at which the folder stands; begins and ends with a slash.
    base: String,
    requested: Mutex<Vec<String>>,
    /// Whether the worker's script was among what was asked for.
    asked_for_worker: AtomicBool,
    /// Whether pages of any origin may read the files, as our configurations of hosts say.
    allows_any: AtomicBool,
    wasm: watch::Sender<Wasm>,
}

impl Server {
    /// Listens on a free port.
    pub(crate) async fn start(root: PathBuf, base: &str, wasm: Wasm) -> Result<Server> {
        Self::start_with(root, Vec::new(), base, wasm).await
    }

    /// The same, with files that stand in no folder.
    pub(crate) async fn start_with(
        root: PathBuf,
        added: Vec<(String, String)>,
        base: &str,
        wasm: Wasm,
    ) -> Result<Server> {
        let listener =
            TcpListener::bind(("127.0.0.1", 0)).await.context("no port to serve the page at")?;
        let address = listener.local_addr().context("no address to serve the page at")?;
        let shared = Arc::new(Shared {
            root: Mutex::new(root),
            next: Mutex::default(),
            added,
            base: base.to_owned(),
            requested: Mutex::default(),
            asked_for_worker: AtomicBool::new(false),
            allows_any: AtomicBool::new(false),
            wasm: watch::Sender::new(wasm),
        });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Ok(Server { shared, address, accepting })
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the folder.
    pub(crate) fn url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.base)
    }

    /// Every path that pages have asked for so far, in order.
    pub(crate) fn requested(&self) -> Vec<String> {
        locked(&self.shared.requested).clone()
    }

    /// Whether anybody has asked for the service worker.
    pub(crate) fn asked_for_worker(&self) -> bool {
        self.shared.asked_for_worker.load(Ordering::Relaxed)
    }

    /// From now on lets pages of any origin read the files.
    pub(crate) fn allow_any_origin(&self) {
        self.shared.allows_any.store(true, Ordering::Relaxed);
    }

    /// Puts another folder in the place of the one served, after that many more requests.
    pub(crate) fn deploy(&self, folder: PathBuf, after: usize) {
        let mut root = locked(&self.shared.root);
        *locked(&self.shared.next) = match after {
            0 => {
                *root = folder;
                None
            }
            n => Some((n, folder)),
        };
    }

    /// Answers nobody any more, and hangs up in the middle of what it was saying.
    pub(crate) async fn stop(&mut self) {
        self.accepting.abort();
        // It ends as one that was told to, which is no failure.
        let _ = (&mut self.accepting).await;
    }

    /// Listens again at the same address.
    pub(crate) async fn start_again(&mut self) -> Result<()> {
        let listener = TcpListener::bind(self.address).await.context("the port has been taken")?;
        self.accepting = tokio::spawn(accept(listener, Arc::clone(&self.shared)));
        Ok(())
    }

    /// Answers the requests for the wasm, those that wait as well.
    pub(crate) fn serve_wasm(&self) {
        self.shared.wasm.send_replace(Wasm::Served);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    // They end with this.
    let mut conversations = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        conversations.spawn(converse(stream, Arc::clone(&shared)));
    }
}

fn locked<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn converse(stream: TcpStream, shared: Arc<Shared>) {
    let service = service_fn(|request| {
        let shared = Arc::clone(&shared);
        async move { Ok::<_, Infallible>(shared.answer(&request).await) }
    });
    // A browser that hangs up in the middle is none of our business.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

impl Shared {
    async fn answer(&self, request: &Request<Incoming>) -> Response<Full<Bytes>> {
        let path = request.uri().path();
        // What a worker asks for is no part of what a reader waits for.
        let asking = request.headers().get(REFERER).map_or(&b""[..], HeaderValue::as_bytes);
        if path.ends_with("/sw.js") {
            self.asked_for_worker.store(true, Ordering::Relaxed);
        } else if !asking.ends_with(b"/sw.js") {
            locked(&self.requested).push(path.to_owned());
        }
        let file = path.strip_prefix(&self.base).filter(|it| !it.contains(".."));
        let Some(file) = file else { return not_found() };
        let is_folder = file.is_empty() || file.ends_with('/');
        let file = &(file.to_owned() + if is_folder { "index.html" } else { "" });
        if file.ends_with(".wasm") && self.door().await == Wasm::Missing {
            return not_found();
        }
        let added = self.added.iter().find(|it| it.0 == *file);
        let bytes = added.map(|it| it.1.clone().into_bytes());
        let file = self.root().join(file);
        let Some(bytes) = bytes.or_else(|| fs::read(&file).ok()) else { return not_found() };
        let mut response = Response::new(Full::new(bytes.into()));
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type(&file)));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        // Pages of others ask for that script with a hash, and browsers check hashes only where they may read.
        if file.ends_with("embed-1.js") || self.allows_any.load(Ordering::Relaxed) {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        }
        response
    }

    /// The folder to answer the next request from.
    fn root(&self) -> PathBuf {
        let (mut root, mut next) = (locked(&self.root), locked(&self.next));
        match next.take() {
            Some((0, folder)) => *root = folder,
            Some((n, folder)) => *next = Some((n - 1, folder)),
            None => {}
        }
        root.clone()
    }

    /// Waits until the wasm is held no longer.
    async fn door(&self) -> Wasm {
        let mut wasm = self.wasm.subscribe();
        // The sender lives as long as we do, so there is always an answer.
        wasm.wait_for(|&it| it != Wasm::Held).await.map_or(Wasm::Missing, |it| *it)
    }
}

fn not_found() -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|it| it.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" | "cjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
