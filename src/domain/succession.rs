//! People who leave, and records of the same person. It owns what moves to whom: memberships,
//! groups, open actions, coming meetings. Meetings already held keep the old name.

mod desk;
mod merge;
#[cfg(test)]
mod tests;

pub use merge::merge;

use chrono::NaiveDate;

use super::agenda::AgendaItemField;
use super::attendance::{Participant, ParticipantField, Rsvp};
use super::desk::Desk;
use super::draft::{
    Ids, add_to_meeting, add_to_network, mark, set_in_meeting, set_in_network, set_in_register,
    set_meeting,
};
use super::id::Id;
use super::meeting::{Meeting, MeetingHeadField};
use super::minutes::EntryField;
use super::network::{
    ActionItemField, ActionStatus, GroupMemberField, Member, MemberField, Network,
    NetworkHeadField, Owner,
};
use super::op::DocOp;
use super::register::{PersonField, Register};

/// The documents in which people are named.
#[derive(Clone, Copy, Debug)]
pub struct Places<'a> {
    /// The register.
    pub register: &'a Register,
    /// The desk.
    pub desk: &'a Desk,
    /// Networks and their ids.
    pub networks: &'a [(Id, &'a Network)],
    /// Meetings: for a succession those to come and those whose minutes are not approved; for a
    /// merge all.
    pub meetings: &'a [&'a Meeting],
}

/// `new` takes over from `old` on a day: memberships, seats in groups, usual chair and minute
/// taker, open actions, and the place at meetings from that day on.
pub fn succeed(places: &Places<'_>, old: Id, new: Id, from: NaiveDate, ids: Ids<'_>) -> Vec<DocOp> {
    let mut ops = Vec::new();
    if old == new {
        return ops;
    }
    let last_day = from.pred_opt();
    if let Some(person) = places.register.people.get(&old) {
        let changes = [
            PersonField::succeeded_by(person, Some(new)),
            PersonField::left_on(person, last_day),
        ];
        ops.extend(changes.map(|change| set_in_register(old, change)));
    }
    for (id, network) in places.networks {
        ops.extend(memberships(*id, network, old, new, from, ids));
        ops.extend(seats(*id, network, old, new));
        ops.extend(usual(*id, network, old, new));
        let open = |status| status == ActionStatus::Open;
        ops.extend(actions(*id, network, old, new, open));
    }
    ops.extend(desk::hand_over(places.desk, old, new, false));
    for meeting in places.meetings {
        ops.extend(open_entries(meeting, places, old, new));
        if is_coming(meeting, from) {
            ops.extend(invitation(meeting, old, new));
            ops.extend(responsibilities(meeting, old, new));
        }
    }
    ops
}

/// Not begun, and on the day or later.
fn is_coming(meeting: &Meeting, from: NaiveDate) -> bool {
    meeting.head.started_at.is_none() && meeting.head.date.is_none_or(|date| date >= from)
}

fn memberships(
    id: Id,
    network: &Network,
    old: Id,
    new: Id,
    from: NaiveDate,
    ids: Ids<'_>,
) -> Vec<DocOp> {
    let live = |member: &&Member| !member.removed && member.until.is_none_or(|until| until >= from);
    let has = |person| {
        let mut members = network.members.values().filter(live);
        members.any(|member| member.person == Some(person))
    };
    let mut there = has(new);
    let mut ops = Vec::new();
    for member in network.members.values().filter(live) {
        if member.person != Some(old) {
            continue;
        }
        let until = MemberField::until(member, from.pred_opt());
        ops.push(set_in_network(id, member.id, until));
        if there {
            continue;
        }
        there = true;
        let taken_over = Member {
            id: ids(),
            person: Some(new),
            from: Some(from),
            ..member.clone()
        };
        ops.push(add_to_network(id, taken_over));
    }
    ops
}

fn seats(id: Id, network: &Network, old: Id, new: Id) -> Vec<DocOp> {
    let live = || network.group_members.values().filter(|seat| !seat.removed);
    live()
        .filter(|seat| seat.person == old)
        .map(|seat| {
            let there = live().any(|other| other.person == new && other.group == seat.group);
            let change = if there {
                GroupMemberField::Removed(mark(true))
            } else {
                GroupMemberField::person(seat, new)
            };
            set_in_network(id, seat.id, change)
        })
        .collect()
}

fn usual(id: Id, network: &Network, old: Id, new: Id) -> Vec<DocOp> {
    let head = &network.head;
    let mut changes = Vec::new();
    if head.chair == Some(old) {
        changes.push(NetworkHeadField::chair(head, Some(new)));
    }
    if head.minute_taker == Some(old) {
        changes.push(NetworkHeadField::minute_taker(head, Some(new)));
    }
    let set = |change| set_in_network(id, Id::default(), change);
    changes.into_iter().map(set).collect()
}

fn actions(
    id: Id,
    network: &Network,
    old: Id,
    new: Id,
    which: fn(ActionStatus) -> bool,
) -> Vec<DocOp> {
    network
        .actions
        .values()
        .filter(|action| !action.removed && which(action.status))
        .filter(|action| action.owner == Owner::Person(old))
        .map(|action| {
            let change = ActionItemField::owner(action, Owner::Person(new));
            set_in_network(id, action.id, change)
        })
        .collect()
}

/// Until approval an open action's owner is the entry's.
fn open_entries(meeting: &Meeting, places: &Places<'_>, old: Id, new: Id) -> Vec<DocOp> {
    let network = places
        .networks
        .iter()
        .find(|(id, _)| *id == meeting.head.network);
    let is_open = |action: Id| {
        let row = network.and_then(|(_, network)| network.actions.get(&action));
        row.is_some_and(|row| !row.removed && !row.frozen && row.status == ActionStatus::Open)
    };
    meeting
        .entries
        .values()
        .filter(|entry| !entry.removed && entry.owner == Owner::Person(old))
        .filter(|entry| entry.action.is_some_and(is_open))
        .map(|entry| {
            let change = EntryField::owner(entry, Owner::Person(new));
            set_in_meeting(meeting.head.id, entry.id, change)
        })
        .collect()
}

/// The place on the list goes over, without the answer: it was not the new one's.
fn invitation(meeting: &Meeting, old: Id, new: Id) -> Vec<DocOp> {
    let id = meeting.head.id;
    let mut rows = meeting.participant_list();
    let Some(row) = rows.find(|row| row.id == old) else {
        return Vec::new();
    };
    let change = ParticipantField::Removed(mark(true));
    let mut ops = vec![set_in_meeting(id, old, change)];
    match meeting.participants.get(&new) {
        Some(there) if there.removed => {
            let change = ParticipantField::Removed(mark(false));
            ops.push(set_in_meeting(id, new, change));
        }
        Some(_) => {}
        None => ops.push(add_to_meeting(
            id,
            Participant {
                id: new,
                rsvp: Rsvp::NoAnswer,
                rsvp_note: String::new(),
                code: String::new(),
                walk_in: false,
                ..row.clone()
            },
        )),
    }
    ops
}

/// Chair, minute taker and responsible.
fn responsibilities(meeting: &Meeting, old: Id, new: Id) -> Vec<DocOp> {
    let head = &meeting.head;
    let mut ops = Vec::new();
    if head.chair == Some(old) {
        let change = MeetingHeadField::chair(head, Some(new));
        ops.push(set_meeting(meeting, change));
    }
    if head.minute_taker == Some(old) {
        let change = MeetingHeadField::minute_taker(head, Some(new));
        ops.push(set_meeting(meeting, change));
    }
    for item in meeting.items.values() {
        if item.responsible == Owner::Person(old) {
            let change = AgendaItemField::responsible(item, Owner::Person(new));
            ops.push(set_in_meeting(head.id, item.id, change));
        }
    }
    ops
}
