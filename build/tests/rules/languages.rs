//! In which language titles and names are.

use crate::story::right;

#[test]
fn words_in_another_script_say_their_language() {
    right().with("sources.toml", "Log of the gate", "Журнал варот").check(&[
        "sources.toml:1: “Журнал варот” is in another script than the story; add language = \"…\" with its BCP 47 tag, \"ru\" for example",
    ]);
    let tagged = "Журнал варот\"\nlanguage = \"be";
    right().with("sources.toml", "Log of the gate", tagged).check(&[]);
    let name = "name = \"The keeper\"\n";
    let spelled = |it: &str| format!("{name}spellings = [\"Вартаўнік{it}\"]\n");
    right().with("actors.toml", name, &spelled("")).check(&[
        "actors.toml:8: “Вартаўнік” is in another script than the story, and says no language; add its BCP 47 tag, as in \"Вартаўнік@ru\"",
    ]);
    right().with("actors.toml", name, &spelled("@be")).check(&[]);
}

#[test]
fn a_tag_of_a_language_that_is_none() {
    const TAG: &str = "write the BCP 47 tag, \"ru\" for example";
    for (tag, wrong, right_tag) in [
        ("by", "no language, but a country", "write \"be\" for the language named after it"),
        ("BY", "no language, but a country", "write \"be\" for the language named after it"),
        ("ua", "no language, but a country", "write \"uk\" for the language named after it"),
        ("BE", "no tag of a language", "write \"be\""),
        ("be_BY", "no tag of a language", "write \"be-BY\""),
        ("xx", "no tag of a language", TAG),
        ("XX", "no tag of a language", TAG),
        ("english", "no tag of a language", TAG),
        ("be-", "no tag of a language", TAG),
        ("@", "no tag of a language", TAG),
    ] {
        let told = format!("`{tag}` is {wrong}; {right_tag}");
        right()
            .and("sources.toml", &format!("language = \"{tag}\"\n"))
            .check(&[&format!("sources.toml:6: {told}")]);
        right()
            .with("story.toml", "language = \"en\"", &format!("language = \"{tag}\""))
            .check(&[&format!("story.toml:1: {told}")]);
    }
    right()
        .with(
            "actors.toml",
            "name = \"The keeper\"\n",
            "name = \"The keeper\"\nspellings = [\"Вартаўнік@by\"]\n",
        )
        .check(&[
            "actors.toml:8: `by` is no language, but a country; write \"be\" for the language named after it",
        ]);
    for tag in ["zh-Hant-TW", "be", "be-tarask", "sr-Latn", "rue"] {
        right().and("sources.toml", &format!("language = \"{tag}\"\n")).check(&[]);
    }
}

#[test]
fn words_that_cannot_be_in_their_language() {
    let title = |text: &str, tag: &str| {
        right().with("sources.toml", "Log of the gate", &format!("{text}\"\nlanguage = \"{tag}"))
    };
    for tag in ["en", "en-GB", "pl"] {
        title("Журнал варот", tag).check(&[&format!(
            "sources.toml:5: “Журнал варот” cannot be in `{tag}`: it has no Latin letter; write the BCP 47 tag of its language, \"ru\" for example"
        )]);
    }
    right()
        .with("actors.toml", "name = \"The keeper\"\n", "name = \"The keeper\"\nspellings = [\"Вартаўнік@en\"]\n")
        .check(&["actors.toml:8: “Вартаўнік” cannot be in `en`: it has no Latin letter; write the BCP 47 tag of its language, \"ru\" for example"]);
    // A word of another script may be quoted, a figure is in no language, and some languages are written in two scripts.
    title("What “варота” are", "en").check(&[]);
    title("1 + 1", "en").check(&[]);
    title("Журнал варот", "sr").check(&[]);
}
