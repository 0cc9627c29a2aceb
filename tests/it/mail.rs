//! Letters over a real mail server (aiosmtpd), which also refuses, delays and cuts the line.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use referent::documents::mail::{Enclosure, Mail, address, message};
use referent::domain::secretariat::{MailSecurity, SecretariatHead};
use referent::runtime::post::login::Access;
use referent::runtime::post::smtp::{Line, Outcome};
use serde_json::Value;

use crate::office::{MEETING, Office, python};

/// A mail server on this machine, gone when dropped.
pub struct Sink {
    child: Child,
    input: ChildStdin,
    mails: Receiver<Value>,
    port: u64,
}

impl Sink {
    pub fn start(python: &Path) -> Self {
        Self::with(python, &[])
    }

    /// One that wants something: see the script.
    pub fn with(python: &Path, words: &[&str]) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mailsink.py");
        let mut child = Command::new(python)
            .arg(script)
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take().unwrap();
        let rows = BufReader::new(child.stdout.take().unwrap()).lines();
        let (send, mails) = channel();
        std::thread::spawn(move || {
            for row in rows.map_while(Result::ok) {
                if send.send(serde_json::from_str(&row).unwrap()).is_err() {
                    return;
                }
            }
        });
        let first: Value = mails.recv_timeout(Duration::from_secs(30)).unwrap();
        Self {
            child,
            input,
            mails,
            port: first["port"].as_u64().unwrap(),
        }
    }

    /// Those who wait for an answer get it.
    pub fn go(&mut self) {
        self.input.write_all(b"go\n").unwrap();
    }

    /// The next mail.
    #[track_caller]
    pub fn mail(&self) -> Value {
        self.mails.recv_timeout(Duration::from_secs(30)).unwrap()
    }

    /// What has come and was not asked for.
    pub fn rest(&self) -> usize {
        self.mails.try_iter().count()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An office whose mail goes to the sink.
fn connected(sink: &Sink) -> Office {
    connected_by(sink, "none")
}

/// The same, the line kept secret in a way.
pub fn connected_by(sink: &Sink, security: &str) -> Office {
    let office = Office::new();
    let port = sink.port.to_string();
    office.ok(&[
        "do",
        "mail-settings",
        "--server",
        "127.0.0.1",
        "--port",
        &port,
        "--security",
        security,
        "--sender",
        "netvaerk@odense.dk",
    ]);
    office
}

fn header<'a>(mail: &'a Value, name: &str) -> Vec<&'a str> {
    let text = mail["text"].as_str().unwrap();
    let head = text.split("\r\n\r\n").next().unwrap();
    let rows = head.split("\r\n");
    rows.filter_map(|row| row.strip_prefix(name)?.strip_prefix(": "))
        .collect()
}

pub fn statuses(office: &Office) -> Vec<(String, String)> {
    let rows = office.json(&["outbox", "--json"]);
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| (text(row, "address"), text(row, "status")))
        .collect()
}

#[test]
fn an_invitation_reaches_each_with_a_calendar_of_their_own() {
    let Some(python) = python(&["aiosmtpd"]) else {
        return;
    };
    let sink = Sink::start(&python);
    let office = connected(&sink);
    let shown = office.ok(&["send", MEETING, "--what", "invitation", "--dry-run"]);
    assert!(
        shown.contains("Til 2: ") && shown.contains("Emne: Indkaldelse"),
        "{shown}"
    );
    assert_eq!(sink.rest(), 0);
    let said = office.ok(&["send", MEETING, "--what", "invitation"]);
    assert_eq!(said.matches("  sendt").count(), 2, "{said}");
    let mut to: Vec<String> = Vec::new();
    for mail in [sink.mail(), sink.mail()] {
        assert_eq!(mail["sender"], "netvaerk@odense.dk");
        assert_eq!(mail["to"].as_array().unwrap().len(), 1);
        let address = mail["to"][0].as_str().unwrap().to_owned();
        assert_eq!(header(&mail, "To").len(), 1);
        assert!(
            header(&mail, "Subject")[0].contains("Indkaldelse"),
            "{mail}"
        );
        assert!(
            mail["text"].as_str().unwrap().contains("method=REQUEST"),
            "{mail}"
        );
        to.push(address);
    }
    to.sort();
    assert_eq!(to, ["aase@example.dk", "karen@example.dk"]);
    assert_eq!(office.ok(&["outbox"]).trim(), "Udbakken er tom.");
}

#[test]
fn what_the_server_says_is_kept_and_a_lost_answer_is_never_sent_again_by_itself() {
    let Some(python) = python(&["aiosmtpd"]) else {
        return;
    };
    let sink = Sink::start(&python);
    let office = connected(&sink);
    for (name, address) in [
        ("Rie", "refuse"),
        ("Lars", "later"),
        ("Dora", "drop"),
        ("Gro", "gone"),
    ] {
        office.ok(&[
            "do",
            "person-new",
            &format!("{name} Holm"),
            "--organisation",
            "odense",
            "--email",
            &format!("{address}@x.dk"),
        ]);
        office.ok(&[
            "do",
            "--meeting",
            MEETING,
            "invite",
            &format!("{name} Holm"),
        ]);
    }
    office.ok(&["send", MEETING, "--what", "agenda"]);
    let mut found = statuses(&office);
    found.sort();
    let wanted = [
        ("drop", "unknown"),
        ("gone", "failed"),
        ("later", "queued"),
        ("refuse", "failed"),
    ];
    let wanted = wanted.map(|(who, status)| (format!("{who}@x.dk"), status.to_owned()));
    assert_eq!(found, wanted);
    let said = office.ok(&["outbox"]);
    assert!(
        said.contains("no such user here") && said.contains("try again later"),
        "{said}"
    );
    let dropped = |sink: &Sink| {
        let all: Vec<Value> = sink.mails.try_iter().collect();
        all.iter()
            .filter(|mail| mail["to"][0] == "drop@x.dk")
            .count()
    };
    assert_eq!(dropped(&sink), 1);
    office.ok(&["outbox", "--retry"]);
    assert_eq!(dropped(&sink), 0, "only a person sends it again");
    let said = office.ok(&["outbox"]);
    assert!(said.contains("måske sendt"), "{said}");
}

#[test]
fn a_kill_between_sending_and_the_answer_leaves_the_mail_unknown() {
    let Some(python) = python(&["aiosmtpd"]) else {
        return;
    };
    let sink = Sink::start(&python);
    let office = connected(&sink);
    office.ok(&[
        "do",
        "person-new",
        "Hans Holm",
        "--organisation",
        "odense",
        "--email",
        "hang@x.dk",
    ]);
    office.ok(&["do", "--meeting", MEETING, "invite", "Hans Holm"]);
    let mut sending = crate::office::command(&office.folder())
        .args(["send", MEETING, "--what", "reminder", "--to", "Hans Holm"])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    assert_eq!(sink.mail()["to"][0], "hang@x.dk");
    sending.kill().unwrap();
    sending.wait().unwrap();
    let sent = statuses(&office);
    assert_eq!(sent, [("hang@x.dk".to_owned(), "sending".to_owned())]);
    // The next who sends finds it, and leaves it alone.
    office.ok(&["send", MEETING, "--what", "reminder", "--to", "Karen Lund"]);
    assert_eq!(sink.mail()["to"][0], "karen@example.dk");
    let left = statuses(&office);
    assert_eq!(left, [("hang@x.dk".to_owned(), "unknown".to_owned())]);
    assert_eq!(sink.rest(), 0);
}

#[test]
fn without_a_server_letters_are_files_ready_to_be_sent() {
    let office = Office::new();
    assert!(
        !office
            .call(&["send", MEETING, "--what", "invitation"])
            .status
            .success()
    );
    let folder = office.beside("breve");
    let path = folder.to_string_lossy().into_owned();
    office.ok(&["do", "mail-settings", "--sender", "netvaerk@odense.dk"]);
    let said = office.ok(&["send", MEETING, "--what", "invitation", "--eml", &path]);
    assert!(
        said.contains("aase@example.dk; karen@example.dk")
            || said.contains("karen@example.dk; aase@example.dk"),
        "{said}"
    );
    let files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    assert_eq!(files.len(), 2);
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        assert!(
            text.contains("X-Unsent: 1\r\n") && text.contains("method=REQUEST"),
            "{text}"
        );
    }
}

/// What somebody could try to break out of a field with.
const BREAKS: &[&str] = &[
    "\r\nBcc: evil@example.org",
    "\nBcc: evil@example.org",
    "\rBcc: evil@example.org",
    "\r\n\r\nEn anden krop",
    "\r\n.\r\nMAIL FROM:<evil@example.org>\r\nRCPT TO:<evil@example.org>\r\nDATA\r\nHej\r\n.\r\n",
    "\n.\n",
    "\r\n..\r\n",
    ".",
    "\r\nRSET\r\n",
    "<evil@example.org>",
    "\", \"evil@example.org",
    "=?utf-8?q?=0D=0ABcc:_evil=40example.org?=",
    "\u{85}Bcc: evil@example.org",
    "\u{2028}Bcc: evil@example.org",
    "{{ network }}{% raw %}\r\n---\r\n",
];

/// The fields of a mail that hold somebody's words.
const FIELDS: usize = 10;

/// The same mail with an attack in one field.
fn attacked(field: usize, attack: &str) -> Mail {
    let words = format!("Hej{attack}");
    let mut mail = Mail {
        from: ("Sekretariatet".into(), "netvaerk@odense.dk".into()),
        to: vec![("Åse Bang".into(), "aase@vejle.dk".into())],
        hidden: Vec::new(),
        message_id: "1.2@odense.dk".into(),
        at: 1_795_681_800_000,
        subject: "Dagsorden".into(),
        text: "Kære Åse\n".into(),
        calendar: Some((
            "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into(),
            "REQUEST".into(),
        )),
        files: vec![Enclosure {
            name: "dagsorden.txt".into(),
            kind: "text/plain",
            bytes: b"punkt 1".to_vec(),
        }],
        unsent: false,
    };
    match field {
        0 => mail.from.0 = words,
        1 => mail.from.1 = format!("netvaerk@odense.dk{attack}"),
        2 => mail.to[0].0 = words,
        3 => mail.to[0].1 = format!("aase@vejle.dk{attack}"),
        4 => mail.subject = words,
        5 => mail.text = words,
        6 => mail.calendar = Some((words, "REQUEST".into())),
        7 => mail.calendar = Some(("BEGIN:VCALENDAR\r\n".into(), words)),
        8 => mail.files[0].name = words,
        _ => mail.message_id = format!("1.2@odense.dk{attack}"),
    }
    mail
}

#[test]
fn a_hundred_and_fifty_attacks_make_exactly_the_mail_that_was_meant_or_none() {
    let Some(python) = python(&["aiosmtpd"]) else {
        return;
    };
    let sink = Sink::start(&python);
    let head = SecretariatHead {
        mail_server: "127.0.0.1".into(),
        mail_port: u16::try_from(sink.port).ok(),
        mail_security: MailSecurity::Plain,
        ..SecretariatHead::default()
    };
    let names = |mail: &Value| {
        let text = mail["text"].as_str().unwrap();
        let head = text.split("\r\n\r\n").next().unwrap().to_owned();
        let rows = head
            .split("\r\n")
            .filter(|row| !row.starts_with([' ', '\t']));
        let names = rows.map(|row| row.split(':').next().unwrap().to_owned());
        names.collect::<Vec<_>>()
    };
    let deliver = |mail: &Mail| {
        let message = message(mail).map_err(|error| error.to_string())?;
        let from = address(&mail.from.1).map_err(|error| error.to_string())?;
        let to = address(&mail.to[0].1).map_err(|error| error.to_string())?;
        let mut line = Line::open(&head, &Access::default()).unwrap();
        let outcome = line.send(from, to, &message);
        line.close();
        assert_eq!(outcome, Outcome::Sent);
        Ok::<_, String>(())
    };
    deliver(&attacked(5, "")).unwrap();
    let usual = names(&sink.mail());
    let (mut sent, mut refused) = (0, 0);
    for attack in BREAKS {
        for field in 0..FIELDS {
            let mail = attacked(field, attack);
            if deliver(&mail).is_err() {
                assert!([1, 3, 7, 9].contains(&field), "{field} {attack:?}");
                refused += 1;
                continue;
            }
            let got = sink.mail();
            assert_eq!(got["sender"], "netvaerk@odense.dk", "{field} {attack:?}");
            let to = got["to"].as_array().unwrap();
            assert_eq!(to.len(), 1, "{field} {attack:?}");
            assert_eq!(to[0], "aase@vejle.dk", "{field} {attack:?}");
            assert_eq!(names(&got), usual, "{field} {attack:?}\n{got}");
            sent += 1;
        }
    }
    assert_eq!((sent + refused, sink.rest()), (150, 0));
    assert!(refused >= 28, "{refused}");
}
