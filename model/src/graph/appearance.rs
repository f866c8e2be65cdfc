//! What stands out in the map, stands back or is left out, for all that the reader has chosen.

use super::neighbours::FAR;
use super::{Appearance, Emphasis, Relation, Selection};
use crate::facts::Facts;

/// How everything in the map is drawn. Takes as long as there are actors and relations.
///
/// Filters come first. What they leave out is hidden, and so is a relation with a hidden end; only the
/// focus and the other end of a chain are never hidden. Of what is shown, this stands out:
///
/// - With a focus: it, the actors within reach over shown relations, and the relations that lead there
///   (for two degrees those that end at the focus or at a neighbour of it). All else stands back.
/// - With the other end of a chain besides: both, and what is on a shortest way between them over shown
///   relations. All else stands back.
/// - With a lit release and no focus: its actors, and the relations between them. All else stays as it
///   is, so that the map is still read as a whole.
///
/// Without a focus, whoever has relations of which the kinds and the day leave none stands back, unless a lit
/// release has it stand out.
pub fn appearance(facts: &Facts, selection: &Selection) -> Appearance {
    let known = |actor: Option<u16>| actor.filter(|&it| usize::from(it) < facts.actors.len());
    let focus = known(selection.focus);
    let chain_to = known(selection.chain_to).filter(|it| focus.is_some_and(|focus| focus != *it));
    let shown = |is: bool| if is { Emphasis::Normal } else { Emphasis::Hidden };
    let actors = (0..).zip(facts.actors).map(|(idx, actor)| {
        let chosen = focus == Some(idx) || chain_to == Some(idx);
        shown(chosen || selection.passes_actor(actor))
    });
    let standings = facts.relations.iter().map(|it| selection.standing(it)).collect();
    let mut look = Appearance { actors: actors.collect(), relations: Vec::new(), standings };
    let relations = facts.relations.iter().map(|it| {
        let has_ends = look.shows_actor(it.from) && look.shows_actor(it.to);
        shown(has_ends && selection.passes_relation(it))
    });
    look.relations = relations.collect();
    match focus {
        None => {
            stand_back(facts, selection, &mut look);
            light(facts, selection.lit, &mut look);
        }
        Some(focus) => stand_out(facts, focus, chain_to, selection.degrees, &mut look),
    }
    look
}

/// Lets those stand back of whose relations the kinds and the day leave none, whoever is at their other ends.
fn stand_back(facts: &Facts, selection: &Selection, look: &mut Appearance) {
    let mut is_left = vec![None; look.actors.len()];
    for relation in facts.relations {
        let passes = selection.passes_relation(relation);
        for end in [relation.from, relation.to] {
            if let Some(it) = is_left.get_mut(usize::from(end)) {
                *it = Some(passes || *it == Some(true));
            }
        }
    }
    for (it, is_left) in look.actors.iter_mut().zip(is_left) {
        if is_left == Some(false) {
            set(it, Emphasis::Muted);
        }
    }
}

/// Lets actors and the relations between them stand out, and leaves the rest.
fn light(facts: &Facts, lit: &[u16], look: &mut Appearance) {
    for actor in lit {
        if let Some(it) = look.actors.get_mut(usize::from(*actor)) {
            set(it, Emphasis::Highlighted);
        }
    }
    let is_lit = |actor: u16| look.actors.get(usize::from(actor)) == Some(&Emphasis::Highlighted);
    for (it, relation) in look.relations.iter_mut().zip(facts.relations) {
        if is_lit(relation.from) && is_lit(relation.to) {
            set(it, Emphasis::Highlighted);
        }
    }
}

/// Lets what belongs to the focus, or to the ways from it, stand out and the rest stand back.
fn stand_out(facts: &Facts, focus: u16, chain_to: Option<u16>, degrees: u8, look: &mut Appearance) {
    let distances = |from| facts.neighbours.distances(from, &|it| look.shows_relation(it));
    let near = distances(focus);
    let near = |actor: u16| steps(&near, actor);
    let far = chain_to.map(|it| (distances(it), near(it)));
    // On a shortest way the steps from both ends add up to its length. Where no way leads, the length is
    // that of none, to which they add up at the two ends alone.
    let has_actor = |actor: u16| match &far {
        None => near(actor) <= u32::from(degrees),
        Some((far, length)) => near(actor) + steps(far, actor) == *length,
    };
    let has_relation = |it: &Relation| match &far {
        None => near(it.from).min(near(it.to)) < u32::from(degrees),
        Some((far, length)) => {
            near(it.from) + 1 + steps(far, it.to) == *length
                || near(it.to) + 1 + steps(far, it.from) == *length
        }
    };
    let emphasis = |is: bool| if is { Emphasis::Highlighted } else { Emphasis::Muted };
    for (idx, it) in (0..).zip(&mut look.actors) {
        set(it, emphasis(has_actor(idx)));
    }
    for (it, relation) in look.relations.iter_mut().zip(facts.relations) {
        set(it, emphasis(has_relation(relation)));
    }
}

fn steps(distances: &[u16], actor: u16) -> u32 {
    distances.get(usize::from(actor)).copied().unwrap_or(FAR).into()
}

fn set(it: &mut Emphasis, emphasis: Emphasis) {
    if *it != Emphasis::Hidden {
        *it = emphasis;
    }
}

#[cfg(test)]
mod tests {
    use super::super::Actor;
    use super::super::neighbours::neighbours;
    use super::*;
    use crate::Date;

    const DAY: Date = Date::checked(2031, 5, 10);
    const BEFORE: Date = Date::checked(2031, 5, 9);

    /// Six actors in a ring of groups 0, 1, 2, 0, 1, 2, of whom the last is not in the first article and knows
    /// nobody; all relations are in it but the last.
    ///
    /// ```text
    /// 0 ═ 1 ─ 2 ─ 3    and 0 ─ 4 ─ 3, of which the second begins on DAY
    /// ```
    fn facts() -> Facts {
        let actor = |idx: u8| Actor { id: "", group: idx % 3, in_seed: idx < 5 };
        let relation =
            |from, to, kind| Relation { kind, in_seed: true, ..Relation::between(from, to) };
        let relations = [
            relation(0, 1, 0),
            relation(2, 1, 0),
            relation(2, 3, 1),
            relation(0, 4, 1),
            Relation { start: Some(DAY), ..relation(4, 3, 0) },
            Relation { in_seed: false, ..relation(1, 0, 2) },
        ];
        Facts {
            actors: Vec::leak((0..6).map(actor).collect()),
            neighbours: neighbours(6, &relations),
            relations: Box::leak(Box::new(relations)),
            ..Facts::EMPTY
        }
    }

    /// One letter each: what stands `o`ut, `m`uted, `-` as ever, or hidden as a blank.
    fn letters(all: &[Emphasis]) -> String {
        let letter = |it: &Emphasis| match it {
            Emphasis::Normal => '-',
            Emphasis::Highlighted => 'o',
            Emphasis::Muted => 'm',
            Emphasis::Hidden => ' ',
        };
        all.iter().map(letter).collect()
    }

    /// Six actors, then six relations.
    #[track_caller]
    fn check(selection: Selection, expected: &str) {
        let look = appearance(&facts(), &selection);
        let found = [letters(&look.actors), letters(&look.relations)].join("|");
        assert_eq!(found, expected, "{selection:?}");
        for idx in 0..6 {
            let is_blank = |text: &str| text.chars().nth(usize::from(idx)) == Some(' ');
            assert_eq!(look.shows_actor(idx), !is_blank(&letters(&look.actors)));
            assert_eq!(look.shows_relation(idx), !is_blank(&letters(&look.relations)));
        }
        assert!(!look.shows_actor(6) && !look.shows_relation(6));
    }

    const NOTHING: Selection = Selection::NOTHING;

    #[test]
    fn the_focus_and_what_is_near_stands_out() {
        check(NOTHING, "------|------");
        let on = |focus, degrees| Selection { focus: Some(focus), degrees, ..NOTHING };
        check(on(0, 0), "ommmmm|mmmmmm");
        check(on(0, 1), "oommom|ommomo");
        check(on(0, 2), "ooooom|oomooo");
        check(on(0, 3), "ooooom|oooooo");
        check(on(2, 1), "mooomm|moommm");
        check(on(2, 2), "ooooom|ooomoo");
        check(on(5, 2), "mmmmmo|mmmmmm");
        // Nobody is there.
        check(on(6, 1), "------|------");
    }

    #[test]
    fn a_focus_reaches_over_what_is_shown() {
        let on = Selection { focus: Some(0), degrees: 2, ..NOTHING };
        check(Selection { kinds: 0b010, ..on }, "ommmom|  mo  ");
        check(Selection { kinds: 0b001, ..on }, "ooommm|oo  m ");
        check(Selection { groups: 0b101, ..on }, "o mm m|  m   ");
        check(Selection { day: Some(BEFORE), ..on }, "ooomom|oomo o");
        check(Selection { day: Some(DAY), ..on }, "ooooom|oomooo");
        check(Selection { seed_only: true, ..on }, "ooooo |oomoo ");
    }

    #[test]
    fn filters_hide_and_take_the_relations_along() {
        check(Selection { groups: 0b110, ..NOTHING }, " -- --| -    ");
        check(Selection { groups: 0b101, ..NOTHING }, "- -- -|  -   ");
        check(Selection { groups: 0, ..NOTHING }, "      |      ");
        check(Selection { kinds: 0b011, ..NOTHING }, "------|----- ");
        check(Selection { kinds: 0b100, ..NOTHING }, "--mmm-|     -");
        check(Selection { kinds: 0, ..NOTHING }, "mmmmm-|      ");
        check(Selection { seed_only: true, ..NOTHING }, "----- |----- ");
        check(Selection { day: Some(DAY), ..NOTHING }, "------|------");
        check(Selection { day: Some(BEFORE), ..NOTHING }, "------|---- -");
        check(
            Selection { groups: 0b011, kinds: 0b110, seed_only: true, ..NOTHING },
            "-m -- |   -  ",
        );
    }

    #[test]
    fn who_is_chosen_is_never_hidden() {
        let on = Selection { focus: Some(5), seed_only: true, ..NOTHING };
        check(on, "mmmmmo|mmmmm ");
        check(Selection { focus: Some(1), groups: 0b001, ..NOTHING }, "oo m  |o    o");
        let ends = Selection { focus: Some(1), chain_to: Some(2), groups: 0, ..NOTHING };
        check(ends, " oo   | o    ");
    }

    #[test]
    fn the_shortest_ways_between_two_stand_out() {
        let to = |from, to| Selection { focus: Some(from), chain_to: Some(to), ..NOTHING };
        check(to(0, 3), "ommoom|mmmoom");
        check(to(3, 0), "ommoom|mmmoom");
        check(to(0, 1), "oommmm|ommmmo");
        // Both ways round are as long.
        check(to(1, 3), "mooomm|moommm");
        check(to(2, 4), "mmooom|mmomom");
        check(to(1, 4), "oommom|ommomo");
        // How far a focus reaches is another question.
        check(Selection { degrees: 2, ..to(0, 1) }, "oommmm|ommmmo");
        // No way leads there.
        check(to(0, 5), "ommmmo|mmmmmm");
        // It takes two.
        check(to(0, 0), "oommom|ommomo");
        check(to(0, 6), "oommom|ommomo");
        check(Selection { chain_to: Some(3), ..NOTHING }, "------|------");
        check(to(6, 3), "------|------");
    }

    #[test]
    fn a_way_leads_over_what_is_shown() {
        let to = Selection { focus: Some(0), chain_to: Some(3), ..NOTHING };
        check(Selection { day: Some(BEFORE), ..to }, "oooomm|ooom o");
        check(Selection { day: Some(BEFORE), seed_only: true, ..to }, "oooom |ooom  ");
        check(Selection { kinds: 0b001, ..to }, "ommomm|mm  m ");
        check(Selection { groups: 0b001, ..to }, "o  o  |      ");
    }

    #[test]
    fn a_lit_release_leaves_the_rest_as_it_is() {
        let lit = Selection { lit: &[1, 0, 3, 77], ..NOTHING };
        check(lit, "oo-o--|o----o");
        check(Selection { kinds: 0b011, ..lit }, "oo-o--|o---- ");
        check(Selection { groups: 0b101, ..lit }, "o -o -|  -   ");
        check(Selection { kinds: 0b100, ..lit }, "oomom-|     o");
        // A focus comes first.
        check(Selection { focus: Some(2), ..lit }, "mooomm|moommm");
    }

    #[test]
    fn a_story_without_actors_has_nothing_to_show() {
        let empty =
            Facts { actors: &[], relations: &[], neighbours: neighbours(0, &[]), ..facts() };
        let selection = Selection { focus: Some(0), chain_to: Some(1), lit: &[0], ..NOTHING };
        let look = appearance(&empty, &selection);
        assert_eq!(
            look,
            Appearance { actors: Vec::new(), relations: Vec::new(), standings: Vec::new() }
        );
    }
}
