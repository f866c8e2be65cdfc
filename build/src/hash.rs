//! One hash over the files of a data folder, made so that anybody can make it again:
//! `(cd data && sha256sum *.toml | sha256sum)`.

use std::fmt::Write;
use std::path::Path;

use sha2::{Digest, Sha256};

/// A line for each file that is there, by name, as `sha256sum` writes it; then the hash of these lines.
pub(crate) fn of(dir: &Path) -> String {
    let mut names: Vec<&str> = crate::data::names().collect();
    names.sort_unstable();
    let mut lines = String::new();
    for name in names {
        // One that cannot be read has been told as a problem already, or the story does without it.
        if let Ok(content) = std::fs::read(dir.join(name)) {
            // Writing to a string cannot fail.
            let _ = writeln!(lines, "{:x}  {name}", Sha256::digest(content));
        }
    }
    format!("{:x}", Sha256::digest(lines))
}

#[cfg(test)]
mod tests {
    use std::fs;

    #[test]
    fn it_is_the_hash_that_the_command_gives() {
        let dir = std::env::temp_dir().join(format!("explainer-hash-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        let files =
            [("story.toml", "as_of = 1\n"), ("actors.toml", "x\n"), ("notes.txt", "not read\n")];
        for (name, text) in files {
            fs::write(dir.join(name), text).unwrap();
        }
        let hash = super::of(&dir);
        fs::write(dir.join("actors.toml"), "y\n").unwrap();
        let other = super::of(&dir);
        fs::remove_dir_all(&dir).unwrap();
        // From the command of the head of this file, in such a folder.
        assert_eq!(hash, "2222d15eaf93d5941c8e6900933bae3be493f738e98e49299e32463c120c7ef6");
        assert_ne!(other, hash);
    }
}
