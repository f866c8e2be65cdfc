//! The shapes of screen for which charts and maps are prerendered.

use crate::chart::WIDE_FROM;

/// A shape of screen. Style sheets show the layout that fits (`style/figure.css`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A phone.
    Narrow,
    /// A tablet, or a column of a desktop page.
    Middle,
    /// Anything wider.
    Wide,
}

impl Layout {
    /// Every shape, in the order of the page.
    pub(crate) const ALL: [Layout; 3] = [Layout::Narrow, Layout::Middle, Layout::Wide];

    /// The width at which the prerendered chart is drawn, in px: the least for which it is shown, so
    /// that its words are never smaller than they were drawn.
    pub(crate) const fn width(self) -> u32 {
        match self {
            Layout::Narrow => 280,
            Layout::Middle => WIDE_FROM,
            Layout::Wide => 760,
        }
    }

    /// The layout for a chart of that width; as in `style/figure.css`.
    pub(crate) fn of(width: u32) -> Layout {
        let fits = |it: &Layout| width >= it.width();
        Layout::ALL.into_iter().rfind(fits).unwrap_or(Layout::Narrow)
    }

    /// The two of them for which there is a map.
    pub(crate) const OF_MAPS: [Layout; 2] = [Layout::Narrow, Layout::Wide];

    /// The CSS class of this layout alone.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Layout::Narrow => "narrow",
            Layout::Middle => "middle",
            Layout::Wide => "wide",
        }
    }

    /// CSS classes of a chart or map that is shown on such a screen only.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Layout::Narrow => "drawn narrow",
            Layout::Middle => "drawn middle",
            Layout::Wide => "drawn wide",
        }
    }
}
