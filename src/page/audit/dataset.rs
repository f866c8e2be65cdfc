//! The data as search engines want it described, in the words of schema.org.

use explainer_model::Date;
use serde::Serialize;

use super::super::{SOURCES, download, head};
use super::AUDIT;
use crate::data::{FACTS, RECORDS};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dataset {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    url: String,
    name: &'static str,
    description: String,
    in_language: &'static str,
    license: &'static str,
    is_accessible_for_free: bool,
    date_modified: String,
    temporal_coverage: String,
    variable_measured: Vec<&'static str>,
    is_based_on: String,
    distribution: Vec<DataDownload>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DataDownload {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    encoding_format: &'static str,
    content_url: String,
}

/// Describes what the page offers. With the address at which the folder will stand, all addresses are
/// whole; without it they are those beside the page.
pub(super) fn dataset(url: Option<&str>) -> String {
    let at = |path: &str| format!("{}{path}", url.unwrap_or_default());
    let story = &RECORDS.story;
    let labels = &FACTS.labels;
    let n_sources = RECORDS.sources.len();
    let file = |name: String| DataDownload {
        kind: "DataDownload",
        encoding_format: if name.ends_with(".csv") { "text/csv" } else { "application/json" },
        content_url: at(&name),
        name,
    };
    let measured = [Some(labels.people), labels.recognised, Some(labels.held)];
    head::structured(&Dataset {
        context: "https://schema.org",
        kind: "Dataset",
        id: at(AUDIT),
        url: at(AUDIT),
        name: story.headline,
        description: format!(
            "{} Every number with its bound, its date, who said it and where, from {n_sources} sources.",
            head::plain(story.standfirst)
        ),
        in_language: story.language,
        license: head::LICENSE_AT,
        is_accessible_for_free: true,
        date_modified: FACTS.as_of.iso(),
        temporal_coverage: covered(),
        variable_measured: measured.into_iter().flatten().collect(),
        // The sources are many, and listed there.
        is_based_on: at(SOURCES),
        distribution: download::files().into_iter().map(file).collect(),
    })
}

/// From the first datum to the day on which the record stops.
fn covered() -> String {
    let releases = FACTS.releases.iter().map(|it| it.date);
    let dates = releases.chain(FACTS.held.iter().map(|it| it.date));
    let dates = dates.chain(RECORDS.measures.iter().map(|it| it.date));
    let first = dates.min().unwrap_or(FACTS.as_of);
    [first, FACTS.as_of].map(Date::iso).join("/")
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn described(url: Option<&str>) -> Value {
        let element = dataset(url);
        let (_, data) = element.split_once('>').unwrap();
        let (data, _) = data.split_once("</script>").unwrap();
        assert!(!data.contains('<'), "it cannot end the element");
        serde_json::from_str(data).unwrap()
    }

    #[test]
    fn the_data_is_described_with_every_file() {
        let data = described(Some("https://news.example/a/"));
        assert_eq!(
            (&data["@context"], &data["@type"]),
            (&"https://schema.org".into(), &"Dataset".into())
        );
        assert_eq!(data["@id"], "https://news.example/a/audit.html");
        assert_eq!(data["isBasedOn"], "https://news.example/a/sources.html");
        assert_eq!(data["dateModified"], FACTS.as_of.iso());
        // Search engines want at least this much.
        assert!(data["description"].as_str().unwrap().len() >= 50);
        let (from, to) = data["temporalCoverage"].as_str().unwrap().split_once('/').unwrap();
        assert!(Date::parse(from).unwrap() < Date::parse(to).unwrap());
        assert!(data["variableMeasured"].as_array().unwrap().len() >= 2);
        let files: Vec<String> = download::downloads().into_iter().map(|it| it.name).collect();
        let offered = data["distribution"].as_array().unwrap();
        assert!(offered.len() > 10);
        for offer in offered {
            let name = offer["name"].as_str().unwrap();
            assert!(files.iter().any(|it| it == name), "{name} is not written");
            assert_eq!(offer["contentUrl"], format!("https://news.example/a/{name}"));
        }
    }

    #[test]
    fn without_an_address_files_are_beside_the_page() {
        let data = described(None);
        assert_eq!(data["url"], AUDIT);
        assert_eq!(data["distribution"][0]["contentUrl"], "record.json");
    }
}
