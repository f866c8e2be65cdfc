//! The shapes of screen for which charts and maps are prerendered.

use crate::browser::USUAL;
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

    /// The width at which a chart is drawn that has `px` on the screen, where letters are that many px large in place of the
    /// usual ones: it is shown so much larger, its words grow as those around it do. No narrower than the narrowest, unless
    /// the screen is.
    pub(crate) fn drawn_at(px: f64, letters: f64) -> u32 {
        // What is a whole number should not end up below it.
        let width = (px * USUAL / letters + 0.001) as u32;
        width.max((px as u32).min(Layout::Narrow.width()))
    }

    /// The layout for a chart drawn at that width; as in `style/figure.css`.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_is_drawn_narrower_for_whom_letters_are_larger() {
        for (px, letters, drawn) in [
            (900.0, 16.0, 900),
            (519.8, 16.0, 519),
            (900.0, 32.0, 450),
            (836.0, 17.6, 760),
            (552.7, 17.0, 520),
            (900.0, 12.0, 1200),
            // As narrow as a chart can be, and narrower only on a screen that is.
            (400.0, 32.0, 280),
            (240.0, 16.0, 240),
            (240.0, 32.0, 240),
        ] {
            assert_eq!(Layout::drawn_at(px, letters), drawn, "{px} px, letters of {letters} px");
        }
    }
}
