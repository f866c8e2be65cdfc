//! Links in pages beside the story.

use std::collections::BTreeSet;

const INNER: &str = "href=\"#";

/// HTML of a page beside the story: what it does not hold is found in the story.
pub(super) fn beside(html: &str) -> String {
    let ids = html.split(" id=\"").skip(1).filter_map(|it| Some(it.split_once('"')?.0));
    let ids: BTreeSet<&str> = ids.collect();
    let mut parts = html.split(INNER);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let id = part.split_once('"').map_or(part, |it| it.0);
        let is_here = id == "_" || ids.contains(id);
        text += if is_here { INNER } else { "href=\"./#" };
        text += part;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn what_the_page_does_not_hold_is_in_the_story() {
        let html = r##"<a href="#a">1</a><i id="a"></i><a href="#_">2</a><a href="#b">3</a><a href="s.html#c">4</a>"##;
        assert_eq!(beside(html), html.replace("\"#b", "\"./#b"));
    }
}
