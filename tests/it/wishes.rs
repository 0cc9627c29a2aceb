//! Three hundred things that somebody let in by a key might ask for, for each role; and what the process opens and
//! starts meanwhile.

use std::path::Path;
use std::process::Output;

use crate::dice::Dice;
use crate::office::{Office, command, has, text};
use crate::roles::ROLES;

/// What nobody is given, whatever the role.
const ASKED: [&str; 40] = [
    "sh",
    "bash -i",
    "/bin/sh -c id",
    "referent do",
    "referent do network-new x y",
    "referent pipe --data /",
    "pipe;id",
    "pipe && id",
    "pipe|sh",
    "pipe\nid",
    "$(id)",
    "`id`",
    "pipe $(touch CANARY)",
    "touch CANARY",
    "-c id",
    "--help",
    "--user karen",
    "referent as karen --role secretary",
    "referent list people --json",
    "referent export nims-2026-1 --format json",
    "referent backup CANARY",
    "referent restore /etc/passwd",
    "referent import /etc/passwd",
    "referent serve --unit",
    "referent demo --keep CANARY",
    "internal-sftp",
    "/usr/lib/openssh/sftp-server",
    "scp -t .",
    "scp -f /etc/passwd",
    "rsync --server . /",
    "git-upload-pack /etc",
    "env LD_PRELOAD=/tmp/x.so referent pipe",
    "../../bin/sh",
    "do --script /etc/passwd",
    "do --script=/etc/passwd agenda-propose x",
    "do --data / agenda-propose x",
    "do annex-add /etc/passwd --item 1",
    "do --meeting nims-2026-1 annex-add x --file /etc/passwd",
    "do --user karen agenda-propose x",
    "do agenda-propose x --by $(id",
];

/// What is put before, behind and between.
const SPICE: [&str; 12] = [
    "-",
    "--",
    ";id;",
    "$(touch CANARY)",
    "`touch CANARY`",
    "\n",
    "\r\n",
    "\u{1b}[2J",
    "|sh",
    "&",
    ">CANARY",
    "../",
];

/// The first are those above; the others are made of them.
fn asked() -> Vec<String> {
    let mut all: Vec<String> = ASKED.iter().map(|it| (*it).to_owned()).collect();
    all.push("pipe ".repeat(25_000));
    let mut dice = Dice(7);
    while all.len() < 300 {
        let base = ASKED[dice.below(ASKED.len())];
        let (before, behind) = (
            SPICE[dice.below(SPICE.len())],
            SPICE[dice.below(SPICE.len())],
        );
        all.push(match dice.below(3) {
            0 => format!("{before}{base}"),
            1 => format!("{base}{behind}"),
            _ => format!("{before}{base}{behind}"),
        });
    }
    all
}

/// What the far side might get into the environment.
const TRICKS: [(&str, &str); 12] = [
    ("TERM", "../../../etc/passwd"),
    ("TERMINFO", "/etc"),
    ("PAGER", "touch CANARY"),
    ("EDITOR", "touch CANARY"),
    ("VISUAL", "touch CANARY"),
    ("SHELL", "/bin/sh"),
    ("REFERENT_DATA", "/etc"),
    ("REFERENT_USER", "karen"),
    ("REFERENT_NOW", "2001-01-01T00:00"),
    ("REFERENT_LOG", "trace"),
    ("XDG_CONFIG_HOME", "/etc"),
    ("HOME", "/etc"),
];

fn call(office: &Office, role: &str, asked: &str) -> Output {
    let mut command = command(&office.folder());
    command
        .args(["as", "anna", "--role", role, "--data"])
        .arg(office.folder())
        .envs(TRICKS)
        .env("SSH_ORIGINAL_COMMAND", asked)
        .current_dir(office.root());
    command.output().unwrap()
}

#[test]
fn three_hundred_hostile_wishes_of_each_role_start_nothing() {
    let office = Office::new();
    let before = office.ok(&["show", crate::office::MEETING, "--json"]);
    for role in ROLES {
        for asked in asked() {
            let short: String = asked.chars().take(60).collect();
            let output = call(&office, role, &asked);
            assert!(!output.status.success(), "{role}: {short:?}");
            assert!(output.stdout.is_empty(), "{role}: {short:?}");
            assert!(!output.stderr.is_empty(), "{role}: {short:?}");
        }
    }
    let beside: Vec<_> = std::fs::read_dir(office.root())
        .unwrap()
        .flatten()
        .collect();
    assert_eq!(beside.len(), 1, "{beside:?}");
    assert!(!office.folder().join("referent.log").exists());
    assert_eq!(
        office.ok(&["show", crate::office::MEETING, "--json"]),
        before
    );
}

#[test]
fn nobody_let_in_says_who_they_are() {
    let office = Office::new();
    for role in ROLES {
        let words = ["--user", "karen", "as", "anna", "--role", role];
        assert_eq!(office.call(&words).status.code(), Some(2), "{role}");
    }
}

/// Files of the system that a program reads to run at all.
const SYSTEM: [&str; 9] = [
    "/etc/ld.so",
    "/lib",
    "/usr/lib",
    "/proc/",
    "/sys/",
    "/dev/",
    "/etc/localtime",
    "/usr/share/zoneinfo",
    "/etc/nsswitch.conf",
];

/// What a trace says was executed, and opened outside the folder and the system's own files.
fn traced(trace: &str, folder: &Path) -> (usize, Vec<String>) {
    let folder = folder.display().to_string();
    let started = trace
        .lines()
        .filter(|line| line.contains("execve("))
        .count();
    let quoted = |line: &str| Some(line.split('"').nth(1)?.to_owned());
    let opened = trace
        .lines()
        .filter(|line| line.contains("openat(") && !line.contains("ENOENT"));
    let opened = opened.filter_map(quoted).filter(|path| {
        path.starts_with('/')
            && !path.starts_with(&folder)
            && !SYSTEM.iter().any(|it| path.starts_with(it))
    });
    (started, opened.collect())
}

#[test]
fn a_traced_wish_executes_nothing_and_opens_nothing_outside_the_folder() {
    let office = Office::new();
    if !has("strace") {
        return;
    }
    let own = "do --meeting nims-2026-1 agenda-propose \"$(touch CANARY)\"";
    for role in ROLES {
        let hostile = asked();
        let few = hostile.iter().step_by(25).map(String::as_str);
        for asked in few.chain([own]) {
            let trace = office.beside("trace");
            let output = std::process::Command::new("strace")
                .args(["-f", "-e", "trace=execve,openat", "-o"])
                .arg(&trace)
                .arg(crate::pty::program())
                .args(["as", "Åse Østergård", "--role", role, "--data"])
                .arg(office.folder())
                .envs(TRICKS)
                .env("SSH_ORIGINAL_COMMAND", asked)
                .current_dir(office.root())
                .output()
                .unwrap();
            let allowed = role == "member" && asked == own;
            let short: String = asked.chars().take(60).collect();
            assert_eq!(
                output.status.success(),
                allowed,
                "{role}: {short:?} {}",
                text(&output.stderr)
            );
            let (started, opened) =
                traced(&std::fs::read_to_string(&trace).unwrap(), &office.folder());
            assert_eq!(started, 1, "{role}: {short:?}");
            assert!(opened.is_empty(), "{role}: {short:?}: {opened:?}");
            assert!(!office.beside("CANARY").exists(), "{role}: {short:?}");
        }
    }
}
