//! Fills the template that the build has made ready: style sheets inlined, script and wasm by name.

use super::{Download, Page, Scripts, stopped};

/// What runs in a frame and in the embed builder, as its author wrote it.
const FRAME: &str = include_str!("../script/frame.js");
const BUILDER: &str = include_str!("../script/builder.js");
const SHARE: &str = include_str!("../script/share.js");
/// What shows the list of actors where no wasm does.
const LIST: &str = include_str!("../script/list.js");
/// The same where no script runs.
const UNSCRIPTED: &str = include_str!("../../style/unscripted.css");
/// What has files saved without a network.
const SAVE: &str = include_str!("../script/save.js");
/// What has the rest wait for the first screen and the wasm.
const SETTLE: &str = include_str!("../script/settle.js");
/// What the story fetches once it has settled, by name.
const LATE: [(&str, &str); 5] = [
    ("records.js", include_str!("../script/records.js")),
    ("offline.js", include_str!("../script/offline.js")),
    ("far.js", include_str!("../script/far.js")),
    ("hold.js", include_str!("../script/hold.js")),
    ("take-away.js", include_str!("../script/take-away.js")),
];
/// What sorts the table of all numbers and adds the releases up again.
const AUDIT: &str = include_str!("../script/audit.js");

/// Puts the parts of a page in the places that the template leaves open. An error if it has none, or names
/// no script to start.
pub fn fill(template: &str, page: &Page) -> Result<String, String> {
    let mut html = template.to_owned();
    if page.scripts != Scripts::Story {
        for (start, end) in [
            ("<script", "</script>"),
            ("<link rel=\"modulepreload", ">"),
            ("<link rel=\"preload", ">"),
        ] {
            html = without(start, end, &html);
        }
    }
    let (mut head, mut body) = (page.head.clone(), page.body.clone());
    match &page.scripts {
        Scripts::Frame { piece, is_interactive } => {
            html = html.replace(" href=\"icon", " href=\"../../icon");
            let root = "data-state=\"static\"";
            let mut named = format!("{root} data-piece=\"{piece}\"");
            if *is_interactive {
                let glue = glue(template).ok_or("the template names no script to start")?;
                for (name, end) in
                    [("module", ".js"), ("wasm", "_bg.wasm"), ("classic", ".classic.js")]
                {
                    named += &format!(" data-{name}=\"../../{glue}{end}\"");
                }
            }
            html = html.replacen(root, &named, 1);
            if *is_interactive {
                head += &unscripted();
                head += &inline(&[stopped::SCRIPT, LIST].concat());
            }
            head += &inline(FRAME);
        }
        Scripts::Builder => {
            body += "<script src=\"embed-1.js\" async></script>";
            body += &inline(BUILDER);
        }
        Scripts::Share => {
            html = html.replace(" href=\"icon", " href=\"../icon");
            body += &inline(SHARE);
        }
        Scripts::Audit => body += &inline(&[SAVE, AUDIT].concat()),
        Scripts::Story => {
            head += &unscripted();
            head += &inline(&[stopped::SCRIPT, LIST, SAVE, SETTLE].concat());
        }
        Scripts::None => {}
    }
    if !page.style.is_empty() {
        // After the styles of the full page, which it changes.
        let style = format!("<style>\n{}</style>\n</head>", page.style);
        html = html.replacen("</head>", &style, 1);
    }
    let html = without_indents(&without("/*", "*/", &html));
    let parts = [("language", page.language), ("head", &*head), ("page", &*body)];
    parts.into_iter().try_fold(html, |html, (name, part)| {
        let slot = format!("<!--{name}-->");
        if html.contains(&slot) {
            Ok(html.replacen(&slot, part, 1))
        } else {
            Err(format!("there is no {slot} to fill; build it anew from the template"))
        }
    })
}

/// The scripts that the story fetches once it has settled.
pub fn late_scripts() -> [Download; LATE.len()] {
    LATE.map(|(name, script)| Download { name: name.to_owned(), content: lean_script(script) })
}

/// The name of the script that the template starts, without its ending.
fn glue(template: &str) -> Option<&str> {
    let (_, rest) = template.split_once("from './")?;
    Some(rest.split_once(".js'")?.0)
}

/// Styles for readers whose browser runs no scripts.
fn unscripted() -> String {
    format!("<noscript><style>{}</style></noscript>", without("/*", "*/", UNSCRIPTED).trim())
}

/// A script as an element of the page.
pub(super) fn inline(script: &str) -> String {
    format!("\n<script>\n{}\n</script>", lean_script(script))
}

/// A script without lines that are comment from end to end, and without indentation.
fn lean_script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Leaves out everything from each `start` to the next `end`: comments in style sheets, which no
/// reader waits for, and scripts where there is nothing to take over.
fn without(start: &str, end: &str, html: &str) -> String {
    let mut lean = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(start) {
        lean.push_str(before);
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    lean + rest
}

/// The template without what only lays it out for those who write it: indents, and empty lines.
fn without_indents(html: &str) -> String {
    html.lines().map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<html lang=\"<!--language-->\" data-state=\"static\"><head><!--head-->\n\
        <style>\n/* Why. */\na {}\n</style><script type=\"module\">import init from './app-1a.js';</script>\n\
        <link rel=\"preload\" href=\"./app-1a_bg.wasm\"></head><body><!--page--></body></html>";

    fn filled(scripts: Scripts) -> String {
        let page = Page {
            path: String::new(),
            language: "be",
            head: "<title>T</title>".to_owned(),
            style: "b {}\n".to_owned(),
            body: "<p>/* words */</p>".to_owned(),
            scripts,
        };
        fill(TEMPLATE, &page).unwrap_or_default()
    }

    #[test]
    fn a_page_without_scripts_asks_for_none() {
        let html = filled(Scripts::None);
        assert_eq!(
            html,
            "<html lang=\"be\" data-state=\"static\"><head><title>T</title>\n<style>\na {}\n</style>\n\
             <style>\nb {}\n</style>\n</head><body><p>/* words */</p></body></html>"
        );
    }

    #[test]
    fn a_frame_names_what_its_script_may_start() {
        let frame = |is_interactive| Scripts::Frame { piece: "held".to_owned(), is_interactive };
        let figure = filled(frame(true));
        assert!(figure.contains("data-piece=\"held\" data-module=\"../../app-1a.js\""), "{figure}");
        assert!(figure.contains("data-wasm=\"../../app-1a_bg.wasm\""), "{figure}");
        assert!(!figure.contains("preload") && !figure.contains("import init"), "{figure}");
        let card = filled(frame(false));
        assert!(card.contains("data-piece=\"held\">") && card.contains("<script>"), "{card}");
    }

    #[test]
    fn late_scripts_are_asked_for_and_ship_without_comments() {
        for Download { name, content } in late_scripts() {
            assert!(SETTLE.contains(&format!("\"./{name}\"")), "nobody asks for {name}");
            assert!(!content.replace("http://", "").contains("//"), "{content}");
        }
        let ledger = format!("fetch(\"{}\")", super::super::ledger::LEDGER);
        assert!(LATE[0].1.contains(&ledger) && LATE[1].1.contains("register(\"sw.js\")"));
    }

    #[test]
    fn a_template_without_slots_is_refused() {
        let page = Page { scripts: Scripts::None, ..super::super::story(None) };
        assert!(fill("<html></html>", &page).is_err());
    }
}
