//! Every file operation of a short session goes wrong in turn: the folder always opens afterwards, what was there is
//! there, nothing is called saved that is not, and what went wrong is told.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::channel;

use rustix::process::{Pid, Signal, kill_process};

use crate::dice::Dice;
use crate::office::{self, MEETING, Office, all, has, quit, text};
use crate::pty::LIMIT;

const HOW: [&str; 5] = ["eio", "enospc", "short", "before", "after"];
const NOTE: &str = "Det vigtige ord";

/// The library that makes operations go wrong, built once.
fn shim() -> Option<&'static Path> {
    static SHIM: OnceLock<Option<PathBuf>> = OnceLock::new();
    let build = || {
        let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faultshim.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faultshim.c");
        let made_it = has("cc").then(|| {
            Command::new("cc")
                .args(["-O2", "-Wall", "-shared", "-fPIC", "-o"])
                .args([made.as_path(), Path::new(source)])
                .arg("-ldl")
                .status()
        });
        made_it.map(|status| {
            assert!(status.unwrap().success());
            made
        })
    };
    SHIM.get_or_init(build).as_deref()
}

/// What goes wrong.
#[derive(Clone, Copy, Debug)]
struct Fault {
    nth: usize,
    how: &'static str,
    forever: bool,
}

impl Fault {
    fn kills(self) -> bool {
        matches!(self.how, "before" | "after")
    }

    /// The shim's environment for a program on an office.
    fn variables(self, office: &Office) -> Vec<(&'static str, String)> {
        let shown = |path: &Path| path.to_str().unwrap().to_owned();
        let mut all = vec![
            ("LD_PRELOAD", shown(shim().unwrap())),
            ("SHIM_UNDER", shown(office.root())),
            ("SHIM_COUNT", shown(&counter(office))),
            ("SHIM_NTH", self.nth.to_string()),
            ("SHIM_HOW", self.how.to_owned()),
        ];
        if self.forever {
            all.push(("SHIM_FOREVER", "1".into()));
        }
        all
    }
}

/// Where the shim counts: not below what it watches.
fn counter(office: &Office) -> PathBuf {
    office.root().with_extension("count")
}

const NONE: Fault = Fault {
    nth: 0,
    how: "eio",
    forever: false,
};

/// Calls the binary under the shim. It must end.
fn call(office: &Office, fault: Fault, words: &[&str]) -> Output {
    let mut command = office::command(&office.folder());
    command.args(words).envs(fault.variables(office));
    let child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    let (sender, ended) = channel();
    std::thread::spawn(move || sender.send(child.wait_with_output()));
    let Ok(output) = ended.recv_timeout(LIMIT) else {
        let _ = kill_process(pid.unwrap(), Signal::KILL);
        panic!("{fault:?}: {words:?} does not end");
    };
    output.unwrap()
}

/// How many operations the last program made.
fn count(office: &Office) -> usize {
    let counted = fs::read_to_string(counter(office)).unwrap();
    counted.trim().parse().unwrap()
}

/// The faults to try on so many operations: all, or an even sample of about `sample`.
fn faults(operations: usize, sample: usize) -> Vec<Fault> {
    let mut every = Vec::new();
    for nth in 1..=operations {
        for how in HOW {
            every.push(Fault {
                nth,
                how,
                forever: false,
            });
        }
        for how in ["eio", "enospc"] {
            every.push(Fault {
                nth,
                how,
                forever: true,
            });
        }
    }
    if all() {
        return every;
    }
    let step = (every.len() / sample).max(1);
    // Not a multiple of the ways to fail, or only some of them would be tried.
    let step = if step.is_multiple_of(7) {
        step + 1
    } else {
        step
    };
    every.into_iter().step_by(step).collect()
}

/// A copy of a prepared office.
fn copy(from: &Office) -> Office {
    let office = Office::empty();
    copy_folder(&from.folder(), &office.folder());
    office
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            copy_folder(&entry.path(), &target);
        } else if kind.is_file() {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn told(output: &Output, context: &str) {
    let said = text(&output.stderr);
    assert!(said.lines().count() >= 2, "{context}: told only {said:?}");
    assert!(!said.contains("panicked"), "{context}: {said}");
}

#[test]
fn one_command_with_every_operation_failing() {
    let Some(_) = shim() else { return };
    let ground = Office::new();
    ground.note(1, "Før");
    let words = ["do", "--meeting", MEETING, "--item", "1", "note-add", NOTE];
    let trial = copy(&ground);
    assert!(call(&trial, NONE, &words).status.success());
    let operations = count(&trial);
    let tried = faults(operations, 60);
    for fault in &tried {
        let office = copy(&ground);
        let output = call(&office, *fault, &words);
        let context = format!("{fault:?}: {:?} {}", output.status, text(&output.stderr));
        let texts = office.texts(1);
        let there = texts.iter().any(|text| text == NOTE);
        assert!(
            texts.iter().any(|text| text == "Før"),
            "{context}: {texts:?}"
        );
        match output.status.code() {
            Some(0) => assert!(there, "{context}: a false saved"),
            Some(1) => assert!(!there, "{context}: it was changed after all"),
            Some(3) => {}
            None if fault.kills() => {}
            _ => panic!("{context}"),
        }
        if output.status.code().is_some_and(|code| code != 0) {
            told(&output, &context);
        }
        // And it goes on.
        office.note(1, "Efter");
    }
    println!(
        "{} faults in {operations} operations of a command",
        tried.len()
    );
}

#[test]
fn a_first_start_with_every_operation_failing() {
    let Some(_) = shim() else { return };
    let words = ["do", "network-new", "nims", "NIMS"];
    let trial = Office::empty();
    assert!(call(&trial, NONE, &words).status.success());
    let operations = count(&trial);
    let tried = faults(operations, 40);
    for fault in &tried {
        let office = Office::empty();
        let output = call(&office, *fault, &words);
        let context = format!("{fault:?}: {:?} {}", output.status, text(&output.stderr));
        if output.status.code().is_some_and(|code| code != 0) {
            told(&output, &context);
        }
        // The next start works, whatever was left.
        office.ok(&["do", "network-new", "vest", "Vest"]);
        let networks = office.ok(&["list", "networks"]);
        assert!(networks.contains("Vest"), "{context}: {networks}");
        if output.status.success() {
            assert!(networks.contains("NIMS"), "{context}: a false saved");
        }
    }
    println!(
        "{} faults in {operations} operations of a first start",
        tried.len()
    );
}

#[test]
fn a_command_through_the_socket_with_every_operation_failing() {
    let Some(_) = shim() else { return };
    let office = Office::new();
    let holder = office.minutes();
    let words = |note: &str| -> Vec<String> {
        let words = ["do", "--meeting", MEETING, "--item", "2", "note-add", note];
        words.map(str::to_owned).to_vec()
    };
    let call = |fault, note: &str| {
        let words = words(note);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        call(&office, fault, &words)
    };
    assert!(call(NONE, "først").status.success());
    let operations = count(&office);
    let tried = faults(operations, 20);
    for (number, fault) in tried.iter().enumerate() {
        let note = format!("note {number}");
        let output = call(*fault, &note);
        let context = format!("{fault:?}: {:?} {}", output.status, text(&output.stderr));
        if output.status.success() {
            assert!(office.texts(2).contains(&note), "{context}: a false saved");
        } else if output.status.code().is_some() {
            told(&output, &context);
        }
    }
    drop(holder);
    assert!(office.texts(2).iter().any(|text| text == "først"));
    println!(
        "{} faults in {operations} operations through the socket",
        tried.len()
    );
}

/// A session at the terminal: start, type a sentence, quit. What the screen said.
struct Typed {
    echoed: bool,
    saved: bool,
    unsaved: bool,
}

fn type_a_sentence(office: &Office, fault: Fault) -> Typed {
    let mut program = office.program(&["--meeting", MEETING, "--item", "1", "--minutes"]);
    for (name, value) in fault.variables(office) {
        program.env(name, value);
    }
    let mut pty = crate::pty::Pty::start(program, 80, 24);
    let mut typed = Typed {
        echoed: false,
        saved: false,
        unsaved: false,
    };
    if !pty.reaches(|screen| screen.contents().contains("Velkomst")) {
        return typed;
    }
    pty.press(NOTE);
    typed.echoed = pty.reaches(|screen| screen.contents().contains(NOTE));
    if typed.echoed {
        pty.reaches(|screen| {
            let text = screen.contents();
            text.contains("Gemt ") || text.contains("IKKE GEMT:")
        });
        // Also "not yet": a write that takes long is not waited for, and that is said.
        typed.unsaved = pty.text().contains("IKKE GEMT");
        typed.saved = !typed.unsaved && pty.text().contains("Gemt ");
        quit_if_there(&mut pty);
    }
    pty.wait_exit();
    typed
}

fn quit_if_there(pty: &mut crate::pty::Pty) {
    pty.press("<ctrl-k>quit");
    if pty.reaches(|screen| screen.contents().contains("quit")) {
        pty.press("<enter>");
    }
}

#[test]
fn a_session_with_every_operation_failing() {
    let Some(_) = shim() else { return };
    let ground = Office::new();
    ground.note(1, "Før");
    let trial = copy(&ground);
    let typed = type_a_sentence(&trial, NONE);
    assert!(typed.echoed && typed.saved && trial.texts(1).concat().contains(NOTE));
    let operations = count(&trial);
    let tried = faults(operations, 30);
    let mut dice = Dice(1);
    for fault in &tried {
        let office = copy(&ground);
        let typed = type_a_sentence(&office, *fault);
        let kept = office.texts(1).concat();
        assert!(kept.contains("Før"), "{fault:?}: {kept}");
        let must = typed.saved || typed.echoed && !typed.unsaved;
        assert!(
            !must || kept.contains(NOTE),
            "{fault:?}: echoed and not there: {kept:?}"
        );
        if dice.below(4) == 0 {
            quit(&mut office.minutes());
        }
    }
    println!(
        "{} faults in {operations} operations of a session",
        tried.len()
    );
}
