//! Who was there, what came of it, and everybody a meeting's object names.

use std::collections::BTreeSet;

use super::Scope;
use super::build::{Builder, day, moment};
use super::lists::{organisation_object, person_object};
use super::votes::spans;
use crate::domain::attendance::Participant;
use crate::domain::counts::counts;
use crate::domain::exchange::*;
use crate::domain::network::ActionItem;

impl Builder<'_> {
    pub(super) fn participants(&self) -> Vec<ParticipantObject> {
        let rows = self.source.meeting.participant_list();
        rows.map(|row| self.participant(row)).collect()
    }

    pub(super) fn participant(&self, row: &Participant) -> ParticipantObject {
        let (meeting, register) = (self.source.meeting, self.source.register);
        let organisation = row
            .organisation
            .or_else(|| register.people.get(&row.id)?.organisation)
            .and_then(|id| register.organisations.get(&id));
        let inside = self.scope != Scope::Public;
        ParticipantObject {
            person: self.person(row.id).unwrap_or_default(),
            name: register.name_of(row.id).to_owned(),
            organisation: organisation.map(|row| row.name.clone()),
            organisation_label: organisation.map(|row| row.label.clone()),
            role: row.role,
            rsvp: row.rsvp,
            rsvp_note: if inside {
                row.rsvp_note.clone()
            } else {
                String::new()
            },
            attendance: meeting.attendance_of(row.id),
            timeline: spans(meeting, row.id),
            checked_in_at: meeting.checked_in_at(row.id).map(moment),
            substitute_for: row.substitute_for.and_then(|id| self.person(id)),
            walk_in: row.walk_in,
            code: if inside {
                row.code.clone()
            } else {
                String::new()
            },
        }
    }

    pub(super) fn presences(&self) -> Vec<PresenceObject> {
        let mut rows: Vec<_> = self
            .source
            .meeting
            .presences
            .values()
            .filter(|row| !row.removed)
            .collect();
        rows.sort_by_key(|row| (row.at, row.id));
        rows.into_iter()
            .map(|row| PresenceObject {
                id: row.id.to_string(),
                person: self.person(row.person).unwrap_or_default(),
                kind: row.kind,
                at: moment(row.at),
                item: row
                    .item
                    .filter(|id| self.tells(*id))
                    .map(|id| id.to_string()),
            })
            .collect()
    }

    pub(super) fn actions(&self) -> Vec<MeetingActionObject> {
        let actions = self.source.network.actions.values();
        actions
            .filter(|row| !row.removed && row.meeting == Some(self.source.id))
            .filter_map(|row| self.action(row))
            .collect()
    }

    /// An action item; `None` when its item is not told.
    pub(super) fn action(&self, row: &ActionItem) -> Option<MeetingActionObject> {
        let meeting = self.source.meeting;
        let entry = row.entry.and_then(|id| meeting.entries.get(&id));
        let item = entry.map(|entry| entry.item);
        if self.scope == Scope::Public && !item.is_some_and(|item| self.tells(item)) {
            return None;
        }
        let (text, owner, due) = match entry {
            Some(entry) if !row.frozen => (&entry.text, &entry.owner, &entry.due),
            _ => (&row.text, &row.owner, &row.due),
        };
        let owner = self.owner(owner);
        Some(MeetingActionObject {
            id: row.id.to_string(),
            text: text.clone(),
            owner: (!owner.name.is_empty()).then_some(owner.name),
            owner_person: owner.person,
            owner_organisation: owner.organisation,
            due: due.as_ref().map(ToString::to_string),
            status: row.status,
            item: item.map(|id| id.to_string()),
            item_number: item.and_then(|id| meeting.number_of(id)),
            entry: row.entry.map(|id| id.to_string()),
            closed_on: row.closed_on.map(day),
            frozen: row.frozen,
        })
    }

    pub(super) fn counts(&self) -> CountsObject {
        let counts = counts(self.source.meeting, &self.source.network.head);
        CountsObject {
            present: counts.present,
            expected: counts.expected,
            organisations: counts.organisations,
            quorum: counts.quorum.map(|quorum| quorum.needed),
            quorum_met: counts.quorum.map(|quorum| quorum.met()),
            invited: counts.invited,
            online: counts.online,
            left: counts.left,
            apologies: counts.apologies,
            unanswered: counts.unanswered,
            absent: counts.absent,
        }
    }

    /// Everybody and every organisation the object names, so that it can be read elsewhere.
    pub(super) fn register(&self, object: &mut MeetingObject) {
        let register = self.source.register;
        let (people, mut organisations) = named(object);
        for person in register.people.values() {
            if !people.contains(&person.label) {
                continue;
            }
            let mut row = person_object(person, register);
            if self.scope == Scope::Public {
                (row.email, row.phone) = (String::new(), String::new());
            }
            organisations.extend(row.organisation.clone());
            object.people.push(row);
        }
        for organisation in register.organisations.values() {
            if organisations.contains(&organisation.label) {
                object.organisations.push(organisation_object(organisation));
            }
        }
    }
}

/// The labels of people and organisations an object names.
fn named(object: &MeetingObject) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut people, mut organisations) = (BTreeSet::new(), BTreeSet::new());
    people.extend(
        [&object.chair, &object.minute_taker]
            .into_iter()
            .flatten()
            .cloned(),
    );
    organisations.extend(object.place.host.clone());
    for row in &object.participants {
        people.insert(row.person.clone());
        people.extend(row.substitute_for.clone());
        organisations.extend(row.organisation_label.clone());
    }
    people.extend(object.speaker_list.iter().map(|row| row.person.clone()));
    people.extend(object.presences.iter().map(|row| row.person.clone()));
    for row in &object.actions {
        people.extend(row.owner_person.clone());
        organisations.extend(row.owner_organisation.clone());
    }
    for item in &object.agenda {
        people.extend(item.recusals.iter().map(|row| row.person.clone()));
        for vote in &item.votes {
            let voters = vote.casts.iter().map(|cast| &cast.voter);
            let voters = voters.chain(&vote.voters).cloned();
            match vote.by_organisation {
                true => organisations.extend(voters),
                false => people.extend(voters),
            }
        }
        people.extend(item.speakers.iter().filter_map(|row| row.person.clone()));
        let owners = item.entries.iter().map(|entry| &entry.owner);
        for owner in owners.chain([&item.responsible]) {
            people.extend(owner.person.clone());
            organisations.extend(owner.organisation.clone());
        }
        let also = item.entries.iter().flat_map(|entry| &entry.also);
        people.extend(also.cloned());
    }
    (people, organisations)
}
