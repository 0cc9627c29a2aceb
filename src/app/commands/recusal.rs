//! Conflict of interest: who leaves for one item, and the warning before somebody whose vote is cast
//! is no longer there for it.

use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::confirm::Confirm;
use crate::domain::counts::is_there;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::recusal::{self, Recusal};
use crate::domain::vote::cast_since;
use crate::locale::Key;

use super::{door, location, participants};

/// Whoever has voted is made absent all the same.
pub const ANYWAY: Arg = Arg::flag("anyway").scripted();

const WHO: Arg = Arg::words("who", ArgKind::Person);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "recusal-add",
        scope: Scope::Item,
        args: &[WHO, ANYWAY],
        run: add,
    },
    Command {
        name: "recusal-remove",
        scope: Scope::Item,
        args: &[WHO],
        run: remove,
    },
];

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let item = location::item(context, None)?;
    location::standing(context)?;
    let gone = |meeting: &Meeting, id| {
        !is_there(meeting.attendance_of(id)) || meeting.recused(item).contains(&id)
    };
    let person = participants::find(context, &door::who(context, args, "recusal-add")?, gone)?;
    let name = participants::name(context, person)?;
    let meeting = context.meeting()?.clone();
    if !is_there(meeting.attendance_of(person)) {
        return Err(Message::new(Key::ErrorNotHere).with("name", name).into());
    }
    if meeting.recusal(item, person).is_some() {
        let message = Message::new(Key::ErrorRecusedAlready);
        return Err(message.with("name", name).into());
    }
    let now = context.now();
    let since = match meeting.open_vote(item) {
        Some(_) => now,
        // What was voted on under another item is over.
        None => i64::MAX,
    };
    if asked(context, args, "recusal-add", person, since)? {
        return Ok(());
    }
    let row = Recusal {
        id: context.new_id(),
        person,
        item,
        at: now,
        removed: false,
    };
    let by = context.user();
    let ops = recusal::declare(&meeting, row, &by, &mut || context.new_id());
    context.emit_all(ops);
    say(context, Key::RecusalNoted, name, item)
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let item = location::item(context, None)?;
    let here = |meeting: &Meeting, id| !meeting.recused(item).contains(&id);
    let person = participants::find(context, &door::who(context, args, "recusal-remove")?, here)?;
    let name = participants::name(context, person)?;
    let meeting = context.meeting()?;
    let Some(row) = meeting.recusal(item, person) else {
        let message = Message::new(Key::ErrorNotRecused);
        return Err(message.with("name", name).into());
    };
    let ops = recusal::withdraw(meeting, row);
    context.emit_all(ops);
    say(context, Key::RecusalRemoved, name, item)
}

fn say(context: &mut Context<'_>, key: Key, name: String, item: Id) -> Result<(), Stop> {
    let number = context.meeting()?.number_of(item).unwrap_or_default();
    let message = Message::new(key).with("name", name);
    context.say(message.with("number", number));
    Ok(())
}

/// Somebody who is no longer there at a time has a vote cast that this concerns: a person at the
/// screen is asked first (`true`), a script is refused until it says so.
///
/// # Errors
/// When nobody can be asked; when a document is not loaded yet.
pub fn asked(
    context: &mut Context<'_>,
    args: &Args,
    command: &str,
    person: Id,
    since: i64,
) -> Result<bool, Stop> {
    let meeting = context.meeting()?;
    let Some(vote) = cast_since(meeting, person, since).filter(|_| !args.has(ANYWAY.name)) else {
        return Ok(false);
    };
    let number = meeting.number_of(vote.item).unwrap_or_default();
    let key = match (vote.is_open(), context.app.interactive) {
        (true, true) => Key::VoteWillLapse,
        (true, false) => Key::ScriptVoteWillLapse,
        (false, true) => Key::VoteWasGiven,
        (false, false) => Key::ScriptVoteWasGiven,
    };
    let question = Message::new(key)
        .with("name", participants::name(context, person)?)
        .with("number", number);
    if !context.app.interactive {
        return Err(question.into());
    }
    let mut words = vec![command.to_owned(), format!("--{}", ANYWAY.name)];
    words.extend(args.get("at").map(|at| format!("--at={at}")));
    words.push(person.to_string());
    words.extend(args.get("status").map(str::to_owned));
    let target = context.target;
    let confirm = Confirm {
        question,
        call: Call { words, target },
    };
    context.app.view.overlays.push(confirm.into());
    Ok(true)
}
