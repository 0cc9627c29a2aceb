//! A meeting while it runs: opened, item by item, closed, opened again.

use std::collections::BTreeSet;

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::attendance_ops::Door;
use crate::domain::id::Id;
use crate::domain::lock;
use crate::domain::meeting::Meeting;
use crate::domain::minutes_ops;
use crate::domain::network::{MeetingRef, meeting_name};
use crate::domain::op::DocOp;
use crate::domain::setup;
use crate::domain::walk::following_item;
use crate::domain::zone;
use crate::locale::Key;

use super::{field, location, lookup, queue};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "meeting-start",
        scope: Scope::Meeting,
        args: &[Arg::option("at", ArgKind::Time)],
        run: start,
    },
    Command {
        name: "item-start",
        scope: Scope::Meeting,
        args: &[Arg::maybe("item", ArgKind::Item), queue::QUEUE],
        run: start_item,
    },
    Command {
        name: "item-next",
        scope: Scope::Meeting,
        args: &[queue::QUEUE],
        run: next_item,
    },
    Command {
        name: "item-done",
        scope: Scope::Meeting,
        args: &[Arg::maybe("item", ArgKind::Item)],
        run: finish_item,
    },
    Command {
        name: "item-defer",
        scope: Scope::Meeting,
        args: &[
            Arg::maybe("item", ArgKind::Item),
            Arg::option("to", ArgKind::Meeting),
        ],
        run: defer_item,
    },
    Command {
        name: "meeting-close",
        scope: Scope::Meeting,
        args: &[Arg::option("at", ArgKind::Time)],
        run: close,
    },
    Command {
        name: "meeting-reopen",
        scope: Scope::Meeting,
        args: &[],
        run: reopen,
    },
];

/// The moment an option `--at` names on the meeting's day, else now.
///
/// # Errors
/// When it is no time.
pub fn moment(context: &Context<'_>, args: &Args) -> Result<i64, Stop> {
    let time = field::given(args, "at", |typed| lookup::time(context, typed))?;
    let day = context.meeting()?.head.date.unwrap_or(context.today());
    Ok(time.map_or(context.now(), |time| zone::instant(day.and_time(time))))
}

/// The clock time of a moment, as messages say it.
pub fn clock(context: &Context<'_>, at: i64) -> String {
    context.locale().language().time(zone::local(at).time())
}

/// The meeting at hand, when it is neither cancelled nor closed.
pub fn open_meeting(context: &Context<'_>) -> Result<Meeting, Stop> {
    let meeting = context.meeting()?;
    if meeting.head.cancelled.is_some() {
        return Err(Key::ErrorMeetingCancelled.into());
    }
    if meeting.head.ended_at.is_some() {
        return Err(Key::ErrorMeetingClosed.into());
    }
    Ok(meeting.clone())
}

fn start(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let at = moment(context, args)?;
    let meeting = open_meeting(context)?;
    if let Some(at) = meeting.head.started_at {
        let time = clock(context, at);
        return Err(Message::new(Key::ErrorMeetingStarted)
            .with("time", time)
            .into());
    }
    // Before it opens: the head of the minutes names them, no sentence does.
    seat_holders(context, &meeting, at)?;
    let ops = minutes_ops::start_meeting(&meeting, at, &mut || context.new_id());
    context.emit_all(ops);
    let time = clock(context, at);
    context.say(Message::new(Key::MeetingStarted).with("time", time));
    // While a meeting runs the text has the focus.
    if context
        .app
        .desk()
        .is_some_and(|desk| desk.meeting == meeting.head.id)
    {
        let item = context.meeting()?.head.current;
        context.app.write_minutes(item);
    }
    Ok(())
}

/// Who leads the meeting and who minutes it are there, unless something else was said of them.
fn seat_holders(context: &mut Context<'_>, meeting: &Meeting, at: i64) -> Result<(), Stop> {
    let network = context.network_of(meeting.head.network)?.head.clone();
    let head = &meeting.head;
    let holders = [
        head.chair.or(network.chair),
        head.minute_taker.or(network.minute_taker),
    ];
    let by = context.user();
    let door = Door {
        meeting,
        at,
        by: &by,
    };
    let people: BTreeSet<Id> = holders.into_iter().flatten().collect();
    for person in people {
        let ops = door.holds(person, &mut || context.new_id());
        context.emit_all(ops);
    }
    Ok(())
}

/// A sentence about an item: its number and title.
fn about(meeting: &Meeting, key: Key, item: Id) -> Message {
    let title = meeting.items.get(&item).map(|row| row.title.clone());
    Message::new(key)
        .with("number", meeting.number_of(item).unwrap_or_default())
        .with("title", title.unwrap_or_default())
}

fn start_item(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let item = location::item(context, args.get("item"))?;
    let id = item.to_string();
    enter(context, args, &["item-start", &id], item)
}

/// The next item that is still to be taken.
fn next_item(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = open_meeting(context)?;
    match following_item(&meeting) {
        Some((_, item)) => enter(context, args, &["item-next"], item.id),
        None => Err(Key::ErrorNoNextItem.into()),
    }
}

/// Makes an item current; `words` is the call that asks for it, should somebody still wait to speak.
fn enter(context: &mut Context<'_>, args: &Args, words: &[&str], item: Id) -> Result<(), Stop> {
    let (meeting, now) = (open_meeting(context)?, context.now());
    let ops = minutes_ops::start_item(&meeting, item, now, &mut || context.new_id());
    if ops.is_empty() {
        return Err(about(&meeting, Key::ErrorItemCurrent, item).into());
    }
    let Some(left) = queue::before_next(context, args, words)? else {
        return Ok(());
    };
    context.emit_all(ops);
    context.emit_all(left);
    let waiting = context.meeting()?.waiting().len();
    let said = match waiting {
        0 => about(&meeting, Key::ItemStarted, item),
        _ => about(&meeting, Key::ItemStartedWaiting, item).with("count", waiting),
    };
    context.say(said);
    Ok(())
}

fn finish_item(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let item = location::item(context, args.get("item"))?;
    let meeting = context.meeting()?.clone();
    let ops = minutes_ops::finish_item(&meeting, item, context.now());
    context.emit_all(ops);
    context.say(about(&meeting, Key::ItemDone, item));
    Ok(())
}

fn defer_item(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let item = location::item(context, args.get("item"))?;
    let meeting = context.meeting()?.clone();
    let to = field::given(args, "to", |typed| lookup::meeting(context, typed))?;
    if to == Some(meeting.head.id) {
        return Err(Key::ErrorDeferHere.into());
    }
    if meeting.items.get(&item).is_some_and(setup::cannot_defer) {
        return Err(about(&meeting, Key::ErrorItemCarried, item).into());
    }
    let target = to.map(|to| context.meeting_of(to).cloned()).transpose()?;
    let now = context.now();
    let mut ids = || context.new_id();
    let ops: Vec<DocOp> = setup::defer_item(&meeting, item, target.as_ref(), now, &mut ids);
    context.emit_all(ops);
    context.say(about(&meeting, Key::ItemDeferred, item));
    Ok(())
}

/// Puts an item off while the meeting runs: to the network's next meeting when there is one, else
/// to wait until one is made. The ops, and what is to be said; neither when nothing changes.
pub fn put_off(
    context: &mut Context<'_>,
    meeting: Id,
    item: Id,
) -> Result<(Vec<DocOp>, Option<Message>), Stop> {
    let meeting = context.meeting_of(meeting)?.clone();
    let gone = meeting.items.get(&item).is_none_or(setup::cannot_defer);
    if gone || meeting.head.started_at.is_none() {
        return Ok((Vec::new(), None));
    }
    let target = next_meeting(context, &meeting)?;
    let now = context.now();
    let said = match &target {
        None => about(&meeting, Key::ItemDeferredOpen, item),
        Some((name, _)) => about(&meeting, Key::ItemDeferredTo, item).with("meeting", name.clone()),
    };
    let target = target.map(|(_, target)| target);
    let mut ids = || context.new_id();
    let ops = setup::defer_item(&meeting, item, target.as_ref(), now, &mut ids);
    Ok((ops, Some(said)))
}

/// The network's meeting after this one that is still to be held, and its name.
fn next_meeting(
    context: &Context<'_>,
    meeting: &Meeting,
) -> Result<Option<(String, Meeting)>, Stop> {
    let network = context.network_of(meeting.head.network)?;
    let Some(this) = network.meetings.get(&meeting.head.id) else {
        return Ok(None);
    };
    let place = |row: &MeetingRef| (row.year, row.number);
    let rows = network.meetings.values();
    let mut later: Vec<&MeetingRef> = rows
        .filter(|row| !row.removed && place(row) > place(this))
        .collect();
    later.sort_by_key(|row| place(row));
    for row in later {
        let doc = context.meeting_of(row.id)?;
        if doc.head.ended_at.is_none() && doc.head.cancelled.is_none() {
            let label = row.label(context.secretariat()?.label(doc.head.network));
            return Ok(Some((meeting_name(&label), doc.clone())));
        }
    }
    Ok(None)
}

fn close(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let at = moment(context, args)?;
    let meeting = open_meeting(context)?;
    context.emit_all(minutes_ops::close_meeting(&meeting, at));
    let time = clock(context, at);
    context.say(Message::new(Key::MeetingClosed).with("time", time));
    note_next_date(context, None)
}

/// Notes the date of the next meeting that stands in the minutes of its item, or in one entry of them, and says so.
pub fn note_next_date(context: &mut Context<'_>, only: Option<Id>) -> Result<(), Stop> {
    if let Some((date, op)) = minutes_ops::agree_next(context.meeting()?, only) {
        context.emit_all([op]);
        let date = context.locale().language().long_date(date);
        context.say(Message::new(Key::NextDateNoted).with("date", date));
    }
    Ok(())
}

fn reopen(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let meeting = context.meeting()?;
    if lock::is_locked(meeting) {
        return Err(Key::ErrorMinutesApproved.into());
    }
    if meeting.head.ended_at.is_none() {
        return Err(Key::ErrorMeetingNotClosed.into());
    }
    let ops = minutes_ops::reopen_meeting(meeting);
    context.emit_all(ops);
    context.say(Key::MeetingReopened);
    Ok(())
}
