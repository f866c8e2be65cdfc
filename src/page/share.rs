//! Where shared links lead: a page for each step and each actor, for the places that show a picture beside
//! a link and read its page for that. Whoever opens the link is led on to the story.

use leptos::prelude::*;

use super::frames::{self, Piece};
use super::{Page, Scripts, head};
use crate::data::RECORDS;

/// From such a page to the folder of the explainer.
const ROOT: &str = "../";

/// The page of every step and every actor.
pub(super) fn pages(url: Option<&str>) -> Vec<Page> {
    let pieces = frames::pieces();
    pieces.iter().filter_map(|it| Some(page(it, &it.in_full()?, url))).collect()
}

fn page(piece: &Piece, there: &str, url: Option<&str>) -> Page {
    let there = format!("{ROOT}{there}");
    let path = format!("share/{}.html", piece.name);
    // Without scripts one is led on as well; with them, the query comes along.
    let on =
        format!("\n<noscript><meta http-equiv=\"refresh\" content=\"0;url={there}\"></noscript>");
    let body = Owner::new().with(|| {
        view! { <main id="main"><h1><a href=there>{piece.title.clone()}</a></h1></main> }.to_html()
    });
    Page {
        head: head::of_shared(piece, &path, url) + &on,
        path,
        language: RECORDS.story.language,
        style: String::new(),
        body,
        scripts: Scripts::Share,
    }
}
