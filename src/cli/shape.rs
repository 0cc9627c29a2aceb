//! The JSON that scripts read: what `show` and `list` print. The names of the fields are a promise.

mod meeting;
mod rows;

pub use meeting::{Facts, MeetingShape, stamp};
pub use rows::{Names, actions, decisions, meetings, networks, organisation, organisations, people, person};

use crate::domain::network::Owner;
use crate::domain::register::Register;

/// Who, by full name.
pub fn owner_name(owner: &Owner, register: &Register) -> String {
    match owner {
        Owner::Nobody => String::new(),
        Owner::Person(id) => register.name_of(*id).to_owned(),
        Owner::Organisation(id) => organisation_name(Some(*id), register),
        Owner::Words(words) => words.clone(),
    }
}

/// An organisation's full name, empty when there is none.
pub fn organisation_name(id: Option<crate::domain::id::Id>, register: &Register) -> String {
    id.and_then(|id| register.organisations.get(&id))
        .map_or_else(String::new, |row| row.name.clone())
}
