//! Pointers and fingers in the charts.

use anyhow::Result;
use e2e::{Chart, Key, Mark, Page, Rect, Story, Visit};

#[tokio::test]
async fn the_readout_of_releases_follows_the_mouse() -> Result<()> {
    follow_the_mouse(Chart::RELEASES).await
}

#[tokio::test]
async fn the_readout_of_those_held_follows_the_mouse() -> Result<()> {
    follow_the_mouse(Chart::HELD).await
}

async fn follow_the_mouse(chart: Chart) -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let url = page.place().await?;
    page.bring(&chart.layer()).await?;
    let frame = chart.frame(&page).await?;
    let marks = chart.marks(&page).await?;
    let y = frame.middle().1;
    let mut n_checked = 0;
    for x in (frame.x.ceil() as i64..(frame.x + frame.width) as i64).step_by(29) {
        let nearest = Mark::nearest(&marks, x);
        if let Some(nearest) = nearest.filter(|_| !marks.iter().any(|it| it.is_near(x, y))) {
            page.point_at(x, y).await?;
            assert_eq!(chart.chosen(&page).await?, nearest.id, "pointed at {x} px");
            n_checked += 1;
        }
    }
    assert!(n_checked > 10, "only {n_checked} places to point at");
    assert_eq!(page.place().await?, url);
    Ok(())
}

#[tokio::test]
async fn a_mark_that_is_pointed_at_is_the_one_chosen() -> Result<()> {
    for chart in [Chart::RELEASES, Chart::HELD] {
        let page = Visit::to(Story::Own).open().await?;
        page.bring(&chart.layer()).await?;
        for (mark, x, y) in clear_marks(chart, &page).await? {
            page.point_at(x, y).await?;
            assert_eq!(chart.chosen(&page).await?, mark.id);
        }
    }
    Ok(())
}

/// As when the page is scrolled under it, of which WebKit tells as of a move.
#[tokio::test]
async fn a_pointer_at_rest_chooses_nothing() -> Result<()> {
    let chart = Chart::RELEASES;
    let page = Visit::to(Story::Own).open().await?;
    page.bring(&chart.layer()).await?;
    let marks = clear_marks(chart, &page).await?;
    let ((first, x, y), (last, other, _)) = (&marks[0], &marks[marks.len() - 1]);
    page.run("addEventListener('pointermove', it => window.at = [it.screenX, it.screenY])").await?;
    page.point_at(*x, *y).await?;
    assert_eq!(chart.chosen(&page).await?, first.id);
    for (moved, chosen) in [(0, first), (1, last)] {
        page.run(&format!(
            "const [screenX, screenY] = [window.at[0] + {moved}, window.at[1]];
             one({:?}).dispatchEvent(new PointerEvent('pointermove', {{ bubbles: true, pointerType: 'mouse',
                clientX: {other}, clientY: {y}, screenX, screenY }}))",
            chart.layer()
        ))
        .await?;
        page.settle().await?;
        assert_eq!(chart.chosen(&page).await?, chosen.id, "moved {moved} px");
    }
    Ok(())
}

#[tokio::test]
async fn a_click_on_a_release_shows_it_and_leaves_the_page_where_it_is() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    click_releases(&page, Pointer::Mouse).await
}

#[tokio::test]
async fn a_tap_on_a_release_shows_it_and_leaves_the_page_where_it_is() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().open().await?;
    click_releases(&page, Pointer::Finger).await
}

#[tokio::test]
async fn a_finger_that_scrolls_over_a_chart_chooses_nothing() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().open().await?;
    page.bring(&Chart::RELEASES.layer()).await?;
    let chosen = Chart::RELEASES.chosen(&page).await?;
    let before: f64 = page.ask("scrollY").await?;
    // From a place where a tap chooses something else.
    let frame = Chart::RELEASES.frame(&page).await?;
    let (x, y) = ((frame.x + frame.width / 4.0) as i64, (frame.y + frame.height / 2.0) as i64);
    page.swipe((x, y), (x, y - 200)).await?;
    page.until(&format!("Math.abs(scrollY - {before}) > 50")).await?;
    assert_eq!(Chart::RELEASES.chosen(&page).await?, chosen);
    page.bring(&Chart::RELEASES.layer()).await?;
    let again = Chart::RELEASES.frame(&page).await?;
    page.tap_at(x, y + (again.y - frame.y) as i64).await?;
    assert_ne!(Chart::RELEASES.chosen(&page).await?, chosen);
    Ok(())
}

#[derive(Clone, Copy, Debug)]
enum Pointer {
    Mouse,
    Finger,
}

impl Pointer {
    async fn click_at(self, page: &Page, x: i64, y: i64) -> Result<()> {
        match self {
            Pointer::Mouse => page.click_at(x, y).await,
            Pointer::Finger => page.tap_at(x, y).await,
        }
    }
}

async fn click_releases(page: &Page, pointer: Pointer) -> Result<()> {
    let chart = Chart::RELEASES;
    page.bring(&chart.layer()).await?;
    let before = (page.place().await?, page.ask::<f64>("scrollY").await?);
    for (mark, x, y) in clear_marks(chart, page).await? {
        pointer.click_at(page, x, y).await?;
        assert_eq!(chart.chosen(page).await?, mark.id);
        assert_eq!((page.place().await?, page.ask::<f64>("scrollY").await?), before, "{}", mark.id);
    }
    Ok(())
}

#[tokio::test]
async fn a_click_on_a_count_of_those_held_opens_its_record() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    open_counts(&page, Pointer::Mouse).await
}

#[tokio::test]
async fn a_tap_on_a_count_of_those_held_opens_its_record() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().open().await?;
    open_counts(&page, Pointer::Finger).await
}

async fn open_counts(page: &Page, pointer: Pointer) -> Result<()> {
    let chart = Chart::HELD;
    // Until it is there, a link to a record leads to the page that holds it.
    page.until_records().await?;
    page.bring(&chart.layer()).await?;
    let url = page.place().await?;
    for (mark, x, y) in clear_marks(chart, page).await? {
        pointer.click_at(page, x, y).await?;
        let open: Vec<String> =
            page.ask("shown('[data-role=claim]').map(it => it.dataset.for)").await?;
        assert_eq!(open, [mark.id.as_str()]);
        page.press(Key::Escape).await?;
        page.until("!location.hash.startsWith('#claim-')").await?;
        assert_eq!(chart.chosen(page).await?, mark.id);
        assert_eq!(page.place().await?, url);
    }
    Ok(())
}

/// The address waits longer for choices to rest than the record is open, and the step back takes longer than that.
#[tokio::test]
async fn what_was_chosen_stays_however_long_its_record_takes_to_close() -> Result<()> {
    let chart = Chart::HELD;
    let page = Visit::to(Story::Own).open().await?;
    page.until_records().await?;
    page.bring(&chart.layer()).await?;
    page.run(
        "const go = history.go.bind(history);
         history.go = steps => setTimeout(() => { window.gone = true; go(steps); }, 800)",
    )
    .await?;
    let marks = clear_marks(chart, &page).await?;
    let (mark, x, y) = &marks[1];
    page.click_at(*x, *y).await?;
    page.press(Key::Escape).await?;
    page.until("window.gone && !location.hash.startsWith('#claim-')").await?;
    page.settle().await?;
    assert_eq!(chart.chosen(&page).await?, mark.id);
    page.until(&format!("location.search.includes('held={}')", mark.id)).await
}

/// The marks whose middle is no other mark's, and where to point at them.
async fn clear_marks(chart: Chart, page: &Page) -> Result<Vec<(Mark, i64, i64)>> {
    let marks = chart.marks(page).await?;
    let clear = marks.iter().filter_map(|mark| {
        let (x, y) = mark.middle();
        let nearest = Mark::nearest(&marks, x)?;
        (nearest == mark).then(|| (mark.clone(), x, y))
    });
    let clear: Vec<_> = clear.collect();
    assert!(clear.len() > 5, "only {} marks stand apart", clear.len());
    Ok(clear)
}

#[tokio::test]
async fn a_click_on_a_measure_shows_it_until_the_mouse_points_at_a_release() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    measures(&page, Pointer::Mouse).await
}

#[tokio::test]
async fn a_tap_on_a_measure_shows_it() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().open().await?;
    measures(&page, Pointer::Finger).await
}

async fn measures(page: &Page, pointer: Pointer) -> Result<()> {
    page.bring(&Chart::RELEASES.layer()).await?;
    let before = (page.place().await?, page.ask::<f64>("scrollY").await?);
    let measures: Vec<(String, Rect)> = page
        .ask(
            "shown('[data-measure]', figure('releases')).map(it => [it.dataset.measure, rect(it)])",
        )
        .await?;
    assert!(measures.len() > 3, "{measures:?}");
    let middles: Vec<_> = measures.iter().map(|it| it.1.middle()).collect();
    for ((id, _), (x, y)) in measures.iter().zip(&middles) {
        // Of two that lie over each other the nearer is meant; on one px, either.
        if middles.iter().filter(|it| (it.0 - x).abs() < 2).count() > 1 {
            continue;
        }
        let is_read = format!(
            "words(one('[data-role=readout]', figure('releases'))) ===
                words(document.querySelector('#measure-{id} .record'))"
        );
        pointer.click_at(page, *x, *y).await?;
        assert!(page.ask::<bool>(&is_read).await?, "{id} is not in the readout");
        if let Pointer::Mouse = pointer {
            page.point_at(x + 2, *y).await?;
            assert!(page.ask::<bool>(&is_read).await?, "{id} is gone while the mouse is on it");
            page.point_at(*x, y - 100).await?;
            Chart::RELEASES.chosen(page).await?;
        }
        assert_eq!((page.place().await?, page.ask::<f64>("scrollY").await?), before, "{id}");
    }
    Ok(())
}

#[tokio::test]
async fn charts_are_drawn_anew_for_a_new_width_and_keep_the_choice() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let chart = Chart::RELEASES;
    let (x, y) = page.bring(&chart.layer()).await?.middle();
    page.point_at(x, y).await?;
    let chosen = chart.chosen(&page).await?;
    for width in [1000, 560, 320, 768] {
        page.resize(width, 900).await?;
        page.until(
            "shown('#island-releases .chart-svg').every(it => Math.abs(it.viewBox.baseVal.width - rect(it).width) < 1)",
        )
        .await?;
        assert_eq!(chart.chosen(&page).await?, chosen, "at {width} px");
    }
    Ok(())
}

#[tokio::test]
async fn what_is_told_of_a_release_names_those_who_were_freed() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let named: Vec<String> = page
        .ask(
            "[...document.querySelectorAll('.release')].filter(it => it.querySelector('dl.more dt'))
                .map(it => it.id.slice('release-'.length))",
        )
        .await?;
    assert!(!named.is_empty());
    page.bring(&Chart::RELEASES.layer()).await?;
    for id in named.iter().step_by(5) {
        page.run(&format!("one(\"{}\").focus()", Chart::RELEASES.mark(id))).await?;
        page.settle().await?;
        assert_eq!(Chart::RELEASES.chosen(&page).await?, *id);
        let shown: String =
            page.ask("words(one('[data-role=readout] dl.more', figure('releases')))").await?;
        assert!(!shown.is_empty(), "{id}");
    }
    Ok(())
}
