//! What readers take away from a figure: a picture of it as it is shown, or how to cite it.

use explainer_model::facts::Facts;

use super::{Explorer, State};
use crate::browser::{self, Element};
use crate::chart::poster::{self, Look, Poster};

/// What lies over a chart for pointers only.
const FOR_POINTERS: &str = ".hit, .rule";

/// How long a button says that it has copied, in ms.
const TOLD_FOR: i32 = 3_000;

/// Answers the buttons of all figures: `data-save` with the kind of picture, `data-copy`, `data-share`.
pub fn offer(facts: &'static Facts, explorer: Explorer) {
    if browser::can_share() {
        for button in browser::all(&browser::page(), "[data-share]") {
            browser::set(&button, "hidden", None);
        }
    }
    browser::on_click("[data-save], [data-copy], [data-share]", move |button| {
        match button.get_attribute("data-save") {
            Some(kind) => save(button, &kind),
            None if button.has_attribute("data-share") => {
                browser::share(&card_of(facts, &explorer.now()));
            }
            None => copy(button),
        }
    });
}

/// The address to share: a step and an actor have a page of their own with what previews show, which leads
/// on to what is shown now.
fn card_of(facts: &Facts, state: &State) -> String {
    let address = browser::address().unwrap_or_default();
    let step = state.step.and_then(|it| facts.steps.get(usize::from(it)).copied());
    let actor = state.map.focus.and_then(|it| facts.actors.get(usize::from(it))).map(|it| it.id);
    let (kind, id) = match (step, actor) {
        (Some(id), _) => ("step", id),
        (None, Some(id)) => ("actor", id),
        (None, None) => return address,
    };
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let folder = path.rsplit_once('/').map_or(".", |it| it.0);
    let query = query.split('#').next().unwrap_or_default();
    format!("{folder}/share/{kind}-{id}.html?{query}")
}

fn save(button: &Element, kind: &str) {
    let Ok(Some(figure)) = button.closest("figure") else { return };
    let (svg, width, height) = poster::draw(&poster_of(&figure));
    let name = format!("{}.{kind}", figure.id());
    match kind {
        "png" => browser::save_png(&svg, (width, height), name),
        _ => browser::save_svg(&svg, &name),
    }
}

fn copy(button: &Element) {
    let Some(words) = button.previous_element_sibling() else { return };
    // A link from a figure leads to that figure, with the wasm or without.
    let figure = button.closest("figure").ok().flatten();
    let place = figure.map(|it| format!("#{}", it.id()));
    words.set_text_content(Some(&with_address(words.text_content(), place)));
    if browser::copy(&words) {
        // Seen by the eye, and told by screen readers since the button is a live region.
        let (before, told) = (button.text_content(), button.get_attribute("data-copy"));
        if before != told {
            button.set_text_content(told.as_deref());
            let button = button.clone();
            browser::after(TOLD_FOR, move || button.set_text_content(before.as_deref()));
        }
    }
}

/// Words that lead back here, if the page has an address. Not before they are taken away: an
/// address that came with the wasm would move what stands under it.
fn with_address(words: Option<String>, place: Option<String>) -> String {
    let (words, mut address) = (words.unwrap_or_default(), browser::address().unwrap_or_default());
    if let Some(place) = place.filter(|_| !address.is_empty()) {
        address = address.split('#').next().unwrap_or_default().to_owned() + &place;
    }
    // What was copied before may have shown something else.
    let words = match words.rsplit_once(' ') {
        Some((before, last)) if last.starts_with("http") => before,
        None if words.starts_with("http") => "",
        _ => &words,
    };
    format!("{words} {address}").trim().to_owned()
}

fn poster_of(figure: &Element) -> Poster {
    let text = |selector| browser::text_of(figure, selector);
    let svgs = browser::all(figure, ".drawn svg");
    let drawings: Vec<_> = svgs
        .iter()
        .filter_map(|it| browser::styled(it, FOR_POINTERS))
        .filter(|it| it.width > 0)
        .collect();
    let legend = browser::all(figure, ".legend li").into_iter().filter_map(|it| {
        let sign = it.query_selector("svg").ok().flatten();
        let sign = sign.and_then(|it| browser::styled(&it, ""));
        Some((sign.map_or_else(String::new, |it| it.svg), browser::seen_text(&it)?))
    });
    let key = browser::all(figure, ".chart-key li");
    let key =
        (1..).zip(&key).filter_map(|(n, it)| Some(format!("{n} {}", browser::seen_text(it)?)));
    let definitions = browser::find(".defs").map_or_else(String::new, |it| {
        browser::all(&it, "pattern, marker")
            .iter()
            .filter_map(|it| browser::styled(it, ""))
            .map(|it| it.svg)
            .collect()
    });
    let leads = browser::all(figure, ".lead");
    let leads = leads.iter().filter_map(browser::seen_text).take(1);
    let variable = browser::variable;
    Poster {
        title: text("h1, h2"),
        leads: leads.chain([text(".view label:has(:checked)")]).collect(),
        size: drawings.iter().map(|it| (it.width, it.height)).max().unwrap_or_default(),
        drawings: drawings.into_iter().map(|it| it.svg).collect(),
        legend: legend.collect(),
        notes: key
            .chain([with_address(Some(text(".credit")), Some(format!("#{}", figure.id())))])
            .collect(),
        definitions,
        look: Look {
            paper: variable("--paper"),
            ink: variable("--ink"),
            soft: variable("--soft"),
            serif: variable("--serif"),
            sans: variable("--sans"),
        },
    }
}
