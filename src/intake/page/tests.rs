//! Pages written, edited and read back.

use proptest::prelude::*;

use super::grammar::{Mark, read};
use super::*;
use crate::domain::agenda::ItemKind;
use crate::domain::attendance::Rsvp;
use crate::domain::due::Due;
use crate::domain::fixture::{Builder, apply_to_meeting, day, id, ids};
use crate::domain::minutes::ParagraphStyle;
use crate::domain::network::Owner;
use crate::domain::op::Op;
use crate::domain::register::Person;
use crate::domain::text::TextOp;
use crate::locale::Language;

const HEAD: &str = "NIMS 3/2026, punkt 1 -- Økonomi";

fn danish() -> Locale {
    Locale::new(Language::Danish)
}

fn writer() -> Writer {
    Writer {
        by: "karen".into(),
        at: 7,
        today: day("2026-11-26"),
    }
}

fn register() -> Register {
    let mut register = Register::default();
    for (number, name) in [(1, "Anna Lund"), (2, "Bo Friis")] {
        let person = Person {
            id: id(number),
            name: name.into(),
            ..Person::default()
        };
        register.people.insert(person.id, person);
    }
    register
}

fn page<'a>(meeting: &'a Meeting, register: &'a Register) -> Page<'a> {
    Page::of(meeting, register, danish(), id(20))
}

/// The meeting after the page was edited, and what was counted.
fn after(meeting: &Meeting, text: &str) -> (Meeting, Edited) {
    let register = register();
    let mut fresh = ids();
    let edited = page(meeting, &register).changes(HEAD, text, &writer(), &mut fresh);
    (apply_to_meeting(meeting, &edited.ops), edited)
}

fn markdown(meeting: &Meeting) -> String {
    page(meeting, &register()).markdown(HEAD)
}

fn meeting() -> Meeting {
    Builder::new()
        .item(20, ItemKind::Decision, 10)
        .person(1, 10, Rsvp::Yes)
        .person(2, 11, Rsvp::Yes)
        .entry(30, 20, EntryKind::Note, "Formanden bød velkommen til alle.")
        .entry(31, 20, EntryKind::Decision, "Netværket mødes fire gange.")
        .entry(32, 20, EntryKind::Action, "Sende oplæg")
        .entry(33, 20, EntryKind::Private, "Husk kaffe")
        .entry(34, 20, EntryKind::Note, "første")
        .entry(35, 20, EntryKind::Note, "")
        .with(|meeting| {
            let action = meeting.entries.get_mut(&id(32)).unwrap();
            action.owner = Owner::Person(id(1));
            action.due = Some(Due::Day(day("2026-12-01")));
            meeting.entries.get_mut(&id(34)).unwrap().style = ParagraphStyle::Bullet;
        })
        .done()
}

fn order(meeting: &Meeting) -> Vec<u128> {
    let rows = meeting.entries_of(id(20)).into_iter();
    rows.map(|row| row.id.bits()).collect()
}

#[test]
fn a_page_reads_as_markdown_and_changes_nothing() {
    let page = markdown(&meeting());
    assert_eq!(
        page,
        "<!-- NIMS 3/2026, punkt 1 – Økonomi -->\n\nFormanden bød velkommen til alle.\n\n\
         Beslutning: Netværket mødes fire gange.\n\n\
         Opgave: Anna Lund: Sende oplæg, senest 1. december 2026\n\n\
         Privat note: Husk kaffe\n\n- første\n"
    );
    assert_eq!(after(&meeting(), &page).1, Edited::default());
}

#[test]
fn a_changed_word_is_a_splice_of_its_entry() {
    let text = markdown(&meeting()).replace("fire gange", "fem gange");
    let text = text.replace("bød velkommen til", "hilste på");
    let (now, edited) = after(&meeting(), &text);
    assert_eq!((edited.changed, edited.added, edited.removed), (2, 0, 0));
    assert_eq!(order(&now), order(&meeting()));
    assert_eq!(now.entries[&id(31)].text, "Netværket mødes fem gange.");
    assert_eq!(now.entries[&id(30)].text, "Formanden hilste på alle.");
    let inserted = edited.ops.iter().filter_map(|op| match &op.op {
        Op::Text(TextOp::TextSpliced(splice)) => Some(splice.inserted.as_str()),
        _ => None,
    });
    let inserted: Vec<&str> = inserted.collect();
    assert!(inserted.contains(&"fem"), "{inserted:?}");
}

#[test]
fn paragraphs_are_new_gone_and_moved() {
    let text = "Opgave: Bo Friis: Sende oplæg, senest 1. december 2026\n\n\
                Formanden bød velkommen\ntil alle.\n\
                Beslutning: Netværket mødes fire gange.\n\
                - første\n  - anden\n### Bilag\nOpgave: Anna: Ring til banken senest 3/12\n";
    let (now, edited) = after(&meeting(), text);
    let counts = (edited.changed, edited.added, edited.removed, edited.moved);
    assert_eq!(counts, (1, 3, 1, 0));
    let entries = now.entries_of(id(20));
    assert_eq!(order(&now)[..4], [32, 30, 31, 34]);
    assert_eq!(entries[0].owner, Owner::Person(id(2)));
    assert_eq!(entries[0].due, Some(Due::Day(day("2026-12-01"))));
    assert_eq!(entries[0].text, "Sende oplæg");
    assert_eq!((entries[4].text.as_str(), entries[4].indent), ("anden", 1));
    assert_eq!(entries[4].by, "karen");
    assert_eq!(entries[5].style, ParagraphStyle::Heading);
    let task = entries[6];
    assert_eq!(task.kind, EntryKind::Action);
    assert_eq!(task.text, "Ring til banken");
    assert_eq!(task.owner, Owner::Person(id(1)));
    assert_eq!(task.due, Some(Due::Day(day("2026-12-03"))));
    assert!(task.action.is_some());
    let again = page(&now, &register()).changes(HEAD, &markdown(&now), &writer(), &mut ids());
    assert_eq!(again, Edited::default());
}

#[test]
fn a_moved_paragraph_is_only_moved() {
    let text = "Privat note: Husk kaffe\n\nFormanden bød velkommen til alle.\n\n\
                Beslutning: Netværket mødes fire gange.\n\n\
                Opgave: Anna Lund: Sende oplæg, senest 1. december 2026\n\n- første\n";
    let (now, edited) = after(&meeting(), text);
    assert_eq!((edited.moved, edited.ops.len()), (1, 1));
    assert_eq!(order(&now)[..5], [33, 30, 31, 32, 34]);
}

#[test]
fn a_label_makes_a_paragraph_something_else() {
    let text = markdown(&meeting()).replace("Privat note: Husk", "Decision: Husk");
    let (now, edited) = after(&meeting(), &text);
    assert_eq!((edited.changed, edited.ops.len()), (1, 1));
    assert_eq!(now.entries[&id(33)].kind, EntryKind::Decision);
    assert_eq!(now.entries[&id(33)].text, "Husk kaffe");
}

#[test]
fn every_kinds_word_is_read_in_both_languages() {
    for language in [Language::Danish, Language::English] {
        for kind in EntryKind::ALL {
            for style in ParagraphStyle::ALL {
                let mark = Mark {
                    kind: *kind,
                    style: *style,
                    indent: 2,
                    body: "Opgave: - 1. x".into(),
                };
                let line = grammar::line(&mark, 3, Locale::new(language));
                assert_eq!(read(&line), [mark], "{line}");
            }
        }
    }
}

#[test]
fn what_is_no_clean_text_is_told_with_its_line() {
    assert_eq!(read_bytes(b"a\n\xe6"), Err(BadPage::NotText(2)));
    assert_eq!(read_bytes(b"a\nb\nc\x1b[2J"), Err(BadPage::Control(3)));
    let long = vec![b'a'; LONGEST + 1];
    assert_eq!(read_bytes(&long), Err(BadPage::TooLong));
    assert_eq!(
        read_bytes("\u{feff}å\r\na\u{202e}b".as_bytes()).as_deref(),
        Ok("å\nab")
    );
}

const PIECES: &str = r"(Beslutning: |Opgave: |Privat note: |b: |- |1\. |### |\\|–|#info |-> |Anna: |møde |å|a\u{30a}|\u{30a}|x|\*|  |bil ja |<!-- ){0,5}";

fn built(rows: &[(String, usize, usize, u8)]) -> Meeting {
    let mut builder = Builder::new().item(20, ItemKind::Decision, 10);
    for (index, (text, kind, _, _)) in rows.iter().enumerate() {
        let kind = EntryKind::ALL[kind % EntryKind::ALL.len()];
        builder = builder.entry(30 + index as u128, 20, kind, &clean_text(text));
    }
    builder
        .with(|meeting| {
            for (index, (_, _, style, indent)) in rows.iter().enumerate() {
                let entry = meeting.entries.get_mut(&id(30 + index as u128)).unwrap();
                entry.style = ParagraphStyle::ALL[style % ParagraphStyle::ALL.len()];
                entry.indent = *indent;
            }
        })
        .done()
}

/// The page with lines taken away, doubled, swapped and put in.
fn edited(page: &str, edits: &[(usize, usize, String)]) -> String {
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    for (at, what, text) in edits {
        let at = at % lines.len().max(1);
        match what % 5 {
            0 if !lines.is_empty() => drop(lines.remove(at)),
            1 => lines.insert(at, text.clone()),
            2 if !lines.is_empty() => lines[at].push_str(text),
            3 if !lines.is_empty() => {
                let last = lines.len() - 1;
                lines.swap(at, last);
            }
            _ => lines.insert(at, String::new()),
        }
    }
    clean_text(&lines.join("\n"))
}

proptest! {
    #[test]
    fn the_minutes_become_the_edited_page(
        rows in proptest::collection::vec((PIECES, 0usize..9, 0usize..4, 0u8..5), 0..8),
        edits in proptest::collection::vec((0usize..30, 0usize..5, PIECES), 0..8),
    ) {
        let (register, before) = (Register::default(), built(&rows));
        let page = page(&before, &register);
        let written = page.markdown(HEAD);
        let same = page.changes(HEAD, &clean_text(&written), &writer(), &mut ids());
        prop_assert_eq!(same, Edited::default());

        let text = edited(&written, &edits);
        let changed = page.changes(HEAD, &text, &writer(), &mut ids());
        let now = apply_to_meeting(&before, &changed.ops);
        let head = clean_text(&grammar::comment(HEAD));
        let wanted = text.trim_start_matches('\n');
        let wanted = read(wanted.strip_prefix(head.as_str()).unwrap_or(wanted));
        let after = Page::of(&now, &register, danish(), id(20));
        let marks: Vec<Mark> = after.rows.iter().map(|row| row.mark.clone()).collect();
        prop_assert_eq!(&marks, &wanted);

        for row in &page.rows {
            let once = |list: Vec<&Mark>| list.into_iter().filter(|mark| **mark == row.mark).count() == 1;
            if once(page.rows.iter().map(|row| &row.mark).collect()) && once(wanted.iter().collect()) {
                let now = after.rows.iter().find(|other| other.mark == row.mark).unwrap();
                prop_assert_eq!(now.entry.id, row.entry.id);
                prop_assert_eq!(&now.entry.text, &row.entry.text);
            }
        }
    }
}
