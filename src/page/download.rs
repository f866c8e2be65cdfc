//! The data behind the figures as files beside the page, with bounds, definitions and sources.

use explainer_model::Count;
use explainer_model::records::{Claim, SourceIdx};
use explainer_model::sums;
use serde::Serialize;

use crate::data::{FACTS, RECORDS};

/// A file that the page offers.
#[derive(Debug)]
pub struct Download {
    /// Its name, relative to the page.
    pub name: String,
    /// What it holds.
    pub content: String,
}

/// Every file.
pub fn downloads() -> Vec<Download> {
    vec![
        Download { name: "releases.csv".to_owned(), content: csv(releases()) },
        Download { name: "held.csv".to_owned(), content: csv(held()) },
        Download { name: "claims.json".to_owned(), content: json() },
    ]
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
struct ReleaseRow {
    id: &'static str,
    date: String,
    people: String,
    people_low: u32,
    people_high: Option<u32>,
    recognised: String,
    recognised_low: u32,
    recognised_high: Option<u32>,
    sum: String,
    sum_low: u32,
    sum_high: Option<u32>,
    counted: &'static str,
    in_return: &'static str,
    note: &'static str,
    sources: String,
}

fn releases() -> Vec<ReleaseRow> {
    let sums = sums::running(FACTS.releases);
    let rows = FACTS.releases.iter().zip(RECORDS.releases).zip(sums);
    rows.map(|((release, record), sum)| {
        let recognised = sums::recognised(release);
        ReleaseRow {
            id: release.id,
            date: release.date.iso(),
            people: release.people.to_string(),
            people_low: release.people.low(),
            people_high: release.people.high(),
            recognised: release
                .recognised
                .map_or_else(|| "unknown".to_owned(), |it| it.to_string()),
            recognised_low: recognised.low(),
            recognised_high: recognised.high(),
            sum: sum.itemised.to_string(),
            sum_low: sum.itemised.low(),
            sum_high: sum.itemised.high(),
            counted: record.counted,
            in_return: record.in_return,
            note: record.note,
            sources: addresses(record.sources).join(" "),
        }
    })
    .collect()
}

#[derive(Serialize)]
struct HeldRow {
    id: &'static str,
    date: String,
    held: String,
    held_low: u32,
    held_high: Option<u32>,
    counted_by: &'static str,
    said_by: &'static str,
    note: &'static str,
    sources: String,
}

fn held() -> Vec<HeldRow> {
    let rows = FACTS.held.iter().filter_map(|held| {
        let claim = RECORDS.claims.iter().find(|it| it.id == held.id)?;
        Some(HeldRow {
            id: held.id,
            date: held.date.iso(),
            held: held.count.to_string(),
            held_low: held.count.low(),
            held_high: held.count.high(),
            counted_by: FACTS.counters.get(usize::from(held.counter)).map_or("", |it| it.name),
            said_by: claim.said_by,
            note: claim.note,
            sources: addresses(claim.sources).join(" "),
        })
    });
    rows.collect()
}

/// One line for each row, quoted where it must be, with a line of names on top.
fn csv<T: Serialize>(rows: Vec<T>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Rows of texts and numbers written to memory cannot fail.
        let _ = writer.serialize(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
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
        license: "CC BY 4.0",
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
        derived: claim.derived,
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

/// Where the sources are; a name where there is no address.
fn addresses(sources: &[SourceIdx]) -> Vec<&'static str> {
    let sources = sources.iter().map(|it| &RECORDS.sources[usize::from(*it)]);
    sources.map(|it| it.url.unwrap_or(it.publisher)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_and_claim_is_written_with_its_bounds() {
        let [releases, held, claims] = &downloads()[..] else { panic!("three files") };
        assert!(releases.content.starts_with("id,date,people,people_low,people_high,"));
        assert_eq!(
            csv::Reader::from_reader(releases.content.as_bytes()).records().count(),
            FACTS.releases.len()
        );
        assert_eq!(
            csv::Reader::from_reader(held.content.as_bytes()).records().count(),
            FACTS.held.len()
        );
        let file: serde_json::Value = serde_json::from_str(&claims.content).unwrap();
        let written = file["claims"].as_array().unwrap();
        assert_eq!(written.len(), RECORDS.claims.len());
        for (written, claim) in written.iter().zip(RECORDS.claims) {
            assert_eq!(written["value"]["low"], claim.value.low());
            assert_eq!(written["sources"].as_array().unwrap().len(), claim.sources.len());
        }
    }
}
