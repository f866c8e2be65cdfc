//! Numbers and dates in running text, and the rule that what opens a claim says its number.

use explainer_model::count::{Kind, grouped};
use explainer_model::date::MONTHS;
use explainer_model::{Count, Date};

use crate::number_words;

/// The first number in plain words that is neither a year nor the day of a date.
pub(crate) fn unclaimed_number(text: &str) -> Option<&str> {
    unclaimed(text).next().map(|(number, _)| number)
}

/// Numbers that are neither a year nor the day of a date, each with the text after it.
fn unclaimed(text: &str) -> impl Iterator<Item = (&str, &str)> {
    numbers(text).filter(|(number, after)| !is_year(number, after) && !is_day(number, after))
}

/// Every number with the text after it.
fn numbers(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let from_number = &rest[rest.find(|c: char| c.is_ascii_digit())?..];
        let len = from_number.find(|c: char| !is_numeric(c)).unwrap_or(from_number.len());
        let number = from_number[..len].trim_end_matches(['.', ',']);
        rest = &from_number[number.len()..];
        Some((number, rest))
    })
}

fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || c == ',' || c == '.'
}

fn is_year(number: &str, after: &str) -> bool {
    let year = number.len() == 4 && number.parse().is_ok_and(|it: u32| (1900..2100).contains(&it));
    year && !after.starts_with('%') && !after.starts_with(" people")
}

/// A day stands before its month, alone or as the first of a span: "13 December", "12–13 December".
fn is_day(number: &str, after: &str) -> bool {
    let day = number.parse().is_ok_and(|it: u32| (1..=31).contains(&it));
    let span = after.trim_start_matches(|c: char| c == '–' || c.is_ascii_digit());
    day && span.strip_prefix(' ').is_some_and(|it| MONTHS.iter().any(|month| it.starts_with(month)))
}

/// What words say of a date other than it is: its day, its month or its year, if they say one.
pub(crate) fn other_date(words: &str, date: Date) -> Option<String> {
    let (year, month, day) = date.parts();
    let is = |it: &(&str, &str), part: u32| it.0.parse() == Ok(part);
    let mut years = numbers(words).filter(|it| is_year(it.0, it.1));
    let year = years.find(|it| !is(it, u32::from(year.unsigned_abs())));
    // Of "12–13 December" either may be meant.
    let mut days = numbers(words).filter(|it| is_day(it.0, it.1)).peekable();
    let first = days.peek().copied();
    let day = first.filter(|_| days.all(|it| !is(&it, u32::from(day))));
    let number = year.or(day).map(|it| it.0.to_owned());
    let said = words.split(|it: char| !it.is_alphabetic());
    let mut months = said.filter_map(|it| MONTHS.iter().position(|month| *month == it));
    let other = || months.find(|it| *it + 1 != usize::from(month)).map(|it| MONTHS[it].to_owned());
    number.or_else(other)
}

/// Every whole date in a text, as "13 December 2031".
pub(crate) fn whole_dates(text: &str) -> Vec<Date> {
    let days = numbers(text).filter(|(number, after)| is_day(number, after));
    let whole = days.filter_map(|(day, after)| {
        let mut rest = after.trim_start().split(|it: char| !it.is_alphanumeric());
        let month = rest.next()?;
        let month = MONTHS.iter().position(|it| *it == month)?;
        let (year, month) = (rest.next()?.parse().ok()?, u8::try_from(month + 1).ok()?);
        Date::new(year, month, day.parse().ok()?)
    });
    whole.collect()
}

/// What is wrong with the words that open a claim, if anything: another number, or another bound.
pub(crate) fn contradiction(words: &str, value: Count) -> Option<String> {
    let mut said = unclaimed(words);
    if let Some((digits, after)) = said.next().or_else(|| numbers(words).next()) {
        let millions = after.trim_start().starts_with("million");
        let stated = if millions { in_millions(digits) } else { in_ones(digits) };
        if stated != Some(value.stated()) {
            return Some(format!("the words say {digits}"));
        }
    } else {
        let stated = number_words::read(words)?;
        if stated != value.stated() {
            return Some(format!("the words say {}", grouped(stated)));
        }
    }
    let bound = value.kind();
    let lower_case = words.to_lowercase();
    let has = |it: Kind| lower_case.contains(it.name());
    if bound != Kind::Exactly && !has(bound) {
        return Some(format!("the words leave out \"{}\"", bound.name()));
    }
    let others = [Kind::AtLeast, Kind::MoreThan, Kind::About, Kind::Between];
    if let Some(other) = others.into_iter().find(|&it| it != bound && has(it)) {
        return Some(format!("the words add \"{}\"", other.name()));
    }
    if bound == Kind::About && value.high().is_none() && !lower_case.contains("or more") {
        return Some("the words leave out \"or more\"".to_owned());
    }
    match (said.next(), value.high().filter(|it| *it != value.stated())) {
        (Some((second, _)), high) if high.is_none() || in_ones(second) != high => {
            Some(format!("the words say {second} as well"))
        }
        (None, Some(high)) => Some(format!("the words leave out {}", grouped(high))),
        _ => None,
    }
}

fn in_ones(digits: &str) -> Option<u32> {
    digits.replace(',', "").parse().ok()
}

/// "9.5" as 9,500,000.
fn in_millions(digits: &str) -> Option<u32> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = format!("{part:0<6}");
    let whole: u32 = whole.parse().ok()?;
    whole.checked_mul(1_000_000)?.checked_add(part.get(..6)?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_days_need_no_claim() {
        for text in
            ["On 17 August 2031.", "12–13 December", "since 1994", "July 2024, then", "nothing"]
        {
            assert_eq!(unclaimed_number(text), None, "{text}");
        }
        for (text, number) in [
            ("some 430 people", "430"),
            ("1,140 held", "1,140"),
            ("in 2025, 52 left", "52"),
            ("13 people", "13"),
            ("over 9.5", "9.5"),
        ] {
            assert_eq!(unclaimed_number(text), Some(number), "{text}");
        }
    }

    #[test]
    fn words_must_say_what_the_claim_says() {
        let more = Count::more_than(430);
        assert_eq!(contradiction("more than 430", more), None);
        assert_eq!(
            contradiction("430", more).as_deref(),
            Some("the words leave out \"more than\"")
        );
        assert_eq!(contradiction("more than 431", more).as_deref(), Some("the words say 431"));
        assert_eq!(contradiction("about 9.5 million", Count::about(9_500_000)), None);
        assert_eq!(contradiction("1,140", Count::exactly(1140)), None);
        assert_eq!(contradiction("the laureate", more), None);
        assert_eq!(contradiction("more than four hundred and thirty", more), None);
        assert_eq!(contradiction("thirty-one people", more).as_deref(), Some("the words say 31"));
        assert_eq!(contradiction("More than 430", more), None);
        assert_eq!(contradiction("on 3 May more than 430", more), None);
        assert_eq!(
            contradiction("more than 430 of 500", more).as_deref(),
            Some("the words say 500 as well")
        );
    }

    #[test]
    fn words_must_not_add_a_bound() {
        assert_eq!(
            contradiction("at least 52", Count::exactly(52)).as_deref(),
            Some("the words add \"at least\"")
        );
    }

    #[test]
    fn both_ends_of_a_span_are_read() {
        let span = Count::between(1000, 1200);
        for (words, wrong) in [
            ("between 1,000 and 1,200", None),
            ("between 1,000 and 1,300", Some("the words say 1,300 as well")),
            ("between 1,000 and some more", Some("the words leave out 1,200")),
        ] {
            assert_eq!(contradiction(words, span).as_deref(), wrong, "{words}");
        }
    }

    #[test]
    fn sums_that_are_about_so_many_or_more_say_both() {
        let sum = Count::about_or_more(203);
        assert_eq!(contradiction("about 203 or more", sum), None);
        assert_eq!(
            contradiction("about 203", sum).as_deref(),
            Some("the words leave out \"or more\"")
        );
        let span = Count::about_between(201, 203);
        assert_eq!(contradiction("about 201 to 203", span), None);
        assert_eq!(contradiction("about 201", span).as_deref(), Some("the words leave out 203"));
    }

    #[test]
    fn a_date_in_words_is_that_of_what_it_leads_to() {
        let date = Date::checked(2031, 8, 17);
        for (words, other) in [
            ("17 August 2031", None),
            ("in August", None),
            ("16–17 August", None),
            ("the meeting", None),
            ("16 August 2031", Some("16")),
            ("17 July", Some("July")),
            ("in 2030", Some("2030")),
            ("Maybe", None),
        ] {
            assert_eq!(other_date(words, date).as_deref(), other, "{words}");
        }
    }

    #[test]
    fn whole_dates_are_found() {
        let days =
            whole_dates("from July 2030 to 26 March 2031, before 30 May: 12 people; 1 May 2031");
        assert_eq!(days, [Date::checked(2031, 3, 26), Date::checked(2031, 5, 1)]);
    }
}
