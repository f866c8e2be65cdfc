//! The map of actors: what the page says about it in words, and how it looks.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::page::Page;

/// Actors and relations, as the page tells them outside the drawing. Indices are those of the drawing.
#[derive(Clone, Debug, Deserialize)]
pub struct Map {
    /// Ids of the actors.
    pub actors: Vec<String>,
    /// For each actor, the group of its shape, as the filter for it is numbered.
    pub groups: Vec<usize>,
    /// The rows of the table of relations.
    pub relations: Vec<Relation>,
}

/// A row of the table of relations.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Relation {
    /// Index of who.
    pub from: usize,
    /// Index of whom.
    pub to: usize,
    /// What is claimed, in words.
    pub kind: String,
    /// When, in words.
    pub when: String,
}

/// How everything looks: for each element the classes that mark it, "hidden" if it is not drawn.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Look {
    /// The actors.
    pub nodes: Vec<BTreeSet<String>>,
    /// The relations.
    pub edges: Vec<BTreeSet<String>>,
    /// The rows of the table.
    pub rows: Vec<BTreeSet<String>>,
    /// Of each actor, the entry in the list from A to Z.
    pub entries: Vec<BTreeSet<String>>,
}

/// Asked of an element; the style sheets decide what is hidden.
const MARKS: &str = "it => [
    ...[...it.classList].filter(it => !['node', 'edge', 'opens', 'dossier', 'hidden'].includes(it)),
    ...(getComputedStyle(it).display === 'none' ? ['hidden'] : []),
]";

impl Map {
    /// Reads what the page tells.
    pub async fn read(page: &Page) -> Result<Map> {
        let map: Map = page
            .ask(
                "(() => {
                    const nodes = [...document.querySelectorAll('.maps .wide .node')];
                    const actors = nodes.map(it => it.dataset.actor);
                    const groups = nodes.map(it =>
                        +it.querySelector('.shape').getAttribute('class').match(/group-(\\d+)/)[1]);
                    const at = link => actors.indexOf(link.hash.slice('#actor-'.length));
                    const rows = document.querySelectorAll('.relations-table tbody tr');
                    const relations = [...rows].map(({ cells: [who, kind, whom, when] }) => ({
                        from: at(who.querySelector('a')), kind: words(kind),
                        to: at(whom.querySelector('a')), when: words(when),
                    }));
                    return { actors, groups, relations };
                })()",
            )
            .await?;
        ensure!(map.actors.len() > 2 && map.relations.len() > 2, "there is no map to speak of");
        Ok(map)
    }

    /// Selects the node of an actor; the screen shows one of two.
    pub fn node(&self, actor: usize) -> String {
        format!(".maps .node[data-actor='{}']", self.actors[actor])
    }

    /// How far every actor is from one of them over relations that are open; `None` if no way leads there.
    pub fn distances(&self, from: usize, is_open: impl Fn(usize) -> bool) -> Vec<Option<usize>> {
        let mut distances = vec![None; self.actors.len()];
        distances[from] = Some(0);
        let mut queue = vec![from];
        let mut next = 0;
        while let Some(&at) = queue.get(next) {
            next += 1;
            for (idx, relation) in self.relations.iter().enumerate() {
                if let Some(other) = relation.other_end(at)
                    && is_open(idx)
                    && distances[other].is_none()
                {
                    distances[other] = distances[at].map(|it| it + 1);
                    queue.push(other);
                }
            }
        }
        distances
    }

    /// How it all looks. An error unless both drawings look alike and the table goes with them.
    pub async fn look(&self, page: &Page) -> Result<Look> {
        let drawing = |layout: &str| {
            format!(
                "{{ nodes: marks('.maps .{layout} .node'), edges: marks('.maps .{layout} .edge'),
                    rows: marks('.relations-table tbody tr'),
                    entries: {}.map(id => marked(document.getElementById('actor-' + id))) }}",
                json!(self.actors)
            )
        };
        let question = format!(
            "(() => {{
                const marked = {MARKS};
                const marks = selector => [...document.querySelectorAll(selector)].map(marked);
                return [{}, {}];
            }})()",
            drawing("narrow"),
            drawing("wide")
        );
        let [narrow, wide]: [Look; 2] = page.ask(&question).await?;
        ensure!(narrow == wide, "the two drawings differ: {narrow:?} and {wide:?}");
        ensure!(wide.edges == wide.rows, "table and map differ: {:?} {:?}", wide.edges, wide.rows);
        let has_left = |it: &Vec<BTreeSet<String>>| which(it, "hidden");
        ensure!(has_left(&wide.nodes) == has_left(&wide.entries), "list and map differ: {wide:?}");
        Ok(wide)
    }

    /// Opens the filters, as a reader does.
    pub async fn open_filters(&self, page: &Page) -> Result<()> {
        page.click(".filters > summary").await
    }

    /// Chooses in one of the selects, by value, as the keyboard does.
    pub async fn choose(&self, page: &Page, select: &str, value: &str) -> Result<()> {
        page.run(&format!(
            "const field = document.querySelector('.tools [name={select}]');
             field.value = {};
             field.dispatchEvent(new Event('input', {{ bubbles: true }}));",
            json!(value)
        ))
        .await?;
        page.settle().await
    }

    /// Clicks a check box of the filters, by its label.
    pub async fn check(&self, page: &Page, name: &str, value: Option<usize>) -> Result<()> {
        let value = value.map_or_else(String::new, |it| format!("[value='{it}']"));
        page.click(&format!(".filters label:has([name={name}]{value})")).await
    }

    /// Puts an actor in focus with a click on its node.
    pub async fn click_node(&self, page: &Page, actor: usize) -> Result<()> {
        page.click(&format!("{} .hit", self.node(actor))).await
    }
}

impl Relation {
    /// The other end, seen from one of them.
    pub fn other_end(&self, actor: usize) -> Option<usize> {
        match (self.from == actor, self.to == actor) {
            (true, _) => Some(self.to),
            (_, true) => Some(self.from),
            _ => None,
        }
    }
}

impl Look {
    /// The actors that bear a mark.
    pub fn actors(&self, mark: &str) -> BTreeSet<usize> {
        which(&self.nodes, mark)
    }

    /// The relations that bear a mark.
    pub fn relations(&self, mark: &str) -> BTreeSet<usize> {
        which(&self.edges, mark)
    }
}

fn which(elements: &[BTreeSet<String>], mark: &str) -> BTreeSet<usize> {
    (0..).zip(elements).filter(|it| it.1.contains(mark)).map(|it| it.0).collect()
}
