//! Finds the files that a browser fetches at once for a page: its CSS, JavaScript and wasm.

use crate::html::{self, Part, attribute};

/// The files that the HTML refers to by `<link>`, `<script src>` and the imports of inline
/// modules, relative to the page, each once, in the order of the page.
pub(crate) fn references(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in html::parts(html) {
        match part {
            Part::Tag(tag) if html::name(tag) == "link" => found.extend(link(tag)),
            Part::Raw(tag, body, _) if html::name(tag) == "script" => match attribute(tag, "src") {
                Some(src) => found.push(src),
                None if is_module(tag) => found.extend(quoted(body)),
                None => {}
            },
            _ => {}
        }
    }
    each_once(found.iter().filter_map(|url| file_of(url)))
}

/// What has come when browsers draw the page for the first time: all of it to the end of the element that its
/// `<link rel="expect">` names. `None` if it names none that there is.
pub(crate) fn first_screen(html: &str) -> Option<&str> {
    let parts = html::parts(html);
    let waits = parts.iter().find_map(|it| match it {
        Part::Tag(tag) if html::name(tag) == "link" && attribute(tag, "rel")? == "expect" => {
            attribute(tag, "href")
        }
        _ => None,
    })?;
    let mut open: Option<(String, usize)> = None;
    let mut len = 0;
    for part in &parts {
        len += part.len();
        let Part::Tag(tag) = part else { continue };
        let name = html::name(tag);
        match &mut open {
            None if attribute(tag, "id").as_deref() == waits.strip_prefix('#') => {
                open = Some((name, 1))
            }
            Some((element, depth)) if name == *element => *depth += 1,
            Some((element, depth)) if name.strip_prefix('/') == Some(&**element) => *depth -= 1,
            _ => {}
        }
        if open.as_ref().is_some_and(|it| it.1 == 0) {
            return html.get(..len);
        }
    }
    None
}

/// The files that inline scripts name which are no modules, as [`references`] has them: such a script imports nothing when
/// it is read, and those of the page fetch what they name once the page has settled.
pub(crate) fn later(html: &str) -> Vec<String> {
    let scripts = html::parts(html).into_iter().filter_map(|it| match it {
        Part::Raw(tag, body, _) if html::is_javascript(tag) && !is_module(tag) => Some(body),
        _ => None,
    });
    each_once(scripts.flat_map(quoted).filter_map(|url| file_of(&url)))
}

fn is_module(tag: &str) -> bool {
    attribute(tag, "type").as_deref() == Some("module")
}

/// All files beside the page that it has links to, loads or shows, each once, as [`references`] has them.
/// The page's own folder is `""`.
pub(crate) fn neighbours(html: &str) -> Vec<String> {
    let tags = html::parts(html).into_iter().filter_map(|it| match it {
        Part::Tag(tag) | Part::Raw(tag, ..) => Some(tag),
        Part::Text(_) => None,
    });
    let tags = tags.filter(|it| ["a", "link", "img", "script"].contains(&&*html::name(it)));
    let urls = tags.filter_map(|it| attribute(it, "href").or_else(|| attribute(it, "src")));
    let files = urls.filter_map(|url| {
        let is_elsewhere = url.starts_with(['#', '/']) || url.split('/').next()?.contains(':');
        let path = url.split(['?', '#']).next()?;
        (!is_elsewhere).then(|| path.trim_start_matches("./").to_owned())
    });
    each_once(files)
}

fn each_once(found: impl Iterator<Item = String>) -> Vec<String> {
    let mut files = Vec::new();
    for file in found {
        if !files.contains(&file) {
            files.push(file);
        }
    }
    files
}

fn link(tag: &str) -> Option<String> {
    let rel = attribute(tag, "rel")?;
    let fetched = ["stylesheet", "preload", "modulepreload"];
    rel.split_ascii_whitespace().any(|it| fetched.contains(&it)).then(|| attribute(tag, "href"))?
}

/// The quoted texts of an inline script.
fn quoted(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = script;
    while let Some(start) = rest.find(['\'', '"']) {
        let quoted = &rest[start..];
        let quote = &quoted[..1];
        let Some((text, after)) = quoted[1..].split_once(quote) else { break };
        found.push(text.to_owned());
        rest = after;
    }
    found
}

/// The path below the page's folder, if the URL is one of ours and of a kind that counts.
fn file_of(url: &str) -> Option<String> {
    let url = url.split(['?', '#']).next()?;
    if url.contains("://") || url.starts_with("//") {
        return None;
    }
    let counts = [".css", ".js", ".mjs", ".wasm"].iter().any(|it| url.ends_with(it));
    counts.then(|| url.trim_start_matches("./").trim_start_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_trunk_writes_is_found() {
        let html = r#"<!doctype html><html><head><title>1 < 2</title>
<link rel="stylesheet" href="./style-1a.css" integrity="sha384-a"/>
<link rel="icon" href="icon.svg"><link rel="manifest" href="app.webmanifest">
<link rel="modulepreload" href="./app-2b.js" crossorigin="anonymous">
<link rel=preload href="./app-2b_bg.wasm" as="fetch" type="application/wasm">
<script type="module">
import init, * as bindings from './app-2b.js';
const wasm = await init({ module_or_path: './app-2b_bg.wasm' });
dispatchEvent(new CustomEvent("TrunkApplicationStarted", {detail: {wasm}}));
</script></head><body><p>story</p></body></html>"#;
        assert_eq!(references(html), ["style-1a.css", "app-2b.js", "app-2b_bg.wasm"]);
    }

    #[test]
    fn scripts_by_address_count_and_foreign_ones_do_not() {
        let html = "<script src='boot.js?v=1' defer></script>\
            <script src=https://elsewhere.example/x.js></script>\
            <script async src=late.mjs></script><script data-src='no.js'></script>";
        assert_eq!(references(html), ["boot.js", "late.mjs"]);
    }

    #[test]
    fn mentions_are_not_references() {
        let html = r#"<!-- <script src="old.js"></script> --><a title="a > b" href="host.js">host.js</a>
<code>&lt;script src="host.js"&gt;</code>
<script type="application/ld+json">{"url": "data.js"}</script>
<script>import("./late.js")</script>"#;
        assert!(references(html).is_empty(), "{:?}", references(html));
        assert_eq!(later(html), ["late.js"]);
    }

    #[test]
    fn the_first_screen_ends_with_what_is_expected() {
        let head = "<link rel='icon' href='#a'><link rel=expect href=\"#a\" blocking=render>";
        let html =
            format!("{head}<ul><li>b</li><li id=\"a\"><ol><li>c</li></ol></li><li>d</li></ul>");
        assert_eq!(first_screen(&html), html.split_once("<li>d").map(|it| it.0));
        for html in
            [format!("{head}<li id=b>"), format!("{head}<li id=a>"), "<li id=a></li>".to_owned()]
        {
            assert_eq!(first_screen(&html), None, "{html}");
        }
    }

    #[test]
    fn neighbours_are_all_files_beside_the_page() {
        let html = r##"<link rel="manifest" href="app.webmanifest"><a href="./">home</a>
<a class="x" href="list.html?a=1#b">list</a><a href="list.html">again</a><a href="#here">here</a>
<img src="icon.svg"><a href="https://elsewhere.example/x.html">x</a><a href="mailto:x@y.z">x</a>
<a href="./?view=table">table</a><a name="x">no link</a><script>"<a href='no.html'>"</script>"##;
        assert_eq!(neighbours(html), ["app.webmanifest", "", "list.html", "icon.svg"]);
    }

    #[test]
    fn broken_html_ends_the_scan() {
        assert!(references("<link rel='stylesheet' href='x.css").is_empty());
        assert!(references("<script>import 'x").is_empty());
        assert!(references("<").is_empty());
        assert!(references("<!-- x").is_empty());
    }
}
