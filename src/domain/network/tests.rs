use super::*;

#[test]
fn a_number_is_left_open_until_the_journal_gives_it() {
    use crate::domain::fold::Doc;
    use crate::domain::op::{DocId, Edit, Op};
    let op = |id| {
        let row = MeetingRef {
            id: Id::from_bits(id),
            year: 2026,
            ..MeetingRef::default()
        };
        Op::Network(Edit::Add(NetworkRecord::Meeting(row)))
    };
    let mut doc = Doc::empty(DocId::Network(Id::from_bits(9)));
    doc.apply(&op(1));
    doc.foresee(&op(2));
    doc.foresee(&op(3));
    // Another's, which the journal has.
    doc.apply(&op(4));
    let Doc::Network(network) = doc else {
        panic!("no network");
    };
    let rows = network.meetings.values();
    let labels: Vec<String> = rows.map(|row| row.label("nims")).collect();
    assert_eq!(
        labels,
        ["nims-2026-1", "nims-2026-~1", "nims-2026-~2", "nims-2026-2"]
    );
    assert_eq!(network.next_number(2026), 3);
}

#[test]
fn meetings_are_named_as_in_documents() {
    for (label, name) in [
        ("nims-2026-3", "NIMS 3/2026"),
        ("ung-vest-2027-12", "UNG-VEST 12/2027"),
        ("nims-2026-~", "NIMS ~/2026"),
        ("nims-2026-~2", "NIMS ~2/2026"),
        ("", ""),
    ] {
        assert_eq!(meeting_name(label), name);
    }
}
