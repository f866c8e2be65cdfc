//! Every number of the page in one table, for those who check it; the sum step by step; what sources
//! disagree on; all of it as files.

mod dataset;
mod ledger;
mod sum;

use leptos::prelude::*;

use super::{Page, Scripts, download, notes};
use crate::data::RECORDS;

/// Its file.
pub(super) const AUDIT: &str = "audit.html";
const TITLE: &str = "Every number, to be checked";
const STYLE: &str =
    concat!(include_str!("../../../style/audit.css"), include_str!("../../../style/conflicts.css"));

pub(super) fn page(url: Option<&str>) -> Page {
    let mut page = Page::beside(AUDIT, TITLE, STYLE, body, Scripts::Audit);
    page.head += &dataset::dataset(url);
    page
}

fn body() -> AnyView {
    view! {
        <header class="masthead">
            <p class="kicker"><a href="./">{RECORDS.story.headline}</a></p>
            <h1>{TITLE}</h1>
            <p class="standfirst">
                {format!("The {} numbers that the page, its charts and its pieces show. A number opens its record there.", RECORDS.claims.len())}
            </p>
        </header>
        // The sections in their order; one that says how the page was built would be the last.
        <main id="main">{ledger::ledger()} {sum::sum()} {notes::disagreements()} {download::section()}</main>
    }
    .into_any()
}
