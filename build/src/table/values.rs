//! Fields that hold a value of the story: words of a fixed set, places.

use toml::Spanned;
use toml::de::DeValue;

use super::Table;

impl Table<'_> {
    /// One of the given words.
    pub(crate) fn one_of<T: Copy>(&self, name: &'static str, words: &Words<T>) -> Option<T> {
        self.required(name, &quoted(words)).and_then(|value| self.read_word(name, value, words))
    }

    /// One of the given words, or left out.
    pub(crate) fn maybe_one_of<T: Copy>(&self, name: &'static str, words: &Words<T>) -> Option<T> {
        self.field(name).and_then(|value| self.read_word(name, value, words))
    }

    fn read_word<T: Copy>(
        &self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        words: &Words<T>,
    ) -> Option<T> {
        let text = self.read_text(name, value, 60)?;
        let found = words.iter().find(|(_, word)| *word == text.value).map(|&(it, _)| it);
        if found.is_none() {
            self.wrong(
                &text.place,
                format!("`{name}` is \"{}\"", text.value),
                format!("it is one of {}", quoted(words)),
            );
        }
        found
    }

    /// Two parts of one, such as a place in the map; `None` if left out.
    pub(crate) fn fractions(&self, name: &'static str) -> Option<(f32, f32)> {
        let value = self.field(name)?;
        let part = |value: &DeValue<'_>| match value {
            DeValue::Float(float) => {
                float.as_str().parse().ok().filter(|it| (0.0..=1.0).contains(it))
            }
            _ => None,
        };
        let parts = match value.get_ref() {
            DeValue::Array(items) if items.len() == 2 => {
                part(items[0].get_ref()).zip(part(items[1].get_ref()))
            }
            _ => None,
        };
        if parts.is_none() {
            self.wrong(
                &self.file.place(value.span()),
                format!("`{name}` is not a place"),
                "write two parts of one, [0.25, 0.5]",
            );
        }
        parts
    }
}

/// Words that a field may hold, each with what it means.
type Words<T> = [(T, &'static str)];

fn quoted<T>(words: &Words<T>) -> String {
    words.iter().map(|(_, word)| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}
