//! Pieces of the explainer for other pages to embed: each figure, all of them, and cards of one actor or
//! one step of the story. Another root around the same parts, each at its own path below `embed/`.

mod cards;
mod links;
mod look;
mod oembed;
pub(super) mod social;
mod still;

use std::collections::BTreeSet;

use explainer_model::story::Heading;
use leptos::prelude::*;

pub(super) use look::themes;
pub use oembed::oembed;
pub use social::cards;
pub use still::stills;

use super::audit::AUDIT;
use super::builder::BUILDER;
use super::{
    Page, Scripts, chronology, dossiers, figures, guide, head, html_of, places, prose, said,
    sheets, summary, take_away,
};
use crate::data::{FACTS, RECORDS};

/// From a piece to the folder of the explainer.
const ROOT: &str = "../../";

/// Something that can be embedded by itself.
#[derive(Debug)]
pub struct Piece {
    /// The last part of its path, and its name in messages to hosts: `releases`, `actor-<id>`, …
    pub name: String,
    /// What it is, for the title of the frame.
    pub title: String,
    /// One or two sentences for search engines and previews.
    pub description: String,
    /// How high it is, compact and in a column of 600 px, in CSS px, as measured: for hosts that listen to
    /// no message.
    pub height: u16,
    shape: Shape,
}

/// What a piece is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Whole,
    Releases,
    Held,
    Map,
    Actor(u16),
    Release(usize),
    Measure(usize),
    Section(usize),
    Step(usize),
}

impl Piece {
    /// Whether the wasm takes it over. Cards are static.
    fn is_interactive(&self) -> bool {
        matches!(self.shape, Shape::Whole | Shape::Releases | Shape::Held | Shape::Map)
    }

    /// The file of its picture, and what is to be seen there in words; `None` for what is no figure.
    pub(super) fn still(&self) -> Option<(String, String)> {
        let words = match self.shape {
            Shape::Releases => summary::releases(),
            Shape::Held => summary::held(),
            Shape::Map => summary::map(),
            _ => return None,
        };
        Some((format!("{}still.svg", self.path()), words))
    }

    /// Where the full page shows the same, from the folder of the explainer; `None` if that has no address.
    pub(super) fn in_full(&self) -> Option<String> {
        match self.shape {
            Shape::Step(idx) => Some(guide::address(&RECORDS.story.steps[idx])),
            Shape::Actor(idx) => Some(format!("?actor={}#map", FACTS.actors[usize::from(idx)].id)),
            _ => None,
        }
    }

    /// Its folder, relative to the one of the explainer.
    pub fn path(&self) -> String {
        format!("embed/{}/", self.name)
    }
}

/// Every piece, in the order in which it is offered.
pub fn pieces() -> Vec<Piece> {
    let story = &RECORDS.story;
    let figure = |name: &str, heading: &Heading, height, shape| Piece {
        name: name.to_owned(),
        title: heading.title.to_owned(),
        description: head::plain(heading.lead),
        height,
        shape,
    };
    let headings = &story.headings;
    let mut pieces = vec![Piece {
        name: "story".to_owned(),
        title: story.headline.to_owned(),
        description: head::plain(story.standfirst),
        height: 3650,
        shape: Shape::Whole,
    }];
    pieces.push(figure("releases", &headings.releases, 980, Shape::Releases));
    if !FACTS.held.is_empty() {
        pieces.push(figure("held", &headings.held, 955, Shape::Held));
    }
    pieces.push(figure("map", &headings.map, 1085, Shape::Map));
    pieces.extend(cards::actors());
    pieces.extend(cards::steps());
    pieces.extend(cards::sections());
    pieces.extend(cards::releases());
    pieces.extend(cards::measures());
    pieces
}

/// The page of a piece.
pub(super) fn page(piece: &Piece, url: Option<&str>) -> Page {
    let body = Owner::new().with(|| body(piece));
    Page {
        path: format!("{}index.html", piece.path()),
        language: RECORDS.story.language,
        head: head::of_piece(piece, url),
        style: look::style(),
        body: links::framed(&places::placed(&body), ROOT),
        scripts: Scripts::Frame {
            piece: piece.name.clone(),
            is_interactive: piece.is_interactive(),
        },
    }
}

fn body(piece: &Piece) -> String {
    let shown = match piece.shape {
        Shape::Whole => whole(),
        Shape::Releases => view! { {figures::releases()} {chronology::releases()} }.into_any(),
        Shape::Held => figures::held(),
        Shape::Map => view! { {figures::actors()} {dossiers::dossiers()} }.into_any(),
        Shape::Actor(idx) => cards::actor(idx),
        Shape::Release(idx) => cards::release(idx),
        Shape::Measure(idx) => cards::measure(idx),
        Shape::Section(idx) => prose::section(&RECORDS.story.sections[idx]),
        Shape::Step(idx) => guide::card(&RECORDS.story.steps[idx], ROOT),
    };
    let shown = html_of(view! { <main id="main">{shown}</main> });
    // Who comes to the page by a screen reader is told of what it is a piece.
    let shown = match shown.contains("<h1") {
        true => shown,
        false => {
            let headline = view! { <h1 class="summary">{RECORDS.story.headline}</h1> };
            shown.replacen(
                "<main id=\"main\">",
                &("<main id=\"main\">".to_owned() + &html_of(headline)),
                1,
            )
        }
    };
    let shown = if piece.is_interactive() { figures::with_islands(shown) } else { shown };
    let [claims, terms, said] = ["claim", "term", said::KIND].map(|it| named_in(&shown, it));
    let after = view! { {foot(piece)} {sheets::of(&claims, &terms, &said)} {figures::hatch()} };
    shown + &html_of(after)
}

/// All figures, without the running text between them.
fn whole() -> AnyView {
    view! {
        {super::masthead(&RECORDS)}
        {super::key_figures(&RECORDS)}
        {figures::releases()}
        {chronology::releases()}
        {figures::held()}
        {figures::actors()}
        {dossiers::dossiers()}
    }
    .into_any()
}

/// Where the piece belongs to, its data as files, how to embed it, and how old the data are, if no figure says it.
fn foot(piece: &Piece) -> AnyView {
    let whole = match piece.shape {
        Shape::Whole => "The full story".to_owned(),
        _ => RECORDS.story.headline.to_owned(),
    };
    let there = format!("./{}", piece.in_full().unwrap_or_default());
    let licence = (!piece.is_interactive())
        .then(|| view! { <span class="licence">{take_away::licence()}</span> });
    view! {
        <footer class="sources foot">
            <span class="doors">
                <a href=there class="full">{whole}</a> " · "
                <a href=format!("{AUDIT}#files")>"Get the data"</a> " · " <a href=BUILDER>"Embed"</a>
            </span>
            {licence}
        </footer>
    }
    .into_any()
}

/// The records of a kind to which a piece of HTML has links.
fn named_in<'a>(html: &'a str, kind: &str) -> BTreeSet<&'a str> {
    let start = format!("#{kind}-");
    let links = html.split("href=\"").skip(1).filter_map(|it| Some(it.split_once('"')?.0));
    links.filter_map(|it| it.strip_prefix(&*start)).collect()
}
