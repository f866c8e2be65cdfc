//! The controls around the map: find, filter, go back in time, connect two, move.

use explainer_model::facts::Facts;
use explainer_model::fold::fold;
use leptos::ev::KeyboardEvent;

use super::super::releases::choice;
use super::super::{Explorer, State};
use super::moves::Moves;
use super::{actor_at, focus, node_of, say};
use crate::browser::{self, Element};

/// The figure, by selector.
const FIGURE: &str = "#map";
/// The controls, by selector.
const TOOLS: &str = "#map .tools";

/// Letters of a question; one says nothing yet.
const MIN_TYPED: usize = 2;

/// Joins the controls of the page to the map's selection.
pub(super) fn join(facts: &'static Facts, explorer: Explorer, moves: Moves) {
    let Some(tools) = browser::find(TOOLS) else { return };
    browser::unpack(&tools);
    offer_actors(facts, &tools);
    let form = tools.clone();
    browser::on(&tools, "input", move |event| {
        if browser::closest(event, "#find").is_some() {
            find(&form);
        } else {
            read(facts, &form, browser::closest(event, "[name=release]").is_some(), explorer);
        }
    });
    let form = tools.clone();
    browser::on_key_in(&tools, move |event| answer_key(&form, event));
    let form = tools.clone();
    browser::on(&tools, "click", move |event| {
        let button = browser::closest(event, "[data-zoom]");
        if let Some(zoom) = button.and_then(|it| it.get_attribute("data-zoom")) {
            moves.press(&zoom, explorer.now().map.focus);
            return;
        }
        let link = browser::closest(event, ".found a");
        if let Some(actor) = link.and_then(|it| actor_at(facts, &it)) {
            event.prevent_default();
            set_value(&form, "#find", "");
            find(&form);
            focus(explorer, Some(actor));
            if let Some(node) = node_of(actor) {
                // Whom a filter left out is in the map again only once it has answered; the keyboard goes now.
                browser::toggle(&node, "hidden", false);
                browser::focus(&node);
            }
        }
    });
}

/// Enter in the field takes the first that was found, Escape none.
fn answer_key(tools: &Element, event: &KeyboardEvent) {
    if browser::closest(event, "#find").is_none() {
        return;
    }
    match event.key().as_str() {
        "Enter" => browser::click(".found a"),
        "Escape" => set_value(tools, "#find", ""),
        _ => return,
    }
    event.prevent_default();
    find(tools);
}

/// Lets the controls say what is chosen, however it was.
pub(super) fn show(facts: &'static Facts, before: &State, now: &State) {
    let Some(tools) = browser::find(TOOLS) else { return };
    if before.map != now.map || before.as_of != now.as_of || before.is_live != now.is_live {
        show_selection(&tools, now);
    }
    if now.as_of && !before.as_of {
        // Which day the map shows, the slider says.
        tools
            .query_selector("details")
            .iter()
            .flatten()
            .for_each(|it| browser::set(it, "open", Some("")));
    }
    // While a pointer sweeps the chart, this alone changes.
    let is_other = before.release != now.release || before.is_live != now.is_live;
    if let Some(it) = choice(facts, now.release).filter(|_| is_other) {
        // The slider stops at releases. At a measure it stands where the last one before is.
        let day = now.day(facts);
        let last = facts.releases.iter().rposition(|it| Some(it.date) <= day);
        let stop = now.release.min(last.unwrap_or_default());
        set_value(&tools, "[name=release]", &stop.to_string());
        let record = format!("#{}{}", it.kind, it.id);
        let date = browser::find(&record).map(|it| browser::text_of(&it, ".record-date"));
        if let Ok(Some(output)) = tools.query_selector("output") {
            output.set_text_content(date.as_deref());
            // What a screen reader says in place of the number.
            if let Some(slider) = output.previous_element_sibling() {
                browser::set(&slider, "aria-valuetext", date.as_deref());
            }
        }
    }
}

fn show_selection(tools: &Element, state: &State) {
    if let Some(figure) = browser::find(FIGURE) {
        // For the key: its lines are those of a day.
        browser::set(&figure, "data-as-of", state.as_of.then_some(""));
    }
    let number =
        |actor: Option<u16>| actor.map_or_else(String::new, |it| u32::to_string(&it.into()));
    set_value(tools, "[name=focus]", &number(state.map.focus));
    set_value(tools, "[name=chain]", &number(state.map.chain_to));
    set_value(tools, "[name=kind]", &kind_of(state.map.kinds));
    let boxes =
        [("seed", state.map.seed_only), ("two", state.map.degrees == 2), ("as-of", state.as_of)];
    for (name, on) in boxes {
        browser::all(tools, &format!("[name={name}]")).iter().for_each(|it| browser::check(it, on));
    }
    for (idx, group) in browser::all(tools, "[name=group]").iter().enumerate().take(32) {
        browser::check(group, state.map.groups >> idx & 1 == 1);
    }
}

/// What the select says of kinds of relation. Of several, which only an address may choose, it says the first.
fn kind_of(kinds: u64) -> String {
    if kinds == u64::MAX { String::new() } else { kinds.trailing_zeros().to_string() }
}

/// Lets the two selects offer all actors.
fn offer_actors(facts: &Facts, tools: &Element) {
    let mut options = String::new();
    for link in openers() {
        if let Some(actor) = actor_at(facts, &link) {
            options += &format!("<option value=\"{actor}\">{}</option>", link.inner_html());
        }
    }
    for select in browser::all(tools, "[name=focus], [name=chain]") {
        select.set_inner_html(&format!("{}{options}", select.inner_html()));
    }
}

/// The links of all dossiers, by name.
fn openers() -> Vec<Element> {
    browser::all(&browser::page(), ".dossier .opener")
}

/// Shows links to the actors of whom a spelling holds what was typed.
fn find(tools: &Element) {
    let asked = value(tools, "#find");
    let is_asked = asked.trim().chars().nth(MIN_TYPED - 1).is_some();
    let mut typed = fold(&asked);
    if typed.len() == 1 {
        // "Ts" and "Kh" are one sound, which stands in many names; so it has to begin one.
        typed.insert(0, ' ');
    }
    let mut found = String::new();
    for link in openers() {
        let dossier = link.closest(".dossier").ok().flatten();
        let also =
            dossier.map_or_else(String::new, |it| browser::text_of(&it, ".spellings > span"));
        let names = fold(&format!("{}, {also}", link.text_content().unwrap_or_default()));
        let names = format!(" {names}");
        let mut places = names.as_bytes().windows(typed.len().max(1));
        if is_asked && places.any(|it| it == typed.as_bytes()) {
            found += &format!("<li>{}</li> ", link.outer_html());
        }
    }
    if found.is_empty() && is_asked {
        found += "<li class=none>No such name in the map.</li>";
    }
    if let Ok(Some(list)) = tools.query_selector(".found") {
        list.set_inner_html(&found);
        say(&list.text_content().unwrap_or_default());
    }
}

/// What the controls say, all at once: they are few.
fn read(facts: &Facts, tools: &Element, by_slider: bool, explorer: Explorer) {
    // Nobody is connected with himself.
    if value(tools, "[name=chain]") == value(tools, "[name=focus]") {
        set_value(tools, "[name=chain]", "");
    }
    let is_checked =
        |name: &str| !browser::all(tools, &format!("[name={name}]:checked")).is_empty();
    let number = |name: &str| value(tools, name).parse::<u32>().ok();
    let mut groups = u32::MAX;
    for (idx, group) in browser::all(tools, "[name=group]").iter().enumerate() {
        if idx < 32 && group.matches(":checked") == Ok(false) {
            groups &= !(1 << idx);
        }
    }
    let actor = |name: &str| number(name).and_then(|it| u16::try_from(it).ok());
    let choose = |state: &mut State| {
        let it = &mut state.map;
        it.groups = groups;
        let kind = value(tools, "[name=kind]");
        if kind != kind_of(it.kinds) {
            it.kinds = kind.parse().ok().and_then(|it| 1_u64.checked_shl(it)).unwrap_or(u64::MAX);
        }
        it.seed_only = is_checked("seed");
        it.degrees = if is_checked("two") { 2 } else { 1 };
        it.focus = actor("[name=focus]");
        it.chain_to = actor("[name=chain]");
        // Who moves the slider asks to go back.
        state.as_of = is_checked("as-of") || by_slider;
        // A measure that was chosen stays so until the slider is moved.
        if let Some(release) = number("[name=release]").filter(|_| by_slider) {
            state.choose_release(release as usize);
            *state = state.in_sight(facts);
        }
    };
    // Moving along in time is no step back to which one goes.
    if by_slider { explorer.change(choose) } else { explorer.visit(choose) }
}

fn value(tools: &Element, selector: &str) -> String {
    tools.query_selector(selector).ok().flatten().map_or_else(String::new, |it| browser::value(&it))
}

fn set_value(tools: &Element, selector: &str, value: &str) {
    if let Ok(Some(field)) = tools.query_selector(selector) {
        browser::set_value(&field, value);
    }
}
