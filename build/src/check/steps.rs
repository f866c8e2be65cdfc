//! What a step of the guided story shows is the query of an address; here each of its parts is read as
//! the page reads it (`src/view/address.rs`), so that nothing in it is passed over in silence.

use explainer_model::Date;
use explainer_model::story::{FigureName, View};

use super::links::dangling;
use crate::data::Data;
use crate::emit;
use crate::problem::{At, Problems, did_you_mean};
use crate::rows::notes::MeasureRow;

/// Parameters that name something of `data/`, and what they name.
const NAMING: [(&str, &str); 5] = [
    ("release", "release"),
    ("measure", "measure"),
    ("held", "held"),
    ("actor", "actor"),
    ("chain", "actor"),
];

/// Parameters that name several, with dots between, and what they name.
const NAMING_SEVERAL: [(&str, &str); 2] = [("hide", "group"), ("kind", "kind")];

/// Parameters with a few words to choose from. What is counted, and the map as a list, are the reader's choice
/// at every step.
const CHOOSING: [(&str, &[&str]); 4] = [
    ("view", &[View::Cumulative.name(), View::Waves.name(), View::Places.name(), "table"]),
    ("near", &["1", "2"]),
    ("first", &["no", "yes"]),
    ("asof", &["no", "yes"]),
];

const TIME: &str = "time";

/// Parameters of some figures alone. A release also lights its actors in the map.
const FIGURES_OF: [(&str, &[FigureName]); 5] = [
    ("held", &[FigureName::Held]),
    ("view", &[FigureName::Releases]),
    (TIME, &[FigureName::Releases]),
    ("near", &[FigureName::Map]),
    ("chain", &[FigureName::Map]),
];

pub(crate) fn check(data: &Data, problems: &Problems) {
    for step in &data.steps {
        let parts = step.show.value.split('&').map(|it| it.split_once('=').unwrap_or((it, "")));
        let parts: Vec<(&str, &str)> = parts.collect();
        for (idx, (name, value)) in parts.iter().enumerate() {
            parameter(data, &step.show, name, value, problems);
            if parts[..idx].iter().any(|it| it.0 == *name) {
                problems.add(
                    &step.show.place,
                    format!("`{name}` is given twice"),
                    "the figure takes one: take the other out",
                );
            }
            if let Some((_, figures)) = FIGURES_OF.iter().find(|it| it.0 == *name)
                && !figures.contains(&step.figure)
            {
                problems.add(
                    &step.show.place,
                    format!("`{name}` changes nothing in the figure beside this step"),
                    "take it out, or name another `figure`",
                );
            }
        }
    }
}

fn parameter(data: &Data, show: &At<String>, name: &str, value: &str, problems: &Problems) {
    let at = |value: &str| At { value: value.to_owned(), place: show.place.clone() };
    if let Some((_, kind)) = NAMING.iter().find(|it| it.0 == name) {
        dangling(data, problems, &[kind], kind, &at(value));
        let is_named = |it: &&MeasureRow| *kind == "measure" && it.id.value == value;
        if data.measures.iter().any(|it| is_named(&it))
            && !emit::in_lane(data).any(|it| is_named(&it))
        {
            problems.add(
                &show.place,
                format!("measure `{value}` has no mark under the chart"),
                "name one that gives or takes, or talks, since the month of the first release",
            );
        }
    } else if let Some((_, words)) = CHOOSING.iter().find(|it| it.0 == name) {
        if !words.contains(&value) {
            let all = format!("write one of {}", words.join(", "));
            problems.add(
                &show.place,
                format!("`{name}` cannot be `{value}`"),
                did_you_mean(value, words.iter().copied(), all),
            );
        }
    } else if let Some((_, kind)) = NAMING_SEVERAL.iter().find(|it| it.0 == name) {
        value.split('.').for_each(|it| dangling(data, problems, &[kind], kind, &at(it)));
    } else if name == TIME {
        let ends = value.split_once("..").map(|it| (Date::parse(it.0), Date::parse(it.1)));
        match ends {
            Some((Some(from), Some(to))) if from.first_day() < to.last_day() => {
                let is_in =
                    |it: Date| it.last_day() >= from.first_day() && it.first_day() <= to.last_day();
                let all_known = data.ids.are_complete("release");
                if all_known && data.releases.iter().all(|it| !is_in(it.date.value)) {
                    problems.add(
                        &show.place,
                        format!("no release lies in the span `{value}`"),
                        "is the year right?",
                    );
                }
            }
            _ => problems.add(
                &show.place,
                format!("`{value}` is no span of time"),
                "write two dates, the earlier one first: time=2031-07..2032-02",
            ),
        }
    } else {
        let naming = NAMING.iter().chain(&NAMING_SEVERAL).map(|it| it.0);
        let known = naming.chain(CHOOSING.iter().map(|it| it.0));
        let known: Vec<&str> = known.chain([TIME]).collect();
        let all = format!("the parameters are {}", known.join(", "));
        problems.add(
            &show.place,
            format!("no figure knows the parameter `{name}`"),
            did_you_mean(name, known.into_iter(), all),
        );
    }
}
