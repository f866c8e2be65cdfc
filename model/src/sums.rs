//! The two countings, added up.

use crate::facts::Release;
use crate::{Count, Date};

/// Both countings up to some moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// People freed, as announced, as far as they enter the sum.
    pub itemised: Count,
    /// How many of them rights defenders recognise, as bounds.
    pub recognised: Count,
}

impl Running {
    /// Before the first release.
    pub const START: Running = Running { itemised: Count::ZERO, recognised: Count::ZERO };

    /// With one release more.
    pub fn after(self, release: &Release) -> Running {
        match release.itemised {
            None => self,
            Some(itemised) => Running {
                itemised: self.itemised + itemised,
                recognised: self.recognised + recognised(release),
            },
        }
    }
}

/// How many of a release are recognised, as bounds: an unknown share lies between nobody and everybody.
pub fn recognised(release: &Release) -> Count {
    let everybody = release.itemised.unwrap_or(release.people);
    release.recognised.unwrap_or(match everybody.high() {
        Some(high) => Count::between(0, high),
        None => Count::at_least(0),
    })
}

/// The sums after each release, in order.
pub fn running(releases: &[Release]) -> Vec<Running> {
    releases
        .iter()
        .scan(Running::START, |sum, release| {
            *sum = sum.after(release);
            Some(*sum)
        })
        .collect()
}

/// The sums of all releases up to a day, with or without the releases of that day.
pub fn up_to(releases: &[Release], day: Date, with_that_day: bool) -> Running {
    releases
        .iter()
        .filter(|release| release.date < day || (with_that_day && release.date == day))
        .fold(Running::START, Running::after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn release(day: u8, people: Count, recognised: Option<Count>) -> Release {
        Release {
            id: "r",
            date: Date::checked(2025, 1, day),
            people,
            itemised: Some(people),
            recognised,
            annotation: None,
            actors: &[],
        }
    }

    #[test]
    fn an_unknown_share_is_a_bound_and_not_a_zero() {
        let releases = [
            release(1, Count::exactly(30), Some(Count::exactly(30))),
            release(2, Count::exactly(16), None),
        ];
        let sums = running(&releases);
        assert_eq!(sums[1].itemised, Count::exactly(46));
        assert_eq!(sums[1].recognised, Count::between(30, 46));
    }

    #[test]
    fn what_stands_outside_the_sum_changes_neither_counting() {
        let mut outside = release(1, Count::exactly(5), Some(Count::exactly(5)));
        outside.itemised = None;
        assert_eq!(Running::START.after(&outside), Running::START);
    }

    #[test]
    fn an_open_release_leaves_its_unknown_share_open() {
        let open = release(1, Count::at_least(18), None);
        assert_eq!(recognised(&open), Count::at_least(0));
    }

    #[test]
    fn a_day_can_be_left_out_of_its_own_total() {
        let releases = [release(1, Count::exactly(2), None), release(2, Count::exactly(3), None)];
        let day = Date::checked(2025, 1, 2);
        assert_eq!(up_to(&releases, day, false).itemised, Count::exactly(2));
        assert_eq!(up_to(&releases, day, true).itemised, Count::exactly(5));
    }

    proptest! {
        #[test]
        fn the_second_counting_stays_within_the_first(people in proptest::collection::vec((0u32..300, any::<bool>()), 0..40)) {
            let releases: Vec<Release> = people
                .iter()
                .map(|&(n, known)| release(1, Count::exactly(n), known.then_some(Count::exactly(n / 2))))
                .collect();
            for sum in running(&releases) {
                prop_assert!(sum.recognised.low() <= sum.itemised.low());
                prop_assert!(sum.recognised.high() <= sum.itemised.high());
            }
        }
    }
}
