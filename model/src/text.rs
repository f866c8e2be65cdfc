//! How wide a piece of text will be, near enough to keep labels apart.
//!
//! The browser's own measure is not used: charts are drawn on the host as well, and the same text
//! has to be the same width in both. The table holds advance widths of common sans-serif faces,
//! rounded up, so that the guess errs on the wide side.

/// Width in px of one line of text set in the sans-serif face at `size` px.
pub fn width(text: &str, size: f32) -> f32 {
    let hundredths: u32 = text.chars().map(advance).sum();
    hundredths as f32 * size / 100.0
}

/// Splits a name into two lines at the space nearest its middle if it is longer than `max` characters.
pub fn lines(name: &str, max: usize) -> Vec<&str> {
    let n_chars = name.chars().count();
    if n_chars <= max {
        return vec![name];
    }
    let off_centre = |at: usize| name[..at].chars().count().abs_diff(n_chars / 2);
    match name.match_indices(' ').map(|(at, _)| at).min_by_key(|&at| off_centre(at)) {
        Some(at) => vec![&name[..at], &name[at + 1..]],
        None => vec![name],
    }
}

/// Hundredths of an em.
fn advance(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' => 30,
        ' ' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' | '’' | '“' | '”' => {
            40
        }
        'm' | 'w' | 'M' | 'W' | '—' | '%' | '@' => 92,
        'A'..='Z' => 68,
        '0'..='9' => 58,
        'a'..='z' | '–' => 58,
        _ => 66,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_grows_with_size_and_text() {
        assert!(width("mm", 12.0) > width("ii", 12.0));
        assert_eq!(width("abc", 24.0), 2.0 * width("abc", 12.0));
        assert_eq!(width("", 12.0), 0.0);
    }

    #[test]
    fn long_names_break_near_the_middle() {
        assert_eq!(lines("Short name", 16), ["Short name"]);
        assert_eq!(lines("A rather long name of it", 16), ["A rather long", "name of it"]);
        assert_eq!(lines("Unbreakablyverylongname", 16), ["Unbreakablyverylongname"]);
    }
}
