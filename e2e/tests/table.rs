//! The table in place of the chart of releases, which shares its selection.

use anyhow::Result;
use e2e::{Chart, Page, Story, Visit};
use serde::Deserialize;

const CHART: Chart = Chart::RELEASES;
/// The table of the releases; another follows.
const TABLE: &str = "#releases .twin";

/// What the figure shows.
#[derive(Debug, Deserialize, PartialEq)]
struct Shown {
    view: String,
    chart: bool,
    table: bool,
}

impl Shown {
    async fn on(page: &Page) -> Result<Shown> {
        page.ask(&format!(
            "({{
                view: document.querySelector('input[name=view]:checked').value,
                chart: shown('.plots', figure('releases')).length > 0,
                table: shown('{TABLE} tbody').length > 0,
            }})"
        ))
        .await
    }

    fn table() -> Shown {
        Shown { view: "table".to_owned(), chart: false, table: true }
    }
}

async fn switch_to(page: &Page, view: &str) -> Result<()> {
    page.click(&format!("label:has(input[name=view][value={view}])")).await
}

/// The releases of the rows that are marked, and of the record that the readout shows.
async fn chosen(page: &Page) -> Result<String> {
    let (rows, read): (Vec<String>, Vec<String>) = page
        .ask(
            "(() => {
                const of = it => it.querySelector('a').getAttribute('href').replace('#release-', '');
                const read = words(one('[data-role=readout]', figure('releases')));
                const record = it => document.querySelector(`#release-${of(it)} .record`);
                const rows = [...document.querySelector('#releases tbody').rows];
                const marked = [...document.querySelectorAll('#releases tr.chosen')];
                return [marked.map(of), rows.filter(it => words(record(it)) === read).map(of)];
            })()",
        )
        .await?;
    assert_eq!(rows.len(), 1, "rows marked");
    assert_eq!(rows, read, "the row that is marked and the readout");
    Ok(rows.concat())
}

/// A selector for a row and the release that it is of, counted from one.
async fn row(page: &Page, n: usize) -> Result<(String, String)> {
    let selector = format!("{TABLE} tbody tr:nth-child({n})");
    let id = format!(
        "document.querySelector('{selector} a').getAttribute('href').replace('#release-', '')"
    );
    Ok((selector, page.ask(&id).await?))
}

fn visits() -> [Visit; 2] {
    [Visit::to(Story::Own), Visit::to(Story::Own).on_phone()]
}

#[tokio::test]
async fn the_table_takes_the_place_of_the_chart_and_the_address_keeps_it() -> Result<()> {
    for visit in visits() {
        let page = visit.open().await?;
        let is_here = async |page: &Page| -> Result<()> {
            assert_eq!(Shown::on(page).await?, Shown::table());
            assert!(page.url().await?.contains("?view=table"));
            Ok(())
        };
        assert!(Shown::on(&page).await?.chart);
        switch_to(&page, "table").await?;
        is_here(&page).await?;
        page.reload().await?;
        page.until_ready().await?;
        is_here(&page).await?;
        page.go("?view=table").await?;
        page.until_ready().await?;
        is_here(&page).await?;
    }
    Ok(())
}

#[tokio::test]
async fn pointing_at_a_row_chooses_its_release() -> Result<()> {
    for visit in visits() {
        let page = visit.by("?view=table").open().await?;
        for n in [3, 1, 7] {
            let (selector, id) = row(&page, n).await?;
            let (x, y) = page.bring(&selector).await?.middle();
            // Two rows may have been brought to one place; there the pointer would be at rest.
            page.point_at(x + n as i64, y).await?;
            assert_eq!(chosen(&page).await?, id);
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_row_that_is_scrolled_under_a_pointer_at_rest_is_not_chosen() -> Result<()> {
    let page = Visit::to(Story::Own).by("?view=table").open().await?;
    let (selector, id) = row(&page, 5).await?;
    let (x, y) = page.bring(&selector).await?.middle();
    page.point_at(x, y).await?;
    assert_eq!(chosen(&page).await?, id);
    page.run("scrollBy({ top: 120, behavior: 'instant' })").await?;
    page.settle().await?;
    let under: bool = page
        .ask(&format!("one('{selector}').contains(document.elementFromPoint({x}, {y}))"))
        .await?;
    assert!(!under, "nothing was scrolled");
    assert_eq!(chosen(&page).await?, id);
    Ok(())
}

#[tokio::test]
async fn the_focus_in_a_row_chooses_its_release() -> Result<()> {
    for visit in visits() {
        let page = visit.by("?view=table").open().await?;
        for n in [2, 5] {
            let (selector, id) = row(&page, n).await?;
            for link in ["th a", "td a"] {
                page.run(&format!("document.querySelector('{selector} {link}').focus()")).await?;
                page.settle().await?;
                assert_eq!(chosen(&page).await?, id);
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn chart_and_table_have_one_selection() -> Result<()> {
    for visit in visits() {
        let page = visit.open().await?;
        page.bring(&CHART.layer()).await?;
        let marks = CHART.marks(&page).await?;
        page.point_at(marks[0].middle().0, marks[0].middle().1).await?;
        assert_eq!(CHART.chosen(&page).await?, marks[0].id);

        switch_to(&page, "table").await?;
        // The mouse has gone to the switch, and over nothing that chooses.
        assert_eq!(chosen(&page).await?, marks[0].id);
        let (selector, id) = row(&page, 4).await?;
        page.run(&format!("document.querySelector('{selector} a').focus()")).await?;
        page.settle().await?;
        assert_eq!(chosen(&page).await?, id);
        assert_ne!(id, marks[0].id);

        switch_to(&page, "waves").await?;
        assert_eq!(CHART.chosen(&page).await?, id);
    }
    Ok(())
}

#[tokio::test]
async fn leaving_the_table_leaves_it_as_the_reader_had_it() -> Result<()> {
    for visit in visits() {
        let page = visit.open().await?;
        for opened in [false, true] {
            if opened {
                page.click(&format!("{TABLE} > summary")).await?;
            }
            for view in ["waves", "cumulative"] {
                switch_to(&page, "table").await?;
                assert_eq!(Shown::on(&page).await?, Shown::table());
                switch_to(&page, view).await?;
                let now = Shown { view: view.to_owned(), chart: true, table: opened };
                assert_eq!(Shown::on(&page).await?, now);
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn no_view_scrolls_sideways_on_a_phone() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().open().await?;
    for view in ["cumulative", "waves", "places", "table"] {
        switch_to(&page, view).await?;
        let wide: f64 = page.ask("document.scrollingElement.scrollWidth").await?;
        assert!(wide <= 320.0, "{view} is {wide} px wide");
    }
    Ok(())
}

#[tokio::test]
async fn a_chart_that_comes_back_fits_a_window_that_was_resized_meanwhile() -> Result<()> {
    let page = Visit::to(Story::Own).by("?view=table").open().await?;
    for width in [360, 700, 1100] {
        page.resize(width, 900).await?;
        switch_to(&page, "cumulative").await?;
        page.settle().await?;
        let (drawn, shown): (f64, f64) = page
            .ask(
                "(it => [it.viewBox.baseVal.width, rect(it).width])
                    (one('.chart-svg', figure('releases')))",
            )
            .await?;
        assert!((drawn - shown).abs() < 1.0, "drawn for {drawn} px, shown at {shown}");
        switch_to(&page, "table").await?;
    }
    Ok(())
}
