//! A figure as a picture, for systems that take no frame. The drawing is the one of the page; its colours
//! come with it as style sheets, so it follows the theme of whoever sees it.

use super::super::{drawn, take_away};
use super::{Piece, body};
use crate::chart::poster::{self, Look, Poster};
use crate::data::RECORDS;
use crate::page::download::Download;

/// A picture in which nothing is pointed at has no line through the chosen day. Words in a wide font may go into the margin.
const STYLE: &str =
    "<style>.rule { display: none; } .maps, .maps > svg { overflow: visible; }</style>";

/// The pictures of all figures.
pub fn stills() -> Vec<Download> {
    super::pieces().iter().filter_map(still).collect()
}

fn still(piece: &Piece) -> Option<Download> {
    let (name, _) = piece.still()?;
    let html = leptos::prelude::Owner::new().with(|| body(piece));
    let (_, wide) = html.split_once("class=\"drawn wide\"")?;
    let wide = wide.split("class=\"readout").next()?;
    let drawings: Vec<String> =
        all(wide, "<svg", "</svg>").map(|it| format!("{it}</svg>")).collect();
    let (_, view_box) = drawings.first()?.split_once("viewBox=\"0 0 ")?;
    let mut size = view_box.split('"').next()?.split(' ').map(|it| it.parse().ok());
    let (width, height) = (size.next()??, size.next()??);
    let frame = format!("<svg width=\"{width}\" height=\"{height}\" class=\"maps\">");
    let legend = html.split_once("class=\"legend\"").map_or("", |it| it.1);
    let legend = legend.split_once("</ul>").map_or("", |it| it.0);
    // As it is drawn, the sum has nothing that stands outside it, and the map shows all times.
    let is_drawn = |it: &&str| !it.contains("of-apart") && !it.contains("of-time");
    let legend = all(legend, "<li", "</li>").filter(is_drawn);
    let legend = legend.filter_map(|it| {
        let (sign, words) = it.get(it.find("<svg")?..)?.split_once("</svg>")?;
        Some((format!("{sign}</svg>"), words.trim_start_matches("</span>").to_owned()))
    });
    let variable = |name: &str| format!("var(--{name})");
    let (svg, _, _) = poster::draw(&Poster {
        title: piece.title.clone(),
        leads: vec![piece.description.clone()],
        // The map's rules are those of what stands in an element of the class.
        drawings: vec![format!("{frame}{}</svg>", drawings.concat())],
        size: (width, height),
        legend: legend.collect(),
        notes: vec![take_away::credit(&piece.name), format!("“{}”.", RECORDS.story.headline)],
        definitions: drawn::definitions() + STYLE,
        look: Look {
            paper: variable("paper"),
            ink: variable("ink"),
            soft: variable("soft"),
            serif: variable("serif"),
            sans: variable("sans"),
        },
    });
    Some(Download { name, content: svg })
}

/// Each part of a text from `start` to the next `end`, without that.
fn all<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(start).filter_map(move |(idx, _)| {
        let part = &text[idx..];
        Some(&part[..part.find(end)?])
    })
}
