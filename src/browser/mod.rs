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
pub use page::{element, record_html, scroll_to_top, set_ready};
pub use pointer::{closest, focus_within, focused, is_plain, n_before, x_within};
pub use sheet::open_sheets;
pub use width::on_width;
