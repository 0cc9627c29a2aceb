//! Text that means harm, in every field, file and paste: nothing of it but letters reaches a terminal or a document.

use referent::app::args::{Arg, ArgKind, Place};
use referent::app::command::{Command, Scope};
use referent::app::commands;
use referent::documents::What;
use unicode_normalization::char::is_combining_mark;

use crate::office::{MEETING, Office};
use crate::pty::Pty;

/// Our own set: each has the word `harm`, so that it can be found again.
const HOSTILE: &[&str] = &[
    "harm\u{1b}]0;a title\u{7}",
    "harm\u{1b}]52;c;cm0gLXJmIC8=\u{1b}\\",
    "harm\u{1b}]8;;https://evil.example\u{1b}\\click\u{1b}]8;;\u{1b}\\",
    "\u{1b}[2J\u{1b}[Hharm",
    "harm\u{1b}[6n\u{1b}[c\u{1b}[21t",
    "\u{1b}[?1049lharm\u{1b}c",
    "harm\u{1b}P+q544e\u{1b}\\",
    "harm\u{1b}_Gf=100;AAAA\u{1b}\\",
    "\u{9b}31mharm\u{9d}0;x\u{9c}",
    "harm\u{7}\u{8}\u{8}\u{8}\u{7f}\u{e}\u{f}",
    "harm\rover\nunder\u{b}\u{c}\u{85}",
    "harm\u{202e}gpj.exe\u{202c}\u{2066}\u{2069}",
    "\u{200f}harm\u{200e}\u{61c}\u{200b}\u{2060}\u{feff}",
    "harm\u{2028}line\u{2029}paragraph",
    "harm\u{ad}\u{34f}\u{115f}\u{3164}\u{ffa0}",
    "harm\u{fdd0}\u{fffe}\u{ffff}\u{e0001}\u{e0041}",
    "\u{301}\u{302}harm",
    "harm\u{200d}\u{200d}\u{fe0f}\u{fe0f}",
];

/// A letter under more marks than any language has.
fn heap() -> String {
    format!("harm{}", "\u{300}\u{316}\u{489}".repeat(170))
}

fn hostile() -> Vec<String> {
    let set = HOSTILE.iter().map(|text| (*text).to_owned());
    set.chain([heap(), HOSTILE.concat()]).collect()
}

/// What must never get out, if anything is there.
fn harm(text: &str) -> Option<String> {
    let mut marks = 0;
    for (at, sign) in text.char_indices() {
        marks = if is_combining_mark(sign) {
            marks + 1
        } else {
            0
        };
        let bad = matches!(sign, '\u{0}'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}')
            || matches!(
                sign,
                '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            )
            || matches!(sign, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
            || u32::from(sign) & 0xfffe == 0xfffe;
        if bad || marks > 8 {
            let near: String = text[at..].chars().take(12).collect();
            return Some(format!("byte {at}: {near:?}"));
        }
    }
    None
}

/// The bytes for a terminal without the sequences this program draws with.
fn without_drawing(log: &[u8]) -> String {
    let text = String::from_utf8(log.to_vec()).expect("the screen is UTF-8");
    let mut rest = text.as_str();
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        let end = after.find(|sign: char| matches!(sign, '@'..='~'));
        let end = end.unwrap_or(after.len() - 1);
        let sequence = &after[..=end];
        let (parameters, last) = sequence.split_at(end);
        let known = match last {
            "m" | "A" | "B" | "C" | "D" | "G" | "H" | "d" | "J" | "K" | "X" | "P" | "@" | "L"
            | "M" => parameters
                .bytes()
                .all(|byte| byte.is_ascii_digit() || matches!(byte, b';' | b':')),
            "r" | "S" | "T" | "b" => parameters
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b';'),
            "h" | "l" => parameters.starts_with('?'),
            "q" => parameters.ends_with(' '),
            "u" => parameters.starts_with(['>', '<', '=', '?']),
            _ => false,
        };
        assert!(known, "a foreign sequence: ESC [ {sequence}");
        rest = &after[end + 1..];
    }
    plain.push_str(rest);
    plain.replace(['\r', '\n', '\u{8}'], "")
}

#[track_caller]
fn assert_harmless(pty: &Pty) {
    let plain = without_drawing(pty.log());
    assert_eq!(harm(&plain), None, "the screen is\n{}", pty.text());
}

/// Calls that put a text into every place of a command that takes text.
fn calls(command: &Command, text: &str) -> Vec<Vec<String>> {
    let about: &[&str] = match command.scope {
        Scope::Network => &["--network", "nims"],
        Scope::Meeting | Scope::Entry => &["--meeting", MEETING],
        Scope::Item => &["--meeting", MEETING, "--item", "1"],
        Scope::Anywhere | Scope::Screen => &[],
    };
    let right = |arg: &Arg| match arg.kind {
        ArgKind::Number => "10".to_owned(),
        ArgKind::Date => "2026-12-01".to_owned(),
        ArgKind::Time => "10:00".to_owned(),
        ArgKind::Choice(names) => names[0].to_owned(),
        ArgKind::Network => "nims".to_owned(),
        ArgKind::Meeting => MEETING.to_owned(),
        ArgKind::Item => "1".to_owned(),
        _ => text.to_owned(),
    };
    let head: Vec<String> = ["do"]
        .iter()
        .chain(about)
        .chain([&command.name])
        .map(|word| (*word).to_owned())
        .collect();
    let words = command
        .args
        .iter()
        .filter(|arg| matches!(arg.place, Place::Word | Place::OptionalWord));
    let words: Vec<String> = words.map(right).collect();
    let mut calls = vec![[head.clone(), vec!["--".into()], words.clone()].concat()];
    let options = command
        .args
        .iter()
        .filter(|arg| arg.place == Place::Option && arg.kind != ArgKind::Flag);
    for arg in options {
        let option = format!("--{}={}", arg.name, right(arg));
        calls.push([head.clone(), words.clone(), vec![option]].concat());
    }
    calls
}

/// Everything that comes out on standard output and error.
#[track_caller]
fn assert_calls_harmless(office: &Office, words: &[&str]) -> bool {
    let output = office.call(words);
    for stream in [&output.stdout, &output.stderr] {
        let text = String::from_utf8(stream.clone()).expect("UTF-8");
        assert_eq!(harm(&text), None, "{words:?}\n{text}");
    }
    output.status.success()
}

/// Lists, documents of every kind, history.
fn assert_documents_harmless(office: &Office) {
    for words in [
        &["list", "networks"][..],
        &["list", "meetings", "--json"],
        &["list", "people"],
        &["list", "people", "--json"],
        &["list", "organisations"],
        &["list", "actions"],
        &["list", "decisions", "--json"],
        &["show", MEETING],
        &["show", MEETING, "--json"],
        &["show", "nims"],
        &["walk", MEETING],
        &["history", MEETING],
        &["history", MEETING, "--json"],
    ] {
        assert!(assert_calls_harmless(office, words), "{words:?}");
    }
    for what in What::NAMES.iter().copied() {
        for format in ["md", "html", "txt", "json"] {
            let words = ["export", MEETING, "--format", format, "--what", what];
            assert!(
                assert_calls_harmless(office, &words) || format == "json",
                "{words:?}"
            );
        }
    }
}

#[test]
fn hostile_text_in_every_argument_comes_out_as_letters() {
    let office = Office::new();
    let mut terminal = office.minutes();
    let (mut made, mut done) = (0, 0);
    let mut call = |words: &[String]| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        made += 1;
        done += usize::from(assert_calls_harmless(&office, &words));
    };
    let mut alone = HOSTILE.iter().cycle();
    for command in commands::all().filter(|command| command.scope != Scope::Screen) {
        // What would take away the ground the next ones stand on.
        if matches!(
            command.name,
            "meeting-cancel" | "undo" | "redo" | "agenda-remove" | "meeting-remove"
        ) {
            continue;
        }
        for text in [heap(), HOSTILE.concat()] {
            calls(command, &text).iter().for_each(|words| call(words));
        }
        // Alone, each sequence comes to one argument in eighteen: all of them in every one took twenty minutes.
        if crate::office::all() {
            for place in 0..calls(command, "").len() {
                let text = alone.next().expect("a cycle");
                call(&calls(command, text)[place]);
            }
        }
    }
    println!("{made} calls with hostile text, {done} of them done");
    assert!(done > 40);
    assert_documents_harmless(&office);
    terminal.press("<ctrl-end>Til sidst.");
    terminal.wait_text("Til sidst.");
    for place in [
        "go-people",
        "go-followup",
        "show-participants",
        "show-actions",
        "show-agenda",
    ] {
        terminal.press(&format!("<ctrl-k>{place}"));
        terminal.wait_text(place);
        terminal.press("<enter>");
    }
    crate::office::quit(&mut terminal);
    terminal.wait_exit();
    assert_harmless(&terminal);
}

#[test]
fn hostile_text_typed_and_pasted_comes_out_as_letters() {
    let office = Office::new();
    let mut terminal = office.minutes();
    for text in hostile() {
        terminal.paste(&text);
    }
    terminal.paste(" Slut.");
    terminal.wait_text("Slut.");
    crate::office::quit(&mut terminal);
    terminal.wait_exit();
    assert_harmless(&terminal);
    assert!(office.texts(1).concat().contains("harm"));
    assert_documents_harmless(&office);
}

#[test]
fn hostile_files_come_out_as_letters() {
    let office = Office::new();
    let csv = office.beside("list.csv");
    let rows = hostile()
        .into_iter()
        .map(|text| format!("\"{text}\";\"{text}\";a@b.dk\n"));
    let table: String = ["navn;organisation;e-mail\n".to_owned()]
        .into_iter()
        .chain(rows)
        .collect();
    std::fs::write(&csv, table).unwrap();
    assert_calls_harmless(&office, &["import", csv.to_str().unwrap()]);
    let mut meeting = office.json(&["export", MEETING, "--format", "json"]);
    meeting["title"] = HOSTILE.concat().into();
    meeting["purpose"] = heap().into();
    meeting["agenda"][0]["title"] = HOSTILE.concat().into();
    let json = office.beside("meeting.json");
    std::fs::write(&json, meeting.to_string()).unwrap();
    assert_calls_harmless(&office, &["import", json.to_str().unwrap()]);
    let script = office.beside("script");
    let lines: String = hostile()
        .iter()
        .map(|text| format!("findes-ikke {text}\n"))
        .collect();
    std::fs::write(&script, lines).unwrap();
    assert_calls_harmless(&office, &["do", "--script", script.to_str().unwrap()]);
    assert_documents_harmless(&office);
    let mut home = office.terminal(&[]);
    home.wait_text("NIMS");
    crate::office::quit(&mut home);
    home.wait_exit();
    assert_harmless(&home);
}
