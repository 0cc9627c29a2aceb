//! The register: people and organisations.

use super::visitor::{self, Whence};
use super::{field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::clean::clean_line;
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::query::Reference;
use crate::domain::register::{Organisation, OrganisationField, Person, PersonField};
use crate::domain::secretariat::Language;
use crate::locale::Key;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "organisation-new",
        scope: Scope::Anywhere,
        args: &[
            Arg::word("label", ArgKind::Text),
            Arg::word("name", ArgKind::Text),
            Arg::option("short", ArgKind::Text),
            Arg::option("address", ArgKind::Text),
        ],
        run: add_organisation,
    },
    Command {
        name: "organisation-set",
        scope: Scope::Anywhere,
        args: &[
            Arg::word("organisation", ArgKind::Organisation),
            Arg::option("label", ArgKind::Text),
            Arg::option("name", ArgKind::Text),
            Arg::option("short", ArgKind::Text),
            Arg::option("address", ArgKind::Text),
        ],
        run: set_organisation,
    },
    Command {
        name: "organisation-remove",
        scope: Scope::Anywhere,
        args: &[Arg::word("organisation", ArgKind::Organisation)],
        run: remove_organisation,
    },
    Command {
        name: "person-new",
        scope: Scope::Anywhere,
        args: &[
            Arg::word("name", ArgKind::Text),
            Arg::option("organisation", ArgKind::Organisation),
            Arg::option("email", ArgKind::Text),
            Arg::option("phone", ArgKind::Text),
            Arg::option("title", ArgKind::Text),
            Arg::option("call-name", ArgKind::Text),
            Arg::option("label", ArgKind::Text),
            Arg::option("language", ArgKind::Choice(Language::NAMES)),
            Arg::option("note", ArgKind::Prose),
        ],
        run: add_person,
    },
    Command {
        name: "person-set",
        scope: Scope::Anywhere,
        args: &[
            Arg::word("person", ArgKind::Person),
            Arg::option("name", ArgKind::Text),
            Arg::option("organisation", ArgKind::Organisation),
            Arg::option("email", ArgKind::Text),
            Arg::option("phone", ArgKind::Text),
            Arg::option("title", ArgKind::Text),
            Arg::option("call-name", ArgKind::Text),
            Arg::option("label", ArgKind::Text),
            Arg::option("language", ArgKind::Choice(Language::NAMES)),
            Arg::option("note", ArgKind::Prose),
            Arg::option("consent", ArgKind::Date),
        ],
        run: set_person,
    },
    Command {
        name: "person-remove",
        scope: Scope::Anywhere,
        args: &[Arg::word("person", ArgKind::Person)],
        run: remove_person,
    },
];

fn add_organisation(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.register()?;
    let id = context.new_id();
    let label = field::needed_label(args, "label")?;
    context.add_to_register(Organisation {
        id,
        label: label.clone(),
        name: field::needed(args, "name")?,
        short: field::line(args, "short").unwrap_or_default(),
        address: field::line(args, "address").unwrap_or_default(),
        ..Organisation::default()
    });
    let rows = &context.register()?.organisations;
    let allotted = rows.get(&id).map(|row| row.label.clone());
    tell_label(context, &label, allotted);
    context.made(Reference::Organisation(id));
    Ok(())
}

/// Says when the fold gave another label than the one wanted.
pub fn tell_label(context: &mut Context<'_>, wanted: &str, allotted: Option<String>) {
    if let Some(allotted) = allotted.filter(|label| label != wanted) {
        let message = Message::new(Key::LabelTaken).with("wanted", wanted.to_owned());
        context.say(message.with("label", allotted));
    }
}

fn set_organisation(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id = lookup::organisation(context, args.get("organisation").unwrap_or_default())?;
    let rows = &context.register()?.organisations;
    let row = rows.get(&id).cloned().unwrap_or_default();
    let mut changes = Vec::new();
    if let Some(label) = field::new_label(args, &row.label, |label| {
        rows.values().any(|other| other.label == label)
    })? {
        changes.push(OrganisationField::label(&row, label));
    }
    changes.extend(field::filled(args, "name")?.map(|to| OrganisationField::name(&row, to)));
    changes.extend(field::line(args, "short").map(|to| OrganisationField::short(&row, to)));
    changes.extend(field::line(args, "address").map(|to| OrganisationField::address(&row, to)));
    for change in field::real(changes) {
        context.set_in_register(id, change);
    }
    Ok(())
}

fn remove_organisation(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id = lookup::organisation(context, args.get("organisation").unwrap_or_default())?;
    let register = context.register()?;
    let people = register.people.values();
    let count = people
        .filter(|person| !person.removed && person.organisation == Some(id))
        .count();
    if count > 0 {
        let name = register.organisation_name(id).to_owned();
        let message = Message::new(Key::ErrorOrganisationHasPeople).with("name", name);
        return Err(message.with("count", count).into());
    }
    context.set_in_register(id, OrganisationField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

/// Where a new person comes from: with a plus before its name an organisation is made on the way.
fn organisation_of(context: &mut Context<'_>, args: &Args) -> Result<Option<Id>, Stop> {
    let new = args
        .get("organisation")
        .and_then(|typed| typed.trim().strip_prefix('+'));
    let Some(name) = new
        .map(|name| clean_line(name.trim()))
        .filter(|name| !name.is_empty())
    else {
        return field::given(args, "organisation", |typed| {
            lookup::organisation(context, typed)
        });
    };
    let register = context.register()?;
    let whence = visitor::whence(register, &name).map_err(|stop| stop.about("organisation"))?;
    Ok(match whence {
        Whence::NotSaid => None,
        Whence::Known(id) => Some(id),
        Whence::New(name) => {
            let row = Organisation::named(context.new_id(), name);
            let id = row.id;
            context.add_to_register(row);
            Some(id)
        }
    })
}

fn add_person(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.register()?;
    let id = context.new_id();
    let name = field::needed(args, "name")?;
    let named = Person::named(id, name);
    let typed = args.has("label");
    let label = match typed {
        true => field::needed_label(args, "label")?,
        false => named.label,
    };
    let organisation = organisation_of(context, args)?;
    let text = |name: &str| field::line(args, name).unwrap_or_default();
    let person = Person {
        label: label.clone(),
        call_name: text("call-name"),
        title: text("title"),
        email: text("email"),
        phone: text("phone"),
        organisation,
        language: field::given(args, "language", lookup::choice)?,
        note: field::text(args, "note").unwrap_or_default(),
        ..named
    };
    context.add_to_register(person);
    if typed {
        let people = &context.register()?.people;
        let allotted = people.get(&id).map(|row| row.label.clone());
        tell_label(context, &label, allotted);
    }
    context.made(Reference::Person(id));
    Ok(())
}

fn set_person(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id = lookup::person(context, args.get("person").unwrap_or_default())?;
    let people = &context.register()?.people;
    let row = people.get(&id).cloned().unwrap_or_default();
    let mut changes = Vec::new();
    if let Some(label) = field::new_label(args, &row.label, |label| {
        people.values().any(|other| other.label == label)
    })? {
        changes.push(PersonField::label(&row, label));
    }
    changes.extend(field::filled(args, "name")?.map(|to| PersonField::name(&row, to)));
    changes.extend(field::line(args, "call-name").map(|to| PersonField::call_name(&row, to)));
    changes.extend(field::line(args, "title").map(|to| PersonField::title(&row, to)));
    changes.extend(field::line(args, "email").map(|to| PersonField::email(&row, to)));
    changes.extend(field::line(args, "phone").map(|to| PersonField::phone(&row, to)));
    let organisation = field::clearable(args, "organisation", |typed| {
        lookup::organisation(context, typed)
    })?;
    changes.extend(organisation.map(|to| PersonField::organisation(&row, to)));
    let language = field::clearable(args, "language", lookup::choice)?;
    changes.extend(language.map(|to| PersonField::language(&row, to)));
    changes.extend(field::text(args, "note").map(|to| PersonField::note(&row, to)));
    let consent = field::clearable(args, "consent", |typed| lookup::day(context, typed))?;
    changes.extend(consent.map(|to| PersonField::consented_on(&row, to)));
    for change in field::real(changes) {
        context.set_in_register(id, change);
    }
    Ok(())
}

fn remove_person(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id: Id = lookup::person(context, args.get("person").unwrap_or_default())?;
    context.set_in_register(id, PersonField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
