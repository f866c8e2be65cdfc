//! Hosts with a few lines of their own for one protocol, in the shape in which these are documented.

use anyhow::Result;
use e2e::{Host, Piece};

#[tokio::test]
async fn datawrapper() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        r#"<iframe title="A sample" aria-label="A sample" id="datawrapper-chart-sample" src="{frame}"
            scrolling="no" frameborder="0" style="width: 0; min-width: 100% !important; border: none;"
            height="400" data-external="1"></iframe>
        <script>
        window.addEventListener('message', event => {
            if (typeof event.data['datawrapper-height'] === 'undefined') return;
            const iframes = document.querySelectorAll('iframe');
            for (const id in event.data['datawrapper-height']) {
                for (const iframe of iframes) {
                    if (iframe.contentWindow !== event.source) continue;
                    iframe.style.height = event.data['datawrapper-height'][id] + 'px';
                }
            }
        });
        </script>"#,
    )
    .await?;
    host.follows().await?;
    assert_eq!(host.page().console().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn datawrapper_by_the_id_in_the_address() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE.at("embed/sample/index.html?dark=true"),
        r#"<iframe src="{frame}" width="100%" height="400" frameborder="0"></iframe>
        <script>
        window.addEventListener('message', event => {
            const heights = event.data['datawrapper-height'];
            for (const id in heights) {
                const frame = document.querySelector(`#datawrapper-chart-${id}, iframe[src*="${id}"]`);
                if (frame) frame.style.height = heights[id] + 'px';
            }
        });
        </script>"#,
    )
    .await?;
    host.follows().await?;
    host.until_inside("document.documentElement.dataset.theme === 'dark'").await
}

/// As amp-iframe does: sandboxed, the fragment added, and no height under 100 px.
#[tokio::test]
async fn amp() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE.at("embed/sample/#amp=1"),
        r#"<iframe src="{frame}" sandbox="allow-scripts" width="100%" height="400" frameborder="0"></iframe>
        <script>
        const frame = document.querySelector('iframe');
        addEventListener('message', ({ source, data }) => {
            if (source !== frame.contentWindow || !data || data.sentinel !== 'amp') return;
            if (data.type !== 'embed-size' || !(data.height >= 100)) return;
            frame.height = data.height;
        });
        </script>"#,
    )
    .await?;
    host.follows().await
}

#[tokio::test]
async fn amp_that_comes_late_and_asks() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        r#"<iframe src="{frame}" sandbox="allow-scripts" width="100%" height="400" frameborder="0"></iframe>
        <script>
        const frame = document.querySelector('iframe');
        addEventListener('load', () => setTimeout(() => {
            addEventListener('message', ({ source, data }) => {
                if (source === frame.contentWindow && data.type === 'embed-size') frame.height = data.height;
            });
            frame.contentWindow.postMessage({ type: 'embed-size-query' }, '*');
        }, 500));
        </script>"#,
    )
    .await?;
    host.follows().await
}

/// What WordPress makes of an address that somebody has pasted, and its host script's rules.
fn wordpress(before: &str, after: &str) -> String {
    format!(
        r##"<style>.wp-embedded-content {{ max-width: 100% }}</style>
        <figure><blockquote class="wp-embedded-content" data-secret="aB3dE6gH9j"><a href="{{frame}}">A
            sample</a></blockquote>
        <iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"
            style="position: absolute; visibility: hidden;" title="A sample" width="600" height="400"
            src="{{frame}}{before}" data-secret="aB3dE6gH9j" frameborder="0" marginwidth="0"
            marginheight="0" scrolling="no"></iframe></figure>
        <script>
        const receive = event => {{
            const data = event.data;
            if (!data) return;
            if (!(data.secret || data.message || data.value)) return;
            if (/[^a-zA-Z0-9]/.test(data.secret)) return;
            const named = it => document.querySelectorAll(`${{it}}[data-secret="${{data.secret}}"]`);
            for (const quote of named('blockquote')) quote.style.display = 'none';
            for (const source of named('iframe')) {{
                if (event.source !== source.contentWindow) continue;
                source.removeAttribute('style');
                if (data.message !== 'height') continue;
                const height = parseInt(data.value, 10);
                source.height = Math.min(Math.max(height, 200), 1000);
            }}
        }};
        {after}
        </script>"##
    )
}

#[tokio::test]
async fn wordpress_by_a_pasted_address() -> Result<()> {
    let body = wordpress("#?secret=aB3dE6gH9j", "addEventListener('message', receive)");
    let host = Host::open(Piece::SAMPLE, &body).await?;
    host.follows().await?;
    let page = host.page();
    assert!(!page.ask::<bool>("document.querySelector('iframe').hasAttribute('style')").await?);
    assert_eq!(
        page.ask::<String>("document.querySelector('blockquote').style.display").await?,
        "none"
    );
    Ok(())
}

#[tokio::test]
async fn wordpress_whose_script_comes_late_and_says_that_it_is_ready() -> Result<()> {
    let late = "addEventListener('load', () => setTimeout(() => {
        addEventListener('message', receive);
        document.querySelector('iframe').contentWindow.postMessage(
            { message: 'ready', secret: 'aB3dE6gH9j' }, '*');
    }, 500));";
    let host = Host::open(Piece::SAMPLE, &wordpress("#?secret=aB3dE6gH9j", late)).await?;
    host.follows().await
}

#[tokio::test]
async fn medium() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE,
        r#"<iframe src="{frame}" width="100%" height="400" frameborder="0"></iframe>
        <script>
        addEventListener('message', ({ data }) => {
            if (typeof data !== 'string' || !data.startsWith('{')) return;
            const { src, context, height } = JSON.parse(data);
            if (context !== 'iframe.resize') return;
            for (const frame of document.querySelectorAll('iframe')) {
                if (frame.src === src) frame.height = height;
            }
        });
        </script>"#,
    )
    .await?;
    host.follows().await
}

#[tokio::test]
async fn guardian() -> Result<()> {
    let host = Host::open(
        Piece::SAMPLE.at("embed/sample/?host=guardian"),
        r#"<iframe src="{frame}" width="100%" height="400" frameborder="0"></iframe>
        <script>
        const frame = document.querySelector('iframe');
        addEventListener('message', ({ source, data }) => {
            if (source !== frame.contentWindow || typeof data !== 'string' || data[0] !== '{') return;
            const message = JSON.parse(data);
            if (message.type !== 'set-height' || !/^iframeMessenger:.{5}$/.test(message.id)) return;
            frame.height = message.value;
        });
        </script>"#,
    )
    .await?;
    host.follows().await
}
