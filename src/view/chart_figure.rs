//! A chart with its readout.

use explainer_model::facts::Facts;
use leptos::prelude::*;

use super::Words;
use super::marks::MarkLink;
use super::plot::{Layout, Plot, text};
use super::prerender::prerendered;
use crate::chart::Drawing;
use crate::chart::backend::escape;
use crate::chart::releases::View;

/// What a chart shows, and what choosing in it does.
#[derive(Clone, Copy)]
pub struct ChartOf {
    /// The facts of the story.
    pub(crate) facts: &'static Facts,
    /// Draws the chart at a width in px.
    pub(crate) draw: fn(&Facts, View, u32) -> Drawing,
    /// How it is shown, for a chart that has more than one view.
    pub(crate) view: RwSignal<View>,
    /// The link of a mark of the drawing, by its position. Asked on the host only.
    pub(crate) mark: fn(&'static Facts, usize) -> MarkLink,
    /// How many marks the drawing has.
    pub(crate) n_marks: usize,
    /// How many of them pointer and arrow keys run along, from the first and by date.
    pub(crate) n_swept: usize,
    /// The marks that can be chosen, from the first; the rest only open their record.
    pub(crate) choices: StoredValue<Vec<Choice>>,
    /// The mark that is chosen.
    pub(crate) chosen: RwSignal<usize>,
    /// Choosing by a click keeps the page where it is, because the readout tells all that the
    /// link leads to.
    pub(crate) stays: bool,
    /// Width that the chart has, in px; `None` until it is known.
    pub(crate) width: RwSignal<Option<u32>>,
    /// Whether the page is interactive.
    pub(crate) live: RwSignal<bool>,
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
    /// How many marks can be chosen.
    pub(crate) fn n_choices(self) -> usize {
        self.choices.with_value(Vec::len)
    }

    /// Whether the record links two marks. That one thing came after another is no link.
    pub(crate) fn are_linked(self, a: usize, b: usize) -> bool {
        self.choices.with_value(|all| {
            let linked = |it: usize| all.get(it).and_then(|it| it.linked);
            linked(a) == Some(b) || linked(b) == Some(a)
        })
    }

    /// The id of the element that holds the record of what is chosen.
    fn record(self) -> String {
        let chosen = self.chosen.get();
        self.choices.with_value(|all| {
            all.get(chosen).map_or_else(String::new, |it| [it.kind, it.id].concat())
        })
    }

    /// Marks in the order in which they stand in the page: what can be chosen lies over the rest.
    pub(crate) fn in_order(self) -> impl Iterator<Item = usize> {
        (self.n_swept..self.n_marks).chain(0..self.n_swept)
    }
}

/// The chart in each layout, and the words of what is chosen in it. The readout is announced once for
/// each choice.
#[component]
pub fn ChartFigure(
    /// What it shows.
    of: ChartOf,
    /// Where the readout's words come from.
    words: Words,
) -> impl IntoView {
    let readout = text(move || words(&of.record()));
    view! {
        <div class="figure-body">
            <div class="plots">
                {Layout::ALL.map(|layout| view! { <Plot of layout/> }).into_iter().collect_view()}
                <ol class="chart-key drawn narrow" inner_html=prerendered(|| key(of))></ol>
            </div>
            <div class="readout" data-role="readout" tabindex="-1" aria-live="polite" inner_html=readout></div>
        </div>
    }
}

/// The annotations that a phone's chart has no room for, numbered as their marks are.
fn key(of: ChartOf) -> String {
    let mut items = String::new();
    for words in (of.draw)(of.facts, View::default(), Layout::Narrow.width()).key {
        items.push_str("<li>");
        escape(words, &mut items);
        items.push_str("</li>");
    }
    items
}
