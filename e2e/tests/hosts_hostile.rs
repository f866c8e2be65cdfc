//! Hosts that send anything at all: what real hosts send, broken in every way, from a seed that is always the same.

use anyhow::Result;
use e2e::{Host, Piece};

/// What hosts send, and what once was thought of to do harm.
const CORPUS: &str = include_str!("../corpus/messages.json");
const N_MESSAGES: u32 = 20_000;

/// Sends that many messages, each made of one or two of the corpus.
const SEND: &str = r#"
let state = 20251213;
const random = () => {
    state = state + 0x6D2B79F5 | 0;
    let it = Math.imul(state ^ state >>> 15, 1 | state);
    it = it + Math.imul(it ^ it >>> 7, 61 | it) ^ it;
    return ((it ^ it >>> 14) >>> 0) / 4294967296;
};
const any = list => list[Math.floor(random() * list.length)];
const odd = [':', ',', 'true', 'NaN', '1e400', '-1', '\0', '\ud800', '\u202e', 'é', '%00', '[iFrameSizer]', 'xPYMx', '"', '{', '\n', 'a'.repeat(5000)];
const brokenText = text => {
    const at = Math.floor(random() * (text.length + 1));
    const other = any(corpus);
    return any([
        () => text.slice(0, at),
        () => text.slice(at),
        () => text.slice(0, at) + any(odd) + text.slice(at),
        () => text.slice(0, at) + (typeof other === 'string' ? other.slice(at) : JSON.stringify(other)),
        () => text.replace(/\d+/, () => any(odd)),
        () => text.split(':').sort(() => random() - .5).join(':'),
        () => text,
    ])();
};
const brokenValue = value => {
    if (typeof value === 'string') return brokenText(value);
    if (value === null || typeof value !== 'object') return any([value, undefined, NaN, 1n, new Date(NaN), /x/g, [value]]);
    const copy = structuredClone(value);
    const key = any([...Object.keys(copy), 'type', 'message', 'toString']);
    any([
        () => delete copy[key],
        () => copy[key] = brokenValue(any(corpus)),
        () => copy[key] = copy,
        () => copy[key] = new Map([[key, copy]]),
        () => copy[key] = new ArrayBuffer(9),
        () => copy[key] = new Error(key),
        () => {},
    ])();
    return copy;
};
const send = async n => {
    for (let idx = 0; idx < n; idx += 1) {
        frame.contentWindow.postMessage(brokenValue(any(corpus)), '*');
        if (idx % 500 === 0) await new Promise(it => setTimeout(it, 10));
    }
};
"#;

async fn holds_out(address: &'static str) -> Result<()> {
    let body = format!(
        r#"<iframe src="{{frame}}" title="A piece" data-explainer style="width:100%;border:0;height:400px"></iframe>
        <script src="{{ours}}embed-1.js"></script>
        <script>
        const frame = document.querySelector('iframe');
        let n_heard = 0;
        addEventListener('message', ({{ source }}) => {{ n_heard += source === frame.contentWindow; }});
        const corpus = {CORPUS};
        {SEND}
        </script>"#
    );
    let host = Host::open(Piece::SAMPLE.at(address), &body).await?;
    let before = host.fits(0).await?;
    let looks =
        "[location.href, document.body.innerText, document.documentElement.outerHTML.length]";
    let first: (String, String, usize) = host.inside(looks).await?;
    assert_eq!(host.page().console().await?, [""; 0]);

    host.page()
        .run(&format!(
            "window.sent = false; send({N_MESSAGES}).then(() => {{ window.sent = true; }})"
        ))
        .await?;
    host.page().until("window.sent").await?;
    host.page().settle().await?;

    assert_eq!(host.page().console().await?, [""; 0], "a message is an error to it");
    assert_eq!(host.inside::<(String, String, usize)>(looks).await?, first, "a message changes it");
    assert!((host.fits(0).await? - before).abs() <= 1.0);
    let n_heard: u32 = host.page().ask("n_heard").await?;
    assert!(n_heard < N_MESSAGES / 4, "{n_heard} answers to {N_MESSAGES} messages");
    host.follows().await
}

#[tokio::test]
async fn whatever_a_host_sends_a_piece_stays_as_it_is() -> Result<()> {
    holds_out("embed/sample/").await
}

#[tokio::test]
async fn nor_does_it_help_to_know_the_ids() -> Result<()> {
    holds_out("embed/sample/?childId=sample&host=guardian#?secret=aB3dE6gH9j").await
}
