//! From minutes out for comments to their approval: a comment comes by mail, the date passes, nobody objects.

use crate::office::{MEETING, Office, command, done, quit};
use crate::pty::Pty;

/// Calls the program at a moment. No two calls share one: ids are drawn from it.
#[track_caller]
fn at(office: &Office, now: &str, words: &[&str]) -> String {
    let mut call = command(&office.folder());
    let output = call.env("REFERENT_NOW", now).args(words).output().unwrap();
    done(words, &output)
}

/// A terminal at a moment.
fn seen_at(office: &Office, now: &str) -> Pty {
    let mut command = office.program(&[]);
    command.env("REFERENT_NOW", now);
    Pty::start(command, 80, 24)
}

/// The meeting held on 26 November, its minutes out by mail until 10 December.
fn out_for_comments() -> (Office, String) {
    let office = Office::new();
    for (minute, line) in [
        (10, "meeting-start"),
        (11, "--item 1 note-add \"Karen bød velkommen til alle.\""),
        (12, "--item 2 decision-add \"Kontingentet er 12.000 kr.\""),
        (13, "meeting-close"),
    ] {
        let now = format!("2026-11-26T09:{minute}:00Z");
        let words = referent::app::args::split_line(line).unwrap();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        at(
            &office,
            &now,
            &[&["do", "--meeting", MEETING], &words[..]].concat(),
        );
    }
    let folder = office.beside("breve");
    let to = format!("--folder={}", folder.to_string_lossy());
    let on = ["do", "--meeting", MEETING];
    let send = ["minutes-send", "--deadline", "2026-12-10", &to];
    at(&office, "2026-11-27T08:00:00Z", &[&on[..], &send].concat());
    let mail = folder.join("referat-til-bemaerkninger-aase-oestergaard.eml");
    let mail = std::fs::read_to_string(mail).unwrap();
    (office, mail)
}

/// Åse's answer to the mail, about the decision.
fn answer(office: &Office, mail: &str) -> String {
    let meeting = office.json(&["show", MEETING, "--json"]);
    let entry = meeting["agenda"][1]["entries"][0]["id"].as_str().unwrap();
    let code = referent::documents::letters::code(entry.parse().unwrap());
    let id = mail
        .lines()
        .find_map(|row| row.strip_prefix("Message-ID: "));
    let id = id.unwrap();
    format!(
        "From: Åse <aase@example.dk>\r\nSubject: SV: Referat\r\nMessage-ID: <1@svar>\r\n\
         Date: Mon, 30 Nov 2026 10:00:00 +0100\r\nIn-Reply-To: {id}\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n\
         > [{code}] Kontingentet er 12.000 kr.\r\n\r\nDet var pr. kommune.\r\n"
    )
}

#[test]
fn nobody_objects_in_time_and_the_next_meetings_first_item_tells_what_came() {
    let (office, mail) = out_for_comments();
    // The comment comes by mail, at the paragraph it is about.
    let post = office.beside("svar.eml");
    std::fs::write(&post, answer(&office, &mail)).unwrap();
    let said = at(
        &office,
        "2026-11-30T10:00:00Z",
        &["intake", &post.to_string_lossy()],
    );
    assert!(said.contains("1 bemærkning fra Åse Østergård"), "{said}");
    // It is answered first, and the words are corrected.
    let mut pty = seen_at(&office, "2026-11-30T10:05:00Z");
    pty.wait_text("1 bemærkning er ikke besvaret");
    quit(&mut pty);
    pty.wait_exit();
    let on = ["do", "--meeting", MEETING];
    for (minute, words) in [
        (10, &["comment-answer", "1", "--accept"][..]),
        (
            11,
            &[
                "entry-set",
                "2.1",
                "--text",
                "Kontingentet er 12.000 kr. pr. kommune.",
            ],
        ),
    ] {
        let now = format!("2026-11-30T10:{minute}:00Z");
        at(&office, &now, &[&on[..], words].concat());
    }
    // The next meeting is planned, and lacks the approval of these minutes.
    let new = [
        "do",
        "meeting-new",
        "--network",
        "nims",
        "--title",
        "Vinter",
        "--date",
        "2026-12-17",
    ];
    at(&office, "2026-12-01T08:00:00Z", &new);
    let mut command = office.program(&["--meeting", "nims-2026-2"]);
    command.env("REFERENT_NOW", "2026-12-01T09:00:00Z");
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_text("NIMS 2/2026");
    pty.press("s");
    pty.wait_text("Sidste referat er ikke godkendt");
    pty.press("Sidste<enter>");
    pty.wait_text("Godkendelse af referat");
    quit(&mut pty);
    pty.wait_exit();
    // On its last day the deadline still runs.
    let mut pty = seen_at(&office, "2026-12-10T10:00:00Z");
    pty.wait_text("Referatet er til bemærkninger");
    quit(&mut pty);
    pty.wait_exit();
    // The day after, the first thing to do is to approve: Enter, and Enter when it is read.
    let mut pty = seen_at(&office, "2026-12-11T07:00:00Z");
    pty.wait_text("Nu: Godkend referatet, fristen er udløbet");
    pty.press("<enter>");
    pty.wait_text("Godkendes af");
    pty.press("<enter>");
    pty.wait_text("Referatet er godkendt af");
    quit(&mut pty);
    pty.wait_exit();
    let meeting = office.json(&["show", MEETING, "--json"]);
    let approvals = meeting["approvals"].as_array().map(Vec::len);
    assert_eq!(approvals, Some(1), "{meeting}");
    // What came stands under the next meeting's first item.
    let agenda = at(
        &office,
        "2026-12-11T08:00:00Z",
        &[
            "export",
            "nims-2026-2",
            "--what",
            "agenda",
            "--format",
            "md",
        ],
    );
    for words in [
        "Godkendelse af referat",
        "Det var pr. kommune.",
        "Åse Østergård",
    ] {
        assert!(agenda.contains(words), "{words}\n{agenda}");
    }
}
