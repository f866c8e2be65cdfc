//! The content security policy of every page: what it may run, show and fetch, and nothing else. It
//! stands in the page itself, so it holds on any host, from a disk and in any frame.
//!
//! What is not listed falls back to `default-src 'none'`; a worker to `script-src`. A page is allowed what
//! is found in it, no more.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::{
    compress,
    html::{self, Part},
};

const CHARSET: &str = "<meta charset=\"utf-8\">";

/// Gives every page below a folder its policy.
pub(crate) fn write_all(dist: &Path) -> Result<()> {
    for file in compress::files(dist)? {
        if file.extension().is_none_or(|it| it != "html") {
            continue;
        }
        let html =
            fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let html = with_policy(&html).with_context(|| file.display().to_string())?;
        fs::write(&file, html).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// A page with its policy, which stands before everything that it is about.
fn with_policy(html: &str) -> Result<String> {
    let place = html.find(CHARSET).with_context(|| format!("there is no {CHARSET}"))?;
    let (before, after) = html.split_at(place + CHARSET.len());
    let opens = html::parts(before).iter().all(|it| !matches!(it, Part::Raw(..)));
    ensure!(opens, "{CHARSET} does not stand first");
    let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
    Ok(format!("{before}{meta}{}\">{after}", policy(html)?))
}

/// What a page holds that a policy must name.
#[derive(Default)]
struct Found {
    scripts: Vec<String>,
    styles: Vec<String>,
    /// A script runs that starts the wasm, or loads another that does.
    wasm: bool,
    /// Files of the folder come into the page.
    files: bool,
    /// A script asks the folder for a file.
    fetches: bool,
    manifest: bool,
    own_image: bool,
    data_image: bool,
    frames: bool,
    /// Pages of others show it in a frame.
    is_piece: bool,
}

fn policy(html: &str) -> Result<String> {
    let found = found(html)?;
    let own = |it: bool| it.then(|| "'self'".to_owned());
    let script = own(found.files).into_iter().chain(found.scripts);
    let script = script.chain(found.wasm.then(|| "'wasm-unsafe-eval'".to_owned()));
    // In frames of opaque origin nothing is WebKit's 'self'. What a script known by its hash loads is as good.
    let script = script.chain(found.is_piece.then(|| "'strict-dynamic'".to_owned()));
    // The picture of a figure is drawn from memory on its way to a file.
    let drawn = found.wasm.then(|| "blob:".to_owned());
    let image = own(found.own_image)
        .into_iter()
        .chain(found.data_image.then(|| "data:".to_owned()))
        .chain(drawn);
    let directives: [(&str, Vec<String>); 6] = [
        ("script-src", script.collect()),
        ("style-src", found.styles),
        ("img-src", image.collect()),
        ("connect-src", own(found.files && found.wasm || found.fetches).into_iter().collect()),
        ("manifest-src", own(found.manifest).into_iter().collect()),
        ("frame-src", own(found.frames).into_iter().collect()),
    ];
    let mut policy = String::from("default-src 'none'");
    for (name, sources) in directives.iter().filter(|it| !it.1.is_empty()) {
        policy.push_str(&format!(";{name} {}", sources.join(" ")));
    }
    // These two do not fall back.
    policy.push_str(";base-uri 'none';form-action 'none'");
    Ok(policy)
}

fn found(html: &str) -> Result<Found> {
    let (mut found, mut is_file) = (Found::default(), false);
    for part in html::parts(html) {
        match part {
            Part::Text(_) => {}
            Part::Raw(tag, body, _) if html::name(tag) == "style" => found.styles.push(hash(body)),
            Part::Raw(tag, body, _) => {
                // Data that a script may read is not run, so no policy asks for it.
                if !html::is_javascript(tag) {
                    continue;
                }
                let src = html::attribute(tag, "src");
                if src.is_none() {
                    found.scripts.push(hash(body));
                }
                let loads = ["import", ".src", "serviceWorker"];
                found.files |= src.is_some() || loads.iter().any(|it| body.contains(it));
                found.wasm |= [".wasm", "WebAssembly"].iter().any(|it| body.contains(it));
                found.fetches |= body.contains("fetch(");
                found.frames |= body.contains("iframe");
            }
            Part::Tag(tag) => {
                for (name, _) in html::attributes(tag) {
                    let name = name.to_ascii_lowercase();
                    let refused = name == "style" || name.starts_with("on");
                    ensure!(!refused, "a policy refuses the attribute {name} of {tag}");
                }
                let rel = html::attribute(tag, "rel").unwrap_or_default();
                let data = html::attribute(tag, "href").is_some_and(|it| it.starts_with("data:"));
                match rel.as_str() {
                    "manifest" => found.manifest = true,
                    "icon" | "apple-touch-icon" if data => found.data_image = true,
                    "icon" | "apple-touch-icon" => found.own_image = true,
                    _ => {}
                }
                if html::name(tag) == "img" {
                    let is_within =
                        html::attribute(tag, "src").is_some_and(|it| it.starts_with("data:"));
                    found.data_image |= is_within;
                    found.own_image |= !is_within;
                }
                found.frames |= html::name(tag) == "iframe";
                is_file |= html::attribute(tag, "data-edition").is_some_and(|it| it == "file");
                // Pieces of the page name what their script loads.
                if html::attribute(tag, "data-wasm").is_some() {
                    (found.wasm, found.files, found.is_piece) = (true, true, true);
                }
            }
        }
    }
    // The one-file edition has all in it, whatever its text looks like.
    found.files &= !is_file;
    found.fetches &= !is_file;
    Ok(found)
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(rest: &str) -> String {
        format!("<html><head>{CHARSET}{rest}</head></html>")
    }

    #[test]
    fn a_page_is_allowed_what_is_in_it_and_no_more() {
        // The hashes of nothing and of "a", as any other program has them.
        let nothing = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        let a = "'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='";
        assert_eq!([hash(""), hash("a")], [nothing, a]);
        let end = ";base-uri 'none';form-action 'none'";
        let fetches = "<script>fetch(a)</script>";
        for (rest, allowed) in [
            ("", String::new()),
            ("<style>a</style>", format!(";style-src {a}")),
            ("<script>a</script>", format!(";script-src {a}")),
            ("<script type=\"application/ld+json\">a</script>", String::new()),
            ("<script src=a.js></script>", ";script-src 'self'".to_owned()),
            (fetches, format!(";script-src {};connect-src 'self'", hash("fetch(a)"))),
            ("<link rel=\"icon\" href=\"icon.svg\">", ";img-src 'self'".to_owned()),
            ("<link rel=\"icon\" href='data:,'>", ";img-src data:".to_owned()),
            ("<link rel=\"manifest\" href=\"a\">", ";manifest-src 'self'".to_owned()),
            ("<iframe src=\"a\">", ";frame-src 'self'".to_owned()),
        ] {
            let policy = policy(&page(rest)).unwrap();
            assert_eq!(policy, format!("default-src 'none'{allowed}{end}"), "{rest}");
        }
    }

    #[test]
    fn only_wasm_and_what_loads_it_may_do_so() {
        let loads = "import init from './a.js';init('./a.wasm')";
        let policy_of = |rest: &str| policy(&page(rest)).unwrap();
        let policy = policy_of(&format!("<script type=\"module\">{loads}</script>"));
        let hash = hash(loads);
        assert!(
            policy.contains(&format!("script-src 'self' {hash} 'wasm-unsafe-eval';")),
            "{policy}"
        );
        assert!(policy.contains(";img-src blob:;connect-src 'self';"), "{policy}");

        let policy = policy_of("<script>new WebAssembly.Module(a)</script>");
        assert!(!policy.contains("'self'") && policy.contains("'wasm-unsafe-eval'"), "{policy}");

        let policy =
            policy_of("<html data-edition=\"file\"><script>WebAssembly; a.src; fetch(a)</script>");
        assert!(!policy.contains("'self'") && policy.contains("'wasm-unsafe-eval'"), "{policy}");

        let policy =
            policy_of("<style>[data-edition=\"file\"] {}</style><script>fetch(a)</script>");
        assert!(policy.contains("connect-src 'self'"), "a style makes no edition: {policy}");

        let piece = "<html data-wasm=\"../../a.wasm\"><meta charset=\"utf-8\"><script>a</script>";
        let policy = super::policy(piece).unwrap();
        assert!(
            policy.contains("'wasm-unsafe-eval' 'strict-dynamic';")
                && policy.contains("connect-src"),
            "{policy}"
        );
    }

    #[test]
    fn the_policy_stands_before_what_it_is_about() {
        let html = with_policy(&page("<style>a</style>")).unwrap();
        let place = |it: &str| html.find(it).unwrap();
        assert!(place("charset") < place("Content-Security-Policy"), "{html}");
        assert!(place("form-action 'none'\">") < place("<style>"), "{html}");
        for html in ["<html><head>", &format!("<script>a</script>{}", page(""))] {
            assert!(with_policy(html).is_err(), "{html}");
        }
    }

    #[test]
    fn what_a_policy_would_refuse_ends_the_build() {
        for refused in ["<p style=\"color: red\">", "<svg onload='a()'>", "<b ONCLICK=a>"] {
            assert!(policy(&page(refused)).is_err(), "{refused}");
        }
        assert!(policy(&page("<p title=\"style=a onload=b\" data-on=c>")).is_ok());
    }
}
