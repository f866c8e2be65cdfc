//! A story without a mistake, and the means to put one in.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, path, process};

use explainer_build::Problem;
use explainer_model::Date;

const STORY: &str = r#"language = "en"
kicker = "The lake"
headline = "Otters are back"
standfirst = "The club let [2](claim:first) otters go."
as_of = "2031-12-31"
as_of_note = "Nothing later is known."

[labels]
people = "otters let go"
person = "otter let go"
people_note = "our sum"
recognised = "seen again"
held = "otters kept"
eased = "eased"
imposed = "imposed"
talks = "talks"

[heading]
releases = { title = "Releases", lead = "By date." }
held = { title = "Kept", lead = "By date." }
map = { title = "Who is who", lead = "Two of them." }
chronology = { title = "Chronology", lead = "By date." }
conflicts = { title = "Conflicts", lead = "None so far." }
statements = { title = "Statements", lead = "None so far." }
glossary = { title = "Terms", lead = "None so far." }
sources = { title = "Sources", lead = "Only one." }

[switch]
sum = "Added up"
each = "Each"
places = "Where to"
each_note = "Each bar is one release."
places_note = "Each disc is one release."
hatched_note = "Hatched."
recognised_note = "Counted again."
both = "Both"
people = "Let go"
recognised = "Seen again"
"#;

const RELEASES: &str = r#"[[place]]
id = "lake"
name = "the lake"

[[release]]
id = "first"
date = "2031-05-01"
people = 2
counted = "old otters"
recognised = 2
named = ["Tarn"]
sources = ["log"]

[[release]]
id = "second"
date = "2031-06-01"
people = { at_least = 3 }
counted = "young otters"
recognised = "unknown"
sources = ["log"]
"#;

const ACTORS: &str = r#"[[group]]
id = "shore"
name = "On the shore"

[[actor]]
id = "keeper"
name = "The keeper"
kind = "person"
group = "shore"
role = "Opens the gate."
sources = ["log"]

[[actor]]
id = "club"
name = "The club"
kind = "organisation"
group = "shore"
role = "Pays for the gate."
sources = ["log"]
"#;

const RELATIONS: &str = r#"[[kind]]
id = "works-for"
label = "works for"
inverse = "employs"
meaning = "A is paid by B"

[[relation]]
id = "gate"
from = "keeper"
kind = "works-for"
to = "club"
when = "since 2030"
explanation = "The club pays the keeper."
sources = ["log"]
"#;

const SOURCES: &str = r#"[[source]]
id = "log"
publisher = "The club"
title = "Log of the gate"
url = "https://lake.example/log"
"#;

/// The day on which the check is run.
pub(crate) const TODAY: Date = Date::checked(2032, 1, 31);

/// The files of a data folder, by name.
#[must_use]
pub(crate) struct Story(Vec<(&'static str, String)>);

/// The least that a story can be, with nothing wrong in it.
pub(crate) fn right() -> Story {
    let files = [
        ("story.toml", STORY),
        ("releases.toml", RELEASES),
        ("actors.toml", ACTORS),
        ("relations.toml", RELATIONS),
        ("sources.toml", SOURCES),
    ];
    Story(files.map(|(name, text)| (name, text.to_owned())).into())
}

impl Story {
    /// With other words in place of a piece that the file holds exactly once.
    #[track_caller]
    pub(crate) fn with(mut self, file: &str, piece: &str, other: &str) -> Story {
        let found = self.0.iter_mut().find(|(name, _)| *name == file);
        let (_, text) = found.unwrap_or_else(|| panic!("there is no {file}"));
        assert_eq!(text.matches(piece).count(), 1, "{piece:?} in {file}");
        *text = text.replace(piece, other);
        self
    }

    /// With more at the end of a file, which comes to be if it is not there.
    pub(crate) fn and(mut self, file: &'static str, more: &str) -> Story {
        match self.0.iter_mut().find(|(name, _)| *name == file) {
            Some((_, text)) => text.push_str(more),
            None => self.0.push((file, more.to_owned())),
        }
        self
    }

    /// Without a file.
    pub(crate) fn without(mut self, file: &str) -> Story {
        self.0.retain(|(name, _)| *name != file);
        self
    }

    /// All that the check says, word for word, each file named as if the folder were ours.
    #[track_caller]
    pub(crate) fn check(&self, expected: &[&str]) {
        self.told(expected, |dir| explainer_build::check(dir).err().unwrap_or_default());
    }

    /// All advice, for a story with nothing wrong in it.
    #[track_caller]
    pub(crate) fn advice(&self, expected: &[&str]) {
        self.check(&[]);
        self.told(expected, |dir| explainer_build::advice(dir, TODAY));
    }

    /// What the check says if a word of a file is written in those bytes.
    pub(crate) fn with_bytes(&self, file: &str, word: &str, bytes: &[u8]) -> Vec<String> {
        let folder = self.written();
        let path = folder.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        let (before, after) = text.split_once(word).unwrap();
        fs::write(&path, [before.as_bytes(), bytes, after.as_bytes()].concat()).unwrap();
        let found = explainer_build::check(&folder.0).unwrap_err();
        found.iter().map(|it| it.to_string().replace(&folder.prefix(), "")).collect()
    }

    /// All that the check says, one by one.
    pub(crate) fn problems(&self) -> Vec<String> {
        self.found(|dir| explainer_build::check(dir).err().unwrap_or_default())
    }

    fn found(&self, find: impl Fn(&Path) -> Vec<Problem>) -> Vec<String> {
        let folder = self.written();
        let found = find(&folder.0);
        found.iter().map(|it| it.to_string().replace(&folder.prefix(), "")).collect()
    }

    #[track_caller]
    fn told(&self, expected: &[&str], find: impl Fn(&Path) -> Vec<Problem>) {
        let found = self.found(find);
        assert_eq!(found.join("\n"), expected.join("\n"));
    }

    /// The line about a story that passes, without the folder.
    pub(crate) fn summary(&self) -> String {
        let folder = self.written();
        let summary = explainer_build::check(&folder.0).unwrap();
        summary.replace(&format!("{}: ", folder.0.display()), "")
    }

    fn written(&self) -> Folder {
        static N_FOLDERS: AtomicUsize = AtomicUsize::new(0);
        let n = N_FOLDERS.fetch_add(1, Ordering::Relaxed);
        let name = format!("story-{}-{n}", process::id());
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in &self.0 {
            fs::write(folder.join(name), text).unwrap();
        }
        Folder(folder)
    }
}

/// A folder that goes when it is no longer used.
struct Folder(PathBuf);

impl Folder {
    fn prefix(&self) -> String {
        format!("{}{}", self.0.display(), path::MAIN_SEPARATOR)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind lies in the target folder and is in nobody's way.
        let _ = fs::remove_dir_all(&self.0);
    }
}
