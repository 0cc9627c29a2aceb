//! The minutes as they look, in both sizes.

use crate::app::context::Target;
use crate::app::input::{Mouse, MouseKind};
use crate::app::writing::tests::Table;
use crate::ui::picture::picture;

use super::{heed, place_at};

/// Minutes with every kind of paragraph.
fn written() -> Table {
    let mut table = Table::new();
    table
        .press("<ctrl-down> Ulla Berg gennemgik begrebet og viste tre eksempler: <enter>")
        .press("- <space>fælles borgerinddragelse i Middelfart og Odense <enter>")
        .press("frivillige og fagprofessionelle lærer sammen <enter><enter>")
        .press("b:<space>Netværket vælger \"Frivillige\" og \"Unge i udsatte boligområder\" som fælles indsatser i 2027. <enter>")
        .press("o:<space>bo:<space>Send oplæg til alle, senest 1/12 <enter>")
        .press("p:<space>husk kaffen <enter>")
        .press("Aabenraa vil gerne være vært for");
    table
}

#[test]
fn minutes_own_the_small_screen() {
    insta::assert_snapshot!(picture(&written().bench.app));
}

#[test]
fn minutes_stand_beside_the_column() {
    insta::assert_snapshot!(picture(&written().sized(200, 50).bench.app));
}

/// Calls a command about the meeting and the item the caret is in.
fn run(table: &mut Table, words: &[&str]) {
    let target = Target {
        meeting: Some(table.meeting),
        item: table.bench.app.desk().and_then(|desk| desk.item),
        ..Target::default()
    };
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    table.bench.call(words, target);
    table.bench.settle();
}

fn shown(table: &Table, text: &str) -> bool {
    picture(&table.bench.app).contains(text)
}

#[test]
fn a_correction_is_shown_below_a_sentence_edited_by_hand_while_it_differs() {
    let mut table = Table::new();
    let says = "Fremmødet siger nu";
    run(&mut table, &["check-in", "--at=10:38", "bo"]);
    table.press("<ctrl-home><end><left><space>og tog ordet");
    assert!(shown(
        &table,
        "Kl. 10.38 ankom Bo Friis (Vejle) og tog ordet."
    ));
    assert!(!shown(&table, says), "nothing was corrected");
    run(
        &mut table,
        &["attendance-set", "--at=10:40", "bo", "present"],
    );
    assert!(shown(
        &table,
        "Kl. 10.38 ankom Bo Friis (Vejle) og tog ordet."
    ));
    let corrected = format!(" ! {says}: Kl. 10.40 ankom Bo Friis (Vejle).");
    assert!(shown(&table, &corrected), "{}", picture(&table.bench.app));
    // Written by hand, it no longer differs.
    table.press("<ctrl-home>").press(&"<right>".repeat(9));
    table.press("<backspace><backspace>40");
    assert!(shown(
        &table,
        "Kl. 10.40 ankom Bo Friis (Vejle) og tog ordet."
    ));
    assert!(!shown(&table, says));
    run(&mut table, &["attendance-set", "bo", "apologies"]);
    let gone = format!("{says}: Bo Friis (Vejle) – afbud");
    assert!(shown(&table, &gone), "{}", picture(&table.bench.app));
}

#[test]
fn a_letter_after_esc_lets_the_sentence_follow_attendance_again() {
    let mut table = Table::new();
    run(&mut table, &["check-in", "--at=10:38", "bo"]);
    table.press("<ctrl-home><end><left><space>og tog ordet<esc>");
    assert!(shown(&table, "t ret efter fremmødet"));
    table.press("<esc>");
    run(
        &mut table,
        &["attendance-set", "--at=10:40", "bo", "present"],
    );
    let remark = "Fremmødet siger nu: Kl. 10.40 ankom Bo Friis (Vejle). – Esc t";
    assert!(shown(&table, remark), "{}", picture(&table.bench.app));
    table.press("<esc>t");
    let sentence = "Kl. 10.40 ankom Bo Friis (Vejle).";
    assert!(shown(&table, sentence), "{}", picture(&table.bench.app));
    assert!(!shown(&table, "og tog ordet"));
    table.press("<down><down><esc>");
    assert!(
        !shown(&table, "ret efter fremmødet"),
        "nothing to follow here"
    );
}

#[test]
fn who_speaks_without_being_noted_as_there_is_remarked_on_gently() {
    let mut table = Table::new();
    table.press("bo:<space>vi er imod");
    let says = "! Bo Friis er ikke noteret som mødt – Esc m åbner fremmødet";
    assert!(shown(&table, says), "{}", picture(&table.bench.app));
    // Through the door it goes, and what was said stays.
    table.press("<esc>m bo <enter><esc>");
    assert!(!shown(&table, "noteret som mødt"));
    assert!(shown(&table, "Bo Friis: vi er imod"));
    // Whoever has said something and goes later was there.
    run(&mut table, &["check-out", "--at=10:30", "bo"]);
    assert!(!shown(&table, "noteret som gået"));
    table.bench.set_clock("2026-11-26T10:31");
    table.press("<ctrl-end><enter> bo:<space>farvel");
    let says = "! Bo Friis er noteret som gået – Esc m åbner fremmødet";
    assert!(shown(&table, says), "{}", picture(&table.bench.app));
    run(&mut table, &["apologies", "åse"]);
    table.press("<enter> åse:<space>hilser");
    assert!(shown(&table, "! Åse Østergaard har meldt afbud"));
}

#[test]
fn the_strip_names_its_letters() {
    let mut table = written();
    table.press("<esc>");
    let shown = picture(&table.bench.app);
    insta::assert_snapshot!(shown.lines().last().unwrap_or_default());
}

#[test]
fn the_caret_stays_in_sight() {
    let mut table = written();
    for _ in 0..30 {
        table.press("<enter> Endnu et afsnit");
    }
    insta::assert_snapshot!(picture(&table.bench.app));
    table.press("<ctrl-home>");
    assert!(picture(&table.bench.app).contains("Ulla Berg gennemgik"));
}

#[test]
fn the_sentence_about_a_vote_is_seen_and_writing_goes_on_below_it() {
    let mut table = written();
    run(&mut table, &["check-in", "bo"]);
    let vote = ["vote-open", "--for=1", "--about=Vært i Aabenraa"];
    let sentence = "Vært i Aabenraa blev enstemmigt vedtaget med 1 stemme.";
    for _ in 0..12 {
        table.press("<enter> Endnu et afsnit");
    }
    // In the middle of the text the letter stays, and the end comes into sight as far as it can.
    table.press(&"<up>".repeat(6));
    let before = table.shown();
    run(&mut table, &vote);
    assert!(shown(&table, sentence), "{}", picture(&table.bench.app));
    assert_eq!(table.shown(), format!("{before}\nvote: {sentence}"));
    // At the end of the text it is gone on below.
    table.press("<ctrl-end>");
    run(&mut table, &["vote-remove"]);
    table.press("<ctrl-end><enter> Der blev stemt.");
    run(&mut table, &vote);
    assert!(shown(&table, sentence), "{}", picture(&table.bench.app));
    table.press("Så gik vi videre.");
    let text = table.shown();
    assert!(
        text.ends_with(&format!(
            "Der blev stemt.\nvote: {sentence}\nSå gik vi videre.|"
        )),
        "{text}"
    );
}

#[test]
fn the_mouse_finds_the_letter_under_it() {
    let mut table = written();
    let shown = picture(&table.bench.app);
    let (y, line) = shown
        .lines()
        .enumerate()
        .find(|(_, line)| line.contains("indsatser i 2027."))
        .unwrap();
    let x = line.find("2027").unwrap();
    let kind = MouseKind::Press;
    let (x, y) = (x as u16, y as u16);
    heed(&mut table.bench.app, Mouse { kind, x, y });
    table.press("år");
    assert!(picture(&table.bench.app).contains("indsatser i år2027."));
    assert_eq!(place_at(&table.bench.app, 5, 0), None);
}

#[test]
fn the_wheel_scrolls_and_the_caret_stays_in_sight() {
    let mut table = written();
    for number in 0..30 {
        table.press(&format!("<enter> Afsnit {number}"));
    }
    let before = table.bench.journal.len();
    let shown = picture(&table.bench.app);
    let mut turn = |kind| {
        heed(&mut table.bench.app, Mouse { kind, x: 5, y: 9 });
        picture(&table.bench.app)
    };
    let up = turn(MouseKind::ScrollUp);
    assert!(shown.contains("Afsnit 29") && !up.contains("Afsnit 29"));
    for _ in 0..40 {
        turn(MouseKind::ScrollUp);
    }
    assert!(turn(MouseKind::ScrollUp).contains("Ulla Berg gennemgik"));
    for _ in 0..40 {
        turn(MouseKind::ScrollDown);
    }
    assert!(turn(MouseKind::ScrollDown).contains("Afsnit 29"));
    assert_eq!(table.bench.journal.len(), before);
    table.press("x");
    assert!(
        picture(&table.bench.app).contains('x'),
        "typing goes on in what is seen"
    );
}
