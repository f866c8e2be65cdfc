//! The part of a map that is shown: closer, farther, aside. Pure arithmetic in parts of the map.

/// A whole map is that many parts wide, and as many high.
pub const WHOLE: i32 = 10_000;
/// The smallest window: an eighth of the map.
const SMALLEST: i32 = WHOLE / 8;

/// A window of the shape of the map. In parts of [`WHOLE`], along each axis its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Left edge.
    pub left: i32,
    /// Top edge.
    pub top: i32,
    /// From edge to edge.
    pub size: i32,
}

impl Window {
    /// The whole map.
    pub const FIT: Window = Window { left: 0, top: 0, size: WHOLE };

    /// A window `percent` as large; the point `at` of the window, in parts of it, keeps its place.
    pub fn scaled(self, percent: i32, at: (i32, i32)) -> Window {
        let size = (self.size * percent / 100).clamp(SMALLEST, WHOLE);
        let lost = self.size - size;
        let share = |at: i32| lost * at.clamp(0, WHOLE) / WHOLE;
        Window { left: self.left + share(at.0), top: self.top + share(at.1), size }.inside()
    }

    /// The window moved aside, by parts of itself.
    pub fn moved(self, (right, down): (i32, i32)) -> Window {
        let part = |by: i32| self.size * by / WHOLE;
        Window { left: self.left + part(right), top: self.top + part(down), ..self }.inside()
    }

    /// The window moved no farther than needed to hold a point of the map and what is next to it.
    pub fn holding(self, (x, y): (i32, i32)) -> Window {
        let margin = self.size / 5;
        let hold = |edge: i32, at: i32| edge.clamp(at + margin - self.size, at - margin);
        Window { left: hold(self.left, x), top: hold(self.top, y), ..self }.inside()
    }

    /// Where in the window a point of the map is, in parts of the window.
    pub fn share(self, (x, y): (i32, i32)) -> (i32, i32) {
        let share = |at: i32, edge: i32| (at - edge) * WHOLE / self.size;
        (share(x, self.left), share(y, self.top))
    }

    /// Whether a point of the map is in it.
    pub fn holds(self, (x, y): (i32, i32)) -> bool {
        let holds = |at: i32, edge: i32| (edge..=edge + self.size).contains(&at);
        holds(x, self.left) && holds(y, self.top)
    }

    /// How large actors and words are to be drawn in it, in parts of what they are in the map, if the whole map is shown at
    /// `drawn` parts of its size. They do not grow with what is between them, but where the whole map makes
    /// them too small to be read.
    pub fn size_of_words(self, drawn: i32) -> i32 {
        (self.size * WHOLE / drawn.max(1)).min(WHOLE).max(self.size)
    }

    /// Whether it is less than the whole map.
    pub fn is_close(self) -> bool {
        self.size < WHOLE
    }

    /// The `viewBox` that shows it of a map of that size in px.
    pub fn view_box(self, width: u16, height: u16) -> String {
        // A tenth of a px is as fine as drawings are.
        let tenths = |parts: i32, whole: u16| super::px(parts * i32::from(whole) / (WHOLE / 10));
        let (left, top) = (tenths(self.left, width), tenths(self.top, height));
        let (wide, high) = (tenths(self.size, width), tenths(self.size, height));
        format!("{left} {top} {wide} {high}")
    }

    fn inside(self) -> Window {
        let edge = |at: i32| at.clamp(0, WHOLE - self.size);
        Window { left: edge(self.left), top: edge(self.top), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIDDLE: (i32, i32) = (WHOLE / 2, WHOLE / 2);

    #[test]
    fn closer_keeps_the_point_in_its_place_and_farther_leads_back() {
        let half = Window::FIT.scaled(50, MIDDLE);
        assert_eq!(half, Window { left: 2_500, top: 2_500, size: 5_000 });
        assert_eq!(half.scaled(200, MIDDLE), Window::FIT);
        let corner = Window::FIT.scaled(50, (0, WHOLE));
        assert_eq!(corner, Window { left: 0, top: 5_000, size: 5_000 });
        assert!(half.is_close() && !Window::FIT.is_close());
    }

    #[test]
    fn a_window_never_leaves_the_map_nor_shrinks_to_nothing() {
        let mut window = Window::FIT;
        for step in 0..200 {
            window = match step % 3 {
                0 => window.scaled(60, (WHOLE * (step % 2), 0)),
                1 => window.moved((7_000 - step * 90, 5_000)),
                _ => window.holding((step * 50, WHOLE - step * 50)),
            };
            assert!(window.left >= 0 && window.left + window.size <= WHOLE, "{window:?}");
            assert!(window.top >= 0 && window.top + window.size <= WHOLE, "{window:?}");
            assert!(window.size >= SMALLEST);
        }
    }

    #[test]
    fn a_point_aside_is_brought_in_and_one_within_moves_nothing() {
        let half = Window { left: 2_500, top: 2_500, size: 5_000 };
        assert_eq!(half.holding((5_000, 4_000)), half);
        assert_eq!(half.holding((9_000, 5_000)).left, 5_000);
        assert_eq!(half.holding((1_500, 5_000)).left, 500);
        assert_eq!(Window::FIT.holding((0, WHOLE)), Window::FIT);
    }

    #[test]
    fn a_point_has_a_place_in_the_window_or_none() {
        let part = Window { left: 2_000, top: 4_000, size: 5_000 };
        assert_eq!(part.share((4_500, 4_000)), (WHOLE / 2, 0));
        assert!(
            part.holds((2_000, 9_000))
                && !part.holds((1_999, 9_000))
                && !part.holds((4_500, 9_001))
        );
    }

    #[test]
    fn words_keep_their_size_and_grow_only_where_they_were_too_small() {
        let sizes = |drawn: i32| {
            [WHOLE, WHOLE / 2, WHOLE / 4, WHOLE / 8]
                .map(|size| Window { size, ..Window::FIT }.size_of_words(drawn) * drawn / size)
        };
        // On the screen, in parts of what is meant.
        assert_eq!(sizes(WHOLE), [WHOLE; 4]);
        assert_eq!(sizes(12_000), [12_000; 4]);
        assert_eq!(sizes(2_500), [2_500, 5_000, WHOLE, WHOLE]);
    }

    #[test]
    fn it_is_written_in_px_of_the_map() {
        assert_eq!(Window::FIT.view_box(760, 660), "0 0 760 660");
        let part = Window { left: 2_500, top: 1_000, size: 3_333 };
        assert_eq!(part.view_box(760, 660), "190 66 253.3 219.9");
    }
}
