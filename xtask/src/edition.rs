//! Makes the one-file edition of the page: what other files hold comes into it, what leads to files that
//! it does not have goes.

use anyhow::{Context, Result, ensure};

use crate::html::{self, Part, attribute};

/// The page that lists all sources.
pub(crate) const SOURCES: &str = "sources.html";
/// The page that holds the records of all numbers and terms.
pub(crate) const LEDGER: &str = "records.html";

/// The page as one file, with the classic script, the list of sources and all records in it. `file` gives
/// the address that holds a file beside the page.
pub(crate) fn of(
    page: &str,
    (sources, ledger): (&str, &str),
    classic: &str,
    file: &dyn Fn(&str) -> Option<String>,
) -> Result<String> {
    let page = with_records(&with_sources(page, sources)?, ledger)?;
    let mut edition = Edition { html: String::new(), base: base(&page), file };
    let mut parts = html::parts(&page).into_iter();
    while let Some(part) = parts.next() {
        match part {
            Part::Text(text) => edition.html.push_str(text),
            Part::Raw(tag, body, end) if stays(tag) => {
                [tag, body, end].iter().for_each(|it| edition.html.push_str(it));
            }
            Part::Raw(..) => {}
            Part::Tag(tag) => match html::name(tag).as_str() {
                "html" => edition.html.push_str(&tag.replacen('>', " data-edition=\"file\">", 1)),
                "link" => edition.link(tag),
                // The picture after it will do for every screen.
                "source" => {}
                "img" => edition.picture(tag)?,
                "a" => {
                    if !edition.anchor(tag) {
                        // Its words lead nowhere, so they go with it.
                        parts.find(|it| *it == Part::Tag("</a>"));
                        edition.without_comma();
                    }
                }
                "/body" => {
                    edition.html.push_str(&format!("<script>\n{classic}</script>\n{tag}"));
                }
                _ => edition.html.push_str(tag),
            },
        }
    }
    Ok(edition.html)
}

/// The page with the list of all sources in place of the link to it.
fn with_sources(page: &str, sources: &str) -> Result<String> {
    let section = page.find("id=\"sources\"").context("index.html has no section of sources")?;
    let link = format!("<p><a href=\"{SOURCES}\"");
    let start = page[section..].find(&link).map(|it| section + it);
    let start = start.with_context(|| format!("index.html does not link to {SOURCES}"))?;
    let end = page[start..].find("</p>").map(|it| start + it + "</p>".len());
    let list = sources.split_once("<main").and_then(|it| it.1.split_once('>'));
    let list = list.and_then(|it| Some(it.1.rsplit_once("</main>")?.0));
    let (end, list) = end.zip(list).with_context(|| format!("{SOURCES} has no list of sources"))?;
    Ok([&page[..start], list, &page[end..]].concat())
}

/// The page with all records as sheets, where a script would put them.
fn with_records(page: &str, ledger: &str) -> Result<String> {
    let place = page.find("class=\"sheets\"").and_then(|it| Some(it + page[it..].find('>')? + 1));
    let place = place.context("index.html has no place for records")?;
    let records = ledger.split("<article ").skip(1);
    let records = records.filter_map(|it| Some(it.split_once("</article>")?.0));
    let sheet = |it: &str| it.replacen("class=\"leaf\"", "class=\"sheet\"", 1);
    // A dialog may be no article.
    let records = records.map(|it| format!("<div role=\"dialog\" {}</div>", sheet(it)));
    let records: String = records.collect();
    ensure!(!records.is_empty(), "{LEDGER} has no records");
    Ok([&page[..place], &records, &page[place..]].concat())
}

/// Where the page is published, up to the last slash, if it says so.
fn base(page: &str) -> Option<String> {
    let tag = html::parts(page).into_iter().find_map(|it| match it {
        Part::Tag(tag) if html::name(tag) == "link" => {
            (attribute(tag, "rel").as_deref() == Some("canonical")).then_some(tag)
        }
        _ => None,
    })?;
    let address = attribute(tag, "href").filter(|it| it.starts_with("http"))?;
    Some(address[..=address.rfind('/')?].to_owned())
}

/// Whether a script or style has a place in the edition: not one that comes from a file, which every
/// module does.
fn stays(tag: &str) -> bool {
    html::name(tag) != "script"
        || !html::is_javascript(tag)
        || attribute(tag, "src").is_none() && attribute(tag, "type").as_deref() != Some("module")
}

struct Edition<'a> {
    html: String,
    base: Option<String>,
    file: &'a dyn Fn(&str) -> Option<String>,
}

impl Edition<'_> {
    /// Keeps of what belongs to the page what holds anywhere: its address, its icon, other forms of it.
    fn link(&mut self, tag: &str) {
        let (rel, href) =
            (attribute(tag, "rel").unwrap_or_default(), attribute(tag, "href").unwrap_or_default());
        let href_there = match rel.as_str() {
            "icon" => (self.file)(&href),
            "canonical" | "alternate" | "license" => self.elsewhere(&href),
            _ => None,
        };
        if let Some(there) = href_there {
            self.html.push_str(&leading_to(tag, &href, &there));
        }
    }

    /// Writes a picture with its file in it.
    fn picture(&mut self, tag: &str) -> Result<()> {
        let src = attribute(tag, "src").context("a picture without a file")?;
        let data = (self.file)(&src).with_context(|| format!("there is no picture {src}"))?;
        self.html.push_str(&tag.replacen(&format!("src=\"{src}\""), &format!("src='{data}'"), 1));
        Ok(())
    }

    /// Writes a link, so that it leads somewhere from anywhere. Whether it could.
    fn anchor(&mut self, tag: &str) -> bool {
        let Some(href) = attribute(tag, "href").filter(|it| !it.starts_with('#')) else {
            self.html.push_str(tag);
            return true;
        };
        // Records are here, and so is what they lead to in the story; only their addresses are elsewhere.
        let is_address = attribute(tag, "class").is_some_and(|it| it == "address");
        let within = [LEDGER, "./"].iter().find_map(|it| href.strip_prefix(it));
        if let Some(place) = within.filter(|it| it.starts_with('#') && !is_address) {
            self.html.push_str(&leading_to(tag, &href, place));
            return true;
        }
        if href == SOURCES {
            self.html.push_str(&leading_to(tag, &href, "#sources"));
            return true;
        }
        let data = tag.contains(" download").then(|| (self.file)(&href)).flatten();
        let there = match data {
            Some(data) => {
                // Data has no name of its own to be saved under.
                let tag = tag.replacen("download=\"\"", &format!("download=\"{href}\""), 1);
                leading_to(&tag, &href, &data)
            }
            None => match self.elsewhere(&href) {
                Some(there) => leading_to(tag, &href, &there),
                None => return false,
            },
        };
        self.html.push_str(&there);
        true
    }

    /// The address that holds anywhere; `None` if there is none.
    fn elsewhere(&self, href: &str) -> Option<String> {
        if ["https:", "http:", "mailto:"].iter().any(|it| href.starts_with(it)) {
            return Some(href.to_owned());
        }
        let below = href.strip_prefix("./").unwrap_or(href);
        let is_below = !below.starts_with(['/', '.']) && !below.contains(':');
        self.base.as_ref().filter(|_| is_below).map(|it| format!("{it}{below}"))
    }

    /// What stood between a word and the next goes with the next.
    fn without_comma(&mut self) {
        let text = self.html.trim_end();
        let text = [",", "·"].iter().find_map(|it| text.strip_suffix(it));
        if let Some(text) = text {
            self.html.truncate(text.trim_end().len());
        }
    }
}

fn leading_to(tag: &str, href: &str, there: &str) -> String {
    if href == there {
        return tag.to_owned();
    }
    tag.replacen(&format!("href=\"{href}\""), &format!("href='{there}'"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html lang=\"en\" data-state=\"static\"><head><meta charset=\"utf-8\">\
        <link rel=\"icon\" href=\"icon.svg\"><link rel=\"apple-touch-icon\" href=\"icon.png\">\
        <link rel=\"manifest\" href=\"app.webmanifest\">\
        <script type=\"application/ld+json\">{\"a\":1}</script><style>p {}</style>\
        <script type=\"module\">import init from './a.js';init()</script>\
        <link rel=\"modulepreload\" href=\"./a.js\"></head><body>\
        <p>Download: <a href=\"a.csv\" download=\"\">CSV</a>, <a href=\"embed.html\">Embed</a></p>\
        <a href=\"#x\">x</a><a href=\"https://a.example/\">y</a><a href=\"sources.html\">all</a>\
        <a href=\"records.html#claim-a\">1</a><section id=\"sources\">\
        <p><a href=\"sources.html\">All</a></p></section><section class=\"sheets\"></section></body></html>";
    const SOURCES: &str = "<main><ul class=\"source-list\"><li>One</li></ul></main>";
    const LEDGER: &str = "<main><h2>Numbers</h2><article class=\"leaf\" id=\"claim-a\"><a href=\"./#x\">x</a>\
        <a class=\"address\" href=\"records.html#claim-a\">Address</a></article></main>";

    fn edition(page: &str) -> String {
        let file = |name: &str| (name != "embed.html").then(|| format!("data:,{name}"));
        of(page, (SOURCES, LEDGER), "run();\n", &file).unwrap()
    }

    #[test]
    fn what_other_files_hold_comes_in_and_what_needs_them_goes() {
        let expected = "<html lang=\"en\" data-state=\"static\" data-edition=\"file\"><head>\
            <meta charset=\"utf-8\"><link rel=\"icon\" href='data:,icon.svg'>\
            <script type=\"application/ld+json\">{\"a\":1}</script><style>p {}</style></head><body>\
            <p>Download: <a href='data:,a.csv' download=\"a.csv\">CSV</a></p>\
            <a href=\"#x\">x</a><a href=\"https://a.example/\">y</a><a href='#sources'>all</a>\
            <a href='#claim-a'>1</a>\
            <section id=\"sources\"><ul class=\"source-list\"><li>One</li></ul></section>\
            <section class=\"sheets\"><div role=\"dialog\" class=\"sheet\" id=\"claim-a\"><a href='#x'>x</a></div></section>\
            <script>\nrun();\n</script>\n</body></html>";
        assert_eq!(edition(PAGE), expected);
    }

    #[test]
    fn links_lead_to_the_published_folder_if_it_is_known() {
        let page = PAGE.replacen(
            "<style>",
            "<link rel=\"canonical\" href=\"https://news.example/a/index.html\"><style>",
            1,
        );
        let edition = edition(&page);
        assert!(
            edition.contains("<a href='https://news.example/a/embed.html'>Embed</a>"),
            "{edition}"
        );
        assert!(edition.contains("href='data:,a.csv'"), "{edition}");
        let address = "href='https://news.example/a/records.html#claim-a'>Address</a>";
        assert!(
            edition.contains(address) && edition.contains("<a href='#claim-a'>1</a>"),
            "{edition}"
        );
    }

    #[test]
    fn a_page_without_its_sources_or_records_is_refused() {
        let file = |_: &str| None;
        let no_place = PAGE.replace("sheets", "");
        for (page, sources, ledger) in [
            ("<p>", SOURCES, LEDGER),
            (PAGE, "<p>", LEDGER),
            ("<p id=\"sources\">", SOURCES, LEDGER),
            (PAGE, SOURCES, "<main></main>"),
            (&no_place, SOURCES, LEDGER),
        ] {
            assert!(of(page, (sources, ledger), "", &file).is_err(), "{page} {sources} {ledger}");
        }
    }
}
