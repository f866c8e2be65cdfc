//! The colours of the page stand out from what they lie on, in every theme, as WCAG 2 reckons.
#![cfg(feature = "ssr")]
// A test may stop at what cannot be read.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What words need.
const READABLE: f64 = 4.5;
/// What marks need.
const VISIBLE: f64 = 3.0;

/// What others lie on, and rules that only separate: these stand out from nothing.
const GROUNDS: [&str; 4] = ["--paper", "--tint", "--area", "--hair"];

/// Marks of the charts and of the map.
const MARKS: [&str; 11] = [
    "--ink",
    "--soft",
    "--freed",
    "--eased",
    "--imposed",
    "--group-0",
    "--group-1",
    "--group-2",
    "--group-3",
    "--group-4",
    "--group-5",
];

/// Those that also lie on the area under the sum: its line and dots, totals and rules, the axis, the
/// ring of what has the focus.
const ON_AREA: [&str; 4] = ["--freed", "--ink", "--soft", "--link"];

/// The variables of a theme.
type Theme = BTreeMap<String, String>;

fn style(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("style").join(name)).unwrap()
}

/// The variables in the first block after some words.
fn block(css: &str, after: &str) -> Theme {
    let (_, rest) = css.split_once(after).unwrap();
    let (_, rest) = rest.split_once(":root {").unwrap();
    let (block, _) = rest.split_once('}').unwrap();
    let variables = block.split(';').filter_map(|it| it.trim().split_once(':'));
    variables
        .filter(|(name, _)| name.starts_with("--"))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect()
}

/// The page in light, in the dark, and on paper. The later two change what the first sets.
fn themes() -> [(&'static str, Theme); 3] {
    let css = style("tokens.css");
    let light = block(&css, "");
    let over = |after| light.clone().into_iter().chain(block(&css, after)).collect();
    let (dark, print) = (over("(prefers-color-scheme: dark)"), over("@media print"));
    [("light", light), ("dark", dark), ("print", print)]
}

/// A colour of three or six hexadecimal digits.
fn channels(value: &str) -> Option<[f64; 3]> {
    let hex = value.strip_prefix('#')?;
    let long: String = match hex.len() {
        3 => hex.chars().flat_map(|it| [it, it]).collect(),
        _ => hex.to_owned(),
    };
    let channel = |at: usize| Some(f64::from(u8::from_str_radix(long.get(at..at + 2)?, 16).ok()?));
    (long.len() == 6).then_some([channel(0)?, channel(2)?, channel(4)?])
}

fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    let linear = |it: f64| {
        let it = it / 255.0;
        if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn colour(value: &str) -> [f64; 3] {
    channels(value).unwrap_or_else(|| panic!("no colour: {value}"))
}

fn ratio(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

fn contrast(one: &str, other: &str) -> f64 {
    ratio(colour(one), colour(other))
}

/// Marks of the charts that let through what they lie on: their rule, their colour, and how much of
/// it is seen.
fn see_through() -> Vec<(String, String, f64)> {
    let css = style("chart.css");
    let (css, _) = css.split_once("@media (forced-colors").unwrap();
    let rules = css.lines().filter_map(|it| it.split_once(" { "));
    let marks = rules.filter_map(|(selector, declarations)| {
        let (_, rest) = declarations.split_once("opacity: ")?;
        let seen: f64 = rest.split(';').next()?.parse().ok()?;
        let (_, rest) = declarations.split_once("var(")?;
        let (variable, _) = rest.split_once(')')?;
        Some((selector.to_owned(), variable.to_owned(), seen))
    });
    marks.collect()
}

/// The colours in which words are set, as the style sheets have it.
fn inks() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for name in ["base.css", "record.css", "figure.css", "chart.css", "map.css"] {
        let css = style(name);
        for rule in css.split('}') {
            let (selector, declarations) = rule.rsplit_once('{').unwrap_or_default();
            let of_words = ["text", "label", "note", "annotation", "number", "tick"];
            let of_words = of_words.iter().any(|it| selector.contains(it));
            for (property, value) in declarations.split(';').filter_map(|it| it.split_once(':')) {
                let is_ink = property.trim() == "color" || of_words && property.trim() == "fill";
                let Some(rest) = value.trim().strip_prefix("var(").filter(|_| is_ink) else {
                    continue;
                };
                let variable = rest.trim_end_matches(')');
                match variable {
                    // Whichever group it is.
                    "--group" => found.extend((0..6).map(|it| format!("--group-{it}"))),
                    // The number on a disc of ink.
                    "--paper" => assert!(selector.contains("t-key-number"), "{selector}"),
                    _ => drop(found.insert(variable.to_owned())),
                }
            }
        }
    }
    found
}

/// Checks pairs of a colour and what it lies on in every theme, and tells all that are too alike.
fn check<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)> + Clone, least: f64) {
    let mut weak = Vec::new();
    for (name, theme) in themes() {
        for (colour, ground) in pairs.clone() {
            let ratio = contrast(&theme[colour], &theme[ground]);
            if ratio < least {
                weak.push(format!("{name}: {colour} on {ground} has {ratio:.2}, not {least}"));
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}

#[test]
fn contrast_is_reckoned_as_wcag_has_it() {
    assert_eq!(contrast("#000", "#ffffff"), 21.0);
    assert_eq!(contrast("#fff", "#fff"), 1.0);
    // The lightest grey that may carry words on white.
    assert_eq!((contrast("#767676", "#fff") * 100.0) as u32, 454);
}

#[test]
fn words_can_be_read_on_the_page_and_on_a_tint() {
    let inks = inks();
    for expected in ["--ink", "--soft", "--link", "--freed"] {
        assert!(inks.contains(expected), "{inks:?}");
    }
    let on = |ground: &'static str| inks.iter().map(move |it| (it.as_str(), ground));
    check(on("--paper").chain(on("--tint")), READABLE);
    check([("--paper", "--ink")].into_iter(), READABLE);
}

#[test]
fn marks_can_be_seen_on_the_page_and_on_the_area() {
    let on_page = MARKS.into_iter().map(|it| (it, "--paper"));
    check(on_page.chain(ON_AREA.into_iter().map(|it| (it, "--area"))), VISIBLE);
}

#[test]
fn marks_that_are_see_through_can_be_seen_as_well() {
    let marks = see_through();
    assert!(marks.len() > 2, "{marks:?}");
    for (name, theme) in themes() {
        for (selector, variable, seen) in &marks {
            let (ink, paper) = (colour(&theme[variable]), colour(&theme["--paper"]));
            let mixed = [0, 1, 2].map(|it| ink[it] * seen + paper[it] * (1.0 - seen));
            let ratio = ratio(mixed, paper);
            assert!(ratio >= VISIBLE, "{name}: {selector} has {ratio:.2} on the page");
        }
    }
}

#[test]
fn every_colour_is_defined_in_light_and_in_the_dark() {
    let css = style("tokens.css");
    let names = |after| -> BTreeSet<String> {
        let colours = block(&css, after).into_iter().filter(|it| it.1.starts_with('#'));
        colours.map(|it| it.0).collect()
    };
    let light = names("");
    assert_eq!(light, names("(prefers-color-scheme: dark)"));
    // A colour that no list here has would be checked by no test.
    let inks = inks();
    let is_listed = |it: &&String| {
        GROUNDS.contains(&it.as_str()) || MARKS.contains(&it.as_str()) || inks.contains(*it)
    };
    let missing: Vec<_> = light.iter().filter(|it| !is_listed(it)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
