//! A screen that nobody sees, for a browser that needs one.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Where a window's bar is under the pointer, which rests in the middle of the screen. Without a window manager the
/// window under the pointer has the keyboard; and pointing at the bar points at nothing in the page.
pub(crate) const CORNER: (i64, i64) = (1270, 1277);

/// A running Xvfb; it ends when this is dropped, or when its browser has gone.
pub(crate) struct Display {
    process: Child,
    /// As the variable `DISPLAY` has it.
    pub(crate) name: String,
}

impl Display {
    /// Starts one on a free number. Each browser has its own, since only one window of a screen has the keyboard.
    pub(crate) fn start() -> Result<Display> {
        let program = env::var_os("XVFB").filter(|it| !it.is_empty());
        let mut process = Command::new(program.unwrap_or_else(|| "Xvfb".into()))
            .args(["-displayfd", "1", "-screen", "0", "2560x2560x24"])
            .args(["-nolisten", "tcp", "-terminate"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb; is it installed?")?;
        let out = process.stdout.take();
        let mut display = Display { process, name: String::new() };
        let mut number = String::new();
        // It says its number when it is ready.
        BufReader::new(out.context("Xvfb cannot be heard")?).read_line(&mut number)?;
        ensure!(!number.is_empty(), "Xvfb has ended at once");
        display.name = format!(":{}", number.trim());
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
