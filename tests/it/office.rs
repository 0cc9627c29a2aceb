//! A data folder in a test: the real binary called on it, prepared by scripts.
#![allow(dead_code)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::pty::{Pty, program, referent};

/// The meeting that every office has.
pub const MEETING: &str = "nims-2026-1";

/// A network, two organisations, three people, a meeting of two items with its first words.
pub const GROUND: &str = r#"
network-new nims "Netværk for Internationale Kommuner"
organisation-new odense "Odense Kommune"
organisation-new aarhus "Aarhus Kommune"
person-new "Karen Lund" --organisation odense --email karen@example.dk
person-new "Åse Østergård" --organisation aarhus --email aase@example.dk
person-new "Bo Friis" --organisation aarhus
member-add nims "Karen Lund" --role contact
member-add nims "Åse Østergård"
meeting-new --network nims --title "Samskabelse" --date 2026-11-26 --start 09:30 --end 12:30 --venue "Odense Rådhus" --host odense --purpose "Dele erfaringer"
--meeting nims-2026-1 agenda-add "Velkomst" --kind welcome --minutes 15 --purpose "Kende hinanden" --outcome "Alle er mødt"
--meeting nims-2026-1 agenda-add "Økonomi" --kind decision --minutes 30 --purpose "Budget" --outcome "Vedtaget"
--meeting nims-2026-1 invite
"#;

/// A secretariat's folder, gone when dropped.
pub struct Office {
    dir: TempDir,
}

/// Whether the long runs are wanted.
pub fn all() -> bool {
    std::env::var_os("REFERENT_TEST_ALL").is_some_and(|value| !value.is_empty() && value != "0")
}

/// How often something is tried: as often as a variable says, else so often.
pub fn times(variable: &str, usually: usize) -> usize {
    let said = std::env::var(variable).ok();
    said.and_then(|it| it.parse().ok()).unwrap_or(usually)
}

/// Whether a program is there. Missing is told, and not accepted when all is to be tested.
#[track_caller]
pub fn has(program: &str) -> bool {
    let there = Command::new("sh")
        .args(["-c", &format!("command -v {program}")])
        .stdout(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    assert!(there || !all(), "{program} is missing");
    if !there {
        println!("skipped: {program} is missing");
    }
    there
}

/// The Python that has these modules: the one `tests/run` set up, else the machine's own. Missing
/// is told, and not accepted when all is to be tested.
#[track_caller]
pub fn python(modules: &[&str]) -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/venv/bin/python");
    let import = format!("import {}", modules.join(", "));
    let works = |python: &Path| {
        let tried = Command::new(python)
            .args(["-c", &import])
            .stderr(Stdio::null())
            .status();
        tried.is_ok_and(|status| status.success())
    };
    let found = [own, PathBuf::from("python3")]
        .into_iter()
        .find(|it| works(it));
    assert!(found.is_some() || !all(), "Python cannot {import}");
    if found.is_none() {
        println!("skipped: Python cannot {import}");
    }
    found
}

/// Runs a program with something on its standard input, however much it writes before it has read all.
pub fn fed(program: &mut Command, input: &str) -> Output {
    let mut child = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    output
}

/// The binary, in Danish, as user "karen", on a folder.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(program());
    command
        .env("REFERENT_DATA", folder)
        .env("REFERENT_LANG", "da")
        .env("REFERENT_USER", "karen")
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null());
    command
}

/// What was written to a stream.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

impl Office {
    /// A place where nothing is yet.
    pub fn empty() -> Self {
        let dir = tempfile::tempdir().unwrap();
        Self { dir }
    }

    /// One with [`GROUND`].
    pub fn new() -> Self {
        let office = Self::empty();
        office.script(GROUND);
        office
    }

    /// The data folder.
    pub fn folder(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// The folder that the data folder is in.
    pub fn root(&self) -> &Path {
        self.dir.path()
    }

    /// A place beside the data folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Calls the binary, beside the folder: a path in a hostile text leads nowhere else.
    pub fn call(&self, words: &[&str]) -> Output {
        let mut command = command(&self.folder());
        command.current_dir(self.root()).args(words);
        command.output().unwrap()
    }

    /// Calls the binary, which must do it; what it wrote.
    #[track_caller]
    pub fn ok(&self, words: &[&str]) -> String {
        done(words, &self.call(words))
    }

    /// Notes something under an item of the meeting.
    #[track_caller]
    pub fn note(&self, item: usize, text: &str) {
        let item = item.to_string();
        self.ok(&[
            "do",
            "--meeting",
            MEETING,
            "--item",
            &item,
            "note-add",
            text,
        ]);
    }

    /// Adds a file as an annex to an item of the meeting.
    #[track_caller]
    pub fn annex(&self, item: usize, title: &str, file: &Path) {
        let (item, file) = (item.to_string(), file.to_str().unwrap());
        let on = ["do", "--meeting", MEETING, "--item", &item];
        self.ok(&[&on[..], &["annex-add", title, "--file", file]].concat());
    }

    /// Calls the binary with something on its standard input.
    pub fn fed(&self, words: &[&str], input: &str) -> Output {
        fed(command(&self.folder()).args(words), input)
    }

    /// Runs a script of commands, which must succeed.
    #[track_caller]
    pub fn script(&self, script: &str) -> String {
        let words = ["do", "--script", "-"];
        done(&words, &self.fed(&words, script))
    }

    /// The JSON that a call prints.
    #[track_caller]
    pub fn json(&self, words: &[&str]) -> Value {
        serde_json::from_str(&self.ok(words)).unwrap()
    }

    /// The texts of the entries of an item of the meeting, in order.
    #[track_caller]
    pub fn texts(&self, number: usize) -> Vec<String> {
        let meeting = self.json(&["show", MEETING, "--json"]);
        let entries = meeting["agenda"][number - 1]["entries"].as_array().unwrap();
        let texts = entries.iter().map(|entry| &entry["text"]);
        texts
            .map(|text| text.as_str().unwrap().to_owned())
            .collect()
    }

    /// A terminal on the folder: the words, 80 columns and 24 rows.
    pub fn terminal(&self, words: &[&str]) -> Pty {
        Pty::start(self.program(words), 80, 24)
    }

    /// The caret in the minutes of the meeting's first item.
    #[track_caller]
    pub fn minutes(&self) -> Pty {
        let mut pty = self.terminal(&["--meeting", MEETING, "--item", "1", "--minutes"]);
        pty.wait_for(|screen| screen.contents().contains("Velkomst") && !screen.hide_cursor());
        pty
    }

    /// The program on the folder, for a terminal.
    pub fn program(&self, words: &[&str]) -> portable_pty::CommandBuilder {
        let mut command = referent(words);
        command.env("REFERENT_DATA", self.folder());
        command.env("REFERENT_USER", "karen");
        // No settings of the person who runs the tests.
        command.env("XDG_CONFIG_HOME", self.beside("config"));
        command
    }
}

#[track_caller]
pub fn done(words: &[&str], output: &Output) -> String {
    assert!(
        output.status.success(),
        "{words:?}: {:?}\n{}{}",
        output.status,
        text(&output.stdout),
        text(&output.stderr)
    );
    text(&output.stdout)
}

/// Ends the program from wherever it is.
#[track_caller]
pub fn quit(pty: &mut Pty) {
    pty.press("<ctrl-k>quit");
    pty.wait_text("quit");
    pty.press("<enter>");
}
