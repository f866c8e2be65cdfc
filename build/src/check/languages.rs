//! What is written in another script than the story says in which language it is, for those who have the page read
//! out.

use crate::data::Data;
use crate::problem::{Place, Problems};

/// Whether a letter is Latin, with whatever marks.
fn is_latin(letter: char) -> bool {
    matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether two texts have letters of two scripts.
fn differ(story: &str, text: &str) -> bool {
    let script = |it: &str| it.chars().find(|it| it.is_alphabetic()).map(is_latin);
    script(story)
        .is_some_and(|story| text.chars().any(|it| it.is_alphabetic() && is_latin(it) != story))
}

pub(crate) fn check(data: &Data, problems: &Problems) {
    let Some(story) = &data.story else { return };
    for spelling in data.actors.iter().flat_map(|it| &it.spellings) {
        let (text, at) = (&spelling.value.text, &spelling.place);
        if spelling.value.language.is_empty() && differ(&story.headline.value, text) {
            problems.add(
                at,
                format!("“{text}” is in another script than the story, and says no language"),
                format!("add its BCP 47 tag, as in \"{text}@ru\""),
            );
        }
    }
    for spelling in data.actors.iter().flat_map(|it| &it.spellings) {
        tag(&spelling.value.language, &spelling.place, problems);
    }
    for source in &data.sources {
        if let Some(language) = &source.language {
            tag(&language.value, &language.place, problems);
        } else if differ(&story.headline.value, &source.title) {
            problems.add(
                &source.at,
                format!("“{}” is in another script than the story", source.title),
                "add language = \"…\" with its BCP 47 tag, \"ru\" for example",
            );
        }
    }
}

/// Notes what is no tag of a language: two or three letters, and what may follow them.
fn tag(language: &str, at: &Place, problems: &Problems) {
    let (first, rest) = language.split_once('-').unwrap_or((language, "x"));
    let is_first = matches!(first.len(), 2 | 3) && first.bytes().all(|it| it.is_ascii_lowercase());
    let is_rest =
        |it: &str| matches!(it.len(), 1..=8) && it.bytes().all(|it| it.is_ascii_alphanumeric());
    let is_tag = is_first && rest.split('-').all(is_rest);
    if !language.is_empty() && !is_tag {
        problems.add(
            at,
            format!("`{language}` is no tag of a language"),
            "write the BCP 47 tag, \"ru\" for example",
        );
    }
}
