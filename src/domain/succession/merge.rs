//! Two records of the same person become one.

use super::{Places, actions, desk, responsibilities, seats, usual};
use crate::domain::agenda::SpeakerField;
use crate::domain::attendance::{Participant, ParticipantField, PresenceField};
use crate::domain::draft::{add_to_meeting, mark, set_in_meeting, set_in_network, set_in_register};
use crate::domain::id::Id;
use crate::domain::letter::DeliveryField;
use crate::domain::lock::{is_locked, is_of_minutes};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::EntryField;
use crate::domain::network::{MemberField, Network, Owner};
use crate::domain::op::DocOp;
use crate::domain::recusal::RecusalField;
use crate::domain::register::{Person, PersonField};
use crate::domain::reply::ReplyField;
use crate::domain::vote::{CastField, VoteField};

/// `double` is the same person as `keep`: everything that names it names `keep` from now on, and
/// what only it knew is copied over. Approved minutes stay as they are, with the name they were approved with.
pub fn merge(places: &Places<'_>, double: Id, keep: Id) -> Vec<DocOp> {
    let people = &places.register.people;
    let mut ops = Vec::new();
    if double == keep {
        return ops;
    }
    if let Some((gone, kept)) = people.get(&double).zip(people.get(&keep)) {
        let fill = fill(gone, kept).into_iter();
        ops.extend(fill.map(|change| set_in_register(keep, change)));
        let changes = [
            PersonField::merged_into(gone, Some(keep)),
            PersonField::Removed(mark(true)),
        ];
        ops.extend(changes.map(|change| set_in_register(double, change)));
    }
    for (id, network) in places.networks {
        ops.extend(members(*id, network, double, keep));
        ops.extend(seats(*id, network, double, keep));
        ops.extend(usual(*id, network, double, keep));
        ops.extend(actions(*id, network, double, keep, |_| true));
    }
    ops.extend(desk::hand_over(places.desk, double, keep, true));
    for meeting in places.meetings {
        let mut here = participation(meeting, double, keep);
        here.extend(events(meeting, double, keep));
        here.extend(responsibilities(meeting, double, keep));
        here.retain(|op| !is_locked(meeting) || !is_of_minutes(&op.op));
        ops.extend(here);
    }
    ops
}

fn fill(gone: &Person, kept: &Person) -> Vec<PersonField> {
    let mut changes = Vec::new();
    let mut text = |mine: &String, theirs: &String, set: fn(&Person, String) -> PersonField| {
        if mine.is_empty() && !theirs.is_empty() {
            changes.push(set(kept, theirs.clone()));
        }
    };
    text(&kept.call_name, &gone.call_name, PersonField::call_name);
    text(&kept.title, &gone.title, PersonField::title);
    text(&kept.email, &gone.email, PersonField::email);
    text(&kept.phone, &gone.phone, PersonField::phone);
    text(&kept.note, &gone.note, PersonField::note);
    if kept.organisation.is_none() && gone.organisation.is_some() {
        changes.push(PersonField::organisation(kept, gone.organisation));
    }
    changes
}

fn members(id: Id, network: &Network, double: Id, keep: Id) -> Vec<DocOp> {
    let live = || network.members.values().filter(|member| !member.removed);
    let there = live().any(|member| member.person == Some(keep));
    live()
        .filter(|member| member.person == Some(double))
        .map(|member| {
            let change = if there {
                MemberField::Removed(mark(true))
            } else {
                MemberField::person(member, Some(keep))
            };
            set_in_network(id, member.id, change)
        })
        .collect()
}

fn participation(meeting: &Meeting, double: Id, keep: Id) -> Vec<DocOp> {
    let id = meeting.head.id;
    let mut ops = Vec::new();
    for row in meeting.participant_list() {
        if row.substitute_for == Some(double) {
            let change = ParticipantField::substitute_for(row, Some(keep));
            ops.push(set_in_meeting(id, row.id, change));
        }
    }
    let mut rows = meeting.participant_list();
    let Some(row) = rows.find(|row| row.id == double) else {
        return ops;
    };
    let change = ParticipantField::Removed(mark(true));
    ops.push(set_in_meeting(id, double, change));
    match meeting.participants.get(&keep) {
        Some(there) if there.removed => {
            let change = ParticipantField::Removed(mark(false));
            ops.push(set_in_meeting(id, keep, change));
        }
        Some(there) if there.rsvp == Default::default() && row.rsvp != there.rsvp => {
            let change = ParticipantField::rsvp(there, row.rsvp);
            ops.push(set_in_meeting(id, keep, change));
        }
        Some(_) => {}
        None => ops.push(add_to_meeting(
            id,
            Participant {
                id: keep,
                ..row.clone()
            },
        )),
    }
    ops
}

fn events(meeting: &Meeting, double: Id, keep: Id) -> Vec<DocOp> {
    let id = meeting.head.id;
    let mut ops = Vec::new();
    for row in meeting.presences.values() {
        if row.person == double {
            let change = PresenceField::person(row, keep);
            ops.push(set_in_meeting(id, row.id, change));
        }
    }
    for row in meeting.recusals.values() {
        if row.person == double {
            let change = RecusalField::person(row, keep);
            ops.push(set_in_meeting(id, row.id, change));
        }
    }
    for row in meeting.casts.values() {
        if row.voter == double {
            ops.push(set_in_meeting(id, row.id, CastField::voter(row, keep)));
        }
    }
    for row in meeting.votes.values() {
        if row.voters.contains(&double) {
            let voters = row.voters.iter();
            let voters = voters.map(|id| if *id == double { keep } else { *id });
            let change = VoteField::voters(row, voters.collect());
            ops.push(set_in_meeting(id, row.id, change));
        }
    }
    for row in meeting.speakers.values() {
        if row.person == Some(double) {
            let change = SpeakerField::person(row, Some(keep));
            ops.push(set_in_meeting(id, row.id, change));
        }
    }
    for row in meeting.deliveries.values() {
        if row.person == double {
            let change = DeliveryField::person(row, keep);
            ops.push(set_in_meeting(id, row.id, change));
        }
    }
    for row in meeting.replies.values() {
        if row.person == Some(double) {
            let change = ReplyField::person(row, Some(keep));
            ops.push(set_in_meeting(id, row.id, change));
        }
    }
    for row in meeting.entries.values() {
        if row.owner == Owner::Person(double) {
            let change = EntryField::owner(row, Owner::Person(keep));
            ops.push(set_in_meeting(id, row.id, change));
        }
        if row.also.contains(&double) {
            let also = row.also.iter();
            let also = also.map(|id| if *id == double { keep } else { *id });
            let change = EntryField::also(row, also.collect());
            ops.push(set_in_meeting(id, row.id, change));
        }
    }
    ops
}
