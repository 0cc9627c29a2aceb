//! Spelling in the minutes: asked about in a pause, corrected with one key, taught, turned off.

use crate::app::overlays::Overlay;
use crate::app::spelling::Ask;
use crate::app::writing::tests::Table;
use crate::app::{Effect, Msg};
use crate::domain::secretariat::Language;
use crate::locale::Key;

fn asked(table: &mut Table) -> Option<Ask> {
    let effects = std::mem::take(&mut table.bench.effects);
    effects.into_iter().rev().find_map(|effect| match effect {
        Effect::Spell(ask) => Some(ask),
        _ => None,
    })
}

fn hear(table: &mut Table, msg: Msg) {
    let effects = table.bench.app.update(msg);
    table.bench.effects.extend(effects);
}

/// A pause in the typing; what is asked then is answered: these words are wrong.
fn pause(table: &mut Table, wrong: &[&str]) -> Vec<String> {
    hear(table, Msg::Tick);
    let Some(Ask::Words(language, words)) = asked(table) else {
        return Vec::new();
    };
    let said = words
        .iter()
        .map(|word| (word.clone(), !wrong.contains(&word.as_str())));
    hear(table, Msg::Spelled(language, said.collect()));
    words
}

fn wrong(table: &Table) -> Vec<String> {
    let entry = table.minutes().entries.values().next().unwrap();
    let spelling = &table.bench.app.view.spelling;
    let ranges = spelling.wrong(&entry.text, None).into_iter();
    ranges.map(|range| entry.text[range].to_owned()).collect()
}

#[test]
fn words_are_asked_about_once_and_names_never() {
    let mut table = Table::new();
    table.press("Bo Friis og Odenses refferat");
    assert_eq!(asked(&mut table), None, "nothing is asked while one types");
    assert_eq!(pause(&mut table, &["refferat"]), ["og", "refferat"]);
    assert_eq!(wrong(&table), ["refferat"]);
    table.press("<space>er godt");
    assert_eq!(pause(&mut table, &[]), ["er", "godt"]);
}

#[test]
fn a_digit_puts_the_right_word_in_and_undo_takes_it_back() {
    let mut table = Table::new();
    table.press("Et refferat, et refferat");
    pause(&mut table, &["refferat"]);
    table.press("<esc> c");
    let near = Ask::Near(Language::Danish, "refferat".into());
    assert_eq!(asked(&mut table), Some(near));
    hear(
        &mut table,
        Msg::Near("refferat".into(), vec!["referat".into()]),
    );
    let Some(Overlay::Panel(panel)) = table.bench.app.view.overlays.last() else {
        panic!();
    };
    let rows: Vec<String> = panel
        .rows(&table.bench.app)
        .iter()
        .map(|row| row.text.clone())
        .collect();
    insta::assert_snapshot!(rows.join("\n"));
    table.press("1");
    assert_eq!(table.shown(), "Et referat, et referat|");
    table.press("<ctrl-z>");
    assert!(table.shown().contains("refferat"), "{}", table.shown());
}

#[test]
fn an_abbreviation_keeps_one_full_stop() {
    let mut table = Table::new();
    table.press("Se pgt. 3");
    pause(&mut table, &["pgt"]);
    table.press("<esc> c");
    asked(&mut table);
    hear(&mut table, Msg::Near("pgt".into(), vec!["pkt.".into()]));
    table.press("1");
    assert!(table.shown().starts_with("Se pkt. 3"), "{}", table.shown());
}

#[test]
fn a_word_taught_to_the_network_is_right_and_can_be_taken_out() {
    let mut table = Table::new();
    table.press("Vi spurgte Kompasset");
    pause(&mut table, &["Kompasset"]);
    table.press("<esc> c +");
    assert_eq!(table.bench.network("nims").own_word_list().len(), 1);
    pause(&mut table, &["Kompasset"]);
    assert!(wrong(&table).is_empty());
    table.bench.ok("--network nims word-remove kompasset");
    pause(&mut table, &["Kompasset"]);
    assert_eq!(wrong(&table), ["Kompasset"]);
    let line = "--network nims word-add \"to ord\"";
    assert_eq!(table.bench.fails(line), Key::ErrorOneWord);
}

#[test]
fn one_key_turns_it_off_and_on_for_the_person() {
    let mut table = Table::new();
    table.press("Et refferat");
    pause(&mut table, &["refferat"]);
    table.press("<esc> z");
    assert!(wrong(&table).is_empty());
    assert!(pause(&mut table, &["refferat"]).is_empty());
    table.press("<esc> z");
    assert_eq!(pause(&mut table, &["refferat"]), ["Et", "refferat"]);
}

#[test]
fn without_a_dictionary_nothing_is_asked_again() {
    let mut table = Table::new();
    table.press("Et refferat");
    pause(&mut table, &[]);
    hear(&mut table, Msg::Unspelled(Language::Danish));
    table.press("<space>mere");
    assert!(pause(&mut table, &[]).is_empty());
    table.press("<esc> c");
    let notice = table.bench.app.view.notice.clone().unwrap();
    assert_eq!(notice.message.key(), Key::ErrorNoDictionary);
}

#[test]
fn the_word_list_is_seen_and_words_come_and_go_in_it() {
    let mut table = Table::new();
    table.press("<ctrl-k>words<enter>");
    table.press("+Tobakken<enter>");
    table.press("+Allerød<enter>");
    let words = |table: &Table| -> Vec<String> {
        let rows = table.bench.network("nims");
        let rows = rows.own_word_list().into_iter();
        rows.map(|row| row.text.clone()).collect()
    };
    assert_eq!(words(&table).len(), 2);
    table.press("Toba<del>");
    assert_eq!(words(&table), ["Allerød"]);
}
