//! More than a page can show.

use crate::story::right;

/// So many tables of a kind.
fn tables(kind: &str, n: usize) -> String {
    let table = |number| format!("[[{kind}]]\nid = \"more-{number}\"\nname = \"More {number}\"\n");
    (1..=n).map(table).collect()
}

#[test]
fn more_groups_than_colours() {
    right().and("actors.toml", &tables("group", 5)).check(&[]);
    right().and("actors.toml", &tables("group", 6)).check(&[
        "actors.toml:36: more than 6 tables of the kind `group`; the map has no more colours: put some of them together",
    ]);
}

#[test]
fn more_counters_than_marks() {
    right().and("held.toml", &tables("counter", 3)).check(&[]);
    right().and("held.toml", &tables("counter", 4)).check(&[
        "held.toml:11: more than 3 tables of the kind `counter`; the chart has no more marks: put those of few counts together",
    ]);
}
