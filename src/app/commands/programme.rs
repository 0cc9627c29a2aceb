//! The detailed programme of a meeting, part by part.

use super::agenda::unlocked;
use super::{field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::mark;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::programme::{Slot, SlotField, SlotKind, in_order};
use crate::domain::record::Record;
use crate::locale::Key;

const PART: Arg = Arg::word("part", ArgKind::Text);
const DAY: Arg = Arg::option("day", ArgKind::Number);
const START: Arg = Arg::option("start", ArgKind::Time);
const END: Arg = Arg::option("end", ArgKind::Time);
const KIND: Arg = Arg::option("kind", ArgKind::Choice(SlotKind::NAMES));
const PLACE: Arg = Arg::option("place", ArgKind::Text);
const WHO: Arg = Arg::option("who", ArgKind::Text);
const NOTE: Arg = Arg::option("note", ArgKind::Prose);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "programme-add",
        scope: Scope::Meeting,
        args: &[
            Arg::word("title", ArgKind::Text),
            START,
            END,
            KIND,
            DAY,
            WHO,
            PLACE,
            NOTE,
        ],
        run: add,
    },
    Command {
        name: "programme-set",
        scope: Scope::Meeting,
        args: &[
            PART,
            Arg::option("title", ArgKind::Text),
            START,
            END,
            KIND,
            DAY,
            WHO,
            PLACE,
            NOTE,
        ],
        run: set,
    },
    Command {
        name: "programme-remove",
        scope: Scope::Meeting,
        args: &[PART],
        run: remove,
    },
];

fn changes(context: &Context<'_>, args: &Args, row: &Slot) -> Result<Vec<SlotField>, Stop> {
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| SlotField::title(row, to)));
    let time = |typed: &str| lookup::time(context, typed);
    let start = field::clearable(args, "start", time)?;
    let end = field::clearable(args, "end", time)?;
    lookup::in_order(start.unwrap_or(row.start), end.unwrap_or(row.end))?;
    changes.extend(start.map(|to| SlotField::start(row, to)));
    changes.extend(end.map(|to| SlotField::end(row, to)));
    let kind = field::given(args, "kind", lookup::choice)?;
    changes.extend(kind.map(|to| SlotField::kind(row, to)));
    let day = field::given(args, "day", lookup::number)?;
    changes.extend(day.map(|to| SlotField::day(row, to)));
    changes.extend(field::line(args, "who").map(|to| SlotField::who(row, to)));
    changes.extend(field::line(args, "place").map(|to| SlotField::place(row, to)));
    changes.extend(field::text(args, "note").map(|to| SlotField::note(row, to)));
    Ok(field::real(changes).collect())
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let meeting = unlocked(context)?.head.id;
    field::needed(args, "title")?;
    let mut row = Slot {
        id: context.new_id(),
        ..Slot::default()
    };
    for change in changes(context, args, &row)? {
        row.set(&change);
    }
    context.add_to_meeting(meeting, row);
    Ok(())
}

/// A part by its number in the programme, its id, or the beginning of its title.
fn named(context: &Context<'_>, args: &Args) -> Result<(Id, Slot), Stop> {
    let meeting = unlocked(context)?;
    let typed = args.get("part").unwrap_or_default().trim();
    let rows = in_order(meeting.slots.values());
    let number = typed.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
    let wanted = fold(typed);
    let begins = |row: &&&Slot| !wanted.is_empty() && fold(&row.title).starts_with(&wanted);
    let mut fits = rows.iter().filter(begins);
    let same = rows.iter().find(|row| row.id.to_string() == typed);
    let found = match (same, number, fits.next(), fits.next()) {
        (Some(row), ..) => Some(row),
        (None, Some(index), ..) => rows.get(index),
        (None, None, Some(one), None) => Some(one),
        _ => None,
    };
    match found {
        Some(row) => Ok((meeting.head.id, (*row).clone())),
        None => {
            let message = Message::new(Key::ErrorNoPart).with("typed", typed.to_owned());
            Err(message.into())
        }
    }
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, row) = named(context, args)?;
    context.change_in_meeting(meeting, row.id, changes(context, args, &row)?);
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, row) = named(context, args)?;
    context.set_in_meeting(meeting, row.id, SlotField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
