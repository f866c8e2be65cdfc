//! Two folders, byte for byte.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::compress;

/// The hash of each file below a folder, by its path there.
type Hashes = BTreeMap<String, String>;

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Compared {
    /// One hash for all of it: that of the lines which `sha256sum` writes of all files, by their paths.
    Same { n_files: usize, hash: String },
    /// A line for each file that differs.
    Different(Vec<String>),
}

/// Compares all files of two folders, whatever they are called.
pub(crate) fn folders(one: &Path, other: &Path) -> Result<Compared> {
    let (one, other) = (hashes(one)?, hashes(other)?);
    let lines = differences(&one, &other);
    if !lines.is_empty() {
        return Ok(Compared::Different(lines));
    }
    let mut list = String::new();
    for (path, hash) in &one {
        // Writing to a string cannot fail.
        let _ = writeln!(list, "{hash}  ./{path}");
    }
    let hash = format!("{:x}", Sha256::digest(list));
    Ok(Compared::Same { n_files: one.len(), hash })
}

fn differences(one: &Hashes, other: &Hashes) -> Vec<String> {
    let mut paths: Vec<&String> = one.keys().chain(other.keys()).collect();
    paths.sort();
    paths.dedup();
    let shown = |hashes: &Hashes, path| hashes.get(path).map_or("not there", |it| it).to_owned();
    paths
        .into_iter()
        .filter(|path| one.get(*path) != other.get(*path))
        .map(|path| format!("{path}: {}, {}", shown(one, path), shown(other, path)))
        .collect()
}

fn hashes(dir: &Path) -> Result<Hashes> {
    let mut hashes = Hashes::new();
    for file in compress::files(dir)? {
        let path = file.strip_prefix(dir).unwrap_or(&file);
        let path = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        hashes.insert(path, format!("{:x}", Sha256::digest(bytes)));
    }
    Ok(hashes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A new folder with these files.
    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let dir = std::env::temp_dir().join(format!("xtask-compare-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        for (path, content) in files {
            let file = dir.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, content).unwrap();
        }
        dir
    }

    fn compared(name: &str, one: &[(&str, &str)], other: &[(&str, &str)]) -> Compared {
        let (one, other) = (folder(&format!("{name}-1"), one), folder(&format!("{name}-2"), other));
        let compared = folders(&one, &other).unwrap();
        fs::remove_dir_all(one).unwrap();
        fs::remove_dir_all(other).unwrap();
        compared
    }

    const FILES: [(&str, &str); 3] = [("a/b.html", "b"), ("a-b.html", "a"), ("c.js.gz", "c")];
    /// Of "a" and "b", as any other program has them.
    const A: &str = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
    const B: &str = "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d";

    #[test]
    fn the_same_files_have_one_hash_which_others_can_make_as_well() {
        let mut other = FILES;
        other.reverse();
        // (cd DIR && find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum)
        let hash = "fc212bfdb89b870e9c4d0dd9e7e0ed12798a2cdd24a6f6b0cef2f538f71ff6a7".to_owned();
        assert_eq!(compared("same", &FILES, &other), Compared::Same { n_files: 3, hash });
    }

    #[test]
    fn each_file_that_differs_is_named_with_both_hashes() {
        let [first, second, third] = FILES;
        for (name, other, line) in [
            ("changed", &[("a/b.html", "a"), second, third][..], format!("a/b.html: {B}, {A}")),
            ("lost", &[first, third][..], format!("a-b.html: {A}, not there")),
            ("more", &[first, second, third, ("d", "a")][..], format!("d: not there, {A}")),
        ] {
            assert_eq!(compared(name, &FILES, other), Compared::Different(vec![line]), "{name}");
        }
    }

    #[test]
    fn an_empty_line_is_a_difference() {
        let other = [("a/b.html", "b\n"), FILES[1], FILES[2]];
        let Compared::Different(lines) = compared("line", &FILES, &other) else {
            panic!("not seen");
        };
        assert_eq!(lines.len(), 1, "{lines:?}");
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        assert!(folders(Path::new("no/such/folder"), Path::new("no/such/folder")).is_err());
    }
}
