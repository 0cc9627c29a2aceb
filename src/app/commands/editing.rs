//! Forms that change what is there, filled in with what it is now; and new things that begin
//! with what is known.

use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Stop};
use crate::app::context::{Context, Target};
use crate::app::overlays::Overlay;
use crate::app::overlays::form::Form;
use crate::domain::id::Id;
use crate::domain::minutes_ops::action_facts;
use crate::locale::Key;

use super::edit::{open, open_at};
use super::find;
use super::meeting::suggested_host;
use super::terms;

const FIELD: Arg = Arg::option("field", ArgKind::Text);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("agenda-edit", &[FIELD], edit_item),
    Command::screen("meeting-edit", &[FIELD], edit_meeting),
    Command::screen(
        "speaker-edit",
        &[Arg::word("speaker", ArgKind::Text), FIELD],
        edit_speaker,
    ),
    Command::screen(
        "annex-edit",
        &[Arg::word("annex", ArgKind::Text)],
        edit_annex,
    ),
    Command::screen(
        "practical-edit",
        &[Arg::word("practical", ArgKind::Text)],
        edit_practical,
    ),
    Command::screen(
        "programme-edit",
        &[Arg::word("part", ArgKind::Text)],
        edit_part,
    ),
    Command::screen(
        "entry-edit",
        &[Arg::maybe("entry", ArgKind::Text), FIELD],
        edit_entry,
    ),
    Command::screen("task-edit", &[FIELD], edit_task),
    Command::screen("agenda-add-approval", &[], add_approval),
    Command::screen("meeting-plan-next", &[], plan_next),
];

fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

fn edit_item(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id = context.item_id()?;
    let register = context.register()?;
    let item = context.meeting()?.items.get(&id).ok_or(Key::ErrorNoItem)?;
    let minutes = item.minutes.map(|minutes| minutes.to_string());
    let network = context.network_of(context.network_id()?)?;
    let now = [
        ("title", item.title.clone()),
        ("kind", item.kind.name().to_owned()),
        ("minutes", minutes.unwrap_or_default()),
        ("purpose", item.purpose.clone()),
        ("outcome", item.outcome.clone()),
        ("serves", terms::served_by(network, &item.serves)),
        ("responsible", item.responsible.name(register).to_owned()),
        ("background", item.background.clone()),
        ("recommendation", item.recommendation.clone()),
        ("standing", item.standing.name().to_owned()),
        ("closed", yes_no(item.closed)),
    ];
    open_at(context, "agenda-set", &now, Vec::new(), args.get("field"))
}

fn edit_meeting(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let register = context.register()?;
    let head = &context.meeting()?.head;
    let language = context.locale().language();
    let time = |time: Option<chrono::NaiveTime>| {
        time.map_or_else(String::new, |time| language.plain_time(time))
    };
    let day = |day: Option<chrono::NaiveDate>| {
        day.map_or_else(String::new, |day| language.plain_date(day))
    };
    let person = |id: Option<Id>| id.map_or("", |id| register.name_of(id)).to_owned();
    let host = head.host.map_or("", |id| register.organisation_name(id));
    let spoken = head.language.map(|language| language.name().to_owned());
    let now = [
        ("title", head.title.clone()),
        ("date", day(head.date)),
        ("start", time(head.start)),
        ("end", time(head.end)),
        ("venue", head.venue.clone()),
        ("host", host.to_owned()),
        ("purpose", head.purpose.clone()),
        ("case-number", head.case_number.clone()),
        ("link", head.link.clone()),
        ("chair", person(head.chair)),
        ("minute-taker", person(head.minute_taker)),
        ("language", spoken.unwrap_or_default()),
        ("tentative", yes_no(head.tentative)),
        ("next-date", day(head.next_date)),
    ];
    let suggested = match (args.get("field"), head.host) {
        (Some("host"), None) => suggested_host(context)?,
        _ => None,
    };
    let suggested = suggested.map(|id| register.organisation_name(id).to_owned());
    open_at(context, "meeting-set", &now, Vec::new(), args.get("field"))?;
    if let (Some(name), Some(Overlay::Form(form))) =
        (suggested, context.app.view.overlays.last_mut())
    {
        form.suggest("host", &name);
    }
    Ok(())
}

fn edit_speaker(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = record(args, "speaker", &context.meeting()?.speakers)?.clone();
    let now = [
        ("status", row.status.name().to_owned()),
        ("name", row.name.clone()),
        ("organisation", row.organisation.clone()),
        ("title", row.title.clone()),
        ("presentation", row.presentation.clone()),
        ("equipment", row.equipment.clone()),
        ("slides", yes_no(row.slides)),
        ("thanked", yes_no(row.thanked)),
    ];
    context.target.item = Some(row.item);
    let fixed = vec![row.id.to_string()];
    open_at(context, "speaker-set", &now, fixed, args.get("field"))
}

/// The record an argument names by its id.
fn record<'a, T>(
    args: &Args,
    name: &str,
    rows: &'a std::collections::BTreeMap<Id, T>,
) -> Result<&'a T, Stop> {
    let id: Option<Id> = args.get(name).and_then(|typed| typed.parse().ok());
    id.and_then(|id| rows.get(&id))
        .ok_or_else(|| Key::ErrorInternal.into())
}

fn edit_annex(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = record(args, "annex", &context.meeting()?.annexes)?.clone();
    let now = [("title", row.title.clone()), ("link", row.link.clone())];
    context.target.item = Some(row.item);
    open(context, "annex-set", &now, vec![row.id.to_string()])
}

fn edit_part(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = record(args, "part", &context.meeting()?.slots)?;
    let language = context.locale().language();
    let time = |time: Option<chrono::NaiveTime>| {
        time.map_or_else(String::new, |time| language.plain_time(time))
    };
    let now = [
        ("title", row.title.clone()),
        ("start", time(row.start)),
        ("end", time(row.end)),
        ("kind", row.kind.name().to_owned()),
        ("day", row.day_number().to_string()),
        ("who", row.who.clone()),
        ("place", row.place.clone()),
        ("note", row.note.clone()),
    ];
    let fixed = vec![row.id.to_string()];
    open(context, "programme-set", &now, fixed)
}

fn edit_practical(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = record(args, "practical", &context.meeting()?.practicals)?;
    let now = [
        ("what", row.what.clone()),
        ("who", row.who.clone()),
        ("days", row.days.to_string()),
        ("done", yes_no(row.done)),
    ];
    let fixed = vec![row.id.to_string()];
    open(context, "practical-set", &now, fixed)
}

fn edit_entry(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let typed: Option<Id> = args.get("entry").and_then(|typed| typed.parse().ok());
    let id = typed.or(context.target.entry).ok_or(Key::ErrorNoEntry)?;
    let register = context.register()?;
    let meeting = context.meeting()?;
    let entry = meeting.entries.get(&id).ok_or(Key::ErrorEntryGone)?;
    let due = entry.due.as_ref().map(ToString::to_string);
    let now = [
        ("text", entry.text.clone()),
        ("kind", entry.kind.name().to_owned()),
        ("owner", entry.owner.name(register).to_owned()),
        ("due", due.unwrap_or_default()),
    ];
    (context.target.item, context.target.entry) = (Some(entry.item), Some(id));
    let fixed = vec![id.to_string()];
    open_at(context, "entry-set", &now, fixed, args.get("field"))
}

fn edit_task(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id = context.target.action.ok_or(Key::ErrorInternal)?;
    let register = context.register()?;
    let meeting = match context.target.meeting {
        Some(_) => Some(context.meeting()?),
        None => None,
    };
    let action = context
        .network()?
        .actions
        .get(&id)
        .ok_or(Key::ErrorInternal)?;
    let (text, owner, due) = action_facts(meeting, action);
    let now = [
        ("text", text.to_owned()),
        ("owner", owner.name(register).to_owned()),
        ("due", due.map(ToString::to_string).unwrap_or_default()),
    ];
    let fixed = vec![id.to_string()];
    open_at(context, "action-set", &now, fixed, args.get("field"))
}

/// The item that approves the last minutes, first on the agenda.
fn add_approval(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let title = context.locale().text(Key::TemplateApproveMinutes);
    let words = [
        "agenda-add",
        "--kind=decision",
        "--standing=approve-minutes",
        "--minutes=5",
        "--after=0",
        "--",
        &title,
    ];
    Err(Stop::Instead(Box::new(Call {
        words: words.map(str::to_owned).to_vec(),
        target: context.target,
    })))
}

/// The form of the next meeting, on the date agreed; where no meeting is shown, of the network's first.
fn plan_next(context: &mut Context<'_>, _: &Args) -> Result<(), Stop> {
    let command = find("meeting-new").ok_or(Key::ErrorInternal)?;
    let mut known = Args::default();
    let mut target = Target {
        network: context.target.network,
        ..Target::default()
    };
    if context.target.meeting.is_some() {
        let head = context.meeting()?.head.clone();
        known.set("title", head.title.clone());
        if let Some(day) = head.next_date {
            known.set("date", context.locale().language().plain_date(day));
        }
        target.network = Some(head.network);
    }
    let form = Form::new(command, target, &known).at("date");
    context.app.view.open(form);
    Ok(())
}
