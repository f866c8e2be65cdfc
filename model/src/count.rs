//! Counts that may be known only within bounds, and how they add up.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

/// A number of people (or whatever the story counts) as somebody stated it.
///
/// A count is an interval: at least [`low`](Count::low), at most [`high`](Count::high) if anything
/// is known above. `about` marks a figure given as approximate; its bounds are then only what was
/// said, not a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Count {
    low: u32,
    high: Option<u32>,
    about: bool,
    /// The lower bound was stated as "more than `low - 1`".
    strict: bool,
}

impl Count {
    /// Nobody; adds nothing to a sum.
    pub const ZERO: Count = Count::exactly(0);

    /// `n`, no more and no fewer.
    pub const fn exactly(n: u32) -> Count {
        Count { low: n, high: Some(n), about: false, strict: false }
    }

    /// `n` or more.
    pub const fn at_least(n: u32) -> Count {
        Count { low: n, high: None, about: false, strict: false }
    }

    /// `n + 1` or more, in the words "more than `n`".
    pub const fn more_than(n: u32) -> Count {
        Count { low: n.saturating_add(1), high: None, about: false, strict: true }
    }

    /// Approximately `n`.
    pub const fn about(n: u32) -> Count {
        Count { low: n, high: Some(n), about: true, strict: false }
    }

    /// Approximately `n`, and nothing is known above: a sum of which one part is approximate and one a lower bound.
    pub const fn about_or_more(n: u32) -> Count {
        Count { low: n, high: None, about: true, strict: false }
    }

    /// Approximately from `low` to `high`: a sum of which one part is approximate and one lies between bounds.
    pub const fn about_between(low: u32, high: u32) -> Count {
        Count { about: true, ..Count::between(low, high) }
    }

    /// From `low` to `high`, both included; the two are put in order.
    pub const fn between(low: u32, high: u32) -> Count {
        let (low, high) = if low <= high { (low, high) } else { (high, low) };
        Count { low, high: Some(high), about: false, strict: false }
    }

    /// The least it can be.
    pub const fn low(self) -> u32 {
        self.low
    }

    /// The most it can be, if that is known.
    pub const fn high(self) -> Option<u32> {
        self.high
    }

    /// The figure that was printed: 430 for "more than 430".
    pub const fn stated(self) -> u32 {
        if self.strict { self.low - 1 } else { self.low }
    }

    /// Which words belong to it.
    pub const fn kind(self) -> Kind {
        match self.high {
            _ if self.about => Kind::About,
            None if self.strict => Kind::MoreThan,
            None => Kind::AtLeast,
            Some(high) if high == self.low => Kind::Exactly,
            Some(_) => Kind::Between,
        }
    }

    /// Whether nothing is known above it: "at least" and "more than".
    pub const fn is_lower_bound(self) -> bool {
        matches!(self.kind(), Kind::AtLeast | Kind::MoreThan)
    }

    /// Whether both counts could be true of the same thing.
    pub fn agrees_with(self, other: Count) -> bool {
        self.about
            || other.about
            || (other.high.is_none_or(|high| self.low <= high)
                && self.high.is_none_or(|high| other.low <= high))
    }

    /// With a sign in place of words, for charts and large type: `> 430`, `≥ 18`, `≈ 200`, `0–16`.
    pub fn sign(self) -> String {
        let n = grouped(self.stated());
        match (self.kind(), self.high) {
            (Kind::Between, Some(high)) => format!("{n}–{}", grouped(high)),
            (Kind::Exactly | Kind::Between, _) => n,
            (Kind::AtLeast, _) => format!("≥ {n}"),
            (Kind::MoreThan, _) => format!("> {n}"),
            (Kind::About, Some(high)) if high != self.low => format!("≈ {n}–{}", grouped(high)),
            (Kind::About, None) => format!("≳ {n}"),
            (Kind::About, _) => format!("≈ {n}"),
        }
    }
}

/// The kinds of bound a count can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The number itself.
    Exactly,
    /// A lower bound that may be the number itself.
    AtLeast,
    /// A lower bound that is not the number itself.
    MoreThan,
    /// An approximate figure.
    About,
    /// Two bounds.
    Between,
}

impl Kind {
    /// The word that stands beside a figure: "exact", "at least", "more than", "about", "between".
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Exactly => "exact",
            Kind::AtLeast => "at least",
            Kind::MoreThan => "more than",
            Kind::About => "about",
            Kind::Between => "between",
        }
    }
}

impl fmt::Display for Count {
    /// In words: "123", "at least 18", "more than 430", "about 200", "between 0 and 16".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = grouped(self.stated());
        match (self.kind(), self.high) {
            (Kind::Exactly, _) => write!(f, "{n}"),
            (Kind::AtLeast, _) => write!(f, "at least {n}"),
            (Kind::MoreThan, _) => write!(f, "more than {n}"),
            (Kind::About, None) => write!(f, "about {n} or more"),
            (Kind::About, Some(high)) if high != self.low => {
                write!(f, "about {n} to {}", grouped(high))
            }
            (Kind::About, _) => write!(f, "about {n}"),
            (Kind::Between, high) => {
                write!(f, "between {n} and {}", grouped(high.unwrap_or(self.low)))
            }
        }
    }
}

impl Add for Count {
    type Output = Count;

    /// Bounds add up: 30 and at least 18 are at least 48; a bound is missing from the sum if it is
    /// missing from a part; a sum with an approximate part is approximate. Sums stop at the largest `u32`.
    fn add(self, other: Count) -> Count {
        let high = match (self.high, other.high) {
            (Some(a), Some(b)) => Some(a.saturating_add(b)),
            _ => None,
        };
        Count {
            low: self.low.saturating_add(other.low),
            high,
            about: self.about || other.about,
            strict: self.strict || other.strict,
        }
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Count>>(counts: I) -> Count {
        counts.fold(Count::ZERO, Add::add)
    }
}

/// With commas between groups of three digits: `1,140`.
pub fn grouped(n: u32) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(count: Count, words: &str, sign: &str) {
        assert_eq!(count.to_string(), words);
        assert_eq!(count.sign(), sign);
    }

    #[test]
    fn each_kind_has_its_words_and_sign() {
        check(Count::exactly(1140), "1,140", "1,140");
        check(Count::at_least(18), "at least 18", "≥ 18");
        check(Count::more_than(430), "more than 430", "> 430");
        check(Count::about(1400), "about 1,400", "≈ 1,400");
        check(Count::between(16, 0), "between 0 and 16", "0–16");
        check(Count::between(7, 7), "7", "7");
        check(Count::about_or_more(203), "about 203 or more", "≳ 203");
        check(Count::about_between(201, 203), "about 201 to 203", "≈ 201–203");
    }

    #[test]
    fn sums_keep_their_bounds() {
        check(Count::exactly(30) + Count::at_least(18), "at least 48", "≥ 48");
        check(Count::more_than(430) + Count::exactly(123), "more than 553", "> 553");
        // 431 or more and 11 or more make 442 or more.
        check(Count::more_than(430) + Count::more_than(10), "more than 441", "> 441");
        check(Count::exactly(40) + Count::between(0, 16), "between 40 and 56", "40–56");
        check(Count::about(200) + Count::exactly(3), "about 203", "≈ 203");
        check(Count::about(200) + Count::at_least(3), "about 203 or more", "≳ 203");
        check(Count::about(200) + Count::between(1, 3), "about 201 to 203", "≈ 201–203");
    }

    #[test]
    fn agreement_is_overlap() {
        assert!(Count::more_than(430).agrees_with(Count::exactly(445)));
        assert!(!Count::more_than(430).agrees_with(Count::exactly(430)));
        assert!(Count::at_least(430).agrees_with(Count::exactly(430)));
        assert!(!Count::exactly(569).agrees_with(Count::exactly(568)));
        assert!(Count::about(600).agrees_with(Count::exactly(568)));
    }

    fn counts() -> impl Strategy<Value = Count> {
        prop_oneof![
            any::<u16>().prop_map(|n| Count::exactly(n.into())),
            any::<u16>().prop_map(|n| Count::at_least(n.into())),
            any::<u16>().prop_map(|n| Count::more_than(n.into())),
            any::<u16>().prop_map(|n| Count::about(n.into())),
            any::<(u16, u16)>().prop_map(|(a, b)| Count::between(a.into(), b.into())),
        ]
    }

    proptest! {
        #[test]
        fn addition_is_a_commutative_monoid(a in counts(), b in counts(), c in counts()) {
            prop_assert_eq!(a + b, b + a);
            prop_assert_eq!((a + b) + c, a + (b + c));
            prop_assert_eq!(a + Count::ZERO, a);
        }

        #[test]
        fn a_sum_holds_every_pair_of_possible_values(a in counts(), b in counts(), x in 0u32..70_000, y in 0u32..70_000) {
            let within = |count: Count, n: u32| count.low() <= n && count.high().is_none_or(|high| n <= high);
            if within(a, x) && within(b, y) {
                prop_assert!(within(a + b, x + y));
            }
        }

        #[test]
        fn a_sum_is_no_surer_than_its_parts(a in counts(), b in counts()) {
            let sum = a + b;
            let exact = |count: Count| count.kind() == Kind::Exactly;
            prop_assert_eq!(exact(sum), exact(a) && exact(b));
        }

        #[test]
        fn adding_never_overflows(a in any::<u32>(), b in any::<u32>()) {
            let sum = Count::more_than(a) + Count::exactly(b);
            prop_assert!(sum.low() >= a);
            prop_assert!(!sum.to_string().is_empty());
        }

        #[test]
        fn grouping_only_adds_commas(n in any::<u32>()) {
            prop_assert_eq!(grouped(n).replace(',', ""), n.to_string());
        }
    }
}
