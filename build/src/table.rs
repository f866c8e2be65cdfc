//! Reads one table of a TOML file field by field, and tells every mistake with its line.
//!
//! serde stops at the first mistake of a file; here each field is asked for by name, a wrong one is
//! noted and reading goes on.

use std::cell::RefCell;
use std::ops::Range;

use explainer_model::{Count, Date};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::{At, Place, Problems, did_you_mean};

/// How a count may be written; the advice after every count that cannot be read.
const COUNT_FORMS: &str =
    "write 52, { at_least = 18 }, { more_than = 430 }, { about = 200 } or { between = [10, 20] }";

/// What every reader of a file needs: its name, its text for line numbers, and where to note problems.
pub(crate) struct File<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    pub(crate) problems: &'a Problems,
}

impl File<'_> {
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        Place { file: self.name.to_owned(), line: before.matches('\n').count() + 1 }
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

    /// One of the given words.
    pub(crate) fn one_of<T: Copy>(&self, name: &'static str, words: &Words<T>) -> Option<T> {
        self.required(name, &quoted(words)).and_then(|value| self.read_word(name, value, words))
    }

    /// One of the given words, or left out.
    pub(crate) fn maybe_one_of<T: Copy>(&self, name: &'static str, words: &Words<T>) -> Option<T> {
        self.field(name).and_then(|value| self.read_word(name, value, words))
    }

    fn read_word<T: Copy>(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        words: &Words<T>,
    ) -> Option<T> {
        let text = self.read_text(name, value, 60)?;
        let found = words.iter().find(|(_, word)| *word == text.value).map(|&(it, _)| it);
        if found.is_none() {
            self.wrong(
                &text.place,
                format!("`{name}` is \"{}\"", text.value),
                format!("it is one of {}", quoted(words)),
            );
        }
        found
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

    fn read_date(&self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<At<Date>> {
        let text = self.read_text(name, value, 40)?;
        match Date::parse(&text.value) {
            Some(date) => Some(At { value: date, place: text.place }),
            None => {
                self.wrong(
                    &text.place,
                    format!("`{name}` is \"{}\", which is no date", text.value),
                    "write \"2031-08-17\", \"2025-12\" or \"2025\"",
                );
                None
            }
        }
    }

    /// A date with day, month or year precision.
    pub(crate) fn date(&self, name: &'static str) -> Option<At<Date>> {
        self.required(name, "\"2031-08-17\"").and_then(|value| self.read_date(name, value))
    }

    /// A date that may be left out.
    pub(crate) fn maybe_date(&self, name: &'static str) -> Option<At<Date>> {
        self.field(name).and_then(|value| self.read_date(name, value))
    }

    /// A count with its bound.
    pub(crate) fn count(&self, name: &'static str) -> Option<At<Count>> {
        self.required(name, "52 or another count").and_then(|value| self.read_count(name, value))
    }

    /// A count that may be left out.
    pub(crate) fn maybe_count(&self, name: &'static str) -> Option<At<Count>> {
        self.field(name).and_then(|value| self.read_count(name, value))
    }

    /// A count, or the given word in its place: `Some(None)` for the word.
    pub(crate) fn count_or(&self, name: &'static str, word: &str) -> Option<Option<At<Count>>> {
        let value = self.required(name, &format!("52, another count, or \"{word}\""))?;
        if value.get_ref().as_str() == Some(word) {
            return Some(None);
        }
        self.read_count(name, value).map(Some)
    }

    /// A count, or `false` in its place: `Some(None)` for false, `None` if left out.
    pub(crate) fn count_or_false(&self, name: &'static str) -> Option<Option<At<Count>>> {
        let value = self.field(name)?;
        if value.get_ref().as_bool() == Some(false) {
            return Some(None);
        }
        self.read_count(name, value).map(Some)
    }

    fn read_count(&self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<At<Count>> {
        let place = self.file.place(value.span());
        let count = match value.get_ref() {
            DeValue::Integer(_) => number(value.get_ref()).map(Count::exactly),
            DeValue::Table(table) if table.len() == 1 => table
                .iter()
                .next()
                .and_then(|(bound, value)| bounded(bound.get_ref(), value.get_ref())),
            _ => None,
        };
        if count.is_none() {
            self.wrong(&place, format!("`{name}` is not a count"), COUNT_FORMS);
        }
        count.map(|value| At { value, place })
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

    /// One table that has to be there.
    pub(crate) fn table(&self, name: &'static str) -> Option<Table<'a>> {
        let value = self.required(name, "a table")?;
        match value.get_ref() {
            DeValue::Table(fields) => Some(Table::new(self.file, fields, value.span())),
            _ => {
                self.wrong(
                    &self.file.place(value.span()),
                    format!("`{name}` is not a table"),
                    format!("write [{name}] over its fields"),
                );
                None
            }
        }
    }

    /// Two parts of one, such as a place in the map; `None` if left out.
    pub(crate) fn fractions(&self, name: &'static str) -> Option<(f32, f32)> {
        let value = self.field(name)?;
        let part = |value: &DeValue<'_>| match value {
            DeValue::Float(float) => {
                float.as_str().parse().ok().filter(|it| (0.0..=1.0).contains(it))
            }
            _ => None,
        };
        let parts = match value.get_ref() {
            DeValue::Array(items) if items.len() == 2 => {
                part(items[0].get_ref()).zip(part(items[1].get_ref()))
            }
            _ => None,
        };
        if parts.is_none() {
            self.wrong(
                &self.file.place(value.span()),
                format!("`{name}` is not a place"),
                "write two parts of one, [0.25, 0.5]",
            );
        }
        parts
    }
}

/// Words that a field may hold, each with what it means.
type Words<T> = [(T, &'static str)];

fn quoted<T>(words: &Words<T>) -> String {
    words.iter().map(|(_, word)| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}

fn bounded(bound: &str, value: &DeValue<'_>) -> Option<Count> {
    match (bound, value) {
        ("at_least", value) => number(value).map(Count::at_least),
        ("more_than", value) => number(value).map(Count::more_than),
        ("about", value) => number(value).map(Count::about),
        ("between", DeValue::Array(items)) if items.len() == 2 => {
            let (low, high) = (number(items[0].get_ref())?, number(items[1].get_ref())?);
            (low < high).then(|| Count::between(low, high))
        }
        _ => None,
    }
}

/// A whole number from 0 up to a billion; more is a slip of the keyboard.
fn number(value: &DeValue<'_>) -> Option<u32> {
    let integer = value.as_integer()?;
    let n = u32::from_str_radix(integer.as_str(), integer.radix()).ok()?;
    (n <= 1_000_000_000).then_some(n)
}
