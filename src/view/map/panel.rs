//! What the panel beside the map tells: a dossier, or how two actors are connected. Its words are copied
//! from the page.

use std::sync::OnceLock;

use explainer_model::facts::Facts;
use explainer_model::graph::chains::{self, Chain};
use explainer_model::graph::{Appearance, Emphasis, Selection};

use super::{bring, say};
use crate::browser;

/// The panel, by selector; by an id it is found at once, however long the page.
pub(super) const PANEL: &str = "#island-map [data-role=detail]";
/// What takes one back from a dossier to the whole map, where there is no Escape key.
const CLOSE: &str = "<button type=button class=shut>Close</button>";
/// How many chains are told; of two that are connected in many ways the reader needs no more.
const MAX_CHAINS: usize = 4;

/// What stands in the panel while nothing is in focus.
pub(super) fn hint(facts: &Facts) -> String {
    format!(
        "<p class=\"hint\"><span data-role=\"n-shown\">{} actors, {} relations</span><span>. Choose one to read who it is and what the record says about it.</span></p>\
         <p class=\"hint keys\">With a keyboard: arrow keys walk from actor to actor, Enter chooses, L leads to the list of relations, Escape steps back.</p>",
        facts.actors.len(),
        facts.relations.len()
    )
}

/// Lets the hint say how much of the map a filter leaves. Whether that is another part than before.
fn count(look: &Appearance) -> bool {
    let shown = |all: &[Emphasis]| {
        let n_shown = all.iter().filter(|it| **it != Emphasis::Hidden).count();
        if n_shown == all.len() {
            n_shown.to_string()
        } else {
            format!("{n_shown} of {}", all.len())
        }
    };
    let words = format!("{} actors, {} relations", shown(&look.actors), shown(&look.relations));
    let hint = browser::find("#island-map [data-role=n-shown]");
    let hint = hint.filter(|it| it.text_content().as_ref() != Some(&words));
    hint.inspect(|it| it.set_text_content(Some(&words))).is_some()
}

/// Says whom the panel is about and how much it tells.
fn sum_up(is_chosen: bool) {
    let Some(panel) = browser::find(PANEL) else { return };
    let mut words = String::new();
    if is_chosen {
        words += &browser::text_of(&panel, "h3");
        words += " ";
        words += &browser::text_of(&panel, "h4, .no-chain, [data-role=n-shown]");
    }
    say(&words);
}

/// The panel of a story.
#[derive(Clone, Copy)]
pub(super) struct Panel {
    facts: &'static Facts,
}

/// What the page was prerendered with, once it has given way. A page has one map.
static HINT: OnceLock<String> = OnceLock::new();

impl Panel {
    pub(super) fn new(facts: &'static Facts) -> Panel {
        Panel { facts }
    }

    /// Tells what is in focus now, if that is something else than before. `is_read`: the reader is at the map. `is_chosen`: and
    /// has chosen it, so that is said. Not all that the panel tells, which may be a dossier of a thousand words.
    pub(super) fn tell(
        self,
        before: &(Selection, Appearance),
        now: &(Selection, Appearance),
        is_read: bool,
        is_chosen: bool,
    ) {
        let (was, is) = (&before.0, &now.0);
        let same_ends = (was.focus, was.chain_to) == (is.focus, is.chain_to);
        // Ways lead over what is shown, so a filter may change them.
        if same_ends && (is.chain_to.is_none() || before.1.relations == now.1.relations) {
            if is.focus.is_none() && before.1 != now.1 && count(&now.1) {
                sum_up(is_chosen);
            }
            return;
        }
        let Some(panel) = browser::find(PANEL) else { return };
        // A sheet at the foot of a phone must not hide whom it is about. Asked before anything changes: to
        // lay the page out once more would take as long as all the rest.
        is.focus.filter(|_| is_read && was.focus != is.focus).into_iter().for_each(bring);
        let hint = HINT.get_or_init(|| panel.inner_html());
        let id = is.focus.and_then(|it| self.id(it));
        match (is.focus.zip(is.chain_to), id) {
            (Some((from, to)), _) => panel.set_inner_html(&self.chains(from, to, &now.1)),
            (None, Some(id)) => browser::show_record(&panel, &format!("actor-{id}")),
            (None, None) => panel.set_inner_html(hint),
        }
        if id.is_some() {
            browser::insert_first(&panel, CLOSE);
        }
        if id.is_none() {
            count(&now.1);
        }
        sum_up(is_chosen);
        browser::set(&panel, "data-for", Some(id.unwrap_or_default()));
        if let Some(body) = panel.parent_element() {
            browser::toggle(&body, "focused", id.is_some());
        }
    }

    fn id(self, actor: u16) -> Option<&'static str> {
        self.facts.actors.get(usize::from(actor)).map(|it| it.id)
    }

    /// A name, as HTML: it comes from the page and goes there.
    fn name(self, actor: u16) -> String {
        let id = self.id(actor).unwrap_or_default();
        browser::find(&format!("#actor-{id} .opener"))
            .map_or_else(String::new, |it| it.inner_html())
    }

    fn chains(self, from: u16, to: u16, look: &Appearance) -> String {
        let shown = |it| look.shows_relation(it);
        let found = chains::shortest(&self.facts.neighbours, from, to, MAX_CHAINS, &shown);
        let mut html =
            format!("<h3 class=\"record-name\">{} – {}</h3>", self.name(from), self.name(to));
        if found.is_empty() {
            html += "<p class=\"no-chain\">No chain of the relations shown connects them.</p>";
        }
        for (number, chain) in (1..).zip(&found) {
            let n_steps = chain.hops.len();
            let plural = if n_steps == 1 { "" } else { "s" };
            // One way alone needs no number.
            let way = if found.len() > 1 { format!("Way {number}: ") } else { String::new() };
            html += &format!("<h4>{way}{n_steps} step{plural}</h4><ol class=\"chain\">");
            self.tell_chain(chain, &mut html);
            html += "</ol>";
        }
        html
    }

    /// Each hop as the dossier of where it starts tells it.
    fn tell_chain(self, chain: &Chain, html: &mut String) {
        let mut at = chain.from;
        for hop in &chain.hops {
            for relation in &hop.relations {
                let id = self.id(at).unwrap_or_default();
                let told = browser::find(&format!("#actor-{id} [data-told=\"{relation}\"]"));
                let told = told.map_or_else(String::new, |it| it.inner_html());
                *html += &format!("<li>{} {told}</li>", self.name(at));
            }
            at = hop.to;
        }
    }
}
