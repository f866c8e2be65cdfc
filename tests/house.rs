//! House rules: layers, file lengths, and that Rust knows no story.
#![cfg(feature = "ssr")]
// A test may stop at what cannot be read.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// A file seldom passes this many lines; one that does is two subjects.
const MAX_LINES: usize = 300;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files with that extension under a folder, with their text. Built files and foreign ones are left out.
fn files(under: &str, extension: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(under)];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).unwrap_or_else(|it| panic!("{}: {it}", folder.display()));
        let mut paths: Vec<PathBuf> = entries.map(|it| it.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir()
                && !["target", "dist", "node_modules"].contains(&name.as_str())
                && !name.starts_with('.')
            {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == extension) {
                let shown = path.strip_prefix(root()).unwrap().display().to_string();
                found.push((shown, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}

#[track_caller]
fn absent(under: &str, words: &[&str]) {
    let files = files(under, "rs");
    assert!(!files.is_empty(), "{under} holds no Rust");
    for (name, text) in files {
        for word in words {
            let line = text
                .lines()
                .position(|line| line.contains(word) && !line.trim_start().starts_with("//"));
            assert_eq!(
                line, None,
                "{name} has `{word}`, which {under} may not know (line counted from 0)"
            );
        }
    }
}

#[test]
fn layers_know_only_those_before_them() {
    absent("model/src", &["plotters", "leptos", "web_sys", "gloo", "serde", "std::fs", "std::env"]);
    absent(
        "src/chart",
        &[
            "leptos",
            "web_sys",
            "gloo",
            "wasm_bindgen",
            "crate::view",
            "crate::page",
            "crate::browser",
            "crate::data",
        ],
    );
    absent("src/browser", &["leptos", "plotters", "explainer_model", "crate::"]);
    absent(
        "src/view",
        &["plotters", "web_sys", "gloo", "wasm_bindgen", "crate::page", "crate::data"],
    );
    absent("src/page", &["plotters", "web_sys", "gloo", "wasm_bindgen"]);
    absent("build/src", &["leptos", "plotters", "web_sys"]);
}

#[test]
fn the_model_has_no_dependency() {
    let manifest = fs::read_to_string(root().join("model/Cargo.toml")).unwrap();
    let (_, rest) = manifest.split_once("[dependencies]").unwrap();
    let dependencies = rest.split("\n[").next().unwrap();
    assert_eq!(dependencies.trim(), "");
}

#[test]
fn only_the_build_reads_toml() {
    for folder in ["src", "model/src"] {
        absent(folder, &["toml::", "DeTable"]);
    }
}

#[test]
fn files_are_one_subject_long() {
    for extension in ["rs", "css"] {
        for (name, text) in files(".", extension) {
            let n_lines = text.lines().count();
            assert!(n_lines <= MAX_LINES, "{name} has {n_lines} lines");
        }
    }
}

#[test]
fn drawings_carry_no_colour() {
    let svgs = files("tests/snapshots", "svg");
    assert!(!svgs.is_empty());
    for (name, text) in svgs {
        for word in ["fill=", "stroke=", "#0", "rgb", "style="] {
            assert!(!text.contains(word), "{name} has `{word}`");
        }
    }
}

#[test]
fn every_style_of_a_chart_has_its_rule() {
    let css = fs::read_to_string(root().join("style/chart.css")).unwrap();
    for token in explainer::chart::token::Token::ALL {
        let class = format!(".{}", token.class());
        let is_end = |rest: &str| !rest.starts_with(|it: char| it == '-' || it.is_alphanumeric());
        let has_rule = css.match_indices(&class).any(|it| is_end(&css[it.0 + class.len()..]));
        assert!(has_rule, "style/chart.css has no {class}");
    }
}

#[test]
fn there_are_as_many_colours_and_marks_as_the_check_allows() {
    use explainer_model::{facts::Counter, graph::Group};

    for (file, class, max) in
        [("figure.css", ".group-", Group::MAX), ("chart.css", "circle.t-series-", Counter::MAX)]
    {
        let css = fs::read_to_string(root().join("style").join(file)).unwrap();
        let has = |idx: usize| css.contains(&format!("{class}{idx} {{"));
        assert!((0..max).all(has) && !has(max), "{file}: {class}");
    }
}

#[test]
fn the_architecture_names_every_part() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for folder in ["", "src", "build/src", "model/src", "style"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            let generated = [
                "target",
                "dist",
                "ARCHITECTURE.md",
                "Cargo.lock",
                "LICENSE-MIT",
                "LICENSE-APACHE",
                "LICENSE-DATA",
            ];
            if name.starts_with('.') || generated.contains(&name.as_str()) {
                continue;
            }
            assert!(text.contains(&name), "ARCHITECTURE.md does not name {folder}/{name}");
        }
    }
}

/// Names and dates of the stories that this repository holds, as their data spell them.
fn story_words() -> Vec<String> {
    /// Words of names that are also plain English or names of parts of this program.
    const PLAIN: [&str; 26] = [
        "Human",
        "Rights",
        "Center",
        "Centre",
        "Committee",
        "European",
        "Union",
        "States",
        "United",
        "sector",
        "Foreign",
        "Office",
        "Agency",
        "Assets",
        "Control",
        "Treasury",
        "International",
        "President",
        "National",
        "Watch",
        "named",
        "groups",
        "Telegraph",
        "Space",
        "industry",
        "misspelling",
    ];
    let mut words = Vec::new();
    for (_, text) in files("data", "toml").into_iter().chain(files("tests/moon", "toml")) {
        for line in text.lines() {
            let Some((key, value)) = line.split_once(" = ") else { continue };
            match key {
                "name" | "spellings" | "speaker" | "named" => {
                    let letters = |c: char| !c.is_alphabetic();
                    let long = value.split(letters).filter(|it| it.chars().count() >= 5);
                    words.extend(
                        long.filter(|it| !PLAIN.contains(it) && it.starts_with(char::is_uppercase))
                            .map(str::to_owned),
                    );
                }
                "date" | "as_of" | "start" | "end" => {
                    let iso = value.trim_matches('"');
                    if let Some(date) =
                        explainer_model::Date::parse(iso).filter(|_| iso.len() == 10)
                    {
                        words.extend([iso.to_owned(), date.to_string(), date.short()]);
                    }
                }
                _ => {}
            }
        }
    }
    words.sort();
    words.dedup();
    words
}

#[test]
fn rust_knows_no_story() {
    let words = story_words();
    assert!(words.len() > 100, "the stories have names and dates");
    let mut hits = Vec::new();
    for folder in ["src", "model", "build", "xtask"] {
        for (name, text) in files(folder, "rs") {
            for (idx, line) in text.lines().enumerate() {
                let found = words.iter().filter(|it| line.contains(it.as_str()));
                hits.extend(found.map(|word| format!("{name}:{}: {word}", idx + 1)));
            }
        }
    }
    assert!(hits.is_empty(), "{}", hits.join("\n"));
}
