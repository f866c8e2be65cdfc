//! One table by itself: its fields, their types, their lengths.

use crate::story::right;

#[test]
fn a_field_that_nothing_reads() {
    right()
        .with("releases.toml", "named = [", "naned = [")
        .with("sources.toml", "[[source]]\n", "[[source]]\nweather = \"fine\"\n")
        .and("relations.toml", "[[relations]]\n")
        .check(&[
            "relations.toml:15: unknown field `relations`; did you mean `relation`?",
            "releases.toml:11: unknown field `naned`; did you mean `named`?",
            "sources.toml:2: unknown field `weather`; the fields here are `id`, `publisher`, `via`, `title`, `title_from_address`, `date`, `date_inferred`, `date_note`, `kind`, `language`, `url`, `withheld`, `note`",
        ]);
}

#[test]
fn a_field_of_the_second_counting_in_a_story_with_one() {
    right().with("story.toml", "recognised = \"seen again\"\n", "").check(&[
        "releases.toml:10: unknown field `recognised`; the fields here are `id`, `date`, `people`, `counted`, `said_by`, `in_sum`, `in_sum_because`, `taken_to`, `named`, `negotiators`, `actors`, `in_return`, `foreigners`, `annotation`, `note`, `sources`",
        "releases.toml:19: unknown field `recognised`; the fields here are `id`, `date`, `people`, `counted`, `said_by`, `in_sum`, `in_sum_because`, `taken_to`, `named`, `negotiators`, `actors`, `in_return`, `foreigners`, `annotation`, `note`, `sources`",
    ]);
}

#[test]
fn a_word_on_the_second_counting_that_is_missing() {
    right()
        .with("story.toml", "hatched_note = \"Hatched.\"\n", "")
        .with("story.toml", "recognised_note = \"Counted again.\"\n", "")
        .check(&[
            "story.toml:28: `hatched_note` is missing; write hatched_note = \"…\"",
            "story.toml:28: `recognised_note` is missing; write recognised_note = \"…\"",
        ]);
}

#[test]
fn a_field_that_is_missing() {
    right()
        .with("story.toml", "kicker = \"The lake\"\n", "")
        .with("story.toml", "talks = \"talks\"\n", "")
        .with("story.toml", "map = { title = \"Who is who\", lead = \"Two of them.\" }\n", "")
        .with("releases.toml", "people = 2\n", "")
        .with("releases.toml", "recognised = \"unknown\"\n", "")
        .with("releases.toml", "date = \"2031-06-01\"\n", "")
        .with("actors.toml", "kind = \"person\"\n", "")
        .check(&[
            "actors.toml:5: `kind` is missing; write kind = \"person\", \"organisation\", \"state\", \"sector\"",
            "releases.toml:5: `people` is missing; write people = 52 or another count",
            "releases.toml:13: `date` is missing; write date = \"2031-08-17\"",
            "releases.toml:13: `recognised` is missing; write recognised = 52, another count, or \"unknown\"",
            "story.toml:1: `kicker` is missing; write kicker = \"…\"",
            "story.toml:7: `talks` is missing; write talks = \"…\"",
            "story.toml:16: `map` is missing; write map = { … }",
        ]);
}

#[test]
fn an_id_that_is_missing() {
    right()
        .with("relations.toml", "id = \"gate\"\n", "")
        .check(&["relations.toml:7: `id` is missing; write id = \"…\""]);
}

#[test]
fn an_id_with_characters_that_no_address_has() {
    for (id, misfit) in [
        ("Gate", "character 1 is `G`, a capital letter"),
        ("gate 1", "character 5 is ` `, a space"),
        ("gate_1", "character 5 is `_`, an underscore"),
        ("gáte", "character 2 is `á` (U+00E1)"),
        ("g\u{430}te", "character 2 is `\u{430}` (U+0430), a Cyrillic letter"),
        ("ga\u{200b}te", "character 3 is `\\u{200b}` (U+200B), which nobody sees"),
    ] {
        let shown = id.replace('\u{200b}', "\\u{200b}");
        let wrong = format!(
            "relations.toml:8: `{shown}` cannot be an id: {misfit}; type it anew, with a-z, 0-9 and - alone"
        );
        right().with("relations.toml", "\"gate\"", &format!("\"{id}\"")).check(&[&wrong]);
    }
}

#[test]
fn what_is_not_text() {
    right()
        .with("releases.toml", "counted = \"old otters\"", "counted = 2")
        .with("releases.toml", "\"2031-06-01\"", "2031-06-01")
        .with("releases.toml", "named = [\"Tarn\"]", "named = [1]")
        .check(&[
            "releases.toml:9: `counted` is not text; put it in quotation marks",
            "releases.toml:11: `named` is not text; put it in quotation marks",
            "releases.toml:16: `date` is not text; put it in quotation marks",
        ]);
}

#[test]
fn what_is_not_true_or_false() {
    right().and("sources.toml", "withheld = \"no\"\n").check(&[
        "sources.toml:6: `withheld` is not true or false; write true or false without quotation marks",
    ]);
}

#[test]
fn what_is_not_a_list() {
    right()
        .with("releases.toml", "named = [\"Tarn\"]", "named = \"Tarn\"")
        .with("relations.toml", "[\"log\"]", "\"log\"")
        .check(&[
            "relations.toml:14: `sources` is not a list; write [\"…\", \"…\"]",
            "releases.toml:11: `named` is not a list; write [\"…\", \"…\"]",
        ]);
}

#[test]
fn what_is_not_a_table() {
    right()
        .with(
            "story.toml",
            "releases = { title = \"Releases\", lead = \"By date.\" }",
            "releases = 1",
        )
        .with("releases.toml", "named = [\"Tarn\"]", "taken_to = [\"lake\"]")
        .with("relations.toml", "[[kind]]", "[kind]")
        .check(&[
            "relations.toml:1: `kind` is not a list of tables; write [[kind]] over each",
            "releases.toml:11: an entry of `taken_to` is not a table; write { field = value, … }",
            "story.toml:19: `releases` is not a table; write releases = { field = value, … }",
        ]);
}

#[test]
fn what_is_none_of_the_words() {
    right()
        .with("actors.toml", "\"person\"", "\"woman\"")
        .and("sources.toml", "kind = \"blog\"\n")
        .check(&[
            "actors.toml:8: `kind` is \"woman\"; it is one of \"person\", \"organisation\", \"state\", \"sector\"",
            "sources.toml:6: `kind` is \"blog\"; it is one of \"primary\", \"agency\", \"publisher\", \"repost\", \"state-media\", \"aggregator\", \"seed\"",
        ]);
}

#[test]
fn what_is_not_a_place_in_the_map() {
    for pin in ["0.5", "[0.5]", "[0.5, 1.5]", "[0, 1]"] {
        let pinned = format!("group = \"shore\"\npin = {pin}\nrole = \"Opens");
        right()
            .with("actors.toml", "group = \"shore\"\nrole = \"Opens", &pinned)
            .check(&["actors.toml:10: `pin` is not a place; write two parts of one, [0.25, 0.5]"]);
    }
}

#[test]
fn text_without_a_word_in_it() {
    right()
        .with("actors.toml", "\"Opens the gate.\"", "\"\"")
        .with("releases.toml", "[\"Tarn\"]", "[\" \"]")
        .check(&[
            "actors.toml:10: `role` is empty; fill it in, or leave the field out if it is optional",
            "releases.toml:11: `named` is empty; fill it in, or leave the field out if it is optional",
        ]);
}

#[test]
fn links_where_there_are_none() {
    for role in ["See [the club](actor:club).", "See (actor:club)."] {
        right().with("actors.toml", "Opens the gate.", role).check(&[
            "actors.toml:10: `role` takes no links; write the words alone, without brackets and id",
        ]);
    }
}

#[test]
fn a_character_that_nobody_types() {
    right()
        .with("actors.toml", "Opens the gate.", "Opens \\u0000 the gate.")
        .check(&["actors.toml:10: `role` has the control character U+0000 in it; type it anew"]);
}

#[test]
fn text_that_is_too_long() {
    // Characters count, not bytes.
    right().with("actors.toml", "\"The keeper\"", &format!("\"{}\"", "é".repeat(36))).check(&[]);
    right()
        .with("actors.toml", "\"The keeper\"", &format!("\"{}\"", "é".repeat(37)))
        .check(&["actors.toml:7: `name` is 37 characters long; 36 at most: shorten it"]);
}
