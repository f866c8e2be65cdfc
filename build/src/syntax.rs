//! What is not TOML, told to somebody who did not mean to write TOML but a fact.

use toml::de::Error;

use crate::table::File;

/// How a merge that Git could not finish marks what it leaves.
const MERGE: [&str; 3] = ["<<<<<<<", "=======", ">>>>>>>"];

/// After so many mistakes of one file the rest is mostly what they lead to.
const MAX_TOLD: usize = 3;

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
    // One table without its header doubles each of its fields.
    let mut told_double = false;
    let mut n_told = 0;
    for error in errors {
        let is_double = error.message().starts_with("duplicate key");
        if n_told == MAX_TOLD || is_double && told_double {
            continue;
        }
        told_double |= is_double;
        n_told += 1;
        let place = file.place(error.span().unwrap_or(0..0));
        let line = lines.get(place.line - 1).copied().unwrap_or_default();
        let (wrong, right) = explained(line, error.message(), kinds);
        file.problems.add(&place, wrong, right);
    }
    true
}

/// What is wrong in a line, and what would be right.
fn explained(line: &str, message: &str, kinds: &[&str]) -> (String, String) {
    let (name, value) =
        line.split_once('=').map_or((line.trim(), ""), |(a, b)| (a.trim(), b.trim()));
    if message.starts_with("duplicate key") {
        let header = name.trim_matches(['[', ']']);
        return if name.starts_with('[') {
            (format!("`[{header}]` stands here once more"), format!("write [[{header}]] over each"))
        } else {
            let kind = kinds.last().copied().unwrap_or_default();
            (
                format!("`{name}` stands twice in one table"),
                format!("take one out, or write [[{kind}]] over it if another begins here"),
            )
        };
    }
    let is_thousands = value.split(',').count() > 1
        && value.split(',').all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
    let right = if value.starts_with(['“', '”', '„', '‘', '’', '«']) {
        "texts stand in straight quotation marks: \"…\"".to_owned()
    } else if is_thousands {
        format!("write {name} = {}", value.replace(',', ""))
    } else if ["True", "False", "TRUE", "FALSE"].contains(&value) {
        format!("write {name} = {}", value.to_lowercase())
    } else if message.starts_with("string values must be quoted") {
        format!("texts stand in quotation marks: {name} = \"…\"")
    } else if value.bytes().filter(|it| *it == b'"').count() % 2 == 1 {
        "close the quotation marks; within a text, use “ and ”".to_owned()
    } else {
        "mend the line, or close the bracket or the text above it; texts stand in quotation marks"
            .to_owned()
    };
    (format!("this is not TOML: {message}"), right)
}
