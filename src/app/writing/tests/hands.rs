use std::collections::BTreeSet;

use super::Table;
use crate::app::input::{Input, Mouse, MouseKind};
use crate::app::keymap::Keymap;
use crate::app::overlays::Overlay;
use crate::app::screens::meeting::Pane;
use crate::domain::id::Id;
use crate::locale::Key;

fn table(keymap: &str) -> Table {
    let mut table = Table::new();
    table.bench.app.view.keymap = Keymap::shipped(keymap).unwrap();
    table
}

/// Minutes written with Vim's keys, back in normal mode at the start.
fn vim(lines: &str) -> Table {
    let mut table = table("vim");
    table.press("i").paste(lines).press("<esc>").each("gg");
    table
}

impl Table {
    /// Presses letter by letter: a script takes a blank after one for the end of a command.
    fn each(&mut self, letters: &str) -> &mut Self {
        for letter in letters.chars() {
            self.press(&letter.to_string());
        }
        self
    }
}

#[test]
fn vim_begins_in_normal_mode_and_says_which_mode_it_is() {
    let mut table = table("vim");
    let mode = |table: &Table| crate::app::hints::mode(&table.bench.app);
    assert_eq!(mode(&table), Some(Key::ModeNormal));
    table.each("iet to").press("<esc>").each("bi").press("x");
    assert_eq!(
        (mode(&table), table.shown().as_str()),
        (Some(Key::ModeInsert), "et x|to")
    );
    table.press("<esc>").each("ony").press("<esc>").each("v");
    assert_eq!(mode(&table), Some(Key::ModeMarking));
    table.press("<esc>");
    assert_eq!(mode(&table), Some(Key::ModeNormal));
    // Esc, pressed too often, does nothing.
    table
        .press("<esc>")
        .press("<esc>")
        .press("<space>")
        .press("b");
    assert_eq!(table.shown(), "et xto\ndecision: ny|");
}

#[test]
fn the_next_step_names_keys_that_take_it_from_where_the_hands_are() {
    let mut table = table("vim");
    let line = |table: &Table| {
        let app = &table.bench.app;
        crate::app::keyname::in_strip(app, "minutes-next-item").unwrap()
    };
    assert_eq!(line(&table), "Mellemrum n");
    table.press("i");
    assert_eq!(line(&table), "Esc Mellemrum n");
    table.press("<esc><space>n");
    assert_eq!(table.item(), 2);
    assert_eq!(line(&super::Table::new()), "Esc n");
}

#[test]
fn vim_stays_in_normal_mode_where_nothing_may_be_written() {
    let mut table = vim("en");
    let target = crate::app::context::Target {
        meeting: Some(table.meeting),
        ..Default::default()
    };
    table.bench.app.interactive = false;
    for line in ["meeting-close", "minutes-approve"] {
        table.bench.call(vec![line.to_owned()], target);
        table.bench.settle();
    }
    table.bench.app.interactive = true;
    for key in ["i", "o", "O", "A"] {
        table.press(key);
        assert!(!table.bench.app.view.inserting, "{key}");
    }
}

#[test]
fn q_beside_the_text_of_a_running_meeting_asks_first() {
    let mut table = table("default");
    table.press("<shift-tab>q");
    let quits = |table: &Table| {
        let mut effects = table.bench.effects.iter();
        effects.any(|effect| matches!(effect, crate::app::Effect::Quit))
    };
    assert!(!quits(&table));
    table.press("<esc>q<enter>");
    assert!(quits(&table));
}

#[test]
fn vim_moves_by_letters_words_and_paragraphs() {
    for (keys, shown) in [
        ("w", "en |to tre\nfire\nfem"),
        ("2w", "en to |tre\nfire\nfem"),
        ("wb", "|en to tre\nfire\nfem"),
        ("e", "en| to tre\nfire\nfem"),
        ("$", "en to tre|\nfire\nfem"),
        ("$0", "|en to tre\nfire\nfem"),
        ("jj", "en to tre\nfire\n|fem"),
        ("2jk", "en to tre\n|fire\nfem"),
        ("G", "en to tre\nfire\nfem|"),
        ("Ggg", "|en to tre\nfire\nfem"),
        ("3l", "en |to tre\nfire\nfem"),
    ] {
        let mut table = vim("en to tre\nfire\nfem");
        assert_eq!(table.each(keys).shown(), shown, "{keys}");
    }
}

#[test]
fn vim_deletes_changes_and_puts_back() {
    for (keys, shown) in [
        ("dd", "|fire\nfem"),
        ("jdd", "en to tre\n|fem"),
        ("Gdd", "en to tre\n|fire"),
        ("2dd", "|fem"),
        ("ddp", "fire\nen to tre|\nfem"),
        ("Gyyggp", "en to tre\nfem|\nfire\nfem"),
        ("jyyggP", "fire|\nen to tre\nfire\nfem"),
        ("dw", "|to tre\nfire\nfem"),
        ("2dw", "|tre\nfire\nfem"),
        ("wD", "en |\nfire\nfem"),
        ("wd0", "|to tre\nfire\nfem"),
        ("x", "|n to tre\nfire\nfem"),
        ("xp", "ne| to tre\nfire\nfem"),
        ("$x", "en to tre|\nfire\nfem"),
        ("cwJa", "Ja| to tre\nfire\nfem"),
        ("ccJa", "Ja|\nfire\nfem"),
        ("wCJa", "en Ja|\nfire\nfem"),
        ("AJa", "en to treJa|\nfire\nfem"),
        ("wIJa", "Ja|en to tre\nfire\nfem"),
        ("aJa", "eJa|n to tre\nfire\nfem"),
        ("oJa", "en to tre\nJa|\nfire\nfem"),
        ("jOJa", "en to tre\nJa|\nfire\nfem"),
        ("ywwP", "en en |to tre\nfire\nfem"),
        ("J", "en to tre|fire\nfem"),
        ("vwd", "|to tre\nfire\nfem"),
        ("vey$p", "en to treen|\nfire\nfem"),
        ("Vjd", "|\nfem"),
        ("2ddp", "fem\nen to tre\nfire|"),
        ("2ddu", "en to tre|\nfire\nfem"),
        ("2yyGp", "en to tre\nfire\nfem\nen to tre\nfire|"),
        ("ft", "en |to tre\nfire\nfem"),
        ("ftft", "en to |tre\nfire\nfem"),
        ("tt", "en| to tre\nfire\nfem"),
        ("$Fe", "en to tr|e\nfire\nfem"),
        ("fx", "|en to tre\nfire\nfem"),
        ("rX", "|Xn to tre\nfire\nfem"),
        ("rXu", "e|n to tre\nfire\nfem"),
        ("dq", "|en to tre\nfire\nfem"),
    ] {
        let mut table = vim("en to tre\nfire\nfem");
        assert_eq!(table.each(keys).shown(), shown, "{keys}");
    }
}

#[test]
fn a_paragraph_cut_in_vim_is_one_step_of_undo() {
    let mut table = vim("en to tre\nfire\nfem");
    let before = table.bench.journal.len();
    table.each("jdd");
    assert_eq!(table.bench.journal.len(), before + 1);
    table.each("u");
    assert_eq!(table.shown(), "en to tre\nfire|\nfem");
}

#[test]
fn a_command_repeated_by_a_number_is_one_step_of_undo() {
    let mut table = vim("en to tre\nfire\nfem");
    let groups = |table: &Table, count: usize| {
        let journal = table.bench.journal.iter().rev().take(count);
        let groups: BTreeSet<Id> = journal.map(|submission| submission.group).collect();
        groups.len()
    };
    table.each("3x");
    assert_eq!(groups(&table, 3), 1);
    table.each("x");
    assert_eq!(groups(&table, 4), 2);
    table.each("2dw");
    assert_eq!(groups(&table, 2), 1);
}

#[test]
fn emacs_marks_cuts_and_puts_back() {
    for (keys, shown) in [
        ("<ctrl-a><ctrl-k>", "|"),
        ("<ctrl-a><alt-f><ctrl-k><ctrl-a><ctrl-y>", " to tre|en"),
        ("<ctrl-space><alt-b><ctrl-w>", "en to |"),
        (
            "<ctrl-space><alt-b><alt-w><ctrl-a><ctrl-y>",
            "tre|en to tre",
        ),
        ("<ctrl-a><ctrl-d>", "|n to tre"),
        ("<alt-b><ctrl-g><ctrl-b>", "en to| tre"),
        ("<ctrl-space><ctrl-b><ctrl-g><ctrl-b> x", "en to tx|re"),
        ("x <ctrl-x> u", "en to tre|"),
        ("x <ctrl-/>", "en to tre|"),
        ("<ctrl-a><alt-d>", "|to tre"),
        ("<alt-backspace>", "en to |"),
    ] {
        let mut table = table("emacs");
        table.paste("en to tre");
        assert_eq!(table.press(keys).shown(), shown, "{keys}");
    }
}

#[test]
fn a_key_of_emacs_goes_before_the_letter_of_the_same_bytes() {
    let mut table = table("emacs");
    table.press("et <alt-x>");
    let open = table.bench.app.view.overlays.last();
    assert!(matches!(open, Some(Overlay::Palette(_))), "{open:?}");
}

#[test]
fn saving_is_only_told() {
    let mut table = table("emacs");
    table.press("et <ctrl-x><ctrl-s>");
    let notice = table.bench.app.view.notice.as_ref().unwrap();
    assert_eq!(
        notice.message.key(),
        Key::NoticeSaving,
        "the bench never syncs"
    );
    assert_eq!(table.shown(), "et|");
}

#[test]
fn esc_and_a_letter_that_come_as_one_are_two_keys_in_vim() {
    let mut table = table("vim");
    table.each("iet to").press("<alt-b>").each("ix");
    assert_eq!(table.shown(), "et x|to");
}

#[test]
fn a_first_key_waits_for_its_second() {
    let mut table = vim("en");
    let before = table.bench.journal.len();
    table.each("d");
    assert!(table.bench.app.view.first.is_some());
    table.press("<esc>");
    assert!(table.bench.app.view.first.is_none() && table.bench.app.view.notice.is_none());
    table.each("dq");
    assert!(table.bench.app.view.notice.is_some());
    assert_eq!(table.bench.journal.len(), before);
}

#[test]
fn the_mouse_is_listened_to_by_who_wants_it() {
    let mut table = Table::new();
    let wants = |table: &Table| table.bench.app.wants_mouse();
    assert!(!wants(&table));
    table.bench.ok("mouse on");
    assert!(wants(&table));
    let before = table.bench.journal.len();
    table.bench.ok("mouse on");
    assert_eq!(table.bench.journal.len(), before);
    table.bench.ok("mouse off");
    assert!(!wants(&table));
}

#[test]
fn the_wheel_goes_through_the_list_in_front() {
    let mut table = Table::new();
    let turn = |table: &mut Table, kind| {
        let mouse = Mouse { kind, x: 5, y: 5 };
        table.bench.input(Input::Mouse(mouse));
    };
    table.press("<esc> g <home>");
    let selected = |table: &Table| table.bench.app.desk().unwrap().agenda.selected;
    let first = selected(&table);
    turn(&mut table, MouseKind::ScrollDown);
    assert_eq!(selected(&table), Some(Id::from_bits(102)));
    table.press("<ctrl-k>");
    turn(&mut table, MouseKind::ScrollDown);
    assert_eq!(
        selected(&table),
        Some(Id::from_bits(102)),
        "the palette is in front"
    );
    table.press("<esc>");
    turn(&mut table, MouseKind::ScrollUp);
    assert_eq!(selected(&table), first);
}

#[test]
fn shift_tab_leads_out_of_the_text_where_it_has_no_list_to_change() {
    let mut table = Table::new();
    let focus = |table: &Table| table.bench.app.desk().unwrap().focus;
    table.press("- <space>et <enter> to <tab><shift-tab>");
    assert_eq!(
        (focus(&table), table.shown().as_str()),
        (Pane::Minutes, "- et\n- to|")
    );
    table.press("<enter><enter> Hej <shift-tab>");
    assert_eq!(focus(&table), Pane::Actions);
    table.press("<tab>!");
    assert_eq!(table.shown(), "- et\n- to\nHej!|");
}
