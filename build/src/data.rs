//! The folder `data/`, read: every table of every file, and every id.

use std::path::Path;

use explainer_model::{Count, Date};
use toml::de::DeTable;

use crate::ids::Ids;
use crate::problem::{At, Place, Problems, did_you_mean};
use crate::rows::changes::ChangeRow;
use crate::rows::counts::{ClaimRow, CounterRow, HeldRow, ReleaseRow, TotalRow};
use crate::rows::notes::{ConflictRow, MeasureRow, SourceRow, StatementRow, TermRow};
use crate::rows::people::{ActorRow, QuoteRow, RelationKindRow, RelationRow};
use crate::rows::steps::StepRow;
use crate::rows::story::StoryRow;
use crate::rows::{self, NameRow};
use crate::syntax;
use crate::table::{File, Table};

/// Everything that could be read. Tables with a mistake are missing here, but their ids are known.
pub(crate) struct Data {
    pub(crate) story: Option<StoryRow>,
    pub(crate) steps: Vec<StepRow>,
    pub(crate) places: Vec<NameRow>,
    pub(crate) releases: Vec<ReleaseRow>,
    pub(crate) totals: Vec<TotalRow>,
    pub(crate) counters: Vec<CounterRow>,
    pub(crate) held: Vec<HeldRow>,
    pub(crate) measures: Vec<MeasureRow>,
    pub(crate) groups: Vec<NameRow>,
    pub(crate) actors: Vec<ActorRow>,
    pub(crate) relation_kinds: Vec<RelationKindRow>,
    pub(crate) relations: Vec<RelationRow>,
    pub(crate) quotes: Vec<QuoteRow>,
    pub(crate) terms: Vec<TermRow>,
    pub(crate) conflicts: Vec<ConflictRow>,
    pub(crate) statements: Vec<StatementRow>,
    pub(crate) claims: Vec<ClaimRow>,
    pub(crate) sources: Vec<SourceRow>,
    pub(crate) changes: Vec<ChangeRow>,
    pub(crate) ids: Ids,
}

impl Data {
    /// Every number that has a record, with its id and the day for which it stands, in the order of the claims.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = (&At<String>, &At<Date>, Count)> {
        let releases = self.releases.iter().map(|it| (&it.id, &it.date, it.people.value));
        let totals = self.totals.iter().map(|it| (&it.id, &it.date, it.count.value));
        let held = self.held.iter().map(|it| (&it.id, &it.date, it.count.value));
        let claims = self.claims.iter().map(|it| (&it.id, &it.date, it.value.value));
        releases.chain(totals).chain(held).chain(claims)
    }
}

/// The kinds of table whose ids open a number's record, in the order of the claims.
pub(crate) const CLAIM_KINDS: [&str; 4] = ["release", "total", "held", "claim"];

/// The files of a data folder: whether a story can do without, and the kinds of table in it.
const FILES: [(&str, bool, &[&str]); 15] = [
    ("story.toml", false, &["section"]),
    ("steps.toml", true, &["step"]),
    ("releases.toml", false, &["place", "release"]),
    ("totals.toml", true, &["total"]),
    ("held.toml", true, &["counter", "held"]),
    ("measures.toml", true, &["measure"]),
    ("actors.toml", false, &["group", "actor"]),
    ("relations.toml", false, &["kind", "relation"]),
    ("quotes.toml", true, &["quote"]),
    ("glossary.toml", true, &["term"]),
    ("conflicts.toml", true, &["conflict"]),
    ("statements.toml", true, &["statement"]),
    ("claims.toml", true, &["claim"]),
    ("sources.toml", false, &["source"]),
    ("changes.toml", true, &["change"]),
];

/// The file in which tables of a kind stand.
pub(crate) fn file_of(kind: &str) -> &'static str {
    FILES.iter().find(|it| it.2.contains(&kind)).map_or("", |it| it.0)
}

/// Names of all files that a data folder may hold.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|&(name, ..)| name)
}

pub(crate) fn read(dir: &Path, problems: &Problems) -> Data {
    note_unknown_files(dir, problems);
    let mut reader = Reader { dir, problems, ids: Ids::default() };
    // Not known if the story cannot be read; then a release may speak of both or of one.
    let mut two_countings = None;
    let story = reader.file("story.toml", |root, ids| {
        let story = rows::story::story(root);
        root.tables("section").iter().for_each(|it| ids.note("section", it));
        two_countings = root.table("labels").map(|it| it.has("recognised"));
        story
    });
    let releases = reader.file("releases.toml", |root, ids| {
        let places = ids.each("place", root, rows::name);
        let releases = ids.each("release", root, |it| {
            let two_countings = two_countings.unwrap_or_else(|| it.has("recognised"));
            rows::counts::release(it, two_countings)
        });
        root.done();
        Some((places, releases))
    });
    let totals = reader.list("totals.toml", "total", rows::counts::total);
    let held = reader.file("held.toml", |root, ids| {
        let counters = ids.each("counter", root, rows::counts::counter);
        let held = ids.each("held", root, rows::counts::held);
        root.done();
        Some((counters, held))
    });
    let measures = reader.list("measures.toml", "measure", rows::notes::measure);
    let actors = reader.file("actors.toml", |root, ids| {
        let groups = ids.each("group", root, rows::name);
        let actors = ids.each("actor", root, rows::people::actor);
        root.done();
        Some((groups, actors))
    });
    let relations = reader.file("relations.toml", |root, ids| {
        let kinds = ids.each("kind", root, rows::people::relation_kind);
        let relations = ids.each("relation", root, rows::people::relation);
        root.done();
        Some((kinds, relations))
    });
    let (places, releases) = releases.unwrap_or_default();
    let (counters, held) = held.unwrap_or_default();
    let (groups, actors) = actors.unwrap_or_default();
    let (relation_kinds, relations) = relations.unwrap_or_default();
    Data {
        story,
        steps: reader.list("steps.toml", "step", rows::steps::step),
        places,
        releases,
        totals,
        counters,
        held,
        measures,
        groups,
        actors,
        relation_kinds,
        relations,
        quotes: reader.list("quotes.toml", "quote", rows::people::quote),
        terms: reader.list("glossary.toml", "term", rows::notes::term),
        conflicts: reader.list("conflicts.toml", "conflict", rows::notes::conflict),
        statements: reader.list("statements.toml", "statement", rows::notes::statement),
        claims: reader.list("claims.toml", "claim", rows::counts::claim),
        sources: reader.list("sources.toml", "source", rows::notes::source),
        changes: reader.list("changes.toml", "change", rows::changes::change),
        ids: reader.ids,
    }
}

/// A misspelt file name would otherwise leave its facts out without a word.
fn note_unknown_files(dir: &Path, problems: &Problems) {
    let Ok(entries) = std::fs::read_dir(dir) else {
        let place = Place { file: dir.display().to_string(), line: 1 };
        problems.add(
            &place,
            "there is no such folder",
            "name a folder that holds story.toml and its files",
        );
        return;
    };
    let mut unknown: Vec<String> = entries
        .filter_map(|it| it.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".toml") && names().all(|it| it != name))
        .collect();
    unknown.sort();
    for name in unknown {
        let place = Place { file: dir.join(&name).display().to_string(), line: 1 };
        let all = names().collect::<Vec<_>>().join(", ");
        problems.add(
            &place,
            "nothing reads this file",
            did_you_mean(&name, names(), format!("the files are {all}")),
        );
    }
}

struct Reader<'a> {
    dir: &'a Path,
    problems: &'a Problems,
    ids: Ids,
}

impl Reader<'_> {
    /// Reads a file that holds one list of tables.
    fn list<T>(
        &mut self,
        name: &str,
        kind: &'static str,
        read: impl Fn(&Table<'_>) -> Option<T>,
    ) -> Vec<T> {
        self.file(name, |root, ids| {
            let rows = ids.each(kind, root, read);
            root.done();
            Some(rows)
        })
        .unwrap_or_default()
    }

    fn file<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&Table<'_>, &mut Ids) -> Option<T>,
    ) -> Option<T> {
        let path = self.dir.join(name);
        let shown = path.display().to_string();
        let start = Place { file: shown.clone(), line: 1 };
        let known = FILES.iter().find(|it| it.0 == name)?;
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(_) if known.1 && !path.exists() => {
                self.ids.lack(known.0);
                return None;
            }
            Err(error) => {
                if self.dir.is_dir() {
                    let right = if path.exists() {
                        "see that it can be read"
                    } else {
                        "every story needs this file"
                    };
                    self.problems.add(&start, format!("cannot be read ({error})"), right);
                    self.give_up(name);
                }
                return None;
            }
        };
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let n_lines =
                    error.as_bytes().iter().take(valid).filter(|it| **it == b'\n').count();
                let place = Place { line: n_lines + 1, ..start };
                self.problems.add(
                    &place,
                    "a letter here is not in UTF-8",
                    "save the file as UTF-8",
                );
                self.give_up(name);
                return None;
            }
        };
        let file = File::new(&shown, &text, self.problems);
        let (root, errors) = DeTable::parse_recoverable(&text);
        if syntax::tell(&file, &text, &errors, known.2) {
            // What the parser made up to go on would only give false alarms.
            self.give_up(name);
            return None;
        }
        let root = Table::root(&file, root.get_ref());
        let found = read(&root, &mut self.ids);
        if root.has_unknown_tables() {
            // They may be what is looked for by ids.
            self.give_up(name);
        }
        found
    }

    /// Remembers that nothing is known of the tables of a file.
    fn give_up(&mut self, name: &str) {
        let kinds = FILES.iter().filter(|it| it.0 == name).flat_map(|it| it.2);
        kinds.for_each(|kind| self.ids.give_up(kind));
    }
}
