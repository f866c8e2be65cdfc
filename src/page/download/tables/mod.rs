//! Every table of the record, field by field.

mod numbers;
mod words;

use explainer_model::Count;
use explainer_model::records::SourceIdx;
use serde_json::Value;

use super::table::Table;
use crate::data::RECORDS;

/// All of them, in the order of the page.
pub(super) fn all() -> Vec<Table> {
    let numbers = [numbers::releases(), numbers::totals(), numbers::held(), numbers::claims()];
    let words = [
        words::measures(),
        words::actors(),
        words::relations(),
        words::quotes(),
        words::terms(),
        words::conflicts(),
        words::sources(),
    ];
    numbers.into_iter().chain(words).collect()
}

/// What `sources` and `source_ids` mean, wherever they stand.
const SOURCES: &str = "addresses of the sources; a publisher’s name where no address is given";
const SOURCE_IDS: &str = "the same as ids in the table sources";

fn low(count: Option<Count>) -> Value {
    count.map(Count::low).into()
}

fn high(count: Option<Count>) -> Value {
    count.and_then(Count::high).into()
}

fn words(count: Option<Count>) -> Value {
    count.map(|it| it.to_string()).into()
}

/// Where the sources are; a name where there is no address.
fn addresses(sources: &[SourceIdx]) -> Value {
    let sources = sources.iter().map(|it| &RECORDS.sources[usize::from(*it)]);
    sources.map(|it| it.url.unwrap_or(it.publisher)).collect()
}

fn ids(sources: &[SourceIdx]) -> Value {
    sources.iter().map(|it| RECORDS.sources[usize::from(*it)].id).collect()
}
