//! The objects of the desk.

use super::build::day;
use crate::domain::desk::{Contact, Desk, Enquiry, Forum, Forwarding, Membership, Representation};
use crate::domain::exchange::{
    ContactObject, EnquiryObject, ForumObject, ForwardingObject, MembershipObject,
    RepresentationObject, SeatObject,
};
use crate::domain::id::Id;
use crate::domain::register::Register;
use crate::domain::secretariat::Secretariat;

/// What the objects of the desk are made from.
#[derive(Clone, Copy, Debug)]
pub struct DeskSource<'a> {
    /// The desk.
    pub desk: &'a Desk,
    /// People and organisations.
    pub register: &'a Register,
    /// Networks' labels.
    pub secretariat: &'a Secretariat,
}

impl DeskSource<'_> {
    fn network(&self, network: Option<Id>) -> Option<String> {
        network.map(|id| self.secretariat.label(id).to_owned())
    }

    /// An enquiry of `list enquiries`.
    pub fn enquiry(&self, row: &Enquiry) -> EnquiryObject {
        let forwarded = self.desk.forwarded(row.id).into_iter();
        EnquiryObject {
            id: row.id.to_string(),
            label: row.label(),
            title: row.title.clone(),
            from: row.sender.name(self.register).to_owned(),
            country: row.country.clone(),
            kind: row.kind,
            status: self.desk.state(row),
            received: row.received.map(day),
            deadline: row.deadline.as_ref().map(ToString::to_string),
            handler: row.handler.name(self.register).to_owned(),
            network: self.network(row.network),
            forwarded: forwarded.map(|row| self.forwarding(row)).collect(),
            answer: row.answer.clone(),
            answered_on: row.answered_on.map(day),
            result: row.result.clone(),
            closed_on: row.closed_on.map(day),
            activity: row.activity.map(|id| id.to_string()),
            representation: row.representation.map(|id| id.to_string()),
            note: row.note.clone(),
        }
    }

    fn forwarding(&self, row: &Forwarding) -> ForwardingObject {
        ForwardingObject {
            id: row.id.to_string(),
            to: row.recipient.name(self.register).to_owned(),
            date: row.date.map(day),
            note: row.note.clone(),
        }
    }

    fn person(&self, person: Id) -> (String, String) {
        let row = self.register.people.get(&person);
        row.map_or_else(Default::default, |row| {
            (row.label.clone(), row.name.clone())
        })
    }

    fn seats(&self, place: Id) -> Vec<SeatObject> {
        let rows = self.desk.seats_in(place, self.register).into_iter();
        rows.map(|row| {
            let (person, person_name) = self.person(row.person);
            SeatObject {
                id: row.id.to_string(),
                person,
                person_name,
                role: row.role,
                title: row.title.clone(),
                from: said(&row.from),
                until: said(&row.until),
            }
        })
        .collect()
    }

    /// A membership of `list memberships`.
    pub fn membership(&self, row: &Membership) -> MembershipObject {
        MembershipObject {
            id: row.id.to_string(),
            label: row.id.to_string(),
            name: row.name.clone(),
            since: said(&row.since),
            until: said(&row.until),
            fee: row.fee.clone(),
            contact: row.contact.name(self.register).to_owned(),
            contributes: row.contributes.clone(),
            gains: row.gains.clone(),
            network: self.network(row.network),
            seats: self.seats(row.id),
            note: row.note.clone(),
        }
    }

    fn names(&self, representation: Id, partners: bool) -> Vec<String> {
        let names = self
            .desk
            .contributor_list(representation, partners, self.register);
        names.into_iter().map(str::to_owned).collect()
    }

    /// A representation of `list representations`.
    pub fn representation(&self, row: &Representation) -> RepresentationObject {
        let when = row.when.as_ref();
        RepresentationObject {
            id: row.id.to_string(),
            label: row.id.to_string(),
            title: row.title.clone(),
            role: row.role,
            status: row.status,
            event: row.event.clone(),
            place: row.place.clone(),
            when: said(&row.when),
            first_day: when.and_then(|when| when.first_day()).map(day),
            last_day: when.and_then(|when| when.last_day()).map(day),
            call: said(&row.call),
            people: self.names(row.id, false),
            partners: self.names(row.id, true),
            audience: row.audience.clone(),
            network: self.network(row.network),
            repeats: said(&row.repeats),
            links: row.link_list().map(str::to_owned).collect(),
            themes: row.themes.clone(),
            note: row.note.clone(),
        }
    }

    /// A person of `list contacts`.
    pub fn contact(&self, row: &Contact) -> ContactObject {
        let (person, person_name) = self.person(row.person);
        let known = self.register.people.get(&row.person);
        ContactObject {
            id: row.id.to_string(),
            label: row.id.to_string(),
            person,
            person_name,
            office: row.office.name(self.register).to_owned(),
            covers: row.covers.clone(),
            email: known.map_or_else(String::new, |row| row.email.clone()),
            phone: known.map_or_else(String::new, |row| row.phone.clone()),
            from: said(&row.from),
            until: said(&row.until),
        }
    }

    /// A forum of `list fora`, so deep in the tree.
    pub fn forum(&self, row: &Forum, depth: usize) -> ForumObject {
        let under = row.parent.map_or("", |id| self.desk.place_name(id));
        ForumObject {
            id: row.id.to_string(),
            label: row.id.to_string(),
            name: row.name.clone(),
            kind: row.kind,
            depth,
            under: under.to_owned(),
            seats: self.seats(row.id),
            gains: row.gains.clone(),
            costs: row.costs.clone(),
            assessed_on: row.assessed_on.map(day),
            link: row.link.clone(),
            note: row.note.clone(),
        }
    }
}

fn said<T: ToString>(value: &Option<T>) -> Option<String> {
    value.as_ref().map(ToString::to_string)
}
