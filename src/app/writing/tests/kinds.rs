use super::Table;
use crate::domain::due::Due;
use crate::domain::network::Owner;

#[test]
fn english_hands_begin_decision_and_action_with_their_own_letters() {
    let mut table = Table::new();
    table.press("a:<space>mulighed <enter> d:<space>en anden");
    assert_eq!(
        table.shown(),
        "a: mulighed\nd: en anden|",
        "plain in Danish"
    );
    let mut table = Table::new();
    table.bench.app.locale = crate::locale::Locale::new(crate::locale::Language::English);
    table.press(
        "d:<space>Two efforts. <enter> a:<space>Book the room <enter> e.g.<space>a:<space>b",
    );
    assert_eq!(
        table.shown(),
        "decision: Two efforts.\naction: Book the room\ne.g. a: b|"
    );
}

#[test]
fn prefixes_turn_into_kinds_and_back() {
    let mut table = Table::new();
    table.press("b:<space>Netværket");
    assert_eq!(table.shown(), "decision: Netværket|");
    table.press("<home><backspace>");
    assert_eq!(table.shown(), "b: |Netværket");
    let mut table = Table::new();
    table.press("Beslutning:Ja <enter> Nej");
    assert_eq!(table.shown(), "decision: Ja\nNej|");
    table.press("<up><home><backspace>");
    assert_eq!(table.shown(), "|Ja\nNej");
}

#[test]
fn after_a_private_note_one_writes_minutes_again() {
    let mut table = Table::new();
    table.press("p:<space>husk kaffe <enter> Karen bød velkommen");
    assert_eq!(table.shown(), "private: husk kaffe\nKaren bød velkommen|");
    table.press("<up><home><ctrl-right><enter>");
    assert_eq!(
        table.shown(),
        "private: husk \nprivate: |kaffe\nKaren bød velkommen"
    );
    let mut table = Table::new();
    table.press("p:<space>husk");
    table.paste(" at\nringe til Bo\nom kaffe");
    assert_eq!(
        table.shown(),
        "private: husk at\nprivate: ringe til Bo\nprivate: om kaffe|"
    );
}

#[test]
fn list_marks_make_list_paragraphs() {
    let mut table = Table::new();
    table.press("- <space>et <enter> to <tab><enter> tre <enter><enter> fire");
    assert_eq!(table.shown(), "- et\n  - to\n  - tre\nfire|");
    table.press("<enter>1.<space>en <enter> to");
    assert!(table.shown().ends_with("\nfire\n1. en\n2. to|"));
    let mut table = Table::new();
    table.press("- <space>et <enter> -<space>to <enter> 3.<space>tre");
    assert_eq!(table.shown(), "- et\n- to\n1. tre|");
}

#[test]
fn an_action_has_its_record_and_reads_owner_and_deadline() {
    let mut table = Table::new();
    table.press("Opgave:<space>bo:<space>Send oplæg, senest 1/12 <enter>");
    assert_eq!(table.shown(), "action: Send oplæg\n|");
    let network = table.bench.network("nims");
    assert_eq!(
        network.actions.values().filter(|row| !row.removed).count(),
        1
    );
    let bo = table.bench.person("bo-friis").id;
    let entry = table.minutes().entries.values().next().unwrap();
    assert_eq!(entry.owner, Owner::Person(bo));
    assert_eq!(entry.due, Some(Due::from("2026-12-01".to_owned())));
}

#[test]
fn tab_completes_a_participant() {
    let mut table = Table::new();
    table.press("o:<space>åse <tab> Send");
    assert_eq!(table.shown(), "action: Åse Østergaard: Send|");
}

#[test]
fn the_strip_names_kinds_and_goes_to_the_next_item() {
    let mut table = Table::new();
    table.press("Vi mødes <esc> b");
    assert_eq!(table.shown(), "decision: Vi mødes|");
    table.press("<esc> n <esc> p husk");
    assert_eq!(
        (table.item(), table.shown().as_str()),
        (2, "private: husk|")
    );
    assert_eq!(
        table.minutes().head.current,
        table.bench.app.desk().unwrap().item
    );
    table.press("<esc> z");
    assert!(table.bench.app.view.notice.is_some());
    assert_eq!(table.shown(), "private: husk|");
}
