//! What is not TOML, told to somebody who did not mean to write TOML but a fact.

mod hints;

use toml::de::Error;

use crate::table::File;

/// How a merge that Git could not finish marks what it leaves.
const MERGE: [&str; 3] = ["<<<<<<<", "=======", ">>>>>>>"];

/// A file that is no TOML at all has a mistake in every line.
const MAX_TOLD: usize = 20;

/// After the last mistake that is told, if it hides others.
const MORE: &str = "; there may be more below";

/// The mistake that a line is told for.
struct Mistake<'a> {
    /// Counted from 0.
    line: usize,
    text: &'a str,
    /// Where in the line, in bytes.
    column: usize,
    message: &'a str,
}

/// Notes what is wrong with a file whose tables are of those kinds; says whether anything is.
pub(crate) fn tell(file: &File<'_>, text: &str, errors: &[Error], kinds: &[&str]) -> bool {
    if errors.is_empty() {
        return false;
    }
    let lines: Vec<&str> = text.lines().collect();
    if let Some(line) = lines.iter().position(|it| MERGE.iter().any(|mark| it.starts_with(mark))) {
        let right = "keep one of the two versions, and take out the lines with <<<<<<<, ======= and >>>>>>>";
        file.problems.add(&file.at_line(line + 1), "a merge was not finished here", right);
        return true;
    }
    let mut mistakes = mistakes(file, text, &lines, errors);
    let opened = opened(&lines, errors, &mistakes);
    if let Some(open) = opened {
        // What follows was read as part of a list or a table that nobody meant to go on.
        mistakes.retain(|it| it.line < open);
    }
    let is_more = mistakes.len() > MAX_TOLD;
    mistakes.truncate(MAX_TOLD);
    for (idx, mistake) in mistakes.iter().enumerate() {
        let (wrong, mut right) = hints::explained(mistake, kinds);
        if is_more && idx + 1 == MAX_TOLD {
            right.push_str(MORE);
        }
        file.problems.add(&file.at_line(mistake.line + 1), wrong, right);
    }
    if let Some(open) = opened.filter(|_| !is_more) {
        let close = hints::left_open(lines[open]).unwrap_or_default();
        let wrong = "what begins here has no end";
        file.problems.add(&file.at_line(open + 1), wrong, format!("{close}{MORE}"));
    }
    true
}

/// One mistake for each line, the first in it: the others are mostly what it leads to.
fn mistakes<'a>(
    file: &File<'_>,
    text: &str,
    lines: &[&'a str],
    errors: &'a [Error],
) -> Vec<Mistake<'a>> {
    let mistake = |error: &'a Error| {
        let start = error.span().map_or(0, |it| it.start);
        let line = file.place(start..start).line - 1;
        let before = text.get(..start).unwrap_or_default();
        let column = before.len() - before.rfind('\n').map_or(0, |it| it + 1);
        let text = lines.get(line).copied().unwrap_or_default();
        Mistake { line, text, column, message: error.message() }
    };
    let mut mistakes: Vec<Mistake<'a>> = errors.iter().map(mistake).collect();
    mistakes.sort_by_key(|it| (it.line, it.column));
    // A table without its header doubles each of its fields, and begins with the same as the one before.
    let double = mistakes.iter().find(|it| hints::is_double(it)).map(|it| hints::field(it.text));
    mistakes.retain(|it| !hints::is_double(it) || Some(hints::field(it.text)) == double);
    mistakes.dedup_by_key(|it| it.line);
    mistakes
}

/// The line in which a list or a table begins that goes on to the end of the file.
fn opened(lines: &[&str], errors: &[Error], mistakes: &[Mistake<'_>]) -> Option<usize> {
    let is_unclosed =
        |it: &str| ["unclosed array,", "unclosed inline table,"].iter().any(|m| it.starts_with(m));
    if !errors.iter().any(|it| is_unclosed(it.message())) {
        return None;
    }
    let is_inside = |it: &str| it.starts_with("missing comma") || it.starts_with("unexpected `=`");
    let first = mistakes.iter().find(|it| is_inside(it.message) || is_unclosed(it.message))?;
    let last = first.line.min(lines.len().checked_sub(1)?);
    (0..=last).rev().find(|it| hints::left_open(lines[*it]).is_some())
}
