//! What the page tells browsers, search engines and those who share it.

use explainer_model::facts::Facts;
use explainer_model::records::Records;
use explainer_model::story::{Prose, Span};
use serde::Serialize;

/// Elements for the head.
pub(super) fn head(facts: &Facts, records: &Records) -> String {
    let story = &records.story;
    let description = plain(story.standfirst);
    let article = Article {
        context: "https://schema.org",
        kind: "NewsArticle",
        headline: story.headline,
        description: &description,
        in_language: story.language,
        date_modified: facts.as_of.iso(),
        license: "https://creativecommons.org/licenses/by/4.0/",
    };
    // Serialising plain text cannot fail; a page without structured data is still the page.
    let data = serde_json::to_string(&article).unwrap_or_default().replace('<', "\\u003c");
    format!(
        "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:type\" content=\"article\">\n\
         <script type=\"application/ld+json\">{data}</script>",
        title = escaped(story.headline),
        description = escaped(&description),
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
}

fn plain(prose: Prose) -> String {
    let words = |span: &'static Span| match *span {
        Span::Text(words) | Span::Link { words, .. } => words,
    };
    prose.iter().map(words).collect()
}

fn escaped(text: &str) -> String {
    let mut html = String::new();
    crate::chart::backend::escape(text, &mut html);
    html
}
