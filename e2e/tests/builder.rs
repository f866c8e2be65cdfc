//! The embed builder: what it shows and what it gives to copy.

use anyhow::Result;
use e2e::{Host, Page, Piece, Story, Visit, Wasm};
use serde_json::Value;

const CODE: &str = "document.getElementById('html').value";

async fn open() -> Result<Page> {
    let page = Visit::to(Story::Own).by("embed.html").with_wasm(Wasm::Held).open().await?;
    page.until(&format!("{CODE} !== ''")).await?;
    Ok(page)
}

/// Chooses in the form, and waits until the code follows.
async fn choose(page: &Page, change: &str, follows: &str) -> Result<()> {
    // Another piece offers other choices.
    let changed = if change.contains("piece") { "[name=piece]" } else { "form" };
    page.run(&format!(
        "const {{ elements }} = document.querySelector('form'); {change};
        const changed = document.querySelector(`{changed}`);
        changed.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    ))
    .await?;
    page.until(&format!("{CODE}.includes({follows})")).await
}

#[tokio::test]
async fn the_code_is_complete_and_the_script_sealed() -> Result<()> {
    let page = open().await?;
    let code: String = page.ask(CODE).await?;
    let address = format!("src=\"{}/embed/releases/\"", page.origin());
    for part in [
        address.as_str(),
        "title=\"How many were freed\"",
        "loading=\"lazy\"",
        "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"",
        "frame-sizing:content-height",
        // For systems that take the style away.
        "width=\"100%\"",
        "frameborder=\"0\"",
        // Free until the piece has come.
        "min-height:if(supports(frame-sizing:content-height):400px",
        // The same name for the same bytes: see `embed_script.rs`.
        "integrity=\"sha384-CdkTLy1VV0H6pBldzj8XB9qTDnui+NK4Tman0dIgQZ3bwSzg2LuC6KSI2QdRKp4R\"",
    ] {
        assert!(code.contains(part), "{part}: {code}");
    }
    assert_eq!(page.console().await?, [""; 0]);
    // Read as HTML, it is one frame and one script.
    let parsed: Vec<String> = page
        .ask(&format!(
            "[...new DOMParser().parseFromString({CODE}, 'text/html').querySelectorAll('body *, head *')]
                .map(it => it.localName)"
        ))
        .await?;
    assert_eq!(parsed, ["iframe", "script"]);
    Ok(())
}

/// Hosts that may not read the script would not run it if its code named its hash.
#[tokio::test]
async fn a_server_that_lets_nobody_read_its_files_is_told_of() -> Result<()> {
    let page = open().await?;
    let is_told = "!document.querySelector('[data-role=closed]').hidden";
    assert!(!page.ask::<bool>(is_told).await?);
    let closed =
        "const open = fetch; fetch = async it => new Response(await (await open(it)).blob())";
    let source = serde_json::json!({ "source": closed });
    page.devtools("Page.addScriptToEvaluateOnNewDocument", source).await?;
    page.go("embed.html").await?;
    page.until(is_told).await?;
    page.until(&format!("{CODE}.includes('<script')")).await?;
    assert!(!page.ask::<bool>(&format!("{CODE}.includes('integrity')")).await?);
    Ok(())
}

#[tokio::test]
async fn choices_are_in_the_address_and_in_the_preview() -> Result<()> {
    let page = open().await?;
    choose(&page, "elements.theme.value = 'dark'; elements.plain.checked = true", "'theme=dark'")
        .await?;
    let code: String = page.ask(CODE).await?;
    assert!(code.contains("/embed/releases/?theme=dark&#38;plain=1\""), "{code}");
    let shown: String = page.ask("one('.column iframe').src").await?;
    assert!(shown.ends_with("/embed/releases/?theme=dark&plain=1"), "{shown}");
    // What the piece offers to choose comes from the piece.
    choose(&page, "one('[name=counting]').value = 'people'", "'counting=people'").await?;
    choose(&page, "elements.piece.value = 'map'", "'/embed/map/'").await?;
    page.until("document.querySelector('.state [name=shape]')").await?;
    choose(&page, "one('[name=shape]').value = 'list'", "'shape=list'").await?;
    for name in ["html", "amp", "oembed", "still"] {
        let code: String = page.ask(&format!("document.getElementById('{name}').value")).await?;
        assert!(code.contains("/embed/map/"), "{name}: {code}");
    }
    let alt: String = page.ask("document.getElementById('still').value").await?;
    assert!(alt.contains("alt=\"A map of "), "{alt}");
    // A card is no figure and has no picture.
    choose(&page, "elements.piece.value = 'actor-viasna'", "'/embed/actor-viasna/'").await?;
    assert!(page.ask::<bool>("document.querySelector('[data-code=still]').hidden").await?);
    assert_eq!(page.console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_transparent_frame_has_the_scheme_of_its_theme() -> Result<()> {
    let page = open().await?;
    for (theme, scheme) in [("auto", "light dark"), ("light", "light"), ("dark", "dark")] {
        let change =
            format!("elements.theme.value = '{theme}'; elements.transparent.checked = true");
        choose(&page, &change, &format!("';color-scheme:{scheme}\"'")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_needs_the_wasm_is_not_offered_without_it() -> Result<()> {
    let page = open().await?;
    choose(&page, "one('[name=view]').value = 'waves'", "'view=waves'").await?;
    choose(&page, "elements.static.checked = true", "'static=1'").await?;
    assert!(!page.ask::<String>(CODE).await?.contains("waves"));
    let disabled = "[...document.querySelectorAll('.state select:disabled')].map(it => it.name)";
    assert_eq!(page.ask::<Vec<String>>(disabled).await?, ["view", "release"]);
    Ok(())
}

#[tokio::test]
async fn the_preview_is_as_high_as_the_piece_in_every_host() -> Result<()> {
    let page = open().await?;
    for (host, sandbox) in [
        ("plain", "allow-scripts allow-popups allow-popups-to-escape-sandbox"),
        ("sandboxed", "allow-scripts"),
        ("stripped", "allow-scripts allow-popups allow-popups-to-escape-sandbox"),
        ("scriptless", ""),
        ("dark", "allow-scripts allow-popups allow-popups-to-escape-sandbox"),
    ] {
        choose(&page, &format!("elements.host.value = '{host}'"), "''").await?;
        page.until(&format!("document.querySelector('.column.{host} iframe')")).await?;
        assert_eq!(page.ask::<String>("one('.column iframe').sandbox.value").await?, sandbox);
        page.until("shown('.column iframe')[0]?.clientHeight > 600").await?;
    }
    Ok(())
}

/// Chromium 156 shows the upper 150 px of what comes into a frame that is kept higher than it.
#[tokio::test]
async fn a_frame_as_the_code_has_it_shows_all_of_its_piece() -> Result<()> {
    let page = open().await?;
    for (piece, built) in [
        ("map", Piece::built("embed/map/", ".filters > summary")),
        ("step-crackdown", Piece::built("embed/step-crackdown/", "summary")),
    ] {
        choose(&page, &format!("elements.piece.value = '{piece}'"), &format!("'/{piece}/'"))
            .await?;
        let style: String = page
            .ask(&format!(
                "new DOMParser().parseFromString({CODE}, 'text/html').querySelector('iframe').getAttribute('style')"
            ))
            .await?;
        let frame = format!(
            "<iframe src=\"{{frame}}\" title=\"A piece\" loading=\"lazy\" sandbox=\"allow-scripts\" style=\"{style}\"></iframe>"
        );
        let host = Host::open(built, &frame).await?;
        for width in [1280, 390] {
            host.page().resize(width, 900).await?;
            host.fits(0).await?;
            let (window, frame) = (host.inside::<f64>("innerHeight").await?, host.height(0).await?);
            assert!(window > frame - 2.0, "{piece}: {window} px of {frame} are shown");
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_pasted_address_finds_its_frame() -> Result<()> {
    let page = open().await?;
    for piece in ["", "embed/releases/", "embed/actor-viasna/"] {
        let described: Value =
            page.ask(&format!("fetch('{piece}oembed.json').then(it => it.json())")).await?;
        assert_eq!((&described["version"], &described["type"]), (&"1.0".into(), &"rich".into()));
        let html = described["html"].as_str().unwrap_or_default();
        let parts: Vec<String> = page
            .ask(&format!(
                "(() => {{
                    const html = {};
                    const body = new DOMParser().parseFromString(html, 'text/html').body;
                    const frame = body.querySelector('iframe');
                    return [body.firstElementChild.localName, frame.getAttribute('src'),
                        frame.getAttributeNames().join(' '), String(html.includes('script'))];
                }})()",
                serde_json::json!(html)
            ))
            .await?;
        let piece = if piece.is_empty() { "embed/story/" } else { piece };
        assert_eq!(
            parts,
            [
                "blockquote",
                &format!("https://explainer.example/story/{piece}?compact"),
                "src width height frameborder title",
                "false"
            ]
        );
        // Found before the end of the head, and early enough for those who read no further.
        let link: usize = page
            .ask(&format!(
                "fetch('./{piece}').then(it => it.text()).then(it => {{
                    const at = it.indexOf('https://explainer.example/story/{piece}oembed.json');
                    return at > 0 && at < it.indexOf('</head>') ? at : 1e9;
                }})"
            ))
            .await?;
        assert!(link < 150_000, "{piece}: {link}");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_chosen_while_a_piece_comes_takes_nothing_from_what_it_offers() -> Result<()> {
    let page = open().await?;
    page.run(
        "const { fetch } = window;
        window.fetch = async (...asked) => {
            await new Promise(then => window.answer = then);
            return fetch(...asked);
        };
        const form = document.querySelector('form');
        const changed = field => field.dispatchEvent(new Event('change', { bubbles: true }));
        const { piece } = form.elements;
        piece.value = [...piece.options].find(it => it.value.includes('map')).value;
        changed(piece);
        // Something else, before the piece is there.
        changed(form);
        window.answer()",
    )
    .await?;
    page.until("document.querySelector('[name=actor]')").await?;
    page.until(&format!("{CODE}.includes('embed/map/')")).await?;
    assert_eq!(page.ask::<usize>("document.querySelectorAll('[name=release]').length").await?, 0);
    Ok(())
}
