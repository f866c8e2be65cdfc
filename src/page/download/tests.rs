use serde_json::Value;

use super::*;

fn file(name: &str) -> String {
    let file = downloads().into_iter().find(|it| it.name == name);
    file.unwrap_or_else(|| panic!("there is no {name}")).content
}

fn rows(name: &str) -> Vec<csv::StringRecord> {
    let content = file(name);
    csv::Reader::from_reader(content.as_bytes()).records().map(Result::unwrap).collect()
}

#[test]
fn every_row_and_claim_is_written_with_its_bounds() {
    assert!(file("releases.csv").starts_with("id,date,people,people_low,people_high,"));
    assert!(file("held.csv").starts_with("id,date,held,held_low,held_high,"));
    let file: Value = serde_json::from_str(&file(CLAIMS)).unwrap();
    let written = file["claims"].as_array().unwrap();
    assert_eq!(written.len(), RECORDS.claims.len());
    for (written, claim) in written.iter().zip(RECORDS.claims) {
        assert_eq!(written["value"]["low"], claim.value.low());
        assert_eq!(written["sources"].as_array().unwrap().len(), claim.sources.len());
    }
}

#[test]
fn every_table_is_there_in_full() {
    for (name, n) in [
        ("releases", FACTS.releases.len()),
        ("totals", RECORDS.totals.len()),
        ("held", FACTS.held.len()),
        ("claims", RECORDS.claims.len()),
        ("measures", RECORDS.measures.len()),
        ("actors", FACTS.actors.len()),
        ("relations", FACTS.relations.len()),
        ("quotes", RECORDS.quotes.len()),
        ("terms", RECORDS.terms.len()),
        ("conflicts", RECORDS.conflicts.len()),
        ("sources", RECORDS.sources.len()),
    ] {
        assert_eq!(rows(&format!("{name}.csv")).len(), n, "{name}");
    }
}

#[test]
fn the_document_says_what_the_tables_say_and_what_it_means() {
    let document: Value = serde_json::from_str(&file(ALL)).unwrap();
    for table in tables::all() {
        let written = &document["tables"][table.name];
        let content = table.csv();
        let mut reader = csv::Reader::from_reader(content.as_bytes());
        let heads = reader.headers().unwrap().clone();
        let fields = written["fields"].as_object().unwrap();
        assert_eq!(fields.len(), heads.len(), "{}", table.name);
        assert!(fields.values().all(|it| it.as_str().is_some_and(|it| !it.is_empty())));
        let n_rows = reader.records().count();
        let rows = written["rows"].as_array().unwrap();
        assert_eq!(rows.len(), n_rows, "{}", table.name);
        for row in rows {
            assert!(heads.iter().all(|it| row.get(it).is_some()), "{row}");
        }
    }
}

#[test]
fn no_cell_is_a_formula_to_a_spreadsheet() {
    for table in tables::all() {
        for row in rows(&table.file()) {
            let mut cells = row.iter();
            assert!(cells.all(|it| !it.starts_with(['=', '+', '-', '@'])), "{row:?}");
        }
    }
}

#[test]
fn ids_lead_from_one_table_to_another() {
    let document: Value = serde_json::from_str(&file(ALL)).unwrap();
    let ids = |table: &str| -> Vec<&Value> {
        document["tables"][table]["rows"].as_array().unwrap().iter().map(|it| &it["id"]).collect()
    };
    for (table, field, other) in [
        ("releases", "source_ids", "sources"),
        ("releases", "actors", "actors"),
        ("conflicts", "claims", "claims"),
        ("relations", "from", "actors"),
        ("relations", "to", "actors"),
    ] {
        let known = ids(other);
        for row in document["tables"][table]["rows"].as_array().unwrap() {
            let named = match &row[field] {
                Value::Array(named) => named.iter().collect(),
                one => vec![one],
            };
            assert!(named.iter().all(|it| known.contains(it)), "{table}.{field}: {named:?}");
        }
    }
}
