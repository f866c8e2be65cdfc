//! The list of changes.

use crate::story::{Story, right};

fn change(date: &str, data_to: &str, more: &str) -> String {
    format!(
        "[[change]]\ndate = \"{date}\"\ndata_to = \"{data_to}\"\nkind = \"update\"\nwhat = \"More otters.\"\n{more}"
    )
}

fn changed(changes: &[String]) -> Story {
    right().and("changes.toml", &changes.concat())
}

#[test]
fn a_list_that_ends_with_the_data_that_are_there() {
    changed(&[
        change("2031-06-02", "2031-06-01", ""),
        change("2032-01-01", "2031-12-31", "claims = [\"first\", \"second\"]\n"),
        change("2032-01-01", "2031-12-31", ""),
    ])
    .check(&[]);
}

#[test]
fn a_list_that_runs_backwards() {
    changed(&[
        change("2032-02-01", "2031-12-31", ""),
        change("2032-01-31", "2031-12-30", ""),
        change("2032-02-02", "2031-12-31", ""),
    ])
    .check(&[
        "changes.toml:7: 31 January 2032 stands after 1 February 2032 (line 2); the list runs forward in time: move the table up, or mend its date",
        "changes.toml:8: 30 December 2031 stands after 31 December 2031 (line 3); the list runs forward in time: move the table up, or mend its date",
    ]);
}

#[test]
fn a_newest_entry_that_is_about_other_data() {
    changed(&[change("2032-01-01", "2031-12-30", "")]).check(&[
        "changes.toml:3: the newest change has data to 30 December 2031; the record stops on 31 December 2031: add an entry for that, or move `as_of` in story.toml",
    ]);
    changed(&[change("2032-01-09", "2032-01-01", "")]).check(&[
        "changes.toml:3: the newest change has data to 1 January 2032; the record stops on 31 December 2031: add an entry for that, or move `as_of` in story.toml",
    ]);
    // One that cannot be read may be the newest.
    changed(&[change("2032-01-01", "2031-12-30", ""), "[[change]]\nx = 1\n".to_owned()]).check(&[
        "changes.toml:6: `data_to` is missing; write data_to = \"2031-08-17\"",
        "changes.toml:6: `date` is missing; write date = \"2031-08-17\"",
        "changes.toml:6: `kind` is missing; write kind = \"correction\", \"update\"",
        "changes.toml:6: `what` is missing; write what = \"…\"",
        "changes.toml:7: unknown field `x`; the fields here are `date`, `data_to`, `kind`, `what`, `claims`",
    ]);
}

#[test]
fn a_page_that_knows_what_is_to_come_or_not_its_own_day() {
    changed(&[change("2031-12-30", "2031-12-31", "")]).check(&[
        "changes.toml:3: data to 31 December 2031 in a page of 30 December 2031; no page knows what is to come: mend one of the two dates",
    ]);
    changed(&[change("2032-01", "2031-12-31", "")]).check(&[
        "changes.toml:2: the page changed in January 2032, but on which day?; write the whole date, as \"2031-08-17\"",
    ]);
}

#[test]
fn words_and_numbers_are_held_to_the_rules_of_prose() {
    changed(&[change("2032-01-01", "2031-12-31", "claims = [\"secnod\"]\n")])
        .with("changes.toml", "More otters.", "The [club](actor:clubb) has 7 more, not [4](claim:first).")
        .check(&[
            "changes.toml:5: `[4](claim:first)`: the words say 4; the claim says 2",
            "changes.toml:5: no actor has the id `clubb`; did you mean `club`? If not, add [[actor]] to actors.toml",
            "changes.toml:5: the number 7 in prose has no claim; write [7](claim:id) with the id of its record",
            "changes.toml:6: no claim has the id `secnod`; did you mean `second`? If not, add it to releases.toml or totals.toml or held.toml or claims.toml",
        ]);
    changed(&[change("2032-01-01", "2031-12-31", "")])
        .with("changes.toml", "\"update\"", "\"mistake\"")
        .check(&["changes.toml:4: `kind` is \"mistake\"; it is one of \"correction\", \"update\""]);
}
