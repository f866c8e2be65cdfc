//! Long sentences are told as advice, and stop nothing.

use crate::story::{Story, right};

/// So many words without an end.
fn gates(n: usize) -> String {
    vec!["gate"; n].join(" ")
}

fn with_standfirst(standfirst: &str) -> Story {
    right().with("story.toml", "The club let [2](claim:first) otters go.", standfirst)
}

#[test]
fn a_sentence_of_too_many_words() {
    with_standfirst(&format!("Short. The {}.", gates(27))).advice(&[]);
    with_standfirst(&format!("Short. The {}.", gates(28))).advice(&[
        "story.toml:4: the sentence “The gate gate gate gate …” has 29 words; make two of it, of 28 words at most",
    ]);
}

#[test]
fn words_are_those_that_readers_see() {
    // A link has its words, and its target has none.
    with_standfirst(&format!("{} [the two otters](release:first).", gates(25))).advice(&[]);
    with_standfirst(&format!("{} [the two otters](release:first).", gates(26))).advice(&[
        "story.toml:4: the sentence “gate gate gate gate gate …” has 29 words; make two of it, of 28 words at most",
    ]);
}

#[test]
fn all_running_text_is_read() {
    let long = gates(29);
    let told = "the sentence “gate gate gate gate gate …” has 29 words; make two of it, of 28 words at most";
    let places = ["actors.toml:10", "relations.toml:13", "releases.toml:12", "story.toml:33"];
    let told = places.map(|place| format!("{place}: {told}"));
    right()
        .with("actors.toml", "Opens the gate.", &long)
        .with("relations.toml", "The club pays the keeper.", &long)
        .with(
            "releases.toml",
            "named = [\"Tarn\"]",
            &format!("named = [\"Tarn\"]\nnote = \"{long}\""),
        )
        .with("story.toml", "Each disc is one release.", &long)
        .advice(&told.each_ref().map(String::as_str));
}

#[test]
fn words_of_others_are_left_as_they_are() {
    let long = gates(29);
    let quote = format!(
        "[[quote]]\nid = \"q1\"\nspeaker = \"The keeper\"\ntext = \"{long}\"\ndate = \"2031-05-01\"\nsources = [\"log\"]\n"
    );
    right().with("sources.toml", "Log of the gate", &long).and("quotes.toml", &quote).advice(&[]);
}
