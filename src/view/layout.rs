//! The shapes of screen for which charts and maps are prerendered.

use crate::chart::WIDE_FROM;

/// A shape of screen. Style sheets show the layout that fits (`style/figure.css`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A phone.
    Narrow,
    /// Anything wider.
    Wide,
}

impl Layout {
    /// Every shape, in the order of the page.
    pub(crate) const ALL: [Layout; 2] = [Layout::Narrow, Layout::Wide];

    /// The width at which the prerendered chart is drawn, in px.
    pub(crate) const fn width(self) -> u32 {
        match self {
            Layout::Narrow => 320,
            Layout::Wide => 680,
        }
    }

    /// The layout for a chart of that width; as in `style/figure.css`.
    pub(crate) fn of(width: u32) -> Layout {
        if width < WIDE_FROM { Layout::Narrow } else { Layout::Wide }
    }

    /// The CSS class of this layout alone.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Layout::Narrow => "narrow",
            Layout::Wide => "wide",
        }
    }

    /// CSS classes of a chart or map that is shown on such a screen only.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Layout::Narrow => "drawn narrow",
            Layout::Wide => "drawn wide",
        }
    }
}
