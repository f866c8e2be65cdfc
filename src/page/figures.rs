//! The three figures: title, the island that is hydrated, key, and a table of the same data.

use explainer_model::facts::MeasureKind;
use explainer_model::story::Heading;
use explainer_model::sums;
use leptos::prelude::*;

use super::{prose, summary, turnover, words};
use crate::chart::releases::View;
use crate::data::{FACTS, LAYOUTS, MAP, RECORDS};
use crate::view::{self, ChartFigure, Explorer, MapFigure};

/// The place of a figure's interactive part.
fn island(name: &str) -> String {
    format!("<div data-island=\"{name}\"></div>")
}

/// The page with the interactive part of each figure in its place, as the wasm expects to find it: alone
/// in an element of its own, with nothing before or after it, not even a space.
pub(super) fn with_islands(page: String) -> String {
    let explorer = Explorer::new(&FACTS);
    let islands = [
        ("releases", view! { <ChartFigure of=view::releases(&FACTS, explorer) words/> }.to_html()),
        ("held", view! { <ChartFigure of=view::held(&FACTS, explorer) words/> }.to_html()),
        (
            "map",
            view! { <MapFigure facts=&FACTS map=&MAP layouts=&LAYOUTS explorer words/> }.to_html(),
        ),
    ];
    islands.into_iter().fold(page, |page, (name, html)| {
        let place = island(name);
        let filled = place.replace("></", &format!(">{html}</"));
        page.replacen(&place, &filled, 1)
    })
}

fn figure(
    name: &'static str,
    heading: &'static Heading,
    summary: String,
    body: impl IntoView,
) -> AnyView {
    view! {
        <figure data-figure=name id=name aria-describedby=format!("{name}-summary")>
            <figcaption>{prose::heading(heading)}</figcaption>
            <p class="summary" id=format!("{name}-summary")>{summary}</p>
            {body}
        </figure>
    }
    .into_any()
}

pub(super) fn releases() -> AnyView {
    let body = view! {
        <div class="switches">
            {switch("view", View::ALL.map(View::name).into_iter().zip(RECORDS.story.views))}
            {FACTS.labels.recognised.map(|_| switch("counting", COUNTINGS.into_iter().zip(RECORDS.story.countings)))}
        </div>
        <div data-island="releases"></div>
        {legend()}
        {releases_table()}
        {take_away("releases.csv")}
    };
    figure("releases", &RECORDS.story.headings.releases, summary::releases(), body)
}

/// Which countings the chart shows; style sheets leave out the other.
const COUNTINGS: [&str; 3] = ["both", "people", "recognised"];

/// Buttons of which one is chosen, the first to begin with.
fn switch<'a>(
    name: &'static str,
    choices: impl Iterator<Item = (&'static str, &'a &'static str)>,
) -> AnyView {
    let buttons = choices.enumerate().map(|(idx, (value, words))| {
        view! {
            <label><input type="radio" name=name value=value checked=idx == 0/><span>{*words}</span></label>
        }
    });
    view! { <fieldset class=format!("switch {name}")>{buttons.collect_view()}</fieldset> }
        .into_any()
}

fn legend() -> AnyView {
    let labels = &FACTS.labels;
    let has = |kind| FACTS.measures.iter().any(|it| it.kind == kind);
    let [eased, imposed, talks] = *RECORDS.story.lane;
    let lane = [
        (MeasureKind::Eased, "▲", eased),
        (MeasureKind::Imposed, "▼", imposed),
        (MeasureKind::Talks, "●", talks),
    ];
    let lane = lane.into_iter().filter(|it| has(it.0)).map(|(kind, sign, label)| {
        view! { <li><span class=format!("sign {}", kind.name()) aria-hidden="true">{sign}</span> " " {label}</li> }
    });
    let unknown = labels.recognised.map(|it| view! { <li><span class="sign unknown" aria-hidden="true"></span> " not known or not agreed whether " {it}</li> });
    let totals = !FACTS.totals.is_empty();
    let totals = totals.then(|| view! {
        <li><span class="sign total" aria-hidden="true"></span> " total that others reported; with an arrow: a lower bound"</li>
    });
    view! { <ul class="legend">{unknown} {totals} {lane.collect_view()}</ul> }.into_any()
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
                <th scope="row">{release.date.short()}</th>
                <td>{prose::claim_link(release.id, release.people.sign())}</td>
                <td>{sum.itemised.sign()}</td>
                {recognised}
            </tr>
        }
    });
    let heads = ["Date", FACTS.labels.people, "Sum"].into_iter();
    let heads = heads.chain(two).chain(two.map(|_| "Sum of these"));
    view! { {table("As a table", heads, rows.collect_view())} {totals_table()} }.into_any()
}

/// Every reported total beside our own sum, also those that the chart does not draw.
fn totals_table() -> AnyView {
    if RECORDS.totals.is_empty() {
        return ().into_any();
    }
    let claims = RECORDS
        .totals
        .iter()
        .filter_map(|total| Some((total, RECORDS.claims.iter().find(|it| it.id == total.id)?)));
    let rows = claims.map(|(total, claim)| {
        let itemised = total.itemised.map_or_else(|| "–".to_owned(), |it| it.sign());
        view! {
            <tr>
                <th scope="row">{claim.date.short()}</th>
                <td>{prose::claim_link(claim.id, claim.value.sign())}</td>
                <td>{itemised}</td>
                <td class="words">{claim.said_by}</td>
            </tr>
        }
    });
    let heads = ["Date", "Reported", "Our sum", "Said by"].into_iter();
    table("Totals that others reported", heads, rows.collect_view())
}

/// The figure's data as files, and how to cite it.
fn take_away(table: &'static str) -> AnyView {
    let citation =
        format!("“{}”. Data to {}. Licence: CC BY 4.0.", RECORDS.story.headline, FACTS.as_of);
    view! {
        <p class="sources take-away">
            "Download: " <a href=table download="">"CSV"</a> ", " <a href="claims.json" download="">"JSON with all claims and sources"</a>
            ". Cite as: " {citation}
        </p>
    }
    .into_any()
}

/// The same data as the chart above it, for those who would rather read.
fn table(
    title: &'static str,
    heads: impl Iterator<Item = &'static str>,
    rows: impl IntoView,
) -> AnyView {
    let heads = heads.map(|it| view! { <th scope="col">{it}</th> }).collect_view();
    view! {
        <details class="twin">
            <summary>{title}</summary>
            <div class="table">
                <table>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
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
    let body = view! {
        <div data-island="held"></div>
        {counters()}
        {table("As a table", ["Date", FACTS.labels.held, "Counted by"].into_iter(), rows.collect_view())}
        {take_away("held.csv")}
        {turnover::turnover()}
    };
    figure("held", &RECORDS.story.headings.held, summary::held(), body)
}

fn counters() -> AnyView {
    let counters = FACTS.counters.iter().enumerate().map(|(idx, it)| {
        view! { <li><span class=format!("sign series-{}", idx.min(2)) aria-hidden="true">"●"</span> " " {it.name}</li> }
    });
    view! {
        <ul class="legend">
            {counters.collect_view()}
            <li>"hollow: a bound or an approximate figure; with an arrow: a lower bound"</li>
        </ul>
    }
    .into_any()
}

pub(super) fn map() -> AnyView {
    let groups = MAP.groups.iter().enumerate().map(|(idx, it)| {
        view! { <li><span class=format!("sign group-{idx}") aria-hidden="true">"●"</span> " " {it.name}</li> }
    });
    let body = view! {
        <div data-island="map"></div>
        <ul class="legend">
            {groups.collect_view()}
            <li>"circle: person or state; square: body"</li>
        </ul>
    };
    figure("map", &RECORDS.story.headings.map, summary::map(), body)
}
