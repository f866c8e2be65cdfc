//! The hull of each group, and how many nodes of other groups are in it.

use super::geometry::{Point, Rect, hull, is_inside};

/// The hull of a group, to be asked what is inside.
#[derive(Default)]
pub(super) struct Hull {
    corners: Vec<Point>,
    /// Around the corners, for a first quick test.
    bounds: Rect,
    /// Nodes of other groups that are inside.
    pub(super) n_intruders: usize,
}

impl Hull {
    /// The hull of some points, in which nobody has been looked for.
    pub(super) fn new(points: Vec<Point>) -> Self {
        let corners = hull(points);
        // Kept clear of rounding: the corners themselves are not inside anyway.
        Self { bounds: Rect::around(&corners).grown(0.5), corners, n_intruders: 0 }
    }

    pub(super) fn holds(&self, point: Point) -> bool {
        self.bounds.holds(point) && is_inside(&self.corners, point)
    }

    /// The hull if one of its points moved; `None` if it stays the same. `others` are all points
    /// but the one that moves.
    pub(super) fn moved(
        &self,
        from: Point,
        to: Point,
        others: impl Iterator<Item = Point>,
    ) -> Option<Hull> {
        let is_corner = self.corners.is_empty() || self.corners.contains(&from);
        if is_corner {
            return Some(Hull::new(others.chain([to]).collect()));
        }
        if self.holds(to) {
            return None;
        }
        // Whatever was inside still is.
        Some(Hull::new(self.corners.iter().copied().chain([to]).collect()))
    }
}
