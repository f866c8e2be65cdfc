//! The content security policy: what the pages do is allowed, and nothing else.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use e2e::{Key, Page, Story, Visit};

/// Runs what the policy must refuse by that directive.
async fn refuses(page: &Page, statements: &str, directive: &str) -> Result<()> {
    page.run("window.refusals = []").await?;
    page.run(statements).await?;
    page.until(&format!("window.refusals.some(it => it.startsWith('{directive}'))"))
        .await
        .with_context(|| statements.to_owned())?;
    assert!(!page.ask::<bool>("!!window.injected").await?, "{statements}");
    Ok(())
}

#[tokio::test]
async fn every_figure_works_under_the_policy() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    page.use_all().await?;
    // Whoever presses Enter in a field submits a form, which no page here may.
    page.click("#find").await?;
    page.type_text("an").await?;
    page.press(Key::Enter).await?;
    page.press(Key::Escape).await?;
    page.is_quiet().await
}

#[tokio::test]
async fn every_view_and_width_works_under_the_policy() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        for view in ["", "?view=waves", "?view=places", "?view=table"] {
            let page = Visit::to(story).in_the_dark().on_phone().by(view).open().await?;
            page.resize(1280, 900).await?;
            page.settle().await?;
            page.is_quiet().await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_list_of_sources_is_styled_under_its_policy() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    page.go("sources.html").await?;
    page.until("document.readyState === 'complete'").await?;
    let styled: String = page.ask("getComputedStyle(document.body).maxWidth").await?;
    assert!(styled.ends_with("px"), "{styled}");
    page.is_quiet().await?;
    // It has no script, so none may run, not even one of ours.
    let own =
        "const it = document.createElement('script'); it.src = 'sw.js'; document.body.append(it)";
    refuses(&page, own, "script-src").await
}

#[tokio::test]
async fn what_is_brought_in_is_refused() -> Result<()> {
    for file in ["", "explainer.html"] {
        let page = Visit::to(Story::Own).by(file).open().await?;
        let element = |name: &str, set: &str| {
            format!("const it = document.createElement('{name}'); {set}; document.body.append(it);")
        };
        let set = "window.injected = 1";
        for (statements, directive) in [
            (element("script", &format!("it.textContent = '{set}'")), "script-src"),
            (element("script", "it.src = 'https://elsewhere.example/a.js'"), "script-src"),
            (element("script", &format!("it.src = 'data:,{set}'")), "script-src"),
            (
                element("div", &format!("it.innerHTML = '<img src=\"data:,\" onerror=\"{set}\">'")),
                "script-src",
            ),
            (
                element(
                    "div",
                    &format!("it.innerHTML = '<b onclick=\"{set}\">'; it.firstChild.click()"),
                ),
                "script-src",
            ),
            (element("a", &format!("it.href = 'javascript:{set}'; it.click()")), "script-src"),
            (format!("setTimeout(() => eval('{set}'))"), "script-src"),
            (element("style", "it.textContent = 'p { color: red }'"), "style-src"),
            (element("p", "it.innerHTML = '<b style=\"color: red\">'"), "style-src"),
            (element("img", "it.src = 'https://elsewhere.example/a.png'"), "img-src"),
            (element("iframe", "it.src = 'https://elsewhere.example/'"), "frame-src"),
            (element("object", "it.data = 'https://elsewhere.example/'"), "object-src"),
            (element("base", "it.href = 'https://elsewhere.example/'"), "base-uri"),
            (element("form", "it.action = '/'; setTimeout(() => it.submit())"), "form-action"),
            ("fetch('https://elsewhere.example/').catch(() => {})".to_owned(), "connect-src"),
            ("navigator.sendBeacon('https://elsewhere.example/')".to_owned(), "connect-src"),
        ] {
            refuses(&page, &statements, directive).await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn hostile_addresses_do_nothing() -> Result<()> {
    for suffix in [
        "?view=<img src=x onerror=injected=1>",
        "?view=%3Cscript%3Einjected=1%3C/script%3E",
        "?view=javascript:injected=1",
        "?view=waves&view='\"><svg onload=injected=1>",
        "#<img src=x onerror=injected=1>",
        "?view=waves#claim-\"><script>injected=1</script>",
    ] {
        for file in ["", "explainer.html"] {
            let page = Visit::to(Story::Own).by(&format!("{file}{suffix}")).open().await?;
            page.until_records().await?;
            page.click("#main p > a[data-claim]").await?;
            page.until("shown('[data-role=claim]').length === 1").await?;
            assert!(!page.ask::<bool>("!!window.injected").await?, "{file}{suffix}");
            // Not even tried: there is nothing for the policy to refuse.
            page.is_quiet().await.with_context(|| format!("{file}{suffix}"))?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn words_of_a_story_are_words_and_no_code() -> Result<()> {
    for file in ["", "explainer.html"] {
        let page = Visit::to(Story::Fixture).by(file).open().await?;
        page.until_records().await?;
        page.run("location.hash = '#term-markup'").await?;
        page.until("document.querySelector('#term-markup')").await?;
        let term: String = page.ask("words(document.querySelector('#term-markup'))").await?;
        page.press(e2e::Key::Escape).await?;
        let shown = [
            "<i>Markup</i>",
            "<img src=x onerror=\"injected=1\"> or </script><script>injected=1</script>, and",
            "words & no more",
        ];
        assert!(shown.iter().all(|it| term.contains(it)), "{file}: {term}");
        // The wasm copies words from the page into the panel.
        page.click("#map [data-actor=pete-conrad]").await?;
        let told: String = page.ask("words(one('[data-role=detail]'))").await?;
        assert!(told.contains("<svg onload=injected=1> are words"), "{file}: {told}");
        let brought_in = "document.querySelectorAll('#term-markup :is(i, img, script), [onload]')";
        assert_eq!(page.ask::<usize>(&format!("{brought_in}.length")).await?, 0, "{file}");
        assert!(!page.ask::<bool>("!!window.injected").await?, "{file}");
        page.is_quiet().await.with_context(|| file.to_owned())?;
    }
    Ok(())
}

/// Every page of a build, those in folders as well.
fn pages(story: Story) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![story.file("")?];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "html") {
                found.push(path);
            }
        }
    }
    Ok(found)
}

#[test]
fn every_page_has_a_policy_first_of_all() -> Result<()> {
    let first = "<head>\n<meta charset=\"utf-8\">\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';";
    for story in [Story::Own, Story::Fixture] {
        let pages = pages(story)?;
        assert!(pages.len() >= 3, "{pages:?}");
        for page in pages {
            let html = fs::read_to_string(&page)?;
            assert!(html.contains(first), "{}", page.display());
            let policy = html.split("content=\"").nth(1).context("no policy")?;
            let policy = policy.split('"').next().context("no end")?;
            for loose in ["unsafe-inline", "unsafe-eval'", "http", "*"] {
                let loose = policy.replace("'wasm-unsafe-eval'", "").contains(loose);
                assert!(!loose, "{}: {policy}", page.display());
            }
        }
    }
    Ok(())
}
