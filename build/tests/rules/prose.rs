//! The story's own words: their numbers and their links.

use crate::story::right;

/// The check of a standfirst.
#[track_caller]
fn check(standfirst: &str, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|it| format!("story.toml:4: {it}")).collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    right()
        .with("story.toml", "The club let [2](claim:first) otters go.", standfirst)
        .check(&expected);
}

#[test]
fn a_number_without_a_claim() {
    check(
        "The club let 2 otters go.",
        &["the number 2 in prose has no claim; write [2](claim:id) with the id of its record"],
    );
    check(
        "On 1 May 2031 [2](claim:first) of 1,200 otters went.",
        &[
            "the number 1,200 in prose has no claim; write [1,200](claim:id) with the id of its record",
        ],
    );
    check(
        "Between 1 and 3 May 2031 the gate stood open.",
        &["the number 1 in prose has no claim; write [1](claim:id) with the id of its record"],
    );
}

#[test]
fn dates_need_no_claim() {
    check("On 1 May 2031, and again on 12–13 June, the gate stood open; in 2030 it did not.", &[]);
}

#[test]
fn all_prose_is_read() {
    right()
        .with("story.toml", "Nothing later is known.", "Nothing after 9 is known.")
        .with("story.toml", "lead = \"Two of them.\"", "lead = \"Some 20 of them.\"")
        .and("story.toml", "[[section]]\nid = \"gate\"\ntitle = \"The gate\"\nplace = \"top\"\nparagraphs = [\n  \"One gate.\",\n  \"Or 3 gates.\",\n]\n")
        .check(&[
            "story.toml:6: the number 9 in prose has no claim; write [9](claim:id) with the id of its record",
            "story.toml:21: the number 20 in prose has no claim; write [20](claim:id) with the id of its record",
            "story.toml:45: the number 3 in prose has no claim; write [3](claim:id) with the id of its record",
        ]);
}

#[test]
fn a_link_that_says_another_number() {
    check(
        "The club let [3](claim:first) otters go.",
        &["`[3](claim:first)`: the words say 3; the claim says 2"],
    );
    check(
        "The club let [2 of 9](claim:first) otters go.",
        &["`[2 of 9](claim:first)`: the words say 9 as well; the claim says 2"],
    );
}

#[test]
fn a_link_that_drops_or_adds_a_bound() {
    check("[At least 3](claim:second) young otters went.", &[]);
    check(
        "The club let [3](claim:second) young otters go.",
        &["`[3](claim:second)`: the words leave out \"at least\"; the claim says at least 3"],
    );
    check(
        "The club let [more than 2](claim:first) otters go.",
        &["`[more than 2](claim:first)`: the words add \"more than\"; the claim says 2"],
    );
}

#[test]
fn a_link_to_something_else() {
    check(
        "See [the gate](page:gate) and [the lake](lake).",
        &[
            "the link `[the gate](page:gate)` leads nowhere; write (claim:id), (actor:id), (release:id), (measure:id) or (term:id)",
            "the link `[the lake](lake)` leads nowhere; write (claim:id), (actor:id), (release:id), (measure:id) or (term:id)",
        ],
    );
}

#[test]
fn a_link_to_what_is_not_there() {
    check(
        "[The mayor](actor:mayor), [the holt](term:holt), [ten](claim:tenth), [2](claim:fist).",
        &[
            "no actor has the id `mayor`; add [[actor]] to actors.toml, or name one of `keeper`, `club`",
            "no claim has the id `fist`; did you mean `first`? If not, add it to releases.toml or totals.toml or held.toml or claims.toml",
            "no claim has the id `tenth`; add it to releases.toml or totals.toml or held.toml or claims.toml, or name one of `first`, `second`",
            "no term has the id `holt`; add [[term]] to glossary.toml, or name one that is there",
        ],
    );
}

#[test]
fn a_link_that_is_not_closed() {
    check(
        "The [keeper](actor:keeper let them go.",
        &["a link is not complete; write [words](claim:id)"],
    );
}

#[test]
fn links_that_readers_would_see_as_they_stand() {
    let says = |words: &str, expected: &str| {
        let expected = format!("story.toml:6: {expected}");
        right().with("story.toml", "Nothing later is known.", words).check(&[&expected]);
    };
    for words in [
        "[The club(actor:club) knows.",
        "[The club] (actor:club) knows.",
        "[The club]actor:club) knows (term:x.",
        "(actor:club)[The club] knows.",
    ] {
        says(words, "a link is not complete; write [words](claim:id)");
    }
    says(
        "[The club](actor:club knows. [The keeper](actor:keeper) too.",
        "the link `[The club](` has no end; close it behind the id: [words](claim:id)",
    );
    says(
        "[](actor:club) knows.",
        "the link to `actor:club` has no words; write what readers shall see between the brackets",
    );
    for (words, mark) in
        [("It is **so**.", "**"), ("It <b>is</b> so.", "<b>"), ("It `is` so.", "`")]
    {
        let expected = format!(
            "readers would see `{mark}` as it stands; take it out: there are links, and no other marks"
        );
        says(words, &expected);
    }
    right().with("story.toml", "Nothing later is known.", "5 < 6 is [no news](claim:first).").check(&[
        "story.toml:6: the number 5 in prose has no claim; write [5](claim:id) with the id of its record",
    ]);
}

#[test]
fn numbers_in_titles_and_beside_marks() {
    right().with("story.toml", "Otters are back", "7 otters are back").check(&[
        "story.toml:3: the number 7 in a title has no claim; titles have no links: say it in the text below",
    ]);
    right()
        .with("releases.toml", "named = [\"Tarn\"]", "annotation = \"3, a warm day\"")
        .check(&["releases.toml:11: `annotation` says 3, but `people` is 2; mend one of the two"]);
    right()
        .with("releases.toml", "named = [\"Tarn\"]", "annotation = \"2, a warm day\"")
        .check(&[]);
    right()
        .with("releases.toml", "counted = \"young otters\"", "counted = \"young otters\"\nannotation = \"3, a wet day\"")
        .check(&["releases.toml:19: `annotation`: the words leave out \"at least\"; `people` is at least 3"]);
}

#[test]
fn a_large_number_that_is_written_out() {
    check("Once the club let twelve otters go, then [two](claim:first).", &[]);
    check(
        "Two gates stood open for some sixty-two otters.",
        &["the number 62 in prose has no claim; write [62](claim:id) with the id of its record"],
    );
    check(
        "Some 2000 people came.",
        &[
            "the number 2000 in prose has no claim; write [2000](claim:id) with the id of its record",
        ],
    );
}

#[test]
fn a_link_to_what_has_no_number() {
    check(
        "[9 otters](release:first) went.",
        &[
            "the number 9 stands in a link to no number; write [9](claim:id) with the id of its record",
        ],
    );
    check("[On 1 May 2031](release:first) the gate stood open.", &[]);
    check(
        "[On 2 May](release:first) the gate stood open.",
        &["`[On 2 May]` says 2; `first` is of 1 May 2031; mend the words, or lead them to another"],
    );
    check(
        "[In June](release:first) the gate stood open.",
        &[
            "`[In June]` says June; `first` is of 1 May 2031; mend the words, or lead them to another",
        ],
    );
}

#[test]
fn a_key_figure_with_the_day_of_another() {
    let figure = |label: &str| {
        let figure = format!("[[key_figure]]\nclaim = \"first\"\nlabel = \"{label}\"\n");
        right().and("story.toml", &figure)
    };
    figure("otters let go").check(&[]);
    figure("otters let go on 1 May 2031, before those of 1 June 2031").check(&[]);
    figure("otters let go by 1 June 2031").check(&[
        "story.toml:41: `label` names 1 June 2031, its claim is of 1 May 2031; mend the label, or name another claim",
    ]);
}
