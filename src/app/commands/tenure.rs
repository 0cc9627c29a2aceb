//! Which member holds the secretariat of a network, since when and until when.

use super::{field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::draft::mark;
use crate::domain::terms::{SecretariatTerm, SecretariatTermField};
use crate::domain::when::When;
use crate::locale::Key;

const NETWORK: Arg = Arg::option("network", ArgKind::Network);
const ORGANISATION: Arg = Arg::word("organisation", ArgKind::Organisation);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "secretariat-set",
        scope: Scope::Network,
        args: &[
            ORGANISATION,
            Arg::option("since", ArgKind::Text),
            Arg::option("until", ArgKind::Text),
            NETWORK,
        ],
        run: set,
    },
    Command {
        name: "secretariat-remove",
        scope: Scope::Network,
        args: &[ORGANISATION, NETWORK],
        run: remove,
    },
];

fn fields(
    context: &Context<'_>,
    args: &Args,
    row: &SecretariatTerm,
) -> Result<Vec<SecretariatTermField>, Stop> {
    let when = |typed: &str| lookup::when(context, typed);
    let since = field::clearable(args, "since", when)?;
    let until = field::clearable(args, "until", when)?;
    let first = since.clone().unwrap_or(row.since.clone());
    let last = until.clone().unwrap_or(row.until.clone());
    let day = |when: &Option<When>| when.as_ref().and_then(When::last_day);
    if let (Some(first), Some(last)) = (first.as_ref().and_then(When::first_day), day(&last))
        && last < first
    {
        return Err(Key::ErrorUntilBeforeFrom.into());
    }
    let mut changes = Vec::new();
    changes.extend(since.map(|to| SecretariatTermField::since(row, to)));
    changes.extend(until.map(|to| SecretariatTermField::until(row, to)));
    Ok(changes)
}

/// The term of a member that has it now or is to have it is changed; else the member gets one,
/// and whoever had it without an end has it until then.
fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("organisation").unwrap_or_default();
    let organisation = lookup::organisation(context, typed)?;
    let today = context.today();
    let ended = |row: &SecretariatTerm| {
        let last = row.until.as_ref().and_then(When::last_day);
        last.is_some_and(|last| last < today)
    };
    let rows = context.network_of(network)?.secretariat_terms();
    let own = rows
        .iter()
        .find(|row| row.organisation == organisation && !ended(row));
    if let Some(row) = own.map(|row| (*row).clone()) {
        context.change_in_network(network, row.id, field::real(fields(context, args, &row)?));
        return Ok(());
    }
    let before = rows.first().filter(|row| row.until.is_none());
    let before = before.map(|row| (*row).clone());
    let row = SecretariatTerm {
        id: context.new_id(),
        organisation,
        since: Some(When::Day(today)),
        ..SecretariatTerm::default()
    };
    let row = field::filled_in(row.clone(), &fields(context, args, &row)?);
    let eve = row.since.as_ref().and_then(When::first_day);
    let eve = eve.and_then(|first| first.pred_opt()).map(When::Day);
    if let (Some(before), Some(eve)) = (before, eve) {
        let change = SecretariatTermField::until(&before, Some(eve));
        context.set_in_network(network, before.id, change);
    }
    context.add_to_network(network, row);
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("organisation").unwrap_or_default();
    let organisation = lookup::organisation(context, typed)?;
    let rows = context.network_of(network)?.secretariat_terms();
    let own = rows.iter().find(|row| row.organisation == organisation);
    let Some(id) = own.map(|row| row.id) else {
        return Err(Key::ErrorNotSecretariat.into());
    };
    context.set_in_network(network, id, SecretariatTermField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
