//! Gives what the wasm imports from its glue short names, the same in both files.
//!
//! wasm-bindgen names an import after what it calls, with a hash: 40 letters that stand in either
//! file, of which half are noise to a compressor.

use crate::wasm::{self, Reader, Section, push_number, push_text};

/// The bytes of a wasm module and the text of its glue, with short names for imports. `None` if one of
/// them is not as expected.
pub(crate) fn shorten(wasm: &[u8], glue: &str) -> Option<(Vec<u8>, String)> {
    let mut sections = wasm::sections(wasm)?;
    let mut glue = glue.to_owned();
    let short;
    if let Some(imports) = sections.iter_mut().find(|it| it.id == Section::IMPORTS) {
        short = renamed(Reader { bytes: imports.body }, &mut glue)?;
        imports.body = &short;
    }
    Some((wasm::module(sections.iter().map(|it| (it.id, it.body))), glue))
}

/// The section of imports, with names as the glue has them from now on.
fn renamed(mut imports: Reader<'_>, glue: &mut String) -> Option<Vec<u8>> {
    let n_imports = imports.number()?;
    let mut section = Vec::new();
    push_number(n_imports, &mut section);
    for idx in 0..n_imports {
        let (module, name) = (imports.text()?, imports.text()?);
        push_text(module, &mut section);
        let old = std::str::from_utf8(name).ok()?;
        let key = format!("\n{old}: ");
        if glue.matches(&key).count() == 1 {
            let new = format!("i{idx}");
            *glue = glue.replacen(&key, &format!("\n{new}: "), 1);
            push_text(new.as_bytes(), &mut section);
        } else {
            push_text(name, &mut section);
        }
        section.extend(imports.description()?);
    }
    imports.bytes.is_empty().then_some(section)
}

impl<'a> Reader<'a> {
    /// What an import is: a function, a table, a memory or a global.
    fn description(&mut self) -> Option<&'a [u8]> {
        let start = self.bytes;
        match self.take(1)? {
            [0] => drop(self.number()?),
            [1] => {
                self.take(1)?;
                self.limits()?;
            }
            [2] => self.limits()?,
            [3] => drop(self.take(2)?),
            _ => return None,
        }
        start.get(..start.len() - self.bytes.len())
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.number()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(names: &[&str]) -> Vec<u8> {
        let mut imports = Vec::new();
        push_number(names.len() + 1, &mut imports);
        for name in names {
            push_text(b"./glue.js", &mut imports);
            push_text(name.as_bytes(), &mut imports);
            imports.extend([0, 5]);
        }
        push_text(b"env", &mut imports);
        push_text(b"memory", &mut imports);
        imports.extend([2, 1, 1, 0x80, 0x01]);
        wasm::module([(2, &imports[..]), (10, &[1, 2])])
    }

    #[test]
    fn both_files_know_an_import_by_the_same_short_name() {
        let long = "__wbg_setAttribute_0123456789abcdef".repeat(5);
        let wasm = module(&[&long, "__wbg_other_1"]);
        let glue = format!("const a = {{\n{long}: function() {{}},\n__wbg_other_1: f,\n}};\n");
        let (wasm, glue) = shorten(&wasm, &glue).unwrap();
        assert_eq!(wasm, module(&["i0", "i1"]));
        assert_eq!(glue, "const a = {\ni0: function() {},\ni1: f,\n};\n");
    }

    #[test]
    fn what_the_glue_does_not_define_keeps_its_name() {
        let wasm = module(&["from_elsewhere"]);
        assert_eq!(shorten(&wasm, "let a;\n"), Some((wasm, "let a;\n".to_owned())));
    }

    #[test]
    fn what_is_cut_short_is_refused() {
        let wasm = module(&["a"]);
        for len in [4, 9, 12, wasm.len() - 1] {
            assert_eq!(shorten(&wasm[..len], ""), None, "{len}");
        }
    }
}
