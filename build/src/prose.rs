//! Prose with links, `[words](kind:id)`, and the rule that every number in it opens a claim.

use explainer_model::Count;
use explainer_model::count::{Kind, grouped};
use explainer_model::date::MONTHS;
use explainer_model::story::Target;

use crate::number_words;
use crate::problem::{At, Problems};

/// A run of prose.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    Text(&'a str),
    Link { target: Target, id: &'a str, words: &'a str },
}

const TARGETS: [(&str, Target); 5] = [
    ("claim", Target::Claim),
    ("actor", Target::Actor),
    ("release", Target::Release),
    ("measure", Target::Measure),
    ("term", Target::Term),
];

/// How a link begins and is gone on with; no plain words have one of these in them.
const PIECES_OF_LINKS: [&str; 6] = ["](", "(claim:", "(actor:", "(release:", "(measure:", "(term:"];

/// Whether a text has a link in it, or the half of one.
pub(crate) fn has_link(text: &str) -> bool {
    PIECES_OF_LINKS.iter().any(|it| text.contains(it))
}

/// How many characters of a text readers see.
pub(crate) fn n_shown(text: &str) -> usize {
    let (mut rest, mut n) = (text, 0);
    while let Some((before, words, _, after)) = next_link(rest) {
        n += before.chars().count() + words.chars().count();
        rest = after;
    }
    n + rest.chars().count()
}

/// The pieces of a text; a link that cannot be read is noted and kept as plain text.
pub(crate) fn parse<'a>(text: &'a At<String>, problems: &Problems) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = text.value.as_str();
    while let Some((before, words, target, after)) = next_link(rest) {
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        if target.contains([' ', '[']) {
            problems.add(
                &text.place,
                format!("the link `[{words}](` has no end"),
                "close it behind the id: [words](claim:id)",
            );
            return pieces;
        }
        if words.trim().is_empty() {
            problems.add(
                &text.place,
                format!("the link to `{target}` has no words"),
                "write what readers shall see between the brackets",
            );
        }
        let (kind, id) = target.split_once(':').unwrap_or((target, ""));
        match TARGETS.iter().find(|(name, _)| *name == kind) {
            Some(&(_, target)) => pieces.push(Piece::Link { target, id, words }),
            None => {
                problems.add(
                    &text.place,
                    format!("the link `[{words}]({target})` leads nowhere"),
                    "write (claim:id), (actor:id), (release:id), (measure:id) or (term:id)",
                );
                pieces.push(Piece::Text(words));
            }
        }
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    let plain = |it: &Piece<'a>| match *it {
        Piece::Text(words) => words,
        Piece::Link { .. } => "",
    };
    if pieces.iter().any(|it| has_link(plain(it))) {
        problems.add(&text.place, "a link is not complete", "write [words](claim:id)");
    }
    if let Some(mark) = pieces.iter().find_map(|it| mark_of_others(plain(it))) {
        problems.add(
            &text.place,
            format!("readers would see `{mark}` as it stands"),
            "take it out: there are links, and no other marks",
        );
    }
    pieces
}

/// Marks of Markdown and HTML, which mean nothing here.
fn mark_of_others(text: &str) -> Option<&str> {
    let opened = text.match_indices('<').map(|(at, _)| &text[at..]);
    let is_name = |it: char| it.is_ascii_alphabetic() || it == '/';
    let mut tags = opened.filter(|it| it[1..].starts_with(is_name));
    let tag = tags.next().and_then(|it| it.split_inclusive('>').next());
    tag.or_else(|| ["**", "__", "`"].into_iter().find(|it| text.contains(it)))
}

/// Text before the next link, its words, its target, and the text after it. The bracket that opens it
/// is the last one before its end; others are plain words, as in "[sic]".
fn next_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = text.find("](")?;
    let open = text[..middle].rfind('[')?;
    let close = middle + text[middle..].find(')')?;
    Some((&text[..open], &text[open + 1..middle], &text[middle + 2..close], &text[close + 1..]))
}

/// The first number in plain words that is neither a year nor the day of a date.
pub(crate) fn unclaimed_number(text: &str) -> Option<&str> {
    unclaimed(text).next().map(|(number, _)| number)
}

/// Numbers that are neither a year nor the day of a date, each with the text after it.
fn unclaimed(text: &str) -> impl Iterator<Item = (&str, &str)> {
    numbers(text).filter(|(number, after)| !is_year(number, after) && !is_day(number, after))
}

/// Every number with the text after it.
fn numbers(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let from_number = &rest[rest.find(|c: char| c.is_ascii_digit())?..];
        let len = from_number.find(|c: char| !is_numeric(c)).unwrap_or(from_number.len());
        let number = from_number[..len].trim_end_matches(['.', ',']);
        rest = &from_number[number.len()..];
        Some((number, rest))
    })
}

fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || c == ',' || c == '.'
}

fn is_year(number: &str, after: &str) -> bool {
    let year = number.len() == 4 && number.parse().is_ok_and(|it: u32| (1900..2100).contains(&it));
    year && !after.starts_with('%')
}

/// A day stands before its month, alone or as the first of a span: "13 December", "12–13 December".
fn is_day(number: &str, after: &str) -> bool {
    let day = number.parse().is_ok_and(|it: u32| (1..=31).contains(&it));
    let span = after.trim_start_matches(|c: char| c == '–' || c.is_ascii_digit());
    day && span.strip_prefix(' ').is_some_and(|it| MONTHS.iter().any(|month| it.starts_with(month)))
}

/// What is wrong with the words that open a claim, if anything: another number, or another bound.
pub(crate) fn contradiction(words: &str, value: Count) -> Option<String> {
    let mut said = unclaimed(words);
    if let Some((digits, after)) = said.next().or_else(|| numbers(words).next()) {
        let millions = after.trim_start().starts_with("million");
        let stated = if millions { in_millions(digits) } else { in_ones(digits) };
        if stated != Some(value.stated()) {
            return Some(format!("the words say {digits}"));
        }
    } else {
        let stated = number_words::read(words)?;
        if stated != value.stated() {
            return Some(format!("the words say {}", grouped(stated)));
        }
    }
    let bound = value.kind();
    let lower_case = words.to_lowercase();
    let has = |it: Kind| lower_case.contains(it.name());
    if bound != Kind::Exactly && !has(bound) {
        return Some(format!("the words leave out \"{}\"", bound.name()));
    }
    let others = [Kind::AtLeast, Kind::MoreThan, Kind::About, Kind::Between];
    if let Some(other) = others.into_iter().find(|&it| it != bound && has(it)) {
        return Some(format!("the words add \"{}\"", other.name()));
    }
    match (said.next(), value.high().filter(|_| bound == Kind::Between)) {
        (Some((second, _)), high) if high.is_none() || in_ones(second) != high => {
            Some(format!("the words say {second} as well"))
        }
        (None, Some(high)) => Some(format!("the words leave out {}", grouped(high))),
        _ => None,
    }
}

fn in_ones(digits: &str) -> Option<u32> {
    digits.replace(',', "").parse().ok()
}

/// "9.5" as 9,500,000.
fn in_millions(digits: &str) -> Option<u32> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = format!("{part:0<6}");
    let whole: u32 = whole.parse().ok()?;
    whole.checked_mul(1_000_000)?.checked_add(part.get(..6)?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Place;

    fn at(text: &str) -> At<String> {
        At { value: text.to_owned(), place: Place { file: "story.toml".to_owned(), line: 3 } }
    }

    #[test]
    fn links_are_cut_out_of_the_text() {
        let text = at("One [more than 430](claim:c) two [she](actor:a).");
        let pieces = parse(&text, &Problems::default());
        assert_eq!(
            pieces,
            [
                Piece::Text("One "),
                Piece::Link { target: Target::Claim, id: "c", words: "more than 430" },
                Piece::Text(" two "),
                Piece::Link { target: Target::Actor, id: "a", words: "she" },
                Piece::Text("."),
            ]
        );
    }

    #[test]
    fn years_and_days_need_no_claim() {
        for text in
            ["On 17 August 2031.", "12–13 December", "since 1994", "July 2024, then", "nothing"]
        {
            assert_eq!(unclaimed_number(text), None, "{text}");
        }
        for (text, number) in [
            ("some 430 people", "430"),
            ("1,140 held", "1,140"),
            ("in 2025, 52 left", "52"),
            ("13 people", "13"),
            ("over 9.5", "9.5"),
        ] {
            assert_eq!(unclaimed_number(text), Some(number), "{text}");
        }
    }

    #[test]
    fn words_must_say_what_the_claim_says() {
        let more = Count::more_than(430);
        assert_eq!(contradiction("more than 430", more), None);
        assert_eq!(
            contradiction("430", more).as_deref(),
            Some("the words leave out \"more than\"")
        );
        assert_eq!(contradiction("more than 431", more).as_deref(), Some("the words say 431"));
        assert_eq!(contradiction("about 9.5 million", Count::about(9_500_000)), None);
        assert_eq!(contradiction("1,140", Count::exactly(1140)), None);
        assert_eq!(contradiction("the laureate", more), None);
        assert_eq!(contradiction("more than four hundred and thirty", more), None);
        assert_eq!(contradiction("thirty-one people", more).as_deref(), Some("the words say 31"));
        assert_eq!(contradiction("More than 430", more), None);
        assert_eq!(contradiction("on 3 May more than 430", more), None);
        assert_eq!(
            contradiction("more than 430 of 500", more).as_deref(),
            Some("the words say 500 as well")
        );
    }

    #[test]
    fn words_must_not_add_a_bound() {
        assert_eq!(
            contradiction("at least 52", Count::exactly(52)).as_deref(),
            Some("the words add \"at least\"")
        );
    }

    #[test]
    fn both_ends_of_a_span_are_read() {
        let span = Count::between(1000, 1200);
        for (words, wrong) in [
            ("between 1,000 and 1,200", None),
            ("between 1,000 and 1,300", Some("the words say 1,300 as well")),
            ("between 1,000 and some more", Some("the words leave out 1,200")),
        ] {
            assert_eq!(contradiction(words, span).as_deref(), wrong, "{words}");
        }
    }

    #[test]
    fn other_brackets_are_plain_words() {
        let text = at("He said so [sic] to [her](actor:a).");
        let pieces = parse(&text, &Problems::default());
        assert_eq!(pieces[0], Piece::Text("He said so [sic] to "));
        assert_eq!(pieces[1], Piece::Link { target: Target::Actor, id: "a", words: "her" });
    }
}
