//! The parts of the desk, and what its records are called.

use super::Desk;
use crate::choice;
use crate::domain::id::Id;

choice! {
    /// A part of the desk.
    Part {
        /// Enquiries.
        Enquiries = "enquiries",
        /// Memberships and the seats held.
        Memberships = "memberships",
        /// Representations.
        Representations = "representations",
        /// The contact group.
        Contacts = "contacts",
        /// Fora.
        Fora = "fora",
    }
}

impl Desk {
    /// The part in which a record that is not removed is listed.
    pub fn part_of(&self, id: Id) -> Option<Part> {
        let named = self.titles().into_iter().find(|(_, found, _)| *found == id);
        let seat = || self.seats.get(&id).filter(|row| !row.removed);
        let contact = || self.contacts.get(&id).filter(|row| !row.removed);
        named
            .map(|(part, ..)| part)
            .or_else(|| seat().and_then(|row| self.part_of(row.place)))
            .or_else(|| contact().map(|_| Part::Contacts))
    }

    /// What scripts call a record: an enquiry's label, else its id.
    pub fn label_of(&self, id: Id) -> String {
        let enquiry = self.enquiries.get(&id);
        enquiry.map_or_else(|| id.to_string(), |row| row.label())
    }

    /// What stands beside a record's title: an enquiry's label, the occasion of a representation.
    pub fn beside(&self, id: Id) -> String {
        let enquiry = self.enquiries.get(&id).map(|row| row.label());
        let representation = || self.representations.get(&id).map(|row| row.event.clone());
        enquiry.or_else(representation).unwrap_or_default()
    }

    /// What a record is about, also of one that was removed: its title, after an enquiry's label.
    pub fn subject(&self, id: Id) -> Option<String> {
        let of = [
            self.forwardings.get(&id).map(|row| row.enquiry),
            self.contributors.get(&id).map(|row| row.representation),
            self.seats.get(&id).map(|row| row.place),
        ];
        let id = of.into_iter().flatten().next().unwrap_or(id);
        if let Some(row) = self.enquiries.get(&id) {
            return Some(format!("{} {}", row.label(), row.title));
        }
        let representation = self.representations.get(&id).map(|row| &row.title);
        let membership = || self.memberships.get(&id).map(|row| &row.name);
        let forum = || self.fora.get(&id).map(|row| &row.name);
        let name = representation.or_else(membership).or_else(forum);
        name.cloned()
    }

    /// Everything that has a name.
    pub fn titles(&self) -> Vec<(Part, Id, &str)> {
        let mut titles = Vec::new();
        let rows = self.enquiries.values().filter(|row| !row.removed);
        titles.extend(rows.map(|row| (Part::Enquiries, row.id, row.title.as_str())));
        let rows = self.representations.values().filter(|row| !row.removed);
        titles.extend(rows.map(|row| (Part::Representations, row.id, row.title.as_str())));
        let rows = self.memberships.values().filter(|row| !row.removed);
        titles.extend(rows.map(|row| (Part::Memberships, row.id, row.name.as_str())));
        let rows = self.fora.values().filter(|row| !row.removed);
        titles.extend(rows.map(|row| (Part::Fora, row.id, row.name.as_str())));
        titles
    }
}
