//! The process that speaks WebDriver for the browser.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::display::Display;
use crate::engine::Engine;

/// How long a browser may take to close, and a driver to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver; it ends when this is dropped.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// What it, and the browser, has written so far.
    said: Arc<Mutex<Vec<String>>>,
    /// What the browser shows itself on, if it needs something.
    _display: Option<Display>,
}

impl Driver {
    /// Starts one. On a busy machine another may be given the same port and end at once; then again.
    pub(crate) fn start(engine: Engine, around: &[(&str, std::ffi::OsString)]) -> Result<Driver> {
        let start = || Self::start_once(engine, around);
        start().or_else(|_| start()).or_else(|_| start())
    }

    /// Starts one on a free port.
    fn start_once(engine: Engine, around: &[(&str, std::ffi::OsString)]) -> Result<Driver> {
        let program = engine.driver();
        let what = || format!("cannot start {}; is it installed?", program.display());
        // Who says nothing has to be told which.
        let told = match engine {
            Engine::WebKit => TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port(),
            Engine::Chromium | Engine::Firefox => 0,
        };
        let display = engine.needs_display().then(Display::start).transpose()?;
        let mut process = Command::new(&program)
            .arg(format!("--port={told}"))
            .envs(around.iter().map(|(name, value)| (name, value)))
            .envs(display.iter().map(|it| ("DISPLAY", &it.name)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(what)?;
        let said = Arc::new(Mutex::new(Vec::new()));
        let (out, err) = (process.stdout.take(), process.stderr.take());
        let listening =
            [out.map(|it| listen(Box::new(it), &said)), err.map(|it| listen(Box::new(it), &said))];
        let mut driver = Driver { process, port: told, said, _display: display };
        let begin = Instant::now();
        loop {
            let found = driver.lines().iter().find_map(|it| engine.port(it));
            driver.port = found.unwrap_or(told);
            if driver.port != 0 && TcpStream::connect((Ipv4Addr::LOCALHOST, driver.port)).is_ok() {
                return Ok(driver);
            }
            let has_ended = driver.process.try_wait().is_ok_and(|it| it.is_some());
            if has_ended || begin.elapsed() > PATIENCE {
                if has_ended {
                    listening.into_iter().flatten().for_each(|it| drop(it.join()));
                }
                bail!("{}: it said\n{}", what(), driver.lines().join("\n"));
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// The address to send commands to.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// All lines that it, and the browser, has written so far.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Ends a session, and with it the browser, at once and without a runtime: a failing test has
    /// none to wait with.
    pub(crate) fn end_session(&self, id: &str) -> std::io::Result<()> {
        let mut driver = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        let delete = format!(
            "DELETE /session/{id} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        );
        driver.write_all(delete.as_bytes())?;
        driver.set_read_timeout(Some(PATIENCE))?;
        // It answers when the browser is gone, and leaves the connection open.
        driver.read(&mut [0; 64]).map(drop)
    }
}

/// Keeps what is written, line by line, until nobody writes any more.
fn listen(from: Box<dyn Read + Send>, said: &Arc<Mutex<Vec<String>>>) -> thread::JoinHandle<()> {
    let said = Arc::clone(said);
    thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).into_owned();
            said.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        }
    })
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
