//! `cargo xtask dist`: what is deployed, with compressed files for hosts that serve them as such.

use std::{env, fs, path::Path, process::ExitCode};

use anyhow::{Context, Result, bail};

use crate::{
    budget::kb,
    cards, check_data, compress, flags, lean, names, one_file, policy, precache, run, stamp,
    tools::Tools,
    trunk::{self, Story},
};

/// Sets up what is missing and builds.
pub(crate) fn run(flags: flags::Dist) -> Result<ExitCode> {
    let story = Story::new(flags.data)?;
    // In a second, before minutes of compiling.
    check_data::check(story.folder())?;
    let tools = Tools::set_up()?;
    build(&tools, &story, &flags.out, flags.url.as_deref())?;
    Ok(ExitCode::SUCCESS)
}

/// Where the folder will be published, for the program that fills the pages.
const URL_VAR: &str = "EXPLAINER_URL";

/// Builds one story into a folder, replacing what was there.
pub(crate) fn build(tools: &Tools, story: &Story, out: &Path, url: Option<&str>) -> Result<()> {
    build_in(None, tools, story, out, url)
}

/// The same, with another folder for what cargo makes on the way.
pub(crate) fn build_in(
    target: Option<&Path>,
    tools: &Tools,
    story: &Story,
    out: &Path,
    url: Option<&str>,
) -> Result<()> {
    let root = env::current_dir().context("the current folder is gone")?;
    may_replace(out, &root)?;
    println!("Building the page for production: about 4 minutes the first time on two cores.");
    let mut trunk = trunk::command(tools, "build", story);
    trunk.arg("--dist").arg(out).env_remove(URL_VAR);
    if let Some(url) = url {
        trunk.env(URL_VAR, url);
    } else {
        println!(
            "Without --url, no oembed.json and no pictures beside links: both need the whole address."
        );
    }
    if let Some(target) = target {
        trunk.env("CARGO_TARGET_DIR", target);
    }
    run::run(&mut trunk)?;
    if url.is_some() {
        cards::write(out)?;
    }
    lean::all(out)?;
    names::by_content(out)?;
    stamp::write(out, &tools.versions())?;
    one_file::write(out)?;
    policy::write_all(out)?;
    // Last of what changes files: the worker is told what they hold.
    let kept = precache::write(out)?;
    let n_files = compress::write_all(out)?;
    println!("{}: done, {n_files} files also as .br and .gz", out.display());
    println!("{} files, {}, are kept for reading offline", kept.n_files, kb(kept.n_bytes));
    Ok(())
}

/// Trunk empties the folder that it builds into, so let it have only a new one or an earlier build, be it one that
/// was broken off: that has left nothing but where Trunk puts its parts together.
fn may_replace(out: &Path, root: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(out) else { return Ok(()) };
    let is_begun = entries.flatten().all(|it| it.file_name() == ".stage");
    let is_build = is_begun || out.join("index.html").is_file();
    let real = out.canonicalize().with_context(|| format!("cannot find {}", out.display()))?;
    if !is_build || root.starts_with(&real) {
        bail!(
            "{} holds other things, which a build would delete; name a new folder",
            out.display()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_new_folders_and_earlier_builds_are_replaced() {
        let root = env::temp_dir().join(format!("xtask-dist-{}", std::process::id()));
        let out = root.join("out");
        fs::create_dir_all(&out).unwrap();
        let root = root.canonicalize().unwrap();
        assert!(may_replace(&root.join("new"), &root).is_ok());
        assert!(may_replace(&out, &root).is_ok(), "empty");
        fs::create_dir(out.join(".stage")).unwrap();
        assert!(may_replace(&out, &root).is_ok(), "a build that was broken off");
        fs::write(out.join("letter.txt"), "dear").unwrap();
        assert!(may_replace(&out, &root).is_err(), "someone's letter");
        fs::write(out.join("index.html"), "<p>").unwrap();
        assert!(may_replace(&out, &root).is_ok(), "a build");
        fs::write(root.join("index.html"), "<p>").unwrap();
        assert!(may_replace(&root, &root).is_err(), "the repository itself");
        fs::remove_dir_all(&root).unwrap();
    }
}
