//! Builds that tests have changed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::story::Story;

const WORKER: &str = "sw.js";

/// A copy of a build; it goes when this is dropped.
pub struct Build {
    folder: TempDir,
}

impl Build {
    /// The build of a story, without the files that are compressed.
    pub fn of(story: Story) -> Result<Build> {
        let folder = tempfile::tempdir().context("no room for a copy of the build")?;
        // Pictures of the steps belong to the page; other folders are for pages of others.
        let (pictures, copies) = (story.folder()?.join("steps"), folder.path().join("steps"));
        if pictures.is_dir() {
            fs::create_dir(&copies)?;
            for entry in fs::read_dir(pictures)? {
                let file = entry?;
                fs::copy(file.path(), copies.join(file.file_name()))?;
            }
        }
        for entry in fs::read_dir(story.folder()?)? {
            let file = entry?.path();
            let is_compressed = file.extension().is_some_and(|it| it == "br" || it == "gz");
            if let Some(name) = file.file_name().filter(|_| file.is_file() && !is_compressed) {
                fs::copy(&file, folder.path().join(name))?;
            }
        }
        Ok(Build { folder })
    }

    /// A version of a build that says a word wherever parts of two versions could meet: its pages, in
    /// `<meta name="word">`, its glue and its wasm, in `glueWord` and `wasmWord` once they have run.
    /// Names and hashes fit, as after a build.
    pub fn version(story: Story, word: &str) -> Result<Build> {
        let build = Build::of(story)?;
        let wasm = build.named("_bg.wasm")?;
        let old = wasm.trim_end_matches("_bg.wasm").to_owned();
        let hash = &format!("{:x}", Sha256::digest([word, &old].concat()))[..16];
        let (name, _) = old.rsplit_once('-').context("the wasm has no hash in its name")?;
        let new = [name, "-", hash].concat();

        // A custom section by the name of "word"; both lengths are small enough for one byte.
        let section = [&[4], &b"word"[..], word.as_bytes()].concat();
        ensure!(section.len() < 0x80, "{word} is too long");
        let mut bytes = fs::read(build.path().join(&wasm))?;
        bytes.extend([0, section.len() as u8]);
        bytes.extend(section);
        fs::write(build.path().join(wasm.replace(&old, &new)), bytes)?;
        let glue = fs::read_to_string(build.path().join([&old, ".js"].concat()))?;
        build
            .put(&[&new, ".js"].concat(), &format!("{glue}globalThis.glueWord = \"{word}\";\n"))?;
        build.lose(&wasm)?;
        build.lose(&[&old, ".js"].concat())?;

        let mark = format!("<head><meta name=\"word\" content=\"{word}\">{LISTEN}");
        for page in build.names()?.into_iter().filter(|it| it.ends_with(".html")) {
            let html = fs::read_to_string(build.path().join(&page))?;
            let html = with_policy_of(&html, html.replace(&old, &new));
            // Before the policy, so it does not have to know this script.
            build.put(&page, &html.replacen("<head>", &mark, 1))?;
        }
        let worker = fs::read_to_string(build.path().join(WORKER))?.replace(&old, &new);
        build.put(WORKER, &relisted(&worker, word, build.path())?)?;
        Ok(build)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file.
    pub fn put(&self, name: &str, content: &str) -> Result<()> {
        fs::write(self.path().join(name), content).with_context(|| format!("cannot write {name}"))
    }

    /// Loses a file.
    pub fn lose(&self, name: &str) -> Result<()> {
        fs::remove_file(self.path().join(name)).with_context(|| format!("there is no {name}"))
    }

    /// The file whose name ends like this.
    pub fn named(&self, end: &str) -> Result<String> {
        let name = self.names()?.into_iter().find(|it| it.ends_with(end));
        name.with_context(|| format!("there is no …{end}"))
    }

    fn names(&self) -> Result<Vec<String>> {
        let entries = fs::read_dir(self.path())?;
        Ok(entries.filter_map(|it| it.ok()?.file_name().into_string().ok()).collect())
    }
}

/// A changed page whose policy knows its scripts, as it knew those of the page before.
fn with_policy_of(before: &str, page: String) -> String {
    let hashes = |html: &str| -> Vec<String> {
        let scripts = html.split("<script").skip(1).filter_map(|it| it.split_once('>'));
        let bodies = scripts.filter_map(|it| it.1.split_once("</script>"));
        bodies.map(|it| BASE64_STANDARD.encode(Sha256::digest(it.0))).collect()
    };
    let changed = hashes(before).into_iter().zip(hashes(&page));
    changed.fold(page, |page, (old, new)| page.replace(&old, &new))
}

/// Keeps the word of the wasm that the page starts.
const LISTEN: &str = "<script>
for (const name of ['instantiate', 'instantiateStreaming']) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...them) => {
        const started = await start.apply(WebAssembly, them);
        const [word] = WebAssembly.Module.customSections(started.module, 'word');
        globalThis.wasmWord = new TextDecoder().decode(word);
        return started;
    };
}
</script>";

/// A worker with the hashes of what is in a folder now.
fn relisted(worker: &str, version: &str, folder: &Path) -> Result<String> {
    let mut lines = Vec::new();
    for line in worker.lines() {
        let listed = line.strip_prefix("[\"").and_then(|it| it.split_once("\", \"sha256-"));
        lines.push(match listed {
            Some((path, _)) => {
                let file = if path == "./" { "index.html" } else { path };
                let file: PathBuf = folder.join(file);
                let content = fs::read(&file).with_context(|| format!("no {}", file.display()))?;
                let hash = BASE64_STANDARD.encode(Sha256::digest(content));
                format!("[\"{path}\", \"sha256-{hash}\"],")
            }
            None if line.starts_with("const VERSION") => format!("const VERSION = \"{version}\";"),
            None => line.to_owned(),
        });
    }
    let worker = lines.join("\n");
    ensure!(worker.matches("sha256-").count() > 5, "the worker lists no files");
    Ok(worker)
}
