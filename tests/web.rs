//! The browser draws what the host has drawn, to the byte.
#![cfg(target_arch = "wasm32")]

mod common;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SNAPSHOTS: [(&str, &str); 17] = [
    ("cumulative-320.svg", include_str!("snapshots/cumulative-320.svg")),
    ("waves-320.svg", include_str!("snapshots/waves-320.svg")),
    ("places-320.svg", include_str!("snapshots/places-320.svg")),
    ("held-320.svg", include_str!("snapshots/held-320.svg")),
    ("cumulative-680.svg", include_str!("snapshots/cumulative-680.svg")),
    ("waves-680.svg", include_str!("snapshots/waves-680.svg")),
    ("places-680.svg", include_str!("snapshots/places-680.svg")),
    ("held-680.svg", include_str!("snapshots/held-680.svg")),
    ("cumulative-1080.svg", include_str!("snapshots/cumulative-1080.svg")),
    ("waves-1080.svg", include_str!("snapshots/waves-1080.svg")),
    ("places-1080.svg", include_str!("snapshots/places-1080.svg")),
    ("held-1080.svg", include_str!("snapshots/held-1080.svg")),
    ("cumulative-half-680.svg", include_str!("snapshots/cumulative-half-680.svg")),
    ("waves-half-680.svg", include_str!("snapshots/waves-half-680.svg")),
    ("places-half-680.svg", include_str!("snapshots/places-half-680.svg")),
    ("map-tall.svg", include_str!("snapshots/map-tall.svg")),
    ("map-wide.svg", include_str!("snapshots/map-wide.svg")),
];

#[wasm_bindgen_test]
fn every_figure_is_the_same_in_the_browser() {
    let figures = common::figures();
    assert_eq!(figures.len(), SNAPSHOTS.len());
    for ((name, drawn), (snapshot, expected)) in figures.into_iter().zip(SNAPSHOTS) {
        assert_eq!(name, snapshot);
        assert!(drawn == expected, "{name} differs between host and browser");
    }
}
