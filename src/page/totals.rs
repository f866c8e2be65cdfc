//! Totals that others reported, beside our own sum: what the difference is and what it means.

use explainer_model::Count;
use explainer_model::count::Kind;

/// How a reported total differs from our sum for the same span, in words.
pub(super) fn difference(reported: Count, ours: Count) -> String {
    let (said, summed) = (reported.stated(), ours.stated());
    let by = said.abs_diff(summed);
    let reaches = |it: Count, low: u32| it.high().is_none_or(|high| high >= low);
    let can_agree = reaches(reported, ours.low()) && reaches(ours, reported.low());
    // Beyond the bounds nobody need be wrong: totals leave out what others add. Their notes say what. And beside an exact
    // total our open bound would only seem to explain what is missing.
    let is_open = reported.kind() != Kind::Exactly;
    let agreement = if can_agree && is_open { "; the bounds allow for both" } else { "" };
    match said.cmp(&summed) {
        std::cmp::Ordering::Equal => "none".to_owned(),
        std::cmp::Ordering::Greater => format!("{by} more than our sum{agreement}"),
        std::cmp::Ordering::Less => format!("{by} fewer than our sum{agreement}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_by_table() {
        let (exactly, at_least, more_than) = (Count::exactly, Count::at_least, Count::more_than);
        for (reported, ours, words) in [
            (exactly(115), at_least(115), "none"),
            (exactly(436), at_least(412), "24 more than our sum"),
            (exactly(314), at_least(319), "5 fewer than our sum"),
            (more_than(430), at_least(445), "15 fewer than our sum; the bounds allow for both"),
            (more_than(9), exactly(9), "none"),
            (exactly(7), exactly(5), "2 more than our sum"),
        ] {
            assert_eq!(difference(reported, ours), words, "{reported} {ours}");
        }
    }
}
