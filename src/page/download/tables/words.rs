//! Tables of words: measures, who is who, terms, disagreements, sources.

use explainer_model::records::{Conflict, MeasureRecord, Quote, Source, Term};

use super::super::super::head;
use super::super::table::{Field, Table};
use super::{SOURCE_IDS, SOURCES, addresses, ids};
use crate::data::{FACTS, MAP, RECORDS};

pub(super) fn measures() -> Table {
    let fields: &[Field<&'static MeasureRecord>] = &[
        Field("id", "as in the address of its record, #measure-…", |it| it.id.into()),
        Field("date", "when", |it| it.date.iso().into()),
        Field("kind", "imposed, eased, talks, amnesty or context", |it| it.kind.name().into()),
        Field("what", "what changed", |it| it.what.into()),
        Field("by", "by whom", |it| it.by.into()),
        Field("release", "id of the release beside which it is shown", |it| {
            it.release.map(|it| FACTS.releases[usize::from(it)].id).into()
        }),
        Field("note", "anything else", |it| it.note.into()),
        Field("sources", SOURCES, |it| addresses(it.sources)),
        Field("source_ids", SOURCE_IDS, |it| ids(it.sources)),
    ];
    Table::of("measures", "sanctions, relief and talks, by date", RECORDS.measures, &[fields])
}

fn actor_id(idx: u16) -> &'static str {
    FACTS.actors[usize::from(idx)].id
}

pub(super) fn actors() -> Table {
    let fields: &[Field<usize>] = &[
        Field("id", "as in the address of its record, #actor-…", |it| FACTS.actors[it].id.into()),
        Field("name", "the name", |it| MAP.nodes[it].name().into()),
        Field("kind", "person, organisation, state or sector", |it| {
            MAP.nodes[it].kind.name().into()
        }),
        Field("group", "the group in which the map shows it", |it| {
            MAP.group_name(FACTS.actors[it].group).into()
        }),
        Field("role", "who or what it is", |it| RECORDS.actors[it].role.into()),
        Field("spellings", "other spellings of the name", |it| {
            RECORDS.actors[it].spellings.iter().map(|it| it.text).collect()
        }),
        Field("in_first_article", "whether the article that the story began with names it", |it| {
            FACTS.actors[it].in_seed.into()
        }),
        Field("sources", SOURCES, |it| addresses(RECORDS.actors[it].sources)),
        Field("source_ids", SOURCE_IDS, |it| ids(RECORDS.actors[it].sources)),
    ];
    Table::of("actors", "who is who", 0..FACTS.actors.len(), &[fields])
}

pub(super) fn relations() -> Table {
    let fields: &[Field<usize>] = &[
        Field("id", "its id", |it| MAP.edges[it].id.into()),
        Field("from", "id of the first actor", |it| actor_id(FACTS.relations[it].from).into()),
        Field("kind", "what it claims, between the two names", |it| {
            MAP.relation_kinds.get(usize::from(FACTS.relations[it].kind)).map(|it| it.label).into()
        }),
        Field("meaning", "the same in full, A being the first and B the second", |it| {
            let kind = usize::from(FACTS.relations[it].kind);
            RECORDS.relation_kinds.get(kind).map(|it| it.meaning).into()
        }),
        Field("to", "id of the second actor", |it| actor_id(FACTS.relations[it].to).into()),
        Field("start", "since when it holds; empty if not known", |it| {
            FACTS.relations[it].start.map(|it| it.iso()).into()
        }),
        Field("end", "until when; empty if not known, or if it goes on", |it| {
            FACTS.relations[it].end.map(|it| it.iso()).into()
        }),
        Field("when", "the same in words", |it| RECORDS.relations[it].when.into()),
        Field("explanation", "what is known", |it| RECORDS.relations[it].explanation.into()),
        Field(
            "in_first_article",
            "whether the article that the story began with states it",
            |it| FACTS.relations[it].in_seed.into(),
        ),
        Field("sources", SOURCES, |it| addresses(RECORDS.relations[it].sources)),
        Field("source_ids", SOURCE_IDS, |it| ids(RECORDS.relations[it].sources)),
    ];
    Table::of("relations", "who has to do with whom", 0..FACTS.relations.len(), &[fields])
}

pub(super) fn quotes() -> Table {
    let fields: &[Field<&'static Quote>] = &[
        Field("id", "its id", |it| it.id.into()),
        Field("date", "when it was said", |it| it.date.iso().into()),
        Field("speaker", "who said it", |it| it.speaker.into()),
        Field("actor", "id of the actor in whose record it stands", |it| {
            it.actor.map(actor_id).into()
        }),
        Field("text", "the words", |it| it.text.into()),
        Field("note", "through whom it was reported, in what language", |it| it.note.into()),
        Field("sources", SOURCES, |it| addresses(it.sources)),
        Field("source_ids", SOURCE_IDS, |it| ids(it.sources)),
    ];
    Table::of("quotes", "what people said, on the record", RECORDS.quotes, &[fields])
}

pub(super) fn terms() -> Table {
    let fields: &[Field<&'static Term>] = &[
        Field("id", "as in the address of its entry, #term-…", |it| it.id.into()),
        Field("term", "the term", |it| it.term.into()),
        Field("text", "what it means", |it| it.text.into()),
        Field("sources", SOURCES, |it| addresses(it.sources)),
        Field("source_ids", SOURCE_IDS, |it| ids(it.sources)),
    ];
    Table::of("terms", "terms explained", RECORDS.terms, &[fields])
}

pub(super) fn conflicts() -> Table {
    let fields: &[Field<&'static Conflict>] = &[
        Field("id", "as in the address of its entry, #conflict-…", |it| it.id.into()),
        Field("title", "what is in question", |it| it.title.into()),
        Field("sides", "who says what", |it| {
            let sides = it.sides.iter();
            sides.map(|it| format!("{}: {}", it.who, head::plain(it.says))).collect()
        }),
        Field("settle", "what would settle it, and which side is better supported", |it| {
            head::plain(it.settle).into()
        }),
        Field("claims", "ids of the numbers that it is about", |it| {
            it.claims.iter().map(|it| RECORDS.claims[usize::from(*it)].id).collect()
        }),
        Field("sources", SOURCES, |it| addresses(it.sources)),
        Field("source_ids", SOURCE_IDS, |it| ids(it.sources)),
    ];
    Table::of("conflicts", "what sources disagree on", RECORDS.conflicts, &[fields])
}

pub(super) fn sources() -> Table {
    let fields: &[Field<&'static Source>] = &[
        Field("id", "its id", |it| it.id.into()),
        Field("publisher", "who published it", |it| it.publisher.into()),
        Field("via", "the site that published it again, if it was read there", |it| it.via.into()),
        Field("title", "its title", |it| it.title.into()),
        Field(
            "title_seen",
            "whether the title was seen; if not, it is made from the address",
            |it| it.title_seen.into(),
        ),
        Field("date", "when it was published; empty if not known", |it| {
            it.date.map(|it| it.iso()).into()
        }),
        Field("date_inferred", "whether that date was inferred", |it| it.date_inferred.into()),
        Field("date_note", "what else is known about the date", |it| it.date_note.into()),
        Field("kind", "what kind of source; empty for a publisher’s own page", |it| {
            it.kind.into()
        }),
        Field("language", "BCP 47 tag of its language; empty if not noted", |it| {
            it.language.into()
        }),
        Field("url", "its address; empty where we do not link", |it| it.url.into()),
        Field("note", "anything else", |it| it.note.into()),
    ];
    Table::of("sources", "where everything comes from", RECORDS.sources, &[fields])
}
