//! Browser engines. All tests are for all of them: what differs between engines is here, and nowhere else.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::Capabilities;

use crate::display::CORNER;
use crate::visit::Visit;

/// What reads the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, in Chromium and Chrome.
    Chromium,
    /// Gecko, in Firefox.
    Firefox,
    /// WebKit, as GTK has it, in its MiniBrowser.
    WebKit,
}

/// What keeps Chromium quiet and to itself while nobody sits at it.
const CHROMIUM_ARGS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // As on phones and on most desktops, so that a width is the same on all of them.
    "--hide-scrollbars",
    // A page that scrolls smoothly is somewhere else whenever one looks.
    "--force-prefers-reduced-motion",
    // Pages in a window that is not in front draw nothing.
    "--disable-backgrounding-occluded-windows",
    // Suggestions for an address that nobody types: a page of its own in each browser, a third of what starting it takes.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
];

/// Where Debian has WebKit's browser, the newest first.
const MINI_BROWSERS: [&str; 4] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
];

impl Engine {
    /// The one that `EXPLAINER_ENGINE` names; Chromium if it names none.
    pub fn named() -> Result<Engine> {
        match env::var("EXPLAINER_ENGINE").unwrap_or_default().as_str() {
            "" | "chromium" => Ok(Engine::Chromium),
            "firefox" => Ok(Engine::Firefox),
            "webkit" => Ok(Engine::WebKit),
            other => bail!("EXPLAINER_ENGINE is {other}; it may be chromium, firefox or webkit"),
        }
    }

    /// The program that speaks WebDriver for it: a variable may name it, otherwise it is on `PATH`.
    pub(crate) fn driver(self) -> OsString {
        let (variable, program) = match self {
            Engine::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Engine::Firefox => ("GECKODRIVER", "geckodriver"),
            Engine::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        env::var_os(variable).filter(|it| !it.is_empty()).unwrap_or_else(|| program.into())
    }

    /// The port in a line of the driver's that says that it is ready. WebKit's says nothing.
    pub(crate) fn port(self, line: &str) -> Option<u16> {
        let after = match self {
            Engine::Chromium => "started successfully on port ",
            Engine::Firefox => "Listening on 127.0.0.1:",
            Engine::WebKit => return None,
        };
        line.split_once(after)?.1.trim().trim_end_matches('.').parse().ok()
    }

    /// Whether a line that the browser has written is something that the page has told the console.
    pub(crate) fn is_console(self, line: &str) -> bool {
        match self {
            // Asked of the browser or of the page itself.
            Engine::Chromium | Engine::WebKit => false,
            Engine::Firefox => {
                // The browser's own parts write to the same console; what is from a page names it.
                ["JavaScript error", "JavaScript warning"].iter().any(|it| line.starts_with(it))
                    && ["127.0.0.1", "localhost"].iter().any(|it| line.contains(it))
            }
        }
    }

    /// Whether it shows itself on a screen even if nobody looks.
    pub(crate) fn needs_display(self) -> bool {
        self == Engine::WebKit
    }

    /// Where its window stands on the screen.
    pub(crate) fn corner(self) -> (i64, i64) {
        if self.needs_display() { CORNER } else { (0, 0) }
    }

    /// What the browser is started with for a visit.
    pub(crate) fn capabilities(self, visit: &Visit, profile: &Path) -> Result<Capabilities> {
        let mut capabilities = Capabilities::new();
        // "Normal" would wait for the wasm, which may be held back. But WebKit's driver waits before each command as long
        // as a page loads, and when eager for an event that has been already: 5 minutes long.
        let patience = if self == Engine::WebKit { "normal" } else { "eager" };
        capabilities.set("pageLoadStrategy", patience)?;
        let (name, mut options) = match self {
            Engine::Chromium => {
                let all = json!({"browser": "ALL", "performance": "ALL"});
                capabilities.set("goog:loggingPrefs", all)?;
                ("goog:chromeOptions", chromium(visit, profile))
            }
            Engine::Firefox => ("moz:firefoxOptions", firefox(visit, profile)),
            Engine::WebKit => ("webkitgtk:browserOptions", webkit(visit)),
        };
        if let Some(browser) = browser(self) {
            options["binary"] = json!(browser);
        }
        capabilities.set(name, options)?;
        Ok(capabilities)
    }

    /// What the driver, and with it the browser, finds around it.
    pub(crate) fn surroundings(self, profile: &Path) -> Result<Vec<(&'static str, OsString)>> {
        match self {
            Engine::Chromium => return Ok(Vec::new()),
            Engine::Firefox => {
                let chrome = profile.join("chrome");
                fs::create_dir_all(&chrome).context("no room for the browser's settings")?;
                fs::write(chrome.join("userChrome.css"), ":root { min-width: 0 !important; }")?;
                return Ok(Vec::new());
            }
            Engine::WebKit => {}
        }
        let settings = profile.join("gtk-3.0");
        fs::create_dir_all(&settings).context("no room for the browser's settings")?;
        let text = "[Settings]\ngtk-enable-animations=0\n";
        fs::write(settings.join("settings.ini"), text).context("no room for the settings")?;
        // The bars of the window would not let it be as narrow as a phone.
        let bars = "* { min-width: 0; padding: 0; margin: 0; font-size: 1px; }";
        fs::write(settings.join("gtk.css"), bars).context("no room for the settings")?;
        let home = |it: &str| profile.join(it).into_os_string();
        Ok(vec![
            ("XDG_CONFIG_HOME", profile.into()),
            ("XDG_DATA_HOME", home("data")),
            ("XDG_CACHE_HOME", home("cache")),
            ("GDK_BACKEND", "x11".into()),
            ("NO_AT_BRIDGE", "1".into()),
            ("GSETTINGS_BACKEND", "memory".into()),
            ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()),
        ])
    }
}

/// The browser that a variable names, or that is not where its driver would look.
fn browser(engine: Engine) -> Option<String> {
    let (variable, usual): (_, &[&str]) = match engine {
        Engine::Chromium => ("CHROME", &[]),
        Engine::Firefox => ("FIREFOX", &[]),
        Engine::WebKit => ("WEBKIT", &MINI_BROWSERS),
    };
    let named = env::var(variable).ok().filter(|it| !it.is_empty());
    named.or_else(|| usual.iter().find(|it| Path::new(it).is_file()).map(|it| (*it).to_owned()))
}

fn chromium(visit: &Visit, profile: &Path) -> Value {
    const BLOCK: u8 = 2;
    let mut args: Vec<String> = CHROMIUM_ARGS.map(str::to_owned).into();
    args.push(format!("--user-data-dir={}", profile.display()));
    if !visit.is_compiled() {
        args.push("--js-flags=--no-opt,--no-maglev,--no-sparkplug".to_owned());
    }
    let mut prefs = json!({});
    if !visit.has_scripts() {
        prefs["profile.managed_default_content_settings.javascript"] = json!(BLOCK);
    }
    if !visit.has_storage() {
        prefs["profile.managed_default_content_settings.cookies"] = json!(BLOCK);
    }
    json!({"args": args, "prefs": prefs})
}

fn firefox(visit: &Visit, profile: &Path) -> Value {
    const REJECT: u8 = 2;
    json!({
        "args": ["-headless", "-profile", profile],
        "prefs": {
            "javascript.enabled": visit.has_scripts(),
            "network.cookie.cookieBehavior": if visit.has_storage() { 0 } else { REJECT },
            "layout.css.prefers-color-scheme.content-override": i32::from(!visit.is_dark()),
            "ui.prefersReducedMotion": 1,
            "ui.useOverlayScrollbars": 1,
            // Otherwise windows are no narrower than 500 px.
            "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            // Taps are told to the page as on a phone.
            "dom.w3c_touch_events.enabled": 1,
            // Nobody else is asked for anything.
            "app.update.enabled": false,
            "browser.safebrowsing.malware.enabled": false,
            "browser.safebrowsing.phishing.enabled": false,
            "network.captive-portal-service.enabled": false,
            "network.connectivity-service.enabled": false,
            "datareporting.policy.dataSubmissionEnabled": false,
        }
    })
}

fn webkit(visit: &Visit) -> Value {
    let mut args = vec!["--automation"];
    if visit.is_dark() {
        args.push("--dark-mode");
    }
    if !visit.has_scripts() {
        // Those of the page only; the driver asks by scripts, too.
        args.push("--enable-javascript-markup=false");
    }
    json!({"args": args})
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn the_port_is_the_one_that_was_opened_not_the_one_asked_for() {
        let chromium = |line| Engine::Chromium.port(line);
        assert_eq!(chromium("ChromeDriver was started successfully on port 45821.\n"), Some(45821));
        assert_eq!(chromium("Starting ChromeDriver 156.0 (a21c-refs/branch) on port 0\n"), None);
        let line = "1764015000000\tgeckodriver\tINFO\tListening on 127.0.0.1:37761\n";
        assert_eq!(Engine::Firefox.port(line), Some(37761));
    }
}
