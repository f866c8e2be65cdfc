//! Around the actor map: how to search, filter and connect, and the same relations as a table.

use leptos::prelude::*;

use super::figures::heads;
use crate::chart::swatch::Swatch;
use crate::data::{FACTS, MAP, RECORDS};

/// Actors by name, as indices into [`Facts::actors`](explainer_model::facts::Facts::actors).
pub(super) fn by_name() -> Vec<u16> {
    let mut actors: Vec<u16> = (0..).take(FACTS.actors.len()).collect();
    actors.sort_by_key(|&idx| name(idx));
    actors
}

fn name(actor: u16) -> String {
    MAP.nodes[usize::from(actor)].name()
}

/// The controls. They work once the page is interactive; their room is kept from the start. Fields come out of their
/// templates then: Chrome looks for what it could fill in as soon as it has read a page, and for that lays out all that is around a
/// field, however far from the window.
pub(super) fn tools() -> AnyView {
    view! {
        <div class="tools">
            {search()}
            <div class="zoom" role="group" aria-label="Part of the map that is shown">
                {zoom("in", "+", "Zoom in")} {zoom("out", "−", "Zoom out")} {zoom("fit", "Fit", "Fit the whole map")}
                <span class="pan">
                    {zoom("left", "←", "Left")} {zoom("up", "↑", "Up")} {zoom("down", "↓", "Down")} {zoom("right", "→", "Right")}
                </span>
            </div>
            <details class="filters">
                <summary>"Filter, go back in time, find a connection"</summary>
                <template><form>{groups()} {kinds()} {time()} {connect()}</form></template>
            </details>
        </div>
    }
    .into_any()
}

fn zoom(what: &'static str, sign: &'static str, name: &'static str) -> AnyView {
    view! { <button type="button" data-zoom=what aria-label=name>{sign}</button> }.into_any()
}

/// A field, and room for links to the actors of whom a spelling matches what is typed.
fn search() -> AnyView {
    view! {
        <div class="search">
            <label for="find">"Find"</label>
            <template><input id="find" type="search" autocomplete="off" spellcheck="false" placeholder="a name, in any spelling"/></template>
            <ul class="found"></ul>
        </div>
    }
    .into_any()
}

fn groups() -> AnyView {
    let groups = MAP.groups.iter().enumerate().map(|(idx, it)| {
        view! {
            <label>
                <input type="checkbox" name="group" value=idx checked=true/>
                <span inner_html=Swatch::Group(idx).svg()></span>{it.name}
            </label>
        }
    });
    view! { <fieldset><legend>"Groups"</legend>{groups.collect_view()}</fieldset> }.into_any()
}

fn kinds() -> AnyView {
    let kinds = MAP.relation_kinds.iter().enumerate();
    let kinds = kinds.map(|(idx, it)| view! { <option value=idx>{it.label}</option> });
    view! {
        <fieldset>
            <legend>"Relations"</legend>
            <label>"Kind " <select name="kind"><option value="">"all"</option>{kinds.collect_view()}</select></label>
            <label><input type="checkbox" name="seed"/>"only what the article this page began with says"</label>
            <label><input type="checkbox" name="two"/>"up to two steps from the actor chosen"</label>
        </fieldset>
    }
    .into_any()
}

/// The release chosen in the charts, as a point in time.
fn time() -> AnyView {
    let last = FACTS.releases.len().saturating_sub(1);
    view! {
        <fieldset>
            <legend>"As of a release"</legend>
            <label><input type="checkbox" name="as-of"/>"only what had begun by then"</label>
            <label>
                <input type="range" name="release" min="0" max=last value=last aria-label="Release"/>
                <output aria-live="off"></output>
            </label>
        </fieldset>
    }
    .into_any()
}

fn connect() -> AnyView {
    // The wasm adds the actors; they stand in the list of dossiers.
    let select = |which: &'static str, label: &'static str| {
        view! {
            <label>
                {label} " "
                <select name=which><option value="">"…"</option></select>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>"How are these two connected?"</legend>
            {select("focus", "One")} {select("chain", "The other")}
        </fieldset>
    }
    .into_any()
}

/// Every relation as a row. Rows are in the order of the facts, so that filters find them.
pub(super) fn table() -> AnyView {
    let rows = FACTS.relations.iter().enumerate().map(|(idx, it)| {
        let link = |actor: u16| {
            let id = FACTS.actors[usize::from(actor)].id;
            view! { <a href=format!("#actor-{id}")>{name(actor)}</a> }
        };
        let label = MAP.relation_kinds[usize::from(it.kind)].label;
        view! {
            <tr>
                // On a phone a row reads as a sentence.
                <th scope="row">{link(it.from)}</th> " "
                <td class="words">{label}</td> " "
                <td class="words">{link(it.to)}</td> " "
                <td class="words">{RECORDS.relations[idx].when}</td>
            </tr>
        }
    });
    view! {
        <div class="table relations-table">
            <table aria-label="Relations">
                <thead><tr>{heads(["Who"], ["Claim", "Whom", "When"])}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
