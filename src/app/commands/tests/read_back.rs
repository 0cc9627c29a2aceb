//! Read-back: the chair says yes to a decision's words.

use crate::app::writing::tests::Table;
use crate::domain::minutes::{Entry, ReadBack};
use crate::locale::Key;

fn first(table: &Table) -> Entry {
    table.minutes().entries.values().next().unwrap().clone()
}

#[test]
fn a_decision_stands_as_it_was_read_until_its_words_change() {
    let mut table = Table::new();
    table.press("b: Vi mødes i Vejle <esc> j");
    assert_eq!(first(&table).read_back(), ReadBack::Stands);
    table.press("!");
    assert_eq!(first(&table).read_back(), ReadBack::Changed);
    table.press("<backspace>");
    assert_eq!(first(&table).read_back(), ReadBack::Stands);
    let entry = first(&table).id;
    let target = table.bench.app.target();
    let line = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    table
        .bench
        .call(line(&["read-back", "--off", &entry.to_string()]), target);
    assert_eq!(first(&table).read_back(), ReadBack::Not);
    assert_eq!(first(&table).read_hash, "");
}

#[test]
fn only_decisions_are_read_back() {
    let mut table = Table::new();
    table.press("Et notat");
    let target = table.bench.app.target();
    table.bench.call(vec!["read-back".to_owned()], target);
    assert_eq!(
        table.bench.why(),
        table.bench.app.locale.text(Key::ErrorNothingRead)
    );
}
