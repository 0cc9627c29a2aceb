//! The demonstration: as many people and meetings as it promises, at the stages it promises, all
//! of it whole, and nothing left behind.

use std::path::Path;
use std::process::{Command, Output};

use referent::documents::What;
use serde_json::Value;

use crate::pty::{Pty, program, referent};

fn run(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(program());
    command.args(["--lang", "da", "--data"]).arg(folder);
    let output = command.args(words).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {told}");
    output
}

fn text(folder: &Path, words: &[&str]) -> String {
    String::from_utf8(run(folder, words).stdout).unwrap()
}

fn json(folder: &Path, words: &[&str]) -> Value {
    let mut words = words.to_vec();
    words.push("--json");
    serde_json::from_str(&text(folder, &words)).unwrap()
}

/// Builds one that stays.
fn build(within: &Path) -> std::path::PathBuf {
    let folder = within.join("data");
    let keep = folder.to_str().unwrap();
    let mut command = Command::new(program());
    let output = command.args(["--lang", "da", "demo", "--keep", keep]);
    let output = output.output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    folder
}

#[test]
fn it_has_what_it_promises() {
    let within = tempfile::tempdir().unwrap();
    let folder = build(within.path());
    for (what, count) in [
        ("networks", 3),
        ("organisations", 12),
        ("people", 60),
        ("meetings", 11),
        ("needs", 2),
        ("knowledge", 2),
        ("sign-ups", 4),
    ] {
        let rows = json(&folder, &["list", what]);
        assert_eq!(rows.as_array().unwrap().len(), count, "{what}");
    }
    run(&folder, &["check"]);
    let meetings = json(&folder, &["list", "meetings"]);
    let meetings = meetings.as_array().unwrap();
    let mut stages: Vec<&str> = meetings
        .iter()
        .map(|it| it["stage"].as_str().unwrap())
        .collect();
    stages.sort_unstable();
    let mut wanted = ["finished"; 11];
    wanted[..4].copy_from_slice(&["agenda", "approve", "minutes", "plan"]);
    wanted.sort_unstable();
    assert_eq!(stages, wanted);
    let open = json(&folder, &["list", "actions", "--open"]);
    assert_eq!(open.as_array().unwrap().len(), 6);
    for meeting in meetings {
        let label = meeting["label"].as_str().unwrap();
        for what in What::NAMES.iter().copied() {
            let page = text(
                &folder,
                &["export", label, "--format", "txt", "--what", what],
            );
            let title = match (label, what) {
                // An article has a title of its own.
                ("nik-2026-2", "article") => "Hvad et projekt kræver af os",
                _ => meeting["title"].as_str().unwrap(),
            };
            assert!(page.contains(title), "{label} {what}:\n{page}");
        }
    }
}

#[test]
fn the_networks_year_is_in_it() {
    let within = tempfile::tempdir().unwrap();
    let folder = build(within.path());
    let activities = json(&folder, &["list", "activities"]);
    let activities = activities.as_array().unwrap();
    let served: Vec<&Value> = activities
        .iter()
        .flat_map(|row| row["serves"].as_array().unwrap())
        .collect();
    let network = json(&folder, &["show", "nik"]);
    let purposes = network["purposes"].as_array().unwrap();
    let unserved: Vec<&Value> = purposes
        .iter()
        .filter(|text| !served.contains(text))
        .collect();
    assert_eq!(unserved, ["At tale med én stemme over for staten og EU"]);
    assert_eq!(purposes.len(), 3);
    let walk = text(&folder, &["walk", "nik"]);
    assert!(walk.contains("At tale med én stemme"), "{walk}");

    for (title, days) in [
        ("Studietur til Bruxelles", 2),
        ("Topmøde om frivillighed", 1),
        ("Studietur til foreningshuse", 1),
    ] {
        let row = activities.iter().find(|row| row["title"] == title).unwrap();
        let day = |name: &str| {
            let day = row[name].as_str().unwrap();
            day.parse::<chrono::NaiveDate>().unwrap()
        };
        let long = (day("last_day") - day("first_day")).num_days();
        assert_eq!(long, days, "{row}");
    }

    let meeting = json(&folder, &["show", "nik-2026-3"]);
    let items = meeting["agenda"].as_array().unwrap();
    let annexes = items
        .iter()
        .flat_map(|row| row["annexes"].as_array().unwrap());
    let files: Vec<&Value> = annexes.map(|row| &row["file_name"]).collect();
    assert!(
        files.contains(&&Value::from("Forslag til budget.csv")),
        "{files:?}"
    );
    assert!(items.iter().any(|row| {
        row["serves"]
            .as_array()
            .is_some_and(|it| it[..] == purposes[..1])
    }));
}

#[test]
fn one_key_finds_anything_and_goes_there() {
    let within = tempfile::tempdir().unwrap();
    let mut command = referent(&["demo"]);
    command.env("TMPDIR", within.path());
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("Samskabelse på tværs");
    pty.press("<ctrl-g>");
    pty.write(b"hvad saa vi");
    pty.wait_text("Sagsaudit: hvad så vi?");
    pty.press("<enter>");
    pty.wait_text("At drøfte fundene.");
}

#[test]
fn what_was_decided_is_looked_up_and_referred_to_while_writing() {
    let within = tempfile::tempdir().unwrap();
    let mut pty = minutes(within.path(), "default");
    pty.press("<enter>");
    pty.write(b"Se");
    pty.press("<ctrl-g>");
    pty.write("hvad besluttede vi om grøn byudvikling".as_bytes());
    pty.wait_text("NIK 1/2026");
    pty.wait_text("Enter Indsæt henvisning");
    pty.press("<enter>");
    pty.wait_text("Se (jf. referat 1/2026, pkt. ");
    pty.press("<ctrl-g>");
    pty.write(b"odense kommune");
    pty.wait_text("│   Odense Kommune");
    pty.press("<enter>");
    pty.wait_text("▸ Odense Kommune");
}

#[test]
fn the_mouse_is_the_terminals_until_somebody_wants_it() {
    let within = tempfile::tempdir().unwrap();
    let mut command = referent(&["demo"]);
    command.env("TMPDIR", within.path());
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("Samskabelse på tværs");
    let free =
        |screen: &vt100::Screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None;
    pty.wait_for(free);
    pty.press("<ctrl-k>");
    pty.write(b"musen");
    pty.wait_text("mouse │");
    pty.press("<enter>");
    pty.wait_text("‹ – ›");
    pty.press("<right><enter>");
    pty.wait_for(|screen| !free(screen));
    pty.wait_text("▸ · Nu: Skriv referat");
    pty.write(b"\x1b[<65;10;10M");
    pty.wait_for(|screen| {
        screen
            .rows(0, 80)
            .nth(6)
            .is_some_and(|row| row.starts_with('▸'))
    });
}

#[test]
fn it_opens_and_leaves_nothing_behind() {
    let within = tempfile::tempdir().unwrap();
    let mut command = referent(&["demo"]);
    command.env("TMPDIR", within.path());
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("Samskabelse på tværs");
    assert_eq!(std::fs::read_dir(within.path()).unwrap().count(), 1);
    pty.press("q");
    assert!(pty.wait_exit().success());
    assert_eq!(std::fs::read_dir(within.path()).unwrap().count(), 0);
}

/// The demonstration's running meeting, with the caret in its minutes.
fn minutes(within: &Path, keymap: &str) -> Pty {
    let mut command = referent(&["demo", "--keymap", keymap]);
    command.env("TMPDIR", within);
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("Samskabelse på tværs");
    pty.press("<enter>");
    pty.wait_text("evalueres om et år.");
    pty
}

#[test]
fn emacs_hands_cut_put_back_and_undo() {
    let within = tempfile::tempdir().unwrap();
    let mut pty = minutes(within.path(), "emacs");
    let text = "Vejle foreslog";
    let gone = |screen: &vt100::Screen| !screen.contents().contains(text);
    pty.press("<ctrl-a><ctrl-k>");
    pty.wait_for(gone);
    pty.press("<ctrl-y>");
    pty.wait_text(text);
    pty.write(b"\x1f");
    pty.wait_for(gone);
}

#[test]
fn vim_hands_see_which_mode_it_is() {
    let within = tempfile::tempdir().unwrap();
    let mut pty = minutes(within.path(), "vim");
    pty.wait_text("NORMAL   i Skriv");
    pty.press("o");
    pty.wait_text("INDSÆT   Esc Normal");
    pty.press("et nyt afsnit<esc>");
    pty.wait_text("et nyt afsnit");
    pty.wait_text("NORMAL   i Skriv");
    pty.press("g");
    pty.wait_text("Til referatets begyndelse");
    pty.press("<esc>u");
    pty.wait_for(|screen| !screen.contents().contains("et nyt afsnit"));
}
