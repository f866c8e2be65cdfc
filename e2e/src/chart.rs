//! A chart with its marks and its readout.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::page::{Page, Rect};

/// A figure with a chart, by its hooks in the page.
#[derive(Clone, Copy, Debug)]
pub struct Chart {
    figure: &'static str,
    /// The attribute that names a datum.
    attribute: &'static str,
    /// What the id of its record in the page begins with.
    record: &'static str,
}

/// A mark in the drawing that the screen shows.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Mark {
    /// Its datum.
    pub id: String,
    /// Its middle in the window, in CSS px.
    pub x: f64,
    /// Its middle in the window, in CSS px.
    pub y: f64,
}

impl Chart {
    /// The releases, added up.
    pub const RELEASES: Chart =
        Chart { figure: "releases", attribute: "data-release", record: "release-" };

    /// Those who are still held.
    pub const HELD: Chart = Chart { figure: "held", attribute: "data-claim", record: "held-" };

    /// A selector for the layer that answers the pointer.
    pub fn layer(self) -> String {
        format!("figure[data-figure='{}'] .overlay", self.figure)
    }

    /// A selector for the mark of a datum.
    pub fn mark(self, id: &str) -> String {
        format!("{} [{}='{id}']", self.layer(), self.attribute)
    }

    /// The marks that can be chosen, from left to right.
    pub async fn marks(self, page: &Page) -> Result<Vec<Mark>> {
        let marks: Vec<Mark> = page
            .ask(&format!(
                "shown({}).map(it => {{
                    const {{ x, y, width, height }} = rect(it.querySelector('.hit'));
                    return {{ id: it.getAttribute('{}'), x: x + width / 2, y: y + height / 2 }};
                }})",
                json!(format!("{} [{}]", self.layer(), self.attribute)),
                self.attribute
            ))
            .await?;
        ensure!(marks.len() > 2, "the figure {} has {} marks", self.figure, marks.len());
        Ok(marks)
    }

    /// Where the drawing stands.
    pub async fn frame(self, page: &Page) -> Result<Rect> {
        page.rect(&self.layer()).await
    }

    /// The datum that is chosen. An error unless the ring around a mark and the readout agree on one.
    pub async fn chosen(self, page: &Page) -> Result<String> {
        let layer = self.layer();
        let ringed: Vec<String> = page
            .ask(&format!(
                "shown({}).map(it => it.getAttribute('{}'))",
                json!(format!("{layer} .chosen")),
                self.attribute
            ))
            .await?;
        let read: Vec<String> = page
            .ask(&format!(
                "(() => {{
                    const read = words(one('[data-role=\"readout\"]', figure('{}')));
                    const record = id => document.getElementById('{}' + id)?.querySelector('.record');
                    const ids = shown({}).map(it => it.getAttribute('{}'));
                    return ids.filter(id => record(id) && words(record(id)) === read);
                }})()",
                self.figure,
                self.record,
                json!(format!("{layer} [{}]", self.attribute)),
                self.attribute
            ))
            .await?;
        ensure!(
            ringed.len() == 1 && read == ringed,
            "the figure {} has a ring around {ringed:?} and reads {read:?}",
            self.figure
        );
        Ok(read.concat())
    }
}

impl Mark {
    /// Its middle in whole px, as pointers have it.
    pub fn middle(&self) -> (i64, i64) {
        (self.x.round() as i64, self.y.round() as i64)
    }

    /// Whether one at that point may be said to point at it, whatever lies nearer by x.
    pub fn is_near(&self, x: i64, y: i64) -> bool {
        let (own_x, own_y) = self.middle();
        (own_x - x).abs() < 10 && (own_y - y).abs() < 10
    }

    /// The mark nearest to a distance from the left edge of the window; `None` where two are as near,
    /// give or take a px.
    pub fn nearest(marks: &[Mark], x: i64) -> Option<&Mark> {
        let distance = |it: &Mark| (it.x - x as f64).abs();
        let nearest = marks.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        let is_near = |it: &&Mark| distance(it) < distance(nearest) + 1.0;
        (marks.iter().filter(is_near).count() == 1).then_some(nearest)
    }
}

#[cfg(test)]
mod tests {
    use super::Mark;

    #[test]
    fn only_a_mark_that_is_clearly_nearest_is_nearest() {
        let marks = [10.0, 20.0, 20.4].map(|x| Mark { id: x.to_string(), x, y: 0.0 });
        assert_eq!(Mark::nearest(&marks, 12), Some(&marks[0]));
        assert_eq!(Mark::nearest(&marks, 20), None);
        assert_eq!(Mark::nearest(&marks, 15), None);
    }
}
