//! Networks: making one, its facts, its members.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::clean::clean_line;
use crate::domain::network::{NetworkHead, NetworkRecord};
use crate::domain::query::Reference;
use crate::domain::secretariat::NetworkRef;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[Command {
    name: "network-new",
    scope: Scope::Anywhere,
    args: &[
        Arg::word("label", ArgKind::Text),
        Arg::word("name", ArgKind::Text),
        Arg::option("purpose", ArgKind::LongText),
    ],
    run: new,
}];

fn new(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.secretariat()?;
    let id = context.new_id();
    let text = |name: &str| clean_line(args.get(name).unwrap_or_default());
    context.add_to_secretariat(NetworkRef {
        id,
        label: text("label"),
        ..NetworkRef::default()
    });
    let head = NetworkHead {
        id,
        name: text("name"),
        purpose: text("purpose"),
        ..NetworkHead::default()
    };
    context.add_to_network(id, NetworkRecord::Head(head));
    context.made(Reference::Network(id));
    Ok(())
}
