//! Edges of the actor map: gently bent curves, fanned out where several join one pair.

use explainer_model::graph::{MapLayout, Relation, Spot};

use super::px;

/// How far the control point of an edge stands aside, in px. The curve bends half as far, which the
/// layout allows for when it keeps edges clear of names.
const BEND: f32 = 8.0;

/// The `d` of a relation's path. Empty if an end has no spot.
pub fn path(layout: &MapLayout, relations: &[Relation], idx: usize) -> String {
    curve(layout, relations, idx).map_or_else(String::new, |it| it.d())
}

/// Where the words of an edge of that index may stand, the best first, in px.
pub(super) fn label_places(
    layout: &MapLayout,
    relations: &[Relation],
    idx: usize,
) -> impl Iterator<Item = (i32, i32)> {
    let curve = curve(layout, relations, idx);
    LABEL_AT.into_iter().filter_map(move |part| Some(curve.as_ref()?.at(part)))
}

/// How far apart the ends of an edge stand, squared, in px; 0 if one has no spot.
pub(super) fn length_squared(layout: &MapLayout, relation: &Relation) -> i32 {
    let spot = |end: u16| layout.spots.get(usize::from(end));
    let (Some(from), Some(to)) = (spot(relation.from), spot(relation.to)) else { return 0 };
    let [dx, dy] = [(to.x, from.x), (to.y, from.y)].map(|(a, b)| i32::from(a) - i32::from(b));
    dx * dx + dy * dy
}

fn curve(layout: &MapLayout, relations: &[Relation], idx: usize) -> Option<Curve> {
    let relation = &relations[idx];
    let pair = |it: &Relation| (it.from.min(it.to), it.from.max(it.to));
    let earlier = relations.iter().take(idx).filter(|it| pair(it) == pair(relation)).count();
    let (low, high) = pair(relation);
    let spot = |end: u16| layout.spots.get(usize::from(end));
    Some(Curve::new(spot(low)?, spot(high)?, fan(earlier)))
}

/// Parts of an edge at which its words may stand: near the middle rather than near an end.
const LABEL_AT: [f32; 11] = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84];

/// The bends of the first, second, third … edge of one pair: 1, -1, 3, -3, 5 …
fn fan(earlier: usize) -> f32 {
    let step = (earlier / 2 * 2 + 1) as f32;
    if earlier.is_multiple_of(2) { step } else { -step }
}

/// A quadratic curve; points in px.
struct Curve {
    from: (f32, f32),
    control: (f32, f32),
    to: (f32, f32),
}

impl Curve {
    fn new(from: &Spot, to: &Spot, bend: f32) -> Curve {
        let (from, to) = (point(from), point(to));
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        // Square roots are exact to the last bit everywhere, so every machine draws the same curve.
        let aside = BEND * bend / (dx * dx + dy * dy).sqrt().max(1.0);
        let control = (from.0 + dx / 2.0 - dy * aside, from.1 + dy / 2.0 + dx * aside);
        Curve { from, control, to }
    }

    fn d(&self) -> String {
        let tenths = |it: f32| px((it * 10.0).round() as i32);
        let [from, control, to] =
            [self.from, self.control, self.to].map(|(x, y)| (tenths(x), tenths(y)));
        format!("M{} {}Q{} {} {} {}", from.0, from.1, control.0, control.1, to.0, to.1)
    }

    /// The point at a part of the way, from 0 to 1.
    fn at(&self, part: f32) -> (i32, i32) {
        let rest = 1.0 - part;
        let mix = |a: f32, b: f32, c: f32| {
            (rest * rest * a + 2.0 * rest * part * b + part * part * c).round() as i32
        };
        (mix(self.from.0, self.control.0, self.to.0), mix(self.from.1, self.control.1, self.to.1))
    }
}

fn point(spot: &Spot) -> (f32, f32) {
    (f32::from(spot.x), f32::from(spot.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use explainer_model::graph::Side;

    const SPOTS: [Spot; 2] =
        [Spot { x: 0, y: 0, side: Side::Below }, Spot { x: 100, y: 0, side: Side::Below }];
    const LAYOUT: MapLayout = MapLayout { width: 100, height: 100, spots: &SPOTS };

    #[test]
    fn edges_of_one_pair_do_not_lie_on_each_other() {
        let relations = [(0, 1), (1, 0), (0, 1)].map(|(a, b)| Relation::between(a, b));
        let path = |idx| path(&LAYOUT, &relations, idx);
        assert_eq!(path(0), "M0 0Q50 8 100 0");
        assert_eq!(path(1), "M0 0Q50 -8 100 0");
        assert_eq!(path(2), "M0 0Q50 24 100 0");
        assert_eq!(label_places(&LAYOUT, &relations, 0).next(), Some((50, 4)));
    }

    #[test]
    fn an_end_without_a_spot_draws_nothing() {
        assert_eq!(path(&LAYOUT, &[Relation::between(0, 7)], 0), "");
    }
}
