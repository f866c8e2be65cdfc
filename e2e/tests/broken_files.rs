//! A network that breaks: each file that the page asks for is missing, cut off, or something else. The page reads all the
//! same, and says what does not work where a reader would look for it.

use std::fs;
use std::path::Path;

use anyhow::Result;
use e2e::{Page, Story, Visit, Wasm};

/// What may happen to a file on its way.
#[derive(Clone, Copy, Debug)]
enum Harm {
    Missing,
    CutOff,
    /// A login page, for example, as networks in hotels send it.
    Replaced,
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, to) = {
            let it = entry?;
            (it.path(), to.join(it.file_name()))
        };
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(path, to)?;
        }
    }
    Ok(())
}

/// A build in which one file has come to harm, in all of its encodings.
fn harmed(file: &str, harm: Harm) -> Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    copy(&Story::Own.file("")?, folder.path())?;
    for kind in ["", ".br", ".gz"] {
        let path = folder.path().join(format!("{file}{kind}"));
        let Ok(whole) = fs::read(&path) else { continue };
        match harm {
            Harm::Missing => fs::remove_file(&path)?,
            Harm::CutOff => fs::write(&path, &whole[..whole.len() / 2])?,
            Harm::Replaced if kind.is_empty() => {
                fs::write(&path, "<!DOCTYPE html><title>Log in</title>")?
            }
            Harm::Replaced => fs::remove_file(&path)?,
        }
    }
    Ok(folder)
}

/// What the page asks for as soon as it is open, by itself.
async fn asked_for() -> Result<Vec<String>> {
    let page = Visit::to(Story::Own).open().await?;
    page.until_records().await?;
    page.run("scrollTo(0, document.body.scrollHeight)").await?;
    page.settle().await?;
    let mut files: Vec<String> =
        page.requested().iter().map(|it| it.trim_start_matches('/').to_owned()).collect();
    files.retain(|it| !it.is_empty() && it != "index.html");
    files.sort();
    files.dedup();
    assert!(files.iter().any(|it| it.ends_with(".wasm")), "{files:?}");
    assert!(files.iter().any(|it| it == "records.html"), "{files:?}");
    Ok(files)
}

/// The story, its numbers and its figures are there, and what is said leads to its record.
async fn reads(page: &Page, what: &str) -> Result<()> {
    assert!(page.ask::<usize>("shown('#releases .mark').length").await? > 20, "{what}");
    assert!(page.ask::<usize>("shown('#map .node').length").await? > 20, "{what}");
    assert!(page.ask::<bool>("words(one('#main')).length > 10000").await?, "{what}");
    let href: String = page.ask("one('.key-figures a[data-claim]').getAttribute('href')").await?;
    assert!(href.starts_with("records.html#claim-"), "{what}: {href}");
    let over = "(it => it.contains(document.elementFromPoint(...(({ x, y, width, height }) => [x + width / 2, y + height / 2])(rect(it)))))(one('h1'))";
    page.run("scrollTo(0, 0)").await?;
    page.settle().await?;
    assert!(page.ask::<bool>(over).await?, "{what}: something lies over the page");
    Ok(())
}

#[tokio::test]
async fn without_any_one_of_its_files_the_page_reads() -> Result<()> {
    for file in asked_for().await? {
        for harm in [Harm::Missing, Harm::CutOff, Harm::Replaced] {
            let what = format!("{file} {harm:?}");
            let folder = harmed(&file, harm)?;
            // Nothing is waited for: whether the page becomes interactive depends on the file.
            let visit = Visit::to(Story::Own).hosting(folder.path()).with_wasm(Wasm::Held);
            let page = visit.open().await?;
            page.serve_wasm();
            let is_code = file.contains("explainer-");
            let state = "document.documentElement.dataset.state";
            if is_code {
                page.until("shown('[data-role=stopped]').length === 1").await?;
                assert_eq!(page.ask::<String>(state).await?, "static", "{what}");
            } else {
                page.until_ready().await?;
                assert_eq!(
                    page.ask::<usize>("shown('[data-role=stopped]').length").await?,
                    0,
                    "{what}"
                );
            }
            reads(&page, &what).await?;
            if file == "records.html" && matches!(harm, Harm::Missing) {
                // A number then leads where its record would be, as any link does.
                page.click(".key-figures a[data-claim]").await?;
                assert!(page.url().await?.contains("/records.html#claim-"));
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_builder_says_if_a_piece_cannot_be_fetched() -> Result<()> {
    let folder = harmed("embed/held/index.html", Harm::Missing)?;
    let visit = Visit::to(Story::Own).hosting(folder.path()).with_wasm(Wasm::Held);
    let page = visit.by("embed.html").open().await?;
    let told = "document.querySelector('.told').textContent";
    for (piece, is_told) in [("releases", false), ("held", true), ("releases", false)] {
        page.run(&format!(
            "const select = document.querySelector('[name=piece]'); select.value = '{piece}';
            select.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await?;
        // What can still be had is given.
        page.until(&format!("document.getElementById('html').value.includes('/embed/{piece}/')"))
            .await?;
        let is: bool = page.ask(&format!("{told}.includes('could not be fetched')")).await?;
        assert_eq!(is, is_told, "{piece}");
        let offers: usize = page.ask("shown('.state select').length").await?;
        assert_eq!(offers == 0, is_told, "{piece}");
    }
    Ok(())
}
