use super::*;
use crate::domain::agenda::ItemKind;
use crate::domain::attendance::PresenceKind;
use crate::domain::fixture::{
    Builder, MEETING, NETWORK, apply, apply_to_meeting, apply_to_network, at, day, id,
};
use crate::domain::fold::Doc;
use crate::domain::minutes::EntryKind;
use crate::domain::network::{ActionItem, GroupMember, MemberRole};
use crate::domain::op::DocId;
use crate::domain::register::Person;

/// Karen (1) leaves, Bo (2) comes; Karen is contact, sits in a group and has two actions.
fn network() -> Network {
    let mut network = Network::default();
    network.head.chair = Some(id(1));
    let member = Member {
        id: id(60),
        person: Some(id(1)),
        role: MemberRole::Contact,
        ..Member::default()
    };
    network.members.insert(member.id, member);
    let seat = GroupMember {
        id: id(61),
        group: id(62),
        person: id(1),
        ..GroupMember::default()
    };
    network.group_members.insert(seat.id, seat);
    for (number, status) in [(70, ActionStatus::Open), (71, ActionStatus::Done)] {
        let action = ActionItem {
            id: id(number),
            owner: Owner::Person(id(1)),
            status,
            frozen: true,
            ..ActionItem::default()
        };
        network.actions.insert(action.id, action);
    }
    network
}

fn register() -> Register {
    let mut register = Register::default();
    for (number, name, phone) in [(1, "Karen Lund", "12345678"), (2, "Bo Friis", "")] {
        let person = Person {
            id: id(number),
            name: name.into(),
            phone: phone.into(),
            ..Person::default()
        };
        register.people.insert(person.id, person);
    }
    register
}

fn coming() -> Meeting {
    Builder::planned()
        .item(300, ItemKind::Discussion, 30)
        .person(1, 10, Rsvp::Yes)
        .with(|meeting| meeting.head.chair = Some(id(1)))
        .done()
}

fn ops_of(meeting: &Meeting, from: &str) -> (Vec<DocOp>, Network) {
    let (register, network) = (register(), network());
    let places = Places {
        desk: &Default::default(),
        register: &register,
        networks: &[(id(NETWORK), &network)],
        meetings: &[meeting],
    };
    let mut new = crate::domain::fixture::ids();
    let ops = succeed(&places, id(1), id(2), day(from), &mut new);
    let network = apply_to_network(&network, &ops);
    (ops, network)
}

#[test]
fn memberships_seats_and_open_actions_go_over() {
    let (ops, network) = ops_of(&coming(), "2026-11-01");
    let members = |on: &str| -> Vec<Option<Id>> {
        let rows = network.members_on(day(on));
        rows.map(|member| member.person).collect()
    };
    assert_eq!(members("2026-10-31"), [Some(id(1))]);
    assert_eq!(members("2026-11-01"), [Some(id(2))]);
    assert_eq!(network.group_members[&id(61)].person, id(2));
    assert_eq!(network.head.chair, Some(id(2)));
    assert_eq!(network.actions[&id(70)].owner, Owner::Person(id(2)));
    assert_eq!(network.actions[&id(71)].owner, Owner::Person(id(1)));
    let mut doc = Doc::Register(register());
    apply(&mut doc, DocId::Register, &ops);
    let Doc::Register(register) = doc else {
        unreachable!()
    };
    let person = &register.people[&id(1)];
    assert_eq!(person.succeeded_by, Some(id(2)));
    assert_eq!(person.left_on, Some(day("2026-10-31")));
}

#[test]
fn coming_meetings_get_the_new_one_and_earlier_ones_keep_the_old() {
    let meeting = coming();
    let after = |from: &str| apply_to_meeting(&meeting, &ops_of(&meeting, from).0);
    let people =
        |meeting: &Meeting| -> Vec<Id> { meeting.participant_list().map(|row| row.id).collect() };
    let coming = after("2026-11-26");
    assert_eq!(people(&coming), [id(2)]);
    assert_eq!(coming.participants[&id(2)].rsvp, Rsvp::NoAnswer);
    assert_eq!(coming.participants[&id(2)].organisation, Some(id(10)));
    assert_eq!(coming.head.chair, Some(id(2)));
    assert_eq!(coming.items[&id(300)].responsible, Owner::Person(id(2)));
    assert_eq!(people(&after("2026-11-27")), [id(1)]);
}

#[test]
fn an_open_action_in_minutes_not_approved_changes_owner_there() {
    let meeting = Builder::planned()
        .item(300, ItemKind::Discussion, 30)
        .entry(50, 300, EntryKind::Action, "Send oplæg")
        .with(|meeting| {
            meeting.head.started_at = Some(at("09:30"));
            let entry = meeting.entries.get_mut(&id(50)).unwrap();
            entry.owner = Owner::Person(id(1));
            entry.action = Some(id(72));
        })
        .done();
    let mut network = network();
    let action = ActionItem {
        id: id(72),
        meeting: Some(id(MEETING)),
        entry: Some(id(50)),
        ..ActionItem::default()
    };
    network.actions.insert(action.id, action);
    let register = register();
    let places = Places {
        desk: &Default::default(),
        register: &register,
        networks: &[(id(NETWORK), &network)],
        meetings: &[&meeting],
    };
    let mut new = crate::domain::fixture::ids();
    let ops = succeed(&places, id(1), id(2), day("2026-11-01"), &mut new);
    let meeting = apply_to_meeting(&meeting, &ops);
    assert_eq!(meeting.entries[&id(50)].owner, Owner::Person(id(2)));
    assert_eq!(meeting.items[&id(300)].responsible, Owner::Person(id(1)));
}

#[test]
fn a_double_is_merged_everywhere() {
    let meeting = Builder::planned()
        .person(1, 10, Rsvp::Yes)
        .person(2, 10, Rsvp::NoAnswer)
        .event(1, PresenceKind::Arrived, "09:20")
        .done();
    let (register, network) = (register(), network());
    let places = Places {
        desk: &Default::default(),
        register: &register,
        networks: &[(id(NETWORK), &network)],
        meetings: &[&meeting],
    };
    let ops = merge(&places, id(1), id(2));
    let meeting = apply_to_meeting(&meeting, &ops);
    assert_eq!(meeting.participant_list().count(), 1);
    assert_eq!(meeting.participants[&id(2)].rsvp, Rsvp::Yes);
    assert_eq!(meeting.attendance_of(id(2)).name(), "present");
    let network = apply_to_network(&network, &ops);
    assert_eq!(network.actions[&id(71)].owner, Owner::Person(id(2)));
    assert_eq!(network.members[&id(60)].person, Some(id(2)));
    let mut doc = Doc::Register(register);
    apply(&mut doc, DocId::Register, &ops);
    let Doc::Register(register) = doc else {
        unreachable!()
    };
    assert_eq!(register.people[&id(2)].phone, "12345678");
    assert_eq!(register.people[&id(1)].merged_into, Some(id(2)));
    assert!(register.people[&id(1)].removed);
}
