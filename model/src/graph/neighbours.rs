//! Who is joined with whom, at hand for each actor, so that no question has to look through all relations.

use super::Relation;

/// For each actor the relations that end there, from either end. The build works it out.
#[derive(Clone, Copy, Debug)]
pub struct Adjacency {
    /// Where the row of each actor begins in `links`, and where the last row ends: one entry more than
    /// there are actors.
    pub starts: &'static [u32],
    /// The rows of all actors, one after another; each by actor, then by relation.
    pub links: &'static [Link],
}

/// A relation as seen from one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The other end; an index into [`Facts::actors`](crate::facts::Facts::actors).
    pub actor: u16,
    /// An index into [`Facts::relations`](crate::facts::Facts::relations).
    pub relation: u16,
}

/// The distance of an actor to which nothing leads.
pub(super) const FAR: u16 = u16::MAX;

impl Adjacency {
    /// Of a story without actors.
    pub const EMPTY: Adjacency = Adjacency { starts: &[], links: &[] };

    /// The links of an actor, by the actor at the other end, then by relation; none if there is no such
    /// actor.
    pub fn of(&self, actor: u16) -> &'static [Link] {
        let at = |idx: usize| self.starts.get(idx).map(|&it| it as usize);
        let idx = usize::from(actor);
        match (at(idx), at(idx + 1)) {
            (Some(start), Some(end)) => self.links.get(start..end).unwrap_or_default(),
            _ => &[],
        }
    }

    /// `starts` and `links` for that many actors. A relation of an actor with itself leads nowhere and
    /// one with an actor that is not there leads out of the story; both are left out.
    pub fn rows(n_actors: usize, relations: &[Relation]) -> (Vec<u32>, Vec<Link>) {
        let is_there = |actor: u16| usize::from(actor) < n_actors;
        let mut ends: Vec<(u16, Link)> = (0..)
            .zip(relations)
            .filter(|(_, it)| it.from != it.to && is_there(it.from) && is_there(it.to))
            .flat_map(|(relation, it)| {
                [
                    (it.from, Link { actor: it.to, relation }),
                    (it.to, Link { actor: it.from, relation }),
                ]
            })
            .collect();
        ends.sort_unstable();
        let starts = (0..=n_actors).map(|actor| {
            let before = ends.partition_point(|(at, _)| usize::from(*at) < actor);
            u32::try_from(before).unwrap_or(u32::MAX)
        });
        (starts.collect(), ends.iter().map(|(_, link)| *link).collect())
    }

    /// How many relations lead from an actor to each, at least, over those that are open: 0 for itself,
    /// [`FAR`] where none lead.
    pub(super) fn distances(&self, from: u16, is_open: &dyn Fn(u16) -> bool) -> Vec<u16> {
        let mut distances = vec![FAR; self.starts.len().saturating_sub(1)];
        let mut reached = Vec::with_capacity(distances.len());
        if let Some(itself) = distances.get_mut(usize::from(from)) {
            *itself = 0;
            reached.push((from, 0));
        }
        let mut next = 0;
        while let Some(&(actor, distance)) = reached.get(next) {
            next += 1;
            for link in self.of(actor) {
                if let Some(known) = distances.get_mut(usize::from(link.actor))
                    && *known == FAR
                    && is_open(link.relation)
                {
                    *known = distance + 1;
                    reached.push((link.actor, distance + 1));
                }
            }
        }
        distances
    }
}

/// The neighbours among that many actors, for a test. They are never freed; a test ends soon.
#[cfg(test)]
pub(super) fn neighbours(n_actors: usize, relations: &[Relation]) -> Adjacency {
    let (starts, links) = Adjacency::rows(n_actors, relations);
    Adjacency { starts: starts.leak(), links: links.leak() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_row_is_by_actor_then_by_relation() {
        let ends = [(2, 0), (0, 1), (0, 2), (1, 1), (1, 9), (2, 0)];
        let relations = ends.map(|(from, to)| Relation::between(from, to));
        let neighbours = neighbours(4, &relations);
        let row = |actor| -> Vec<(u16, u16)> {
            neighbours.of(actor).iter().map(|it| (it.actor, it.relation)).collect()
        };
        assert_eq!(row(0), [(1, 1), (2, 0), (2, 2), (2, 5)]);
        assert_eq!(row(1), [(0, 1)]);
        assert_eq!(row(2), [(0, 0), (0, 2), (0, 5)]);
        assert_eq!(row(3), []);
        assert_eq!(row(4), []);
        assert_eq!(row(u16::MAX), []);
    }

    #[test]
    fn rows_that_do_not_fit_are_empty() {
        let broken = Adjacency { starts: &[0, 2, 1], links: &[] };
        for actor in 0..4 {
            assert_eq!(broken.of(actor), []);
            assert_eq!(Adjacency::EMPTY.of(actor), []);
        }
    }

    proptest! {
        #[test]
        fn every_relation_is_seen_from_both_ends(
            ends in proptest::collection::vec((0u16..9, 0u16..9), 0..40)
        ) {
            let relations: Vec<Relation> =
                ends.iter().map(|&(from, to)| Relation::between(from, to)).collect();
            let neighbours = neighbours(9, &relations);
            for actor in 0..9 {
                let row = neighbours.of(actor);
                prop_assert!(row.is_sorted());
                let mut own: Vec<Link> = (0..)
                    .zip(&relations)
                    .filter(|(_, it)| it.from != it.to)
                    .filter_map(|(relation, it)| Some(Link { actor: it.other_end(actor)?, relation }))
                    .collect();
                own.sort();
                prop_assert_eq!(row, own);
            }
        }
    }
}
