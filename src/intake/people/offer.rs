//! From a settled preview to ops.

use super::{Preview, PreviewRow, Row, Whence, Who};
use crate::domain::attendance::{Participant, ParticipantField, ParticipantRole, Presence, Rsvp};
use crate::domain::draft::{
    Ids, add_to_meeting, add_to_network, add_to_register, set_in_meeting, set_in_register,
};
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::network::{Member, MemberRole, Network};
use crate::domain::op::DocOp;
use crate::domain::register::{Organisation, Person, PersonField, Register};

/// What the people of a list become.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// People of the register, no more.
    Register,
    /// Members of a network.
    Network {
        /// The network's document.
        id: Id,
        /// The network.
        network: &'a Network,
        /// What they become.
        role: MemberRole,
    },
    /// Participants of a meeting.
    Meeting {
        /// The meeting's document.
        id: Id,
        /// The meeting.
        meeting: &'a Meeting,
        /// When attendance in the list counts as noted, milliseconds since 1970 UTC.
        at: i64,
    },
}

/// The ops of a preview. Unclear and repeated rows are left out; what the register knows is kept,
/// only what it lacks is filled in.
pub fn ops(preview: &Preview, register: &Register, target: Target, ids: Ids) -> Vec<DocOp> {
    let mut ops = Vec::new();
    let mut made: Vec<(String, Id)> = Vec::new();
    for row in &preview.rows {
        let person = match &row.who {
            Who::Unclear(_) | Who::Again(_) => continue,
            Who::Known(id) => {
                ops.extend(fill_in(*id, &row.row, register));
                let homeless = register
                    .people
                    .get(id)
                    .filter(|it| it.organisation.is_none());
                if let Some(person) = homeless
                    && let Some(home) = organisation(row, &mut made, &mut ops, ids)
                {
                    let change = PersonField::organisation(person, Some(home));
                    ops.push(set_in_register(*id, change));
                }
                *id
            }
            Who::New => {
                let organisation = organisation(row, &mut made, &mut ops, ids);
                let person = new_person(&row.row, organisation, ids());
                let id = person.id;
                ops.push(add_to_register(person));
                id
            }
        };
        let home = match &row.whence {
            Whence::Known(id) => Some(*id),
            Whence::New(name) => made_before(&made, name),
            Whence::NotSaid => None,
        }
        .or_else(|| register.people.get(&person)?.organisation);
        ops.extend(join(person, home, &row.row, target, ids));
    }
    ops
}

fn made_before(made: &[(String, Id)], name: &str) -> Option<Id> {
    let wanted = fold(name);
    made.iter()
        .find(|(name, _)| *name == wanted)
        .map(|(_, id)| *id)
}

/// The organisation of a person who has none, made when it is new; the same name twice is one.
fn organisation(
    row: &PreviewRow,
    made: &mut Vec<(String, Id)>,
    ops: &mut Vec<DocOp>,
    ids: Ids,
) -> Option<Id> {
    let name = match &row.whence {
        Whence::NotSaid => return None,
        Whence::Known(id) => return Some(*id),
        Whence::New(name) => name,
    };
    if let Some(id) = made_before(made, name) {
        return Some(id);
    }
    let id = ids();
    let organisation = Organisation::named(id, name.clone());
    ops.push(add_to_register(organisation));
    made.push((fold(name), id));
    Some(id)
}

fn new_person(row: &Row, organisation: Option<Id>, id: Id) -> Person {
    Person {
        title: row.title.clone(),
        email: row.email.clone(),
        phone: row.phone.clone(),
        organisation,
        ..Person::named(id, row.name.clone())
    }
}

fn fill_in(id: Id, row: &Row, register: &Register) -> Vec<DocOp> {
    let Some(person) = register.people.get(&id) else {
        return Vec::new();
    };
    let mut changes = Vec::new();
    if person.email.is_empty() && !row.email.is_empty() {
        changes.push(PersonField::email(person, row.email.clone()));
    }
    if person.phone.is_empty() && !row.phone.is_empty() {
        changes.push(PersonField::phone(person, row.phone.clone()));
    }
    if person.title.is_empty() && !row.title.is_empty() {
        changes.push(PersonField::title(person, row.title.clone()));
    }
    changes
        .into_iter()
        .map(|change| set_in_register(id, change))
        .collect()
}

fn join(person: Id, home: Option<Id>, row: &Row, target: Target, ids: Ids) -> Vec<DocOp> {
    match target {
        Target::Register => Vec::new(),
        Target::Network { id, network, role } => {
            let member = |row: &Member| !row.removed && row.person == Some(person);
            if network.members.values().any(member) {
                return Vec::new();
            }
            let member = Member {
                id: ids(),
                person: Some(person),
                role,
                ..Member::default()
            };
            vec![add_to_network(id, member)]
        }
        Target::Meeting { id, meeting, at } => take_part(person, home, row, (id, meeting, at), ids),
    }
}

fn take_part(
    person: Id,
    home: Option<Id>,
    row: &Row,
    (id, meeting, at): (Id, &Meeting, i64),
    ids: Ids,
) -> Vec<DocOp> {
    let mut ops = Vec::new();
    match meeting.participants.get(&person) {
        None => ops.push(add_to_meeting(
            id,
            Participant {
                id: person,
                organisation: home,
                role: row.role.unwrap_or(ParticipantRole::Member),
                rsvp: row.rsvp.unwrap_or_default(),
                ..Participant::default()
            },
        )),
        Some(known) => {
            if known.removed {
                let back = ParticipantField::Removed(crate::domain::record::Change {
                    from: true,
                    to: false,
                });
                ops.push(set_in_meeting(id, person, back));
            }
            // A list that says "no answer" takes no answer back.
            let answer = row.rsvp.filter(|rsvp| *rsvp != Rsvp::NoAnswer);
            if let Some(rsvp) = answer.filter(|rsvp| *rsvp != known.rsvp) {
                ops.push(set_in_meeting(
                    id,
                    person,
                    ParticipantField::rsvp(known, rsvp),
                ));
            }
        }
    }
    ops.extend(attend(person, row, (id, meeting, at), ids));
    ops
}

/// What happened at the door, when the list says something new.
fn attend(
    person: Id,
    row: &Row,
    (id, meeting, at): (Id, &Meeting, i64),
    ids: Ids,
) -> Option<DocOp> {
    let last = meeting.presences_of(person).last().map(|event| event.kind);
    let kind = row.presence.filter(|kind| Some(*kind) != last)?;
    let event = Presence {
        id: ids(),
        person,
        kind,
        at,
        item: None,
        removed: false,
    };
    Some(add_to_meeting(id, event))
}
