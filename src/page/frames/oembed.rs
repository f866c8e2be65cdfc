//! What a host is told that turns a pasted address into a frame (oEmbed 1.0): one static file for the full
//! page and one for each piece. Its addresses have to be complete, so it takes a known place to stand.

use serde::Serialize;

use super::{Piece, pieces};
use crate::page::download::Download;
use crate::page::head::escaped;

/// Width that hosts are asked for, in CSS px; the frame takes any.
const WIDTH: u16 = 600;

/// In the names of <https://oembed.com>.
#[derive(Serialize)]
struct OEmbed<'a> {
    version: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    title: &'a str,
    provider_name: &'a str,
    provider_url: &'a str,
    html: String,
    width: u16,
    height: u16,
}

/// The files, for a folder that will be published at `url`, which ends with a slash.
pub fn oembed(url: &str) -> Vec<Download> {
    let pieces = pieces();
    // Whoever pastes the address of the full page gets all figures.
    let whole = pieces.first().map(|it| file(it, url, "oembed.json".to_owned()));
    let each = pieces.iter().map(|it| file(it, url, format!("{}oembed.json", it.path())));
    whole.into_iter().chain(each).collect()
}

fn file(piece: &Piece, url: &str, name: String) -> Download {
    let oembed = OEmbed {
        version: "1.0",
        kind: "rich",
        title: &piece.title,
        provider_name: site(url),
        provider_url: url,
        html: html(piece, url),
        width: WIDTH,
        height: piece.height,
    };
    // Serialising plain text cannot fail.
    Download { name, content: serde_json::to_string(&oembed).unwrap_or_default() }
}

/// Who publishes it, as far as an address says.
fn site(url: &str) -> &str {
    url.split("//").nth(1).and_then(|it| it.split('/').next()).unwrap_or(url)
}

/// Words that stand until the frame is there, or in its place, and the frame: compact, because the most
/// common of these hosts allows 1,000 px. They keep no more than these attributes.
fn html(piece: &Piece, url: &str) -> String {
    let (title, description) = (escaped(&piece.title), escaped(&piece.description));
    let (url, path) = (escaped(url), piece.path());
    let full = escaped(&piece.in_full().unwrap_or_default());
    format!(
        "<blockquote><p><a href=\"{url}{full}\">{title}</a></p><p>{description}</p></blockquote>\
         <iframe src=\"{url}{path}?compact\" width=\"{WIDTH}\" height=\"{height}\" frameborder=\"0\" \
         title=\"{title}\"></iframe>",
        height = piece.height,
    )
}
