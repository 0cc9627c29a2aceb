//! What is done to the rows of the terms' screen and to a group's members; the checklist of a
//! network on the screen.

use super::{edit, field, group, lookup, paper, year};
use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::{Context, Target};
use crate::app::overlays::panel::{Kind, Panel};
use crate::app::overlays::reader::Paper;
use crate::app::screens::Screen;
use crate::app::screens::terms::{Section, Selected, TermsScreen};
use crate::documents::{self, Format, NetworkSource, Outline};
use crate::domain::id::Id;
use crate::domain::network::Group;
use crate::domain::terms::SecretariatTerm;
use crate::domain::when::When;
use crate::locale::Key;

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "go-terms",
        scope: Scope::Screen,
        args: &[Arg::maybe("record", ArgKind::Text)],
        run: go,
    },
    Command::screen("terms-row-edit", &[], |context, _| edit_row(context)),
    Command::screen("terms-row-add", &[], |context, _| add_row(context)),
    Command::screen("terms-row-remove", &[], |context, _| remove_row(context)),
    Command::screen("terms-row-up", &[], |context, _| shift(context, "up")),
    Command::screen("terms-row-down", &[], |context, _| shift(context, "down")),
    Command {
        name: "terms-show",
        scope: Scope::Screen,
        args: &[Arg::maybe("number", ArgKind::Number)],
        run: show,
    },
    Command {
        name: "terms-copy",
        scope: Scope::Screen,
        args: &[
            Arg::maybe("number", ArgKind::Number),
            Arg::option("format", ArgKind::Choice(Format::TEXT)),
        ],
        run: copy,
    },
    Command {
        name: "activity-edit",
        scope: Scope::Screen,
        args: &[
            Arg::word("activity", ArgKind::Text),
            Arg::option("field", ArgKind::Text),
        ],
        run: edit_activity,
    },
    Command {
        name: "group-edit",
        scope: Scope::Screen,
        args: &[
            Arg::word("group", ArgKind::Text),
            Arg::option("field", ArgKind::Text),
        ],
        run: edit_group,
    },
    Command {
        name: "group-members",
        scope: Scope::Screen,
        args: &[Arg::maybe("group", ArgKind::Text)],
        run: members,
    },
    Command {
        name: "group-member-edit",
        scope: Scope::Screen,
        args: &[
            Arg::word("group", ArgKind::Text),
            Arg::word("who", ArgKind::Person),
        ],
        run: edit_member,
    },
    Command::screen("checklist", &[], |context, _| checklist(context)),
];

fn go(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id = context.network_id()?;
    context.network_of(id)?;
    context.secretariat()?;
    context.register()?;
    let record = args.get("record").and_then(|typed| typed.parse().ok());
    context
        .app
        .view
        .go(Screen::Terms(TermsScreen::new(id, record)));
    context.app.refresh();
    Ok(())
}

/// The points of the network's checklist, each a key from what mends it.
fn checklist(context: &mut Context<'_>) -> Result<(), Stop> {
    let id = context.network_id()?;
    context.network_of(id)?;
    context.register()?;
    let target = Target {
        network: Some(id),
        ..Target::default()
    };
    context.app.view.open(Panel::new(Kind::Checklist, target));
    Ok(())
}

fn selected<'a>(context: &'a Context<'_>) -> Option<Selected<'a>> {
    match &context.app.view.screen {
        Screen::Terms(screen) => screen.selected(context.app),
        _ => None,
    }
}

fn section(context: &Context<'_>) -> Option<Section> {
    match &context.app.view.screen {
        Screen::Terms(screen) => screen.section(&screen.rows(context.app)),
        _ => None,
    }
}

fn instead(words: &[&str], target: Target) -> Stop {
    Stop::Instead(Box::new(Call {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        target,
    }))
}

fn ask(name: &'static str, known: &[(&'static str, &str)]) -> Stop {
    let mut args = Args::default();
    for (name, value) in known {
        args.set(name, (*value).to_owned());
    }
    Stop::Ask(name, args)
}

fn edit_row(context: &mut Context<'_>) -> Result<(), Stop> {
    let target = context.target;
    match selected(context) {
        Some(Selected::Purpose(row)) => {
            let (text, id) = (row.text.clone(), row.id.to_string());
            edit::open(context, "purpose-set", &[("text", text)], vec![id])
        }
        Some(Selected::Field(name)) => Err(instead(&["terms-edit", "--field", name], target)),
        Some(Selected::Criterion(text)) => Err(ask("evaluation-add", &[("criterion", text)])),
        Some(Selected::Secretariat(row)) => {
            let row = row.clone();
            edit_secretariat(context, &row)
        }
        Some(Selected::Group(row)) => {
            let id = row.id.to_string();
            Err(instead(&["group-members", &id], target))
        }
        Some(Selected::Version(row)) => {
            let version = row.version.to_string();
            Err(instead(&["terms-show", &version], target))
        }
        None => add_row(context),
    }
}

fn edit_secretariat(context: &mut Context<'_>, row: &SecretariatTerm) -> Result<(), Stop> {
    let now = [
        (
            "since",
            row.since.as_ref().map_or_else(String::new, When::typed),
        ),
        (
            "until",
            row.until.as_ref().map_or_else(String::new, When::typed),
        ),
    ];
    let fixed = vec![row.organisation.to_string()];
    edit::open(context, "secretariat-set", &now, fixed)
}

fn add_row(context: &mut Context<'_>) -> Result<(), Stop> {
    let target = context.target;
    Err(match section(context) {
        None | Some(Section::Purposes) => ask("purpose-add", &[]),
        Some(Section::Text | Section::Versions) => instead(&["terms-edit"], target),
        Some(Section::Criteria) => match selected(context) {
            Some(Selected::Criterion(text)) => ask("evaluation-add", &[("criterion", text)]),
            _ => instead(&["terms-edit", "--field", "criteria"], target),
        },
        Some(Section::Secretariat) => ask("secretariat-set", &[]),
        Some(Section::Groups) => ask("group-new", &[]),
    })
}

fn remove_row(context: &mut Context<'_>) -> Result<(), Stop> {
    let target = context.target;
    match selected(context) {
        Some(Selected::Purpose(row)) => {
            Err(instead(&["purpose-remove", &row.id.to_string()], target))
        }
        Some(Selected::Secretariat(row)) => {
            let organisation = row.organisation.to_string();
            Err(instead(&["secretariat-remove", &organisation], target))
        }
        Some(Selected::Group(row)) => Err(instead(&["group-remove", &row.id.to_string()], target)),
        _ => Ok(()),
    }
}

fn shift(context: &mut Context<'_>, to: &str) -> Result<(), Stop> {
    match selected(context) {
        Some(Selected::Purpose(row)) => {
            let id = row.id.to_string();
            Err(instead(&["purpose-move", &id, to], context.target))
        }
        _ => Ok(()),
    }
}

/// A version of the terms as a document; the newest when none is named.
fn document(context: &Context<'_>, args: &Args) -> Result<Outline, Stop> {
    let id = context.network_id()?;
    let version = field::given(args, "number", lookup::number)?;
    let source = NetworkSource {
        secretariat: context.secretariat()?,
        register: context.register()?,
        network: context.network_of(id)?,
        id,
        today: context.today(),
    };
    Ok(documents::terms(&source, version))
}

fn show(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let outline = document(context, args)?;
    let network = Some(context.network_id()?);
    paper::show(context, Key::Terms, Paper { outline, network });
    Ok(())
}

fn copy(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let format = args
        .get("format")
        .map_or(Ok(Format::Text), lookup::choice)?;
    let text = super::document::in_words(format, &document(context, args)?)?;
    super::document::put_on_clipboard(context, text);
    Ok(())
}

fn group_of(context: &Context<'_>, args: &Args) -> Result<Group, Stop> {
    let network = context.network_id()?;
    context.register()?;
    let typed = args.get("group").unwrap_or_default();
    Ok(group::group(context.network_of(network)?, typed)?.clone())
}

fn edit_group(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = group_of(context, args)?;
    let now = [
        ("name", row.name.clone()),
        ("kind", row.kind.name().to_owned()),
        ("mandate", row.mandate.clone()),
        ("by", row.adopted_by.clone()),
        ("date", edit::day(row.adopted_on)),
    ];
    let fixed = vec![row.id.to_string()];
    edit::open_at(context, "group-set", &now, fixed, args.get("field"))
}

/// Who sits in a group, and which members have named nobody.
fn members(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id: Id = group_of(context, args)?.id;
    let target = Target {
        network: Some(context.network_id()?),
        ..Target::default()
    };
    context.app.view.open(Panel::new(Kind::Group(id), target));
    Ok(())
}

fn edit_member(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let row = group_of(context, args)?;
    let typed = args.get("who").unwrap_or_default();
    let person = lookup::person(context, typed)?;
    let (network, today) = (context.network_id()?, context.today());
    let seat = context
        .network_of(network)?
        .seats_on(row.id, today)
        .find(|seat| seat.person == person)
        .cloned()
        .ok_or(Key::ErrorInternal)?;
    let organisation = seat.organisation;
    let register = context.register()?;
    let now = [
        (
            "for",
            organisation.map_or_else(String::new, |id| register.organisation_name(id).to_owned()),
        ),
        ("from", edit::day(seat.from)),
        ("until", edit::day(seat.until)),
    ];
    let fixed = vec![row.id.to_string(), person.to_string()];
    edit::open(context, "group-member-set", &now, fixed)
}

/// The form of an activity, wherever it is named.
fn edit_activity(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = context.network_id()?;
    context.network_of(network)?;
    let typed = args.get("activity").unwrap_or_default();
    let plan = context.app.plan_of(network).into_iter();
    let mut rows = plan.filter(|row| row.activity.id.to_string() == typed);
    let row = rows.next().ok_or(Key::ErrorInternal)?;
    year::open_form(context, &row, args.get("field"))
}
