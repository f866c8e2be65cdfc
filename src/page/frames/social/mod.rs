//! The picture that is shown beside a link to the story or to one of its pieces: a card for each piece, as
//! SVG. `cargo xtask dist` makes a PNG of each, as the places where people share links take nothing else.

mod drawn;
mod faces;
mod map;
mod sheet;
mod style;

use drawn::Marked;
use explainer_model::story::{FigureName, Step};
use sheet::{Drawn, Words};

use super::super::guide;
use super::{Piece, Shape};
use crate::data::{FACTS, MAP, RECORDS};
use crate::page::download::Download;

/// Size of a card in px, as the places where people share links have agreed on.
pub(in crate::page) const WIDTH: u32 = 1200;
/// See [`WIDTH`].
pub(in crate::page) const HEIGHT: u32 = 630;

/// Every card, as SVG, or which piece has words that are too long for one.
pub fn cards() -> Result<Vec<Download>, String> {
    let cards = super::pieces().into_iter().map(|it| {
        let content = card(&it).ok_or_else(|| format!("{}: its title is too long", it.name))?;
        Ok(Download { name: file(&it, "svg"), content })
    });
    cards.collect()
}

/// The file of a piece's card, relative to the folder of the explainer.
pub(in crate::page) fn file(piece: &Piece, extension: &str) -> String {
    format!("{}card.{extension}", piece.path())
}

/// The card in words.
pub(in crate::page) fn alt(piece: &Piece) -> String {
    let what = match piece.shape {
        Shape::Held => "A chart of those still held, by date.",
        Shape::Map => "The map of who is who.",
        Shape::Actor(_) => "A map of those it is joined with.",
        Shape::Release(_) => "A chart of all releases, added up, with this one marked.",
        Shape::Measure(idx) if !has_mark(idx) => "",
        Shape::Whole | Shape::Releases | Shape::Measure(_) => "A chart of the releases, added up.",
        Shape::Step(idx) => match RECORDS.story.steps[idx].figure {
            FigureName::Releases => "A chart of the releases, added up.",
            FigureName::Held => "A chart of those still held, by date.",
            FigureName::Map => "A map of those it is about.",
        },
        Shape::Section(_) => "",
    };
    format!("{}. {what}", piece.title).trim_end().to_owned()
}

/// A card with all its words, or without what it is if only that is too long: nothing is ever cut off.
fn card(piece: &Piece) -> Option<String> {
    let words = words(piece);
    let drawing = drawing(piece.shape);
    let with_line = sheet::set(&words, drawing.as_ref());
    with_line.or_else(|| sheet::set(&Words { line: String::new(), ..words }, drawing.as_ref()))
}

fn words(piece: &Piece) -> Words {
    let headline = RECORDS.story.headline;
    let date = format!("Data to {}", FACTS.as_of);
    let (credit, date) = match piece.shape {
        Shape::Whole => (date, String::new()),
        _ => (headline.to_owned(), date),
    };
    Words { credit, date, ..head(piece) }
}

fn drawing(shape: Shape) -> Option<Drawn> {
    match shape {
        Shape::Whole | Shape::Releases => drawn::releases(Marked::None),
        Shape::Held => drawn::held(),
        Shape::Map => map::map(None),
        Shape::Actor(idx) => map::map(Some(idx)),
        Shape::Release(idx) => drawn::releases(Marked::Release(idx)),
        Shape::Measure(idx) if !has_mark(idx) => None,
        Shape::Measure(idx) => drawn::releases(Marked::Measure(RECORDS.measures[idx].id)),
        Shape::Step(idx) => of_step(&RECORDS.story.steps[idx]),
        Shape::Section(_) => None,
    }
}

/// Whether the chart of releases shows a measure; one of earlier years it does not.
fn has_mark(measure: usize) -> bool {
    FACTS.measures.iter().any(|it| it.id == RECORDS.measures[measure].id)
}

/// The figure of a step, with what is chosen in it marked.
fn of_step(step: &Step) -> Option<Drawn> {
    let state = guide::state(step);
    match step.figure {
        FigureName::Releases => {
            let after = state.release.checked_sub(FACTS.releases.len());
            let measure = after.and_then(|it| FACTS.measures.get(it));
            drawn::releases(
                measure.map_or(Marked::Release(state.release), |it| Marked::Measure(it.id)),
            )
        }
        FigureName::Held => drawn::held(),
        FigureName::Map => map::map(state.map.focus),
    }
}

/// What stands over and under the title, and the title. What has a date has it over the title.
fn head(piece: &Piece) -> Words {
    let line = first_sentence(&piece.description);
    let words = Words {
        kicker: RECORDS.story.kicker.to_owned(),
        kicker_colour: "soft".to_owned(),
        title: piece.title.clone(),
        line: drawn::capital(line),
        ..Words::default()
    };
    match piece.shape {
        Shape::Actor(idx) => {
            let (actor, node) = (&FACTS.actors[usize::from(idx)], &MAP.nodes[usize::from(idx)]);
            let group = MAP.group_name(actor.group);
            Words {
                kicker: format!("{group} · {}", node.kind.name()),
                kicker_colour: format!("group-{}", actor.group),
                ..words
            }
        }
        Shape::Release(idx) => {
            let release = &FACTS.releases[idx];
            let title = FACTS.labels.count_of_people(release.people);
            Words { kicker: release.date.to_string(), title: drawn::capital(&title), ..words }
        }
        Shape::Measure(idx) => {
            let measure = &RECORDS.measures[idx];
            let (kicker, title) = (measure.date.to_string(), measure.by.to_owned());
            Words { kicker, title, ..words }
        }
        // Its lead asks readers to choose, which a picture cannot offer.
        Shape::Map => {
            let (n_actors, n_relations) = (FACTS.actors.len(), FACTS.relations.len());
            let line = format!("{n_actors} actors and {n_relations} relations between them.");
            Words { line, ..words }
        }
        _ => words,
    }
}

/// A text up to the end of its first sentence. The point of a short form ends none.
fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(". ").map(|(at, _)| at).find(|&at| {
        let word = text[..at].rsplit(' ').next().unwrap_or_default();
        let next = text[at + 2..].chars().next();
        word.chars().count() > 2 && !word.contains('.') && next.is_some_and(char::is_uppercase)
    });
    ends.map_or(text, |at| &text[..=at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_has_a_card_on_which_its_words_have_room() {
        for piece in super::super::pieces() {
            let (name, words) = (&piece.name, words(&piece));
            let svg = sheet::set(&words, drawing(piece.shape).as_ref());
            let Some(svg) = svg else { panic!("{name}: {words:?} has no room") };
            assert_eq!(Some(&svg), card(&piece).as_ref(), "{name}");
            assert!(!words.title.is_empty() && !words.line.is_empty(), "{name}");
            assert!(svg.contains(&format!("width=\"{WIDTH}\" height=\"{HEIGHT}\"")), "{name}");
            assert!(svg.contains(&FACTS.as_of.to_string()), "{name}");
            // Each word of them is there, whatever line it stands on.
            let all = [words.kicker, words.title, words.line, words.credit].join(" ");
            for word in all.split_whitespace() {
                assert!(svg.contains(&crate::page::head::escaped(word)), "{name}: {word}");
            }
        }
    }

    #[test]
    fn a_sentence_ends_where_another_begins() {
        for (text, first) in [
            ("One thing. Another.", "One thing."),
            ("No. 4 of the U.S. Senate. More", "No. 4 of the U.S. Senate."),
            ("one", "one"),
            ("It cost 4.5 of it, e.g. much", "It cost 4.5 of it, e.g. much"),
        ] {
            assert_eq!(first_sentence(text), first);
        }
    }
}
