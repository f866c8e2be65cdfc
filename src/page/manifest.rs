//! What the page is when a reader puts it on a home screen or among their programs.

use serde::Serialize;

use super::{Download, head};
use crate::data::RECORDS;

#[derive(Serialize)]
struct Manifest {
    name: &'static str,
    short_name: &'static str,
    description: String,
    lang: &'static str,
    start_url: &'static str,
    scope: &'static str,
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: [Icon; 3],
}

#[derive(Serialize)]
struct Icon {
    src: &'static str,
    sizes: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
}

/// The manifest, beside the page. Addresses are relative, so the folder may stand at any path.
pub fn manifest() -> Download {
    let story = &RECORDS.story;
    let png = |src, sizes, purpose| Icon { src, sizes, kind: "image/png", purpose };
    let manifest = Manifest {
        name: story.headline,
        short_name: story.kicker,
        description: head::plain(story.standfirst),
        lang: story.language,
        start_url: "./",
        scope: "./",
        // A page that is cited and that leads to its sources keeps its address and the way back in
        // sight, which "standalone" would take away.
        display: "minimal-ui",
        background_color: head::LIGHT,
        theme_color: head::LIGHT,
        // Not the SVG of the tab: browsers would ask for it a second time.
        icons: [
            png("icon-192.png", "192x192", "any"),
            png("icon-512.png", "512x512", "any"),
            png("icon-maskable.png", "512x512", "maskable"),
        ],
    };
    // Serialising plain text cannot fail; a page without a manifest is still the page.
    let content = serde_json::to_string(&manifest).unwrap_or_default();
    Download { name: "app.webmanifest".to_owned(), content }
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_in_the_words_of_the_story_and_its_icons_are_there() {
        let manifest: serde_json::Value = serde_json::from_str(&super::manifest().content).unwrap();
        assert_eq!(manifest["name"], crate::data::RECORDS.story.headline);
        for icon in manifest["icons"].as_array().unwrap() {
            let file = icon["src"].as_str().unwrap();
            let path = format!("{}/public/{file}", env!("CARGO_MANIFEST_DIR"));
            let png = std::fs::read(&path).unwrap_or_else(|it| panic!("{path}: {it}"));
            // Where a PNG has its width.
            let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
            assert_eq!(icon["sizes"], format!("{width}x{width}"), "{file}");
        }
    }
}
