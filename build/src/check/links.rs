//! Ids are unique, references lead somewhere, every actor has a relation, every source is cited.

use std::collections::BTreeMap;

use super::limits;
use crate::data::{CLAIM_KINDS, Data, file_of};
use crate::ids;
use crate::problem::{At, Problems, nearest};

pub(crate) fn check(data: &Data, problems: &Problems) {
    unique_ids(data, problems);
    let links = Links { data, problems };
    links.people();
    links.counts();
    links.words();
    related_actors(data, problems);
}

fn unique_ids(data: &Data, problems: &Problems) {
    // Claims share one namespace: prose opens them without saying of which kind they are.
    let mut seen: BTreeMap<(&str, &str), &At<String>> = BTreeMap::new();
    for (kind, ids) in data.ids.kinds() {
        let namespace = if CLAIM_KINDS.contains(&kind) { "claim" } else { kind };
        for id in ids {
            if let Some(first) = seen.insert((namespace, &id.value), id) {
                let at = format!("{}:{}", first.place.file, first.place.line);
                problems.add(
                    &id.place,
                    format!("id `{}` is taken", id.value),
                    format!("it stands at {at} already; choose another"),
                );
            }
        }
    }
}

struct Links<'a> {
    data: &'a Data,
    problems: &'a Problems,
}

impl Links<'_> {
    fn people(&self) {
        for actor in &self.data.actors {
            self.one("group", &actor.group);
            self.sources(&actor.sources);
        }
        for relation in &self.data.relations {
            self.one("actor", &relation.from);
            self.one("actor", &relation.to);
            self.one("kind", &relation.kind);
            self.sources(&relation.sources);
            if relation.from.value == relation.to.value {
                self.problems.add(
                    &relation.to.place,
                    format!("`{}` is related to itself", relation.to.value),
                    "name another actor",
                );
            }
        }
        for quote in &self.data.quotes {
            quote.actor.iter().for_each(|it| self.one("actor", it));
            self.sources(&quote.sources);
        }
    }

    fn counts(&self) {
        for release in &self.data.releases {
            release.actors.iter().for_each(|it| self.one("actor", it));
            release.taken_to.iter().for_each(|it| self.one("place", &it.place));
            self.sources(&release.sources);
        }
        for held in &self.data.held {
            self.one("counter", &held.counter);
            self.sources(&held.sources);
        }
        self.data.totals.iter().for_each(|it| self.sources(&it.sources));
        self.data.claims.iter().for_each(|it| self.sources(&it.sources));
        for measure in &self.data.measures {
            measure.release.iter().for_each(|it| self.one("release", it));
            self.sources(&measure.sources);
        }
    }

    fn words(&self) {
        for term in &self.data.terms {
            term.actors.iter().for_each(|it| self.one("actor", it));
            self.sources(&term.sources);
        }
        for conflict in &self.data.conflicts {
            conflict.claims.iter().for_each(|it| self.any(&CLAIM_KINDS, "claim", it));
            self.sources(&conflict.sources);
        }
        for covered in self.data.statements.iter().flat_map(|it| &it.covered_by) {
            match covered.value.split_once(':') {
                Some((kind @ ("actor" | "glossary"), id)) => {
                    let kind = if kind == "glossary" { "term" } else { kind };
                    self.one(kind, &At { value: id.to_owned(), place: covered.place.clone() });
                }
                _ => self.any(&["relation", "quote"], "relation or quotation", covered),
            }
        }
        let key_figures = self.data.story.iter().flat_map(|it| &it.key_figures);
        key_figures.for_each(|it| self.any(&CLAIM_KINDS, "claim", &it.claim));
    }

    fn sources(&self, ids: &[At<String>]) {
        ids.iter().for_each(|it| self.one("source", it));
    }

    fn one(&self, kind: &str, id: &At<String>) {
        self.any(&[kind], kind, id);
    }

    fn any(&self, kinds: &[&str], called: &str, id: &At<String>) {
        dangling(self.data, self.problems, kinds, called, id);
    }
}

/// Notes an id that no table of the given kinds has, if all their ids are known.
pub(super) fn dangling(
    data: &Data,
    problems: &Problems,
    kinds: &[&str],
    called: &str,
    id: &At<String>,
) {
    if let Some(misfit) = ids::misfit(&id.value) {
        let wrong = format!("no {called} can have the id `{}`: {misfit}", id.value);
        problems.add(&id.place, wrong, ids::RIGHT);
        return;
    }
    let known = || kinds.iter().flat_map(|kind| data.ids.of(kind)).map(|it| it.value.as_str());
    let all_known = kinds.iter().all(|kind| data.ids.are_known(kind));
    if all_known && known().all(|it| it != id.value) {
        let add = match kinds {
            [kind] => format!("add [[{kind}]] to {}", file_of(kind)),
            _ => {
                let files: Vec<&str> = kinds.iter().map(|kind| file_of(kind)).collect();
                format!("add it to {}", files.join(" or "))
            }
        };
        let is_full = kinds.iter().any(|kind| limits::is_full(data, kind));
        let right = match nearest(&id.value, known()) {
            Some(near) if is_full => format!("did you mean `{near}`?"),
            Some(near) => format!("did you mean `{near}`? If not, {add}"),
            None if is_full => {
                format!("there is room for no more: name {}", one_of(kinds, known()))
            }
            None => format!("{add}, or name {}", one_of(kinds, known())),
        };
        let wrong = format!("no {called} has the id `{}`", id.value);
        // Nothing of one of the kinds is there; it may have been lost with its file.
        match kinds.iter().find(|kind| data.ids.of(kind).is_empty()) {
            Some(kind) => problems.add_waiting(file_of(kind), &id.place, wrong, right),
            None => problems.add(&id.place, wrong, right),
        }
    }
}

/// So many ids are read at a glance.
const AT_A_GLANCE: usize = 8;

fn one_of<'a>(kinds: &[&str], ids: impl Iterator<Item = &'a str>) -> String {
    let ids: Vec<String> = ids.map(|it| format!("`{it}`")).collect();
    // Kinds of relation are words to choose from, not records to look up.
    let is_told = |n: usize| n <= AT_A_GLANCE || kinds == ["kind"];
    match ids.len() {
        1 => ids.concat(),
        n if n > 1 && is_told(n) => format!("one of {}", ids.join(", ")),
        _ => "one that is there".to_owned(),
    }
}

fn related_actors(data: &Data, problems: &Problems) {
    // One that cannot be used may be the relation of an actor who seems to have none.
    if !data.ids.are_complete("relation") {
        return;
    }
    let ends = || data.relations.iter().flat_map(|it| [&it.from, &it.to]);
    for actor in data.actors.iter().filter(|actor| ends().all(|end| end.value != actor.id.value)) {
        problems.add(
            &actor.id.place,
            format!("actor `{}` is in no relation", actor.id.value),
            "add one to relations.toml, or take the actor out",
        );
    }
}

/// The kinds of table that cite sources.
const CITING: [&str; 10] = [
    "release", "total", "held", "claim", "actor", "relation", "quote", "measure", "term",
    "conflict",
];

/// Every source is cited. Looked at last: where a file seems to be missing, the citation may be in that.
pub(crate) fn cited_sources(data: &Data, problems: &Problems) {
    // As with relations: what cannot be used may hold the citation.
    if problems.lack_a_file() || !CITING.iter().all(|kind| data.ids.are_complete(kind)) {
        return;
    }
    let cited: Vec<&str> = lists_of_sources(data).flatten().map(|it| it.value.as_str()).collect();
    let absent: Vec<&str> = data
        .ids
        .absent()
        .iter()
        .copied()
        .filter(|it| CITING.iter().any(|kind| file_of(kind) == *it))
        .collect();
    let mut right = "cite it where it belongs, or take it out".to_owned();
    if let [file] = absent[..] {
        right = format!("{right}; or is {file} missing?");
    }
    for source in data.sources.iter().filter(|source| !cited.contains(&source.id.value.as_str())) {
        problems.add(
            &source.id.place,
            format!("nothing cites source `{}`", source.id.value),
            &right,
        );
    }
}

/// The list of each table that cites sources.
pub(super) fn lists_of_sources(data: &Data) -> impl Iterator<Item = &Vec<At<String>>> {
    let counts = data.releases.iter().map(|it| &it.sources);
    let counts = counts.chain(data.totals.iter().map(|it| &it.sources));
    let counts = counts.chain(data.held.iter().map(|it| &it.sources));
    let counts = counts.chain(data.claims.iter().map(|it| &it.sources));
    let people = data.actors.iter().map(|it| &it.sources);
    let people = people.chain(data.relations.iter().map(|it| &it.sources));
    let people = people.chain(data.quotes.iter().map(|it| &it.sources));
    let words = data.measures.iter().map(|it| &it.sources);
    let words = words.chain(data.terms.iter().map(|it| &it.sources));
    let words = words.chain(data.conflicts.iter().map(|it| &it.sources));
    counts.chain(people).chain(words)
}
