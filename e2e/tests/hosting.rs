//! What hosts send along with the files: `docs/nginx.conf` in a real nginx, and that `public/_headers`
//! says the same.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use e2e::{Neighbour, Nginx, Story, Visit};

const HEADERS: &str = include_str!("../../public/_headers");
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// Headers by the path that they are for, as `_headers` has them.
fn rules() -> Result<BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>> {
    let mut rules = BTreeMap::new();
    let mut path = "";
    for line in HEADERS.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
        if line.starts_with('/') {
            path = line;
            assert!(rules.insert(path, BTreeMap::new()).is_none(), "{path} stands there twice");
        } else {
            let (name, value) = line.trim().split_once(": ").with_context(|| line.to_owned())?;
            rules.get_mut(path).context("no path")?.insert(name, value);
        }
    }
    Ok(rules)
}

/// Headers that `_headers` has for a path. Some hosts put the values of two rules together, so two
/// rules must not differ.
fn of(path: &str) -> Result<BTreeMap<&'static str, &'static str>> {
    let mut headers = BTreeMap::new();
    for (rule, more) in rules()? {
        let start = rule.strip_suffix('*');
        if start.map_or(rule == path, |it| path.starts_with(it)) {
            for (name, value) in more {
                let other = headers.insert(name, value);
                assert!(other.is_none_or(|it| it == value), "{path} has two of {name}");
            }
        }
    }
    Ok(headers)
}

/// Every file of the build that is asked for by its own name.
fn paths(story: Story) -> Result<Vec<String>> {
    let root = story.file("")?;
    let mut found = vec!["/".to_owned()];
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let kind = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
            if path.is_dir() {
                folders.push(path);
            } else if !["", "br", "gz"].contains(&kind) {
                found.push(format!("/{}", path.strip_prefix(&root)?.display()));
            }
        }
    }
    Ok(found)
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        _ => "text/html; charset=utf-8",
    }
}

#[tokio::test]
async fn nginx_and_the_file_for_other_hosts_say_the_same_of_every_file() -> Result<()> {
    let nginx = Nginx::start(Story::Own)?;
    let mut n_immutable = 0;
    for path in paths(Story::Own)? {
        let answer = nginx.get(&path, "identity")?;
        assert!(answer.is_ok(), "{path}: {answer:?}");
        assert_eq!(answer.header("content-type"), Some(kind(&path)), "{path}");
        let expected = of(&path)?;
        for (name, value) in &expected {
            assert_eq!(answer.header(name), Some(*value), "{path}: {name}");
        }
        // What _headers does not list, its hosts ask for anew by themselves.
        let cache = expected.get("Cache-Control").copied().unwrap_or("no-cache");
        assert_eq!(answer.header("cache-control"), Some(cache), "{path}");
        assert_eq!(cache == IMMUTABLE, path.starts_with("/explainer-"), "{path}");
        n_immutable += usize::from(cache == IMMUTABLE);
        if path.ends_with(".html") || path == "/" || path == "/sw.js" {
            assert_eq!(expected.get("Cache-Control"), Some(&"no-cache"), "_headers: {path}");
        }
    }
    assert_eq!(n_immutable, 3);
    let missing = nginx.get("/explainer-0.js", "identity")?;
    assert!(!missing.is_ok() && missing.header("cache-control").is_none(), "{missing:?}");
    assert_eq!(rules()?["/*"].len(), 5);
    Ok(())
}

#[tokio::test]
async fn nginx_sends_what_the_build_has_compressed() -> Result<()> {
    let nginx = Nginx::start(Story::Own)?;
    for path in paths(Story::Own)?.iter().filter(|it| !it.ends_with(".png")) {
        let file = if path == "/" { "index.html" } else { &path[1..] };
        let answer = nginx.get(path, "gzip")?;
        assert_eq!(answer.header("content-encoding"), Some("gzip"), "{path}");
        assert_eq!(answer.header("vary"), Some("Accept-Encoding"), "{path}");
        assert!(answer.body == fs::read(Story::Own.file(&format!("{file}.gz"))?)?, "{path}");
        assert_eq!(answer.header("content-type"), Some(kind(path)), "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn with_these_headers_the_page_works_in_a_frame_of_opaque_origin() -> Result<()> {
    let nginx = Nginx::start(Story::Own)?;
    let elsewhere = tempfile::tempdir()?;
    let frame = format!(
        "<!DOCTYPE html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\">\
         <iframe sandbox=\"allow-scripts\" width=\"900\" height=\"700\" src=\"{}\"></iframe>",
        nginx.url()
    );
    fs::write(elsewhere.path().join("index.html"), frame)?;
    let neighbour = Neighbour::start(elsewhere.path().to_owned()).await?;
    let page = Visit::to(Story::Own).open().await?;
    page.go_to(&neighbour.url()).await?;
    page.enter("iframe").await?;
    page.use_all().await?;
    assert_eq!(page.ask::<String>("origin").await?, "null");
    page.is_quiet().await
}
