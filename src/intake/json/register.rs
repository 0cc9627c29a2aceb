//! The file's people, organisations and network: found here, or made.

use super::BadMeeting;
use super::reader::{Reader, bad, day};
use crate::domain::clean::clean_line;
use crate::domain::draft::{add_to_network, add_to_register};
use crate::domain::exchange::{MeetingObject, OrganisationObject, PersonObject};
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::network::{MeetingRef, NetworkHead};
use crate::domain::op::{DocId, DocOp, Edit, Op};
use crate::domain::register::{Organisation, Person};
use crate::domain::secretariat::{NetworkRef, SecretariatRecord};
use crate::intake::label;

impl Reader<'_> {
    pub(super) fn read_register(&mut self, object: &MeetingObject) -> Result<(), BadMeeting> {
        for (index, row) in object.organisations.iter().enumerate() {
            self.read_organisation(&format!("organisations[{index}]"), row)?;
        }
        for (index, row) in object.people.iter().enumerate() {
            self.read_person(&format!("people[{index}]"), row)?;
        }
        for (index, row) in object.participants.iter().enumerate() {
            let known = self.people.contains_key(&row.person)
                || self.ground.register.person(&row.person).is_some();
            if !known && !row.name.trim().is_empty() {
                let person = PersonObject {
                    label: row.person.clone(),
                    name: row.name.clone(),
                    organisation: row.organisation_label.clone(),
                    ..PersonObject::default()
                };
                self.read_person(&format!("participants[{index}]"), &person)?;
            }
        }
        Ok(())
    }

    fn read_organisation(
        &mut self,
        place: &str,
        row: &OrganisationObject,
    ) -> Result<(), BadMeeting> {
        let wanted = fold(&row.name);
        let register = self.ground.register;
        let mut known = register.organisations.values().filter(|row| !row.removed);
        if let Some(found) = known.find(|here| fold(&here.name) == wanted) {
            self.organisations.insert(row.label.clone(), found.id);
            return Ok(());
        }
        if wanted.trim().is_empty() {
            return Err(bad(&format!("{place}.name"), &row.name, "is no name"));
        }
        let id = self.register_id(place, &row.id)?;
        let name = clean_line(&row.name);
        self.ops.push(add_to_register(Organisation {
            id,
            label: label(if row.label.is_empty() {
                &name
            } else {
                &row.label
            }),
            name: name.clone(),
            short: clean_line(&row.short),
            address: clean_line(&row.address),
            removed: false,
        }));
        self.organisations.insert(row.label.clone(), id);
        self.made_organisations.push(name);
        Ok(())
    }

    fn read_person(&mut self, place: &str, row: &PersonObject) -> Result<(), BadMeeting> {
        if let Some(id) = self.known_person(row) {
            self.people.insert(row.label.clone(), id);
            return Ok(());
        }
        let id = self.register_id(place, &row.id)?;
        let name = clean_line(&row.name);
        let at_work = format!("{place}.organisation");
        let organisation = self.organisation_if(&at_work, row.organisation.as_ref())?;
        self.ops.push(add_to_register(Person {
            id,
            label: label(if row.label.is_empty() {
                &name
            } else {
                &row.label
            }),
            call_name: clean_line(&row.call_name),
            title: clean_line(&row.title),
            email: clean_line(&row.email),
            phone: clean_line(&row.phone),
            organisation,
            left_on: day(&format!("{place}.left_on"), row.left_on.as_ref())?,
            // Somebody without a name was erased where the file was written.
            erased: name.is_empty(),
            removed: name.is_empty(),
            name: name.clone(),
            ..Person::default()
        }));
        self.people.insert(row.label.clone(), id);
        self.made_people.extend((!name.is_empty()).then_some(name));
        Ok(())
    }

    /// Somebody here: by id, by e-mail, by label and name, by a name that only one has.
    fn known_person(&self, row: &PersonObject) -> Option<Id> {
        let (name, email) = (fold(&row.name), row.email.to_lowercase());
        let register = self.ground.register;
        let live = || {
            let people = register.people.values();
            people.filter(|person| !person.removed && person.merged_into.is_none())
        };
        let same_name = |person: &&Person| fold(&person.name) == name;
        let id: Option<Id> = row.id.parse().ok();
        let by_id = id
            .and_then(|id| register.people.get(&id))
            .filter(|person| same_name(person));
        let by_email =
            || live().find(|person| !email.is_empty() && person.email.to_lowercase() == email);
        let by_label = || register.person(&row.label).filter(same_name);
        let by_name = || {
            let mut same = live()
                .filter(same_name)
                .filter(|person| email.is_empty() || person.email.is_empty());
            let only = same.next().filter(|_| !name.is_empty())?;
            same.next().is_none().then_some(only)
        };
        by_id
            .or_else(by_email)
            .or_else(by_label)
            .or_else(by_name)
            .map(|person| person.id)
    }

    /// The id of a new row of the register: the file's, unless it is taken.
    fn register_id(&mut self, place: &str, text: &str) -> Result<Id, BadMeeting> {
        if text.is_empty() {
            return Ok((self.ids)());
        }
        let place = format!("{place}.id");
        let id: Id = text.parse().map_err(|_| {
            bad(
                &place,
                text,
                "is no id; write 32 hexadecimal digits or leave it out",
            )
        })?;
        let register = self.ground.register;
        let taken = id == Id::default()
            || register.people.contains_key(&id)
            || register.organisations.contains_key(&id)
            || self.people.values().any(|known| *known == id)
            || self.organisations.values().any(|known| *known == id);
        Ok(if taken { (self.ids)() } else { id })
    }

    /// The network, made when it is not here, and the meeting's number in it.
    pub(super) fn read_network(
        &mut self,
        object: &MeetingObject,
        year: i32,
    ) -> Result<(), BadMeeting> {
        if self.ground.network.is_none() {
            let name = clean_line(&object.network_name);
            if object.network.trim().is_empty() && name.trim().is_empty() {
                return Err(bad("network", "", "names no network; give its label"));
            }
            let wanted = if object.network.is_empty() {
                &name
            } else {
                &object.network
            };
            let entry = NetworkRef {
                id: self.network,
                label: label(wanted),
                removed: false,
            };
            self.ops.push(DocOp {
                doc: DocId::Secretariat,
                op: Op::Secretariat(Edit::Add(SecretariatRecord::Network(entry))),
            });
            let head = NetworkHead {
                id: self.network,
                name: if name.is_empty() {
                    clean_line(&object.network)
                } else {
                    name
                },
                ..NetworkHead::default()
            };
            self.ops.push(add_to_network(self.network, head));
        }
        let entry = MeetingRef {
            id: self.meeting,
            year,
            number: 0,
            removed: false,
        };
        self.ops.push(add_to_network(self.network, entry));
        Ok(())
    }
}
