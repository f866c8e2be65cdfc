//! Fills the template that the build has made ready: style sheets inlined, script and wasm by name.

use super::{Page, Scripts};

/// What runs in a frame, as its author wrote it.
const FRAME: &str = include_str!("../script/frame.js");

const BUILDER: &str = include_str!("../script/builder.js");

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
    let head = match &page.scripts {
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
            format!("{}\n<script>\n{}\n</script>", page.head, lean_script(FRAME))
        }
        Scripts::Builder => {
            let host = "<script src=\"embed-1.js\" async></script>";
            let script = format!("{host}\n<script>\n{}\n</script>\n</body>", lean_script(BUILDER));
            html = html.replacen("</body>", &script, 1);
            page.head.clone()
        }
        Scripts::None | Scripts::Story => page.head.clone(),
    };
    if !page.style.is_empty() {
        // After the styles of the full page, which it changes.
        let style = format!("<style>\n{}</style>\n</head>", page.style);
        html = html.replacen("</head>", &style, 1);
    }
    let html = without_indents(&without("/*", "*/", &html));
    let parts = [("language", page.language), ("head", &head), ("page", &page.body)];
    parts.into_iter().try_fold(html, |html, (name, part)| {
        let slot = format!("<!--{name}-->");
        if html.contains(&slot) {
            Ok(html.replacen(&slot, part, 1))
        } else {
            Err(format!("there is no {slot} to fill; build it anew from the template"))
        }
    })
}

/// The name of the script that the template starts, without its ending.
fn glue(template: &str) -> Option<&str> {
    let (_, rest) = template.split_once("from './")?;
    Some(rest.split_once(".js'")?.0)
}

/// A script without lines that are comment from end to end, and without indentation.
pub(super) fn lean_script(script: &str) -> String {
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
