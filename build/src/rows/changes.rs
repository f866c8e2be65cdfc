//! What has changed, in `changes.toml`.

use explainer_model::Date;
use explainer_model::records::ChangeKind;

use super::max;
use crate::problem::At;
use crate::table::Table;

pub(crate) struct ChangeRow {
    pub(crate) date: At<Date>,
    pub(crate) data_to: At<Date>,
    pub(crate) kind: ChangeKind,
    pub(crate) what: At<String>,
    pub(crate) claims: Vec<At<String>>,
}

pub(crate) fn change(table: &Table<'_>) -> Option<ChangeRow> {
    let (date, data_to) = (table.day("date"), table.date("data_to"));
    let kind = table.one_of("kind", &ChangeKind::ALL.map(|it| (it, it.name())));
    let (what, claims) = (table.prose("what", max::NOTE), table.texts("claims", max::NAME));
    table.done();
    Some(ChangeRow { date: date?, data_to: data_to?, kind: kind?, what: what?, claims })
}
