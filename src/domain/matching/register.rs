//! People of the register as candidates.

use super::{Candidate, Index};
use crate::domain::id::Id;
use crate::domain::register::{Person, Register};

impl<K> Candidate<K> {
    /// A candidate with a full name; its last word is taken for the family name.
    pub fn named(key: K, name: &str) -> Candidate<K> {
        let (given, family) = name.trim().rsplit_once(' ').unwrap_or((name.trim(), ""));
        Candidate {
            key,
            given: given.to_owned(),
            family: family.to_owned(),
            call_name: String::new(),
            organisation: String::new(),
            email: String::new(),
            code: String::new(),
        }
    }
}

impl Candidate<Id> {
    /// A person with what the register knows; nothing for one removed, erased or merged.
    pub fn person(register: &Register, id: Id) -> Option<Candidate<Id>> {
        let person = register.people.get(&id).filter(|person| is_there(person))?;
        let organisation = person
            .organisation
            .and_then(|id| register.organisations.get(&id));
        Some(Candidate {
            call_name: person.call_name.clone(),
            email: person.email.clone(),
            organisation: organisation
                .map(|found| format!("{} {}", found.name, found.short))
                .unwrap_or_default(),
            ..Candidate::named(id, &person.name)
        })
    }
}

impl Index<Id> {
    /// Everybody in the register.
    pub fn of_register(register: &Register) -> Index<Id> {
        Index::of_people(register, register.people.keys().copied())
    }

    /// All organisations, by the words of their names.
    pub fn of_organisations(register: &Register) -> Index<Id> {
        let rows = register.organisations.values().filter(|row| !row.removed);
        Index::new(rows.map(|row| Candidate {
            key: row.id,
            given: row.name.clone(),
            call_name: row.short.clone(),
            ..Candidate::default()
        }))
    }

    /// Some people of the register, such as a meeting's participants.
    pub fn of_people(register: &Register, people: impl IntoIterator<Item = Id>) -> Index<Id> {
        Index::new(
            people
                .into_iter()
                .filter_map(|id| Candidate::person(register, id)),
        )
    }
}

fn is_there(person: &Person) -> bool {
    !person.removed && !person.erased && person.merged_into.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::register::Organisation;

    #[test]
    fn people_of_the_register_are_found() {
        let id = |text: &str| {
            Id::from_bits(
                text.bytes()
                    .fold(0, |bits, byte| bits << 8 | u128::from(byte)),
            )
        };
        let mut register = Register::default();
        let odense = Organisation {
            name: "Odense Kommune".into(),
            short: "Odense".into(),
            ..Organisation::default()
        };
        register.organisations.insert(id("o"), odense);
        for (name, erased) in [("Åse Olsen", false), ("Aase Ohlsen", true), ("Bo", false)] {
            let organisation = Some(id("o"));
            let person = Person {
                name: name.into(),
                organisation,
                erased,
                ..Person::default()
            };
            register.people.insert(id(name), person);
        }
        let index = Index::of_register(&register);
        assert_eq!(index.len(), 2);
        assert_eq!(
            index.find("aase o", |_| false).leader(),
            Some(&id("Åse Olsen"))
        );
        assert_eq!(index.find("bo od", |_| false).leader(), Some(&id("Bo")));
        assert_eq!(index.find("odense", |_| false).matches.len(), 2);
        assert!(
            Index::of_people(&register, [id("Bo")])
                .find("aase", |_| false)
                .matches
                .is_empty()
        );
    }
}
