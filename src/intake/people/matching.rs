//! Who of the register a row is.

use super::{PreviewRow, Row, Whence, Who};
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::register::{Person, Register};

/// A row not yet looked up.
pub(super) fn unmatched(row: Row) -> PreviewRow {
    PreviewRow {
        row,
        who: Who::New,
        whence: Whence::NotSaid,
    }
}

/// Looks every row up.
pub(super) fn match_rows(rows: &mut [PreviewRow], register: &Register) {
    let people: Vec<(String, String, &Person)> = register
        .people
        .values()
        .filter(|person| !person.removed && !person.erased && person.merged_into.is_none())
        .map(|person| (fold(&person.name), person.email.to_lowercase(), person))
        .collect();
    let mut earlier: Vec<(String, String)> = Vec::new();
    for row in rows {
        row.whence = whence(&row.row, register);
        row.who = who(&row.row, &row.whence, &people);
        let key = (fold(&row.row.name), row.row.email.to_lowercase());
        let again = earlier.iter().position(|(name, email)| {
            if key.1.is_empty() || email.is_empty() {
                *name == key.0
            } else {
                *email == key.1
            }
        });
        if let Some(index) = again {
            row.who = Who::Again(index);
        }
        earlier.push(key);
    }
}

fn whence(row: &Row, register: &Register) -> Whence {
    if row.organisation.trim().is_empty() {
        return Whence::NotSaid;
    }
    let found = register.organisation_named(&row.organisation);
    found.map_or_else(|| Whence::New(row.organisation.clone()), Whence::Known)
}

fn who(row: &Row, whence: &Whence, people: &[(String, String, &Person)]) -> Who {
    let email = row.email.to_lowercase();
    if !email.is_empty() {
        let same: Vec<Id> = people
            .iter()
            .filter(|(_, theirs, _)| *theirs == email)
            .map(|(_, _, person)| person.id)
            .collect();
        match same.as_slice() {
            [] => {}
            [one] => return Who::Known(*one),
            _ => return Who::Unclear(same),
        }
    }
    let name = fold(&row.name);
    let same: Vec<&Person> = people
        .iter()
        .filter(|(theirs, _, _)| *theirs == name)
        .map(|(_, _, person)| *person)
        .collect();
    let at_home = |person: &&Person| match whence {
        Whence::Known(id) => person.organisation.is_none_or(|theirs| theirs == *id),
        Whence::NotSaid => email.is_empty() || person.email.is_empty(),
        Whence::New(_) => person.organisation.is_none(),
    };
    let home: Vec<&&Person> = same.iter().filter(|person| at_home(person)).collect();
    match (same.as_slice(), home.as_slice()) {
        ([], _) => Who::New,
        (_, [one]) => Who::Known(one.id),
        _ => Who::Unclear(same.iter().map(|person| person.id).collect()),
    }
}
