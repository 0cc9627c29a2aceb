use super::*;
use crate::domain::letter::{OutboxRow, Outgoing};

#[test]
fn mails_in_trouble_come_before_late_actions_and_those_that_wait_last() {
    let row = |number: u128, waiting, trouble, replies, files| OutboxRow {
        meeting: Id::from_bits(number << 64),
        label: String::new(),
        mails: Outgoing {
            waiting,
            trouble,
            replies,
            files,
        },
    };
    let reported = ActionRow {
        reported: Some(day(TODAY)),
        ..action(2, 1, "2026-11-01")
    };
    let home = Home {
        meetings: vec![meeting(1, "2026-12-26", Stage::Plan)],
        actions: vec![action(1, 1, "2026-11-01"), reported],
        outbox: vec![row(1, 2, 1, 3, 0), row(2, 1, 0, 0, 0), row(3, 0, 0, 0, 2)],
        ..Home::default()
    };
    assert_eq!(order(&home), "4O6544");
    let all = todo(&home, day(TODAY));
    let way = |at: usize| all[at].way();
    assert_eq!(
        (way(0).0, way(0).1.meeting),
        ("letters", Some(Id::from_bits(1 << 64)))
    );
    assert_eq!(
        (way(2).0, way(2).1.action),
        ("go-followup", Some(Id::from_bits(2)))
    );
    let ids: std::collections::BTreeSet<Id> = all.iter().map(Todo::id).collect();
    assert_eq!(ids.len(), all.len());
}
