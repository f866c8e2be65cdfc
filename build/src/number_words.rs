//! Numbers in English words, as prose may say a small one.

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The first number that is written out: 430 for "four hundred and thirty". "One" alone is none, as in "one of them".
pub(crate) fn read(words: &str) -> Option<u32> {
    first_from(words, 0)
}

/// The first number that is written out and at least as large as `least`.
pub(crate) fn first_from(words: &str, least: u32) -> Option<u32> {
    let words = words.to_lowercase();
    let words: Vec<&str> =
        words.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty()).collect();
    let mut from = 0;
    while from < words.len() {
        let (number, n_read) = begins_with(&words[from..]);
        if let Some(number) = number.filter(|it| *it >= least) {
            return Some(number);
        }
        from += n_read.max(1);
    }
    None
}

/// The number with which words begin, if they do, and of how many words it is made.
fn begins_with(words: &[&str]) -> (Option<u32>, usize) {
    let (mut thousands, mut rest, mut n_read) = (0, None::<u32>, 0);
    for word in words {
        rest = Some(match (rest, small(word), *word) {
            (it, Some(small), _) => it.unwrap_or_default().saturating_add(small),
            (Some(it), None, "hundred") => it.saturating_mul(100),
            (Some(it), None, "thousand") => {
                thousands = it.saturating_mul(1000);
                0
            }
            (Some(it), None, "and") => it,
            _ => break,
        });
        n_read += 1;
    }
    let number = rest.map(|it| it.saturating_add(thousands));
    (number.filter(|it| n_read > 1 || *it != 1), n_read)
}

fn small(word: &str) -> Option<u32> {
    let place = |list: &[&str]| list.iter().position(|it| *it == word);
    let tens = || place(&TENS).map(|it| 20 + 10 * it);
    place(&SMALL).or_else(tens).and_then(|it| it.try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_said() {
        for (words, number) in [
            ("fourteen people", Some(14)),
            ("At least thirty-one", Some(31)),
            ("four hundred and thirty", Some(430)),
            ("two thousand one hundred of them", Some(2100)),
            ("Two priests and a nun", Some(2)),
            ("one of them", None),
            ("one hundred", Some(100)),
            ("dozens", None),
            ("the laureate and others", None),
            ("nine hundred hundred hundred hundred thousand", Some(u32::MAX)),
        ] {
            assert_eq!(read(words), number, "{words}");
        }
    }
}
