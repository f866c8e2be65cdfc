//! What the things of a story are and what follows from them.
//!
//! Read in this order. Two kinds of table hang on these types:
//! **facts** (numbers, dates, links between them; they are drawn, so they ship in the wasm) and
//! **records** (the words and sources behind each fact; they stand in the prerendered HTML and nowhere else).
//!
//! Nothing here knows about signals, files or the browser, and nothing here allocates unless it returns a text or a
//! list. The only pixels are those of the map and of its letters, which are known before anything is drawn: the build
//! lays it out.

pub mod count;
pub mod date;
pub mod facts;
pub mod fold;
pub mod graph;
pub mod notes;
pub mod records;
pub mod story;
pub mod sums;
pub mod text;

pub use count::Count;
pub use date::Date;
