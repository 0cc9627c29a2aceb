//! The door: who came, joined online, left, came back, in whose place, and who did not come.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::attendance::{Attendance, Rsvp};
use crate::domain::attendance_ops::{Door, Remark, Step};
use crate::domain::counts::is_there;
use crate::domain::draft::Ids;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingRecord};
use crate::domain::op::{DocOp, Edit, Op};
use crate::locale::Key;

use super::recusal::{ANYWAY, asked};
use super::running::{clock, moment};
use super::visitor::{self, Visitor};
use super::{field, lookup, participants};

const WHO: Arg = Arg::words("who", ArgKind::Person);
const AT: Arg = Arg::option("at", ArgKind::Time);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "check-in",
        scope: Scope::Meeting,
        args: &[WHO, Arg::flag("online"), AT],
        run: check_in,
    },
    Command {
        name: "check-out",
        scope: Scope::Meeting,
        args: &[WHO, AT, ANYWAY],
        run: check_out,
    },
    Command {
        name: "check-back",
        scope: Scope::Meeting,
        args: &[WHO, AT],
        run: check_back,
    },
    Command {
        name: "absent",
        scope: Scope::Meeting,
        args: &[WHO, AT, ANYWAY],
        run: absent,
    },
    Command {
        name: "substitute",
        scope: Scope::Meeting,
        args: &[
            Arg::word("who", ArgKind::Person),
            Arg::word("for", ArgKind::Person),
            Arg::flag("expected"),
            AT,
        ],
        run: substitute,
    },
    Command {
        name: "walk-in",
        scope: Scope::Meeting,
        args: &[WHO, AT],
        run: walk_in,
    },
    Command {
        name: "all-present",
        scope: Scope::Meeting,
        args: &[AT],
        run: all_present,
    },
    Command {
        name: "attendance-set",
        scope: Scope::Meeting,
        args: &[
            Arg::word("person", ArgKind::Person),
            Arg::word("status", ArgKind::Choice(Attendance::NAMES)),
            AT,
            ANYWAY,
        ],
        run: set,
    },
];

/// All words of WHO as one, as the door's line is typed; the person at hand when there are none. Where nobody is at
/// hand a person at the screen is asked by the command's form.
///
/// # Errors
/// When nobody is said.
pub fn who(context: &Context<'_>, args: &Args, command: &'static str) -> Result<String, Stop> {
    let typed = args.all("who").join(" ");
    match context.target.person {
        _ if !typed.trim().is_empty() => Ok(typed),
        Some(person) => Ok(person.to_string()),
        None if context.app.interactive => Err(Stop::Ask(command, args.clone())),
        None => Err(Stop::Usage(Key::ErrorNoPerson.into())),
    }
}

/// Does a step at the door, as ops.
pub fn step(
    context: &mut Context<'_>,
    at: i64,
    act: impl FnOnce(&Door<'_>, Ids<'_>) -> Step,
) -> Result<Option<Remark>, Stop> {
    let meeting = context.meeting()?.clone();
    if meeting.head.cancelled.is_some() {
        return Err(Key::ErrorMeetingCancelled.into());
    }
    let by = context.user();
    let door = Door {
        meeting: &meeting,
        at,
        by: &by,
    };
    let step = act(&door, &mut || context.new_id());
    context.emit_all(step.ops);
    Ok(step.said)
}

/// Something to say of a person at a moment.
fn about(context: &Context<'_>, key: Key, person: Id, at: i64) -> Result<Message, Stop> {
    let name = participants::name(context, person)?;
    let time = clock(context, at);
    Ok(Message::new(key).with("name", name).with("time", time))
}

fn say(context: &mut Context<'_>, key: Key, person: Id, at: i64) -> Result<(), Stop> {
    let said = about(context, key, person, at)?;
    tell(context, said)
}

/// Who comes or goes while one writes: the sentence may stand below what is seen of the text.
fn tell(context: &mut Context<'_>, said: Message) -> Result<(), Stop> {
    let sentence = |op: &&DocOp| matches!(&op.op, Op::Meeting(Edit::Add(MeetingRecord::Entry(entry))) if entry.presence.is_some());
    let writing = context.app.interactive && context.app.view.screen.takes_text();
    let mut staged = context.app.docs.staged().iter();
    let item = staged
        .find(sentence)
        .filter(|_| writing)
        .and_then(|op| match &op.op {
            Op::Meeting(Edit::Add(MeetingRecord::Entry(entry))) => Some(entry.item),
            _ => None,
        });
    let said = match item {
        Some(item) => {
            let number = context.meeting()?.number_of(item).unwrap_or_default();
            let who = said.text_of("name").unwrap_or_default().to_owned();
            let said = said.render(context.locale());
            Message::new(Key::DoorWritten)
                .with("said", said)
                .with("name", who)
                .with("number", number)
        }
        None => said,
    };
    context.say(said);
    Ok(())
}

/// What is said of somebody who came, in the room or online.
fn arrival(
    context: &Context<'_>,
    remark: Option<Remark>,
    person: Id,
    at: i64,
    online: bool,
) -> Result<Message, Stop> {
    let (key, at) = match remark {
        Some(Remark::AlreadyHere { since }) => (Key::DoorAlready, since),
        Some(Remark::HadSentApologies) => (Key::DoorHadApologies, at),
        Some(Remark::WasAbsent) => (Key::DoorWasAbsent, at),
        Some(Remark::CameBack) => (Key::DoorBack, at),
        Some(Remark::WalkIn) => (Key::DoorWalkIn, at),
        _ if online => (Key::DoorOnline, at),
        _ => (Key::DoorArrived, at),
    };
    about(context, key, person, at)
}

fn check_in(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let at = moment(context, args)?;
    let online = args.has("online");
    let here = |meeting: &Meeting, id| match meeting.attendance_of(id) {
        Attendance::Online => true,
        Attendance::Present => !online,
        _ => false,
    };
    let person = participants::find(context, &who(context, args, "check-in")?, here)?;
    let remark = step(context, at, |door, ids| {
        if online {
            door.online(person, ids)
        } else {
            door.check_in(person, ids)
        }
    })?;
    let said = arrival(context, remark, person, at, online)?;
    tell(context, said)
}

fn check_out(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let at = moment(context, args)?;
    let gone = |meeting: &Meeting, id| !is_there(meeting.attendance_of(id));
    let person = participants::find(context, &who(context, args, "check-out")?, gone)?;
    if asked(context, args, "check-out", person, at)? {
        return Ok(());
    }
    match step(context, at, |door, ids| door.leave(person, ids))? {
        Some(Remark::NotHere) => Err(Message::new(Key::ErrorNotHere)
            .with("name", participants::name(context, person)?)
            .into()),
        _ => say(context, Key::DoorLeft, person, at),
    }
}

fn check_back(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let at = moment(context, args)?;
    let others = |meeting: &Meeting, id| meeting.attendance_of(id) != Attendance::Left;
    let person = participants::find(context, &who(context, args, "check-back")?, others)?;
    let remark = step(context, at, |door, ids| door.come_back(person, ids))?;
    let said = arrival(context, remark, person, at, false)?;
    context.say(said);
    Ok(())
}

fn absent(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let at = moment(context, args)?;
    let away = |meeting: &Meeting, id| meeting.attendance_of(id) != Attendance::Expected;
    let person = participants::find(context, &who(context, args, "absent")?, away)?;
    if asked(context, args, "absent", person, at)? {
        return Ok(());
    }
    step(context, at, |door, ids| door.absent(person, ids))?;
    say(context, Key::DoorAbsent, person, at)
}

fn substitute(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let at = moment(context, args)?;
    let typed = |name| args.get(name).unwrap_or_default();
    let other = participants::find(context, typed("for"), |_, _| false)?;
    let mut guest = replacement(context, typed("who"), other)?;
    if guest.person == other {
        return Err(Key::ErrorSubstituteSelf.into());
    }
    // Before the day a substitute is only announced.
    let day = context.meeting()?.head.date;
    let here = !args.has("expected") && day.is_none_or(|day| day <= context.today());
    let person = guest.person;
    let new_organisation = guest.register(context);
    step(context, at, |door, ids| {
        door.substitute(other, person, here, ids)
    })?;
    let key = if here {
        Key::DoorSubstituteHere
    } else {
        Key::DoorSubstitute
    };
    let message = Message::new(key)
        .with("name", participants::name(context, person)?)
        .with("other", participants::name(context, other)?)
        .with("time", clock(context, at));
    visitor::say(context, message, new_organisation);
    Ok(())
}

/// Who comes instead: at the door the full name of somebody nobody knows is a colleague of the one
/// replaced. On the command line it may be a slip, which nobody sees.
fn replacement(context: &mut Context<'_>, typed: &str, other: Id) -> Result<Visitor, Stop> {
    let door = context.app.interactive;
    let register = context.register()?;
    let home = register.people.get(&other).and_then(|row| row.organisation);
    let home = home.map(|id| register.organisation_name(id).to_owned());
    match (visitor::read(context, typed), home) {
        (Err(Stop::Fail(why)), Some(home))
            if door && why.key() == Key::ErrorPersonUnknown && typed.trim().contains(' ') =>
        {
            visitor::read(context, &format!("{typed}, {home}"))
        }
        (read, _) => read,
    }
}

fn walk_in(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let at = moment(context, args)?;
    let mut guest = visitor::read(context, &who(context, args, "walk-in")?)?;
    let (person, organisation) = (guest.person, guest.organisation);
    let new_organisation = guest.register(context);
    let remark = step(context, at, |door, ids| {
        door.walk_in(person, organisation, ids)
    })?;
    let said = arrival(context, remark, person, at, false)?;
    visitor::say(context, said, new_organisation);
    Ok(())
}

fn all_present(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let at = moment(context, args)?;
    let before = context.meeting()?.presences.len();
    step(context, at, |door, ids| door.all_present(ids))?;
    let answered = |meeting: &Meeting| {
        let mut rows = meeting.participant_list();
        rows.any(|row| row.rsvp == Rsvp::Yes)
    };
    // Where nobody answers invitations, all who have not sent apologies are expected.
    if !answered(context.meeting()?) {
        let attendances = context.meeting()?.attendances().into_iter();
        let open = attendances.filter(|(_, stands)| *stands == Attendance::Expected);
        for (person, _) in open.collect::<Vec<_>>() {
            step(context, at, |door, ids| door.check_in(person, ids))?;
        }
    }
    let count = context.meeting()?.presences.len() - before;
    if count == 0 {
        return Err(Key::ErrorNobodyMissing.into());
    }
    context.say(Message::new(Key::DoorAllPresent).with("count", count));
    Ok(())
}

/// Ret: the last event is taken back, and what is right put in its place.
fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let at = moment(context, args)?;
    let typed = args.get("person").unwrap_or_default();
    let person = participants::find(context, typed, |_, _| false)?;
    let wanted: Attendance = lookup::choice(args.get("status").unwrap_or_default())?;
    if !is_there(wanted) && asked(context, args, "attendance-set", person, at)? {
        return Ok(());
    }
    let meeting = context.meeting()?;
    if meeting.attendance_of(person) == wanted {
        retime(context, args, person, at)?;
    } else {
        step(context, at, |door, _| door.take_back(person))?;
        if context.meeting()?.attendance_of(person) != wanted {
            stand(context, person, wanted, at)?;
        }
    }
    let status = Key::named(&format!("attendance-{}", wanted.name()));
    let status = status.map(|key| context.locale().text(key).into_owned());
    let message = Message::new(Key::DoorSet)
        .with("name", participants::name(context, person)?)
        .with("status", status.unwrap_or_default());
    context.say(message);
    Ok(())
}

/// Stands so already: only the time can be corrected.
fn retime(context: &mut Context<'_>, args: &Args, person: Id, at: i64) -> Result<(), Stop> {
    let events = context.meeting()?.presences_of(person);
    let last = events.last().map(|event| (*event).clone());
    match (field::line(args, "at"), last) {
        (Some(_), Some(event)) => {
            step(context, at, |door, _| door.correct_time(&event, at))?;
            Ok(())
        }
        _ => Err(Message::new(Key::ErrorStandsAlready)
            .with("name", participants::name(context, person)?)
            .into()),
    }
}

fn stand(context: &mut Context<'_>, person: Id, wanted: Attendance, at: i64) -> Result<(), Stop> {
    if wanted == Attendance::Expected {
        // Only an answer is left to say otherwise.
        let meeting = context.meeting()?;
        let ops = crate::domain::invitation::answer(meeting, person, Rsvp::Yes, None);
        context.emit_all(ops);
        return Ok(());
    }
    step(context, at, |door, ids| match wanted {
        Attendance::Present => door.check_in(person, ids),
        Attendance::Online => door.online(person, ids),
        Attendance::Apologies => door.apologies(person, ids),
        Attendance::Absent => door.absent(person, ids),
        Attendance::Left | Attendance::Expected => door.leave(person, ids),
    })?;
    Ok(())
}
