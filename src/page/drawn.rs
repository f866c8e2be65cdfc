//! What a drawing needs that stands by itself, without the page: its styles and what it refers to.

use super::figures;

/// Style sheets that a drawing needs.
const STYLES: [&str; 4] = [
    include_str!("../../style/tokens.css"),
    include_str!("../../style/chart.css"),
    include_str!("../../style/map.css"),
    include_str!("../../style/star.css"),
];
/// What lies over a chart for pointers only.
const FOR_POINTERS: &str = ".hit { display: none; }";

/// Elements for the `defs` of an SVG document. Colours follow the theme of whoever sees it.
pub(super) fn definitions() -> String {
    let styles = format!("{}{}{FOR_POINTERS}", STYLES.concat(), groups());
    let lean: Vec<&str> = styles.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    format!("<style>{}</style>{}", lean.join("\n"), figures::HATCH)
}

/// Which colour each group of actors has.
fn groups() -> String {
    let figure = include_str!("../../style/figure.css").lines();
    figure.filter(|it| it.starts_with(".group-")).collect()
}
