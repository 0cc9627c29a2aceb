use super::Table;
use crate::app::context::Target;
use crate::domain::agenda::ItemStatus;
use crate::domain::draft::add_to_network;
use crate::domain::id::Id;
use crate::domain::network::MeetingRef;

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
fn an_item_put_off_by_a_standard_text_goes_to_the_next_meeting_in_one_step() {
    let mut table = Table::new();
    let network = table.bench.network("nims").head.id;
    let number = MeetingRef {
        id: table.meeting,
        year: 2026,
        number: 1,
        ..MeetingRef::default()
    };
    table.bench.seed(vec![add_to_network(network, number)]);
    let status = |table: &Table, item: usize| table.minutes().agenda()[item].status;
    table.press("<esc> s udsat <enter>");
    assert_eq!(table.shown(), "decision: Udsat til næste møde.|");
    assert_eq!(status(&table, 0), ItemStatus::Deferred);
    let notice = table.bench.app.view.notice.as_ref().unwrap();
    let said = notice.message.render(table.bench.app.locale);
    let open = "Punkt 1 er udsat og følger med, når næste møde oprettes: Velkomst";
    assert_eq!(said, open);
    table.press("<ctrl-z>");
    assert_eq!(status(&table, 0), ItemStatus::Current);
    assert_eq!(table.shown(), "");

    let next = "--network nims meeting-new --title Efter --date 2027-03-05";
    table.bench.ok(next);
    let label = table.bench.made();
    table.press("<ctrl-down><esc> s udsat <enter>");
    assert_eq!(status(&table, 1), ItemStatus::Deferred);
    let carried = |table: &Table| -> Vec<String> {
        let agenda = table.bench.meeting(&label).agenda();
        agenda.iter().map(|item| item.title.clone()).collect()
    };
    assert!(carried(&table).contains(&"Samskabelse på tværs".to_owned()));
    table.press("<ctrl-z>");
    assert_eq!(status(&table, 1), ItemStatus::Planned);
    assert!(!carried(&table).contains(&"Samskabelse på tværs".to_owned()));
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
