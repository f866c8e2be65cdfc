//! The layer over a chart: its marks as they stand in the page, and what a choice changes of them.

use super::chart_figure::ChartOf;
use super::layout::Layout;
use super::marks;
use crate::browser::{self, Siblings};
use crate::chart::Drawing;

/// A part of the plot, as it stands in the page.
pub(super) fn part(of: ChartOf, layout: Layout, selector: &str) -> Option<browser::Element> {
    browser::find(&format!("#island-{} .{} {selector}", of.name, layout.name()))
}

/// The marks over a chart, as they stand in the page.
pub(super) struct Layer {
    overlay: browser::Element,
    marks: Siblings,
    of: ChartOf,
}

impl Layer {
    /// That of the chart in one layout; none where the page has no such chart.
    pub(super) fn of(of: ChartOf, layout: Layout) -> Option<Layer> {
        let overlay = part(of, layout, ".overlay")?;
        let marks = Siblings::within(&part(of, layout, ".marks")?);
        Some(Layer { overlay, marks, of })
    }

    /// The element of a mark, by its position in the drawing.
    pub(super) fn mark(&self, idx: usize) -> Option<browser::Element> {
        self.marks.nth(self.of.place_of(idx))
    }

    /// Brings every mark to where a drawing has it, and leaves out those that it does not show.
    pub(super) fn place(&self, drawing: &Drawing) {
        browser::set(&self.overlay, "viewBox", Some(&marks::view_box(drawing)));
        for (idx, mark) in drawing.marks.iter().enumerate() {
            if let Some(element) = self.mark(idx) {
                browser::set(&element, "display", (!mark.is_shown()).then_some("none"));
                if mark.is_shown() {
                    browser::set(&element, "transform", Some(&marks::translate(mark.x, mark.y)));
                }
            }
        }
    }

    /// The line through the chosen day.
    pub(super) fn place_rule(&self, drawing: &Drawing, chosen: usize) {
        if let Some(rule) = self.overlay.first_element_child() {
            browser::set(&rule, "d", Some(&marks::rule(drawing, chosen)));
        }
    }

    /// Gives a mark a class, or takes it away.
    pub(super) fn toggle(&self, idx: usize, class: &str, on: bool) {
        if let Some(mark) = self.mark(idx) {
            browser::toggle(&mark, class, on);
        }
    }

    /// One stop for the Tab key; arrows walk from there. Without the wasm every link is a stop.
    pub(super) fn set_stop(&self, idx: usize, on: bool) {
        if let Some(mark) = self.mark(idx) {
            browser::set(&mark, "tabindex", (!on).then_some("-1"));
        }
    }
}
