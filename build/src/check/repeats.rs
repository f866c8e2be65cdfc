//! What stands there twice without meaning more than once.

use std::collections::BTreeMap;

use super::links::lists_of_sources;
use crate::data::Data;
use crate::problem::{At, Place, Problems};

pub(crate) fn check(data: &Data, problems: &Problems) {
    let actors = data.actors.iter().map(|it| (it.name.clone(), &it.id.place));
    once(actors, "the actor", problems);
    let relations = data.relations.iter().map(|it| {
        let ends = format!("{} {} {}", it.from.value, it.kind.value, it.to.value);
        (format!("{ends}, {}", it.when), &it.id.place)
    });
    once(relations, "the relation", problems);
    let releases = data
        .releases
        .iter()
        .map(|it| (format!("{}, {} {}", it.date.value, it.people.value, it.counted), &it.id.place));
    once(releases, "the release", problems);
    let held = data
        .held
        .iter()
        .map(|it| (format!("{}, {}", it.counter.value, it.date.value), &it.id.place));
    once(held, "the count of", problems);
    let addresses = data.sources.iter().filter_map(|it| it.url.as_ref());
    once(addresses.map(|it| (it.value.clone(), &it.place)), "the address", problems);
    for release in &data.releases {
        once(texts(&release.named), "the name", problems);
        once(texts(&release.actors), "the actor", problems);
        once(
            release.taken_to.iter().map(|it| (it.place.value.clone(), &it.place.place)),
            "the place",
            problems,
        );
    }
    lists_of_sources(data).for_each(|it| once(texts(it), "the source", problems));
}

fn texts(list: &[At<String>]) -> impl Iterator<Item = (String, &Place)> {
    list.iter().map(|it| (it.value.clone(), &it.place))
}

/// Notes whatever has been there before.
fn once<'a>(all: impl Iterator<Item = (String, &'a Place)>, called: &str, problems: &Problems) {
    let mut seen: BTreeMap<String, &Place> = BTreeMap::new();
    for (it, place) in all {
        if let Some(first) = seen.get(&it) {
            problems.add(
                place,
                format!("{called} `{it}` stands there twice"),
                format!("line {} has it already: take one out", first.line),
            );
        } else {
            seen.insert(it, place);
        }
    }
}
