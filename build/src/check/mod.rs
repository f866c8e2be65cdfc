//! Rules that hold between tables. Each notes what breaks it; none stops at the first.

mod changes;
mod counts;
mod dates;
mod languages;
mod limits;
mod links;
pub(crate) mod plain;
mod repeats;
pub(crate) mod stale;
mod steps;
mod texts;

use crate::data::Data;
use crate::problem::Problems;

pub(crate) fn check(data: &Data, problems: &Problems) {
    links::check(data, problems);
    dates::check(data, problems);
    counts::check(data, problems);
    limits::check(data, problems);
    repeats::check(data, problems);
    texts::check(data, problems);
    languages::check(data, problems);
    steps::check(data, problems);
    changes::check(data, problems);
    links::cited_sources(data, problems);
}
