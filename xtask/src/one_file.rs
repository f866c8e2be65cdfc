//! The one-file edition, `explainer.html`: the page with its code, its records, its list of sources and its
//! data in it. It asks nobody for anything, so it opens from a disk, from an archive, and in a frame that may
//! do nothing but run scripts.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    classic, data_url, edition,
    html::{self, Part},
};

/// The edition's file in the built folder.
pub(crate) const NAME: &str = "explainer.html";

/// The script that answers the buttons with which readers take something away.
const TAKE_AWAY: &str = "take-away.js";

/// Writes the classic script and the one-file edition, and links to the latter on the page.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let wasm = wasm_of(dist)?;
    let stem = wasm.to_string_lossy().replace("_bg.wasm", "");
    let bytes = fs::read(&wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let classic = classic::script(&read(Path::new(&format!("{stem}.js")))?, &bytes)?;
    save(Path::new(&format!("{stem}.classic.js")), &classic)?;

    let page = dist.join("index.html");
    let html = read(&page)?;
    let sources = read(&dist.join(edition::SOURCES))?;
    let ledger = read(&dist.join(edition::LEDGER))?;
    let file = |name: &str| data_url::of_file(&dist.join(name));
    // What the page fetches later, but for what fetches more.
    let code = format!("{classic}{{\n{}\n}}\n", read(&dist.join(TAKE_AWAY))?);
    let edition = edition::of(&html, (&sources, &ledger), &code, &file)?;
    stands_alone(&edition).with_context(|| format!("{NAME} would not be one file"))?;
    save(&dist.join(NAME), &edition)?;
    save(&page, &with_link(&html, edition.len())?)
}

/// The only wasm of a build, beside the page.
pub(crate) fn wasm_of(dist: &Path) -> Result<PathBuf> {
    let cannot = || format!("cannot list {}", dist.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(dist).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        if path.to_string_lossy().ends_with("_bg.wasm") {
            found.push(path);
        }
    }
    match found.as_slice() {
        [wasm] => Ok(wasm.clone()),
        _ => bail!("{} has {} files of wasm; build it anew", dist.display(), found.len()),
    }
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

fn save(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// The page with a link that saves the edition, at the end of its sources. Not in the prerendered page:
/// there is no such file before now.
fn with_link(html: &str, len: usize) -> Result<String> {
    let end = html.find("id=\"sources\"").and_then(|it| Some(it + html[it..].find("</section>")?));
    let (before, after) =
        html.split_at(end.context("the page has no section of sources to save it under")?);
    let name = file_name(html);
    let tenths = len.div_ceil(100_000);
    let size = format!("{}.{} MB", tenths / 10, tenths % 10);
    Ok(format!(
        "{before}<p class=\"sources save\"><a href=\"{NAME}\" download=\"{name}\">\
         Save this page as one file</a> (about {size})</p>{after}"
    ))
}

/// What the edition is called on a reader's disk: the page's title, in letters that every system takes.
fn file_name(html: &str) -> String {
    let title = html.split_once("<title>").and_then(|it| it.1.split_once("</title>"));
    let words = title.map_or("", |it| it.0).split(|it: char| !it.is_ascii_alphanumeric());
    let words: Vec<_> = words.filter(|it| !it.is_empty()).map(str::to_ascii_lowercase).collect();
    if words.is_empty() { NAME.to_owned() } else { format!("{}.html", words.join("-")) }
}

/// That nothing in the page is fetched, and that every link leads into the page itself, to data in it,
/// or to an address that holds anywhere.
fn stands_alone(html: &str) -> Result<()> {
    const ADDRESSES: [&str; 7] =
        ["src", "srcset", "href", "action", "poster", "data", "xlink:href"];
    for part in html::parts(html) {
        let (Part::Tag(tag) | Part::Raw(tag, ..)) = part else { continue };
        let is_link = html::name(tag) == "a" || html::attribute(tag, "rel").is_some_and(no_fetch);
        for address in ADDRESSES.iter().filter_map(|it| html::attribute(tag, it)) {
            let within = address.starts_with('#') || address.starts_with("data:");
            let elsewhere = ["https://", "http://", "mailto:"];
            let leads_there = is_link && elsewhere.iter().any(|it| address.starts_with(it));
            ensure!(within || leads_there, "it refers to {address}");
        }
        if let Part::Raw(tag, body, _) = part
            && html::name(tag) == "style"
        {
            ensure!(!body.contains("@import"), "its style imports another");
            for url in body.split("url(").skip(1) {
                let url = url.trim_start_matches(['"', '\'']);
                let within = url.starts_with('#') || url.starts_with("data:");
                ensure!(within, "its style refers to {}", url.split(')').next().unwrap_or(url));
            }
        }
    }
    Ok(())
}

/// Whether browsers fetch nothing for such a `<link>`.
fn no_fetch(rel: String) -> bool {
    ["canonical", "alternate", "license"].contains(&rel.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_refers_to_a_file_does_not_stand_alone() {
        for html in [
            "<a href='#top'>",
            "<a href=\"https://a.example/\">",
            "<link rel=icon href=data:,>",
            "<link rel=\"canonical\" href=\"https://a.example/\">",
            "<a title='href is x'>",
            "<style>a { fill: url(#hatch) } b { fill: url(\"data:,\") }</style>",
        ] {
            assert!(stands_alone(html).is_ok(), "{html}");
        }
        for html in [
            "<a href=\"./\">",
            "<a href='sources.html'>",
            "<img src=https://a.example/a.png>",
            "<link rel=\"icon\" href=\"https://a.example/icon.svg\">",
            "<script src=\"a.js\"></script>",
            "<style>a { background: url('a.png') }</style>",
            "<style>@import 'a.css'</style>",
            "<link rel=preload href=./a.wasm>",
            "<form action=\"/find\">",
        ] {
            assert!(stands_alone(html).is_err(), "{html}");
        }
    }

    #[test]
    fn the_page_links_to_its_edition_and_tells_its_size() {
        let html =
            "<title>1 &lt; 2: “So it is”</title><section id=\"sources\"><p>a</p></section><p>";
        let html = with_link(html, 912_345).unwrap();
        assert!(html.ends_with(
            "<p>a</p><p class=\"sources save\"><a href=\"explainer.html\" \
             download=\"1-lt-2-so-it-is.html\">Save this page as one file</a> (about 1.0 MB)</p>\
             </section><p>"
        ));
        assert_eq!(file_name("<title>…</title>"), "explainer.html");
        assert!(with_link("<p>", 1).is_err());
    }
}
