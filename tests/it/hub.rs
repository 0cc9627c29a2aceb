//! Sessions on one folder: the hub in a process, others attached through its socket, taking over, erasing.

pub mod terminal;

use terminal::*;

use std::collections::BTreeMap;
use std::path::Path;

use referent::domain::batch::Submission;
use referent::domain::meeting::MinutesStatus;
use referent::domain::query::{Answer, Query, Reference};
use referent::hub::event::Event;

#[test]
fn two_sessions_see_each_others_work() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data");
    let mut anna = Terminal::new(&folder, "anna");
    anna.write(ground());
    let mut bo = Terminal::new(&folder, "bo");
    assert!(anna.link.holds() && !bo.link.holds());
    assert_eq!(bo.text(), "");
    bo.base = 1;
    // Both type at once, Bo several letters before he hears of any.
    let mut last = 0;
    for (at, letter) in ["b", "o", "!"].into_iter().enumerate() {
        last = bo.send(typed(at, letter));
    }
    anna.write(typed(0, "Anna "));
    let seq = bo.committed(last);
    bo.saved(seq);
    let text = bo.text();
    // Whoever comes first stands left; each one's own letters keep their order.
    assert!(
        text.contains("Anna ") && text.replace("Anna ", "") == "bo!",
        "{text}"
    );
    while anna.base < seq {
        anna.hears();
    }
    assert_eq!(anna.text(), text);
    let label = anna.ask(Query::Resolve("nims-2026-1".into()));
    assert_eq!(label, Answer::Resolved(Some(Reference::Meeting(MEETING))));
    assert_eq!(
        std::fs::read_dir(folder.join("pending")).unwrap().count(),
        1
    );
    drop(bo);
    assert_eq!(
        std::fs::read_dir(folder.join("pending")).unwrap().count(),
        0
    );
}

#[test]
fn typing_past_each_other_keeps_every_letter_in_order() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data");
    let mut anna = Terminal::new(&folder, "anna");
    anna.write(ground());
    let mut bo = Terminal::new(&folder, "bo");
    bo.text();
    bo.base = 1;
    // Neither listens: everything is made on the same base and their own letters.
    let letter = |first: u8, at: usize| char::from(first + (at % 26) as u8).to_string();
    for at in 0..50 {
        anna.send(typed(at, &letter(b'a', at)));
        bo.send(typed(at, &letter(b'A', at)));
    }
    let seq = bo.committed(50);
    anna.committed(50);
    while anna.base < seq {
        anna.hears();
    }
    let text = anna.text();
    let (mut small, mut large) = (text.clone(), text.clone());
    small.retain(|c| c.is_ascii_lowercase());
    large.retain(|c| c.is_ascii_uppercase());
    let typed: String = (0..50).map(|at| letter(b'a', at)).collect();
    assert_eq!(
        (small.as_str(), large.to_lowercase()),
        (typed.as_str(), typed.clone()),
        "{text}"
    );
    assert_eq!(bo.text(), text);
}

#[test]
fn when_the_hub_goes_another_takes_over_and_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data");
    let mut anna = Terminal::new(&folder, "anna");
    anna.write(ground());
    let mut bo = Terminal::new(&folder, "bo");
    let mut eva = Terminal::new(&folder, "eva");
    assert_eq!((bo.text(), eva.text()), (String::new(), String::new()));
    (bo.base, eva.base) = (1, 1);
    anna.write(typed(0, "1"));
    drop(anna);
    bo.send(typed(0, "2"));
    bo.back();
    eva.back();
    let seq = bo.committed(1);
    bo.saved(seq);
    while eva.base < seq {
        eva.hears();
    }
    assert_eq!((bo.text().len(), eva.text().len()), (2, 2));
    let seq = eva.write(typed(0, "3"));
    let (hub, mut other) = if bo.link.holds() {
        (bo, eva)
    } else {
        (eva, bo)
    };
    assert!(!other.link.holds());
    while other.base < seq {
        other.hears();
    }
    drop(hub);
    other.back();
    assert!(other.link.holds());
    assert_eq!(other.text().len(), 3);
    drop(other);
    let mut again = Terminal::new(&folder, "anna");
    assert!(again.link.holds());
    assert_eq!(again.text().len(), 3);
}

#[test]
fn undo_works_across_a_restart_and_names_who_changed_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data");
    let mut anna = Terminal::new(&folder, "anna");
    anna.write(ground());
    let mut bo = Terminal::new(&folder, "bo");
    anna.write(typed(0, "Anna"));
    assert_eq!(bo.text(), "Anna");
    bo.base = anna.base;
    bo.write(typed(4, " og Bo"));
    drop(bo);
    drop(anna);
    let mut anna = Terminal::new(&folder, "anna");
    let undo = |redo| Query::Undo {
        doc: DOC,
        user: "anna".into(),
        redo,
    };
    let Answer::Undo(Some(step)) = anna.ask(undo(false)) else {
        panic!("nothing to undo");
    };
    assert_eq!(step.contested_by.as_deref(), Some("bo"));
    anna.base = step.base;
    let mine = anna.offer(draw(), Some(step.group), step.ops);
    anna.committed(mine);
    assert_eq!(anna.text(), " og Bo");
    let Answer::Undo(Some(step)) = anna.ask(undo(true)) else {
        panic!("nothing to redo");
    };
    let mine = anna.offer(draw(), Some(step.group), step.ops);
    anna.committed(mine);
    assert_eq!(anna.text(), "Anna og Bo");
}

/// Why a change was refused.
fn refusal(terminal: &mut Terminal, change: u64) -> String {
    terminal.wait("refusal", |event| match event {
        Event::Refused { counter, why } if *counter == change => Some(why.clone()),
        _ => None,
    })
}

/// The last thing the journal has of the document is one refused op.
fn assert_refused_last(terminal: &mut Terminal) {
    let Answer::History(rows) = terminal.ask(Query::History {
        doc: DOC,
        record: None,
    }) else {
        panic!("no history");
    };
    assert!(rows[0].refused && rows[0].ops.len() == 1);
}

#[test]
fn what_cannot_be_shown_is_refused_and_kept() {
    let dir = tempfile::tempdir().unwrap();
    let mut anna = Terminal::new(&dir.path().join("data"), "anna");
    anna.write(ground());
    let bad = anna.send(typed(0, "\u{1b}[31mrødt"));
    refusal(&mut anna, bad);
    assert_eq!(anna.text(), "");
    assert_refused_last(&mut anna);
    anna.base = 2;
    anna.write(typed(0, "blåt"));
    assert_eq!(anna.text(), "blåt");
}

#[test]
fn what_changes_approved_minutes_is_refused_and_kept() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data");
    let mut anna = Terminal::new(&folder, "anna");
    anna.write(ground());
    let mut bo = Terminal::new(&folder, "bo");
    bo.base = 1;
    anna.write(typed(0, "Godkendt tekst"));
    anna.write(vec![stands(MinutesStatus::Draft, MinutesStatus::Approved)]);
    // Bo has not heard of it: his own program let him write.
    let late = bo.send(typed(0, "For sent. "));
    let why = refusal(&mut bo, late);
    assert!(why.contains("approved"), "{why}");
    assert_eq!(anna.text(), "Godkendt tekst");
    assert_refused_last(&mut anna);
    // Taking the approval back and writing is one step, and goes on.
    let mut step = vec![stands(MinutesStatus::Approved, MinutesStatus::Correction)];
    step.extend(typed(0, "Rettet: "));
    anna.base = anna.base.max(4);
    anna.write(step);
    assert_eq!(anna.text(), "Rettet: Godkendt tekst");
}

#[test]
fn work_left_behind_is_taken_in() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data");
    let mut anna = Terminal::new(&folder, "anna");
    let seq = anna.write(ground());
    anna.saved(seq);
    drop(anna);
    let session = draw();
    let submission = Submission {
        session,
        counter: 1,
        base: 1,
        at: 0,
        group: draw(),
        label: "test".into(),
        undoes: None,
        ops: typed(0, "efterladt"),
    };
    let line = serde_json::json!({"user": "bo", "submission": submission}).to_string();
    let path = folder.join("pending").join(format!("{session}.jsonl"));
    std::fs::write(&path, format!("{line}\n{}", &line[..40])).unwrap();
    for _ in 0..2 {
        let mut anna = Terminal::new(&folder, "anna");
        anna.ask(Query::Resolve("x".into()));
        assert_eq!(anna.text(), "efterladt");
        assert!(!path.exists());
    }
}

/// Every file of a folder, sealed segments unpacked.
fn contents(folder: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            contents(&path, into);
        } else if let Ok(bytes) = std::fs::read(&path) {
            let name = path.display().to_string();
            if name.ends_with(".zst") {
                let plain = zstd::stream::decode_all(bytes.as_slice()).unwrap();
                into.insert(format!("{name} unpacked"), plain);
            }
            into.insert(name, bytes);
        }
    }
}

#[test]
fn an_erased_person_is_nowhere_in_the_folder() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data");
    let mut anna = Terminal::new(&folder, "anna");
    anna.write(ground());
    anna.write(typed(0, "Mødt: karen lund (karen@example.dk). "));
    let at = "Mødt: karen lund (karen@example.dk). ".len();
    for (n, letter) in "Karn Lund lover".char_indices() {
        anna.write(typed(at + n, &letter.to_string()));
    }
    anna.write(typed(at + 3, "e"));
    anna.write(typed(at + 10, "æ"));
    let before = anna.text();
    assert!(before.contains("Karen Lundæ lover"), "{before}");
    drop(anna);
    let mut anna = Terminal::new(&folder, "anna");
    anna.text();
    anna.link.erase(KAREN);
    let done = anna.wait("erasure", |event| match event {
        Event::Erased(done) => Some(done.clone()),
        _ => None,
    });
    assert_eq!(done, Ok(()));
    let after = anna.text();
    assert_eq!(
        after,
        before
            .replace("Karen Lund", "xxxxxxxxxx")
            .replace("karen lund", "xxxxxxxxxx")
            .replace("karen@example.dk", "xxxxxxxxxxxxxxxx")
    );
    anna.base = 100;
    drop(anna);
    assert!(
        referent::journal::verify(&folder.join("journal"))
            .unwrap()
            .is_whole()
    );
    for again in 0..2 {
        let mut files = BTreeMap::new();
        contents(&folder, &mut files);
        for (name, bytes) in files {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for word in ["karen lund", "karen-lund", "karen@", "12 34 56"] {
                assert!(!text.contains(word), "{word} is in {name} ({again})");
            }
        }
        std::fs::remove_dir_all(folder.join("sled")).unwrap();
        let mut anna = Terminal::new(&folder, "anna");
        assert_eq!(anna.text(), after);
        // What is not on the front page is answered by the database, built again by now.
        anna.ask(Query::Resolve("x".into()));
    }
}
