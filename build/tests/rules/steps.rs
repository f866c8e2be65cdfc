//! The guided story.

use crate::story::{Story, right};

const STEP: &str = r#"[[step]]
id = "opening"
title = "The gate opens"
text = "On [1 May](release:first) [2](claim:first) otters went, as [the keeper](actor:keeper) says."
figure = "releases"
show = "view=waves&time=2031-04..2031-06&release=first&actor=keeper"
"#;

fn with_step() -> Story {
    right().and("steps.toml", STEP)
}

/// The check of what a step shows.
#[track_caller]
fn shows(show: &str, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|it| format!("steps.toml:6: {it}")).collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    with_step()
        .with("steps.toml", "view=waves&time=2031-04..2031-06&release=first&actor=keeper", show)
        .check(&expected);
}

/// The same of a step with the map beside it.
#[track_caller]
fn in_the_map(show: &str, expected: &[&str]) {
    let expected: Vec<String> = expected.iter().map(|it| format!("steps.toml:6: {it}")).collect();
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    with_step()
        .with("steps.toml", "figure = \"releases\"", "figure = \"map\"")
        .with("steps.toml", "view=waves&time=2031-04..2031-06&release=first&actor=keeper", show)
        .check(&expected);
}

#[test]
fn what_the_figure_of_a_step_does_not_have() {
    let expected = |it| {
        format!(
            "`{it}` changes nothing in the figure beside this step; take it out, or name another `figure`"
        )
    };
    in_the_map("actor=keeper&view=waves", &[&expected("view")]);
    in_the_map("actor=keeper&time=2031-05..2031-06", &[&expected("time")]);
    shows("release=first&near=1", &[&expected("near")]);
}

#[test]
fn a_parameter_that_is_given_twice() {
    shows(
        "view=waves&view=places",
        &["`view` is given twice; the figure takes one: take the other out"],
    );
}

#[test]
fn a_span_without_a_release() {
    shows(
        "time=2013-04..2013-06",
        &["no release lies in the span `2013-04..2013-06`; is the year right?"],
    );
    // Of releases that cannot be read it is not known where they lie.
    with_step().with("releases.toml", "id = \"first\"", "id = “first”").check(&[
        "releases.toml:6: this is not TOML: string values must be quoted, expected literal string; texts stand in straight quotation marks: \"…\"",
    ]);
}

#[test]
fn a_step_that_is_right() {
    with_step().check(&[]);
    shows("hide=shore&kind=works-for&first=yes&asof=yes", &[]);
    shows("kind=works-for.works-for&time=2031..2031-06-01", &[]);
    in_the_map("near=2&actor=keeper&chain=club&release=first", &[]);
}

#[test]
fn a_story_without_steps() {
    right().check(&[]);
    right().and("steps.toml", "").check(&[]);
}

#[test]
fn a_parameter_that_no_figure_knows() {
    shows(
        "vew=waves&shape=list&size=3&step=opening&theme=dark",
        &[
            "no figure knows the parameter `shape`; the parameters are release, measure, held, actor, chain, hide, kind, view, near, first, asof, time",
            "no figure knows the parameter `size`; the parameters are release, measure, held, actor, chain, hide, kind, view, near, first, asof, time",
            "no figure knows the parameter `step`; the parameters are release, measure, held, actor, chain, hide, kind, view, near, first, asof, time",
            "no figure knows the parameter `theme`; the parameters are release, measure, held, actor, chain, hide, kind, view, near, first, asof, time",
            "no figure knows the parameter `vew`; did you mean `view`?",
        ],
    );
}

#[test]
fn a_word_that_is_none_to_choose_from() {
    shows("view=wave", &["`view` cannot be `wave`; did you mean `waves`?"]);
    in_the_map("near=3", &["`near` cannot be `3`; write one of 1, 2"]);
    shows("first", &["`first` cannot be ``; write one of no, yes"]);
}

#[test]
fn what_is_shown_must_be_there() {
    shows(
        "release=frist&actor=mayor&hide=shore.sky&kind=knows",
        &[
            "no actor has the id `mayor`; add [[actor]] to actors.toml, or name one of `keeper`, `club`",
            "no group has the id `sky`; add [[group]] to actors.toml, or name `shore`",
            "no kind has the id `knows`; add [[kind]] to relations.toml, or name `works-for`",
            "no release has the id `frist`; did you mean `first`? If not, add [[release]] to releases.toml",
        ],
    );
}

#[test]
fn a_measure_without_a_mark() {
    let measure = |kind: &str, date: &str| {
        format!(
            "[[measure]]\nid = \"fence\"\ndate = \"{date}\"\nkind = \"{kind}\"\nwhat = \"A fence\"\nby = \"the club\"\nsources = [\"log\"]\n"
        )
    };
    let shows = |kind, date| {
        with_step().and("measures.toml", &measure(kind, date)).with(
            "steps.toml",
            "&release=first&",
            "&measure=fence&",
        )
    };
    shows("eased", "2031-05-02").check(&[]);
    let expected = "steps.toml:6: measure `fence` has no mark under the chart; name one that gives or takes, or talks, since the month of the first release";
    shows("context", "2031-05-02").check(&[expected]);
    shows("eased", "2031-04-30").check(&[expected]);
}

#[test]
fn a_span_that_is_none() {
    for span in ["2031", "2031-06..2031-04", "spring..autumn", "2031-04.2031-06", "..2031"] {
        let expected = format!(
            "`{span}` is no span of time; write two dates, the earlier one first: time=2031-07..2032-02"
        );
        shows(&format!("time={span}"), &[&expected]);
    }
}

#[test]
fn a_figure_that_there_is_not() {
    with_step()
        .with("steps.toml", "figure = \"releases\"", "figure = \"maps\"")
        .check(&[r#"steps.toml:5: `figure` is "maps"; it is one of "releases", "held", "map""#]);
}

#[test]
fn words_that_lead_to_what_is_not_there() {
    with_step()
        .with("steps.toml", "[1 May](release:first)", "[1 May](release:frist)")
        .with("steps.toml", "[the keeper](actor:keeper)", "[the fence](measure:fence)")
        .check(&[
            "steps.toml:4: no measure has the id `fence`; add [[measure]] to measures.toml, or name one that is there",
            "steps.toml:4: no release has the id `frist`; did you mean `first`? If not, add [[release]] to releases.toml",
        ]);
}

#[test]
fn numbers_of_steps_have_claims_too() {
    with_step().with("steps.toml", "[2](claim:first) otters", "2 otters").check(&[
        "steps.toml:4: the number 2 in prose has no claim; write [2](claim:id) with the id of its record",
    ]);
}

#[test]
fn an_id_that_another_step_has() {
    with_step().and("steps.toml", STEP).check(&[
        "steps.toml:8: id `opening` is taken; it stands at steps.toml:2 already; choose another",
    ]);
}

#[test]
fn all_mistakes_of_a_step_are_told_at_once() {
    with_step()
        .with("steps.toml", "[2](claim:first) otters", "2 otters")
        .with("steps.toml", "(actor:keeper)", "(actor:kepeer)")
        .with("steps.toml", "view=waves&time=2031-04..2031-06&release=first", "view=&time=now&release=x")
        .check(&[
            "steps.toml:4: no actor has the id `kepeer`; did you mean `keeper`? If not, add [[actor]] to actors.toml",
            "steps.toml:4: the number 2 in prose has no claim; write [2](claim:id) with the id of its record",
            "steps.toml:6: `now` is no span of time; write two dates, the earlier one first: time=2031-07..2032-02",
            "steps.toml:6: `view` cannot be ``; write one of cumulative, waves, places, table",
            "steps.toml:6: no release has the id `x`; add [[release]] to releases.toml, or name one of `first`, `second`",
        ]);
}
