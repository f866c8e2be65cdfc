//! The releases figure: how many were freed, and what was given in return.

use explainer_model::facts::{Facts, Measure, Release, Total};

use super::chart_figure::{ChartOf, Choice};
use super::marks::{MarkLink, Shape, is_exact, radius};
use super::{Explorer, State};
use crate::chart::releases::draw;

/// The chart of releases with its lane of measures. A measure is linked with the release beside which the data show it.
pub fn releases(facts: &'static Facts, explorer: Explorer) -> ChartOf {
    let n_choices = facts.releases.len() + facts.measures.len();
    ChartOf {
        name: "releases",
        nth: 0,
        facts,
        draw,
        mark: MarkLink::on_host(mark),
        n_marks: n_choices + facts.totals.len(),
        n_swept: facts.releases.len(),
        choice,
        n_choices,
        chosen: |it| it.release,
        set_chosen: State::choose_release,
        stays: true,
        explorer,
    }
}

/// What can be chosen, by the position of its mark: a release, or a measure after them.
pub(super) fn choice(facts: &'static Facts, idx: usize) -> Option<Choice> {
    match marked(facts, idx) {
        Marked::Release(idx) => {
            let release = facts.releases.get(idx)?;
            Some(Choice { kind: "release-", id: release.id, linked: None })
        }
        Marked::Measure(measure) => {
            let linked = measure.release.map(usize::from);
            Some(Choice { kind: "measure-", id: measure.id, linked })
        }
        Marked::Total(_) => None,
    }
}

/// A mark by its position: releases, measures of the lane, totals that the chart draws.
enum Marked<'a> {
    Release(usize),
    Measure(&'a Measure),
    Total(usize),
}

fn marked(facts: &Facts, idx: usize) -> Marked<'_> {
    let Some(after_releases) = idx.checked_sub(facts.releases.len()) else {
        return Marked::Release(idx);
    };
    match facts.measures.get(after_releases) {
        Some(measure) => Marked::Measure(measure),
        None => Marked::Total(after_releases - facts.measures.len()),
    }
}

fn mark(facts: &'static Facts, idx: usize) -> MarkLink {
    match marked(facts, idx) {
        Marked::Release(idx) => {
            let release = &facts.releases[idx];
            let exact = is_exact(release.people);
            MarkLink {
                release: Some(release.id),
                label: format!(
                    "{}: {}",
                    day_of(facts, idx),
                    facts.labels.count_of_people(release.people)
                ),
                shape: Shape::Dot { radius: radius(release.people), series: 0, exact },
                ..MarkLink::NONE
            }
        }
        Marked::Measure(measure) => MarkLink {
            measure: Some(measure.id),
            label: format!("{}: {}", measure.date, facts.labels.measure_word(measure.kind)),
            ..MarkLink::NONE
        },
        Marked::Total(idx) => {
            let total = facts.totals.get(idx);
            let said =
                |it: &Total| format!("{} reported, {} {}", it.count, it.label, it.date.parts().0);
            MarkLink {
                shape: Shape::Tick,
                claim: total.map(|it| it.id),
                label: total.map_or_else(String::new, said),
                ..MarkLink::NONE
            }
        }
    }
}

/// The day of a release, and of several on one day, which of them it is: no two links have the same name.
fn day_of(facts: &Facts, idx: usize) -> String {
    let day = facts.releases[idx].date;
    let is_same = |it: &&Release| it.date == day;
    let before = facts.releases[..idx].iter().filter(is_same).count();
    match facts.releases.iter().filter(is_same).count() {
        1 => day.to_string(),
        n_releases => format!("{day}, {} of {n_releases} on that day", before + 1),
    }
}

#[cfg(test)]
mod tests {
    use explainer_model::facts::MeasureKind;
    use explainer_model::{Count, Date};

    use leptos::prelude::*;

    use super::*;

    const DAY: Date = Date::checked(2031, 1, 1);

    const fn release(id: &'static str) -> Release {
        let people = Count::exactly(2);
        Release {
            id,
            date: DAY,
            people,
            itemised: Some(people),
            recognised: None,
            annotation: None,
            taken_to: &[],
            actors: &[],
        }
    }

    const fn measure(release: Option<u16>) -> Measure {
        Measure { id: "m", date: DAY, kind: MeasureKind::Eased, release }
    }

    static FACTS: Facts = Facts {
        releases: &[release("a"), release("b")],
        measures: &[measure(Some(1)), measure(None)],
        ..Facts::EMPTY
    };

    #[test]
    fn a_choice_is_found_by_where_its_link_leads() {
        Owner::new().with(|| {
            let of = releases(&FACTS, Explorer::new(&FACTS));
            for (href, found) in [
                ("#release-b", Some(1)),
                ("#measure-m", Some(2)),
                ("#release-m", None),
                ("release-b", None),
                ("", None),
            ] {
                assert_eq!(of.choice_at(href), found, "{href}");
            }
        });
    }

    #[test]
    fn releases_of_one_day_have_a_name_each() {
        static ONE: Facts = Facts { releases: &[release("a")], ..Facts::EMPTY };
        assert_eq!(day_of(&ONE, 0), DAY.to_string());
        assert_eq!(day_of(&FACTS, 0), format!("{DAY}, 1 of 2 on that day"));
        assert_eq!(day_of(&FACTS, 1), format!("{DAY}, 2 of 2 on that day"));
    }

    #[test]
    fn marks_have_a_place_each_and_what_is_swept_comes_last() {
        Owner::new().with(|| {
            let of = releases(&FACTS, Explorer::new(&FACTS));
            let order: Vec<usize> = of.in_order().collect();
            assert_eq!(order, [2, 3, 0, 1]);
            assert!(order.iter().enumerate().all(|(place, &idx)| of.place_of(idx) == place));
        });
    }

    #[test]
    fn links_are_those_of_the_record_and_go_both_ways() {
        Owner::new().with(|| {
            let of = releases(&FACTS, Explorer::new(&FACTS));
            for (idx, linked) in [(0, vec![]), (1, vec![2]), (2, vec![1]), (3, vec![])] {
                let mut found = Vec::new();
                of.each_linked(idx, |it| found.push(it));
                assert_eq!(found, linked, "{idx}");
            }
            of.each_linked(usize::MAX, |it| panic!("{it} is linked with nothing"));
        });
    }
}
