//! What held on a day, as far as dates can tell.

use super::Relation;
use crate::Date;

/// How a relation stands at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It begins later.
    NotYet,
    /// It holds, and has begun since the time before.
    Began,
    /// It holds, or may well do.
    Holds,
    /// It ended before.
    Ended,
}

impl Standing {
    /// The CSS class that marks it.
    pub const fn class(self) -> &'static str {
        match self {
            Standing::Began => "began",
            Standing::Ended => "ended",
            Standing::NotYet | Standing::Holds => "",
        }
    }
}

/// How a relation stands at `day`, seen from `since`, the time at which one looked before, if there is one.
///
/// A vague date is never read as more than it says: a relation is [`Standing::NotYet`] or
/// [`Standing::Ended`] only if that is so whatever days the dates may mean. One that begins in "2025" may hold in March
/// 2025, so it holds. What has no start is not "not yet", and what has no end has not ended; without
/// both it holds always. The day of the end is still part of it.
///
/// [`Standing::Began`] is a way of holding: of what holds at `day`, it tells what certainly began after
/// all of `since` and no later than `day` does end. What began and ended between the two has ended.
pub fn standing(relation: &Relation, since: Option<Date>, day: Date) -> Standing {
    let (start, end) = (relation.start, relation.end);
    if start.is_some_and(|it| it.first_day() > day.last_day()) {
        Standing::NotYet
    } else if end.is_some_and(|it| it.last_day() < day.first_day()) {
        Standing::Ended
    } else if let (Some(start), Some(since)) = (start, since)
        && start.first_day() > since.last_day()
        && start.last_day() <= day.last_day()
    {
        Standing::Began
    } else {
        Standing::Holds
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Dates as in `data/`; empty for none.
    fn date(text: &str) -> Option<Date> {
        let date = Date::parse(text);
        assert_eq!(date.is_none(), text.is_empty(), "{text}");
        date
    }

    #[test]
    fn standing_by_table() {
        use Standing::{Began, Ended, Holds, NotYet};
        for (start, end, since, day, expected) in [
            // Without dates it holds always, and nobody can say that it began.
            ("", "", "", "2031-05-09", Holds),
            ("", "", "2031-05-01", "2031-05-09", Holds),
            // From its first day to its last.
            ("2031-05-10", "2031-05-12", "", "2031-05-09", NotYet),
            ("2031-05-10", "2031-05-12", "", "2031-05-10", Holds),
            ("2031-05-10", "2031-05-12", "", "2031-05-12", Holds),
            ("2031-05-10", "2031-05-12", "", "2031-05-13", Ended),
            // One date alone says nothing of the other.
            ("2031-05-10", "", "", "2031-05-09", NotYet),
            ("2031-05-10", "", "", "2099-01-01", Holds),
            ("", "2031-05-12", "", "1001-01-01", Holds),
            ("", "2031-05-12", "", "2031-05-13", Ended),
            // What may hold holds.
            ("2031-05", "", "", "2031-04-30", NotYet),
            ("2031-05", "", "", "2031-05-01", Holds),
            ("2031", "", "", "2030-12-31", NotYet),
            ("2031", "", "", "2031-01-01", Holds),
            ("", "2031-05", "", "2031-05-31", Holds),
            ("", "2031-05", "", "2031-06-01", Ended),
            ("", "2031", "", "2031-12-31", Holds),
            ("", "2031", "", "2032-01-01", Ended),
            // So it is if the day asked for is vague.
            ("2031-05-10", "2031-05-12", "", "2031-05", Holds),
            ("2031-05-10", "2031-05-12", "", "2031", Holds),
            ("2031-05-10", "2031-05-12", "", "2031-04", NotYet),
            ("2031-05-10", "2031-05-12", "", "2031-06", Ended),
            ("2031-05", "2031-05", "", "2031", Holds),
            // It began if that was after the time before and not after the day.
            ("2031-05-10", "", "2031-05-09", "2031-05-10", Began),
            ("2031-05-10", "", "2031-05-09", "2031-05-20", Began),
            ("2031-05-10", "", "2031-05-10", "2031-05-20", Holds),
            ("2031-05-10", "", "", "2031-05-10", Holds),
            ("2031-05-10", "", "2031-05-01", "2031-05-09", NotYet),
            ("2031-05-10", "2031-05-12", "2031-05-01", "2031-05-12", Began),
            ("2031-05-10", "2031-05-12", "2031-05-01", "2031-05-13", Ended),
            // Certainly, that is.
            ("2031-05", "", "2031-04-30", "2031-05-31", Began),
            ("2031-05", "", "2031-04-30", "2031-05-30", Holds),
            ("2031-05", "", "2031-05-01", "2031-05-31", Holds),
            ("2031", "", "2031-04-30", "2031-05-31", Holds),
            ("2031-05-10", "", "2031-04", "2031-05", Began),
            ("2031-05-10", "", "2031-05", "2031-06", Holds),
            ("2031-05-10", "", "2031", "2031-06", Holds),
        ] {
            let relation =
                Relation { start: date(start), end: date(end), ..Relation::between(0, 1) };
            let day = date(day).unwrap();
            let found = standing(&relation, date(since), day);
            assert_eq!(found, expected, "{start} to {end}, seen from {since} at {day}");
        }
    }

    fn any_date() -> impl Strategy<Value = Date> {
        (2030i16..2033, 0u8..13, 0u8..29).prop_map(|(year, month, day)| {
            Date::checked(year, month, if month > 0 { day } else { 0 })
        })
    }

    proptest! {
        #[test]
        fn what_may_hold_is_not_said_to_be_over_or_to_come(
            start in proptest::option::of(any_date()),
            end in proptest::option::of(any_date()),
            since in proptest::option::of(any_date()),
            day in any_date(),
        ) {
            let relation = Relation { start, end, ..Relation::between(0, 1) };
            let found = standing(&relation, since, day);
            let may_hold = |it: i32| {
                start.is_none_or(|start| start.first_day() <= it)
                    && end.is_none_or(|end| end.last_day() >= it)
            };
            if (day.first_day()..=day.last_day()).any(may_hold) {
                prop_assert!(matches!(found, Standing::Holds | Standing::Began));
            }
            // Where one looked before changes nothing but what is new.
            let plain = standing(&relation, None, day);
            prop_assert_eq!(if found == Standing::Began { Standing::Holds } else { found }, plain);
        }
    }
}
