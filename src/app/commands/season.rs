//! Seasons: meetings announced together under a name.

use super::{activity, field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::network::Reach;
use crate::domain::programme::{Season, SeasonField};
use crate::domain::query::{Answer, Query, Reference};
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
            Arg::option("name", ArgKind::Text),
            Arg::option("from", ArgKind::Date),
            Arg::option("until", ArgKind::Date),
            Arg::option("introduction", ArgKind::LongText),
            Arg::option("portrait", ArgKind::LongText),
            Arg::option("closing", ArgKind::LongText),
            Arg::option("portal", ArgKind::Choice(Reach::NAMES)),
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

/// Changes a season, or begins it.
fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let name = field::needed(args, "season")?;
    let known = context.network_of(network)?.season(&name).cloned();
    let row = known.clone().unwrap_or_else(|| Season::unmade(&name));
    let mut changes = Vec::new();
    let renamed = field::filled(args, "name")?;
    changes.extend(renamed.map(|to| SeasonField::name(&row, to)));
    let day = |typed: &str| lookup::day(context, typed);
    let (from, until) = field::days(args, (row.from, row.until), day)?;
    changes.extend(from.map(|to| SeasonField::from(&row, to)));
    changes.extend(until.map(|to| SeasonField::until(&row, to)));
    let text = |name| field::text(args, name);
    changes.extend(text("introduction").map(|to| SeasonField::introduction(&row, to)));
    changes.extend(text("portrait").map(|to| SeasonField::portrait(&row, to)));
    changes.extend(text("closing").map(|to| SeasonField::closing(&row, to)));
    let reach = field::given(args, "portal", lookup::choice)?;
    changes.extend(reach.map(|to| SeasonField::portal(&row, to)));
    write(context, network, known.is_some(), row, changes);
    Ok(())
}

/// Changes a season that is there, or makes it.
fn write(
    context: &mut Context<'_>,
    network: Id,
    known: bool,
    row: Season,
    changes: Vec<SeasonField>,
) {
    let real: Vec<SeasonField> = field::real(changes).collect();
    if known {
        return context.change_in_network(network, row.id, real);
    }
    let row = Season {
        id: context.new_id(),
        ..field::filled_in(row, &real)
    };
    let id = row.id;
    context.add_to_network(network, row);
    context.select_made(id);
}

/// The meetings and activities of a season, in place of those there were; with none named, all
/// between its days again.
fn choose(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let name = field::needed(args, "season")?;
    let doc = context.network_of(network)?;
    let known = doc.season(&name).cloned();
    let mut chosen = Vec::new();
    for typed in args.all("what") {
        let resolved = context.answer(Query::Resolve(typed.trim().to_lowercase()))?;
        chosen.push(match resolved {
            Answer::Resolved(Some(Reference::Meeting(id))) => *id,
            _ => activity::activity(doc, typed)?.id,
        });
    }
    let row = known.clone().unwrap_or_else(|| Season::unmade(&name));
    let changes = vec![SeasonField::chosen(&row, chosen)];
    write(context, network, known.is_some(), row, changes);
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("season").unwrap_or_default();
    let Some(row) = context.network_of(network)?.season(typed) else {
        let message = Message::new(Key::ErrorNoSeason).with("typed", typed.to_owned());
        return Err(message.into());
    };
    let id = row.id;
    context.set_in_network(network, id, SeasonField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
