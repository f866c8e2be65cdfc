//! Hosts that hide frames, flood them, run in a circle with them, or let them do little.

use anyhow::Result;
use e2e::{Host, Piece};

const OURS: &str = r#"<iframe src="{frame}" title="A sample" data-explainer
    style="width:100%;border:0;height:400px"></iframe><script src="{ours}embed-1.js"></script>
    <script>
    let n_heard = 0;
    addEventListener('message', ({ data }) => { n_heard += data.sentinel === 'amp' });
    </script>"#;

/// Waits that long, for what must not happen.
async fn quiet(host: &Host, ms: u32) -> Result<()> {
    host.page()
        .ask::<bool>(&format!("new Promise(it => setTimeout(() => it(true), {ms}))"))
        .await?;
    Ok(())
}

#[tokio::test]
async fn a_frame_that_is_hidden_at_first_says_nothing_until_it_is_shown() -> Result<()> {
    let host =
        Host::open(Piece::SAMPLE, &format!(r#"<main style="display:none">{OURS}</main>"#)).await?;
    host.page().until("document.readyState === 'complete'").await?;
    quiet(&host, 400).await?;
    assert_eq!(host.page().ask::<u32>("n_heard").await?, 0);
    host.page().run("document.querySelector('main').style.display = ''").await?;
    host.follows().await?;

    // And hidden and shown again, on another screen.
    host.page().run("document.querySelector('main').style.display = 'none'").await?;
    host.page().resize(320, 800).await?;
    host.page().run("document.querySelector('main').style.display = ''").await?;
    host.page().settle().await?;
    host.fits(0).await?;
    Ok(())
}

#[tokio::test]
async fn a_frame_sized_by_style_alone_may_be_hidden_at_first() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        r#"<main style="display:none"><iframe src="{frame}" title="A sample"
        style="width:100%;border:0;frame-sizing:content-height"></iframe></main>"#,
    )
    .await?;
    quiet(&host, 300).await?;
    host.page().run("document.querySelector('main').style.display = ''").await?;
    host.page().settle().await?;
    host.follows().await
}

#[tokio::test]
async fn a_frame_far_below_has_its_height_before_it_is_scrolled_to() -> Result<()> {
    let host =
        Host::open(Piece::SAMPLE, &format!(r#"<div style="height:9000px"></div>{OURS}"#)).await?;
    host.fits(0).await?;
    assert_eq!(host.page().ask::<f64>("scrollY").await?, 0.0);
    host.follows().await
}

/// A host whose frame has its height, and how many messages have told it so far.
async fn settled() -> Result<(Host, u32)> {
    let host = Host::open(Piece::SAMPLE, OURS).await?;
    host.fits(0).await?;
    let n_heard = host.page().ask("n_heard").await?;
    Ok((host, n_heard))
}

#[tokio::test]
async fn garbage_changes_nothing() -> Result<()> {
    let (host, before) = settled().await?;
    host.page()
        .run(
            "const to = document.querySelector('iframe').contentWindow;
            const long = 'x'.repeat(5e6);
            const deep = {}; deep.deep = deep;
            const odd = [null, undefined, 0, NaN, true, '', ':', '[iFrameSizer]', '[iFrameSizer]:::', long,
                '[iFrameSizer]' + long + ':8:false', '[iFrameSizer]message:null', 'pymxPYMx', '{', '<svg>',
                [], [null], {}, deep, new Map([[1, 2]]), new Error('odd'), 10n, new ArrayBuffer(9),
                { type: null }, { type: {} }, { type: [] }, { type: 'set-height', value: 1 },
                { sentinel: 'amp' }, { type: 'iframe-resized', height: 9 }, { __proto__: null },
                { message: { message: 'ready' } }, { 'datawrapper-height': null }];
            for (let n = 0; n < 200; n += 1) for (const it of odd) to.postMessage(it, '*');",
        )
        .await?;
    host.until_inside("document.readyState === 'complete'").await?;
    assert_eq!(host.page().ask::<u32>("n_heard").await?, before, "garbage was answered");
    host.follows().await?;
    assert_eq!(host.page().console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_flood_of_questions_is_answered_once_in_a_frame() -> Result<()> {
    let (host, before) = settled().await?;
    host.page()
        .run(
            "const to = document.querySelector('iframe').contentWindow;
            for (let n = 0; n < 2000; n += 1) to.postMessage({ type: 'embed-size-query' }, '*');",
        )
        .await?;
    host.page().until(&format!("n_heard > {before}")).await?;
    quiet(&host, 300).await?;
    let n = host.page().ask::<u32>("n_heard").await? - before;
    assert!((1..100).contains(&n), "{n} answers");
    host.follows().await
}

#[tokio::test]
async fn only_the_page_around_the_frame_is_listened_to() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        &format!("{OURS}<iframe src=\"about:blank\" title=\"another\"></iframe>"),
    )
    .await?;
    host.fits(0).await?;
    let before: u32 = host.page().ask("n_heard").await?;
    host.inside_of::<Option<bool>>(1, "parent[0].postMessage({ type: 'embed-size-query' }, '*')")
        .await?;
    quiet(&host, 300).await?;
    assert_eq!(host.page().ask::<u32>("n_heard").await?, before);
    Ok(())
}

#[tokio::test]
async fn a_circle_of_two_heights_ends() -> Result<()> {
    // What is in the frame is high while the frame is low, and the other way round.
    const CIRCLE: &str =
        "<style>@media (max-height: 450px) { body { padding-bottom: 300px } }</style>";
    let host = Host::open(Piece::sample("", CIRCLE), OURS).await?;
    quiet(&host, 2000).await?;
    let n: u32 = host.page().ask("n_heard").await?;
    quiet(&host, 500).await?;
    assert_eq!(host.page().ask::<u32>("n_heard").await?, n, "it goes on");
    assert!((3..14).contains(&n), "{n} heights");
    // What the reader does next is told.
    host.page().resize(500, 900).await?;
    host.page().until(&format!("n_heard > {n}")).await
}

#[tokio::test]
async fn a_reader_may_open_and_close_as_often_as_it_pleases() -> Result<()> {
    let host = Host::open(Piece::SAMPLE, OURS).await?;
    let mut heights = Vec::new();
    for _ in 0..18 {
        heights.push(host.fits(0).await?);
        host.click("summary").await?;
    }
    heights.dedup();
    assert_eq!(heights.len(), 18);
    Ok(())
}
