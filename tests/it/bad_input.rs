//! Bad input to every command: an exit code of 1 or 2, an error of two lines, and nothing changed.

use std::path::Path;

use referent::app::args::{ArgKind, Place};
use referent::app::command::{Command, Scope};
use referent::app::commands;
use referent::journal::verify;

use crate::office::{MEETING, Office, text};

/// Where people stand who are in no register: any name will do.
const ANYBODY: [&str; 3] = ["owner", "responsible", "name"];

/// Position of the journal's last batch.
fn head(folder: &Path) -> u64 {
    verify(&folder.join("journal")).unwrap().last
}

/// The words before a command, so that it is about something.
fn about(command: &Command) -> Vec<&'static str> {
    match command.scope {
        Scope::Network => vec!["--network", "nims"],
        Scope::Meeting | Scope::Entry => vec!["--meeting", MEETING],
        Scope::Item => vec!["--meeting", MEETING, "--item", "1"],
        Scope::Anywhere | Scope::Screen => Vec::new(),
    }
}

/// A value that its kind can't be, if there is one.
fn wrong(kind: ArgKind) -> Option<&'static str> {
    match kind {
        ArgKind::Number => Some("mange"),
        ArgKind::Date => Some("32. smarch"),
        ArgKind::Time => Some("25:99"),
        ArgKind::Choice(_) => Some("noget-helt-andet"),
        ArgKind::Person | ArgKind::Organisation => Some("Xqzw Ukendtsen"),
        ArgKind::Network | ArgKind::Meeting => Some("xqzw-2099-9"),
        ArgKind::Item => Some("999"),
        ArgKind::Party
        | ArgKind::Recipients
        | ArgKind::Newcomer
        | ArgKind::Text
        | ArgKind::Prose
        | ArgKind::LongText
        | ArgKind::Due
        | ArgKind::Flag => None,
    }
}

/// A value of the kind.
fn right(kind: ArgKind) -> &'static str {
    match kind {
        ArgKind::Number => "10",
        ArgKind::Date => "2026-12-01",
        ArgKind::Time => "10:00",
        ArgKind::Choice(names) => names[0],
        ArgKind::Person | ArgKind::Party | ArgKind::Recipients | ArgKind::Newcomer => "karen-lund",
        ArgKind::Organisation => "odense",
        ArgKind::Network => "nims",
        ArgKind::Meeting => MEETING,
        ArgKind::Item => "1",
        ArgKind::Text | ArgKind::Prose | ArgKind::LongText | ArgKind::Due | ArgKind::Flag => {
            "tekst"
        }
    }
}

/// The words that must be there, right but for one.
fn words(command: &Command, broken: Option<(&str, &'static str)>) -> Vec<&'static str> {
    let plain = command.args.iter().filter(|arg| arg.place == Place::Word);
    let value = |name: &str, kind| match broken {
        Some((at, value)) if at == name => value,
        _ => right(kind),
    };
    plain.map(|arg| value(arg.name, arg.kind)).collect()
}

/// Wrong ways to call a command.
fn wrong_calls(command: &Command) -> Vec<Vec<String>> {
    let call = |words: Vec<&str>| -> Vec<String> {
        let all = about(command).into_iter().chain([command.name]);
        all.chain(words).map(str::to_owned).collect()
    };
    let whole = words(command, None);
    let mut calls = vec![call([&whole[..], &["--findes-ikke"]].concat())];
    if !whole.is_empty() {
        calls.push(call(whole[..whole.len() - 1].to_vec()));
    }
    if !command.args.iter().any(|arg| arg.place == Place::Words) {
        let many = vec!["ord"; command.args.len() + 1];
        calls.push(call([&whole[..], &many].concat()));
    }
    for arg in command.args {
        let Some(bad) = wrong(arg.kind) else { continue };
        if arg.kind == ArgKind::Person && ANYBODY.contains(&arg.name) {
            continue;
        }
        match arg.place {
            Place::Word => calls.push(call(words(command, Some((arg.name, bad))))),
            Place::Option => {
                let option = format!("--{}={bad}", arg.name);
                calls.push(call([&whole[..], &[option.as_str()]].concat()));
            }
            Place::OptionalWord | Place::Words => calls.push(call(vec![bad])),
        }
    }
    if !about(command).is_empty() {
        let unknown = ["--meeting", "xqzw-2099-9", command.name];
        calls.push(unknown.map(str::to_owned).to_vec());
    }
    calls
}

#[test]
fn every_command_refuses_what_it_cannot_use_and_changes_nothing() {
    let office = Office::new();
    // A terminal holds the folder: calls are quick, and its head is the journal's.
    let _holder = office.minutes();
    let mut before = head(&office.folder());
    let (mut count, mut wrongs) = (0, Vec::new());
    for command in commands::all().filter(|command| command.scope != Scope::Screen) {
        for call in wrong_calls(command) {
            let words: Vec<&str> = ["do"]
                .into_iter()
                .chain(call.iter().map(String::as_str))
                .collect();
            let output = office.call(&words);
            let said = text(&output.stderr);
            let code = output.status.code();
            count += 1;
            let changed = head(&office.folder()) != before;
            let two = said.lines().count() >= 2 && said.lines().all(|line| !line.trim().is_empty());
            if !matches!(code, Some(1 | 2)) || !two || said.contains("panicked") || changed {
                wrongs.push(format!("{call:?}: {code:?} changed {changed}\n{said}"));
                before = head(&office.folder());
            }
        }
    }
    println!("{count} wrong calls");
    assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
}

#[test]
fn every_subcommand_refuses_what_it_cannot_use() {
    let office = Office::new();
    let before = head(&office.folder());
    let nothing = office.beside("nothing");
    let nothing = nothing.to_str().unwrap();
    let broken = office.beside("broken.json");
    std::fs::write(&broken, "{\"title\": 7,").unwrap();
    let broken = broken.to_str().unwrap();
    let binary = office.beside("binary");
    std::fs::write(&binary, [0xff, 0xfe, 0, 1, 0x80]).unwrap();
    let binary = binary.to_str().unwrap();
    for words in [
        &["findes-ikke"][..],
        &["list"],
        &["list", "alt"],
        &["list", "meetings", "--network", "xqzw"],
        &["show"],
        &["show", "xqzw-2099-9"],
        &["walk", "karen-lund"],
        &["export", MEETING],
        &["export", MEETING, "--format", "gif"],
        &["handover", MEETING],
        &["handover", MEETING, "-o", nothing],
        &["export", MEETING, "--format", "md", "--what", "alt"],
        &["export", "xqzw", "--format", "md"],
        &[
            "export",
            MEETING,
            "--format",
            "md",
            "-o",
            "/findes/ikke/fil",
        ],
        &["history", "xqzw"],
        &["history", MEETING, "--at", "i forgårs engang"],
        &["completions", "cmd"],
        &["import", nothing],
        &["import", broken],
        &["import", binary],
        &["do"],
        &["do", "--script", nothing],
        &["do", "--script", binary],
        &["do", "--meeting"],
        &["restore", nothing],
        &["--meeting", "xqzw-2099-9"],
        &["--item", "1"],
        &["--lang", "fr"],
        &["--keymap", "findes-ikke", "--meeting", MEETING],
    ] {
        let output = office.call(words);
        let said = text(&output.stderr);
        assert!(
            matches!(output.status.code(), Some(1 | 2)),
            "{words:?}: {:?}\n{said}",
            output.status
        );
        assert!(said.lines().count() >= 2, "{words:?}: {said:?}");
        assert!(!said.contains("panicked"), "{words:?}: {said}");
        assert!(output.stdout.is_empty(), "{words:?}: {:?}", output.stdout);
    }
    assert_eq!(head(&office.folder()), before);
}
