//! The browser: the only user of web_sys and gloo. A leaf; it knows nothing of the story.
//!
//! Compiles on the host as well, where nothing of it is called: it runs in effects and event
//! handlers only. Every function does nothing if the page is not as expected.

mod choice;
mod page;
mod pointer;
mod sheet;
mod width;

pub use choice::{choose, on_choice, parameter, set_parameter};
pub use page::{Siblings, element, find, record_html, scroll_to_top, set, set_ready, toggle};
pub use pointer::{closest, focus, focus_within, focused, is_plain, point_within};
pub use sheet::open_sheets;
pub use web_sys::Element;
pub use width::on_width;
