//! Groups of a network and the seats in them.

use super::{field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::mark;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::network::{
    Group, GroupField, GroupKind, GroupMember, GroupMemberField, Network,
};
use crate::locale::Key;

const NETWORK: Arg = Arg::option("network", ArgKind::Network);
const GROUP: Arg = Arg::word("group", ArgKind::Text);
const WHO: Arg = Arg::word("who", ArgKind::Person);
const KIND: Arg = Arg::option("kind", ArgKind::Choice(GroupKind::NAMES));

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "group-new",
        scope: Scope::Network,
        args: &[Arg::word("name", ArgKind::Text), NETWORK, KIND],
        run: new,
    },
    Command {
        name: "group-set",
        scope: Scope::Network,
        args: &[GROUP, NETWORK, Arg::option("name", ArgKind::Text), KIND],
        run: set,
    },
    Command {
        name: "group-remove",
        scope: Scope::Network,
        args: &[GROUP, NETWORK],
        run: remove,
    },
    Command {
        name: "group-member-add",
        scope: Scope::Network,
        args: &[
            GROUP,
            WHO,
            NETWORK,
            Arg::option("organisation", ArgKind::Organisation),
        ],
        run: add_member,
    },
    Command {
        name: "group-member-remove",
        scope: Scope::Network,
        args: &[GROUP, WHO, NETWORK],
        run: remove_member,
    },
];

/// A group by id or name, or by the beginning of its name.
///
/// # Errors
/// When none or several fit.
pub fn group<'a>(network: &'a Network, typed: &str) -> Result<&'a Group, Stop> {
    let wanted = fold(typed.trim());
    let live: Vec<&Group> = network.groups.values().filter(|row| !row.removed).collect();
    let exact = |row: &&&Group| fold(&row.name) == wanted || row.id.to_string() == wanted;
    if let Some(group) = live.iter().find(exact) {
        return Ok(group);
    }
    let begins = |row: &&Group| !wanted.is_empty() && fold(&row.name).starts_with(&wanted);
    let mut found = live.iter().copied().filter(begins);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        _ => {
            let names: Vec<&str> = live.iter().map(|row| row.name.as_str()).collect();
            let message = Message::new(Key::ErrorNoGroup).with("typed", typed.to_owned());
            Err(message.with("known", names.join("; ")).into())
        }
    }
}

fn new(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let name = field::needed(args, "name")?;
    let groups = context.network_of(network)?.groups.values();
    let same = |row: &Group| !row.removed && fold(&row.name) == fold(&name);
    if groups.clone().any(same) {
        let message = Message::new(Key::ErrorGroupExists).with("name", name);
        return Err(message.into());
    }
    let group = Group {
        id: context.new_id(),
        name,
        kind: field::given(args, "kind", lookup::choice)?.unwrap_or_default(),
        ..Group::default()
    };
    context.add_to_network(network, group);
    Ok(())
}

fn named(context: &Context<'_>, args: &Args) -> Result<(Id, Group), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("group").unwrap_or_default();
    let group = group(context.network_of(network)?, typed)?.clone();
    Ok((network, group))
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, group) = named(context, args)?;
    let mut changes = Vec::new();
    let name = field::filled(args, "name")?;
    changes.extend(name.map(|to| GroupField::name(&group, to)));
    let kind = field::given(args, "kind", lookup::choice)?;
    changes.extend(kind.map(|to| GroupField::kind(&group, to)));
    for change in field::real(changes) {
        context.set_in_network(network, group.id, change);
    }
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, group) = named(context, args)?;
    context.set_in_network(network, group.id, GroupField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn seat(network: &Network, group: Id, person: Id) -> Option<&GroupMember> {
    let mut seats = network.group_members.values();
    seats.find(|row| !row.removed && row.group == group && row.person == person)
}

fn add_member(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, group) = named(context, args)?;
    let person = lookup::person(context, args.get("who").unwrap_or_default())?;
    let register = context.register()?;
    let own = register
        .people
        .get(&person)
        .and_then(|row| row.organisation);
    if seat(context.network_of(network)?, group.id, person).is_some() {
        let name = register.name_of(person).to_owned();
        return Err(Message::new(Key::ErrorAlreadyMember)
            .with("name", name)
            .into());
    }
    let organisation = field::given(args, "organisation", |typed| {
        lookup::organisation(context, typed)
    })?;
    let seat = GroupMember {
        id: context.new_id(),
        group: group.id,
        person,
        organisation: organisation.or(own),
        ..GroupMember::default()
    };
    context.add_to_network(network, seat);
    Ok(())
}

fn remove_member(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, group) = named(context, args)?;
    let person = lookup::person(context, args.get("who").unwrap_or_default())?;
    let Some(seat) = seat(context.network_of(network)?, group.id, person) else {
        let name = context.register()?.name_of(person).to_owned();
        return Err(Message::new(Key::ErrorNotMember).with("name", name).into());
    };
    let seat = seat.id;
    context.set_in_network(network, seat, GroupMemberField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
