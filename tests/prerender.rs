//! The prerendered page holds the whole story and can be walked without scripts.
#![cfg(feature = "ssr")]
// A test may stop at what cannot be read.
#![allow(clippy::unwrap_used)]

mod html;

use std::collections::BTreeSet;

use explainer::data::{FACTS, MAP, RECORDS};
use explainer::page::{Scripts, downloads, pages, story};
use explainer_model::sums;

use html::{attributes, escaped, has_all, ledger, plain};

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
        assert!(figure.contains("<table "), "{name}");
        assert!(!figure.contains("aria-live=\"polite\"></div>"), "{name}: the readout is empty");
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

#[test]
fn the_page_is_first_drawn_with_its_first_step() {
    let page = story(None);
    let expected = page.head.split_once("<link rel=\"expect\" href=\"#").unwrap().1;
    let (id, how) = expected.split_once('"').unwrap();
    let mut entries = page.body.split("<li ").skip(1).map(|it| it.split_once('>').unwrap().0);
    let first = entries.find(|it| it.contains("class=\"step\"")).unwrap();
    assert!(first.contains(&format!("id=\"{id}\"")), "{id}: {first}");
    assert!(how.starts_with(" blocking=\"render\">"), "{how}");
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
    assert_eq!(n_derived, RECORDS.claims.iter().filter(|it| it.is_derived()).count());
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
fn what_a_switch_is_for_is_said() {
    let body = story(None).body;
    let switches: Vec<&str> = body.split("<fieldset").skip(1).collect();
    assert!(switches.len() > 3, "{} switches", switches.len());
    for switch in switches {
        let (tag, inside) = switch.split_once('>').unwrap();
        assert!(tag.contains("aria-label=\"") || inside.starts_with("<legend"), "{tag}");
    }
}
