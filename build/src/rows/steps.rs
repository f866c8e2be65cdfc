//! The guided story, in `steps.toml`.

use explainer_model::story::FigureName;

use super::max;
use crate::problem::At;
use crate::table::Table;

pub(crate) struct StepRow {
    pub(crate) id: At<String>,
    pub(crate) title: At<String>,
    pub(crate) text: At<String>,
    pub(crate) figure: FigureName,
    /// The query of an address.
    pub(crate) show: At<String>,
}

pub(crate) fn step(table: &Table<'_>) -> Option<StepRow> {
    let (id, title) = (table.id(), table.text("title", max::NAME));
    let text = table.prose("text", max::PARAGRAPH);
    let figure = table.one_of("figure", &FigureName::ALL);
    let show = table.text("show", max::NOTE);
    table.done();
    Some(StepRow { id: id?, title: title?, text: text?, figure: figure?, show: show? })
}
