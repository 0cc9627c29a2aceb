//! The program here, the secretariat on another machine, a real ssh between them.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use rustix::process::Signal;
use serde_json::json;

use crate::office::{MEETING, Office, command};
use crate::pty::{self, Pty, program};
use crate::serve::Serving;
use crate::ssh::Sshd;

/// A laptop, joined to the office's folder in the minutes of its first item.
pub fn joined(office: &Office, sshd: &Sshd, more: &[&str]) -> Pty {
    joined_as(office, sshd, "laptop", more)
}

/// One of several laptops, with a copy of its own.
fn joined_as(office: &Office, sshd: &Sshd, laptop: &str, more: &[&str]) -> Pty {
    joined_within(office, sshd, laptop, more, &[])
}

/// The same, started by these words.
pub fn joined_within(
    office: &Office,
    sshd: &Sshd,
    laptop: &str,
    more: &[&str],
    within: &[String],
) -> Pty {
    let place = ["--meeting", MEETING, "--item", "1", "--minutes"];
    let mut pty = started(office, sshd, laptop, [&place, more], within);
    pty.wait_for(|screen| screen.contents().contains("1 Velkomst") && !screen.hide_cursor());
    pty
}

/// `join` at a laptop, with words before it and after it.
fn started(
    office: &Office,
    sshd: &Sshd,
    laptop: &str,
    [place, more]: [&[&str]; 2],
    within: &[String],
) -> Pty {
    let folder = office.folder();
    let ssh = sshd.arguments();
    let mut words = place.to_vec();
    words.extend(["join", "hub", "--data", folder.to_str().unwrap()]);
    words.extend(["--program", program()]);
    words.extend(more);
    words.push("--");
    words.extend(ssh.iter().map(String::as_str));
    let started = within.iter().map(String::as_str).chain([program()]);
    let words: Vec<&str> = started.chain(words).collect();
    let mut command = pty::command(words[0], &words[1..]);
    command.env("REFERENT_LANG", "da");
    command.env("XDG_STATE_HOME", office.beside(laptop));
    command.env("XDG_CONFIG_HOME", office.beside("config"));
    Pty::start(command, 80, 24)
}

fn modes(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        let inside = entry.file_name() == "sled" || entry.file_name() == "sled.mark";
        let wanted = if entry.path().is_dir() { 0o700 } else { 0o600 };
        assert!(inside || mode == wanted, "{:?} {mode:o}", entry.path());
    }
}

#[test]
fn what_is_typed_at_either_end_stands_at_the_other_and_a_cut_line_loses_nothing() {
    let office = Office::new();
    let Some(mut sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let mut here = office.minutes();
    let mut laptop = joined(&office, &sshd, &[]);
    here.press("Fra kontoret. <enter>Svar:");
    // The end to go to is that of the second paragraph.
    laptop.wait_text("Svar:");
    laptop.press("<ctrl-end><space>Fra toget.");
    here.wait_text("Fra toget.");
    laptop.wait_text("velkomst ─ karen ──");
    sshd.cut();
    laptop.wait_text("offline siden");
    laptop.press("<space>Stadig fra toget.");
    laptop.wait_text("Stadig fra toget.");
    laptop.wait_text("ændringer venter");
    here.press("<ctrl-home> Imens på kontoret.<space>");
    here.wait_text("Imens på kontoret.");
    sshd.listen();
    here.wait_text("Stadig fra toget.");
    laptop.wait_text("Imens på kontoret.");
    laptop.wait_for(|screen| !screen.contents().contains("offline"));
    laptop.wait_text("Gemt");
    // Who comes back is not among the others by the name it had before.
    laptop.wait_text("velkomst ─ karen ──");
    let texts = office.texts(1);
    assert_eq!(
        texts,
        [
            "Imens på kontoret. Fra kontoret.",
            "Svar: Fra toget. Stadig fra toget."
        ]
    );
    let state = office.beside("laptop").join("referent");
    assert_eq!(
        state.metadata().unwrap().permissions().mode() & 0o777,
        0o700
    );
    for copy in std::fs::read_dir(&state).unwrap().flatten() {
        assert_eq!(copy.metadata().unwrap().permissions().mode() & 0o777, 0o700);
        modes(&copy.path());
    }
}

#[test]
fn work_done_without_a_line_survives_the_end_of_the_program() {
    let office = Office::new();
    let Some(mut sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let mut laptop = joined(&office, &sshd, &[]);
    laptop.press("Hjemmefra.");
    laptop.wait_text("Gemt");
    laptop.signal(Signal::TERM);
    laptop.wait_exit();
    sshd.cut();
    let mut laptop = joined(&office, &sshd, &["--offline"]);
    laptop.wait_text("Hjemmefra.");
    laptop.press("<ctrl-end><space>Uden net.");
    laptop.wait_kept("Uden net.");
    laptop.signal(Signal::KILL);
    laptop.wait_exit();
    // Somebody else works on meanwhile, at the same place.
    let mut here = office.minutes();
    here.press("<ctrl-home> Imens.<space>");
    here.wait_text("Imens. Hjemmefra.");
    // Still without a line: what was typed is there, and goes on.
    let mut laptop = joined(&office, &sshd, &["--offline"]);
    laptop.wait_text("Hjemmefra. Uden net.");
    laptop.press("<ctrl-end><space>Igen.");
    laptop.wait_text("Uden net. Igen.");
    laptop.signal(Signal::TERM);
    laptop.wait_exit();
    sshd.listen();
    let mut laptop = joined(&office, &sshd, &[]);
    laptop.wait_text("Imens. Hjemmefra. Uden net. Igen.");
    here.wait_text("Imens. Hjemmefra. Uden net. Igen.");
    assert_eq!(office.texts(1), ["Imens. Hjemmefra. Uden net. Igen."]);
}

/// Puts a backup in the place of the folder.
fn restore(office: &Office, backup: &Path) {
    let new = office.beside("new");
    let words = [
        "--data",
        new.to_str().unwrap(),
        "restore",
        backup.to_str().unwrap(),
    ];
    office.ok(&words);
    std::fs::rename(office.folder(), office.beside("old")).unwrap();
    std::fs::rename(&new, office.folder()).unwrap();
}

#[test]
fn what_a_restored_folder_lost_comes_back_from_the_laptop_once() {
    let office = Office::new();
    let Some(mut sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let mut laptop = joined(&office, &sshd, &[]);
    laptop.press("Før.");
    laptop.wait_text("Gemt");
    let backup = office.beside("backup.tar");
    office.ok(&["backup", backup.to_str().unwrap()]);
    // After the backup: somebody else at the hub, the laptop, and the laptop without a line.
    for text in ["Kun en andens.", "En andens."] {
        let mut other = command(&office.folder());
        other.env("REFERENT_USER", "bo");
        let words = ["do", "--meeting", MEETING, "--item", "1", "note-add", text];
        let output = other.args(words).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    laptop.wait_text("En andens.");
    laptop.press("<ctrl-end><space>Efter.");
    laptop.wait_text("En andens. Efter.");
    laptop.wait_text("Gemt");
    sshd.cut();
    laptop.wait_text("offline siden");
    laptop.press("<space>Uden net.");
    laptop.wait_text("Efter. Uden net.");
    restore(&office, &backup);
    office.note(1, "Efter branden.");
    sshd.listen();
    laptop.wait_for(|screen| {
        let shown = screen.contents();
        !shown.contains("offline") && shown.contains("Efter branden.") && shown.contains("Gemt")
    });
    laptop.press("<space>Igen.");
    laptop.wait_text("Uden net. Igen.");
    laptop.wait_text("Gemt");
    // The paragraph of another's that was gone on in comes back with it; the rest is theirs to bring back.
    let mut texts = office.texts(1);
    texts.sort();
    assert_eq!(
        texts,
        [
            "Efter branden.",
            "En andens. Efter. Uden net. Igen.",
            "Før."
        ]
    );
    let shown = laptop.text();
    assert!(!shown.contains("Kun en andens"), "{shown}");
    office.ok(&["check"]);
}

#[test]
fn what_two_laptops_have_of_what_a_restored_folder_lost_comes_back_once() {
    let office = Office::new();
    let Some(mut sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let mut karen = joined_as(&office, &sshd, "karen", &[]);
    let mut again = joined_as(&office, &sshd, "other", &[]);
    karen.press("Før.");
    again.wait_text("Før.");
    karen.wait_text("Gemt");
    let backup = office.beside("backup.tar");
    office.ok(&["backup", backup.to_str().unwrap()]);
    karen.press("<ctrl-end><space>Efter.");
    again.wait_text("Før. Efter.");
    karen.wait_text("Gemt");
    sshd.cut();
    for laptop in [&mut karen, &mut again] {
        laptop.wait_text("offline siden");
        laptop.signal(Signal::KILL);
        laptop.wait_exit();
    }
    restore(&office, &backup);
    sshd.listen();
    // Both copies have what was lost: it comes back once, whoever is first.
    let mut karen = joined_as(&office, &sshd, "karen", &[]);
    let mut again = joined_as(&office, &sshd, "other", &[]);
    karen.wait_text("Før. Efter.");
    again.wait_text("Før. Efter.");
    assert_eq!(office.texts(1), ["Før. Efter."]);
    office.ok(&["check"]);
}

/// At a screen without a line: a meeting of the network, then an organisation with a short name.
fn make(laptop: &mut Pty, title: &str, organisation: &str) {
    laptop.press("<ctrl-k>go-network<enter>");
    laptop.wait_text("NIMS · Netværk");
    laptop.press("<ctrl-k>meeting-new<enter>");
    laptop.wait_text("Sagsnr.");
    laptop.press(&format!("{title}<tab>1.12.2026<enter>"));
    // Worked on at once, by a number that is not one yet.
    laptop.wait_text("NIMS ~1/2026 · tir. 1. dec.");
    laptop.press("<ctrl-k>organisation-new<enter>");
    laptop.wait_text("Kort form");
    laptop.press(&format!("{organisation}<tab><tab><tab>vejle<enter>"));
    laptop.wait_text("2 ændringer venter");
    laptop.press("<ctrl-k>go-network<enter>");
    laptop.wait_text("NIMS · Netværk");
    laptop.wait_text(title);
    laptop.wait_text("NIMS ~1/2026");
    // It is found by that number.
    laptop.press("<ctrl-g>nims ~1");
    laptop.wait_text("│ nims ~1");
    laptop.wait_for(|screen| {
        let shown = screen.contents();
        let mut found = shown.lines().skip_while(|line| !line.contains("│ nims ~1"));
        found.any(|line| line.contains(title) && line.contains("NIMS ~1/2026"))
    });
    laptop.press("<enter>");
    laptop.wait_text("NIMS ~1/2026 · tir. 1. dec.");
    laptop.press("<ctrl-k>go-network<enter>");
    laptop.wait_text("NIMS · Netværk");
}

#[test]
fn numbers_and_short_names_that_two_take_without_a_line_come_out_right() {
    let office = Office::new();
    let Some(mut sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let mut laptops = ["first", "second"].map(|name| joined_as(&office, &sshd, name, &[]));
    sshd.cut();
    for (laptop, (title, organisation)) in laptops.iter_mut().zip([
        ("Fra toget", "Vejle Kommune"),
        ("Fra færgen", "Vejle Erhverv"),
    ]) {
        laptop.wait_text("offline siden");
        make(laptop, title, organisation);
    }
    // Who begins again without a line finds it by that number too.
    let [first, _] = &mut laptops;
    first.signal(Signal::KILL);
    first.wait_exit();
    let named = ["--meeting", "nims-2026-~1"];
    *first = started(&office, &sshd, "first", [&named, &["--offline"]], &[]);
    first.wait_text("NIMS ~1/2026 · tir. 1. dec.");
    first.press("<ctrl-k>quit<enter>");
    first.wait_exit();
    sshd.listen();
    *first = joined_as(&office, &sshd, "first", &[]);
    first.press("<ctrl-k>go-network<enter>");
    for laptop in &mut laptops {
        laptop.wait_for(|screen| {
            let shown = screen.contents();
            let both = shown.contains("NIMS 2/2026") && shown.contains("NIMS 3/2026");
            both && !shown.contains("offline") && !shown.contains('~')
        });
    }
    // One of the two had the short name first; the other is told, maybe before the keys above, which put the sentence
    // away.
    let told = |laptop: &mut Pty| {
        let all = String::from_utf8_lossy(laptop.log());
        all.contains("Kortnavnet vejle var optaget")
    };
    let told: Vec<bool> = laptops.iter_mut().map(told).collect();
    assert!(told[0] != told[1], "{told:?}");
    let network = office.json(&["show", "nims", "--json"]);
    assert_eq!(
        network["meetings"],
        json!(["nims-2026-1", "nims-2026-2", "nims-2026-3"])
    );
    let name = |label: &str| office.json(&["show", label, "--json"])["name"].clone();
    let mut names = [name("vejle"), name("vejle-2")];
    names.sort_by_key(|name| name.to_string());
    assert_eq!(names, ["Vejle Erhverv", "Vejle Kommune"]);
    for label in ["nims-2026-2", "nims-2026-3"] {
        let agenda = office.ok(&["export", label, "--what", "agenda", "--format", "txt"]);
        assert!(!agenda.contains('~'), "{agenda}");
    }
    office.ok(&["check"]);
}

#[test]
fn what_two_set_meanwhile_is_settled_side_by_side() {
    let office = Office::new();
    let Some(mut sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let mut laptop = joined(&office, &sshd, &[]);
    laptop.wait_text("Økonomi");
    sshd.cut();
    laptop.wait_text("offline siden");
    // The title of item 2 is set at both ends.
    let set = |title: &str| {
        let words = [
            "do",
            "--meeting",
            MEETING,
            "--item",
            "2",
            "agenda-set",
            "--title",
            title,
        ];
        office.ok(&words);
    };
    set("Regnskab");
    laptop.press("<ctrl-k>show-agenda<enter><down><down><enter>");
    laptop.wait_text("Ret et dagsordenspunkt");
    laptop.press(&format!("{}Penge<enter>", "<backspace>".repeat(7)));
    laptop.wait_text("Penge");
    sshd.listen();
    laptop.wait_for(|screen| !screen.contents().contains("offline"));
    laptop.wait_text("To har rettet det samme");
    let title = || office.json(&["show", MEETING, "--json"])["agenda"][1]["title"].clone();
    assert_eq!(title(), "Penge");
    // At the office Home names it first, and Enter leads there.
    let mut here = office.terminal(&[]);
    here.wait_text("1 rettelse er til afklaring");
    here.press("<enter>");
    here.wait_text("Samskabelse · Penge · titel");
    here.press("<enter>");
    here.wait_text("Tag den første");
    for side in ["Penge", "Regnskab", "Økonomi"] {
        here.wait_text(side);
    }
    here.press("2");
    here.wait_text("Afklaret.");
    laptop.wait_text("Regnskab");
    assert_eq!(title(), "Regnskab");
    // It can be taken back.
    here.press("<ctrl-z>");
    laptop.wait_text("Penge");
}

#[test]
fn what_was_written_in_vain_meanwhile_is_settled_too() {
    let office = Office::new();
    let Some(mut sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    // Who has a name is called by it.
    office.ok(&["do", "my-name", "Karen Lund"]);
    let mut laptop = joined(&office, &sshd, &[]);
    laptop.press("Før.");
    laptop.wait_text("Gemt");
    sshd.cut();
    laptop.wait_text("offline siden");
    // The item is removed while its minutes are written.
    office.ok(&["do", "--meeting", MEETING, "--item", "1", "agenda-remove"]);
    laptop.press("<space>Fra toget.");
    laptop.wait_text("Før. Fra toget.");
    sshd.listen();
    laptop.wait_for(|screen| !screen.contents().contains("offline"));
    laptop.wait_text("To har rettet det samme");
    let mut here = office.terminal(&[]);
    here.wait_text("1 rettelse er til afklaring");
    here.press("<enter>");
    here.wait_text("Samskabelse · Velkomst");
    here.press("<enter>");
    for side in [
        "Behold det",
        "Før. Fra toget.",
        "Lad det være fjernet",
        "Karen Lund",
    ] {
        here.wait_text(side);
    }
    here.press("1");
    here.wait_text("Afklaret.");
    assert_eq!(office.texts(1), ["Før. Fra toget."]);
    // The minutes are approved while more is written.
    sshd.cut();
    laptop.wait_text("offline siden");
    office.ok(&["do", "--meeting", MEETING, "minutes-approve"]);
    laptop.press("<ctrl-end><space>Endnu.");
    laptop.wait_text("toget. Endnu.");
    sshd.listen();
    laptop.wait_for(|screen| !screen.contents().contains("offline"));
    // What could not be taken in is gone from the minutes, and kept in one piece.
    laptop.wait_for(|screen| !screen.contents().contains("Endnu."));
    assert_eq!(office.texts(1), ["Før. Fra toget."]);
    here.wait_text("1 rettelse er til afklaring");
    here.press("<ctrl-k>conflicts<enter>");
    here.wait_text("Samskabelse · Velkomst");
    here.press("<enter>");
    here.wait_text("+Endnu.");
    office.ok(&["do", "--meeting", MEETING, "minutes-correct"]);
    office.ok(&["do", "conflict-settle", "1", "mine"]);
    assert_eq!(office.texts(1), ["Før. Fra toget. Endnu."]);
}
