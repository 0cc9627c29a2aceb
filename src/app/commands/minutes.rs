//! Entries of the minutes: written, changed, moved, removed, kept.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::clean::clean_text;
use crate::domain::due::Due;
use crate::domain::line;
use crate::domain::minutes::{Entry, EntryKind};
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
    Command {
        name: "dissent-add",
        scope: Scope::Item,
        args: TEXT,
        run: |context, args| add_kind(context, args, EntryKind::Dissent),
    },
];

/// A new entry under the item at hand, ready to be filled in.
fn fresh(context: &mut Context<'_>, args: &Args) -> Result<Entry, Stop> {
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
fn append(context: &mut Context<'_>, entry: Entry) -> Result<(), Stop> {
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

/// A note; a prefix makes a single line what it says ("b: ", "Opgave: ").
fn add_note(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let lines = lines(args)?;
    let prefix = match lines.as_slice() {
        [one] => line::prefix(one).map(|prefix| (prefix, one)),
        _ => None,
    };
    let Some((prefix, line)) = prefix else {
        return write(context, args, lines, EntryKind::Note);
    };
    let rest = line.get(prefix.range.end..).unwrap_or_default().to_owned();
    if prefix.kind == EntryKind::Action {
        return add_typed_action(context, args, &rest);
    }
    write(context, args, vec![rest], prefix.kind)
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
    context.say(match kind {
        EntryKind::Decision => Key::DecisionAdded,
        EntryKind::Private => Key::PrivateAdded,
        EntryKind::Vote => Key::VoteAdded,
        EntryKind::Dissent => Key::DissentAdded,
        EntryKind::Note | EntryKind::Action | EntryKind::Attendance => Key::NoteAdded,
    });
    Ok(())
}

/// "Anna: Send oplæg, senest 1/12": owner and deadline read out of the line.
fn add_typed_action(context: &mut Context<'_>, args: &Args, text: &str) -> Result<(), Stop> {
    let today = context.today();
    // Everything the names need is there before they are tried.
    context.register()?;
    let is_owner = |name: &str| lookup::person(context, name).is_ok();
    let read = line::action(text, today, is_owner);
    let owner = match &read.owner {
        Some(name) => Owner::Person(lookup::person(context, name)?),
        None => Owner::Nobody,
    };
    let due = match read.due {
        Some(Ok(due)) => Some(due),
        Some(Err(fault)) => {
            let text = context.locale().language().bad_date(&fault);
            return Err(Message::new(Key::ErrorPlain).with("text", text).into());
        }
        None => None,
    };
    add_action(context, args, read.task, owner, due)
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
