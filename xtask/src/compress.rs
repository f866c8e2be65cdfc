//! The `.br` and `.gz` file beside each text file: best quality, no clock, so always the same bytes.

use std::{
    fs,
    io::{self, Write},
    num::NonZero,
    panic::resume_unwind,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::{Compression, GzBuilder};

/// What is worth compressing; images and fonts are compressed already.
const EXTENSIONS: [&str; 11] =
    ["html", "css", "js", "mjs", "wasm", "svg", "json", "xml", "txt", "webmanifest", "csv"];

/// Writes both files beside every compressible one and says how many those were.
pub(crate) fn write_all(dir: &Path) -> Result<usize> {
    let mut found = files(dir)?;
    found.retain(|file| is_compressible(file));
    // Each worker takes the next file, as some take a hundred times longer than others.
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = found.get(next.fetch_add(1, Ordering::Relaxed)) {
            write_siblings(file)?;
        }
        Ok(())
    };
    let n_workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| -> Result<()> {
        let workers: Vec<_> = (0..n_workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|it| match it.join() {
            Ok(done) => done,
            Err(panic) => resume_unwind(panic),
        })
    })?;
    Ok(found.len())
}

fn write_siblings(file: &Path) -> Result<()> {
    let data = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    write(&sibling(file, "br"), &brotli(&data)?)?;
    write(&sibling(file, "gz"), &gzip(&data)?)
}

/// Every file below a folder, in a fixed order.
pub(crate) fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(dir)
        .with_context(|| format!("cannot read {}; `cargo xtask dist` makes it", dir.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", dir.display()))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Whether [`write_all`] writes siblings of this file.
pub(crate) fn is_compressible(file: &Path) -> bool {
    file.extension().and_then(|it| it.to_str()).is_some_and(|it| EXTENSIONS.contains(&it))
}

/// `app.js` and `br` make `app.js.br`.
pub(crate) fn sibling(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

fn write(file: &Path, data: &[u8]) -> Result<()> {
    fs::write(file, data).with_context(|| format!("cannot write {}", file.display()))
}

/// With brotli, at its best: of the settings worth trying, what comes out smallest.
pub(crate) fn brotli(data: &[u8]) -> Result<Vec<u8>> {
    let mut params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: data.len(),
        ..BrotliEncoderParams::default()
    };
    // Small blocks let it see what changes within a file; a few tenths of a percent. Which suits a text better, no rule tells.
    let mut settings = vec![(16, 1), (17, 0)];
    if data.starts_with(b"\0asm") {
        // In code the upper bits of a byte tell most about the next: 1.2 kB of 76 less than what the encoder takes by itself.
        params.mode = BrotliEncoderMode::BROTLI_FORCE_MSB_PRIOR;
        params.dist.num_direct_distance_codes = 8;
        settings = vec![(16, 0)];
    }
    let mut smallest: Option<Vec<u8>> = None;
    for (lgblock, distance_postfix_bits) in settings {
        params.lgblock = lgblock;
        params.dist.distance_postfix_bits = distance_postfix_bits;
        let mut out = Vec::new();
        brotli::BrotliCompress(&mut &data[..], &mut out, &params).context("brotli failed")?;
        if smallest.as_ref().is_none_or(|it| out.len() < it.len()) {
            smallest = Some(out);
        }
    }
    smallest.context("brotli was told no settings")
}

/// The same bytes for the same data.
pub(crate) fn gzip(data: &[u8]) -> Result<Vec<u8>> {
    let finish = || -> io::Result<Vec<u8>> {
        // No time stamp and no file name unless we set them.
        let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
        encoder.write_all(data)?;
        encoder.finish()
    };
    finish().context("gzip failed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_come_back_as_they_were_and_are_the_same_twice() {
        let text = b"a line that repeats\n".repeat(100);
        let wasm: Vec<u8> = b"\0asm"
            .iter()
            .copied()
            .chain((0..9_999_u32).map(|it| ((it * it) >> 5) as u8))
            .collect();
        for data in [text, wasm] {
            let mut back = Vec::new();
            let packed = brotli(&data).unwrap();
            brotli::Decompressor::new(&packed[..], 4096).read_to_end(&mut back).unwrap();
            assert_eq!(back, data);

            back.clear();
            flate2::read::GzDecoder::new(&gzip(&data).unwrap()[..]).read_to_end(&mut back).unwrap();
            assert_eq!(back, data);

            assert_eq!(brotli(&data).unwrap(), packed);
            assert_eq!(gzip(&data).unwrap(), gzip(&data).unwrap());
        }
    }

    #[test]
    fn text_and_wasm_are_compressed_and_nothing_else() {
        for name in ["index.html", "a/b.wasm", "manifest.webmanifest"] {
            assert!(is_compressible(Path::new(name)), "{name}");
        }
        for name in ["icon.png", "app.js.br", "app.js.gz", "_headers", "favicon.ico"] {
            assert!(!is_compressible(Path::new(name)), "{name}");
        }
        assert_eq!(sibling(Path::new("a/app.js"), "br"), Path::new("a/app.js.br"));
    }
}
