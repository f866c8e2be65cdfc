//! `records.rs`: the words and sources behind the facts.

use explainer_model::records::Sum;
use explainer_model::{Count, Date};

use super::rust::{count, date, list, maybe, positions, text, texts};
use crate::data::{CLAIM_KINDS, Data};
use crate::problem::{At, Problems};
use crate::prose::{self, Piece};
use crate::rows::counts::ReleaseRow;
use crate::rows::notes::SideRow;
use crate::rows::story::{HeadingRow, StoryRow};

pub(crate) fn records(data: &Data, story: &StoryRow, data_hash: &str) -> String {
    let fields = [
        ("story", story_text(data, story)),
        ("claims", claims(data, &story.labels.held)),
        ("releases", list(data.releases.iter().map(|it| release(data, it)))),
        ("totals", list(data.totals.iter().map(|it| {
            format!(
                "TotalRecord {{ id: {}, period: {}, includes_same_day: {:?}, itemised: {} }}",
                text(&it.id.value),
                text(&it.period),
                it.includes_same_day,
                maybe(it.itemised.as_ref().map(|it| count(it.value)))
            )
        }))),
        ("measures", list(data.measures.iter().map(|it| {
            format!(
                "MeasureRecord {{ id: {}, date: {}, release: {:?}, what: {}, by: {}, kind: MeasureKind::{:?}, note: {}, sources: {} }}", text(&it.id.value), date(it.date.value),
                it.release.as_ref().and_then(|it| data.ids.position("release", &it.value)), text(&it.what.value), text(&it.by), it.kind, optional(&it.note), sources(data, &it.sources)
            )
        }))),
        ("actors", list(data.actors.iter().map(|it| {
            format!(
                "ActorRecord {{ role: {}, spellings: {}, sources: {} }}",
                text(&it.role.value), list(it.spellings.iter().map(|it| format!("Spelling {{ text: {}, language: {} }}", text(&it.value.text), text(&it.value.language)))), sources(data, &it.sources)
            )
        }))),
        ("relation_kinds", list(data.relation_kinds.iter().map(|it| {
            format!("RelationKindRecord {{ inverse: {}, meaning: {} }}", text(&it.inverse), text(&it.meaning))
        }))),
        ("relations", list(data.relations.iter().map(|it| {
            format!(
                "RelationRecord {{ when: {}, explanation: {}, sources: {} }}",
                text(&it.when), text(&it.explanation.value), sources(data, &it.sources)
            )
        }))),
        ("quotes", list(data.quotes.iter().map(|it| {
            let actor = it.actor.as_ref().and_then(|it| data.ids.position("actor", &it.value));
            format!(
                "Quote {{ id: {}, speaker: {}, actor: {actor:?}, text: {}, date: {}, note: {}, sources: {} }}",
                text(&it.id.value), text(&it.speaker), text(&it.text), date(it.date.value), text(&it.note), sources(data, &it.sources)
            )
        }))),
        ("terms", list(data.terms.iter().map(|it| {
            format!(
                "Term {{ id: {}, term: {}, text: {}, actors: {}, sources: {} }}",
                text(&it.id.value), text(&it.term), text(&it.text.value), positions(&data.ids, "actor", &it.actors), sources(data, &it.sources)
            )
        }))),
        ("conflicts", list(data.conflicts.iter().map(|it| {
            format!(
                "Conflict {{ id: {}, title: {}, sides: {}, settle: {}, claims: &{:?}, sources: {} }}",
                text(&it.id.value), text(&it.title), list(it.sides.iter().map(side)), prose(&it.settle), claim_positions(data, &it.claims), sources(data, &it.sources)
            )
        }))),
        ("statements", list(data.statements.iter().map(|it| {
            format!(
                "Statement {{ text: {}, check: {}, note: {}, covered_by: {} }}",
                text(&it.text), text(it.check), optional(&it.note), texts(&it.covered_by)
            )
        }))),
        ("sources", list(data.sources.iter().map(|it| {
            format!(
                "Source {{ id: {}, publisher: {}, via: {}, title: {}, title_seen: {}, date: {}, date_inferred: {}, date_note: {}, kind: {}, url: {}, language: {}, note: {} }}",
                text(&it.id.value), text(&it.publisher), text(&it.via), text(&it.title), it.title_seen,
                maybe(it.date.as_ref().map(|it| date(it.value))), it.date_inferred, text(&it.date_note), text(it.kind),
                maybe(it.url.as_ref().map(|it| text(&it.value))), text(it.language.as_ref().map_or("", |it| &it.value)), text(&it.note)
            )
        }))),
        ("changes", list(data.changes.iter().map(|it| {
            format!(
                "Change {{ date: {}, data_to: {}, kind: ChangeKind::{:?}, what: {}, claims: &{:?} }}",
                date(it.date.value), date(it.data_to.value), it.kind, prose(&it.what), claim_positions(data, &it.claims)
            )
        }))),
        ("data_hash", text(data_hash)),
    ];
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!(
        "/// The records of `data/`.\npub static RECORDS: Records = Records {{\n{},\n}};\n",
        fields.join(",\n")
    )
}

fn sources(data: &Data, ids: &[At<String>]) -> String {
    positions(&data.ids, "source", ids)
}

fn claim_positions(data: &Data, ids: &[At<String>]) -> Vec<usize> {
    ids.iter().filter_map(|it| claim_position(data, &it.value)).collect()
}

fn claim_position(data: &Data, id: &str) -> Option<usize> {
    let mut before = 0;
    for kind in CLAIM_KINDS {
        if let Some(position) = data.ids.position(kind, id) {
            return Some(before + position);
        }
        before += data.ids.of(kind).len();
    }
    None
}

/// A text that may be left out; then it is empty.
fn optional(row: &Option<At<String>>) -> String {
    text(row.as_ref().map_or("", |it| &it.value))
}

/// What the record of a number says.
struct ClaimText<'a> {
    id: &'a At<String>,
    value: Count,
    counted: &'a str,
    date: Date,
    said_by: &'a str,
    note: &'a Option<At<String>>,
    sum: Option<Sum>,
    sources: &'a [At<String>],
}

/// In the order of [`CLAIM_KINDS`].
fn claims(data: &Data, held_label: &str) -> String {
    let releases = data.releases.iter().map(|it| ClaimText {
        id: &it.id,
        value: it.people.value,
        counted: &it.counted,
        date: it.date.value,
        said_by: &it.said_by,
        note: &it.note,
        sum: None,
        sources: &it.sources,
    });
    let totals = data.totals.iter().map(|it| ClaimText {
        id: &it.id,
        value: it.count.value,
        counted: &it.counted,
        date: it.date.value,
        said_by: &it.said_by,
        note: &it.note,
        sum: None,
        sources: &it.sources,
    });
    let held = data.held.iter().map(|it| ClaimText {
        id: &it.id,
        value: it.count.value,
        counted: held_label,
        date: it.date.value,
        said_by: &it.said_by,
        note: &it.note,
        sum: None,
        sources: &it.sources,
    });
    let others = data.claims.iter().map(|it| ClaimText {
        id: &it.id,
        value: it.value.value,
        counted: &it.counted,
        date: it.date.value,
        said_by: &it.said_by,
        note: &it.note,
        sum: it.sum,
        sources: &it.sources,
    });
    let all = releases.chain(totals).chain(held).chain(others);
    list(all.map(|it| {
        format!(
            "Claim {{ id: {}, value: {}, counted: {}, date: {}, said_by: {}, note: {}, sum: {:?}, sources: {} }}",
            text(&it.id.value),
            count(it.value),
            text(it.counted),
            date(it.date),
            text(it.said_by),
            optional(it.note),
            it.sum,
            sources(data, it.sources),
        )
    }))
}

fn release(data: &Data, row: &ReleaseRow) -> String {
    let taken_to = row.taken_to.iter().map(|it| {
        let place = data.places.iter().find(|place| place.id.value == it.place.value);
        format!(
            "Taken {{ place: {}, people: {}, note: {} }}",
            text(place.map_or("", |it| &it.name)),
            count(it.people.value),
            text(&it.note)
        )
    });
    let foreigners = row
        .foreigners
        .iter()
        .map(|(by, list)| format!("Listed {{ by: {}, list: {} }}", text(by), text(list)));
    format!(
        "ReleaseRecord {{ counted: {}, itemised_because: {}, taken_to: {}, named: {}, negotiators: {}, in_return: {}, foreigners: {}, note: {}, sources: {} }}",
        text(&row.counted),
        text(&row.in_sum_because),
        list(taken_to),
        texts(&row.named),
        texts(&row.negotiators),
        text(&row.in_return),
        list(foreigners),
        optional(&row.note),
        sources(data, &row.sources)
    )
}

fn story_text(data: &Data, story: &StoryRow) -> String {
    let key_figures = story.key_figures.iter().map(|it| {
        let claim = claim_position(data, &it.claim.value).unwrap_or_default();
        format!("KeyFigure {{ claim: {claim}, label: {} }}", text(&it.label.value))
    });
    let sections = story.sections.iter().map(|it| {
        format!(
            "Section {{ id: {}, title: {}, place: SectionPlace::{:?}, paragraphs: {} }}",
            text(&it.id.value),
            text(&it.title.value),
            it.place,
            list(it.paragraphs.iter().map(prose))
        )
    });
    let steps = data.steps.iter().map(|it| {
        format!(
            "Step {{ id: {}, title: {}, text: {}, figure: FigureName::{:?}, show: {} }}",
            text(&it.id.value),
            text(&it.title.value),
            prose(&it.text),
            it.figure,
            text(&it.show.value)
        )
    });
    let headings = &story.headings;
    format!(
        "Story {{ language: {}, kicker: {}, headline: {}, standfirst: {}, as_of_note: {}, key_figures: {}, views: &{:?}, view_notes: &{:?}, counting_notes: &{:?}, countings: &{:?}, steps: {}, sections: {}, headings: Headings {{ releases: {}, held: {}, turnover: {}, map: {}, chronology: {}, conflicts: {}, statements: {}, glossary: {}, sources: {} }} }}",
        text(&story.language.value),
        text(&story.kicker.value),
        text(&story.headline.value),
        prose(&story.standfirst),
        prose(&story.as_of_note),
        list(key_figures),
        story.switch.views,
        story.switch.notes.each_ref().map(|it| &it.value),
        story.switch.counting_notes,
        story.switch.countings,
        list(steps),
        list(sections),
        heading(&headings.releases),
        heading(&headings.held),
        maybe(headings.turnover.as_ref().map(heading)),
        heading(&headings.map),
        heading(&headings.chronology),
        heading(&headings.conflicts),
        heading(&headings.statements),
        heading(&headings.glossary),
        heading(&headings.sources)
    )
}

fn heading(row: &HeadingRow) -> String {
    format!("Heading {{ title: {}, lead: {} }}", text(&row.title), prose(&row.lead))
}

fn side(row: &SideRow) -> String {
    format!("Side {{ who: {}, says: {} }}", text(&row.who), prose(&row.says))
}

fn prose(row: &At<String>) -> String {
    // The check has parsed it once and told what was wrong.
    let pieces = prose::parse(row, &Problems::default());
    list(pieces.iter().map(|piece| match piece {
        Piece::Text(words) => format!("Span::Text({})", text(words)),
        Piece::Link { target, id, words } => {
            format!(
                "Span::Link {{ to: Target::{target:?}, id: {}, words: {} }}",
                text(id),
                text(words)
            )
        }
    }))
}
