//! What the reader has chosen, and what a figure needs besides.

use explainer_model::Date;
use explainer_model::facts::Facts;
use explainer_model::graph::Selection;
use explainer_model::story::View;
use leptos::prelude::*;

use crate::chart::releases::Scope;

/// The switches of the page, by name, each with its buttons' values; the first is chosen to begin with.
pub const SWITCHES: [(&str, &[&str]); 5] = [
    // The last is the table in place of the chart.
    ("view", &[View::Cumulative.name(), View::Waves.name(), View::Places.name(), "table"]),
    ("counting", &["both", "people", "recognised"]),
    ("shape", &["map", "list", "table"]),
    ("theme", &["auto", "light", "dark"]),
    // The figure for which the reader asked at a step, if that is not the step's own. No button stands for it.
    ("beside", &["", "releases", "held", "map"]),
];
/// Where [`SWITCHES`] has how the releases are shown.
pub(super) const VIEW: usize = 0;
/// Where [`SWITCHES`] has the counting.
const COUNTING: usize = 1;
/// Where [`SWITCHES`] has whether the map is one, a list or a table.
pub(super) const SHAPE: usize = 2;
/// Where [`SWITCHES`] has the figure beside the step.
pub(super) const BESIDE: usize = 4;

/// The reader's choices. All figures share them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The step of the guided story at which the reader is; an index into the facts.
    pub step: Option<u16>,
    /// Which button of each of the [`SWITCHES`] is chosen.
    pub switches: [u8; SWITCHES.len()],
    /// The span of time that the chart of releases shows; `None` for all.
    pub time: Option<(Date, Date)>,
    /// What the readout of the releases tells: a release, or a measure after them.
    pub release: usize,
    /// Whether the reader has chosen it. Until then it is the latest, and the map lights nobody.
    pub has_chosen: bool,
    /// The count in the readout of the held figure; an index into the facts.
    pub held: usize,
    /// What is chosen in the map. What follows from the release is not in it.
    pub map: Selection,
    /// Whether the map shows what is known of the day of the release in the readout.
    pub as_of: bool,
    /// Widths at which the charts of releases and of those held are drawn, in px; `None` until it is known. They
    /// differ while one of them stands beside the story.
    pub widths: [Option<u32>; 2],
    /// Whether the page is interactive. Before that, marks are plain links.
    pub is_live: bool,
    /// How many choices there were to which a reader would want to go back.
    pub n_places: u32,
}

impl State {
    /// How the releases are shown. While the table is, the chart under it is at its first view.
    pub fn view(&self) -> View {
        View::ALL.get(usize::from(self.switches[VIEW])).copied().unwrap_or_default()
    }

    /// Chooses what the readout of the releases tells.
    pub(crate) fn choose_release(&mut self, idx: usize) {
        (self.release, self.has_chosen) = (idx, true);
    }

    /// The same as the page can show it: with all of the record if nothing of the span is on it or what is chosen lies
    /// outside, without a figure beside a step if there is no step, and without a way from an actor to itself.
    pub fn in_sight(mut self, facts: &Facts) -> State {
        if self.step.is_none() {
            self.switches[BESIDE] = 0;
        }
        if self.map.chain_to == self.map.focus {
            self.map.chain_to = None;
        }
        self.time = self.scope().on_record(facts).time;
        if self.has_chosen && !self.shows_chosen(facts) {
            self.time = None;
        }
        self
    }

    /// The same, with the last release of the span chosen if what is chosen lies outside.
    pub(crate) fn in_span(mut self, facts: &Facts) -> State {
        let scope = self.scope();
        let last = facts.releases.iter().rposition(|it| scope.holds(it.date));
        if let Some(last) = last.filter(|_| !self.shows_chosen(facts)) {
            self.choose_release(last);
        }
        self.in_sight(facts)
    }

    fn shows_chosen(&self, facts: &Facts) -> bool {
        self.day(facts).is_none_or(|it| self.scope().holds(it))
    }

    /// What is chosen in the map, with what follows from what is in the readout: who is lit, and the day.
    pub fn selection(&self, facts: &Facts) -> Selection {
        let mut selection = self.map;
        if let Some(chosen) = facts.releases.get(self.release).filter(|_| self.has_chosen) {
            selection.lit = chosen.actors;
        }
        if let Some(day) = self.day(facts).filter(|_| self.as_of) {
            let before = facts.releases.iter().rfind(|it| it.date < day);
            (selection.day, selection.since) = (Some(day), before.map(|it| it.date));
        }
        selection
    }

    /// The day of the release or the measure in the readout.
    pub(crate) fn day(&self, facts: &Facts) -> Option<Date> {
        match self.release.checked_sub(facts.releases.len()) {
            None => facts.releases.get(self.release).map(|it| it.date),
            Some(idx) => facts.measures.get(idx).map(|it| it.date),
        }
    }

    /// This page with the choices of another state.
    pub(crate) fn showing(&self, other: State) -> State {
        let State { widths, is_live, n_places, .. } = *self;
        State { widths, is_live, n_places, ..other }
    }

    /// What of the releases is shown, and how.
    pub fn scope(&self) -> Scope {
        let recognised = SWITCHES[COUNTING].1.get(usize::from(self.switches[COUNTING]));
        Scope { view: self.view(), time: self.time, recognised: recognised == Some(&"recognised") }
    }
}

/// Where the state is kept. One for the page: a signal of one type, and effects of one type that compare
/// what was with what is, so that the code of both is in the wasm once.
#[derive(Clone, Copy, Debug)]
pub struct Explorer {
    state: RwSignal<State>,
    /// What the page was prerendered with.
    first: State,
}

impl Explorer {
    /// Nothing chosen yet: the latest release and the latest count stand in the readouts.
    pub fn new(facts: &Facts) -> Explorer {
        let first = State {
            step: None,
            switches: [0; SWITCHES.len()],
            time: None,
            release: facts.releases.len().saturating_sub(1),
            has_chosen: false,
            held: facts.held.len().saturating_sub(1),
            map: Selection::NOTHING,
            as_of: false,
            widths: [None; 2],
            is_live: false,
            n_places: 0,
        };
        Explorer { state: RwSignal::new(first), first }
    }

    /// What is chosen.
    pub fn now(self) -> State {
        self.state.get_untracked()
    }

    /// What the page was prerendered with.
    pub(crate) fn first(self) -> State {
        self.first
    }

    /// Changes what is chosen. Nobody is told of what stays as it is.
    pub fn change(self, change: impl FnOnce(&mut State)) {
        let mut now = self.now();
        change(&mut now);
        self.set(now);
    }

    /// The same, for choices to which a reader would want to go back: they are steps of the history.
    pub(crate) fn visit(self, change: impl FnOnce(&mut State)) {
        let mut now = self.now();
        change(&mut now);
        now.n_places += u32::from(now != self.now());
        self.set(now);
    }

    fn set(self, state: State) {
        if state != self.now() {
            self.state.set(state);
        }
    }

    /// Calls `show` with what was and what is: once at the beginning, and after every change. On the host,
    /// never.
    pub(crate) fn follow(self, show: impl Fn(&State, &State) + 'static) {
        self.follow_boxed(Box::new(show));
    }

    fn follow_boxed(self, show: Box<Show>) {
        if cfg!(feature = "hydrate") {
            // Once the figure is hydrated, which writes what the page was prerendered with.
            leptos::task::spawn_local(async move {
                // Not `Effect`: what it keeps, it keeps with the number of its thread, and asking for that brings a second
                // allocator along, Rust's own. This one is kept by nobody, and lasts as long as the page.
                std::mem::forget(RenderEffect::new(move |before: Option<State>| {
                    let now = self.state.get();
                    show(&before.unwrap_or(self.first), &now);
                    now
                }));
            });
        }
    }
}

/// Brings the page from one state to another.
type Show = dyn Fn(&State, &State);

/// The words of a record, as HTML, by the id of its element in the page. Asked on the host, where they are rendered; in the
/// browser they stand in the page, so the wasm need not carry them.
pub type Words = fn(id: &str) -> String;
