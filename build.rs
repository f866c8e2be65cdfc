//! Turns `data/`, or the folder named by `EXPLAINER_DATA`, into Rust statics.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> std::io::Result<()> {
    strip_names();
    println!("cargo::rerun-if-env-changed=EXPLAINER_DATA");
    let dir = env::var_os("EXPLAINER_DATA").map_or_else(|| PathBuf::from("data"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", dir.display());
    match explainer_build::compile(&dir) {
        Ok(statics) => {
            let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
            write(&out, "facts.rs", &statics.facts)?;
            write(&out, "map.rs", &statics.map)?;
            write(&out, "records.rs", &statics.records)?;
        }
        Err(problems) => problems.iter().for_each(|it| println!("cargo::error={it}")),
    }
    Ok(())
}

/// Takes the names of functions out of the wasm that ships; they are a third of it. The list of
/// features stays, which wasm-bindgen reads; `strip = true` in the profile would take that too.
fn strip_names() {
    let is = |name, value| env::var(name).is_ok_and(|it| it == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bin=explainer=--strip-all");
        println!("cargo::rustc-link-arg-bin=explainer=--keep-section=target_features");
    }
}

fn write(dir: &Path, name: &str, text: &str) -> std::io::Result<()> {
    fs::write(dir.join(name), text)
}
