//! The two countings, added up.

use crate::count::Kind;
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

/// How many must have been added to a list between two counts of it, given how many are known to have
/// been taken off: what the second count holds beyond the first without them.
///
/// A lower bound: whoever left the list in a way that is not known (by serving a term, say) was
/// replaced as well. `None` if the counts do not tell, because one of them is approximate or open.
pub fn newly_added(before: Count, after: Count, taken_off: Count) -> Option<Count> {
    let exact = |count: Count| count.kind() == Kind::Exactly;
    let rest = before.high()?.saturating_sub(taken_off.low());
    (exact(before) && exact(after) && taken_off.kind() != Kind::About && after.low() > rest)
        .then(|| Count::at_least(after.low() - rest))
}

/// The sums of the releases between two days, without those of either. Whether a count of that day was made before
/// or after its release is seldom known, so what lies between two counts is at least this.
pub fn between(releases: &[Release], after: Date, before: Date) -> Running {
    releases
        .iter()
        .filter(|release| release.date > after && release.date < before)
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
            taken_to: &[],
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

    #[test]
    fn who_must_have_been_added_is_a_lower_bound() {
        let exactly = Count::exactly;
        let added = |before, after, freed| newly_added(before, after, freed);
        assert_eq!(added(exactly(100), exactly(90), exactly(30)), Some(Count::at_least(20)));
        assert_eq!(
            added(exactly(100), exactly(90), Count::between(20, 40)),
            Some(Count::at_least(10))
        );
        assert_eq!(
            added(exactly(100), exactly(90), Count::at_least(30)),
            Some(Count::at_least(20))
        );
        assert_eq!(added(exactly(100), exactly(60), exactly(30)), None);
        assert_eq!(added(Count::about(100), exactly(90), exactly(30)), None);
        assert_eq!(added(exactly(100), Count::more_than(90), exactly(30)), None);
        assert_eq!(added(exactly(100), exactly(90), Count::about(30)), None);
    }

    #[test]
    fn between_two_days_both_are_left_out() {
        let releases = [1, 2, 3].map(|day| release(day, Count::exactly(u32::from(day)), None));
        let day = |day| Date::checked(2025, 1, day);
        assert_eq!(between(&releases, day(1), day(3)).itemised, Count::exactly(2));
        assert_eq!(between(&releases, day(1), day(4)).itemised, Count::exactly(5));
        assert_eq!(between(&releases, day(3), day(3)), Running::START);
    }

    proptest! {
        #[test]
        fn nobody_is_added_beyond_the_truth(before in 0u32..2000, freed in 0u32..900, served in 0u32..300, new in 0u32..900) {
            if freed + served <= before {
                let after = before - freed - served + new;
                if let Some(added) = newly_added(Count::exactly(before), Count::exactly(after), Count::exactly(freed)) {
                    prop_assert!(added.low() <= new);
                }
            }
        }

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
