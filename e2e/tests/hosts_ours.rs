//! Hosts that use what this project offers: a style, or `embed-1.js`.

use anyhow::Result;
use e2e::{Host, Piece};

/// As the README has it, but for the style that browsers can do without scripts.
const FRAME: &str = r#"<iframe src="{frame}" title="A sample" loading="lazy" data-explainer
    sandbox="allow-scripts allow-popups" height="400" style="width:100%;border:0"></iframe>"#;
/// As the README has it, style and all.
const STYLED: &str = r#"<iframe src="{frame}" title="A sample" loading="lazy" data-explainer
    sandbox="allow-scripts allow-popups" height="400" style="width:100%;border:0;frame-sizing:content-height;height:if(supports(frame-sizing:content-height):auto;else:400px)"></iframe>"#;
const SCRIPT: &str = r#"<script src="{ours}embed-1.js"
    integrity="sha384-CdkTLy1VV0H6pBldzj8XB9qTDnui+NK4Tman0dIgQZ3bwSzg2LuC6KSI2QdRKp4R"
    crossorigin="anonymous" async></script>"#;

#[tokio::test]
async fn a_style_is_enough_where_browsers_know_it() -> Result<()> {
    let host = Host::open(Piece::SAMPLE, STYLED).await?;
    host.follows().await
}

#[tokio::test]
async fn a_style_is_enough_for_a_frame_that_was_narrow_at_first() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        r#"<main style="width: 300px"><iframe src="{frame}" title="A sample" sandbox="allow-scripts" loading="lazy"
        style="width:100%;border:0;frame-sizing:content-height"></iframe></main>"#,
    )
    .await?;
    let narrow = host.fits(0).await?;
    host.page().run("document.querySelector('main').style.width = ''").await?;
    host.page().settle().await?;
    assert!(host.fits(0).await? < narrow);
    host.follows().await
}

#[tokio::test]
async fn a_style_is_enough_where_the_frame_may_run_no_script() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        // Lazy, so that the frame is laid out before it loads: if not, Chromium 156 may take its height at
        // no width.
        r#"<iframe src="{frame}" title="A sample" sandbox="" loading="lazy"
        style="width:100%;border:0;frame-sizing:content-height"></iframe>"#,
    )
    .await?;
    host.fits(0).await?;
    assert!(!host.inside::<bool>("'plain' in document.documentElement.dataset").await?);
    Ok(())
}

#[tokio::test]
async fn the_script_is_enough_where_browsers_know_no_such_style() -> Result<()> {
    let host = Host::open(Piece::SAMPLE, &format!("{FRAME}{SCRIPT}")).await?;
    host.follows().await
}

#[tokio::test]
async fn style_and_script_do_not_disturb_each_other() -> Result<()> {
    let host = Host::open(Piece::SAMPLE, &format!("{STYLED}{SCRIPT}")).await?;
    host.follows().await?;
    assert_eq!(host.page().console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn the_script_may_come_twice_and_before_frames_that_are_added_later() -> Result<()> {
    let host = Host::open(Piece::SAMPLE, &format!("{SCRIPT}{SCRIPT}<main></main>")).await?;
    let html = FRAME.replace("{frame}", &host.address());
    host.page().until("document.readyState === 'complete'").await?;
    host.page().run(&format!("document.querySelector('main').innerHTML = `{html}`")).await?;
    host.follows().await?;
    host.page().run(&format!(
        "document.body.insertAdjacentHTML('beforeend', `<div style='width: 250px'>{html}</div>`)"
    )).await?;
    // Each has its own height.
    assert!(host.fits(1).await? > host.fits(0).await?);
    Ok(())
}

#[tokio::test]
async fn the_script_asks_frames_that_were_there_before_it() -> Result<()> {
    let host = Host::open(Piece::SAMPLE, &format!("{FRAME}{FRAME}")).await?;
    host.page().until("document.readyState === 'complete'").await?;
    host.inside::<bool>("new Promise(it => setTimeout(() => it(true), 300))").await?;
    assert_eq!((host.height(0).await?, host.height(1).await?), (400.0, 400.0));
    let source = format!("{}embed-1.js", host.ours());
    host.page()
        .run(&format!("document.head.append(Object.assign(document.createElement('script'), {{ src: '{source}' }}))"))
        .await?;
    host.follows().await?;
    host.fits(1).await?;
    Ok(())
}

#[tokio::test]
async fn the_script_touches_no_other_frame_and_believes_no_odd_height() -> Result<()> {
    let others = FRAME.replace("data-explainer", "").replace("{frame}", "about:blank");
    let host = Host::open(Piece::SAMPLE, &format!("{FRAME}{others}{SCRIPT}")).await?;
    let right = host.fits(0).await?;
    let tell = |frame: u16, message: &'static str| {
        let host = &host;
        async move {
            host.inside_of::<Option<bool>>(frame, &format!("parent.postMessage({message}, '*')"))
                .await?;
            host.page().settle().await
        }
    };
    // A frame that is not marked cannot size itself, and none can size another.
    tell(1, "{ sentinel: 'amp', type: 'embed-size', height: 700 }").await?;
    assert_eq!((host.height(0).await?, host.height(1).await?), (right, 400.0));
    for odd in ["null", "'700'", "NaN", "Infinity", "{}", "[700]", "undefined", "'1e9px'"] {
        host.inside_of::<Option<bool>>(
            0,
            &format!(
                "parent.postMessage({{ sentinel: 'amp', type: 'embed-size', height: {odd} }}, '*')"
            ),
        )
        .await?;
        host.page().settle().await?;
        assert_eq!(host.height(0).await?, right, "{odd}");
    }
    for odd in ["null", "undefined", "7", "'amp'", "[]", "{ sentinel: 'amp' }"] {
        host.inside_of::<Option<bool>>(0, &format!("parent.postMessage({odd}, '*')")).await?;
    }
    for (told, height) in [("1e12", 20000.0), ("-3", 50.0), ("300.2", 301.0)] {
        host.inside_of::<Option<bool>>(
            0,
            &format!(
                "parent.postMessage({{ sentinel: 'amp', type: 'embed-size', height: {told} }}, '*')"
            ),
        )
        .await?;
        host.page()
            .until(&format!("document.querySelector('iframe').clientHeight === {height}"))
            .await?;
    }
    assert_eq!(host.page().console().await?, [""; 0]);
    Ok(())
}
