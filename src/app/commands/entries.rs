//! What is done to an entry that stands in the minutes: changed, moved, removed, kept.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Entry, EntryField, EntryKind};
use crate::domain::minutes_ops;
use crate::domain::op::DocOp;
use crate::domain::pos::Pos;
use crate::domain::text::{Splice, TextField, TextOp, difference};
use crate::locale::Key;

use super::{field, location, lookup};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "entry-set",
        scope: Scope::Entry,
        args: &[
            Arg::maybe("entry", ArgKind::Text),
            Arg::option("text", ArgKind::Text),
            Arg::option("kind", ArgKind::Choice(EntryKind::NAMES)),
            Arg::option("owner", ArgKind::Party),
            Arg::option("due", ArgKind::Due),
        ],
        run: set,
    },
    Command {
        name: "entry-move",
        scope: Scope::Entry,
        args: &[
            Arg::maybe("entry", ArgKind::Text),
            Arg::option("after", ArgKind::Text),
            Arg::option("before", ArgKind::Text),
            Arg::option("to", ArgKind::Item),
        ],
        run: shift,
    },
    Command {
        name: "entry-remove",
        scope: Scope::Entry,
        args: &[Arg::maybe("entry", ArgKind::Text)],
        run: remove,
    },
    Command {
        name: "entry-keep",
        scope: Scope::Entry,
        args: &[Arg::maybe("entry", ArgKind::Text), Arg::flag("all")],
        run: keep,
    },
    Command {
        name: "entry-follow",
        scope: Scope::Entry,
        args: &[Arg::maybe("entry", ArgKind::Text)],
        run: follow,
    },
];

/// A sentence about attendance that was edited by hand follows the event again.
fn follow(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting()?;
    let entry = location::entry_or_target(context, args.get("entry"))?;
    if !meeting.stands(entry) {
        return Err(Key::ErrorEntryNoEvent.into());
    }
    if entry.text.is_empty() {
        return Err(Key::ErrorEntryFollows.into());
    }
    let op = TextOp::TextSpliced(Splice {
        field: TextField::Entry(entry.id),
        at: 0,
        deleted: entry.text.clone(),
        inserted: String::new(),
    });
    let meeting = meeting.head.id;
    context.edit_text(meeting, op);
    context.say(Key::EntryFollowsAgain);
    Ok(())
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting_id()?;
    let entry = location::entry_or_target(context, args.get("entry"))?.clone();
    let text = field::filled(args, "text")?;
    let kind = args
        .get("kind")
        .map(lookup::choice::<EntryKind>)
        .transpose()?;
    let owner = args.get("owner");
    let owner = owner
        .map(|typed| lookup::owner(context, typed))
        .transpose()?;
    let due = args.get("due");
    let due = due.map(|typed| lookup::due(context, typed)).transpose()?;
    if text.is_none() && kind.is_none() && owner.is_none() && due.is_none() {
        return Err(Stop::Usage(Key::ErrorNothingToSet.into()));
    }
    let stays_action = kind.unwrap_or(entry.kind) == EntryKind::Action;
    if (owner.is_some() || due.is_some()) && !stays_action {
        return Err(Key::ErrorEntryNoAction.into());
    }
    if let Some(kind) = kind.filter(|kind| *kind != entry.kind) {
        let doc = context.meeting()?.clone();
        context.network_of(doc.head.network)?;
        let ops = minutes_ops::set_kind(&doc, &entry, kind, &mut || context.new_id());
        context.emit_all(ops);
    }
    let splice = text.and_then(|text| difference(TextField::Entry(entry.id), &entry.text, &text));
    if let Some(splice) = splice {
        context.edit_text(meeting, TextOp::TextSpliced(splice));
    }
    let owner = owner.map(|owner| EntryField::owner(&entry, owner));
    let due = due.map(|due| EntryField::due(&entry, due));
    for field in owner.into_iter().chain(due) {
        context.set_in_meeting(meeting, entry.id, field);
    }
    context.say(Key::EntryChanged);
    Ok(())
}

fn shift(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = context.meeting_id()?;
    let entry = location::entry_or_target(context, args.get("entry"))?.clone();
    let doc = context.meeting()?;
    let neighbour = |name: &str| {
        args.get(name)
            .map(|typed| location::entry(doc, typed))
            .transpose()
    };
    let (item, index) = match (neighbour("after")?, neighbour("before")?, args.get("to")) {
        (Some(after), None, None) => beside(doc, &entry, after, 1)?,
        (None, Some(before), None) => beside(doc, &entry, before, 0)?,
        (None, None, Some(typed)) => (lookup::item(doc, typed)?, usize::MAX),
        _ => return Err(Stop::Usage(Key::ErrorMoveWhere.into())),
    };
    let others = others(doc, &entry, item);
    let index = index.min(others.len());
    let before = index.checked_sub(1).and_then(|index| others.get(index));
    let jitter = context.new_id().bits() as u32;
    let doc = context.meeting()?;
    let pos_of = |id: &Id| doc.entries.get(id).map(|entry| &entry.pos);
    let pos = Pos::between(
        before.and_then(pos_of),
        others.get(index).and_then(pos_of),
        jitter,
    );
    if item != entry.item {
        context.set_in_meeting(meeting, entry.id, EntryField::item(&entry, item));
    }
    context.set_in_meeting(meeting, entry.id, EntryField::pos(&entry, pos));
    context.say(Key::EntryMoved);
    Ok(())
}

/// An item's other entries in order.
fn others(doc: &Meeting, entry: &Entry, item: Id) -> Vec<Id> {
    let rows = doc.entries_of(item).into_iter();
    rows.map(|row| row.id)
        .filter(|id| *id != entry.id)
        .collect()
}

/// The item of a neighbour, and the place right before or after it.
fn beside(doc: &Meeting, entry: &Entry, neighbour: Id, step: usize) -> Result<(Id, usize), Stop> {
    let item = doc.entries.get(&neighbour).map(|row| row.item);
    let item = item.ok_or(Key::ErrorEntryGone)?;
    let index = others(doc, entry, item)
        .iter()
        .position(|id| *id == neighbour)
        .ok_or_else(|| Stop::Usage(Key::ErrorMoveWhere.into()))?;
    Ok((item, index + step))
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let entry = location::entry_or_target(context, args.get("entry"))?;
    let meeting = context.meeting()?;
    context.network_of(meeting.head.network)?;
    let ops = minutes_ops::remove_entry(meeting, entry);
    context.emit_all(ops);
    context.say(Key::Removed);
    Ok(())
}

/// Text prepared before the meeting becomes minutes.
fn keep(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let doc = context.meeting()?;
    let prepared: Vec<Entry> = if args.has("all") {
        let rows = doc.entries.values();
        let rows = rows.filter(|entry| entry.prepared && !entry.removed);
        rows.cloned().collect()
    } else {
        let entry = location::entry_or_target(context, args.get("entry"))?;
        Some(entry.clone())
            .into_iter()
            .filter(|entry| entry.prepared)
            .collect()
    };
    if prepared.is_empty() {
        return Err(Key::ErrorNothingPrepared.into());
    }
    let ops = prepared
        .iter()
        .flat_map(|entry| minutes_ops::keep(doc, entry));
    let ops: Vec<DocOp> = ops.collect();
    context.emit_all(ops);
    context.say(Key::EntryKept);
    Ok(())
}
