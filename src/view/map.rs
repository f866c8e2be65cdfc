//! The actor map: one element for each actor and relation, and the panel of the actor in focus.

use explainer_model::facts::Facts;
use explainer_model::graph::{Appearance, Emphasis, Layouts, Map, Selection, appearance};
use leptos::ev;
use leptos::prelude::*;

use super::layout::Layout;
use super::prerender::prerendered;
use super::{Explorer, Words};
use crate::browser::{self, Siblings};
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
    /// Where they stand. Asked on the host only.
    layouts: &'static Layouts,
    /// What is in focus.
    explorer: Explorer,
    /// Where the panel's words come from.
    words: Words,
) -> impl IntoView {
    let hint = StoredValue::new(String::new());
    Effect::new(move |before: Option<(Option<u16>, Appearance)>| {
        let look = |focus| (focus, appearance(facts, &Selection { focus, ..Selection::NOTHING }));
        let now = look(explorer.actor.get());
        let Some(panel) = browser::find(PANEL) else { return now };
        if before.is_none() {
            hint.set_value(panel.inner_html());
        }
        let before = before.unwrap_or_else(|| look(None));
        if before.0 != now.0 {
            tell(facts, &panel, now.0, words, hint);
        }
        for layout in Layout::OF_MAPS {
            show(layout, &before, &now);
        }
        now
    });
    view! {
        <div
            class="figure-body"
            on:click=move |event| focus_by_click(facts, explorer, &event)
            on:keydown=move |event| clear_by_key(explorer, &event)
        >
            <div class="maps" inner_html=prerendered(|| Layout::OF_MAPS.map(|it| in_layout(facts, map, layouts, it)).concat())></div>
            <div class="readout" data-role="detail" data-for="" tabindex="-1" aria-live="polite" inner_html=prerendered(|| hint_of(facts))></div>
        </div>
    }
}

/// Shows the dossier of the actor in focus, or else what the page was prerendered with.
fn tell(
    facts: &Facts,
    panel: &browser::Element,
    focus: Option<u16>,
    words: Words,
    hint: StoredValue<String>,
) {
    let id = focus.and_then(|it| facts.actors.get(usize::from(it))).map(|it| it.id);
    let detail = match id {
        Some(id) => words(&["actor-", id].concat()),
        None => hint.get_value(),
    };
    panel.set_inner_html(&detail);
    browser::set(panel, "data-for", Some(id.unwrap_or_default()));
    if let Some(body) = panel.parent_element() {
        browser::toggle(&body, "focused", id.is_some());
    }
}

fn hint_of(facts: &Facts) -> String {
    format!(
        "<p class=\"hint\">{} actors, {} relations. Choose one to read who it is and what the record says about it.</p>",
        facts.actors.len(),
        facts.relations.len()
    )
}

/// The map in one layout, as it is prerendered.
fn in_layout(facts: &Facts, map: &Map, layouts: &Layouts, layout: Layout) -> String {
    let spots = match layout {
        Layout::Narrow => &layouts.tall,
        Layout::Middle | Layout::Wide => &layouts.wide,
    };
    let edges = (0..facts.relations.len()).map(|it| drawn::edge(facts, map, spots, it));
    let nodes = (0..facts.actors.len()).map(|it| drawn::node(facts, map, spots, it));
    format!(
        "<div class=\"{}\"><svg viewBox=\"{}\">\
         <g class=\"edges\" aria-hidden=\"true\">{}</g><g class=\"nodes\">{}</g></svg></div>",
        layout.class(),
        drawn::view_box(spots),
        edges.collect::<String>(),
        nodes.collect::<String>(),
    )
}

/// Moves the focus in the map of one layout. Only what looks otherwise now is touched.
fn show(layout: Layout, before: &(Option<u16>, Appearance), now: &(Option<u16>, Appearance)) {
    let part = |name| browser::find(&["[data-island=map] .", layout.name(), " .", name].concat());
    let (Some(edges), Some(nodes)) = (part("edges"), part("nodes")) else { return };
    let (edges, nodes) = (Siblings::within(&edges), Siblings::within(&nodes));
    for (idx, (before, now)) in before.1.relations.iter().zip(&now.1.relations).enumerate() {
        set_emphasis(&edges, idx, *before, *now);
    }
    for (idx, (before, now)) in before.1.actors.iter().zip(&now.1.actors).enumerate() {
        set_emphasis(&nodes, idx, *before, *now);
    }
    for (actor, on) in [(before.0, false), (now.0, true)] {
        if let Some(node) = actor.and_then(|it| nodes.nth(usize::from(it))) {
            browser::toggle(&node, "focus", on);
        }
    }
}

fn set_emphasis(elements: &Siblings, idx: usize, before: Emphasis, now: Emphasis) {
    if before == now {
        return;
    }
    let Some(element) = elements.nth(idx) else { return };
    for (emphasis, on) in [(before, false), (now, true)] {
        if !emphasis.class().is_empty() {
            browser::toggle(&element, emphasis.class(), on);
        }
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
