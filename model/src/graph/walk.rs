//! Arrow keys in the map: from an actor to the next one in a direction, rather along relations. Whole
//! numbers only.

use super::{Adjacency, MapLayout, Spot};

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards smaller x.
    Left,
    /// Towards larger x.
    Right,
    /// Towards smaller y.
    Up,
    /// Towards larger y.
    Down,
}

impl Direction {
    /// Every direction.
    pub const ALL: [Direction; 4] =
        [Direction::Left, Direction::Right, Direction::Up, Direction::Down];

    /// How far a spot lies in this direction from another, and how far aside, in px.
    fn offset(self, from: Spot, to: Spot) -> (i64, i64) {
        let (dx, dy) = (i64::from(to.x) - i64::from(from.x), i64::from(to.y) - i64::from(from.y));
        match self {
            Direction::Left => (-dx, dy.abs()),
            Direction::Right => (dx, dy.abs()),
            Direction::Up => (-dy, dx.abs()),
            Direction::Down => (dy, dx.abs()),
        }
    }
}

/// The actor to which an arrow key leads from the actor `at`; `None` if none that is shown lies in that
/// direction.
///
/// It is the nearest of those that lie rather in that direction than aside, where one that has a relation
/// with `at` counts as half as far away. If there is none, it is the nearest of those that lie in that direction
/// at all.
///
/// So the keys walk along relations, but not past everybody who has none; if they did, some actors could not
/// be reached from anywhere.
pub fn neighbour_towards(
    layout: &MapLayout,
    neighbours: &Adjacency,
    at: u16,
    direction: Direction,
    is_shown: impl Fn(u16) -> bool,
) -> Option<u16> {
    let from = *layout.spots.get(usize::from(at))?;
    let own = neighbours.of(at);
    let candidates = (0..).zip(layout.spots).filter_map(|(actor, spot)| {
        let (along, aside) = direction.offset(from, *spot);
        if along <= 0 || !is_shown(actor) {
            return None;
        }
        let is_related = own.iter().any(|it| it.actor == actor);
        // Half as far is a quarter of the square.
        let weight = if is_related { 1 } else { 4 };
        Some((along < aside, weight * (along * along + aside * aside), actor))
    });
    candidates.min().map(|(_, _, actor)| actor)
}

#[cfg(test)]
mod tests {
    use super::super::neighbours::neighbours;
    use super::super::{Relation, Side};
    use super::*;

    fn layout(spots: &[(i16, i16)]) -> MapLayout {
        let spots = spots.iter().map(|&(x, y)| Spot { x, y, side: Side::Below });
        MapLayout { width: 800, height: 800, spots: Vec::leak(spots.collect()) }
    }

    const NOBODY: [Option<u16>; 4] = [None; 4];

    /// Where each arrow leads: left, right, up, down.
    fn arrows(
        spots: &[(i16, i16)],
        ends: &[(u16, u16)],
        at: u16,
        hidden: &[u16],
    ) -> [Option<u16>; 4] {
        let relations: Vec<Relation> =
            ends.iter().map(|&(from, to)| Relation::between(from, to)).collect();
        let (layout, neighbours) = (layout(spots), neighbours(spots.len(), &relations));
        Direction::ALL
            .map(|it| neighbour_towards(&layout, &neighbours, at, it, |it| !hidden.contains(&it)))
    }

    #[test]
    fn arrows_by_table() {
        // One on each side, the last far to the right.
        let cross = [(50, 50), (10, 40), (90, 60), (60, 10), (40, 90), (120, 50)];
        let arrows = |ends: &[(u16, u16)], at, hidden: &[u16]| arrows(&cross, ends, at, hidden);
        assert_eq!(arrows(&[], 0, &[]), [Some(1), Some(2), Some(3), Some(4)]);
        // Whoever has a relation counts as half as far away, whichever way it points.
        assert_eq!(arrows(&[(0, 5)], 0, &[]), [Some(1), Some(5), Some(3), Some(4)]);
        assert_eq!(arrows(&[(5, 0)], 0, &[]), [Some(1), Some(5), Some(3), Some(4)]);
        assert_eq!(arrows(&[(0, 5), (0, 2)], 0, &[])[1], Some(2));
        // Relations of others are nothing to it.
        assert_eq!(arrows(&[(1, 5), (5, 3)], 0, &[])[1], Some(2));
        // Who is hidden is passed over.
        assert_eq!(arrows(&[(0, 5)], 0, &[5])[1], Some(2));
        assert_eq!(arrows(&[], 0, &[2])[1], Some(5));
        // If all lie rather aside, the nearest of them.
        assert_eq!(arrows(&[], 0, &[2, 5])[1], Some(3));
        assert_eq!(arrows(&[], 0, &[1, 2, 3, 4, 5]), NOBODY);
        // At the edge it goes no further.
        assert_eq!(arrows(&[], 5, &[])[1], None);
        assert_eq!(arrows(&[], 6, &[]), NOBODY);
    }

    #[test]
    fn a_relation_does_not_lead_past_everybody() {
        let row = [(0, 0), (40, 0), (100, 0)];
        assert_eq!(arrows(&row, &[(0, 2)], 0, &[])[1], Some(1));
        let row = [(0, 0), (60, 0), (100, 0)];
        assert_eq!(arrows(&row, &[(0, 2)], 0, &[])[1], Some(2));
    }

    #[test]
    fn distances_at_the_limits_of_a_layout_do_not_overflow() {
        let corners = [(i16::MIN, i16::MIN), (i16::MAX, i16::MAX)];
        assert_eq!(arrows(&corners, &[], 0, &[]), [None, Some(1), None, Some(1)]);
        assert_eq!(arrows(&corners, &[], 1, &[]), [Some(0), None, Some(0), None]);
    }

    /// Whether arrows lead from every actor to every other.
    fn connects(layout: &MapLayout, neighbours: &Adjacency) -> bool {
        let n = layout.spots.len();
        (0..).take(n).all(|from| {
            let mut reached = vec![from];
            let mut next = 0;
            while let Some(&at) = reached.get(next) {
                next += 1;
                for direction in Direction::ALL {
                    let to = neighbour_towards(layout, neighbours, at, direction, |_| true);
                    reached.extend(to.filter(|it| !reached.contains(it)));
                }
            }
            reached.len() == n
        })
    }

    /// Nothing proves this for every map, so these are many, and the same ones each time.
    #[test]
    fn every_actor_of_made_up_maps_can_be_reached() {
        let mut state = 1u64;
        let mut below = |limit: u16| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as u16 % limit
        };
        for story in 0..200 {
            let n = below(38) + 2;
            let mut spots: Vec<(i16, i16)> =
                (0..n).map(|_| (below(760) as i16, below(660) as i16)).collect();
            spots.sort_unstable();
            spots.dedup();
            let n = spots.len() as u16;
            let relations: Vec<Relation> =
                (0..2 * n).map(|_| Relation::between(below(n), below(n))).collect();
            let neighbours = neighbours(spots.len(), &relations);
            assert!(connects(&layout(&spots), &neighbours), "{story}: {spots:?} {relations:?}");
        }
    }
}
