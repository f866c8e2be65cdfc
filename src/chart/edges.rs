//! Edges of the actor map: gently bent curves, fanned out where several join one pair.

use explainer_model::graph::{MapLayout, Relation, Spot};

use super::px;

/// How far the control point of an edge stands aside, in tenths of a px. The curve bends half as far,
/// which the layout allows for when it keeps edges clear of names.
const BEND: f32 = 80.0;

/// The `d` of a relation's path, and the middle of its curve in px. Empty if an end has no spot.
pub fn path(layout: &MapLayout, relations: &[Relation], idx: usize) -> (String, (i32, i32)) {
    let relation = &relations[idx];
    let pair = |it: &Relation| (it.from.min(it.to), it.from.max(it.to));
    let earlier = relations[..idx].iter().filter(|it| pair(it) == pair(relation)).count();
    let (low, high) = pair(relation);
    let (Some(from), Some(to)) =
        (layout.spots.get(usize::from(low)), layout.spots.get(usize::from(high)))
    else {
        return (String::new(), (0, 0));
    };
    let (control, middle) = bent(from, to, fan(earlier));
    let d = format!("M{} {}Q{} {} {} {}", from.x, from.y, px(control.0), px(control.1), to.x, to.y);
    (d, middle)
}

/// The bends of the first, second, third … edge of one pair: 1, -1, 3, -3, 5 …
fn fan(earlier: usize) -> i32 {
    let step = i32::try_from(earlier / 2).unwrap_or(0) * 2 + 1;
    if earlier % 2 == 0 { step } else { -step }
}

/// Control point of a quadratic curve in tenths of a px, and the middle of the curve in px.
fn bent(from: &Spot, to: &Spot, bend: i32) -> ((i32, i32), (i32, i32)) {
    let (fx, fy) = (f32::from(from.x), f32::from(from.y));
    let (dx, dy) = (f32::from(to.x) - fx, f32::from(to.y) - fy);
    // Square roots are exact to the last bit everywhere, so host and browser draw the same curve.
    let length = (dx * dx + dy * dy).sqrt().max(1.0);
    let (aside_x, aside_y) = (-dy / length * BEND * bend as f32, dx / length * BEND * bend as f32);
    let (middle_x, middle_y) = (10.0 * fx + 5.0 * dx, 10.0 * fy + 5.0 * dy);
    let whole = |tenths: f32| tenths.round() as i32;
    let control = (whole(middle_x + aside_x), whole(middle_y + aside_y));
    (control, (whole((middle_x + aside_x / 2.0) / 10.0), whole((middle_y + aside_y / 2.0) / 10.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use explainer_model::graph::Side;

    const SPOTS: [Spot; 2] =
        [Spot { x: 0, y: 0, side: Side::Below }, Spot { x: 100, y: 0, side: Side::Below }];
    const LAYOUT: MapLayout = MapLayout { width: 100, height: 100, spots: &SPOTS };

    const fn relation(from: u16, to: u16) -> Relation {
        Relation { from, to }
    }

    #[test]
    fn edges_of_one_pair_do_not_lie_on_each_other() {
        let relations = [relation(0, 1), relation(1, 0), relation(0, 1)];
        let path = |idx| path(&LAYOUT, &relations, idx);
        assert_eq!(path(0).0, "M0 0Q50 8 100 0");
        assert_eq!(path(1).0, "M0 0Q50 -8 100 0");
        assert_eq!(path(2).0, "M0 0Q50 24 100 0");
        assert_eq!(path(0).1, (50, 4));
    }

    #[test]
    fn an_end_without_a_spot_draws_nothing() {
        assert_eq!(path(&LAYOUT, &[relation(0, 7)], 0).0, "");
    }
}
