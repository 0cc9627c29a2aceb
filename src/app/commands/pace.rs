//! Time: breaks while the meeting runs, and how long items took last time.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::Kind;
use crate::app::overview::previous;
use crate::domain::agenda::AgendaItemField;
use crate::domain::durations::{Duration, durations};
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::recess;
use crate::locale::Key;

use super::{field, location, lookup, panels, running};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "break-start",
        scope: Scope::Meeting,
        args: &[Arg::word("minutes", ArgKind::Number)],
        run: start,
    },
    Command {
        name: "break-end",
        scope: Scope::Meeting,
        args: &[],
        run: |context, _| end(context),
    },
    Command::screen("break-turn", &[], |context, _| {
        match context.meeting()?.recess() {
            Some(_) => end(context),
            None => Err(Stop::Ask("break-start", Args::default())),
        }
    }),
    Command {
        name: "durations-use",
        scope: Scope::Meeting,
        args: &[Arg::maybe("item", ArgKind::Item)],
        run: take,
    },
    Command::screen("durations", &[], |context, _| {
        panels::of_meeting(context, Kind::Durations)
    }),
];

fn start(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let minutes = field::given(args, "minutes", lookup::number::<u16>)?;
    let minutes = minutes
        .filter(|minutes| *minutes > 0)
        .ok_or(Key::ErrorBreakMinutes)?;
    let meeting = running::open_meeting(context)?;
    if meeting.head.started_at.is_none() {
        return Err(Key::ErrorMeetingNotStarted.into());
    }
    let now = context.now();
    let by = context.user();
    let ops = recess::start(&meeting, minutes, now, &by, &mut || context.new_id());
    context.emit_all(ops);
    let back = context.meeting()?.recess().map_or(now, |row| row.back_at());
    let time = running::clock(context, back);
    context.say(Message::new(Key::BreakStarted).with("time", time));
    Ok(())
}

fn end(context: &mut Context<'_>) -> Result<(), Stop> {
    let (meeting, now) = (context.meeting()?.clone(), context.now());
    let ops = recess::end(&meeting, now, &mut || context.new_id());
    if ops.is_empty() {
        return Err(Key::ErrorNoBreak.into());
    }
    context.emit_all(ops);
    let time = running::clock(context, now);
    context.say(Message::new(Key::BreakEnded).with("time", time));
    Ok(())
}

/// What the network's meeting before this one proposes.
fn proposed(context: &Context<'_>) -> Result<Vec<Duration>, Stop> {
    let meeting = context.meeting()?;
    let network = context.network_of(meeting.head.network)?;
    let Some(before) = previous(network, meeting.head.id) else {
        return Ok(Vec::new());
    };
    Ok(durations(context.meeting()?, context.meeting_of(before)?))
}

/// Plans an item as long as it took last time; all of them when none is named.
fn take(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let only = match args.get("item") {
        Some(typed) => Some(location::item(context, Some(typed))?),
        None => None,
    };
    let mut rows = proposed(context)?;
    rows.retain(|row| only.is_none_or(|item| item == row.item));
    if rows.is_empty() {
        return Err(Key::ErrorNoDurations.into());
    }
    let meeting = context.meeting()?;
    let id = meeting.head.id;
    let changes: Vec<(Id, AgendaItemField)> = rows
        .iter()
        .filter_map(|row| {
            let item = meeting.items.get(&row.item)?;
            Some((row.item, AgendaItemField::minutes(item, Some(row.proposed))))
        })
        .collect();
    let count = changes.len();
    for (item, change) in changes {
        context.set_in_meeting(id, item, change);
    }
    context.say(Message::new(Key::DurationsUsed).with("count", count));
    Ok(())
}

/// Says at the screen that items of a new meeting took another time at the one before.
pub fn tell(context: &mut Context<'_>, meeting: Id, before: &Meeting) {
    let meeting = context.app.docs.meeting(meeting);
    let count = meeting.map_or(0, |meeting| durations(meeting, before).len());
    if count > 0 && context.app.interactive {
        context.say(Message::new(Key::DurationsDiffer).with("count", count));
    }
}
