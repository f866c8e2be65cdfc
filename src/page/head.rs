//! What the page tells browsers, search engines and those who share it.

use explainer_model::facts::Facts;
use explainer_model::records::Records;
use explainer_model::story::{Prose, Span};
use serde::Serialize;

use super::Piece;
use super::audit::AUDIT;
use super::frames::social::{HEIGHT, WIDTH};
use super::frames::{self, social};

/// The background of the page, `--paper` of `style/tokens.css`: browsers colour what is around it.
pub(super) const LIGHT: &str = "#fdfcf7";
#[cfg(test)]
const DARK: &str = "#14161a";

/// The licence of data and prose.
pub(super) const LICENSE_AT: &str = "https://creativecommons.org/licenses/by/4.0/";

/// What makes the page one that can be put on a home screen.
pub(super) const APP: &str = "
<link rel=\"manifest\" href=\"app.webmanifest\">
<link rel=\"apple-touch-icon\" href=\"icon-180.png\">
<meta name=\"theme-color\" content=\"#fdfcf7\" media=\"(prefers-color-scheme: light)\">
<meta name=\"theme-color\" content=\"#14161a\" media=\"(prefers-color-scheme: dark)\">";

/// Elements for the head. With the address at which the page will stand, also those that need it.
pub(super) fn head(facts: &Facts, records: &Records, url: Option<&str>) -> String {
    let story = &records.story;
    let description = plain(story.standfirst);
    let dataset = url.map(|url| Reference { id: format!("{url}{AUDIT}") });
    let article = Article {
        context: "https://schema.org",
        kind: "NewsArticle",
        headline: story.headline,
        description: &description,
        in_language: story.language,
        date_modified: facts.as_of.iso(),
        license: LICENSE_AT,
        url,
        has_part: dataset,
    };
    format!(
        "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"article\">{picture}\n\
         {data}{addresses}",
        title = escaped(story.headline),
        description = escaped(&description),
        picture = frames::pieces().first().map_or_else(String::new, |it| picture(url, "", it)),
        data = structured(&article),
        addresses = addresses(url, ""),
    )
}

/// Elements for the head of a piece in a frame: search engines are led to the full page.
pub(super) fn of_piece(piece: &Piece, url: Option<&str>) -> String {
    format!(
        "{link}\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"responsive-embedded-sizing\" content=\"allow-origins=*\">{addresses}",
        link = of_link(piece, &piece.path(), url),
        addresses = addresses(url, &piece.path()),
    )
}

/// Elements for the head of the page to which a shared link leads.
pub(super) fn of_shared(piece: &Piece, page: &str, url: Option<&str>) -> String {
    format!("{}\n<meta name=\"robots\" content=\"noindex\">", of_link(piece, page, url))
}

/// What is shown beside a link to a piece.
fn of_link(piece: &Piece, page: &str, url: Option<&str>) -> String {
    format!(
        "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"article\">{picture}",
        title = escaped(&piece.title),
        description = escaped(&piece.description),
        picture = picture(url, page, piece),
    )
}

/// The card that is shown beside a link to a page. Its address has to be complete, so it takes a known
/// place to stand.
fn picture(url: Option<&str>, page: &str, piece: &Piece) -> String {
    let Some(url) = url.map(escaped) else { return String::new() };
    format!(
        "\n<meta property=\"og:url\" content=\"{url}{page}\">\n\
         <meta property=\"og:image\" content=\"{url}{file}\">\n\
         <meta property=\"og:image:width\" content=\"{WIDTH}\">\n\
         <meta property=\"og:image:height\" content=\"{HEIGHT}\">\n\
         <meta property=\"og:image:alt\" content=\"{alt}\">\n\
         <meta name=\"twitter:card\" content=\"summary_large_image\">",
        file = social::file(piece, "png"),
        alt = escaped(&social::alt(piece)),
    )
}

/// Where a page is found for good, and what describes it to hosts that turn an address into a frame.
fn addresses(url: Option<&str>, folder: &str) -> String {
    let Some(url) = url.map(escaped) else { return String::new() };
    format!(
        "\n<link rel=\"canonical\" href=\"{url}\">\n\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{url}{folder}oembed.json\">"
    )
}

/// Elements for the head of a page that only belongs to the story.
pub(super) fn plain_head(title: &str) -> String {
    format!("<title>{}</title>", escaped(title))
}

/// An article, in the words of schema.org.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Article<'a> {
    #[serde(rename = "@context")]
    context: &'a str,
    #[serde(rename = "@type")]
    kind: &'a str,
    headline: &'a str,
    description: &'a str,
    in_language: &'a str,
    date_modified: String,
    license: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    /// The data is described where it is offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    has_part: Option<Reference>,
}

/// Something that is described elsewhere.
#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

/// Structured data as an element of the head.
pub(super) fn structured(data: &impl Serialize) -> String {
    // Serialising plain text cannot fail; a page without structured data is still the page.
    let data = serde_json::to_string(data).unwrap_or_default().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{data}</script>")
}

/// The words of prose, without its links.
pub(super) fn plain(prose: Prose) -> String {
    let words = |span: &'static Span| match *span {
        Span::Text(words) | Span::Link { words, .. } => words,
    };
    prose.iter().map(words).collect()
}

pub(super) fn escaped(text: &str) -> String {
    let mut html = String::new();
    crate::chart::backend::escape(text, &mut html);
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_told_of_where_their_whole_address_is_known() {
        for piece in frames::pieces() {
            let [with, without] =
                [Some("https://a.example/b/"), None].map(|it| of_piece(&piece, it));
            let file = format!("content=\"https://a.example/b/embed/{}/card.png\"", piece.name);
            assert!(with.contains(&file), "{with}");
            assert!(with.contains(&format!("content=\"https://a.example/b/{}\"", piece.path())));
            assert!(!without.contains("og:image") && !without.contains("twitter:card"));
            assert!([with, without].iter().all(|it| it.contains("noindex")));
        }
        let head = |url| head(&crate::data::FACTS, &crate::data::RECORDS, url);
        assert!(
            head(Some("https://a.example/")).contains("https://a.example/embed/story/card.png")
        );
        assert!(!head(None).contains("og:image"));
    }

    #[test]
    fn browsers_are_told_the_colours_of_the_page() {
        let tokens = include_str!("../../style/tokens.css");
        let (light, dark) = tokens.split_once("prefers-color-scheme: dark").unwrap_or_default();
        for (css, colour) in [(light, LIGHT), (dark, DARK)] {
            assert!(css.contains(&format!("--paper: {colour};")), "{colour}");
            assert!(APP.contains(&format!("content=\"{colour}\"")), "{colour}");
        }
    }
}
