//! What readers take away: pictures of a figure as files, and how to cite it.

use anyhow::{Context, Result};
use e2e::{Page, Rect, Story, Visit, Wasm};
use serde::Deserialize;
use serde_json::json;

/// Keeps what is saved, and compares pictures.
const HELP: &str = include_str!("stills.js");
const FIGURES: [&str; 3] = ["releases", "held", "map"];
/// How much a picture may differ from another of the same thing, and by how much it does from one of
/// something else: of 255, over all that is drawn.
const ALIKE: f64 = 13.0;
const UNLIKE: f64 = 26.0;

/// A page that keeps what its reader saves.
pub(crate) async fn open(visit: Visit) -> Result<Page> {
    let page = takes(visit).await?;
    page.run(HELP).await?;
    Ok(page)
}

/// A page whose buttons answer: what they do comes once the page has settled.
async fn takes(visit: Visit) -> Result<Page> {
    let page = visit.open().await?;
    page.until("'takes' in document.documentElement.dataset").await?;
    Ok(page)
}

/// Presses the button of a figure and waits until the file is there.
pub(crate) async fn save(page: &Page, figure: &str, kind: &str) -> Result<()> {
    page.run(&format!("delete files['{figure}.{kind}']")).await?;
    page.click(&format!("#{figure} [data-save={kind}]")).await?;
    page.until(&format!("files['{figure}.{kind}']")).await
}

/// How a figure's drawing looks on the screen.
async fn screen(page: &Page, figure: &str) -> Result<String> {
    let drawing = format!("#{figure} .drawn svg");
    page.bring(&drawing).await?;
    // Between two px it would be blurred.
    page.run(&format!(
        "const drawn = one('{drawing}').closest('.drawn');
        drawn.style.marginTop = 0;
        drawn.style.marginTop = `${{1 - rect(drawn).y % 1}}px`;"
    ))
    .await?;
    let place: Rect = page.ask(&format!("place(one('{drawing}'))")).await?;
    page.look_at(place).await
}

/// How much the drawing in the saved PNG of a figure differs from a picture of the screen.
async fn differs(page: &Page, figure: &str, screen: &str) -> Result<f64> {
    page.ask(&format!(
        "(async () => {{
            const place = place_in(await svg('{figure}.svg'));
            // At half the size: how edges are smoothed is no difference.
            const size = place.slice(2).map(it => Math.round(it / 2));
            const saved = await picture(files['{figure}.png']);
            return difference(
                pixels(saved, size, place.map(it => 2 * it)),
                pixels(await picture('{screen}'), size),
            );
        }})()"
    ))
    .await
}

#[derive(Debug, Deserialize)]
struct Said {
    root: String,
    title: bool,
    credit: bool,
    date: bool,
    address: bool,
    of_the_page: Vec<String>,
}

/// Checks what an SVG says, and what it does not.
async fn stands_alone(page: &Page, figure: &str) -> Result<()> {
    let said: Said = page
        .ask(&format!(
            "(async () => {{
                const {{ text, root }} = await svg('{figure}.svg');
                const within = document.getElementById('{figure}');
                const has = it => words_of(root).includes(it.replace(/\\s+/g, ''));
                const of = selector => within.querySelector(selector).textContent;
                const attributes = [...root.querySelectorAll('*')].flatMap(it => [...it.attributes]);
                const names = attributes.map(it => it.name);
                const of_the_page = /^(class|.*href|data-.*|aria-.*|on.*|tabindex|style|vector-effect)$/;
                return {{
                    root: root.localName,
                    title: has(of('h2')) && words_of(root.querySelector('title')).length > 0,
                    credit: has(of('.credit')),
                    date: has(document.querySelector('.as-of strong').textContent.replace(/\\.$/, '')),
                    address: has(location.origin + location.pathname),
                    of_the_page: names.filter(it => of_the_page.test(it))
                        .concat(text.match(/var\\(|<script|<style|currentcolor/gi) ?? []),
                }};
            }})()"
        ))
        .await?;
    assert_eq!(said.root, "svg", "{figure} is no XML");
    assert!(said.title && said.credit && said.date && said.address, "{figure}: {said:?}");
    assert_eq!(said.of_the_page, [""; 0], "{figure}");
    Ok(())
}

/// Checks that the PNG is the SVG with twice as many dots.
async fn are_alike(page: &Page, figure: &str) -> Result<()> {
    let (svg, png, differ): ([u32; 2], [u32; 2], f64) = page
        .ask(&format!(
            "(async () => {{
                const [one, other] =
                    [await picture(files['{figure}.svg']), await picture(files['{figure}.png'])];
                const size = [other.width, other.height];
                const differ = difference(pixels(one, size), pixels(other, size));
                return [[one.width, one.height], size, differ];
            }})()"
        ))
        .await?;
    assert_eq!(png, svg.map(|it| 2 * it), "{figure}");
    assert!(svg[0] >= 360 && svg[1] > 200, "{figure} has {svg:?} px");
    assert!(differ < 2.0, "{figure}: the files differ by {differ}");
    Ok(())
}

async fn are_pictures_of_the_screen(width: u32) -> Result<()> {
    for (dark, other) in [(false, "dark"), (true, "light")] {
        let visit = Visit::to(Story::Own).sized(width, 900);
        let page = open(if dark { visit.in_the_dark() } else { visit }).await?;
        for figure in FIGURES {
            save(&page, figure, "svg").await?;
            save(&page, figure, "png").await?;
            stands_alone(&page, figure).await.context(figure)?;
            are_alike(&page, figure).await?;
            let differ = differs(&page, figure, &screen(&page, figure).await?).await?;
            assert!(differ < ALIKE, "{figure}, dark {dark}: differs by {differ} from the screen");
        }
        let features = json!([{"name": "prefers-color-scheme", "value": other}]);
        page.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await?;
        page.settle().await?;
        for figure in FIGURES {
            let differ = differs(&page, figure, &screen(&page, figure).await?).await?;
            assert!(differ > UNLIKE, "{figure}, dark {dark}: looks the same in the other theme");
        }
    }
    Ok(())
}

#[tokio::test]
async fn pictures_are_what_a_phone_shows_in_light_and_dark() -> Result<()> {
    are_pictures_of_the_screen(320).await
}

#[tokio::test]
async fn pictures_are_what_a_desktop_shows_in_light_and_dark() -> Result<()> {
    are_pictures_of_the_screen(1280).await
}

#[tokio::test]
async fn a_picture_is_of_the_view_that_is_shown() -> Result<()> {
    let page = open(Visit::to(Story::Own)).await?;
    for view in ["cumulative", "waves", "places"] {
        page.click(&format!("label:has(input[value={view}])")).await?;
        for kind in ["svg", "png"] {
            save(&page, "releases", kind).await?;
        }
        stands_alone(&page, "releases").await?;
        let differ = differs(&page, "releases", &screen(&page, "releases").await?).await?;
        assert!(differ < ALIKE, "{view} differs by {differ} from the screen");
        if view != "cumulative" {
            let differ: f64 = page
                .ask(
                    "(async () => {
                    const now = await picture(files['releases.png']);
                    const size = [now.width, now.height].map(it => Math.round(it / 4));
                    return difference(pixels(now, size), pixels(window.before, size));
                })()",
                )
                .await?;
            assert!(differ > UNLIKE, "{view} differs by {differ} from the view before");
        }
        page.ask::<bool>(
            "(async () => !!(window.before = await picture(files['releases.png'])))()",
        )
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_picture_leaves_out_the_counting_that_the_screen_leaves_out() -> Result<()> {
    let page = open(Visit::to(Story::Own)).await?;
    let mut all = Vec::new();
    for counting in ["both", "people", "recognised"] {
        page.click(&format!("label:has(input[value={counting}])")).await?;
        save(&page, "releases", "svg").await?;
        let (seen, saved): (Vec<String>, Vec<String>) = page
            .ask(
                "(async () => {
                    const drawing = one('#releases .drawn');
                    const seen = ['.chart-svg text', '.chart-svg path', '.overlay .dot']
                        .map(it => shown(it, drawing).filter(it => getComputedStyle(it).opacity > 0));
                    const [chart, marks] = (await svg('releases.svg')).root.querySelectorAll('g > svg');
                    const saved = ['text', 'path'].map(it => [...chart.querySelectorAll(it)])
                        .concat([[...marks.querySelectorAll('circle')]]);
                    const what = it => it.textContent || it.getAttribute('d') || it.getAttribute('r');
                    return [seen.flat().map(what), saved.flat().map(what)];
                })()",
            )
            .await?;
        assert_eq!(saved, seen, "{counting}");
        all.push(saved.len());
    }
    assert!(all[1] < all[0] && all[2] < all[0], "{all:?}");
    Ok(())
}

#[tokio::test]
async fn pictures_can_be_saved_without_a_network() -> Result<()> {
    let page = open(Visit::to(Story::Own)).await?;
    let offline = json!({
        "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    page.devtools("Network.enable", json!({})).await?;
    page.devtools("Network.emulateNetworkConditions", offline).await?;
    let is_offline = "fetch(location.href, { cache: 'no-store' }).then(() => false, () => true)";
    assert!(page.ask::<bool>(is_offline).await?);
    for figure in FIGURES {
        save(&page, figure, "svg").await?;
        save(&page, figure, "png").await?;
        are_alike(&page, figure).await?;
    }
    Ok(())
}

#[tokio::test]
async fn pictures_and_citations_are_to_be_had_where_there_is_no_wasm() -> Result<()> {
    let page = open(Visit::to(Story::Own).with_wasm(Wasm::Missing)).await?;
    for kind in ["svg", "png"] {
        save(&page, "releases", kind).await?;
    }
    stands_alone(&page, "releases").await?;
    page.click("#releases [data-copy]").await?;
    page.until("words(one('#releases .citation')).includes(location.origin)").await
}

#[tokio::test]
async fn the_browser_writes_what_is_saved_as_files() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = takes(Visit::to(Story::Own)).await?;
    page.save_into(folder.path()).await?;
    for (kind, begins) in [("svg", b"<svg".as_slice()), ("png", b"\x89PNG")] {
        page.click(&format!("#releases [data-save={kind}]")).await?;
        let file = folder.path().join(format!("releases.{kind}"));
        // It is there before all of it is written.
        let is_written = || std::fs::read(&file).is_ok_and(|it| it.starts_with(begins));
        page.until_that(is_written).await.context(kind)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_citation_is_copied_with_its_address_once() -> Result<()> {
    let page = takes(Visit::to(Story::Own)).await?;
    page.run(
        "window.copied = [];
        document.addEventListener('copy', () => copied.push(getSelection().toString()));",
    )
    .await?;
    for figure in FIGURES {
        let citation = format!("words(document.querySelector('#{figure} .citation'))");
        let before: String = page.ask(&citation).await?;
        for _ in 0..2 {
            page.click(&format!("#{figure} [data-copy]")).await?;
        }
        let after: String = page.ask(&citation).await?;
        assert_eq!(after, format!("{before} {}/#{figure}", page.origin()));
        let button = format!("words(one('#{figure} [data-copy]'))");
        assert_eq!(page.ask::<String>(&button).await?, "Copied");
        let copied: Vec<String> = page.ask("copied.splice(0)").await?;
        assert_eq!(copied, [after.as_str(), after.as_str()]);
        // A while later it says again what it does.
        page.until(&format!("{button} === 'Copy'")).await?;
    }
    Ok(())
}
