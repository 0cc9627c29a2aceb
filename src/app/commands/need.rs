//! What members need, and ideas in the order the heads gave them at a meeting, with what they
//! decided.

use super::{activity, edit, field, lookup, panels, place};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::Kind;
use crate::domain::draft::mark;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::EntryKind;
use crate::domain::need::{Need, NeedField};
use crate::domain::network::Network;
use crate::domain::plan::{ActivityField, ActivityStatus};
use crate::domain::record::FieldChange as _;
use crate::locale::Key;

const NEED: Arg = Arg::word("need", ArgKind::Text);
const NETWORK: Arg = Arg::option("network", ArgKind::Network);
const ORGANISATION: Arg = Arg::option("organisation", ArgKind::Organisation);
const DATE: Arg = Arg::option("date", ArgKind::Date);
const NOTE: Arg = Arg::option("note", ArgKind::Prose);
const AT: Arg = Arg::option("at", ArgKind::Meeting);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "need-add",
        scope: Scope::Network,
        args: &[
            Arg::word("title", ArgKind::Text),
            NETWORK,
            ORGANISATION,
            DATE,
            NOTE,
        ],
        run: add,
    },
    Command {
        name: "need-set",
        scope: Scope::Network,
        args: &[
            NEED,
            NETWORK,
            Arg::option("title", ArgKind::Text),
            ORGANISATION,
            DATE,
            NOTE,
        ],
        run: set,
    },
    Command {
        name: "need-remove",
        scope: Scope::Network,
        args: &[NEED, NETWORK],
        run: remove,
    },
    Command::screen("needs", &[], |context, _| {
        panels::of_network(context, Kind::Needs)
    }),
    Command::screen("need-edit", &[NEED], edit_need),
    Command {
        name: "ideas-rank",
        scope: Scope::Network,
        args: &[Arg::words("ideas", ArgKind::Text), NETWORK, AT],
        run: rank,
    },
    Command {
        name: "activity-decide",
        scope: Scope::Network,
        args: &[
            Arg::word("activity", ArgKind::Text),
            NETWORK,
            AT,
            Arg::option("decision", ArgKind::Text),
        ],
        run: decide,
    },
    Command::screen("ideas", &[], |context, _| {
        panels::of_network(context, Kind::Ideas)
    }),
    Command::screen("idea-new", &[], |_, _| {
        let mut known = Args::default();
        known.set("status", ActivityStatus::Idea.name().to_owned());
        Err(Stop::Ask("activity-add", known))
    }),
    Command::screen("idea-raise", &[Arg::word("activity", ArgKind::Text)], raise),
];

/// A need by its number, its id or how it begins.
///
/// # Errors
/// When there is none such.
pub fn need(network: &Network, typed: &str) -> Result<Id, Stop> {
    let rows = network.need_list();
    let rows = rows.iter().map(|row| (row.id, row.title.as_str()));
    place::titled(&rows.collect::<Vec<_>>(), typed, Key::ErrorNoNeed)
}

fn changes(context: &Context<'_>, args: &Args, row: &Need) -> Result<Vec<NeedField>, Stop> {
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| NeedField::title(row, to)));
    let organisation = field::clearable(args, "organisation", |typed| {
        lookup::organisation(context, typed)
    })?;
    changes.extend(organisation.map(|to| NeedField::organisation(row, to)));
    let on = field::clearable(args, "date", |typed| lookup::day(context, typed))?;
    changes.extend(on.map(|to| NeedField::on(row, to)));
    changes.extend(field::text(args, "note").map(|to| NeedField::note(row, to)));
    Ok(field::real(changes).collect())
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    context.network_of(network)?;
    field::needed(args, "title")?;
    let row = Need {
        on: Some(context.today()),
        ..Need::default()
    };
    let row = field::filled_in(row.clone(), &changes(context, args, &row)?);
    let row = Need {
        id: context.new_id(),
        ..row
    };
    context.add_to_network(network, row);
    Ok(())
}

fn named(context: &Context<'_>, args: &Args) -> Result<(Id, Need), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let doc = context.network_of(network)?;
    let id = need(doc, args.get("need").unwrap_or_default())?;
    Ok((network, doc.needs.get(&id).cloned().unwrap_or_default()))
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    let changes = changes(context, args, &row)?;
    context.change_in_network(network, row.id, changes);
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    context.set_in_network(network, row.id, NeedField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn edit_need(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (_, row) = named(context, args)?;
    let register = context.register()?;
    let organisation = row.organisation;
    let now = [
        ("title", row.title.clone()),
        (
            "organisation",
            organisation.map_or_else(String::new, |id| register.organisation_name(id).to_owned()),
        ),
        ("date", edit::day(row.on)),
        ("note", row.note.clone()),
    ];
    edit::open(context, "need-set", &now, vec![row.id.to_string()])
}

/// The meeting named, else the one at hand.
fn meeting_at(context: &Context<'_>, args: &Args) -> Result<Option<Id>, Stop> {
    match args
        .get("at")
        .map(str::trim)
        .filter(|typed| !typed.is_empty())
    {
        Some(typed) => lookup::meeting(context, typed).map(Some),
        None => Ok(context.target.meeting),
    }
}

/// Ideas in the order given; those not named have no rank.
fn rank(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let at = meeting_at(context, args)?;
    let doc = context.network_of(network)?;
    let mut order = Vec::new();
    for typed in args.all("ideas") {
        order.push(activity::activity(doc, typed)?.id);
    }
    rank_so(context, network, &order, at)
}

fn rank_so(
    context: &mut Context<'_>,
    network: Id,
    order: &[Id],
    at: Option<Id>,
) -> Result<(), Stop> {
    let doc = context.network_of(network)?;
    let mut changes = Vec::new();
    let ranked = order.iter().filter_map(|id| doc.activities.get(id));
    let others = doc.idea_list().into_iter();
    let others = others.filter(|row| !order.contains(&row.id));
    for (index, row) in ranked.enumerate() {
        let rank = u16::try_from(index + 1).ok();
        changes.push((row.id, ActivityField::rank(row, rank)));
        if at.is_some() {
            changes.push((row.id, ActivityField::ranked_at(row, at)));
        }
    }
    changes.extend(others.map(|row| (row.id, ActivityField::rank(row, None))));
    for (id, change) in changes {
        if change.is_real() {
            context.set_in_network(network, id, change);
        }
    }
    Ok(())
}

/// One idea a place up; those above and below it are ranked by it.
fn raise(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = context.network_id()?;
    let doc = context.network_of(network)?;
    let wanted = activity::activity(doc, args.get("activity").unwrap_or_default())?.id;
    let mut order: Vec<Id> = doc.idea_list().iter().map(|row| row.id).collect();
    if let Some(index) = order.iter().position(|id| *id == wanted) {
        order.swap(index, index.saturating_sub(1));
    }
    rank_so(context, network, &order, context.target.meeting)
}

/// The decision meant: the only one, or the only one that has these words.
fn decision(meeting: &Meeting, typed: &str) -> Result<Id, Stop> {
    let wanted = fold(typed.trim());
    let rows = meeting.entries.values();
    let fits = rows.filter(|row| !row.removed && row.kind == EntryKind::Decision);
    let fits = fits.filter(|row| row.id.to_string() == wanted || fold(&row.text).contains(&wanted));
    let found: Vec<Id> = fits.map(|row| row.id).collect();
    match found.as_slice() {
        [one] => Ok(*one),
        _ => Err(Message::new(Key::ErrorNoDecision)
            .with("typed", typed.to_owned())
            .with("count", found.len())
            .about("decision")
            .into()),
    }
}

/// The heads decided on an activity: an idea is planned from then on.
fn decide(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("activity").unwrap_or_default();
    let row = activity::activity(context.network_of(network)?, typed)?.clone();
    let at = meeting_at(context, args)?.or(row.ranked_at);
    let Some(at) = at else {
        return Err(Stop::Usage(Message::new(Key::ErrorNoMeeting).about("at")));
    };
    let typed = args.get("decision").unwrap_or_default();
    let entry = decision(context.meeting_of(at)?, typed)?;
    let status = match row.status {
        ActivityStatus::Idea => ActivityStatus::Planned,
        status => status,
    };
    let changes = vec![
        ActivityField::ranked_at(&row, Some(at)),
        ActivityField::decision(&row, Some(entry)),
        ActivityField::status(&row, status),
    ];
    context.change_in_network(network, row.id, field::real(changes));
    Ok(())
}
