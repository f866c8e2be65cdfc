//! The data behind the figures, and the whole record, as files beside the page, with bounds, definitions and sources.

mod table;
mod tables;

use std::collections::BTreeMap;

use explainer_model::Count;
use explainer_model::records::{Claim, SourceIdx};
use leptos::prelude::*;
use serde::Serialize;

use super::head;
use table::Table;

use crate::data::{FACTS, RECORDS};

/// A file that the page offers.
#[derive(Debug)]
pub struct Download {
    /// Its name, relative to the page.
    pub name: String,
    /// What it holds.
    pub content: String,
}

pub(super) const LICENSE: &str = "CC BY 4.0";
/// Every number with its sources.
pub(super) const CLAIMS: &str = "claims.json";

/// Every file.
pub fn downloads() -> Vec<Download> {
    let tables = tables::all();
    let csv = tables.iter().map(|it| Download { name: it.file(), content: it.csv() });
    let mut files: Vec<Download> = csv.collect();
    files.push(Download { name: CLAIMS.to_owned(), content: json() });
    files.push(Download { name: ALL.to_owned(), content: all(tables) });
    files
}

/// A count in columns: the least, the most, and the words.
#[derive(Serialize)]
struct Bounds {
    low: u32,
    high: Option<u32>,
    words: String,
}

impl From<Count> for Bounds {
    fn from(count: Count) -> Bounds {
        Bounds { low: count.low(), high: count.high(), words: count.to_string() }
    }
}

#[derive(Serialize)]
struct File {
    title: &'static str,
    data_to: String,
    license: &'static str,
    claims: Vec<ClaimRow>,
}

#[derive(Serialize)]
struct ClaimRow {
    id: &'static str,
    value: Bounds,
    counted: &'static str,
    date: String,
    said_by: &'static str,
    derived: bool,
    note: &'static str,
    sources: Vec<SourceRow>,
}

#[derive(Serialize)]
struct SourceRow {
    publisher: &'static str,
    title: &'static str,
    date: Option<String>,
    url: Option<&'static str>,
}

fn json() -> String {
    let file = File {
        title: RECORDS.story.headline,
        data_to: FACTS.as_of.iso(),
        license: LICENSE,
        claims: RECORDS.claims.iter().map(claim).collect(),
    };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

fn claim(claim: &'static Claim) -> ClaimRow {
    ClaimRow {
        id: claim.id,
        value: claim.value.into(),
        counted: claim.counted,
        date: claim.date.iso(),
        said_by: claim.said_by,
        derived: claim.is_derived(),
        note: claim.note,
        sources: claim.sources.iter().map(|it| source(*it)).collect(),
    }
}

fn source(idx: SourceIdx) -> SourceRow {
    let source = &RECORDS.sources[usize::from(idx)];
    SourceRow {
        publisher: source.publisher,
        title: source.title,
        date: source.date.map(|it| it.iso()),
        url: source.url,
    }
}

/// Everything in one document.
const ALL: &str = "record.json";

#[derive(Serialize)]
struct Document {
    title: &'static str,
    data_to: String,
    license: &'static str,
    tables: BTreeMap<&'static str, Table>,
}

fn all(tables: Vec<Table>) -> String {
    let document = Document {
        title: RECORDS.story.headline,
        data_to: FACTS.as_of.iso(),
        license: LICENSE,
        tables: tables.into_iter().map(|it| (it.name, it)).collect(),
    };
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

/// Where all of it can be had, and what each field means.
pub(super) fn section() -> AnyView {
    let tables = tables::all().into_iter().map(|table| {
        let file = table.file();
        view! {
            <li>
                <a href=file.clone() download="">{file.clone()}</a> " – " {table.about()}
                <details><summary>{format!("Fields of {file}")}</summary>{table.meanings()}</details>
            </li>
        }
    });
    view! {
        <section class="notes" id="files">
            <h2>"All of it as files"</h2>
            <p class="lead">
                "Each table as CSV, in UTF-8; several values in one cell stand between semicolons. "
                <a href=ALL download="">{ALL}</a> " holds all tables in one JSON document, with what each field means. "
                <a href=CLAIMS download="">{CLAIMS}</a> " holds every number with its sources written out. Licence: "
                <a href=head::LICENSE_AT>{LICENSE}</a> "."
            </p>
            <ul class="files">{tables.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The files that hold everything, for those who describe them.
pub(super) fn files() -> Vec<String> {
    let tables = tables::all().into_iter().map(|it| it.file());
    [ALL.to_owned()].into_iter().chain(tables).collect()
}

#[cfg(test)]
mod tests;
