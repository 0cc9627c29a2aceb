//! Two terminals and the command line on one folder.

use rustix::process::Signal;

use crate::office::{MEETING, Office};
use crate::pty::Pty;

/// Every subcommand that reads, and one that writes.
fn call_everything(office: &Office, note: &str) {
    let item = ["do", "--meeting", MEETING, "--item", "2", "note-add", note];
    office.ok(&item);
    for words in [
        &["list", "meetings", "--json"][..],
        &["list", "people"],
        &["show", MEETING, "--json"],
        &["walk", MEETING],
        &["export", MEETING, "--format", "md"],
        &["history", MEETING],
    ] {
        assert!(!office.ok(words).is_empty(), "{words:?} says nothing");
    }
    assert!(office.texts(2).iter().any(|text| text == note));
}

fn type_and_see(from: &mut Pty, to: &mut Pty, text: &str) {
    from.press(text);
    from.wait_text(text);
    to.wait_text(text);
}

#[test]
fn what_one_types_stands_on_the_others_screen() {
    let office = Office::new();
    let mut first = office.minutes();
    let mut second = office.minutes();
    type_and_see(&mut first, &mut second, "Ulla ser ærligt på det.");
    second.press("<enter>");
    type_and_see(&mut second, &mut first, "Bo svarer øjeblikkeligt.");
    type_and_see(&mut first, &mut second, " Og Åse.");
    let kept = office.texts(1).join("\n");
    for text in [
        "Ulla ser ærligt på det.",
        "Bo svarer øjeblikkeligt.",
        "Og Åse.",
    ] {
        assert!(kept.contains(text), "{text:?} is not in {kept:?}");
    }
}

#[test]
fn the_command_line_works_while_a_terminal_holds_the_folder() {
    let office = Office::new();
    let mut terminal = office.minutes();
    terminal.press("Vi begynder.");
    terminal.wait_text("Vi begynder.");
    call_everything(&office, "Fra kommandolinjen");
    office.note(1, "Et ord udefra");
    terminal.wait_text("Et ord udefra");
    assert!(
        office
            .texts(1)
            .iter()
            .any(|text| text.contains("Vi begynder."))
    );
}

#[test]
fn the_other_takes_over_when_the_hub_is_killed() {
    let office = Office::new();
    let mut hub = office.minutes();
    let mut other = office.minutes();
    type_and_see(&mut hub, &mut other, "Det første skrives her.");
    other.press("<enter>");
    type_and_see(&mut other, &mut hub, "Det andet skrives dér.");
    hub.press(" Lige før.");
    hub.wait_kept("Lige før.");
    hub.signal(Signal::KILL);
    hub.wait_exit();
    other.wait_text("Lige før.");
    other.press(" Bagefter.");
    other.wait_text("Bagefter.");
    call_everything(&office, "Efter overtagelsen");
    let kept = office.texts(1).join("\n");
    for text in [
        "første skrives her",
        "andet skrives dér",
        "Lige før.",
        "Bagefter.",
    ] {
        assert!(kept.contains(text), "{text:?} is not in {kept:?}");
    }
    let mut third = office.minutes();
    type_and_see(&mut third, &mut other, "Og en tredje.");
}

#[test]
fn home_is_as_things_are_when_one_comes_back_from_the_text() {
    let office = Office::new();
    // The mails become files in the person's own folder.
    std::fs::create_dir_all(office.beside("hjem")).unwrap();
    let mut command = office.program(&[]);
    command.env("HOME", office.beside("hjem"));
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("Nu: Indkald deltagerne");
    pty.press("<enter>");
    pty.wait_text("Enter Skriv mails som filer");
    pty.press("<enter>");
    pty.wait_text("Åbn og send 2 mails: ~/mails/");
    pty.press("m");
    pty.wait_text("Handlinger");
    pty.press("<esc>h");
    pty.wait_text("Kommende møder");
    pty.wait_for(|screen| !screen.contents().contains("Indkald deltagerne"));
    // Nothing is left to come back to: it is opened again, among the coming ones, and left by Esc.
    pty.press("<tab><enter>");
    pty.wait_text("2 punkter");
    office.ok(&["do", "--meeting", MEETING, "meeting-cancel", "Snestorm"]);
    pty.press("<esc>");
    pty.wait_text("Kommende møder");
    pty.wait_text("Ingen møder er planlagt");
}
