//! t
use anyhow::Result;
use e2e::{Story, Visit};

#[tokio::test]
async fn the_page_says_when_it_is_interactive() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let n_marks: usize = page.ask("performance.getEntriesByName('explainer:ready').length").await?;
    assert_eq!(n_marks, 1);
    Ok(())
}
