//! Names the glue and the wasm after what they hold. Trunk has named them after the wasm as it was
//! compiled, before bindings were made and before it was made lean: another version could have the same
//! names. Then a page could get the glue of one version and the wasm of the other, which do not fit.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::compress;

/// Digits of a name, as many as Trunk's.
const DIGITS: usize = 16;

/// Renames `x-<digits>.js` and `x-<digits>_bg.wasm`, and tells all pages.
pub(crate) fn by_content(dist: &Path) -> Result<()> {
    for wasm in compress::files(dist)? {
        let name = wasm.file_name().and_then(|it| it.to_str()).unwrap_or_default();
        let Some(old) = name.strip_suffix("_bg.wasm") else { continue };
        let glue = wasm.with_file_name([old, ".js"].concat());
        let read =
            |it: &Path| fs::read(it).with_context(|| format!("cannot read {}", it.display()));
        let new = named(old, &[read(&glue)?, read(&wasm)?].concat())
            .with_context(|| format!("{name} has no hash in its name"))?;
        for (from, to) in [(&glue, ".js"), (&wasm, "_bg.wasm")] {
            let to = wasm.with_file_name([&new, to].concat());
            fs::rename(from, &to).with_context(|| format!("cannot write {}", to.display()))?;
        }
        for page in compress::files(dist)? {
            if page.extension().is_none_or(|it| it != "html") {
                continue;
            }
            let html = fs::read_to_string(&page)
                .with_context(|| format!("cannot read {}", page.display()))?;
            fs::write(&page, html.replace(old, &new))
                .with_context(|| format!("cannot write {}", page.display()))?;
        }
    }
    Ok(())
}

/// The name before the hash, with the hash of a content.
fn named(old: &str, content: &[u8]) -> Option<String> {
    let (name, hash) = old.rsplit_once('-')?;
    let is_hash = hash.len() <= DIGITS && hash.bytes().all(|it| it.is_ascii_hexdigit());
    is_hash.then(|| format!("{name}-{}", &format!("{:x}", Sha256::digest(content))[..DIGITS]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_content_has_another_name_and_pages_follow() {
        let dist = std::env::temp_dir().join(format!("xtask-names-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let build = |glue: &str| {
            let write = |name: &str, content: &str| fs::write(dist.join(name), content).unwrap();
            write("app-1a2b.js", glue);
            write("app-1a2b_bg.wasm", "wasm");
            write("index.html", "import './app-1a2b.js', './app-1a2b_bg.wasm'");
            by_content(&dist).unwrap();
            let html = fs::read_to_string(dist.join("index.html")).unwrap();
            let names: Vec<String> =
                html.split('\'').skip(1).step_by(2).map(str::to_owned).collect();
            for name in &names {
                fs::remove_file(dist.join(name)).unwrap_or_else(|it| panic!("{name}: {it}"));
            }
            names
        };
        let (one, other) = (build("one"), build("other"));
        assert_eq!(one, build("one"));
        fs::remove_dir_all(&dist).unwrap();
        assert!(one[0] != other[0] && one[1] != other[1], "{one:?}");
        let (name, end) = one[1].split_at("./app-".len() + DIGITS);
        assert!(name.starts_with("./app-") && end == "_bg.wasm", "{one:?}");
    }

    #[test]
    fn a_name_without_a_hash_is_none_to_change() {
        assert_eq!(named("app", b""), None);
        assert_eq!(named("my-app", b""), None);
    }
}
