//! Where things are. Whoever makes a link to a record names the record alone (`#claim-…`, `#actor-…`); which
//! page holds it is settled here, once, when a page is put together.

use std::collections::BTreeSet;

use super::ledger::LEDGER;
use crate::browser::NOWHERE;

const HREF: &str = "href=\"";

/// How the ids of records begin that are in the ledger.
const RECORDED: [&str; 4] = ["claim-", "term-", "conflict-", "from-"];

/// HTML of a page whose links lead to what they name: within the page if it holds it, else to the ledger if
/// it is one of its records, else to the story.
pub(super) fn placed(html: &str) -> String {
    let ids = ids(html);
    each_link(html, |href| {
        let named = href.strip_prefix("./").unwrap_or(href).strip_prefix('#');
        let place = match named {
            Some(id) if href == NOWHERE || ids.contains(id) => format!("#{id}"),
            Some(id) if RECORDED.iter().any(|it| id.starts_with(it)) => format!("{LEDGER}#{id}"),
            Some(id) => format!("./#{id}"),
            None => href.to_owned(),
        };
        format!("{HREF}{place}\"")
    })
}

/// The ids of all elements in a piece of HTML.
pub(super) fn ids(html: &str) -> BTreeSet<&str> {
    html.split(" id=\"").skip(1).filter_map(|it| Some(it.split_once('"')?.0)).collect()
}

/// HTML with another attribute in the place of each `href`, made from its value.
pub(super) fn each_link(html: &str, attribute: impl Fn(&str) -> String) -> String {
    let mut parts = html.split(HREF);
    let mut changed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (href, rest) = part.split_once('"').unwrap_or((part, ""));
        changed += &attribute(href);
        changed += rest;
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::placed;

    #[test]
    fn a_link_leads_to_the_page_that_holds_what_it_names() {
        for (href, place) in [
            ("#here", "#here"),
            ("./#here", "#here"),
            ("#_", "#_"),
            ("#claim-here", "#claim-here"),
            ("#claim-x", "records.html#claim-x"),
            ("./#claim-x", "records.html#claim-x"),
            ("#term-x", "records.html#term-x"),
            ("#actor-x", "./#actor-x"),
            ("./#release-x", "./#release-x"),
            ("./", "./"),
            ("records.html#claim-here", "records.html#claim-here"),
            ("https://a.example/#claim-x", "https://a.example/#claim-x"),
        ] {
            let page = |href| {
                format!("<i id=\"here\"></i><i id=\"claim-here\"></i><a href=\"{href}\">1</a>")
            };
            assert_eq!(placed(&page(href)), page(place));
        }
    }
}
