//! The guided story on a wide screen: a figure stands beside the words and follows them.

use anyhow::{Result, ensure};
use e2e::guide::{Place, Step};
use e2e::{Key, Page, Story, Visit, Wasm};
use serde_json::json;

async fn n_entries(page: &Page) -> Result<usize> {
    page.ask("history.length").await
}

/// Of the figure of releases, whose drawing may be beside the words.
async fn height(page: &Page) -> Result<f64> {
    page.ask("rect(one('#releases')).height").await
}

#[tokio::test]
async fn scrolling_walks_the_story_forwards_and_back() -> Result<()> {
    for (story, (width, height_)) in
        [(Story::Own, (1280, 900)), (Story::Fixture, (1280, 900)), (Story::Own, (360, 740))]
    {
        let page = Visit::to(story).sized(width, height_).open().await?;
        let steps = Step::all(&page).await?;
        let entries = n_entries(&page).await?;
        for step in steps.iter().chain(steps.iter().rev()) {
            step.reach(&page).await?;
            step.is_reached(&page).await?;
            let staged = Place::of(&page).await?.staged;
            assert_eq!(staged.is_some(), width > 1000, "{} at {width} px", step.id);
        }
        assert_eq!(n_entries(&page).await?, entries, "scrolling makes history");
        page.run("scrollTo(0, 0)").await?;
        page.until("!new URLSearchParams(location.search).has('step')").await?;
        assert_eq!(Place::of(&page).await?.marked, None);
        let is_seen = page
            .ask::<bool>("document.querySelector('.progress').checkVisibility({ visibilityProperty: true, opacityProperty: true })")
            .await?;
        assert!(!is_seen, "before the first step there is no progress");
        assert_eq!(page.console().await?, [""; 0]);
    }
    Ok(())
}

#[tokio::test]
async fn links_keys_and_marks_walk_it_too() -> Result<()> {
    for size in [(1280, 900), (360, 740), (800, 1200)] {
        let page = Visit::to(Story::Own).sized(size.0, size.1).open().await?;
        let steps = Step::all(&page).await?;
        let (first, last) = (&steps[0], &steps[steps.len() - 1]);
        first.reach(&page).await?;
        first.is_reached(&page).await?;
        for step in &steps[1..] {
            let link = format!("[rel=next][href='#step-{}']", step.id);
            page.run(&format!("one({}).click()", json!(link))).await?;
            step.is_reached(&page).await?;
        }
        for step in steps.iter().rev().skip(1) {
            page.press(Key::Left).await?;
            step.is_reached(&page).await?;
        }
        page.press(Key::Left).await?;
        first.is_reached(&page).await?;
        page.press(Key::Right).await?;
        steps[1].is_reached(&page).await?;
        for step in [last, first, &steps[4]] {
            let mark = format!("one(\".progress a[href='#step-{}']\").click()", step.id);
            page.run(&mark).await?;
            step.is_reached(&page).await?;
        }
        page.run("history.back()").await?;
        first.is_reached(&page).await?;
        page.run("history.forward()").await?;
        steps[4].is_reached(&page).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_figure_beside_the_words_works_and_goes_home() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let steps = Step::all(&page).await?;
    let step = steps.iter().rfind(|it| it.figure == "releases").expect("a step with a chart");
    step.reach(&page).await?;
    step.is_reached(&page).await?;
    // What comes and goes with the same words in it moves nothing.
    page.run("one('#releases').scrollIntoView()").await?;
    page.until("!document.querySelector('.stage [data-island]')").await?;
    let tall = height(&page).await?;
    step.reach(&page).await?;
    step.is_reached(&page).await?;
    assert_eq!(Place::of(&page).await?.staged.as_deref(), Some("releases"));
    let now = height(&page).await?;
    ensure!((now - tall).abs() <= 1.0, "{tall} px became {now}");
    // Hovering chooses, and the address says so.
    let marks = "shown('.stage .overlay [data-release]')";
    let (id, x, y): (String, f64, f64) = page
        .ask(&format!(
            "(() => {{ const it = {marks}[2], {{ x, y, width, height }} = rect(it.querySelector('.hit'));
                return [it.dataset.release, x + width / 2, y + height / 2]; }})()"
        ))
        .await?;
    page.point_at(x as i64, y as i64).await?;
    assert_eq!(Place::of(&page).await?.chosen.0, Some(id.clone()));
    page.until(&format!("location.search.includes('release={id}')")).await?;
    // What has the keyboard keeps it on the way home.
    page.run(&format!("{marks}[2].focus()")).await?;
    page.run("one('#releases').scrollIntoView()").await?;
    page.until("!document.querySelector('.stage [data-island]')").await?;
    page.until("document.activeElement?.closest('#releases [data-island]') != null").await?;
    assert_eq!(Place::of(&page).await?.chosen.0, Some(id));
    Ok(())
}

#[tokio::test]
async fn names_and_dates_drive_the_figures() -> Result<()> {
    for (width, is_wide) in [(1280, true), (360, false)] {
        let page = Visit::to(Story::Own).sized(width, 800).open().await?;
        for (kind, figure) in [("actor", "map"), ("release", "releases")] {
            let (step, href): (String, String) = page
                .ask(&format!(
                    "(() => {{ const link = [...document.querySelectorAll('.told a[href^=\"#{kind}-\"]')].at(3);
                        return [link.closest('.step').dataset.step, link.hash]; }})()"
                ))
                .await?;
            let steps = Step::all(&page).await?;
            let here = steps.iter().find(|it| it.id == step).expect("the step of the word");
            here.reach(&page).await?;
            here.is_reached(&page).await?;
            let before = n_entries(&page).await?;
            let word = format!("#step-{step} .told a[href='{href}']");
            page.run(&format!("one({}).click()", json!(word))).await?;
            page.settle().await?;
            let id = href.split_once('-').map_or("", |it| it.1);
            let place = Place::of(&page).await?;
            let chosen = if kind == "actor" { &place.chosen.2 } else { &place.chosen.0 };
            assert_eq!(chosen.as_deref(), Some(id), "{place:?}");
            if is_wide {
                assert_eq!(place.staged.as_deref(), Some(figure));
                assert_eq!(place.marked.as_ref(), Some(&step));
            } else {
                page.until(&format!("rect(one('#{figure} [data-island]')).y < innerHeight"))
                    .await?;
                if kind == "actor" {
                    let node = format!("rect(shown('.node[data-actor={id}] .hit')[0])");
                    let under = format!("{node}.y + {node}.height < rect(one('#map .readout')).y");
                    page.until(&format!("{node}.y > 0 && {under}")).await?;
                }
                page.click(".return").await?;
            }
            page.until(&format!("new URLSearchParams(location.search).get('step') === '{step}'"))
                .await?;
            ensure!(n_entries(&page).await? >= before);
        }
        assert_eq!(page.console().await?, [""; 0]);
    }
    Ok(())
}

#[tokio::test]
async fn a_picture_leads_to_the_figure_as_it_shows_it() -> Result<()> {
    let page = Visit::to(Story::Own).sized(360, 800).open().await?;
    let (step, view): (String, String) = page
        .ask(
            "(() => { const step = document.querySelector('[data-show^=\"view=\"]');
                return [step.dataset.step, step.dataset.show.match(/view=(\\w+)/)[1]]; })()",
        )
        .await?;
    let picture = format!("#step-{step} .seen img");
    page.bring(&picture).await?;
    page.until(&format!("new URLSearchParams(location.search).get('step') === '{step}'")).await?;
    page.click(&picture).await?;
    page.until("rect(one('#releases')).y < 100 && !location.search.includes('step')").await?;
    assert_eq!(page.ask::<String>("one('#releases').dataset.view").await?, view);
    page.click(".return").await?;
    page.until(&format!("new URLSearchParams(location.search).get('step') === '{step}'")).await
}

#[tokio::test]
async fn without_scripts_each_step_has_its_picture() -> Result<()> {
    for visit in [
        Visit::to(Story::Own),
        Visit::to(Story::Own).on_phone(),
        Visit::to(Story::Own).in_the_dark(),
    ] {
        let page = visit.without_scripts().open().await?;
        let steps = Step::all(&page).await?;
        for step in &steps {
            // The first is in the page itself where it is seen at once.
            let picture = format!("#step-{} .seen :is(img, .here > svg)", step.id);
            page.bring(&picture).await?;
            page.until(&format!(
                "(it => (it.complete ? it.naturalWidth : rect(it).width) > 200)(one('{picture}'))"
            ))
            .await?;
        }
        page.click(&format!("[rel=next][href='#step-{}']", steps[1].id)).await?;
        assert!(page.url().await?.ends_with(&format!("#step-{}", steps[1].id)));
        assert_eq!(page.ask::<usize>("shown('.return, .progress button').filter(it => it.checkVisibility({ visibilityProperty: true })).length").await?, 0);
    }
    Ok(())
}

#[tokio::test]
async fn pictures_of_steps_are_never_smaller_than_they_were_drawn() -> Result<()> {
    for width in [360, 820, 840, 1000, 1200, 1216] {
        let page = Visit::to(Story::Own).sized(width, 800).with_wasm(Wasm::Missing).open().await?;
        page.until("!('waits' in document.documentElement.dataset)").await?;
        for step in Step::all(&page).await?.iter().skip(1) {
            let picture = format!("#step-{} .seen img", step.id);
            page.bring(&picture).await?;
            page.until(&format!("one('{picture}').complete && one('{picture}').naturalWidth > 0"))
                .await?;
            let scale: f64 = page
                .ask(&format!("rect(one('{picture}')).width / one('{picture}').naturalWidth"))
                .await?;
            // The least of them has no room for its own width, and words of 13 px.
            assert!(
                scale > if width < 400 { 0.93 } else { 0.99 },
                "{} at {width}: {scale}",
                step.id
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn beside_the_words_a_chart_looks_as_in_its_place() -> Result<()> {
    let page = Visit::to(Story::Own).sized(1280, 900).open().await?;
    // Beside words so large the chart is as narrow as on a phone, and has a key.
    page.run("document.documentElement.style.fontSize = '200%'").await?;
    page.settle().await?;
    let mut seen = Vec::new();
    for step in Step::all(&page).await? {
        step.reach(&page).await?;
        let is_there = format!("location.search.includes('step={}')", step.id);
        page.until(&is_there).await?;
        if Place::of(&page).await?.staged.as_deref() != Some("releases") {
            continue;
        }
        // Dots and numbered words belong to the sum.
        let (view, n_dots, n_keys): (Option<String>, usize, usize) = page
            .ask(
                "[document.querySelector('#releases').dataset.view ?? null,
                  shown('.stage .mark:not(.chosen) .dot').filter(it => getComputedStyle(it).opacity !== '0').length,
                  shown('.stage .chart-key li').length]",
            )
            .await?;
        let is_sum = view.as_deref().is_none_or(|it| it == "cumulative");
        assert_eq!((n_dots > 0, n_keys > 0), (is_sum, is_sum), "{}", step.id);
        let legends: [Vec<String>; 2] = page
            .ask(
                "['.stage', '#releases'].map(it => [...document.querySelectorAll(`${it} > .legend > li`)]
                    .filter(it => getComputedStyle(it).display !== 'none').map(words))",
            )
            .await?;
        assert!(!legends[0].is_empty(), "{} has no key beside its words", step.id);
        assert_eq!(legends[0], legends[1], "{}", step.id);
        seen.push(is_sum);
    }
    assert!(seen.contains(&true) && seen.contains(&false), "{seen:?}");
    Ok(())
}

#[tokio::test]
async fn only_what_the_reader_chooses_is_read_out() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let live =
        "[one('#releases .readout').getAttribute('aria-live'), words(one('#map [role=status]'))]";
    for step in Step::all(&page).await? {
        step.reach(&page).await?;
        step.is_reached(&page).await?;
    }
    page.run("scrollTo(0, 0)").await?;
    page.until("!new URLSearchParams(location.search).has('step')").await?;
    assert_eq!(page.ask::<[String; 2]>(live).await?, ["off", ""]);
    page.bring("#releases .overlay .swept").await?;
    page.run("one('#releases .overlay .swept').focus()").await?;
    page.run("one('#map .node').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))").await?;
    page.until("one('[data-role=detail]').dataset.for !== ''").await?;
    // Of a dossier, whose it is and how much it tells.
    let sum: String = page
        .ask("['h3', 'h4'].map(it => words(one(`[data-role=detail] ${it}`))).join(' ')")
        .await?;
    assert!(sum.ends_with("relations"), "{sum}");
    assert_eq!(page.ask::<[String; 2]>(live).await?, ["polite".to_owned(), sum]);
    Ok(())
}
