//! A chart with its readout.

use std::ops::Range;

use explainer_model::facts::Facts;
use leptos::prelude::*;

use super::layout::Layout;
use super::marks::MarkLink;
use super::plot::Plot;
use super::prerender::prerendered;
use super::table;
use super::{Explorer, State, Words};
use crate::browser;
use crate::chart::Drawing;
use crate::chart::backend::escape;
use crate::chart::releases::Scope;

/// What a chart shows, and what choosing in it does.
#[derive(Clone, Copy)]
pub struct ChartOf {
    /// The name of the figure, as `data-figure` has it.
    pub name: &'static str,
    /// Which of [`State::widths`] is its own.
    pub(crate) nth: usize,
    /// The facts of the story.
    pub(crate) facts: &'static Facts,
    /// Draws the chart at a width in px.
    pub(crate) draw: fn(&Facts, Scope, u32) -> Drawing,
    /// The link of a mark of the drawing, by its position. Asked on the host only.
    pub(crate) mark: fn(&'static Facts, usize) -> MarkLink,
    /// How many marks the drawing has.
    pub(crate) n_marks: usize,
    /// How many of them pointer and arrow keys run along, from the first and by date.
    pub(crate) n_swept: usize,
    /// What can be chosen, by the position of its mark. The marks that can be come first; the rest
    /// only open their record.
    pub(crate) choice: fn(&'static Facts, usize) -> Option<Choice>,
    /// How many marks can be chosen.
    pub(crate) n_choices: usize,
    /// The mark that is chosen.
    pub(crate) chosen: fn(&State) -> usize,
    /// Chooses a mark.
    pub(crate) set_chosen: fn(&mut State, usize),
    /// Choosing by a click keeps the page where it is, because the readout tells all that the
    /// link leads to.
    pub(crate) stays: bool,
    /// What the reader has chosen.
    pub(crate) explorer: Explorer,
}

/// A mark that can be chosen.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// What its record is of, as the id of the record's element begins.
    pub(crate) kind: &'static str,
    /// Its own id.
    pub(crate) id: &'static str,
    /// The mark with which the record links it, by position.
    pub(crate) linked: Option<usize>,
}

impl ChartOf {
    /// The width at which the chart is drawn, in px; `None` until it is known.
    pub(crate) fn width(self, state: &State) -> Option<u32> {
        state.widths.get(self.nth).copied().flatten()
    }

    /// Keeps the width at which the chart is to be drawn, wherever it stands.
    pub fn follow_width(self) {
        if let Some(plots) = browser::element(&format!("#island-{} .plots", self.name)) {
            browser::on_width(&plots, move |px, letters| {
                let width = Layout::drawn_at(px, letters);
                self.explorer.change(|it| {
                    it.widths.get_mut(self.nth).into_iter().for_each(|own| *own = Some(width));
                });
            });
        }
    }

    /// Chooses a mark.
    pub(crate) fn choose(self, idx: usize) {
        self.explorer.change(|it| {
            (self.set_chosen)(it, idx);
            *it = it.in_sight(self.facts);
        });
    }

    /// The mark that is chosen now.
    pub(crate) fn chosen_now(self) -> usize {
        (self.chosen)(&self.explorer.now())
    }

    /// Calls `with` for each mark that the record links with this one. That one thing came after
    /// another is no link.
    pub(crate) fn each_linked(self, idx: usize, mut with: impl FnMut(usize)) {
        let linked = |it: usize| (self.choice)(self.facts, it).and_then(|it| it.linked);
        linked(idx).into_iter().for_each(&mut with);
        // What is swept does not know its links; what is not, is little.
        self.aside().filter(|&it| linked(it) == Some(idx)).for_each(with);
    }

    /// The mark whose link leads there: to its record in this page, or, in whatever page, to that of its
    /// number.
    pub(crate) fn choice_at(self, href: &str) -> Option<usize> {
        let (page, named) = href.split_once('#')?;
        let of_number = named.strip_prefix("claim-");
        let of_own = |kind| named.strip_prefix(kind).filter(|_| page.is_empty());
        let leads_there = |it: Choice| of_own(it.kind).or(of_number)?.eq(it.id).then_some(());
        (0..self.n_choices)
            .find(|&it| (self.choice)(self.facts, it).and_then(leads_there).is_some())
    }

    /// The marks that can be chosen one by one, beside those that pointer and arrow keys run along.
    pub(crate) fn aside(self) -> Range<usize> {
        self.n_swept..self.n_choices
    }

    /// The mark at which the Tab key stops while that one is chosen.
    pub(crate) fn stop(self, chosen: usize) -> usize {
        chosen.min(self.n_swept.saturating_sub(1))
    }

    /// The place of a mark among its siblings in the page: what is swept lies over the rest.
    pub(crate) fn place_of(self, idx: usize) -> usize {
        if idx < self.n_swept { self.n_marks - self.n_swept + idx } else { idx - self.n_swept }
    }

    /// Marks in the order in which they stand in the page.
    pub(crate) fn in_order(self) -> impl Iterator<Item = usize> {
        (self.n_swept..self.n_marks).chain(0..self.n_swept)
    }

    /// The id of the element that holds the record of what is chosen.
    fn record(self, chosen: usize) -> String {
        let choice = (self.choice)(self.facts, chosen);
        choice.map_or_else(String::new, |it| format!("{}{}", it.kind, it.id))
    }
}

/// The chart in each layout, and the words of what is chosen in it. The readout is announced once for
/// each choice.
#[component]
pub fn ChartFigure(
    /// What it shows.
    of: ChartOf,
    /// Where the readout's first words come from; `None` in the browser, where they stand in the page.
    words: Option<Words>,
) -> impl IntoView {
    let first = (of.chosen)(&of.explorer.first());
    of.explorer.follow(move |before, now| {
        let (told, chosen) = ((of.chosen)(before), (of.chosen)(now));
        // The row of what the page was prerendered with is marked at the beginning.
        if told == chosen && before.is_live == now.is_live {
            return;
        }
        let readout = browser::find(&format!("#island-{} .readout", of.name));
        if let Some(readout) = readout.filter(|_| told != chosen) {
            // Who walks through the story has chosen nothing.
            browser::announce(&readout, before.step == now.step);
            browser::show_record(&readout, &of.record(chosen));
        }
        table::mark_row(of, told, chosen);
    });
    view! {
        <div class="figure-body">
            <div class="plots">
                {Layout::ALL.map(|layout| view! { <Plot of layout/> }).into_iter().collect_view()}
                <ol class="chart-key drawn narrow" inner_html=prerendered(|| key(of))></ol>
            </div>
            <div
                class="readout"
                data-role="readout"
                tabindex="-1"
                aria-live="polite"
                inner_html=prerendered(|| words.map_or_else(String::new, |it| it(&of.record(first))))
            ></div>
        </div>
    }
}

/// The annotations that a phone's chart has no room for, numbered as their marks are: of all who were freed, and where
/// the second counting has other words, these too.
fn key(of: ChartOf) -> String {
    let key = |recognised| {
        let scope = Scope { recognised, ..Scope::default() };
        (of.draw)(of.facts, scope, Layout::Narrow.width()).key
    };
    let mut items = String::new();
    for ((number, all), (_, part)) in key(false).into_iter().zip(key(true)) {
        items += &format!("<li value=\"{number}\">");
        if all == part {
            escape(&all, &mut items);
        } else {
            for (class, words) in [("of-all", all), ("of-part", part)] {
                items += &format!("<span class=\"{class}\">");
                escape(&words, &mut items);
                items.push_str("</span>");
            }
        }
        items.push_str("</li>");
    }
    items
}

#[cfg(test)]
mod tests {
    use explainer_model::facts::Held;
    use explainer_model::{Count, Date};

    use super::*;
    use crate::view::held;

    const DAY: Date = Date::checked(2031, 1, 1);

    const fn count(id: &'static str) -> Held {
        Held { id, date: DAY, count: Count::exactly(2), counter: 0 }
    }

    static FACTS: Facts = Facts { held: &[count("a"), count("b")], ..Facts::EMPTY };

    #[test]
    fn a_count_is_found_by_its_number_in_whatever_page() {
        Owner::new().with(|| {
            let of = held(&FACTS, Explorer::new(&FACTS));
            for (href, found) in [
                ("records.html#claim-b", Some(1)),
                ("#claim-a", Some(0)),
                ("#held-b", Some(1)),
                ("../../#held-b", None),
                ("records.html#claim-", None),
                ("claim-a", None),
            ] {
                assert_eq!(of.choice_at(href), found, "{href}");
            }
        });
    }
}
