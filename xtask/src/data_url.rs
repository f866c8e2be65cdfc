//! Small files as addresses that hold them.

use std::{fmt::Write as _, fs, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};

/// Browsers refuse longer addresses.
const MAX_LEN: usize = 2_000_000;

/// The address of a file of the build, to stand between single quotes in HTML. `None` if there is no
/// such file, or none that an address can hold.
pub(crate) fn of_file(file: &Path) -> Option<String> {
    let kind = match file.extension()?.to_str()? {
        "csv" => "text/csv;charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => return None,
    };
    let bytes = fs::read(file).ok()?;
    let url = match std::str::from_utf8(&bytes) {
        Ok(text) => format!("data:{kind},{}", escaped(text)),
        Err(_) => format!("data:{kind};base64,{}", STANDARD.encode(bytes)),
    };
    (url.len() <= MAX_LEN).then_some(url)
}

/// Text with an escape for whatever would end the address or the attribute, or would be lost in it. The
/// rest stays as it is: so JSON grows by a tenth, where base64 makes a third more of it.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if matches!(byte, b'!'..=b'~' | b' ') && !b"%#'&<>".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    // Browsers cut spaces off the end of an address.
    let kept = escaped.trim_end_matches(' ').len();
    let n_spaces = escaped.len() - kept;
    escaped.truncate(kept);
    escaped + &"%20".repeat(n_spaces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_the_address_is_escaped() {
        assert_eq!(
            escaped("{\"a\": \"50% of #1\"}\n'<é>&' "),
            "{\"a\": \"50%25 of %231\"}%0A%27%3C%C3%A9%3E%26%27%20"
        );
    }

    #[test]
    fn files_have_addresses_by_what_they_hold() {
        let dir = std::env::temp_dir().join(format!("xtask-data-url-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        fs::write(dir.join("a.csv"), "id,date\n").unwrap();
        fs::write(dir.join("a.png"), b"\x89PNG\xff").unwrap();
        fs::write(dir.join("b.csv"), "a".repeat(MAX_LEN)).unwrap();
        let of = |name: &str| of_file(&dir.join(name));
        let found = [of("a.csv"), of("a.png"), of("b.csv"), of("none.csv"), of("a.exe")];
        fs::remove_dir_all(&dir).unwrap();
        let expected = [
            Some("data:text/csv;charset=utf-8,id,date%0A"),
            Some("data:image/png;base64,iVBOR/8="),
        ];
        assert_eq!(found[..2], expected.map(|it| it.map(str::to_owned)));
        assert_eq!(found[2..], [None, None, None]);
    }
}
