//! The table of all numbers: filters by style sheets alone, sorting and the sum by a script.

use anyhow::Result;
use e2e::{Key, Page, Story, Visit, Wasm};
use serde_json::{Value, json};

const SHOWN: &str = "shown('.ledger tbody tr').length";
const TOLD: &str = "words(one('.ledger .told'))";

async fn open(story: Story) -> Result<Page> {
    Visit::to(story).by("audit.html").with_wasm(Wasm::Missing).open().await
}

/// The words of a column, from top to bottom, of the rows that are shown.
async fn column(page: &Page, idx: usize) -> Result<Vec<String>> {
    page.ask(&format!("shown('.ledger tbody tr').map(it => words(it.cells[{idx}]))")).await
}

/// Presses the head of a column.
async fn sort_by(page: &Page, idx: usize) -> Result<()> {
    page.click(&format!(".ledger th:nth-child({}) button", idx + 1)).await
}

#[tokio::test]
async fn filters_show_as_many_numbers_as_they_say() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let page = open(story).await?;
        for value in ["single", "disputed", "derived", "bound", "about", "all"] {
            page.click(&format!("label:has([value={value}])")).await?;
            let label: String =
                page.ask(&format!("words(one('label:has([value={value}])'))")).await?;
            let shown: usize = page.ask(SHOWN).await?;
            assert!(label.ends_with(&format!("({shown})")), "{label}: {shown}");
            let told: String = page.ask(TOLD).await?;
            assert!(told.starts_with(&format!("{shown} of ")), "{told}");
        }
        let sum: usize = page.ask("shown('#sum tbody tr').length").await?;
        assert!(sum > 3, "{sum}");
        page.click("#sum tbody a").await?;
        page.until("document.querySelector(':target')?.id.startsWith('release-')").await?;
        assert_eq!(page.console().await?.iter().filter(|it| !it.contains("404")).count(), 0);
    }
    Ok(())
}

#[tokio::test]
async fn every_column_sorts_both_ways_and_keeps_the_filter() -> Result<()> {
    let page = open(Story::Own).await?;
    let numbers = |signs: Vec<String>| -> Vec<u32> {
        let digits = |it: &String| {
            let first = it.split('–').next().unwrap_or_default();
            let digits: String = first.chars().filter(char::is_ascii_digit).collect();
            digits.parse::<u32>().unwrap_or_default() + u32::from(it.starts_with('>'))
        };
        signs.iter().map(digits).collect()
    };
    page.click("label:has([value=single])").await?;
    let n: usize = page.ask(SHOWN).await?;
    sort_by(&page, 1).await?;
    let up = numbers(column(&page, 1).await?);
    assert!(up.is_sorted() && up.len() == n, "{up:?}");
    assert_eq!(page.ask::<usize>("document.querySelectorAll('[aria-sort]').length").await?, 1);
    sort_by(&page, 1).await?;
    let down = numbers(column(&page, 1).await?);
    assert!(down.iter().rev().is_sorted() && down.len() == n, "{down:?}");
    let told: String = page.ask(TOLD).await?;
    assert!(told.ends_with("sorted by number, descending."), "{told}");
    // The filter holds for what is sorted, and the other way round.
    page.click("label:has([value=all])").await?;
    sort_by(&page, 5).await?;
    let sources: Vec<u32> =
        page.ask("shown('.ledger tbody tr').map(it => Number(it.cells[5].dataset.key))").await?;
    assert!(sources.is_sorted() && sources.len() > n, "{sources:?}");
    sort_by(&page, 4).await?;
    let in_order =
        "(texts => texts.every((it, i) => !i || new Intl.Collator('en', { numeric: true })
        .compare(texts[i - 1], it) <= 0))(shown('.ledger tbody tr').map(it => words(it.cells[4])))";
    assert!(page.ask::<bool>(in_order).await?);
    // Back to how it stood, and turned round.
    for way in ["ascending", "descending"] {
        sort_by(&page, 0).await?;
        assert_eq!(page.ask::<String>("one('.ledger th[aria-sort]').ariaSort").await?, way);
    }
    Ok(())
}

#[tokio::test]
async fn keys_sort_and_the_focus_stays() -> Result<()> {
    let page = open(Story::Own).await?;
    page.run("one('.ledger th:nth-child(4) button').focus()").await?;
    for (key, way) in [(Key::Enter, "ascending"), (Key::Space, "descending")] {
        page.press(key).await?;
        let focused = "document.activeElement.closest('th').ariaSort";
        assert_eq!(page.ask::<String>(focused).await?, way);
    }
    Ok(())
}

#[tokio::test]
async fn without_scripts_it_stands_by_date_and_filters() -> Result<()> {
    let page = Visit::to(Story::Own).by("audit.html").without_scripts().open().await?;
    assert_eq!(page.ask::<usize>("document.querySelectorAll('main button').length").await?, 0);
    let dates: Vec<String> =
        page.ask("shown('.ledger tbody th').map(it => it.dataset.key)").await?;
    assert!(dates.is_sorted() && dates.len() > 50, "{dates:?}");
    page.click("label:has([value=derived])").await?;
    assert!(page.ask::<usize>(SHOWN).await? < dates.len());
    assert!(page.ask::<bool>("!!one('#sum [data-sum]')").await?);
    Ok(())
}

/// Adds the sum up on the page, and says what the page then says.
async fn added_up(page: &Page) -> Result<String> {
    page.click(".again button").await?;
    page.until("words(document.querySelector('#sum .told'))").await?;
    page.ask("words(one('#sum .told'))").await
}

#[tokio::test]
async fn the_sum_added_up_from_the_cells_is_the_models() -> Result<()> {
    let page = open(Story::Own).await?;
    // The page itself may ask for nothing, so the story does.
    page.go("").await?;
    let record: Value = page.ask("fetch('record.json').then(it => it.json())").await?;
    page.go("audit.html").await?;
    let releases = record["tables"]["releases"]["rows"].as_array().cloned().unwrap_or_default();
    let last = releases.last().cloned().unwrap_or_default();
    let least = last["sum_low"].as_u64().unwrap_or_default();
    let told = added_up(&page).await?;
    assert!(told.contains(&format!("≥ {least} added up, ≥ {least} stated: the same.")), "{told}");
    assert_eq!(told.matches(": the same.").count(), 2, "{told}");
    assert!(!told.contains("not the same"), "{told}");

    // Another number in a cell, and the page finds it out.
    page.run("document.querySelectorAll('#sum [data-part=itemised]')[4].textContent = '38'")
        .await?;
    let told = added_up(&page).await?;
    let wrong = format!("≥ {} added up, ≥ {least} stated: not the same.", least + 1);
    assert!(told.contains(&wrong) && told.contains("first row that differs is that of"), "{told}");
    assert_eq!(
        page.ask::<usize>("document.querySelectorAll('#sum tr.other').length").await?,
        releases.len() - 4
    );
    // An approximate part makes the sum approximate; another total is not the same.
    page.run("document.querySelectorAll('#sum [data-part=itemised]')[4].textContent = '≈ 37'")
        .await?;
    let told = added_up(&page).await?;
    assert!(told.contains(&format!("≳ {least} added up")), "{told}");
    Ok(())
}

#[tokio::test]
async fn the_sum_walks_down_the_rows_for_who_does_not_mind() -> Result<()> {
    let page = open(Story::Own).await?;
    let moves = json!([{"name": "prefers-reduced-motion", "value": "no-preference"}]);
    page.devtools("Emulation.setEmulatedMedia", json!({"features": moves})).await?;
    page.click(".again button").await?;
    page.until("document.querySelector('#sum .now')").await?;
    assert!(page.ask::<bool>("words(one('.again span')).startsWith('≥')").await?);
    // A second press goes to the end at once.
    page.run("document.querySelector('.again button').click()").await?;
    page.until("words(document.querySelector('#sum .told')).includes('the same')").await?;
    assert_eq!(page.ask::<usize>("document.querySelectorAll('#sum .now').length").await?, 0);
    Ok(())
}

#[tokio::test]
async fn every_file_can_be_read() -> Result<()> {
    let page = open(Story::Own).await?;
    let files: Vec<String> =
        page.ask("[...document.querySelectorAll('#files a[download]')].map(it => it.getAttribute('href'))").await?;
    assert!(files.len() >= 13, "{files:?}");
    page.go("").await?;
    for file in files {
        let got: String = page.ask(&format!("fetch('{file}').then(it => it.text())")).await?;
        if file.ends_with(".json") {
            assert!(serde_json::from_str::<Value>(&got)?.is_object(), "{file}");
        } else {
            assert!(got.starts_with("id,") && got.lines().count() > 5, "{file}: {got}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn sides_stand_beside_each_other_or_under_each_other() -> Result<()> {
    for (width, beside) in [(1280, true), (320, false)] {
        let visit = Visit::to(Story::Own).by("records.html").with_wasm(Wasm::Missing);
        let page = visit.sized(width, 800).open().await?;
        let tops = "shown('.sides')[0].querySelectorAll('dt')";
        let tops = format!("[...{tops}].map(it => Math.round(rect(it).y))");
        let tops: Vec<i64> = page.ask(&tops).await?;
        assert_eq!(tops.windows(2).all(|it| it[0] == it[1]), beside, "{width}: {tops:?}");
        let wide = "document.documentElement.scrollWidth <= innerWidth";
        assert!(page.ask::<bool>(wide).await?, "{width}");
    }
    Ok(())
}
