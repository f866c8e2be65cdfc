//! Every number of the page in one table, for those who check it; the sum step by step; all of it
//! as files; how it was built.

mod dataset;
mod ledger;
mod sum;

use leptos::prelude::*;

use super::{Page, Scripts, built, download};
use crate::data::RECORDS;

/// Its file.
pub(super) const AUDIT: &str = "audit.html";
const TITLE: &str = "Check every number";
const STYLE: &str = include_str!("../../../style/audit.css");

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
                {format!("The {} numbers that the page, its charts and its pieces show. A number leads to its record.", RECORDS.claims.len())}
            </p>
        </header>
        <main id="main">{ledger::ledger()} {sum::sum()} {download::section()} {built::built()}</main>
    }
    .into_any()
}
