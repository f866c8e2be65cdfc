//! What the files of `data/` may say: one struct for each kind of table, with its reader.
//!
//! Readers note problems and go on; they return `None` for a table that misses something it needs.

pub(crate) mod changes;
pub(crate) mod counts;
pub(crate) mod notes;
pub(crate) mod people;
pub(crate) mod steps;
pub(crate) mod story;

use crate::problem::At;
use crate::table::Table;

/// Longest texts, in characters, so that the page keeps its shape.
mod max {
    pub(super) const NAME: usize = 60;
    pub(super) const TITLE: usize = 80;
    pub(super) const LINE: usize = 120;
    pub(super) const SENTENCE: usize = 180;
    pub(super) const NOTE: usize = 400;
    pub(super) const PARAGRAPH: usize = 900;
    pub(super) const ADDRESS: usize = 400;
}

/// A table of an id and a name: places, counters, groups.
pub(crate) struct NameRow {
    pub(crate) id: At<String>,
    pub(crate) name: String,
}

pub(crate) fn name(table: &Table<'_>) -> Option<NameRow> {
    let (id, name) = (table.id(), table.text("name", max::NAME));
    table.done();
    Some(NameRow { id: id?, name: name?.value })
}
