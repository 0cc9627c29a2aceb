//! A network's deadlines round its meetings, and the call for items.

use super::{edit, field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::id::Id;
use crate::domain::meeting::MeetingHeadField;
use crate::domain::network::NetworkHeadField;
use crate::locale::Key;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "deadlines-set",
        scope: Scope::Network,
        args: &[
            Arg::option("call-for-items", ArgKind::Number),
            Arg::option("slides", ArgKind::Number),
            Arg::option("send-agenda", ArgKind::Number),
            Arg::option("minutes", ArgKind::Number),
            Arg::option("comments", ArgKind::Number),
            Arg::option("network", ArgKind::Network),
        ],
        run: set,
    },
    Command {
        name: "items-call",
        scope: Scope::Meeting,
        args: &[],
        run: call,
    },
    Command::screen("deadlines-edit", &[], |context, _| open(context)),
];

/// The form, with what the deadlines are now.
fn open(context: &mut Context<'_>) -> Result<(), Stop> {
    let id = context.network_id()?;
    let head = &context.network_of(id)?.head;
    let days = |days: Option<u16>| days.map(|days| days.to_string()).unwrap_or_default();
    let now = [
        ("call-for-items", days(head.call_days)),
        ("slides", days(head.slides_days)),
        ("send-agenda", days(head.agenda_days)),
        ("minutes", days(head.minutes_days)),
        ("comments", days(head.comment_days)),
    ];
    edit::open(context, "deadlines-set", &now, Vec::new())
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let head = context.network_of(network)?.head.clone();
    let days = |name| field::clearable(args, name, lookup::number::<u16>);
    let mut changes = Vec::new();
    changes.extend(days("call-for-items")?.map(|to| NetworkHeadField::call_days(&head, to)));
    changes.extend(days("slides")?.map(|to| NetworkHeadField::slides_days(&head, to)));
    changes.extend(days("send-agenda")?.map(|to| NetworkHeadField::agenda_days(&head, to)));
    changes.extend(days("minutes")?.map(|to| NetworkHeadField::minutes_days(&head, to)));
    changes.extend(days("comments")?.map(|to| NetworkHeadField::comment_days(&head, to)));
    context.change_in_network(network, Id::default(), field::real(changes));
    Ok(())
}

/// Members were asked for items.
fn call(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let now = context.now();
    let head = context.meeting()?.head.clone();
    if head.called_at.is_none() {
        let change = MeetingHeadField::called_at(&head, Some(now));
        context.set_in_meeting(head.id, Id::default(), change);
    }
    context.say(Key::ItemsCalled);
    Ok(())
}
