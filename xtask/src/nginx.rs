//! Finds or sets up the host that the tests try `docs/nginx.conf` with.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{debian, run};

/// Where Debian has it; most people have no such folder on PATH.
const USUAL: &str = "/usr/sbin/nginx";
const WHAT_TO_DO: &str = "install nginx with its module gzip_static, on PATH or named by the \
     variable NGINX";

/// The program. If there is none and none can be installed, says so and goes on: only the tests of
/// headers fail then, not all of them.
pub(crate) fn set_up() -> Option<PathBuf> {
    let set_up = || -> Result<PathBuf> {
        if let Some(nginx) = find() {
            return Ok(nginx);
        }
        debian::install(&["nginx-light"], "nginx", WHAT_TO_DO)?;
        find().with_context(|| format!("still no nginx: {WHAT_TO_DO}"))
    };
    set_up().inspect_err(|error| println!("Tests of headers will fail: {error:#}")).ok()
}

fn find() -> Option<PathBuf> {
    let named = std::env::var_os("NGINX").filter(|it| !it.is_empty()).map(PathBuf::from);
    let usual = || Path::new(USUAL).is_file().then(|| PathBuf::from(USUAL));
    named.or_else(|| run::find_on_path(&["nginx"])).or_else(usual)
}
