//! A table of the record: its fields with their meaning, and its rows. CSV, JSON and the list of fields
//! on the page are made from the same, so none can hold what another does not.

use leptos::prelude::*;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

/// Between several values in a cell of CSV.
const SEPARATOR: &str = "; ";

/// A field of rows that are made from `T`: its name, what it means, and its value.
pub(super) struct Field<T>(
    pub(super) &'static str,
    pub(super) &'static str,
    pub(super) fn(T) -> Value,
);

/// A table.
pub(super) struct Table {
    /// Its file is named after it.
    pub(super) name: &'static str,
    about: &'static str,
    fields: Vec<(&'static str, &'static str)>,
    rows: Vec<Vec<Value>>,
}

impl Table {
    /// A row for each item.
    pub(super) fn of<T: Copy>(
        name: &'static str,
        about: &'static str,
        items: impl IntoIterator<Item = T>,
        fields: &[&[Field<T>]],
    ) -> Table {
        let fields: Vec<&Field<T>> = fields.iter().copied().flatten().collect();
        let row = |item: T| fields.iter().map(|it| (it.2)(item)).collect();
        Table {
            name,
            about,
            rows: items.into_iter().map(row).collect(),
            fields: fields.iter().map(|it| (it.0, it.1)).collect(),
        }
    }

    /// The name of its file.
    pub(super) fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// What it holds, and in how many rows.
    pub(super) fn about(&self) -> String {
        format!("{} ({})", self.about, self.rows.len())
    }

    /// One line for each row, quoted where it must be, with a line of names on top.
    pub(super) fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Texts written to memory cannot fail.
        let _ = writer.write_record(self.fields.iter().map(|it| it.0));
        for row in &self.rows {
            let _ = writer.write_record(row.iter().map(cell));
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }

    /// What each field means, for the page.
    pub(super) fn meanings(&self) -> AnyView {
        let fields = self.fields.iter().map(|(name, meaning)| {
            view! { <dt>{*name}</dt><dd>{*meaning}</dd> }
        });
        view! { <dl>{fields.collect_view()}</dl> }.into_any()
    }
}

/// A value in a cell of CSV.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join(SEPARATOR),
        other => other.to_string(),
    }
}

/// Names and values in the order of the fields.
struct Row<'a>(&'a Table, &'a [Value]);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = self.0.fields.iter().map(|it| it.0);
        serializer.collect_map(names.zip(self.1))
    }
}

impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Meanings<'a>(&'a Table);
        impl Serialize for Meanings<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.fields.iter().copied())
            }
        }
        let rows: Vec<Row<'_>> = self.rows.iter().map(|it| Row(self, it)).collect();
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("about", self.about)?;
        map.serialize_entry("fields", &Meanings(self))?;
        map.serialize_entry("rows", &rows)?;
        map.end()
    }
}
