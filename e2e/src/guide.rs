//! The guided story: its steps, and the figure that goes along.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::page::Page;

/// A step, as the page has it.
#[derive(Clone, Debug, Deserialize)]
pub struct Step {
    /// Its name in addresses.
    pub id: String,
    /// The figure that it shows.
    pub figure: String,
    /// What the figure shows, as a query.
    pub show: String,
}

/// Where the reader of a guided story is.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Place {
    /// The step that the progress marks say.
    pub marked: Option<String>,
    /// The figure that stands beside the words.
    pub staged: Option<String>,
    /// What is chosen: a release or measure, a count of those held, an actor.
    pub chosen: (Option<String>, Option<String>, Option<String>),
}

impl Step {
    /// All of them.
    pub async fn all(page: &Page) -> Result<Vec<Step>> {
        let steps: Vec<Step> = page
            .ask(
                "[...document.querySelectorAll('.step')].map(it => (
                    { id: it.dataset.step, figure: it.dataset.in, show: it.dataset.show }))",
            )
            .await?;
        ensure!(steps.len() > 2, "the story has {} steps", steps.len());
        Ok(steps)
    }

    /// A parameter of what it shows.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.show
            .split('&')
            .filter_map(|it| it.split_once('='))
            .find(|it| it.0 == name)
            .map(|it| it.1)
    }

    /// Scrolls until the step is the reader's.
    pub async fn reach(&self, page: &Page) -> Result<()> {
        page.run(&format!(
            "scrollTo(0, place(document.getElementById({})).y - 20)",
            self.element()
        ))
        .await?;
        page.settle().await
    }

    /// The id of its element, as JavaScript has it.
    fn element(&self) -> String {
        json!(format!("step-{}", self.id)).to_string()
    }

    /// Waits until the page is at the step in all that says where it is.
    pub async fn is_reached(&self, page: &Page) -> Result<()> {
        let id = json!(self.id);
        page.until(&format!("new URLSearchParams(location.search).get('step') === {id}")).await?;
        page.settle().await?;
        let place = Place::of(page).await?;
        ensure!(place.marked.as_ref() == Some(&self.id), "{}: {place:?}", self.id);
        let wanted = self.parameter("release").or(self.parameter("measure"));
        ensure!(wanted.is_none() || place.chosen.0.as_deref() == wanted, "{}: {place:?}", self.id);
        let wanted = self.parameter("held");
        ensure!(wanted.is_none() || place.chosen.1.as_deref() == wanted, "{}: {place:?}", self.id);
        ensure!(place.chosen.2.as_deref() == self.parameter("actor"), "{}: {place:?}", self.id);
        if let Some(staged) = place.staged {
            ensure!(staged == self.figure, "{} has {staged} beside it", self.id);
        }
        Ok(())
    }
}

impl Place {
    /// Where the reader is now.
    pub async fn of(page: &Page) -> Result<Place> {
        page.ask(
            "(() => {
                const mark = document.querySelector('.progress [aria-current]')?.hash.slice('#step-'.length);
                const chosen = shown('[data-island=releases] .mark.chosen')[0]?.dataset;
                const actor = document.querySelector('[data-role=detail]')?.dataset.for;
                return {
                    marked: mark ?? null,
                    staged: document.querySelector('.stage [data-island]')?.dataset.island ?? null,
                    chosen: [
                        chosen?.release ?? chosen?.measure ?? null,
                        shown('[data-island=held] .mark.chosen')[0]?.dataset.claim ?? null,
                        actor || null,
                    ],
                };
            })()",
        )
        .await
    }
}
