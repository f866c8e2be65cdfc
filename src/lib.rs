//! An interactive news explainer: charts, an actor map and the record behind every number.
//!
//! Read in this order; each layer knows those before it and none after. `model`, the first, is a
//! crate of its own, because the build script reckons with it too.

pub mod data;

pub mod chart;

pub mod browser;

pub mod view;

#[cfg(feature = "ssr")]
pub mod page;
