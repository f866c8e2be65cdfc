//! Links in a frame. Those within the piece stay; all others open beside the host's page, not in the
//! frame, where other sites would refuse to be shown.

use super::super::places::{each_link, ids};

/// HTML of a piece with its links as a frame needs them. What the piece does not hold is found beside the
/// full page, which stands at `root`.
pub(super) fn framed(html: &str, root: &str) -> String {
    let ids = ids(html);
    each_link(html, |href| {
        if href.strip_prefix('#').is_some_and(|id| id == "_" || ids.contains(id)) {
            return format!("href=\"{href}\"");
        }
        let base = if href.contains("://") { "" } else { root };
        let href = href.strip_prefix("./").unwrap_or(href);
        format!("href=\"{base}{href}\" target=\"_blank\" rel=\"noopener\"")
    })
}

#[cfg(test)]
mod tests {
    use super::framed;

    #[test]
    fn what_the_piece_holds_stays_in_the_frame() {
        let html = r##"<a href="#a">1</a><i id="a"></i><a href="#_">2</a>"##;
        assert_eq!(framed(html, "../"), html);
    }

    #[test]
    fn all_else_opens_beside_it() {
        let html = r##"<a href="#b">1</a><a href="./">2</a><a href="s.html">3</a><a href="https://a.example/?x#b">4</a>"##;
        let beside = r#"" target="_blank" rel="noopener">"#;
        assert_eq!(
            framed(html, "../../"),
            format!(
                "<a href=\"../../#b{beside}1</a><a href=\"../../{beside}2</a>\
                 <a href=\"../../s.html{beside}3</a><a href=\"https://a.example/?x#b{beside}4</a>"
            )
        );
    }
}
