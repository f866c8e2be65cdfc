//! What the reader has chosen in the map, and what passes its filters.

use super::{Actor, Relation, Standing, standing};
use crate::Date;

/// What the reader has chosen in the map. An index of an actor that is not there counts as none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The actor in focus.
    pub focus: Option<u16>,
    /// How many relations away from the focus an actor still stands out: 1 or 2.
    pub degrees: u8,
    /// The actor to which the ways from the focus are asked for. Counts only with a focus, and only if
    /// it is another actor.
    pub chain_to: Option<u16>,
    /// Actors of the chosen release; they stand out while nothing is in focus.
    pub lit: &'static [u16],
    /// The groups that are shown: bit `n` for group `n`. A group beyond the bits is always shown.
    pub groups: u32,
    /// The kinds of relation that are shown: bit `n` for kind `n`. A kind beyond the bits is always shown.
    pub kinds: u64,
    /// Whether only what the first article has is shown.
    pub seed_only: bool,
    /// Shows what is known of this day: relations that certainly begin later are left out, and those that
    /// ended before are marked. `None` shows those of all times.
    pub day: Option<Date>,
    /// The time at which one looked before `day`; what began since is marked.
    pub since: Option<Date>,
}

impl Selection {
    /// Nothing chosen: everything is shown, nothing stands out, a focus would reach one relation far.
    pub const NOTHING: Selection = Selection {
        focus: None,
        degrees: 1,
        chain_to: None,
        lit: &[],
        groups: u32::MAX,
        kinds: u64::MAX,
        seed_only: false,
        day: None,
        since: None,
    };

    /// Whether the filters let an actor pass.
    pub(super) fn passes_actor(&self, actor: &Actor) -> bool {
        has(u64::from(self.groups) | !u64::from(u32::MAX), actor.group)
            && (actor.in_seed || !self.seed_only)
    }

    /// Whether the filters let a relation pass, if both of its ends are shown.
    pub(super) fn passes_relation(&self, relation: &Relation) -> bool {
        has(self.kinds, relation.kind)
            && (relation.in_seed || !self.seed_only)
            && self.standing(relation) != Standing::NotYet
    }

    /// How a relation stands on the day that was chosen; without one, each holds.
    pub(super) fn standing(&self, relation: &Relation) -> Standing {
        self.day.map_or(Standing::Holds, |day| standing(relation, self.since, day))
    }
}

/// Whether a bit is set; one beyond the set counts as set.
fn has(set: u64, bit: u8) -> bool {
    set.checked_shr(u32::from(bit)).is_none_or(|it| it & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bit_beyond_the_set_counts_as_set() {
        for (set, bit, expected) in
            [(0b101, 0, true), (0b101, 1, false), (0b101, 2, true), (0, 63, false), (0, 64, true)]
        {
            assert_eq!(has(set, bit), expected, "{set:b} {bit}");
        }
        let none = Selection { groups: 0, kinds: 0, ..Selection::NOTHING };
        for (number, expected) in [(0, false), (31, false), (32, true), (255, true)] {
            let actor = Actor { id: "", group: number, in_seed: false };
            assert_eq!(none.passes_actor(&actor), expected, "{number}");
        }
        for (kind, expected) in [(0, false), (63, false), (64, true), (255, true)] {
            let relation = Relation { kind, ..Relation::between(0, 1) };
            assert_eq!(none.passes_relation(&relation), expected, "{kind}");
        }
    }
}
