//! The page on which a newsroom chooses a piece, sees it as its readers will, and copies what to paste.

use leptos::prelude::*;

use super::frames::{Piece, pieces};
use super::{Page, Scripts};
use crate::data::RECORDS;

/// Its file.
pub(super) const BUILDER: &str = "embed.html";

/// The piece that is shown until another is chosen.
const FIRST: &str = "releases";

pub(super) fn page(url: Option<&str>) -> Page {
    let style = include_str!("../../style/builder.css");
    Page::beside(BUILDER, "Embed", style, || body(url.is_some()), Scripts::Builder)
}

fn body(is_described: bool) -> AnyView {
    view! {
        <header class="masthead">
            <p class="kicker"><a href="./">{RECORDS.story.headline}</a></p>
            <h1>"Embed this explainer"</h1>
            <p class="standfirst">
                "Choose a piece, look at it as your readers will, and copy what your system takes. It asks nobody but its own host for anything, and stores nothing."
            </p>
        </header>
        <main id="main" class="builder">
            <noscript>{by_hand()}</noscript>
            <form hidden>{choices()}</form>
            <section aria-label="Preview" hidden>
                <a class="past" href="#html">"To the code, past the preview"</a>
                <div class="stage" tabindex="0" role="region" aria-label="The piece in a page"><div class="column"></div></div>
                <p class="sources told" role="status"></p>
            </section>
            <section class="codes" aria-label="To copy" hidden>
                <p class="sources" data-role="closed">"This server does not let pages of others read its files (Access-Control-Allow-Origin: *). So the script is given without its hash, and figures in a sandbox load a larger file."</p>
                {codes(is_described)}
            </section>
        </main>
    }
    .into_any()
}

/// For editors without scripts: the addresses of all pieces.
fn by_hand() -> AnyView {
    let links = pieces().into_iter().map(|it| {
        let (file, words) =
            (format!("embed/{}/index.html", it.name), format!("embed/{}/", it.name));
        view! { <li><a href=file>{words}</a>": "{it.title}</li> }
    });
    view! {
        <p>"The preview needs scripts. Without them, put the address of a piece into an iframe as it is:"</p>
        <ul>{links.collect_view()}</ul>
    }
    .into_any()
}

fn choices() -> AnyView {
    let pieces = pieces();
    let of = |kinds: &'static [&'static str]| {
        let listed = pieces.iter().filter(|it| {
            let kind = it.name.split_once('-').map_or("", |it| it.0);
            kinds.contains(&kind)
        });
        listed.map(option).collect_view()
    };
    view! {
        <p>
            <label>"Piece "
                <select name="piece">
                    <optgroup label="Figures">{of(&[""])}</optgroup>
                    <optgroup label="One step of the story">{of(&["step"])}</optgroup>
                    <optgroup label="One part of the text">{of(&["text"])}</optgroup>
                    <optgroup label="One release">{of(&["release"])}</optgroup>
                    <optgroup label="One measure">{of(&["measure"])}</optgroup>
                    <optgroup label="One actor">{of(&["actor"])}</optgroup>
                </select>
            </label>
        </p>
        {radios("Theme", "theme", &[("auto", "The reader's"), ("light", "Light"), ("dark", "Dark")])}
        {radios("Width", "width", &[("600", "600 px"), ("320", "320 px"), ("900", "900 px")])}
        {radios("In a page", "host", &[
            ("plain", "as it is"),
            ("sandboxed", "that sandboxes frames"),
            ("stripped", "that strips scripts, in a browser that does not size frames"),
            ("scriptless", "that allows no scripts in frames"),
            ("dark", "that is dark"),
        ])}
        <fieldset>
            <legend>"And"</legend>
            {flag("plain", "without title and link")}
            {flag("compact", "short, for systems that limit the height")}
            {flag("transparent", "on your page’s own ground; choose the theme that your page has")}
            {flag("static", "as a picture with links, without wasm")}
        </fieldset>
        <fieldset class="state"><legend>"Shows first"</legend><div></div></fieldset>
    }
    .into_any()
}

fn option(piece: &Piece) -> AnyView {
    let (file, words) = piece.still().unwrap_or_default();
    view! { <option value=piece.name.clone() selected=piece.name == FIRST data-still=file data-words=words>{piece.title.clone()}</option> }
        .into_any()
}

fn radios(
    title: &'static str,
    name: &'static str,
    choices: &'static [(&'static str, &'static str)],
) -> AnyView {
    let radios = choices.iter().enumerate().map(|(idx, (value, words))| {
        view! { <label><input type="radio" name=name value=*value checked=idx == 0/>{*words}</label> }
    });
    view! { <fieldset><legend>{title}</legend>{radios.collect_view()}</fieldset> }.into_any()
}

fn flag(name: &'static str, words: &'static str) -> AnyView {
    view! { <label><input type="checkbox" name=name/>{words}</label> }.into_any()
}

fn codes(is_described: bool) -> AnyView {
    let code = |name: &'static str, title: &'static str, note: &'static str| {
        view! {
            <div class="code" data-code=name>
                <h2><label for=name>{title}</label></h2>
                <p class="sources">{note}</p>
                <textarea id=name readonly=true rows="4" spellcheck="false"></textarea>
                <button type="button" aria-label=format!("Copy: {title}")>"Copy"</button>
            </div>
        }
    };
    view! {
        {code("html", "HTML", "For any page. Browsers that size frames by themselves need no script; for others the second element does it. Where your system strips it, the frame keeps the height given here.")}
        {code("amp", "AMP", "For AMP pages; the frame grows when it tells its height.")}
        {is_described.then(|| code("oembed", "Address to paste", "For WordPress and other systems that turn an address into a frame (oEmbed). It shows the piece as it is at first; what is chosen here is for HTML and AMP. WordPress opens no links to other sites in such frames."))}
        {code("still", "Picture", "Where frames are not allowed: a still of the figure as it is at first, with its words for those who cannot see it. Say beneath it where it comes from.")}
    }
    .into_any()
}
