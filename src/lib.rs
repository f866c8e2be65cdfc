//! An interactive news explainer: charts, an actor map and the record behind every number.
//!
//! Read in this order; each layer knows those before it and none after. `model`, the first, is a
//! crate of its own, because the build script reckons with it too.

// A slice that may panic brings along what shows a text in a panic: 3 kB (brotli) of the wasm.
#![warn(clippy::string_slice)]

pub mod data;

pub mod chart;

pub mod browser;

pub mod view;

// Not in the wasm.
#[allow(clippy::string_slice)]
#[cfg(feature = "ssr")]
pub mod page;
