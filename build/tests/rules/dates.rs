//! Dates against each other.

use crate::story::right;

#[test]
fn a_list_that_runs_backwards() {
    right().with("releases.toml", "\"2031-06-01\"", "\"2031-04-30\"").check(&[
        "releases.toml:16: 30 April 2031 stands after 1 May 2031 (line 7); the list runs forward in time: move the table up, or mend its date",
    ]);
    let measure = |id, date| {
        format!(
            "[[measure]]\nid = \"{id}\"\ndate = \"{date}\"\nkind = \"talks\"\nwhat = \"They meet\"\nby = \"the club\"\nsources = [\"log\"]\n"
        )
    };
    right()
        .and("measures.toml", &measure("late", "2031-03-02"))
        .and("measures.toml", &measure("early", "2031-03-01"))
        .check(&[
            "measures.toml:10: 1 March 2031 stands after 2 March 2031 (line 3); the list runs forward in time: move the table up, or mend its date",
        ]);
}

/// The one that is out of its place is told, not those that it has come between.
#[test]
fn one_date_among_many() {
    let measure = |id: usize, date: &str| {
        format!(
            "[[measure]]\nid = \"m{id}\"\ndate = \"{date}\"\nkind = \"talks\"\nwhat = \"They meet\"\nby = \"the club\"\nsources = [\"log\"]\n"
        )
    };
    let list = |dates: &[&str]| -> String {
        dates.iter().enumerate().map(|(idx, date)| measure(idx, date)).collect()
    };
    right()
        .and("measures.toml", &list(&["2031-06-01", "2031-03-01", "2031-03-02", "2031-03-03"]))
        .check(&["measures.toml:3: 1 June 2031 stands before 1 March 2031 (line 10); the list runs forward in time: move the table down, or mend its date"]);
    right()
        .and("measures.toml", &list(&["2031-03-01", "2031-03-02", "2013-03-03", "2031-03-04"]))
        .check(&["measures.toml:17: 3 March 2013 stands after 2 March 2031 (line 10); the list runs forward in time: move the table up, or mend its date"]);
}

#[test]
fn what_begins_after_the_record_stops() {
    right().with("relations.toml", "when = \"since 2030\"", "when = \"later\"\nstart = \"2062-04-15\"").check(&[
        "relations.toml:13: 15 April 2062 is after the record stops; the record stops on 31 December 2031: is the year right?",
    ]);
}

#[test]
fn what_is_yet_to_come() {
    right().and("sources.toml", "date = \"2062-04-15\"\n").advice(&[
        "sources.toml:6: 15 April 2062 is in the future; today is 31 January 2032: is the year right?",
    ]);
    right().and("sources.toml", "date = \"2032-01\"\n").advice(&[]);
}

#[test]
fn a_date_after_the_record_stops() {
    right().with("story.toml", "as_of = \"2031-12-31\"", "as_of = \"2031-05-31\"").check(&[
        "releases.toml:16: 1 June 2031 is after the record stops; the record stops on 31 May 2031: move `as_of` in story.toml, or mend the date",
    ]);
    // A record that stops in a month stops at its end.
    right()
        .with("story.toml", "as_of = \"2031-12-31\"", "as_of = \"2031-06\"")
        .with("releases.toml", "\"2031-06-01\"", "\"2031-06-30\"")
        .check(&[]);
}

#[test]
fn what_is_counted_without_its_day() {
    right().with("releases.toml", "\"2031-06-01\"", "\"2031-06\"").check(&[
        "releases.toml:16: June 2031 has no day; write the whole date, as \"2031-08-17\"",
    ]);
    let claim = |date: &str| {
        format!(
            "[[claim]]\nid = \"all\"\nvalue = {{ at_least = 5 }}\ncounted = \"otters\"\ndate = \"{date}\"\nsum = \"itemised\"\n"
        )
    };
    right().and("claims.toml", &claim("2031-06-01")).check(&[]);
    right()
        .and("claims.toml", &claim("2031-07"))
        .check(&["claims.toml:5: July 2031 has no day; write the whole date, as \"2031-08-17\""]);
}

#[test]
fn a_relation_that_ends_before_it_begins() {
    right().and("relations.toml", "start = \"2031-03-01\"\nend = \"2031-02\"\n").check(&[
        "relations.toml:16: `gate` ends (February 2031) before it begins (1 March 2031); put `start` before `end`",
    ]);
    // It may end within the month in which it begins.
    right().and("relations.toml", "start = \"2031-03-09\"\nend = \"2031-03\"\n").check(&[]);
}

#[test]
fn an_id_with_another_day() {
    let first = |id: &str| {
        right().with("releases.toml", "id = \"first\"", &format!("id = \"{id}\"")).with(
            "story.toml",
            "(claim:first)",
            &format!("(claim:{id})"),
        )
    };
    for id in ["rel-2031-05-01", "rel-2031-05-01b", "rel-2031-05-01-evening", "rel-2031", "x-5"] {
        first(id).check(&[]);
    }
    first("rel-2031-01-05").check(&[
        "releases.toml:7: `date` is 1 May 2031, the id says 5 January 2031; mend one of the two",
    ]);
}
