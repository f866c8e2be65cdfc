//! Sentences are short, since many read them on a phone and in a language that is not their own. This is advice
//! and no rule: whoever brings news in at midnight is not to be stopped by style.

use super::texts::{disagreements, of_story};
use crate::data::Data;
use crate::problem::{At, Problems};
use crate::prose::{self, Piece};

/// Guides to plain language name 25; a date and the name of an office take some words that nobody can leave out.
const MAX_WORDS: usize = 28;

/// Words with a dot after which the sentence goes on.
const ABBREVIATIONS: [&str; 24] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Sen", "Gov", "St", "No", "vs", "cf", "Jan", "Feb",
    "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
];

/// Notes each sentence that is too long.
pub(crate) fn check(data: &Data, problems: &Problems) {
    for text in texts(data) {
        let plain = without_links(text);
        let sentences = sentences(&plain).into_iter().map(|it| (n_words(&it), it));
        for (n, sentence) in sentences.filter(|(n, _)| *n > MAX_WORDS) {
            let start = sentence.iter().take(5).copied().collect::<Vec<_>>().join(" ");
            problems.add(
                &text.place,
                format!("the sentence “{start} …” has {n} words"),
                format!("make two of it, of {MAX_WORDS} words at most"),
            );
        }
    }
}

/// All running text of our own. Left out are words of others (quotations, titles, statements), what is told in
/// key words, and the list of changes, whose entries stay as they are.
fn texts(data: &Data) -> impl Iterator<Item = &At<String>> {
    let notes = data.releases.iter().map(|it| &it.note);
    let notes = notes.chain(data.totals.iter().map(|it| &it.note));
    let notes = notes.chain(data.held.iter().map(|it| &it.note));
    let notes = notes.chain(data.claims.iter().map(|it| &it.note));
    let notes = notes.chain(data.measures.iter().map(|it| &it.note));
    let notes = notes.chain(data.statements.iter().map(|it| &it.note));
    let words = data.measures.iter().map(|it| &it.what);
    let words = words.chain(data.actors.iter().map(|it| &it.role));
    let words = words.chain(data.relations.iter().map(|it| &it.explanation));
    let words = words.chain(data.terms.iter().map(|it| &it.text));
    let story = data.steps.iter().map(|it| &it.text).chain(of_story(data));
    let story = story.chain(data.story.iter().flat_map(|it| &it.switch.notes));
    story.chain(disagreements(data)).chain(words).chain(notes.flatten())
}

/// The words as readers see them.
fn without_links(text: &At<String>) -> String {
    // The check of texts tells of links that cannot be read.
    let pieces = prose::parse(text, &Problems::default());
    pieces.iter().map(|(Piece::Text(words) | Piece::Link { words, .. })| *words).collect()
}

/// What stands between spaces, by sentence.
fn sentences(text: &str) -> Vec<Vec<&str>> {
    let mut sentences = vec![Vec::new()];
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        if let Some(sentence) = sentences.last_mut() {
            sentence.push(word);
        }
        if words.peek().is_some_and(|next| ends(word, next)) {
            sentences.push(Vec::new());
        }
    }
    sentences
}

/// Whether a sentence ends with a word. A dot inside a number or an address is not at its end.
fn ends(word: &str, next: &str) -> bool {
    let word = word.trim_end_matches(['”', '’', '"', '\'', ')', ']']);
    let next = next.trim_start_matches(['“', '‘', '"', '\'', '(', '[']);
    if !word.ends_with(['.', '!', '?', '…']) || next.starts_with(char::is_lowercase) {
        return false;
    }
    let Some(stem) = word.strip_suffix('.') else { return true };
    let stem = stem.trim_start_matches(|it: char| !it.is_alphanumeric());
    // An initial, or several: "J.", "U.S."; and "e.g." has no other form.
    let initials = stem.split('.').all(|it| it.chars().count() == 1 && !is_number(it));
    !initials && !ABBREVIATIONS.contains(&stem)
}

fn is_number(text: &str) -> bool {
    text.chars().all(|it| it.is_ascii_digit())
}

/// Dashes and signs that stand alone are no words.
fn n_words(sentence: &[&str]) -> usize {
    sentence.iter().filter(|it| it.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of each sentence.
    fn counted(text: &str) -> Vec<usize> {
        sentences(text).iter().map(|it| n_words(it)).collect()
    }

    #[test]
    fn sentences_end_where_the_next_begins() {
        assert_eq!(
            counted("One gate. Two otters went! And then? “Nothing,” they say."),
            [2, 3, 2, 3]
        );
        assert_eq!(
            counted("He said “so.” (She did not.) 14 of them left in 2031. All."),
            [3, 3, 6, 1]
        );
        assert_eq!(counted("It was 9. Then it was 5."), [3, 4]);
        assert_eq!(counted("It has not come yet … but it will."), [8]);
        assert_eq!(counted(""), [0]);
    }

    #[test]
    fn dots_of_numbers_and_abbreviations_end_none() {
        for text in [
            "About 9.5 million people live by the lake.",
            "The U.S. Treasury and J. R. Beck told Mr. Tarn.",
            "It opened on Sept. 11, at 9 a.m. Eastern time.",
            "It (i.e. the gate) stood on lake.example that day.",
        ] {
            assert_eq!(counted(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn signs_alone_are_no_words() {
        assert_eq!(counted("18 + 30 = 48 – or the well-known gate."), [7]);
    }
}
