//! The browser draws what the host has drawn, to the byte.
#![cfg(target_arch = "wasm32")]

mod common;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const SNAPSHOTS: [(&str, &str); 10] = [
    ("releases-320.svg", include_str!("snapshots/releases-320.svg")),
    ("releases-680.svg", include_str!("snapshots/releases-680.svg")),
    ("waves-320.svg", include_str!("snapshots/waves-320.svg")),
    ("waves-680.svg", include_str!("snapshots/waves-680.svg")),
    ("places-320.svg", include_str!("snapshots/places-320.svg")),
    ("places-680.svg", include_str!("snapshots/places-680.svg")),
    ("held-320.svg", include_str!("snapshots/held-320.svg")),
    ("held-680.svg", include_str!("snapshots/held-680.svg")),
    ("map-320.svg", include_str!("snapshots/map-320.svg")),
    ("map-680.svg", include_str!("snapshots/map-680.svg")),
];

#[wasm_bindgen_test]
fn every_figure_is_the_same_in_the_browser() {
    for ((name, drawn), (snapshot, expected)) in common::figures().into_iter().zip(SNAPSHOTS) {
        assert_eq!(name, snapshot);
        assert!(drawn == expected, "{name} differs between host and browser");
    }
}
