//! The prerendered page holds the whole story and can be walked without scripts.
#![cfg(feature = "ssr")]
// A test may stop at what cannot be read.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use explainer::data::{FACTS, MAP, RECORDS};
use explainer_model::sums;

use explainer::page::{Scripts, downloads, pages, story, words};

fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, _)| value)
        .collect()
}

#[track_caller]
fn has_all<'a>(html: &str, name: &str, wanted: impl Iterator<Item = &'a str>) {
    let found: BTreeSet<&str> = attributes(html, name).into_iter().collect();
    for value in wanted {
        assert!(found.contains(value), "{name}=\"{value}\" is missing");
    }
}

/// The body of the page that holds the records of numbers and terms.
fn ledger() -> String {
    pages(None).into_iter().find(|it| it.path == "records.html").unwrap().body
}

#[test]
fn every_datum_has_its_hook() {
    let body = story(None).body;
    has_all(&body, "data-figure", ["releases", "held", "map"].into_iter());
    has_all(&body, "data-release", FACTS.releases.iter().map(|it| it.id));
    has_all(&body, "data-actor", FACTS.actors.iter().map(|it| it.id));
    has_all(&body, "data-relation", MAP.edges.iter().map(|it| it.id));
    has_all(&body, "data-role", ["readout", "detail"].into_iter());
    let ledger = ledger();
    has_all(&ledger, "data-for", RECORDS.claims.iter().map(|it| it.id));
    has_all(&ledger, "data-for", RECORDS.terms.iter().map(|it| it.id));
    has_all(&ledger, "data-role", ["claim", "term"].into_iter());
}

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
        assert_eq!(record.contains("audit.html#sum"), claim.derived || is_in_a_sum(claim.id));
        for source in claim.sources.iter().map(|it| &RECORDS.sources[usize::from(*it)]) {
            has(source.publisher);
            has(source.via);
            let quoted = record.contains(&plain(&format!("“{}”", source.title)));
            assert_eq!(quoted, source.title_seen, "{}: {}", claim.id, source.title);
            has(source.title);
            match source.url {
                Some(url) => has_all(record, "href", [&*escaped(url)].into_iter()),
                None => has("no link: read on a copy that we do not link to"),
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
fn every_source_is_in_the_list_of_sources() {
    let pages = pages(None);
    let list = pages.iter().find(|it| it.path == "sources.html").unwrap();
    let urls: Vec<String> = RECORDS.sources.iter().filter_map(|it| it.url).map(escaped).collect();
    has_all(&list.body, "href", urls.iter().map(String::as_str));
    for title in RECORDS.sources.iter().map(|it| plain(it.title)) {
        assert!(list.body.contains(&title), "{title}");
    }
    assert!(
        list.scripts == Scripts::None && list.body.contains("href=\"./\""),
        "it leads back to the story"
    );
    has_all(&story(None).body, "href", ["sources.html"].into_iter());
}

/// Words as they stand in HTML.
fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn escaped(url: &str) -> String {
    url.replace('&', "&amp;")
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
        assert!(entry.contains("What would settle it"));
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
fn ids_are_unique_and_inner_links_lead_somewhere() {
    let body = story(None).body;
    let ids = attributes(&body, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "an id stands twice");
    // "#_" is the address of nothing: it closes what the address has opened.
    let inner = attributes(&body, "href").into_iter().filter_map(|it| it.strip_prefix('#'));
    for target in inner.filter(|it| *it != "_") {
        assert!(unique.contains(target), "#{target} leads nowhere");
    }
}

#[test]
fn outer_links_are_web_addresses_or_files_beside_the_page() {
    let files: Vec<String> = downloads().into_iter().map(|it| it.name).collect();
    let pages = pages(None);
    let body = story(None).body;
    for href in attributes(&body, "href") {
        let (path, place) = href.split_once('#').unwrap_or((href, ""));
        let page = pages.iter().find(|it| it.path == path);
        let is_there =
            page.is_some_and(|it| place.is_empty() || attributes(&it.body, "id").contains(&place));
        let is_file = place.is_empty() && files.iter().any(|it| it == path);
        assert!(
            is_there
                || is_file
                || path.is_empty()
                || href.starts_with("https://")
                || href.starts_with("http://"),
            "{href}"
        );
    }
}

#[test]
fn charts_stand_in_the_page_in_every_layout() {
    let body = story(None).body;
    for (name, _) in [("releases", ()), ("held", ())] {
        let figure = body.split(&format!("data-figure=\"{name}\"")).nth(1).unwrap();
        let figure = figure.split("</figure>").next().unwrap();
        assert_eq!(figure.matches("class=\"chart-svg\"").count(), 3, "{name}");
        assert!(figure.contains("<table>"), "{name}");
        assert!(
            !figure.contains("data-role=\"readout\" aria-live=\"polite\"></div>"),
            "{name}: the readout is empty"
        );
    }
}

#[test]
fn hydration_marks_stand_in_islands_only() {
    let body = story(None).body;
    let outside: String = body
        .split("data-island=")
        .enumerate()
        .map(
            |(idx, part)| {
                if idx == 0 { part } else { part.split("</figure>").nth(1).unwrap_or("") }
            },
        )
        .collect();
    assert!(!outside.contains("<!>"));
}

/// The structured data of a head.
fn structured(head: &str) -> serde_json::Value {
    let (_, data) = head.split_once("<script type=\"application/ld+json\">").unwrap();
    serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn the_head_names_the_story() {
    let page = story(None);
    let headline = RECORDS.story.headline;
    assert!(page.head.contains(&format!("<title>{headline}</title>")));
    let article = structured(&page.head);
    assert_eq!(
        (&article["@type"], &article["headline"]),
        (&"NewsArticle".into(), &headline.into())
    );
    assert_eq!(article["hasPart"], serde_json::Value::Null, "nobody could follow it");
    let page_at = story(Some("https://news.example/a/"));
    let article = structured(&page_at.head);
    assert_eq!(article["url"], "https://news.example/a/");
    assert_eq!(article["hasPart"]["@id"], "https://news.example/a/audit.html");
    assert!(page.body.contains(&format!("Data to {}.", FACTS.as_of)));
    assert_eq!(page.body.matches("<h1").count(), 1);
}

#[test]
fn every_number_is_in_the_audit_and_the_sum_is_the_models() {
    let pages = pages(None);
    let audit = pages.iter().find(|it| it.path == "audit.html").unwrap();
    let records: Vec<String> =
        RECORDS.claims.iter().map(|it| format!("records.html#claim-{}", it.id)).collect();
    has_all(&audit.body, "href", records.iter().map(String::as_str));
    let dates = attributes(&audit.body, "data-key").into_iter().filter(|it| it.len() > 3);
    assert!(dates.is_sorted(), "it stands sorted by date");
    let classes = attributes(&audit.body, "class");
    let n_derived = classes.iter().filter(|it| it.split(' ').any(|it| it == "derived")).count();
    assert_eq!(n_derived, RECORDS.claims.iter().filter(|it| it.derived).count());
    let (_, sum) = audit.body.split_once("id=\"sum\"").unwrap();
    assert_eq!(attributes(sum, "data-part").len(), 2 * FACTS.releases.len());
    let sums = sums::running(FACTS.releases);
    for it in &sums {
        let cell = format!("data-sum=\"itemised\">{}</td>", plain(&it.itemised.sign()));
        assert!(sum.contains(&cell), "{cell}");
    }
    // The totals are stated by records of their own.
    let total = sums.last().unwrap();
    for total in [total.itemised, total.recognised] {
        let record = format!("\">{}</a></td>", plain(&total.sign()));
        assert!(sum.contains(&record), "{record}");
    }
}

#[test]
fn every_change_is_listed_and_its_links_lead_into_the_story() {
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
    let body = story(None).body;
    has_all(&body, "data-changes", [&*days.join(" ")].into_iter());
    let ids: BTreeSet<&str> = attributes(&body, "id").into_iter().collect();
    let hrefs = attributes(&list.body, "href");
    let there: Vec<&str> = hrefs.iter().filter_map(|it| it.strip_prefix("./#")).collect();
    assert!(!there.is_empty());
    for id in there {
        assert!(ids.contains(id), "./#{id} leads nowhere");
    }
    assert!(hrefs.iter().all(|it| !it.starts_with('#')), "{hrefs:?}");
}
