//! Two doors and the secretary at once on one folder.

use std::time::{Duration, Instant};

use crate::office::{MEETING, Office};
use crate::pty::{LIMIT, Pty};

/// A door of its own, by another person than the secretary.
fn door(office: &Office, user: &str) -> Pty {
    let mut command = office.program(&["--meeting", MEETING, "--door"]);
    command.env("REFERENT_USER", user);
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("Hvem er kommet?");
    pty
}

#[test]
fn the_first_check_in_of_a_person_stands_and_the_second_door_is_told() {
    let office = Office::new();
    office.ok(&["do", "--meeting", MEETING, "meeting-start"]);
    let mut secretary = office.minutes();
    let mut doors = [door(&office, "anna"), door(&office, "bent")];
    for door in &mut doors {
        door.write("åse".as_bytes());
        door.wait_text("Åse Østergård er kommet");
    }
    for door in &mut doors {
        door.press("<enter>");
    }
    // Who was second is told, at once or when the other's check-in comes.
    let told = |door: &Pty| door.text().contains("allerede mødt");
    let deadline = Instant::now() + LIMIT;
    while !doors.iter().any(told) {
        assert!(Instant::now() < deadline, "nobody is told");
        for door in &mut doors {
            let _ = door.next(Duration::from_millis(20));
        }
    }
    doors[0].press("karen<enter>");
    for door in &mut doors {
        door.wait_text("Alle tilmeldte er mødt");
        door.wait_text("Mødt 2/2");
    }
    secretary.wait_text("Karen Lund");
    assert!(!doors.iter().all(told));
    let meeting = office.json(&["show", MEETING, "--json"]);
    let minutes = meeting["agenda"].to_string();
    assert_eq!(minutes.matches("Åse Østergård").count(), 1, "{minutes}");
}
