//! What a figure shows, in words made from the same data: for those who cannot see it, and for search.

use explainer_model::count::Kind;
use explainer_model::facts::Release;
use explainer_model::sums;

use crate::data::{FACTS, MAP, RECORDS};

/// Trend, extremes, bounds, and what is missing in the releases figure.
pub(super) fn releases() -> String {
    let labels = &FACTS.labels;
    let (Some(first), Some(sum)) = (FACTS.releases.first(), sums::running(FACTS.releases).pop())
    else {
        return String::new();
    };
    let mut words = format!(
        "A step line that rises with {} of {} releases from {} to {}, to {} ({}).",
        FACTS.releases.iter().filter(|it| it.itemised.is_some()).count(),
        FACTS.releases.len(),
        first.date,
        FACTS.as_of,
        labels.count_of_people(sum.itemised),
        labels.people_note,
    );
    let mut largest: Vec<&Release> = FACTS.releases.iter().collect();
    largest.sort_by_key(|it| std::cmp::Reverse(it.people.low()));
    let largest = largest.iter().take(3).map(|it| format!("{} on {}", it.people, it.date));
    words += &format!(" The largest: {}.", largest.collect::<Vec<_>>().join(", "));
    if let Some(recognised) = labels.recognised {
        let added = FACTS.releases.iter().filter(|it| it.itemised.is_some());
        let n_unknown = added.filter(|it| it.recognised.is_none()).count();
        words += &format!(" Of all in the sum, {} are {recognised}", sum.recognised);
        words += &match n_unknown {
            0 => ".".to_owned(),
            1 => "; for one release that share is not known.".to_owned(),
            n => format!("; for {n} releases that share is not known."),
        };
    }
    let compared = RECORDS.totals.iter().rev().find_map(|it| Some((it.id, it.itemised?)));
    if let Some((total, own)) = compared.and_then(|(id, own)| Some((RECORDS.claim(id)?, own))) {
        words += &format!(
            " The last total that can be compared, {} on {}, stands against {own} by our own sum for the same span.",
            total.value, total.date
        );
    }
    words
}

/// Trend, extremes and bounds in the held figure.
pub(super) fn held() -> String {
    let counts = FACTS.held.iter();
    let (Some(first), Some(last)) = (FACTS.held.first(), FACTS.held.last()) else {
        return String::new();
    };
    let at = |it: &explainer_model::facts::Held| format!("{} on {}", it.count, it.date);
    // A bound is not known to be above or below another figure.
    let exact = || counts.clone().filter(|it| it.count.kind() == Kind::Exactly);
    let lowest = exact().min_by_key(|it| it.count.stated());
    let highest = exact().max_by_key(|it| it.count.stated());
    let extremes = highest.zip(lowest).map_or_else(String::new, |(highest, lowest)| {
        format!(" The highest exact figure is {}, the lowest {}.", at(highest), at(lowest))
    });
    let bounds = match FACTS.held.len() - exact().count() {
        0 => String::new(),
        1 => " One of them is a bound or an approximate figure.".to_owned(),
        n => format!(" {n} of them are bounds or approximate figures."),
    };
    format!(
        "{} counts of {}, from {} to {}.{extremes}{bounds}",
        FACTS.held.len(),
        FACTS.labels.held,
        at(first),
        at(last),
    )
}

/// What the map holds.
pub(super) fn map() -> String {
    let groups: Vec<&str> = MAP.groups.iter().map(|it| it.name).collect();
    format!(
        "A map of {} actors in {} groups ({}) and {} relations between them. As a list, by the switch before it, it says the same in words.",
        FACTS.actors.len(),
        groups.len(),
        groups.join(", "),
        FACTS.relations.len(),
    )
}
