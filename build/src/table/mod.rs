//! Reads one table of a TOML file field by field, and tells every mistake with its line.
//!
//! serde stops at the first mistake of a file; here each field is asked for by name, a wrong one is
//! noted and reading goes on.

mod values;

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::{At, Place, Problems, did_you_mean};

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
        let line = self.lines.partition_point(|&start| start <= span.start);
        Place { file: self.name.to_owned(), line }
    }
}

/// A table being read. Ask for each field once, then call [`done`](Table::done).
pub(crate) struct Table<'a> {
    file: &'a File<'a>,
    fields: &'a DeTable<'a>,
    pub(crate) place: Place,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Table<'a> {
    pub(crate) fn new(
        file: &'a File<'a>,
        fields: &'a DeTable<'a>,
        span: Range<usize>,
    ) -> Table<'a> {
        Table { file, fields, place: file.place(span), asked: RefCell::default() }
    }

    /// Notes every field that nobody asked for.
    pub(crate) fn done(&self) {
        let asked = self.asked.borrow();
        for key in self.fields.keys() {
            let name: &str = key.get_ref();
            if !asked.contains(&name) {
                let known: Vec<String> = asked.iter().map(|it| format!("`{it}`")).collect();
                let all = format!("the fields here are {}", known.join(", "));
                self.file.problems.add(
                    &self.file.place(key.span()),
                    format!("unknown field `{name}`"),
                    did_you_mean(name, asked.iter().copied(), all),
                );
            }
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
            self.wrong(
                &self.place,
                format!("`{name}` is missing"),
                format!("write {name} = {form}"),
            );
        }
        field
    }

    fn read_text(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        max: usize,
    ) -> Option<At<String>> {
        let place = self.file.place(value.span());
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(&place, format!("`{name}` is not text"), "put it in quotation marks");
            return None;
        };
        let n_chars = text.chars().count();
        if text.trim().is_empty() {
            self.wrong(
                &place,
                format!("`{name}` is empty"),
                "fill it in, or leave the field out if it is optional",
            );
            return None;
        }
        if n_chars > max {
            self.wrong(
                &place,
                format!("`{name}` is {n_chars} characters long"),
                format!("{max} at most: shorten it or move the rest to `note`"),
            );
        }
        Some(At { value: text.to_owned(), place })
    }

    /// Text of at most `max` characters.
    pub(crate) fn text(&self, name: &'static str, max: usize) -> Option<At<String>> {
        self.required(name, "\"…\"").and_then(|value| self.read_text(name, value, max))
    }

    /// Text that may be left out; then it is empty.
    pub(crate) fn optional_text(&self, name: &'static str, max: usize) -> String {
        self.field(name)
            .and_then(|value| self.read_text(name, value, max))
            .map_or_else(String::new, |it| it.value)
    }

    /// Text that may be left out, with its place.
    pub(crate) fn maybe_text(&self, name: &'static str, max: usize) -> Option<At<String>> {
        self.field(name).and_then(|value| self.read_text(name, value, max))
    }

    /// The table's own id: lower-case ASCII letters, digits and hyphens.
    pub(crate) fn id(&self) -> Option<At<String>> {
        let id = self.text("id", 60)?;
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.value.chars().all(fits) {
            return Some(id);
        }
        self.wrong(
            &id.place,
            format!("id `{}` has characters that do not fit in an address", id.value),
            "use a-z, 0-9 and -",
        );
        None
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

    /// A list of texts; empty if left out.
    pub(crate) fn texts(&self, name: &'static str, max: usize) -> Vec<At<String>> {
        self.field(name).map_or_else(Vec::new, |value| self.read_texts(name, value, max))
    }

    /// A list of ids that may not be missing or empty.
    pub(crate) fn sources(&self) -> Vec<At<String>> {
        let Some(value) = self.field("sources") else {
            self.wrong(
                &self.place,
                "no source is named".to_owned(),
                "write sources = [\"…\"] with at least one id of sources.toml",
            );
            return Vec::new();
        };
        let sources = self.read_texts("sources", value, 60);
        if sources.is_empty() {
            self.wrong(
                &self.file.place(value.span()),
                "no source is named".to_owned(),
                "name at least one id of sources.toml",
            );
        }
        sources
    }

    fn read_texts(&self, name: &str, value: &Spanned<DeValue<'_>>, max: usize) -> Vec<At<String>> {
        match value.get_ref() {
            DeValue::Array(items) => {
                items.iter().filter_map(|it| self.read_text(name, it, max)).collect()
            }
            _ => {
                self.wrong(
                    &self.file.place(value.span()),
                    format!("`{name}` is not a list"),
                    "write [\"…\", \"…\"]",
                );
                Vec::new()
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
                self.wrong(
                    &self.file.place(value.span()),
                    format!("`{name}` is not a list of tables"),
                    format!("write [[{name}]] over each"),
                );
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
                format!("`{name}` has {n} entries"),
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
