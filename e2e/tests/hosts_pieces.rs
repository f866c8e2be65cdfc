//! Every kind of piece, as built, in the frames of hosts.

use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use e2e::{Host, Piece};

const RELEASES: Piece = Piece::built("embed/releases/", "details.twin > summary");
const HELD: Piece = Piece::built("embed/held/", "details.twin > summary");
const MAP: Piece = Piece::built("embed/map/", "details.filters > summary");
const STORY: Piece = Piece::built("embed/story/", "details.twin > summary");

/// The snippet without the style, so that the script alone gives the height. Its origin is opaque.
const OURS: &str = r#"<iframe src="{frame}" title="A piece" loading="lazy" data-explainer
    sandbox="allow-scripts allow-popups" height="400" style="width:100%;border:0"></iframe>
    <script src="{ours}embed-1.js" crossorigin="anonymous" async></script>"#;
/// The style alone.
const STYLE: &str = r#"<iframe src="{frame}" title="A piece" loading="lazy" sandbox="allow-scripts"
    style="width:100%;border:0;frame-sizing:content-height"></iframe>"#;
/// A host with a library, and an origin in the frame.
const PYM: &str = r#"<div id="example"></div>
    <script src="node_modules/pym.js/dist/pym.v1.min.js"></script>
    <script>var pymParent = new pym.Parent('example', '{frame}', {});</script>"#;

async fn follows(piece: Piece) -> Result<()> {
    for body in [OURS, STYLE, PYM] {
        let host = Host::open(piece, body).await?;
        // As it came, and as the wasm has taken it over.
        host.fits(0).await?;
        host.until_inside("document.documentElement.dataset.state === 'ready'").await?;
        host.follows().await?;
    }
    Ok(())
}

#[tokio::test]
async fn releases() -> Result<()> {
    follows(RELEASES).await
}

#[tokio::test]
async fn held() -> Result<()> {
    follows(HELD).await
}

#[tokio::test]
async fn map() -> Result<()> {
    follows(MAP).await
}

#[tokio::test]
async fn story() -> Result<()> {
    follows(STORY).await
}

#[tokio::test]
async fn a_piece_that_stays_static() -> Result<()> {
    let host = Host::open(RELEASES.at("embed/releases/?static"), OURS).await?;
    host.follows().await?;
    assert_eq!(host.inside::<String>("document.documentElement.dataset.state").await?, "static");
    Ok(())
}

/// Names of cards, some of each kind.
fn cards() -> Result<Vec<String>> {
    let build = PathBuf::from(env::var_os("EXPLAINER_DIST").unwrap_or_default());
    let folder = fs::read_dir(build.join("embed")).context("the build has no pieces")?;
    let mut names = Vec::new();
    for entry in folder {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|it| it.starts_with("actor-") || it.starts_with("release-"));
    names.sort();
    ensure!(names.len() > 20, "only {names:?}");
    Ok(names.into_iter().step_by(6).collect())
}

#[tokio::test]
async fn cards_of_which_many_are_on_a_page() -> Result<()> {
    let cards = cards()?;
    let frame = |name: &String| {
        OURS.replace("{frame}", &format!("{{ours}}embed/{name}/")).replace("loading=\"lazy\"", "")
    };
    let body: String = cards.iter().map(frame).collect();
    let host = Host::open(RELEASES, &body).await?;
    for width in [700, 320] {
        host.page().resize(width, 900).await?;
        host.page().settle().await?;
        for (idx, name) in (0..).zip(&cards) {
            // Frames out of sight are laid out when they come into it.
            host.page()
                .run(&format!("document.querySelectorAll('iframe')[{idx}].scrollIntoView()"))
                .await?;
            host.page().settle().await?;
            host.fits(idx).await.with_context(|| format!("{name} at {width} px"))?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn cards_open_and_close() -> Result<()> {
    let card = cards()?.into_iter().find(|it| it.starts_with("actor-")).context("no actor")?;
    let body = OURS.replace("{frame}", &format!("{{ours}}embed/{card}/"));
    let piece = Piece::built("embed/", "details > summary");
    Host::open(piece, &body).await?.follows().await
}

#[tokio::test]
async fn one_record_after_another_leaves_no_address_behind() -> Result<()> {
    let host = Host::open(RELEASES, OURS).await?;
    host.until_inside("document.documentElement.dataset.state === 'ready'").await?;
    let before: String = host.inside("location.hash").await?;
    for idx in [0, 3, 5] {
        let open = format!(
            "document.querySelectorAll('#totals a[data-claim], .twin a[data-claim]')[{idx}].click() ?? true"
        );
        host.inside::<bool>(&open).await?;
        host.until_inside("shown('.sheet[data-open]').length === 1").await?;
        assert_eq!(host.inside::<String>("location.hash").await?, before);
    }
    host.inside::<bool>("document.querySelector('.sheet[data-open] .close').click() ?? true")
        .await?;
    host.until_inside("!shown('.sheet').length").await?;
    assert_eq!(host.inside::<String>("location.hash").await?, before);
    Ok(())
}
