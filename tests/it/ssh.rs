//! A real openssh-server on loopback, with keys, configuration and port of its own.
#![allow(dead_code)]

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::office::has;

/// The program of the server.
const SSHD: &str = "/usr/sbin/sshd";

/// A running server and a key for it.
pub struct Sshd {
    dir: PathBuf,
    /// What starts it where it is to run.
    within: Vec<String>,
    child: Option<Child>,
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {output:?}");
}

/// A process's children, and theirs.
fn below(pid: u32) -> Vec<u32> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let Ok(child) = entry.file_name().to_string_lossy().parse::<u32>() else {
            continue;
        };
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let after = stat.rsplit(") ").next().unwrap_or_default();
        let parent = after
            .split(' ')
            .nth(1)
            .and_then(|it| it.parse::<u32>().ok());
        if parent == Some(pid) {
            all.push(child);
            all.extend(below(child));
        }
    }
    all
}

pub fn kill(pid: u32, signal: Signal) {
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw).unwrap();
    let _ = kill_process(pid, signal);
}

impl Sshd {
    /// Starts one in a folder; `None` where there is no openssh-server.
    pub fn start(dir: &Path) -> Option<Self> {
        Self::start_at(dir, "127.0.0.1", &[])
    }

    /// Starts one that listens at an address, by the words that start a program where it is to run.
    pub fn start_at(dir: &Path, address: &str, within: &[String]) -> Option<Self> {
        if !has(SSHD) || !has("ssh") {
            return None;
        }
        std::fs::create_dir_all(dir).unwrap();
        if rustix::process::getuid().is_root() {
            // Where the server locks itself in; the package's own start makes it otherwise.
            std::fs::create_dir_all("/run/sshd").unwrap();
        }
        for name in ["host", "key"] {
            let file = dir.join(name);
            run(Command::new("ssh-keygen")
                .args(["-q", "-t", "ed25519", "-N", "", "-f"])
                .arg(file));
        }
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let at = |name: &str| dir.join(name).display().to_string();
        let config = format!(
            "ListenAddress {address}\nPort {port}\nHostKey {}\nAuthorizedKeysFile {}\nStrictModes no\n\
             UsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nPidFile none\n\
             Subsystem sftp internal-sftp\nPermitUserEnvironment no\nAcceptEnv *\n",
            at("host"),
            at("authorized_keys"),
        );
        std::fs::write(dir.join("sshd_config"), config).unwrap();
        let user = Command::new("id").arg("-un").output().unwrap().stdout;
        let client = format!(
            "Host hub\n HostName {address}\n Port {port}\n User {}\n IdentityFile {}\n IdentitiesOnly yes\n \
             UserKnownHostsFile {}\n StrictHostKeyChecking no\n LogLevel ERROR\n",
            String::from_utf8_lossy(&user).trim(),
            at("key"),
            at("known_hosts"),
        );
        std::fs::write(dir.join("ssh_config"), client).unwrap();
        let mut sshd = Self {
            dir: dir.to_owned(),
            within: within.to_owned(),
            child: None,
        };
        sshd.authorize("");
        sshd.listen();
        Some(sshd)
    }

    /// The public key.
    pub fn key(&self) -> String {
        std::fs::read_to_string(self.dir.join("key.pub")).unwrap()
    }

    /// Lets the key in, with what stands before it.
    pub fn authorize(&self, options: &str) {
        self.write_line(&format!("{options} {}", self.key()));
    }

    /// The line in `authorized_keys`.
    pub fn write_line(&self, line: &str) {
        std::fs::write(self.dir.join("authorized_keys"), line).unwrap();
    }

    /// The arguments that make ssh use this server.
    pub fn arguments(&self) -> [String; 2] {
        [
            "-F".to_owned(),
            self.dir.join("ssh_config").display().to_string(),
        ]
    }

    /// Calls ssh.
    pub fn ssh(&self, words: &[&str]) -> Command {
        let mut command = Command::new("ssh");
        command
            .args(self.arguments())
            .args(words)
            .stdin(Stdio::null());
        command
    }

    /// Calls ssh to its end.
    pub fn call(&self, words: &[&str]) -> Output {
        self.ssh(words).output().unwrap()
    }

    /// Listens again, and waits until it does.
    pub fn listen(&mut self) {
        let log = std::fs::File::create(self.dir.join("log")).unwrap();
        let mut words = self.within.iter().map(String::as_str).chain([SSHD]);
        let child = Command::new(words.next().unwrap())
            .args(words)
            .args(["-D", "-e", "-f"])
            .arg(self.dir.join("sshd_config"))
            .stderr(log)
            .spawn()
            .unwrap();
        self.child = Some(child);
        loop {
            let ended = self.child.as_mut().unwrap().try_wait().unwrap();
            let log = std::fs::read_to_string(self.dir.join("log")).unwrap();
            if log.contains("Server listening") {
                return;
            }
            assert!(ended.is_none(), "sshd ended: {log}");
            std::thread::yield_now();
        }
    }

    /// Ends every line, and lets nobody in.
    pub fn cut(&mut self) {
        if let Some(mut child) = self.child.take() {
            let sessions = below(child.id());
            let _ = child.kill();
            let _ = child.wait();
            sessions.into_iter().for_each(|pid| kill(pid, Signal::KILL));
        }
    }

    /// Ends every line; the next is let in.
    pub fn drop_lines(&self) {
        let child = self.child.as_ref().unwrap();
        below(child.id())
            .into_iter()
            .for_each(|pid| kill(pid, Signal::KILL));
    }
}

impl Drop for Sshd {
    fn drop(&mut self) {
        self.cut();
    }
}
