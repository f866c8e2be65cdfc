//! What readers can take away from a figure: pictures, data, who reported them, and how to cite it.

use std::collections::{BTreeMap, BTreeSet};

use explainer_model::records::SourceIdx;
use leptos::prelude::*;

use super::builder::BUILDER;
use super::download;
use crate::data::{FACTS, RECORDS};

/// How many publishers are named; the records name them all.
const MAX_PUBLISHERS: usize = 4;

pub(super) fn take_away(figure: &str, table: Option<&'static str>) -> AnyView {
    let table = table.map(|it| view! { <a href=it download="">"CSV"</a> ", " });
    let citation = format!("“{}”. {}", RECORDS.story.headline, licence());
    view! {
        <p class="sources take-away">
            "Download: " {table} <a href=download::CLAIMS download="">"JSON with all claims"</a>
            <span class="stills">
                ", " <button type="button" data-save="png">"PNG"</button>
                ", " <button type="button" data-save="svg">"SVG"</button>
            </span>
            " · " <a href=BUILDER>"Embed"</a>
        </p>
        <p class="sources credit">{credit(figure)}</p>
        <p class="sources cite">
            "Cite as: " <span class="citation">{citation}</span> " "
            <button type="button" data-copy="Copied" aria-live="polite">"Copy"</button>
        </p>
        {link()}
    }
    .into_any()
}

/// The address of what is shown now, to copy, and to share where browsers do that.
pub(super) fn link() -> AnyView {
    view! {
        <p class="sources cite">
            <span class="citation"></span> " "
            <button type="button" data-copy="Link copied" aria-live="polite">"Copy link"</button> " "
            <button type="button" data-share="" hidden="">"Share"</button>
        </p>
    }
    .into_any()
}

/// Who reported what a figure shows, how old it is, and its licence.
pub(super) fn credit(figure: &str) -> String {
    format!("{} {}", publishers(&sources_of(figure)), licence())
}

/// How old the data are, and what anybody may do with them.
pub(super) fn licence() -> String {
    format!("Data to {}. {}.", FACTS.as_of, download::LICENSE)
}

/// Everything that the numbers or lines of a figure rest on, as often as they do.
fn sources_of(figure: &str) -> Vec<SourceIdx> {
    let claims = |is_drawn: &dyn Fn(&str) -> bool| {
        let drawn = RECORDS.claims.iter().filter(|it| is_drawn(it.id));
        drawn.flat_map(|it| it.sources).copied().collect()
    };
    match figure {
        "releases" => claims(&|id| {
            FACTS.releases.iter().any(|it| it.id == id) || FACTS.totals.iter().any(|it| it.id == id)
        }),
        "held" => claims(&|id| FACTS.held.iter().any(|it| it.id == id)),
        _ => RECORDS.relations.iter().flat_map(|it| it.sources).copied().collect(),
    }
}

/// Who published the most of them, in words: the more texts the earlier, and then the more often they are cited.
fn publishers(sources: &[SourceIdx]) -> String {
    let mut cited: BTreeMap<&str, (BTreeSet<SourceIdx>, usize)> = BTreeMap::new();
    for source in sources {
        let (texts, n_cited) =
            cited.entry(RECORDS.sources[usize::from(*source)].publisher).or_default();
        texts.insert(*source);
        *n_cited += 1;
    }
    let mut counted: Vec<(&str, (usize, usize))> =
        cited.into_iter().map(|(name, (texts, n_cited))| (name, (texts.len(), n_cited))).collect();
    counted.sort_by_key(|it| std::cmp::Reverse(it.1));
    let named: Vec<&str> = counted.iter().take(MAX_PUBLISHERS).map(|it| it.0).collect();
    match counted.len() - named.len() {
        0 => format!("Sources: {}.", named.join(", ")),
        n => format!("Sources: {} and {n} more, named in the records.", named.join(", ")),
    }
}
