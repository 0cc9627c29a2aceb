//! People who leave, people entered twice, people who are to be forgotten.

use super::lookup;
use crate::app::Effect;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MinutesStatus};
use crate::domain::network::Network;
use crate::domain::query::{Answer, MeetingRow, Query};
use crate::domain::succession::{Places, merge, succeed};
use crate::locale::Key;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "person-succeed",
        scope: Scope::Anywhere,
        args: &[
            Arg::word("old", ArgKind::Person),
            Arg::word("new", ArgKind::Person),
            Arg::option("from", ArgKind::Date),
        ],
        run: replace,
    },
    Command {
        name: "person-merge",
        scope: Scope::Anywhere,
        args: &[
            Arg::word("keep", ArgKind::Person),
            Arg::word("duplicate", ArgKind::Person),
        ],
        run: unite,
    },
    Command {
        name: "person-erase",
        scope: Scope::Anywhere,
        args: &[Arg::word("person", ArgKind::Person), Arg::flag("yes")],
        run: erase,
    },
];

/// Two people, who must not be the same.
fn two(context: &Context<'_>, args: &Args, first: &str, second: &str) -> Result<(Id, Id), Stop> {
    let first = lookup::person(context, args.get(first).unwrap_or_default())?;
    let second = lookup::person(context, args.get(second).unwrap_or_default())?;
    if first == second {
        return Err(Key::ErrorSamePerson.into());
    }
    Ok((first, second))
}

fn networks(context: &Context<'_>) -> Result<Vec<(Id, Network)>, Stop> {
    let ids = context.secretariat()?.networks.keys();
    ids.map(|id| Ok((*id, context.network_of(*id)?.clone())))
        .collect()
}

/// Copies of all meetings whose row passes; loads first, so that nothing is copied in vain.
fn meetings(
    context: &Context<'_>,
    passes: impl Fn(&MeetingRow) -> bool,
) -> Result<Vec<Meeting>, Stop> {
    let query = Query::Meetings {
        network: None,
        open: false,
    };
    let Answer::Meetings(rows) = context.answer(query)? else {
        return Err(Key::ErrorInternal.into());
    };
    let wanted: Vec<Id> = rows
        .iter()
        .filter(|row| passes(row))
        .map(|row| row.id)
        .collect();
    for id in &wanted {
        context.meeting_of(*id)?;
    }
    wanted
        .into_iter()
        .map(|id| Ok(context.meeting_of(id)?.clone()))
        .collect()
}

fn replace(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (old, new) = two(context, args, "old", "new")?;
    let from = match args.get("from") {
        Some(typed) => lookup::day(context, typed)?,
        None => context.today(),
    };
    let networks = networks(context)?;
    let meetings = meetings(context, |row| {
        row.minutes != MinutesStatus::Approved || row.date.is_none_or(|date| date >= from)
    })?;
    let register = context.register()?.clone();
    let desk = context.desk()?.clone();
    let ops = succeed(
        &Places {
            register: &register,
            desk: &desk,
            networks: &borrowed(&networks),
            meetings: &meetings.iter().collect::<Vec<_>>(),
        },
        old,
        new,
        from,
        &mut || context.new_id(),
    );
    context.emit_all(ops);
    let message = Message::new(Key::PersonSucceeded).with("old", register.name_of(old).to_owned());
    context.say(message.with("new", register.name_of(new).to_owned()));
    Ok(())
}

fn borrowed(networks: &[(Id, Network)]) -> Vec<(Id, &Network)> {
    networks
        .iter()
        .map(|(id, network)| (*id, network))
        .collect()
}

fn unite(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (keep, duplicate) = two(context, args, "keep", "duplicate")?;
    let networks = networks(context)?;
    let meetings = meetings(context, |_| true)?;
    let register = context.register()?.clone();
    let desk = context.desk()?.clone();
    let places = Places {
        register: &register,
        desk: &desk,
        networks: &borrowed(&networks),
        meetings: &meetings.iter().collect::<Vec<_>>(),
    };
    let ops = merge(&places, duplicate, keep);
    context.emit_all(ops);
    let message = Message::new(Key::PersonMerged);
    context.say(message.with("name", register.name_of(keep).to_owned()));
    Ok(())
}

/// A person to erase may already be removed from the register.
fn erasable(context: &Context<'_>, typed: &str) -> Result<Id, Stop> {
    let people = context.register()?.people.values();
    let mut removed = people.filter(|person| {
        person.removed && !person.erased && (person.label == typed || person.name == typed)
    });
    match (
        lookup::person(context, typed),
        removed.next(),
        removed.next(),
    ) {
        (Err(Stop::Fail(_)), Some(one), None) => Ok(one.id),
        (found, ..) => found,
    }
}

/// Erasing can't be taken back, so it is done only when it is said twice.
fn erase(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id = erasable(context, args.get("person").unwrap_or_default().trim())?;
    let register = context.register()?;
    if register.people.get(&id).is_some_and(|person| person.erased) {
        return Err(Key::ErrorAlreadyErased.into());
    }
    if !args.has("yes") {
        let name = register.name_of(id).to_owned();
        return Err(Message::new(Key::ErrorConfirmErase)
            .with("name", name)
            .into());
    }
    context.effect(Effect::Erase(id));
    Ok(())
}
