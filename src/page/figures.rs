//! The three figures: title, the island that is hydrated, key, and a table of the same data.

use explainer_model::facts::Release;
use explainer_model::sums;
use leptos::prelude::*;

use super::{claims, legend, map, prose, summary, take_away, totals, turnover, words};
use crate::chart::map::TIP;
use crate::data::{FACTS, LAYOUTS, MAP, RECORDS};
use crate::view::{self, ChartFigure, Explorer, MapFigure, SWITCHES};

/// The place of a figure's interactive part.
fn island(name: &str) -> String {
    format!("<div data-island=\"{name}\" id=\"island-{name}\"></div>")
}

/// The page with the interactive part of each figure in its place, as the wasm expects to find it: alone
/// in an element of its own, with nothing before or after it, not even a space.
pub(super) fn with_islands(page: String) -> String {
    let explorer = Explorer::new(&FACTS);
    let islands = [
        (
            "releases",
            view! { <ChartFigure of=view::releases(&FACTS, explorer) words=Some(words)/> }
                .to_html(),
        ),
        (
            "held",
            view! { <ChartFigure of=view::held(&FACTS, explorer) words=Some(words)/> }.to_html(),
        ),
        (
            "map",
            view! { <MapFigure facts=&FACTS map=Some(&MAP) layouts=&LAYOUTS explorer/> }.to_html(),
        ),
    ];
    islands.into_iter().fold(page, |page, (name, html)| {
        let place = island(name);
        let filled = place.replace("></", &format!(">{html}</"));
        page.replacen(&place, &filled, 1)
    })
}

/// The tip of a line that leads to somebody, outside the ring of whom it leads to.
fn tip() -> String {
    format!(
        "<marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"21\" refY=\"4\" markerWidth=\"{TIP}\" markerHeight=\"{TIP}\" \
         markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\"><path d=\"M0 0.5 8 4 0 7.5Z\"></path></marker>"
    )
}

/// The pattern of what is not known.
pub(super) const HATCH: &str = "<pattern id=\"hatch\" width=\"5\" height=\"5\" \
    patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
    <line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\"></line></pattern>";

/// What the drawings of a page refer to.
pub(super) fn hatch() -> AnyView {
    view! { <svg width="0" height="0" aria-hidden="true" class="defs" inner_html=tip() + HATCH></svg> }
        .into_any()
}

fn figure(name: &'static str, caption: AnyView, summary: String, body: impl IntoView) -> AnyView {
    view! {
        <figure data-figure=name id=name aria-describedby=format!("{name}-summary")>
            <figcaption>{caption}</figcaption>
            <p class="summary" id=format!("{name}-summary")>{summary}</p>
            {body}
        </figure>
    }
    .into_any()
}

pub(super) fn releases() -> AnyView {
    let views = RECORDS.story.views.iter().copied().chain(["Table"]);
    let countings = RECORDS.story.countings.iter().copied();
    let heading = &RECORDS.story.headings.releases;
    // Under the switches, which so stay where they are when another view has more or fewer words.
    let leads = [
        view! { <p class="lead of-cumulative">{prose::prose(heading.lead)}{countings_note()}</p> }
            .into_any(),
        view! { <p class="lead of-waves">{RECORDS.story.view_notes[0]}{countings_note()}</p> }
            .into_any(),
        view! { <p class="lead of-places">{RECORDS.story.view_notes[1]}</p> }.into_any(),
    ];
    let body = view! {
        <div class="switches">
            {switch(SWITCHES[0], views)}
            {years()}
            // Last, as not every view has it, and the others stay where they are.
            {FACTS.labels.recognised.map(|_| switch(SWITCHES[1], countings))}
        </div>
        {leads}
        <div data-island="releases" id="island-releases"></div>
        {legend::releases()}
        {releases_table()}
        {take_away::take_away("releases", Some("releases.csv"))}
    };
    let title = view! { <h2>{heading.title}</h2> }.into_any();
    figure("releases", title, summary::releases(), body)
}

/// What is said of the countings where they are to be seen: of what is hatched, and of the second.
fn countings_note() -> AnyView {
    let [hatched, recognised] = RECORDS.story.counting_notes;
    FACTS
        .labels
        .recognised
        .map(|_| {
            view! {
                <span class="of-hatched">" "{*hatched}</span>
                <span class="of-part">" "{*recognised}</span>
            }
        })
        .into_any()
}

/// The years of the record, and all of it.
fn years() -> AnyView {
    let (first, last) = (FACTS.releases.first().map_or(FACTS.as_of, |it| it.date), FACTS.as_of);
    let ((from, _, _), (to, _, _)) = (first.parts(), last.parts());
    if from == to {
        return ().into_any();
    }
    let years = (from..=to).map(|it| (it.to_string(), it.to_string()));
    let all = [(String::new(), "All years".to_owned())];
    buttons("time", all.into_iter().chain(years))
}

/// One of the [`SWITCHES`], with the words of its buttons.
pub(super) fn switch(
    (name, values): (&'static str, &'static [&'static str]),
    words: impl Iterator<Item = &'static str>,
) -> AnyView {
    buttons(name, values.iter().zip(words).map(|(value, words)| (*value, words)))
}

/// What is chosen with a switch, for those who hear its buttons.
fn title(switch: &str) -> &'static str {
    match switch {
        "view" => "What the chart shows",
        "time" => "Years that it shows",
        "counting" => "Which counting it shows",
        "shape" => "How the actors are shown",
        _ => "Colours of the page",
    }
}

/// Buttons of which one is chosen, the first to begin with: each its value and its words.
fn buttons<T: Into<String>>(name: &'static str, choices: impl Iterator<Item = (T, T)>) -> AnyView {
    let buttons = choices.enumerate().map(|(idx, (value, words))| {
        let (value, words): (String, String) = (value.into(), words.into());
        view! {
            <label><input type="radio" name=name value=value checked=idx == 0/><span>{words}</span></label>
        }
    });
    view! { <fieldset class=format!("switch {name}") aria-label=title(name)>{buttons.collect_view()}</fieldset> }
        .into_any()
}

fn releases_table() -> AnyView {
    let sums = sums::running(FACTS.releases);
    let two = FACTS.labels.recognised;
    let rows = FACTS.releases.iter().zip(sums).map(|(release, sum)| {
        let recognised = two.map(|_| {
            let own = release.recognised.map_or_else(|| "not known".to_owned(), |it| it.sign());
            view! { <td>{own}</td><td>{sum.recognised.sign()}</td> }
        });
        view! {
            <tr>
                <th scope="row"><a href=format!("#release-{}", release.id)>{release.date.short()}</a></th>
                <td>{prose::claim_link(release.id, release.people.sign())} {share_in_sum(release)}</td>
                <td>{sum.itemised.sign()}</td>
                {recognised}
            </tr>
        }
    });
    let numbers = ["Date", FACTS.labels.people, "Sum"].into_iter();
    let numbers = numbers.chain(two).chain(two.map(|_| "Sum of these"));
    view! { {table("As a table", heads(numbers, []), rows.collect_view())} {totals_table()} }
        .into_any()
}

/// How many of a release enter the sum, if not all; otherwise the column would not add up.
fn share_in_sum(release: &Release) -> Option<AnyView> {
    let words = match release.itemised {
        Some(it) if it == release.people => return None,
        Some(it) => format!("{} in the sum", it.sign()),
        None => "not in the sum".to_owned(),
    };
    Some(view! { <small>{words}</small> }.into_any())
}

/// Every reported total beside our own sum, also those that the chart does not draw.
fn totals_table() -> AnyView {
    if RECORDS.totals.is_empty() {
        return ().into_any();
    }
    let claims = RECORDS.totals.iter().filter_map(|total| Some((total, RECORDS.claim(total.id)?)));
    let rows = claims.map(|(total, claim)| {
        let itemised = total.itemised.map_or_else(|| "–".to_owned(), |it| it.sign());
        let difference = total.itemised.map_or_else(
            || "cannot be compared".to_owned(),
            |it| totals::difference(claim.value, it),
        );
        view! {
            <tr>
                <th scope="row">{claim.date.short()}</th>
                <td>{prose::claim_link(claim.id, claim.value.sign())}</td>
                <td>{itemised}</td>
                <td class="words">{claim.said_by}</td>
                <td class="words">{total.period}</td>
                <td class="words">{difference} ". " {claim.note}</td>
            </tr>
        }
    });
    let heads =
        heads(["Date", "Reported", "Our sum"], ["Said by", "From when to when", "Difference"]);
    table("Totals that others reported", heads, rows.collect_view())
}

/// The same data as the chart above it, for those who would rather read.
fn table(title: &'static str, heads: AnyView, rows: impl IntoView) -> AnyView {
    view! {
        <details class="twin">
            <summary>{title}</summary>
            <div class="table">
                <table aria-label=title>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// The heads of a table: of a date and numbers, then of words, which stand where their words begin.
pub(super) fn heads(
    numbers: impl IntoIterator<Item = &'static str>,
    words: impl IntoIterator<Item = &'static str>,
) -> AnyView {
    let numbers = numbers.into_iter().map(|it| (it, None));
    let words = words.into_iter().map(|it| (it, Some("words")));
    let heads = numbers.chain(words);
    heads
        .map(|(it, class)| view! { <th scope="col" class=class>{it}</th> })
        .collect_view()
        .into_any()
}

pub(super) fn held() -> AnyView {
    if FACTS.held.is_empty() {
        return ().into_any();
    }
    let rows = FACTS.held.iter().map(|it| {
        let counter = FACTS.counters.get(usize::from(it.counter)).map_or("", |it| it.name);
        view! {
            <tr>
                <th scope="row">{it.date.short()}</th>
                <td>{prose::claim_link(it.id, it.count.sign())}</td>
                <td class="words">{counter}</td>
            </tr>
        }
    });
    let heads = heads(["Date", FACTS.labels.held], ["Counted by"]);
    let body = view! {
        <div data-island="held" id="island-held"></div>
        {claims::of_held()}
        {legend::counters()}
        {table("As a table", heads, rows.collect_view())}
        {take_away::take_away("held", Some("held.csv"))}
        {turnover::turnover()}
    };
    figure("held", prose::heading(&RECORDS.story.headings.held), summary::held(), body)
}

pub(super) fn actors() -> AnyView {
    let body = view! {
        <div class="switches">{switch(SWITCHES[2], ["Map", "List", "Table"].into_iter())}</div>
        {map::tools()}
        <p class="summary" role="status"></p>
        <div data-island="map" id="island-map"></div>
        {legend::actors()}
        {map::table()}
        {take_away::take_away("map", None)}
    };
    figure("map", prose::heading(&RECORDS.story.headings.map), summary::map(), body)
}
