//! One record for every number and term: wherever it is opened, before it has come, and in every edition.

use std::fs;

use anyhow::{Context, Result};
use e2e::{Build, Host, Key, Page, Piece, Story, Visit, Wasm};

/// The words of every record, as the page of records has them.
const LEDGER: &str = "fetch('records.html').then(it => it.text()).then(html => {
    const ledger = new DOMParser().parseFromString(html.split('</header>')[1], 'text/html');
    return [...ledger.querySelectorAll('.leaf')].map(it => [it.id, words(it)]);
})";

/// Where numbers stand: in prose, the key figures, a chart, a table, readouts, among totals and disagreements.
const PLACES: [&str; 7] = [
    "section.prose p > a[data-claim]",
    ".key-figures a[data-claim]",
    "figure[data-figure=held] .overlay a[data-claim]",
    "figure[data-figure=releases] .overlay a[data-claim]",
    "#releases .twin td a[data-claim]",
    "figure[data-figure=releases] .readout a[data-claim]",
    "figure[data-figure=held] .readout a[data-claim]",
];

async fn with_records(visit: Visit) -> Result<Page> {
    let page = visit.open().await?;
    page.until_records().await?;
    Ok(page)
}

/// Whether one sheet is open, of that id; with its words.
async fn opens(page: &Page, id: &str) -> Result<String> {
    page.until("shown('.sheet').length === 1").await.with_context(|| id.to_owned())?;
    let (open, words): (String, String) =
        page.ask("(it => [it.id, words(it)])(one('.sheet'))").await?;
    assert_eq!(open, id);
    Ok(words)
}

/// Presses Enter on the link that stands in that place among those that match.
async fn follow(page: &Page, links: &str, nth: usize) -> Result<()> {
    page.run(&format!("window.link = shown(\"{links}\")[{nth}]; link.focus()")).await?;
    assert!(page.ask::<bool>("document.activeElement === window.link").await?, "{links} {nth}");
    page.press(Key::Enter).await
}

#[tokio::test]
async fn a_number_opens_the_same_record_wherever_it_stands() -> Result<()> {
    let page = with_records(Visit::to(Story::Own)).await?;
    let ledger: Vec<(String, String)> = page.ask(LEDGER).await?;
    assert!(ledger.len() > 60, "{}", ledger.len());
    page.run("document.querySelectorAll('details').forEach(it => it.open = true)").await?;
    let url = page.place().await?;
    for links in PLACES {
        // A figure that went along with the story is brought back.
        page.bring(links).await?;
        let ids: Vec<String> =
            page.ask(&format!("shown(\"{links}\").map(it => it.dataset.claim)")).await?;
        assert!(!ids.is_empty(), "{links}");
        for nth in [0, ids.len() / 2, ids.len() - 1] {
            follow(&page, links, nth).await?;
            // Focus may have chosen another mark, and with it another number in the readout.
            let id: String = page.ask("'claim-' + window.link.dataset.claim").await?;
            let words = opens(&page, &id).await?;
            let told = ledger.iter().find(|it| it.0 == id).context("not in the ledger")?;
            assert_eq!(words, told.1, "{links}");
            page.press(Key::Escape).await?;
            page.until("!/^#(claim|term)-/.test(location.hash)").await?;
            page.until("!shown('.sheet').length").await?;
        }
    }
    assert_eq!(page.place().await?, url);
    page.is_quiet().await
}

#[tokio::test]
async fn every_number_and_term_of_the_page_has_a_record() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let page = with_records(Visit::to(story)).await?;
        let ledger: Vec<(String, String)> = page.ask(LEDGER).await?;
        let links: Vec<String> = page
            .ask(
                "[...document.querySelectorAll('[data-claim], [href*=\"#term-\"]')]
                    .map(it => it.getAttribute('href').split('#')[1])",
            )
            .await?;
        let is_lost = |link: &&String| !ledger.iter().any(|it| it.0 == **link);
        let lost: Vec<&String> = links.iter().filter(is_lost).collect();
        assert_eq!(lost, [""; 0]);
        let ids: Vec<String> =
            page.ask("[...document.querySelectorAll('[id]')].map(it => it.id)").await?;
        let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len());
    }
    Ok(())
}

#[tokio::test]
async fn a_term_opens_in_place_and_leads_back() -> Result<()> {
    let page = with_records(Visit::to(Story::Own)).await?;
    let url = page.place().await?;
    let term = "#main p > a[href*='#term-']";
    let href: String = page.ask(&format!("one(\"{term}\").getAttribute('href')")).await?;
    page.run(&format!("window.link = one(\"{term}\")")).await?;
    page.click(term).await?;
    let (_, id) = href.split_once('#').context("no fragment")?;
    assert!(opens(&page, id).await?.len() > 60);
    assert!(page.ask::<bool>("one('.sheet').contains(document.activeElement)").await?);
    page.press(Key::Escape).await?;
    page.until("!/^#(claim|term)-/.test(location.hash)").await?;
    page.settle().await?;
    assert!(page.ask::<bool>("document.activeElement === window.link").await?);
    assert_eq!(page.place().await?, url);
    Ok(())
}

#[tokio::test]
async fn before_its_record_has_come_a_number_leads_to_the_page_of_records() -> Result<()> {
    let build = Build::of(Story::Own)?;
    let ledger = fs::read_to_string(Story::Own.file("records.html")?)?;
    build.lose("records.html")?;
    // It would keep the records for the next visit.
    build.lose("sw.js")?;
    let page = Visit::to(Story::Own).hosting(build.path()).open().await?;
    let asked = || page.requested().iter().filter(|it| *it == "/records.html").count();
    page.until_that(|| asked() == 1).await?;
    page.settle().await?;
    assert_eq!(page.ask::<usize>("document.querySelectorAll('.sheet').length").await?, 0);
    // The readout does without them.
    page.run("one('figure[data-figure=held] .overlay a').focus()").await?;
    page.settle().await?;
    let told: String = page.ask("words(one('figure[data-figure=held] .readout'))").await?;
    assert!(told.len() > 60, "{told}");

    build.put("records.html", &ledger)?;
    for links in ["#main p > a[data-claim]", "#main p > a[href*='#term-']"] {
        let href: String = page.ask(&format!("one(\"{links}\").getAttribute('href')")).await?;
        page.run(&format!("one(\"{links}\").focus()")).await?;
        page.press(Key::Enter).await?;
        page.until("location.pathname === '/records.html'").await?;
        assert!(page.place().await?.ends_with(&href), "{href}");
        build.lose("records.html")?;
        let n_asked = asked();
        page.go("").await?;
        page.until_ready().await?;
        // The page has asked in vain.
        page.until_that(|| asked() > n_asked).await?;
        build.put("records.html", &ledger)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_record_says_its_address_which_shows_it_alone_without_scripts() -> Result<()> {
    let page = with_records(Visit::to(Story::Own)).await?;
    follow(&page, PLACES[0], 0).await?;
    page.click(".sheet .address").await?;
    page.until("location.pathname === '/records.html'").await?;
    let address = page.place().await?;
    let page = Visit::to(Story::Own).without_scripts().open().await?;
    let (_, suffix) = address.split_once("/records.html").context("elsewhere")?;
    page.go(&format!("records.html{suffix}")).await?;
    let seen: (String, bool) = page
        .ask("(it => ['#' + it.id, getComputedStyle(it).backgroundColor !== getComputedStyle(one('.leaf:not(:target)')).backgroundColor])(one(':target'))")
        .await?;
    assert_eq!(seen, (suffix.to_owned(), true));
    Ok(())
}

#[tokio::test]
async fn what_a_record_leads_to_in_the_story_is_not_under_it() -> Result<()> {
    let page = with_records(Visit::to(Story::Own).by("?view=waves")).await?;
    follow(&page, ".key-figures a[data-claim]", 0).await?;
    page.run("window.here = true; one('.sheet [href^=\"#release-\"]').focus()").await?;
    page.press(Key::Enter).await?;
    page.until("document.querySelector('.release:target') && !shown('.sheet').length").await?;
    assert!(page.ask::<bool>("window.here").await?, "the page was left");
    Ok(())
}

#[tokio::test]
async fn the_page_of_records_fits_every_screen() -> Result<()> {
    for width in [320, 768, 1280] {
        for story in [Story::Own, Story::Fixture] {
            let page =
                Visit::to(story).sized(width, 800).with_wasm(Wasm::Missing).by("records.html");
            let page = page.open().await?;
            let wide: u32 = page.ask("document.scrollingElement.scrollWidth").await?;
            assert!(wide <= width, "{wide} px at {width}");
            let n: usize = page.ask("shown('.leaf').length").await?;
            assert!(n > 10, "{n} records");
            page.is_quiet().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_one_file_edition_opens_them_inside() -> Result<()> {
    let page = Visit::to(Story::Own).by("explainer.html").open().await?;
    let url = page.place().await?;
    for links in [PLACES[0], "#main p > a[href*='#term-']"] {
        follow(&page, links, 0).await?;
        let id: String = page.ask("window.link.hash.slice(1)").await?;
        opens(&page, &id).await?;
        page.press(Key::Escape).await?;
        page.until("!/^#(claim|term)-/.test(location.hash)").await?;
        assert_eq!(page.place().await?, url);
    }
    assert_eq!(page.requested(), ["/explainer.html"]);
    Ok(())
}

#[tokio::test]
async fn a_piece_opens_the_records_of_its_numbers_and_terms_inside() -> Result<()> {
    const FRAME: &str = r#"<iframe src="{frame}" title="A piece" data-explainer
        sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" height="400"
        style="width:100%;border:0"></iframe><script src="{ours}embed-1.js" async></script>"#;
    const HELD: Piece = Piece::built("embed/held/", "details.twin > summary");
    let host = Host::open(HELD, FRAME).await?;
    host.until_inside("document.documentElement.dataset.state === 'ready'").await?;
    for links in [".readout a[data-claim]", ".lead a[href^='#term-']"] {
        let id: String = host.inside(&format!("one(\"{links}\").hash.slice(1)")).await?;
        host.click(links).await?;
        host.until_inside(&format!("shown('.sheet')[0]?.id === '{id}'")).await?;
        host.click(".sheet[data-open] .close").await?;
        host.until_inside("!shown('.sheet').length").await?;
    }
    let asked = host.requested();
    assert!(!asked.iter().any(|it| it.ends_with("records.html")), "{asked:?}");
    Ok(())
}
