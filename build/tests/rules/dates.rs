//! Dates by themselves and against each other.

use crate::story::right;

#[test]
fn what_is_not_a_date() {
    const WHOLE: &str = "write the whole date, as \"2031-08-17\"";
    for (date, form) in [
        ("2031-5-1", "write \"2031-05-01\""),
        ("2031/05/01", "write \"2031-05-01\""),
        ("2031–05–01", "write \"2031-05-01\""),
        (" 2031-05-01", "write \"2031-05-01\""),
        ("2031-05-01T22:00", "write \"2031-05-01\""),
        ("2031-05-01 22:00", "write \"2031-05-01\""),
        ("13.5.2031", "write \"2031-05-13\""),
        ("05/13/2031", "write \"2031-05-13\""),
        ("5/5/2031", "write \"2031-05-05\""),
        ("1 May 2031", "write \"2031-05-01\""),
        ("1st May 2031", "write \"2031-05-01\""),
        ("Sept. 1, 2031", "write \"2031-09-01\""),
        // The month may as well be a slip for another.
        ("2031-13-05", "did you mean \"2031-05-13\"?"),
        // A day in May or in January.
        ("1.5.2031", WHOLE),
        ("May 2031", WHOLE),
        ("1 Ma 2031", WHOLE),
        ("2031-05-00", WHOLE),
        ("31-05-01", WHOLE),
        ("soon", WHOLE),
    ] {
        let wrong = format!("releases.toml:7: `date` is \"{date}\", which is no date; {form}");
        right().with("releases.toml", "2031-05-01", date).check(&[&wrong]);
    }
}

#[test]
fn what_is_not_even_part_of_a_date() {
    for (date, form) in [
        ("May 2031", "write \"2031-05\""),
        ("2031-5", "write \"2031-05\""),
        ("5/2031", "write \"2031-05\""),
        ("2031-13", "write \"2031-08-17\", \"2031-08\" or \"2031\""),
        ("soon", "write \"2031-08-17\", \"2031-08\" or \"2031\""),
    ] {
        let wrong = format!("sources.toml:6: `date` is \"{date}\", which is no date; {form}");
        right().and("sources.toml", &format!("date = \"{date}\"\n")).check(&[&wrong]);
    }
}

#[test]
fn a_date_that_does_not_exist() {
    for (date, n_days) in [("2031-02-29", 28), ("31.4.2031", 30), ("31 April 2031", 30)] {
        right().and("sources.toml", &format!("date = \"{date}\"\n")).check(&[&format!(
            "sources.toml:6: `date` is \"{date}\", which is no date; that month has {n_days} days"
        )]);
    }
}

/// Each field that takes whole days alone offers nothing else.
#[test]
fn fields_that_take_whole_days_alone() {
    let wrong = |line: &str| {
        format!(
            "{line}: `date` is \"soon\", which is no date; write the whole date, as \"2031-08-17\""
        )
    };
    for (file, table, line) in [
        (
            "totals.toml",
            "[[total]]\nid = \"all\"\ndate = \"soon\"\ncount = 5\ncounted = \"otters\"\nsaid_by = \"the club\"\nperiod = \"2031\"\nincludes_same_day = \"yes\"\nsources = [\"log\"]\n",
            3,
        ),
        (
            "held.toml",
            "[[counter]]\nid = \"warden\"\nname = \"The warden\"\n[[held]]\nid = \"kept\"\ndate = \"soon\"\ncount = 9\ncounter = \"warden\"\nsaid_by = \"the warden\"\nsources = [\"log\"]\n",
            6,
        ),
        (
            "measures.toml",
            "[[measure]]\nid = \"fence\"\ndate = \"soon\"\nkind = \"eased\"\nwhat = \"The fence comes down\"\nby = \"the club\"\nsources = [\"log\"]\n",
            3,
        ),
        (
            "claims.toml",
            "[[claim]]\nid = \"all\"\nvalue = 5\ncounted = \"otters\"\ndate = \"soon\"\nsum = \"itemised\"\n",
            5,
        ),
        (
            "changes.toml",
            "[[change]]\ndate = \"soon\"\ndata_to = \"2031-12-31\"\nkind = \"update\"\nwhat = \"Otters.\"\n",
            2,
        ),
    ] {
        right().and(file, table).check(&[&wrong(&format!("{file}:{line}"))]);
    }
}

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
