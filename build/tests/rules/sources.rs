//! Where everything comes from.

use crate::story::right;

#[test]
fn a_table_that_names_no_source() {
    right().with("relations.toml", "sources = [\"log\"]\n", "").check(&[
        "relations.toml:7: `sources` is missing; write sources = [\"…\"] with at least one id of sources.toml",
    ]);
    right()
        .with("relations.toml", "[\"log\"]", "[]")
        .check(&["relations.toml:14: no source is named; name at least one id of sources.toml"]);
}

#[test]
fn a_source_that_nothing_cites() {
    right()
        .and("sources.toml", "[[source]]\nid = \"diary\"\npublisher = \"The keeper\"\ntitle = \"Diary\"\nwithheld = true\n")
        .check(&["sources.toml:7: nothing cites source `diary`; cite it where it belongs, or take it out"]);
}

/// The check of an address.
#[track_caller]
fn check(url: &str, expected: &str) {
    let expected = format!("sources.toml:5: {expected}");
    right().with("sources.toml", "\"https://lake.example/log\"", url).check(&[&expected]);
}

#[test]
fn an_address_that_is_not_safe_to_follow() {
    for (url, scheme) in [
        ("\"javascript:alert(1)\"", "javascript"),
        ("\"data:text/html,hello\"", "data"),
        ("\" https://lake.example/log\"", " https"),
        ("\"https:lake.example\"", "https"),
    ] {
        check(
            url,
            &format!(
                "an address with {scheme} is not safe to follow; write one that begins with https:// or http://"
            ),
        );
    }
}

#[test]
fn an_address_without_its_beginning_or_without_a_site() {
    for url in ["\"//lake.example/log\"", "\"lake.example/log\""] {
        check(url, "the address has no https:// in front; put it there");
    }
    for (url, host) in [
        ("\"https://https://lake.example/log\"", "https:"),
        ("\"https://lake\"", "lake"),
        ("\"https://.example/log\"", ".example"),
        ("\"https://\"", ""),
    ] {
        check(
            url,
            &format!("no site has the name `{host}`; copy the address again from the address bar"),
        );
    }
}

#[test]
fn an_address_with_characters_that_no_address_has() {
    for url in [
        r#""https://lake.example/the log""#,
        r#""https://lake.example/\"log""#,
        r#""https://lake.example/<log>""#,
        r#""https://lake.example/log\n""#,
        r#""https://lake.example\\log""#,
    ] {
        check(
            url,
            "the address has characters that no address has; copy it again from the address bar",
        );
    }
}

#[test]
fn an_address_that_is_missing() {
    right().with("sources.toml", "url = \"https://lake.example/log\"\n", "").check(&[
        "sources.toml:1: source `log` has no address; write url = \"https://…\", or withheld = true if it must not be linked",
    ]);
}

#[test]
fn an_address_that_is_withheld() {
    right()
        .with("sources.toml", "url = \"https://lake.example/log\"", "withheld = true")
        .check(&[]);
    right()
        .and("sources.toml", "withheld = true\n")
        .check(&["sources.toml:5: a withheld source has an address; take out `url` or `withheld`"]);
}
