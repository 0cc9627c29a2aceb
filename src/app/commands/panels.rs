//! What opens over the screen as a list: stages and gaps, practical things, help, find, apologies
//! by phone.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::{Context, Target};
use crate::app::message::Message;
use crate::app::overlays::panel::{Kind, Panel, Row};
use crate::app::{Call, strip};
use crate::domain::id::Id;
use crate::domain::query::{Answer, MeetingRow, Query};
use crate::locale::Key;

use super::places::load;
use super::{apology, lookup};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("walk", &[], |context, _| of_meeting(context, Kind::Walk)),
    Command::screen("comments", &[], |context, _| {
        of_meeting(context, Kind::Comments)
    }),
    Command::screen("practicals", &[], |context, _| {
        let meeting = context.meeting_id()?;
        load(context, meeting)?;
        open_left(context, Kind::Practicals)
    }),
    Command::screen("item-speakers", &[], |context, _| {
        of_item(context, Kind::Speakers, "speaker-add")
    }),
    Command::screen("item-annexes", &[], |context, _| {
        of_item(context, Kind::ItemAnnexes, "annex-add")
    }),
    Command::screen("help", &[], |context, _| help(context)),
    Command::screen("find", &[], |context, _| {
        open(context, Kind::Find(Vec::new()))
    }),
    Command::screen("apology", &[], |context, _| {
        context.register()?;
        open(context, Kind::Apology)
    }),
    Command {
        name: "apology-choose",
        scope: Scope::Screen,
        args: &[Arg::word("person", ArgKind::Person)],
        run: choose,
    },
];

pub(super) fn open(context: &mut Context<'_>, kind: Kind) -> Result<(), Stop> {
    let panel = Panel::new(kind, context.target);
    context.app.view.open(panel);
    Ok(())
}

/// Opens a list at the first row that is still to be done.
pub(super) fn open_left(context: &mut Context<'_>, kind: Kind) -> Result<(), Stop> {
    let mut panel = Panel::new(kind, context.target);
    panel.select_left(context.app);
    context.app.view.open(panel);
    Ok(())
}

pub(super) fn of_meeting(context: &mut Context<'_>, kind: Kind) -> Result<(), Stop> {
    let meeting = context.meeting_id()?;
    load(context, meeting)?;
    open(context, kind)
}

pub(super) fn of_network(context: &mut Context<'_>, kind: Kind) -> Result<(), Stop> {
    networks_own(context)?;
    open(context, kind)
}

/// The same, with a record's row selected.
pub(super) fn of_network_at(
    context: &mut Context<'_>,
    kind: Kind,
    record: &str,
) -> Result<(), Stop> {
    networks_own(context)?;
    let mut panel = Panel::new(kind, context.target);
    panel.select_record(context.app, record);
    context.app.view.open(panel);
    Ok(())
}

/// What a list of a network is made from.
fn networks_own(context: &mut Context<'_>) -> Result<(), Stop> {
    let network = context.network_id()?;
    context.network_of(network)?;
    context.secretariat()?;
    context.register()?;
    context.target.network = Some(network);
    Ok(())
}

/// What belongs to an item; where there is nothing yet, the form of the first.
fn of_item(context: &mut Context<'_>, kind: Kind, add: &'static str) -> Result<(), Stop> {
    let item = context.item_id()?;
    let meeting = context.meeting_id()?;
    load(context, meeting)?;
    let doc = context.meeting()?;
    let none = match kind {
        Kind::Speakers => doc.speakers_of(item).is_empty(),
        _ => doc.annexes_of(item).is_empty(),
    };
    open(context, kind)?;
    if none {
        return Err(Stop::Ask(add, Args::default()));
    }
    Ok(())
}

fn help(context: &mut Context<'_>) -> Result<(), Stop> {
    let view = &context.app.view;
    let over = view.overlays.last();
    let scopes = over.map_or(view.scopes(), |overlay| overlay.scopes());
    let mut scopes = scopes.to_vec();
    if scopes.contains(&"text") {
        scopes.insert(0, strip::SHARED);
    }
    open(context, Kind::Help(scopes))
}

/// Takes the person's apologies: at once when one meeting can be meant, else after choosing.
fn choose(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let person = lookup::person(context, args.get("person").unwrap_or_default())?;
    let mut coming = coming(context, person)?;
    coming.sort_by_key(|row| (row.date, row.label.clone()));
    let language = context.locale().language();
    let rows: Vec<Row> = coming
        .iter()
        .map(|row| Row {
            text: format!("{}  {}", row.label, row.title),
            right: row
                .date
                .map(|day| language.short_date(day))
                .unwrap_or_default(),
            call: Some(take(person, row)),
            ..Row::default()
        })
        .collect();
    match rows.as_slice() {
        [] => {
            let name = context.register()?.name_of(person).to_owned();
            Err(Message::new(Key::ErrorNoComingMeeting)
                .with("name", name)
                .into())
        }
        [
            Row {
                call: Some(call), ..
            },
        ] => Err(Stop::Instead(Box::new(call.clone()))),
        _ => open(context, Kind::Meetings(rows)),
    }
}

fn coming(context: &Context<'_>, person: Id) -> Result<Vec<MeetingRow>, Stop> {
    let query = Query::Meetings {
        network: None,
        open: true,
    };
    let Answer::Meetings(rows) = context.answer(query)? else {
        return Err(Key::ErrorInternal.into());
    };
    let today = context.today();
    let mut coming = Vec::new();
    for row in rows {
        let ahead = row.date.is_some_and(|day| day >= today) && !row.cancelled;
        if ahead && apology::is_asked(context, row.id, person)? {
            coming.push(row.clone());
        }
    }
    Ok(coming)
}

fn take(person: Id, row: &MeetingRow) -> Call {
    let meeting = format!("--meeting={}", row.label);
    let words = ["apologies", &meeting, &person.to_string()].map(str::to_owned);
    Call {
        words: words.to_vec(),
        target: Target::default(),
    }
}
