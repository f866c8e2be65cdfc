//! What is chosen goes into an address and comes back, at every step of the story; and whatever stands in
//! an address, the page can show what comes of it.
#![cfg(feature = "ssr")]

#[path = "common/random.rs"]
mod random;

use explainer::chart::releases;
use explainer::data::{FACTS, RECORDS};
use explainer::view::address::{at_step, is_own, read, write};
use explainer::view::{Explorer, SWITCHES, State};
use explainer_model::Date;
use explainer_model::graph::{Selection, appearance};
use leptos::prelude::Owner;
use random::Random;

const N_STATES: usize = 100_000;
const N_BROKEN: usize = 1_000_000;

/// Of the states that broken addresses ask for, every so many-th is drawn, or the map looked at.
const EVERY_DRAWN: usize = 5_000;
const EVERY_LOOKED_AT: usize = 200;

/// Every parameter of ours.
const NAMES: [&str; 17] = [
    "step", "view", "counting", "shape", "theme", "beside", "time", "release", "measure", "held",
    "actor", "near", "chain", "hide", "kind", "first", "asof",
];

fn first() -> State {
    Owner::new().with(|| Explorer::new(&FACTS).now())
}

fn shown(step: u16) -> String {
    RECORDS.story.steps[usize::from(step)].show.to_owned()
}

/// A span of time, within the record or beyond it, to the year, the month or the day.
fn span(random: &mut Random) -> (Date, Date) {
    let first = FACTS.releases.first().map_or(FACTS.as_of, |it| it.date).first_day() - 800;
    let n_days = (FACTS.as_of.last_day() + 800 - first) as usize;
    loop {
        let mut date = || {
            let (year, month, day) = Date::from_day(first + random.below(n_days) as i32).parts();
            match random.below(3) {
                0 => Date::checked(year, 0, 0),
                1 => Date::checked(year, month, 0),
                _ => Date::checked(year, month, day),
            }
        };
        let (from, to) = (date(), date());
        if from.first_day() < to.last_day() {
            return (from, to);
        }
    }
}

/// A state that a reader can bring about, on the page as it first stands or at a step.
fn any(random: &mut Random, first: &State) -> State {
    let mut state = *first;
    if !FACTS.steps.is_empty() && random.below(3) > 0 {
        state = at_step(&FACTS, random.below(FACTS.steps.len()) as u16, first, &shown);
    }
    // Most readers change little, so each choice is left as it is more often than not.
    if random.below(3) == 0 {
        (state.release, state.has_chosen) = match random.below(4) {
            0 => (first.release, false),
            _ => (random.below(FACTS.releases.len() + FACTS.measures.len()), true),
        };
    }
    if random.below(3) == 0 {
        state.time = (random.below(4) > 0).then(|| span(random));
    }
    if random.below(3) == 0 && !FACTS.held.is_empty() {
        state.held = random.below(FACTS.held.len());
    }
    for (chosen, (_, values)) in state.switches.iter_mut().zip(SWITCHES) {
        if random.below(4) == 0 {
            *chosen = random.below(values.len()) as u8;
        }
    }
    if random.below(3) == 0 {
        state.map = any_selection(random);
    }
    if random.below(3) == 0 {
        state.as_of = random.below(2) == 0;
    }
    // Nothing is ever chosen unseen.
    state.in_sight(&FACTS)
}

fn any_selection(random: &mut Random) -> Selection {
    let mut actor = || (random.below(3) > 0).then(|| random.below(FACTS.actors.len()) as u16);
    let (focus, chain_to) = (actor(), actor());
    let groups = (0..FACTS.groups.len()).filter(|_| random.below(3) == 0);
    let groups = groups.fold(u32::MAX, |groups, it| groups & !(1 << it));
    let kinds = match random.below(2) {
        0 => u64::MAX,
        _ => 1 << random.below(FACTS.kinds.len()),
    };
    Selection {
        focus,
        chain_to,
        degrees: 1 + random.below(2) as u8,
        groups,
        kinds,
        seed_only: random.below(2) == 0,
        ..Selection::NOTHING
    }
}

#[test]
fn every_state_comes_back_from_its_address() {
    let (first, mut random) = (first(), Random::new(1));
    for _ in 0..N_STATES {
        let state = any(&mut random, &first);
        let query = write(&FACTS, &state, &first, &shown);
        assert_eq!(read(&FACTS, &query, &first, &shown), state, "{query}");
        // Nothing in it has to be encoded, and nothing in it is anybody else's.
        let plain = |it: char| it.is_ascii_alphanumeric() || "-.=&".contains(it);
        assert!(query.chars().all(plain), "{query}");
        let names = query.split('&').filter_map(|it| it.split_once('='));
        assert!(names.map(|it| it.0).all(is_own), "{query}");
    }
}

#[test]
fn every_state_comes_back_at_every_step() {
    let (first, mut random) = (first(), Random::new(2));
    for _ in 0..N_STATES / 20 {
        let state = any(&mut random, &first);
        for step in (0..FACTS.steps.len() as u16).map(Some).chain([None]) {
            let state = State { step, ..state }.in_sight(&FACTS);
            let query = write(&FACTS, &state, &first, &shown);
            assert_eq!(read(&FACTS, &query, &first, &shown), state, "{query}");
        }
    }
}

#[test]
fn what_a_step_shows_is_written_as_the_page_writes_it() {
    let first = first();
    assert_eq!(write(&FACTS, &first, &first, &shown), "");
    for (idx, step) in (0..).zip(RECORDS.story.steps) {
        let state = at_step(&FACTS, idx, &first, &shown);
        assert_eq!(write(&FACTS, &state, &first, &shown), format!("step={}", step.id));
        let state = State { step: None, ..state };
        // A step may name what is shown anyway, so that it stays so when more is added to the record.
        let says_more = |it: &&str| read(&FACTS, it, &first, &shown) != first;
        let parts: Vec<&str> = step.show.split('&').filter(says_more).collect();
        assert_eq!(write(&FACTS, &state, &first, &shown), parts.join("&"), "step {}", step.id);
    }
}

#[test]
fn the_order_of_parameters_does_not_matter_but_for_the_last_of_two() {
    let (first, mut random) = (first(), Random::new(3));
    for _ in 0..N_STATES / 20 {
        let query = write(&FACTS, &any(&mut random, &first), &first, &shown);
        let mut parts: Vec<&str> = query.split('&').collect();
        parts.reverse();
        let state = read(&FACTS, &query, &first, &shown);
        assert_eq!(read(&FACTS, &parts.join("&"), &first, &shown), state, "{query}");
    }
    let [a, .., b] = FACTS.releases else { return };
    let query = format!("release={}&x=1&release={}", b.id, a.id);
    assert_eq!(read(&FACTS, &query, &first, &shown).release, 0);
}

#[test]
fn a_value_that_nobody_knows_changes_nothing() {
    let (first, mut random) = (first(), Random::new(5));
    for _ in 0..N_STATES / 50 {
        let query = write(&FACTS, &any(&mut random, &first), &first, &shown);
        let state = read(&FACTS, &query, &first, &shown);
        for name in NAMES {
            for value in ["nobody", "3", "a.b", "..", "yes.no"] {
                let with = format!("{query}&{name}={value}");
                assert_eq!(read(&FACTS, &with, &first, &shown), state, "{with}");
            }
        }
    }
}

/// Something that nobody meant: noise, a real address that is cut or mixed with another, parameters with
/// the values of others, many times over, and values without end.
fn broken(random: &mut Random, real: &[String], values: &[String]) -> String {
    const NOISE: [&str; 24] = [
        "a", "e", "o", "s", "t", "-", "-", "=", "=", "&", "&", ".", "..", "0", "2", "9", "%", "%2",
        "%00", "+", "#", "?", "é", "⚑",
    ];
    let mut noise = |n: usize| (0..n).map(|_| NOISE[random.below(NOISE.len())]).collect::<String>();
    let noise = [noise(24), noise(3)];
    let one = |random: &mut Random, of: &[String]| of[random.below(of.len())].clone();
    match random.below(5) {
        0 => noise.concat(),
        1 => {
            // Cut anywhere, and something else after that.
            let (from, to) = (one(random, real), one(random, real));
            let (at, on) = (random.below(from.len() + 1), random.below(to.len() + 1));
            format!("{}{}{}", &from[..at], noise[1], &to[on..])
        }
        2 => {
            let n = 1 + random.below(6);
            let pair = |_| format!("{}={}", NAMES[random.below(NAMES.len())], one(random, values));
            (0..n).map(pair).collect::<Vec<_>>().join("&")
        }
        3 => {
            // One letter after the other goes, or becomes another.
            let mut letters: Vec<char> = one(random, real).chars().collect();
            for _ in 0..=random.below(4) {
                let n = letters.len().max(1);
                if let Some(letter) = letters.get_mut(random.below(n)) {
                    *letter = noise[1].chars().next().unwrap_or('=');
                }
            }
            letters.into_iter().collect()
        }
        _ => {
            let (name, value) = (NAMES[random.below(NAMES.len())], one(random, values));
            let n = if random.below(100) == 0 { 2_000 } else { 3 };
            format!("{name}={}", (value + &noise[1]).repeat(n))
        }
    }
}

/// Fails unless the page can show the state.
#[track_caller]
fn can_be_shown(state: &State, query: &str) {
    let map = &state.map;
    let is_actor = |it: Option<u16>| it.is_none_or(|it| usize::from(it) < FACTS.actors.len());
    let holds = state.step.is_none_or(|it| usize::from(it) < FACTS.steps.len())
        && state.release < FACTS.releases.len() + FACTS.measures.len()
        && (state.held < FACTS.held.len() || FACTS.held.is_empty())
        && is_actor(map.focus)
        && is_actor(map.chain_to)
        && (map.chain_to.is_none() || map.chain_to != map.focus)
        && [1, 2].contains(&map.degrees)
        && map.kinds != 0
        && state.time.is_none_or(|(from, to)| {
            from.first_day() < FACTS.as_of.last_day()
                && to.last_day() > FACTS.releases[0].date.first_day() - 31
        })
        && state.switches.iter().zip(SWITCHES).all(|(it, (_, of))| usize::from(*it) < of.len())
        && state.widths == [None; 2]
        && !state.is_live;
    assert!(holds, "{query} asks for {state:?}");
}

#[test]
fn a_million_broken_addresses_ask_for_something_that_can_be_shown() {
    let (first, mut random) = (first(), Random::new(4));
    let real: Vec<String> =
        (0..500).map(|_| write(&FACTS, &any(&mut random, &first), &first, &shown)).collect();
    let parts = real.iter().flat_map(|it| it.split('&')).filter_map(|it| it.split_once('='));
    let mut values: Vec<String> = parts.map(|it| it.1.to_owned()).collect();
    values.extend(["", "nobody", "..", "0000..9999", "9999-12-31..0000", "%FF"].map(str::to_owned));
    for idx in 0..N_BROKEN {
        let query = broken(&mut random, &real, &values);
        let state = read(&FACTS, &query, &first, &shown);
        can_be_shown(&state, &query);
        if idx % EVERY_LOOKED_AT == 0 {
            let look = appearance(&FACTS, &state.map);
            assert_eq!(look.actors.len(), FACTS.actors.len());
            // The page puts the state into its address at once, in its own words.
            let written = write(&FACTS, &state, &first, &shown);
            assert_eq!(read(&FACTS, &written, &first, &shown), state, "{query}");
        }
        if idx % EVERY_DRAWN == 0 {
            let drawing = releases::draw(&FACTS, state.scope(), 320);
            assert!(drawing.marks.len() >= FACTS.releases.len(), "{query}");
        }
    }
}
