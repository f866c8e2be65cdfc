//! A mistake in `data/`, told so that the person at the keyboard can mend it.

use std::cell::RefCell;
use std::fmt;

/// One mistake found in the data, with its place and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path of the file, as it was given.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub right: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.file, self.line, self.wrong, self.right)
    }
}

/// A text with signs in place of what would not be seen, or would write over the line that tells of it.
fn seen(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for it in text.chars() {
        if it.is_control() {
            seen.extend(it.escape_default());
        } else {
            seen.push(it);
        }
    }
    seen
}

/// The problems found so far. Reading goes on after each, so that all are told at once.
#[derive(Debug, Default)]
pub(crate) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    pub(crate) fn add(&self, at: &Place, wrong: impl Into<String>, right: impl Into<String>) {
        self.0.borrow_mut().push(Problem {
            file: at.file.to_owned(),
            line: at.line,
            wrong: seen(&wrong.into()),
            right: seen(&right.into()),
        });
    }

    /// All problems by file and line, each once.
    pub(crate) fn into_sorted(self) -> Vec<Problem> {
        let mut problems = self.0.into_inner();
        problems.sort();
        problems.dedup();
        problems
    }
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: usize,
}

/// A value and the place where it stands.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

/// The candidate that differs least from what was written, if one is near enough to be meant.
pub(crate) fn nearest<'a>(
    written: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .map(|candidate| (distance(written, candidate), candidate))
        .min()
        .filter(|&(distance, candidate)| distance <= candidate.len() / 3)
        .map(|(_, candidate)| candidate)
}

/// "did you mean …?" if something is near, else `otherwise`.
pub(crate) fn did_you_mean<'a>(
    written: &str,
    candidates: impl Iterator<Item = &'a str>,
    otherwise: impl Into<String>,
) -> String {
    match nearest(written, candidates) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => otherwise.into(),
    }
}

/// Levenshtein distance over bytes; ids and field names are ASCII.
fn distance(a: &str, b: &str) -> usize {
    let b = b.as_bytes();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (a_idx, a_byte) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = a_idx + 1;
        for (b_idx, &b_byte) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(a_byte != b_byte);
            diagonal = row[b_idx + 1];
            row[b_idx + 1] = substituted.min(diagonal + 1).min(row[b_idx] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_keyboard_finds_its_word() {
        let fields = ["negotiators", "named", "note"];
        assert_eq!(nearest("negociators", fields.into_iter()), Some("negotiators"));
        assert_eq!(nearest("weather", fields.into_iter()), None);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
