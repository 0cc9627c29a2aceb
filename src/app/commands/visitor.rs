//! Somebody at the door who may not be in the register: "Navn, Organisation".

use crate::app::command::Stop;
use crate::app::context::Context;
use crate::domain::clean::clean_line;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::register::{Person, Register};
use crate::locale::Key;

use super::{field, lookup};

/// Who was named, and the record to make when the register has none.
pub struct Visitor {
    /// The person.
    pub person: Id,
    /// The organisation they come for.
    pub organisation: Option<Id>,
    /// The person's new record.
    pub new: Option<Person>,
}

impl Visitor {
    /// Puts a new person into the register.
    pub fn register(self, context: &mut Context<'_>) {
        if let Some(person) = self.new {
            context.add_to_register(person);
        }
    }
}

/// Reads a name, after a comma the organisation. A name alone must be somebody known.
///
/// # Errors
/// When the organisation is not known, when several people fit.
pub fn read(context: &mut Context<'_>, typed: &str) -> Result<Visitor, Stop> {
    let typed = clean_line(typed);
    let register = context.register()?;
    let Some((name, organisation)) = typed.rsplit_once(',') else {
        let person = lookup::person(context, typed.trim())?;
        let organisation = register.people.get(&person);
        return Ok(Visitor {
            person,
            organisation: organisation.and_then(|row| row.organisation),
            new: None,
        });
    };
    let (name, organisation) = (name.trim().to_owned(), organisation.trim());
    if name.is_empty() {
        return Err(Stop::Usage(Key::ErrorNoPerson.into()));
    }
    let organisation = match organisation {
        "" => None,
        typed => Some(lookup::organisation(context, typed)?),
    };
    if let Some(person) = known(register, &name, organisation) {
        return Ok(Visitor {
            person,
            organisation,
            new: None,
        });
    }
    let person = context.new_id();
    Ok(Visitor {
        person,
        organisation,
        new: Some(Person {
            id: person,
            label: field::label(&name),
            name,
            organisation,
            ..Person::default()
        }),
    })
}

/// The one person of this name and organisation.
fn known(register: &Register, name: &str, organisation: Option<Id>) -> Option<Id> {
    let wanted = fold(name);
    let mut fit = register.people.values().filter(|row| {
        !row.removed
            && fold(&row.name) == wanted
            && (organisation.is_none() || row.organisation == organisation)
    });
    let first = fit.next()?;
    fit.next().is_none().then_some(first.id)
}
