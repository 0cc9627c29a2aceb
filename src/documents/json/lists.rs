//! The objects of lists.

use super::build::{day, time};
use crate::domain::exchange::*;
use crate::domain::network::ActionStatus;
use crate::domain::query::{ActionRow, DecisionRow, MeetingRow, NetworkRow};
use crate::domain::register::{Organisation, Person, Register};

/// A network of `list networks`.
pub fn network_object(row: &NetworkRow) -> NetworkObject {
    NetworkObject {
        id: row.id.to_string(),
        label: row.label.clone(),
        name: row.name.clone(),
        members: row.members,
        open_actions: row.open_actions,
        held: row.held,
        next: row.next.map(day),
    }
}

/// A meeting of `list meetings`.
pub fn meeting_row_object(row: &MeetingRow) -> MeetingRowObject {
    MeetingRowObject {
        id: row.id.to_string(),
        label: row.label.clone(),
        network_name: row.network_name.clone(),
        title: row.title.clone(),
        stage: row.stage,
        when: WhenObject {
            date: row.date.map(day),
            start: row.start.map(time),
            end: row.end.map(time),
            tentative: row.tentative,
            moved_from: None,
        },
        venue: row.venue.clone(),
        cancelled: row.cancelled,
        minutes_status: row.minutes,
        expected: row.expected,
        present: row.present,
    }
}

/// An action item of `list actions`; its label is its id.
pub fn action_object(row: &ActionRow) -> ActionObject {
    let open = (row.status == ActionStatus::Open).then_some(());
    ActionObject {
        id: row.id.to_string(),
        label: row.id.to_string(),
        text: row.text.clone(),
        owner: (!row.owner_name.is_empty()).then(|| row.owner_name.clone()),
        due: row.due.as_ref().map(ToString::to_string),
        status: row.status,
        reported: open.and(row.reported).map(day),
        meeting: (!row.meeting_label.is_empty()).then(|| row.meeting_label.clone()),
        item: row.item.map(|id| id.to_string()),
        entry: row.entry.map(|id| id.to_string()),
    }
}

/// A decision of `list decisions`; its label is its id.
pub fn decision_object(row: &DecisionRow) -> DecisionObject {
    DecisionObject {
        id: row.id.to_string(),
        label: row.id.to_string(),
        text: row.text.clone(),
        meeting: row.meeting_label.clone(),
        date: row.date.map(day),
        item: row.item.to_string(),
        item_number: row.number,
        item_title: row.item_title.clone(),
    }
}

/// A person of `list people`.
pub fn person_object(person: &Person, register: &Register) -> PersonObject {
    let organisation = person
        .organisation
        .and_then(|id| register.organisations.get(&id));
    PersonObject {
        id: person.id.to_string(),
        label: person.label.clone(),
        name: person.name.clone(),
        call_name: person.call_name.clone(),
        title: person.title.clone(),
        email: person.email.clone(),
        bounced: person.trouble().map(str::to_owned),
        phone: person.phone.clone(),
        organisation: organisation.map(|row| row.label.clone()),
        organisation_name: organisation.map(|row| row.name.clone()),
        succeeded_by: person
            .succeeded_by
            .and_then(|id| register.people.get(&id))
            .map(|row| row.label.clone()),
        left_on: person.left_on.map(day),
        consented_on: person.consented_on.map(day),
    }
}

/// An organisation of `list organisations`.
pub fn organisation_object(row: &Organisation) -> OrganisationObject {
    OrganisationObject {
        id: row.id.to_string(),
        label: row.label.clone(),
        name: row.name.clone(),
        short: row.short.clone(),
        address: row.address.clone(),
    }
}
