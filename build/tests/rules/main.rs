//! Every rule of the data check: a small story that breaks it, and what the editor then reads.
// A test may stop at what cannot be written or read.
#![allow(clippy::unwrap_used)]

mod changes;
mod conflicts;
mod counts;
mod dates;
mod fields;
mod files;
mod languages;
mod limits;
mod links;
mod plain;
mod prose;
mod sources;
mod steps;
mod story;
mod sums;
mod syntax;

use std::path::Path;

use story::right;

#[test]
fn the_right_story_passes() {
    right().check(&[]);
}

#[test]
fn the_stories_of_this_repository_pass() {
    for story in ["data", "tests/moon"] {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(story);
        let summary = explainer_build::check(&dir);
        assert!(summary.is_ok(), "{story}: {summary:?}");
    }
}

/// Here and in no build: what is urgent goes out, and is made better after.
#[test]
fn there_is_no_advice_on_the_stories_of_this_repository() {
    for story in ["data", "tests/moon"] {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(story);
        let advice = explainer_build::advice(&dir, story::TODAY);
        let told: Vec<String> = advice.iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "{}", told.join("\n"));
    }
}

#[test]
fn what_is_there_is_told_in_one_line() {
    assert_eq!(
        right().summary(),
        "2 releases, 0 totals, 0 counts held, 0 other claims, 0 measures, 2 actors, 1 relations, 0 quotations, 0 terms, 0 conflicts, 0 statements, 0 steps, 1 sources, 0 changes; without totals.toml, held.toml, measures.toml, steps.toml, quotes.toml, glossary.toml, conflicts.toml, statements.toml, claims.toml, changes.toml"
    );
}

#[test]
fn all_mistakes_are_told_at_once_by_file_and_line() {
    right()
        .with("sources.toml", "https:", "javascript:")
        .with("releases.toml", "\"2031-05-01\"", "\"2031-07-01\"")
        .with("releases.toml", "named = [\"Tarn\"]", "named = [\"Tarn\", \"Mere\", \"Beck\"]")
        .with("actors.toml", "group = \"shore\"\nrole = \"Opens", "group = \"shore \"\nrole = \"Opens")
        .with("relations.toml", "to = \"club\"", "to = \"keeper\"")
        .with("story.toml", "[2](claim:first)", "2")
        .check(&[
            "actors.toml:9: no group can have the id `shore `: character 6 is ` `, a space; type it anew, with a-z, 0-9 and - alone",
            "actors.toml:14: actor `club` is in no relation; add one to relations.toml, or take the actor out",
            "relations.toml:11: `keeper` is related to itself; name another actor",
            "releases.toml:8: `people` is 2, but `named` has 3 names; mend one of the two",
            "releases.toml:16: 1 June 2031 stands after 1 July 2031 (line 7); the list runs forward in time: move the table up, or mend its date",
            "sources.toml:5: an address with javascript is not safe to follow; write one that begins with https:// or http://",
            "story.toml:4: the number 2 in prose has no claim; write [2](claim:id) with the id of its record",
        ]);
}
