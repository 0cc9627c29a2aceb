//! The line to the mail server: encrypted, with a password, slow, and taken over by another process.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::process::Signal;

use crate::mail::{Sink, connected_by, statuses};
use crate::office::{MEETING, Office, has, python, quit};

/// A certificate that a server of one's own made for itself, and its key.
fn certificate(folder: &Path) -> (PathBuf, PathBuf) {
    let (certificate, key) = (folder.join("server.pem"), folder.join("server.key"));
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
        ])
        .args(["-nodes", "-days", "3650", "-subj", "/CN=mail"])
        .args(["-addext", "subjectAltName=IP:127.0.0.1"])
        .args(["-addext", "basicConstraints=critical,CA:FALSE"])
        .arg("-keyout")
        .arg(&key)
        .arg("-out")
        .arg(&certificate)
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    (certificate, key)
}

fn remind(office: &Office, who: &str) -> String {
    office.ok(&["send", MEETING, "--what", "reminder", "--to", who])
}

fn trust(office: &Office, certificate: &Path) {
    std::fs::copy(certificate, office.folder().join("mail.pem")).unwrap();
}

fn login(office: &Office, text: &str, mode: u32) {
    let path = office.folder().join("mail.login");
    std::fs::write(&path, text).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_server_of_ones_own_is_believed_by_its_certificate_alone() {
    let (Some(python), true) = (python(&["aiosmtpd"]), has("openssl")) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = certificate(folder.path());
    for way in ["starttls", "tls"] {
        let words = [way, certificate.to_str().unwrap(), key.to_str().unwrap()];
        let sink = Sink::with(&python, &words);
        let office = connected_by(&sink, way);
        let said = remind(&office, "Karen Lund").to_lowercase();
        assert!(said.contains("certificate"), "{way}: {said}");
        assert_eq!(
            statuses(&office),
            [("karen@example.dk".to_owned(), "queued".to_owned())]
        );
        assert_eq!(
            sink.rest(),
            0,
            "{way}: nothing was said to a server nobody knows"
        );
        std::fs::write(office.folder().join("mail.pem"), "vrøvl").unwrap();
        let said = office.ok(&["outbox", "--retry"]);
        assert!(said.contains("mail.pem"), "{said}");
        trust(&office, &certificate);
        office.ok(&["outbox", "--retry"]);
        let mail = sink.mail();
        assert_eq!(mail["to"][0], "karen@example.dk");
        assert_eq!(mail["secret"], true);
        assert!(statuses(&office).is_empty());
    }
}

#[test]
fn a_password_comes_from_a_private_file_or_a_command() {
    let (Some(python), true) = (python(&["aiosmtpd"]), has("openssl")) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (certificate, key) = certificate(folder.path());
    let (certificate, key) = (certificate.to_str().unwrap(), key.to_str().unwrap());
    let words = [
        "starttls",
        certificate,
        key,
        "login",
        "netvaerk",
        "hemmeligt",
    ];
    let sink = Sink::with(&python, &words);
    let office = connected_by(&sink, "starttls");
    trust(&office, Path::new(certificate));
    let said = remind(&office, "Karen Lund");
    assert!(said.contains("530"), "{said}");
    for (text, mode, wanted) in [
        ("netvaerk\nhemmeligt\n", 0o644, "chmod 600"),
        ("netvaerk\nforkert\n", 0o600, "535"),
        ("netvaerk\n", 0o600, "mail.login"),
        ("netvaerk\n!false\n", 0o600, "mail.login"),
    ] {
        login(&office, text, mode);
        let said = office.ok(&["outbox", "--retry"]);
        assert!(said.contains(wanted), "{text:?}: {said}");
        assert!(
            !said.contains("hemmeligt") && !said.contains("forkert"),
            "{said}"
        );
        assert_eq!(sink.rest(), 0);
    }
    for text in [
        "netvaerk\nhemmeligt\n",
        "netvaerk\n!printf 'hemmeligt\\nmere'\n",
    ] {
        login(&office, text, 0o600);
        match statuses(&office).is_empty() {
            true => drop(remind(&office, "Karen Lund")),
            false => drop(office.ok(&["outbox", "--retry"])),
        }
        assert_eq!(sink.mail()["user"], "netvaerk");
        assert!(statuses(&office).is_empty());
    }
}

/// Somebody on the meeting's list whose mail the server answers only when told to.
fn invite_one_who_waits(office: &Office) {
    office.script(&format!(
        "person-new \"Vera Holm\" --organisation odense --email wait@x.dk\n\
         --meeting {MEETING} invite \"Vera Holm\"\n"
    ));
}

#[test]
fn a_slow_server_keeps_nobody_waiting() {
    let Some(python) = python(&["aiosmtpd"]) else {
        return;
    };
    let mut sink = Sink::start(&python);
    let office = connected_by(&sink, "none");
    invite_one_who_waits(&office);
    let mut pty = office.terminal(&["--meeting", MEETING]);
    pty.wait_text("Velkomst");
    // Whoever is attached only queues: the terminal's process sends.
    remind(&office, "Vera Holm");
    assert_eq!(sink.mail()["to"][0], "wait@x.dk");
    pty.press("c");
    pty.wait_text("sendes");
    // Work goes on meanwhile.
    let closed = |screen: &vt100::Screen| !screen.contents().contains("Udsendt og svar");
    pty.press("<esc>");
    pty.wait_for(closed);
    pty.press("<ctrl-k>quit");
    pty.wait_text("quit");
    pty.press("<esc>");
    pty.wait_text("Dagsorden");
    pty.wait_for(|screen| !screen.contents().contains("quit"));
    pty.press("c");
    pty.wait_text("sendes");
    sink.go();
    pty.wait_for(|screen| {
        let text = screen.contents();
        text.contains("sendt") && !text.contains("sendes")
    });
    pty.press("<esc>");
    pty.wait_for(closed);
    quit(&mut pty);
}

#[test]
fn who_takes_the_folder_over_sends_what_was_queued_and_nothing_twice() {
    let Some(python) = python(&["aiosmtpd"]) else {
        return;
    };
    let sink = Sink::start(&python);
    let office = connected_by(&sink, "none");
    invite_one_who_waits(&office);
    let first = office.terminal(&["--meeting", MEETING]);
    let mut first = first;
    first.wait_text("Velkomst");
    let mut second = office.terminal(&["--meeting", MEETING]);
    second.wait_text("Velkomst");
    remind(&office, "Vera Holm");
    assert_eq!(sink.mail()["to"][0], "wait@x.dk");
    // Behind the one that hangs.
    remind(&office, "Karen Lund");
    second.press("c");
    second.wait_text("sendes");
    second.wait_text("i udbakken");
    first.signal(Signal::KILL);
    assert_eq!(sink.mail()["to"][0], "karen@example.dk");
    second.wait_text("måske sendt");
    assert_eq!(
        statuses(&office),
        [("wait@x.dk".to_owned(), "unknown".to_owned())]
    );
    assert_eq!(sink.rest(), 0);
    second.press("<esc>");
    quit(&mut second);
}
