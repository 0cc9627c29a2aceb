//! The speaker list: who asks for the floor, who gets it, how long they have.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::Overlay;
use crate::app::overlays::panel::{Kind, Panel, Row};
use crate::app::{Call, floor};
use crate::choice;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, MeetingHeadField};
use crate::domain::op::DocOp;
use crate::domain::queue::{self, Turn};
use crate::locale::Key;

use super::{field, lookup, panels, participants, running};

const WHO: Arg = Arg::word("who", ArgKind::Person);
/// What becomes of those who wait when another item begins.
pub const QUEUE: Arg = Arg::option("queue", ArgKind::Choice(Rest::NAMES));

choice! {
    /// What becomes of those who wait when another item begins.
    Rest {
        /// They wait on.
        Keep = "keep",
        /// Nobody waits any more.
        Drop = "drop",
    }
}

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "queue-add",
        scope: Scope::Meeting,
        args: &[
            WHO,
            Arg::option("note", ArgKind::Text),
            Arg::flag("reply"),
            Arg::flag("anyway"),
        ],
        run: add,
    },
    Command {
        name: "queue-remove",
        scope: Scope::Meeting,
        args: &[WHO],
        run: |context, args| change(context, args, queue::leave),
    },
    Command {
        name: "queue-move",
        scope: Scope::Meeting,
        args: &[WHO, Arg::word("to", ArgKind::Text)],
        run: shift,
    },
    Command {
        name: "queue-floor",
        scope: Scope::Meeting,
        args: &[Arg::maybe("who", ArgKind::Person)],
        run: give,
    },
    Command {
        name: "queue-done",
        scope: Scope::Meeting,
        args: &[],
        run: |context, _| {
            let now = context.now();
            do_all(context, |meeting| queue::end_floor(meeting, now))
        },
    },
    Command {
        name: "queue-close",
        scope: Scope::Meeting,
        args: &[],
        run: |context, _| {
            let now = context.now();
            do_all(context, |meeting| queue::close(meeting, Some(now)))
        },
    },
    Command {
        name: "queue-open",
        scope: Scope::Meeting,
        args: &[],
        run: |context, _| do_all(context, |meeting| queue::close(meeting, None)),
    },
    Command {
        name: "queue-empty",
        scope: Scope::Meeting,
        args: &[],
        run: |context, _| do_all(context, queue::empty),
    },
    Command {
        name: "queue-limit",
        scope: Scope::Meeting,
        args: &[Arg::word("minutes", ArgKind::Number)],
        run: limit,
    },
    Command {
        name: "queue-tell",
        scope: Scope::Meeting,
        args: &[],
        run: |context, _| tell(context),
    },
    Command::screen("queue", &[], |context, _| show(context)),
    Command::screen("queue-up", &[], |context, _| shift_selected(context, false)),
    Command::screen("queue-down", &[], |context, _| {
        shift_selected(context, true)
    }),
];

fn who(context: &Context<'_>, args: &Args) -> Result<Id, Stop> {
    participants::find(context, args.get("who").unwrap_or_default(), |_, _| false)
}

/// The list, with who is next selected.
fn show(context: &mut Context<'_>) -> Result<(), Stop> {
    panels::of_meeting(context, Kind::Queue)?;
    let meeting = context.meeting()?;
    let next = usize::from(meeting.floor().is_some() && !meeting.waiting().is_empty());
    if let Some(Overlay::Panel(panel)) = context.app.view.overlays.last_mut() {
        panel.selected = next;
    }
    Ok(())
}

/// Who has the floor and who waits, in one sentence.
fn tell(context: &mut Context<'_>) -> Result<(), Stop> {
    let (meeting, register) = (context.meeting()?, context.register()?);
    let message = match floor::line(context.locale(), meeting, register, None) {
        Some(said) => Message::new(Key::QueueSaid).with("said", said),
        None => Message::new(Key::QueueEmpty),
    };
    context.say(message);
    Ok(())
}

fn do_all(context: &mut Context<'_>, ops: impl Fn(&Meeting) -> Vec<DocOp>) -> Result<(), Stop> {
    let ops = ops(context.meeting()?);
    context.emit_all(ops);
    tell(context)
}

fn change(
    context: &mut Context<'_>,
    args: &Args,
    ops: impl Fn(&Meeting, Id) -> Vec<DocOp>,
) -> Result<(), Stop> {
    let person = who(context, args)?;
    do_all(context, |meeting| ops(meeting, person))
}

/// Once the list is closed only replies are taken.
fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (person, reply) = (who(context, args)?, args.has("reply"));
    let closed = context.meeting()?.head.queue_closed_at;
    if let Some(at) = closed.filter(|_| !reply && !args.has("anyway")) {
        let name = context.register()?.name_of(person).to_owned();
        let message = Message::new(Key::ErrorQueueClosed).with("name", name);
        return Err(message.with("time", running::clock(context, at)).into());
    }
    let turn = Turn {
        id: context.new_id(),
        person,
        note: field::line(args, "note").unwrap_or_default(),
        at: context.now(),
        reply,
        ..Turn::default()
    };
    do_all(context, |meeting| queue::join(meeting, turn.clone()))
}

/// To a number in the list, or a step "up" or "down".
fn shift(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let person = who(context, args)?;
    let rows = context.meeting()?.waiting();
    let now = rows.iter().position(|row| row.person == person);
    let now = now.ok_or(Key::ErrorNotWaiting)?;
    let to = match args.get("to").unwrap_or_default() {
        "up" => now.saturating_sub(1),
        "down" => now + 1,
        typed => lookup::number::<usize>(typed)?.saturating_sub(1),
    };
    do_all(context, |meeting| queue::shift(meeting, person, to))
}

/// Moves the row selected in the panel, which stays selected.
fn shift_selected(context: &mut Context<'_>, down: bool) -> Result<(), Stop> {
    let Some(Overlay::Panel(panel)) = context.app.view.overlays.last() else {
        return Ok(());
    };
    let chosen = panel.chosen(context.app).and_then(|row| row.remove);
    let person = chosen.and_then(|call| call.words.get(1)?.parse::<Id>().ok());
    let person = person.ok_or(Key::ErrorNotWaiting)?;
    let rows = context.meeting()?.waiting();
    let now = rows.iter().position(|row| row.person == person);
    let (now, last) = (now.ok_or(Key::ErrorNotWaiting)?, rows.len());
    let to = match down {
        true => now + 1,
        false => now.wrapping_sub(1),
    };
    if to >= last {
        return Ok(());
    }
    let ops = queue::shift(context.meeting()?, person, to);
    context.emit_all(ops);
    if let Some(Overlay::Panel(panel)) = context.app.view.overlays.last_mut() {
        panel.selected = (panel.selected + to).saturating_sub(now);
    }
    Ok(())
}

/// The floor to somebody; to the first who waits when nobody is named.
fn give(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let person = match args.get("who") {
        Some(_) => who(context, args)?,
        None => {
            let first = context.meeting()?.waiting().first().map(|row| row.person);
            first.ok_or(Key::QueueEmpty)?
        }
    };
    let now = context.now();
    let meeting = context.meeting()?.clone();
    let ops = queue::give(&meeting, person, now, &mut || context.new_id());
    context.emit_all(ops);
    tell(context)
}

/// Minutes for each speaker; none takes the limit away.
fn limit(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let minutes = field::given(args, "minutes", lookup::number::<u16>)?;
    let minutes = minutes.filter(|minutes| *minutes > 0);
    let meeting = context.meeting()?;
    let change = MeetingHeadField::speaker_minutes(&meeting.head, minutes);
    let id = meeting.head.id;
    context.change_in_meeting(id, Id::default(), field::real(vec![change]));
    context.say(match minutes {
        Some(minutes) => Message::new(Key::QueueLimited).with("minutes", minutes),
        None => Message::new(Key::QueueUnlimited),
    });
    Ok(())
}

/// Another item is about to begin while somebody waits: the ops for what was chosen; with nothing
/// chosen, `None` after the question was put, or nothing where nobody can be asked: they wait on.
pub fn before_next(
    context: &mut Context<'_>,
    args: &Args,
    words: &[&str],
) -> Result<Option<Vec<DocOp>>, Stop> {
    let meeting = context.meeting()?;
    let waits = !meeting.waiting().is_empty();
    match field::given(args, "queue", lookup::choice)? {
        Some(Rest::Drop) => return Ok(Some(queue::empty(meeting))),
        None if waits && context.app.interactive => {}
        _ => return Ok(Some(Vec::new())),
    }
    let rows = [
        (Key::QueueKeep, "--queue=keep"),
        (Key::QueueDrop, "--queue=drop"),
    ];
    let target = context.target;
    let row = |(number, (key, option)): (usize, (Key, &str))| Row {
        text: format!("{number}  {}", context.locale().text(key)),
        call: Some(Call {
            words: words
                .iter()
                .chain([&option])
                .map(|word| (*word).to_owned())
                .collect(),
            target,
        }),
        ..Row::default()
    };
    let mut rows: Vec<Row> = (1..).zip(rows).map(row).collect();
    let register = context.register()?;
    let said = floor::line(context.locale(), context.meeting()?, register, None);
    rows.insert(
        0,
        Row {
            sign: " ",
            text: said.unwrap_or_default(),
            ..Row::default()
        },
    );
    context
        .app
        .view
        .open(Panel::new(Kind::Waiting(rows), target));
    Ok(None)
}
