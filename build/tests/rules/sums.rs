//! Counts against their parts, and stated sums against the releases.

use crate::story::right;

fn claim(value: &str, sum: &str) -> String {
    format!("[[claim]]\nid = \"all\"\nvalue = {value}\ncounted = \"otters\"\n{sum}\n")
}

#[test]
fn a_claim_that_is_not_the_sum() {
    let up_to = |day, sum| format!("date = \"{day}\"\nsum = \"{sum}\"");
    let itemised = up_to("2031-06-01", "itemised");
    right().and("claims.toml", &claim("{ at_least = 5 }", &itemised)).check(&[]);
    right().and("claims.toml", &claim("5", &itemised)).check(&[
        "claims.toml:3: `value` is 5, but the releases add up to at least 5; mend the number, or the releases",
    ]);
    let before = itemised + "\nbefore_that_day = true";
    right().and("claims.toml", &claim("2", &before)).check(&[]);
    right().and("claims.toml", &claim("3", &before)).check(&[
        "claims.toml:3: `value` is 3, but the releases add up to 2; mend the number, or the releases",
    ]);
    // Of the second release it is not known how many were seen again.
    right().and("claims.toml", &claim("3", &up_to("2031-06-01", "recognised"))).check(&[
        "claims.toml:3: `value` is 3, but the releases add up to at least 2; mend the number, or the releases",
    ]);
}

#[test]
fn a_sum_with_an_approximate_part() {
    let about = |value: &str, people: &str| {
        right()
            .with("releases.toml", "people = 2\n", &format!("people = {people}\n"))
            .with("story.toml", "[2](claim:first)", "[some](claim:first)")
            .and("claims.toml", &claim(value, "date = \"2031-06-01\"\nsum = \"itemised\""))
    };
    about("{ about_or_more = 33 }", "{ about = 30 }").check(&[]);
    about("{ about = 33 }", "{ about = 30 }").check(&[
        "claims.toml:3: `value` is about 33, but the releases add up to about 33 or more; write value = { about_or_more = 33 }, or mend the releases",
    ]);
}

/// What is wrong with a release is told of that, and not of each sum that it enters.
#[test]
fn a_release_that_is_misplaced_is_in_no_sum() {
    let all = claim("{ at_least = 5 }", "date = \"2031-06-01\"\nsum = \"itemised\"");
    right()
        .with("releases.toml", "\"2031-05-01\"", "\"2031-07-01\"")
        .and("claims.toml", &all)
        .check(&[
            "releases.toml:16: 1 June 2031 stands after 1 July 2031 (line 7); the list runs forward in time: move the table up, or mend its date",
        ]);
    right().with("releases.toml", "id = \"second\"", "id = \"first\"").and("claims.toml", &all).check(&[
        "releases.toml:15: id `first` is taken; it stands at releases.toml:6 already; choose another",
    ]);
}

#[test]
fn a_claim_of_no_known_sum() {
    right()
        .and("claims.toml", &claim("5", "date = \"2031\"\nsum = \"total\""))
        .check(&["claims.toml:6: `sum` is \"total\"; it is one of \"itemised\", \"recognised\""]);
}

#[test]
fn a_total_that_is_itemised_wrongly() {
    let total = |same_day: &str, itemised: &str| {
        format!(
            "[[total]]\nid = \"all\"\ndate = \"2031-06-01\"\ncount = 5\ncounted = \"otters\"\nsaid_by = \"the club\"\nperiod = \"2031\"\nincludes_same_day = \"{same_day}\"\nitemised = {itemised}\nsources = [\"log\"]\n"
        )
    };
    right().and("totals.toml", &total("yes", "{ at_least = 5 }")).check(&[]);
    right().and("totals.toml", &total("no", "2")).check(&[]);
    right().and("totals.toml", &total("yes", "2")).check(&[
        "totals.toml:9: `itemised` is 2, but the releases add up to at least 5; mend the number, or the releases",
    ]);
    right().and("totals.toml", &total("no", "3")).check(&[
        "totals.toml:9: `itemised` is 3, but the releases add up to 2; mend the number, or the releases",
    ]);
}

#[test]
fn what_stands_outside_the_sum_is_not_added() {
    right()
        .with("releases.toml", "people = 2\n", "people = 2\nin_sum = false\nin_sum_because = \"They came back.\"\n")
        .and("claims.toml", &claim("2", "date = \"2031-05-31\"\nsum = \"itemised\""))
        .check(&[
            "claims.toml:3: `value` is 2, but the releases add up to 0; mend the number, or the releases",
        ]);
}

#[test]
fn parts_that_do_not_add_up() {
    let taken =
        |people| format!("people = 2\ntaken_to = [{{ place = \"lake\", people = {people} }}]\n");
    right().with("releases.toml", "people = 2\n", &taken("{ at_least = 2 }")).check(&[]);
    right().with("releases.toml", "people = 2\n", &taken("{ at_least = 1 }")).check(&[
        "releases.toml:8: `people` is 2, but `taken_to` adds up to at least 1; mend the parts, or add { place = \"not-stated\", … } for the rest",
    ]);
    right().with("releases.toml", "people = 2\n", &taken("1")).check(&[
        "releases.toml:8: `people` is 2, but `taken_to` adds up to 1; mend the parts, or add { place = \"not-stated\", … } for the rest",
    ]);
    right().with("releases.toml", "people = 2\n", &taken("{ more_than = 2 }")).check(&[
        "releases.toml:8: `people` is 2, but `taken_to` adds up to more than 2; mend the parts, or add { place = \"not-stated\", … } for the rest",
    ]);
}

#[test]
fn a_part_larger_than_the_whole() {
    right().with("releases.toml", "recognised = 2", "recognised = 3").check(&[
        "releases.toml:10: `recognised` is 3, but `people` is 2; a part is no larger than the whole",
    ]);
    right()
        .with(
            "releases.toml",
            "people = 2\n",
            "people = 2\nin_sum = 3\nin_sum_because = \"One more.\"\n",
        )
        .check(&[
            "releases.toml:9: `in_sum` is 3, but `people` is 2; a part is no larger than the whole",
        ]);
    // The second counting is part of what enters the sum, not only of what was announced.
    right()
        .with(
            "releases.toml",
            "people = 2\n",
            "people = 2\nin_sum = 1\nin_sum_because = \"One was counted before.\"\n",
        )
        .check(&[
            "releases.toml:12: `recognised` is 2, but `in_sum` is 1; a part is no larger than the whole",
        ]);
    // Of at least 3 some 300 would make it at least 300.
    let recognised = |count| right().with("releases.toml", "recognised = \"unknown\"", count);
    recognised("recognised = 3").check(&[]);
    recognised("recognised = 300").check(&[
        "releases.toml:19: `recognised` is 300, but `people` is at least 3; a part is no larger than the whole",
    ]);
    // Nor may it be more than all of them.
    right()
        .with("releases.toml", "recognised = 2", "recognised = { between = [1, 3] }")
        .check(&["releases.toml:10: `recognised` is between 1 and 3, but `people` is 2; a part is no larger than the whole"]);
}

#[test]
fn what_is_about_so_many_is_not_twice_as_many() {
    let about =
        |taken| {
            right()
            .with("releases.toml", "people = { at_least = 3 }", "people = { about = 30 }")
            .with("releases.toml", "counted = \"young otters\"", &format!(
                "counted = \"young otters\"\ntaken_to = [{{ place = \"lake\", people = {taken} }}]"
            ))
        };
    about(32).check(&[]);
    about(61).check(&[
        "releases.toml:17: `people` is about 30, but `taken_to` adds up to 61; parts are together no more than what is known of the whole: mend one of the two",
    ]);
}

#[test]
fn what_a_newer_release_leaves_behind() {
    let sum = |id, date, value| {
        format!(
            "[[claim]]\nid = \"{id}\"\nvalue = {value}\ncounted = \"otters\"\ndate = \"{date}\"\nsum = \"itemised\"\n"
        )
    };
    let figure = "[[key_figure]]\nclaim = \"to-may\"\nlabel = \"otters let go\"\n";
    let old =
        || right().and("claims.toml", &sum("to-may", "2031-05-31", "2")).and("story.toml", figure);
    old().advice(&[
        "claims.toml:5: the newest sum goes to 31 May 2031, the releases to 1 June 2031; add a claim with a sum to that day, and lead the key figures in story.toml to it",
    ]);
    old().and("claims.toml", &sum("to-june", "2031-06-01", "{ at_least = 5 }")).advice(&[
        "story.toml:40: the key figure tells the sum of 31 May 2031; there is one of 1 June 2031: `to-june`",
    ]);
}

#[test]
fn a_reason_is_given_for_what_is_left_out() {
    right()
        .with("releases.toml", "people = 2\n", "people = 2\nin_sum = 2\n")
        .check(&["releases.toml:9: `in_sum` is set without a reason; say why in `in_sum_because`"]);
}

#[test]
fn more_names_than_people() {
    right().with("releases.toml", "[\"Tarn\"]", "[\"Tarn\", \"Mere\"]").check(&[]);
    right()
        .with("releases.toml", "[\"Tarn\"]", "[\"Tarn\", \"Mere\", \"Beck\"]")
        .check(&["releases.toml:8: `people` is 2, but `named` has 3 names; mend one of the two"]);
}

#[test]
fn a_newer_count_of_the_same_counter() {
    let held = |id, date, counter| {
        format!(
            "[[held]]\nid = \"{id}\"\ndate = \"{date}\"\ncount = 5\ncounter = \"{counter}\"\nsaid_by = \"the club\"\nsources = [\"log\"]\n"
        )
    };
    let counters = "[[counter]]\nid = \"club\"\nname = \"The club\"\n[[counter]]\nid = \"town\"\nname = \"The town\"\n";
    let figure = "[[key_figure]]\nclaim = \"held-a\"\nlabel = \"otters kept\"\n";
    let counted = |counter| {
        let two = held("held-a", "2031-05-31", "club") + &held("held-b", "2031-06-01", counter);
        right().and("held.toml", &format!("{counters}{two}")).and("story.toml", figure)
    };
    counted("town").advice(&[]);
    counted("club").advice(&[
        "story.toml:40: the key figure tells the count of 31 May 2031; there is one of 1 June 2031: `held-b`",
    ]);
}

#[test]
fn a_release_of_which_no_change_tells() {
    let change = |data_to, claims| {
        format!(
            "[[change]]\ndate = \"2031-12-31\"\ndata_to = \"{data_to}\"\nkind = \"update\"\nwhat = \"News.\"\nclaims = [{claims}]\n"
        )
    };
    let changed = |claims| change("2031-05-31", "") + &change("2031-12-31", claims);
    right().and("changes.toml", &changed("\"second\"")).advice(&[]);
    right().and("changes.toml", &changed("\"first\"")).advice(&[
        "releases.toml:15: no change tells of `second`; add an entry to changes.toml, or name it in the `claims` of one",
    ]);
}
