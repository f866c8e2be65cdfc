//! A new version is published while people read: it waits until its reader asks for it, and nobody ever
//! gets parts of two.

use anyhow::{Result, ensure};
use e2e::{Build, Page, Story, Visit};

/// What the page, its glue and its wasm say; `null` of what has not run.
const WORDS: &str =
    "[document.querySelector('[name=word]').content, globalThis.glueWord, globalThis.wasmWord]";
const SHOWN: &str = "shown('[data-role=new-version]').length === 1";
const SHOW: &str = "[data-role=new-version] button";
const LATER: &str = "[data-role=new-version] button + button";
const N_VERSIONS: &str = "caches.keys().then(it => it.length)";

struct Rng(u64);

impl Rng {
    fn below(&mut self, n: usize) -> usize {
        // Knuth's numbers; the upper half is the better one.
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// The version that the page is of, once it has been loaded as far as it can be.
async fn version(page: &Page) -> Result<(String, bool)> {
    page.until("document.readyState === 'complete'").await?;
    let says: (String, Option<String>, Option<String>) = page.ask(WORDS).await?;
    for part in [&says.1, &says.2].into_iter().flatten() {
        ensure!(*part == says.0, "parts of two versions have met: {says:?}");
    }
    Ok((says.0, says.1.is_some() && says.2.is_some()))
}

/// The version of a page that came from what is kept: all of it is there.
async fn whole(page: &Page) -> Result<String> {
    page.until("document.documentElement.dataset.state === 'ready'").await?;
    let (version, is_whole) = version(page).await?;
    ensure!(is_whole, "{version} runs, but does not say so");
    let list: String = page
        .ask(
            "fetch('sources.html').then(it => it.text())
                .then(it => new DOMParser().parseFromString(it, 'text/html'))
                .then(it => it.querySelector('[name=word]').content)",
        )
        .await?;
    ensure!(list == version, "the page is {version}, the list of sources {list}");
    Ok(version)
}

async fn is_controlled(page: &Page) -> Result<bool> {
    page.ask("!!navigator.serviceWorker.controller").await
}

/// Two versions, and the first of them kept for reading without a host.
async fn two_versions() -> Result<(Build, Build, Page)> {
    let old = Build::version(Story::Fixture, "old")?;
    let new = Build::version(Story::Fixture, "new")?;
    let page = Visit::to(Story::Fixture).hosting(old.path()).open().await?;
    page.until_kept().await?;
    page.reload().await?;
    assert_eq!(whole(&page).await?, "old");
    Ok((old, new, page))
}

#[tokio::test]
async fn a_new_version_waits_until_its_reader_asks_for_it() -> Result<()> {
    let (old, new, page) = two_versions().await?;
    let glue = old.named("_bg.wasm")?.replace("_bg.wasm", ".js");
    let first = page.tab().await?;
    let second = page.open_tab("").await?;
    assert_eq!(whole(&page).await?, "old");
    page.run("window.isTheSame = true").await?;
    assert!(!page.ask::<bool>(SHOWN).await?);

    page.deploy(new.path());
    page.switch_to(&first).await?;
    page.reload().await?;
    assert_eq!(whole(&page).await?, "old");
    page.until(SHOWN).await?;
    page.run(&format!("one('{LATER}').click()")).await?;
    assert!(!page.ask::<bool>(SHOWN).await?, "what is put away stays in the way");
    page.reload().await?;
    assert_eq!(whole(&page).await?, "old", "nobody has asked for another");
    page.until(SHOWN).await?;
    page.until_one_waits().await?;
    // Not as a hand does it: that waits for the page to draw, and it goes.
    page.run(&format!("one('{SHOW}').click()")).await?;
    page.until("document.querySelector('[name=word]').content === 'new'").await?;
    assert_eq!(whole(&page).await?, "new");
    assert!(!page.ask::<bool>(SHOWN).await?);

    // The other tab stays as it is, is told, and still gets what belongs to it.
    page.switch_to(&second).await?;
    page.until(SHOWN).await?;
    assert!(page.ask::<bool>("window.isTheSame").await?);
    assert_eq!(version(&page).await?, ("old".to_owned(), true));
    let again: bool = page
        .ask(&format!(
            "fetch('{glue}').then(it => it.text()).then(it => it.includes('glueWord = \"old\"'))"
        ))
        .await?;
    assert!(again, "the host has {glue} no more, but an open page may need it");
    // Not as a hand does it: that waits for the page to draw, and it goes.
    page.run(&format!("one('{SHOW}').click()")).await?;
    page.until("document.querySelector('[name=word]').content === 'new'").await?;
    assert_eq!(whole(&page).await?, "new");

    // When nobody reads the old one any more, it goes.
    assert_eq!(page.ask::<usize>(N_VERSIONS).await?, 2);
    page.close_tab(&first).await?;
    page.leave().await?;
    page.go("").await?;
    assert_eq!(whole(&page).await?, "new");
    page.until_it_brings_true(&format!("{N_VERSIONS}.then(it => it === 1)")).await
}

#[tokio::test]
async fn who_comes_back_later_gets_the_new_version_unasked() -> Result<()> {
    let (_old, new, mut page) = two_versions().await?;
    page.deploy(new.path());
    page.reload().await?;
    page.until_one_waits().await?;
    page.leave().await?;
    page.stop_host().await;
    page.go("").await?;
    // The one that waited takes over when the last page of the old one is gone, a moment later.
    if whole(&page).await? == "old" {
        page.leave().await?;
        page.go("").await?;
    }
    assert_eq!(whole(&page).await?, "new");
    page.until_it_brings_true(&format!("{N_VERSIONS}.then(it => it === 1)")).await
}

/// Looks for a version as browsers do; brings what becomes of the one that is found.
const FOUND: &str = "(async () => {
    const it = await navigator.serviceWorker.getRegistration();
    await it.update();
    const found = it.installing;
    while (found.state === 'installing') await new Promise(done => found.onstatechange = done);
    return found.state;
})()";

#[tokio::test]
async fn a_version_that_comes_back_in_pieces_stays_whole_for_who_reads_it() -> Result<()> {
    let (old, new, mut page) = two_versions().await?;
    page.deploy(new.path());
    page.reload().await?;
    page.until_one_waits().await?;
    old.lose("sources.html")?;
    page.deploy(old.path());
    assert_eq!(page.ask::<String>(FOUND).await?, "redundant");
    page.stop_host().await;
    page.reload().await?;
    assert_eq!(whole(&page).await?, "old");
    Ok(())
}

/// Names no version and lists no files.
const WITHDRAWN: &str = include_str!("../../public/sw.js");

#[tokio::test]
async fn a_worker_that_is_withdrawn_takes_all_with_it() -> Result<()> {
    let (_old, new, page) = two_versions().await?;
    new.put("sw.js", WITHDRAWN)?;
    page.deploy(new.path());
    page.reload().await?;
    page.until("document.querySelector('[name=word]').content === 'new'").await?;
    page.until("document.documentElement.dataset.state === 'ready'").await?;
    assert_eq!(version(&page).await?, ("new".to_owned(), true));
    // It stays away, however often the page asks for it.
    page.run("window.isTheSame = true").await?;
    assert_eq!(page.worker_becomes().await?, "redundant");
    assert_eq!(page.ask::<usize>(N_VERSIONS).await?, 0);
    assert!(!is_controlled(&page).await?);
    assert!(page.ask::<bool>("window.isTheSame").await?);
    Ok(())
}

/// Browsers look for a new version a while after a page is loaded; there is no need to wait for that.
const LOOK: &str = "navigator.serviceWorker.getRegistration()
    .then(it => it.installing || it.waiting ? it : it.update()).then(it => !!it.waiting)";

#[tokio::test]
async fn whenever_a_version_is_published_nobody_gets_parts_of_two() -> Result<()> {
    const N_ROUNDS: usize = 50;
    // What a visit and all that is kept of it take together is about half.
    const N_REQUESTS: usize = 64;
    // The same of what is kept.
    const N_FILES: usize = 34;
    let old = Build::version(Story::Fixture, "old")?;
    let new = Build::version(Story::Fixture, "new")?;
    let third = Build::version(Story::Fixture, "third")?;
    let mut page = Visit::to(Story::Fixture).hosting(old.path()).open().await?;
    let mut rng = Rng(20);
    let (mut n_kept, mut n_asked) = (0, 0);
    for round in 0..N_ROUNDS {
        let after = rng.below(N_REQUESTS);
        page.change_host(old.path()).await?;
        page.deploy_after(after, new.path());
        page.go("").await?;
        let what = format!("round {round}, after {after} requests");
        version(&page).await.map_err(|it| it.context(what.clone()))?;
        let kept = page.worker_becomes().await? == "activated";
        n_kept += usize::from(kept);

        // A second visit: what was kept is whole, and what was not is not used.
        page.reload().await?;
        let seen = if kept { whole(&page).await } else { version(&page).await.map(|it| it.0) };
        let seen = seen.map_err(|it| it.context(what.clone()))?;
        ensure!(kept == is_controlled(&page).await?, "{what}");

        // A third, during which the new version comes, and sometimes already the next.
        page.deploy(new.path());
        if seen == "old" {
            page.deploy_after(1 + rng.below(N_FILES), third.path());
            page.reload().await?;
            page.until_it_brings_true(LOOK).await.map_err(|it| it.context(what.clone()))?;
            ensure!(whole(&page).await? == "old", "{what}: shown unasked");
            page.until(SHOWN).await?;
            page.run(&format!("one('{SHOW}').click()")).await?;
            page.until("document.querySelector('[name=word]')?.content !== 'old'").await?;
            n_asked += 1;
        } else {
            page.worker_becomes().await?;
            page.reload().await?;
        }
        let seen = whole(&page).await.map_err(|it| it.context(what.clone()))?;
        ensure!(seen != "old" && is_controlled(&page).await?, "{what}: {seen}");
    }
    // Otherwise the moments were all of one kind.
    ensure!(n_kept > 5 && n_kept < N_ROUNDS, "{n_kept} first visits were kept");
    ensure!(n_asked > 5 && n_asked < N_ROUNDS - 5, "{n_asked} readers asked for the new version");
    Ok(())
}
