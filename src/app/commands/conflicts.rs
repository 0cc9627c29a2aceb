//! What is to settle: what two did without knowing of each other, and what could not be taken in.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::Kind;
use crate::domain::clean::clean_line;
use crate::domain::conflict::{Conflict, ConflictField, Settled};
use crate::domain::id::Id;
use crate::domain::op::DocId;
use crate::domain::query::Query;
use crate::locale::Key;

use super::{lookup, panels};

const CONFLICT: Arg = Arg::word("conflict", ArgKind::Text);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("conflicts", &[], |context, _| all(context)),
    Command {
        name: "conflict-show",
        scope: Scope::Screen,
        args: &[CONFLICT],
        run: show,
    },
    Command {
        name: "conflict-settle",
        scope: Scope::Anywhere,
        args: &[
            CONFLICT,
            Arg::word("choice", ArgKind::Choice(Settled::NAMES)),
        ],
        run: settle,
    },
];

/// Loads what conflicts are about, so that it can be named.
fn load(context: &Context<'_>, conflict: &Conflict) -> Result<(), Stop> {
    for op in conflict.ops.iter().chain(&conflict.theirs) {
        match op.doc {
            DocId::Meeting(id) => {
                let network = context.meeting_of(id)?.head.network;
                context.network_of(network)?;
            }
            doc => {
                if context.app.docs.get(doc).is_none() {
                    context.answer(Query::Doc(doc))?;
                }
            }
        }
    }
    Ok(())
}

fn all(context: &mut Context<'_>) -> Result<(), Stop> {
    for conflict in context.secretariat()?.open_conflicts() {
        load(context, conflict)?;
    }
    panels::open(context, Kind::Conflicts)
}

fn show(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let conflict = find(context, args)?;
    load(context, &conflict)?;
    panels::open(context, Kind::Conflict(conflict.id))
}

fn settle(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let conflict = find(context, args)?;
    load(context, &conflict)?;
    let choice: Settled = lookup::choice(args.get("choice").unwrap_or_default())?;
    let found = conflict.choices().into_iter().find(|(it, _)| *it == choice);
    let Some((_, ops)) = found else {
        return Err(Key::ErrorConflictChoice.into());
    };
    context.emit_all(ops);
    context.set_in_secretariat(conflict.id, ConflictField::settled(&conflict, choice));
    let left = context.secretariat()?.open_conflicts().len();
    context.say(Message::new(Key::ConflictSettled).with("count", left));
    Ok(())
}

/// An open conflict by id, or by its number in the list.
fn find(context: &Context<'_>, args: &Args) -> Result<Conflict, Stop> {
    let typed = args.get("conflict").unwrap_or_default().trim();
    let open = context.secretariat()?.open_conflicts();
    let by_number = || open.get(typed.parse::<usize>().ok()?.checked_sub(1)?);
    let found = match typed.parse::<Id>() {
        Ok(id) => open.iter().find(|row| row.id == id),
        Err(_) => by_number(),
    };
    found.map(|row| (*row).clone()).ok_or_else(|| {
        Message::new(Key::ErrorConflictUnknown)
            .with("typed", clean_line(typed))
            .with("count", open.len())
            .into()
    })
}
