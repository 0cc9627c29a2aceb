//! The hub without a screen: serving, ending, who may come in.

use std::fs::Permissions;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::time::Instant;

use rustix::process::{Pid, Signal, kill_process};

use crate::office::{MEETING, Office, command, has};
use crate::pty::LIMIT;

/// `referent serve` on a folder.
pub struct Serving {
    child: Child,
    said: BufReader<ChildStderr>,
}

impl Serving {
    /// Starts it, and waits for its first line.
    pub fn start(folder: &Path) -> (Self, String) {
        let mut command = command(folder);
        command.arg("serve");
        Self::run(command)
    }

    /// Starts it with so little address space, KiB.
    pub fn within(folder: &Path, kib: usize) -> Self {
        let plain = command(folder);
        let mut command = Command::new("sh");
        // The C library sets aside 64 MiB of addresses for each of many threads otherwise.
        let line = format!("export MALLOC_ARENA_MAX=1; ulimit -v {kib}; exec \"$0\" serve");
        command.arg("-c").arg(line).arg(plain.get_program());
        let set = plain.get_envs();
        command.envs(set.filter_map(|(name, value)| Some((name, value?))));
        Self::run(command).0
    }

    /// What it has in memory, KiB.
    pub fn memory(&self) -> usize {
        let status = format!("/proc/{}/status", self.child.id());
        let status = std::fs::read_to_string(status).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let number = line.unwrap().split_whitespace().nth(1).unwrap();
        number.parse().unwrap()
    }

    fn run(mut command: Command) -> (Self, String) {
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stderr.take().unwrap());
        let mut serving = Self { child, said };
        let line = serving.line();
        (serving, line)
    }

    /// The next line it says.
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        line
    }

    pub fn signal(&self, signal: Signal) {
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        kill_process(pid.unwrap(), signal).unwrap();
    }

    pub fn ended(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_rests_though_others_are_there() {
    let office = Office::new();
    let (_serving, _) = Serving::start(&office.folder());
    let mut writer = office.minutes();
    let front = || std::fs::read(office.folder().join("front.json")).unwrap_or_default();
    let before = front();
    writer.press("Et ord.");
    writer.wait_text("Et ord.");
    // The front page is made when nobody has wanted anything for a while.
    let deadline = Instant::now() + LIMIT;
    while front() == before {
        assert!(Instant::now() < deadline, "it never rests");
        std::thread::yield_now();
    }
}

#[test]
fn it_serves_until_it_is_told_to_end_and_another_takes_over() {
    let office = Office::new();
    let (mut first, line) = Serving::start(&office.folder());
    assert!(line.starts_with("Holder "), "{line}");
    let (mut second, line) = Serving::start(&office.folder());
    assert!(line.starts_with("Et andet program holder "), "{line}");
    let mut writer = office.minutes();
    writer.press("Først.");
    writer.wait_text("Først.");
    office.note(2, "Ét");
    first.signal(Signal::TERM);
    assert!(first.ended().success());
    assert!(first.line().starts_with("Alt er skrevet"));
    writer.press(" Siden.");
    writer.wait_text("Siden.");
    let note = ["do", "--meeting", MEETING, "--item", "2", "note-add", "To"];
    office.ok(&note);
    drop(writer);
    let line = second.line();
    assert!(line.starts_with("Holder "), "{line}");
    office.note(2, "Tre");
    second.signal(Signal::TERM);
    assert!(second.ended().success());
    assert_eq!(office.texts(2), ["Ét", "To", "Tre"]);
    assert!(
        office
            .texts(1)
            .iter()
            .any(|text| text.contains("Først. Siden."))
    );
}

#[test]
fn the_unit_starts_this_program_on_this_folder() {
    let office = Office::empty();
    let unit = office.ok(&["serve", "--unit"]);
    let program = crate::pty::program();
    let start = format!(
        "ExecStart=\"{program}\" serve --data \"{}\"",
        office.folder().display()
    );
    let memory = "Environment=MALLOC_ARENA_MAX=2";
    for wanted in [start.as_str(), memory] {
        assert!(unit.lines().any(|line| line == wanted), "{unit}");
    }
    assert!(!office.folder().exists());
}

fn mode(path: &Path) -> u32 {
    path.symlink_metadata().unwrap().permissions().mode() & 0o777
}

fn check_modes(folder: &Path) {
    assert_eq!(mode(folder), 0o700, "{}", folder.display());
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            check_modes(&path);
        } else {
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
    }
}

#[test]
fn nobody_else_may_read_the_folder_or_come_in() {
    let office = Office::new();
    let folder = office.folder();
    let (serving, _) = Serving::start(&folder);
    office.ok(&["list", "meetings"]);
    for part in ["", "journal", "pending", "files"] {
        assert_eq!(mode(&folder.join(part)), 0o700, "{part}");
    }
    for part in ["hub.lock", "hub.sock"] {
        assert_eq!(mode(&folder.join(part)), 0o600, "{part}");
    }
    check_modes(&folder.join("journal"));
    if !rustix::process::getuid().is_root() || !has("setpriv") || !has("/usr/bin/python3") {
        println!("skipped: only root can become somebody else");
        return;
    }
    // Even where the modes would let others in, the hub looks at who it is.
    for path in [office.root(), &folder] {
        std::fs::set_permissions(path, Permissions::from_mode(0o755)).unwrap();
    }
    let socket = folder.join("hub.sock");
    std::fs::set_permissions(&socket, Permissions::from_mode(0o666)).unwrap();
    let script = "import socket,sys\ns=socket.socket(socket.AF_UNIX)\ns.connect(sys.argv[1])\n\
                  data=b''\nwhile True:\n d=s.recv(999)\n if not d: break\n data+=d\nprint(data)";
    let output = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .args(["/usr/bin/python3", "-c", script])
        .arg(&socket)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{output:?}");
    assert!(said.contains("Goodbye"), "{said}");
    drop(serving);
}
