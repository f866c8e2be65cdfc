//! Totals that others reported, in the chart of releases.

use anyhow::Result;
use e2e::{Story, Visit};

/// What opens a record means no release beside it. Where a release lies close by, the tap is its own.
#[tokio::test]
async fn a_tap_that_opens_a_reported_total_chooses_no_release() -> Result<()> {
    let page = Visit::to(Story::Own).on_phone().open().await?;
    let totals: Vec<String> = page
        .ask("shown('#releases .mark[data-claim]:not(.swept)').map(it => it.dataset.claim)")
        .await?;
    let chosen = "shown('#releases .mark.chosen')[0].dataset.release";
    let mut n_opened = 0;
    for total in totals {
        page.go("").await?;
        page.until_ready().await?;
        page.settle().await?;
        let total = format!("#releases .mark[data-claim='{total}'] .hit");
        page.run(&format!("one(\"{total}\").scrollIntoView({{ block: 'center' }})")).await?;
        page.settle().await?;
        let before: String = page.ask(chosen).await?;
        let (x, y) = page.rect(&total).await?.middle();
        page.tap_at(x, y).await?;
        page.settle().await?;
        if page.ask("shown('.sheet[data-open]').length > 0").await? {
            assert_eq!(page.ask::<String>(chosen).await?, before, "{total}");
            n_opened += 1;
        }
    }
    assert!(n_opened > 0, "no tap has opened a record");
    page.is_quiet().await
}
