//! The pieces of the build themselves, in pages of others.

use anyhow::{Context, Result};
use e2e::{Host, Piece, Story, Visit};

const TABLE: &str = "details.twin > summary";
const RELEASES: Piece = Piece::built("embed/releases/", TABLE);
const HELD: Piece = Piece::built("embed/held/", TABLE);
const MAP: Piece = Piece::built("embed/map/", ".filters > summary");
const STORY: Piece = Piece::built("embed/story/", TABLE);
const ACTOR: Piece = Piece::built("embed/actor-viasna/", "details > summary");
const MEASURE: Piece = Piece::built("embed/measure-sd-2025-02-12/", "summary");
const TEXT: Piece = Piece::built("embed/text-in-short/", "[data-claim]");

/// As the builder gives it: with an origin of its own kind, and links that open beside the page.
const FRAME: &str = r#"<iframe src="{frame}" title="A piece" data-explainer
    sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" height="400"
    style="width:100%;border:0"></iframe><script src="{ours}embed-1.js" async></script>"#;
const READY: &str = "document.documentElement.dataset.state === 'ready'";

#[tokio::test]
async fn figures_become_interactive_in_a_sandbox_and_have_the_right_height() -> Result<()> {
    for piece in [RELEASES, HELD, MAP, STORY] {
        let host = Host::open(piece, FRAME).await?;
        host.until_inside(READY).await?;
        assert!(host.inside::<bool>("origin === 'null'").await?, "the sandbox has no origin");
        host.follows().await?;
        assert_eq!(host.page().console().await?, [""; 0]);
        let own = [host.page().origin(), host.ours()];
        let asked = host.page().fetched().await?;
        assert!(asked.iter().all(|it| own.iter().any(|own| it.starts_with(own))), "{asked:?}");
    }
    Ok(())
}

/// The classic script is a fifth larger, and no wasm in it is compiled while it comes.
#[tokio::test]
async fn the_classic_script_comes_only_where_modules_may_not() -> Result<()> {
    let with_origin = FRAME.replace("allow-scripts", "allow-scripts allow-same-origin");
    for (piece, frame, is_classic) in
        [(RELEASES.on_its_host(), FRAME, false), (MAP, &with_origin, false), (STORY, FRAME, true)]
    {
        let host = Host::open(piece, frame).await?;
        host.until_inside(READY).await?;
        let requested = host.requested();
        let has = |it: &str| requested.iter().any(|path| path.ends_with(it));
        assert_eq!((has(".classic.js"), has(".wasm")), (is_classic, !is_classic), "{requested:?}");
    }
    Ok(())
}

/// What the console is told in a frame, no driver says; so here it is the page itself.
#[tokio::test]
async fn pieces_do_nothing_that_their_policy_refuses() -> Result<()> {
    for address in ["releases", "held", "map", "story"] {
        let page = Visit::to(Story::Own).by(&format!("embed/{address}/")).open().await?;
        page.settle().await?;
        page.is_quiet().await.with_context(|| address)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_card_needs_no_wasm() -> Result<()> {
    let host = Host::open(ACTOR, FRAME).await?;
    host.follows().await?;
    let requested = host.requested();
    assert!(
        !requested.iter().any(|it| it.contains("wasm") || it.contains("classic")),
        "{requested:?}"
    );
    assert_eq!(host.page().console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_figure_is_used_in_a_frame_as_in_the_page() -> Result<()> {
    let host = Host::open(RELEASES.at("embed/releases/?view=waves"), FRAME).await?;
    host.until_inside(READY).await?;
    assert!(
        host.inside::<bool>("one('[value=waves]').checked").await?,
        "the address names the view"
    );
    // The readout copies its words from records that the piece holds.
    host.inside::<Option<bool>>("one('.readout').focus()").await?;
    host.click(".overlay .mark:first-child .hit").await?;
    host.fits(0).await?;
    host.click("[value=cumulative] + span").await?;
    host.click(".readout .number").await?;
    host.until_inside("shown('.sheet[data-open]').length").await?;
    host.fits(0).await?;
    host.click(".sheet[data-open] .close").await?;
    host.until_inside("!shown('.sheet').length").await?;
    host.fits(0).await.map(drop)
}

/// Where in the window the top of something in the frame is, once the host's page stands still.
async fn top(host: &Host, selector: &str) -> Result<f64> {
    let inner: f64 = host.inside(&format!("rect(one('{selector}')).y")).await?;
    Ok(host.page().rect("iframe").await?.y + inner)
}

/// Records stand at the end of their piece, where the window does not reach. Also one that has been open before.
#[tokio::test]
async fn what_is_opened_in_a_frame_comes_into_sight() -> Result<()> {
    for (piece, link, record) in [
        (RELEASES, ".readout .number", ".sheet[data-open]"),
        (RELEASES, ".mark[data-claim=cum-2025-09-16]", ".sheet[data-open]"),
        (TEXT, "#main [data-claim]", ".sheet:target"),
    ] {
        let host = Host::open(piece, FRAME).await?;
        if piece.is_interactive() {
            host.until_inside(READY).await?;
        }
        let entries: usize = host.page().ask("history.length").await?;
        for _ in 0..2 {
            host.click(link).await?;
            host.until_inside(&format!("shown('{record}').length")).await?;
            host.fits(0).await?;
            host.page().settle().await?;
            let top = top(&host, record).await?;
            assert!((-1.0..1000.0).contains(&top), "{piece:?}: at {top} px of 1,200");
            host.click(&format!("{record} .close")).await?;
            host.until_inside(&format!("!shown('{record}').length")).await?;
            host.page().run("scrollTo(0, 0)").await?;
        }
        // The way back of a host leads out of its article.
        assert_eq!(host.page().ask::<usize>("history.length").await?, entries, "{piece:?}");
    }
    Ok(())
}

/// Under a map as high as three screens of a phone, it would not be seen that something was chosen.
#[tokio::test]
async fn who_is_chosen_in_a_frame_is_told_in_sight() -> Result<()> {
    let host = Host::open(MAP, FRAME).await?;
    host.page().resize(390, 844).await?;
    host.until_inside(READY).await?;
    host.fits(0).await?;
    let highest = "shown('.maps .node').sort((a, b) => rect(a).y - rect(b).y)[0]";
    host.inside::<String>(&format!("{highest}.id = 'highest'")).await?;
    host.click("#highest .hit").await?;
    host.until_inside("shown('.readout .record-name').length").await?;
    host.fits(0).await?;
    host.page().settle().await?;
    let top = top(&host, ".readout .record-name").await?;
    assert!((-1.0..800.0).contains(&top), "at {top} px of 844");
    Ok(())
}

/// Its layout follows the window, so it is measured by what it says of itself.
#[tokio::test]
async fn a_frame_that_its_browser_sizes_follows_its_window() -> Result<()> {
    let frame = r#"<iframe src="{frame}" title="A piece"
        style="width:100%;border:0;frame-sizing:content-height"></iframe>"#;
    let host = Host::open(RELEASES, frame).await?;
    host.until_inside(READY).await?;
    for width in [600, 1280, 390, 1000, 1280] {
        host.page().resize(width, 1200).await?;
        host.until_inside(&format!("innerWidth <= {width} && innerWidth > {width} - 40")).await?;
        host.fits(0).await?;
    }
    Ok(())
}

/// WordPress lets its frames open nothing. It goes where they say, if that is the site of the frame.
#[tokio::test]
async fn wordpress_is_told_where_a_link_leads() -> Result<()> {
    let frame = r#"<iframe src="{frame}" sandbox="allow-scripts" height="400"></iframe><script>
        const told = [];
        addEventListener('message', ({ data }) => data.secret && told.push(data));
    </script>"#;
    let host = Host::open(ACTOR.at("embed/actor-viasna/#?secret=aB3dE6gH9j"), frame).await?;
    // What is opened takes the place of the secret in the address; heights are told with it all the same.
    host.click(".card > .sources a").await?;
    host.until_inside("shown('.sheet').length && !location.hash.includes('secret')").await?;
    host.page()
        .until("told.at(-1)?.message === 'height' && told.at(-1).value > told[0].value")
        .await?;
    host.click(".foot a").await?;
    host.page().until("told.at(-1).message === 'link'").await?;
    let (value, secret): (String, String) =
        host.page().ask("[told.at(-1).value, told.at(-1).secret]").await?;
    assert!(value.starts_with(&host.ours()), "{value}");
    assert_eq!(secret, "aB3dE6gH9j");
    Ok(())
}

#[tokio::test]
async fn an_actor_chosen_in_a_frame_grows_it() -> Result<()> {
    let host = Host::open(MAP, FRAME).await?;
    host.until_inside(READY).await?;
    let first = host.fits(0).await?;
    host.click(".maps .node .hit").await?;
    host.until_inside("shown('.readout .record-name').length").await?;
    let chosen = host.fits(0).await?;
    assert!(chosen > first, "{first} px, then {chosen} px");
    Ok(())
}

#[tokio::test]
async fn the_address_names_what_is_chosen() -> Result<()> {
    let host = Host::open(MAP.at("embed/map/?actor=viasna"), FRAME).await?;
    host.until_inside(READY).await?;
    let told = "one('[data-role=detail]').dataset.for";
    assert_eq!(host.inside::<String>(told).await?, "viasna");
    let host = Host::open(RELEASES.at("embed/releases/?release=rel-2025-12-13"), FRAME).await?;
    host.until_inside(READY).await?;
    let told = "words(one('.readout .record-value'))";
    assert_eq!(host.inside::<String>(told).await?, "123 people freed");
    Ok(())
}

#[tokio::test]
async fn links_out_of_a_frame_open_beside_it() -> Result<()> {
    for piece in [RELEASES, HELD, MAP, STORY, ACTOR, MEASURE, TEXT] {
        let host = Host::open(piece, FRAME).await?;
        let stuck: Vec<String> = host
            .inside(
                "[...document.querySelectorAll('a[href]')]
                    .filter(it => it.getAttribute('target') !== '_blank')
                    .map(it => it.getAttribute('href'))
                    .filter(it => it[0] !== '#' || it !== '#_' && !document.getElementById(it.slice(1)))",
            )
            .await?;
        assert_eq!(stuck, [""; 0]);
    }
    Ok(())
}

#[tokio::test]
async fn themes_and_flags_are_in_the_address() -> Result<()> {
    let ground = "getComputedStyle(document.body).backgroundColor";
    let shown = "shown('figcaption, .foot').length";
    for (query, background, parts) in [
        ("?theme=dark", "rgb(20, 22, 26)", 2),
        ("?theme=light", "rgb(253, 252, 247)", 2),
        ("?theme=<b>&view=%00&=&&shape", "rgb(253, 252, 247)", 2),
        ("?plain&theme=dark", "rgb(20, 22, 26)", 0),
        ("?transparent", "rgba(0, 0, 0, 0)", 2),
    ] {
        let address: &'static str = format!("embed/held/{query}#?secret=0123456789").leak();
        let host = Host::open(HELD.at(address), FRAME).await?;
        host.until_inside(READY).await?;
        assert_eq!(host.inside::<String>(ground).await?, background, "{query}");
        assert_eq!(host.inside::<usize>(shown).await?, parts, "{query}");
        assert_eq!(host.page().console().await?, [""; 0], "{query}");
    }
    // A ground of the browser's comes where the scheme of the root is not that of the frame.
    let host = Host::open(HELD.at("embed/held/?transparent&theme=light"), FRAME).await?;
    let scheme: String =
        host.inside("getComputedStyle(document.documentElement).colorScheme").await?;
    assert_eq!(scheme, "light");
    let host = Host::open(HELD.at("embed/held/?static"), FRAME).await?;
    host.fits(0).await?;
    assert_eq!(host.inside::<String>("document.documentElement.dataset.state").await?, "static");
    Ok(())
}

/// Figures say it themselves.
#[tokio::test]
async fn whose_data_a_plain_card_shows_is_said() -> Result<()> {
    for (address, said) in
        [("embed/actor-viasna/", "Get the data"), ("embed/actor-viasna/?plain", "CC BY 4.0.")]
    {
        let host = Host::open(ACTOR.at(address), FRAME).await?;
        let foot: String = host.inside("one('.foot').innerText").await?;
        assert!(foot.contains(said) && foot.contains("CC BY 4.0."), "{address}: {foot}");
        assert_eq!(foot.contains("Embed"), said == "Get the data", "{address}: {foot}");
    }
    Ok(())
}

#[tokio::test]
async fn a_piece_fits_a_narrow_frame() -> Result<()> {
    let page = Visit::to(Story::Own).sized(300, 800).open().await?;
    for piece in ["releases", "held", "map", "story"] {
        page.go(&format!("embed/{piece}/")).await?;
        page.until_ready().await?;
        let sizes: (f64, f64) =
            page.ask("[document.scrollingElement.scrollWidth, innerWidth]").await?;
        assert_eq!(sizes, (300.0, 300.0), "{piece}");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_chosen_in_a_frame_is_no_step_of_the_history_of_its_host() -> Result<()> {
    let host = Host::open(RELEASES, FRAME).await?;
    host.until_inside(READY).await?;
    let entries: usize = host.page().ask("history.length").await?;
    host.click("[value=waves] + span").await?;
    host.until_inside("location.search.includes('view=waves')").await?;
    host.click(".readout .number").await?;
    host.until_inside("shown('.sheet[data-open]').length").await?;
    host.click(".sheet[data-open] .close").await?;
    host.until_inside("!shown('.sheet').length").await?;
    assert_eq!(host.page().ask::<usize>("history.length").await?, entries);
    Ok(())
}
