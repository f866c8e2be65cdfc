//! `cargo xtask generate-story`: a made-up story of any size, to see how the page grows. The same flags
//! write the same story on every machine.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::flags;

/// Writes the story, which the data check accepts.
pub(crate) fn run(flags: &flags::GenerateStory) -> Result<ExitCode> {
    if flags.dir.exists() {
        bail!("{} is there already; name a new folder", flags.dir.display());
    }
    fs::create_dir_all(&flags.dir)
        .with_context(|| format!("cannot make {}", flags.dir.display()))?;
    let files = [
        ("story.toml", STORY.to_owned()),
        ("sources.toml", SOURCES.to_owned()),
        ("releases.toml", releases(flags.releases.max(1))),
        ("actors.toml", actors(flags.actors.max(2))),
        ("relations.toml", relations(flags.actors.max(2), flags.relations)),
        ("conflicts.toml", CONFLICTS.to_owned()),
    ];
    for (name, text) in files {
        write(&flags.dir, name, &text)?;
    }
    println!("{}: build it with `cargo xtask dist --data` and this folder", flags.dir.display());
    Ok(ExitCode::SUCCESS)
}

fn write(dir: &Path, name: &str, text: &str) -> Result<()> {
    let path = dir.join(name);
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
}

/// Everything begins on this day and ends a hundred years later.
const FIRST_YEAR: usize = 2100;
const N_YEARS: usize = 100;

const STORY: &str = r#"language = "en"
kicker = "Made up"
headline = "A story of any size"
standfirst = "Nothing here is true."
as_of = "2200-12-31"
as_of_note = "It ends there."

[labels]
people = "things let go"
person = "thing let go"
people_note = "our sum"
recognised = "recognised"
held = "things kept"
eased = "eased"
imposed = "imposed"
talks = "talks"

[heading]
releases = { title = "Releases", lead = "By date." }
held = { title = "Kept", lead = "By date." }
map = { title = "Who is who", lead = "All of them." }
chronology = { title = "Chronology", lead = "By date." }
conflicts = { title = "Conflicts", lead = "One." }
statements = { title = "Statements", lead = "None." }
glossary = { title = "Terms", lead = "None." }
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
people = "All"
recognised = "Recognised"
"#;

const SOURCES: &str = r#"[[source]]
id = "made-up"
publisher = "Nobody"
title = "Made up"
withheld = true
"#;

const CONFLICTS: &str = r#"[[conflict]]
id = "made-up"
title = "Whether anything here is true"
sides = [
  { who = "Nobody", says = "Everything." },
  { who = "Everybody", says = "Nothing." },
]
settle = "Nothing has to."
claims = ["release-0"]
sources = ["made-up"]
"#;

/// A linear congruential generator; its high bits are random enough for made-up numbers.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

fn releases(n: usize) -> String {
    let mut numbers = Numbers(1);
    let mut text = "[[place]]\nid = \"here\"\nname = \"here\"\n\n[[place]]\nid = \"there\"\nname = \"there\"\n".to_owned();
    for idx in 0..n {
        let days = idx * N_YEARS * 336 / n;
        let (year, month, day) = (FIRST_YEAR + days / 336, days % 336 / 28 + 1, days % 28 + 1);
        let people = numbers.below(250) + 1;
        let recognised = match numbers.below(4) {
            0 => "\"unknown\"".to_owned(),
            _ => numbers.below(people + 1).to_string(),
        };
        let place = if numbers.below(2) == 0 { "here" } else { "there" };
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "\n[[release]]\nid = \"release-{idx}\"\ndate = \"{year:04}-{month:02}-{day:02}\"\npeople = {people}\ncounted = \"made up, {idx}\"\nrecognised = {recognised}\ntaken_to = [{{ place = \"{place}\", people = {people} }}]\nsources = [\"made-up\"]\n"
        );
    }
    text
}

const N_GROUPS: usize = 6;

fn actors(n: usize) -> String {
    let mut text = String::new();
    for group in 0..N_GROUPS {
        let _ = write!(text, "[[group]]\nid = \"group-{group}\"\nname = \"Group {group}\"\n\n");
    }
    for idx in 0..n {
        let (group, kind) = (idx % N_GROUPS, ["person", "organisation", "state"][idx % 3]);
        let _ = write!(
            text,
            "[[actor]]\nid = \"actor-{idx}\"\nname = \"Actor number {idx}\"\nkind = \"{kind}\"\ngroup = \"group-{group}\"\nrole = \"Made up.\"\nsources = [\"made-up\"]\n\n"
        );
    }
    text
}

const KINDS: &str = r#"[[kind]]
id = "knows"
label = "knows"
inverse = "is known to"
meaning = "A knows B"

[[kind]]
id = "leads"
label = "leads"
inverse = "is led by"
meaning = "A leads B"
spine = true
"#;

/// One relation in so many is of the main line.
const SPINE_EVERY: usize = 10;

/// A tree, so that every actor has a relation, and then as many more as asked for. Groups mostly keep
/// to themselves, as in a real story; the main line leads from the first to the second.
fn relations(n_actors: usize, n: usize) -> String {
    let mut numbers = Numbers(2);
    let mut text = KINDS.to_owned();
    for idx in 0..n.max(n_actors - 1) {
        let from = if idx < n_actors - 1 { idx + 1 } else { numbers.below(n_actors - 1) + 1 };
        let mut to = numbers.below(from);
        if numbers.below(4) > 0 {
            // The nearest of the same group, if there is one.
            to = to / N_GROUPS * N_GROUPS + from % N_GROUPS;
            to = if to < from { to } else { from.saturating_sub(N_GROUPS) };
        }
        let main_line = idx % SPINE_EVERY == 0 && from % N_GROUPS + to % N_GROUPS == 1;
        let kind = if main_line { "leads" } else { "knows" };
        let _ = write!(
            text,
            "\n[[relation]]\nid = \"relation-{idx}\"\nfrom = \"actor-{from}\"\nkind = \"{kind}\"\nto = \"actor-{to}\"\nwhen = \"time {idx}\"\nexplanation = \"Made up.\"\nsources = [\"made-up\"]\n"
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_up_story_passes_the_check_and_is_the_same_each_time() {
        let dir = std::env::temp_dir().join(format!("xtask-generate-{}", std::process::id()));
        for (releases, actors, relations) in [(1, 2, 0), (40, 30, 60), (100, 1_000, 3_000)] {
            let flags = flags::GenerateStory { dir: dir.clone(), releases, actors, relations };
            run(&flags).unwrap();
            let summary = explainer_build::check(&dir).unwrap();
            assert!(summary.contains(&format!("{releases} releases")), "{summary}");
            let before = fs::read_to_string(dir.join("releases.toml")).unwrap();
            assert!(run(&flags).is_err(), "it does not write over what is there");
            fs::remove_dir_all(&dir).unwrap();
            run(&flags).unwrap();
            assert_eq!(fs::read_to_string(dir.join("releases.toml")).unwrap(), before);
            fs::remove_dir_all(&dir).unwrap();
        }
    }
}
