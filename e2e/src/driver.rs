//! The process that speaks WebDriver for the browser.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// How long a browser may take to close.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running `chromedriver`; it ends when this is dropped.
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// Kept open: the driver has no other place to complain to.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts one. On a busy machine another may be given the same port and end at once; then again.
    pub(crate) fn start() -> Result<Driver> {
        Self::start_once().or_else(|_| Self::start_once()).or_else(|_| Self::start_once())
    }

    /// Starts one on a free port and reads from its output which it is.
    fn start_once() -> Result<Driver> {
        let program = env::var_os("CHROMEDRIVER").filter(|it| !it.is_empty());
        let program = program.unwrap_or_else(|| "chromedriver".into());
        let what = || format!("cannot start {}; is it installed?", program.display());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(what)?;
        let mut output = BufReader::new(process.stdout.take().with_context(what)?);
        let mut said = String::new();
        let port = loop {
            let line = said.len();
            if output.read_line(&mut said).with_context(what)? == 0 {
                // It has ended by itself; there is nothing to kill.
                let _ = process.wait();
                bail!("{}: it said\n{said}", what());
            }
            if let Some(port) = port(&said[line..]) {
                break port;
            }
        };
        Ok(Driver { process, port, _output: output })
    }

    /// The address to send commands to.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends a session, and with it the browser, at once and without a runtime: a failing test has
    /// none to wait with.
    pub(crate) fn end_session(&self, id: &str) -> std::io::Result<()> {
        let mut driver = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        let delete = format!(
            "DELETE /session/{id} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        );
        driver.write_all(delete.as_bytes())?;
        driver.set_read_timeout(Some(PATIENCE))?;
        // It answers when the browser is gone, and leaves the connection open.
        driver.read(&mut [0; 64]).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in the line that says that the driver is ready.
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim().trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port;

    #[test]
    fn the_port_is_the_one_that_was_opened_not_the_one_asked_for() {
        assert_eq!(port("ChromeDriver was started successfully on port 45821.\n"), Some(45821));
        assert_eq!(port("Starting ChromeDriver 156.0 (a21c-refs/branch) on port 0\n"), None);
    }
}
