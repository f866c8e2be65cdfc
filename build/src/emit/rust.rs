//! Values as Rust expressions that a `static` may hold.

use explainer_model::count::Kind;
use explainer_model::{Count, Date};

use crate::ids::Ids;
use crate::problem::At;

pub(super) fn text(text: &str) -> String {
    format!("{text:?}")
}

pub(super) fn maybe(value: Option<String>) -> String {
    value.map_or_else(|| "None".to_owned(), |it| format!("Some({it})"))
}

/// `&[…]` with one entry a line.
pub(super) fn list(entries: impl IntoIterator<Item = String>) -> String {
    let entries: Vec<String> = entries.into_iter().collect();
    match entries.len() {
        0 => "&[]".to_owned(),
        _ => format!("&[\n{},\n]", entries.join(",\n")),
    }
}

pub(super) fn texts(texts: &[At<String>]) -> String {
    list(texts.iter().map(|it| text(&it.value)))
}

pub(super) fn date(date: Date) -> String {
    let (year, month, day) = date.parts();
    format!("Date::checked({year}, {month}, {day})")
}

pub(super) fn count(count: Count) -> String {
    let n = count.stated();
    match count.kind() {
        Kind::Exactly => format!("Count::exactly({n})"),
        Kind::AtLeast => format!("Count::at_least({n})"),
        Kind::MoreThan => format!("Count::more_than({n})"),
        Kind::About => match count.high() {
            None => format!("Count::about_or_more({n})"),
            Some(high) if high != n => format!("Count::about_between({n}, {high})"),
            Some(_) => format!("Count::about({n})"),
        },
        Kind::Between => format!("Count::between({n}, {})", count.high().unwrap_or(n)),
    }
}

/// Positions of ids among those of their kind. The check has found every one of them.
pub(super) fn positions(ids: &Ids, kind: &str, wanted: &[At<String>]) -> String {
    let positions = wanted.iter().filter_map(|it| ids.position(kind, &it.value));
    format!("&{:?}", positions.collect::<Vec<_>>())
}

pub(super) fn position(ids: &Ids, kind: &str, wanted: &At<String>) -> String {
    ids.position(kind, &wanted.value).unwrap_or_default().to_string()
}
