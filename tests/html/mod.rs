//! What tests of the prerendered pages look for in HTML.
// Each of them needs other parts of it.
#![allow(dead_code)]

use std::collections::BTreeSet;

use explainer::page::pages;

pub(crate) fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, _)| value)
        .collect()
}

#[track_caller]
pub(crate) fn has_all<'a>(html: &str, name: &str, wanted: impl Iterator<Item = &'a str>) {
    let found: BTreeSet<&str> = attributes(html, name).into_iter().collect();
    for value in wanted {
        assert!(found.contains(value), "{name}=\"{value}\" is missing");
    }
}

/// The body of the page that holds the records of numbers and terms.
pub(crate) fn ledger() -> String {
    pages(None).into_iter().find(|it| it.path == "records.html").unwrap().body
}
/// Words as they stand in HTML.
pub(crate) fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

pub(crate) fn escaped(url: &str) -> String {
    url.replace('&', "&amp;")
}
