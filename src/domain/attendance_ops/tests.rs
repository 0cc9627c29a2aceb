use super::*;
use crate::domain::agenda::{ItemKind, ItemStatus};
use crate::domain::fixture::{Builder, apply_to_meeting, at, id, ids};

fn before() -> Meeting {
    Builder::planned()
        .item(300, ItemKind::Discussion, 30)
        .person(1, 10, Rsvp::Yes)
        .person(2, 10, Rsvp::No)
        .person(3, 11, Rsvp::NoAnswer)
        .done()
}

fn running() -> Meeting {
    let mut meeting = before();
    meeting.head.started_at = Some(at("09:30"));
    meeting.head.current = Some(id(300));
    meeting
}

fn door<'a>(meeting: &'a Meeting, time: &str) -> Door<'a> {
    Door {
        meeting,
        at: at(time),
        by: "karen",
    }
}

#[test]
fn coming_before_the_meeting_writes_no_entry() {
    let meeting = before();
    let step = door(&meeting, "09:10").check_in(id(1), &mut ids());
    assert_eq!((step.ops.len(), step.said), (1, None));
    let meeting = apply_to_meeting(&meeting, &step.ops);
    assert_eq!(meeting.attendance_of(id(1)), Attendance::Present);
    let again = door(&meeting, "09:15").check_in(id(1), &mut ids());
    let since = at("09:10");
    assert_eq!(again, said(Remark::AlreadyHere { since }));
}

#[test]
fn who_sent_apologies_is_checked_in_and_it_is_said() {
    let meeting = before();
    let step = door(&meeting, "09:10").check_in(id(2), &mut ids());
    assert_eq!(step.said, Some(Remark::HadSentApologies));
    let meeting = apply_to_meeting(&meeting, &step.ops);
    assert_eq!(meeting.attendance_of(id(2)), Attendance::Present);
}

#[test]
fn coming_and_going_while_it_runs_is_told_in_the_current_item() {
    let mut new = ids();
    let mut meeting = running();
    type Act = fn(&Door<'_>, Ids<'_>) -> Step;
    let steps: [(&str, Act); 3] = [
        ("09:40", |door, ids| door.check_in(id(1), ids)),
        ("10:00", |door, ids| door.leave(id(1), ids)),
        ("10:20", |door, ids| door.check_in(id(1), ids)),
    ];
    for (time, act) in steps {
        let step = act(&door(&meeting, time), &mut new);
        meeting = apply_to_meeting(&meeting, &step.ops);
    }
    let told: Vec<PresenceKind> = meeting
        .entries_of(id(300))
        .iter()
        .map(|entry| meeting.presences[&entry.presence.unwrap()].kind)
        .collect();
    use PresenceKind::{Arrived, Left, Returned};
    assert_eq!(told, [Arrived, Left, Returned]);
    let back = door(&meeting, "10:21").take_back(id(1));
    let meeting = apply_to_meeting(&meeting, &back.ops);
    assert_eq!(meeting.entries_of(id(300)).len(), 2);
    assert_eq!(meeting.attendance_of(id(1)), Attendance::Left);
}

#[test]
fn an_arrival_is_told_above_the_empty_paragraph_one_is_about_to_write_in() {
    let mut meeting = running();
    for item in meeting.items.values_mut() {
        item.status = ItemStatus::Current;
    }
    let entry = |bits: u128, text: &str, place: usize| Entry {
        id: id(bits),
        item: id(300),
        pos: Pos::row(None, 2, 1).into_iter().nth(place).unwrap(),
        text: text.to_owned(),
        ..Entry::default()
    };
    for entry in [entry(400, "Ulla gennemgik sagen.", 0), entry(401, "", 1)] {
        meeting.entries.insert(entry.id, entry);
    }
    let step = door(&meeting, "10:38").check_in(id(1), &mut ids());
    let meeting = apply_to_meeting(&meeting, &step.ops);
    let rows = meeting.entries_of(id(300));
    let told: Vec<bool> = rows.iter().map(|row| row.presence.is_some()).collect();
    assert_eq!(told, [false, true, false]);
}

#[test]
fn a_substitute_takes_the_place_of_one_who_stays_away() {
    let meeting = before();
    let step = door(&meeting, "09:10").substitute(id(1), id(8), true, &mut ids());
    let meeting = apply_to_meeting(&meeting, &step.ops);
    assert_eq!(meeting.attendance_of(id(1)), Attendance::Apologies);
    assert_eq!(meeting.attendance_of(id(8)), Attendance::Present);
    let row = &meeting.participants[&id(8)];
    assert_eq!(
        (row.substitute_for, row.organisation),
        (Some(id(1)), Some(id(10)))
    );
}

#[test]
fn coming_and_going_in_a_break_is_told_under_the_item_after_it() {
    let mut meeting = Builder::planned()
        .item(300, ItemKind::Discussion, 30)
        .item(301, ItemKind::Break, 10)
        .item(302, ItemKind::Break, 10)
        .item(303, ItemKind::Decision, 30)
        .status(300, ItemStatus::Done)
        .person(1, 10, Rsvp::Yes)
        .person(2, 10, Rsvp::Yes)
        .entry(400, 303, EntryKind::Note, "Forberedt.")
        .done();
    meeting.head.started_at = Some(at("09:30"));
    meeting.head.current = Some(id(301));
    let mut new = ids();
    for (person, time) in [(1, "10:01"), (2, "10:04")] {
        let step = door(&meeting, time).check_in(id(person), &mut new);
        meeting = apply_to_meeting(&meeting, &step.ops);
    }
    assert!(meeting.entries_of(id(301)).is_empty());
    let told: Vec<_> = meeting.entries_of(id(303));
    let order: Vec<_> = told
        .iter()
        .map(|entry| entry.presence.map(|event| meeting.presences[&event].at))
        .collect();
    assert_eq!(order, [Some(at("10:01")), Some(at("10:04")), None]);
    meeting.items.get_mut(&id(303)).unwrap().status = ItemStatus::Done;
    meeting.head.current = Some(id(302));
    let step = door(&meeting, "11:00").leave(id(1), &mut new);
    let meeting = apply_to_meeting(&meeting, &step.ops);
    assert_eq!(meeting.entries_of(id(300)).len(), 1, "nothing follows");
}

#[test]
fn a_walk_in_joins_the_list() {
    let meeting = before();
    let step = door(&meeting, "09:10").walk_in(id(9), Some(id(12)), &mut ids());
    assert_eq!((step.ops.len(), step.said), (2, Some(Remark::WalkIn)));
    let meeting = apply_to_meeting(&meeting, &step.ops);
    assert!(meeting.participants[&id(9)].walk_in);
}

#[test]
fn all_present_checks_in_those_who_said_yes() {
    let meeting = running();
    let step = door(&meeting, "09:31").all_present(&mut ids());
    assert_eq!(step.ops.len(), 1);
    let meeting = apply_to_meeting(&meeting, &step.ops);
    assert_eq!(meeting.attendance_of(id(1)), Attendance::Present);
    assert_eq!(meeting.attendance_of(id(3)), Attendance::Expected);
}

#[test]
fn who_leaves_has_the_floor_no_more() {
    let (mut new, meeting) = (ids(), running());
    let steps: [fn(&Door<'_>, Ids<'_>) -> Step; 3] = [
        |door, ids| door.leave(id(1), ids),
        |door, ids| door.absent(id(1), ids),
        |door, ids| door.apologies(id(1), ids),
    ];
    for leaves in steps {
        let come = door(&meeting, "09:30").check_in(id(1), &mut new);
        let meeting = apply_to_meeting(&meeting, &come.ops);
        let speaks = queue::give(&meeting, id(1), at("09:35"), &mut new);
        let meeting = apply_to_meeting(&meeting, &speaks);
        let step = leaves(&door(&meeting, "09:40"), &mut new);
        let meeting = apply_to_meeting(&meeting, &step.ops);
        assert_eq!(
            (meeting.attendance_of(id(1)), meeting.floor()),
            (Attendance::Left, None)
        );
    }
}

#[test]
fn nobody_leaves_who_never_came() {
    let step = door(&running(), "10:00").leave(id(1), &mut ids());
    assert_eq!(step, said(Remark::NotHere));
}

#[test]
fn apologies_before_the_meeting_are_the_answer_no() {
    let meeting = before();
    let step = door(&meeting, "08:00").apologies(id(1), &mut ids());
    let meeting = apply_to_meeting(&meeting, &step.ops);
    assert_eq!(meeting.participants[&id(1)].rsvp, Rsvp::No);
    assert!(meeting.presences.is_empty());
    let again = door(&meeting, "08:01").apologies(id(1), &mut ids());
    assert_eq!(again, said(Remark::AlreadySent));
    let stranger = door(&meeting, "08:01").apologies(id(99), &mut ids());
    assert_eq!(stranger, said(Remark::NotListed));
    let running = running();
    let step = door(&running, "10:00").apologies(id(1), &mut ids());
    let running = apply_to_meeting(&running, &step.ops);
    assert_eq!(running.attendance_of(id(1)), Attendance::Apologies);
}
