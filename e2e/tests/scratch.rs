use thirtyfour::prelude::*;
async fn go(how: u8) -> anyhow::Result<()> {
    let mut p = std::process::Command::new("chromedriver")
        .args(["--port=4777", "--verbose", "--log-path=/tmp/cd.log"])
        .spawn()?;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    let mut c = DesiredCapabilities::chrome();
    for a in ["--headless=new", "--no-sandbox", "--disable-gpu"] {
        c.add_arg(a)?;
    }
    let d = WebDriver::new("http://127.0.0.1:4777", c).await?;
    d.goto("data:text/html,hi").await?;
    let t = std::time::Instant::now();
    if how == 0 {
        d.quit().await?;
    } else {
        drop(d);
    }
    println!("{how} end {:?}", t.elapsed());
    p.kill()?;
    Ok(())
}
#[tokio::test]
async fn a_quit() -> anyhow::Result<()> {
    go(0).await
}
#[tokio::test]
async fn b_drop() -> anyhow::Result<()> {
    go(1).await
}
