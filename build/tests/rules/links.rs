//! Ids and the references to them.

use crate::story::{Story, right};

const CLAIMS: &str = "add it to releases.toml or totals.toml or held.toml or claims.toml";

#[test]
fn an_id_that_is_taken() {
    right().and("actors.toml", "[[group]]\nid = \"shore\"\nname = \"On the pier\"\n").check(&[
        "actors.toml:21: id `shore` is taken; it stands at actors.toml:2 already; choose another",
    ]);
    let section = "[[section]]\nid = \"gate\"\ntitle = \"The gate\"\nplace = \"top\"\n";
    right().and("story.toml", section).and("story.toml", section).check(&[
        "story.toml:44: id `gate` is taken; it stands at story.toml:40 already; choose another",
    ]);
}

#[test]
fn an_id_of_another_kind_is_not_taken() {
    right().with("relations.toml", "id = \"gate\"", "id = \"keeper\"").check(&[]);
}

#[test]
fn an_id_that_is_taken_by_another_kind_of_number() {
    let claim = "[[claim]]\nid = \"first\"\nvalue = 1\ncounted = \"gates\"\ndate = \"2031\"\nsources = [\"log\"]\n";
    right().and("claims.toml", claim).check(&[
        "releases.toml:6: id `first` is taken; it stands at claims.toml:2 already; choose another",
    ]);
}

/// One more of every kind of table that a story can do without, each with one reference that is right.
fn with_everything() -> Story {
    right()
        .with("releases.toml", "named = [\"Tarn\"]\n", "actors = [\"keeper\"]\ntaken_to = [{ place = \"lake\", people = 2 }]\n")
        .and("totals.toml", "[[total]]\nid = \"all\"\ndate = \"2031-07-01\"\ncount = 5\ncounted = \"otters\"\nsaid_by = \"the club\"\nperiod = \"2031\"\nincludes_same_day = \"yes\"\nsources = [\"log\"]\n")
        .and("held.toml", "[[counter]]\nid = \"warden\"\nname = \"The warden\"\n[[held]]\nid = \"kept\"\ndate = \"2031-07-01\"\ncount = 9\ncounter = \"warden\"\nsaid_by = \"the warden\"\nsources = [\"log\"]\n")
        .and("measures.toml", "[[measure]]\nid = \"fence\"\ndate = \"2031-04-01\"\nkind = \"eased\"\nwhat = \"The fence comes down\"\nby = \"the club\"\nrelease = \"first\"\nsources = [\"log\"]\n")
        .and("quotes.toml", "[[quote]]\nid = \"mine\"\nspeaker = \"The keeper\"\nactor = \"keeper\"\ntext = \"Off they go\"\ndate = \"2031-05-01\"\nsources = [\"log\"]\n")
        .and("glossary.toml", "[[term]]\nid = \"holt\"\nterm = \"Holt\"\ntext = \"Where an otter sleeps.\"\nactors = [\"keeper\"]\nsources = [\"log\"]\n")
        .and("conflicts.toml", "[[conflict]]\nid = \"kept-or-not\"\ntitle = \"How many\"\nsides = [{ who = \"A\", says = \"Few.\" }, { who = \"B\", says = \"More.\" }]\nsettle = \"A count.\"\nclaims = [\"kept\"]\nsources = [\"log\"]\n")
        .and("statements.toml", "[[statement]]\ntext = \"The keeper works for the club\"\ncheck = \"confirmed\"\ncovered_by = [\"gate\", \"mine\", \"actor:keeper\", \"glossary:holt\"]\n")
        .and("claims.toml", "[[claim]]\nid = \"gates\"\nvalue = 1\ncounted = \"gates\"\ndate = \"2031\"\nsources = [\"log\"]\n")
        .and("story.toml", "[[key_figure]]\nclaim = \"gates\"\nlabel = \"gates\"\n")
}

#[test]
fn references_that_lead_somewhere() {
    with_everything().check(&[]);
}

#[track_caller]
fn dangles(file: &str, piece: &str, other: &str, expected: &str) {
    with_everything().with(file, piece, other).check(&[expected]);
}

#[test]
fn a_reference_that_leads_nowhere() {
    let add = |kind, file, ids| format!("add [[{kind}]] to {file}, or name {ids}");
    let people = "one of `keeper`, `club`";
    dangles(
        "actors.toml",
        "group = \"shore\"\nrole = \"Pays",
        "group = \"sky\"\nrole = \"Pays",
        &format!(
            "actors.toml:17: no group has the id `sky`; {}",
            add("group", "actors.toml", "`shore`")
        ),
    );
    dangles(
        "relations.toml",
        "kind = \"works-for\"",
        "kind = \"knows\"",
        &format!(
            "relations.toml:10: no kind has the id `knows`; {}",
            add("kind", "relations.toml", "`works-for`")
        ),
    );
    dangles(
        "releases.toml",
        "place = \"lake\"",
        "place = \"sea\"",
        &format!(
            "releases.toml:12: no place has the id `sea`; {}",
            add("place", "releases.toml", "`lake`")
        ),
    );
    dangles(
        "releases.toml",
        "actors = [\"keeper\"]",
        "actors = [\"mayor\"]",
        &format!(
            "releases.toml:11: no actor has the id `mayor`; {}",
            add("actor", "actors.toml", people)
        ),
    );
    dangles(
        "held.toml",
        "counter = \"warden\"",
        "counter = \"club\"",
        &format!(
            "held.toml:8: no counter has the id `club`; {}",
            add("counter", "held.toml", "`warden`")
        ),
    );
    dangles(
        "measures.toml",
        "release = \"first\"",
        "release = \"third\"",
        &format!(
            "measures.toml:7: no release has the id `third`; {}",
            add("release", "releases.toml", "one of `first`, `second`")
        ),
    );
    dangles(
        "quotes.toml",
        "actor = \"keeper\"",
        "actor = \"mayor\"",
        &format!(
            "quotes.toml:4: no actor has the id `mayor`; {}",
            add("actor", "actors.toml", people)
        ),
    );
    dangles(
        "glossary.toml",
        "actors = [\"keeper\"]",
        "actors = [\"mayor\"]",
        &format!(
            "glossary.toml:5: no actor has the id `mayor`; {}",
            add("actor", "actors.toml", people)
        ),
    );
    dangles(
        "conflicts.toml",
        "claims = [\"kept\"]",
        "claims = [\"lost\"]",
        &format!(
            "conflicts.toml:6: no claim has the id `lost`; {CLAIMS}, or name one of `first`, `second`, `all`, `kept`, `gates`"
        ),
    );
    dangles(
        "story.toml",
        "claim = \"gates\"",
        "claim = \"doors\"",
        &format!(
            "story.toml:40: no claim has the id `doors`; {CLAIMS}, or name one of `first`, `second`, `all`, `kept`, `gates`"
        ),
    );
}

#[test]
fn a_statement_that_nothing_covers() {
    for (covered_by, expected) in [
        (
            "boat",
            "no relation or quotation has the id `boat`; add it to relations.toml or quotes.toml, or name one of `gate`, `mine`",
        ),
        (
            "actor:mayor",
            "no actor has the id `mayor`; add [[actor]] to actors.toml, or name one of `keeper`, `club`",
        ),
        (
            "glossary:holts",
            "no term has the id `holts`; did you mean `holt`? If not, add [[term]] to glossary.toml",
        ),
    ] {
        dangles(
            "statements.toml",
            "\"gate\", ",
            &format!("\"{covered_by}\", "),
            &format!("statements.toml:4: {expected}"),
        );
    }
}

#[test]
fn every_table_with_sources_has_them_looked_up() {
    for (file, line) in [
        ("relations.toml", 14),
        ("totals.toml", 9),
        ("held.toml", 10),
        ("measures.toml", 8),
        ("quotes.toml", 7),
        ("glossary.toml", 6),
        ("conflicts.toml", 7),
        ("claims.toml", 6),
    ] {
        let expected = format!(
            "{file}:{line}: no source has the id `logs`; did you mean `log`? If not, add [[source]] to sources.toml"
        );
        dangles(file, "[\"log\"]", "[\"logs\"]", &expected);
    }
    for (file, after, line) in [
        ("actors.toml", "role = \"Opens the gate.\"\n", 11),
        ("releases.toml", "recognised = \"unknown\"\n", 21),
    ] {
        let expected = format!(
            "{file}:{line}: no source has the id `logs`; did you mean `log`? If not, add [[source]] to sources.toml"
        );
        dangles(
            file,
            &format!("{after}sources = [\"log\"]"),
            &format!("{after}sources = [\"logs\"]"),
            &expected,
        );
    }
}

#[test]
fn another_number_or_a_letter_that_looks_alike_is_not_offered() {
    // "first-2" is another release, not a slip of the keyboard.
    right().with("releases.toml", "id = \"first\"", "id = \"first-1\"")
        .with("story.toml", "(claim:first)", "(claim:first-2)")
        .check(&[&format!("story.toml:4: no claim has the id `first-2`; {CLAIMS}, or name one of `first-1`, `second`")]);
    right().with("relations.toml", "from = \"keeper\"", "from = \"k\u{435}eper\"").check(&[
        "actors.toml:6: actor `keeper` is in no relation; add one to relations.toml, or take the actor out",
        "relations.toml:9: no actor can have the id `k\u{435}eper`: character 2 is `\u{435}` (U+0435), a Cyrillic letter; type it anew, with a-z, 0-9 and - alone",
    ]);
    // The id itself is wrong, and told once: who names it rightly is not to blame.
    right().with("actors.toml", "id = \"keeper\"", "id = \"Keeper\"").check(&[
        "actors.toml:6: `Keeper` cannot be an id: character 1 is `K`, a capital letter; type it anew, with a-z, 0-9 and - alone",
    ]);
}

#[test]
fn where_there_is_room_for_no_more() {
    let counters =
        ["a", "b", "c"].map(|id| format!("[[counter]]\nid = \"{id}\"\nname = \"{id}\"\n"));
    let held = "[[held]]\nid = \"kept\"\ndate = \"2031-07-01\"\ncount = 9\ncounter = \"zoo\"\nsaid_by = \"the zoo\"\nsources = [\"log\"]\n";
    right().and("held.toml", &counters.concat()).and("held.toml", held).check(&[
        "held.toml:14: no counter has the id `zoo`; there is room for no more: name one of `a`, `b`, `c`",
    ]);
}

#[test]
fn what_stands_there_twice() {
    let again = |what: &str, line: usize| {
        format!("{what} stands there twice; line {line} has it already: take one out")
    };
    right()
        .with("releases.toml", "named = [\"Tarn\"]", "named = [\"Tarn\", \"Tarn\"]")
        .check(&[&format!("releases.toml:11: {}", again("the name `Tarn`", 11))]);
    right()
        .with("relations.toml", "sources = [\"log\"]", "sources = [\"log\", \"log\"]")
        .check(&[&format!("relations.toml:14: {}", again("the source `log`", 14))]);
    right()
        .and("sources.toml", "[[source]]\nid = \"more\"\npublisher = \"The club\"\ntitle = \"Log\"\nurl = \"https://lake.example/log\"\n")
        .with("relations.toml", "sources = [\"log\"]", "sources = [\"log\", \"more\"]")
        .check(&[&format!("sources.toml:10: {}", again("the address `https://lake.example/log`", 5))]);
    right()
        .with("actors.toml", "name = \"The club\"", "name = \"The keeper\"")
        .check(&[&format!("actors.toml:14: {}", again("the actor `The keeper`", 6))]);
    right()
        .and("relations.toml", "[[relation]]\nid = \"more\"\nfrom = \"keeper\"\nkind = \"works-for\"\nto = \"club\"\nwhen = \"since 2030\"\nexplanation = \"Once more.\"\nsources = [\"log\"]\n")
        .check(&[&format!("relations.toml:16: {}", again("the relation `keeper works-for club, since 2030`", 8))]);
}

#[test]
fn a_near_id_is_offered() {
    right().with("relations.toml", "from = \"keeper\"", "from = \"kepeer\"").check(&[
        "actors.toml:6: actor `keeper` is in no relation; add one to relations.toml, or take the actor out",
        "relations.toml:9: no actor has the id `kepeer`; did you mean `keeper`? If not, add [[actor]] to actors.toml",
    ]);
}

#[test]
fn a_relation_to_oneself() {
    right()
        .and("relations.toml", "[[relation]]\nid = \"self\"\nfrom = \"club\"\nkind = \"works-for\"\nto = \"club\"\nwhen = \"ever\"\nexplanation = \"It is.\"\nsources = [\"log\"]\n")
        .check(&["relations.toml:19: `club` is related to itself; name another actor"]);
}

#[test]
fn an_actor_without_a_relation() {
    right()
        .and("actors.toml", "[[actor]]\nid = \"mayor\"\nname = \"The mayor\"\nkind = \"person\"\ngroup = \"shore\"\nrole = \"Looks on.\"\nsources = [\"log\"]\n")
        .check(&["actors.toml:21: actor `mayor` is in no relation; add one to relations.toml, or take the actor out"]);
}

/// However many there are, they are what there is to choose from.
#[test]
fn kinds_of_relation_are_all_listed() {
    let kind =
        |n| format!("[[kind]]\nid = \"k{n}\"\nlabel = \"a\"\ninverse = \"b\"\nmeaning = \"c\"\n");
    let kinds: String = (0..9).map(kind).collect();
    right().with("relations.toml", "kind = \"works-for\"", "kind = \"met\"").and("relations.toml", &kinds).check(&[
        "relations.toml:10: no kind has the id `met`; add [[kind]] to relations.toml, or name one of `works-for`, `k0`, `k1`, `k2`, `k3`, `k4`, `k5`, `k6`, `k7`, `k8`",
    ]);
}
