//! What a mark of a chart is to a reader: a link with a name. And the layer of all marks over a chart.

use std::fmt::Write;

use explainer_model::Count;
use explainer_model::count::Kind;
use explainer_model::facts::Facts;

use super::chart_figure::ChartOf;
use crate::chart::backend::{SCALE, escape};
use crate::chart::{Drawing, KeyLine, px};

/// A chart and the layer over it, as they are prerendered. Called on the host only.
pub(crate) fn plot(of: ChartOf, drawing: &Drawing) -> String {
    let chosen = of.chosen_now();
    let mut linked = Vec::new();
    of.each_linked(chosen, |it| linked.push(it));
    let mut html = format!(
        "<div class=\"drawing\">{}</div>\
         <svg class=\"overlay\" viewBox=\"{}\"><path class=\"rule\" d=\"{}\"/><g class=\"marks\">",
        drawing.svg,
        view_box(drawing),
        rule(drawing, chosen),
    );
    for idx in of.in_order() {
        html += "<a class=\"mark";
        let classes = [
            (" swept", idx < of.n_swept),
            (" chosen", idx == chosen),
            (" linked", linked.contains(&idx)),
        ];
        classes.into_iter().filter(|it| it.1).for_each(|it| html += it.0);
        if let Some(mark) = drawing.marks.get(idx) {
            html += &match mark.is_shown() {
                true => format!("\" transform=\"{}", translate(mark.x, mark.y)),
                false => "\" display=\"none".to_owned(),
            };
        }
        (of.mark)(of.facts, idx).write(&mut html);
    }
    html + "</g></svg>"
}

/// A chart as it stands after the reader's choices, without links: the drawing with the marks over it, as
/// SVG, its size, and the key of what had no room in it. Called on the host only.
pub fn still(of: ChartOf, width: u32) -> (String, u32, u32, Vec<KeyLine>) {
    let drawing = (of.draw)(of.facts, of.explorer.now().scope(), width);
    let chosen = of.chosen_now();
    let mut svg = format!(
        "{}<g class=\"overlay\"><path class=\"rule\" d=\"{}\"/>",
        drawing.svg,
        rule(&drawing, chosen)
    );
    for idx in of.in_order() {
        if let Some(mark) = drawing.marks.get(idx).filter(|it| it.is_shown()) {
            let class = if idx == chosen { " chosen" } else { "" };
            let place = translate(mark.x, mark.y);
            let shape = (of.mark)(of.facts, idx).svg();
            svg += &format!("<g class=\"mark{class}\" transform=\"{place}\">{shape}</g>");
        }
    }
    (svg + "</g>", drawing.width, drawing.height, drawing.key)
}

/// The `viewBox` of the layer over a drawing.
pub(crate) fn view_box(drawing: &Drawing) -> String {
    format!("0 0 {} {}", drawing.width, drawing.height)
}

/// The `d` of the line on the day of what is chosen; empty if that is not shown. From a mark of the plot it drops to the
/// days, as higher up it would run through the mark's own words; from the lane under them it goes up through the plot.
pub(crate) fn rule(drawing: &Drawing, chosen: usize) -> String {
    let Some(mark) = drawing.marks.get(chosen).filter(|it| it.is_shown()) else {
        return String::new();
    };
    let (top, bottom) = drawing.rule;
    let is_in_plot = mark.y < bottom as i32 * SCALE;
    let top = if is_in_plot { px(mark.y) } else { top.to_string() };
    format!("M{} {top}V{bottom}", px(mark.x))
}

/// The `transform` of a mark at that many tenths of a px.
pub(crate) fn translate(x: i32, y: i32) -> String {
    format!("translate({} {})", px(x), px(y))
}

/// A datum that can be pointed at, focused and opened.
#[derive(Clone, Debug)]
pub(crate) struct MarkLink {
    /// The id of the release, for `data-release`.
    pub(crate) release: Option<&'static str>,
    /// The id of the measure, for `data-measure`.
    pub(crate) measure: Option<&'static str>,
    /// The id of the claim, for `data-claim`.
    pub(crate) claim: Option<&'static str>,
    /// What it says, for those who cannot see it.
    pub(crate) label: String,
    /// How it is drawn.
    pub(crate) shape: Shape,
}

/// How the mark of a datum is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A dot of the given radius in tenths of a px, in the style of a series.
    Dot {
        /// Radius.
        radius: i32,
        /// Number of the series.
        series: u8,
        /// The figure is the number itself; otherwise the dot is hollow.
        exact: bool,
    },
    /// Nothing: the chart has drawn it.
    Drawn,
    /// Nothing: the chart has drawn a tick, which is hit right of its middle, where no release lies.
    Tick,
}

impl MarkLink {
    /// What reads the links of a figure: on the host `read`, in the browser, where the page has them
    /// already, nothing, so that the words of the links do not ship in the wasm.
    pub(crate) fn on_host(
        read: fn(&'static Facts, usize) -> MarkLink,
    ) -> fn(&'static Facts, usize) -> MarkLink {
        if cfg!(feature = "ssr") { read } else { |_, _| MarkLink::NONE }
    }

    pub(crate) const NONE: MarkLink = MarkLink {
        release: None,
        measure: None,
        claim: None,
        label: String::new(),
        shape: Shape::Drawn,
    };

    /// The address of the record in the page.
    pub(crate) fn href(&self) -> String {
        match (self.release, self.measure) {
            (Some(release), _) => format!("#release-{release}"),
            (None, Some(measure)) => format!("#measure-{measure}"),
            (None, None) => format!("#claim-{}", self.claim.unwrap_or_default()),
        }
    }

    /// The rest of its element, from within its last attribute.
    fn write(&self, html: &mut String) {
        let ids = [("release", self.release), ("measure", self.measure), ("claim", self.claim)];
        *html += &format!("\" href=\"{}\"", self.href());
        for (name, id) in ids {
            // Ids are letters, digits and hyphens; the check of the data sees to it.
            if let Some(id) = id {
                *html += &format!(" data-{name}=\"{id}\"");
            }
        }
        *html += " aria-label=\"";
        escape(&self.label, html);
        *html += &format!("\">{}</a>", self.svg());
    }

    /// Its area to hit, at least 24 px across, and its dot, as SVG around the origin.
    pub(crate) fn svg(&self) -> String {
        let aside = if self.shape == Shape::Tick { " cx=\"14\"" } else { "" };
        let mut svg = format!("<circle class=\"hit\"{aside} r=\"12\"/>");
        if let Shape::Dot { radius, series, exact } = self.shape {
            let open = if exact { "" } else { " open" };
            // Writing to a string cannot fail.
            let _ =
                write!(svg, "<circle class=\"dot series-{series}{open}\" r=\"{}\"/>", px(radius));
        }
        svg
    }
}

/// Radius of a dot whose area grows with the count, in tenths of a px: from 2.5 px up to 8.
pub(crate) fn radius(count: Count) -> i32 {
    let side = (count.stated() as f32).sqrt() * 5.0;
    (side as i32).clamp(25, 80)
}

/// Whether a figure is the number itself.
pub(crate) fn is_exact(count: Count) -> bool {
    count.kind() == Kind::Exactly
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Mark;

    #[test]
    fn dots_grow_with_the_count_within_limits() {
        assert_eq!(radius(Count::exactly(1)), 25);
        assert_eq!(radius(Count::exactly(100)), 50);
        assert_eq!(radius(Count::more_than(9000)), 80);
    }

    #[test]
    fn marks_are_links_before_the_page_is_interactive() {
        let href = |link: MarkLink| link.href();
        assert_eq!(href(MarkLink { release: Some("a"), ..MarkLink::NONE }), "#release-a");
        assert_eq!(href(MarkLink { measure: Some("b"), ..MarkLink::NONE }), "#measure-b");
        assert_eq!(href(MarkLink { claim: Some("c"), ..MarkLink::NONE }), "#claim-c");
        assert_eq!(MarkLink::NONE.svg(), "<circle class=\"hit\" r=\"12\"/>");
    }

    #[test]
    fn the_line_on_a_day_stays_off_the_words_above_a_mark() {
        let marks = [(100, 505), (200, 1300)].map(|(x, y)| Mark { x, y }).to_vec();
        let (svg, key) = (String::new(), Vec::new());
        let drawing = Drawing { svg, width: 300, height: 150, marks, rule: (18, 110), key };
        assert_eq!(rule(&drawing, 0), "M10 50.5V110");
        // What stands in the lane, under the days.
        assert_eq!(rule(&drawing, 1), "M20 18V110");
        assert_eq!(rule(&drawing, 7), "");
    }
}
