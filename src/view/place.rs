//! The address says what is chosen, and whoever comes by it finds the page so. Hovering and scrolling only
//! change the address; a choice to which a reader would want to go back is a step of the history.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use explainer_model::Date;
use explainer_model::facts::Facts;

use super::address::{self, is_own};
use super::state::{BESIDE, SHAPE, VIEW};
use super::{Explorer, SWITCHES, State, table};
use crate::browser;

/// How long nothing must have been chosen before the address says it. To write it takes as long as all else that a choice
/// does, and browsers allow it only some times a second.
const PAUSE_MS: i32 = 300;

/// How long after a choice it has been drawn. Only then the history is told, which takes longer than to draw it.
pub(super) const DRAWN_MS: i32 = 30;

/// The switch of years.
const TIME: &str = "time";

/// The chart that the switches are of, wherever it stands.
const CHART: &str = "#island-releases";

/// Joins the switches and the address of the page to the state.
pub fn join_address(facts: &'static Facts, explorer: Explorer) {
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
    let address = Rc::new(Address {
        facts,
        explorer,
        written: RefCell::new(browser::query()),
        n_changes: Cell::new(0),
        is_due: Cell::new(false),
        touched: Cell::new(""),
    });
    let (chosen, had_opened) = (Rc::clone(&address), Cell::new(false));
    explorer.follow(move |before, now| {
        show_switches(facts, before, now, &had_opened);
        if !now.is_live || before == now {
            // Nothing was chosen yet.
            return;
        }
        chosen.touched.set(figure_of(before, now).unwrap_or(chosen.touched.get()));
        chosen.n_changes.set(chosen.n_changes.get() + 1);
        if now.n_places != before.n_places {
            let chosen = Rc::clone(&chosen);
            browser::after(DRAWN_MS, move || chosen.write(true));
        } else if !chosen.is_due.replace(true) {
            Address::write_in_time(Rc::clone(&chosen));
        }
    });
    browser::on_window("popstate", move |_| {
        // Links within the page are steps of the history as well; they choose nothing.
        if *address.written.borrow() == browser::query() {
            address.write(false);
        } else {
            *address.written.borrow_mut() = browser::query();
            go_to(facts, explorer);
        }
    });
}

/// The page answers from now on. If the address does not say it, whoever was quicker than the wasm goes on from the mark that
/// has the keyboard.
pub fn choose_focused(facts: &'static Facts, explorer: Explorer) {
    let first = explorer.first();
    let focused = |attribute| browser::focused(".mark", attribute).unwrap_or_default();
    let (release, claim) = (focused("data-release"), focused("data-claim"));
    explorer.change(|it| {
        let release = facts.releases.iter().position(|it| it.id == release);
        release.filter(|_| !it.has_chosen).into_iter().for_each(|idx| it.choose_release(idx));
        let held = facts.held.iter().position(|it| it.id == claim);
        it.held = held.filter(|_| it.held == first.held).unwrap_or(it.held);
        it.is_live = true;
        *it = it.in_sight(facts);
    });
}

/// The address, and what it says.
struct Address {
    facts: &'static Facts,
    explorer: Explorer,
    /// The query that was written or read last.
    written: RefCell<String>,
    /// How often something was chosen. What is about to be a step of the history counts as well: written before it, it
    /// would take the place of what the reader wants to go back to.
    n_changes: Cell<u32>,
    /// Whether it will be written soon anyway.
    is_due: Cell<bool>,
    /// The figure in which something was chosen last; empty before.
    touched: Cell<&'static str>,
}

impl Address {
    /// Says what is chosen once nothing else has been for a while.
    fn write_in_time(self: Rc<Self>) {
        let n_changes = self.n_changes.get();
        browser::after(PAUSE_MS, move || match self.n_changes.get() == n_changes {
            true => self.write(false),
            false => self.write_in_time(),
        });
    }

    /// Says what is chosen now, as a step of the history or in place of what it said.
    fn write(&self, is_step: bool) {
        self.is_due.set(false);
        // A record that lies over the page has the address until it is closed, or until something else is chosen by keyboard
        // beside it; that takes its place in the history.
        let has_sheet = browser::has_sheet_address();
        if !is_step && has_sheet {
            return;
        }
        let (facts, state) = (self.facts, self.explorer.now());
        let query =
            address::write(facts, &state, &self.explorer.first(), &|it| shown_at(facts, it));
        let fragment = self.fragment(&state, is_step);
        browser::set_query(&query, is_own, &fragment, is_step && !has_sheet);
        *self.written.borrow_mut() = browser::query();
    }

    /// Whoever comes by the address comes to what it tells of, also without the wasm: to the step, or else to the
    /// figure that was touched last. Any other place in the page stays in the address.
    fn fragment(&self, state: &State, is_step: bool) -> String {
        let (now, touched) = (browser::fragment(), self.touched.get());
        let is_figure = SWITCHES[BESIDE].1.contains(&now.strip_prefix('#').unwrap_or_default());
        let is_record = now.starts_with("#claim-") || now.starts_with("#term-");
        if !(is_figure || now.starts_with("#step-") || is_record && is_step) {
            return now;
        }
        match state.step.and_then(|it| self.facts.steps.get(usize::from(it))) {
            Some(id) => format!("#step-{id}"),
            None if is_figure && touched.is_empty() => now,
            None if touched.is_empty() => String::new(),
            None => format!("#{touched}"),
        }
    }
}

/// What a step shows, as its element in the page has it.
pub(super) fn shown_at(facts: &Facts, step: u16) -> String {
    let id = facts.steps.get(usize::from(step)).copied().unwrap_or_default();
    let step = browser::find(&format!("[data-step=\"{id}\"]"));
    step.and_then(|it| it.get_attribute("data-show")).unwrap_or_default()
}

/// Shows what the address asks for.
fn go_to(facts: &Facts, explorer: Explorer) {
    let first = explorer.first();
    let asked = address::read(facts, &browser::query(), &first, &|it| shown_at(facts, it));
    explorer.change(|it| *it = it.showing(asked));
}

/// The figure in which something else is chosen now.
fn figure_of(before: &State, now: &State) -> Option<&'static str> {
    let in_releases = |it: &State| (it.release, it.has_chosen, it.switches[VIEW], it.time);
    let in_map = |it: &State| (it.map, it.as_of, it.switches[SHAPE]);
    if in_map(before) != in_map(now) {
        Some("map")
    } else if in_releases(before) != in_releases(now) {
        Some("releases")
    } else {
        (before.held != now.held).then_some("held")
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
fn show_switches(facts: &Facts, before: &State, now: &State, had_opened: &Cell<bool>) {
    let switches = SWITCHES.iter().zip(before.switches).zip(now.switches);
    for (((name, values), was), is) in switches {
        let value = values.get(usize::from(is)).copied().unwrap_or_default();
        // The first is chosen anyway; and what frames were told by their host stays.
        if was != is {
            browser::choose(name, value);
            // For styles. A style that asks a figure which button in it is chosen would be looked up again at each word
            // that changes in it.
            let (root, attribute) = match *name {
                "theme" => (Some(browser::page()), "data-theme"),
                "view" => (browser::find("#releases"), "data-view"),
                "counting" => (None, "data-counting"),
                "shape" => (browser::find("#map"), "data-shape"),
                _ => continue,
            };
            let chart = ["view", "counting"].contains(name).then(|| browser::find(CHART)).flatten();
            for root in [root, chart].into_iter().flatten() {
                browser::set(&root, attribute, Some(value));
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
        table::show_span(facts, now);
    }
    let is_table = |it: &State| usize::from(it.switches[VIEW]) == SWITCHES[VIEW].1.len() - 1;
    if is_table(before) != is_table(now)
        && let Some(table) = browser::find("#releases .twin")
    {
        let is_open = had_opened.replace(table.has_attribute("open"));
        browser::set(&table, "open", (is_table(now) || is_open).then_some(""));
    }
}
