//! A real host with the headers that we advise.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::story::Story;

/// What we advise, as it stands in the repository.
const ADVICE: &str = include_str!("../../docs/nginx.conf");
const PATIENCE: Duration = Duration::from_secs(20);

/// A running nginx over a build; it ends when this is dropped.
pub struct Nginx {
    process: Child,
    port: u16,
    /// Its files; removed after it has ended.
    _folder: TempDir,
}

/// An answer of a host.
#[derive(Debug)]
pub struct Answer {
    status: String,
    headers: Vec<(String, String)>,
    /// What it sent, as it was sent.
    pub body: Vec<u8>,
}

impl Nginx {
    /// Starts one by `docs/nginx.conf`, with only the port and the folder changed.
    pub fn start(story: Story) -> Result<Nginx> {
        let program = env::var_os("NGINX").filter(|it| !it.is_empty()).map(PathBuf::from);
        let program = program.or_else(|| {
            let usual = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"];
            usual.iter().map(PathBuf::from).find(|it| it.is_file())
        });
        let program = program.context(
            "there is no nginx: install it (package nginx-light on Debian and Ubuntu), or name it \
             by the variable NGINX; `cargo xtask test` does so",
        )?;
        let folder = tempfile::tempdir().context("no room for nginx")?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let config = folder.path().join("nginx.conf");
        fs::write(&config, configuration(folder.path(), &story.file("")?, port)?)?;
        let process = Command::new(&program)
            .arg("-p")
            .arg(folder.path())
            .arg("-c")
            .arg(&config)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let mut nginx = Nginx { process, port, _folder: folder };
        let begin = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = nginx.process.try_wait()? {
                bail!("nginx has ended by itself ({status}); it does not take docs/nginx.conf");
            }
            ensure!(begin.elapsed() < PATIENCE, "nginx does not answer");
            thread::sleep(Duration::from_millis(20));
        }
        Ok(nginx)
    }

    /// The address of the folder.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Asks for a path, as one who takes that encoding.
    pub fn get(&self, path: &str, encoding: &str) -> Result<Answer> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encoding}\r\n\
             Connection: close\r\n\r\n"
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|it| it == b"\r\n\r\n").context("no headers")?;
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().unwrap_or_default().to_owned();
        let headers = lines.filter_map(|it| it.split_once(": "));
        let headers = headers.map(|it| (it.0.to_ascii_lowercase(), it.1.to_owned())).collect();
        Ok(Answer { status, headers, body: answer.split_off(end + 4) })
    }
}

impl Answer {
    /// Whether the host had what was asked for.
    pub fn is_ok(&self) -> bool {
        self.status.contains(" 200 ")
    }

    /// The value of a header, if it was sent once.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|it| it.0.eq_ignore_ascii_case(name));
        values.next().map(|it| it.1.as_str()).filter(|_| values.next().is_none())
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What we advise, in a configuration that needs no rights and leaves nothing behind.
fn configuration(folder: &Path, root: &Path, port: u16) -> Result<String> {
    let (listen, at) = ("listen 8080;", "root /srv/explainer;");
    ensure!(ADVICE.contains(listen) && ADVICE.contains(at), "docs/nginx.conf has other places");
    let advice = ADVICE
        .replace(listen, &format!("listen 127.0.0.1:{port};"))
        .replace(at, &format!("root \"{}\";", root.display()));
    let folder = folder.display();
    let kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let places = kinds.map(|it| format!("{it}_temp_path \"{folder}/{it}\";\n")).concat();
    Ok(format!(
        "daemon off;\nmaster_process off;\npid \"{folder}/pid\";\nerror_log stderr;\nevents {{}}\n\
         http {{\naccess_log off;\n{places}{advice}}}\n"
    ))
}
