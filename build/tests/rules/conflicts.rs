//! Disagreements: two sides at least, and links that say what their records say.

use crate::story::{Story, right};

/// A disagreement about the first release.
fn with_conflict() -> Story {
    right().and(
        "conflicts.toml",
        r#"[[conflict]]
id = "how-many"
title = "How many went"
sides = [
  { who = "The club", says = "[2](claim:first) went." },
  { who = "The warden", says = "At least 7, as [the keeper](actor:keeper) told him." },
]
settle = "The log would settle it."
claims = ["first"]
sources = ["log"]
"#,
    )
}

#[test]
fn both_sides_may_say_numbers_without_a_record() {
    with_conflict().check(&[]);
}

#[test]
fn one_side_is_no_disagreement() {
    let warden = "  { who = \"The warden\", says = \"At least 7, as [the keeper](actor:keeper) told him.\" },\n";
    with_conflict().with("conflicts.toml", warden, "").check(&[
        "conflicts.toml:4: `sides` has 1 entry; write 2 or more, each as { who = \"…\", says = \"…\" }",
    ]);
    right()
        .and("conflicts.toml", "[[conflict]]\nid = \"a\"\ntitle = \"A\"\nsettle = \"B.\"\nsources = [\"log\"]\n")
        .check(&[
            "conflicts.toml:1: `sides` has 0 entries; write 2 or more, each as { who = \"…\", says = \"…\" }",
        ]);
}

#[test]
fn the_old_text_and_what_is_missing_are_told_at_once() {
    with_conflict()
        .with("conflicts.toml", "title = \"How many went\"\n", "text = \"Some say more.\"\n")
        .with("conflicts.toml", "who = \"The club\", ", "")
        .with("conflicts.toml", "settle = \"The log would settle it.\"\n", "")
        .check(&[
            "conflicts.toml:1: `settle` is missing; write settle = \"…\"",
            "conflicts.toml:1: `title` is missing; write title = \"…\"",
            "conflicts.toml:3: unknown field `text`; the fields here are `id`, `title`, `sides`, `settle`, `claims`, `sources`",
            "conflicts.toml:5: `who` is missing; write who = \"…\"",
        ]);
}

#[test]
fn what_both_sides_and_the_verdict_link_to() {
    with_conflict()
        .with("conflicts.toml", "[2](claim:first)", "[3](claim:first)")
        .with("conflicts.toml", "(actor:keeper)", "(actor:kepeer)")
        .with("conflicts.toml", "The log would", "[The holt](term:holt) would")
        .check(&[
            "conflicts.toml:5: `[3](claim:first)`: the words say 3; the claim says 2",
            "conflicts.toml:6: no actor has the id `kepeer`; did you mean `keeper`? If not, add [[actor]] to actors.toml",
            "conflicts.toml:8: no term has the id `holt`; add [[term]] to glossary.toml, or name one that is there",
        ]);
}
