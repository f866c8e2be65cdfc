//! The table of all numbers, by style sheets alone.

use anyhow::Result;
use e2e::{Story, Visit, Wasm};

const SHOWN: &str = "shown('.audit > .table tbody tr').length";

#[tokio::test]
async fn filters_show_as_many_numbers_as_they_say() -> Result<()> {
    for story in [Story::Own, Story::Fixture] {
        let page = Visit::to(story).by("audit.html").with_wasm(Wasm::Missing).open().await?;
        for value in ["single", "disputed", "derived", "bound", "all"] {
            page.click(&format!("label:has([value={value}])")).await?;
            let label: String =
                page.ask(&format!("words(one('label:has([value={value}])'))")).await?;
            let shown: usize = page.ask(SHOWN).await?;
            assert!(label.ends_with(&format!("({shown})")), "{label}: {shown}");
        }
        let sum: usize = page.ask("shown('#sum tbody tr').length").await?;
        assert!(sum > 3, "{sum}");
        page.click("#sum tbody a").await?;
        page.until("document.querySelector(':target')?.id.startsWith('release-')").await?;
        assert_eq!(page.console().await?.iter().filter(|it| !it.contains("404")).count(), 0);
    }
    Ok(())
}
