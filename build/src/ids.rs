//! Ids: what they may be made of, and which there are.

use std::collections::BTreeMap;

use crate::problem::{At, is_unseen};
use crate::table::Table;

/// What does not belong in an id, if anything: "character 2 is `а` (U+0430), a Cyrillic letter".
pub(crate) fn misfit(id: &str) -> Option<String> {
    let fits = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    let (before, it) = id.chars().enumerate().find(|(_, it)| !fits(*it))?;
    let what = match it {
        'A'..='Z' => ", a capital letter",
        '_' => ", an underscore",
        '\u{370}'..='\u{3ff}' => ", a Greek letter",
        '\u{400}'..='\u{52f}' => ", a Cyrillic letter",
        it if it.is_whitespace() => ", a space",
        it if is_unseen(it) => ", which nobody sees",
        _ => "",
    };
    let code = if it.is_ascii() { String::new() } else { format!(" (U+{:04X})", u32::from(it)) };
    Some(format!("character {} is `{it}`{code}{what}", before + 1))
}

/// What to do about it.
pub(crate) const RIGHT: &str = "type it anew, with a-z, 0-9 and - alone";

/// The ids of each kind of table, in the order of the files, with their places.
#[derive(Default)]
pub(crate) struct Ids {
    of_kind: BTreeMap<&'static str, Vec<At<String>>>,
    /// Kinds whose ids are not all known, because the file or a table in it could not be read.
    unread: Vec<&'static str>,
    /// Kinds of which a table could not be used.
    unused: Vec<&'static str>,
    /// Files that a story can do without, and this one does.
    absent: Vec<&'static str>,
}

impl Ids {
    pub(crate) fn of(&self, kind: &str) -> &[At<String>] {
        self.of_kind.get(kind).map_or(&[], Vec::as_slice)
    }

    /// Whether all ids of a kind are known. If not, a reference may well lead somewhere.
    pub(crate) fn are_known(&self, kind: &str) -> bool {
        !self.unread.contains(&kind)
    }

    /// Whether every table of a kind could be used. If not, what they say together is not known.
    pub(crate) fn are_complete(&self, kind: &str) -> bool {
        self.are_known(kind) && !self.unused.contains(&kind)
    }

    /// Files that are not there, though they could be.
    pub(crate) fn absent(&self) -> &[&'static str] {
        &self.absent
    }

    /// Every kind that has ids.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = (&'static str, &[At<String>])> {
        self.of_kind.iter().map(|(kind, ids)| (*kind, ids.as_slice()))
    }

    /// The position of an id among those of its kind.
    pub(crate) fn position(&self, kind: &str, id: &str) -> Option<usize> {
        self.of(kind).iter().position(|it| it.value == id)
    }

    /// Notes a file that is not there.
    pub(crate) fn lack(&mut self, file: &'static str) {
        self.absent.push(file);
    }

    /// Notes that nothing is known of the tables of a kind.
    pub(crate) fn give_up(&mut self, kind: &'static str) {
        self.unread.push(kind);
    }

    /// Reads every table of a list and notes its id, also of those that cannot be used.
    pub(crate) fn each<T>(
        &mut self,
        kind: &'static str,
        root: &Table<'_>,
        read: impl Fn(&Table<'_>) -> Option<T>,
    ) -> Vec<T> {
        let tables = root.tables(kind);
        let rows: Vec<T> = tables.iter().filter_map(read).collect();
        tables.iter().for_each(|table| self.note(kind, table));
        if tables.len() < root.n_entries(kind) {
            self.unread.push(kind);
        }
        if rows.len() < tables.len() {
            self.unused.push(kind);
        }
        rows
    }

    /// Notes the id of a table that has been read, if it has one.
    pub(crate) fn note(&mut self, kind: &'static str, table: &Table<'_>) {
        match table.peek_id() {
            Some(id) if misfit(&id.value).is_none() => {
                self.of_kind.entry(kind).or_default().push(id);
            }
            // Whoever names it as it stands there is right.
            Some(_) => self.unread.push(kind),
            // So may be whoever names one that has lost its id.
            None if table.asked_for("id") => self.unread.push(kind),
            None => {}
        }
    }
}
