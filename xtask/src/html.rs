//! HTML of our own build, cut into its tags. No parser: what we read, we have written.

/// A part of a page. Put together again, parts are the page as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part<'a> {
    /// Text, comments, the doctype.
    Text(&'a str),
    /// A tag from `<` to `>`, one that ends an element as well.
    Tag(&'a str),
    /// A script or style: its first tag, what is in it, and its last tag.
    Raw(&'a str, &'a str, &'a str),
}

impl Part<'_> {
    /// How many bytes it is long.
    pub(crate) fn len(&self) -> usize {
        match self {
            Part::Text(text) | Part::Tag(text) => text.len(),
            Part::Raw(tag, body, last) => tag.len() + body.len() + last.len(),
        }
    }
}

/// The parts of a page, in order. A tag that never ends is text.
pub(crate) fn parts(html: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (part, after) = next(rest);
        parts.push(part);
        rest = after;
    }
    parts
}

fn next(html: &str) -> (Part<'_>, &str) {
    if html.starts_with("<!") {
        let end = if html.starts_with("<!--") { "-->" } else { ">" };
        let len = html.find(end).map_or(html.len(), |it| it + end.len());
        return (Part::Text(&html[..len]), &html[len..]);
    }
    let begins = html.starts_with('<').then(|| tag_end(html)).flatten();
    let Some(end) = begins else {
        let len = html.char_indices().skip(1).find(|it| it.1 == '<').map_or(html.len(), |it| it.0);
        return (Part::Text(&html[..len]), &html[len..]);
    };
    let (tag, after) = html.split_at(end + 1);
    let last = match name(tag).as_str() {
        "script" => "</script>",
        "style" => "</style>",
        _ => return (Part::Tag(tag), after),
    };
    let (body, after) = after.split_at(after.find(last).unwrap_or(after.len()));
    let (last, after) = after.split_at(last.len().min(after.len()));
    (Part::Raw(tag, body, last), after)
}

/// What a tag is of, in small letters; `/a` for one that ends an `a`.
pub(crate) fn name(tag: &str) -> String {
    let tag = tag.strip_prefix('<').unwrap_or(tag);
    let len = tag.find(|it: char| it != '/' && !it.is_ascii_alphanumeric()).unwrap_or(tag.len());
    tag[..len].trim_end_matches('/').to_ascii_lowercase()
}

/// The `>` that ends the tag at the start of the text, not one inside an attribute's value.
pub(crate) fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (idx, c) in text.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return Some(idx),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// The attributes of a tag: their names, and their values as they are written.
pub(crate) fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let between = |it: char| it.is_whitespace() || it == '/' || it == '>';
    let mut found = Vec::new();
    // What comes first is the name of the tag.
    let start = tag.find(char::is_whitespace).unwrap_or(tag.len());
    let mut rest = tag[start..].trim_start_matches(between);
    while !rest.is_empty() {
        let len = rest.find(|it| between(it) || it == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(len);
        let mut value = "";
        rest = after;
        if let Some(written) = after.trim_start().strip_prefix('=') {
            let written = written.trim_start();
            let quote = written.chars().next().filter(|it| ['"', '\''].contains(it));
            (value, rest) = match quote {
                Some(quote) => written[1..].split_once(quote).unwrap_or((&written[1..], "")),
                None => {
                    let ends = |it: char| it.is_whitespace() || it == '>';
                    written.split_at(written.find(ends).unwrap_or(written.len()))
                }
            };
        }
        found.push((name, value));
        rest = rest.trim_start_matches(between);
    }
    found
}

/// The value of an attribute as it is written.
pub(crate) fn attribute(tag: &str, name: &str) -> Option<String> {
    let found = attributes(tag).into_iter().find(|it| it.0.eq_ignore_ascii_case(name));
    found.map(|it| it.1.to_owned())
}

/// Whether a script runs; others hold data.
pub(crate) fn is_javascript(tag: &str) -> bool {
    attribute(tag, "type").is_none_or(|it| ["", "module", "text/javascript"].contains(&it.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn together(html: &str) -> String {
        let write = |it: Part<'_>| match it {
            Part::Text(text) | Part::Tag(text) => text.to_owned(),
            Part::Raw(tag, body, last) => [tag, body, last].concat(),
        };
        parts(html).into_iter().map(write).collect()
    }

    #[test]
    fn parts_together_are_the_page() {
        for html in [
            "<!DOCTYPE html><html lang=\"en\"><!-- <p> --><p title=\"a > b\">1 &lt; 2</p></html>\n",
            "<style>a > b {}</style><script type=module>if (1 < 2) '<p>'</script><svg/>",
            "<p",
            "<script>never",
            "<",
            "",
            "<!--",
            "ä<b>ö</b>",
            "< <b>",
        ] {
            assert_eq!(together(html), html);
        }
    }

    #[test]
    fn what_is_in_scripts_is_no_tag() {
        let html = "<p>a<script async>'<b>'</script></p>";
        let expected = [
            Part::Tag("<p>"),
            Part::Text("a"),
            Part::Raw("<script async>", "'<b>'", "</script>"),
            Part::Tag("</p>"),
        ];
        assert_eq!(parts(html), expected);
    }

    #[test]
    fn tags_have_names_and_values() {
        assert_eq!(["<A href=x>", "</a>", "<br/>", "<p>"].map(name), ["a", "/a", "br", "p"]);
        let tag =
            "<a data-href='no' title=\"href=1 > onclick=2\" href=\"x.csv\" hidden download=y.csv>";
        let expected = [
            ("data-href", "no"),
            ("title", "href=1 > onclick=2"),
            ("href", "x.csv"),
            ("hidden", ""),
            ("download", "y.csv"),
        ];
        assert_eq!(attributes(tag), expected);
        assert_eq!(attribute(tag, "HREF").as_deref(), Some("x.csv"));
        assert_eq!(attribute(tag, "rel"), None);
        assert_eq!(attributes("<br />"), []);
        assert_eq!(attributes("<p a"), [("a", "")]);
        assert_eq!(attributes("<p a='b"), [("a", "b")]);
    }
}
