//! The browser: the only user of web_sys and gloo. A leaf; it knows nothing of the story.
//!
//! Compiles on the host as well, where nothing of it is called: it runs in effects and event
//! handlers only. Every function does nothing if the page is not as expected.

mod choice;
mod listen;
mod page;
mod pointer;
mod scroll;
mod sheet;
mod width;

pub use choice::{NOWHERE, check, choose, chosen, fragment, on_choice, query, set_query};
pub use listen::{on, on_key, on_key_in, on_mouse, on_pointer, on_wheel, on_window};
pub use page::{
    Siblings, all, announce, element, find, insert_first, keep_above, keep_in_window, page,
    position, scroll_to_top, set, set_ready, set_style, set_value, show_record, text_of, toggle,
    unpack, value,
};
pub use pointer::{
    capture, click, closest, focus, focus_within, focused, follow_pointer, has_moved, is_finger,
    is_plain, is_plain_click, is_tap, point_within, share_within,
};
pub use scroll::{after, edges, give_back, in_turn, lend, window_height};
pub use sheet::{has_sheet_address, open_sheets};
pub use web_sys::Element;
pub use width::{USUAL, on_width};
