//! The speaker list: who asks for the floor, who gets it.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::id::Id;
use crate::domain::queue::{self, Turn};
use crate::locale::Key;

use super::{field, participants};

const WHO: Arg = Arg::word("who", ArgKind::Person);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "queue-add",
        scope: Scope::Meeting,
        args: &[WHO, Arg::option("note", ArgKind::Text)],
        run: add,
    },
    Command {
        name: "queue-remove",
        scope: Scope::Meeting,
        args: &[WHO],
        run: remove,
    },
    Command {
        name: "queue-floor",
        scope: Scope::Meeting,
        args: &[Arg::maybe("who", ArgKind::Person)],
        run: give,
    },
];

fn who(context: &Context<'_>, args: &Args) -> Result<Id, Stop> {
    participants::find(context, args.get("who").unwrap_or_default(), |_, _| false)
}

/// Who has the floor and who waits, in one sentence.
fn tell(context: &mut Context<'_>) -> Result<(), Stop> {
    let (meeting, register) = (context.meeting()?, context.register()?);
    let name = |turn: &Turn| register.name_of(turn.person).to_owned();
    let floor = meeting.floor().map(name);
    let waiting: Vec<String> = meeting.waiting().into_iter().map(name).collect();
    let message = match (floor, waiting.is_empty()) {
        (None, true) => Message::new(Key::QueueEmpty),
        (None, false) => Message::new(Key::QueueWaiting),
        (Some(name), true) => Message::new(Key::QueueFloor).with("name", name),
        (Some(name), false) => Message::new(Key::QueueBoth).with("name", name),
    };
    context.say(message.with("names", waiting.join(", ")));
    Ok(())
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let person = who(context, args)?;
    let turn = Turn {
        id: context.new_id(),
        person,
        note: field::line(args, "note").unwrap_or_default(),
        at: context.now(),
        ..Turn::default()
    };
    let ops = queue::join(context.meeting()?, turn);
    context.emit_all(ops);
    tell(context)
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let person = who(context, args)?;
    let ops = queue::leave(context.meeting()?, person);
    context.emit_all(ops);
    tell(context)
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
