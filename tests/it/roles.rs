//! Roles over a real ssh: what a key's line lets in, and what it keeps out.

use std::net::TcpListener;
use std::path::Path;

use referent::domain::fold::Doc;
use referent::domain::id::Id;
use referent::domain::op::DocId;
use referent::domain::query::{Answer, Query};
use serde_json::{Value, json};

use crate::hub::terminal::Terminal;
use crate::line::Line;
use crate::office::{MEETING, Office, text};
use crate::pty::{self, Pty};
use crate::serve::Serving;
use crate::ssh::Sshd;

const SESSION: &str = "00000000000000000000000000000def";
pub const ROLES: [&str; 5] = ["secretary", "chair", "member", "door", "viewer"];

/// Milliseconds since 1970 UTC.
fn now() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    i64::try_from(now.unwrap().as_millis()).unwrap()
}

/// A meeting held today, with a closed item, a private note, and people's data.
fn office() -> Office {
    let office = Office::new();
    let today = referent::domain::zone::local(now()).date();
    let lines = format!(
        "--meeting nims-2026-1 meeting-set --date {today}\n\
         --meeting nims-2026-1 agenda-add \"HEMMELIGT punkt\" --kind decision --minutes 10\n\
         --meeting nims-2026-1 --item 3 agenda-set --closed yes\n\
         --meeting nims-2026-1 meeting-start\n\
         --meeting nims-2026-1 --item 3 note-add \"HEMMELIG aftale\"\n\
         --meeting nims-2026-1 --item 2 note-add \"Åben aftale\"\n\
         --meeting nims-2026-1 stay-set \"Åse Østergård\" --diet \"HEMMELIG kost\" --lodging \"HEMMELIG kro\"\n\
         --network nims need-add \"HEMMELIGT behov\"\n"
    );
    office.script(&lines);
    office
}

/// The key's line for a role, put where the server reads it.
fn admit(office: &Office, sshd: &Sshd, role: &str) -> String {
    let words = ["key-line", "--user", "Karen Lund", "--role", role];
    let output = office.fed(&words, &sshd.key());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let line = text(&output.stdout);
    assert!(line.starts_with("restrict,pty,command="), "{line}");
    sshd.write_line(&line);
    line
}

/// The hub's frames through ssh, as somebody who says whatever suits.
struct Client {
    line: Line,
    counter: u64,
    heard: String,
}

impl Client {
    fn join(sshd: &Sshd, copies: bool) -> (Self, Value) {
        let hello = json!({"Hello": {
            "version": referent::hub::VERSION, "session": SESSION, "user": "mallory",
            "role": "secretary", "seen": null, "copies": copies,
        }});
        let (line, welcome) = Line::start(sshd.ssh(&["-T", "hub", "referent pipe"]), &hello);
        let client = Self {
            line,
            counter: 0,
            heard: String::new(),
        };
        (client, welcome["Welcome"].clone())
    }

    fn say(&mut self, value: &Value) {
        assert!(self.line.say(value), "the line ended");
    }

    fn hear(&mut self) -> Value {
        let value = self.line.hear().expect("the line ended");
        self.heard.push_str(&value.to_string());
        value
    }

    fn ask(&mut self, query: Value) -> Value {
        self.counter += 1;
        let number = self.counter;
        self.say(&json!({"Query": {"number": number, "query": query}}));
        loop {
            let answer = self.hear()["Event"]["Answer"].clone();
            if answer["number"] == number {
                return answer["answer"].clone();
            }
        }
    }

    /// Offers an op; whether it was taken in.
    fn offers(&mut self, counter: u64, doc: &str, op: Value) -> bool {
        self.say(&json!({"Submit": {
            "session": SESSION, "counter": counter, "base": 1, "at": 0, "group": SESSION,
            "label": "test", "ops": [{"doc": doc, "op": op}],
        }}));
        loop {
            let event = self.hear()["Event"].clone();
            if event["Committed"]["counter"] == counter {
                return true;
            }
            if event["Refused"]["counter"] == counter {
                return false;
            }
        }
    }
}

/// An annex of the open item and one of the closed, each a file.
fn annexes(office: &Office, meeting: &str) -> [Id; 2] {
    let file = office.beside("bilag.txt");
    std::fs::write(&file, "bilag").unwrap();
    for item in ["2", "3"] {
        let words = [
            "do",
            "--meeting",
            MEETING,
            "--item",
            item,
            "annex-add",
            item,
        ];
        office.ok(&[&words[..], &["--file", file.to_str().unwrap()]].concat());
    }
    let doc = DocId::Meeting(meeting.parse().unwrap());
    let answer = Terminal::new(&office.folder(), "karen").ask(Query::Doc(doc));
    let Answer::Doc {
        doc: Doc::Meeting(meeting),
        ..
    } = answer
    else {
        panic!("{answer:?}");
    };
    ["2", "3"].map(|title| {
        let mut all = meeting.annexes.values();
        all.find(|it| it.title == title).unwrap().id
    })
}

fn id(office: &Office, words: &[&str]) -> String {
    office.json(words)["id"].as_str().unwrap().to_owned()
}

#[test]
fn each_role_reads_and_does_its_own_and_nothing_else() {
    let office = office();
    let Some(sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let meeting = id(&office, &["show", MEETING, "--json"]);
    let karen = id(&office, &["show", "karen-lund", "--json"]);
    let bo = id(&office, &["show", "bo-friis", "--json"]);
    let set = |id: &str, change: Value| json!({"meeting": {"set": {"id": id, "change": change}}});
    let answers = |who: &str| {
        set(
            who,
            json!({"participant": {"rsvp": {"from": "none", "to": "yes"}}}),
        )
    };
    // Each op, and who may do it.
    let comment = |by: &str| json!({"meeting": {"add": {"comment": {"id": SESSION, "by": by, "at": 1, "text": "Tak"}}}});
    let deeds: [(&str, Value, [bool; 5]); 7] = [
        (
            "comment",
            comment("Karen Lund"),
            [true, true, true, false, false],
        ),
        (
            "another's comment",
            comment("Bo Friis"),
            [true, true, false, false, false],
        ),
        (
            "own answer",
            answers(&karen),
            [true, false, true, true, false],
        ),
        (
            "another's answer",
            answers(&bo),
            [true, false, false, true, false],
        ),
        (
            "arrival",
            json!({"meeting": {"add": {"presence": {"id": SESSION, "person": karen, "kind": "arrived", "at": 1}}}}),
            [true, true, false, true, false],
        ),
        (
            "title",
            set(
                "00000000000000000000000000000000",
                json!({"head": {"title": {"from": "", "to": "x"}}}),
            ),
            [true, false, false, false, false],
        ),
        (
            "begun",
            set(
                "00000000000000000000000000000000",
                json!({"head": {"started_at": {"from": null, "to": 5}}}),
            ),
            [true, true, false, false, false],
        ),
    ];
    // In the network, the secretary's alone: needs, and how people travel, sleep and eat.
    let network = id(&office, &["show", "nims", "--json"]);
    let network = format!("network:{network}");
    let of_network = [
        json!({"network": {"add": {"need": {"id": SESSION, "title": "Behov"}}}}),
        json!({"network": {"add": {"stay": {"id": SESSION, "meeting": meeting, "of": bo, "diet": "Alt"}}}}),
    ];
    let annexes = annexes(&office, &meeting);
    let mut counter = 0;
    for (number, role) in ROLES.into_iter().enumerate().rev() {
        admit(&office, &sshd, role);
        let (mut client, welcome) = Client::join(&sshd, false);
        assert_eq!(welcome["role"], role);
        assert_eq!(welcome["user"], "Karen Lund");
        let reads_all = number < 2;
        let doc = format!("meeting:{meeting}");
        let shown = client.ask(json!({"doc": doc}));
        assert_eq!(shown["doc"]["id"], doc, "{role}: {shown}");
        client.ask(json!({"doc": "register"}));
        client.ask(json!({"doc": "secretariat"}));
        client.ask(json!({"doc": "desk"}));
        client.ask(json!({"doc": network}));
        client.ask(json!({"home": {"today": "2026-11-26"}}));
        client.ask(json!({"decisions": {"network": null}}));
        client.ask(json!({"actions": {"network": null, "open": false}}));
        client.ask(json!({"find": {"needle": "hemmelig", "limit": 9}}));
        client.ask(json!({"history": {"doc": doc, "record": null}}));
        client.ask(json!({"at": {"doc": doc, "at": 4_000_000_000_000_i64}}));
        assert_eq!(
            client.heard.contains("HEMMELIG"),
            reads_all,
            "{role}: {}",
            client.heard
        );
        assert_eq!(client.heard.contains("example.dk"), reads_all, "{role}");
        assert_eq!(
            client.heard.contains("Åben aftale"),
            role != "door",
            "{role}"
        );
        let reads = [
            [true, true, true, false, true],
            [true, true, false, false, false],
        ];
        for (annex, allowed) in annexes.iter().zip(reads) {
            let piece = client.ask(json!({"piece": {"meeting": meeting, "annex": annex, "at": 0}}));
            let came = piece["piece"]["bytes"] == "62696c6167";
            assert_eq!(came, allowed[number], "{role}: {piece}");
        }
        for (name, op, allowed) in &deeds {
            counter += 1;
            let taken = client.offers(counter, &doc, op.clone());
            assert_eq!(taken, allowed[number], "{role}: {name}");
        }
        for op in &of_network {
            counter += 1;
            let taken = client.offers(counter, &network, op.clone());
            assert_eq!(taken, number == 0, "{role}: {op}");
        }
        // A restricted role gets no copy of the journal, whatever it asks for.
        drop(client);
        let (mut client, _) = Client::join(&sshd, true);
        client.say(&json!({"Pull": [{"seq": 0, "hash": "0".repeat(64), "epoch": 1}]}));
        let answer = loop {
            let heard = client.hear();
            if heard.get("Goodbye").is_some() || !heard["Event"]["Lines"].is_null() {
                break heard;
            }
        };
        assert_eq!(
            answer.get("Goodbye").is_none(),
            reads_all,
            "{role}: {answer}"
        );
    }
}

#[test]
fn a_closed_items_minutes_do_not_come_while_they_are_written() {
    let office = office();
    let Some(sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    let meeting = id(&office, &["show", MEETING, "--json"]);
    for role in ["member", "door", "viewer"] {
        admit(&office, &sshd, role);
        let (mut client, _) = Client::join(&sshd, false);
        client.ask(json!({"doc": format!("meeting:{meeting}")}));
        let note =
            |item, text| office.ok(&["do", "--meeting", MEETING, "--item", item, "note-add", text]);
        note("3", "HEMMELIGT ord");
        office.ok(&["do", "--meeting", MEETING, "meeting-set", "--title", role]);
        // The change of the title shows the document anew.
        let title = format!("\"title\":\"{role}\"");
        while !client.heard.contains(&title) {
            client.hear();
        }
        assert!(!client.heard.contains("HEMMELIG"), "{role}");
    }
}

#[test]
fn the_screen_opens_in_the_role_of_the_key() {
    let office = office();
    let Some(sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let (_serving, _) = Serving::start(&office.folder());
    for role in ROLES {
        admit(&office, &sshd, role);
        let arguments = sshd.arguments();
        let words: Vec<&str> = arguments
            .iter()
            .map(String::as_str)
            .chain(["-tt", "hub"])
            .collect();
        let mut terminal = Pty::start(pty::command("ssh", &words), 80, 24);
        // Home, with today's meeting.
        terminal.wait_text("Samskabelse");
        terminal.press("<enter>");
        terminal.wait_text("Velkomst");
        let reads_all = role == "secretary" || role == "chair";
        assert!(reads_all || !terminal.text().contains("HEMMELIG"), "{role}");
    }
}

#[test]
fn a_key_of_a_line_gets_no_shell_and_no_files() {
    let office = office();
    let Some(sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    for role in ROLES {
        admit(&office, &sshd, role);
        for asked in [
            "id",
            "sh -c id",
            "scp -f /etc/passwd",
            "referent list people",
        ] {
            let output = sshd.call(&["hub", asked]);
            assert!(!output.status.success(), "{role}: {asked}");
            assert!(
                output.stdout.is_empty(),
                "{role}: {asked}: {}",
                text(&output.stdout)
            );
        }
        let subsystem = sshd.call(&["-s", "hub", "sftp"]);
        assert!(subsystem.stdout.is_empty(), "{role}: {subsystem:?}");
    }
}

/// What came of letting a key forward things: a port of the server's here, one of ours there, our agent there.
fn forwarded(sshd: &Sshd, agent: &Path) -> [bool; 3] {
    let open = TcpListener::bind("127.0.0.1:0").unwrap();
    let there = open.local_addr().unwrap().to_string();
    let answer = std::thread::spawn(move || {
        let (mut stream, _) = open.accept().unwrap();
        let _ = std::io::Write::write_all(&mut stream, b"reached");
    });
    let ours = sshd.call(&["-W", &there, "hub"]);
    if !ours.stdout.is_empty() {
        answer.join().unwrap();
    }
    let remote = [
        "-o",
        "ExitOnForwardFailure=yes",
        "-R",
        "0:127.0.0.1:1",
        "hub",
    ];
    let theirs = sshd.call(&[&remote[..], &["env"]].concat());
    let mut env = sshd.ssh(&["-A", "hub", "env"]);
    let env = env.env("SSH_AUTH_SOCK", agent).output().unwrap();
    assert!(text(&env.stdout).contains("SSH_CONNECTION="), "{env:?}");
    [
        ours.stdout == b"reached",
        theirs.status.success(),
        text(&env.stdout).contains("SSH_AUTH_SOCK="),
    ]
}

#[test]
fn a_key_of_a_line_forwards_no_port_and_no_agent() {
    let office = Office::new();
    let Some(sshd) = Sshd::start(&office.beside("sshd")) else {
        return;
    };
    let socket = office.beside("agent");
    let mut agent = std::process::Command::new("ssh-agent")
        .args(["-D", "-a"])
        .arg(&socket)
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    while !socket.exists() {
        assert!(agent.try_wait().unwrap().is_none(), "the agent ended");
        std::thread::yield_now();
    }
    // Any other key does all of it.
    assert_eq!(forwarded(&sshd, &socket), [true; 3]);
    for role in ROLES {
        // The line as it is printed, but for what it starts: that would say nothing of its surroundings.
        let line = admit(&office, &sshd, role);
        let (options, rest) = line.split_once("command=\"").unwrap();
        let (_, key) = rest.split_once("\" ").unwrap();
        sshd.write_line(&format!("{options}command=\"env\" {key}"));
        assert_eq!(forwarded(&sshd, &socket), [false; 3], "{role}");
    }
    let _ = agent.kill();
    let _ = agent.wait();
}

#[test]
fn who_looks_on_sees_whichever_meeting_runs() {
    let office = office();
    let today = referent::domain::zone::local(now()).date();
    office.script(&format!(
        "meeting-new --network nims --title Eftermiddag --date {today} --start 13:00 --end 15:00\n"
    ));
    let network = office.json(&["show", "nims", "--json"]);
    let labels = network["meetings"].as_array().unwrap().iter();
    let mut labels = labels.filter_map(Value::as_str);
    let other = labels.find(|label| *label != MEETING).unwrap();
    office.ok(&["do", "--meeting", other, "agenda-add", "Evaluering"]);
    let (_serving, _) = Serving::start(&office.folder());
    let mut program = office.program(&["as", "tavlen", "--role", "viewer", "--data"]);
    program.arg(office.folder());
    program.env_remove("REFERENT_USER");
    let mut wall = Pty::start(program, 80, 24);
    wall.wait_text("Samskabelse");
    let does = |meeting: &str, deed: &str| office.ok(&["do", "--meeting", meeting, deed]);
    // The next begins while this one runs: it stays, until it ends.
    does(other, "meeting-start");
    does(MEETING, "meeting-close");
    wall.wait_text("Evaluering");
    does(other, "meeting-close");
    wall.wait_text("Mødet er hævet");
}
