//! A meeting's practical checklist: what, who, days before or after.

use super::{field, lookup, place};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::mark;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::meeting::{Meeting, Practical, PracticalField};
use crate::locale::Key;

const PRACTICAL: Arg = Arg::word("practical", ArgKind::Text);
/// Who sees to it.
pub const WHO: Arg = Arg::option("who", ArgKind::Text);
/// Days before (negative) or after the meeting.
pub const DAYS: Arg = Arg::option("days", ArgKind::Number);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "practical-add",
        scope: Scope::Meeting,
        args: &[Arg::word("what", ArgKind::Text), WHO, DAYS],
        run: add,
    },
    Command {
        name: "practical-set",
        scope: Scope::Meeting,
        args: &[
            PRACTICAL,
            Arg::option("what", ArgKind::Text),
            WHO,
            DAYS,
            Arg::option("done", ArgKind::Choice(field::YES_NO)),
        ],
        run: set,
    },
    Command {
        name: "practical-done",
        scope: Scope::Meeting,
        args: &[PRACTICAL],
        run: done,
    },
    Command {
        name: "practical-remove",
        scope: Scope::Meeting,
        args: &[PRACTICAL],
        run: remove,
    },
];

fn rows(meeting: &Meeting) -> place::Rows {
    let list = meeting.practical_list();
    list.iter().map(|row| (row.id, row.pos.clone())).collect()
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id = context.new_id();
    let meeting = context.meeting()?;
    let practical = Practical {
        id,
        pos: place::after(&rows(meeting), None, id)?,
        what: field::needed(args, "what")?,
        who: field::line(args, "who").unwrap_or_default(),
        days: field::given(args, "days", lookup::number)?.unwrap_or_default(),
        ..Practical::default()
    };
    let meeting = meeting.head.id;
    context.add_to_meeting(meeting, practical);
    Ok(())
}

/// A practical thing by number, id or the beginning of its words.
fn practical_of(context: &Context<'_>, args: &Args) -> Result<(Id, Practical), Stop> {
    let meeting = context.meeting()?;
    let typed = args.get("practical").unwrap_or_default().trim();
    let list = meeting.practical_list();
    let wanted = fold(typed);
    let named: Vec<&&Practical> = list
        .iter()
        .filter(|row| !wanted.is_empty() && fold(&row.what).starts_with(&wanted))
        .collect();
    let number = typed.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
    let found = match (named.as_slice(), number) {
        ([one], _) => Some(**one),
        (_, Some(index)) => list.get(index).copied(),
        _ => list.iter().copied().find(|row| row.id.to_string() == typed),
    };
    match found {
        Some(row) => Ok((meeting.head.id, row.clone())),
        None => {
            let message = Message::new(Key::ErrorNoPractical);
            Err(message.with("typed", typed.to_owned()).into())
        }
    }
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, row) = practical_of(context, args)?;
    let mut changes = Vec::new();
    let what = field::filled(args, "what")?;
    changes.extend(what.map(|to| PracticalField::what(&row, to)));
    changes.extend(field::line(args, "who").map(|to| PracticalField::who(&row, to)));
    let days = field::given(args, "days", lookup::number)?;
    changes.extend(days.map(|to| PracticalField::days(&row, to)));
    let done = field::given(args, "done", lookup::yes)?;
    changes.extend(done.map(|to| PracticalField::done(&row, to)));
    context.change_in_meeting(meeting, row.id, field::real(changes));
    Ok(())
}

fn done(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, row) = practical_of(context, args)?;
    context.change_in_meeting(
        meeting,
        row.id,
        field::real(vec![PracticalField::done(&row, true)]),
    );
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, row) = practical_of(context, args)?;
    context.set_in_meeting(meeting, row.id, PracticalField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
