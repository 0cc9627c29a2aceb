//! What may come through the socket: frames that fit. Everything else ends that session, with a reason, and changes
//! nothing for anybody.

use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::time::Duration;

use referent::domain::batch::Hash;
use serde_json::{Value, json};

use crate::dice::Dice;
use crate::office::{MEETING, Office, times};
use crate::serve::Serving;

const SESSION: &str = "00000000000000000000000000000abc";

pub fn frame(content: &[u8]) -> Vec<u8> {
    let mut bytes = u32::try_from(content.len()).unwrap().to_le_bytes().to_vec();
    bytes.extend_from_slice(content);
    bytes
}

pub fn said(value: &Value) -> Vec<u8> {
    frame(value.to_string().as_bytes())
}

fn hello() -> Value {
    greeting(false)
}

fn greeting(copies: bool) -> Value {
    json!({"Hello": {
        "version": referent::hub::VERSION, "session": SESSION, "user": "mallory",
        "role": "secretary", "seen": null, "copies": copies,
    }})
}

fn submission(session: &str, counter: u64, base: u64) -> Value {
    json!({"Submit": {
        "session": session, "counter": counter, "base": base, "at": 0, "group": SESSION,
        "label": "forged", "ops": [],
    }})
}

fn connect(folder: &Path) -> UnixStream {
    let stream = UnixStream::connect(folder.join("hub.sock")).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    stream
}

/// The next frame from the hub; `None` at the end.
pub fn reply(stream: &mut impl Read) -> Option<Value> {
    let mut length = [0; 4];
    stream.read_exact(&mut length).ok()?;
    let mut content = vec![0; u32::from_le_bytes(length) as usize];
    stream.read_exact(&mut content).ok()?;
    serde_json::from_slice(&content).ok()
}

/// Sends bytes after a greeting; why the hub ended the connection.
fn ended(folder: &Path, bytes: &[u8]) -> Option<String> {
    ended_after(folder, &hello(), bytes)
}

fn ended_after(folder: &Path, greeting: &Value, bytes: &[u8]) -> Option<String> {
    let mut stream = connect(folder);
    stream.write_all(&said(greeting)).unwrap();
    let _ = stream.write_all(bytes);
    while let Some(reply) = reply(&mut stream) {
        if let Some(why) = reply.get("Goodbye") {
            return why.as_str().map(str::to_owned);
        }
    }
    None
}

fn seq(office: &Office) -> usize {
    office.ok(&["history", MEETING]).lines().count()
}

#[test]
fn a_frame_that_does_not_fit_ends_its_session_with_a_reason() {
    let office = Office::new();
    let (_serving, _) = Serving::start(&office.folder());
    let mut writer = office.minutes();
    let before = seq(&office);
    let huge = [&u32::MAX.to_le_bytes()[..], &[b' '; 1000]].concat();
    let offer = |size: u64| {
        let hash = Hash::of(b"bilag");
        said(&json!({"Parcel": {"Offer": {"hash": hash, "size": size}}}))
    };
    let piece =
        |at: u64, bytes: &str| said(&json!({"Parcel": {"Piece": {"at": at, "bytes": bytes}}}));
    let cases: [(&str, Vec<u8>, &str); 17] = [
        (
            "lines for who has no copy",
            said(&json!({"Pull": []})),
            "keeps no copy",
        ),
        (
            "lost work of who has no copy",
            said(&json!({"Again": submission(SESSION, 1, 1)["Submit"]})),
            "keeps no copy",
        ),
        ("malformed", frame(b"{\"Submit\":"), "cannot be read"),
        ("no JSON", frame(&[0xff; 40]), "cannot be read"),
        (
            "unknown",
            frame(b"{\"Shell\":{\"run\":\"sh\"}}"),
            "cannot be read",
        ),
        ("huge", huge, "too large a frame"),
        (
            "of another session",
            said(&submission("00000000000000000000000000000abd", 1, 1)),
            "another session",
        ),
        (
            "ahead of the journal",
            said(&submission(SESSION, 1, 1 << 40)),
            "does not have",
        ),
        ("greeting again", said(&hello()), "second greeting"),
        (
            "deep",
            frame("[".repeat(100_000).as_bytes()),
            "cannot be read",
        ),
        (
            "other author",
            said(&json!({"Submit": {"session": SESSION, "user": "karen"}})),
            "cannot be read",
        ),
        (
            "a forged file",
            [offer(2), piece(0, "ffff")].concat(),
            "not the file",
        ),
        (
            "more than announced",
            [offer(2), piece(0, "ffffff")].concat(),
            "not the file",
        ),
        (
            "a piece too many",
            [offer(5), piece(0, "6269"), piece(0, "6269")].concat(),
            "not the file",
        ),
        ("a piece of no file", piece(0, "ff"), "not the file"),
        (
            "no bytes",
            [offer(2), piece(0, "6æ6")].concat(),
            "cannot be read",
        ),
        ("a huge file", offer(50 * 1024 * 1024 + 1), "50 MB"),
    ];
    for (name, bytes, reason) in cases {
        let why = ended(&office.folder(), &bytes).unwrap_or_else(|| panic!("{name}: no reason"));
        assert!(why.contains(reason), "{name}: {why}");
        assert_eq!(seq(&office), before, "{name}");
        let files = office.folder().join("files");
        assert_eq!(std::fs::read_dir(files).unwrap().count(), 0, "{name}");
    }
    writer.press("Uforstyrret.");
    writer.wait_text("Uforstyrret.");
    assert!(office.texts(1).concat().contains("Uforstyrret."));
}

#[test]
fn nobody_brings_back_work_under_anothers_session() {
    let office = Office::new();
    let (_serving, _) = Serving::start(&office.folder());
    let before = seq(&office);
    let journal = std::fs::read_dir(office.folder().join("journal")).unwrap();
    let files = journal.map(|entry| std::fs::read_to_string(entry.unwrap().path()));
    let lines: String = files.flatten().collect();
    let line: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    let theirs = line["head"]["session"].as_str().unwrap();
    for (session, counter, base, reason) in [
        (theirs, 1 << 40, 1, "another user's"),
        (SESSION, 1, 1 << 40, "does not have"),
    ] {
        let again = json!({"Again": submission(session, counter, base)["Submit"]});
        let why = ended_after(&office.folder(), &greeting(true), &said(&again)).unwrap();
        assert!(why.contains(reason), "{why}");
    }
    assert_eq!(seq(&office), before);
}

#[test]
fn another_version_is_told_so_and_not_let_in() {
    let office = Office::new();
    let (_serving, _) = Serving::start(&office.folder());
    let mut stream = connect(&office.folder());
    let old =
        json!({"Hello": {"version": 1, "session": SESSION, "user": "bo", "seen": null, "x": {}}});
    stream.write_all(&said(&old)).unwrap();
    assert_eq!(
        reply(&mut stream).unwrap()["Welcome"]["version"],
        referent::hub::VERSION
    );
    let why = reply(&mut stream).unwrap();
    assert!(
        why["Goodbye"].as_str().unwrap().contains("version"),
        "{why}"
    );
    assert_eq!(reply(&mut stream), None);
}

#[test]
fn a_replayed_frame_changes_nothing() {
    let office = Office::new();
    let (_serving, _) = Serving::start(&office.folder());
    let mut stream = connect(&office.folder());
    stream.write_all(&said(&hello())).unwrap();
    let once = said(&submission(SESSION, 1, 1));
    for _ in 0..50 {
        stream.write_all(&once).unwrap();
    }
    let ping = said(&json!("Ping"));
    stream.write_all(&ping).unwrap();
    let mut committed = Vec::new();
    loop {
        let reply = reply(&mut stream).unwrap();
        if reply["Event"] == "Pong" {
            break;
        }
        if let Some(event) = reply["Event"].get("Committed") {
            committed.push(event["seq"].clone());
        }
    }
    committed.dedup();
    assert_eq!(committed.len(), 1, "{committed:?}");
}

#[test]
fn who_reads_nothing_is_let_go_and_delays_nobody() {
    let office = Office::new();
    let (_serving, _) = Serving::start(&office.folder());
    let mut idle = connect(&office.folder());
    idle.write_all(&said(&hello())).unwrap();
    // Asks for far more than it reads: it is read no further, and the hub keeps little for it.
    idle.set_write_timeout(Some(Duration::from_millis(200)))
        .unwrap();
    let query = said(&json!({"Query": {"number": 1, "query": {"home": {"today": "2026-11-26"}}}}));
    let mut asked = 0;
    while asked < 100_000 && idle.write_all(&query).is_ok() {
        asked += 1;
    }
    assert!(asked < 100_000, "everything was taken");
    let mut writer = office.minutes();
    writer.press("Ingen venter.");
    writer.wait_text("Ingen venter.");
    office.note(2, "Heller ikke her");
    writer.press("<ctrl-down>");
    writer.wait_text("Heller ikke her");
}

#[test]
fn mutated_frames_leave_the_hub_alive_and_the_journal_whole() {
    let office = Office::new();
    let serving = Serving::within(&office.folder(), 256 * 1024);
    office.note(2, "Før");
    let before = serving.memory();
    let mut dice = Dice(11);
    let frames = [
        said(&hello()),
        said(&submission(SESSION, 1, 1)),
        said(&json!({"Query": {"number": 1, "query": {"resolve": "nims-2026-1"}}})),
        said(&json!({"Here": {"meeting": SESSION}})),
        said(&json!("Ping")),
        said(&json!({"Pull": [{"seq": 0, "hash": "0".repeat(64), "epoch": 1}]})),
        said(&json!({"Again": submission(SESSION, 2, 1)["Submit"]})),
        said(
            &json!({"Query": {"number": 2, "query": {"history": {"doc": "register", "record": null}}}}),
        ),
    ];
    let mut stream = connect(&office.folder());
    for round in 0..times("REFERENT_FRAMES", 3_000) {
        let mut bytes = frames[dice.below(frames.len())].clone();
        for _ in 0..dice.below(4) {
            let at = dice.below(bytes.len());
            bytes[at] = u8::try_from(dice.below(256)).unwrap();
        }
        bytes.truncate(bytes.len() - dice.below(2) * dice.below(bytes.len()));
        if round % 3 == 0 || stream.write_all(&bytes).is_err() {
            stream = connect(&office.folder());
            let _ = stream.write_all(&said(&hello()));
            let _ = stream.write_all(&bytes);
        }
    }
    drop(stream);
    office.note(2, "Levende");
    assert_eq!(office.texts(2), ["Før", "Levende"]);
    let grown = serving.memory().saturating_sub(before);
    println!("the hub grew by {grown} KiB");
    assert!(grown < 64 * 1024, "{grown}");
    drop(serving);
    office.ok(&["check"]);
}

#[test]
fn a_hub_of_another_version_is_named_in_a_sentence() {
    let office = Office::new();
    let lock = std::fs::File::open(office.folder().join("hub.lock")).unwrap();
    lock.lock().unwrap();
    let listener = UnixListener::bind(office.folder().join("hub.sock")).unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut stream = stream;
            reply(&mut stream);
            let _ = stream.write_all(&said(&json!({"Welcome": {"version": 99}})));
        }
    });
    let output = office.call(&["list", "meetings"]);
    assert_eq!(output.status.code(), Some(1));
    let said = crate::office::text(&output.stderr);
    assert!(said.contains("en anden udgave af referent"), "{said}");
    assert!(said.contains("99"), "{said}");
    let mut pty = office.terminal(&[]);
    pty.wait_text("en anden udgave af referent");
    assert!(!pty.wait_exit().success());
}
