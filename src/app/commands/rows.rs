//! What is done to the rows of a network's screen: meetings, members, the template.

use crate::app::Call;
use crate::app::args::Args;
use crate::app::checklist;
use crate::app::command::{Command, Stop};
use crate::app::commands;
use crate::app::context::{Context, Target};
use crate::app::overlays::form::Form;
use crate::app::screens::Screen;
use crate::app::screens::network::{Section, Selected};
use crate::domain::network::Member;
use crate::locale::Key;

use super::edit;
use super::meeting::next_host_of;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("network-edit", &[], |context, _| edit_network(context)),
    Command::screen("network-row-edit", &[], |context, _| edit_row(context)),
    Command::screen("network-row-add", &[], |context, _| add_row(context)),
    Command::screen("network-member-new", &[], |context, _| add_member(context)),
    Command::screen("network-row-remove", &[], |context, _| remove_row(context)),
    Command::screen("network-row-up", &[], |context, _| shift(context, "up")),
    Command::screen("network-row-down", &[], |context, _| shift(context, "down")),
    Command::screen("meeting-again", &[], |context, _| copy_last(context)),
];

fn selected<'a>(context: &'a Context<'_>) -> Option<Selected<'a>> {
    match &context.app.view.screen {
        Screen::Network(screen) => screen.selected(context.app),
        _ => None,
    }
}

fn instead(words: &[&str], target: Target) -> Stop {
    Stop::Instead(Box::new(Call {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        target,
    }))
}

fn edit_network(context: &mut Context<'_>) -> Result<(), Stop> {
    let id = context.network_id()?;
    let label = context.secretariat()?.label(id).to_owned();
    context.register()?;
    let purpose = context.network_of(id)?.purpose();
    let head = &context.network_of(id)?.head;
    let register = context.app.register();
    let number = |number: Option<u16>| number.map_or_else(String::new, |it| it.to_string());
    let person = |id| register.name_of(id).to_owned();
    let time = |time: Option<chrono::NaiveTime>| {
        time.map_or_else(String::new, |time| {
            context.locale().language().plain_time(time)
        })
    };
    let language = head.language.map(|language| language.name().to_owned());
    let counted = |organisations| match organisations {
        true => "organisations",
        false => "people",
    };
    let decides = if head.casting_vote { "yes" } else { "no" };
    let now = [
        ("label", label),
        ("name", head.name.clone()),
        ("purpose", purpose),
        ("language", language.unwrap_or_default()),
        ("quorum", number(head.quorum)),
        (
            "quorum-counts",
            counted(head.quorum_by_organisation).to_owned(),
        ),
        ("votes-by", counted(head.votes_by_organisation).to_owned()),
        ("casting-vote", decides.to_owned()),
        ("chair", head.chair.map(person).unwrap_or_default()),
        (
            "minute-taker",
            head.minute_taker.map(person).unwrap_or_default(),
        ),
        ("start", time(head.start)),
        ("end", time(head.end)),
        ("comment-days", number(head.comment_days)),
        ("agenda-days", number(head.agenda_days)),
        ("portal", head.portal.name().to_owned()),
    ];
    edit::open(context, "network-set", &now, vec![id.to_string()])
}

/// What mends something that the checklist lacks.
fn mend(context: &mut Context<'_>, place: usize) -> Result<(), Stop> {
    let id = context.network_id()?;
    let app = &*context.app;
    let plan = app.plan_of(id);
    let lacks = app.checklist(id).into_iter().flat_map(|row| row.lacks);
    let lack = lacks.into_iter().nth(place);
    match app.sight(id, &plan).zip(lack) {
        Some((sight, lack)) => Err(Stop::Instead(Box::new(checklist::mend(&sight, &lack)))),
        None => Ok(()),
    }
}

fn party(member: &Member) -> String {
    let id = member.person.or(member.organisation);
    id.map(|id| id.to_string()).unwrap_or_default()
}

fn edit_row(context: &mut Context<'_>) -> Result<(), Stop> {
    let network = context.network_id()?.to_string();
    match selected(context) {
        Some(Selected::Lack(place)) => mend(context, place),
        Some(Selected::Member(row)) => {
            let now = [
                ("role", row.role.name().to_owned()),
                ("from", edit::day(row.from)),
                ("until", edit::day(row.until)),
            ];
            let fixed = vec![network, party(row)];
            edit::open(context, "member-set", &now, fixed)
        }
        Some(Selected::Template(row, number)) => {
            let minutes = row.minutes.map_or_else(String::new, |it| it.to_string());
            let now = [
                ("title", row.title.clone()),
                ("kind", row.kind.name().to_owned()),
                ("standing", row.standing.name().to_owned()),
                ("minutes", minutes),
                ("purpose", row.purpose.clone()),
                ("outcome", row.outcome.clone()),
            ];
            edit::open(context, "template-item-set", &now, vec![number.to_string()])
        }
        Some(Selected::Practical(row, number)) => {
            let now = [
                ("what", row.what.clone()),
                ("who", row.who.clone()),
                ("days", row.days.to_string()),
            ];
            let fixed = vec![number.to_string()];
            edit::open(context, "template-practical-set", &now, fixed)
        }
        _ => edit_network(context),
    }
}

/// The section without rows that has the focus.
fn empty(context: &Context<'_>) -> Option<Section> {
    match &context.app.view.screen {
        Screen::Network(screen) => screen.empty(&screen.rows(context.app)),
        _ => None,
    }
}

/// New in the section of the selected row, or in the empty one gone to.
fn add_row(context: &mut Context<'_>) -> Result<(), Stop> {
    match empty(context) {
        Some(Section::Checklist) => return Err(instead(&["checklist"], context.target)),
        Some(Section::Members) => return add_member(context),
        Some(Section::Template) => {
            return Err(Stop::Ask("template-item-add", Args::default()));
        }
        Some(Section::Practicals) => {
            return Err(Stop::Ask("template-practical-add", Args::default()));
        }
        Some(Section::Meetings) | None => {}
    }
    match selected(context) {
        Some(Selected::Member(_)) => add_member(context),
        Some(Selected::Template(_, number)) => {
            let mut known = Args::default();
            known.set("after", number.to_string());
            Err(Stop::Ask("template-item-add", known))
        }
        Some(Selected::Practical(..)) => Err(Stop::Ask("template-practical-add", Args::default())),
        _ => Err(Stop::Ask("meeting-new", Args::default())),
    }
}

fn add_member(context: &mut Context<'_>) -> Result<(), Stop> {
    let network = context.network_id()?;
    let mut known = Args::default();
    known.set("network", context.secretariat()?.label(network).to_owned());
    Err(Stop::Ask("member-add", known))
}

fn remove_row(context: &mut Context<'_>) -> Result<(), Stop> {
    let network = context.network_id()?.to_string();
    let target = context.target;
    Err(match selected(context) {
        Some(Selected::Member(row)) => instead(&["member-remove", &network, &party(row)], target),
        Some(Selected::Template(_, number)) => {
            instead(&["template-item-remove", &number.to_string()], target)
        }
        Some(Selected::Practical(_, number)) => {
            instead(&["template-practical-remove", &number.to_string()], target)
        }
        _ => Key::ErrorCancelMeeting.into(),
    })
}

fn shift(context: &mut Context<'_>, to: &str) -> Result<(), Stop> {
    let target = context.target;
    match selected(context) {
        Some(Selected::Template(_, number)) => Err(instead(
            &["template-item-move", &number.to_string(), to],
            target,
        )),
        _ => Ok(()),
    }
}

/// The form of a new meeting as a copy of the network's latest.
fn copy_last(context: &mut Context<'_>) -> Result<(), Stop> {
    let network = context.network_id()?;
    let rows = context.app.view.lists.meetings.iter();
    let latest = rows
        .filter(|row| row.network == network && !row.cancelled)
        .max_by_key(|row| row.date)
        .map(|row| row.id);
    let (Some(latest), Some(command)) = (latest, commands::find("meeting-copy")) else {
        return Err(Key::ErrorNoMeeting.into());
    };
    let target = Target {
        meeting: Some(latest),
        ..context.target
    };
    let head = &context.meeting_of(latest)?.head;
    let language = context.locale().language();
    let time = |time: Option<chrono::NaiveTime>| {
        time.map_or_else(String::new, |time| language.plain_time(time))
    };
    let host = next_host_of(context, network, None, context.today())?;
    let host = host.map(|id| {
        context
            .register()
            .map(|all| all.organisation_name(id).to_owned())
    });
    let host = host.transpose()?.unwrap_or_default();
    let mut known = Args::default();
    for (name, value) in [
        ("title", head.title.clone()),
        ("start", time(head.start)),
        ("end", time(head.end)),
        ("venue", head.venue.clone()),
        ("purpose", head.purpose.clone()),
    ] {
        known.set(name, value);
    }
    let mut form = Form::new(command, target, &known).at("date");
    if !host.is_empty() {
        form.suggest("host", &host);
    }
    context.app.view.open(form);
    Ok(())
}
