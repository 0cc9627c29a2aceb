//! A meeting's programme and the journeys to it, as lists over the screen; what is noted about
//! somebody's journey.

use super::{edit, field, panels, places};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::Kind;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::stay::{Stay, StayField, Traveller, travellers};
use crate::locale::Key;

const WHO: Arg = Arg::word("traveller", ArgKind::Text);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("programme", &[], |context, _| programme(context)),
    Command::screen("stays", &[], |context, _| {
        panels::of_meeting(context, Kind::Stays)
    }),
    Command {
        name: "stay-set",
        scope: Scope::Meeting,
        args: &[
            WHO,
            Arg::option("travel", ArgKind::Prose),
            Arg::option("lodging", ArgKind::Prose),
            Arg::option("diet", ArgKind::Prose),
        ],
        run: set,
    },
    Command {
        name: "stay-clear",
        scope: Scope::Meeting,
        args: &[WHO],
        run: clear,
    },
    Command {
        name: "stay-edit",
        scope: Scope::Screen,
        args: &[WHO],
        run: edit_stay,
    },
];

/// The parts of a meeting's programme; where there is none yet, the form of the first.
fn programme(context: &mut Context<'_>) -> Result<(), Stop> {
    let meeting = context.meeting_id()?;
    places::load(context, meeting)?;
    let none = context.meeting()?.slots.values().all(|slot| slot.removed);
    panels::open(context, Kind::Programme)?;
    match none {
        true => Err(Stop::Ask("programme-add", Args::default())),
        false => Ok(()),
    }
}

/// Who comes to the meeting, by id or name, or by the beginning of a word of the name.
fn traveller(context: &Context<'_>, args: &Args) -> Result<Traveller, Stop> {
    let typed = args.get("traveller").unwrap_or_default().trim();
    let all = travellers(context.meeting()?, context.register()?);
    let wanted = fold(typed);
    let begins = |row: &&Traveller| {
        let name = fold(&row.name);
        let mut words = name.split(' ');
        !wanted.is_empty() && (name.starts_with(&wanted) || words.any(|it| it.starts_with(&wanted)))
    };
    let mut same = all
        .iter()
        .filter(|row| row.id.to_string() == typed || fold(&row.name) == wanted);
    let mut near = all.iter().filter(begins);
    match (same.next(), near.next(), near.next()) {
        (Some(row), ..) | (None, Some(row), None) => Ok(row.clone()),
        (None, first, _) => {
            let key = match first {
                Some(_) => Key::ErrorTravellerSeveral,
                None => Key::ErrorNoTraveller,
            };
            Err(Message::new(key).with("typed", typed.to_owned()).into())
        }
    }
}

/// What is noted about a journey, and in which network; nothing yet where it has no id.
fn noted(context: &Context<'_>, args: &Args) -> Result<(Id, Stay), Stop> {
    let who = traveller(context, args)?;
    let (network, meeting) = (context.meeting()?.head.network, context.meeting_id()?);
    let known = context.network_of(network)?.stay(meeting, who.id).cloned();
    let row = known.unwrap_or(Stay {
        meeting,
        of: who.id,
        ..Stay::default()
    });
    Ok((network, row))
}

fn write(
    context: &mut Context<'_>,
    (network, row): (Id, Stay),
    changes: Vec<StayField>,
) -> Result<(), Stop> {
    let changes: Vec<StayField> = field::real(changes).collect();
    if row.id != Id::default() {
        context.change_in_network(network, row.id, changes);
    } else if !changes.is_empty() {
        let row = Stay {
            id: context.new_id(),
            ..field::filled_in(row, &changes)
        };
        context.add_to_network(network, row);
    }
    Ok(())
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = noted(context, args)?;
    let mut changes = Vec::new();
    changes.extend(field::text(args, "travel").map(|to| StayField::travel(&row, to)));
    changes.extend(field::text(args, "lodging").map(|to| StayField::lodging(&row, to)));
    changes.extend(field::text(args, "diet").map(|to| StayField::diet(&row, to)));
    write(context, (network, row), changes)
}

fn clear(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = noted(context, args)?;
    let changes = vec![
        StayField::travel(&row, String::new()),
        StayField::lodging(&row, String::new()),
        StayField::diet(&row, String::new()),
    ];
    write(context, (network, row), changes)?;
    context.say(Key::Removed);
    Ok(())
}

fn edit_stay(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (_, row) = noted(context, args)?;
    let now = [
        ("travel", row.travel.clone()),
        ("lodging", row.lodging.clone()),
        ("diet", row.diet.clone()),
    ];
    edit::open(context, "stay-set", &now, vec![row.of.to_string()])
}
