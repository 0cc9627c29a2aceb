//! Representations: what we present elsewhere, who takes part, and with whom.

use super::facts::{
    self, Around, Deadline, Facts, Kind, Line, Lines, Needed, OfNetwork, One, Prose, Themes,
};
use super::{desk, field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::desk::{
    Contributor, ContributorField, Representation, RepresentationField, RepresentationRole,
    RepresentationStatus,
};
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::network::Owner;
use crate::locale::Key;

const PERSON: Arg = Arg::option("person", ArgKind::Party);
const PARTNER: Arg = Arg::option("partner", ArgKind::Party);
const REPEATS: Arg = Arg::option("repeats", ArgKind::Text);

/// What is known of a representation.
pub const FACTS: Facts<Representation> = facts::facts! {
    RepresentationField of "representation";
    words { Needed, "title", title; }
    options {
        One<RepresentationRole>, "role", role;
        One<RepresentationStatus>, "status", status;
        Line, "event", event;
        Line, "place", place;
        Around, "when", when;
        Deadline, "call", call;
        Line, "audience", audience;
        OfNetwork, "network", network;
        Lines, "links", links;
        Themes, "theme", themes;
        Prose, "note", note;
    }
    more { PERSON; PARTNER; REPEATS; }
};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "representation-add",
        scope: Scope::Anywhere,
        args: FACTS.add,
        run: add,
    },
    Command {
        name: "representation-set",
        scope: Scope::Anywhere,
        args: FACTS.set,
        run: set,
    },
    Command {
        name: "representation-remove",
        scope: Scope::Anywhere,
        args: &[Arg::word("representation", ArgKind::Text)],
        run: |context, args| {
            let id = named(context, args)?.id;
            context.set_in_desk(id, RepresentationField::Removed(mark(true)));
            context.say(Key::Removed);
            Ok(())
        },
    },
];

fn named(context: &Context<'_>, args: &Args) -> Result<Representation, Stop> {
    let typed = args.get("representation").unwrap_or_default();
    desk::representation(context, typed).cloned()
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.desk()?;
    let row = Representation {
        id: context.new_id(),
        network: context.target.network,
        repeats: repeated(context, args)?.flatten(),
        ..Representation::default()
    };
    let row = FACTS.filled(context, args, row)?;
    let id = row.id;
    desk::add(context, id, row);
    contribute(context, args, id)
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = named(context, args)?;
    let mut changes = FACTS.changes(context, args, &row)?;
    if let Some(to) = repeated(context, args)? {
        changes.extend(field::real(vec![RepresentationField::repeats(
            &row,
            to.filter(|to| *to != row.id),
        )]));
    }
    context.change_in_desk(row.id, changes);
    contribute(context, args, row.id)
}

/// The one of an earlier year that it repeats, when that is said.
fn repeated(context: &Context<'_>, args: &Args) -> Result<Option<Option<Id>>, Stop> {
    field::clearable(args, "repeats", |typed| {
        desk::representation(context, typed).map(|row| row.id)
    })
}

/// Who takes part becomes as it is given: several names with a semicolon between them.
fn contribute(context: &mut Context<'_>, args: &Args, id: Id) -> Result<(), Stop> {
    for (name, partner) in [("person", false), ("partner", true)] {
        let Some(typed) = field::line(args, name) else {
            continue;
        };
        let mut wanted: Vec<Owner> = Vec::new();
        for word in typed.split(';').filter(|word| !word.trim().is_empty()) {
            let who = lookup::owner(context, word).map_err(|stop| stop.about(name))?;
            if !wanted.contains(&who) {
                wanted.push(who);
            }
        }
        let there = context.desk()?.contributors(id, partner);
        let gone = there.iter().filter(|row| !wanted.contains(&row.who));
        let gone: Vec<Id> = gone.map(|row| row.id).collect();
        wanted.retain(|who| !there.iter().any(|row| row.who == *who));
        for row in gone {
            context.set_in_desk(row, ContributorField::Removed(mark(true)));
        }
        for who in wanted {
            let row = Contributor {
                id: context.new_id(),
                representation: id,
                who,
                partner,
                ..Contributor::default()
            };
            context.add_to_desk(row);
        }
    }
    Ok(())
}

/// What its form begins with besides its facts.
pub fn beside(context: &Context<'_>, row: &Representation) -> Vec<(&'static str, String)> {
    let Some(desk) = context.app.docs.desk() else {
        return Vec::new();
    };
    let register = context.app.register();
    let before = row.repeats.and_then(|id| desk.representations.get(&id));
    vec![
        ("person", desk.contributor_names(row.id, false, register)),
        ("partner", desk.contributor_names(row.id, true, register)),
        (
            "repeats",
            before.map_or_else(String::new, |row| row.title.clone()),
        ),
    ]
}
