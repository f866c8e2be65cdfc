//! The folder and its files, before anything in them is read.

use std::{fs, path::Path};

use crate::story::right;

#[test]
fn no_such_folder() {
    let problems = explainer_build::check(Path::new("no/such/folder")).unwrap_err();
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "no/such/folder:1: there is no such folder; name a folder that holds story.toml and its files"
        ]
    );
}

#[test]
fn letters_that_are_not_in_utf_8() {
    let problems = right().with_bytes("sources.toml", "gate", b"g\xe4te");
    assert_eq!(problems, ["sources.toml:4: a letter here is not in UTF-8; save the file as UTF-8"]);
}

/// What refers to tables under a misspelt header is not wrong.
#[test]
fn tables_of_a_kind_that_there_is_not() {
    right()
        .with("actors.toml", "[[group]]", "[[grop]]")
        .check(&["actors.toml:1: unknown field `grop`; did you mean `group`?"]);
}

#[test]
fn a_file_that_is_missing() {
    // In the words of the operating system.
    let error = fs::read_to_string("no such file").unwrap_err();
    for file in ["story.toml", "releases.toml", "actors.toml", "relations.toml", "sources.toml"] {
        let wrong = format!("{file}:1: cannot be read ({error}); every story needs this file");
        right().without(file).check(&[&wrong]);
    }
}

#[test]
fn a_file_for_which_much_waits() {
    let conflict = |idx| {
        format!(
            "[[conflict]]\nid = \"c{idx}\"\ntitle = \"How many\"\nsides = [{{ who = \"One\", says = \"Few.\" }}, {{ who = \"Another\", says = \"Many.\" }}]\nsettle = \"Open.\"\nclaims = [\"sum-{idx}\"]\nsources = [\"log\"]\n"
        )
    };
    let about = |n| right().and("conflicts.toml", &(0..n).map(conflict).collect::<String>());
    // One mistake each, as far as anybody knows.
    about(1).check(&[
        "conflicts.toml:6: no claim has the id `sum-0`; add it to releases.toml or totals.toml or held.toml or claims.toml, or name one of `first`, `second`",
    ]);
    // What would have been cited in the file is not held against anybody either.
    about(8).and("sources.toml", "[[source]]\nid = \"map\"\npublisher = \"The club\"\ntitle = \"Map\"\nwithheld = true\n").check(&[
        "totals.toml:1: nothing of it is there; 8 references may wait for it, the first in conflicts.toml:6 (no claim has the id `sum-0`); bring it back, or mend the references",
    ]);
}

#[test]
fn a_file_that_nothing_reads() {
    right().and("total.toml", "").and("weather.toml", "").check(&[
        "total.toml:1: nothing reads this file; did you mean `totals.toml`?",
        "weather.toml:1: nothing reads this file; the files are story.toml, steps.toml, releases.toml, totals.toml, held.toml, measures.toml, actors.toml, relations.toml, quotes.toml, glossary.toml, conflicts.toml, statements.toml, claims.toml, sources.toml, changes.toml",
    ]);
}

#[test]
fn files_that_are_not_toml_are_left_alone() {
    right().and("notes.txt", "Two gates.").check(&[]);
}

/// One mistake is one message: what depends on a table that cannot be used is not held against others.
#[test]
fn a_mistake_has_no_echo() {
    // The only relation of both actors.
    right()
        .with("relations.toml", "when = \"since 2030\"\n", "")
        .check(&["relations.toml:7: `when` is missing; write when = \"…\""]);
    // A source that only this actor cites.
    right()
        .with("actors.toml", "role = \"Opens the gate.\"\nsources = [\"log\"]", "sources = [\"map\"]")
        .and("sources.toml", "[[source]]\nid = \"map\"\npublisher = \"The club\"\ntitle = \"Map\"\nwithheld = true\n")
        .check(&["actors.toml:5: `role` is missing; write role = \"…\""]);
    // A release that a sum needs.
    right()
        .with("releases.toml", "id = \"second\"\n", "")
        .and("claims.toml", "[[claim]]\nid = \"all\"\nvalue = { at_least = 5 }\ncounted = \"otters\"\ndate = \"2031-12-31\"\nsum = \"itemised\"\n")
        .check(&["releases.toml:14: `id` is missing; write id = \"…\""]);
    // A story with one counting, whose releases have no second number.
    right()
        .with("story.toml", "recognised = \"seen again\"\n", "")
        .with("releases.toml", "recognised = 2\n", "")
        .with("releases.toml", "recognised = \"unknown\"\n", "")
        .with("story.toml", "headline = \"Otters are back\"\n", "")
        .check(&["story.toml:1: `headline` is missing; write headline = \"…\""]);
    // A story that cannot be read at all, so that the number of its countings is not known.
    let error = fs::read_to_string("no such file").unwrap_err();
    right()
        .without("story.toml")
        .with("releases.toml", "recognised = 2\n", "")
        .check(&[&format!("story.toml:1: cannot be read ({error}); every story needs this file")]);
    right()
        .with("story.toml", "[labels]", "[label]")
        .check(&["story.toml:8: unknown field `label`; did you mean `labels`?"]);
    // A list written as one table.
    right()
        .with("actors.toml", "[[group]]", "[group]")
        .check(&["actors.toml:1: `group` is not a list of tables; write [[group]] over each"]);
}

/// A field that stands there misspelt is not missing as well.
#[test]
fn a_misspelt_field_is_one_mistake() {
    for (file, piece, other, line, meant) in [
        ("story.toml", "kicker", "Kicker", 2, "kicker"),
        ("story.toml", "as_of_note", "AS-OF-NOTE", 6, "as_of_note"),
        ("releases.toml", "people = 2", "poeple = 2", 8, "people"),
        ("relations.toml", "sources", "source", 14, "sources"),
        ("actors.toml", "id = \"shore\"", "Id = \"shore\"", 2, "id"),
    ] {
        let name = other.split(" = ").next().unwrap_or_default();
        right()
            .with(file, piece, other)
            .check(&[&format!("{file}:{line}: unknown field `{name}`; did you mean `{meant}`?")]);
    }
    // One that is there is not what was meant, and what is missing is told.
    right().with("relations.toml", "when = \"since 2030\"", "form = \"keeper\"").check(&[
        "relations.toml:7: `when` is missing; write when = \"…\"",
        "relations.toml:12: unknown field `form`; did you mean `from`?",
    ]);
}

/// What was written cannot be told, so nothing is held against what hangs on it.
#[test]
fn a_field_that_cannot_be_read_is_one_mistake() {
    right()
        .with("relations.toml", "[\"log\"]", "\"log\"")
        .check(&["relations.toml:14: `sources` is not a list; write [\"…\", \"…\"]"]);
    right()
        .with("relations.toml", "[\"log\"]", "[1]")
        .check(&["relations.toml:14: `sources` is not text; put it in quotation marks"]);
    // The only list that names this source.
    right()
        .with("relations.toml", "sources = [\"log\"]", "sources = \"map\"")
        .and("sources.toml", "[[source]]\nid = \"map\"\npublisher = \"The club\"\ntitle = \"Map\"\nwithheld = true\n")
        .check(&["relations.toml:14: `sources` is not a list; write [\"…\", \"…\"]"]);
    right().with("sources.toml", "Log of the gate\"", "Журнал варот\"\nlanguage = \"\"").check(&[
        "sources.toml:5: `language` is empty; fill it in, or leave the field out if it is optional",
    ]);
    right()
        .with("releases.toml", "people = 2\n", "people = 2\nin_sum = true\nin_sum_because = \"So.\"\n")
        .and("claims.toml", "[[claim]]\nid = \"all\"\nvalue = { at_least = 3 }\ncounted = \"otters\"\ndate = \"2031-12-31\"\nsum = \"itemised\"\n")
        .check(&["releases.toml:9: `in_sum` is not a count: it is true or false; write 52, { at_least = 18 }, { more_than = 430 }, { about = 200 }, { between = [10, 20] } or false"]);
    // Those who name what has lost its id are not to blame.
    right()
        .with("actors.toml", "id = \"shore\"\n", "")
        .check(&["actors.toml:1: `id` is missing; write id = \"…\""]);
}
