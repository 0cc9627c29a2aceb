//! Members and the door over a real ssh: proposals, answers, and a key of one meeting.

use std::process::Output;

use crate::office::{MEETING, Office, command, text};
use crate::pty::{self, Pty};
use crate::serve::Serving;
use crate::ssh::Sshd;

/// A second meeting, of the same day.
const OTHER: &str = "nims-2026-2";

fn office() -> (Office, Sshd) {
    let office = Office::new();
    let sshd = Sshd::start(&office.beside("sshd")).unwrap();
    office.script(
        "meeting-new --network nims --title Andet --date 2026-11-26 --start 13:00 --end 14:00\n\
         --meeting nims-2026-2 invite\n",
    );
    (office, sshd)
}

/// Lets the key in as somebody in a role.
fn admit(office: &Office, sshd: &Sshd, words: &[&str]) -> Output {
    let mut line = vec!["key-line"];
    line.extend(words);
    let output = office.fed(&line, &sshd.key());
    if output.status.success() {
        sshd.write_line(&text(&output.stdout));
    }
    output
}

fn has_sshd() -> bool {
    crate::office::has("/usr/sbin/sshd") && crate::office::has("ssh")
}

#[track_caller]
fn done(output: &Output) -> String {
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

fn terminal(sshd: &Sshd) -> Pty {
    let arguments = sshd.arguments();
    let words = arguments.iter().map(String::as_str);
    let words: Vec<&str> = words.chain(["-tt", "hub"]).collect();
    Pty::start(pty::command("ssh", &words), 80, 24)
}

#[test]
fn a_member_proposes_and_answers_and_the_secretary_takes_it_in_with_one_key() {
    if !has_sshd() {
        return;
    }
    let (office, sshd) = office();
    let (_serving, _) = Serving::start(&office.folder());
    let who = ["--user", "Åse Østergård", "--role", "member"];
    done(&admit(&office, &sshd, &who));
    let mut secretary = office.terminal(&["--meeting", MEETING]);
    secretary.wait_text("Økonomi");
    let proposed = sshd.call(&[
        "hub",
        "referent do --meeting nims-2026-1 agenda-propose \"Fælles udbud\" --purpose \"Spare\" --minutes 20",
    ]);
    assert!(done(&proposed).contains("Fælles udbud"));
    let answered = sshd.call(&["hub", "do --meeting nims-2026-1 rsvp mig yes"]);
    done(&answered);
    // It stands beside the agenda, and is no part of it.
    secretary.wait_text("Forslag: Fælles udbud (Åse Østergård)");
    let shown = office.json(&["show", MEETING, "--json"]);
    assert_eq!(shown["agenda"].as_array().unwrap().len(), 2);
    assert_eq!(shown["proposals"][0]["status"], "open");
    let people = shown["participants"].as_array().unwrap();
    assert!(
        people
            .iter()
            .any(|row| row["name"] == "Åse Østergård" && row["rsvp"] == "yes")
    );
    // What is in another's name, or another's to do, is not taken in.
    for asked in [
        "do --meeting nims-2026-1 agenda-propose Andet --by \"Bo Friis\"",
        "do --meeting nims-2026-1 rsvp \"Karen Lund\" no",
        "do --meeting nims-2026-1 proposal-accept 1",
        "do --meeting nims-2026-1 agenda-add Punkt",
    ] {
        assert!(!sshd.call(&["hub", asked]).status.success(), "{asked}");
    }
    secretary.press("e");
    secretary.wait_text("Spare");
    secretary.press("<enter>");
    secretary.wait_text("er sat på dagsordenen som punkt 3");
    let mut member = terminal(&sshd);
    member.wait_text("Samskabelse");
    member.press("<enter>");
    member.wait_text("Fælles udbud");
    // A member's + is a proposal.
    member.press("+");
    member.wait_text("Foreslå et punkt");
    member.press("Nyt emne<enter>");
    secretary.press("<esc>");
    secretary.wait_text("Forslag: Nyt emne (Åse Østergård)");
    let meeting = office.json(&["show", MEETING, "--json"]);
    assert_eq!(meeting["agenda"].as_array().unwrap().len(), 3);
    office.ok(&["do", "--meeting", MEETING, "agenda-send"]);
    let late = sshd.call(&["hub", "do --meeting nims-2026-1 agenda-propose Sent"]);
    assert!(!late.status.success());
}

#[test]
fn a_door_of_one_meeting_checks_in_there_and_sees_no_other() {
    if !has_sshd() {
        return;
    }
    let (office, sshd) = office();
    let (_serving, _) = Serving::start(&office.folder());
    for wrong in [
        [
            "--user",
            "anna",
            "--role",
            "door",
            "--meeting",
            "nims-2026-9",
        ],
        ["--user", "anna", "--role", "member", "--meeting", MEETING],
        ["--user", "anna", "--role", "door", "--meeting", "$(id)"],
    ] {
        assert!(!admit(&office, &sshd, &wrong).status.success(), "{wrong:?}");
    }
    let key = ["--user", "anna", "--role", "door", "--meeting", MEETING];
    let line = done(&admit(&office, &sshd, &key));
    assert!(
        line.contains(" as 'anna' --role door --meeting nims-2026-1 --data "),
        "{line}"
    );
    done(&sshd.call(&["hub", "do --meeting nims-2026-1 check-in \"Karen Lund\""]));
    for asked in [
        "do --meeting nims-2026-2 check-in \"Karen Lund\"",
        "do --meeting nims-2026-1 agenda-propose x",
    ] {
        assert!(!sshd.call(&["hub", asked]).status.success(), "{asked}");
    }
    let other = office.json(&["show", OTHER, "--json"]);
    assert_eq!(other["presences"].as_array().unwrap().len(), 0);
    // It opens at its door, and checks in while the meeting runs, when that is told in the minutes too.
    office.ok(&["do", "--meeting", MEETING, "meeting-start"]);
    let mut door = terminal(&sshd);
    door.wait_text("Mødt 1/");
    door.press("åse<enter>");
    door.wait_text("Mødt 2/");
    let minutes = office.ok(&["export", MEETING, "--what", "minutes", "--format", "txt"]);
    assert!(minutes.contains("Åse Østergård"), "{minutes}");
    door.press("<esc><esc><esc>");
    door.wait_text("Velkomst");
    assert!(!door.text().contains("Andet"));
}

#[test]
fn a_viewer_sees_the_meeting_as_it_runs_and_changes_nothing() {
    if !has_sshd() {
        return;
    }
    let (office, sshd) = office();
    let (_serving, _) = Serving::start(&office.folder());
    office.script(
        "--meeting nims-2026-1 meeting-start\n\
         --meeting nims-2026-1 --item 1 note-add \"Formanden bød velkommen\"\n",
    );
    let key = ["--user", "tavle", "--role", "viewer", "--meeting", MEETING];
    done(&admit(&office, &sshd, &key));
    let mut screen = terminal(&sshd);
    screen.wait_text("Formanden bød velkommen");
    office.ok(&["do", "--meeting", MEETING, "item-next"]);
    screen.wait_text("Punkt 2 af 2");
    let decide = [
        "do",
        "--meeting",
        MEETING,
        "--item",
        "2",
        "decision-add",
        "Budgettet er vedtaget",
    ];
    office.ok(&decide);
    // Its words stand there in large letters.
    screen.wait_text("Ikke læst op");
    let closed = [
        "do",
        "--meeting",
        MEETING,
        "--item",
        "2",
        "agenda-set",
        "--closed",
        "yes",
    ];
    office.ok(&closed);
    screen.wait_for(|screen| !screen.contents().contains("Ikke læst op"));
    assert!(!screen.text().contains("Økonomi"));
    assert!(
        !sshd
            .call(&["hub", "do --meeting nims-2026-1 item-next"])
            .status
            .success()
    );
    // The same beside the secretary's own work.
    let mut second = office.terminal(&["show", MEETING, "--live"]);
    second.wait_text("Læs op");
}

#[test]
fn what_the_environment_says_does_not_count_for_somebody_let_in() {
    let office = Office::new();
    let elsewhere = Office::new();
    let told = command(&elsewhere.folder())
        .args(["as", "Åse Østergård", "--role", "member", "--data"])
        .arg(office.folder())
        .env(
            "SSH_ORIGINAL_COMMAND",
            "do --meeting nims-2026-1 agenda-propose Her",
        )
        .env("REFERENT_USER", "Bo Friis")
        .env("REFERENT_NOW", "2001-01-01T00:00")
        .env("REFERENT_LOG", "trace")
        .env("XDG_CONFIG_HOME", elsewhere.root())
        .output()
        .unwrap();
    done(&told);
    let shown = office.json(&["show", MEETING, "--json"]);
    let proposal = &shown["proposals"][0];
    assert_eq!(proposal["by"], "Åse Østergård");
    assert!(
        !proposal["at"].as_str().unwrap().starts_with("2001"),
        "{proposal}"
    );
    assert!(!office.folder().join("referent.log").exists());
    let other = elsewhere.json(&["show", MEETING, "--json"]);
    assert_eq!(other["proposals"].as_array().unwrap().len(), 0);
}
