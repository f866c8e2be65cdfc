//! The actor map: what stands out in it, and the panel of what is in focus. Nodes and edges stand in the
//! page; what the reader does changes their classes and nothing else.

mod keys;
mod moves;
mod panel;
mod tools;

use explainer_model::facts::Facts;
use explainer_model::graph::{
    Appearance, Emphasis, Layouts, Map, MapLayout, Selection, Standing, appearance,
};
use leptos::ev::Event;
use leptos::prelude::*;

use super::Explorer;
use super::layout::Layout;
use super::place::DRAWN_MS;
use super::prerender::prerendered;
use crate::browser::{self, Element, Siblings};
use crate::chart::map as drawn;

/// How near to the upper edge of the window browsers put a title to which a link leads, in px.
const AT_TITLE: f64 = 40.0;

/// The map with its panel.
#[component]
pub fn MapFigure(
    /// The facts of the story.
    facts: &'static Facts,
    /// How they look in the map; `None` in the browser, where that stands in the page.
    map: Option<&'static Map>,
    /// Where they stand.
    layouts: &'static Layouts,
    /// What is chosen.
    explorer: Explorer,
) -> impl IntoView {
    let panel = panel::Panel::new(facts);
    let moves = moves::Moves::new(layouts);
    explorer.follow(move |before, now| {
        if now.is_live && !before.is_live {
            keys::set_stops();
            tools::join(facts, explorer, moves);
            moves.join();
            answer(facts, explorer, moves);
            now.map.focus.into_iter().for_each(arrive);
        }
        let [was, is] = [before, now].map(|it| it.selection(facts));
        if was != is {
            let [was, is] = [was, is].map(|it| (it, appearance(facts, &it)));
            // A step of the story, or one back in the history, must not scroll the page to the map.
            let is_read = now.n_places != before.n_places && now.step.is_none();
            panel.tell(&was, &is, is_read, before.step == now.step);
            show(facts, &was, &is);
        }
        // Last: where things stand is asked before anything changes, or the page is laid out twice.
        if now.release != before.release
            || now.map != before.map
            || now.as_of != before.as_of
            || now.is_live != before.is_live
        {
            tools::show(facts, before, now);
        }
    });
    view! {
        <div class="figure-body">
            <div
                class="maps"
                inner_html=prerendered(|| {
                    let drawn = |it| map.map(|map| in_layout(facts, map, layouts, it));
                    Layout::OF_MAPS.into_iter().filter_map(drawn).collect()
                })
            ></div>
            <div
                class="readout"
                data-role="detail"
                data-for=""
                tabindex="-1"
                inner_html=prerendered(|| panel::hint(facts))
            ></div>
        </div>
    }
}

/// Answers clicks and the keyboard, in the maps and in the panel.
fn answer(facts: &'static Facts, explorer: Explorer, moves: moves::Moves) {
    let Some(body) = browser::find("#island-map .figure-body") else { return };
    browser::on(&body, "click", move |event| {
        // After two fingers there is no click to take; the next one elsewhere is meant.
        let in_map = browser::closest(event, ".maps").is_some();
        if !(in_map && moves.take_drag()) {
            focus_by_click(facts, explorer, event);
        }
    });
    browser::on_key_in(&body, move |event| keys::answer(facts, moves, explorer, event));
    browser::on(&body, "focusin", move |event| keys::follow(facts, moves, event));
}

/// The map of that shape.
fn layout_of(layouts: &'static Layouts, layout: Layout) -> &'static MapLayout {
    match layout {
        Layout::Narrow => &layouts.tall,
        Layout::Middle | Layout::Wide => &layouts.wide,
    }
}

/// The map in one layout, as it is prerendered.
fn in_layout(facts: &Facts, map: &Map, layouts: &'static Layouts, layout: Layout) -> String {
    let spots = layout_of(layouts, layout);
    let [edges, claims] = [drawn::edges, drawn::claims].map(|it| it(facts, map, spots).concat());
    let nodes = (0..facts.actors.len()).map(|it| drawn::node(facts, map, spots, it));
    format!(
        "<div class=\"{}\"><svg viewBox=\"{}\">\
         <g class=\"edges\" aria-hidden=\"true\">{edges}</g>\
         <g class=\"claims\" aria-hidden=\"true\">{claims}</g><g class=\"nodes\">{}</g></svg></div>",
        layout.class(),
        drawn::view_box(spots),
        nodes.collect::<String>(),
    )
}

/// A part of the map in one layout, as it stands in the page.
fn part(layout: Layout, name: &str) -> Option<Element> {
    browser::find(&format!("#island-map .{} {name}", layout.name()))
}

/// Brings the maps, the list and the table from one state to another. Only what looks otherwise now is
/// touched.
fn show(facts: &Facts, before: &(Selection, Appearance), now: &(Selection, Appearance)) {
    for layout in Layout::OF_MAPS {
        let [Some(edges), Some(claims), Some(nodes)] =
            [".edges", ".claims", ".nodes"].map(|it| part(layout, it))
        else {
            continue;
        };
        set_relations(&Siblings::within(&edges), &before.1, &now.1);
        let siblings = Siblings::within(&claims);
        each_change(&before.1.relations, &now.1.relations, |idx, before, now| {
            let [was, is] = [before, now].map(|it| it == Emphasis::Highlighted);
            if let Some(claim) = siblings.nth(idx).filter(|_| was != is) {
                browser::toggle(&claim, "shown", is);
            }
        });
        let siblings = Siblings::within(&nodes);
        each_change(&before.1.actors, &now.1.actors, |idx, before, now| {
            set_classes(siblings.nth(idx), before.class(), now.class());
        });
        keys::keep_stop(&nodes);
        let node = |actor: Option<u16>| siblings.nth(usize::from(actor?));
        if before.0.focus != now.0.focus {
            set_classes(node(before.0.focus), "focus", "");
            set_classes(node(now.0.focus), "", "focus");
        }
    }
    if let Some(rows) = browser::find("#map .relations-table tbody") {
        set_relations(&Siblings::within(&rows), &before.1, &now.1);
    }
    let is_hidden = |it: Emphasis| it == Emphasis::Hidden;
    each_change(&before.1.actors, &now.1.actors, |idx, before, now| {
        if is_hidden(before) != is_hidden(now)
            && let Some(entry) =
                facts.actors.get(idx).and_then(|it| browser::find(&format!("#actor-{}", it.id)))
        {
            browser::toggle(&entry, "hidden", is_hidden(now));
        }
    });
    // Told in the dossiers of both ends.
    each_change(&before.1.relations, &now.1.relations, |idx, before, now| {
        if is_hidden(before) != is_hidden(now) {
            let told = browser::all(&browser::page(), &format!("#actors [data-told=\"{idx}\"]"));
            told.iter().for_each(|it| browser::toggle(it, "hidden", is_hidden(now)));
        }
    });
}

fn set_relations(elements: &Siblings, before: &Appearance, now: &Appearance) {
    each_change(&before.relations, &now.relations, |idx, before: Emphasis, now| {
        set_classes(elements.nth(idx), before.class(), now.class());
    });
    each_change(&before.standings, &now.standings, |idx, before: Standing, now| {
        set_classes(elements.nth(idx), before.class(), now.class());
    });
}

fn each_change<T: Copy + PartialEq>(before: &[T], now: &[T], mut change: impl FnMut(usize, T, T)) {
    for (idx, (before, now)) in before.iter().zip(now).enumerate() {
        if before != now {
            change(idx, *before, *now);
        }
    }
}

fn set_classes(element: Option<Element>, before: &str, now: &str) {
    let Some(element) = element else { return };
    for (class, on) in [(before, false), (now, true)] {
        if !class.is_empty() {
            browser::toggle(&element, class, on);
        }
    }
}

/// The actor to whose dossier a link leads.
pub(super) fn actor_at(facts: &Facts, link: &Element) -> Option<u16> {
    let href = link.get_attribute("href")?;
    let id = href.strip_prefix("#actor-")?;
    facts.actors.iter().position(|it| it.id == id).and_then(|it| u16::try_from(it).ok())
}

/// The layout that is shown; `None` if neither is.
fn layout_shown() -> Option<Layout> {
    let is_shown = |it: &Layout| part(*it, "svg").is_some_and(|it| it.client_width() > 0);
    Layout::OF_MAPS.into_iter().find(is_shown)
}

/// Scrolls on so far that an actor stands over what is told about it.
pub(super) fn bring(actor: u16) {
    if let Some((node, panel)) = node_of(actor).zip(browser::find(panel::PANEL)) {
        browser::keep_above(&node, &panel);
    }
}

/// Whoever comes by a link to the map comes to the actor that it chooses, and not to the title alone.
fn arrive(actor: u16) {
    if browser::fragment() != "#map" {
        return;
    }
    browser::after(2 * DRAWN_MS, move || {
        // Who has gone elsewhere meanwhile, or comes back to where the page was left, stays there.
        let title = browser::find("#map").map(|it| browser::edges(&it).0);
        if let Some(node) = node_of(actor).filter(|_| title.is_some_and(|it| it.abs() < AT_TITLE)) {
            bring(actor);
            browser::keep_in_window(&node);
        }
    });
}

/// The node of an actor in the map that is shown.
fn node_of(actor: u16) -> Option<Element> {
    Siblings::within(&part(layout_shown()?, ".nodes")?).nth(usize::from(actor))
}

/// Tells in a few words, to whom cannot see it, what the map shows now.
fn say(words: &str) {
    if let Some(status) = browser::find("#map [role=status]") {
        status.set_text_content(Some(words));
    }
}

/// Puts an actor in focus, or nothing, and brings the panel to its beginning.
fn focus(explorer: Explorer, actor: Option<u16>) {
    explorer.visit(|it| (it.map.focus, it.map.chain_to) = (actor, None));
    browser::scroll_to_top(panel::PANEL);
}

/// A click on a node, or on a name in the panel, focuses that actor; one on an edge leads to what it
/// claims; one beside them, or on the button in the panel, clears the focus.
fn focus_by_click(facts: &'static Facts, explorer: Explorer, event: &Event) {
    if !browser::is_plain_click(event) {
        return;
    }
    let link = browser::closest(event, "a");
    if browser::closest(event, ".shut").is_some() {
        let node = explorer.now().map.focus.and_then(node_of);
        focus(explorer, None);
        // The button is gone with the words around it.
        node.iter().for_each(browser::focus);
    } else if let Some(actor) = link.and_then(|it| actor_at(facts, &it)) {
        event.prevent_default();
        let inside_panel = browser::closest(event, panel::PANEL).is_some();
        focus(explorer, Some(actor));
        // The link that was followed is gone with the words around it; the keyboard stays here.
        if inside_panel {
            browser::focus_within(event, panel::PANEL);
        }
    } else if let Some(edge) = browser::closest(event, ".edge, .claims text") {
        tell_relation(facts, explorer, browser::position(&edge));
    } else if browser::closest(event, ".maps svg").is_some() {
        focus(explorer, None);
    }
}

/// What an edge claims: its words in the panel if they stand there, or else the actor of whom it is said.
fn tell_relation(facts: &Facts, explorer: Explorer, idx: usize) {
    match browser::find(&format!("{} [data-told=\"{idx}\"]", panel::PANEL)) {
        Some(told) => told.scroll_into_view(),
        None => focus(explorer, facts.relations.get(idx).map(|it| it.from)),
    }
}
