//! Finding actors by name, in any spelling.

use std::collections::BTreeMap;

use anyhow::Result;
use e2e::{Key, Map, Page, Story, Visit};
use serde_json::json;

/// Everyone's name and spellings, as the dossiers have them.
async fn spellings(page: &Page) -> Result<BTreeMap<String, Vec<String>>> {
    page.ask(
        "Object.fromEntries([...document.querySelectorAll('.dossier')].map(it => {
            const also = it.querySelector('.spellings')?.textContent.replace('Also written ', '');
            const names = [it.querySelector('.opener').textContent, ...(also?.split(', ') ?? [])];
            return [it.id.slice('actor-'.length), names];
        }))",
    )
    .await
}

/// Whom the field finds for each of these texts, typed one after another.
async fn found(page: &Page, typed: &[String]) -> Result<Vec<Vec<String>>> {
    page.ask(&format!(
        "{}.map(text => {{
            const field = document.querySelector('#find');
            field.value = text;
            field.dispatchEvent(new Event('input', {{ bubbles: true }}));
            return shown('.found li a').map(it => it.hash.slice('#actor-'.length));
        }})",
        json!(typed)
    ))
    .await
}

/// Checks that each actor is among those found by each of its spellings, changed as said.
async fn finds_all(page: &Page, change: impl Fn(&str) -> String) -> Result<usize> {
    let pairs: Vec<(String, String)> = spellings(page)
        .await?
        .into_iter()
        .flat_map(|(id, names)| names.into_iter().map(move |name| (id.clone(), name)))
        .map(|(id, name)| (id, change(&name)))
        .collect();
    let typed: Vec<String> = pairs.iter().map(|it| it.1.clone()).collect();
    for ((id, typed), found) in pairs.iter().zip(found(page, &typed).await?) {
        assert!(found.contains(id), "{typed} finds {found:?} and not {id}");
    }
    Ok(pairs.len())
}

#[tokio::test]
async fn every_actor_is_found_by_each_of_its_spellings() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let page = Visit::to(story).open().await?;
        let n_names = finds_all(&page, str::to_owned).await?;
        assert!(n_names > Map::read(&page).await?.actors.len(), "nobody has another spelling");
        finds_all(&page, str::to_uppercase).await?;
        finds_all(&page, str::to_lowercase).await?;
        finds_all(&page, |it| format!("  {it} ")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn accents_do_not_matter() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let mut n_accents = 0;
    for (id, names) in spellings(&page).await? {
        let plain: Vec<String> = page
            .ask(&format!(
                "{}.map(it => it.normalize('NFD').replace(/\\p{{M}}/gu, ''))",
                json!(names)
            ))
            .await?;
        n_accents += names.iter().zip(&plain).filter(|(name, plain)| name != plain).count();
        for (typed, found) in plain.iter().zip(found(&page, &plain).await?) {
            assert!(found.contains(&id), "{typed} finds {found:?} and not {id}");
        }
    }
    assert!(n_accents > 3, "only {n_accents} spellings have accents");
    Ok(())
}

#[tokio::test]
async fn one_letter_and_nonsense_find_nobody() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let letters = ('a'..='z').chain('\u{430}'..='\u{44f}').map(String::from);
    let nonsense = ["", " ", "…", "xqxqx", "|", "\"]", "data-find", "12345"];
    let typed: Vec<String> = letters.chain(nonsense.map(str::to_owned)).collect();
    for (typed, found) in typed.iter().zip(found(&page, &typed).await?) {
        assert_eq!(found, [""; 0], "{typed}");
    }
    // One letter is no question yet, in whatever script; two are, also if they are one sound.
    for (typed, n_told) in [("x", 0), ("\u{43b}", 0), ("xq", 1), ("\u{44a}\u{44c}", 1)] {
        self::found(&page, &[typed.to_owned()]).await?;
        let told: usize = page.ask("shown('.found .none').length").await?;
        assert_eq!(told, n_told, "{typed}");
    }
    assert_eq!(page.console().await?, [""; 0]);
    Ok(())
}

/// Types a name as its dossier spells it last.
async fn type_name(page: &Page, id: &str) -> Result<()> {
    let names = spellings(page).await?.remove(id).unwrap_or_default();
    page.click("#find").await?;
    page.type_text(names.last().map_or("", String::as_str)).await
}

/// Checks that an actor is in focus, has the keyboard, and that the list is closed.
async fn is_taken(page: &Page, id: &str) -> Result<()> {
    let state: (String, Option<String>, usize, String) = page
        .ask(
            "[one('[data-role=detail]').dataset.for, document.activeElement.dataset?.actor,
                shown('.found, .found li').length, one('#find').value]",
        )
        .await?;
    assert_eq!(state, (id.to_owned(), Some(id.to_owned()), 0, String::new()));
    let visible = "(() => {
        const { x, y, width, height } = rect(document.activeElement.querySelector('.hit'));
        return x >= 0 && x + width <= innerWidth + 1 && y >= 0 && y + height <= innerHeight + 1;
    })()";
    assert!(page.ask::<bool>(visible).await?, "{id} is not on the screen");
    Ok(())
}

#[tokio::test]
async fn a_click_on_a_name_found_shows_the_actor_and_moves_the_keyboard_to_it() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let url = page.place().await?;
    let map = Map::read(&page).await?;
    for id in map.actors.iter().step_by(5) {
        type_name(&page, id).await?;
        page.click(&format!(".found a[href='#actor-{id}']")).await?;
        is_taken(&page, id).await?;
    }
    assert_eq!(page.place().await?, url);
    Ok(())
}

#[tokio::test]
async fn a_tap_on_a_name_found_shows_the_actor() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().open().await?;
    let map = Map::read(&page).await?;
    for id in map.actors.iter().step_by(9) {
        type_name(&page, id).await?;
        let (x, y) = page.bring(&format!(".found a[href='#actor-{id}']")).await?.middle();
        page.tap_at(x, y).await?;
        is_taken(&page, id).await?;
    }
    Ok(())
}

#[tokio::test]
async fn names_found_are_chosen_with_the_keyboard_and_escape_closes_them() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let id = &Map::read(&page).await?.actors[0];
    type_name(&page, id).await?;
    page.press(Key::Tab).await?;
    page.press(Key::Enter).await?;
    is_taken(&page, id).await?;
    type_name(&page, id).await?;
    assert!(page.ask::<usize>("shown('.found li').length").await? > 0);
    page.press(Key::Escape).await?;
    assert_eq!(page.ask::<usize>("shown('.found, .found li').length").await?, 0);
    Ok(())
}

#[tokio::test]
async fn who_was_left_out_by_a_filter_is_shown_once_found() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let map = Map::read(&page).await?;
    map.open_filters(&page).await?;
    map.check(&page, "group", Some(map.groups[0])).await?;
    assert!(map.look(&page).await?.actors("hidden").contains(&0));
    type_name(&page, &map.actors[0]).await?;
    page.click(&format!(".found a[href='#actor-{}']", map.actors[0])).await?;
    is_taken(&page, &map.actors[0]).await
}

#[tokio::test]
async fn two_letters_that_are_one_sound_find_names_that_begin_with_it() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let mut n_asked = 0;
    for (id, names) in spellings(&page).await? {
        for word in names.iter().flat_map(|it| it.split(' ')) {
            let asked: String = word.chars().take(2).collect();
            if ["Ts", "Kh", "Sh", "Zh", "Ch"].contains(&asked.as_str()) {
                let found = found(&page, std::slice::from_ref(&asked)).await?;
                assert!(found[0].contains(&id), "{asked} of {word} finds {found:?}");
                n_asked += 1;
            }
        }
    }
    assert!(n_asked > 1, "nobody has such a name");
    Ok(())
}
