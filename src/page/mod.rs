//! The page around the figures: prose, records, dossiers, lists. Rendered on the host, never hydrated.
//!
//! Whatever can be opened is a link to an element of the page, and style sheets open what the address
//! names (`:target`), so all of it works without scripts.

mod audit;
mod builder;
mod built;
mod changes;
mod chronology;
mod claims;
mod contents;
mod disputed;
mod dossiers;
mod download;
mod drawn;
mod figures;
mod frames;
mod guide;
mod head;
mod ledger;
mod legend;
mod manifest;
mod map;
mod notes;
mod offline;
mod places;
mod prose;
mod records;
mod said;
mod share;
mod sheets;
mod sources;
mod stopped;
mod summary;
mod take_away;
mod template;
mod totals;
mod turnover;

use explainer_model::records::Records;
use explainer_model::story::SectionPlace;
use leptos::prelude::*;

pub use download::{Download, downloads};
pub use frames::{Piece, cards, oembed, pieces, stills};
pub use guide::pictures;
pub use manifest::manifest;
pub use template::{fill, late_scripts};

use crate::data::{FACTS, RECORDS};
use places::placed;

/// A page as HTML text, in the parts that the template leaves open.
#[derive(Debug)]
pub struct Page {
    /// Its file, relative to the built folder.
    pub path: String,
    /// The language of the prose.
    pub language: &'static str,
    /// Title, description and structured data, for the head.
    pub head: String,
    /// Style sheets that only this page needs.
    pub style: String,
    /// Everything in the body.
    pub body: String,
    /// What runs in it.
    pub scripts: Scripts,
}

impl Page {
    /// A page that only belongs to the story.
    fn beside(
        path: &str,
        title: &str,
        style: &str,
        body: impl FnOnce() -> AnyView,
        scripts: Scripts,
    ) -> Page {
        Page {
            path: path.to_owned(),
            language: RECORDS.story.language,
            head: head::plain_head(&format!("{title}: {}", RECORDS.story.headline)),
            style: style.to_owned(),
            body: placed(&Owner::new().with(|| html_of(body()))),
            scripts,
        }
    }
}

/// What runs in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// Nothing.
    None,
    /// The wasm takes the page over.
    Story,
    /// The table of all numbers is sorted, and the sum added up.
    Audit,
    /// The embed builder.
    Builder,
    /// Leads on to the story.
    Share,
    /// A piece in somebody else's page tells its height, and starts the wasm if it has a use for it.
    Frame {
        /// The piece's name.
        piece: String,
        /// The wasm takes it over.
        is_interactive: bool,
    },
}

/// Every page. `url` is where the folder will be published, if that is known; it ends with a slash.
pub fn pages(url: Option<&str>) -> Vec<Page> {
    let pieces = frames::pieces();
    let pieces = pieces.iter().map(|it| frames::page(it, url));
    [story(url), all_sources(), ledger::page(), audit::page(url), builder::page(url)]
        .into_iter()
        .chain(changes::page())
        .chain(pieces)
        .chain(share::pages(url))
        .collect()
}

/// Where the first article is checked and all sources are listed. The records link to theirs directly;
/// the list with titles and remarks is as long as half the story, so it does not come with the first load.
const SOURCES: &str = "sources.html";

fn all_sources() -> Page {
    let title = RECORDS.story.headings.sources.title;
    Page::beside(SOURCES, title, "", sources::list, Scripts::None)
}

/// Renders the story.
pub fn story(url: Option<&str>) -> Page {
    let body = Owner::new().with(|| {
        let shell = html_of(body(&RECORDS));
        placed(&figures::with_islands(shell))
            + &offline::notice()
            + &stopped::notice()
            + &changes::script()
    });
    Page {
        path: "index.html".to_owned(),
        language: RECORDS.story.language,
        head: head::head(&FACTS, &RECORDS, url) + head::APP + &guide::expected(),
        style: frames::themes() + &guide::style(),
        body,
        scripts: Scripts::Story,
    }
}

/// HTML of what is never hydrated: without the marks for where one text ends and the next begins, and where
/// there is nothing.
fn html_of(view: impl IntoView) -> String {
    view.into_view().to_html().replace("<!>", "").replace("<!--<() />-->", "")
}

/// The words of the record in the element with the given id, as HTML; empty if there is none.
pub fn words(id: &str) -> String {
    let (kind, id) = id.split_once('-').unwrap_or((id, ""));
    match kind {
        "release" => {
            let idx = FACTS.releases.iter().position(|it| it.id == id);
            idx.map_or_else(String::new, |idx| records::release(idx).to_html())
        }
        "held" => {
            let claim = RECORDS.claim(id);
            claim.map_or_else(String::new, |claim| claims::in_short(claim).to_html())
        }
        _ => String::new(),
    }
}

fn body(records: &'static Records) -> impl IntoView {
    let story = &records.story;
    let sections = |place| {
        let here = story.sections.iter().filter(move |it| it.place == place);
        here.map(prose::section).collect_view()
    };
    view! {
        {masthead(records)}
        <main id="main">
            {key_figures(records)}
            {guide::story()}
            {sections(SectionPlace::Top)}
            {figures::releases()}
            {sections(SectionPlace::AfterReleases)}
            {figures::held()}
            {sections(SectionPlace::AfterHeld)}
            {figures::actors()}
            {dossiers::dossiers()}
            {sections(SectionPlace::AfterMap)}
            {chronology::chronology()}
            {notes::disagreement_titles()}
            {sections(SectionPlace::Method)}
            {sources::sources()}
        </main>
        {sheets::none_yet()}
        {figures::hatch()}
    }
    .into_any()
}

fn masthead(records: &'static Records) -> AnyView {
    let story = &records.story;
    view! {
        <header class="masthead">
            {contents::links()}
            <p class="kicker">{story.kicker}</p>
            <h1>{story.headline}</h1>
            <p class="standfirst">{prose::prose(story.standfirst)}</p>
            <div class="as-of">
                <p>
                    <strong>{format!("Data to {}.", FACTS.as_of)}</strong> " "
                    {prose::prose(story.as_of_note)}
                </p>
                {changes::link()}
            </div>
        </header>
    }
    .into_any()
}

fn key_figures(records: &'static Records) -> impl IntoView {
    let figure = |claim: u16, label: &'static str| {
        let claim = &records.claims[usize::from(claim)];
        let kind = claim.value.kind().name();
        let who = if claim.said_by.is_empty() {
            sources::first_publisher(claim.sources)
        } else {
            claim.said_by
        };
        view! {
            <li>
                <p class="key-number">{prose::claim_link(claim.id, claim.value.sign())}</p>
                <p class="key-label">{label}</p>
                <p class="key-note">{kind} " · " {who}</p>
            </li>
        }
    };
    let figures =
        records.story.key_figures.iter().map(|it| figure(it.claim, it.label)).collect_view();
    view! { <ul class="key-figures" aria-label="Key figures">{figures}</ul> }.into_any()
}
