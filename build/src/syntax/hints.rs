//! What would be right in a line that is not TOML.

use super::Mistake;
use crate::data::CLAIM_KINDS;
use crate::table::counts::{BOUNDS, FORMS};

/// Fields that hold a count, and what may stand in its place.
const COUNTS: [(&str, &str); 6] = [
    ("people", ""),
    ("recognised", " or \"unknown\""),
    ("in_sum", " or false"),
    ("count", ""),
    ("itemised", ""),
    ("value", ""),
];

/// Quotation marks of books, which begin no text here.
const CURLY: [char; 8] = ['“', '”', '„', '‘', '’', '«', '»', '‚'];

/// Whether a field or a table stands there once more.
pub(super) fn is_double(mistake: &Mistake<'_>) -> bool {
    mistake.message.starts_with("duplicate key")
}

/// What stands before the `=` of a line, or all of it.
pub(super) fn field(line: &str) -> &str {
    line.split('=').next().unwrap_or_default().trim()
}

/// What stands after it.
fn value(line: &str) -> &str {
    line.split_once('=').map_or("", |(_, value)| value.trim())
}

/// What is wrong in a line, and what would be right.
pub(super) fn explained(mistake: &Mistake<'_>, kinds: &[&str]) -> (String, String) {
    if is_double(mistake) {
        return double(field(mistake.text), kinds);
    }
    let (before, rest) = mistake.text.split_at_checked(mistake.column).unwrap_or_default();
    let rest = rest.trim();
    let wrong = format!("this is not TOML: {}", mistake.message);
    if let Some(right) = by_its_looks(mistake.text, before, rest, kinds) {
        return (wrong, right);
    }
    if let Some((name, or)) = count(before, kinds) {
        let right = match joined(value(mistake.text)) {
            Some(number) => format!("write {number}"),
            None => format!("write a count: {FORMS}{or}; no spaces, commas or words in a number"),
        };
        return (format!("`{name}` is not a count"), right);
    }
    (wrong, by_the_message(mistake, before, rest))
}

fn double(name: &str, kinds: &[&str]) -> (String, String) {
    let header = name.trim_matches(['[', ']']);
    if name.starts_with('[') {
        (format!("`[{header}]` stands here once more"), format!("write [[{header}]] over each"))
    } else {
        let kind = kinds.last().copied().unwrap_or_default();
        (
            format!("`{name}` stands twice in one table"),
            format!("take one out, or write [[{kind}]] over it if another begins here"),
        )
    }
}

/// What can be told from the line and from what stands where the parser gave up, whatever the field.
fn by_its_looks(line: &str, before: &str, rest: &str, kinds: &[&str]) -> Option<String> {
    let is_comment = |it: &str| ["//", "/*", "--"].iter().any(|mark| it.starts_with(mark));
    let before = before.trim_end();
    if let Some(header) = header(line, kinds) {
        Some(format!("write {header}"))
    } else if is_comment(line.trim_start()) || is_comment(rest) {
        Some("a comment begins with #".to_owned())
    } else if rest.starts_with(':') || before.ends_with(':') {
        let name = last_word(before.trim_end_matches([':', ' ', '"']));
        Some(format!("put = in place of the colon: {name} = …"))
    } else if rest == "," {
        Some("take out the comma at the end".to_owned())
    } else {
        None
    }
}

/// The header of a table in the right form, if a line is one in a wrong form.
fn header(line: &str, kinds: &[&str]) -> Option<String> {
    let line = line.split('#').next().unwrap_or_default().trim();
    let name = line.trim_matches(|it: char| "[]".contains(it) || it.is_whitespace());
    let is_name =
        |it: &str| !it.is_empty() && it.chars().all(|it| it == '_' || it.is_alphanumeric());
    if !line.starts_with('[') || !is_name(name) {
        return None;
    }
    let header = match line.starts_with("[[") || kinds.contains(&name) {
        true => format!("[[{name}]]"),
        false => format!("[{name}]"),
    };
    (header != line).then_some(header)
}

/// A number whose thousands are apart, in one.
fn joined(value: &str) -> Option<String> {
    let groups: Vec<&str> = value.split([',', ' ', '\u{a0}', '\u{202f}', '\'', '’']).collect();
    let is_digits = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let is_number = groups.iter().all(is_digits) && groups.iter().skip(1).all(|it| it.len() == 3);
    (groups.len() > 1 && is_number).then(|| groups.concat())
}

/// The field of the count that was being written, and what may stand in its place.
fn count(before: &str, kinds: &[&str]) -> Option<(&'static str, &'static str)> {
    // In other files the same names are those of texts.
    if !kinds.iter().any(|it| CLAIM_KINDS.contains(it)) {
        return None;
    }
    let names = before.split('=').map(last_word).rev().skip(1);
    let name = names.into_iter().find(|it| !BOUNDS.contains(it))?;
    COUNTS.into_iter().find(|it| it.0 == name)
}

/// The word at the end of a text.
fn last_word(text: &str) -> &str {
    let is_end = |it: char| !(it.is_alphanumeric() || "_-".contains(it));
    text.trim_end().rsplit(is_end).next().unwrap_or_default()
}

/// What can be told of a text, or of anything else, from the words of the parser.
fn by_the_message(mistake: &Mistake<'_>, before: &str, rest: &str) -> String {
    let (line, value) = (mistake.text, value(mistake.text));
    let is = |start: &str| mistake.message.starts_with(start);
    let is_bare = !value.is_empty() && !value.contains('"') && !value.starts_with(['{', '[']);
    // With the name of the field, if it is in the line.
    let text = match before.rsplit_once('=') {
        Some((name, _)) => format!("{} = \"…\"", last_word(name)),
        None => "\"…\"".to_owned(),
    };
    if rest.starts_with(CURLY) || value.starts_with(CURLY) {
        "texts stand in straight quotation marks: \"…\"".to_owned()
    } else if ["True", "False", "TRUE", "FALSE"].contains(&value) {
        format!("write {} = {}", field(line), value.to_lowercase())
    } else if is("unexpected key or value") && rest.starts_with(',') {
        "write each field in a line of its own, without a comma".to_owned()
    } else if before.trim_end().ends_with('"') && (is("unexpected key or value") || is_word(rest)) {
        "a text ends at its second quotation mark; within it, use “ and ”".to_owned()
    } else if is("missing comma") {
        "put a comma between the two".to_owned()
    } else if is("missing opening quote") {
        format!("open the quotation marks: {text}")
    } else if is("key with no value") {
        "write a field as name = value, and # in front of a comment".to_owned()
    } else if is("string values must be quoted") || is("invalid boolean") || is_bare {
        format!("texts stand in quotation marks: {text}")
    } else if line.bytes().filter(|it| *it == b'"').count() % 2 == 1 {
        CLOSE_TEXT.to_owned()
    } else {
        "mend the line, or close the bracket or the text above it; texts stand in quotation marks"
            .to_owned()
    }
}

/// Whether a word begins here, and no field.
fn is_word(rest: &str) -> bool {
    let after = rest.trim_start_matches(|it: char| it.is_alphanumeric() || it == '_');
    after.len() < rest.len() && !after.trim_start().starts_with('=')
}

/// What ends a text that goes on where it should not.
const CLOSE_TEXT: &str = "close the quotation marks; within a text, use “ and ”";

/// How to close what a line opens, if it leaves anything open.
pub(super) fn left_open(line: &str) -> Option<&'static str> {
    let (mut open, mut in_text, mut is_escaped) = (Vec::new(), false, false);
    for it in line.chars() {
        match it {
            _ if is_escaped => is_escaped = false,
            '\\' if in_text => is_escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '#' => break,
            '[' => open.push("put ] at its end"),
            '{' => open.push("put } at its end"),
            ']' | '}' => {
                open.pop();
            }
            _ => {}
        }
    }
    if in_text { Some(CLOSE_TEXT) } else { open.pop() }
}
