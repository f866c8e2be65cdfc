//! Gives what the wasm imports from its glue short names, the same in both files.
//!
//! wasm-bindgen names an import after what it calls, with a hash: 40 letters that stand in either
//! file, of which half are noise to a compressor.

/// The bytes of a wasm module and the text of its glue, with short names for imports. `None` if one of
/// them is not as expected.
pub(crate) fn shorten(wasm: &[u8], glue: &str) -> Option<(Vec<u8>, String)> {
    const HEADER: usize = 8;
    const IMPORTS: u8 = 2;
    let mut short = wasm.get(..HEADER)?.to_vec();
    let mut glue = glue.to_owned();
    let mut rest = wasm.get(HEADER..)?;
    while let Some((&id, after_id)) = rest.split_first() {
        let mut section = Reader { bytes: after_id };
        let len = section.number()?;
        let body = section.take(len)?;
        short.push(id);
        if id == IMPORTS {
            let body = renamed(Reader { bytes: body }, &mut glue)?;
            push_number(body.len(), &mut short);
            short.extend(body);
        } else {
            push_number(len, &mut short);
            short.extend(body);
        }
        rest = section.bytes;
    }
    Some((short, glue))
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

/// What is left to read.
struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(len)?;
        self.bytes = rest;
        Some(taken)
    }

    /// An unsigned number in groups of seven bits.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for group in 0..5 {
            let [byte] = *self.take(1)? else { return None };
            number |= usize::from(byte & 0x7f) << (7 * group);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a [u8]> {
        let len = self.number()?;
        self.take(len)
    }

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

fn push_number(mut number: usize, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn push_text(text: &[u8], bytes: &mut Vec<u8>) {
    push_number(text.len(), bytes);
    bytes.extend(text);
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
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.push(2);
        push_number(imports.len(), &mut wasm);
        wasm.extend(imports);
        wasm.extend([10, 2, 1, 2]);
        wasm
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
