//! What is written in another script than the story says in which language it is, for those who have the page read
//! out.

use crate::data::Data;
use crate::problem::{At, Problems};

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

/// The tags of ISO 639-1. Languages without one have three letters, and are too many to list.
const TAGS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz \
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd \
    ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss \
    st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Codes of countries that are taken for the tags of the languages named after them, and those tags.
const COUNTRIES: [(&str, &str); 9] = [
    ("by", "be"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gr", "el"),
    ("jp", "ja"),
    ("kz", "kk"),
    ("rs", "sr"),
    ("ua", "uk"),
];

/// Languages that are written in Latin letters alone.
const LATIN: &str = "cs da de en es et fi fr hu it lt lv nb nl nn no pl pt sk sv tr";

fn is_among(tags: &str, tag: &str) -> bool {
    tags.split_whitespace().any(|it| it == tag)
}

/// Whether a text has letters, and none that the language has.
fn cannot_be(text: &str, language: &str) -> bool {
    let mut letters = text.chars().filter(|it| it.is_alphabetic()).peekable();
    is_among(LATIN, primary(language)) && letters.peek().is_some() && !letters.any(is_latin)
}

/// The tag without what says more about it.
fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or_default()
}

pub(crate) fn check(data: &Data, problems: &Problems) {
    let Some(story) = &data.story else { return };
    tag(&story.language, problems);
    for spelling in data.actors.iter().flat_map(|it| &it.spellings) {
        let (text, at) = (&spelling.value.text, &spelling.place);
        if !spelling.value.language.is_empty() {
            let language = At { value: spelling.value.language.clone(), place: at.clone() };
            written_in(text, &language, problems);
        } else if differ(&story.headline.value, text) {
            problems.add(
                at,
                format!("“{text}” is in another script than the story, and says no language"),
                format!("add its BCP 47 tag, as in \"{text}@ru\""),
            );
        }
    }
    for source in &data.sources {
        if let Some(language) = &source.language {
            written_in(&source.title, language, problems);
        } else if differ(&story.headline.value, &source.title) {
            problems.add(
                &source.at,
                format!("“{}” is in another script than the story", source.title),
                "add language = \"…\" with its BCP 47 tag, \"ru\" for example",
            );
        }
    }
}

/// Notes a language that is none, or in which a text cannot be.
fn written_in(text: &str, language: &At<String>, problems: &Problems) {
    tag(language, problems);
    if cannot_be(text, &language.value) {
        problems.add(
            &language.place,
            format!("“{text}” cannot be in `{}`: it has no Latin letter", language.value),
            "write the BCP 47 tag of its language, \"ru\" for example",
        );
    }
}

/// Notes what is no tag of a language: two or three letters, and what may follow them.
fn tag(language: &At<String>, problems: &Problems) {
    let tag = language.value.as_str();
    if is_tag(tag) {
        return;
    }
    let dashed = tag.replace('_', "-");
    let (first, rest) = dashed.split_at(primary(&dashed).len());
    let plain = format!("{}{rest}", first.to_lowercase());
    let country = COUNTRIES.iter().find(|it| it.0 == primary(&plain));
    let (wrong, right) = match country {
        Some((_, its)) => (
            format!("`{tag}` is no language, but a country"),
            format!("write \"{its}\" for the language named after it"),
        ),
        None if is_tag(&plain) => {
            (format!("`{tag}` is no tag of a language"), format!("write \"{plain}\""))
        }
        None => (
            format!("`{tag}` is no tag of a language"),
            "write the BCP 47 tag, \"ru\" for example".to_owned(),
        ),
    };
    problems.add(&language.place, wrong, right);
}

fn is_tag(tag: &str) -> bool {
    let (first, rest) = tag.split_once('-').unwrap_or((tag, "x"));
    let is_first = match first.len() {
        2 => is_among(TAGS, first),
        3 => first.bytes().all(|it| it.is_ascii_lowercase()),
        _ => false,
    };
    let is_rest =
        |it: &str| matches!(it.len(), 1..=8) && it.bytes().all(|it| it.is_ascii_alphanumeric());
    is_first && rest.split('-').all(is_rest)
}
