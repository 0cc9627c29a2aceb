//! How many votes each organisation has in a network.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::mark;
use crate::domain::vote::{Weight, WeightField};
use crate::locale::Key;

use super::{field, lookup};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[Command {
    name: "organisation-votes",
    scope: Scope::Network,
    args: &[
        Arg::word("organisation", ArgKind::Organisation),
        Arg::word("votes", ArgKind::Number),
    ],
    run: weigh,
}];

/// How many votes an organisation has in the network.
fn weigh(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = context.network_id()?;
    let organisation = lookup::organisation(context, args.get("organisation").unwrap_or_default())?;
    let votes = lookup::number(args.get("votes").unwrap_or_default())?;
    let known = context.network_of(network)?.weights.get(&organisation);
    match known.cloned() {
        Some(row) => {
            let back = row.removed.then(|| WeightField::Removed(mark(false)));
            let change = WeightField::votes(&row, votes);
            let changes = back.into_iter().chain(field::real(vec![change]));
            context.change_in_network(network, organisation, changes);
        }
        None => context.add_to_network(
            network,
            Weight {
                id: organisation,
                votes,
                removed: false,
            },
        ),
    }
    let name = context
        .register()?
        .organisation_name(organisation)
        .to_owned();
    let message = Message::new(Key::OrganisationVotes);
    context.say(message.with("name", name).with("count", u32::from(votes)));
    Ok(())
}
