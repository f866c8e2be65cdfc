//! A wasm module as sections of bytes, for what a build changes in it.

/// Bytes before the first section.
const HEADER: usize = 8;

/// A section, with what it holds.
pub(crate) struct Section<'a> {
    /// What kind of section it is.
    pub(crate) id: u8,
    /// All that follows its length.
    pub(crate) body: &'a [u8],
}

impl Section<'_> {
    /// Those that only tools read.
    pub(crate) const CUSTOM: u8 = 0;
    pub(crate) const IMPORTS: u8 = 2;
    pub(crate) const DATA: u8 = 11;
}

/// The sections of a module, in order. `None` of what is no module.
pub(crate) fn sections(wasm: &[u8]) -> Option<Vec<Section<'_>>> {
    wasm.starts_with(b"\0asm").then_some(())?;
    let mut rest = Reader { bytes: wasm.get(HEADER..)? };
    let mut sections = Vec::new();
    while !rest.bytes.is_empty() {
        let [id] = *rest.take(1)? else { return None };
        sections.push(Section { id, body: rest.text()? });
    }
    Some(sections)
}

/// A module of sections: of each its kind and what it holds.
pub(crate) fn module<'a>(sections: impl IntoIterator<Item = (u8, &'a [u8])>) -> Vec<u8> {
    let mut wasm = b"\0asm\x01\0\0\0".to_vec();
    for (id, body) in sections {
        wasm.push(id);
        push_text(body, &mut wasm);
    }
    wasm
}

/// What is left to read.
pub(crate) struct Reader<'a> {
    pub(crate) bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(len)?;
        self.bytes = rest;
        Some(taken)
    }

    /// An unsigned number in groups of seven bits.
    pub(crate) fn number(&mut self) -> Option<usize> {
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

    /// As many bytes as the number before them says.
    pub(crate) fn text(&mut self) -> Option<&'a [u8]> {
        let len = self.number()?;
        self.take(len)
    }
}

pub(crate) fn push_number(mut number: usize, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

pub(crate) fn push_text(text: &[u8], bytes: &mut Vec<u8>) {
    push_number(text.len(), bytes);
    bytes.extend(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_comes_apart_and_together_again() {
        let long = [7; 200];
        let wasm = module([(10, &[1, 2, 3][..]), (0, b"\x04name"), (11, &long)]);
        let sections = sections(&wasm).unwrap();
        assert_eq!(sections.iter().map(|it| it.id).collect::<Vec<_>>(), [10, 0, 11]);
        assert_eq!(module(sections.iter().map(|it| (it.id, it.body))), wasm);
    }

    #[test]
    fn what_is_no_module_or_ends_early_is_refused() {
        assert!(sections(b"<html>").is_none());
        assert!(sections(b"\0asm\x01\0\0\0\x0a\x7f").is_none());
        assert!(sections(b"\0asm\x01").is_none());
    }

    #[test]
    fn numbers_come_in_groups_of_seven_bits() {
        let read = |bytes| Reader { bytes }.number();
        assert_eq!(read(&[0xe5, 0x8e, 0x26]), Some(624_485));
        assert_eq!(read(&[0x80]), None);
        let mut bytes = Vec::new();
        push_number(624_485, &mut bytes);
        assert_eq!(bytes, [0xe5, 0x8e, 0x26]);
    }
}
