//! What a mark of a chart is to a reader: a link with a name.

use std::fmt::Write;

use explainer_model::Count;
use explainer_model::count::Kind;
use explainer_model::facts::Facts;

use crate::chart::px;

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
}
