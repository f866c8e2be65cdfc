//! Where the page is served from, and what its address may carry.

use anyhow::Result;
use e2e::{Chart, Story, Visit};

#[tokio::test]
async fn the_folder_works_at_any_path() -> Result<()> {
    let page = Visit::to(Story::Own).below("/some/deep/path/").open().await?;
    page.click("figure [data-actor]").await?;
    assert_ne!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, "");
    let (x, y) = page.bring(&Chart::RELEASES.layer()).await?.middle();
    page.point_at(x, y).await?;
    Chart::RELEASES.chosen(&page).await?;
    let outside: Vec<String> =
        page.requested().into_iter().filter(|it| !it.starts_with("/some/deep/path/")).collect();
    assert_eq!(outside, [""; 0]);
    assert_eq!(page.console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn the_page_may_be_named_by_its_file() -> Result<()> {
    let page = Visit::to(Story::Own).by("index.html").open().await?;
    assert_eq!(page.console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn an_address_with_nonsense_does_no_harm() -> Result<()> {
    for nonsense in [
        "?x=%00&figure=zzz#nope",
        "?figure&&==&%ff#%",
        "#claim-",
        "#release-'\"><b>",
        "?#actor-nobody",
    ] {
        let page = Visit::to(Story::Own).by(nonsense).open().await?;
        assert_eq!(page.console().await?, [""; 0], "{nonsense}");
        page.click("figure [data-actor]").await?;
        assert_ne!(page.ask::<String>("one('[data-role=detail]').dataset.for").await?, "");
    }
    Ok(())
}
