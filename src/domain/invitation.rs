//! Invitations: who is asked, and what they answer. It owns who belongs on a meeting's list; it
//! must not know how an invitation travels.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::attendance::{
    Participant, ParticipantField, ParticipantRole, PresenceField, PresenceKind, Rsvp,
};
use super::code;
use super::draft::{add_to_meeting, mark, set_in_meeting, set_meeting};
use super::folding::sort_key;
use super::id::Id;
use super::meeting::{Meeting, MeetingHeadField};
use super::network::{GroupKind, MemberRole, Network};
use super::op::DocOp;
use super::register::Register;

/// Somebody to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitee {
    /// The person.
    pub person: Id,
    /// The organisation they come for.
    pub organisation: Option<Id>,
    /// What they are at the meeting.
    pub role: ParticipantRole,
}

/// Who belongs at a network's meetings on a day, each once: members who are persons, and the
/// contact persons of organisations that are members.
pub fn members(network: &Network, register: &Register, day: NaiveDate) -> Vec<Invitee> {
    let own = |person: Id| invitee(register, person).organisation;
    let (mut all, mut sent): (Vec<Invitee>, Vec<Invitee>) = Default::default();
    for member in network.members_on(day) {
        if let Some(person) = member.person {
            all.push(Invitee {
                person,
                organisation: member.organisation.or(own(person)),
                role: role(member.role),
            });
        } else if let Some(organisation) = member.organisation {
            let contacts = contacts(network, register, organisation, day);
            sent.extend(contacts.into_iter().map(|row| Invitee {
                role: role(member.role),
                ..row
            }));
        }
    }
    all.append(&mut sent);
    let mut seen = BTreeSet::new();
    all.retain(|row| seen.insert(row.person));
    all
}

/// Whom an organisation has appointed: its seats in the network's contact groups.
fn contacts(
    network: &Network,
    register: &Register,
    organisation: Id,
    day: NaiveDate,
) -> Vec<Invitee> {
    let groups = network.groups.values();
    let groups = groups.filter(|row| !row.removed && row.kind == GroupKind::Contact);
    let there = |person: Id| {
        let row = register.people.get(&person);
        row.is_some_and(|row| !row.removed && row.left_on.is_none_or(|left| left > day))
    };
    groups
        .flat_map(|row| group(network, register, row.id))
        .filter(|row| row.organisation == Some(organisation) && there(row.person))
        .collect()
}

/// Organisations that are members on a day and that none of `people` comes for, in Danish name
/// order.
pub fn without_contact(
    network: &Network,
    register: &Register,
    day: NaiveDate,
    people: &[Invitee],
) -> Vec<Id> {
    let members = network.members_on(day).filter(|row| row.person.is_none());
    let mut all: Vec<Id> = members
        .filter_map(|row| row.organisation)
        .filter(|id| people.iter().all(|row| row.organisation != Some(*id)))
        .collect();
    all.sort_by_key(|id| (sort_key(register.organisation_name(*id)), *id));
    all.dedup();
    all
}

/// The people of a group.
pub fn group(network: &Network, register: &Register, group: Id) -> Vec<Invitee> {
    let seats = network.group_members.values();
    seats
        .filter(|seat| !seat.removed && seat.group == group)
        .map(|seat| Invitee {
            organisation: seat
                .organisation
                .or(invitee(register, seat.person).organisation),
            ..invitee(register, seat.person)
        })
        .collect()
}

/// The register's people of an organisation who have not left.
pub fn organisation(register: &Register, organisation: Id) -> Vec<Invitee> {
    let people = register.people.values();
    people
        .filter(|row| !row.removed && row.left_on.is_none())
        .filter(|row| row.organisation == Some(organisation))
        .map(|row| invitee(register, row.id))
        .collect()
}

/// One person, as a member of their own organisation.
pub fn invitee(register: &Register, person: Id) -> Invitee {
    Invitee {
        person,
        organisation: register
            .people
            .get(&person)
            .and_then(|row| row.organisation),
        role: ParticipantRole::Member,
    }
}

fn role(role: MemberRole) -> ParticipantRole {
    match role {
        MemberRole::Member | MemberRole::Contact | MemberRole::Chair => ParticipantRole::Member,
        MemberRole::Secretary => ParticipantRole::Secretary,
        MemberRole::Observer => ParticipantRole::Observer,
    }
}

/// Puts people on the meeting's list; those on it already stay as they are.
pub fn invite(meeting: &Meeting, people: &[Invitee]) -> Vec<DocOp> {
    let id = meeting.head.id;
    let mut ops = Vec::new();
    let mut seen: Vec<Id> = Vec::new();
    for row in people {
        if seen.contains(&row.person) {
            continue;
        }
        seen.push(row.person);
        match meeting.participants.get(&row.person) {
            Some(there) if there.removed => {
                let change = ParticipantField::Removed(mark(false));
                ops.push(set_in_meeting(id, there.id, change));
            }
            Some(_) => {}
            None => ops.push(add_to_meeting(
                id,
                Participant {
                    id: row.person,
                    organisation: row.organisation,
                    role: row.role,
                    code: code::code(id, row.person),
                    ..Participant::default()
                },
            )),
        }
    }
    ops
}

/// Takes somebody off the list.
pub fn uninvite(meeting: &Meeting, person: Id) -> Vec<DocOp> {
    let there = meeting.participants.get(&person);
    let there = there.filter(|row| !row.removed);
    let change = |_| ParticipantField::Removed(mark(true));
    there
        .map(change)
        .map(|change| set_in_meeting(meeting.head.id, person, change))
        .into_iter()
        .collect()
}

/// An answer. Yes or perhaps takes back apologies sent before; nothing changes for who came.
pub fn answer(meeting: &Meeting, person: Id, rsvp: Rsvp, note: Option<&str>) -> Vec<DocOp> {
    let id = meeting.head.id;
    let Some(row) = meeting.participants.get(&person) else {
        return Vec::new();
    };
    let mut ops = Vec::new();
    if row.rsvp != rsvp {
        ops.push(set_in_meeting(
            id,
            person,
            ParticipantField::rsvp(row, rsvp),
        ));
    }
    if let Some(note) = note.filter(|note| *note != row.rsvp_note) {
        let change = ParticipantField::rsvp_note(row, note.to_owned());
        ops.push(set_in_meeting(id, person, change));
    }
    if rsvp != Rsvp::No {
        let events = meeting.presences_of(person);
        let sent = events
            .iter()
            .filter(|row| row.kind == PresenceKind::Apologies);
        let back = |event: &&super::attendance::Presence| {
            set_in_meeting(id, event.id, PresenceField::Removed(mark(true)))
        };
        ops.extend(sent.map(back));
    }
    ops
}

/// The invitations have gone out.
pub fn invitations_sent(meeting: &Meeting, at: i64) -> Vec<DocOp> {
    let change = MeetingHeadField::invited_at(&meeting.head, Some(at));
    vec![set_meeting(meeting, change)]
}

/// Those invited were told that the meeting is cancelled.
pub fn cancellation_sent(meeting: &Meeting, at: i64) -> Vec<DocOp> {
    let change = MeetingHeadField::told_at(&meeting.head, Some(at));
    vec![set_meeting(meeting, change)]
}

/// The agenda has gone out.
pub fn agenda_sent(meeting: &Meeting, at: i64) -> Vec<DocOp> {
    let change = MeetingHeadField::agenda_sent_at(&meeting.head, Some(at));
    vec![set_meeting(meeting, change)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{Builder, apply_to_meeting, day, id};
    use crate::domain::network::{Group, GroupMember, Member};
    use crate::domain::register::Person;

    #[test]
    fn members_are_invited_once_with_a_code_a_scanner_reads() {
        let mut network = Network::default();
        let people = [
            (60, 1, MemberRole::Contact),
            (61, 2, MemberRole::Observer),
            (62, 1, MemberRole::Chair),
        ];
        for (number, person, role) in people {
            let member = Member {
                id: id(number),
                person: Some(id(person)),
                organisation: Some(id(10)),
                role,
                ..Member::default()
            };
            network.members.insert(member.id, member);
        }
        let people = members(&network, &Register::default(), day("2026-11-21"));
        assert_eq!(people.len(), 2);
        let meeting = Builder::planned().done();
        let meeting = apply_to_meeting(&meeting, &invite(&meeting, &people));
        assert_eq!(meeting.participants[&id(2)].role, ParticipantRole::Observer);
        let code = &meeting.participants[&id(1)].code;
        assert!(code.len() == 10 && code.starts_with(|c: char| c.is_ascii_uppercase()));
        assert!(invite(&meeting, &people).is_empty());
        let meeting = apply_to_meeting(&meeting, &uninvite(&meeting, id(2)));
        assert_eq!(invite(&meeting, &people).len(), 1);
    }

    #[test]
    fn organisations_that_are_members_send_their_contact_persons() {
        let (odense, vejle, koege) = (id(10), id(11), id(12));
        let mut register = Register::default();
        for (number, organisation) in [(1, odense), (2, odense), (3, vejle), (4, koege)] {
            let person = Person {
                id: id(number),
                organisation: Some(organisation),
                left_on: (number == 4).then(|| day("2026-11-01")),
                ..Person::default()
            };
            register.people.insert(person.id, person);
        }
        let mut network = Network::default();
        for (number, organisation) in [(60, odense), (61, vejle), (62, koege)] {
            let member = Member {
                id: id(number),
                organisation: Some(organisation),
                ..Member::default()
            };
            network.members.insert(member.id, member);
        }
        let kinds = [(70, GroupKind::Contact), (71, GroupKind::Working)];
        for (number, kind) in kinds {
            let group = Group {
                id: id(number),
                kind,
                ..Group::default()
            };
            network.groups.insert(group.id, group);
        }
        for (number, group, person) in [(80, 70, 1), (81, 71, 2), (82, 71, 3), (83, 70, 4)] {
            let seat = GroupMember {
                id: id(number),
                group: id(group),
                person: id(person),
                ..GroupMember::default()
            };
            network.group_members.insert(seat.id, seat);
        }
        let on = day("2026-11-26");
        let people = members(&network, &register, on);
        let named: Vec<Id> = people.iter().map(|row| row.person).collect();
        assert_eq!(named, [id(1)], "seats in other groups are not contacts");
        let mut without = without_contact(&network, &register, on, &people);
        without.sort();
        assert_eq!(without, [vejle, koege]);
    }

    #[test]
    fn a_yes_after_apologies_counts() {
        let meeting = Builder::planned()
            .person(1, 10, Rsvp::No)
            .event(1, PresenceKind::Apologies, "08:00")
            .done();
        let ops = answer(&meeting, id(1), Rsvp::Yes, Some("kommer kl. 10"));
        let meeting = apply_to_meeting(&meeting, &ops);
        assert_eq!(meeting.attendance_of(id(1)).name(), "expected");
        assert_eq!(meeting.participants[&id(1)].rsvp_note, "kommer kl. 10");
    }
}
