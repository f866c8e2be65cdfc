//! Hosts that size frames with a library: each as its own documents show it, and the library itself.

use anyhow::Result;
use e2e::{Host, Piece};

#[tokio::test]
async fn pym() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        r#"<div id="example"></div>
        <script src="node_modules/pym.js/dist/pym.v1.min.js"></script>
        <script>var pymParent = new pym.Parent('example', '{frame}', {});</script>"#,
    )
    .await?;
    host.follows().await
}

#[tokio::test]
async fn pym_in_an_opaque_origin_with_a_state_in_the_address() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE.at("embed/sample/?counting=people#part"),
        r#"<div data-pym-src="{frame}" data-pym-sandbox="allow-scripts"></div>
        <script src="node_modules/pym.js/dist/pym.v1.min.js"></script>"#,
    )
    .await?;
    host.follows().await?;
    host.until_inside("document.querySelector('[value=people]').checked").await
}

#[tokio::test]
async fn iframe_resizer_4() -> Result<()> {
    let host = Host::open_on(
        Piece::SAMPLE,
        "<style>iframe { width: 1px; min-width: 100%; }</style>",
        r#"<iframe id="myIframe" src="{frame}"></iframe>
        <script src="node_modules/iframe-resizer/js/iframeResizer.min.js"></script>
        <script>iFrameResize({ log: false }, '#myIframe')</script>"#,
    )
    .await?;
    host.follows().await?;
    let console = host.page().console().await?.join("\n");
    assert!(!console.contains("Unsupported message"), "{console}");
    Ok(())
}

#[tokio::test]
async fn iframe_resizer_4_that_comes_late_for_two_frames() -> Result<()> {
    // To a frame with an opaque origin it speaks only if it need not check the origin.
    let host = Host::open(
        Piece::SAMPLE,
        r#"<style>iframe { width: 100% }</style>
        <iframe src="{frame}" sandbox="allow-scripts"></iframe><iframe src="{frame}?plain"></iframe>
        <script src="node_modules/iframe-resizer/js/iframeResizer.min.js"></script>
        <script>addEventListener('load', () => setTimeout(() => iFrameResize({ checkOrigin: false }), 500))</script>"#,
    )
    .await?;
    host.follows().await?;
    host.fits(1).await?;
    Ok(())
}

#[tokio::test]
async fn open_iframe_resizer() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        r##"<iframe id="my-iframe" src="{frame}" style="width: 100%"></iframe>
        <script type="module">
        import { initialize } from "./node_modules/@open-iframe-resizer/core/dist/index.js";
        initialize({}, "#my-iframe");
        </script>"##,
    )
    .await?;
    host.follows().await
}

#[tokio::test]
async fn open_iframe_resizer_for_pages_of_iframe_resizer() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        r##"<iframe id="my-iframe" src="{frame}" style="width: 100%" sandbox="allow-scripts"></iframe>
        <script type="module">
        import { initialize } from "./node_modules/@open-iframe-resizer/core/dist/index.js";
        initialize({ enableLegacyLibSupport: true }, "#my-iframe");
        </script>"##,
    )
    .await?;
    host.follows().await
}

#[tokio::test]
async fn newswire_frames() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        r#"<div data-frame-src="{frame}" data-frame-attribute-sandbox="allow-scripts"></div>
        <script src="node_modules/@newswire/frames/dist/frames.umd.js"></script>
        <script>newswireFrames.autoInitFrames();</script>"#,
    )
    .await?;
    host.follows().await
}

#[tokio::test]
async fn newswire_frames_that_come_late() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        r#"<iframe src="{frame}" width="100%"></iframe>
        <script src="node_modules/@newswire/frames/dist/frames.umd.js"></script>
        <script>
        addEventListener('load', () => setTimeout(
            () => newswireFrames.observeIframe(document.querySelector('iframe')), 500))
        </script>"#,
    )
    .await?;
    host.follows().await
}
