//! Counts tests from the lines that test programs print.

use std::fmt;

/// How many tests passed and failed so far.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) n_passed: u64,
    /// Tests that failed.
    pub(crate) n_failed: u64,
}

impl Tally {
    /// Adds the numbers of `test result: ok. 3 passed; 0 failed; …`; other lines count nothing.
    /// The browser's test runner prints the same line as cargo's.
    pub(crate) fn read_line(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else { return };
        self.n_passed += number_before(result, " passed");
        self.n_failed += number_before(result, " failed");
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.n_passed, self.n_failed)
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let Some((before, _)) = text.split_once(word) else { return 0 };
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    digits.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally_of(lines: &[&str]) -> String {
        let mut tally = Tally::default();
        for line in lines {
            tally.read_line(line);
        }
        tally.to_string()
    }

    #[test]
    fn results_of_several_test_programs_add_up() {
        let lines = [
            "running 12 tests",
            "test model::date ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored",
        ];
        assert_eq!(tally_of(&lines), "15 passed, 2 failed");
    }

    #[test]
    fn colours_do_not_hide_a_result() {
        let line = "test result: \u{1b}[32mok\u{1b}[0m. 7 passed; 0 failed; 0 ignored";
        assert_eq!(tally_of(&[line]), "7 passed, 0 failed");
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(tally_of(&["5 passed; 5 failed", "test result: ?"]), "0 passed, 0 failed");
    }
}
