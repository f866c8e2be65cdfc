//! Reads one table of a TOML file field by field, and tells every mistake with its line.
//!
//! serde stops at the first mistake of a file; here each field is asked for by name, a wrong one is
//! noted and reading goes on.

pub(crate) mod counts;
mod dates;
mod texts;
mod values;

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::{At, Place, Problems, counted, nearest};

/// What every reader of a file needs: its name, its lines, and where to note problems.
pub(crate) struct File<'a> {
    name: &'a str,
    /// Where each line begins, in bytes. Every value has its line noted, so it is found by halves.
    lines: Vec<usize>,
    pub(crate) problems: &'a Problems,
}

impl<'a> File<'a> {
    pub(crate) fn new(name: &'a str, text: &str, problems: &'a Problems) -> Self {
        let breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let lines = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        Self { name, lines, problems }
    }

    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        self.at_line(self.lines.partition_point(|&start| start <= span.start))
    }

    /// A line, counted from 1.
    pub(crate) fn at_line(&self, line: usize) -> Place {
        Place { file: self.name.to_owned(), line }
    }
}

/// A table being read. Ask for each field once, then call [`done`](Table::done).
pub(crate) struct Table<'a> {
    file: &'a File<'a>,
    fields: &'a DeTable<'a>,
    pub(crate) place: Place,
    /// Whether it is the file itself.
    is_root: bool,
    asked: RefCell<Vec<&'static str>>,
    /// Fields that have to be there and are not, each with its form.
    missing: RefCell<Vec<(&'static str, String)>>,
}

impl<'a> Table<'a> {
    /// All of a file.
    pub(crate) fn root(file: &'a File<'a>, fields: &'a DeTable<'a>) -> Table<'a> {
        Table { is_root: true, ..Table::new(file, fields, 0..0) }
    }

    fn new(file: &'a File<'a>, fields: &'a DeTable<'a>, span: Range<usize>) -> Table<'a> {
        let (asked, missing) = (RefCell::default(), RefCell::default());
        Table { file, fields, place: file.place(span), is_root: false, asked, missing }
    }

    /// Whether there are tables that nobody asked for.
    pub(crate) fn has_unknown_tables(&self) -> bool {
        let asked = self.asked.borrow();
        let is_table = |it: &DeValue<'_>| matches!(it, DeValue::Table(_) | DeValue::Array(_));
        self.fields
            .iter()
            .any(|(name, it)| is_table(it.get_ref()) && !asked.contains(&name.get_ref().as_ref()))
    }

    /// Notes every field that nobody asked for, and every one that is missing. One that stands there misspelt is both, and
    /// one mistake.
    pub(crate) fn done(&self) {
        let asked = self.asked.borrow();
        let mut missing = self.missing.take();
        for key in self.fields.keys() {
            let name: &str = key.get_ref();
            if !asked.contains(&name) {
                let meant = meant_by(name, missing.iter().map(|it| it.0));
                let meant = meant.or_else(|| meant_by(name, asked.iter().copied()));
                let known: Vec<String> = asked.iter().map(|it| format!("`{it}`")).collect();
                let right = match meant {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("the fields here are {}", known.join(", ")),
                };
                let wrong = format!("unknown field `{name}`");
                self.file.problems.add(&self.file.place(key.span()), wrong, right);
                missing.retain(|it| Some(it.0) != meant);
            }
        }
        for (name, form) in missing {
            self.wrong(
                &self.place,
                format!("`{name}` is missing"),
                format!("write {name} = {form}"),
            );
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    fn field(&self, name: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(name);
        self.fields.get(name)
    }

    fn wrong(&self, at: &Place, wrong: String, right: impl Into<String>) {
        self.file.problems.add(at, wrong, right);
    }

    /// A field that has to be there; `form` says how it is written.
    fn required(&self, name: &'static str, form: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        let field = self.field(name);
        if field.is_none() {
            self.missing.borrow_mut().push((name, form.to_owned()));
        }
        field
    }

    /// Whether a field is there, though nothing came of reading it.
    pub(crate) fn is_unread<T>(&self, name: &str, read: &Option<T>) -> bool {
        read.is_none() && self.has(name)
    }

    /// Whether its reader asked for a field.
    pub(crate) fn asked_for(&self, name: &str) -> bool {
        self.asked.borrow().contains(&name)
    }

    /// The id without a word about it; the reader of the table will complain.
    pub(crate) fn peek_id(&self) -> Option<At<String>> {
        let value = self.fields.get("id")?;
        let text = value.get_ref().as_str()?;
        Some(At { value: text.to_owned(), place: self.file.place(value.span()) })
    }

    /// `true` or `false`; `false` if left out.
    pub(crate) fn flag(&self, name: &'static str) -> bool {
        let Some(value) = self.field(name) else { return false };
        match value.get_ref().as_bool() {
            Some(flag) => flag,
            None => {
                self.wrong(
                    &self.file.place(value.span()),
                    format!("`{name}` is not true or false"),
                    "write true or false without quotation marks",
                );
                false
            }
        }
    }

    /// How many entries a list of tables has, whether they can be read or not.
    pub(crate) fn n_entries(&self, name: &str) -> usize {
        self.fields.get(name).map_or(0, |it| it.get_ref().as_array().map_or(1, |it| it.len()))
    }

    /// A list of tables; empty if left out.
    pub(crate) fn tables(&self, name: &'static str) -> Vec<Table<'a>> {
        let Some(value) = self.field(name) else { return Vec::new() };
        let items = match value.get_ref() {
            DeValue::Array(items) => items,
            _ => {
                let right = match self.is_root {
                    true => format!("write [[{name}]] over each"),
                    false => format!("write {name} = [{{ field = value, … }}]"),
                };
                let place = self.file.place(value.span());
                self.wrong(&place, format!("`{name}` is not a list of tables"), right);
                return Vec::new();
            }
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(fields) => tables.push(Table::new(self.file, fields, item.span())),
                _ => self.wrong(
                    &self.file.place(item.span()),
                    format!("an entry of `{name}` is not a table"),
                    "write { field = value, … }",
                ),
            }
        }
        tables
    }

    /// A list of at least so many tables; `form` says how one is written.
    pub(crate) fn some_tables(
        &self,
        name: &'static str,
        least: usize,
        form: &str,
    ) -> Vec<Table<'a>> {
        let tables = self.tables(name);
        let n = self.n_entries(name);
        if n < least {
            let place = self.fields.get(name).map(|it| self.file.place(it.span()));
            self.wrong(
                &place.unwrap_or_else(|| self.place.clone()),
                format!("`{name}` has {}", counted(n, "entry", "entries")),
                format!("write {least} or more, each as {form}"),
            );
        }
        tables
    }

    /// One table that has to be there.
    pub(crate) fn table(&self, name: &'static str) -> Option<Table<'a>> {
        let value = self.required(name, "{ … }")?;
        match value.get_ref() {
            DeValue::Table(fields) => Some(Table::new(self.file, fields, value.span())),
            _ => {
                self.wrong(
                    &self.file.place(value.span()),
                    format!("`{name}` is not a table"),
                    format!("write {name} = {{ field = value, … }}"),
                );
                None
            }
        }
    }
}

/// The field that was probably meant by another name.
fn meant_by(
    name: &str,
    fields: impl Iterator<Item = &'static str> + Clone,
) -> Option<&'static str> {
    let plain = name.to_lowercase().replace('-', "_");
    let same = fields.clone().find(|it| *it == plain);
    same.or_else(|| nearest(&plain, fields))
}
