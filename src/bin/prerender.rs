//! Fills the built `index.html` with the story and puts its data beside it. Runs as a hook of the build, on the host.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use explainer::page::{Page, downloads, manifest, pages};

/// Set by Trunk: the folder in which the build stands before it is published.
const FOLDER: &str = "TRUNK_STAGING_DIR";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            // The build's log is where its maker looks.
            #[expect(clippy::print_stderr)]
            {
                eprintln!("prerender: {problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let folder = env::args_os().nth(1).or_else(|| env::var_os(FOLDER));
    let folder = folder.ok_or_else(|| format!("name the built folder, or set {FOLDER}"))?;
    let folder = PathBuf::from(folder);
    for file in downloads().into_iter().chain([manifest()]) {
        let path = folder.join(file.name);
        fs::write(&path, file.content).map_err(|it| format!("{}: {it}", path.display()))?;
    }
    let template = folder.join("index.html");
    let template =
        fs::read_to_string(&template).map_err(|it| format!("{}: {it}", template.display()))?;
    for page in pages() {
        let path = folder.join(page.path);
        let html = fill(&template, &page).map_err(|it| format!("{}: {it}", path.display()))?;
        fs::write(&path, html).map_err(|it| format!("{}: {it}", path.display()))?;
    }
    Ok(())
}

/// Puts the parts of the page in the places that the template leaves open.
fn fill(template: &str, page: &Page) -> Result<String, String> {
    let parts = [("language", page.language), ("head", &page.head), ("page", &page.body)];
    let mut template = without_indents(&without("/*", "*/", template));
    if !page.interactive {
        for (start, end) in [
            ("<script", "</script>"),
            ("<link rel=\"modulepreload", ">"),
            ("<link rel=\"preload", ">"),
        ] {
            template = without(start, end, &template);
        }
    }
    parts.into_iter().try_fold(template, |html, (name, part)| {
        let slot = format!("<!--{name}-->");
        if html.contains(&slot) {
            Ok(html.replacen(&slot, part, 1))
        } else {
            Err(format!("there is no {slot} to fill; build it anew from the template"))
        }
    })
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
