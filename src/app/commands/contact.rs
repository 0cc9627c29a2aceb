//! The contact group: the persons whom offices have appointed, and what they cover.

use super::desk;
use super::facts::{self, Around, Facts, Kind, Party, Prose, Someone};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::desk::{Contact, ContactField};
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::locale::Key;

/// What is known of a contact person.
pub const FACTS: Facts<Contact> = facts::facts! {
    ContactField of "contact";
    words { Someone, "person", person; }
    options {
        Party, "for", office;
        Prose, "covers", covers;
        Around, "from", from;
        Around, "until", until;
    }
    more {}
};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "contact-add",
        scope: Scope::Anywhere,
        args: FACTS.add,
        run: add,
    },
    Command {
        name: "contact-set",
        scope: Scope::Anywhere,
        args: FACTS.set,
        run: set,
    },
    Command {
        name: "contact-remove",
        scope: Scope::Anywhere,
        args: &[Arg::word("contact", ArgKind::Text)],
        run: |context, args| {
            let id = named(context, args)?.id;
            context.set_in_desk(id, ContactField::Removed(mark(true)));
            context.say(Key::Removed);
            Ok(())
        },
    },
];

/// By id, or by the person's name.
fn named(context: &Context<'_>, args: &Args) -> Result<Contact, Stop> {
    let typed = args.get("contact").unwrap_or_default();
    let rows = &context.desk()?.contacts;
    let by_id = typed.trim().parse::<Id>().ok();
    if let Some(row) = by_id
        .and_then(|id| rows.get(&id))
        .filter(|row| !row.removed)
    {
        return Ok(row.clone());
    }
    let person = super::lookup::person(context, typed)?;
    let mut rows = rows.values().filter(|row| !row.removed);
    let row = rows.find(|row| row.person == person);
    row.cloned().ok_or_else(|| Key::ErrorNotAContact.into())
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.desk()?;
    let row = Contact {
        id: context.new_id(),
        ..Contact::default()
    };
    let row = FACTS.filled(context, args, row)?;
    desk::add(context, row.id, row);
    Ok(())
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = named(context, args)?;
    context.change_in_desk(row.id, FACTS.changes(context, args, &row)?);
    Ok(())
}
