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
const NAME: Arg = Arg::option("name", ArgKind::Text);
const KIND: Arg = Arg::option("kind", ArgKind::Choice(GroupKind::NAMES));
const MANDATE: Arg = Arg::option("mandate", ArgKind::Prose);
const BY: Arg = Arg::option("by", ArgKind::Text);
const DATE: Arg = Arg::option("date", ArgKind::Date);
const FOR: Arg = Arg::option("for", ArgKind::Organisation);
const FROM: Arg = Arg::option("from", ArgKind::Date);
const UNTIL: Arg = Arg::option("until", ArgKind::Date);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "group-new",
        scope: Scope::Network,
        args: &[
            Arg::word("name", ArgKind::Text),
            NETWORK,
            KIND,
            MANDATE,
            BY,
            DATE,
        ],
        run: new,
    },
    Command {
        name: "group-set",
        scope: Scope::Network,
        args: &[GROUP, NETWORK, NAME, KIND, MANDATE, BY, DATE],
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
        args: &[GROUP, WHO, FOR, FROM, UNTIL, NETWORK],
        run: add_member,
    },
    Command {
        name: "group-member-set",
        scope: Scope::Network,
        args: &[GROUP, WHO, FOR, FROM, UNTIL, NETWORK],
        run: set_member,
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
        ..Group::default()
    };
    let fields = fields(context, args, &group)?;
    context.add_to_network(network, field::filled_in(group, &fields));
    Ok(())
}

fn fields(context: &Context<'_>, args: &Args, row: &Group) -> Result<Vec<GroupField>, Stop> {
    let mut changes = Vec::new();
    let name = field::filled(args, "name")?;
    changes.extend(name.map(|to| GroupField::name(row, to)));
    let kind = field::given(args, "kind", lookup::choice)?;
    changes.extend(kind.map(|to| GroupField::kind(row, to)));
    changes.extend(field::text(args, "mandate").map(|to| GroupField::mandate(row, to)));
    changes.extend(field::line(args, "by").map(|to| GroupField::adopted_by(row, to)));
    let day = field::clearable(args, "date", |typed| lookup::day(context, typed))?;
    changes.extend(day.map(|to| GroupField::adopted_on(row, to)));
    Ok(changes)
}

fn named(context: &Context<'_>, args: &Args) -> Result<(Id, Group), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("group").unwrap_or_default();
    let group = group(context.network_of(network)?, typed)?.clone();
    Ok((network, group))
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, group) = named(context, args)?;
    let changes = field::real(fields(context, args, &group)?);
    context.change_in_network(network, group.id, changes);
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, group) = named(context, args)?;
    context.set_in_network(network, group.id, GroupField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

/// The person's seat in the group that has not ended.
fn seat(
    context: &Context<'_>,
    network: Id,
    group: Id,
    person: Id,
) -> Result<Option<GroupMember>, Stop> {
    let today = context.today();
    let mut seats = context.network_of(network)?.group_members.values();
    let own = |row: &&GroupMember| {
        !row.removed
            && (row.group, row.person) == (group, person)
            && row.until.is_none_or(|until| until >= today)
    };
    Ok(seats.find(own).cloned())
}

fn seat_fields(
    context: &Context<'_>,
    args: &Args,
    row: &GroupMember,
) -> Result<Vec<GroupMemberField>, Stop> {
    let organisation = |typed: &str| lookup::organisation(context, typed);
    let day = |typed: &str| lookup::day(context, typed);
    let organisation = field::clearable(args, "for", organisation)?;
    let (from, until) = field::days(args, (row.from, row.until), day)?;
    let mut changes = Vec::new();
    changes.extend(organisation.map(|to| GroupMemberField::organisation(row, to)));
    changes.extend(from.map(|to| GroupMemberField::from(row, to)));
    changes.extend(until.map(|to| GroupMemberField::until(row, to)));
    Ok(changes)
}

fn add_member(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, group) = named(context, args)?;
    let person = lookup::person(context, args.get("who").unwrap_or_default())?;
    let register = context.register()?;
    let own = register
        .people
        .get(&person)
        .and_then(|row| row.organisation);
    if seat(context, network, group.id, person)?.is_some() {
        let name = register.name_of(person).to_owned();
        return Err(Message::new(Key::ErrorAlreadyMember)
            .with("name", name)
            .into());
    }
    let seat = GroupMember {
        id: context.new_id(),
        group: group.id,
        person,
        organisation: own,
        ..GroupMember::default()
    };
    let fields = seat_fields(context, args, &seat)?;
    context.add_to_network(network, field::filled_in(seat, &fields));
    Ok(())
}

fn seated(context: &Context<'_>, args: &Args) -> Result<(Id, GroupMember), Stop> {
    let (network, group) = named(context, args)?;
    let person = lookup::person(context, args.get("who").unwrap_or_default())?;
    match seat(context, network, group.id, person)? {
        Some(seat) => Ok((network, seat)),
        None => {
            let name = context.register()?.name_of(person).to_owned();
            Err(Message::new(Key::ErrorNotMember).with("name", name).into())
        }
    }
}

fn set_member(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, seat) = seated(context, args)?;
    let changes = field::real(seat_fields(context, args, &seat)?);
    context.change_in_network(network, seat.id, changes);
    Ok(())
}

fn remove_member(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, seat) = seated(context, args)?;
    context.set_in_network(network, seat.id, GroupMemberField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
