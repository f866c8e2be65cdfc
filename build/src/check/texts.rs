//! Prose claims its numbers, and addresses are safe to follow.

use explainer_model::Count;
use explainer_model::story::Target;

use super::links::dangling;
use crate::data::{CLAIM_KINDS, Data};
use crate::problem::{At, Problems};
use crate::prose::{self, Piece};

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
    if let Some(number) = prose::unclaimed_number(words) {
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
    match target {
        Target::Actor => dangling(data, problems, &["actor"], "actor", &id),
        Target::Release => dangling(data, problems, &["release"], "release", &id),
        Target::Measure => dangling(data, problems, &["measure"], "measure", &id),
        Target::Term => dangling(data, problems, &["term"], "term", &id),
        Target::Claim => {
            dangling(data, problems, &CLAIM_KINDS, "claim", &id);
            let value = claim_value(data, &id.value);
            if let Some((value, wrong)) =
                value.and_then(|value| Some((value, prose::contradiction(words, value)?)))
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
    let releases = data.releases.iter().map(|it| (&it.id, it.people.value));
    let totals = data.totals.iter().map(|it| (&it.id, it.count.value));
    let held = data.held.iter().map(|it| (&it.id, it.count.value));
    let claims = data.claims.iter().map(|it| (&it.id, it.value.value));
    let mut all = releases.chain(totals).chain(held).chain(claims);
    all.find(|(it, _)| it.value == id).map(|(_, value)| value)
}

fn address(url: &At<String>, problems: &Problems) {
    let web = ["https://", "http://"].iter().any(|scheme| {
        url.value
            .strip_prefix(scheme)
            .is_some_and(|it| it.starts_with(|c: char| c.is_alphanumeric()))
    });
    if !web {
        let scheme = url.value.split_once(':').map_or("no scheme", |(scheme, _)| scheme);
        problems.add(
            &url.place,
            format!("an address with {scheme} is not safe to follow"),
            "write one that begins with https:// or http://",
        );
    } else if url
        .value
        .contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>`\\".contains(c))
    {
        problems.add(
            &url.place,
            "the address has characters that no address has",
            "copy it again from the address bar",
        );
    }
}
