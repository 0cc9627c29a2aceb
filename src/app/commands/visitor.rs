//! Somebody at the door who may not be in the register: "Navn, Organisation".

use crate::app::command::Stop;
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::clean::clean_line;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::register::{Organisation, Person, Register};
use crate::locale::Key;

use super::lookup;

/// Who was named, and the records to make of what the register does not have.
pub struct Visitor {
    /// The person.
    pub person: Id,
    /// The organisation they come for.
    pub organisation: Option<Id>,
    new_person: Option<Person>,
    new_organisation: Option<Organisation>,
}

impl Visitor {
    /// Puts what is new into the register. Returns the name of a new organisation, to be said.
    pub fn register(&mut self, context: &mut Context<'_>) -> Option<String> {
        let organisation = self.new_organisation.take();
        let name = organisation.as_ref().map(|row| row.name.clone());
        if let Some(organisation) = organisation {
            context.add_to_register(organisation);
        }
        if let Some(person) = self.new_person.take() {
            context.add_to_register(person);
        }
        name
    }
}

/// What was said, and that an organisation is new.
pub fn say(context: &mut Context<'_>, said: Message, new_organisation: Option<String>) {
    let Some(name) = new_organisation else {
        context.say(said);
        return;
    };
    let who = said.text_of("name").unwrap_or_default().to_owned();
    let said = said.render(context.locale());
    let message = Message::new(Key::DoorNewOrganisation).with("said", said);
    let message = message.with("name", who);
    context.say(message.with("organisation", name));
}

/// Where a visitor comes from.
#[derive(Debug, PartialEq, Eq)]
pub enum Whence {
    /// Not said.
    NotSaid,
    /// An organisation of the register.
    Known(Id),
    /// One that is not in the register.
    New(String),
}

/// Which organisation is meant; one that nothing in the register is like is new.
///
/// # Errors
/// When several fit.
pub fn whence(register: &Register, typed: &str) -> Result<Whence, Stop> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Whence::NotSaid);
    }
    if let Some(id) = register.organisation_named(typed) {
        return Ok(Whence::Known(id));
    }
    match lookup::organisation_in(register, typed) {
        Ok(id) => Ok(Whence::Known(id)),
        Err(Stop::Fail(missed)) if missed.key() != Key::ErrorOrganisationSeveral => {
            Ok(Whence::New(typed.to_owned()))
        }
        Err(several) => Err(several),
    }
}

/// Reads a name, after a comma the organisation. A name alone must be somebody known.
///
/// # Errors
/// When several organisations or people fit.
pub fn read(context: &mut Context<'_>, typed: &str) -> Result<Visitor, Stop> {
    let typed = clean_line(typed);
    let register = context.register()?;
    let mut visitor = Visitor {
        person: Id::default(),
        organisation: None,
        new_person: None,
        new_organisation: None,
    };
    let Some((name, organisation)) = typed.rsplit_once(',') else {
        visitor.person = lookup::person(context, typed.trim())?;
        let row = register.people.get(&visitor.person);
        visitor.organisation = row.and_then(|row| row.organisation);
        return Ok(visitor);
    };
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Stop::Usage(Key::ErrorNoPerson.into()));
    }
    let whence = whence(register, organisation)?;
    let known = match whence {
        Whence::NotSaid => known(register, &name, None),
        Whence::Known(id) => known(register, &name, Some(id)),
        Whence::New(_) => None,
    };
    match whence {
        Whence::NotSaid => {}
        Whence::Known(id) => visitor.organisation = Some(id),
        Whence::New(name) => {
            let row = Organisation::named(context.new_id(), name);
            visitor.organisation = Some(row.id);
            visitor.new_organisation = Some(row);
        }
    }
    visitor.person = known.unwrap_or_else(|| context.new_id());
    visitor.new_person = known.is_none().then(|| Person {
        organisation: visitor.organisation,
        ..Person::named(visitor.person, name)
    });
    Ok(visitor)
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
