//! `cargo xtask budget`: how heavy the page is, file by file, and whether its first load fits.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};

use crate::{compress, dist, first_load, flags, tools::Tools, trunk::Story};

/// Bytes that a reader may have to fetch before the page answers, compressed with brotli. It leaves room for the news of a
/// night.
const LIMIT: u64 = 121_000;
/// Where we want to be.
const AIM: u64 = 100_000;

/// Bytes of the page that a server sends before it hears from the reader: ten packets, without what is said about the file.
const FIRST_FLIGHT: u64 = 14_000;

/// One file of the build.
struct Weight {
    /// Path below the folder of the build.
    path: PathBuf,
    raw: u64,
    /// The sizes of its `.gz` and `.br` files, if it is of a kind that has them.
    compressed: Option<(u64, u64)>,
}

/// Builds unless told otherwise, and weighs.
pub(crate) fn run(flags: flags::Budget) -> Result<ExitCode> {
    let dist = flags::Dist::default();
    if !flags.no_build {
        dist::build(&Tools::set_up()?, &Story::new(None)?, &dist.out, None)?;
    }
    check(&dist.out)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the table; fails if the first load is over the limit.
pub(crate) fn check(dir: &Path) -> Result<()> {
    let weights = weigh(dir)?;
    println!("{}", table(&weights));

    let page = dir.join("index.html");
    let html = fs::read_to_string(&page)
        .with_context(|| format!("cannot read {}; `cargo xtask dist` makes it", page.display()))?;
    let mut files = vec!["index.html".to_owned()];
    files.extend(first_load::references(&html));
    let sum = first_load_sum(&weights, &files)?;

    println!("\nfirst load, brotli: {} = {}", kb(sum), files.join(" + "));
    println!("limit {}, aim {}", kb(LIMIT), kb(AIM));
    if sum > LIMIT {
        bail!("the first load is {} over its limit of {}", kb(sum - LIMIT), kb(LIMIT));
    }
    if let Some(screen) = first_load::first_screen(&html) {
        let sum = compress::brotli(screen.as_bytes())?.len() as u64;
        println!("first screen, brotli: {}, limit {}", kb(sum), kb(FIRST_FLIGHT));
        if sum > FIRST_FLIGHT {
            bail!(
                "the page is first drawn after {}, more than the {} that come at once",
                kb(sum),
                kb(FIRST_FLIGHT)
            );
        }
    }
    Ok(())
}

fn weigh(dir: &Path) -> Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for file in compress::files(dir)? {
        if file.extension().is_some_and(|it| it == "br" || it == "gz") {
            continue;
        }
        let compressed = if compress::is_compressible(&file) {
            let gzip = compress::sibling(&file, "gz");
            let brotli = compress::sibling(&file, "br");
            Some((size(&gzip)?, size(&brotli)?))
        } else {
            None
        };
        let path = file.strip_prefix(dir).unwrap_or(&file).to_path_buf();
        weights.push(Weight { path, raw: size(&file)?, compressed });
    }
    Ok(weights)
}

fn size(file: &Path) -> Result<u64> {
    let meta = fs::metadata(file)
        .with_context(|| format!("no {}; run `cargo xtask dist` first", file.display()))?;
    Ok(meta.len())
}

fn first_load_sum(weights: &[Weight], files: &[String]) -> Result<u64> {
    let mut sum = 0;
    for file in files {
        let weight = weights
            .iter()
            .find(|it| it.path == Path::new(file))
            .with_context(|| format!("index.html refers to {file}, which was not built"))?;
        sum += weight.brotli();
    }
    Ok(sum)
}

impl Weight {
    fn gzip(&self) -> u64 {
        self.compressed.map_or(self.raw, |(gzip, _)| gzip)
    }

    fn brotli(&self) -> u64 {
        self.compressed.map_or(self.raw, |(_, brotli)| brotli)
    }
}

fn table(weights: &[Weight]) -> String {
    let name = |it: &Weight| it.path.to_string_lossy().into_owned();
    let width = weights.iter().map(|it| name(it).chars().count()).max().unwrap_or(0).max(5);
    let row = |name: &str, [raw, gzip, brotli]: [String; 3]| {
        format!("{name:<width$}  {raw:>9}  {gzip:>9}  {brotli:>9}")
    };

    let mut lines = vec![row("file", ["raw", "gzip", "brotli"].map(str::to_owned))];
    for it in weights {
        let [gzip, brotli] = match it.compressed {
            Some((gzip, brotli)) => [kb(gzip), kb(brotli)],
            None => ["–".to_owned(), "–".to_owned()],
        };
        lines.push(row(&name(it), [kb(it.raw), gzip, brotli]));
    }
    let total = |size: fn(&Weight) -> u64| kb(weights.iter().map(size).sum());
    lines.push(row("all", [total(|it| it.raw), total(Weight::gzip), total(Weight::brotli)]));
    lines.join("\n")
}

/// Thousands of bytes, one decimal, rounded up so that nothing looks like less than it is.
pub(crate) fn kb(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights() -> Vec<Weight> {
        vec![
            Weight { path: "app.wasm".into(), raw: 300_000, compressed: Some((95_000, 80_001)) },
            Weight { path: "icon.png".into(), raw: 4_000, compressed: None },
            Weight { path: "index.html".into(), raw: 90_000, compressed: Some((24_000, 20_000)) },
        ]
    }

    #[test]
    fn first_load_is_the_sum_of_its_brotli_files() {
        let files = ["index.html", "app.wasm"].map(str::to_owned);
        assert_eq!(first_load_sum(&weights(), &files).unwrap(), 100_001);
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = first_load_sum(&weights(), &["gone.js".to_owned()]).unwrap_err();
        assert!(error.to_string().contains("gone.js"), "{error}");
    }

    #[test]
    fn a_build_without_compressed_files_says_what_to_do() {
        let dir = std::env::temp_dir().join(format!("xtask-budget-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        fs::write(dir.join("index.html"), "<p>").unwrap();
        let error = weigh(&dir).err().unwrap().to_string();
        fs::remove_dir_all(&dir).unwrap();
        assert!(error.contains("index.html.gz") && error.contains("cargo xtask dist"), "{error}");
    }

    #[test]
    fn the_table_has_a_row_for_each_file_and_the_sum() {
        let table = table(&weights());
        let last = table.lines().last().unwrap();
        assert_eq!(table.lines().count(), 5);
        assert!(last.contains("394.0 kB") && last.contains("104.1 kB"), "{last}");
    }

    #[test]
    fn sizes_are_thousands_of_bytes_rounded_up() {
        assert_eq!(kb(0), "0.0 kB");
        assert_eq!(kb(1), "0.1 kB");
        assert_eq!(kb(129_950), "130.0 kB");
        assert_eq!(kb(130_001), "130.1 kB");
    }
}
