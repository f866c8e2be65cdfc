//! Fields that hold a count, and why something is none.

use explainer_model::Count;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Table;
use crate::problem::{At, nearest};

/// How a count may be written; the advice after every count that cannot be read.
pub(crate) const FORMS: &str =
    "52, { at_least = 18 }, { more_than = 430 }, { about = 200 }, { between = [10, 20] }";
/// The words that bound a count.
pub(crate) const BOUNDS: [&str; 4] = ["at_least", "more_than", "about", "between"];

impl Table<'_> {
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

    /// A count, or `false` in its place: no count for false, `None` if left out.
    pub(crate) fn count_or_false(&self, name: &'static str) -> Option<At<Option<Count>>> {
        let value = self.field(name)?;
        if value.get_ref().as_bool() == Some(false) {
            return Some(At { value: None, place: self.file.place(value.span()) });
        }
        let count = self.read_count(name, value, " or false")?;
        Some(At { value: Some(count.value), place: count.place })
    }

    /// `or` says what may stand in its place.
    fn read_count(&self, name: &str, value: &Spanned<DeValue<'_>>, or: &str) -> Option<At<Count>> {
        let place = self.file.place(value.span());
        match count(value.get_ref()) {
            Ok(value) => Some(At { value, place }),
            Err(why) => {
                let wrong = format!("`{name}` is not a count: {why}");
                self.wrong(&place, wrong, format!("write {FORMS}{or}"));
                None
            }
        }
    }
}

/// The count, or why it is none.
fn count(value: &DeValue<'_>) -> Result<Count, String> {
    match value {
        DeValue::Table(table) => bounded(table),
        _ => number(value).map(Count::exactly).map_err(|why| format!("it {why}")),
    }
}

fn bounded(table: &DeTable<'_>) -> Result<Count, String> {
    let mut bounds = table.iter();
    let (bound, value) = match (bounds.next(), bounds.next()) {
        (Some((bound, value)), None) => (bound.get_ref().as_ref(), value.get_ref()),
        (Some(_), Some(_)) => return Err("it has more than one bound".to_owned()),
        (None, _) => return Err("it has no bound".to_owned()),
    };
    let number = |value| number(value).map_err(|why| format!("what `{bound}` bounds {why}"));
    match bound {
        "at_least" => number(value).map(Count::at_least),
        "more_than" => number(value).map(Count::more_than),
        "about" => number(value).map(Count::about),
        "about_or_more" => number(value).map(Count::about_or_more),
        "between" | "about_between" => {
            let between = if bound == "between" { Count::between } else { Count::about_between };
            let ends = value.as_array().filter(|it| it.len() == 2);
            let ends = ends.ok_or(format!("`{bound}` takes two numbers, as in [10, 20]"))?;
            let (low, high) = (number(ends[0].get_ref())?, number(ends[1].get_ref())?);
            match low < high {
                true => Ok(between(low, high)),
                false => Err(format!("{low} is not below {high}")),
            }
        }
        _ => Err(match nearest(bound, BOUNDS.into_iter()) {
            Some(meant) => format!("`{bound}` should probably be `{meant}`"),
            None => format!("there is no `{bound}`"),
        }),
    }
}

/// A whole number from 0 up to a billion; more is a slip of the keyboard. If it is none, why.
fn number(value: &DeValue<'_>) -> Result<u32, &'static str> {
    match value {
        DeValue::Integer(it) if it.as_str().starts_with('-') => Err("is below zero"),
        DeValue::Integer(it) => {
            let n = u32::from_str_radix(it.as_str(), it.radix()).ok();
            n.filter(|n| *n <= 1_000_000_000).ok_or("is above a billion")
        }
        DeValue::Float(it) if it.as_str().contains(['e', 'E']) => Err("has an exponent"),
        DeValue::Float(it) if it.as_str().contains('.') => Err("has a decimal point"),
        DeValue::Float(_) => Err("is infinite, or no number at all"),
        DeValue::String(_) => Err("stands in quotation marks"),
        DeValue::Boolean(_) => Err("is true or false"),
        DeValue::Datetime(_) => Err("is a date"),
        DeValue::Array(_) => Err("is a list"),
        DeValue::Table(_) => Err("is a table"),
    }
}
