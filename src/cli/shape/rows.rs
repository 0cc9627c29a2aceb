//! The rows of `list … --json`: objects with id and label.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use super::organisation_name;
use crate::domain::due::Due;
use crate::domain::folding::sort_key;
use crate::domain::id::Id;
use crate::domain::network::Member;
use crate::domain::query::{ActionRow, DecisionRow, MeetingRow, NetworkRow};
use crate::domain::register::{Organisation, Person, Register};
use crate::domain::secretariat::Secretariat;
use crate::domain::walk::Gap;

/// The names rows refer to.
pub struct Names {
    /// Networks' labels.
    pub secretariat: Secretariat,
    /// People and organisations.
    pub register: Register,
}

/// A network.
#[derive(Clone, Debug, Serialize)]
pub struct NetworkShape {
    pub id: Id,
    pub label: String,
    pub name: String,
    pub members: usize,
    pub open_actions: usize,
    pub held: usize,
    pub next: Option<NaiveDate>,
}

/// Networks.
pub fn networks(rows: Vec<NetworkRow>) -> Vec<NetworkShape> {
    rows.into_iter().map(network).collect()
}

/// A network.
pub fn network(row: NetworkRow) -> NetworkShape {
    NetworkShape {
        id: row.id,
        label: row.label,
        name: row.name,
        members: row.members,
        open_actions: row.open_actions,
        held: row.held,
        next: row.next,
    }
}

/// A meeting in a list.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingListed {
    pub id: Id,
    pub label: String,
    pub network: String,
    pub title: String,
    pub stage: &'static str,
    pub date: Option<NaiveDate>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub tentative: bool,
    pub venue: String,
    pub host: Option<String>,
    pub cancelled: bool,
    pub minutes: &'static str,
    pub expected: usize,
    pub present: usize,
    pub apologies: usize,
    pub unanswered: usize,
    pub gaps: Vec<Gap>,
}

/// Meetings.
pub fn meetings(rows: Vec<MeetingRow>, names: &Names) -> Vec<MeetingListed> {
    let clock = |time: Option<NaiveTime>| time.map(|time| time.format("%H:%M").to_string());
    let shape = |row: MeetingRow| MeetingListed {
        id: row.id,
        label: row.label,
        network: names.secretariat.label(row.network).to_owned(),
        title: row.title,
        stage: row.stage.name(),
        date: row.date,
        start: clock(row.start),
        end: clock(row.end),
        tentative: row.tentative,
        venue: row.venue,
        host: row
            .host
            .map(|host| organisation_name(Some(host), &names.register)),
        cancelled: row.cancelled,
        minutes: row.minutes.name(),
        expected: row.expected,
        present: row.present,
        apologies: row.apologies,
        unanswered: row.unanswered,
        gaps: row.gaps,
    };
    rows.into_iter().map(shape).collect()
}

/// A person.
#[derive(Clone, Debug, Serialize)]
pub struct PersonShape {
    pub id: Id,
    pub label: String,
    pub name: String,
    pub call_name: String,
    pub title: String,
    pub email: String,
    pub phone: String,
    pub organisation: Option<String>,
    pub organisation_label: Option<String>,
    pub left_on: Option<NaiveDate>,
    pub succeeded_by: Option<Id>,
}

/// People by name; those who have left only when all are asked for.
pub fn people(register: &Register, open: bool, wanted: impl Fn(&Person) -> bool) -> Vec<PersonShape> {
    let live = register.people.values().filter(|row| !row.removed);
    let mut rows: Vec<PersonShape> = live
        .filter(|row| !open || row.left_on.is_none())
        .filter(|row| wanted(row))
        .map(|row| person(row, register))
        .collect();
    rows.sort_by_cached_key(|row| sort_key(&row.name));
    rows
}

/// A person.
pub fn person(row: &Person, register: &Register) -> PersonShape {
    let organisation = row.organisation.and_then(|id| register.organisations.get(&id));
    PersonShape {
        id: row.id,
        label: row.label.clone(),
        name: row.name.clone(),
        call_name: row.call_name.clone(),
        title: row.title.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        organisation: organisation.map(|it| it.name.clone()),
        organisation_label: organisation.map(|it| it.label.clone()),
        left_on: row.left_on,
        succeeded_by: row.succeeded_by,
    }
}

/// An organisation.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationShape {
    pub id: Id,
    pub label: String,
    pub name: String,
    pub short: String,
    pub address: String,
    pub people: usize,
}

/// Organisations by name; with a network, those that are or have members of it.
pub fn organisations(register: &Register, members: Option<&[&Member]>) -> Vec<OrganisationShape> {
    let is_member = |row: &Organisation| {
        members.is_none_or(|members| {
            members.iter().any(|member| {
                let person = member.person.and_then(|id| register.people.get(&id));
                let of = person.and_then(|person| person.organisation);
                member.organisation.or(of) == Some(row.id)
            })
        })
    };
    let live = register.organisations.values().filter(|row| !row.removed);
    let mut rows: Vec<OrganisationShape> = live
        .filter(|row| is_member(row))
        .map(|row| organisation(row, register))
        .collect();
    rows.sort_by_cached_key(|row| sort_key(&row.name));
    rows
}

/// An organisation.
pub fn organisation(row: &Organisation, register: &Register) -> OrganisationShape {
    let there = |person: &&Person| !person.removed && person.organisation == Some(row.id);
    OrganisationShape {
        id: row.id,
        label: row.label.clone(),
        name: row.name.clone(),
        short: row.short.clone(),
        address: row.address.clone(),
        people: register.people.values().filter(there).count(),
    }
}

/// An action item in a list. It has no label of its own: the id stands in its place.
#[derive(Clone, Debug, Serialize)]
pub struct ActionListed {
    pub id: Id,
    pub label: String,
    pub network: String,
    pub meeting: Option<String>,
    pub item: Option<Id>,
    pub entry: Option<Id>,
    pub text: String,
    pub owner: String,
    pub due: Option<Due>,
    pub status: &'static str,
}

/// Action items.
pub fn actions(rows: Vec<ActionRow>, names: &Names) -> Vec<ActionListed> {
    let shape = |row: ActionRow| ActionListed {
        id: row.id,
        label: row.id.to_string(),
        network: names.secretariat.label(row.network).to_owned(),
        meeting: row.meeting.map(|_| row.meeting_label),
        item: row.item,
        entry: row.entry,
        text: row.text,
        owner: row.owner_name,
        due: row.due,
        status: row.status.name(),
    };
    rows.into_iter().map(shape).collect()
}

/// A decision in a list, labelled by its meeting and item ("nims-2026-1/3").
#[derive(Clone, Debug, Serialize)]
pub struct DecisionShape {
    pub id: Id,
    pub label: String,
    pub meeting: String,
    pub date: Option<NaiveDate>,
    pub item: Id,
    pub number: usize,
    pub item_title: String,
    pub text: String,
}

/// Decisions.
pub fn decisions(rows: Vec<DecisionRow>) -> Vec<DecisionShape> {
    let shape = |row: DecisionRow| DecisionShape {
        id: row.id,
        label: format!("{}/{}", row.meeting_label, row.number),
        meeting: row.meeting_label,
        date: row.date,
        item: row.item,
        number: row.number,
        item_title: row.item_title,
        text: row.text,
    };
    rows.into_iter().map(shape).collect()
}
