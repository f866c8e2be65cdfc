//! The actor map: one element for each actor and relation, and the panel of the actor in focus.

use explainer_model::facts::Facts;
use explainer_model::graph::{Emphasis, Map, MapLayout, actor_emphasis, relation_emphasis};
use leptos::ev;
use leptos::prelude::*;

use super::plot::{Layout, text};
use super::prerender::prerendered;
use super::{Explorer, Words};
use crate::browser;
use crate::chart::map as drawn;

/// The panel of the actor in focus.
const PANEL: &str = "[data-role=detail]";

/// The map with its panel.
#[component]
pub fn MapFigure(
    /// The facts of the story.
    facts: &'static Facts,
    /// How they look in the map. Asked on the host only.
    map: &'static Map,
    /// What is in focus.
    explorer: Explorer,
    /// Where the panel's words come from.
    words: Words,
) -> impl IntoView {
    let focused = move || explorer.actor.get().and_then(|it| facts.actors.get(usize::from(it)));
    let id = text(move || focused().map_or("", |it| it.id).to_owned());
    let detail = text(move || match focused() {
        Some(actor) => words(&format!("actor-{}", actor.id)),
        None => hint(facts),
    });
    let class = text(move || {
        if focused().is_some() { "figure-body focused" } else { "figure-body" }.to_owned()
    });
    view! {
        <div
            class=class
            on:click=move |event| focus_by_click(facts, explorer, &event)
            on:keydown=move |event| clear_by_key(explorer, &event)
        >
            <div class="maps">
                {Layout::ALL.map(|layout| in_layout(facts, map, explorer, layout)).into_iter().collect_view()}
            </div>
            <div class="readout" data-role="detail" data-for=id tabindex="-1" aria-live="polite" inner_html=detail></div>
        </div>
    }
}

fn hint(facts: &Facts) -> String {
    format!(
        "<p class=\"hint\">{} actors, {} relations. Choose one to read who it is and what the record says about it.</p>",
        facts.actors.len(),
        facts.relations.len()
    )
}

fn in_layout(
    facts: &'static Facts,
    map: &'static Map,
    explorer: Explorer,
    layout: Layout,
) -> impl IntoView {
    let spots = match layout {
        Layout::Narrow => &map.tall,
        Layout::Wide => &map.wide,
    };
    view! {
        <div class=layout.class()>
            <svg viewBox=prerendered(|| drawn::view_box(spots))>
                <g class="edges" aria-hidden="true">
                    {(0..facts.relations.len()).map(|idx| edge(facts, map, explorer, spots, idx)).collect_view()}
                </g>
                <g class="nodes">
                    {(0..).take(facts.actors.len()).map(|idx| node(facts, map, explorer, spots, idx)).collect_view()}
                </g>
            </svg>
        </div>
    }
}

fn edge(
    facts: &'static Facts,
    map: &'static Map,
    explorer: Explorer,
    spots: &'static MapLayout,
    idx: usize,
) -> impl IntoView {
    let class = text(move || {
        let emphasis = relation_emphasis(&facts.relations[idx], explorer.actor.get());
        classes("edge", emphasis)
    });
    view! {
        <g
            class=class
            data-relation=prerendered(|| map.edges[idx].id.to_owned())
            inner_html=prerendered(|| drawn::edge(facts, map, spots, idx))
        ></g>
    }
}

fn node(
    facts: &'static Facts,
    map: &'static Map,
    explorer: Explorer,
    spots: &'static MapLayout,
    idx: u16,
) -> impl IntoView {
    let class = text(move || {
        let focus = explorer.actor.get();
        let class = classes("node", actor_emphasis(idx, focus, facts.relations));
        if focus == Some(idx) { class + " focus" } else { class }
    });
    let actor = usize::from(idx);
    view! {
        <a
            class=class
            href=prerendered(|| format!("#actor-{}", facts.actors[actor].id))
            data-actor=prerendered(|| facts.actors[actor].id.to_owned())
            aria-label=prerendered(|| drawn::name(map, actor))
            inner_html=prerendered(|| drawn::node(map, spots, actor))
        ></a>
    }
}

fn classes(base: &str, emphasis: Emphasis) -> String {
    match emphasis.class() {
        "" => base.to_owned(),
        class => format!("{base} {class}"),
    }
}

/// A click on a node, or on a name in the panel, focuses that actor; one beside all nodes of the map
/// clears the focus.
fn focus_by_click(facts: &'static Facts, explorer: Explorer, event: &ev::MouseEvent) {
    if !browser::is_plain(event) {
        return;
    }
    let href = browser::closest(event, "a").and_then(|it| it.get_attribute("href"));
    let id = href.as_deref().and_then(|it| it.strip_prefix("#actor-"));
    let actor = id.and_then(|id| facts.actors.iter().position(|it| it.id == id));
    if let Some(actor) = actor.and_then(|it| u16::try_from(it).ok()) {
        event.prevent_default();
        let inside_panel = browser::closest(event, PANEL).is_some();
        explorer.actor.set(Some(actor));
        browser::scroll_to_top(PANEL);
        // The link that was followed is gone with the words around it; the keyboard stays here.
        if inside_panel {
            browser::focus_within(event, PANEL);
        }
    } else if browser::closest(event, ".maps svg").is_some() {
        explorer.actor.set(None);
    }
}

fn clear_by_key(explorer: Explorer, event: &ev::KeyboardEvent) {
    if event.key() == "Escape" {
        explorer.actor.set(None);
    }
}
