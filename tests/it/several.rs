//! Several people at once: who is where, and a hub that does not answer.

use rustix::process::Signal;

use crate::office::{MEETING, Office};
use crate::pty::Pty;

/// A user's terminal, in the minutes of an item.
fn writer(office: &Office, user: &str, item: &str) -> Pty {
    let words = ["--meeting", MEETING, "--item", item, "--minutes"];
    let mut command = office.program(&words);
    command.env("REFERENT_USER", user);
    let mut pty = Pty::start(command, 80, 24);
    let title = if item == "1" {
        "1 Velkomst"
    } else {
        "2 Økonomi"
    };
    pty.wait_for(|screen| screen.contents().contains(title) && !screen.hide_cursor());
    pty
}

/// The row a text stands in.
fn row(pty: &Pty, text: &str) -> String {
    let shown = pty.text();
    let row = shown.lines().find(|line| line.contains(text));
    row.unwrap_or_else(|| panic!("{text} is not in\n{shown}"))
        .to_owned()
}

#[test]
fn who_is_here_and_where_stands_on_the_others_screen() {
    let office = Office::new();
    let mut karen = writer(&office, "karen", "1");
    karen.press("Karen skriver. <enter> Mere.");
    karen.wait_text("Mere.");
    let mut bo = writer(&office, "Bo Friis", "1");
    bo.wait_text("Mere.");
    // In the rule of the item, and beside the paragraph.
    karen.wait_for(|screen| screen.contents().contains("›"));
    assert!(row(&karen, "1 Velkomst").contains(" Bo Friis "));
    bo.wait_for(|screen| screen.contents().contains("›"));
    assert!(row(&bo, "1 Velkomst").contains(" karen "));
    bo.press("<ctrl-home>");
    karen.wait_for(|screen| {
        let rows: Vec<String> = screen.rows(0, 80).collect();
        rows.iter().any(|row| row.starts_with("›  Karen skriver."))
    });
    // In another item: its rule.
    bo.press("<ctrl-down>");
    karen.wait_for(|screen| {
        let rows: Vec<String> = screen.rows(0, 80).collect();
        rows.iter()
            .any(|row| row.contains("2 Økonomi") && row.contains(" Bo Friis "))
    });
    assert!(!karen.text().contains('›'));
    bo.signal(Signal::TERM);
    bo.wait_exit();
    karen.wait_for(|screen| !screen.contents().contains("Bo Friis"));
}

#[test]
fn a_caret_that_does_not_move_writes_nothing_to_the_others() {
    let office = Office::new();
    let mut karen = writer(&office, "karen", "1");
    let mut bo = writer(&office, "bo", "2");
    karen.wait_for(|screen| screen.contents().contains("karen · bo"));
    bo.press("<right><left><home><end>");
    bo.press("Nu.");
    bo.wait_text("Nu.");
    let before = karen.log().len();
    for _ in 0..20 {
        bo.press("<home><right><right><left>");
    }
    bo.press("Ja");
    bo.wait_text("NJau.");
    // Where Bo goes next is shown: everything before it has come.
    bo.press("<ctrl-up>");
    karen.wait_for(|screen| {
        let rows: Vec<String> = screen.rows(0, 80).collect();
        rows.iter()
            .any(|row| row.contains("1 Velkomst") && row.contains(" bo "))
    });
    let written = karen.log().len() - before;
    assert!(written < 160, "{written}");
}

/// A stopped hub, and who was writing beside it: both have seen "Før.".
fn stopped(office: &Office) -> (Pty, Pty) {
    let mut hub = writer(office, "karen", "1");
    hub.press("Før.");
    hub.wait_text("Før.");
    let mut bo = writer(office, "bo", "1");
    bo.wait_text("Før.");
    hub.signal(Signal::STOP);
    (hub, bo)
}

#[test]
fn a_hub_that_is_stopped_is_noticed_and_nothing_is_lost_when_it_goes_on() {
    let office = Office::new();
    let (mut hub, mut bo) = stopped(&office);
    bo.wait_text("intet svar siden");
    bo.press(" Imens skriver Bo videre.");
    bo.wait_text("Imens skriver Bo videre.");
    bo.wait_text("ændringer venter");
    hub.signal(Signal::CONT);
    bo.wait_for(|screen| !screen.contents().contains("intet svar"));
    bo.wait_text("Gemt");
    hub.wait_text("Imens skriver Bo videre.");
    // Its terminal was cleared when it went on: all of the screen is there again.
    hub.wait_text("1 Velkomst");
    let texts = office.texts(1).join("\n");
    assert!(texts.contains("Før. Imens skriver Bo videre."), "{texts}");
}

#[test]
fn a_hub_that_is_stopped_and_killed_loses_nothing_either() {
    let office = Office::new();
    let (hub, mut bo) = stopped(&office);
    bo.press(" Straks.");
    bo.wait_text("intet svar siden");
    bo.press(" Og siden.");
    bo.wait_text("Og siden.");
    hub.signal(Signal::KILL);
    bo.wait_for(|screen| !screen.contents().contains("siden 1"));
    bo.wait_text("Gemt");
    let texts = office.texts(1).join("\n");
    assert!(texts.contains("Før. Straks. Og siden."), "{texts}");
}

#[test]
fn who_waits_for_a_stopped_hub_and_ends_leaves_the_work_in_the_folder() {
    let office = Office::new();
    let hub = writer(&office, "karen", "1");
    let mut bo = writer(&office, "bo", "1");
    hub.signal(Signal::STOP);
    bo.press("Efterladt.");
    bo.wait_text("intet svar siden");
    bo.signal(Signal::TERM);
    bo.wait_exit();
    hub.signal(Signal::CONT);
    let mut eva = writer(&office, "eva", "1");
    eva.wait_text("Efterladt.");
    assert_eq!(office.texts(1).concat().matches("Efterladt.").count(), 1);
}
