//! Paragraphs put right: one made two, two made one, taken to another item, pinned for all to see.

use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::{Kind, Panel, Row};
use crate::domain::draft::jitter;
use crate::domain::minutes::{Entry, EntryField, EntryKind};
use crate::domain::minutes_ops;
use crate::domain::pos::Pos;
use crate::domain::text::{Join, Splice, Split, TextField, TextOp};
use crate::locale::Key;

use super::location;

const ENTRY: Arg = Arg::maybe("entry", ArgKind::Text);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "entry-split",
        scope: Scope::Entry,
        args: &[Arg::word("before", ArgKind::Text), ENTRY],
        run: split,
    },
    Command {
        name: "entry-join",
        scope: Scope::Entry,
        args: &[ENTRY],
        run: join,
    },
    Command {
        name: "entry-pin",
        scope: Scope::Entry,
        args: &[ENTRY, Arg::flag("off")],
        run: pin,
    },
    Command::screen("entry-send", &[], send),
];

/// A paragraph whose words are its own, not written from an event.
fn own(context: &Context<'_>, args: &Args) -> Result<Entry, Stop> {
    let entry = location::entry_or_target(context, args.get("entry"))?;
    match entry.follows() {
        true => Err(Key::ErrorEntryFollows.into()),
        false => Ok(entry.clone()),
    }
}

/// The words from there on become a paragraph of their own.
fn split(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let entry = own(context, args)?;
    let words = args.get("before").unwrap_or_default().trim();
    let at = entry.text.find(words).filter(|at| *at > 0);
    let Some((at, tail)) = at.and_then(|at| Some((at, entry.text.get(at..)?.to_owned()))) else {
        let why = Message::new(Key::ErrorLineNotThere).with("words", words.to_owned());
        return Err(why.into());
    };
    let id = context.new_id();
    let meeting = context.meeting()?;
    let rows = meeting.entries_of(entry.item);
    let mut rows = rows.iter().skip_while(|row| row.id != entry.id).skip(1);
    let new = Entry {
        id,
        pos: Pos::between(
            Some(&entry.pos),
            rows.next().map(|row| &row.pos),
            jitter(id),
        ),
        // What is to be done has one record.
        kind: match entry.kind {
            EntryKind::Action => EntryKind::Note,
            kind => kind,
        },
        by: entry.by.clone(),
        at: entry.at,
        item: entry.item,
        style: entry.style,
        indent: entry.indent,
        prepared: entry.prepared,
        ..Entry::default()
    };
    let meeting = meeting.head.id;
    let split = Split {
        entry: entry.id,
        at,
        new,
        tail,
    };
    context.edit_text(meeting, TextOp::EntrySplit(split));
    context.say(Key::EntryChanged);
    Ok(())
}

/// A paragraph becomes the end of the one before it.
fn join(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let entry = own(context, args)?;
    let doc = context.meeting()?.clone();
    let rows = doc.entries_of(entry.item).into_iter();
    let first = rows.take_while(|row| row.id != entry.id).last();
    let first = first.filter(|row| !row.follows());
    let first = first.ok_or(Key::ErrorLineNothingBefore)?;
    context.network_of(doc.head.network)?;
    let plain = minutes_ops::set_kind(&doc, &entry, EntryKind::Note, &mut || context.new_id());
    context.emit_all(plain);
    let gap = match first.text.is_empty() || entry.text.is_empty() {
        true => "",
        false => " ",
    };
    if !gap.is_empty() {
        let splice = Splice {
            field: TextField::Entry(first.id),
            at: first.text.len(),
            deleted: String::new(),
            inserted: gap.to_owned(),
        };
        context.edit_text(doc.head.id, TextOp::TextSpliced(splice));
    }
    let join = Join {
        first: first.id,
        second: entry.id,
        at: first.text.len() + gap.len(),
        text: entry.text,
    };
    context.edit_text(doc.head.id, TextOp::EntriesJoined(join));
    context.say(Key::EntryChanged);
    Ok(())
}

/// Pins a paragraph: the chair's screen shows it while its item is current. Pinned already, it is
/// let go.
fn pin(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let entry = location::entry_or_target(context, args.get("entry"))?.clone();
    let meeting = context.meeting_id()?;
    let pinned = !args.has("off") && !entry.pinned;
    if pinned != entry.pinned {
        context.set_in_meeting(meeting, entry.id, EntryField::pinned(&entry, pinned));
    }
    context.say(match pinned {
        true => Key::EntryPinned,
        false => Key::EntryUnpinned,
    });
    Ok(())
}

/// The items a paragraph can go to.
fn send(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let entry = location::entry_or_target(context, None)?;
    let (id, here, target) = (entry.id.to_string(), entry.item, context.target);
    let agenda = context.meeting()?.agenda();
    let items = agenda.iter().zip(1..).filter(|(item, _)| item.id != here);
    let rows = items.map(|(item, number)| Row {
        text: format!("{number}  {}", item.title),
        call: Some(Call {
            words: vec!["entry-move".into(), format!("--to={number}"), id.clone()],
            target,
        }),
        ..Row::default()
    });
    let panel = Panel::new(Kind::Items(rows.collect()), target);
    context.app.view.open(panel);
    Ok(())
}
