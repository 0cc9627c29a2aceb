//! The register: people and organisations.

use chrono::NaiveDate;

use super::folding::{fold, forms, initial, label, words};
use super::id::Id;
use super::secretariat::Language;
use crate::{document, record};

record! {
    /// A person. A person who has left keeps the record; `succeeded_by` says who took over.
    Person, PersonField {
        /// The short name in commands ("karen-lund"); the fold makes it unique.
        label Label: String,
        /// The full name.
        name Name: String,
        /// What colleagues call them, when that is not the given name.
        call_name CallName: String,
        /// Job title.
        title Title: String,
        /// E-mail address.
        email Email: String,
        /// Telephone number.
        phone Phone: String,
        /// Where the person works.
        organisation Organisation: Option<Id>,
        /// The language of mail to the person, when it is not the network's.
        language Language: Option<Language>,
        /// A note of the secretariat's, in no document.
        note Note: String,
        /// Who took over, and from when.
        succeeded_by SucceededBy: Option<Id>,
        /// The last day in the post.
        left_on LeftOn: Option<NaiveDate>,
        /// The record this one was found to be the same person as.
        merged_into MergedInto: Option<Id>,
        /// Personal data was erased; only the id is left.
        erased Erased: bool,
        /// The address that mail last came back from; it counts while it is still theirs.
        bounced Bounced: String,
        /// What the server said then.
        bounced_said BouncedSaid: String,
        /// The day the person agreed to be named on the public portal; `None` without consent.
        consented_on ConsentedOn: Option<NaiveDate>,
    }
}

record! {
    /// An organisation: a municipality, an agency, an association.
    Organisation, OrganisationField {
        /// The short name in commands ("odense"); the fold makes it unique.
        label Label: String,
        /// The full name.
        name Name: String,
        /// The name on narrow screens and in minutes ("Odense"), when there is one.
        short Short: String,
        /// Postal or visiting address.
        address Address: String,
    }
}

document! {
    /// People and organisations.
    Register, RegisterRecord, RegisterChange, RegisterTable {
        head: RegisterHead,
        /// People.
        people Person: Person,
        /// Organisations.
        organisations Organisation: Organisation,
    }
}

record! {
    /// The register's own facts.
    RegisterHead, RegisterHeadField {
        /// A note of the secretariat's about its register, in no document.
        note Note: String,
    }
}

impl Person {
    /// A new person of this name.
    pub fn named(id: Id, name: String) -> Self {
        let label = match label(&name) {
            label if label.is_empty() => "person".to_owned(),
            label => label,
        };
        Self {
            id,
            label,
            name,
            ..Self::default()
        }
    }

    /// What the server said when mail to the address last came back; `None` while mail reaches it.
    pub fn trouble(&self) -> Option<&str> {
        let same = !self.email.is_empty() && self.email == self.bounced;
        same.then_some(self.bounced_said.as_str())
    }
}

impl Register {
    /// The one person with this mail address.
    pub fn addressed(&self, address: &str) -> Option<&Person> {
        let wanted = address.trim();
        let mut rows = self.people.values().filter(|row| {
            let there = !row.removed && !row.erased && row.merged_into.is_none();
            there && !wanted.is_empty() && row.email.trim().eq_ignore_ascii_case(wanted)
        });
        let found = rows.next()?;
        rows.next().is_none().then_some(found)
    }

    /// The person with this label.
    pub fn person(&self, label: &str) -> Option<&Person> {
        self.people
            .values()
            .find(|person| !person.removed && person.label == label)
    }

    /// The organisation with this label.
    pub fn organisation(&self, label: &str) -> Option<&Organisation> {
        self.organisations
            .values()
            .find(|organisation| !organisation.removed && organisation.label == label)
    }

    /// The organisation of this name, short name or label, whatever the spelling; "Vejle" and
    /// "Vejle Kommune" are the same.
    pub fn organisation_named(&self, name: &str) -> Option<Id> {
        let wanted = fold(name.trim());
        let is = |name: &str| !name.is_empty() && fold(name) == wanted;
        let bare = |name: &str| fold(without_kind(name));
        let rows = || self.organisations.values().filter(|row| !row.removed);
        let exact = rows().find(|row| is(&row.name) || is(&row.short) || is(&row.label));
        let near = || rows().find(|row| bare(&row.name) == bare(name));
        exact
            .or_else(|| near().filter(|_| !wanted.is_empty()))
            .map(|row| row.id)
    }

    /// A person's name, empty when unknown.
    pub fn name_of(&self, person: Id) -> &str {
        self.people
            .get(&person)
            .map_or("", |person| person.name.as_str())
    }

    /// The only one of some people whose name has all these words whole, or whose initials they are.
    pub fn whole_name(&self, people: impl Iterator<Item = Id>, typed: &str) -> Option<Id> {
        let wanted: Vec<String> = words(typed).map(fold).collect();
        let is = |id: &Id| {
            let Some(person) = self.people.get(id) else {
                return false;
            };
            let name = format!("{} {}", person.name, person.call_name);
            let known: Vec<String> = words(&name).flat_map(forms).collect();
            let initials: String = words(&person.name).filter_map(initial).collect();
            let short = wanted.len() == 1 && initials.len() > 1 && typed.trim() == initials;
            short || (!wanted.is_empty() && wanted.iter().all(|word| known.contains(word)))
        };
        let mut found = people.filter(is);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// An organisation's short name where it has one, else its name; empty when unknown.
    pub fn organisation_name(&self, organisation: Id) -> &str {
        self.organisations
            .get(&organisation)
            .map_or("", Organisation::shown_name)
    }
}

/// A municipality's name without the word that says so.
fn without_kind(name: &str) -> &str {
    let name = name.trim();
    match name.rsplit_once(' ') {
        Some((own, kind))
            if ["kommune", "municipality"].contains(&kind.to_lowercase().as_str()) =>
        {
            own.trim_end()
        }
        _ => name,
    }
}

impl Organisation {
    /// A new organisation of this name.
    pub fn named(id: Id, name: String) -> Self {
        Self {
            id,
            label: label(without_kind(&name)),
            name,
            ..Self::default()
        }
    }

    /// Whether its name says that it is a municipality.
    pub fn is_municipality(&self) -> bool {
        without_kind(&self.name) != self.name.trim()
    }

    /// The short name where there is one, else the name.
    pub fn shown_name(&self) -> &str {
        if self.short.is_empty() {
            &self.name
        } else {
            &self.short
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_is_known_by_other_spellings_of_its_name() {
        let mut register = Register::default();
        for (bits, name) in [(1, "Århus Kommune"), (2, "Vejle"), (3, "UCL")] {
            let row = Organisation::named(Id::from_bits(bits), name.to_owned());
            register.organisations.insert(row.id, row);
        }
        for (typed, found) in [
            ("aarhus kommune", Some(1)),
            ("Aarhus", Some(1)),
            ("Vejle Kommune", Some(2)),
            ("ucl", Some(3)),
            ("UCL Vejle", None),
            ("Kommune", None),
            (" ", None),
        ] {
            let found = found.map(Id::from_bits);
            assert_eq!(register.organisation_named(typed), found, "{typed}");
        }
        assert_eq!(register.organisations[&Id::from_bits(1)].label, "aarhus");
    }
}
