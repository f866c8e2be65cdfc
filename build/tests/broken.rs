//! Whatever somebody does to the files of a story at midnight, the check ends, and what it says can be acted on: a file
//! that is there, a line in it, what is wrong, what would be right.
//!
//! `PROPTEST_CASES=100000 cargo test -p explainer-build --release --test broken` tries for long. What once broke the
//! check is kept beside this file and tried first.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use proptest::prelude::*;
use proptest::sample::Index;

/// What may come to stand where something else stood.
const PIECES: [&str; 44] = [
    "",
    "\"",
    "'''",
    "[",
    "]",
    "{",
    "=",
    "#",
    "\n",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "é",
    "🕊",
    "-1",
    "0",
    "1e400",
    "nan",
    "99999999999999999999",
    "4294967296",
    "true",
    "[]",
    "{}",
    "\"\"",
    "\"2024-02-30\"",
    "\"9999-12-31\"",
    "\"0000\"",
    "2024-01-01",
    "{ at_least = 3 }",
    "{ between = [5, 2] }",
    "\"[250](claim:nothing)\"",
    "\"[\"",
    "\"](\"",
    "\"[a](b:c\"",
    "\"x@\"",
    "\"@\"",
    "\"javascript:alert(1)\"",
    "[[release]]",
    "[heading]",
    "id = \"a\"",
    "<<<<<<< HEAD\n",
    "“a”",
    "\"[five hundred thousand](claim:a)\"",
    "\"(claim:a) [b <i>\"",
];

/// Something that happens to a file.
#[derive(Clone, Debug)]
enum Edit {
    /// A line goes.
    Drop(Index),
    /// A line is there twice.
    Double(Index),
    /// Two lines change places.
    Swap(Index, Index),
    /// What stands between two breaks of a line gives way to something else.
    Replace(Index, Index, Index),
    /// Something comes to stand in between.
    Insert(Index, Index),
    /// The rest is lost.
    Cut(Index),
    /// A byte is another.
    Byte(Index, u8),
}

fn edit() -> impl Strategy<Value = Edit> {
    let idx = any::<Index>;
    prop_oneof![
        2 => idx().prop_map(Edit::Drop),
        2 => idx().prop_map(Edit::Double),
        2 => (idx(), idx()).prop_map(|(a, b)| Edit::Swap(a, b)),
        8 => (idx(), idx(), idx()).prop_map(|(a, b, c)| Edit::Replace(a, b, c)),
        3 => (idx(), idx()).prop_map(|(a, b)| Edit::Insert(a, b)),
        1 => idx().prop_map(Edit::Cut),
        2 => (idx(), any::<u8>()).prop_map(|(a, b)| Edit::Byte(a, b)),
    ]
}

/// The file after an edit. Bytes, as a file need not be text.
fn edited(file: &[u8], edit: &Edit) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = file.split_inclusive(|it| *it == b'\n').map(Vec::from).collect();
    if lines.is_empty() {
        return PIECES[3].into();
    }
    let n_lines = lines.len();
    match edit {
        Edit::Drop(at) => {
            lines.remove(at.index(n_lines));
        }
        Edit::Double(at) => {
            let line = lines[at.index(n_lines)].clone();
            lines.insert(at.index(n_lines), line);
        }
        Edit::Swap(a, b) => lines.swap(a.index(n_lines), b.index(n_lines)),
        Edit::Replace(line, part, other) => {
            let line = &mut lines[line.index(n_lines)];
            let is_end = |it: &u8| b" =\"[](){},:".contains(it);
            let mut parts: Vec<Vec<u8>> = line.split_inclusive(is_end).map(Vec::from).collect();
            let at = part.index(parts.len());
            parts[at] = other.get(&PIECES).as_bytes().to_vec();
            *line = parts.concat();
        }
        Edit::Insert(at, what) => {
            let mut all = file.to_vec();
            let at = at.index(all.len());
            all.splice(at..at, what.get(&PIECES).bytes());
            return all;
        }
        Edit::Cut(at) => return file[..at.index(file.len())].to_vec(),
        Edit::Byte(at, byte) => {
            let mut all = file.to_vec();
            all[at.index(file.len())] = *byte;
            return all;
        }
    }
    lines.concat()
}

/// The stories that edits are tried on.
const STORIES: [&str; 2] = ["../tests/moon", "../data"];

fn files(story: &str) -> Vec<(String, Vec<u8>)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join(story);
    let entries = fs::read_dir(dir).expect("a story");
    let mut files: Vec<(String, Vec<u8>)> = entries
        .filter_map(|it| {
            let path = it.expect("an entry").path();
            let name = path.file_name()?.to_str()?.to_owned();
            name.ends_with(".toml").then(|| (name, fs::read(&path).expect("a file")))
        })
        .collect();
    files.sort();
    files
}

fn folder() -> PathBuf {
    env::temp_dir().join(format!("broken-{}", process::id()))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(100),
        max_shrink_iters: 3_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_is_done_to_a_story_is_told_so_that_it_can_be_mended(
        story in 0..STORIES.len(),
        edits in prop::collection::vec((any::<Index>(), edit()), 1..6),
    ) {
        let mut files = files(STORIES[story]);
        for (file, edit) in &edits {
            let n_files = files.len();
            let text = &mut files[file.index(n_files)].1;
            *text = edited(text, edit);
        }
        let dir = folder();
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir)?;
        for (name, text) in &files {
            fs::write(dir.join(name), text)?;
        }
        match explainer_build::check(&dir) {
            Ok(_) => prop_assert!(explainer_build::compile(&dir).is_ok()),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    let name = Path::new(&problem.file).file_name().and_then(|it| it.to_str());
                    let text = files.iter().find(|it| Some(it.0.as_str()) == name);
                    let (_, text) = text.ok_or_else(|| TestCaseError::fail(format!("no such file: {problem}")))?;
                    let n_lines = text.split(|it| *it == b'\n').count();
                    prop_assert!((1..=n_lines).contains(&problem.line), "of {} lines: {}", n_lines, problem);
                    prop_assert!(!problem.wrong.is_empty() && !problem.right.is_empty());
                    prop_assert!(!problem.to_string().contains(char::is_control), "{:?}", problem);
                }
            }
        }
        fs::remove_dir_all(&dir)?;
    }
}
