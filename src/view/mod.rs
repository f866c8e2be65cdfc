//! The interactive figures, as Leptos components. They are prerendered like the rest of the page and
//! then hydrated, each on its own; everything else stays HTML.
//!
//! A figure holds no words of the story. Whatever is chosen has a record in the page, and the
//! readout or the detail panel shows a copy of it.

// The component macro makes its functions `pub`, whatever they are declared as.
#![allow(unreachable_pub)]

pub mod address;
mod chart_figure;
mod guide;
mod held;
mod layer;
mod layout;
mod map;
mod marks;
mod place;
mod plot;
mod prerender;
mod releases;
mod stage;
mod state;
mod table;

pub use chart_figure::{ChartFigure, ChartOf};
pub use guide::join_guide;
pub use held::held;
pub use map::{MapFigure, MapFigureProps};
pub use marks::still;
pub use place::{choose_focused, join_address};
pub use releases::releases;
pub use state::{Explorer, SWITCHES, State, Words};
pub use table::join_table;
