//! The command line: the real binary in folders of their own.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use referent::documents::What;
use serde_json::Value;

/// A data folder and how the program is started on it.
struct Folder {
    dir: tempfile::TempDir,
    language: &'static str,
}

impl Folder {
    fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
            language: "en",
        }
    }

    fn path(&self) -> std::path::PathBuf {
        self.dir.path().join("data")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_referent"));
        command
            .args(words)
            .env_clear()
            .env("HOME", self.dir.path())
            .env("USER", "karen")
            .env("REFERENT_DATA", self.path())
            .env("REFERENT_LANG", self.language)
            .env("REFERENT_NOW", "2026-11-26T09:02")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// Runs what must end well; returns standard output.
    fn ok(&self, words: &[&str]) -> String {
        let output = self.run(words);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{words:?}\n{error}");
        String::from_utf8(output.stdout)
            .unwrap()
            .trim_end()
            .to_owned()
    }

    /// Runs a line as it stands in the manual.
    fn line(&self, line: &str) -> String {
        let words = referent::app::args::split_line(line).unwrap();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        assert_eq!(words[0], "referent");
        self.ok(&words[1..])
    }

    fn json(&self, words: &[&str]) -> Value {
        serde_json::from_str(&self.ok(words)).unwrap()
    }

    /// Every byte of the journal.
    fn journal(&self) -> Vec<(String, Vec<u8>)> {
        let Ok(entries) = std::fs::read_dir(self.path().join("journal")) else {
            return Vec::new();
        };
        let mut files: Vec<_> = entries
            .map(|entry| entry.unwrap())
            .filter(|entry| entry.file_name().to_string_lossy().contains(".jsonl"))
            .map(|entry| {
                let name = entry.file_name().into_string().unwrap();
                (name, std::fs::read(entry.path()).unwrap())
            })
            .collect();
        files.sort();
        files
    }

    /// The manual's example.
    fn with_meeting() -> Self {
        let folder = Self::new();
        for line in EXAMPLE {
            folder.line(line);
        }
        folder
    }
}

/// The manual's lines.
const EXAMPLE: &[&str] = &[
    r#"referent do network-new nims "Netværk for Internationale Kommuner""#,
    r#"referent do organisation-new odense "Odense Kommune""#,
    r#"referent do person-new "Karen Lund" --organisation odense --email karen@example.dk"#,
    r#"referent do person-new "Åse Olsen" --organisation odense"#,
    r#"referent do member-add nims "Karen Lund" --role contact"#,
    r#"referent do member-add nims "Åse Olsen""#,
    r#"referent do meeting-new --network nims --title "Samskabelse" --date 2026-11-26 --start 09:30 --end 12:30 --venue "Odense Rådhus" --host odense --purpose "Dele erfaringer""#,
    r#"referent do --meeting nims-2026-1 agenda-add "Oplæg om samskabelse" --kind talk --minutes 45 --purpose "…" --outcome "…""#,
    r#"referent do --meeting nims-2026-1 invite"#,
    r#"referent do --meeting nims-2026-1 check-in "aase o""#,
    r#"referent do --meeting nims-2026-1 --item 1 decision-add "Netværket mødes fire gange i 2027.""#,
    r#"referent do --meeting nims-2026-1 --item 1 action-add "Send årsplan" --owner "Karen Lund" --due 2026-12-01"#,
];

#[test]
fn the_manuals_lines_do_what_they_say() {
    let folder = Folder::new();
    let said: Vec<String> = EXAMPLE.iter().map(|line| folder.line(line)).collect();
    assert_eq!(said[0], "nims");
    assert_eq!(said[1], "odense");
    assert_eq!(said[2], "karen-lund");
    assert_eq!(said[6], "nims-2026-1");
    assert!(said[9].contains("Åse Olsen"), "{}", said[9]);
    assert_eq!(said[11].len(), 32, "{}", said[11]);
}

#[test]
fn a_meeting_as_json_has_what_scripts_rely_on() {
    let folder = Folder::with_meeting();
    let meeting = folder.json(&["show", "nims-2026-1", "--json"]);
    for (place, wanted) in [
        ("/label", "nims-2026-1"),
        ("/network", "nims"),
        ("/title", "Samskabelse"),
        ("/when/date", "2026-11-26"),
        ("/when/start", "09:30"),
        ("/when/end", "12:30"),
        ("/place/venue", "Odense Rådhus"),
        ("/purpose", "Dele erfaringer"),
        ("/agenda/0/title", "Oplæg om samskabelse"),
        ("/agenda/0/kind", "talk"),
        ("/agenda/0/starts_at", "09:30"),
        ("/agenda/0/entries/0/kind", "decision"),
        (
            "/agenda/0/entries/0/text",
            "Netværket mødes fire gange i 2027.",
        ),
        ("/agenda/0/entries/0/by", "karen"),
        ("/actions/0/text", "Send årsplan"),
        ("/actions/0/owner", "Karen Lund"),
        ("/actions/0/due", "2026-12-01"),
        ("/actions/0/status", "open"),
    ] {
        let found = meeting.pointer(place).and_then(Value::as_str);
        assert_eq!(found, Some(wanted), "{place}");
    }
    for place in [
        "/id",
        "/stage",
        "/when/tentative",
        "/place/host",
        "/agenda/0/id",
        "/agenda/0/number",
        "/agenda/0/purpose",
        "/agenda/0/outcome",
        "/agenda/0/background",
        "/agenda/0/recommendation",
        "/agenda/0/minutes",
        "/agenda/0/status",
        "/agenda/0/closed",
        "/agenda/0/speakers",
        "/agenda/0/annexes",
        "/agenda/0/entries/0/id",
        "/agenda/0/entries/0/at",
        "/participants/0/person",
        "/participants/0/name",
        "/participants/0/organisation",
        "/participants/0/rsvp",
        "/participants/0/attendance",
        "/participants/0/checked_in_at",
        "/participants/0/substitute_for",
        "/actions/0/id",
        "/actions/0/item",
        "/counts/present",
        "/counts/expected",
        "/counts/organisations",
        "/counts/quorum",
    ] {
        assert!(meeting.pointer(place).is_some(), "{place}");
    }
    assert_eq!(meeting["counts"]["present"], 1);
    let id = meeting["id"].as_str().unwrap();
    assert_eq!(folder.json(&["show", id, "--json"]), meeting);
}

#[test]
fn lists_are_arrays_of_objects_with_id_and_label() {
    let folder = Folder::with_meeting();
    for (what, label) in [
        ("networks", "nims"),
        ("meetings", "nims-2026-1"),
        ("people", "karen-lund"),
        ("organisations", "odense"),
    ] {
        let rows = folder.json(&["list", what, "--json"]);
        let rows = rows.as_array().unwrap();
        assert!(rows.iter().any(|row| row["label"] == label), "{what}");
        assert!(rows.iter().all(|row| row["id"].is_string()), "{what}");
    }
    for what in ["actions", "decisions"] {
        let rows = folder.json(&["list", what, "--network", "nims", "--json"]);
        let row = &rows.as_array().unwrap()[0];
        assert_eq!(row["meeting"], "nims-2026-1", "{what}");
        let id = row["id"].as_str().unwrap();
        assert_eq!(folder.json(&["show", id, "--json"])["id"], id, "{what}");
    }
    assert!(folder.ok(&["list", "people"]).contains("Åse Olsen"));
}

#[test]
fn wrong_input_is_refused_in_two_lines_and_changes_nothing() {
    let folder = Folder::with_meeting();
    let before = folder.journal();
    let long = "x".repeat(5000);
    for (words, code) in [
        (vec!["do"], 2),
        (vec!["do", "fly-away"], 2),
        (vec!["do", "--fly"], 2),
        (vec!["do", "person-new"], 2),
        (vec!["do", "person-new", "X", "--colour", "red"], 2),
        (vec!["do", "quit"], 2),
        (vec!["do", "--meeting"], 2),
        (vec!["do", "--meeting", "nims-2026-9", "agenda-add", "X"], 1),
        (
            vec![
                "do",
                "--meeting",
                "nims-2026-1",
                "--item",
                "9",
                "note-add",
                "X",
            ],
            1,
        ),
        (vec!["do", "--item", "1", "note-add", "X"], 2),
        (vec!["do", "agenda-add", "X"], 2),
        (vec!["do", "--meeting", "nims-2026-1", "check-in", "zzz"], 1),
        (
            vec![
                "do",
                "--meeting",
                "nims-2026-1",
                "agenda-add",
                "X",
                "--kind",
                "song",
            ],
            2,
        ),
        (vec!["do", "--network", &long, "meeting-new"], 1),
        (vec!["do", "--meeting", "\u{1b}]0;x\u{7}", "invite"], 1),
        (vec!["do", "--script", "/there/is/none"], 1),
        (vec!["do", "--script"], 2),
        (vec!["show", "nobody"], 1),
        (vec!["show", ""], 1),
        (vec!["walk", "nobody"], 1),
        (vec!["list", "cats"], 2),
        (vec!["list", "people", "--network", "x"], 1),
        (vec!["export", "nims-2026-1"], 2),
        (vec!["export", "nims-2026-1", "--format", "doc"], 2),
        (
            vec![
                "export",
                "nims-2026-1",
                "--format",
                "md",
                "-o",
                "/there/is/none",
            ],
            1,
        ),
        (vec!["history", "nims-2026-1", "--at", "yesteryear"], 2),
        (vec!["import", "/there/is/none.json"], 1),
        (vec!["import", "/there/is/none"], 2),
        (vec!["backup", "/there/is/none"], 1),
        (vec!["completions", "cmd"], 2),
        (vec!["--fly"], 2),
        (vec!["fly"], 2),
        (vec!["--lang", "xx", "list", "people"], 2),
        (vec!["--meeting", "nims-2026-1", "list", "people"], 2),
        (vec!["--item", "1"], 2),
    ] {
        let output = folder.run(&words);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{words:?}\n{error}");
        assert_eq!(error.lines().count(), 2, "{words:?}\n{error}");
        assert!(!error.contains('\u{1b}'), "{words:?}\n{error:?}");
        assert!(output.stdout.is_empty(), "{words:?}");
        assert_eq!(folder.journal(), before, "{words:?}");
    }
}

#[test]
fn arguments_that_are_no_text_are_a_wrong_call() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    let bytes = std::ffi::OsStr::from_bytes(b"\xff\xfe\x1b[2J");
    for before in [&["show"][..], &["do", "person-new"], &[], &["list"]] {
        let output = folder.command(before).arg(bytes).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{before:?}");
        assert!(!output.stderr.contains(&0x1b), "{before:?}");
    }
    assert!(!folder.path().exists());
}

#[test]
fn what_reads_makes_no_folder_and_says_how_to_begin() {
    let folder = Folder::new();
    for words in [
        &["list", "meetings"][..],
        &["show", "x"],
        &["walk", "x"],
        &["check"],
        &["rebuild"],
        &["history", "x"],
        &["backup", "/dev/null/x"],
        &["--meeting", "x"],
    ] {
        let output = folder.run(words);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{words:?}\n{error}");
        assert_eq!(error.lines().count(), 2, "{words:?}\n{error}");
        assert!(!folder.path().exists(), "{words:?}");
    }
}

#[test]
fn a_folder_with_other_things_in_it_is_left_alone() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path()).unwrap();
    std::fs::write(folder.path().join("letter.txt"), "x").unwrap();
    let output = folder.run(&["do", "network-new", "nims", "Netværk"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

fn script(folder: &Folder, text: &str) -> Output {
    let path = folder.dir.path().join("script");
    std::fs::write(&path, text).unwrap();
    folder.run(&["do", "--script", path.to_str().unwrap()])
}

#[test]
fn a_script_stops_at_the_first_line_that_fails_and_names_it() {
    let folder = Folder::new();
    let output = script(
        &folder,
        "# a network\nnetwork-new nims \"Netværk\"\n\norganisation-new odense Odense\n  \
         person-new \"Bo Friis\" --organisation nowhere\norganisation-new vejle Vejle\n",
    );
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(error.contains("line 5"), "{error}");
    assert_eq!(error.lines().count(), 2, "{error}");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "nims\nodense\n");
    assert_eq!(folder.ok(&["list", "organisations"]), "odense  Odense");
    let output = script(&folder, "organisation-new vejle \"Vejle\n");
    assert_eq!(output.status.code(), Some(2));
    std::fs::write(folder.dir.path().join("bytes"), b"a\n\xff\n").unwrap();
    let path = folder.dir.path().join("bytes");
    let output = folder.run(&["do", "--script", path.to_str().unwrap()]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(error.contains("line 2"), "{error}");
}

#[test]
fn a_line_of_a_script_may_say_what_it_is_about() {
    let folder = Folder::with_meeting();
    let output = script(
        &folder,
        "--meeting nims-2026-1 agenda-add Økonomi --kind decision\n\
         agenda-add Eventuelt --kind aob --meeting nims-2026-1\n\
         --meeting nims-2026-1 --item 2 note-add \"Gik godt\"\n",
    );
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let meeting = folder.json(&["show", "nims-2026-1", "--json"]);
    assert_eq!(meeting["agenda"][1]["entries"][0]["text"], "Gik godt");
    assert_eq!(meeting["agenda"][2]["kind"], "aob");
}

#[test]
fn the_ops_are_printed_when_asked_for() {
    let folder = Folder::new();
    for words in [
        &["do", "--json", "network-new", "nims", "Netværk"][..],
        &["do", "network-new", "skole", "Skole", "--json"],
    ] {
        let ops = folder.json(words);
        assert!(ops.as_array().unwrap().len() >= 2, "{ops}");
        assert_eq!(ops[0]["doc"], "secretariat");
    }
}

#[test]
fn a_step_is_taken_back_in_another_process() {
    let folder = Folder::with_meeting();
    folder.ok(&["do", "--meeting", "nims-2026-1", "undo"]);
    assert_eq!(
        folder.json(&["list", "actions", "--open", "--json"]),
        Value::Array(Vec::new())
    );
    folder.ok(&["do", "--meeting", "nims-2026-1", "redo"]);
    assert!(folder.ok(&["list", "actions"]).contains("Send årsplan"));
    assert!(folder.ok(&["history", "nims-2026-1"]).lines().count() >= 6);
}

#[test]
fn ids_and_labels_are_the_same_when_the_clock_is_fixed() {
    let ids = |folder: &Folder| folder.json(&["list", "people", "--json"]);
    assert_eq!(ids(&Folder::with_meeting()), ids(&Folder::with_meeting()));
}

#[test]
fn documents_are_written_whole_or_not_at_all() {
    let folder = Folder::with_meeting();
    let file = folder.dir.path().join("ref.html");
    let path = file.to_str().unwrap();
    folder.ok(&["export", "nims-2026-1", "--format", "html", "-o", path]);
    let html = std::fs::read_to_string(&file).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>"), "{html}");
    for format in ["md", "txt", "json"] {
        let text = folder.ok(&["export", "nims-2026-1", "--format", format]);
        assert!(
            text.contains("Netværket mødes fire gange i 2027."),
            "{format}"
        );
    }
    for what in What::NAMES.iter().copied() {
        let words = ["export", "nims-2026-1", "--format", "md", "--what", what];
        assert!(!folder.ok(&words).is_empty(), "{what}");
    }
}

#[test]
fn a_meeting_comes_back_from_its_json() {
    let folder = Folder::with_meeting();
    let file = folder.dir.path().join("meeting.json");
    let path = file.to_str().unwrap();
    folder.ok(&["export", "nims-2026-1", "--format", "json", "-o", path]);
    let other = Folder::new();
    let label = other.ok(&["import", path]);
    let title =
        |folder: &Folder| folder.json(&["show", &label, "--json"])["agenda"][0]["title"].clone();
    assert_eq!(title(&other), title(&folder));
    std::fs::write(&file, "{\"label\": 3}").unwrap();
    let before = other.journal();
    let output = other.run(&["import", path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("line 1"));
    assert_eq!(other.journal(), before);
}

#[test]
fn people_come_from_a_list() {
    let folder = Folder::with_meeting();
    let file = folder.dir.path().join("people.csv");
    std::fs::write(&file, "Navn;E-mail;Organisation\nBo Friis;bo@example.dk;Vejle Kommune\nKaren Lund;karen@example.dk;\n").unwrap();
    let said = folder.ok(&["import", file.to_str().unwrap(), "--network", "nims"]);
    assert_eq!(said, "1 new, 1 known");
    assert!(
        folder
            .ok(&["list", "people", "--network", "nims"])
            .contains("Bo Friis")
    );
}

#[test]
fn a_backup_is_restored_and_what_is_wrong_is_found() {
    let folder = Folder::with_meeting();
    assert!(folder.ok(&["check"]).contains("All is intact"));
    let file = folder.dir.path().join("all.backup");
    let path = file.to_str().unwrap();
    folder.ok(&["backup", path]);
    assert_eq!(mode(&file), 0o600);
    let before = folder.json(&["show", "nims-2026-1", "--json"]);
    let other = Folder::new();
    other.ok(&["restore", path]);
    assert_eq!(other.json(&["show", "nims-2026-1", "--json"]), before);
    other.ok(&["check"]);
    other.ok(&["rebuild"]);
    assert_eq!(other.json(&["show", "nims-2026-1", "--json"]), before);
    damage(&other);
    let output = other.run(&["check"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("000001.1.jsonl line 4"), "{said}");
    let said = other.ok(&["restore", path]);
    assert!(said.contains("before-restore-1"), "{said}");
    other.ok(&["check"]);
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let output = Folder::new().run(&["restore", path]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(other.json(&["show", "nims-2026-1", "--json"]), before);
}

#[test]
fn whoever_was_erased_after_the_backup_is_erased_in_what_is_restored() {
    let folder = Folder::with_meeting();
    folder.ok(&[
        "do",
        "person-new",
        "Vibeke Holtegaard",
        "--email",
        "vh@example.dk",
    ]);
    let file = folder.dir.path().join("all.backup");
    let path = file.to_str().unwrap();
    folder.ok(&["backup", path]);
    folder.ok(&["do", "person-erase", "Vibeke Holtegaard", "--yes"]);
    folder.ok(&["do", "person-new", "Bo Efter"]);
    folder.ok(&["restore", path]);
    let people = folder.ok(&["list", "people"]);
    assert!(people.contains("Karen Lund"), "{people}");
    assert!(
        !people.contains("Holtegaard") && !people.contains("Bo Efter"),
        "{people}"
    );
    folder.ok(&["check"]);
    let said = Command::new("grep")
        .args(["-rl", "Holtegaard"])
        .arg(folder.path())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&said.stdout), "");
}

fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// Turns one letter of the fourth line.
fn damage(folder: &Folder) {
    let path = folder.path().join("journal/000001.1.jsonl");
    let mut lines: Vec<String> = std::fs::read_to_string(&path)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    lines[3] = lines[3].replacen("ops", "opt", 1);
    std::fs::write(&path, lines.join("\n") + "\n").unwrap();
}

#[test]
fn the_shell_and_the_manual_are_told_everything() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish"] {
        assert!(
            folder.ok(&["completions", shell]).contains("export"),
            "{shell}"
        );
    }
    assert!(folder.ok(&["man"]).contains(".TH referent"));
    assert!(folder.json(&["schema"])["$defs"].is_object());
    assert!(folder.ok(&["do", "--help"]).contains("agenda-add"));
    assert!(
        folder
            .ok(&["do", "agenda-add", "--help"])
            .contains("--kind")
    );
    let danish = Folder {
        language: "da",
        ..Folder::new()
    };
    assert!(danish.ok(&["--help"]).contains("sekretariat"));
}

#[test]
fn the_page_of_keys_is_up_to_date() {
    let folder = Folder::new();
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("keymaps/KEYS.md");
    let keys = folder.ok(&["keys"]) + "\n";
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&page, &keys).unwrap();
    }
    let kept = std::fs::read_to_string(&page).unwrap_or_default();
    assert!(
        kept == keys,
        "run: referent --lang en keys > keymaps/KEYS.md"
    );
}

#[test]
fn eight_at_once_all_get_their_line_in() {
    let folder = Folder::with_meeting();
    let sessions: Vec<_> = (0..8)
        .map(|number| {
            let label = format!("org{number}");
            folder
                .command(&["do", "organisation-new", &label, &label])
                .env_remove("REFERENT_NOW")
                .spawn()
                .unwrap()
        })
        .collect();
    for mut session in sessions {
        assert!(session.wait().unwrap().success());
    }
    assert_eq!(folder.ok(&["list", "organisations"]).lines().count(), 9);
    folder.ok(&["check"]);
}

#[test]
fn everything_works_while_another_process_has_the_folder() {
    let folder = Folder::with_meeting();
    let options = referent::hub::Options {
        folder: folder.path(),
        user: "bo".to_owned(),
        role: referent::domain::role::Role::Secretary,
        meeting: None,
        copies: false,
        confined: false,
        session: referent::domain::id::Id::from_bits(7),
        clock: || 1_795_680_120_000,
        draw: || referent::domain::id::Id::from_bits(9),
    };
    let (sink, _events) = referent::hub::channel();
    let held = referent::hub::connect(&options, sink).unwrap();
    assert!(held.holds());
    folder.ok(&["do", "organisation-new", "vejle", "Vejle"]);
    assert!(folder.ok(&["list", "organisations"]).contains("vejle"));
    assert!(folder.ok(&["show", "nims-2026-1"]).contains("Samskabelse"));
    assert!(folder.ok(&["check"]).contains("in use"));
    let file = folder.dir.path().join("while-open");
    folder.ok(&["backup", file.to_str().unwrap()]);
    let output = folder.run(&["rebuild"]);
    assert_eq!(output.status.code(), Some(1));
    drop(held);
    let other = Folder::new();
    other.ok(&["restore", file.to_str().unwrap()]);
    assert!(other.ok(&["list", "organisations"]).contains("vejle"));
}

#[test]
fn the_log_is_only_kept_when_asked_for_and_names_nobody() {
    let folder = Folder::with_meeting();
    assert!(!folder.path().join("referent.log").exists());
    let mut command = folder.command(&["do", "person-new", "Bo Friis"]);
    assert!(
        command
            .env("REFERENT_LOG", "trace")
            .status()
            .unwrap()
            .success()
    );
    let log = std::fs::read_to_string(folder.path().join("referent.log")).unwrap();
    assert!(log.contains("ended well"), "{log}");
    assert!(!log.contains("Bo") && !log.contains("karen"), "{log}");
}

#[test]
fn the_reference_of_the_command_line_is_up_to_date() {
    let folder = Folder::new();
    let mut page = folder.ok(&["--help"]);
    for sub in [
        "do",
        "list",
        "show",
        "walk",
        "export",
        "import",
        "history",
        "check",
        "rebuild",
        "backup",
        "restore",
        "keys",
        "schema",
        "completions",
        "man",
    ] {
        let help = folder.ok(&[sub, "--help"]);
        // The commands themselves stand in KEYS.md and `do --help`.
        let help = help.split("\nCommands:").next().unwrap();
        page.push_str(&format!("\n\n# referent {sub}\n\n{}", help.trim_end()));
    }
    insta::assert_snapshot!("command_line", page);
}

#[test]
fn a_command_that_fails_makes_no_secretariat() {
    let folder = Folder::new();
    let output = folder.run(&["do", "--meeting", "nims-2026-1", "invite"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!folder.path().exists());
    let output = script(&folder, "person-new \"Bo\" --organisation nowhere\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(!folder.path().exists());
    assert_eq!(folder.ok(&["do", "network-new", "nims", "Netværk"]), "nims");
}
