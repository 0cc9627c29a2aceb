//! What passes over a line to another machine: how much, and nothing twice.

use referent::hub::VERSION;
use serde_json::json;

use crate::line::{Line, Tap};
use crate::office::{MEETING, Office, command};
use crate::pty::{Pty, referent};
use crate::serve::Serving;

/// Bytes for a typed letter, both ways together.
const LETTER: f64 = 60.0;
/// Bytes to a laptop that only watches, for a letter that another types.
const WATCHED: f64 = 120.0;

/// A laptop whose line to the office's folder is watched, in the minutes of the first item.
fn joined(office: &Office, tap: &Tap) -> Pty {
    let mut command = referent(&[
        "--meeting",
        MEETING,
        "--item",
        "1",
        "--minutes",
        "join",
        "hub",
    ]);
    command.env("PATH", tap.path());
    command.env("XDG_STATE_HOME", office.beside("laptop"));
    command.env("XDG_CONFIG_HOME", office.beside("config"));
    let mut pty = Pty::start(command, 80, 24);
    pty.wait_for(|screen| screen.contents().contains("1 Velkomst") && !screen.hide_cursor());
    pty
}

#[test]
fn a_typed_letter_takes_few_bytes_on_the_wire() {
    let office = Office::new();
    let (_serving, _) = Serving::start(&office.folder());
    let tap = Tap::new(&office.beside("tap"), &office.folder());
    let mut laptop = joined(&office, &tap);
    // Everything has been said once.
    laptop.press("Vi begyndte til tiden.");
    laptop.wait_text("til tiden.");
    laptop.wait_text("Gemt");
    let before = tap.passed();
    let text = " Derefter gik vi over til budgettet for næste år, som alle havde læst.";
    for letter in text.chars() {
        laptop.write(letter.to_string().as_bytes());
    }
    laptop.wait_text("alle havde");
    laptop.wait_text("Gemt");
    assert!(office.texts(1).concat().ends_with(text));
    let after = tap.passed();
    let letters = text.chars().count() as f64;
    let up = (after.0 - before.0) as f64 / letters;
    let down = (after.1 - before.1) as f64 / letters;
    println!("bytes per letter: {up:.1} to the hub, {down:.1} from it");
    assert!(up + down <= LETTER, "{up:.1} + {down:.1}");
}

#[test]
fn a_letter_that_is_only_watched_takes_few_bytes_on_the_wire() {
    let office = Office::new();
    let (_serving, _) = Serving::start(&office.folder());
    let tap = Tap::new(&office.beside("tap"), &office.folder());
    let mut laptop = joined(&office, &tap);
    let mut here = office.minutes();
    here.press("Vi begyndte til tiden.");
    laptop.wait_text("til tiden.");
    let before = tap.passed();
    let text = " Derefter gik vi over til budgettet for næste år, som alle havde læst.";
    for word in text.split_inclusive(' ') {
        for letter in word.chars() {
            here.write(letter.to_string().as_bytes());
        }
        // Seen as it is typed, not all at once at the end.
        laptop.wait_text(word.trim());
    }
    laptop.wait_text("havde læst.");
    let after = tap.passed();
    let letters = text.chars().count() as f64;
    let up = (after.0 - before.0) as f64 / letters;
    let down = (after.1 - before.1) as f64 / letters;
    println!("bytes per letter watched: {up:.1} to the hub, {down:.1} from it");
    assert!(up + down <= WATCHED, "{up:.1} + {down:.1}");
}

#[test]
fn bytes_that_cannot_be_unpacked_end_the_line_with_a_reason() {
    let office = Office::new();
    let (_serving, _) = Serving::start(&office.folder());
    let hello = json!({"Hello": {
        "version": VERSION, "session": "00000000000000000000000000000abc", "user": "mallory",
        "seen": null,
    }});
    // A shape nobody sent, a frame without end, a frame that unpacks to more than may be sent.
    let zeros = zstd::bulk::compress(&vec![b' '; 17 * 1024 * 1024], 0).unwrap();
    let mut bomb = vec![1, 0];
    bomb.extend(zeros);
    let bomb = [length(bomb.len()), bomb].concat();
    let cases = [
        (vec![2, 9, 0], "cannot be unpacked"),
        (vec![0xff; 12], "cannot be unpacked"),
        (length(1 << 40), "too large a frame"),
        (bomb, "too large a frame"),
    ];
    for (bytes, reason) in cases {
        let mut pipe = command(&office.folder());
        pipe.arg("pipe");
        let (mut line, welcome) = Line::start(pipe, &hello);
        assert_eq!(welcome["Welcome"]["version"], VERSION);
        line.say_raw(&bytes);
        let mut heard = std::iter::from_fn(|| line.hear());
        let why = heard.find_map(|it| it["Goodbye"].as_str().map(str::to_owned));
        let why = why.expect("no reason");
        assert!(why.contains(reason), "{why}");
    }
    office.note(2, "Uforstyrret");
    assert_eq!(office.texts(2), ["Uforstyrret"]);
}

/// A length as it stands before a packed frame.
fn length(mut bytes: usize) -> Vec<u8> {
    let mut length = Vec::new();
    while bytes > 0x7f {
        length.push((bytes & 0x7f) as u8 | 0x80);
        bytes >>= 7;
    }
    length.push(bytes as u8);
    length
}
