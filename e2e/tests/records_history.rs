//! Records as steps of the history.

use anyhow::Result;
use e2e::{Key, Story, Visit};

use crate::records::{NUMBERS, click_number, is_back, open_records, opened, shows};

#[tokio::test]
async fn back_leads_from_record_to_record_and_close_out_of_all() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let inside = "shown('[data-open] a[href*=\"#\"]').find(it =>
        document.getElementById(it.hash.slice(1))?.matches('.sheet:not([data-open])'))";
    let open = "document.querySelector('[data-open]')";
    let ways: [&str; 2] = ["one('[data-open] .close').click()", "history.back()"];
    for way_out in ways {
        // One that leads on to another.
        let leads = "[...document.querySelectorAll('#in-short a[data-claim], .key-figures a[data-claim], .step a[data-claim]')]";
        let n_links: usize = page.ask(&format!("{leads}.length")).await?;
        let mut is_found = false;
        for nth in 0..n_links {
            page.run(&format!("window.number = {leads}[{nth}]; number.focus(); number.click()"))
                .await?;
            page.until(&format!("!!{open}")).await?;
            is_found = page.ask(&format!("!!{inside}")).await?;
            if is_found {
                break;
            }
            page.press(Key::Escape).await?;
            page.until("!/^#(claim|term)-/.test(location.hash)").await?;
        }
        assert!(is_found, "no record leads to another");
        let steps: usize = page.ask("history.length").await?;
        let scrolled: f64 = page.ask("scrollY").await?;
        let first: String = page.ask("location.hash").await?;
        page.run(&format!("{inside}.click()")).await?;
        page.until(&format!("location.hash !== {first:?}")).await?;
        assert_eq!(page.ask::<usize>("history.length").await?, steps + 1);
        page.run("history.back()").await?;
        page.until(&format!("location.hash === {first:?}")).await?;
        page.settle().await?;
        let is_first =
            format!("'#' + {open}.id === {first:?} && {open}.contains(document.activeElement)");
        assert!(page.ask::<bool>(&is_first).await?, "the first record is not open again");
        assert_eq!(page.ask::<usize>("shown('.sheet').length").await?, 1);
        page.run("history.forward()").await?;
        page.until(&format!("location.hash !== {first:?}")).await?;
        page.settle().await?;
        if way_out == "history.back()" {
            page.run(way_out).await?;
            page.until(&format!("location.hash === {first:?}")).await?;
            page.settle().await?;
        }
        page.run(way_out).await?;
        page.until("!/^#(claim|term)-/.test(location.hash)").await?;
        is_back(&page).await?;
        assert_eq!(page.ask::<usize>("shown('.sheet').length").await?, 0);
        assert!((page.ask::<f64>("scrollY").await? - scrolled).abs() < 2.0);
    }
    Ok(())
}

#[tokio::test]
async fn what_is_chosen_beside_a_record_takes_its_place_in_the_history() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let id = click_number(&page, NUMBERS[0]).await?;
    shows(&page, &id).await?;
    // As the keyboard does it, without a click.
    page.run(
        "const menu = document.querySelector('.filters select');
        menu.selectedIndex = 1;
        menu.dispatchEvent(new Event('input', { bubbles: true }))",
    )
    .await?;
    page.until("location.search !== '' && !location.hash.startsWith('#claim-')").await?;
    let chosen: String = page.ask("location.search").await?;
    page.press(Key::Escape).await?;
    page.settle().await?;
    assert_eq!(open_records(&page).await?, [""; 0]);
    assert_eq!(page.ask::<String>("location.search").await?, chosen);
    page.run("history.back()").await?;
    page.until("location.search === ''").await?;
    page.settle().await?;
    assert_eq!(open_records(&page).await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn the_way_back_from_a_record_leads_to_the_one_that_the_address_opened() -> Result<()> {
    let page = opened(Visit::to(Story::Own)).await?;
    let id: String = page.ask(&format!("one({:?}).dataset.claim", NUMBERS[0])).await?;
    page.go(&format!("?again#claim-{id}")).await?;
    page.until_ready().await?;
    page.until("shown('[data-role=claim]').length === 1").await?;
    let other = "shown('.key-figures a[data-claim]')[1]";
    let second: String = page.ask(&format!("{other}.dataset.claim")).await?;
    page.run(&format!("{other}.click()")).await?;
    page.until(&format!("location.hash === '#claim-{second}'")).await?;
    assert_eq!(open_records(&page).await?, [second.as_str()]);
    page.run("history.back()").await?;
    page.until(&format!("location.hash === '#claim-{id}'")).await?;
    page.until("shown('[data-role=claim]').length === 1").await?;
    assert_eq!(open_records(&page).await?, [id.as_str()]);
    page.press(Key::Escape).await?;
    page.until("shown('.sheet').length === 0").await?;
    Ok(())
}
