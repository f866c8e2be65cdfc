//! A mistake in `data/`, told so that the person at the keyboard can mend it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use explainer_model::date::MONTHS;

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

/// Whether nobody sees a character: it has no width, looks like a plain space, or turns the order of others around.
pub(crate) fn is_unseen(it: char) -> bool {
    matches!(it, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// A text with signs in place of what would not be seen, or would write over the line that tells of it.
fn seen(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for it in text.chars() {
        if it.is_control() || is_unseen(it) {
            seen.extend(it.escape_unicode());
        } else {
            seen.push(it);
        }
    }
    seen
}

/// So many references to what a file without tables would hold are told as one: one more than somebody mistypes.
const MANY: usize = 8;

/// A number of things in words: "1 name", "2 names".
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// The problems found so far. Reading goes on after each, so that all are told at once.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    all: RefCell<Vec<Problem>>,
    /// References to what may stand in a file in which nothing of the kind stands, by that file.
    waiting: RefCell<BTreeMap<&'static str, Vec<Problem>>>,
}

impl Problems {
    pub(crate) fn add(&self, at: &Place, wrong: impl Into<String>, right: impl Into<String>) {
        self.all.borrow_mut().push(problem(at, wrong, right));
    }

    /// The same, of a reference that may lead to what a file would hold, if anything of the kind stood in it.
    pub(crate) fn add_waiting(
        &self,
        file: &'static str,
        at: &Place,
        wrong: impl Into<String>,
        right: impl Into<String>,
    ) {
        let mut waiting = self.waiting.borrow_mut();
        waiting.entry(file).or_default().push(problem(at, wrong, right));
    }

    /// Whether so much waits for one file that it is told as missing.
    pub(crate) fn lack_a_file(&self) -> bool {
        self.waiting.borrow().values().any(|it| it.len() >= MANY)
    }

    /// All problems by file and line, each once. Many that a missing file may explain are one.
    pub(crate) fn into_sorted(self) -> Vec<Problem> {
        let mut problems = self.all.into_inner();
        for (file, mut waiting) in self.waiting.into_inner() {
            waiting.sort();
            waiting.dedup();
            match waiting.first() {
                Some(first) if waiting.len() >= MANY => {
                    let path = Path::new(&first.file).with_file_name(file).display().to_string();
                    let wrong = format!(
                        "nothing of it is there; {} references may wait for it, the first in {}:{} ({})",
                        waiting.len(),
                        first.file,
                        first.line,
                        first.wrong
                    );
                    let right = "bring it back, or mend the references".to_owned();
                    problems.push(Problem { file: path, line: 1, wrong, right });
                }
                _ => problems.append(&mut waiting),
            }
        }
        problems.sort();
        problems.dedup();
        problems
    }
}

fn problem(at: &Place, wrong: impl Into<String>, right: impl Into<String>) -> Problem {
    Problem {
        file: at.file.to_owned(),
        line: at.line,
        wrong: seen(&wrong.into()),
        right: seen(&right.into()),
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

/// The candidate that was probably meant: the one that differs least, if it is near, or the only one of which the words
/// written are a part. Never one that differs in digits and months alone, since that is another record of the same kind, and
/// never one of the same day but of another kind.
pub(crate) fn nearest<'a>(
    written: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let is_month = |it: &&str| MONTHS.iter().any(|month| month.eq_ignore_ascii_case(it));
    let letters = |it: &str| {
        let words = it.split('-').filter(|it| !is_month(it)).collect::<Vec<_>>().join("-");
        words.replace(|it: char| it.is_ascii_digit(), "")
    };
    let has_number = |it: &str| it.contains(|it: char| it.is_ascii_digit());
    let kind = |it: &str| it.split('-').next().unwrap_or_default().to_owned();
    let is_of_kind = |it: &str| {
        !(has_number(it) && has_number(written)) || distance(&kind(it), &kind(written)) <= 1
    };
    let candidates: Vec<&str> = candidates
        .filter(|it| letters(it).len() > 1 && letters(it) != letters(written) && is_of_kind(it))
        .collect();
    let near = candidates.iter().map(|it| (distance(written, it), *it)).min();
    let near = near.filter(|(distance, it)| *distance <= (it.len() / 4).max(1));
    let words = |it: &str| it.split('-').map(str::to_owned).collect::<Vec<_>>();
    let is_part = |it: &&&str| words(written).iter().all(|word| words(it).contains(word));
    let mut wholes = candidates.iter().filter(is_part);
    let whole = wholes.next().filter(|_| wholes.next().is_none());
    near.map(|it| it.1).or(whole.copied())
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

/// Slips of the keyboard between two words: a letter more, less, another, or two that have changed places. Over bytes; ids
/// and field names are ASCII.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (mut last, mut row): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=b.len()).collect());
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut least = (row[j] + usize::from(x != y)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && *y == a[i - 1] {
                least = least.min(last[j - 1] + 1);
            }
            next.push(least);
        }
        (last, row) = (row, next);
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
        assert_eq!(nearest("poisoned", ["imprisoned"].into_iter()), None);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("kitten", "ktiten"), 1);
    }

    #[test]
    fn part_of_a_name_finds_the_only_one_that_has_it() {
        let ids = ["otter-club", "otter-keeper"];
        assert_eq!(nearest("keeper", ids.into_iter()), Some("otter-keeper"));
        assert_eq!(nearest("otter", ids.into_iter()), None);
    }

    #[test]
    fn another_number_is_another_record() {
        assert_eq!(nearest("first-2031-05-02", ["first-2031-05-01"].into_iter()), None);
        assert_eq!(nearest("q01", ["r01"].into_iter()), None);
        assert_eq!(nearest("sum-to-1-may-2031", ["sum-to-1-june-2031"].into_iter()), None);
        // A count kept is no release, whatever the day.
        assert_eq!(nearest("rel-2031-05-01", ["held-2031-05-01"].into_iter()), None);
        assert_eq!(
            nearest("rle-2031-05-01", ["rel-2031-05-01"].into_iter()),
            Some("rel-2031-05-01")
        );
    }
}
