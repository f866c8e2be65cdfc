use anyhow::Result;
use e2e::{Story, Visit};
#[tokio::test]
async fn timing() -> Result<()> {
    let t = std::time::Instant::now();
    let page = Visit::to(Story::Own).open().await?;
    println!("open {:?}", t.elapsed());
    let _: usize = page.ask("performance.getEntriesByName('explainer:ready').length").await?;
    println!("ask {:?}", t.elapsed());
    drop(page);
    println!("drop {:?}", t.elapsed());
    Ok(())
}
