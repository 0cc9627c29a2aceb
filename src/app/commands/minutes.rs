//! Entries of the minutes: written, changed, moved, removed, kept.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::clean::clean_text;
use crate::domain::due::Due;
use crate::domain::id::Id;
use crate::domain::line::{self, Named, Sense};
use crate::domain::minutes::{Entry, EntryKind, ParagraphStyle};
use crate::domain::minutes_ops;
use crate::domain::network::Owner;
use crate::domain::query::Reference;
use crate::locale::Key;

use super::{field, location, lookup};

const TEXT: &[Arg] = &[Arg::word("text", ArgKind::LongText), Arg::flag("prepared")];

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "note-add",
        scope: Scope::Item,
        args: TEXT,
        run: add_note,
    },
    Command {
        name: "decision-add",
        scope: Scope::Item,
        args: TEXT,
        run: |context, args| add_kind(context, args, EntryKind::Decision),
    },
    Command {
        name: "private-add",
        scope: Scope::Item,
        args: TEXT,
        run: |context, args| add_kind(context, args, EntryKind::Private),
    },
    Command {
        name: "vote-add",
        scope: Scope::Item,
        args: TEXT,
        run: |context, args| add_kind(context, args, EntryKind::Vote),
    },
];

/// A new entry under the item at hand, ready to be filled in.
///
/// # Errors
/// When there is no item.
pub fn fresh(context: &mut Context<'_>, args: &Args) -> Result<Entry, Stop> {
    Ok(Entry {
        item: location::item(context, None)?,
        id: context.new_id(),
        by: context.user(),
        at: context.now(),
        prepared: args.has("prepared"),
        ..Entry::default()
    })
}

/// Puts an entry last under its item.
///
/// # Errors
/// When the meeting is not loaded yet.
pub fn append(context: &mut Context<'_>, entry: Entry) -> Result<(), Stop> {
    let meeting = context.meeting()?.clone();
    let ops = minutes_ops::add_entry(&meeting, entry, &mut || context.new_id());
    context.emit_all(ops);
    Ok(())
}

/// What was typed, line by line; at least one of them says something.
fn lines(args: &Args) -> Result<Vec<String>, Stop> {
    let text = clean_text(args.get("text").unwrap_or_default());
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.trim_end().to_owned())
        .filter(|line| !line.trim().is_empty())
        .collect();
    if lines.is_empty() {
        field::needed(args, "text")?;
    }
    Ok(lines)
}

/// A note; a single line is read as in the minutes: "b: ", "Opgave: ", "present+ anna".
fn add_note(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let lines = lines(args)?;
    let [one] = lines.as_slice() else {
        return write(context, args, lines, EntryKind::Note);
    };
    if let Some(said) = line::read(one)
        && super::line::obey(context, &said, one, None)?
    {
        return Ok(());
    }
    let id = context.new_id();
    let entry = typed(context, id, one)?;
    if entry.kind == EntryKind::Dissent {
        return super::dissent::add(context, args, &entry.text);
    }
    if entry.kind == EntryKind::Action {
        return add_action(context, args, entry.text, entry.owner, entry.due);
    }
    let fresh = fresh(context, args)?;
    let kind = entry.kind;
    append(
        context,
        Entry {
            kind,
            style: entry.style,
            text: entry.text,
            ..fresh
        },
    )?;
    say_added(context, kind);
    Ok(())
}

/// A line as the entry it makes: its kind, how it is set, an action's owner and deadline.
pub fn typed(context: &mut Context<'_>, id: Id, text: &str) -> Result<Entry, Stop> {
    let said = line::read(text);
    let (kind, rest) = match said.and_then(|said| Some((said.sense.kind()?, said.rest))) {
        Some((kind, rest)) => (kind, rest),
        None => (EntryKind::Note, text),
    };
    let (style, mark) = line::list_mark(rest).unwrap_or_default();
    let mut entry = Entry {
        id,
        kind,
        style,
        text: rest.get(mark..).unwrap_or_default().trim().to_owned(),
        by: context.user(),
        at: context.now(),
        ..Entry::default()
    };
    match said.map(|said| said.sense) {
        Some(Sense::Action) => read_action(context, &mut entry)?,
        Some(Sense::Subtopic) => {
            entry.style = ParagraphStyle::Heading;
            entry.text = said.map_or("", |said| said.rest).to_owned();
        }
        _ => {}
    }
    Ok(entry)
}

fn add_kind(context: &mut Context<'_>, args: &Args, kind: EntryKind) -> Result<(), Stop> {
    let lines = lines(args)?;
    write(context, args, lines, kind)
}

fn write(
    context: &mut Context<'_>,
    args: &Args,
    lines: Vec<String>,
    kind: EntryKind,
) -> Result<(), Stop> {
    for line in lines {
        let (style, mark) = line::list_mark(&line).unwrap_or_default();
        let entry = Entry {
            kind,
            style,
            text: line.get(mark..).unwrap_or_default().trim().to_owned(),
            ..fresh(context, args)?
        };
        append(context, entry)?;
    }
    say_added(context, kind);
    Ok(())
}

fn say_added(context: &mut Context<'_>, kind: EntryKind) {
    context.say(match kind {
        EntryKind::Decision => Key::DecisionAdded,
        EntryKind::Private => Key::PrivateAdded,
        EntryKind::Vote => Key::VoteAdded,
        EntryKind::Dissent => Key::DissentAdded,
        EntryKind::Note
        | EntryKind::Action
        | EntryKind::Attendance
        | EntryKind::Idea
        | EntryKind::Help => Key::NoteAdded,
    });
}

/// "Anna: Send oplæg, senest 1/12": owner and deadline read out of the line.
fn read_action(context: &mut Context<'_>, entry: &mut Entry) -> Result<(), Stop> {
    let today = context.today();
    // Everything the names need is there before they are tried.
    context.register()?;
    let is_owner = |name: &str, named: Named| match named {
        Named::Letters => lookup::person(context, name).is_ok(),
        Named::Words => matches!(lookup::owner(context, name), Ok(Owner::Person(_))),
    };
    let read = line::action(&entry.text, today, is_owner);
    entry.owner = match &read.owner {
        Some(name) => Owner::Person(lookup::person(context, name)?),
        None => Owner::Nobody,
    };
    entry.due = match read.due {
        Some(Ok(due)) => Some(due),
        Some(Err(fault)) => {
            let text = context.locale().language().bad_date(&fault);
            return Err(Message::new(Key::ErrorPlain).with("text", text).into());
        }
        None => None,
    };
    entry.text = read.task;
    Ok(())
}

/// An action: an entry of the minutes, and its record in the network.
pub fn add_action(
    context: &mut Context<'_>,
    args: &Args,
    text: String,
    owner: Owner,
    due: Option<Due>,
) -> Result<(), Stop> {
    let network = context.meeting()?.head.network;
    context.network_of(network)?;
    let entry = Entry {
        kind: EntryKind::Action,
        text,
        owner,
        due,
        ..fresh(context, args)?
    };
    let id = entry.id;
    append(context, entry)?;
    let made = context.meeting()?.entries.get(&id);
    if let Some(action) = made.and_then(|entry| entry.action) {
        context.made(Reference::Action { network, action });
    }
    context.say(Key::ActionAdded);
    Ok(())
}
