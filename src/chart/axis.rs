//! Scales: days and counts to canvas units, with ticks that a reader would choose.

use std::ops::Range;

use explainer_model::Date;
use explainer_model::count::grouped;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

/// A scale of days.
#[derive(Clone, Debug)]
pub struct Days {
    domain: Range<i32>,
    ticks: Vec<i32>,
}

impl Days {
    /// A scale from the first to the last day, drawn `width` px wide. Ticks stand on the first day of
    /// a month, as many as leave 58 px for each.
    pub fn new(first: i32, last: i32, width: u32) -> Days {
        const MONTHS: [i32; 10] = [1, 2, 3, 4, 6, 12, 24, 60, 120, 240];
        let last = last.max(first + 1);
        let max_ticks = i64::from((width / 58).max(2));
        let months = i64::from((last - first) / 30);
        let step = MONTHS.into_iter().find(|&step| months / i64::from(step) < max_ticks);
        Days { domain: first..last, ticks: month_starts(first, last, step.unwrap_or(240)) }
    }

    /// The days that have a tick.
    pub fn ticks(&self) -> &[i32] {
        &self.ticks
    }
}

impl Ranged for Days {
    type FormatOption = NoDefaultFormatting;
    type ValueType = i32;

    fn map(&self, value: &i32, limit: (i32, i32)) -> i32 {
        map(&self.domain, *value, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, _hint: Hint) -> Vec<i32> {
        self.ticks.clone()
    }

    fn range(&self) -> Range<i32> {
        self.domain.clone()
    }
}

impl ValueFormatter<i32> for Days {
    /// Month and year, or the day itself where no month begins.
    fn format(value: &i32) -> String {
        let date = Date::from_day(*value);
        let (year, month, day) = date.parts();
        if day == 1 { Date::checked(year, month, 0).short() } else { date.short() }
    }
}

impl Days {
    /// The label of a tick: the month, with its year at the first tick and in January; the year alone
    /// where ticks are years apart.
    pub fn label(&self, tick: i32) -> String {
        let (_, month, _) = Date::from_day(tick).parts();
        let years_apart = self.ticks.windows(2).all(|pair| pair[1] - pair[0] > 360);
        let with_year = Self::format(&tick);
        match with_year.split_once(' ') {
            Some((_, year)) if years_apart && self.ticks.len() > 1 => year.to_owned(),
            Some((name, _)) if month != 1 && self.ticks.first() != Some(&tick) => name.to_owned(),
            _ => with_year,
        }
    }
}

/// First days of months within the span, every `step` months counted from January.
fn month_starts(first: i32, last: i32, step: i32) -> Vec<i32> {
    let (year, month, _) = Date::from_day(first).parts();
    let start = i32::from(year) * 12 + i32::from(month) - 1;
    let start = start.div_euclid(step) * step;
    (0..)
        .map(|n| start + n * step)
        .map_while(|months| {
            let year = i16::try_from(months.div_euclid(12)).ok()?;
            let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
            let day = Date::new(year, month, 1)?.first_day();
            (day <= last).then_some(day)
        })
        .filter(|&day| day >= first)
        .collect()
}

/// A scale of counts, from nobody up.
#[derive(Clone, Debug)]
pub struct Counts {
    domain: Range<i32>,
    ticks: Vec<i32>,
}

impl Counts {
    /// A scale that holds `max`, drawn `height` px high. Ticks stand at 1, 2 or 5 times a power of
    /// ten, as many as leave 44 px for each.
    pub fn new(max: u32, height: u32) -> Counts {
        let max = i32::try_from(max).unwrap_or(i32::MAX / 4).max(1);
        let max_ticks = i32::try_from(height / 44).unwrap_or(1).max(1);
        let steps = (0..9).flat_map(|power| [1, 2, 5].map(|it| it * 10_i32.pow(power)));
        let step = steps.into_iter().find(|step| max / step < max_ticks).unwrap_or(max);
        Counts { domain: 0..max, ticks: (0..=max / step).map(|n| n * step).collect() }
    }

    /// The same scale with a little air over its largest value.
    pub fn with_headroom(max: u32, height: u32) -> Counts {
        Counts::new(max.saturating_add(max / 16), height)
    }

    /// The counts that have a tick.
    pub fn ticks(&self) -> &[i32] {
        &self.ticks
    }
}

impl Ranged for Counts {
    type FormatOption = NoDefaultFormatting;
    type ValueType = i32;

    fn map(&self, value: &i32, limit: (i32, i32)) -> i32 {
        map(&self.domain, *value, limit)
    }

    fn key_points<Hint: KeyPointHint>(&self, _hint: Hint) -> Vec<i32> {
        self.ticks.clone()
    }

    fn range(&self) -> Range<i32> {
        self.domain.clone()
    }
}

impl ValueFormatter<i32> for Counts {
    fn format(value: &i32) -> String {
        grouped(value.unsigned_abs())
    }
}

/// Domain to range, rounded to the nearest canvas unit.
fn map(domain: &Range<i32>, value: i32, limit: (i32, i32)) -> i32 {
    let (from, to) = (i64::from(limit.0), i64::from(limit.1));
    let span = i64::from(domain.end) - i64::from(domain.start);
    let offset = (i64::from(value) - i64::from(domain.start)) * (to - from);
    clamped(from + rounded_div(offset, span))
}

fn rounded_div(a: i64, b: i64) -> i64 {
    let (a, b) = if b < 0 { (-a, -b) } else { (a, b) };
    (2 * a + b).div_euclid(2 * b)
}

fn clamped(n: i64) -> i32 {
    n.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i32 {
        Date::parse(text).unwrap().first_day()
    }

    fn check_ticks(from: &str, to: &str, width: u32, labels: &[&str]) {
        let axis = Days::new(day(from), day(to), width);
        let found: Vec<String> = axis.ticks().iter().map(|&it| axis.label(it)).collect();
        assert_eq!(found, labels);
    }

    #[test]
    fn day_ticks_fit_the_width() {
        check_ticks("2024-07-01", "2026-03-30", 260, &["Jul 2024", "Jan 2025", "Jul", "Jan 2026"]);
        check_ticks(
            "2024-07-01",
            "2026-03-30",
            560,
            &["Jul 2024", "Oct", "Jan 2025", "Apr", "Jul", "Oct", "Jan 2026"],
        );
        check_ticks("2024-07-01", "2026-03-30", 236, &["Jul 2024", "Jan 2025", "Jul", "Jan 2026"]);
        check_ticks("1969-07-01", "1972-12-30", 260, &["1970", "1971", "1972"]);
        check_ticks("2025-01-01", "2025-03-15", 400, &["Jan 2025", "Feb", "Mar"]);
    }

    #[test]
    fn count_ticks_fit_the_height() {
        for (max, height, ticks) in [
            (854, 260, vec![0, 200, 400, 600, 800]),
            (1410, 220, vec![0, 500, 1000]),
            (12, 260, vec![0, 5, 10]),
            (2, 260, vec![0, 1, 2]),
            (0, 260, vec![0, 1]),
        ] {
            assert_eq!(Counts::new(max, height).ticks(), ticks, "{max} {height}");
        }
    }

    #[test]
    fn scales_map_their_ends_and_what_is_between() {
        let days = Days::new(day("2024-07-01"), day("2026-03-30"), 600);
        for (value, position) in [(day("2024-07-01"), 400), (day("2026-03-30"), 6400)] {
            assert_eq!(days.map(&value, (400, 6400)), position);
        }
        let counts = Counts::new(854, 260);
        for (value, position) in [(0, 2600), (427, 1300), (854, 0)] {
            assert_eq!(counts.map(&value, (2600, 0)), position);
        }
    }
}
