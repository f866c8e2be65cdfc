//! Links that lead deep into the page: what is chosen there is chosen, whatever else the address says.

use anyhow::{Result, ensure};
use e2e::{Story, Visit};

/// Queries, and what is then true of the page. What depends on the story is named by the page itself.
const LINKS: [(&str, &str); 21] = [
    ("?view=waves", "checked('view') === 'waves'"),
    ("?view=table", "checked('view') === 'table' && one('#releases .twin').open"),
    ("?counting=people", "checked('counting') === 'people'"),
    ("?shape=list", "checked('shape') === 'list'"),
    ("?theme=dark", "document.documentElement.dataset.theme === 'dark'"),
    ("?theme=light&theme=dark", "document.documentElement.dataset.theme === 'dark'"),
    ("?theme=purple", "document.documentElement.dataset.theme !== 'purple'"),
    ("?release=RELEASE", "chosen('releases')?.release === 'RELEASE'"),
    ("?measure=MEASURE", "chosen('releases')?.measure === 'MEASURE'"),
    ("?release=nothing&actor=ACTOR", "told() === 'ACTOR'"),
    ("?actor=ACTOR", "told() === 'ACTOR'"),
    ("?actor=ACTOR&near=2", "told() === 'ACTOR' && document.querySelector('[name=two]').checked"),
    ("?actor=%E0%A4%A&near=9", "told() === ''"),
    ("?held=HELD", "chosen('held')?.claim === 'HELD'"),
    ("?time=YEAR", "checked('time') === ''"),
    (
        "?time=1901-01..1902-01",
        "shown('#releases .overlay [data-release]').length > 5
            && !document.querySelector('#releases tbody [hidden]') && checked('time') === ''",
    ),
    ("?actor=ACTOR&chain=ACTOR", "told() === 'ACTOR' && !document.querySelector('.no-chain')"),
    ("?time=2999..1000&time=&&=", "shown('#releases .overlay [data-release]').length > 5"),
    ("?first=yes", "document.querySelector('[name=seed]').checked"),
    ("?step=STEP", "location.search === '?step=STEP' && reader() === 'STEP'"),
    (
        "?step=STEP&time=&release=RELEASE",
        "chosen('releases')?.release === 'RELEASE' && reader() === 'STEP'",
    ),
];

const FUNCTIONS: &str = "
    const checked = name => document.querySelector(`input[name=${name}]:checked`)?.value;
    const chosen = name => shown(`[data-island=${name}] .mark.chosen`)[0]?.dataset;
    const told = () => document.querySelector('[data-role=detail]').dataset.for;
    const reader = () => document.querySelector('.progress [aria-current]')?.hash.slice(6);";

#[tokio::test]
async fn twenty_one_links_show_what_they_name() -> Result<()> {
    let page = Visit::to(Story::Own).open().await?;
    let names: Vec<(String, String)> = page
        .ask(
            "[['RELEASE', '#releases [data-release]', 'release'], ['MEASURE', '#releases [data-measure]', 'measure'],
              ['ACTOR', '#map [data-actor]', 'actor'], ['HELD', '#held [data-claim]', 'claim'],
              ['STEP', '.step:nth-child(5)', 'step']]
                .map(([name, selector, key]) => [name, shown(selector)[0].dataset[key]])",
        )
        .await?;
    for (query, holds) in LINKS {
        let fill =
            |it: &str| names.iter().fold(it.to_owned(), |it, (name, id)| it.replace(name, id));
        let (query, holds) = (fill(query), fill(holds));
        page.go(&query).await?;
        page.until_ready().await?;
        let holds = page.until(&format!("(() => {{ {FUNCTIONS} return {holds}; }})()")).await;
        ensure!(holds.is_ok(), "{query}: {holds:?}");
        ensure!(page.console().await?.is_empty(), "{query}");
    }
    Ok(())
}

/// What the address asks for may make a figure higher or lower while the page is still laid out.
#[tokio::test]
async fn a_link_to_a_place_leads_there() -> Result<()> {
    for _ in 0..4 {
        let page = Visit::to(Story::Own).on_phone().by("?view=table#releases").open().await?;
        page.settle().await?;
        let top: f64 = page.ask("rect(one('#releases')).y").await?;
        ensure!((-1.0..100.0).contains(&top), "it is {top} px from the top");
        assert_eq!(
            page.ask::<String>("location.search + location.hash").await?,
            "?view=table#releases"
        );
    }
    Ok(())
}

/// Over the panel that tells of it on a phone, beside it elsewhere. Whoever lies near the upper edge leaves the title in its place.
#[tokio::test]
async fn a_link_to_an_actor_in_the_map_leads_to_that_actor() -> Result<()> {
    let high = "rect(one('#map')).y";
    for visit in [Visit::to(Story::Own), Visit::to(Story::Own).on_phone()] {
        for (actor, is_low) in [("pavel-sapelka", true), ("vladimir-putin", false)] {
            let page = visit.clone().by(&format!("?actor={actor}#map")).open().await?;
            page.settle().await?;
            let node = format!("shown('#map [data-actor={actor}]')[0]");
            let (top, bottom, limit): (f64, f64, f64) = page
                .ask(&format!(
                    "(() => {{
                        const [node, panel] = [{node}, one('#map [data-role=detail]')].map(it => it.getBoundingClientRect());
                        const isUnder = panel.x < node.right;
                        return [node.y, node.bottom, isUnder ? Math.min(panel.y, innerHeight) : innerHeight];
                    }})()"
                ))
                .await?;
            ensure!(0.0 <= top && bottom <= limit, "{actor} from {top} to {bottom} in {limit}");
            let title: f64 = page.ask(high).await?;
            ensure!((title < -1.0) == is_low, "{actor}: the title is at {title}");
        }
    }
    Ok(())
}
