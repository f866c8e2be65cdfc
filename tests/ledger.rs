//! The pages beside the story: the ledger of all records, and what has changed.
#![cfg(feature = "ssr")]
// A test may stop at what cannot be read.
#![allow(clippy::unwrap_used)]

mod html;

use std::collections::BTreeSet;

use explainer::data::{FACTS, RECORDS};
use explainer::page::{Scripts, pages, story, words};

use html::{attributes, escaped, has_all, ledger, plain};

#[test]
fn every_record_is_in_the_page_or_in_the_ledger() {
    let (body, ledger) = (story(None).body, ledger());
    let id = |kind: &str, id: &str| format!("{kind}-{id}");
    let records = FACTS.releases.iter().map(|it| id("release", it.id));
    let records = records.chain(FACTS.actors.iter().map(|it| id("actor", it.id)));
    let records = records.chain(RECORDS.measures.iter().map(|it| id("measure", it.id)));
    let records: Vec<String> = records.collect();
    has_all(&body, "id", records.iter().map(String::as_str));
    let records = RECORDS.claims.iter().map(|it| id("claim", it.id));
    let records = records.chain(RECORDS.conflicts.iter().map(|it| id("conflict", it.id)));
    let records: Vec<String> =
        records.chain(RECORDS.terms.iter().map(|it| id("term", it.id))).collect();
    has_all(&ledger, "id", records.iter().map(String::as_str));
    assert!(
        !body.contains("id=\"claim-") && !body.contains("id=\"term-"),
        "the story has them too"
    );
}

#[test]
fn words_in_another_language_say_in_which() {
    let (story, ledger) = (story(None).body, ledger());
    let mut n_found = 0;
    for (html, text, language) in
        RECORDS
            .sources
            .iter()
            .map(|it| (&ledger, it.title, it.language))
            .chain(
                FACTS.actors.iter().zip(RECORDS.actors).flat_map(|(_, it)| {
                    it.spellings.iter().map(|it| (&story, it.text, it.language))
                }),
            )
            .filter(|it| !it.2.is_empty() && it.2 != RECORDS.story.language)
    {
        let text = plain(text);
        for (before, _) in html.match_indices(&*text).map(|it| html.split_at(it.0)) {
            let before = before.strip_suffix('“').unwrap_or(before);
            assert!(before.ends_with(&format!("<span lang=\"{language}\">")), "{text}");
            n_found += 1;
        }
    }
    assert!(n_found > 40, "{n_found}");
}

#[test]
fn a_record_says_what_its_number_rests_on() {
    let ledger = ledger();
    for claim in RECORDS.claims {
        let (_, record) = ledger.split_once(&format!("id=\"claim-{}\"", claim.id)).unwrap();
        let (record, _) = record.split_once("</article>").unwrap();
        let has = |words: &str| assert!(record.contains(&plain(words)), "{}: {words}", claim.id);
        has(&claim.value.to_string());
        has(claim.counted);
        has(&claim.date.to_string());
        has(claim.said_by);
        has(claim.note);
        let address = format!("records.html#claim-{}", claim.id);
        has_all(record, "href", [address.as_str()].into_iter());
        assert_eq!(record.contains("audit.html#sum"), claim.is_derived() || is_in_a_sum(claim.id));
        for source in claim.sources.iter().map(|it| &RECORDS.sources[usize::from(*it)]) {
            has(source.publisher);
            has(source.via);
            let quoted = record.contains(&plain(&format!("“{}”", source.title)));
            assert_eq!(quoted, source.title_seen, "{}: {}", claim.id, source.title);
            has(source.title);
            match source.url {
                Some(url) => has_all(record, "href", [&*escaped(url)].into_iter()),
                None => has("no link: read in a copy that we do not link to"),
            }
        }
        for conflict in RECORDS.conflicts {
            let is_named =
                conflict.claims.iter().any(|it| RECORDS.claims[usize::from(*it)].id == claim.id);
            assert_eq!(record.contains(&plain(conflict.title)), is_named, "{}", conflict.id);
        }
    }
}

/// Whether something is reckoned with a number that is not our own.
fn is_in_a_sum(id: &str) -> bool {
    FACTS.releases.iter().any(|it| it.id == id)
        || RECORDS.totals.iter().any(|it| it.id == id && it.itemised.is_some())
}

#[test]
fn the_chart_of_those_held_finds_its_words_in_the_page() {
    let body = story(None).body;
    let ids: Vec<String> = FACTS.held.iter().map(|it| format!("held-{}", it.id)).collect();
    has_all(&body, "id", ids.iter().map(String::as_str));
    for id in ids {
        let words = bare(&words(&id));
        let (_, place) = body.split_once(&format!("id=\"{id}\"")).unwrap();
        let record = format!("><div class=\"record\">{words}</div>");
        assert!(words.len() > 100 && bare(place).starts_with(&record), "{id}: {words}");
    }
}

/// HTML with its links as those who make them name them, and without marks for hydration.
fn bare(html: &str) -> String {
    html.replace("href=\"records.html#", "href=\"#").replace("<!>", "").replace("<!--<() />-->", "")
}

#[test]
fn every_link_of_the_ledger_leads_somewhere() {
    let (story, ledger) = (story(None).body, ledger());
    let (there, here) = (attributes(&story, "id"), attributes(&ledger, "id"));
    for href in attributes(&ledger, "href") {
        let is_there = match href.split_once('#') {
            Some(("", "_")) => true,
            Some(("" | "records.html", id)) => here.contains(&id),
            Some(("./", id)) => there.contains(&id),
            _ => true,
        };
        assert!(is_there, "{href}");
    }
}

#[test]
fn a_piece_holds_the_records_that_it_names() {
    let pages = pages(None);
    for piece in pages.iter().filter(|it| it.path.starts_with("embed/")) {
        let ids: BTreeSet<&str> = attributes(&piece.body, "id").into_iter().collect();
        let (shown, _) = piece.body.split_once("class=\"sheets\"").unwrap();
        for href in attributes(shown, "href") {
            let is_record = href.contains("#claim-") || href.contains("#term-");
            assert!(!is_record || ids.contains(&href[1..]), "{}: {href}", piece.path);
        }
    }
}
#[test]
fn both_sides_of_every_disagreement_are_told_and_found_from_the_story() {
    let ledger = ledger();
    let places: Vec<String> =
        RECORDS.conflicts.iter().map(|it| format!("records.html#conflict-{}", it.id)).collect();
    has_all(&story(None).body, "href", places.iter().map(String::as_str));
    for conflict in RECORDS.conflicts {
        let (_, entry) = ledger.split_once(&format!("id=\"conflict-{}\"", conflict.id)).unwrap();
        let (entry, _) = entry.split_once("</article>").unwrap();
        assert!(entry.contains(&plain(conflict.title)));
        assert_eq!(entry.matches("<dt>").count(), conflict.sides.len());
        for side in conflict.sides {
            assert!(entry.contains(&plain(side.who)), "{}", side.who);
        }
        let numbers = conflict.claims.iter().map(|it| RECORDS.claims[usize::from(*it)].id);
        has_all(entry, "data-claim", numbers);
        assert!(entry.contains("Where it stands"));
    }
}

#[test]
fn words_of_every_table_are_in_the_page_or_in_the_ledger() {
    let body = story(None).body + &ledger();
    let words = RECORDS.relations.iter().map(|it| it.explanation);
    let words = words.chain(RECORDS.quotes.iter().map(|it| it.text));
    let words = words.chain(RECORDS.conflicts.iter().map(|it| it.title));
    let words = words.chain(RECORDS.measures.iter().map(|it| it.what));
    for words in words.chain(RECORDS.claims.iter().map(|it| it.note)) {
        assert!(body.contains(&plain(words)), "{words}");
    }
}
#[test]
fn every_change_is_listed_and_its_links_lead_to_records() {
    let pages = pages(None);
    let list = pages.iter().find(|it| it.path == "changes.html").unwrap();
    assert_eq!(list.scripts, Scripts::None);
    let ids: Vec<String> =
        (1..=RECORDS.changes.len()).rev().map(|it| format!("change-{it}")).collect();
    let listed: Vec<&str> = attributes(&list.body, "id");
    assert_eq!(
        listed.into_iter().filter(|it| it.starts_with("change-")).collect::<Vec<_>>(),
        ids,
        "the newest first"
    );
    let days: Vec<String> = RECORDS.changes.iter().map(|it| it.data_to.iso()).collect();
    has_all(&story(None).body, "data-changes", [&*days.join(" ")].into_iter());
    let ledger = ledger();
    let ids: BTreeSet<&str> = attributes(&ledger, "id").into_iter().collect();
    let hrefs = attributes(&list.body, "href");
    let there: Vec<&str> = hrefs.iter().filter_map(|it| it.strip_prefix("records.html#")).collect();
    assert!(!there.is_empty());
    for id in there {
        assert!(ids.contains(id), "records.html#{id} leads nowhere");
    }
    assert!(hrefs.iter().all(|it| !it.starts_with('#')), "{hrefs:?}");
}
