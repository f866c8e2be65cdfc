//! Fills the built `index.html` with the story and puts its data beside it. Runs as a hook of the build, on the host.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use explainer::page::{
    cards, downloads, fill, late_scripts, manifest, oembed, pages, pictures, stills,
};

/// Set by Trunk: the folder in which the build stands before it is published.
const FOLDER: &str = "TRUNK_STAGING_DIR";

/// Where the folder will be published, with a slash at the end; not set if that is not known.
const URL: &str = "EXPLAINER_URL";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            // The build's log is where its maker looks.
            #[expect(clippy::print_stderr)]
            {
                eprintln!("prerender: {problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let folder = env::args_os().nth(1).or_else(|| env::var_os(FOLDER));
    let folder = folder.ok_or_else(|| format!("name the built folder, or set {FOLDER}"))?;
    let folder = PathBuf::from(folder);
    let url = env::var(URL).ok().filter(|it| !it.is_empty());
    let template = folder.join("index.html");
    let template =
        fs::read_to_string(&template).map_err(|it| format!("{}: {it}", template.display()))?;
    for page in pages(url.as_deref()) {
        let html = fill(&template, &page).map_err(|it| format!("{}: {it}", page.path))?;
        write(&folder.join(&page.path), &html)?;
    }
    let mut described = Vec::new();
    // Others find these by their whole addresses only.
    if let Some(url) = &url {
        described = oembed(url);
        described.extend(cards()?);
    }
    let own = downloads().into_iter().chain([manifest()]).chain(late_scripts());
    let own = own.chain(stills()).chain(pictures());
    for file in own.chain(described) {
        write(&folder.join(&file.name), &file.content)?;
    }
    Ok(())
}

fn write(path: &Path, content: &str) -> Result<(), String> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(path, content)).map_err(|it| format!("{}: {it}", path.display()))
}
