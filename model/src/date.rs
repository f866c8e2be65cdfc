//! Civil dates that know how precise they are.

use std::fmt;

/// A date of the proleptic Gregorian calendar with day, month or year precision.
///
/// Two dates compare by the first day they may mean, then by precision (the vaguer first).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    /// 1 to 12, or 0 when only the year is known.
    month: u8,
    /// 1 to 31, or 0 when only the month is known.
    day: u8,
}

/// How much of a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
}

/// English names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// The date with the given parts, `0` for a part that is not known; `None` if there is no such date.
    pub const fn new(year: i16, month: u8, day: u8) -> Option<Date> {
        let known = match (month, day) {
            (0, 0) => true,
            (1..=12, 0) => true,
            (1..=12, _) => day <= days_in_month(year, month),
            _ => false,
        };
        if known && year > 0 && year < 10_000 { Some(Date { year, month, day }) } else { None }
    }

    /// A date that the build script has checked. Its parts are taken as they are.
    pub const fn checked(year: i16, month: u8, day: u8) -> Date {
        Date { year, month, day }
    }

    /// Reads `2031-08-17`, `2025-12` or `2025`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(0), |part| digits(part, 2).filter(|&it| it > 0))?;
        let day = parts.next().map_or(Some(0), |part| digits(part, 2).filter(|&it| it > 0))?;
        if parts.next().is_some() {
            return None;
        }
        Date::new(i16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// Year, month and day as stored; `0` for a part that is not known.
    pub const fn parts(self) -> (i16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// How much of the date is known.
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// Days from 1 January 1970 to the first day that the date may mean.
    pub const fn first_day(self) -> i32 {
        let month = if self.month == 0 { 1 } else { self.month };
        let day = if self.day == 0 { 1 } else { self.day };
        days_from_civil(self.year as i32, month as i32, day as i32)
    }

    /// Days from 1 January 1970 to the last day that the date may mean.
    pub const fn last_day(self) -> i32 {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in_month(self.year, month) } else { self.day };
        days_from_civil(self.year as i32, month as i32, day as i32)
    }

    /// The day that lies the given number of days after 1 January 1970.
    pub const fn from_day(days: i32) -> Date {
        // Eras of 400 years that begin on 1 March, so that the leap day comes last.
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + (month <= 2) as i32;
        Date { year: year as i16, month: month as u8, day: day as u8 }
    }

    /// ISO 8601, as precise as the date: `2031-08-17`, `2025-12`, `2025`.
    pub fn iso(self) -> String {
        match self.precision() {
            Precision::Year => format!("{:04}", self.year),
            Precision::Month => format!("{:04}-{:02}", self.year, self.month),
            Precision::Day => format!("{:04}-{:02}-{:02}", self.year, self.month, self.day),
        }
    }

    /// With the month's first three letters: `17 Aug 2031`.
    pub fn short(self) -> String {
        self.words(self.month_name().and_then(|name| name.get(..3)))
    }

    /// As [`short`](Self::short), where the year is told beside it: `17 Aug`.
    pub fn without_year(self) -> String {
        let short = self.short();
        short.rsplit_once(' ').map_or(String::new(), |(day, _)| day.into())
    }

    /// The month's English name, if the month is known.
    pub fn month_name(self) -> Option<&'static str> {
        usize::from(self.month).checked_sub(1).and_then(|idx| MONTHS.get(idx)).copied()
    }

    fn words(self, month: Option<&str>) -> String {
        match (month, self.day) {
            (None, _) => self.year.to_string(),
            (Some(month), 0) => format!("{month} {}", self.year),
            (Some(month), day) => format!("{day} {month} {}", self.year),
        }
    }
}

impl fmt::Display for Date {
    /// In full: `17 August 2031`, `December 2025`, `2025`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(self.month_name()))
    }
}

fn digits(text: &str, len: usize) -> Option<u16> {
    let all_digits = text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits { text.parse().ok() } else { None }
}

const fn days_in_month(year: i16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

const fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year - era * 400;
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, full: &str, short: &str) {
        let date = Date::parse(text).unwrap();
        assert_eq!(date.to_string(), full);
        assert_eq!(date.short(), short);
        assert_eq!(date.iso(), text);
    }

    #[test]
    fn each_precision_reads_and_writes() {
        check("2031-08-17", "17 August 2031", "17 Aug 2031");
        check("2025-05", "May 2025", "May 2025");
        check("1994", "1994", "1994");
        assert_eq!(Date::parse("2031-08-17").unwrap().without_year(), "17 Aug");
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for text in [
            "2025-02-29",
            "2025-13-01",
            "2025-00-01",
            "2025-1-1",
            "25-01-01",
            "2025-01-01-01",
            "",
            "soon",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2024-02-29").is_some());
        assert!(Date::parse("1900-02-29").is_none());
        assert!(Date::parse("2000-02-29").is_some());
    }

    #[test]
    fn a_vague_date_spans_its_days() {
        let month = Date::parse("2024-02").unwrap();
        assert_eq!(month.last_day() - month.first_day(), 28);
        let year = Date::parse("2025").unwrap();
        assert_eq!(year.last_day() - year.first_day(), 364);
    }

    #[test]
    fn the_epoch_is_day_zero() {
        assert_eq!(Date::parse("1970-01-01").unwrap().first_day(), 0);
        assert_eq!(Date::parse("2000-03-01").unwrap().first_day(), 11_017);
    }

    proptest! {
        #[test]
        fn days_and_dates_are_inverse(day in -700_000i32..2_900_000) {
            let date = Date::from_day(day);
            prop_assert_eq!(date.first_day(), day);
            prop_assert_eq!(date.last_day(), day);
            prop_assert_eq!(Date::parse(&date.iso()), Some(date));
        }

        #[test]
        fn order_of_dates_is_order_of_days(a in 0i32..40_000, b in 0i32..40_000) {
            prop_assert_eq!(a.cmp(&b), Date::from_day(a).cmp(&Date::from_day(b)));
        }
    }
}
