//! Takes out of a build what no browser reads: names and notes in the wasm, and where a panic would be, comments and indentation in
//! the glue, what Trunk tells others when the wasm has started. Names of files stay; nothing else checks what is in them, because the page carries no
//! integrity hashes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::wasm::{self, Section};
use crate::{compress, imports, panic_places};

/// Makes every wasm, script and page of a built folder lean.
pub(crate) fn all(dist: &Path) -> Result<()> {
    let mut wasm = Vec::new();
    for entry in fs::read_dir(dist).with_context(|| format!("cannot list {}", dist.display()))? {
        let path = entry.context("cannot list the build")?.path();
        let lean: fn(&[u8]) -> Option<Vec<u8>> = match path.extension().and_then(|it| it.to_str()) {
            Some("wasm") => lean_module,
            Some("js") if !is_known_by_hash(&path) => without_comments,
            _ => continue,
        };
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let lean = lean(&bytes)
            .with_context(|| format!("{} is not what its name says", path.display()))?;
        fs::write(&path, lean).with_context(|| format!("cannot write {}", path.display()))?;
        if path.extension().is_some_and(|it| it == "wasm") {
            wasm.push(path);
        }
    }
    wasm.iter().try_for_each(|it| with_short_imports(it))?;
    for page in
        compress::files(dist)?.iter().filter(|it| it.extension().is_some_and(|it| it == "html"))
    {
        let html =
            fs::read_to_string(page).with_context(|| format!("cannot read {}", page.display()))?;
        fs::write(page, lean_page(&html))
            .with_context(|| format!("cannot write {}", page.display()))?;
    }
    Ok(())
}

/// A page with one style in place of one for each file of the template, so that a policy has one to
/// name, and with a start that only starts. What is not as Trunk 0.21 writes it stays as it is.
fn lean_page(html: &str) -> String {
    const TELLS: &str = "\nwindow.wasmBindings = bindings;\n\
        dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\", {detail: {wasm}}));\n";
    let html = html.replace("</style>\n<style>", "");
    if !html.contains(TELLS) {
        return html;
    }
    let html = html.replacen(TELLS, "\n", 1).replacen(
        "const wasm = await init(",
        "\"static\" in document.documentElement.dataset || init(",
        1,
    );
    html.replacen("import init, * as bindings from", "import init from", 1)
}

/// Pages of others hold the hash of the script that we offer them, so it is published as it is written.
fn is_known_by_hash(script: &Path) -> bool {
    script.file_name().is_some_and(|it| it.to_string_lossy().starts_with("embed-"))
}

/// Trunk names the glue of `x_bg.wasm` `x.js`.
fn with_short_imports(wasm: &Path) -> Result<()> {
    let name = wasm.to_string_lossy().replace("_bg.wasm", ".js");
    let glue = Path::new(&name);
    let read = || Some((fs::read(wasm).ok()?, fs::read_to_string(glue).ok()?));
    let (wasm_bytes, text) =
        read().with_context(|| format!("cannot read {} and its glue", wasm.display()))?;
    let (wasm_bytes, text) = imports::shorten(&wasm_bytes, &without_unused(&text))
        .with_context(|| format!("{} is no wasm", wasm.display()))?;
    fs::write(wasm, wasm_bytes).with_context(|| format!("cannot write {}", wasm.display()))?;
    fs::write(glue, text).with_context(|| format!("cannot write {}", glue.display()))
}

/// The glue without what a page that starts it in the one right way never comes to: another way to start,
/// and warnings of wrong ways. What is not as wasm-bindgen writes it today stays as it is.
fn without_unused(glue: &str) -> String {
    let start = glue.find("function initSync(");
    let end = glue.find("let __wbg_init_promise;");
    let exports = "export { initSync, __wbg_init as default };";
    let plain = match start.zip(end) {
        Some((start, end)) if start < end && glue.contains(exports) => {
            let glue = [&glue[..start], &glue[end..]].concat();
            glue.replacen(exports, "export { __wbg_init as default };", 1)
        }
        _ => glue.to_owned(),
    };
    let warns = |it: &str| it.starts_with("console.warn(") && it.trim_end().ends_with([')', ';']);
    plain.split_inclusive('\n').filter(|it| !warns(it)).collect()
}

/// A wasm module without its custom sections (names, producers, features), over which browsers pass, and without the places of panics.
fn lean_module(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut sections = wasm::sections(wasm)?;
    sections.retain(|it| it.id != Section::CUSTOM);
    let forgotten;
    if let Some(data) = sections.iter_mut().find(|it| it.id == Section::DATA) {
        forgotten = panic_places::forgotten(data.body)?;
        data.body = &forgotten;
    }
    Some(wasm::module(sections.iter().map(|it| (it.id, it.body))))
}

/// A script without lines that are comment from end to end, and without indentation. Line by line, as
/// the generated glue is written: no text of it runs over several lines.
fn without_comments(script: &[u8]) -> Option<Vec<u8>> {
    let mut lean = String::new();
    let mut in_comment = false;
    for line in std::str::from_utf8(script).ok()?.lines().map(str::trim_start) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.starts_with("//") && !line.is_empty() {
            lean.push_str(line);
            lean.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    Some(lean.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go_and_all_others_stay() {
        let [code, name] = [(10, &[1, 2, 3][..]), (0, &b"\x04name"[..])];
        let lean = lean_module(&wasm::module([code, name, code]));
        assert_eq!(lean, Some(wasm::module([code, code])));
        assert_eq!(lean_module(b"<html>"), None);
    }

    #[test]
    fn a_page_starts_the_wasm_and_tells_nobody() {
        let page = "<style>\na {}\n</style>\n<style>\nb {}\n</style>\n<script type=\"module\">\n\
            import init, * as bindings from './a.js';\n\
            const wasm = await init({ module_or_path: './a_bg.wasm' });\n\
            window.wasmBindings = bindings;\n\
            dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\", {detail: {wasm}}));\n</script>";
        assert_eq!(
            lean_page(page),
            "<style>\na {}\n\nb {}\n</style>\n<script type=\"module\">\n\
             import init from './a.js';\n\"static\" in document.documentElement.dataset || init({ module_or_path: './a_bg.wasm' });\n</script>"
        );
        let other = "<script>const wasm = await init();</script>";
        assert_eq!(lean_page(other), other);
    }

    #[test]
    fn another_way_to_start_goes_with_its_warnings() {
        let glue = "a();\nfunction initSync(module) {\nb();\n}\nlet __wbg_init_promise;\n\
            if (c) {\nconsole.warn('so');\nconsole.warn('and')\n}\n\
            export { initSync, __wbg_init as default };\n";
        let expected =
            "a();\nlet __wbg_init_promise;\nif (c) {\n}\nexport { __wbg_init as default };\n";
        assert_eq!(without_unused(glue), expected);
        for other in ["function initSync(module) {}\n", "let a;\nexport { initSync };\n", ""] {
            assert_eq!(without_unused(other), other);
        }
    }

    #[test]
    fn comments_go_and_code_stays() {
        let script = b"/* one */\nlet a = 1; // stays\n    /**\n     * @returns {number}\n     */\n    b(\"//\");\n\n// two\n";
        let lean = without_comments(script).unwrap();
        assert_eq!(String::from_utf8(lean).unwrap(), "let a = 1; // stays\nb(\"//\");\n");
    }
}
