use super::Table;
use crate::app::input::{Code, Input, KeyPress};
use crate::app::keymap::Keymap;

#[test]
fn typing_makes_the_first_entry_and_goes_on_in_it() {
    let mut table = Table::new();
    let before = table.bench.journal.len();
    table.press("Aabenraa vil");
    assert_eq!(table.shown(), "Aabenraa vil|");
    assert_eq!(table.bench.journal.len(), before + 12);
    let groups: std::collections::BTreeSet<_> = table.bench.journal[before..]
        .iter()
        .map(|submission| submission.group)
        .collect();
    assert_eq!(groups.len(), 1);
    let entry = table.minutes().entries.values().next().unwrap();
    assert_eq!((entry.by.as_str(), entry.prepared), ("Karen", false));
}

#[test]
fn every_sign_of_a_keyboard_is_text() {
    let signs: String = (' '..='~').chain("æøåÆØÅéüß§½€".chars()).collect();
    for keymap in ["default", "emacs", "vim"] {
        let mut table = Table::new();
        table.bench.app.view.keymap = Keymap::shipped(keymap).unwrap();
        if keymap == "vim" {
            table.press("i");
        }
        for sign in signs.chars() {
            table
                .bench
                .input(Input::Key(KeyPress::new(Code::Char(sign))));
        }
        let (shown, gone) = (table.shown(), table.bench.has_quit());
        assert_eq!(
            (shown.trim_end_matches('|'), gone),
            (signs.as_str(), false),
            "{keymap}"
        );
    }
}

#[test]
fn a_pause_or_another_place_begins_a_new_step() {
    let mut table = Table::new();
    table.press("ab");
    table.bench.set_clock("2026-11-02T10:01");
    table.press("cd <backspace>");
    table.press("<left> e");
    let labels: Vec<_> = table.bench.journal.iter().rev().take(6).collect();
    let groups: Vec<_> = labels.iter().map(|row| row.group).collect();
    assert_ne!(groups[0], groups[1]);
    assert_ne!(groups[1], groups[2]);
    assert_eq!(groups[2], groups[3]);
    assert_ne!(groups[3], groups[4]);
    assert_eq!(table.shown(), "abe|c");
}

#[test]
fn a_paragraph_is_of_the_moment_when_it_is_written_in() {
    let minute = |table: &Table, text: &str| {
        let rows = table.minutes().entries.values();
        let row = rows.into_iter().find(|row| row.text == text).unwrap();
        (
            crate::domain::zone::local(row.at)
                .format("%H:%M")
                .to_string(),
            row.prepared,
        )
    };
    let mut table = Table::new();
    table.press("Før<space>pausen <enter>");
    table.bench.set_clock("2026-11-02T10:25");
    table.press("Efter");
    assert_eq!(minute(&table, "Før pausen"), ("10:00".to_owned(), false));
    assert_eq!(minute(&table, "Efter"), ("10:25".to_owned(), false));
    table.bench.set_clock("2026-11-02T10:26");
    table.press("<space>pausen <enter>");
    assert_eq!(minute(&table, "Efter pausen").0, "10:25");
    // Pasted text too.
    table.bench.set_clock("2026-11-02T10:40");
    table.paste("Indsat");
    assert_eq!(minute(&table, "Indsat").0, "10:40");
    // What stands instead of a text that was prepared is none.
    table.run(&["note-add", "--prepared", "En"]);
    table.press("<ctrl-end>");
    assert!(minute(&table, "En").1);
    table.press("<backspace><backspace>To");
    assert_eq!(minute(&table, "To"), ("10:40".to_owned(), false));
}

#[test]
fn writing_goes_on_below_who_came_meanwhile() {
    let mut table = Table::new();
    table.press("Ulla gennemgik sagen.");
    table.run(&["check-in", "--at=10:38", "bo"]);
    table.press("<enter>Bo spurgte.");
    let sentence = "attendance: Kl. 10.38 ankom Bo Friis (Vejle).";
    let first = format!("Ulla gennemgik sagen.\n{sentence}");
    assert_eq!(table.shown(), format!("{first}\nBo spurgte.|"));
    // With more after it a paragraph is followed by the next, as everywhere.
    table.press("<up><up><end><enter>Ja.");
    let first = first.replace('\n', "\nJa.|\n");
    assert_eq!(table.shown(), format!("{first}\nBo spurgte."));
}

#[test]
fn enter_splits_and_backspace_joins() {
    let mut table = Table::new();
    table.press("Ulla gennemgik <enter> Bo spurgte");
    assert_eq!(table.shown(), "Ulla gennemgik\nBo spurgte|");
    table.press("<home><backspace>");
    assert_eq!(table.shown(), "Ulla gennemgik|Bo spurgte");
    table.press("<enter><up><home><enter>");
    assert_eq!(table.shown(), "\n|Ulla gennemgik\nBo spurgte");
}

#[test]
fn graphemes_are_whole() {
    let mut table = Table::new();
    table.press("ja 👨\u{200d}👩\u{200d}👧 å");
    assert_eq!(table.shown(), "ja 👨\u{200d}👩\u{200d}👧 å|");
    table.press("<backspace><backspace><backspace>");
    assert_eq!(table.shown(), "ja |");
    table.press("\u{200d} a\u{30a}");
    assert_eq!(table.shown(), "ja å|");
}

#[test]
fn arrows_cross_entries_and_items() {
    let mut table = Table::new();
    table.press("et <ctrl-down> to <enter> tre");
    assert_eq!((table.item(), table.shown().as_str()), (2, "to\ntre|"));
    table.press("<up><up>");
    assert_eq!((table.item(), table.shown().as_str()), (1, "et|"));
    table.press("<right>");
    assert_eq!((table.item(), table.shown().as_str()), (2, "|to\ntre"));
    table.press("<ctrl-end><down>");
    assert_eq!(table.item(), 3);
    table.press("x");
    assert_eq!(table.shown(), "x|");
}

#[test]
fn what_is_marked_is_cut_and_pasted() {
    let mut table = Table::new();
    table.press("en to tre <ctrl-shift-left><ctrl-x>");
    assert_eq!(table.shown(), "en to |");
    table.press("<home><ctrl-v>");
    assert_eq!(table.shown(), "tre|en to ");
    table.press("<ctrl-a> x");
    assert_eq!(table.shown(), "x|");
}

#[test]
fn a_large_paste_is_one_submission_in_order() {
    let mut table = Table::new();
    table.press("for efter <home><ctrl-right>");
    let before = table.bench.journal.len();
    let lines: Vec<String> = (0..2_000)
        .map(|n| format!("linje {n} med noget tekst i en lang række af ord"))
        .collect();
    table.paste(&format!("A\n{}\nB", lines.join("\r\n")));
    assert_eq!(table.bench.journal.len(), before + 1);
    let shown = table.shown();
    let rows: Vec<&str> = shown.split('\n').collect();
    assert_eq!(rows.len(), 2_002);
    assert_eq!((rows[0], rows[2_001]), ("for A", "B|efter"));
    assert_eq!(rows[1..2_001], lines);
    table.press("x");
    assert!(table.shown().ends_with("\nBx|efter"));
}

#[test]
fn pasted_text_is_cleaned() {
    let mut table = Table::new();
    table.paste("a\u{1b}[31mb\u{202e}c\td");
    assert_eq!(table.shown(), "abc d|");
}
