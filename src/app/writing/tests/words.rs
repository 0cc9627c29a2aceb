use super::Table;
use crate::app::context::Target;
use crate::domain::id::Id;

#[test]
fn standard_texts_are_chosen_from_a_list() {
    let mut table = Table::new();
    table.press("Vi talte om det. <esc> s <enter>");
    let adopted = "Vi talte om det.\ndecision: Indstillingen tiltrådt.|";
    assert_eq!(table.shown(), adopted);
    table.press("<enter> Slut <ctrl-home><esc> s punktet <enter>");
    assert_eq!(
        table.shown(),
        "Vi talte om det.\nPunktet blev drøftet.|\ndecision: Indstillingen tiltrådt.\nSlut"
    );
    table.press("<ctrl-end><enter><esc> s udsat <enter>");
    assert!(
        table
            .shown()
            .ends_with("\nSlut\ndecision: Udsat til næste møde.|")
    );
}

#[test]
fn leaving_the_list_of_standard_texts_changes_nothing() {
    let mut table = Table::new();
    table.press("et <left>");
    let before = table.bench.journal.len();
    table.press("<esc> s udsat <esc>");
    assert_eq!(table.shown(), "e|t");
    assert_eq!(table.bench.journal.len(), before);
}

#[test]
fn an_annex_is_referred_to_where_the_caret_is() {
    let mut table = Table::new();
    table.press("<esc> v <enter> Notat <enter>");
    assert_eq!(table.minutes().annexes_of(Id::from_bits(100)).len(), 1);
    table.press("Se <esc> v not <enter>");
    assert_eq!(table.shown(), "Se jf. bilag 1a|");
}

#[test]
fn minutes_are_referred_to_by_number_and_item() {
    let mut table = Table::new();
    let other = r#"--network nims meeting-new --title Før --date 2026-03-05"#;
    table.bench.ok(other);
    let label = table.bench.made();
    table
        .bench
        .ok(&format!("--meeting {label} agenda-add Puljen"));
    let (meeting, item) = {
        let meeting = table.bench.meeting(&label);
        (meeting.head.id, meeting.agenda()[0].id)
    };
    let mut refer = |meeting: Id, item: Option<Id>| {
        let mut words = vec!["reference-insert".to_owned(), meeting.to_string()];
        words.extend(item.map(|item| item.to_string()));
        table.bench.call(words, Target::default());
    };
    refer(meeting, Some(item));
    refer(meeting, None);
    refer(Id::from_bits(7), Some(Id::from_bits(101)));
    assert_eq!(
        table.shown(),
        "(jf. referat 1/2026, pkt. 1) (jf. referat 1/2026) (jf. pkt. 2)|"
    );
}
