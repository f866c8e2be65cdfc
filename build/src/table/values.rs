//! Fields that hold a value of the story: words of a fixed set, dates, counts, places.

use explainer_model::{Count, Date};
use toml::Spanned;
use toml::de::DeValue;

use super::Table;
use crate::problem::{At, nearest};

/// How a count may be written; the advice after every count that cannot be read.
const COUNT_FORMS: &str =
    "52, { at_least = 18 }, { more_than = 430 }, { about = 200 }, { between = [10, 20] }";
/// The words that bound a count.
const BOUNDS: [&str; 4] = ["at_least", "more_than", "about", "between"];

impl Table<'_> {
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

    fn read_date(&self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<At<Date>> {
        let text = self.read_text(name, value, 40)?;
        match Date::parse(&text.value) {
            Some(date) => Some(At { value: date, place: text.place }),
            None => {
                let wrong = format!("`{name}` is \"{}\", which is no date", text.value);
                self.wrong(&text.place, wrong, date_meant(&text.value));
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
        self.required(name, "52 or another count")
            .and_then(|value| self.read_count(name, value, ""))
    }

    /// A count that may be left out.
    pub(crate) fn maybe_count(&self, name: &'static str) -> Option<At<Count>> {
        self.field(name).and_then(|value| self.read_count(name, value, ""))
    }

    /// A count, or the given word in its place: `Some(None)` for the word.
    pub(crate) fn count_or(&self, name: &'static str, word: &str) -> Option<Option<At<Count>>> {
        let value = self.required(name, &format!("52, another count, or \"{word}\""))?;
        if value.get_ref().as_str() == Some(word) {
            return Some(None);
        }
        self.read_count(name, value, &format!(" or \"{word}\"")).map(Some)
    }

    /// A count, or `false` in its place: `Some(None)` for false, `None` if left out.
    pub(crate) fn count_or_false(&self, name: &'static str) -> Option<Option<At<Count>>> {
        let value = self.field(name)?;
        if value.get_ref().as_bool() == Some(false) {
            return Some(None);
        }
        self.read_count(name, value, " or false").map(Some)
    }

    /// `or` says what may stand in its place.
    fn read_count(&self, name: &str, value: &Spanned<DeValue<'_>>, or: &str) -> Option<At<Count>> {
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
            let why = not_a_count(value.get_ref()).map_or_else(String::new, |it| format!(": {it}"));
            let right = format!("write {COUNT_FORMS}{or}");
            self.wrong(&place, format!("`{name}` is not a count{why}"), right);
        }
        count.map(|value| At { value, place })
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

/// What would be right in place of what is no date: the same in the right form, if that can be told.
fn date_meant(text: &str) -> String {
    let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
    let padded: Vec<String> = parts.iter().map(|it| format!("{it:0>2}")).collect();
    if text.contains('-') && Date::parse(&padded.join("-")).is_some() {
        return format!("write \"{}\"", padded.join("-"));
    }
    if let [year, month, _] = &parts[..]
        && Date::parse(text.get(..7).unwrap_or_default()).is_some()
    {
        let last =
            (28..=31).rev().find(|day| Date::parse(&format!("{year}-{month}-{day}")).is_some());
        return format!("that month has {} days", last.unwrap_or_default());
    }
    "write \"2031-08-17\", \"2031-08\" or \"2031\"".to_owned()
}

/// Why a value is not a count, if that can be said better than by what would be one.
fn not_a_count(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(_) => Some("it stands in quotation marks".to_owned()),
        DeValue::Integer(it) if it.as_str().starts_with('-') => Some("it is below zero".to_owned()),
        DeValue::Integer(_) => Some("it is above a billion".to_owned()),
        DeValue::Float(_) => Some("it has a fraction".to_owned()),
        DeValue::Table(table) if table.len() > 1 => Some("it has more than one bound".to_owned()),
        DeValue::Table(table) => {
            let (bound, value) = table.iter().next()?;
            let bound: &str = bound.get_ref();
            if !BOUNDS.contains(&bound) {
                let known = format!("there is no `{bound}`");
                let meant = nearest(bound, BOUNDS.into_iter());
                return Some(
                    meant.map_or(known, |it| format!("`{bound}` should probably be `{it}`")),
                );
            }
            let ends = value.get_ref().as_array().filter(|it| it.len() == 2)?;
            let (low, high) = (number(ends[0].get_ref())?, number(ends[1].get_ref())?);
            (low >= high).then(|| format!("{low} is not below {high}"))
        }
        _ => None,
    }
}

fn bounded(bound: &str, value: &DeValue<'_>) -> Option<Count> {
    match (bound, value) {
        ("at_least", value) => number(value).map(Count::at_least),
        ("more_than", value) => number(value).map(Count::more_than),
        ("about", value) => number(value).map(Count::about),
        ("about_or_more", value) => number(value).map(Count::about_or_more),
        ("between" | "about_between", DeValue::Array(items)) if items.len() == 2 => {
            let (low, high) = (number(items[0].get_ref())?, number(items[1].get_ref())?);
            let between = if bound == "between" { Count::between } else { Count::about_between };
            (low < high).then(|| between(low, high))
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
