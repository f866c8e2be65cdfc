//! Sizes and colours: the page fits its screen, targets can be hit, words can be read.

use anyhow::Result;
use e2e::{Chart, Key, Page, Story, Visit};
use serde_json::Value;

/// The smallest phone, a tablet, the narrowest window with the readout beside the chart, a desktop.
const WIDTHS: [u32; 4] = [320, 768, 992, 1280];

async fn fits(page: &Page, what: &str, width: u32) -> Result<()> {
    let (wide, room): (f64, f64) =
        page.ask("[document.scrollingElement.scrollWidth, innerWidth]").await?;
    assert!(
        wide <= room && room == f64::from(width),
        "{what} is {wide} px wide, the screen {room}"
    );
    Ok(())
}

#[tokio::test]
async fn the_page_never_scrolls_sideways() -> Result<()> {
    for width in WIDTHS {
        let page = Visit::to(Story::Own).sized(width, 800).open().await?;
        fits(&page, "the page", width).await?;

        let chart = Chart::RELEASES;
        page.bring(&chart.layer()).await?;
        for mark in chart.marks(&page).await?.iter().step_by(6) {
            let (x, y) = mark.middle();
            page.point_at(x, y).await?;
            fits(&page, "a release in the readout", width).await?;
        }
        page.click("figure [data-actor]").await?;
        fits(&page, "an actor in the panel", width).await?;
        page.press(Key::Escape).await?;
        page.click("summary").await?;
        fits(&page, "a table", width).await?;
        page.until_records().await?;
        page.click("#main p > a[data-claim]").await?;
        page.until("shown('[data-role=claim]').length === 1").await?;
        fits(&page, "a record", width).await?;
        page.press(Key::Escape).await?;
        // Every dossier and every entry, opened as a link to it opens it.
        let ids: Vec<String> =
            page.ask("[...document.querySelectorAll('.opens')].map(it => it.id)").await?;
        for id in ids {
            page.run(&format!("location.hash = '#{id}'")).await?;
            fits(&page, &id, width).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_a_release_says_stands_beside_its_chart_and_on_nothing() -> Result<()> {
    // In the narrowest window with the readout beside the chart some of the longest are cut, and in a piece, which has
    // less under its chart; they scroll.
    for (path, width, is_whole) in
        [("", 992, false), ("", 1280, true), ("embed/releases/", 1060, false)]
    {
        let page = Visit::to(Story::Own).by(path).sized(width, 900).open().await?;
        let readout = "one('#releases .readout')";
        let told: String = page.ask(&format!("words({readout})")).await?;
        let cut: f64 =
            page.ask(&format!("{readout}.scrollHeight - {readout}.clientHeight")).await?;
        assert!(!is_whole || cut <= 0.0, "{cut} px are cut of {told}");
        // The table of the figure opens under the chart, and the next part of the page begins below both.
        for opened in ["", "one('#releases .twin').open = true"] {
            page.run(opened).await?;
            let on_others: Vec<String> = page
                .ask(&format!(
                    "(() => {{ const meets = ({{ x, y, width, height }}, it) => x < it.right && it.x < x + width && y < it.bottom && it.y < y + height;
                        const box = {readout}.getBoundingClientRect();
                        const others = [...one('#releases').children, ...document.querySelectorAll('main > *, .foot')].filter(it => !it.contains({readout}));
                        return others.filter(it => meets(rect(it), box)).map(it => it.outerHTML.slice(0, 80)); }})()"
                ))
                .await?;
            assert_eq!(on_others, [""; 0], "{path} at {width} px");
        }
    }
    Ok(())
}

/// Also one that small print names, where links to sources stand, and one that was read to its end before.
#[tokio::test]
async fn a_record_opens_at_its_beginning() -> Result<()> {
    let page = Visit::to(Story::Own).sized(390, 500).open().await?;
    page.until_records().await?;
    let scrolled =
        "(it => [it.scrollTop, it.scrollTop = 999, it.scrollTop])(one('[data-role=claim]'))";
    for _ in 0..2 {
        page.click("p.sources > a[data-claim]").await?;
        page.until("shown('[data-role=claim]').length === 1").await?;
        let (at_first, _, then): (f64, f64, f64) = page.ask(scrolled).await?;
        assert!(at_first == 0.0 && then > 0.0, "{at_first}, and then {then}");
        page.press(Key::Escape).await?;
        page.until("!location.hash.startsWith('#claim-')").await?;
    }
    Ok(())
}

/// Where there is width it stands at the side, and whoever reads on sees the number.
#[tokio::test]
async fn a_record_does_not_lie_on_the_words_that_opened_it() -> Result<()> {
    let page = Visit::to(Story::Own).sized(1280, 800).open().await?;
    page.until_records().await?;
    page.click("#main p:not(.key-number) > a[data-claim]").await?;
    page.until("shown('[data-role=claim]').length === 1").await?;
    let is_beside = "(({ x, width }) => x + width <= rect(one('[data-role=claim]')).x)(rect(one('#main p:not(.key-number) > a[data-claim]')))";
    assert!(page.ask::<bool>(is_beside).await?);
    Ok(())
}

#[tokio::test]
async fn what_the_page_holds_stands_in_one_line_above_it() -> Result<()> {
    for width in WIDTHS {
        let page = Visit::to(Story::Own).sized(width, 800).open().await?;
        let (tops, top_of_title): (Vec<f64>, f64) =
            page.ask("[shown('.contents a').map(it => rect(it).y), rect(one('h1')).y]").await?;
        assert!(tops.len() > 5 && tops.iter().all(|it| *it == tops[0]), "at {width} px: {tops:?}");
        assert!(tops[0] < top_of_title, "at {width} px: {tops:?}, {top_of_title}");
    }
    Ok(())
}

#[tokio::test]
async fn every_target_in_a_figure_is_large_enough_to_hit() -> Result<()> {
    for width in WIDTHS {
        let page = Visit::to(Story::Own).sized(width, 800).open().await?;
        let small: Vec<String> = page
            .ask(
                "shown('figure svg a').filter(it => Math.min(rect(it).width, rect(it).height) < 23.9)
                    .map(it => `${it.getAttribute('href')}: ${rect(it).width} x ${rect(it).height}`)",
            )
            .await?;
        assert_eq!(small, [""; 0], "at {width} px");
    }
    Ok(())
}

#[tokio::test]
async fn no_words_in_a_figure_are_smaller_than_12_px() -> Result<()> {
    for width in WIDTHS {
        let page = Visit::to(Story::Own).sized(width, 800).open().await?;
        page.click("figure [data-actor]").await?;
        let small: Vec<String> = page
            .ask(
                "shown('figure svg text')
                    .map(it => [it, parseFloat(getComputedStyle(it).fontSize) * it.getScreenCTM().d])
                    .filter(([, size]) => size < 11.9)
                    .map(([it, size]) => `${words(it)}: ${size.toFixed(1)} px`)",
            )
            .await?;
        assert_eq!(small, [""; 0], "at {width} px");
    }
    Ok(())
}

/// Colour and background of what is read, and the ratio of their luminances as WCAG has it.
const CONTRAST: &str = "(() => {
    const channels = it => it.match(/[\\d.]+/g).map(Number);
    const luminance = ([r, g, b]) => [[r, 0.2126], [g, 0.7152], [b, 0.0722]]
        .map(([it, weight]) => [it / 255, weight])
        .map(([it, weight]) => weight * (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
        .reduce((a, b) => a + b);
    const behind = it => {
        const colour = getComputedStyle(it).backgroundColor;
        return channels(colour)[3] === 0 ? behind(it.parentElement) : colour;
    };
    const seen = it => ({
        words: words(it).slice(0, 40),
        ink: getComputedStyle(it)[it instanceof SVGElement ? 'fill' : 'color'],
        paper: behind(it),
    });
    const ratio = ({ ink, paper }) => {
        const [a, b] = [ink, paper].map(it => luminance(channels(it)) + 0.05);
        return Math.max(a, b) / Math.min(a, b);
    };
    const speaks = it => [...it.childNodes].some(it => it.nodeType === 3 && it.data.trim());
    // A disc behind a number is no background that a style sheet knows of.
    const all = shown('body *').filter(it => speaks(it) && !it.matches('.t-key-number')).map(seen);
    return {
        dark: luminance(channels(behind(document.body))) < 0.1,
        body: ratio(seen(document.body)),
        weak: all.filter(it => ratio(it) < 4.5).map(it => ({ ...it, ratio: ratio(it) })),
    };
})()";

#[tokio::test]
async fn words_stand_out_in_light_and_dark() -> Result<()> {
    for dark in [false, true] {
        let visit = Visit::to(Story::Own);
        let page = if dark { visit.in_the_dark() } else { visit }.open().await?;
        let seen: Value = page.ask(CONTRAST).await?;
        assert_eq!(seen["dark"], dark, "{seen}");
        assert!(seen["body"].as_f64() >= Some(7.0), "{seen}");
        assert_eq!(seen["weak"], serde_json::json!([]));
    }
    Ok(())
}
