//! Takes out of a wasm where in the sources a panic would be: it names files of the compiler and of crates, which nobody is told,
//! since a page whose wasm fails is loaded anew without it.

use std::ops::Range;

use crate::wasm::Reader;

/// A name of a file is no longer than this.
const MAX_NAME: usize = 300;

/// What a module holds as data, with the same place for all panics, in a file without a name. `None` if it is not written as
/// today's linker does.
pub(crate) fn forgotten(data: &[u8]) -> Option<Vec<u8>> {
    let segments = segments(data)?;
    let mut names = Vec::new();
    let mut places = Vec::new();
    for segment in &segments {
        let to_whole_word = segment.address.wrapping_neg() % 4;
        for at in segment.bytes.clone().skip(to_whole_word).step_by(4) {
            // As Rust lays out `Location`: where its name is and how long, line and column.
            let Some([address, len, line, column]) = words(data.get(at..segment.bytes.end)?) else {
                break;
            };
            let name = segments.iter().find_map(|it| it.range(address, len));
            let is_name = |it: &Range<usize>| data.get(it.clone()).is_some_and(is_source);
            if let Some(name) = name.filter(is_name).filter(|_| line > 0 && column > 0) {
                names.push((address, name));
                places.push(at);
            }
        }
    }
    let mut forgotten = data.to_vec();
    let Some(&(address, _)) = names.first() else { return Some(forgotten) };
    for (_, name) in names {
        forgotten.get_mut(name)?.fill(0);
    }
    let nowhere = [address, 0, 0, 0].map(|it| (it as u32).to_le_bytes());
    for at in places {
        forgotten.get_mut(at..at + 16)?.copy_from_slice(nowhere.as_flattened());
    }
    Some(forgotten)
}

/// Bytes that stand in memory from an address on.
struct Segment {
    address: usize,
    /// Where they stand in the section.
    bytes: Range<usize>,
}

impl Segment {
    /// Where so many bytes from an address on stand in the section, if they are all of this segment.
    fn range(&self, address: usize, len: usize) -> Option<Range<usize>> {
        let start = self.bytes.start + address.checked_sub(self.address)?;
        (start + len <= self.bytes.end).then_some(start..start + len)
    }
}

fn segments(data: &[u8]) -> Option<Vec<Segment>> {
    /// In the first memory, from a constant address on.
    const ACTIVE: [u8; 2] = [0, 0x41];
    const END: u8 = 0x0b;
    let mut rest = Reader { bytes: data };
    let mut segments = Vec::new();
    for _ in 0..rest.number()? {
        (rest.take(2)? == ACTIVE).then_some(())?;
        let address = rest.number()?;
        (rest.take(1)? == [END]).then_some(())?;
        let len = rest.text()?.len();
        let end = data.len() - rest.bytes.len();
        segments.push(Segment { address, bytes: end - len..end });
    }
    rest.bytes.is_empty().then_some(segments)
}

fn words(bytes: &[u8]) -> Option<[usize; 4]> {
    let (words, _) = bytes.first_chunk::<16>()?.as_chunks();
    let [a, b, c, d] = *words else { return None };
    Some([a, b, c, d].map(|it| u32::from_le_bytes(it) as usize))
}

fn is_source(name: &[u8]) -> bool {
    name.len() <= MAX_NAME && name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm::{push_number, push_text};

    const ADDRESS: u32 = 1_048_578;

    /// A section of one segment: words that stay, two names, and three places.
    fn data(names: [&[u8]; 2], places: [[u32; 4]; 3]) -> Vec<u8> {
        let mut bytes = b"Words.".to_vec();
        names.iter().for_each(|it| bytes.extend(*it));
        bytes.extend(places.as_flattened().iter().flat_map(|it| it.to_le_bytes()));
        bytes.extend(b"ends");
        let mut section = vec![1, 0, 0x41];
        push_number(ADDRESS as usize, &mut section);
        section.push(0x0b);
        push_text(&bytes, &mut section);
        section
    }

    #[test]
    fn places_are_one_without_a_name_and_all_else_stays() {
        let (first, second) = (ADDRESS + 6, ADDRESS + 14);
        // Neither words of another kind nor what looks like a name alone.
        let text = [ADDRESS, 5, 3, 4];
        let before =
            data([b"src/a.rs", b"src/bcd.rs.."], [[first, 8, 12, 5], [second, 10, 700, 80], text]);
        let after =
            data([&[0; 8], b"\0\0\0\0\0\0\0\0\0\0.."], [[first, 0, 0, 0], [first, 0, 0, 0], text]);
        assert_eq!(forgotten(&before), Some(after));
    }

    #[test]
    fn data_without_places_stay() {
        let texts = [[ADDRESS, 5, 3, 4], [9, 9, 9, 9], [ADDRESS + 6, 8, 0, 0]];
        let section = data([b"src/a.rs", b"src/bcd.rs.."], texts);
        assert_eq!(forgotten(&section), Some(section));
    }

    #[test]
    fn what_is_written_otherwise_is_refused() {
        let section = data([b"src/a.rs", b"src/bcd.rs.."], [[1; 4]; 3]);
        assert_eq!(forgotten(&section[..section.len() - 1]), None);
        assert_eq!(forgotten(&[1, 1, 1, 7]), None);
    }
}
