//! Stories that never were, to see how a map grows with one. Shared by tests and benches.

use super::{Link, Node};

/// Actors and relations: a story today, and as large as one may get.
pub(crate) const SIZES: [(usize, usize); 3] = [(28, 50), (250, 600), (1_000, 3_000)];
const N_GROUPS: usize = 6;

/// The shape of a story: groups that mostly keep to themselves, and a main line between two of them.
pub(crate) struct Story {
    labels: Vec<Vec<f32>>,
    pub(crate) links: Vec<Link>,
}

impl Story {
    /// The same story for the same size, on every machine.
    pub(crate) fn new(n_actors: usize, n_relations: usize) -> Self {
        let mut numbers = Numbers(n_actors as u64);
        // As wide as a short word to a long one, on one line or two.
        let labels = (0..n_actors)
            .map(|_| {
                let n_lines = 1 + numbers.below(2);
                (0..n_lines).map(|_| 35.0 + numbers.below(80) as f32).collect()
            })
            .collect();
        let links = (0..n_relations)
            .map(|idx| {
                // First a tree, so that everybody has a relation; then whoever comes.
                let from = if idx + 1 < n_actors { idx + 1 } else { numbers.below(n_actors) };
                let below = if idx + 1 < n_actors { from } else { n_actors };
                let mut to = numbers.below(below);
                if numbers.below(4) > 0 {
                    // Somebody of the same group, if there is one.
                    to = to / N_GROUPS * N_GROUPS + from % N_GROUPS;
                    to = if to < below { to } else { from.saturating_sub(N_GROUPS) };
                }
                let spine = idx % 10 == 0 && from % N_GROUPS + to % N_GROUPS == 1;
                Link { from, to, spine }
            })
            .collect();
        Self { labels, links }
    }

    pub(crate) fn nodes(&self) -> Vec<Node<'_>> {
        let labels = self.labels.iter().enumerate();
        labels
            .map(|(idx, label)| Node {
                group: idx % N_GROUPS,
                radius: (5 + idx % 4) as f32,
                label,
                pinned: None,
            })
            .collect()
    }
}

/// A linear congruential generator; its high bits are random enough for made-up numbers.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}
