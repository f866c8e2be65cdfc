//! What a host may ask of a frame by its address, and how the frame starts its module.

use anyhow::Result;
use e2e::{Host, Piece};

const FRAME: &str = r#"<iframe src="{frame}" title="A sample"></iframe>"#;
const OPAQUE: &str = r#"<iframe src="{frame}" title="A sample" sandbox="allow-scripts"></iframe>"#;

/// Attributes of a piece that can become interactive.
const STARTS: Piece = Piece::sample(
    r#" data-module="../../sample.js" data-wasm="../../sample.wasm" data-classic="../../sample.classic.js""#,
    "",
);

/// The attributes that an address gives the root.
async fn root(query: &'static str) -> Result<String> {
    let host = Host::open(Piece::SAMPLE.at(query), OPAQUE).await?;
    host.inside(
        "[...document.documentElement.attributes].filter(it => it.name.startsWith('data-'))
            .map(it => `${it.name.slice(5)}=${it.value}`).sort().join(' ')",
    )
    .await
}

#[tokio::test]
async fn options_are_attributes_of_the_root() -> Result<()> {
    assert_eq!(root("embed/sample/?theme=dark&plain&static=1").await?, "plain= static= theme=dark");
    assert_eq!(
        root("embed/sample/?dark=false&transparent=true").await?,
        "theme=light transparent="
    );
    assert_eq!(root("embed/sample/?dark=true&theme=light&plain=").await?, "plain= theme=light");
    Ok(())
}

#[tokio::test]
async fn what_is_no_option_is_passed_over() -> Result<()> {
    assert_eq!(root("embed/sample/?theme=auto&dark=auto&plain=false&static=0").await?, "");
    assert_eq!(
        root("embed/sample/?theme=%ff&&=&theme[]=dark&toString&__proto__=1#amp=1").await?,
        ""
    );
    Ok(())
}

#[tokio::test]
async fn a_state_in_the_address_is_chosen_in_the_page() -> Result<()> {
    let chosen = "document.querySelector(':checked').value";
    for (address, value) in [
        ("embed/sample/?counting=people&shape=list", "people"),
        ("embed/sample/?counting=nobody", "announced"),
        ("embed/sample/?counting=%22%5D,*", "announced"),
        ("embed/sample/?value=people&people=counting", "announced"),
    ] {
        let host = Host::open(Piece::SAMPLE.at(address), OPAQUE).await?;
        host.until_inside("document.readyState === 'complete'").await?;
        assert_eq!(host.inside::<String>(chosen).await?, value, "{address}");
    }
    Ok(())
}

#[tokio::test]
async fn the_module_starts_with_the_wasm_that_the_page_names() -> Result<()> {
    let host = Host::open(STARTS, FRAME).await?;
    host.until_inside("document.documentElement.dataset.started").await?;
    let started: String = host.inside("document.documentElement.dataset.started").await?;
    assert_eq!(started, format!("{}sample.wasm", host.ours()));
    Ok(())
}

#[tokio::test]
async fn in_an_opaque_origin_the_classic_script_starts() -> Result<()> {
    let host = Host::open(STARTS, OPAQUE).await?;
    host.until_inside("document.documentElement.dataset.started === 'classic'").await
}

#[tokio::test]
async fn a_static_frame_and_one_without_a_module_start_nothing() -> Result<()> {
    for piece in [STARTS.at("embed/sample/?static"), Piece::SAMPLE] {
        let host = Host::open(piece, FRAME).await?;
        host.until_inside("document.readyState === 'complete'").await?;
        host.page().settle().await?;
        assert!(!host.requested().iter().any(|it| it.ends_with(".js")), "{:?}", host.requested());
    }
    Ok(())
}
