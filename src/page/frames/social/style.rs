//! The look of the page as style sheets that programs understand which know no variables: colours and
//! typefaces are written out, those of the light theme.

use std::fmt::Write;

const TOKENS: &str = include_str!("../../../../style/tokens.css");
/// Style sheets that have the rules of drawings, one on each line.
const DRAWINGS: [&str; 2] =
    [include_str!("../../../../style/chart.css"), include_str!("../../../../style/map.css")];
const GROUPS: &str = include_str!("../../../../style/figure.css");

/// Of the two faces that lie in `xtask/fonts/`, as the style sheets would name them.
pub(super) const SERIF: &str = "Gelasio";
pub(super) const SANS: &str = "Noto Sans";

/// What a card leaves out: what it has no room to explain, and what is there for pointers. Of the two
/// countings it shows the first, as the page does where a reader asks for that one. Lines end well before the words that lie on
/// them, as a card is mostly seen small.
const OF_CARDS: &str = "
.maps text { stroke-width: 8.5px; }
.t-key-disc, .t-key-number, .chart-svg .t-total, .chart-svg .t-lower, .node .hit { display: none; }
.nameless text { display: none; }
.node.focus .hit { display: inline; }
";

/// A colour of the page by its name.
pub(super) fn colour(name: &str) -> &'static str {
    variables().find(|it| it.0 == name).map_or("#000", |it| it.1)
}

/// The rules of all drawings.
pub(super) fn sheet() -> String {
    let rules = DRAWINGS.iter().flat_map(|it| rules(it));
    let mut sheet: String = rules.map(|it| written_out(it) + "\n").collect();
    for group in GROUPS.lines().filter(|it| it.starts_with(".group-")) {
        // Here the class itself has the colour that it hands to its marks in the page.
        sheet += &(written_out(&group.replace("--group:", "fill:")) + "\n");
    }
    sheet + &format!(".chart-svg .t-unknown {{ fill: {}; }}", colour("area")) + OF_CARDS
}

/// Names and values of all variables, those of the light theme first.
fn variables() -> impl Iterator<Item = (&'static str, &'static str)> {
    let light = TOKENS.split("@media").next().unwrap_or_default();
    light.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": ")?;
        let value = match name {
            "serif" => SERIF,
            "sans" => SANS,
            _ => value.trim_end_matches(';'),
        };
        Some((name, value))
    })
}

/// The rules for what is drawn, without those for certain screens or for what a reader does.
fn rules(css: &'static str) -> impl Iterator<Item = &'static str> {
    let mut is_inside = false;
    css.lines().filter(move |line| {
        let begins = line.starts_with('@');
        is_inside = (is_inside || begins) && *line != "}";
        let selector = line.split('{').next().unwrap_or_default();
        let subject = [
            ".chart-svg ",
            ".overlay ",
            ".maps text",
            ".node",
            ".any",
            ".shape",
            ".edge",
            ".claims",
            "#hatch",
        ];
        !is_inside
            && line.ends_with('}')
            && subject.iter().any(|it| selector.starts_with(it))
            && !selector.contains([':', '>', '~', '['])
    })
}

fn written_out(rule: &str) -> String {
    let mut parts = rule.split("var(--");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(')').unwrap_or((part, ""));
        match variables().find(|it| it.0 == name) {
            // A name of two words needs its quotation marks.
            Some((_, value)) if value.contains(' ') => drop(write!(written, "'{value}'")),
            Some((_, value)) => written += value,
            None => written += "inherit",
        }
        written += rest;
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::token::Token;

    #[test]
    fn every_mark_has_its_colour_and_no_variable_is_left() {
        let sheet = sheet();
        assert!(!sheet.contains("var(") && !sheet.contains('@'), "{sheet}");
        assert!(sheet.lines().all(|it| it.matches('{').count() == it.matches('}').count()));
        for token in Token::ALL {
            assert!(sheet.contains(token.class()), "{}", token.class());
        }
        let light = format!(".chart-svg .t-grid {{ stroke: {}; }}", colour("hair"));
        assert!(sheet.contains(&light), "{sheet}");
        for group in ["group-0", "group-5"] {
            assert!(sheet.contains(&format!(".{group} {{ fill: {}; }}", colour(group))));
        }
        assert!(sheet.contains(&format!("font: 12px '{SANS}'")), "{sheet}");
    }
}
