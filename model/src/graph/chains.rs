//! "How are these two connected?": the shortest chains of relations between two actors.

use super::Adjacency;
use super::neighbours::FAR;

/// A way from one actor to another along relations, whichever way each of them points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Where it begins; an index into [`Facts::actors`](crate::facts::Facts::actors).
    pub from: u16,
    /// The steps, of which there is at least one. The last reaches the other actor.
    pub hops: Vec<Hop>,
}

/// A step of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The actor that it reaches; an index into [`Facts::actors`](crate::facts::Facts::actors).
    pub to: u16,
    /// Every relation that joins it with the actor before, at least one, in the order of
    /// [`Facts::relations`](crate::facts::Facts::relations), of which they are indices.
    pub relations: Vec<u16>,
}

/// The shortest chains between two actors over the relations that are open, those that the map shows, say: at most `max` of
/// them, as there can be very many, in the order of the actors on their way. None from an actor to itself, or where nothing
/// leads.
///
/// Takes as long as there are actors and relations, and for each chain returned as its hops have links.
pub fn shortest(
    neighbours: &Adjacency,
    from: u16,
    to: u16,
    max: usize,
    is_open: &dyn Fn(u16) -> bool,
) -> Vec<Chain> {
    let to_go = neighbours.distances(to, is_open);
    let to_go = |actor: u16| to_go.get(usize::from(actor)).copied().unwrap_or(FAR);
    let length = match to_go(from) {
        0 | FAR => return Vec::new(),
        length => length,
    };
    // Level by level, each step beside the one before it. Every step is nearer to the end than the one
    // before, so none is lost, and no level needs more steps than there shall be chains.
    let mut steps: Vec<(u16, usize)> = vec![(from, 0)];
    let mut level = 0..1;
    for left in (0..length).rev() {
        let begin = steps.len();
        for before in level {
            let mut last = None;
            for link in steps.get(before).map_or(&[][..], |&(actor, _)| neighbours.of(actor)) {
                // Several relations with one actor are one step.
                if steps.len() - begin < max
                    && last != Some(link.actor)
                    && to_go(link.actor) == left
                    && is_open(link.relation)
                {
                    last = Some(link.actor);
                    steps.push((link.actor, before));
                }
            }
        }
        level = begin..steps.len();
    }
    let chain = |end: usize| {
        let mut hops = Vec::with_capacity(usize::from(length));
        let mut step = steps.get(end);
        while let Some(&(to, before)) = step
            && to != from
        {
            step = steps.get(before);
            let links = neighbours.of(to).iter();
            let joins = links.filter(|link| step.is_some_and(|&(actor, _)| actor == link.actor));
            let relations = joins.map(|it| it.relation).filter(|&it| is_open(it)).collect();
            hops.push(Hop { to, relations });
        }
        hops.reverse();
        Chain { from, hops }
    };
    level.map(chain).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Relation;
    use super::super::neighbours::neighbours;
    use super::*;
    use proptest::prelude::*;

    fn relations(ends: &[(u16, u16)]) -> Vec<Relation> {
        ends.iter().map(|&(from, to)| Relation::between(from, to)).collect()
    }

    /// Each hop as the actor and its relations.
    fn hops(chain: &Chain) -> Vec<(u16, Vec<u16>)> {
        chain.hops.iter().map(|it| (it.to, it.relations.clone())).collect()
    }

    #[test]
    fn chains_run_along_relations_either_way() {
        // 0 and 3 are joined by way of 1 and of 2, 1 twice with 3; 4 knows 3 only; 5 knows nobody.
        let neighbours =
            neighbours(6, &relations(&[(2, 0), (3, 2), (0, 1), (1, 3), (3, 1), (4, 3)]));
        let found = |from, to| -> Vec<_> {
            shortest(&neighbours, from, to, 9, &|_| true).iter().map(hops).collect()
        };
        assert_eq!(
            found(0, 3),
            [vec![(1, vec![2]), (3, vec![3, 4])], vec![(2, vec![0]), (3, vec![1])]]
        );
        assert_eq!(found(3, 1), [[(1, vec![3, 4])]]);
        assert_eq!(found(0, 4).len(), 2);
        for (from, to) in [(0, 0), (0, 5), (5, 0), (0, 77), (77, 0), (77, 77)] {
            assert_eq!(found(from, to), Vec::<Vec<_>>::new(), "{from} {to}");
        }
    }

    #[test]
    fn closed_relations_lead_nowhere() {
        let neighbours = neighbours(4, &relations(&[(0, 1), (1, 3), (3, 1), (0, 2), (2, 3)]));
        let found = |closed: &[u16]| -> Vec<_> {
            let is_open = |relation| !closed.contains(&relation);
            shortest(&neighbours, 0, 3, 9, &is_open).iter().map(hops).collect()
        };
        let (by_1, by_2) = (vec![(1, vec![0]), (3, vec![1, 2])], vec![(2, vec![3]), (3, vec![4])]);
        assert_eq!(found(&[]), [by_1.clone(), by_2.clone()]);
        assert_eq!(found(&[0]), vec![by_2.clone()]);
        assert_eq!(found(&[1]), [vec![(1, vec![0]), (3, vec![2])], by_2]);
        assert_eq!(found(&[4]), [by_1]);
        assert_eq!(found(&[0, 3]), Vec::<Vec<_>>::new());
    }

    #[test]
    fn no_more_chains_than_asked_for_even_if_there_are_very_many() {
        // Sixty diamonds in a row: 2 to the power of 60 chains, each as short as any other.
        let diamonds = (0..60).flat_map(|it| {
            let at = it * 3;
            [(at, at + 1), (at, at + 2), (at + 1, at + 3), (at + 2, at + 3)]
        });
        let neighbours = neighbours(181, &relations(&diamonds.collect::<Vec<_>>()));
        let all = shortest(&neighbours, 0, 180, 5, &|_| true);
        assert_eq!(all.len(), 5);
        for max in 0..5 {
            assert_eq!(shortest(&neighbours, 0, 180, max, &|_| true), all[..max]);
        }
    }

    /// Every way from the last actor of `way` to `to` without passing an actor twice.
    fn ways(relations: &[Relation], way: &mut Vec<u16>, to: u16, found: &mut Vec<Vec<u16>>) {
        let at = way[way.len() - 1];
        if at == to {
            found.push(way.clone());
            return;
        }
        for next in 0..7 {
            if !way.contains(&next) && relations.iter().any(|it| it.other_end(at) == Some(next)) {
                way.push(next);
                ways(relations, way, to, found);
                way.pop();
            }
        }
    }

    proptest! {
        #[test]
        fn they_are_the_shortest_of_all_ways(
            ends in proptest::collection::vec((0u16..7, 0u16..7), 0..16),
            from in 0u16..7,
            to in 0u16..7,
            max in 0usize..9,
        ) {
            let relations = relations(&ends);
            let mut expected = Vec::new();
            if from != to {
                ways(&relations, &mut vec![from], to, &mut expected);
            }
            let least = expected.iter().map(Vec::len).min().unwrap_or(0);
            expected.retain(|it| it.len() == least);
            expected.truncate(max);
            let found = shortest(&neighbours(7, &relations), from, to, max, &|_| true);
            let actors = |it: &Chain| -> Vec<u16> {
                std::iter::once(it.from).chain(it.hops.iter().map(|it| it.to)).collect()
            };
            prop_assert_eq!(found.iter().map(actors).collect::<Vec<_>>(), expected);
            for chain in &found {
                let mut at = chain.from;
                for hop in &chain.hops {
                    let joins = |it: &Relation| it.other_end(at) == Some(hop.to);
                    let joined: Vec<u16> =
                        (0..).zip(&relations).filter(|it| joins(it.1)).map(|it| it.0).collect();
                    prop_assert_eq!(&hop.relations, &joined);
                    at = hop.to;
                }
            }
        }
    }
}
