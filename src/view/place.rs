//! The address says what is chosen, and whoever comes by it finds the page so. Hovering and scrolling only
//! change the address; a choice to which a reader would want to go back is a step of the history.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use explainer_model::Date;
use explainer_model::facts::Facts;

use super::address::{self, is_own};
use super::{Explorer, SWITCHES, State};
use crate::browser;

/// Browsers refuse to change the address many times a second.
const PAUSE_MS: i32 = 300;

/// The switch of years.
const TIME: &str = "time";

/// Joins the switches and the address of the page to the state.
pub fn join_address(facts: &'static Facts, explorer: Explorer) {
    let first = explorer.first();
    go_to(facts, explorer);
    explorer.change(|it| {
        // What was chosen before the wasm came holds, unless the address says otherwise.
        for ((name, values), chosen) in SWITCHES.iter().zip(&mut it.switches) {
            let value = browser::chosen(name).filter(|_| *chosen == 0);
            let found = value.and_then(|it| values.iter().position(|value| *value == it));
            *chosen = found.map_or(*chosen, |it| it as u8);
        }
    });
    browser::on_choice(move |name, value| choose(facts, explorer, name, value));
    let written = Rc::new(RefCell::new(browser::query()));
    let is_due = Rc::new(Cell::new(false));
    let had_opened = Cell::new(false);
    let touched = Rc::new(Cell::new(""));
    let seen = Rc::clone(&written);
    explorer.follow(move |before, now| {
        show_switches(before, now, &had_opened);
        touched.set(figure_of(before, now).filter(|_| now.is_live).unwrap_or(touched.get()));
        let touched = Rc::clone(&touched);
        let (written, due) = (Rc::clone(&seen), Rc::clone(&is_due));
        let write = move |is_step| {
            let state = explorer.now();
            let query = address::write(facts, &state, &first, &|it| shown_at(facts, it));
            due.set(false);
            let fragment = fragment(facts, &state, touched.get());
            browser::set_query(&query, is_own, &fragment, is_step);
            *written.borrow_mut() = browser::query();
        };
        if !now.is_live || before == now {
            // Nothing was chosen yet.
        } else if now.n_places != before.n_places {
            write(true);
        } else if !is_due.replace(true) {
            browser::after(PAUSE_MS, move || write(false));
        }
    });
    browser::on_window("popstate", move |_| {
        // Links within the page are steps of the history as well; they choose nothing.
        if *written.borrow() != browser::query() {
            *written.borrow_mut() = browser::query();
            go_to(facts, explorer);
        }
    });
}

/// What a step shows, as its element in the page has it.
pub(super) fn shown_at(facts: &Facts, step: u16) -> String {
    let id = facts.steps.get(usize::from(step)).copied().unwrap_or_default();
    let step = browser::find(&format!("[data-step={id}]"));
    step.and_then(|it| it.get_attribute("data-show")).unwrap_or_default()
}

/// Shows what the address asks for.
fn go_to(facts: &Facts, explorer: Explorer) {
    let first = explorer.first();
    let asked = address::read(facts, &browser::query(), &first, &|it| shown_at(facts, it));
    explorer.change(|it| *it = it.showing(asked));
}

/// The figure in which something else is chosen now, as a fragment.
fn figure_of(before: &State, now: &State) -> Option<&'static str> {
    let in_releases = |it: &State| (it.release, it.has_chosen, it.switches[0], it.time);
    let in_map = |it: &State| (it.map, it.as_of, it.switches[2]);
    if in_map(before) != in_map(now) {
        Some("#map")
    } else if in_releases(before) != in_releases(now) {
        Some("#releases")
    } else {
        (before.held != now.held).then_some("#held")
    }
}

/// Whoever comes by the address comes to what it tells of, also without the wasm: to the step, or else to the figure
/// that was touched last. Any other place in the page stays in the address.
fn fragment(facts: &Facts, state: &State, touched: &str) -> String {
    let now = browser::fragment();
    let is_ours = matches!(now.as_str(), "" | "#releases" | "#held" | "#map");
    if !is_ours && !now.starts_with("#step-") {
        return now;
    }
    match state.step.and_then(|it| facts.steps.get(usize::from(it))) {
        Some(id) => format!("#step-{id}"),
        None => touched.to_owned(),
    }
}

fn choose(facts: &Facts, explorer: Explorer, name: &str, value: &str) {
    explorer.visit(|it| {
        if name == TIME {
            it.time = Date::parse(value).map(|it| (it, it));
            *it = it.in_span(facts);
        }
        for ((switch, values), chosen) in SWITCHES.iter().zip(&mut it.switches) {
            if *switch == name {
                *chosen = values.iter().position(|it| *it == value).unwrap_or_default() as u8;
            }
        }
    });
}

/// `had_opened`: whether the reader had opened the table before it came to be the view.
fn show_switches(before: &State, now: &State, had_opened: &Cell<bool>) {
    let switches = SWITCHES.iter().zip(before.switches).zip(now.switches);
    for (((name, values), was), is) in switches {
        let value = values.get(usize::from(is)).copied().unwrap_or_default();
        // The first is chosen anyway; and what frames were told by their host stays.
        if was != is {
            browser::choose(name, value);
            if *name == "theme" {
                browser::set(&browser::page(), "data-theme", Some(value));
            }
        }
    }
    if before.time != now.time {
        let value = match now.time {
            Some((from, to)) if from == to => from.iso(),
            // A span that no button stands for.
            Some(_) => "none".to_owned(),
            None => String::new(),
        };
        browser::choose(TIME, &value);
    }
    let is_table = |it: &State| usize::from(it.switches[0]) == SWITCHES[0].1.len() - 1;
    if is_table(before) != is_table(now)
        && let Some(table) = browser::find("#releases .twin")
    {
        let is_open = had_opened.replace(table.has_attribute("open"));
        browser::set(&table, "open", (is_table(now) || is_open).then_some(""));
    }
}
