//! Mail that comes in about meetings, as members' programs send it.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::office::{MEETING, Office, text};

/// A house that has written a letter to files; the files by person.
fn sent(what: &str) -> (Office, PathBuf) {
    let office = Office::new();
    office.ok(&["do", "mail-settings", "--sender", "netvaerk@odense.dk"]);
    let folder = office.beside(what);
    let path = folder.to_string_lossy().into_owned();
    office.ok(&["send", MEETING, "--what", what, "--eml", &path]);
    (office, folder)
}

/// The mail to Åse Østergård that was written.
fn mail_to_aase(folder: &Path) -> String {
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|it| it.unwrap().path());
    let mut all = files.map(|path| std::fs::read_to_string(path).unwrap());
    all.find(|text| text.contains("aase@example.dk")).unwrap()
}

fn header<'a>(mail: &'a str, name: &str) -> &'a str {
    let mut rows = mail.lines();
    rows.find_map(|row| row.strip_prefix(name)?.strip_prefix(": "))
        .unwrap()
}

/// An answer by somebody to a mail.
fn answer(mail: &str, from: &str, words: &str) -> String {
    format!(
        "From: {from}\r\nSubject: SV: mail\r\nMessage-ID: <{}@svar>\r\nDate: Mon, 16 Nov 2026 10:00:00 +0100\r\n\
         In-Reply-To: {}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n",
        words.len(),
        header(mail, "Message-ID")
    )
}

fn calendar(uid: &str, attendee: &str, status: &str, minute: u32) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nSEQUENCE:0\r\n\
         DTSTAMP:20261116T09{minute:02}00Z\r\nATTENDEE;CN=\"Øst, Åse\";PARTSTAT={status}:mailto:{attendee}\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

/// The UID of the meeting's event.
fn uid(office: &Office) -> String {
    let meeting = office.json(&["show", MEETING, "--json"]);
    format!("{}@referent", meeting["id"].as_str().unwrap())
}

fn rsvp(office: &Office, name: &str) -> String {
    let meeting = office.json(&["show", MEETING, "--json"]);
    let rows = meeting["participants"].as_array().unwrap();
    let row = rows.iter().find(|row| row["name"] == name).unwrap();
    row["rsvp"].as_str().unwrap().to_owned()
}

fn write(folder: &Path, name: &str, content: &[u8]) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join(name), content).unwrap();
}

#[test]
fn answers_from_a_folder_are_entered_once_and_in_order() {
    let (office, _) = sent("invitation");
    let uid = uid(&office);
    let post = office.beside("indbakke");
    // The later answer's file comes first by name.
    write(
        &post,
        "a.ics",
        calendar(&uid, "aase@example.dk", "DECLINED", 30).as_bytes(),
    );
    write(
        &post,
        "b.ics",
        calendar(&uid, "AASE@example.dk", "ACCEPTED", 10).as_bytes(),
    );
    write(
        &post,
        "c.ics",
        calendar(&uid, "karen@privat.dk", "ACCEPTED", 20).as_bytes(),
    );
    let path = post.to_string_lossy().into_owned();
    let shown = office.ok(&["intake", "--dry-run", &path]);
    assert!(shown.contains("Åse Østergård: tilmeldt"), "{shown}");
    assert_eq!(rsvp(&office, "Åse Østergård"), "none");
    let rows = office.json(&["intake", "--json", &path]);
    let results: Vec<&str> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["result"].as_str().unwrap())
        .collect();
    assert_eq!(results, ["answered", "stranger", "answered"]);
    assert_eq!(rsvp(&office, "Åse Østergård"), "no");
    let again = office.ok(&["intake", &path]);
    assert_eq!(again.matches("taget ind før").count(), 3, "{again}");
    // Who is not known waits to be settled.
    let waiting = office.ok(&["intake"]);
    assert!(
        waiting.contains("karen@privat.dk") && waiting.contains("tilmeldt"),
        "{waiting}"
    );
    let on = ["do", "--meeting", MEETING];
    let call = |words: &[&str]| office.call(&[&on[..], words].concat());
    assert!(!call(&["reply-settle", "1"]).status.success(), "by whom?");
    let said = office.ok(&[&on[..], &["reply-settle", "1", "Karen Lund"]].concat());
    assert!(said.contains("Karen Lund: tilmeldt"), "{said}");
    assert_eq!(rsvp(&office, "Karen Lund"), "yes");
    assert_eq!(
        office.ok(&["intake"]).trim(),
        "Der er ingen svar til afklaring."
    );
    assert!(!call(&["reply-drop", "1"]).status.success());
}

#[test]
fn what_cannot_be_read_is_named_and_keeps_the_others_from_nothing() {
    let (office, folder) = sent("invitation");
    let post = office.beside("indbakke");
    let mail = mail_to_aase(&folder);
    write(&post, "vrøvl.eml", b"\0\xff\xfe hej");
    write(
        &post,
        "outlook.msg",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
    );
    write(
        &post,
        "brudt.ics",
        b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID",
    );
    write(
        &post,
        "andet.eml",
        b"From: a@b.dk\r\nMessage-ID: <1@b>\r\n\r\nFrokost?\r\n",
    );
    let words = answer(&mail, "aase@example.dk", "Er der frokost?");
    write(&post, "svar.eml", words.as_bytes());
    let path = post.to_string_lossy().into_owned();
    let before = office.ok(&["show", MEETING, "--json"]);
    let called = office.call(&["intake", &path]);
    let (out, wrong) = (text(&called.stdout), text(&called.stderr));
    assert_eq!(called.status.code(), Some(1));
    for name in ["vrøvl.eml", "outlook.msg", "brudt.ics"] {
        assert!(
            wrong.lines().any(|row| row.contains(name)),
            "{name}\n{wrong}"
        );
    }
    assert!(
        out.contains("andet.eml: hører ikke til noget møde her"),
        "{out}"
    );
    assert!(out.contains("svaret fra Åse Østergård skal læses"), "{out}");
    assert_eq!(office.ok(&["show", MEETING, "--json"]), before);
    let waiting = office.json(&["intake", "--json"]);
    assert_eq!(waiting[0]["text"], "Er der frokost?");
    office.ok(&["do", "--meeting", MEETING, "reply-settle", "1"]);
    assert_eq!(office.json(&["intake", "--json"]), Value::Array(Vec::new()));
    assert!(!office.call(&["intake", "findes-ikke.eml"]).status.success());
}

#[test]
fn a_mail_that_came_back_is_in_the_outbox_and_at_the_person() {
    let (office, folder) = sent("agenda");
    let mail = mail_to_aase(&folder);
    let report = format!(
        "From: MAILER-DAEMON@mx\r\nSubject: Undelivered Mail Returned to Sender\r\nMessage-ID: <d@mx>\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=B\r\n\r\n--B\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\
         Diagnostic-Code: smtp; 550 5.1.1 User unknown\r\n\r\n--B\r\nContent-Type: text/rfc822-headers\r\n\r\n\
         Message-ID: {}\r\n\r\n--B--\r\n",
        header(&mail, "Message-ID")
    );
    let post = office.beside("indbakke");
    // A Maildir.
    write(&post.join("new"), "1.retur", report.as_bytes());
    write(
        &post.join("cur"),
        "2.andet",
        b"From: a@b.dk\r\nMessage-ID: <1@b>\r\n\r\nHej\r\n",
    );
    write(&post.join("tmp"), "3.halvt", b"Fr");
    let said = office.ok(&["intake", &post.to_string_lossy()]);
    assert_eq!(said.lines().count(), 2, "{said}");
    let outbox = office.json(&["outbox", "--json"]);
    let rows = outbox.as_array().unwrap();
    let row = rows.iter().find(|row| row["address"] == "aase@example.dk");
    assert_eq!(row.unwrap()["status"], "bounced");
    assert_eq!(row.unwrap()["said"], "550 5.1.1 User unknown");
    let person = office.json(&["show", "aase-oestergaard", "--json"]);
    assert_eq!(person["bounced"], "550 5.1.1 User unknown");
    let mut pty = office.terminal(&[]);
    pty.wait_text("1 mail kom ikke frem");
    crate::office::quit(&mut pty);
}

#[test]
fn comments_and_finished_action_items_come_back_by_mail() {
    let office = Office::new();
    office.script(&format!(
        "mail-settings --sender netvaerk@odense.dk\n--meeting {MEETING} meeting-start\n\
         --meeting {MEETING} --item 1 note-add \"Karen bød velkommen til alle.\"\n\
         --meeting {MEETING} --item 2 action-add \"Send budget\" --owner \"Åse Østergård\" --due 2026-12-01\n\
         --meeting {MEETING} meeting-close\n"
    ));
    let folder = office.beside("breve");
    let path = folder.to_string_lossy().into_owned();
    office.ok(&[
        "send",
        MEETING,
        "--what",
        "minutes-for-comments",
        "--eml",
        &path,
    ]);
    let mail = mail_to_aase(&folder);
    let meeting = office.json(&["show", MEETING, "--json"]);
    let entry = meeting["agenda"][0]["entries"][0]["id"].as_str().unwrap();
    let code = referent::documents::letters::code(entry.parse().unwrap());
    let words = format!(
        "Tak for i går!\r\n\r\n> [{code}] Karen bød velkommen til alle.\r\n\r\nDet var Bo.\r\n\r\nMvh\r\nÅse"
    );
    let post = office.beside("svar.eml");
    std::fs::write(&post, answer(&mail, "aase@example.dk", &words)).unwrap();
    let said = office.ok(&["intake", &post.to_string_lossy()]);
    assert!(said.contains("2 bemærkninger fra Åse Østergård"), "{said}");
    let meeting = office.json(&["show", MEETING, "--json"]);
    let comments = meeting["comments"].to_string();
    assert!(
        comments.contains("Det var Bo.") && comments.contains("Tak for i går!"),
        "{comments}"
    );
    assert!(!comments.contains("Mvh"), "{comments}");

    let folder = office.beside("opgaver");
    let path = folder.to_string_lossy().into_owned();
    office.ok(&["send", MEETING, "--what", "actions", "--eml", &path]);
    let done = answer(&mail_to_aase(&folder), "aase@example.dk", "Færdig");
    std::fs::write(&post, done).unwrap();
    let said = office.ok(&["intake", &post.to_string_lossy()]);
    assert!(
        said.contains("Åse Østergård melder 1 opgave færdig"),
        "{said}"
    );
    let actions = office.json(&["list", "actions", "--json"]);
    assert!(
        actions[0]["reported"].is_string() && actions[0]["status"] == "open",
        "{actions}"
    );
    // One key confirms it.
    let mut pty = office.terminal(&[]);
    pty.wait_text("Meldt færdig: Send budget");
    pty.press("o");
    pty.wait_text("mellemrum bekræfter");
    pty.press(" ");
    pty.wait_text("Ingen åbne opgaver");
    crate::office::quit(&mut pty);
    let actions = office.json(&["list", "actions", "--json"]);
    let stands = (&actions[0]["status"], &actions[0]["reported"]);
    assert_eq!(stands, (&Value::from("done"), &Value::Null));
}

#[test]
fn mail_is_taken_in_from_the_screen_where_its_results_are_seen() {
    let (office, folder) = sent("invitation");
    let uid = uid(&office);
    let post = office.beside("ind bakke");
    let accepted = calendar(&uid, "aase@example.dk", "ACCEPTED", 10);
    write(&post, "a.ics", accepted.as_bytes());
    let words = answer(&mail_to_aase(&folder), "aase@example.dk", "Er der frokost?");
    write(&post, "b.eml", words.as_bytes());
    write(
        &post,
        "outlook.msg",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
    );
    let mut pty = office.terminal(&["--meeting", MEETING]);
    pty.wait_text("NIMS 1/2026");
    pty.press("c");
    pty.wait_text("+ Tag mail ind");
    pty.press("+");
    pty.wait_text("Fil eller mappe med .eml og .ics");
    pty.paste(&post.to_string_lossy());
    pty.press("<enter>");
    // Each file and what became of it; what can't be read keeps the others from nothing.
    pty.wait_text("a.ics: nims-2026-1: Åse Østergård: tilmeldt");
    pty.wait_text("! outlook.msg:");
    pty.wait_text("Læst: 2; 1 fil kunne ikke læses");
    pty.press("<esc>");
    pty.wait_text("Åse Østergård: Er der frokost?");
    crate::office::quit(&mut pty);
    pty.wait_exit();
    assert_eq!(rsvp(&office, "Åse Østergård"), "yes");
    // The same on the command line.
    let said = office.ok(&["do", "mail-intake", &post.join("a.ics").to_string_lossy()]);
    assert!(said.contains("taget ind før"), "{said}");
    let wrong = office.call(&["do", "mail-intake", "findes-ikke"]);
    assert!(!wrong.status.success());
}

#[test]
fn whoever_is_erased_takes_the_address_along_that_only_a_mail_named() {
    let (office, _) = sent("invitation");
    let uid = uid(&office);
    let post = office.beside("svar.ics");
    let mail = calendar(&uid, "kaja.hjemme@privat.example", "ACCEPTED", 20);
    std::fs::write(&post, mail.replace("Øst, Åse", "Kaja Kvist")).unwrap();
    office.ok(&["intake", &post.to_string_lossy()]);
    let on = ["do", "--meeting", MEETING];
    office.ok(&[&on[..], &["reply-settle", "1", "Karen Lund"]].concat());
    let traces = |needle: &str| {
        let found = std::process::Command::new("grep")
            .args(["-rla", needle])
            .arg(office.folder().join("journal"))
            .output();
        text(&found.unwrap().stdout)
    };
    assert!(!traces("kaja.hjemme@privat.example").is_empty());
    office.ok(&["do", "person-erase", "Karen Lund", "--yes"]);
    for needle in ["kaja.hjemme@privat.example", "Kaja Kvist"] {
        assert_eq!(traces(needle), "", "{needle}");
    }
    office.ok(&["check"]);
}
