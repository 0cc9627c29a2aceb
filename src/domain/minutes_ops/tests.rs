use super::*;
use crate::domain::agenda::ItemKind;
use crate::domain::due::Due;
use crate::domain::fixture::{
    Builder, MEETING, apply_to_meeting, apply_to_network, at, day, id, ids,
};
use crate::domain::network::{ActionStatus, Owner};

fn two_items() -> Meeting {
    Builder::planned()
        .item(1, ItemKind::Discussion, 30)
        .item(2, ItemKind::Decision, 30)
        .done()
}

fn statuses(meeting: &Meeting) -> Vec<&'static str> {
    let agenda = meeting.agenda();
    agenda.iter().map(|item| item.status.name()).collect()
}

#[test]
fn a_meeting_goes_from_item_to_item_and_is_closed() {
    let mut new = ids();
    let meeting = two_items();
    let meeting = apply_to_meeting(&meeting, &start_meeting(&meeting, at("09:30"), &mut new));
    assert_eq!(meeting.head.started_at, Some(at("09:30")));
    assert_eq!(statuses(&meeting), ["current", "planned"]);
    let next = start_next(&meeting, at("09:52"), &mut new).unwrap();
    let meeting = apply_to_meeting(&meeting, &next);
    assert_eq!(statuses(&meeting), ["done", "current"]);
    assert_eq!(meeting.used_ms(id(1), at("11:00")), 22 * 60_000);
    assert_eq!(start_next(&meeting, at("10:00"), &mut new), None);
    let again = start_item(&meeting, id(1), at("10:10"), &mut new);
    let meeting = apply_to_meeting(&meeting, &again);
    assert_eq!(statuses(&meeting), ["current", "done"]);
    let meeting = apply_to_meeting(&meeting, &close_meeting(&meeting, at("10:20")));
    assert_eq!(meeting.used_ms(id(1), at("11:00")), 32 * 60_000);
    assert_eq!(statuses(&meeting), ["done", "done"]);
    assert_eq!(meeting.head.current, None);
    assert_eq!(meeting.head.ended_at, Some(at("10:20")));
    let open = apply_to_meeting(&meeting, &reopen_meeting(&meeting));
    assert_eq!(open.head.ended_at, None);
}

#[test]
fn the_current_item_is_not_started_twice() {
    let mut new = ids();
    let meeting = two_items();
    let meeting = apply_to_meeting(&meeting, &start_meeting(&meeting, at("09:30"), &mut new));
    assert!(start_item(&meeting, id(1), at("09:40"), &mut new).is_empty());
}

#[test]
fn an_objection_deadline_is_a_working_day() {
    let cases = [
        ("2026-11-26", None, "2026-12-10"),
        ("2026-11-28", None, "2026-12-14"),
        ("2026-12-10", None, "2026-12-28"),
        ("2026-11-26", Some(5), "2026-12-01"),
    ];
    for (sent, days, deadline) in cases {
        let mut network = Network::default();
        network.head.comment_days = days;
        assert_eq!(
            objection_deadline(&network, day(sent)),
            day(deadline),
            "{sent}"
        );
    }
}

#[test]
fn an_action_has_a_record_from_entry_to_approval() {
    let mut new = ids();
    let meeting = Builder::planned()
        .item(1, ItemKind::Discussion, 30)
        .entry(50, 1, EntryKind::Note, "Send oplæg")
        .done();
    let network = Network::default();
    let entry = &meeting.entries[&id(50)];
    let ops = entry_to_action(&meeting, entry, &mut new);
    let mut meeting = apply_to_meeting(&meeting, &ops);
    let network = apply_to_network(&network, &ops);
    let action = meeting.entries[&id(50)].action.unwrap();
    assert_eq!(network.actions[&action].meeting, Some(id(MEETING)));
    let entry = meeting.entries.get_mut(&id(50)).unwrap();
    entry.owner = Owner::Person(id(1));
    entry.due = Some(Due::Day(day("2026-12-01")));
    let frozen = Frozen {
        at: at("14:00"),
        by: "Netværket".into(),
        outline: "{}".into(),
        hash: "h".into(),
    };
    let ops = approve(&meeting, &network, frozen.clone(), &mut new);
    let meeting = apply_to_meeting(&meeting, &ops);
    let network = apply_to_network(&network, &ops);
    let row = &network.actions[&action];
    assert_eq!((row.text.as_str(), row.frozen), ("Send oplæg", true));
    assert_eq!(row.due, Some(Due::Day(day("2026-12-01"))));
    assert_eq!(row.status, ActionStatus::Open);
    assert_eq!(meeting.head.minutes, MinutesStatus::Approved);
    let meeting = apply_to_meeting(&meeting, &correct(&meeting));
    assert_eq!(meeting.head.minutes, MinutesStatus::Correction);
    let ops = approve(&meeting, &network, frozen, &mut new);
    let meeting = apply_to_meeting(&meeting, &ops);
    assert_eq!(meeting.approval().map(|row| row.version), Some(2));
}

#[test]
fn an_entry_that_is_no_action_any_more_drops_its_record() {
    let mut new = ids();
    let meeting = Builder::planned().item(1, ItemKind::Discussion, 30).done();
    let entry = Entry {
        id: new(),
        item: id(1),
        kind: EntryKind::Action,
        text: "Send oplæg".into(),
        ..Entry::default()
    };
    let ops = add_entry(&meeting, entry.clone(), &mut new);
    let meeting = apply_to_meeting(&meeting, &ops);
    let network = apply_to_network(&Network::default(), &ops);
    let ops = set_kind(
        &meeting,
        &meeting.entries[&entry.id],
        EntryKind::Note,
        &mut new,
    );
    let after = apply_to_network(&network, &ops);
    assert!(after.actions.values().all(|action| action.removed));
    assert_eq!(
        apply_to_meeting(&meeting, &ops).entries[&entry.id].action,
        None
    );
    let back = ops.iter().rev().map(|op| op.inverse().unwrap());
    let back: Vec<DocOp> = back.collect();
    assert_eq!(apply_to_network(&after, &back), network);
}

#[test]
fn sending_sets_status_day_and_deadline() {
    let meeting = two_items();
    let ops = send_minutes(&meeting, &Network::default(), None, at("14:00"));
    let head = apply_to_meeting(&meeting, &ops).head;
    assert_eq!(head.minutes, MinutesStatus::ForComments);
    assert_eq!(head.objection_deadline, Some(day("2026-12-10")));
}

#[test]
fn an_action_whose_entry_is_gone_counts_nowhere() {
    let mut new = ids();
    let meeting = Builder::planned()
        .item(1, ItemKind::Discussion, 30)
        .entry(50, 1, EntryKind::Note, "Send oplæg")
        .done();
    let ops = entry_to_action(&meeting, &meeting.entries[&id(50)], &mut new);
    let mut meeting = apply_to_meeting(&meeting, &ops);
    let network = apply_to_network(&Network::default(), &ops);
    let action = network.actions.values().next().unwrap();
    assert_eq!(action_facts(Some(&meeting), action).0, "Send oplæg");
    assert!(!is_orphan(&meeting, action));
    meeting.entries.get_mut(&id(50)).unwrap().removed = true;
    assert!(is_orphan(&meeting, action));
    let ops = approve(&meeting, &network, Frozen::default(), &mut new);
    assert!(
        apply_to_network(&network, &ops)
            .actions
            .values()
            .all(|row| row.removed)
    );
}
