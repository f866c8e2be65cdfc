//! Fields that hold words: texts, prose with links, ids, lists of them.

use toml::Spanned;
use toml::de::DeValue;

use super::Table;
use crate::problem::At;
use crate::{ids, prose};

/// Whether a field may hold links, `[words](kind:id)`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Links {
    Read,
    Refused,
}

impl Table<'_> {
    /// Words as they stand. Neither empty nor longer than `max` characters.
    pub(super) fn read_text(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        max: usize,
    ) -> Option<At<String>> {
        self.read_words(name, value, max, Links::Refused)
    }

    fn read_words(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        max: usize,
        links: Links,
    ) -> Option<At<String>> {
        let place = self.file.place(value.span());
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(&place, format!("`{name}` is not text"), "put it in quotation marks");
            return None;
        };
        if text.trim().is_empty() {
            self.wrong(
                &place,
                format!("`{name}` is empty"),
                "fill it in, or leave the field out if it is optional",
            );
            return None;
        }
        if let Some(it) = text.chars().find(|it| it.is_control() && !"\n\t".contains(*it)) {
            self.wrong(
                &place,
                format!("`{name}` has the control character U+{:04X} in it", u32::from(it)),
                "type it anew",
            );
            return None;
        }
        if links == Links::Refused && prose::has_link(text) {
            self.wrong(
                &place,
                format!("`{name}` takes no links"),
                "write the words alone, without brackets and id",
            );
        }
        let n_chars = prose::n_shown(text);
        if n_chars > max {
            self.wrong(
                &place,
                format!("`{name}` is {n_chars} characters long"),
                format!("{max} at most: shorten it"),
            );
        }
        Some(At { value: text.to_owned(), place })
    }

    /// Text of at most `max` characters.
    pub(crate) fn text(&self, name: &'static str, max: usize) -> Option<At<String>> {
        self.required(name, "\"…\"").and_then(|value| self.read_text(name, value, max))
    }

    /// Text with links, of at most `max` characters as readers see it.
    pub(crate) fn prose(&self, name: &'static str, max: usize) -> Option<At<String>> {
        let value = self.required(name, "\"…\"")?;
        self.read_words(name, value, max, Links::Read)
    }

    /// Text that may be left out; then it is empty.
    pub(crate) fn optional_text(&self, name: &'static str, max: usize) -> String {
        self.maybe_text(name, max).map_or_else(String::new, |it| it.value)
    }

    /// Text that may be left out, with its place.
    pub(crate) fn maybe_text(&self, name: &'static str, max: usize) -> Option<At<String>> {
        self.field(name).and_then(|value| self.read_text(name, value, max))
    }

    /// The table's own id: lower-case ASCII letters, digits and hyphens.
    pub(crate) fn id(&self) -> Option<At<String>> {
        let id = self.text("id", 60)?;
        let Some(misfit) = ids::misfit(&id.value) else { return Some(id) };
        let wrong = format!("`{}` cannot be an id: {misfit}", id.value);
        self.wrong(&id.place, wrong, ids::RIGHT);
        None
    }

    /// A list of texts; empty if left out.
    pub(crate) fn texts(&self, name: &'static str, max: usize) -> Vec<At<String>> {
        let value = self.field(name);
        value.map_or_else(Vec::new, |value| self.read_texts(name, value, max, Links::Refused))
    }

    /// A list of texts with links; empty if left out.
    pub(crate) fn paragraphs(&self, name: &'static str, max: usize) -> Vec<At<String>> {
        let value = self.field(name);
        value.map_or_else(Vec::new, |value| self.read_texts(name, value, max, Links::Read))
    }

    /// A list of ids of sources, one at least.
    pub(crate) fn sources(&self) -> Option<Vec<At<String>>> {
        let value = self.required("sources", "[\"…\"] with at least one id of sources.toml")?;
        let items = value.get_ref().as_array();
        if items.is_some_and(|it| it.is_empty()) {
            self.wrong(
                &self.file.place(value.span()),
                "no source is named".to_owned(),
                "name at least one id of sources.toml",
            );
            return None;
        }
        let sources = self.read_texts("sources", value, 60, Links::Refused);
        items.filter(|it| it.len() == sources.len()).map(|_| sources)
    }

    fn read_texts(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        max: usize,
        links: Links,
    ) -> Vec<At<String>> {
        match value.get_ref() {
            DeValue::Array(items) => {
                items.iter().filter_map(|it| self.read_words(name, it, max, links)).collect()
            }
            _ => {
                self.wrong(
                    &self.file.place(value.span()),
                    format!("`{name}` is not a list"),
                    "write [\"…\", \"…\"]",
                );
                Vec::new()
            }
        }
    }
}
