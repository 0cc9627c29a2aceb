//! Read-back: a decision is read aloud, the chair says yes, and it stands.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::screens::live::spoken;
use crate::domain::minutes::{Entry, EntryKind, ReadBack};
use crate::locale::Key;

use super::{field, location, running};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[Command {
    name: "read-back",
    scope: Scope::Meeting,
    args: &[Arg::maybe("entry", ArgKind::Text), Arg::flag("off")],
    run: read_back,
}];

/// The decision named, else the one at hand, else the one the chair's screen shows.
fn decision(context: &Context<'_>, args: &Args) -> Result<Entry, Stop> {
    let named = args.get("entry");
    if let (Some(_), _) | (None, Some(_)) = (named, context.target.entry) {
        let entry = location::entry_or_target(context, named)?;
        if entry.kind == EntryKind::Decision || named.is_some() {
            return Ok(entry.clone());
        }
    }
    let shown = spoken(context.meeting()?);
    Ok(shown.ok_or(Key::ErrorNothingRead)?.clone())
}

fn read_back(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let entry = decision(context, args)?;
    if entry.kind != EntryKind::Decision || entry.text.trim().is_empty() || entry.prepared {
        return Err(Key::ErrorNothingRead.into());
    }
    let (off, now) = (args.has("off"), context.now());
    let said = match (off, entry.read_back(), entry.read_at) {
        (true, ..) => Message::new(Key::ReadBackGone),
        (false, ReadBack::Stands, Some(at)) => {
            Message::new(Key::ReadBackAlready).with("time", running::clock(context, at))
        }
        _ => Message::new(Key::ReadBackDone).with("time", running::clock(context, now)),
    };
    if off || entry.read_back() != ReadBack::Stands {
        let changes = entry.mark_read((!off).then_some(now));
        let meeting = context.meeting_id()?;
        context.change_in_meeting(meeting, entry.id, field::real(changes));
    }
    context.say(said);
    Ok(())
}
