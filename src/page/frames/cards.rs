//! Cards, without wasm: one actor, or one step of the story, be it a release, a measure or a part of its text.

use explainer_model::graph::Actor;
use explainer_model::records::MeasureRecord;
use explainer_model::story::{Section, Step};
use leptos::prelude::*;

use super::super::{chronology, dossiers, guide, head, html_of, map, prose, records, said};
use super::{Piece, Shape};
use crate::data::{FACTS, MAP, RECORDS};

/// How wide the picture of a step is, in px: see `style/frame.css`.
const STEP_PICTURE: u32 = 432;

/// About how high words are in a column of 600 px, in px: what stands around them, and so much for 100 letters, as measured.
fn height(around: u16, per_hundred: usize, html: &str) -> u16 {
    let letters: usize =
        html.split('<').map(|it| it.rsplit('>').next().unwrap_or_default().chars().count()).sum();
    around.saturating_add((letters * per_hundred / 100).try_into().unwrap_or(u16::MAX))
}

pub(super) fn actors() -> Vec<Piece> {
    let piece = |idx: u16| Piece {
        name: format!("actor-{}", FACTS.actors[usize::from(idx)].id),
        title: title_of_actor(idx),
        description: RECORDS.actors[usize::from(idx)].role.to_owned(),
        height: 335,
        shape: Shape::Actor(idx),
    };
    map::by_name().into_iter().map(piece).collect()
}

pub(super) fn releases() -> Vec<Piece> {
    let piece = |idx: usize| Piece {
        name: format!("release-{}", FACTS.releases[idx].id),
        title: release_title(idx),
        description: RECORDS.releases[idx].counted.to_owned(),
        height: height(280, 36, &html_of(release(idx))),
        shape: Shape::Release(idx),
    };
    (0..FACTS.releases.len()).map(piece).collect()
}

pub(super) fn measures() -> Vec<Piece> {
    let piece = |(idx, it): (usize, &MeasureRecord)| Piece {
        name: format!("measure-{}", it.id),
        title: measure_title(it),
        description: it.what.to_owned(),
        height: height(125, 36, &html_of(measure(idx))),
        shape: Shape::Measure(idx),
    };
    RECORDS.measures.iter().enumerate().map(piece).collect()
}

pub(super) fn sections() -> Vec<Piece> {
    let piece = |(idx, it): (usize, &'static Section)| Piece {
        name: format!("text-{}", it.id),
        title: it.title.to_owned(),
        description: it.paragraphs.first().map_or_else(String::new, |it| head::plain(it)),
        height: height(150, 45, &html_of(prose::section(it))),
        shape: Shape::Section(idx),
    };
    RECORDS.story.sections.iter().enumerate().map(piece).collect()
}

pub(super) fn steps() -> Vec<Piece> {
    let piece = |(idx, it): (usize, &'static Step)| Piece {
        name: format!("step-{}", it.id),
        title: it.title.to_owned(),
        description: head::plain(it.text),
        height: guide::picture_height(it, STEP_PICTURE)
            + height(185, 32, it.title)
            + height(0, 32, &head::plain(it.text)),
        shape: Shape::Step(idx),
    };
    RECORDS.story.steps.iter().enumerate().map(piece).collect()
}

/// The name, as the map has it.
fn title_of_actor(idx: u16) -> String {
    MAP.nodes[usize::from(idx)].name()
}

/// How many were freed, and when.
fn release_title(idx: usize) -> String {
    let release = &FACTS.releases[idx];
    format!("{}, {}", FACTS.labels.count_of_people(release.people), release.date)
}

/// When and by whom what was done, as far as it has room.
fn measure_title(it: &MeasureRecord) -> String {
    /// Longer ones are not read in lists, and frames are known by them.
    const MAX: usize = 90;
    let head = format!("{}, {}: ", it.by, it.date);
    let room = MAX.saturating_sub(head.chars().count());
    let cut = it.what.char_indices().nth(room).map(|(at, _)| &it.what[..at]);
    let what = cut.map_or_else(
        || it.what.to_owned(),
        |it| {
            format!("{} …", it.rsplit_once(' ').map_or(it, |it| it.0).trim_end_matches([',', ';']))
        },
    );
    head + &what
}

/// Who somebody is; relations, words and releases open on demand.
pub(super) fn actor(idx: u16) -> AnyView {
    let actor = usize::from(idx);
    let (Actor { id, group, .. }, node) = (FACTS.actors[actor], &MAP.nodes[actor]);
    let record = &RECORDS.actors[actor];
    let group_name = MAP.group_name(group);
    let (n_relations, relations) = dossiers::relations(idx);
    view! {
        <article class="card" id=format!("actor-{id}")>
            <p class=format!("record-group group-{group}")>{format!("{group_name} · {}", node.kind.name())}</p>
            <h1>{node.name()}</h1>
            <p class="role">{record.role}</p>
            {folded("On the record".to_owned(), dossiers::quotes(idx))}
            {folded(n_relations, Some(relations))}
            {folded("Had a part in".to_owned(), dossiers::releases(idx))}
            {dossiers::spellings(record.spellings)}
            {said::door(&said::place(id), record.sources)}
        </article>
    }
    .into_any()
}

/// The record of a release, as the chronology has it.
pub(super) fn release(idx: usize) -> AnyView {
    let id = FACTS.releases[idx].id;
    view! {
        <article class="card" id=format!("release-{id}") aria-label=release_title(idx)>
            <div class="record">{records::release(idx)}</div>
        </article>
    }
    .into_any()
}

/// What was eased, imposed or talked about, as the chronology has it.
pub(super) fn measure(idx: usize) -> AnyView {
    let entry = chronology::measure(&RECORDS.measures[idx]);
    view! { <ol class="chronology card">{entry}</ol> }.into_any()
}

/// What opens on demand; nothing if there is nothing.
fn folded(title: String, parts: Option<AnyView>) -> AnyView {
    let Some(parts) = parts else { return ().into_any() };
    view! { <details><summary>{title}</summary>{parts}</details> }.into_any()
}
