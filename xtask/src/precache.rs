//! Tells the service worker which files make up this version of the page, and what is in them: each
//! file of a build is kept for reading without a network, or it is known why it is not.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::{compress, first_load};

const WORKER: &str = "sw.js";
/// The page, and the address under which it is asked for.
const PAGE: &str = "index.html";
const HOME: &str = "./";

/// What stands in the worker's source for the version and the list of files.
const NO_VERSION: &str = "const VERSION = \"\";";
const NO_FILES: &str = "const FILES = [];";

/// Kinds of files that belong to the page.
const KINDS: [&str; 8] = ["html", "js", "wasm", "svg", "png", "webmanifest", "csv", "json"];

/// Why a file is not kept, if it is one of those.
fn not_kept(path: &str) -> Option<&'static str> {
    let (name, kind) = path.rsplit_once('.').unwrap_or((path, ""));
    match path {
        _ if ["br", "gz"].contains(&kind) => Some("the host sends it in place of another"),
        _ if kind == "js" && name.ends_with(".classic") => Some("only pages of others load it"),
        _ if path.starts_with("share/") => Some("it leads on to the page"),
        _ if path.starts_with("embed/") => Some("it is shown in pages of others"),
        "_headers" => Some("only the host reads it"),
        "oembed.json" => Some("only programs of others read it"),
        "explainer.html" => Some("it is saved, not visited"),
        WORKER => Some("browsers keep it by themselves"),
        _ => None,
    }
}

/// How much is kept.
pub(crate) struct Kept {
    pub(crate) n_files: usize,
    pub(crate) n_bytes: u64,
}

/// The content of each kept file.
type Files = BTreeMap<String, Vec<u8>>;

/// Writes the list into the worker of a build. All other files have to be as they will be served.
pub(crate) fn write(dist: &Path) -> Result<Kept> {
    let mut files = Files::new();
    let mut others = Vec::new();
    for file in compress::files(dist)? {
        let path = file.strip_prefix(dist).unwrap_or(&file);
        let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        if not_kept(&path).is_some() {
            others.push(path);
            continue;
        }
        may_be_kept(&path)?;
        let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        files.insert(path, content);
    }
    complete(&files, &others)?;

    let worker = dist.join(WORKER);
    let source =
        fs::read_to_string(&worker).with_context(|| format!("cannot read {}", worker.display()))?;
    fs::write(&worker, filled(&source, &files)?)
        .with_context(|| format!("cannot write {}", worker.display()))?;
    Ok(Kept { n_files: files.len(), n_bytes: files.values().map(|it| it.len() as u64).sum() })
}

/// A file of an unknown kind is refused: nobody has thought about whether a reader needs it.
fn may_be_kept(path: &str) -> Result<()> {
    let kind = path.rsplit_once('.').map_or("", |(_, kind)| kind);
    ensure!(
        KINDS.contains(&kind),
        "{path} is of no kind that is kept for reading offline, and nothing says why it is not: \
         add it to one of the two lists in xtask/src/precache.rs"
    );
    // The worker compares addresses as text.
    let is_plain = |it: char| it.is_ascii_alphanumeric() || "-_./".contains(it);
    ensure!(path.chars().all(is_plain), "{path} has letters that addresses write in two ways");
    Ok(())
}

/// Whether every file that a kept page needs is kept, and every other that it leads to is there.
fn complete(files: &Files, others: &[String]) -> Result<()> {
    ensure!(files.contains_key(PAGE), "there is no {PAGE} to keep");
    for (page, content) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = str::from_utf8(content).with_context(|| format!("{page} is no text"))?;
        let folder = &page[..page.rfind('/').map_or(0, |it| it + 1)];
        let beside =
            |file: String| if file.is_empty() { PAGE.to_owned() } else { [folder, &file].concat() };
        let needed = first_load::references(html).into_iter().chain(first_load::later(html));
        for file in needed.map(beside) {
            if let Some(why) = not_kept(&file) {
                bail!("{page} needs {file}, which is not kept for reading offline, as {why}");
            }
            ensure!(files.contains_key(&file), "{page} needs {file}, which was not built");
        }
        for file in first_load::neighbours(html).into_iter().map(beside) {
            ensure!(
                files.contains_key(&file) || others.contains(&file),
                "{page} has a link to {file}, which was not built"
            );
        }
    }
    Ok(())
}

/// The worker with what it keeps.
fn filled(source: &str, files: &Files) -> Result<String> {
    ensure!(
        source.matches(NO_VERSION).count() == 1 && source.matches(NO_FILES).count() == 1,
        "{WORKER} has not both of `{NO_VERSION}` and `{NO_FILES}` to fill in, once"
    );
    let list: Vec<String> = files
        .iter()
        .map(|(path, content)| {
            let path = if path == PAGE { HOME } else { path };
            let hash = BASE64_STANDARD.encode(Sha256::digest(content));
            format!("[\"{path}\", \"sha256-{hash}\"],\n")
        })
        .collect();
    let worker = source.replace(NO_FILES, &format!("const FILES = [\n{}];", list.concat()));
    // Of all of it, so that two workers of one version are the same worker.
    let version = &format!("{:x}", Sha256::digest(&worker))[..16];
    Ok(worker.replace(NO_VERSION, &format!("const VERSION = \"{version}\";")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "const VERSION = \"\";\nconst FILES = [];\nuse(VERSION, FILES);\n";

    fn files(files: &[(&str, &str)]) -> Files {
        files
            .iter()
            .map(|(path, content)| ((*path).to_owned(), content.as_bytes().to_vec()))
            .collect()
    }

    fn page(html: &str) -> Files {
        files(&[(PAGE, html), ("list.html", "<a href='./'>back</a>"), ("app.js", "")])
    }

    #[track_caller]
    fn fails(result: Result<impl Sized>, words: &[&str]) {
        let error = result.err().unwrap().to_string();
        assert!(words.iter().all(|it| error.contains(it)), "{error}");
    }

    #[test]
    fn a_build_is_listed_in_its_worker() {
        let dist = std::env::temp_dir().join(format!("xtask-precache-{}", std::process::id()));
        fs::create_dir_all(dist.join("embed")).unwrap();
        for (path, content) in
            page("<script src=app.js></script><a href='explainer.html'>one file</a>")
        {
            fs::write(dist.join(path), content).unwrap();
        }
        for other in ["explainer.html", "app.js.br", "_headers", "embed/held.html"] {
            fs::write(dist.join(other), "<script src='none.js'></script>").unwrap();
        }
        fs::write(dist.join(WORKER), SOURCE).unwrap();
        let kept = write(&dist).unwrap();
        let worker = fs::read_to_string(dist.join(WORKER)).unwrap();
        fs::write(dist.join("clip.mp4"), "").unwrap();
        fs::write(dist.join(WORKER), SOURCE).unwrap();
        fails(write(&dist), &["clip.mp4", "xtask/src/precache.rs"]);
        fs::remove_dir_all(&dist).unwrap();

        assert_eq!(kept.n_files, 3);
        assert_eq!(worker.matches("sha256-").count(), 3, "{worker}");
        assert!(worker.contains("[\"list.html\", \"sha256-"), "{worker}");
    }

    #[test]
    fn a_file_that_a_page_needs_is_named_when_it_is_missing() {
        fails(
            complete(&page("<script src=gone.js></script>"), &[]),
            &[PAGE, "gone.js", "not built"],
        );
        fails(complete(&page("<script src=sw.js></script>"), &[]), &["sw.js", "by themselves"]);
        fails(complete(&page("<a href=gone.csv>data</a>"), &[]), &[PAGE, "gone.csv"]);
        fails(complete(&files(&[("list.html", "")]), &[]), &[PAGE]);
        let leads_out = page("<a href=\"embed/held.html\">alone</a>");
        complete(&leads_out, &["embed/held.html".to_owned()]).unwrap();
    }

    #[test]
    fn files_are_kept_or_refused_by_name() {
        for path in ["app-1a_bg.wasm", "icon-512.png", "a/b.csv"] {
            assert!(not_kept(path).is_none() && may_be_kept(path).is_ok(), "{path}");
        }
        for path in ["clip.mp4", "LICENSE", "a b.html", "x%20.csv"] {
            fails(may_be_kept(path), &[path]);
        }
    }

    #[test]
    fn the_same_files_make_the_same_worker_in_order() {
        let (one, other) = (page("one"), page("other"));
        let worker = filled(SOURCE, &one).unwrap();
        assert_eq!(worker, filled(SOURCE, &one).unwrap());
        let paths: Vec<&str> =
            worker.split("[\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        assert_eq!(paths, ["app.js", HOME, "list.html"]);
        let version = |it: &str| it.split('"').nth(1).unwrap().to_owned();
        assert_eq!(version(&worker).len(), 16);
        assert_ne!(version(&worker), version(&filled(SOURCE, &other).unwrap()));
        let patched = filled(&[SOURCE, "more();\n"].concat(), &one).unwrap();
        assert_ne!(version(&worker), version(&patched), "the worker is part of its version");
    }

    #[test]
    fn a_worker_that_has_no_place_for_the_list_is_refused() {
        let files = page("");
        fails(filled("const VERSION = \"\";", &files), &[NO_FILES]);
        let twice = filled(SOURCE, &files).unwrap();
        fails(filled(&twice, &files), &[NO_VERSION]);
        let worker = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../public/sw.js"));
        filled(&worker.unwrap(), &files).unwrap();
    }
}
