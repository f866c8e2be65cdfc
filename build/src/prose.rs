//! Prose with links, `[words](kind:id)`.

use explainer_model::story::Target;

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
    fn other_brackets_are_plain_words() {
        let text = at("He said so [sic] to [her](actor:a).");
        let pieces = parse(&text, &Problems::default());
        assert_eq!(pieces[0], Piece::Text("He said so [sic] to "));
        assert_eq!(pieces[1], Piece::Link { target: Target::Actor, id: "a", words: "her" });
    }
}
