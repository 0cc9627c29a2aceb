//! Seasons: meetings announced together under a name.

use super::{activity, field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::mark;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::programme::{Season, SeasonField};
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::record::Record;
use crate::locale::Key;

const SEASON: Arg = Arg::word("season", ArgKind::Text);
const NETWORK: Arg = Arg::option("network", ArgKind::Network);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "season-set",
        scope: Scope::Network,
        args: &[
            SEASON,
            NETWORK,
            Arg::option("from", ArgKind::Date),
            Arg::option("until", ArgKind::Date),
            Arg::option("introduction", ArgKind::LongText),
            Arg::option("portrait", ArgKind::LongText),
            Arg::option("closing", ArgKind::LongText),
        ],
        run: set,
    },
    Command {
        name: "season-choose",
        scope: Scope::Network,
        args: &[SEASON, Arg::words("what", ArgKind::Text), NETWORK],
        run: choose,
    },
    Command {
        name: "season-remove",
        scope: Scope::Network,
        args: &[SEASON, NETWORK],
        run: remove,
    },
];

/// A season by name.
pub fn season<'a>(network: &'a Network, typed: &str) -> Option<&'a Season> {
    let wanted = fold(typed.trim());
    let mut live = network.seasons.values().filter(|row| !row.removed);
    live.find(|row| fold(&row.name) == wanted)
}

/// Changes a season, or begins it.
fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let name = field::needed(args, "season")?;
    let known = season(context.network_of(network)?, &name).cloned();
    let row = known.clone().unwrap_or(Season {
        id: context.new_id(),
        name,
        ..Season::default()
    });
    let mut changes = Vec::new();
    let day = |typed: &str| lookup::day(context, typed);
    let from = field::clearable(args, "from", day)?;
    let until = field::clearable(args, "until", day)?;
    if let (Some(from), Some(until)) = (from.unwrap_or(row.from), until.unwrap_or(row.until))
        && until < from
    {
        return Err(Key::ErrorUntilBeforeFrom.into());
    }
    changes.extend(from.map(|to| SeasonField::from(&row, to)));
    changes.extend(until.map(|to| SeasonField::until(&row, to)));
    let text = |name| field::text(args, name);
    changes.extend(text("introduction").map(|to| SeasonField::introduction(&row, to)));
    changes.extend(text("portrait").map(|to| SeasonField::portrait(&row, to)));
    changes.extend(text("closing").map(|to| SeasonField::closing(&row, to)));
    write(context, network, known.is_some(), row, changes);
    Ok(())
}

fn write(
    context: &mut Context<'_>,
    network: Id,
    known: bool,
    mut row: Season,
    changes: Vec<SeasonField>,
) {
    let id = row.id;
    let real: Vec<SeasonField> = field::real(changes).collect();
    if known {
        for change in real {
            context.set_in_network(network, id, change);
        }
        return;
    }
    for change in real {
        row.set(&change);
    }
    context.add_to_network(network, row);
}

/// The meetings and activities of a season, in place of those there were; with none named, all
/// between its days again.
fn choose(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let name = field::needed(args, "season")?;
    let doc = context.network_of(network)?;
    let known = season(doc, &name).cloned();
    let mut chosen = Vec::new();
    for typed in args.all("what") {
        let resolved = context.answer(Query::Resolve(typed.trim().to_lowercase()))?;
        chosen.push(match resolved {
            Answer::Resolved(Some(Reference::Meeting(id))) => *id,
            _ => activity::activity(doc, typed)?.id,
        });
    }
    let row = known.clone().unwrap_or(Season {
        id: context.new_id(),
        name,
        ..Season::default()
    });
    let changes = vec![SeasonField::chosen(&row, chosen)];
    write(context, network, known.is_some(), row, changes);
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("season").unwrap_or_default();
    let Some(row) = season(context.network_of(network)?, typed) else {
        let message = Message::new(Key::ErrorNoSeason).with("typed", typed.to_owned());
        return Err(message.into());
    };
    let id = row.id;
    context.set_in_network(network, id, SeasonField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
