//! The map by keyboard: one stop for the Tab key, arrows from actor to actor.

use explainer_model::facts::Facts;
use explainer_model::graph::{Direction, neighbour_towards};
use leptos::ev;

use super::super::Explorer;
use super::super::layout::Layout;
use super::moves::Moves;
use super::{actor_at, focus, node_of, panel, part};
use crate::browser::{self, Element, Siblings};

/// Leaves each map one stop for the Tab key, its first node. Without the wasm every link is a stop.
pub(super) fn set_stops() {
    for layout in Layout::OF_MAPS {
        if let Some(first) = part(layout, ".node") {
            stop_at(&first);
        }
    }
}

/// A stop that a filter has left out goes to the first actor that is shown, and the keyboard with it.
pub(super) fn keep_stop(nodes: &Element) {
    let first = |selector| nodes.query_selector(selector).ok().flatten();
    if first(".node:not(.hidden):not([tabindex])").is_none()
        && let Some(first) = first(".node:not(.hidden)")
    {
        // Asked first: browsers take the keyboard from what is not shown as soon as it is no stop any more.
        let has_focus = nodes.query_selector(".node.hidden:focus").is_ok_and(|it| it.is_some());
        stop_at(&first);
        if has_focus {
            browser::focus(&first);
        }
    }
}

fn stop_at(node: &Element) {
    if let Some(nodes) = node.parent_element() {
        for other in browser::all(&nodes, ".node:not([tabindex])") {
            browser::set(&other, "tabindex", Some("-1"));
        }
    }
    browser::set(node, "tabindex", None);
}

/// The stop follows the focus, and so does the part of the map that is shown.
pub(super) fn follow(facts: &Facts, moves: Moves, event: &ev::Event) {
    let Some(node) = browser::closest(event, ".node") else { return };
    stop_at(&node);
    if let Some(actor) = actor_at(facts, &node) {
        moves.hold(actor);
    }
}

pub(super) fn answer(
    facts: &'static Facts,
    moves: Moves,
    explorer: Explorer,
    event: &ev::KeyboardEvent,
) {
    let node = browser::closest(event, ".node");
    let actor = node.as_ref().and_then(|it| actor_at(facts, it));
    let key = event.key();
    match (key.as_str(), actor) {
        ("Escape", _) => step_back(explorer, event),
        ("l" | "L", Some(actor)) => {
            focus(explorer, Some(actor));
            browser::focus_within(event, panel::PANEL);
        }
        (_, Some(actor)) => {
            let direction = match key.as_str() {
                "ArrowLeft" => Direction::Left,
                "ArrowRight" => Direction::Right,
                "ArrowUp" => Direction::Up,
                "ArrowDown" => Direction::Down,
                _ => return,
            };
            event.prevent_default();
            walk(facts, moves, actor, direction, node);
        }
        _ => {}
    }
}

/// From the panel to the node, from the chain to the actor, from the actor to the whole.
fn step_back(explorer: Explorer, event: &ev::KeyboardEvent) {
    let selection = explorer.now().map;
    let in_panel = browser::closest(event, panel::PANEL).is_some();
    let node = selection.focus.filter(|_| in_panel).and_then(node_of);
    match (node, selection.chain_to) {
        (Some(node), _) => browser::focus(&node),
        (None, Some(_)) => explorer.change(|it| it.map.chain_to = None),
        (None, None) => focus(explorer, None),
    }
}

fn walk(
    facts: &'static Facts,
    moves: Moves,
    actor: u16,
    direction: Direction,
    node: Option<Element>,
) {
    let nodes = node.and_then(|it| it.parent_element());
    let (Some(nodes), Some(layout)) = (nodes, moves.map()) else { return };
    let nodes = Siblings::within(&nodes);
    let is_shown =
        |it: u16| nodes.nth(usize::from(it)).is_some_and(|it| !it.class_list().contains("hidden"));
    let next = neighbour_towards(layout, &facts.neighbours, actor, direction, is_shown);
    if let Some(next) = next.and_then(|it| nodes.nth(usize::from(it))) {
        browser::focus(&next);
    }
}
