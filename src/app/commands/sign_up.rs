//! Who takes part in a course: seats in the order people signed up, then the waiting list.

use super::{activity, lookup, panels};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::overlays::panel::Kind;
use crate::app::screens::Screen;
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::need::{SignUp, SignUpField};
use crate::domain::plan::Activity;
use crate::locale::Key;

const ACTIVITY: Arg = Arg::word("activity", ArgKind::Text);
const PERSON: Arg = Arg::word("person", ArgKind::Person);
const NETWORK: Arg = Arg::option("network", ArgKind::Network);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "sign-up",
        scope: Scope::Network,
        args: &[ACTIVITY, PERSON, NETWORK],
        run: sign_up,
    },
    Command {
        name: "sign-off",
        scope: Scope::Network,
        args: &[ACTIVITY, PERSON, NETWORK],
        run: sign_off,
    },
    Command::screen("sign-ups", &[], |context, _| list(context)),
    Command::screen("sign-up-add", &[], |context, _| ask(context)),
];

fn named(context: &Context<'_>, args: &Args) -> Result<(Id, Activity, Id), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("activity").unwrap_or_default();
    let row = activity::activity(context.network_of(network)?, typed)?.clone();
    let person = lookup::person(context, args.get("person").unwrap_or_default())?;
    Ok((network, row, person))
}

/// Takes a seat, or a place on the waiting list; after the last day too, and that is said.
fn sign_up(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row, person) = named(context, args)?;
    let rows = context.network_of(network)?.sign_up_list(row.id);
    if rows.iter().any(|it| it.person == person) {
        return Err(Key::ErrorSignedUp.into());
    }
    let place = rows.len() + 1;
    let seats = row.seats.map_or(usize::MAX, usize::from);
    let message = match place > seats {
        true => Message::new(Key::SignedUpWaits).with("place", place - seats),
        false if !row.takes_sign_ups(context.today()) => Message::new(Key::SignedUpLate),
        false => Message::new(Key::SignedUp).with("place", place),
    };
    let at = context.now();
    let row = SignUp {
        id: context.new_id(),
        activity: row.id,
        person,
        at,
        ..SignUp::default()
    };
    context.add_to_network(network, row);
    context.say(message);
    Ok(())
}

fn sign_off(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row, person) = named(context, args)?;
    let rows = context.network_of(network)?.sign_up_list(row.id);
    let Some(row) = rows.iter().find(|it| it.person == person) else {
        return Err(Key::ErrorNotSignedUp.into());
    };
    let id = row.id;
    context.set_in_network(network, id, SignUpField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

/// Who signed up for the activity selected in the plan.
fn list(context: &mut Context<'_>) -> Result<(), Stop> {
    let row = match &context.app.view.screen {
        Screen::Year(screen) => screen.selected(context.app),
        Screen::Season(screen) => screen.selected(context.app),
        _ => None,
    };
    let row = row.filter(|row| !row.is_bare_meeting());
    let activity = row.ok_or(Key::ErrorNoActivitySelected)?.activity.id;
    panels::of_network(context, Kind::SignUps(activity))
}

/// The form of another sign-up for the activity listed.
fn ask(context: &mut Context<'_>) -> Result<(), Stop> {
    use crate::app::overlays::Overlay;
    let Some(Overlay::Panel(panel)) = context.app.view.overlays.last() else {
        return Ok(());
    };
    let Kind::SignUps(activity) = panel.kind else {
        return Ok(());
    };
    let network = context.network_id()?;
    let row = context.network_of(network)?.activities.get(&activity);
    let mut known = Args::default();
    known.set(
        "activity",
        row.map(|row| row.title.clone()).unwrap_or_default(),
    );
    Err(Stop::Ask("sign-up", known))
}
