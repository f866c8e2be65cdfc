//! What a frame says, word for word, in each situation.

use anyhow::{Result, ensure};
use e2e::{Host, Piece};
use serde_json::json;

/// A host that writes down what its frame says: texts as they are, objects as JSON.
const RECORDER: &str = r#"<iframe src="{frame}" width="600" height="400" frameborder="0"></iframe>
<script>
const heard = [];
const frame = document.querySelector('iframe');
addEventListener('message', ({ source, data, origin }) => {
    if (source !== frame.contentWindow) return;
    heard.push(typeof data === 'string' ? data : 'object ' + JSON.stringify(data));
});
</script>"#;

/// The frame at an address, told something by its host; and all that it then says, in order, each once.
async fn says(address: &'static str, told: &[&str], expected: &[&str]) -> Result<()> {
    let host = Host::open(Piece::SAMPLE.at(address), RECORDER).await?;
    let page = host.page();
    page.until("heard.length > 2 && document.readyState === 'complete'").await?;
    page.settle().await?;
    for message in told {
        page.run(&format!("frame.contentWindow.postMessage({message}, '*')")).await?;
    }
    let height: f64 =
        host.inside("document.documentElement.getBoundingClientRect().height").await?;
    let height = height.ceil().to_string();
    let line = |it: &&str| {
        let url = json!(host.address()).to_string();
        it.replace("<height>", &height).replace("\"<url>\"", &url)
    };
    let expected: Vec<String> = expected.iter().map(line).collect();
    page.until(&format!("new Set(heard).size >= {}", expected.len())).await?;
    page.settle().await?;
    let heard: Vec<String> = page.ask("[...new Set(heard)]").await?;
    ensure!(heard == expected, "{address} {told:?}: heard {heard:#?}, not {expected:#?}");
    Ok(())
}

const READY: &str = "[iFrameResizerChild]Ready";
const DATAWRAPPER: &str = r#"object {"datawrapper-height":{"sample":<height>}}"#;
const AMP: &str = r#"object {"sentinel":"amp","type":"embed-size","height":<height>}"#;
const MEDIUM: &str = r#"{"src":"<url>","context":"iframe.resize","height":<height>}"#;

#[tokio::test]
async fn to_a_host_that_has_said_nothing() -> Result<()> {
    says("embed/sample/", &[], &[READY, DATAWRAPPER, AMP, MEDIUM]).await
}

#[tokio::test]
async fn to_pym() -> Result<()> {
    says(
        "embed/sample/?initialWidth=600&childId=example&parentTitle=A%20paper&parentUrl=http%3A%2F%2Fa.example",
        &["'pymxPYMxexamplexPYMxwidthxPYMx600'"],
        &[READY, DATAWRAPPER, AMP, "pymxPYMxexamplexPYMxheightxPYMx<height>", MEDIUM],
    )
    .await
}

#[tokio::test]
async fn to_iframe_resizer_4() -> Result<()> {
    says(
        "embed/sample/",
        &[
            "'[iFrameSizer]iFrameResizer0:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true'",
            "'[iFrameSizer]resize'",
        ],
        &[
            READY,
            DATAWRAPPER,
            AMP,
            MEDIUM,
            "[iFrameSizer]iFrameResizer0:<height>:600:init",
            "[iFrameSizer]iFrameResizer0:<height>:600:resizeObserver",
        ],
    )
    .await
}

#[tokio::test]
async fn to_iframe_resizer_5() -> Result<()> {
    says(
        "embed/sample/",
        &["'[iFrameSizer]it:8:false:false:32:true:true:null:auto:null:null:0:false:child:auto:true:::true:x:5.3.3:0::true'"],
        &[
            READY,
            DATAWRAPPER,
            AMP,
            MEDIUM,
            "[iFrameSizer]it:<height>:600:init",
            "[iFrameSizer]it:0:0:title:A sample: of pieces",
            "[iFrameSizer]it:<height>:600:resizeObserver",
        ],
    )
    .await
}

#[tokio::test]
async fn to_open_iframe_resizer() -> Result<()> {
    let resized = r#"object {"type":"iframe-resized","width":600,"height":<height>}"#;
    says(
        "embed/sample/",
        &[
            "{ type: 'iframe-child-init', bodyPadding: '99px' }",
            "{ type: 'iframe-get-child-dimensions' }",
        ],
        &[READY, DATAWRAPPER, AMP, MEDIUM, resized],
    )
    .await
}

#[tokio::test]
async fn to_wordpress() -> Result<()> {
    says(
        "embed/sample/#?secret=aB3dE6gH9j",
        &["{ message: 'ready', secret: 'aB3dE6gH9j' }"],
        &[
            READY,
            DATAWRAPPER,
            AMP,
            r#"object {"message":"height","value":<height>,"secret":"aB3dE6gH9j"}"#,
            MEDIUM,
        ],
    )
    .await
}

#[tokio::test]
async fn to_the_guardian_and_with_broken_parameters() -> Result<()> {
    says(
        "embed/sample/index.html?host=guardian&theme=%ff&dark&=&counting&childId=#amp=1",
        &["{ type: 'embed-size-query' }", "{ sentinel: 'amp', type: 'frames-init' }"],
        &[
            READY,
            DATAWRAPPER,
            AMP,
            MEDIUM,
            r#"{"type":"set-height","value":<height>,"id":"iframeMessenger:embed"}"#,
        ],
    )
    .await
}
