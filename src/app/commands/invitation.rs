//! Invitations: who is on the meeting's list, what they answered, who sent apologies.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::attendance::{Attendance, Rsvp};
use crate::domain::clean::clean_line;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::invitation::{self, Invitee};
use crate::domain::meeting::Meeting;
use crate::domain::network::Network;
use crate::domain::register::Register;
use crate::domain::role::Role;
use crate::locale::Key;

use super::door::{step, who};
use super::recusal::{ANYWAY, asked};
use super::running::moment;
use super::{apology, field, location, lookup, participants};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "invite",
        scope: Scope::Meeting,
        args: &[Arg::words("who", ArgKind::Party)],
        run: invite,
    },
    Command {
        name: "uninvite",
        scope: Scope::Meeting,
        args: &[Arg::words("who", ArgKind::Person)],
        run: uninvite,
    },
    Command {
        name: "rsvp",
        scope: Scope::Meeting,
        args: &[
            Arg::word("person", ArgKind::Person),
            Arg::word("answer", ArgKind::Choice(Rsvp::NAMES)),
            Arg::option("note", ArgKind::Text),
        ],
        run: rsvp,
    },
    Command {
        name: "apologies",
        scope: Scope::Anywhere,
        args: &[
            Arg::words("who", ArgKind::Person),
            Arg::option("note", ArgKind::Text),
            Arg::option("meeting", ArgKind::Meeting),
            Arg::option("at", ArgKind::Time),
            ANYWAY,
        ],
        run: apologies,
    },
];

/// Puts people on the list: all members on the day, or those named. A member organisation that
/// nobody comes for is named.
fn invite(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = location::standing(context)?;
    let day = meeting.head.date.unwrap_or(context.today());
    let network = context.network_of(meeting.head.network)?;
    let register = context.register()?;
    let mut people = Vec::new();
    let mut lacking = Vec::new();
    if args.all("who").is_empty() {
        people = invitation::members(network, register, day);
        let without = invitation::without_contact(network, register, day, &people);
        let name = |id: &Id| register.organisation_name(*id).to_owned();
        lacking = without.iter().map(name).collect();
        match (people.is_empty(), lacking.is_empty()) {
            (true, true) => return Err(Key::ErrorNoMembers.into()),
            (true, false) => {
                let message = Message::new(Key::ErrorNoContacts);
                return Err(message.with("names", lacking.join(", ")).into());
            }
            (false, _) => {}
        }
    }
    for typed in args.all("who") {
        people.extend(named(context, network, register, typed)?);
    }
    let ops = invitation::invite(meeting, &people);
    let count = ops.len();
    context.emit_all(ops);
    let said = match lacking.len() {
        0 => Message::new(Key::Invited),
        without => Message::new(Key::InvitedWithout)
            .with("names", lacking.join(", "))
            .with("without", without),
    };
    context.say(said.with("count", count));
    Ok(())
}

/// A group of the network, an organisation's people, or a person.
pub(super) fn named(
    context: &Context<'_>,
    network: &Network,
    register: &Register,
    typed: &str,
) -> Result<Vec<Invitee>, Stop> {
    let wanted = fold(clean_line(typed).trim());
    let group = network.groups.values().find(|group| {
        !group.removed && (fold(&group.name) == wanted || group.id.to_string() == wanted)
    });
    if let Some(group) = group {
        return Ok(invitation::group(network, register, group.id));
    }
    let organisation = register.organisations.values().find(|row| {
        let names = [fold(&row.name), fold(&row.short), row.label.clone()];
        !row.removed && (names.contains(&wanted) || row.id.to_string() == wanted)
    });
    if let Some(organisation) = organisation {
        let people = invitation::organisation(register, organisation.id);
        if people.is_empty() {
            return Err(Message::new(Key::ErrorNoPeopleThere)
                .with("name", organisation.name.clone())
                .into());
        }
        return Ok(people);
    }
    let person = lookup::person(context, typed)?;
    let day = context.meeting()?.head.date.unwrap_or(context.today());
    let members = invitation::members(network, register, day);
    let member = members.into_iter().find(|row| row.person == person);
    Ok(vec![
        member.unwrap_or_else(|| invitation::invitee(register, person)),
    ])
}

fn uninvite(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let mut typed = args.all("who").to_vec();
    if typed.is_empty() {
        typed.push(who(context, args, "uninvite")?);
    }
    let meeting = context.meeting()?;
    let people: Vec<Id> = typed
        .iter()
        .map(|typed| participants::find(context, typed, |_, _| false))
        .collect::<Result<_, _>>()?;
    let ops: Vec<_> = people
        .iter()
        .flat_map(|person| invitation::uninvite(meeting, *person))
        .collect();
    let count = ops.len();
    context.emit_all(ops);
    context.say(Message::new(Key::Uninvited).with("count", count));
    Ok(())
}

fn rsvp(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let typed = args.get("person").unwrap_or_default();
    let own = context.app.session.role == Role::Member && ["me", "mig"].contains(&typed);
    let user = context.user();
    let typed = if own { user.as_str() } else { typed };
    let person = participants::find(context, typed, |_, _| false)?;
    let answer = match args
        .get("answer")
        .unwrap_or_default()
        .to_lowercase()
        .as_str()
    {
        "ja" => Rsvp::Yes,
        "nej" => Rsvp::No,
        "måske" => Rsvp::Tentative,
        other => lookup::choice(other)?,
    };
    let note = field::line(args, "note");
    let ops = invitation::answer(context.meeting()?, person, answer, note.as_deref());
    context.emit_all(ops);
    let key = match answer {
        Rsvp::Yes => Key::RsvpYes,
        Rsvp::No => Key::DoorApologies,
        Rsvp::Tentative => Key::RsvpTentative,
        Rsvp::NoAnswer => Key::RsvpNone,
    };
    let name = participants::name(context, person)?;
    context.say(Message::new(key).with("name", name));
    Ok(())
}

/// Apologies for the meeting at hand; from elsewhere for the person's coming meeting.
fn apologies(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let typed = who(context, args, "apologies")?;
    let meeting = match args.get("meeting") {
        Some(typed) => Some(lookup::meeting(context, typed)?),
        None => context.target.meeting,
    };
    let named = context.target.meeting.is_none();
    let meeting = match meeting {
        Some(meeting) => meeting,
        None => apology::coming_meeting(context, &typed)?,
    };
    context.target.meeting = Some(meeting);
    let person = apology::sender(context, &typed)?;
    let name = participants::name(context, person)?;
    let note = field::line(args, "note");
    let at = moment(context, args)?;
    if asked(context, args, "apologies", person, at)? {
        return Ok(());
    }
    let meeting = context.meeting()?;
    let sent = |meeting: &Meeting| meeting.attendance_of(person) == Attendance::Apologies;
    if sent(meeting) && note.is_none() {
        context.say(Message::new(Key::DoorAlreadyApologies).with("name", name));
        return Ok(());
    }
    // Before the meeting apologies are an answer; while it runs they are an event at the door.
    let row = meeting.participants.get(&person);
    let rsvp = row.map(|row| row.rsvp).unwrap_or_default();
    let began = meeting.head.started_at.is_some();
    let answer = if began { rsvp } else { Rsvp::No };
    let ops = invitation::answer(meeting, person, answer, note.as_deref());
    context.emit_all(ops);
    if !sent(context.meeting()?) {
        step(context, at, |door, ids| door.apologies(person, ids))?;
    }
    let said = match named {
        true => apology::taken(context, name)?,
        false => Message::new(Key::DoorApologies).with("name", name),
    };
    context.say(said);
    Ok(())
}
