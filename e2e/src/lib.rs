//! Tests that read the finished explainer in a real browser, as its readers do.
//!
//! Each test visits a page of its own: a [`Visit`] says what the reader brings (a screen, scripts or
//! none, a slow network), [`Visit::open`] starts a file server over a build and a browser before it,
//! and the [`Page`] it gives points, clicks, types and looks. All three end when the page is dropped,
//! also when its test fails.
//!
//! Nothing here waits for a time to pass: [`Page::until`] asks until something holds.
//!
//! The builds and the browser are named by variables; `cargo xtask test` sets them all.
//!
//! | variable | what it names |
//! | --- | --- |
//! | `EXPLAINER_DIST` | the folder of the build that ships |
//! | `EXPLAINER_MOON_DIST` | the folder of the build of the fixture, `tests/moon` |
//! | `EXPLAINER_ENGINE` | the browser engine: `chromium`, which it is if not set, `firefox` or `webkit` |
//! | `CHROMEDRIVER`, `GECKODRIVER`, `WEBKITDRIVER` | its driver; if not set, the one on `PATH` |
//! | `CHROME`, `FIREFOX`, `WEBKIT` | the browser; if not set, the one that the driver finds |
//! | `XVFB` | the program that gives WebKit a screen; if not set, the one on `PATH` |
//! | `NGINX` | the host; if not set, `nginx` where systems have it |

mod build;
mod chart;
mod deploy;
mod devtools;
mod display;
mod driver;
mod engine;
mod frames;
pub mod guide;
mod hands;
mod host;
mod keyboard;
mod map;
mod nginx;
mod page;
mod policy;
mod server;
mod story;
mod visit;

pub use build::Build;
pub use chart::{Chart, Mark};
pub use deploy::Tab;
pub use engine::Engine;
pub use frames::Neighbour;
pub use host::{Host, Piece};
pub use map::{Look, Map, Relation};
pub use nginx::{Answer, Nginx};
pub use page::{Page, Rect};
pub use server::Wasm;
pub use story::Story;
pub use visit::Visit;

/// The keys that tests press.
pub use thirtyfour::Key;
