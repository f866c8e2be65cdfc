//! Programs that tests need and that Debian has in packages.

use std::{fs, process::Command};

use anyhow::{Context, Result, bail};

use crate::run;

/// Installs packages, if this is Debian and that needs no password; if not, the error says what to do.
pub(crate) fn install(packages: &[&str], missing: &str, what_to_do: &str) -> Result<()> {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let sudo: &[&str] = match run::output_of("id", &["-u"]) {
        Some(uid) if uid.trim() == "0" => &[],
        _ if run::output_of("sudo", &["-n", "true"]).is_some() => &["sudo", "-n"],
        _ => bail!("no {missing} for the tests: {what_to_do}"),
    };
    if !has_packages(&release) {
        bail!("no {missing} for the tests: {what_to_do}");
    }
    println!("Setting up {} from Debian's packages: 1 to 3 minutes.", packages.join(" and "));
    let apt = |args: &[&str]| {
        let words = [sudo, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], args].concat();
        run::run(Command::new(words[0]).args(&words[1..]))
            .with_context(|| format!("cannot install {missing}; {what_to_do}"))
    };
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

/// Ubuntu's packages of browsers only point to snaps, which do not run everywhere.
fn has_packages(os_release: &str) -> bool {
    os_release.lines().any(|line| matches!(line.trim(), "ID=debian" | "ID=\"debian\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_debian_itself_has_the_packages() {
        assert!(has_packages("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(!has_packages("ID=ubuntu\nID_LIKE=debian\n"));
        assert!(!has_packages(""));
    }
}
