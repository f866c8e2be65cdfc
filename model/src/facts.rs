//! Facts: what is drawn. Numbers, dates and links between things, with as few words as a chart needs.

use crate::graph::{Actor, Adjacency, Relation};
use crate::{Count, Date};

/// Every fact of one story, in the order of `data/`.
#[derive(Debug)]
pub struct Facts {
    /// The day on which the record stops.
    pub as_of: Date,
    /// The few words that stand inside the charts.
    pub labels: Labels,
    /// Where people are taken, in the order of `data/`.
    pub places: &'static [Place],
    /// Releases by date.
    pub releases: &'static [Release],
    /// Reported totals that are drawn, by date.
    pub totals: &'static [Total],
    /// Who counts those still held.
    pub counters: &'static [Counter],
    /// Counts of those still held, by date.
    pub held: &'static [Held],
    /// Measures and talks with a mark under the chart, by date.
    pub measures: &'static [Measure],
    /// Ids of the steps of the guided story, in its order.
    pub steps: &'static [&'static str],
    /// Ids of the groups of actors, in the order of `data/`.
    pub groups: &'static [&'static str],
    /// Ids of the kinds of relation, in the order of `data/`.
    pub kinds: &'static [&'static str],
    /// Actors, in the order of `data/`.
    pub actors: &'static [Actor],
    /// Relations between actors.
    pub relations: &'static [Relation],
    /// The relations of each actor; says the same as `relations`.
    pub neighbours: Adjacency,
}

impl Facts {
    /// A story in which nothing happens, for those who make one up.
    pub const EMPTY: Facts = Facts {
        as_of: Date::checked(2000, 1, 1),
        labels: Labels {
            people: "",
            person: "",
            people_note: "",
            recognised: None,
            recognised_person: None,
            held: "",
            lane: [""; 3],
        },
        places: &[],
        releases: &[],
        totals: &[],
        counters: &[],
        held: &[],
        measures: &[],
        steps: &[],
        groups: &[],
        kinds: &[],
        actors: &[],
        relations: &[],
        neighbours: Adjacency::EMPTY,
    };
}

/// Words inside the charts, as the story calls its things.
#[derive(Debug)]
pub struct Labels {
    /// The first counting, after a number: "people freed".
    pub people: &'static str,
    /// The same after a one: "person freed".
    pub person: &'static str,
    /// What the sum of the first counting is: "itemised, our sum".
    pub people_note: &'static str,
    /// The second counting: "recognised as political prisoners"; `None` if the story has one counting only.
    pub recognised: Option<&'static str>,
    /// The same of one person: "recognised as a political prisoner"; `None` if it has no words of its own.
    pub recognised_person: Option<&'static str>,
    /// Those still held, after a number: "still held".
    pub held: &'static str,
    /// Measures that ease, that impose, and talks, in the key of the lane and in the names of its marks.
    pub lane: [&'static str; 3],
}

impl Labels {
    /// What the first counting counts, after a number: "people freed", after a one "person freed".
    pub fn people_word(&self, count: Count) -> &'static str {
        if count == Count::exactly(1) { self.person } else { self.people }
    }

    /// What a measure is, in the words of the key; of what has no mark in the lane, its kind.
    pub fn measure_word(&self, kind: MeasureKind) -> &'static str {
        let [eased, imposed, talks] = self.lane;
        match kind {
            MeasureKind::Eased => eased,
            MeasureKind::Imposed => imposed,
            MeasureKind::Talks => talks,
            MeasureKind::Amnesty | MeasureKind::Context => kind.name(),
        }
    }

    /// A count of the first counting in words: "52 people freed".
    pub fn count_of_people(&self, count: Count) -> String {
        format!("{count} {}", self.people_word(count))
    }
}

/// People let go on one day.
#[derive(Debug)]
pub struct Release {
    /// As in `data/releases.toml`.
    pub id: &'static str,
    /// The day.
    pub date: Date,
    /// People freed, as announced.
    pub people: Count,
    /// How many of them enter the running sum; `None` if the release stands outside it.
    pub itemised: Option<Count>,
    /// How many of them rights defenders recognise; `None` if that is not known.
    pub recognised: Option<Count>,
    /// The words of its annotation in the chart, if it carries the story.
    pub annotation: Option<&'static str>,
    /// Where they were taken, as far as it is known.
    pub taken_to: &'static [Share],
    /// Actors who had a part in it: freed, or at the table. Indices into [`Facts::actors`].
    pub actors: &'static [u16],
}

/// Where people are taken.
#[derive(Debug)]
pub struct Place {
    /// Its name.
    pub name: &'static str,
}

/// People of a release taken to one place.
#[derive(Debug)]
pub struct Share {
    /// Index into [`Facts::places`].
    pub place: u8,
    /// How many.
    pub people: Count,
}

/// A total that somebody reported and the chart draws.
#[derive(Debug)]
pub struct Total {
    /// As in `data/totals.toml`.
    pub id: &'static str,
    /// The day for which it was given.
    pub date: Date,
    /// The figure.
    pub count: Count,
    /// Words of its mark in the chart: who says it, and on which day of a year that the axis tells.
    pub label: &'static str,
}

/// Somebody who counts those still held.
#[derive(Debug)]
pub struct Counter {
    /// The counter's name.
    pub name: &'static str,
    /// Stands for several who are not named, so that no line may join its counts.
    pub unnamed: bool,
}

impl Counter {
    /// For so many there are marks that can be told apart, in `style/chart.css`.
    pub const MAX: usize = 3;
}

/// A count of those still held.
#[derive(Debug)]
pub struct Held {
    /// As in `data/held.toml`.
    pub id: &'static str,
    /// The day for which it was given.
    pub date: Date,
    /// The figure.
    pub count: Count,
    /// Index into [`Facts::counters`].
    pub counter: u8,
}

/// A measure or a meeting.
#[derive(Debug)]
pub struct Measure {
    /// As in `data/measures.toml`.
    pub id: &'static str,
    /// The day.
    pub date: Date,
    /// What it does.
    pub kind: MeasureKind,
    /// The release that the record links with it, as an index into [`Facts::releases`].
    pub release: Option<u16>,
}

/// What a measure does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureKind {
    /// Sanctions or other pressure, imposed or renewed.
    Imposed,
    /// Relief from them.
    Eased,
    /// Talks, visits, appointments.
    Talks,
    /// An act of grace by law.
    Amnesty,
    /// What else a reader has to know.
    Context,
}

impl MeasureKind {
    /// Every kind.
    pub const ALL: [MeasureKind; 5] = [
        MeasureKind::Imposed,
        MeasureKind::Eased,
        MeasureKind::Talks,
        MeasureKind::Amnesty,
        MeasureKind::Context,
    ];

    /// As written in `data/` and in CSS classes.
    pub const fn name(self) -> &'static str {
        match self {
            MeasureKind::Imposed => "imposed",
            MeasureKind::Eased => "eased",
            MeasureKind::Talks => "talks",
            MeasureKind::Amnesty => "amnesty",
            MeasureKind::Context => "context",
        }
    }
}
