//! The year's plan on the screen: its rows, its years, an activity that becomes a meeting.

use chrono::NaiveDate;

use super::{activity, field, lookup, meeting, place, terms};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::{Context, Target};
use crate::app::message::Message;
use crate::app::overlays::form::Form;
use crate::app::screens::Screen;
use crate::app::screens::year::YearScreen;
use crate::app::{App, Call};
use crate::domain::agenda::{ItemKind, Standing};
use crate::domain::id::Id;
use crate::domain::meeting::MeetingHead;
use crate::domain::network::TemplateItem;
use crate::domain::plan::{Activity, ActivityField, ActivityKind, PlanRow};
use crate::domain::when::When;
use crate::locale::{Key, Locale};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "activity-meeting",
        scope: Scope::Network,
        args: &[
            Arg::word("activity", ArgKind::Text),
            Arg::option("network", ArgKind::Network),
            Arg::option("date", ArgKind::Date),
        ],
        run: become_meeting,
    },
    Command::screen("year-row-edit", &[], |context, _| edit_row(context)),
    Command::screen("year-row-visit", &[], |context, _| visit_row(context)),
    Command::screen("year-row-add", &[], |context, _| {
        ask(context, "activity-add")
    }),
    Command::screen("year-row-remove", &[], |context, _| remove_row(context)),
    Command::screen("year-row-meeting", &[], |context, _| row_meeting(context)),
    Command::screen("year-next", &[], |context, _| {
        turn(context, |_, screen| screen.year += 1)
    }),
    Command::screen("year-back", &[], |context, _| {
        turn(context, |_, screen| screen.year -= 1)
    }),
    Command::screen("year-wheel", &[], |context, _| {
        turn(context, |_, screen| screen.round = !screen.round)
    }),
    Command::screen("year-all", &[], |context, _| {
        turn(context, |app, screen| screen.widen(app))
    }),
];

fn turn(context: &mut Context<'_>, change: impl FnOnce(&App, &mut YearScreen)) -> Result<(), Stop> {
    let mut screen = std::mem::take(&mut context.app.view.screen);
    if let Screen::Year(screen) = &mut screen {
        change(context.app, screen);
    }
    context.app.view.screen = screen;
    Ok(())
}

fn selected<'a>(context: &'a Context<'_>) -> Option<&'a PlanRow> {
    match &context.app.view.screen {
        Screen::Year(screen) => screen.selected(context.app),
        _ => None,
    }
}

fn instead(words: [&str; 2], target: Target) -> Stop {
    Stop::Instead(Box::new(Call {
        words: words.map(str::to_owned).to_vec(),
        target,
    }))
}

/// The form of a command in the network at hand.
fn ask(context: &mut Context<'_>, name: &'static str) -> Result<(), Stop> {
    let mut known = Args::default();
    if let Some(network) = context.target.network {
        known.set("network", context.secretariat()?.label(network).to_owned());
    }
    Err(Stop::Ask(name, known))
}

fn edit_row(context: &mut Context<'_>) -> Result<(), Stop> {
    match selected(context).cloned() {
        Some(row) => edit(context, &row),
        None => Ok(()),
    }
}

/// The form of an activity, or the meeting where nobody planned it as one.
///
/// # Errors
/// When it can't be opened.
pub fn edit(context: &mut Context<'_>, row: &PlanRow) -> Result<(), Stop> {
    if let Some(meeting) = row.activity.meeting.filter(|_| row.is_bare_meeting()) {
        return Err(go(context, meeting));
    }
    open_form(context, row, None)
}

/// The form of an activity, with the caret in a field.
///
/// # Errors
/// When it can't be opened.
pub fn open_form(context: &mut Context<'_>, row: &PlanRow, at: Option<&str>) -> Result<(), Stop> {
    let fixed = vec![row.activity.id.to_string()];
    let now = facts(context, row);
    super::edit::open_at(context, "activity-set", &now, fixed, at)
}

fn facts(context: &Context<'_>, row: &PlanRow) -> Vec<(&'static str, String)> {
    let activity = &row.activity;
    let language = context.locale().language();
    let time = |time: Option<chrono::NaiveTime>| {
        time.map_or_else(String::new, |time| language.plain_time(time))
    };
    let when = activity.when.as_ref().map(When::typed);
    let network = context.app.docs.network(row.network);
    let serves = network.map(|doc| terms::served_by(doc, &activity.serves));
    let serves = serves.unwrap_or_default();
    let meets = network.map(|doc| {
        let all = doc.need_list().into_iter().enumerate();
        let mine = all.filter(|(_, row)| activity.meets.contains(&row.id));
        let numbers: Vec<String> = mine.map(|(index, _)| (index + 1).to_string()).collect();
        numbers.join(", ")
    });
    let direction = activity.direction.map(|it| it.name().to_owned());
    vec![
        ("title", activity.title.clone()),
        ("kind", activity.kind.name().to_owned()),
        ("when", when.unwrap_or_default()),
        (
            "tentative",
            if activity.tentative { "yes" } else { "no" }.to_owned(),
        ),
        ("start", time(activity.start)),
        ("end", time(activity.end)),
        ("purpose", activity.purpose.clone()),
        ("product", activity.product.clone()),
        ("serves", serves),
        ("host", row.host_name.clone()),
        ("place", activity.place.clone()),
        ("audience", activity.audience.clone()),
        ("direction", direction.unwrap_or_default()),
        ("status", activity.status.name().to_owned()),
        ("meets", meets.unwrap_or_default()),
        (
            "seats",
            activity.seats.map_or_else(String::new, |it| it.to_string()),
        ),
        ("sign-up-by", super::edit::day(activity.sign_up_by)),
        ("delivered", activity.delivered.clone()),
        ("link", activity.link.clone()),
        ("adopted-by", names_of(context, &activity.adopted_by)),
    ]
}

/// The form of a visit's guests, hosts, programme and report.
fn visit_row(context: &mut Context<'_>) -> Result<(), Stop> {
    let Some(row) = selected(context).cloned() else {
        return Ok(());
    };
    if row.is_bare_meeting() {
        return edit_row(context);
    }
    let activity = &row.activity;
    let now = vec![
        ("guests", activity.guests.clone()),
        ("hosts", activity.hosts.clone()),
        ("schedule", activity.schedule.clone()),
        ("report", activity.report.clone()),
    ];
    super::edit::open(
        context,
        "activity-visit",
        &now,
        vec![activity.id.to_string()],
    )
}

/// "Odense Kommune, Vejle Kommune".
fn names_of(context: &Context<'_>, organisations: &[Id]) -> String {
    let register = context.app.register();
    let names = organisations
        .iter()
        .map(|id| register.organisation_name(*id));
    names.collect::<Vec<_>>().join(", ")
}

fn remove_row(context: &mut Context<'_>) -> Result<(), Stop> {
    match selected(context) {
        Some(row) if row.is_bare_meeting() => Err(Key::ErrorCancelMeeting.into()),
        Some(row) => {
            let id = row.activity.id.to_string();
            Err(instead(["activity-remove", &id], context.target))
        }
        None => Ok(()),
    }
}

fn go(context: &Context<'_>, meeting: Id) -> Stop {
    let target = Target {
        meeting: Some(meeting),
        ..context.target
    };
    Stop::Instead(Box::new(Call {
        words: vec!["go-meeting".to_owned()],
        target,
    }))
}

/// To the selected activity's meeting, which is made first where there is none.
fn row_meeting(context: &mut Context<'_>) -> Result<(), Stop> {
    let Some(row) = selected(context) else {
        return Ok(());
    };
    match row.activity.meeting {
        Some(meeting) => Err(go(context, meeting)),
        None => {
            let id = row.activity.id.to_string();
            Err(instead(["activity-meeting", &id], context.target))
        }
    }
}

/// A planned activity becomes a meeting and stays linked: date, place and host are the meeting's
/// from now on.
fn become_meeting(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("activity").unwrap_or_default();
    let row = activity::activity(context.network_of(network)?, typed)?.clone();
    if let Some(meeting) = row.meeting {
        let rows = &context.network_of(network)?.meetings;
        let label = context.secretariat()?.label(network);
        let name = rows.get(&meeting).map(|row| row.label(label));
        let message = Message::new(Key::ErrorActivityHasMeeting);
        return Err(message.with("label", name.unwrap_or_default()).into());
    }
    let date = field::given(args, "date", |typed| lookup::day(context, typed))?;
    let head = head_of(&row, date);
    if head.date.is_none() && context.app.interactive {
        return ask_date(context, args, &row);
    }
    let first = row.when.as_ref().and_then(When::first_day);
    let day = head.date.or(first).unwrap_or(context.today());
    let more = match row.kind {
        ActivityKind::LeadersMeeting => host_practice(context, network)?,
        _ => None,
    };
    let meeting = meeting::make_with(context, network, head, more, day)?;
    context.set_in_network(network, row.id, ActivityField::meeting(&row, Some(meeting)));
    Ok(())
}

/// "Praksis hos værten", which a meeting of the leaders has on its agenda when no item of the
/// template is it already: after what approves and follows up.
fn host_practice(context: &mut Context<'_>, network: Id) -> Result<Option<TemplateItem>, Stop> {
    let doc = context.network_of(network)?;
    let rows: Vec<&TemplateItem> = doc.template().collect();
    if rows
        .iter()
        .any(|row| row.standing == Standing::HostPractice)
    {
        return Ok(None);
    }
    let language = doc.language(context.secretariat()?);
    let title = Locale::new(language).text(Key::TemplateHostPractice);
    let first = |row: &&&TemplateItem| {
        row.kind == ItemKind::Welcome
            || matches!(
                row.standing,
                Standing::ApproveAgenda | Standing::ApproveMinutes | Standing::FollowUp
            )
    };
    let before = rows.iter().take_while(first).count();
    let places: place::Rows = rows.iter().map(|row| (row.id, row.pos.clone())).collect();
    let id = context.new_id();
    Ok(Some(TemplateItem {
        id,
        pos: place::after(&places, Some(&before.to_string()), id)?,
        title: title.into_owned(),
        kind: ItemKind::Discussion,
        standing: Standing::HostPractice,
        minutes: Some(30),
        ..TemplateItem::default()
    }))
}

/// The form that asks for the day of an activity that has only a month, or less.
fn ask_date(context: &mut Context<'_>, args: &Args, row: &Activity) -> Result<(), Stop> {
    let command = super::find("activity-meeting").ok_or(Key::ErrorInternal)?;
    let mut known = args.clone();
    known.set("activity", row.title.clone());
    if let Some(network) = context.target.network {
        known.set("network", context.secretariat()?.label(network).to_owned());
    }
    let form = Form::new(command, context.target, &known).at("date");
    context.app.view.open(form);
    Ok(())
}

fn head_of(row: &Activity, date: Option<NaiveDate>) -> MeetingHead {
    let exact = match &row.when {
        _ if date.is_some() => date,
        Some(When::Day(day) | When::Days(day, _)) => Some(*day),
        _ => None,
    };
    MeetingHead {
        title: row.title.clone(),
        date: exact,
        tentative: row.tentative,
        start: row.start,
        end: row.end,
        venue: row.place.clone(),
        host: row.host,
        purpose: row.purpose.clone(),
        ..MeetingHead::default()
    }
}
