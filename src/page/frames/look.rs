//! How a piece looks in somebody else's page: closer together, and in the theme that is asked for.

/// Colours of every theme.
const TOKENS: &str = include_str!("../../../style/tokens.css");
const FRAME: &str = include_str!("../../../style/frame.css");

/// Style sheets that only frames need.
pub(super) fn style() -> String {
    themes() + FRAME
}

/// The theme that a reader or a host has chosen, whatever the device has.
pub(in crate::page) fn themes() -> String {
    let light = block(TOKENS, ":root {");
    let dark = TOKENS.split_once("dark)").map_or("", |it| block(it.1, ":root {"));
    format!(
        ":root[data-theme=\"light\"] {{{light}color-scheme: light;\n}}\n\
         :root[data-theme=\"dark\"] {{{dark}color-scheme: dark;\n}}\n"
    )
}

/// What stands between the braces of the first rule of that name.
fn block<'a>(css: &'a str, rule: &str) -> &'a str {
    let rest = css.split_once(rule).map_or("", |it| it.1);
    rest.split_once('}').map_or("", |it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_themes_name_every_colour() {
        let style = style();
        let (_, light) = style.split_once("\"light\"] {").unwrap_or_default();
        let (_, dark) = style.split_once("\"dark\"] {").unwrap_or_default();
        for colour in ["--paper", "--ink", "--freed", "--group-5"] {
            assert_eq!(
                light.split('}').next().map(|it| it.contains(colour)),
                Some(true),
                "{colour}"
            );
            assert_eq!(
                dark.split('}').next().map(|it| it.contains(colour)),
                Some(true),
                "{colour}"
            );
        }
        assert!(dark.starts_with("\n    --paper: #1"), "{dark}");
    }
}
