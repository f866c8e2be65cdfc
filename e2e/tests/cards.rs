//! The pictures that are shown beside links: each is there, in its size, and its page tells of it.

use std::fs;

use anyhow::{Context, Result};
use e2e::Story;

/// Places where people share links take pictures of this size.
const SIZE: [u32; 2] = [1200, 630];
/// Larger ones are fetched late or not at all.
const MAX_BYTES: usize = 60_000;

/// The content of a `<meta>` element with a property or name.
fn meta<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = html.split_once(&format!("=\"{name}\" content=\""))?;
    Some(rest.split_once('"')?.0)
}

/// Width and height of a PNG, where it has them.
fn size(png: &[u8]) -> Option<[u32; 2]> {
    let is_png = png.starts_with(b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| png.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    Some([number(16)?, number(20)?]).filter(|_| is_png)
}

#[test]
fn every_piece_has_a_picture_and_its_page_tells_of_it() -> Result<()> {
    let root = Story::Own.file("")?;
    let html = fs::read_to_string(root.join("index.html"))?;
    let base = meta(&html, "og:url").context("the page does not say where it is")?;
    let mut pages = vec![(String::new(), html.clone())];
    for entry in fs::read_dir(root.join("embed"))? {
        let name = entry?.file_name().into_string().ok().context("a strange name")?;
        let path = format!("embed/{name}/");
        let html = fs::read_to_string(root.join(&path).join("index.html"))?;
        assert!(html.contains("content=\"noindex\""), "{path}");
        assert!(!root.join(&path).join("card.svg").exists(), "{path}: what it was drawn from");
        pages.push((path, html));
    }
    assert!(pages.len() > 50, "{} pages", pages.len());
    for (path, html) in pages {
        let told = |name: &str| meta(&html, name).with_context(|| format!("{path}: no {name}"));
        assert_eq!(told("og:url")?, format!("{base}{path}"));
        assert_eq!(told("og:type")?, "article");
        assert_eq!(told("twitter:card")?, "summary_large_image");
        for name in ["og:title", "og:description", "og:image:alt"] {
            assert!(!told(name)?.is_empty(), "{path}: {name}");
        }
        let image = told("og:image")?;
        let file = image.strip_prefix(base).with_context(|| format!("{image} is elsewhere"))?;
        let png = fs::read(root.join(file)).with_context(|| file.to_owned())?;
        assert_eq!(size(&png), Some(SIZE), "{file}");
        assert!(png.len() < MAX_BYTES, "{file} has {} bytes", png.len());
        for (name, px) in ["og:image:width", "og:image:height"].into_iter().zip(SIZE) {
            assert_eq!(told(name)?, px.to_string(), "{path}");
        }
    }
    Ok(())
}

#[test]
fn a_build_that_does_not_know_its_place_tells_of_no_picture() -> Result<()> {
    let root = Story::Fixture.file("")?;
    let html = fs::read_to_string(root.join("index.html"))?;
    assert!(meta(&html, "og:title").is_some());
    for name in ["og:url", "og:image", "twitter:card"] {
        assert_eq!(meta(&html, name), None, "{name}");
    }
    for entry in fs::read_dir(root.join("embed"))? {
        for file in fs::read_dir(entry?.path())? {
            let name = file?.file_name();
            assert!(!name.to_string_lossy().starts_with("card."), "{}", name.display());
        }
    }
    Ok(())
}
