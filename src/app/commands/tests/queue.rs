//! The speaker list as lines of commands, in the minutes' own language, and in its panel.

use super::super::scene::{bench, meeting, on, play};
use crate::app::overlays::Overlay;
use crate::app::overlays::panel::Panel;
use crate::app::testing::Bench;
use crate::app::writing::tests::Table;
use crate::locale::Key;

#[test]
fn people_ask_reply_speak_and_the_list_is_closed() {
    let mut bench = bench();
    bench.ok(&on("invite"));
    play(
        &mut bench,
        &[
            ("09:31", "meeting-start", "Mødet er åbnet kl. 09.31"),
            (
                "09:32",
                "queue-add bo --note Budgettet",
                "Talerliste: Bo Friis",
            ),
            (
                "09:32",
                "queue-add karen",
                "Talerliste: Bo Friis, Karen Lund",
            ),
            (
                "09:33",
                "queue-floor",
                "Ordet: Bo Friis · derefter Karen Lund",
            ),
            (
                "09:34",
                "queue-add ane --reply",
                "Ordet: Bo Friis · derefter Ane Friis (replik), Karen Lund",
            ),
            ("09:35", "queue-limit 3", "Taletid: højst 3 min til hver"),
            (
                "09:36",
                "queue-move karen up",
                "Ordet: Bo Friis · derefter Karen Lund, Ane Friis (replik)",
            ),
            (
                "09:37",
                "queue-close",
                "Ordet: Bo Friis · derefter Karen Lund, Ane Friis (replik) · talerlisten er lukket",
            ),
        ],
    );
    assert_eq!(bench.fails(&on("queue-add aase")), Key::ErrorQueueClosed);
    insta::assert_snapshot!(bench.why(), @"Talerlisten blev lukket kl. 09.37, så Åse Olsen er ikke skrevet på. En replik kan tages; ellers skal listen åbnes igen");
    assert_eq!(bench.fails(&on("queue-move aase 1")), Key::ErrorNotWaiting);
    bench.ok(&on("queue-add aase --anyway"));
    play(
        &mut bench,
        &[
            (
                "09:38",
                "queue-remove aase",
                "Ordet: Bo Friis · derefter Karen Lund, Ane Friis (replik) · talerlisten er lukket",
            ),
            (
                "09:39",
                "item-next",
                "Punkt 2 er i gang: Indsatser. 2 står stadig på talerlisten",
            ),
            (
                "09:40",
                "queue-tell",
                "Talerliste: Karen Lund, Ane Friis (replik)",
            ),
            (
                "09:41",
                "item-next --queue drop",
                "Punkt 3 er i gang: Eventuelt",
            ),
        ],
    );
    let bo = bench.person("bo-friis").id;
    assert_eq!(meeting(&bench).spoken_ms(bo, 0), 6 * 60_000);
    assert_eq!(bench.fails(&on("queue-floor")), Key::QueueEmpty);
}

#[test]
fn the_lines_of_the_minutes_say_the_same() {
    let mut table = Table::new();
    table.press("q+ bo om budgettet <enter> taler+ åse <enter> ack bo <enter>");
    assert_eq!(table.shown(), "|");
    let names = |table: &Table| {
        let register = table.bench.app.register();
        let rows = table.minutes().waiting();
        let name = |id| register.name_of(id).to_owned();
        rows.iter().map(|row| name(row.person)).collect::<Vec<_>>()
    };
    let note = |table: &Table| table.minutes().floor().unwrap().note.clone();
    assert_eq!(note(&table), "budgettet");
    assert_eq!(names(&table), ["Åse Østergaard"]);
    table.press("replik: bo <enter>");
    assert_eq!(names(&table), ["Bo Friis", "Åse Østergaard"]);
    table.press("ack <enter> #luk <enter> q- åse <enter> q+ åse <enter>");
    assert!(names(&table).is_empty());
    assert_eq!(table.shown(), "q+ åse\n|", "what is refused stays as text");
    table.press("#åbn talerlisten <enter> q+ åse <enter> q? <enter>");
    assert_eq!(names(&table), ["Åse Østergaard"]);
    assert_eq!(table.shown(), "q+ åse\n|");
}

fn panel(bench: &Bench) -> &Panel {
    match bench.app.view.overlays.last() {
        Some(Overlay::Panel(panel)) => panel,
        _ => panic!("no panel"),
    }
}

fn rows(table: &Table) -> String {
    let rows = panel(&table.bench).rows(&table.bench.app).into_iter();
    let lines = rows.map(|row| format!("{}|{}|{}", row.sign, row.text, row.right));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_panel_takes_names_gives_the_floor_and_moves() {
    let mut table = Table::new();
    table.press("<esc> q bo <enter> åse <enter>");
    table.press("<down><ctrl-up><enter>");
    insta::assert_snapshot!(rows(&table));
    table.press("<down><tab>");
    assert!(
        rows(&table).contains("1  Bo Friis (replik)"),
        "{}",
        rows(&table)
    );
    table.press("<esc> Tekst");
    assert_eq!(table.shown(), "Tekst|");
}

#[test]
fn a_name_that_does_not_wait_is_offered_and_may_come_first() {
    let mut table = Table::new();
    table.press("<esc> q åse <enter> fri");
    let offered = rows(&table);
    assert!(offered.contains("Bo Friis (Vejle)"), "{offered}");
    assert!(!offered.contains("Taletid"), "{offered}");
    table.press("<tab>");
    let listed = rows(&table);
    assert!(listed.contains("1  Bo Friis (replik)"), "{listed}");
    assert!(listed.contains("2  Åse Østergaard"), "{listed}");
}

#[test]
fn the_next_item_asks_what_becomes_of_those_who_wait() {
    let mut table = Table::new();
    let item = |table: &Table| table.minutes().head.current;
    table.press("<esc> n");
    let first = item(&table);
    table.press("q+ bo <enter> <esc> n");
    assert_eq!(item(&table), first, "it is asked first");
    insta::assert_snapshot!(rows(&table));
    table.press("2");
    assert_ne!(item(&table), first);
    assert!(table.minutes().waiting().is_empty());
}
