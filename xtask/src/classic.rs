//! The page's code as one classic script that fetches nothing: the glue, and in it the wasm.
//!
//! Modules and wasm come to a frame of opaque origin only from a server that sends the right headers,
//! and to a file never. A classic script comes to both.

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};

use crate::compress;

/// The script, from the module that wasm-bindgen writes and its wasm. It starts itself when the page is
/// there. The wasm is compressed in it: base64 makes a third more of it, which compression of the whole
/// takes back only in part (88 kB brotli in place of 99, and half as long on a disk).
pub(crate) fn script(glue: &str, wasm: &[u8]) -> Result<String> {
    let glue = without_module(glue)?;
    let wasm = STANDARD.encode(compress::gzip(wasm)?);
    let script = format!(
        "(() => {{\n\"use strict\";\n{glue}{{\n\
         const start = () => {{\n\
         if (\"static\" in document.documentElement.dataset) return;\n\
         const bytes = Uint8Array.from(atob(\"{wasm}\"), it => it.charCodeAt(0));\n\
         const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(\"gzip\"));\n\
         __wbg_init({{ module_or_path: new Response(stream).arrayBuffer() }});\n\
         }};\n\
         if (document.readyState === \"loading\") document.addEventListener(\"DOMContentLoaded\", start);\n\
         else start();\n\
         }}\n}})();\n"
    );
    for ends in ["</script", "<!--"] {
        ensure!(
            !script.to_ascii_lowercase().contains(ends),
            "the glue of wasm-bindgen has `{ends}` in it, which cannot stand in a page"
        );
    }
    Ok(script)
}

/// The glue without what only a module may say: its exports, and its own address, which is asked for
/// only if nobody brings the wasm.
fn without_module(glue: &str) -> Result<String> {
    let changed = "the glue of wasm-bindgen is not as xtask/src/classic.rs knows it";
    let mut exports = None;
    let mut plain = String::with_capacity(glue.len());
    for line in glue.lines() {
        let code = line.trim_start();
        if code.starts_with("export ") {
            ensure!(exports.replace(code).is_none(), "{changed}: it exports twice");
        } else if code.contains("import.meta") {
            let is_default = code.starts_with("module_or_path = new URL(") && code.ends_with(';');
            ensure!(is_default, "{changed}: it asks for its address in `{code}`");
        } else {
            let imports = code.starts_with("import ") || code.contains("import(");
            ensure!(!imports, "{changed}: it imports in `{code}`");
            plain.push_str(line);
            plain.push('\n');
        }
    }
    let exports = exports.with_context(|| format!("{changed}: it exports nothing"))?;
    let starts = exports.contains("__wbg_init as default") && exports.ends_with("};");
    ensure!(starts, "{changed}: it exports `{exports}`");
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "let wasm;\nasync function __wbg_init(module_or_path) {\n\
        if (module_or_path === undefined) {\n\
        module_or_path = new URL('x_bg.wasm', import.meta.url);\n}\n}\n\
        export { initSync, __wbg_init as default };\n";

    #[test]
    fn a_classic_script_says_nothing_that_only_modules_may() {
        let script = script(GLUE, b"\0asm").unwrap();
        assert!(script.starts_with("(() => {\n\"use strict\";\nlet wasm;\n"), "{script}");
        assert!(!script.contains("export ") && !script.contains("import"), "{script}");
        let (_, base64) = script.split_once("atob(\"").unwrap();
        let gzip = STANDARD.decode(base64.split('"').next().unwrap()).unwrap();
        let mut wasm = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&gzip[..]), &mut wasm)
            .unwrap();
        assert_eq!(wasm, b"\0asm");
    }

    #[test]
    fn glue_of_another_form_ends_the_build() {
        for (from, to, says) in [
            ("export {", "exports = {", "exports nothing"),
            ("__wbg_init as default", "init as default", "exports `export"),
            ("module_or_path = new URL(", "const url = new URL(", "asks for its address"),
            ("let wasm;", "import { a } from './a.js';", "imports in"),
            ("let wasm;", "const a = await import('./a.js');", "imports in"),
            ("let wasm;", "const a = '</SCRIPT>';", "cannot stand in a page"),
            ("let wasm;", "export let wasm;", "exports twice"),
        ] {
            let error = script(&GLUE.replace(from, to), b"").unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
    }
}
