//! Points, boxes, segments and hulls.
//!
//! Boxes and segments are kept as a centre and half extents: every test below is then a
//! separating-axis test of a few subtractions.
//! Only `+ - * /` and `sqrt` are used, which round alike on every machine; `sin` and `exp` do not.

/// A place in the plane, in px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub(super) x: f32,
    pub(super) y: f32,
}

impl Point {
    pub(super) fn distance_squared(self, other: Point) -> f32 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        dx * dx + dy * dy
    }
}

/// An upright box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Rect {
    pub(super) x: f32,
    pub(super) y: f32,
    /// Half the width.
    pub(super) half_width: f32,
    /// Half the height.
    pub(super) half_height: f32,
}

impl Rect {
    /// How deep the two reach into each other when `margin` is asked for between them;
    /// zero or less if they keep it.
    pub(super) fn overlap(&self, other: &Rect, margin: f32) -> f32 {
        let across = self.half_width + other.half_width + margin - (self.x - other.x).abs();
        let down = self.half_height + other.half_height + margin - (self.y - other.y).abs();
        if across < down { across } else { down }
    }

    /// The box of a single point.
    pub(super) fn at(point: Point) -> Rect {
        Rect { x: point.x, y: point.y, half_width: 0.0, half_height: 0.0 }
    }

    /// The box with that much more on each side.
    pub(super) fn grown(&self, margin: f32) -> Rect {
        let (half_width, half_height) = (self.half_width + margin, self.half_height + margin);
        Rect { half_width, half_height, ..*self }
    }

    pub(super) fn holds(&self, point: Point) -> bool {
        (point.x - self.x).abs() <= self.half_width && (point.y - self.y).abs() <= self.half_height
    }

    /// The smallest box around the points; a box of nothing without any.
    pub(super) fn around(points: &[Point]) -> Rect {
        let boxes = points.iter().copied().map(Rect::at);
        boxes.reduce(|a, b| a.union(&b)).unwrap_or_default()
    }

    /// The smallest box around both.
    pub(super) fn union(&self, other: &Rect) -> Rect {
        let left = (self.x - self.half_width).min(other.x - other.half_width);
        let right = (self.x + self.half_width).max(other.x + other.half_width);
        let top = (self.y - self.half_height).min(other.y - other.half_height);
        let bottom = (self.y + self.half_height).max(other.y + other.half_height);
        Rect {
            x: (left + right) / 2.0,
            y: (top + bottom) / 2.0,
            half_width: (right - left) / 2.0,
            half_height: (bottom - top) / 2.0,
        }
    }
}

/// A line that rises or falls by less than this, in px, counts as flat.
const FLAT: f32 = 0.1;

/// A straight line between two points, which are `(x, y)` minus and plus `(dx, dy)`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Segment {
    x: f32,
    y: f32,
    dx: f32,
    dy: f32,
    // The absolute of `dx` and `dy`, which every test asks for.
    half_width: f32,
    half_height: f32,
}

impl Segment {
    pub(super) fn new(from: Point, to: Point) -> Self {
        let (dx, dy) = ((to.x - from.x) / 2.0, (to.y - from.y) / 2.0);
        Self {
            x: (from.x + to.x) / 2.0,
            y: (from.y + to.y) / 2.0,
            dx,
            dy,
            half_width: dx.abs(),
            half_height: dy.abs(),
        }
    }

    /// Top and bottom.
    pub(super) fn span_down(&self) -> (f32, f32) {
        (self.y - self.half_height, self.y + self.half_height)
    }

    /// The leftmost and the rightmost point between two heights.
    pub(super) fn span_across(&self, top: f32, bottom: f32) -> (f32, f32) {
        let (left, right) = (self.x - self.half_width, self.x + self.half_width);
        if self.half_height < FLAT {
            return (left, right);
        }
        let at = |y: f32| self.x + self.dx * ((y - self.y) / self.dy);
        let (a, b) = (at(top), at(bottom));
        (a.min(b).max(left), a.max(b).min(right))
    }

    pub(super) fn crosses(&self, other: &Segment) -> bool {
        let (x, y) = (other.x - self.x, other.y - self.y);
        if x.abs() > self.half_width + other.half_width
            || y.abs() > self.half_height + other.half_height
        {
            return false;
        }
        // Each must have its ends on either side of the line through the other.
        let turn = (self.dx * other.dy - self.dy * other.dx).abs();
        (self.dx * y - self.dy * x).abs() < turn && (other.dx * y - other.dy * x).abs() < turn
    }

    /// Whether the line comes closer to the box than `margin`.
    pub(super) fn hits(&self, rect: &Rect, margin: f32) -> bool {
        let (x, y) = (rect.x - self.x, rect.y - self.y);
        let (half_width, half_height) = (rect.half_width + margin, rect.half_height + margin);
        x.abs() < self.half_width + half_width
            && y.abs() < self.half_height + half_height
            && (self.dx * y - self.dy * x).abs()
                < half_width * self.half_height + half_height * self.half_width
    }
}

/// The corners of the convex hull, counterclockwise; empty if the points have no area.
pub(super) fn hull(mut points: Vec<Point>) -> Vec<Point> {
    if points.len() < 3 {
        return Vec::new();
    }
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    let mut corners = half_hull(points.iter());
    corners.extend(half_hull(points.iter().rev()));
    if corners.len() < 3 { Vec::new() } else { corners }
}

/// One side of the hull, without its last point, which begins the other side.
fn half_hull<'a>(points: impl Iterator<Item = &'a Point>) -> Vec<Point> {
    let mut chain: Vec<Point> = Vec::new();
    for &point in points {
        while let [.., before, last] = chain[..] {
            if turn(before, last, point) > 0.0 {
                break;
            }
            chain.pop();
        }
        chain.push(point);
    }
    chain.pop();
    chain
}

/// Whether the point lies inside the corners that [`hull`] gave.
pub(super) fn is_inside(corners: &[Point], point: Point) -> bool {
    let Some(&last) = corners.last() else { return false };
    let mut before = last;
    for &corner in corners {
        if turn(before, corner, point) <= 0.0 {
            return false;
        }
        before = corner;
    }
    true
}

/// Positive if the way from `a` through `b` to `c` turns counterclockwise.
fn turn(a: Point, b: Point, c: Point) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}
