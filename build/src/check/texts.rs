//! Prose claims its numbers, and addresses are safe to follow.

use explainer_model::Count;
use explainer_model::count::grouped;
use explainer_model::story::Target;

use super::links::dangling;
use crate::data::{CLAIM_KINDS, Data};
use crate::problem::{At, Problems};
use crate::prose::{self, Piece};
use crate::rows::counts::ReleaseRow;
use crate::rows::story::KeyFigureRow;
use crate::{number_words, numbers};

/// From here on a number is one also if it is written out; smaller ones are mostly turns of speech, as "the two of them".
const LARGE: u32 = 13;

pub(crate) fn check(data: &Data, problems: &Problems) {
    for text in texts(data) {
        for piece in prose::parse(text, problems) {
            match piece {
                Piece::Text(words) => plain(text, words, problems),
                Piece::Link { target, id, words } => link(data, text, target, id, words, problems),
            }
        }
    }
    for text in disagreements(data) {
        for piece in prose::parse(text, problems) {
            // What somebody says may be a number of which there is no record.
            if let Piece::Link { target, id, words } = piece {
                link(data, text, target, id, words, problems);
            }
        }
    }
    data.story.iter().flat_map(|it| &it.key_figures).for_each(|it| dated(data, it, problems));
    for title in titles(data) {
        if let Some(number) = numbers::unclaimed_number(&title.value) {
            problems.add(
                &title.place,
                format!("the number {number} in a title has no claim"),
                "titles have no links: say it in the text below",
            );
        }
    }
    data.releases.iter().for_each(|it| annotation(it, problems));
    for source in &data.sources {
        match &source.url {
            Some(url) => address(url, problems),
            None if !source.withheld => problems.add(
                &source.at,
                format!("source `{}` has no address", source.id.value),
                "write url = \"https://…\", or withheld = true if it must not be linked",
            ),
            None => {}
        }
        if let Some(url) = source.url.as_ref().filter(|_| source.withheld) {
            problems.add(
                &url.place,
                "a withheld source has an address",
                "take out `url` or `withheld`",
            );
        }
    }
}

/// All prose.
fn texts(data: &Data) -> impl Iterator<Item = &At<String>> {
    let changes = data.changes.iter().map(|it| &it.what);
    let steps = data.steps.iter().map(|it| &it.text);
    changes.chain(steps).chain(of_story(data))
}

/// Titles of our own, and the words under the key figures.
fn titles(data: &Data) -> impl Iterator<Item = &At<String>> {
    let steps = data.steps.iter().map(|it| &it.title);
    steps.chain(data.story.iter().flat_map(|story| {
        let sections = story.sections.iter().map(|it| &it.title);
        let figures = story.key_figures.iter().map(|it| &it.label);
        [&story.headline, &story.kicker].into_iter().chain(sections).chain(figures)
    }))
}

pub(super) fn of_story(data: &Data) -> impl Iterator<Item = &At<String>> {
    data.story.iter().flat_map(|story| {
        let headings = &story.headings;
        let leads = [
            &headings.releases,
            &headings.held,
            &headings.map,
            &headings.chronology,
            &headings.conflicts,
            &headings.statements,
            &headings.glossary,
            &headings.sources,
        ];
        [&story.standfirst, &story.as_of_note]
            .into_iter()
            .chain(leads.map(|it| &it.lead))
            .chain(headings.turnover.iter().map(|it| &it.lead))
            .chain(story.sections.iter().flat_map(|it| &it.paragraphs))
    })
}

/// The words of both sides.
pub(super) fn disagreements(data: &Data) -> impl Iterator<Item = &At<String>> {
    data.conflicts.iter().flat_map(|it| it.sides.iter().map(|it| &it.says).chain([&it.settle]))
}

fn plain(text: &At<String>, words: &str, problems: &Problems) {
    let in_words = number_words::first_from(words, LARGE).map(grouped);
    if let Some(number) = numbers::unclaimed_number(words).map(str::to_owned).or(in_words) {
        problems.add(
            &text.place,
            format!("the number {number} in prose has no claim"),
            format!("write [{number}](claim:id) with the id of its record"),
        );
    }
}

fn link(
    data: &Data,
    text: &At<String>,
    target: Target,
    id: &str,
    words: &str,
    problems: &Problems,
) {
    let id = At { value: id.to_owned(), place: text.place.clone() };
    if target != Target::Claim
        && let Some(number) = numbers::unclaimed_number(words)
    {
        problems.add(
            &text.place,
            format!("the number {number} stands in a link to no number"),
            format!("write [{number}](claim:id) with the id of its record"),
        );
    }
    let date = match target {
        Target::Release => {
            data.releases.iter().find(|it| it.id.value == id.value).map(|it| &it.date)
        }
        Target::Measure => {
            data.measures.iter().find(|it| it.id.value == id.value).map(|it| &it.date)
        }
        _ => None,
    };
    if let Some((date, said)) =
        date.and_then(|it| Some((it, numbers::other_date(words, it.value)?)))
    {
        problems.add(
            &text.place,
            format!("`[{words}]` says {said}; `{}` is of {}", id.value, date.value),
            "mend the words, or lead them to another",
        );
    }
    match target {
        Target::Actor => dangling(data, problems, &["actor"], "actor", &id),
        Target::Release => dangling(data, problems, &["release"], "release", &id),
        Target::Measure => dangling(data, problems, &["measure"], "measure", &id),
        Target::Term => dangling(data, problems, &["term"], "term", &id),
        Target::Claim => {
            dangling(data, problems, &CLAIM_KINDS, "claim", &id);
            let value = claim_value(data, &id.value);
            if let Some((value, wrong)) =
                value.and_then(|value| Some((value, numbers::contradiction(words, value)?)))
            {
                problems.add(
                    &text.place,
                    format!("`[{words}](claim:{})`: {wrong}", id.value),
                    format!("the claim says {value}"),
                );
            }
        }
    }
}

fn claim_value(data: &Data, id: &str) -> Option<Count> {
    data.numbers().find(|it| it.0.value == id).map(|it| it.2)
}

/// The words under a key figure name no other day than that of its number. It is easily forgotten, when the number is another.
fn dated(data: &Data, figure: &KeyFigureRow, problems: &Problems) {
    let Some((_, date, _)) = data.numbers().find(|it| it.0.value == figure.claim.value) else {
        return;
    };
    let days = numbers::whole_dates(&figure.label.value);
    if let Some(other) = days.first().filter(|_| days.iter().all(|it| *it != date.value)) {
        problems.add(
            &figure.label.place,
            format!("`label` names {other}, its claim is of {}", date.value),
            "mend the label, or name another claim",
        );
    }
}

/// Words beside the mark of a release say its number, if they say one, and its bound.
fn annotation(release: &ReleaseRow, problems: &Problems) {
    let Some(words) = &release.annotation else { return };
    let said = numbers::unclaimed_number(&words.value).map(|it| it.replace(',', ""));
    let stated = release.people.value.stated().to_string();
    if let Some(said) = said.filter(|it| *it != stated) {
        problems.add(
            &words.place,
            format!("`annotation` says {said}, but `people` is {}", release.people.value),
            "mend one of the two",
        );
    } else if let Some(wrong) = numbers::contradiction(&words.value, release.people.value) {
        problems.add(
            &words.place,
            format!("`annotation`: {wrong}"),
            format!("`people` is {}", release.people.value),
        );
    }
}

fn address(url: &At<String>, problems: &Problems) {
    let after = ["https://", "http://"].iter().find_map(|it| url.value.strip_prefix(it));
    let host = after.map(|it| it.split(['/', '?', '#']).next().unwrap_or_default());
    let is_host = |it: &str| {
        it.contains('.')
            && !it.starts_with('.')
            && !it.ends_with('.')
            && it.chars().all(|it| it.is_alphanumeric() || ".-:".contains(it))
    };
    let (wrong, right) = match host {
        None if url.value.contains(':') => {
            let scheme = url.value.split(':').next().unwrap_or_default();
            (
                format!("an address with {scheme} is not safe to follow"),
                "write one that begins with https:// or http://",
            )
        }
        None => ("the address has no https:// in front".to_owned(), "put it there"),
        Some(_) if url.value.contains(|c: char| c.is_whitespace() || "\"<>`\\".contains(c)) => (
            "the address has characters that no address has".to_owned(),
            "copy it again from the address bar",
        ),
        Some(host) if !is_host(host) => (
            format!("no site has the name `{host}`"),
            "copy the address again from the address bar",
        ),
        Some(_) => return,
    };
    problems.add(&url.place, wrong, right);
}
