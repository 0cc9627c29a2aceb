//! Activities of a network: adding, changing and removing them.

use super::{field, lookup, need, terms};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::draft::mark;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::plan::{Activity, ActivityField, ActivityKind, ActivityStatus, Direction};
use crate::domain::query::Reference;
use crate::domain::record::Record;
use crate::locale::Key;

const NETWORK: Arg = Arg::option("network", ArgKind::Network);
const ACTIVITY: Arg = Arg::word("activity", ArgKind::Text);
const KIND: Arg = Arg::option("kind", ArgKind::Choice(ActivityKind::NAMES));
const WHEN: Arg = Arg::option("when", ArgKind::Due);
const START: Arg = Arg::option("start", ArgKind::Time);
const END: Arg = Arg::option("end", ArgKind::Time);
const PURPOSE: Arg = Arg::option("purpose", ArgKind::Prose);
const PRODUCT: Arg = Arg::option("product", ArgKind::Prose);
const HOST: Arg = Arg::option("host", ArgKind::Organisation);
const PLACE: Arg = Arg::option("place", ArgKind::Text);
const AUDIENCE: Arg = Arg::option("audience", ArgKind::Text);
const DIRECTION: Arg = Arg::option("direction", ArgKind::Choice(Direction::NAMES));
const SERVES: Arg = Arg::option("serves", ArgKind::Text);
const STATUS: Arg = Arg::option("status", ArgKind::Choice(ActivityStatus::NAMES));

const MEETS: Arg = Arg::option("meets", ArgKind::Text);
const SEATS: Arg = Arg::option("seats", ArgKind::Number);
const SIGN_UP_BY: Arg = Arg::option("sign-up-by", ArgKind::Date);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "activity-add",
        scope: Scope::Network,
        args: &[
            Arg::word("title", ArgKind::Text),
            NETWORK,
            KIND,
            WHEN,
            Arg::flag("tentative"),
            START,
            END,
            PURPOSE,
            PRODUCT,
            SERVES,
            HOST,
            PLACE,
            AUDIENCE,
            DIRECTION,
            STATUS,
            MEETS,
            SEATS,
            SIGN_UP_BY,
        ],
        run: add,
    },
    Command {
        name: "activity-set",
        scope: Scope::Network,
        args: &[
            ACTIVITY,
            NETWORK,
            Arg::option("title", ArgKind::Text),
            KIND,
            WHEN,
            Arg::option("tentative", ArgKind::Choice(field::YES_NO)),
            START,
            END,
            PURPOSE,
            PRODUCT,
            SERVES,
            HOST,
            PLACE,
            AUDIENCE,
            DIRECTION,
            STATUS,
            MEETS,
            SEATS,
            SIGN_UP_BY,
            Arg::option("delivered", ArgKind::Prose),
            Arg::option("link", ArgKind::Text),
            Arg::option("adopted-by", ArgKind::Text),
        ],
        run: set,
    },
    Command {
        name: "activity-visit",
        scope: Scope::Network,
        args: &[
            ACTIVITY,
            NETWORK,
            Arg::option("guests", ArgKind::Prose),
            Arg::option("hosts", ArgKind::Prose),
            Arg::option("schedule", ArgKind::Prose),
            Arg::option("report", ArgKind::Prose),
        ],
        run: visit,
    },
    Command {
        name: "activity-remove",
        scope: Scope::Network,
        args: &[ACTIVITY, NETWORK],
        run: remove,
    },
];

/// An activity by id or title, or by the beginning of its title.
///
/// # Errors
/// When none or several fit.
pub fn activity<'a>(network: &'a Network, typed: &str) -> Result<&'a Activity, Stop> {
    let wanted = fold(typed.trim());
    let live = || network.activities.values().filter(|row| !row.removed);
    if let Some(row) = live().find(|row| row.id.to_string() == wanted) {
        return Ok(row);
    }
    let same = |row: &&Activity| fold(&row.title) == wanted;
    let begins = |row: &&Activity| !wanted.is_empty() && fold(&row.title).starts_with(&wanted);
    let mut found: Vec<&Activity> = live().filter(same).collect();
    if found.is_empty() {
        found = live().filter(begins).collect();
    }
    let (key, mut named) = match found.as_slice() {
        [one] => return Ok(one),
        [] => (Key::ErrorActivityUnknown, live().collect()),
        _ => (Key::ErrorActivitySeveral, found),
    };
    named.sort_by(|left, right| left.order(right));
    let shared = |row: &Activity| named.iter().filter(|it| it.title == row.title).count() > 1;
    let named = named.iter().take(6).map(|row| match &row.when {
        // Only the id tells these apart.
        Some(when) if shared(row) => format!("{} ({when}, {})", row.title, row.id),
        None if shared(row) => format!("{} ({})", row.title, row.id),
        _ => row.title.clone(),
    });
    let message = Message::new(key).with("typed", typed.to_owned());
    let named: Vec<String> = named.collect();
    Err(message.with("candidates", named.join("; ")).into())
}

/// What the arguments change of an activity, one or a new one.
fn changes(context: &Context<'_>, args: &Args, row: &Activity) -> Result<Vec<ActivityField>, Stop> {
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| ActivityField::title(row, to)));
    let kind = field::given(args, "kind", lookup::choice)?;
    changes.extend(kind.map(|to| ActivityField::kind(row, to)));
    let status = field::given(args, "status", lookup::choice)?;
    changes.extend(status.map(|to| ActivityField::status(row, to)));
    changes.extend(field::text(args, "purpose").map(|to| ActivityField::purpose(row, to)));
    changes.extend(field::text(args, "product").map(|to| ActivityField::product(row, to)));
    changes.extend(terms::served(context, args)?.map(|to| ActivityField::serves(row, to)));
    changes.extend(field::line(args, "audience").map(|to| ActivityField::audience(row, to)));
    let direction = field::clearable(args, "direction", lookup::choice)?;
    changes.extend(direction.map(|to| ActivityField::direction(row, to)));
    changes.extend(field::text(args, "delivered").map(|to| ActivityField::delivered(row, to)));
    changes.extend(field::line(args, "link").map(|to| ActivityField::link(row, to)));
    changes.extend(taking_part(context, args, row)?);
    changes.extend(time_and_place(context, args, row)?);
    Ok(field::real(changes).collect())
}

/// Whom it is for: the needs it meets, seats, the last day to sign up, who uses what came of it.
fn taking_part(
    context: &Context<'_>,
    args: &Args,
    row: &Activity,
) -> Result<Vec<ActivityField>, Stop> {
    let mut changes = Vec::new();
    if args.has("meets") {
        let network = lookup::network_or_target(context, args.get("network"))?;
        let doc = context.network_of(network)?;
        let meets = field::listed(args, "meets", |typed| need::need(doc, typed))?;
        changes.extend(meets.map(|to| ActivityField::meets(row, to)));
    }
    let adopted = field::listed(args, "adopted-by", |typed| {
        lookup::organisation(context, typed)
    })?;
    changes.extend(adopted.map(|to| ActivityField::adopted_by(row, to)));
    let seats = field::clearable(args, "seats", lookup::number)?;
    changes.extend(seats.map(|to| ActivityField::seats(row, to)));
    let last = field::clearable(args, "sign-up-by", |typed| lookup::day(context, typed))?;
    changes.extend(last.map(|to| ActivityField::sign_up_by(row, to)));
    Ok(changes)
}

/// What an activity's meeting says, once there is one.
fn time_and_place(
    context: &Context<'_>,
    args: &Args,
    row: &Activity,
) -> Result<Vec<ActivityField>, Stop> {
    let mut changes = Vec::new();
    let when = field::clearable(args, "when", |typed| lookup::when(context, typed))?;
    changes.extend(when.map(|to| ActivityField::when(row, to)));
    // A flag where one is added, yes or no where one is changed.
    let tentative = match args.get("tentative") {
        Some("") => Some(true),
        _ => field::given(args, "tentative", lookup::yes)?,
    };
    changes.extend(tentative.map(|to| ActivityField::tentative(row, to)));
    let time = |typed: &str| lookup::time(context, typed);
    let start = field::clearable(args, "start", time)?;
    let end = field::clearable(args, "end", time)?;
    lookup::in_order(start.unwrap_or(row.start), end.unwrap_or(row.end))?;
    changes.extend(start.map(|to| ActivityField::start(row, to)));
    changes.extend(end.map(|to| ActivityField::end(row, to)));
    let host = field::clearable(args, "host", |typed| lookup::organisation(context, typed))?;
    changes.extend(host.map(|to| ActivityField::host(row, to)));
    changes.extend(field::line(args, "place").map(|to| ActivityField::place(row, to)));
    let changes: Vec<ActivityField> = field::real(changes).collect();
    match changes.is_empty() || row.meeting.is_none() {
        true => Ok(changes),
        false => Err(Key::ErrorActivityIsMeeting.into()),
    }
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    context.network_of(network)?;
    field::needed(args, "title")?;
    let mut row = Activity {
        id: context.new_id(),
        ..Activity::default()
    };
    for change in changes(context, args, &row)? {
        row.set(&change);
    }
    let activity = row.id;
    context.add_to_network(network, row);
    context.made(Reference::Activity { network, activity });
    Ok(())
}

fn named(context: &Context<'_>, args: &Args) -> Result<(Id, Activity), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("activity").unwrap_or_default();
    let row = activity(context.network_of(network)?, typed)?.clone();
    Ok((network, row))
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    context.change_in_network(network, row.id, changes(context, args, &row)?);
    Ok(())
}

/// Guests, hosts, programme and report of a visit or a study trip.
fn visit(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    let mut changes = Vec::new();
    changes.extend(field::text(args, "guests").map(|to| ActivityField::guests(&row, to)));
    changes.extend(field::text(args, "hosts").map(|to| ActivityField::hosts(&row, to)));
    changes.extend(field::text(args, "schedule").map(|to| ActivityField::schedule(&row, to)));
    changes.extend(field::text(args, "report").map(|to| ActivityField::report(&row, to)));
    context.change_in_network(network, row.id, field::real(changes));
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    context.set_in_network(network, row.id, ActivityField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
