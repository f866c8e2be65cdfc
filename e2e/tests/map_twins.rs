//! The same relations as a list and as a table, for whoever would rather read.

use std::collections::BTreeSet;

use anyhow::Result;
use e2e::{Map, Page, Story, Visit, Wasm};

fn switch(shape: &str) -> String {
    format!(".switch.shape label:has(input[value={shape}])")
}

/// Which of map, list and table can be seen.
async fn seen(page: &Page) -> Result<[bool; 3]> {
    page.ask(
        "['.maps svg', '.dossiers .record .relations', '.relations-table tbody tr']
            .map(it => shown(it).length > 0)",
    )
    .await
}

/// Checks that the list tells each relation of the table twice, from both of its ends, and that both tell
/// as many as the map draws.
async fn tell_the_same(page: &Page, map: &Map) -> Result<()> {
    let edges: Vec<usize> = page
        .ask("[...document.querySelectorAll('.maps .drawn')].map(it => it.querySelectorAll('.edge').length)")
        .await?;
    assert_eq!(edges, [map.relations.len(); 2]);
    let listed: Vec<(usize, String, String, String)> = page
        .ask(
            "[...document.querySelectorAll('.dossier [data-told]')].map(it => [
                +it.dataset.told, it.closest('.dossier').id.slice('actor-'.length),
                it.querySelector('a').hash.slice('#actor-'.length), words(it)])",
        )
        .await?;
    assert_eq!(listed.len(), 2 * map.relations.len());
    let labels: Vec<Vec<String>> = page
        .ask(
            "[...document.querySelectorAll('.maps .drawn')].map(it =>
                [...it.querySelectorAll('.claims text')].map(it => words(it)))",
        )
        .await?;
    for (idx, relation) in map.relations.iter().enumerate() {
        let told: Vec<_> = listed.iter().filter(|it| it.0 == idx).collect();
        assert_eq!(told.len(), 2, "{relation:?}");
        let ends = [&map.actors[relation.from], &map.actors[relation.to]];
        for (_, whose, other, words) in &told {
            assert!(ends.contains(&whose) && ends.contains(&other) && whose != other);
            assert!(words.contains(&relation.when), "{words} does not say {}", relation.when);
            let is_first = whose == ends[0];
            assert!(!is_first || words.starts_with(&relation.kind), "{words}: {relation:?}");
        }
        for labels in &labels {
            // What has no room is left out.
            let is_named = labels[idx] == relation.kind || labels[idx].is_empty();
            assert!(is_named, "the map names it otherwise: {}", labels[idx]);
        }
    }
    Ok(())
}

#[tokio::test]
async fn list_and_table_tell_what_the_map_draws() -> Result<()> {
    for visit in [
        Visit::to(Story::Own),
        Visit::to(Story::Own).on_phone(),
        Visit::to(Story::Own).without_scripts(),
        Visit::to(Story::Own).with_wasm(Wasm::Held),
        Visit::to(Story::Own).with_wasm(Wasm::Missing),
        Visit::to(Story::Fixture),
        Visit::to(Story::Fixture).without_scripts(),
    ] {
        let page = visit.open().await?;
        let map = Map::read(&page).await?;
        tell_the_same(&page, &map).await?;
        assert_eq!(seen(&page).await?, [true, false, false]);
        page.click(&switch("list")).await?;
        assert_eq!(seen(&page).await?, [false, true, false]);
        let n_seen: usize = page.ask("shown('.dossiers .record').length").await?;
        assert_eq!(n_seen, map.actors.len());
        page.click(&switch("table")).await?;
        assert_eq!(seen(&page).await?, [false, false, true]);
        let n_seen: usize = page.ask("shown('.relations-table tbody tr').length").await?;
        assert_eq!(n_seen, map.relations.len());
        let wide: (f64, f64) =
            page.ask("[document.scrollingElement.scrollWidth, innerWidth]").await?;
        assert!(wide.0 <= wide.1, "the page is {} px wide, the screen {}", wide.0, wide.1);
        page.click(&switch("map")).await?;
        assert_eq!(seen(&page).await?, [true, false, false]);
    }
    Ok(())
}

#[tokio::test]
async fn the_list_is_in_the_document_whatever_is_shown() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    for shape in ["table", "list", "map"] {
        page.click(&switch(shape)).await?;
        let named: Vec<String> = page
            .ask("shown('.dossiers h3 a').map(it => it.closest('.dossier').id.slice('actor-'.length))")
            .await?;
        let named: BTreeSet<&String> = named.iter().collect();
        assert_eq!(named, map.actors.iter().collect(), "while the {shape} is shown");
    }
    Ok(())
}

#[tokio::test]
async fn filters_hold_in_list_and_table() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    map.open_filters(&page).await?;
    map.check(&page, "group", Some(map.groups[0])).await?;
    let look = map.look(&page).await?;
    let (gone, cut) = (look.actors("hidden"), look.relations("hidden"));
    page.click(&switch("table")).await?;
    let rows: usize = page.ask("shown('.relations-table tbody tr').length").await?;
    assert_eq!(rows, map.relations.len() - cut.len());
    // How many are left can be seen, as beside the map.
    let n_shown =
        "shown('#map .readout :is(p, span)').filter(it => !it.children.length).map(words)";
    let left = format!(
        "{entries} of {n_actors} actors, {rows} of {n_relations} relations",
        entries = map.actors.len() - gone.len(),
        n_actors = map.actors.len(),
        n_relations = map.relations.len()
    );
    assert_eq!(page.ask::<Vec<String>>(n_shown).await?, [left.as_str()]);
    page.click(&switch("list")).await?;
    let entries: usize = page.ask("shown('.dossier').length").await?;
    assert_eq!(entries, map.actors.len() - gone.len());
    assert_eq!(page.ask::<Vec<String>>(n_shown).await?, [left.as_str()]);
    // The filters can be reached from here as well.
    map.check(&page, "group", Some(map.groups[0])).await?;
    let entries: usize = page.ask("shown('.dossier').length").await?;
    assert_eq!(entries, map.actors.len());
    Ok(())
}

#[tokio::test]
async fn a_name_in_the_table_leads_to_its_dossier_even_without_scripts() -> Result<()> {
    for visit in [Visit::to(Story::Own), Visit::to(Story::Own).without_scripts()] {
        let page = visit.open().await?;
        let map = Map::read(&page).await?;
        page.click(&switch("table")).await?;
        let id = &map.actors[map.relations[0].to];
        page.click(&format!(".relations-table a[href='#actor-{id}']")).await?;
        page.until(&format!(
            "shown(\"#actor-{id} .record\").length || shown('[data-role=actor]').length
                || one('[data-role=detail]').dataset.for === '{id}'"
        ))
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_table_reads_as_sentences_on_a_phone_and_nothing_of_it_is_out_of_sight() -> Result<()> {
    let is_sentence =
        "getComputedStyle(one('#map .relations-table tbody td')).display === 'inline'";
    for (width, reads_as_sentence) in
        [(320, true), (390, true), (700, true), (768, false), (1280, false)]
    {
        let page = Visit::to(Story::Own).sized(width, 800).by("?shape=table").open().await?;
        page.bring("#map .relations-table tbody tr").await?;
        let beyond: f64 = page
            .ask("(it => it.scrollWidth - it.clientWidth)(one('#map .relations-table'))")
            .await?;
        assert!(beyond < 1.0, "{beyond} px of the table are out of sight at {width} px");
        assert_eq!(page.ask::<bool>(is_sentence).await?, reads_as_sentence, "{width}");
        if reads_as_sentence {
            let (seen, cells): (String, Vec<String>) = page
                .ask(
                    "(it => [it.innerText.replace(/\\s+/g, ' ').trim(), [...it.children].map(words)])(one('#map .relations-table tbody tr'))",
                )
                .await?;
            assert_eq!(seen, cells.join(" "));
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_filter_leaves_the_same_relations_in_the_list_as_in_the_table() -> Result<()> {
    let page = Visit::to(Story::Own).by("?shape=list&kind=married-to#map").open().await?;
    let told = "new Set([...document.querySelectorAll('#actors [data-told]:not(.hidden)')].map(it => it.dataset.told)).size";
    let rows = "document.querySelectorAll('.relations-table tbody tr:not(.hidden)').length";
    let left: [usize; 2] = page.ask(&format!("[{told}, {rows}]")).await?;
    assert_eq!(left, [1, 1]);
    let heads = "shown('#actors .record h4').filter(it => /relation/.test(words(it))).map(words)";
    assert!(page.ask::<Vec<String>>(heads).await?.iter().all(|it| it == "1 relation"));

    page.run(
        "const kind = document.querySelector('#map [name=kind]');
         kind.value = '';
         kind.dispatchEvent(new Event('input', { bubbles: true }))",
    )
    .await?;
    page.until(&format!("{told} === 50 && {rows} === 50")).await?;
    page.is_quiet().await
}
