//! A network's members and groups.

use super::lookup::Party;
use super::visitor::{self, Visitor};
use super::{field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::network::{Member, MemberField, MemberRole, Network};
use crate::locale::Key;

const NETWORK: Arg = Arg::word("network", ArgKind::Network);
const WHO: Arg = Arg::word("who", ArgKind::Party);
const WHO_OR_NEW: Arg = Arg::word("who", ArgKind::Newcomer);
const ROLE: Arg = Arg::option("role", ArgKind::Choice(MemberRole::NAMES));
const FROM: Arg = Arg::option("from", ArgKind::Date);
const UNTIL: Arg = Arg::option("until", ArgKind::Date);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "member-add",
        scope: Scope::Network,
        args: &[NETWORK, WHO_OR_NEW, ROLE, FROM, UNTIL],
        run: add,
    },
    Command {
        name: "member-set",
        scope: Scope::Network,
        args: &[NETWORK, WHO, ROLE, FROM, UNTIL],
        run: set,
    },
    Command {
        name: "member-remove",
        scope: Scope::Network,
        args: &[NETWORK, WHO],
        run: remove,
    },
];

fn whose(context: &Context<'_>, args: &Args) -> Result<(Id, Party), Stop> {
    let network = lookup::network(context, args.get("network").unwrap_or_default())?;
    let who = lookup::party(context, args.get("who").unwrap_or_default())?;
    Ok((network, who))
}

/// The membership that has not ended.
fn membership<'a>(context: &Context<'_>, network: &'a Network, who: Party) -> Option<&'a Member> {
    let today = context.today();
    network.members.values().find(|row| {
        let same = match who {
            Party::Person(id) => row.person == Some(id),
            Party::Organisation(id) => row.organisation == Some(id),
        };
        same && !row.removed && row.until.is_none_or(|until| until >= today)
    })
}

fn name(context: &Context<'_>, who: Party) -> Result<String, Stop> {
    let register = context.register()?;
    Ok(match who {
        Party::Person(id) => register.name_of(id).to_owned(),
        Party::Organisation(id) => register.organisation_name(id).to_owned(),
    })
}

/// Somebody who may be new in the register: "+ Navn, Organisation".
fn newcomer(context: &mut Context<'_>, typed: &str) -> Result<Visitor, Stop> {
    let typed = typed.trim();
    match typed.contains(',') {
        true => visitor::read(context, typed),
        false => visitor::read(context, &format!("{typed},")),
    }
    .map_err(|stop| stop.about("who"))
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let typed = args.get("who").unwrap_or_default().trim().to_owned();
    let Some(new) = typed.strip_prefix('+') else {
        let (network, who) = whose(context, args)?;
        return join(context, args, network, who);
    };
    let network = lookup::network(context, args.get("network").unwrap_or_default())?;
    let mut visitor = newcomer(context, new)?;
    let organisation = visitor.register(context);
    let name = context.register()?.name_of(visitor.person).to_owned();
    join(context, args, network, Party::Person(visitor.person))?;
    let said = Message::new(Key::MemberNew).with("name", name);
    visitor::say(context, said, organisation);
    Ok(())
}

fn join(context: &mut Context<'_>, args: &Args, network: Id, who: Party) -> Result<(), Stop> {
    if membership(context, context.network_of(network)?, who).is_some() {
        let message = Message::new(Key::ErrorAlreadyMember);
        return Err(message.with("name", name(context, who)?).into());
    }
    let (person, organisation) = match who {
        Party::Person(id) => (Some(id), None),
        Party::Organisation(id) => (None, Some(id)),
    };
    let id = context.new_id();
    let member = Member {
        id,
        person,
        organisation,
        ..Member::default()
    };
    let fields = fields(context, args, &member)?;
    context.add_to_network(network, field::filled_in(member, &fields));
    context.select_made(id);
    Ok(())
}

fn fields(context: &Context<'_>, args: &Args, row: &Member) -> Result<Vec<MemberField>, Stop> {
    let role = field::given(args, "role", lookup::choice)?;
    let day = |typed: &str| lookup::day(context, typed);
    let (from, until) = field::days(args, (row.from, row.until), day)?;
    let mut changes = Vec::new();
    changes.extend(role.map(|to| MemberField::role(row, to)));
    changes.extend(from.map(|to| MemberField::from(row, to)));
    changes.extend(until.map(|to| MemberField::until(row, to)));
    Ok(changes)
}

fn member_of(context: &Context<'_>, network: Id, who: Party) -> Result<Member, Stop> {
    match membership(context, context.network_of(network)?, who) {
        Some(member) => Ok(member.clone()),
        None => {
            let message = Message::new(Key::ErrorNotMember);
            Err(message.with("name", name(context, who)?).into())
        }
    }
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, who) = whose(context, args)?;
    let member = member_of(context, network, who)?;
    let changes = field::real(fields(context, args, &member)?);
    context.change_in_network(network, member.id, changes);
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, who) = whose(context, args)?;
    let member = member_of(context, network, who)?;
    context.set_in_network(network, member.id, MemberField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
