//! What the reader has chosen, and what a figure needs besides.

use explainer_model::facts::Facts;
use leptos::prelude::*;

use crate::chart::releases::View;

/// The reader's choices. One for the page; all figures share it.
#[derive(Clone, Copy, Debug)]
pub struct Explorer {
    /// How the releases are shown.
    pub view: RwSignal<View>,
    /// The release in the readout; an index into the facts.
    pub release: RwSignal<usize>,
    /// The count in the readout of the held figure; an index into the facts.
    pub held: RwSignal<usize>,
    /// The actor in focus; an index into the facts.
    pub actor: RwSignal<Option<u16>>,
    /// Width that the charts have, in px; `None` until it is known.
    pub width: RwSignal<Option<u32>>,
    /// Whether the page is interactive. Before that, marks are plain links.
    pub live: RwSignal<bool>,
}

impl Explorer {
    /// Nothing chosen yet: the latest release and the latest count stand in the readouts.
    pub fn new(facts: &Facts) -> Explorer {
        Explorer {
            view: RwSignal::new(View::default()),
            release: RwSignal::new(facts.releases.len().saturating_sub(1)),
            held: RwSignal::new(facts.held.len().saturating_sub(1)),
            actor: RwSignal::new(None),
            width: RwSignal::new(None),
            live: RwSignal::new(false),
        }
    }
}

/// The words of a record, as HTML, by the id of its element in the page.
///
/// On the host they are rendered; in the browser they are read from the page, so that the wasm need
/// not carry them.
pub type Words = fn(id: &str) -> String;
