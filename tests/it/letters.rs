//! Letters from the screen where no server is set: files ready to be sent, in the machine where the person sits, and
//! the outbox that says so.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::office::{MEETING, Office, python, quit, text};
use crate::pty::Pty;

/// Reads mails with Python's own library, as a mail program would.
const READ: &str = r#"
import email, json, sys
from email import policy
all = []
for path in sorted(sys.argv[1:]):
    mail = email.message_from_bytes(open(path, "rb").read(), policy=policy.default)
    parts = [part.get_content_type() for part in mail.walk()]
    text = mail.get_body(("plain",)).get_content()
    all.append({"to": mail["To"], "hidden": mail["Bcc"], "from": mail["From"], "subject": mail["Subject"],
                "unsent": mail["X-Unsent"], "parts": parts, "text": text,
                "defects": len(mail.defects)})
print(json.dumps(all))
"#;

/// A terminal whose home is a place of the test's own.
fn at_home(office: &Office, words: &[&str]) -> Pty {
    std::fs::create_dir_all(office.beside("hjem")).unwrap();
    let mut command = office.program(words);
    command.env("HOME", office.beside("hjem"));
    command.env("REFERENT_NOW", "2026-11-10T09:00:00Z");
    Pty::start(command, 80, 24)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let rows = std::fs::read_dir(folder).unwrap();
    let mut all: Vec<PathBuf> = rows.map(|row| row.unwrap().path()).collect();
    all.sort();
    all
}

fn read(python: &Path, files: &[PathBuf]) -> Value {
    let read = Command::new(python).args(["-c", READ]).args(files).output();
    serde_json::from_str(&text(&read.unwrap().stdout)).unwrap()
}

/// What became of the mails: address and status.
fn outbox(office: &Office) -> Vec<(String, String)> {
    let mut rows = crate::mail::statuses(office);
    rows.sort();
    rows
}

fn rows(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    let rows = rows.iter();
    rows.map(|(who, how)| ((*who).to_owned(), (*how).to_owned()))
        .collect()
}

#[test]
fn without_a_server_an_invitation_becomes_files_that_a_person_sends_and_notes() {
    let Some(python) = python(&["email"]) else {
        return;
    };
    let office = Office::new();
    let mut pty = at_home(&office, &["--meeting", MEETING]);
    pty.wait_text("NIMS 1/2026");
    pty.press("<ctrl-k>send indkaldelsen");
    pty.wait_text("Send indkaldelsen");
    pty.press("<enter>");
    // It is read first: where the mails will lie, and whom they go to.
    pty.wait_text("Enter Skriv mails som filer");
    pty.wait_text("~/mails/nims-2026-1-indkaldelse");
    pty.press("c");
    pty.wait_text("2 mailadresser er kopieret");
    pty.press("<enter>");
    pty.wait_text("Åbn og send 2 mails: ~/mails/");
    let folder = office.beside("hjem/mails/nims-2026-1-indkaldelse");
    let written = files(&folder);
    let mails = read(&python, &written);
    assert_eq!(mails.as_array().unwrap().len(), 2, "{mails}");
    let mail = &mails[1];
    assert_eq!(mail["to"], "Karen Lund <karen@example.dk>");
    assert_eq!(
        (&mail["unsent"], &mail["from"]),
        (&"1".into(), &Value::Null)
    );
    assert!(
        mail["text"].as_str().unwrap().starts_with("Kære Karen"),
        "{mail}"
    );
    assert!(
        mail["parts"].to_string().contains("text/calendar"),
        "{mail}"
    );
    // The outbox and Home say that they lie there, not that they are sent.
    let lie = rows(&[("aase@example.dk", "file"), ("karen@example.dk", "file")]);
    assert_eq!(outbox(&office), lie);
    pty.press("c");
    pty.wait_text("2 som filer");
    pty.wait_text("lagt som fil");
    // Written again they meet nothing.
    pty.press("<down><tab>");
    pty.wait_text("Åbn og send 1 mail: ~/mails/");
    assert_eq!(files(&folder), written);
    assert_eq!(
        files(&office.beside("hjem/mails/nims-2026-1-indkaldelse-2")).len(),
        1
    );
    pty.press("<esc>");
    pty.wait_for(|screen| !screen.contents().contains("Udsendt og svar"));
    quit(&mut pty);
    pty.wait_exit();
    let mut pty = at_home(&office, &[]);
    pty.wait_text("2 mails ligger som filer og skal sendes");
    quit(&mut pty);
    pty.wait_exit();
    // One key says that a whole letter was sent; it was the wrong one.
    let mut pty = at_home(&office, &["--meeting", MEETING]);
    pty.wait_text("NIMS 1/2026");
    pty.press("c");
    pty.wait_text("2 som filer");
    pty.press("<enter>");
    pty.wait_for(|screen| screen.contents().matches("sendt tir.").count() == 2);
    pty.wait_text("2 mails er noteret – Ctrl+Z fortryder");
    assert!(outbox(&office).is_empty());
    pty.press("<ctrl-z>");
    pty.wait_text("2 som filer");
    pty.wait_text("Fortrudt: Notér, hvad der blev af en mail");
    assert_eq!(outbox(&office), lie);
    // One of them was sent, the other is not to be sent at all, or is it.
    pty.press("<down><enter>");
    pty.wait_text("1 som fil");
    pty.press("<del>");
    pty.wait_text("taget ud tir.");
    assert!(outbox(&office).is_empty());
    pty.press("<enter>");
    pty.wait_text("1 som fil");
    assert_eq!(outbox(&office).len(), 1);
    quit(&mut pty);
    pty.wait_exit();
}

#[test]
fn minutes_and_everybodys_action_items_lie_in_the_folder_that_was_named() {
    let office = Office::new();
    office.script(&format!(
        "--meeting {MEETING} meeting-start\n\
         --meeting {MEETING} --item 1 note-add \"Karen bød velkommen.\"\n\
         --meeting {MEETING} --item 2 action-add \"Send budget\" --owner \"Åse Østergård\" --due 2026-12-01\n\
         --meeting {MEETING} meeting-close\n"
    ));
    let mut pty = at_home(&office, &["--meeting", MEETING]);
    pty.wait_text("NIMS 1/2026");
    pty.press("<ctrl-k>til bemærkninger");
    pty.wait_text("Send referatet til bemærkninger");
    pty.press("<enter>");
    pty.wait_text("Enter Skriv mails som filer");
    pty.press("r");
    pty.wait_text("Mappe til mails som filer");
    let folder = office.beside("ud");
    pty.press("<down><down><down>");
    pty.paste(&folder.to_string_lossy());
    pty.press("<enter>");
    pty.wait_text("Enter Skriv mails som filer");
    pty.press("<enter>");
    pty.wait_text("Åbn og send 3 mails: ");
    quit(&mut pty);
    pty.wait_exit();
    let names = files(&folder).into_iter();
    let names: Vec<String> = names
        .map(|file| file.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        names,
        [
            "opgaver-aase-oestergaard.eml",
            "referat-til-bemaerkninger-aase-oestergaard.eml",
            "referat-til-bemaerkninger-karen-lund.eml",
        ]
    );
    assert_eq!(outbox(&office).len(), 3);
}

#[test]
fn an_agenda_is_one_mail_to_all_who_do_not_see_each_other_where_that_is_chosen() {
    let Some(python) = python(&["email"]) else {
        return;
    };
    let office = Office::new();
    let mut pty = at_home(&office, &["--meeting", MEETING]);
    pty.wait_text("NIMS 1/2026");
    pty.press("<ctrl-k>udsend dagsordenen");
    pty.wait_text("Udsend dagsordenen");
    pty.press("<enter>");
    pty.wait_text("Tast r for én mail til alle");
    pty.press("r");
    pty.wait_text("Én mail til alle (skjult kopi)");
    pty.press("<down><down><down><space><enter>");
    pty.wait_text("Modtagerne ser ikke hinanden");
    pty.press("<enter>");
    pty.wait_text("Åbn og send 1 mail: ~/mails/nims-2026-1-dagsorden");
    let written = files(&office.beside("hjem/mails/nims-2026-1-dagsorden"));
    assert!(written[0].ends_with("dagsorden-alle.eml"), "{written:?}");
    let mails = read(&python, &written);
    let mail = &mails[0];
    assert_eq!(
        (mails.as_array().unwrap().len(), &mail["to"]),
        (1, &Value::Null)
    );
    let hidden = mail["hidden"].as_str().unwrap();
    for address in ["karen@example.dk", "aase@example.dk"] {
        assert!(hidden.contains(address), "{mail}");
    }
    let said = mail["text"].as_str().unwrap();
    assert!(!said.contains("Karen") && !said.contains("Åse"), "{mail}");
    // Nobody's own code at the door is in it.
    let parts = mail["parts"].to_string();
    assert!(parts.contains("application/pdf"), "{mail}");
    assert!(
        !parts.contains("image/") && !said.contains("kode"),
        "{mail}"
    );
    // The outbox has both of them, and says that it is one mail.
    let lie = rows(&[("aase@example.dk", "file"), ("karen@example.dk", "file")]);
    assert_eq!(outbox(&office), lie);
    pty.press("c");
    pty.wait_text("én mail til 2");
    quit(&mut pty);
    pty.wait_exit();
}

#[test]
fn where_the_files_cannot_be_written_the_mails_wait_in_the_outbox() {
    let office = Office::new();
    std::fs::create_dir(office.beside("hjem")).unwrap();
    std::fs::write(office.beside("hjem/mails"), "a file").unwrap();
    let mut pty = at_home(&office, &["--meeting", MEETING]);
    pty.wait_text("NIMS 1/2026");
    pty.press("<ctrl-k>send indkaldelsen");
    pty.wait_text("Send indkaldelsen");
    pty.press("<enter>");
    pty.wait_text("Enter Skriv mails som filer");
    pty.press("<enter>");
    pty.wait_text("mails ligger i udbakken");
    let wait = rows(&[
        ("aase@example.dk", "queued"),
        ("karen@example.dk", "queued"),
    ]);
    assert_eq!(outbox(&office), wait);
    pty.press("c");
    pty.wait_text("i udbakken");
    quit(&mut pty);
    pty.wait_exit();
}
