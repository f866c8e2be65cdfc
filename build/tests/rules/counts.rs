//! Fields that hold a count.

use crate::story::right;

const FORMS: &str =
    "52, { at_least = 18 }, { more_than = 430 }, { about = 200 }, { between = [10, 20] }";

#[test]
fn what_is_not_a_count() {
    for (count, why) in [
        ("\"2\"", "it stands in quotation marks"),
        ("2.5", "it has a decimal point"),
        ("2.0", "it has a decimal point"),
        ("2e0", "it has an exponent"),
        ("nan", "it is infinite, or no number at all"),
        ("-2", "it is below zero"),
        ("1_000_000_001", "it is above a billion"),
        ("true", "it is true or false"),
        ("2031-05-01", "it is a date"),
        ("[2]", "it is a list"),
        ("{}", "it has no bound"),
        ("{ at_most = 2 }", "there is no `at_most`"),
        ("{ atleast = 2 }", "`atleast` should probably be `at_least`"),
        ("{ at_least = 1, more_than = 1 }", "it has more than one bound"),
        ("{ at_least = \"2\" }", "what `at_least` bounds stands in quotation marks"),
        ("{ more_than = 1.000 }", "what `more_than` bounds has a decimal point"),
        ("{ about = -2 }", "what `about` bounds is below zero"),
        ("{ about = { at_least = 2 } }", "what `about` bounds is a table"),
        ("{ between = 2 }", "`between` takes two numbers, as in [10, 20]"),
        ("{ between = [2] }", "`between` takes two numbers, as in [10, 20]"),
        ("{ between = [2, \"3\"] }", "what `between` bounds stands in quotation marks"),
        ("{ between = [3, 2] }", "3 is not below 2"),
    ] {
        right()
            .with("releases.toml", "people = 2\n", &format!("people = {count}\n"))
            .check(&[&format!("releases.toml:8: `people` is not a count: {why}; write {FORMS}")]);
    }
    right().with("releases.toml", "\"unknown\"", "\"Unknown\"").check(&[&format!(
        "releases.toml:19: `recognised` is not a count: it stands in quotation marks; write {FORMS} or \"unknown\""
    )]);
}

#[test]
fn one_name_is_no_names() {
    right()
        .with("releases.toml", "people = 2\n", "people = 0\n")
        .with("releases.toml", "recognised = 2\n", "recognised = 0\n")
        .with("story.toml", "[2](claim:first)", "[0](claim:first)")
        .check(&["releases.toml:8: `people` is 0, but `named` has 1 name; mend one of the two"]);
}
