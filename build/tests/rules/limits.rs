//! More than a page can show.

use crate::story::right;

#[test]
fn more_groups_than_colours() {
    let group =
        |number: usize| format!("[[group]]\nid = \"group-{number}\"\nname = \"Group {number}\"\n");
    let groups = |n_more: usize| (1..=n_more).map(group).collect::<String>();
    right().and("actors.toml", &groups(5)).check(&[]);
    right().and("actors.toml", &groups(6)).check(&[
        "actors.toml:36: more than 6 tables of the kind `group`; the map has no more colours: put some of them together",
    ]);
}

#[test]
fn more_counters_than_marks() {
    let counter =
        |number: usize| format!("[[counter]]\nid = \"club-{number}\"\nname = \"Club {number}\"\n");
    let counters = |n: usize| (1..=n).map(counter).collect::<String>();
    right().and("held.toml", &counters(3)).check(&[]);
    right().and("held.toml", &counters(4)).check(&[
        "held.toml:11: more than 3 tables of the kind `counter`; the chart has no more marks: put those of few counts together",
    ]);
}
