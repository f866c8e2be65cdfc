//! Fields that hold a date, and which date was meant by what is none.

use explainer_model::Date;
use explainer_model::date::{MONTHS, Precision};
use toml::Spanned;
use toml::de::DeValue;

use super::Table;
use crate::problem::At;

/// How precise a date has to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    WholeDay,
    AnyPart,
}

impl Table<'_> {
    fn read_date(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        needs: Needs,
    ) -> Option<At<Date>> {
        let text = self.read_text(name, value, 40)?;
        match Date::parse(&text.value) {
            Some(date) => Some(At { value: date, place: text.place }),
            None => {
                let wrong = format!("`{name}` is \"{}\", which is no date", text.value);
                self.wrong(&text.place, wrong, right(&text.value, needs));
                None
            }
        }
    }

    /// A date with day, month or year precision.
    pub(crate) fn date(&self, name: &'static str) -> Option<At<Date>> {
        self.required(name, "\"2031-08-17\"")
            .and_then(|value| self.read_date(name, value, Needs::AnyPart))
    }

    /// A date that has to be a whole day, which is checked where all dates are: one that lacks its day can still be put
    /// in order. Here it is only what is offered in place of what is no date.
    pub(crate) fn day(&self, name: &'static str) -> Option<At<Date>> {
        self.required(name, "\"2031-08-17\"")
            .and_then(|value| self.read_date(name, value, Needs::WholeDay))
    }

    /// A date that may be left out.
    pub(crate) fn maybe_date(&self, name: &'static str) -> Option<At<Date>> {
        self.field(name).and_then(|value| self.read_date(name, value, Needs::AnyPart))
    }
}

/// What would be right in place of what is no date: the same in the right form, if that can be told.
fn right(text: &str, needs: Needs) -> String {
    let parts: Vec<&str> = text.split(|it: char| !it.is_alphanumeric()).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    let fits = |it: &Date| needs == Needs::AnyPart || it.precision() == Precision::Day;
    if let Some(date) = meant(text.trim(), &parts).filter(fits) {
        return format!("write \"{}\"", date.iso());
    }
    if let Some(date) = swapped(&parts) {
        return format!("did you mean \"{}\"?", date.iso());
    }
    if let Some(last) = last_day(&parts) {
        return format!("that month has {last} days");
    }
    match needs {
        Needs::WholeDay => "write the whole date, as \"2031-08-17\"".to_owned(),
        Needs::AnyPart => "write \"2031-08-17\", \"2031-08\" or \"2031\"".to_owned(),
    }
}

/// The only date that a text can mean.
fn meant(text: &str, parts: &[&str]) -> Option<Date> {
    // A time after the date is of no use here.
    let is_time =
        |it: &str| it.strip_prefix(['T', 't', ' ']).is_some_and(|it| it.starts_with(is_digit));
    if let Some((date, _)) = text.split_at_checked(10).filter(|it| is_time(it.1)) {
        return Date::parse(date);
    }
    match *parts {
        [year, month, day] if is_year(year) => date(year, month, day),
        [a, b, year] if is_year(year) => match (date(year, b, a), date(year, a, b)) {
            // 5/6 is a day in May or in June.
            (Some(one), Some(other)) => (one == other).then_some(one),
            (one, other) => one.or(other),
        },
        [year, month] if is_year(year) => date(year, month, ""),
        [month, year] if is_year(year) => date(year, month, ""),
        _ => None,
    }
}

/// The date with day and month in each other's place. It is asked for, not told: the month may as well be a slip.
fn swapped(parts: &[&str]) -> Option<Date> {
    match *parts {
        [year, day, month] if is_year(year) => date(year, month, day),
        _ => None,
    }
}

fn is_digit(it: char) -> bool {
    it.is_ascii_digit()
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.chars().all(is_digit)
}

/// The date of those parts, the month in figures or in English; the day may be left out.
fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let starts =
        |it: &&str| month.len() >= 3 && it.to_lowercase().starts_with(&month.to_lowercase());
    let named = MONTHS.iter().position(starts).map(|it| (it + 1).to_string());
    let month = named.as_deref().unwrap_or(month);
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|it| day.strip_suffix(it));
    let padded = match ordinal.unwrap_or(day) {
        "" => format!("{year}-{month:0>2}"),
        day => format!("{year}-{month:0>2}-{day:0>2}"),
    };
    Date::parse(&padded)
}

/// How many days the month has, of a day that there is in longer ones alone.
fn last_day(parts: &[&str]) -> Option<u8> {
    let (year, month, day) = match *parts {
        [a, b, c] if is_year(a) => (a, b, c),
        [a, b, c] if is_year(c) => (c, b, a),
        _ => return None,
    };
    date(year, month, "").filter(|_| matches!(day, "29" | "30" | "31"))?;
    (28..31).rev().find(|it: &u8| date(year, month, &it.to_string()).is_some())
}
