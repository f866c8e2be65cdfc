//! The colours of a picture as a list of 256 at most: a third of the bytes, and no difference to be seen
//! in a picture of few inks and their soft edges.

use std::collections::BTreeMap;

const MAX: usize = 256;

type Colour = [u8; 3];

pub(crate) struct Palette {
    colours: Vec<Colour>,
    numbers: BTreeMap<Colour, u8>,
}

impl Palette {
    /// The most frequent colours; all others are shown as the nearest of them.
    pub(crate) fn of(pixels: &[Colour]) -> Palette {
        let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
        for pixel in pixels {
            *counts.entry(*pixel).or_default() += 1;
        }
        let mut by_count: Vec<(Colour, usize)> = counts.into_iter().collect();
        // Equals stay in the order of their values, so the list hangs on the picture alone.
        by_count.sort_by_key(|it| std::cmp::Reverse(it.1));
        let colours: Vec<Colour> = by_count.iter().take(MAX).map(|it| it.0).collect();
        let nearest = |colour: Colour| {
            let near = (0..=u8::MAX).zip(&colours).min_by_key(|it| distance(*it.1, colour));
            near.map_or(0, |it| it.0)
        };
        let numbers = by_count.iter().map(|it| (it.0, nearest(it.0))).collect();
        Palette { colours, numbers }
    }

    /// The list, colour after colour.
    pub(crate) fn colours(&self) -> Vec<u8> {
        self.colours.concat()
    }

    /// The number of each pixel's colour in the list.
    pub(crate) fn numbers(&self, pixels: &[Colour]) -> Vec<u8> {
        pixels.iter().map(|it| self.numbers.get(it).copied().unwrap_or(0)).collect()
    }
}

fn distance(one: Colour, two: Colour) -> u32 {
    one.iter().zip(two).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_are_kept_and_of_many_the_rare_ones_become_their_neighbours() {
        let pixels = [[9, 9, 9], [200, 0, 0], [9, 9, 9]];
        let palette = Palette::of(&pixels);
        assert_eq!(palette.colours(), [9, 9, 9, 200, 0, 0]);
        assert_eq!(palette.numbers(&pixels), [0, 1, 0]);

        let frequent = (0..=u8::MAX).flat_map(|it| [[it, 0, 0]; 2]);
        let pixels: Vec<Colour> = frequent.chain([[70, 3, 0]]).collect();
        let palette = Palette::of(&pixels);
        assert_eq!(palette.colours().len(), 3 * MAX);
        assert_eq!(palette.numbers(&pixels).last(), Some(&70));
    }
}
