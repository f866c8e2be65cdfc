//! The page as readers have it set up: large text, a large zoom, colours of their own; and on paper.

use anyhow::{Context, Result};
use base64::Engine as _;
use e2e::guide::Step;
use e2e::{Page, Story, Visit};
use serde_json::{Value, json};

async fn media(page: &Page, media: &str, features: Value) -> Result<()> {
    page.devtools("Emulation.setEmulatedMedia", json!({"media": media, "features": features}))
        .await?;
    page.settle().await
}

/// Words that are cut off, and words that lie over others, where neither moves with the window.
const SPOILT: &str = "(() => {
    const stays = it => it.closest('.progress, .stage, .contents, .changed');
    const leaves = shown('#main *').filter(it => it instanceof HTMLElement && !it.closest('.summary') && !stays(it)
        && [...it.childNodes].some(it => it.nodeType === 3 && it.data.trim()));
    const name = it => `${it.localName}.${it.className} “${words(it).slice(0, 40)}”`;
    const cut = leaves.filter(it => getComputedStyle(it).overflowX !== 'visible' && !/auto|scroll/.test(getComputedStyle(it).overflowX)
        && it.scrollWidth > it.clientWidth + 1).map(it => `${name(it)} is cut off`);
    const blocks = leaves.filter(it => !/^inline$/.test(getComputedStyle(it).display) && !it.closest('.table, .readout'));
    const over = blocks.flatMap((a, idx) => blocks.slice(idx + 1, idx + 40).filter(b => {
        if (a.contains(b) || b.contains(a)) return false;
        const [p, q] = [rect(a), rect(b)];
        return Math.min(p.x + p.width, q.x + q.width) - Math.max(p.x, q.x) > 2
            && Math.min(p.y + p.height, q.y + q.height) - Math.max(p.y, q.y) > 3;
    }).map(b => `${name(a)} lies over ${name(b)}`));
    return [...cut, ...over];
})()";

const OVERFLOW: &str = "document.documentElement.scrollWidth - innerWidth";

/// How large the smallest words in the charts are on the screen, in px.
const SMALLEST_IN_CHARTS: &str = "Math.min(...shown('.plots .chart-svg text').map(it => {
    const svg = it.ownerSVGElement;
    return parseFloat(getComputedStyle(it).fontSize) * rect(svg).width / svg.viewBox.baseVal.width;
}))";

async fn make_text_twice_as_large(page: &Page) -> Result<()> {
    let sizes = json!({"fontSizes": {"standard": 32, "fixed": 26}});
    page.devtools("Page.setFontSizes", sizes).await?;
    page.until("getComputedStyle(document.documentElement).fontSize === '32px'").await?;
    page.settle().await
}

#[tokio::test]
async fn text_twice_as_large() -> Result<()> {
    for (width, height) in [(1280, 900), (640, 900)] {
        let page = Visit::to(Story::Own).sized(width, height).open().await?;
        make_text_twice_as_large(&page).await?;
        // Drawn anew in place, and drawn so from the start.
        page.until(&format!("{SMALLEST_IN_CHARTS} > 23.8")).await?;
        for query in ["", "?view=waves", "?shape=list", "?view=table"] {
            page.go(query).await?;
            page.until_ready().await?;
            assert!(page.ask::<f64>(OVERFLOW).await? <= 0.0, "{query} at {width} px");
            assert_eq!(page.ask::<Vec<String>>(SPOILT).await?, [""; 0], "{query} at {width} px");
            let words: f64 = page.ask(SMALLEST_IN_CHARTS).await?;
            assert!(words > 23.8, "{query} at {width} px: words of {words} px");
        }
    }
    Ok(())
}

/// A chart cannot be twice as large there, but nothing is cut off.
#[tokio::test]
async fn text_twice_as_large_on_a_phone() -> Result<()> {
    let page = Visit::to(Story::Own).sized(390, 844).open().await?;
    make_text_twice_as_large(&page).await?;
    for query in ["", "?view=waves", "?shape=list"] {
        page.go(query).await?;
        page.until_ready().await?;
        assert!(page.ask::<f64>(OVERFLOW).await? <= 0.0, "{query}");
    }
    Ok(())
}

#[tokio::test]
async fn text_twice_as_large_without_scripts() -> Result<()> {
    let page = Visit::to(Story::Own).without_scripts().open().await?;
    make_text_twice_as_large(&page).await?;
    assert_eq!(page.ask::<Vec<String>>(SPOILT).await?, [""; 0]);
    let words: f64 = page.ask(SMALLEST_IN_CHARTS).await?;
    assert!(words > 23.8, "words of {words} px");
    Ok(())
}

/// Part of the height of the window that is taken by what stays in it while the page moves.
const TAKEN: &str = "(() => {
    const stay = shown('body *').filter(it => /fixed|sticky/.test(getComputedStyle(it).position)
        && !it.closest('.table, [hidden], .sheet') && it.checkVisibility({ opacityProperty: true }));
    const seen = stay.map(it => rect(it)).filter(it => it.y < innerHeight && it.y + it.height > 0 && it.width > innerWidth / 3);
    return seen.reduce((sum, it) => sum + Math.min(it.y + it.height, innerHeight) - Math.max(it.y, 0), 0) / innerHeight;
})()";

#[tokio::test]
async fn a_desktop_at_four_hundred_per_cent() -> Result<()> {
    // A window of 1280 x 900 then has that many px.
    let page = Visit::to(Story::Own).sized(320, 225).open().await?;
    assert!(page.ask::<f64>(OVERFLOW).await? <= 0.0);
    let steps: Vec<String> =
        Step::all(&page).await?.into_iter().map(|it| format!("step-{}", it.id)).collect();
    let parts = ["releases", "held", "map", "chronology"].map(str::to_owned);
    for part in steps.into_iter().chain(parts) {
        page.run(&format!("document.getElementById({part:?}).scrollIntoView()")).await?;
        page.settle().await?;
        let taken: f64 = page.ask(TAKEN).await?;
        assert!(taken < 0.2, "{taken} of the window stays in place at {part}");
        assert!(page.ask::<f64>(OVERFLOW).await? <= 0.0, "{part}");
    }
    page.until_records().await?;
    page.click(".key-figures a[data-claim]").await?;
    page.until("shown('.sheet').length === 1").await?;
    let close = "(it => it.y >= 0 && it.y + it.height <= innerHeight)(rect(one('.sheet .close')))";
    assert!(page.ask::<bool>(close).await?, "Close is not in sight");
    // All of the record can be scrolled to.
    page.run("const it = one('.sheet'); it.scrollTo(0, it.scrollHeight)").await?;
    let end = "rect([...one('.sheet').querySelectorAll('p, li, dd')].at(-1))";
    assert!(page.ask::<bool>(&format!("(it => it.y < innerHeight)({end})")).await?);
    assert!(page.ask::<bool>(close).await?, "Close does not stay in sight");
    Ok(())
}

/// Of all that carries meaning in a drawing, what cannot be told from the ground: neither fill nor outline is there.
const UNSEEN: &str = "(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const light = color => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
        if (a < 128) return null;
        const part = it => (it /= 255) <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4;
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const ground = light(getComputedStyle(document.body).backgroundColor);
    const ratio = color => {
        const it = color === 'none' ? null : light(color);
        return it === null ? 1 : (Math.max(it, ground) + 0.05) / (Math.min(it, ground) + 0.05);
    };
    const shapes = shown('figure svg :is(.node .shape, .edge path, .t-line, .t-lower, .t-bar, .t-disc, .t-total, .t-eased, .t-imposed, .t-talks, [class*=t-series-]:not(text))');
    const is_seen = ({ fill, stroke }) => Math.max(ratio(fill), ratio(stroke)) >= 3;
    return [shapes.length, shapes.filter(it => !is_seen(getComputedStyle(it))).map(it => it.outerHTML.slice(0, 160))];
})()";

#[tokio::test]
async fn colours_of_the_readers_own() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    for scheme in ["light", "dark"] {
        let features = json!([
            {"name": "forced-colors", "value": "active"},
            {"name": "prefers-color-scheme", "value": scheme},
        ]);
        media(&page, "", features).await?;
        assert!(page.ask::<bool>("matchMedia('(forced-colors: active)').matches").await?);
        for query in ["", "?view=waves", "?view=places"] {
            page.go(query).await?;
            page.until_ready().await?;
            let (n_shapes, unseen): (usize, Vec<String>) = page.ask(UNSEEN).await?;
            assert!(n_shapes > 60, "{n_shapes} shapes to look at");
            assert_eq!(unseen, [""; 0], "{query} {scheme}");
            let switch = "shown('.switch label').map(it => getComputedStyle(it.querySelector('span') ?? it).backgroundColor + !!it.querySelector(':checked'))";
            let grounds: Vec<String> = page.ask(&format!("[...new Set({switch})]")).await?;
            assert_eq!(grounds.len(), 2, "what is chosen looks like what is not: {grounds:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn on_paper_there_are_all_figures_and_steps() -> Result<()> {
    // A4, upright and across, at 96 px to the inch.
    for (width, height, landscape) in [(794, 1123, false), (1123, 794, true)] {
        let page = Visit::to(Story::Own).sized(1280, 900).open().await?;
        let steps = Step::all(&page).await?;
        steps[3].reach(&page).await?;
        steps[3].is_reached(&page).await?;
        let printed = page
            .devtools_answer(
                "Page.printToPDF",
                json!({"landscape": landscape, "printBackground": true}),
            )
            .await?;
        let pdf = printed["data"].as_str().context("no PDF")?;
        let pdf = base64::engine::general_purpose::STANDARD.decode(pdf)?;
        assert!(pdf.starts_with(b"%PDF-"));
        let n_pages = pdf.windows(11).filter(|it| it == b"/Type /Page").count();
        assert!(n_pages > 8, "{n_pages} pages");

        page.resize(width, height).await?;
        media(&page, "print", json!([])).await?;
        // Told before paper is printed on, and not by a change of media alone.
        page.run("dispatchEvent(new Event('beforeprint'))").await?;
        for step in &steps {
            let step = format!("#step-{}", step.id);
            assert!(!page.ask::<String>(&format!("words(one({step:?}))")).await?.is_empty());
            let picture = format!("one({:?})", format!("{step} .seen :is(img, .here > svg)"));
            page.until(&format!("{picture}.complete !== false && {picture}.naturalWidth !== 0"))
                .await?;
            assert!(page.ask::<f64>(&format!("rect({picture}).height")).await? > 100.0, "{step}");
        }
        for figure in ["releases", "held", "map"] {
            let drawing = format!("Math.max(...shown('#{figure} svg').map(it => rect(it).height))");
            assert!(page.ask::<f64>(&drawing).await? > 150.0, "{figure}");
        }
        let over: Vec<String> = page
            .ask("shown('body *').filter(it => getComputedStyle(it).position === 'fixed').map(it => it.className)")
            .await?;
        assert_eq!(over, [""; 0], "something lies over each sheet");
        assert_eq!(
            page.ask::<usize>("shown('.switches, .take-away, .sheet, button').length").await?,
            0
        );
    }
    Ok(())
}
