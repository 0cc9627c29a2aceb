//! The README: its screens are the program's, its reference is the command line's.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use crate::pty::{Pty, referent};

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// Several tests compare, and may write.
static PAGE: Mutex<()> = Mutex::new(());

/// Compares a part of the page with what it should be; or puts that in its place.
#[track_caller]
fn compare(parts: &[(&str, String)]) {
    let _mine = PAGE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut text = std::fs::read_to_string(page()).unwrap();
    let mut wrong = Vec::new();
    for (name, wanted) in parts {
        let begin = format!("<!-- {name} -->\n```text\n");
        let at = text.find(&begin).expect(name) + begin.len();
        let end = at + text[at..].find("```\n<!-- end -->").expect(name);
        if &text[at..end] != wanted {
            wrong.push(*name);
            text.replace_range(at..end, wanted);
        }
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(page(), text).unwrap();
        return;
    }
    let how = "run: UPDATE_SNAPSHOTS=1 cargo test --test it";
    assert!(wrong.is_empty(), "not as it is now: {wrong:?}; {how}");
}

fn help(words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_referent"));
    let output = command.args(["--lang", "en"]).args(words).arg("--help");
    String::from_utf8(output.output().unwrap().stdout).unwrap()
}

/// A subcommand's way of calling, and the arguments that are its own.
fn own(name: &str, everywhere: &[String]) -> String {
    let text = help(&[name]);
    let mut lines = text.lines().skip_while(|line| !line.starts_with("Usage: "));
    let usage = lines.next().unwrap().trim_start_matches("Usage: ");
    let mut own = format!("\n{}\n", usage.replace(" [OPTIONS]", ""));
    for line in lines.take_while(|line| !line.starts_with("Commands")) {
        let known = everywhere.iter().any(|known| known == line.trim());
        if line.starts_with("  ") && !known {
            own.push_str(&format!("{}\n", line.trim_end()));
        }
    }
    own
}

#[test]
fn its_reference_is_the_command_line() {
    let whole = help(&[]);
    let mut reference = whole.clone();
    let listed = whole.lines().skip_while(|line| *line != "Commands:");
    let names = listed.skip(1).take_while(|line| !line.is_empty());
    let names: Vec<&str> = names
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    let mut everywhere: Vec<String> = whole.lines().map(|line| line.trim().to_owned()).collect();
    everywhere.push("-h, --help                Print help".to_owned());
    assert!(names.len() > 10, "{names:?}");
    for name in names.into_iter().filter(|name| *name != "help") {
        reference.push_str(&own(name, &everywhere));
    }
    compare(&[("reference", reference)]);
}

fn picture(pty: &Pty) -> String {
    let text = pty.text();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_end())
}

#[test]
fn its_screens_are_the_programs() {
    let within = tempfile::tempdir().unwrap();
    let mut command = referent(&["demo"]);
    command.env("TMPDIR", within.path());
    command.env("HOME", within.path());
    command.env("REFERENT_NOW", "2026-11-26T10:47");
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("Samskabelse på tværs");
    // The bottom line is painted last.
    pty.wait_text("Ctrl+K Kommandoer");
    let home = picture(&pty);
    pty.press("<enter>");
    pty.wait_text("Indst.:");
    pty.wait_text("Ctrl+Z");
    let minutes = picture(&pty);
    pty.press("<ctrl-k>");
    pty.write("besl".as_bytes());
    pty.wait_text("besl");
    pty.wait_text("decision-add");
    let palette = picture(&pty);
    compare(&[
        ("screen: home", home),
        ("screen: minutes", minutes),
        ("screen: palette", palette),
    ]);
}
