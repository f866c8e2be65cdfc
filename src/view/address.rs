//! What the reader has chosen as the query of an address, and back. Pure text: whatever stands in an
//! address, what comes out is a state that the page can show.
//!
//! Only what differs from a base is written: from the step of the guided story if the reader is at one, or
//! else from the page as it first stands. So `?step=potash` is a whole address, and stays one if the step
//! later shows something else.

use explainer_model::Date;
use explainer_model::facts::Facts;
use explainer_model::graph::Selection;

use super::State;
use super::state::SWITCHES;

/// The parameters, in the order of the address. Of a release and a measure only one can be chosen.
const NAMES: [&str; 17] = [
    "step",
    SWITCHES[0].0,
    SWITCHES[1].0,
    SWITCHES[2].0,
    SWITCHES[3].0,
    SWITCHES[4].0,
    "time",
    "release",
    "measure",
    "held",
    "actor",
    "near",
    "chain",
    "hide",
    "kind",
    "first",
    "asof",
];

/// What stands between the ids of a list, and twice between the ends of a span: no address has to encode it.
const AND: char = '.';

/// Whether a parameter is one of ours. All others stay in the address as they are.
pub fn is_own(name: &str) -> bool {
    NAMES.contains(&name)
}

/// What a step of the guided story shows, by its position, as a query.
pub type Show<'a> = &'a dyn Fn(u16) -> String;

/// The query for a state; empty if it is the one at first.
pub fn write(facts: &Facts, state: &State, first: &State, show: Show<'_>) -> String {
    let base = match state.step {
        Some(step) => State { step: None, ..at_step(facts, step, first, show) },
        None => *first,
    };
    let mut query = String::new();
    for name in NAMES {
        let now = value(facts, state, name);
        if now != value(facts, &base, name) {
            if !query.is_empty() {
                query.push('&');
            }
            query += name;
            query.push('=');
            query += &now;
        }
    }
    query
}

/// The state that a query asks for. What the page does not know or cannot show is passed over.
pub fn read(facts: &Facts, query: &str, first: &State, show: Show<'_>) -> State {
    let step = pairs(query).find(|it| it.0 == "step").and_then(|it| position(facts.steps, it.1));
    let mut state = step.map_or(*first, |it| at_step(facts, it, first, show));
    pairs(query).for_each(|(name, value)| set(facts, &mut state, name, value));
    state.in_sight(facts)
}

/// The state at a step.
pub fn at_step(facts: &Facts, step: u16, first: &State, show: Show<'_>) -> State {
    let mut state = *first;
    // A step is reached from no other, so what it says of steps does not count.
    pairs(&show(step)).for_each(|(name, value)| set(facts, &mut state, name, value));
    State { step: Some(step), ..state }
}

fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.split('&').filter_map(|it| it.split_once('='))
}

/// What stands after the name; empty for nothing chosen.
fn value(facts: &Facts, state: &State, name: &str) -> String {
    let n_releases = facts.releases.len();
    let chosen = Some(state.release).filter(|_| state.has_chosen);
    let map = &state.map;
    let actor = |idx: Option<u16>| idx.and_then(|it| facts.actors.get(usize::from(it))?.id.into());
    let yes = |it: bool| it.then_some("yes");
    let found = match name {
        "step" => state.step.and_then(|it| facts.steps.get(usize::from(it)).copied()),
        "time" => {
            return state.time.map_or_else(String::new, |(from, to)| from.iso() + ".." + &to.iso());
        }
        "release" => chosen.and_then(|it| facts.releases.get(it)).map(|it| it.id),
        "measure" => {
            chosen.and_then(|it| facts.measures.get(it.checked_sub(n_releases)?)).map(|it| it.id)
        }
        "held" => facts.held.get(state.held).map(|it| it.id),
        "actor" => actor(map.focus),
        "near" => (map.degrees == 2).then_some("2"),
        "chain" => actor(map.chain_to),
        "hide" => return ids(facts.groups, u64::from(!map.groups)),
        "kind" => {
            return if map.kinds == u64::MAX { String::new() } else { ids(facts.kinds, map.kinds) };
        }
        "first" => yes(map.seed_only),
        "asof" => yes(state.as_of),
        _ => SWITCHES
            .iter()
            .zip(state.switches)
            .find(|it| it.0.0 == name)
            .and_then(|((_, values), chosen)| values.get(usize::from(chosen)).copied()),
    };
    found.unwrap_or_default().to_owned()
}

fn set(facts: &Facts, state: &mut State, name: &str, value: &str) {
    let actor = || facts.actors.iter().position(|it| it.id == value).map(|it| it as u16);
    let n_releases = facts.releases.len();
    let is_measure = state.release >= n_releases;
    let found = match name {
        "release" => facts.releases.iter().position(|it| it.id == value),
        "measure" => facts.measures.iter().position(|it| it.id == value).map(|it| it + n_releases),
        "held" => facts.held.iter().position(|it| it.id == value),
        _ => None,
    };
    match (name, found) {
        ("held", Some(idx)) => state.held = idx,
        ("release" | "measure", Some(idx)) => state.choose_release(idx),
        ("release" | "measure", None) if value.is_empty() && (name == "measure") == is_measure => {
            (state.release, state.has_chosen) = (n_releases.saturating_sub(1), false);
        }
        ("time", _) if value.is_empty() => state.time = None,
        ("time", _) => state.time = span(value).or(state.time),
        ("actor", _) if value.is_empty() => state.map.focus = None,
        ("actor", _) => state.map.focus = actor().or(state.map.focus),
        ("chain", _) if value.is_empty() => state.map.chain_to = None,
        ("chain", _) => state.map.chain_to = actor().or(state.map.chain_to),
        ("near", _) if value == "2" => state.map.degrees = 2,
        ("near", _) if ["", "1"].contains(&value) => state.map.degrees = 1,
        ("hide", _) => match bits(facts.groups, value) {
            0 if !value.is_empty() => {}
            hidden => state.map.groups = !(hidden as u32),
        },
        ("kind", _) => match bits(facts.kinds, value) {
            0 if !value.is_empty() => {}
            0 => state.map.kinds = Selection::NOTHING.kinds,
            kinds => state.map.kinds = kinds,
        },
        ("first", _) => state.map.seed_only = yes(value, state.map.seed_only),
        ("asof", _) => state.as_of = yes(value, state.as_of),
        _ => {
            for ((switch, values), chosen) in SWITCHES.iter().zip(&mut state.switches) {
                if *switch == name {
                    *chosen = position(values, value).map_or(*chosen, |it| it as u8);
                }
            }
        }
    }
}

/// Whether a value says yes; if it says neither yes nor no, all stays as it was.
fn yes(value: &str, before: bool) -> bool {
    match value {
        "yes" => true,
        "" | "no" => false,
        _ => before,
    }
}

fn position(ids: &[&str], id: &str) -> Option<u16> {
    ids.iter().position(|it| *it == id).map(|it| it as u16)
}

/// A span of time; `None` if it is none.
fn span(value: &str) -> Option<(Date, Date)> {
    let (from, to) = value.split_once(AND)?;
    let to = to.strip_prefix(AND)?;
    let (from, to) = (Date::parse(from)?, Date::parse(to)?);
    (from.first_day() < to.last_day()).then_some((from, to))
}

/// The ids of a set, by their bits. One beyond the bits is not in it.
fn ids(all: &[&str], set: u64) -> String {
    let mut text = String::new();
    for (bit, id) in all.iter().take(64).enumerate() {
        if set >> bit & 1 == 1 {
            if !text.is_empty() {
                text.push(AND);
            }
            text += id;
        }
    }
    text
}

fn bits(all: &[&str], value: &str) -> u64 {
    let bits = value.split(AND).filter_map(|it| position(all, it)).filter(|&it| it < 64);
    bits.fold(0, |set, it| set | 1 << it)
}
