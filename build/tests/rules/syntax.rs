//! What is not TOML.

use crate::story::right;

#[test]
fn not_toml() {
    right().with("sources.toml", "title = \"Log of the gate\"", "title = Log of the gate").check(&[
        "sources.toml:4: this is not TOML: string values must be quoted, expected literal string; texts stand in quotation marks: title = \"…\"",
    ]);
    right().with("releases.toml", "people = 2\n", "people = 2\npeople = 3\n").check(&[
        "releases.toml:9: `people` stands twice in one table; take one out, or write [[release]] over it if another begins here",
    ]);
}

#[test]
fn what_somebody_meant_who_wrote_no_toml() {
    for (file, piece, other, expected) in [
        (
            "sources.toml",
            "title = \"Log of the gate\"",
            "title = “Log of the gate”",
            "4: this is not TOML: string values must be quoted, expected literal string; texts stand in straight quotation marks: \"…\"",
        ),
        (
            "releases.toml",
            "people = 2\n",
            "people = 1,090\n",
            "8: `people` is not a count; write 1090",
        ),
        (
            "sources.toml",
            "title = \"Log of the gate\"",
            "withheld = True",
            "4: this is not TOML: invalid boolean, expected `true`; write withheld = true",
        ),
        (
            "sources.toml",
            "title = \"Log of the gate\"",
            "title = \"Log of the gate",
            "4: this is not TOML: invalid basic string, expected `\"`; close the quotation marks; within a text, use “ and ”",
        ),
        (
            "releases.toml",
            "[[release]]\nid = \"second\"",
            "id = \"second\"",
            "14: `id` stands twice in one table; take one out, or write [[release]] over it if another begins here",
        ),
        (
            "releases.toml",
            "[[release]]\nid = \"second\"",
            "[release]\nid = \"second\"",
            "14: `[release]` stands here once more; write [[release]] over each",
        ),
        (
            "releases.toml",
            "[[release]]\nid = \"second\"",
            "<<<<<<< HEAD\n[[release]]\n=======\n[[release]]\n>>>>>>> news\nid = \"second\"",
            "14: a merge was not finished here; keep one of the two versions, and take out the lines with <<<<<<<, ======= and >>>>>>>",
        ),
    ] {
        right().with(file, piece, other).check(&[&format!("{file}:{expected}")]);
    }
}

/// Lines of a text may look like anything.
#[test]
fn a_text_with_a_line_that_looks_like_a_merge() {
    right()
        .with("actors.toml", "\"Opens the gate.\"", "\"\"\"Opens\n======= the gate.\"\"\"")
        .check(&[]);
}

/// A line with a slip in it, and what would be right.
#[test]
fn what_would_be_right_in_a_line() {
    const INSIDE: &str = "a text ends at its second quotation mark; within it, use “ and ”";
    const STRAIGHT: &str = "texts stand in straight quotation marks: \"…\"";
    for (line, expected) in [
        ("kind = primary\"", "open the quotation marks: kind = \"…\""),
        ("kind = \"primary", "close the quotation marks; within a text, use “ and ”"),
        ("kind: \"primary\"", "put = in place of the colon: kind = …"),
        ("kind : \"primary\"", "put = in place of the colon: kind = …"),
        ("\"kind\": \"primary\"", "put = in place of the colon: kind = …"),
        ("kind := \"primary\"", "put = in place of the colon: kind = …"),
        ("kind \"primary\"", "write a field as name = value, and # in front of a comment"),
        ("ki nd = \"primary\"", "write a field as name = value, and # in front of a comment"),
        ("// kind", "a comment begins with #"),
        ("/* kind */", "a comment begins with #"),
        ("-- kind", "a comment begins with #"),
        ("kind = \"primary\" // or not", "a comment begins with #"),
        ("kind = \"primary\",", "take out the comma at the end"),
        (
            "kind = \"primary\", via = \"a\"",
            "write each field in a line of its own, without a comma",
        ),
        ("note = \"The club has \"about 70\".\"", INSIDE),
        ("note = \"one\" \"two\"", INSIDE),
        ("note = [{ a = \"one \"and\" two\" }]", INSIDE),
        ("note = [{ a = \"one\" b = \"two\" }]", "put a comma between the two"),
        ("note = [\"one\" \"two\"]", "put a comma between the two"),
        ("note = [“one”]", STRAIGHT),
        ("note = [\"one\", “two”]", STRAIGHT),
        ("note = [\n“one”,\n]", STRAIGHT),
        ("note = [\none,\n]", "texts stand in quotation marks: \"…\""),
        ("date = 30.11.2031", "texts stand in quotation marks: date = \"…\""),
        ("[ [source] ]", "write [[source]]"),
        ("[[source]", "write [[source]]"),
        ("[[source] # the next", "write [[source]]"),
        ("[[other]", "write [[other]]"),
        ("[other", "write [other]"),
    ] {
        let told = right().and("sources.toml", &format!("{line}\n")).problems();
        assert_eq!(told.len(), 1, "{line}: {told:?}");
        assert!(told[0].ends_with(&format!("; {expected}")), "{line}: {}", told[0]);
    }
}

#[test]
fn counts_that_are_not_toml() {
    const RIGHT: &str = "write a count: 52, { at_least = 18 }, { more_than = 430 }, { about = 200 }, { between = [10, 20] }";
    const FIGURES: &str = "no spaces, commas or words in a number";
    for count in [
        "{ at_least = 62 people }",
        "{ at least = 62 }",
        "{ at_least 62 }",
        "{ more_than = 1,000 }",
        "{ between = 60, 70 }",
        "at_least = 62",
        "62+",
        "60-70",
        "sixty-two",
        "“62”",
        "",
    ] {
        right()
            .with("releases.toml", "people = 2\n", &format!("people = {count}\n"))
            .check(&[&format!("releases.toml:8: `people` is not a count; {RIGHT}; {FIGURES}")]);
    }
    for number in ["1 062", "1,062", "1’062", "1\u{202f}062"] {
        right()
            .with("releases.toml", "people = 2\n", &format!("people = {number}\n"))
            .check(&["releases.toml:8: `people` is not a count; write 1062"]);
    }
    right().with("releases.toml", "= \"unknown\"", "= unknown").check(&[&format!(
        "releases.toml:19: `recognised` is not a count; {RIGHT} or \"unknown\"; {FIGURES}"
    )]);
    right()
        .with(
            "releases.toml",
            "named = [\"Tarn\"]",
            "taken_to = [{ place = \"lake\", people = 2+ }]",
        )
        .check(&[&format!("releases.toml:11: `people` is not a count; {RIGHT}; {FIGURES}")]);
    // What stands beside a count is none, and elsewhere the same name is that of a text.
    right()
        .with("releases.toml", "named = [\"Tarn\"]", "taken_to = [{ people = 2, place = lake }]")
        .check(&["releases.toml:11: this is not TOML: string values must be quoted, expected literal string; texts stand in quotation marks: place = \"…\""]);
    right()
        .with("story.toml", "people = \"Let go\"", "people = Let go")
        .check(&["story.toml:37: this is not TOML: string values must be quoted, expected literal string; texts stand in quotation marks: people = \"…\""]);
}

/// What follows is not wrong, as far as anybody can tell.
#[test]
fn what_is_left_open() {
    for (piece, other, line, expected) in [
        ("people = 2\n", "people = { at_least = 2\n", 8, "put } at its end"),
        ("[\"Tarn\"]", "[\"Tarn\"", 11, "put ] at its end"),
        ("[\"Tarn\"]", "[\n\"Tarn\",", 11, "put ] at its end"),
        ("[\"Tarn\"]", "[\"Tarn]", 11, "close the quotation marks; within a text, use “ and ”"),
        ("[\"Tarn\"]", "[\"Tarn \\\"one ]\" # ]", 11, "put ] at its end"),
    ] {
        right().with("releases.toml", piece, other).check(&[&format!(
            "releases.toml:{line}: what begins here has no end; {expected}; there may be more below"
        )]);
    }
    // What stands above is told.
    right()
        .with("releases.toml", "people = 2\n", "people = 2,\n")
        .with("releases.toml", "[\"Tarn\"]", "[\"Tarn\"")
        .check(&[
            "releases.toml:8: this is not TOML: unexpected key or value, expected newline, `#`; take out the comma at the end",
            "releases.toml:11: what begins here has no end; put ] at its end; there may be more below",
        ]);
}

#[test]
fn all_mistakes_of_a_file_are_told_or_it_is_said_that_there_are_more() {
    let told = |n: usize| right().and("sources.toml", &"note: \"a\"\n".repeat(n)).problems();
    assert_eq!(told(20).len(), 20);
    assert!(told(20).iter().all(|it| it.ends_with("colon: note = …")), "{:?}", told(20));
    assert_eq!(told(21).len(), 20);
    assert!(told(21).iter().any(|it| it.ends_with("note = …; there may be more below")));
    // Each table that has lost its header is told, by its first field alone.
    let table = "id = \"log\"\npublisher = \"The club\"\n";
    let double = |line| {
        format!(
            "sources.toml:{line}: `id` stands twice in one table; take one out, or write [[source]] over it if another begins here"
        )
    };
    right().and("sources.toml", &table.repeat(2)).check(&[&double(6), &double(8)]);
}
