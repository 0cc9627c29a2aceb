//! Materials of a network, a meeting, an item or a project; projects; and everything of a theme.

use super::annex::{kept, link};
use super::{edit, field, lookup, place};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::{Context, Target};
use crate::app::message::Message;
use crate::app::overlays::panel::{Kind, Panel};
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::network::Network;
use crate::domain::publishing::{Material, MaterialField, Project, ProjectField, read_themes};
use crate::domain::when::When;
use crate::locale::Key;

const NETWORK: Arg = Arg::option("network", ArgKind::Network);
const TITLE: Arg = Arg::option("title", ArgKind::Text);
const LINK: Arg = Arg::option("link", ArgKind::Text);
const PROJECT: Arg = Arg::option("project", ArgKind::Text);
const THEME: Arg = Arg::option("theme", ArgKind::Text);
const MATERIAL: Arg = Arg::word("material", ArgKind::Text);
const FACTS: [Arg; 6] = [
    Arg::option("partners", ArgKind::Text),
    Arg::option("programme", ArgKind::Text),
    Arg::option("period", ArgKind::Text),
    Arg::option("results", ArgKind::LongText),
    LINK,
    THEME,
];

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "attach",
        scope: Scope::Network,
        args: &[
            Arg::maybe("file", ArgKind::Text),
            TITLE,
            LINK,
            Arg::option("item", ArgKind::Item),
            PROJECT,
            THEME,
            NETWORK,
        ],
        run: attach,
    },
    Command {
        name: "material-set",
        scope: Scope::Network,
        args: &[MATERIAL, TITLE, LINK, PROJECT, THEME, NETWORK],
        run: set,
    },
    Command {
        name: "material-remove",
        scope: Scope::Network,
        args: &[MATERIAL, NETWORK],
        run: remove,
    },
    Command {
        name: "project-add",
        scope: Scope::Network,
        args: &[
            Arg::word("title", ArgKind::Text),
            FACTS[0],
            FACTS[1],
            FACTS[2],
            FACTS[3],
            FACTS[4],
            FACTS[5],
            NETWORK,
        ],
        run: add_project,
    },
    Command {
        name: "project-set",
        scope: Scope::Network,
        args: &[
            Arg::word("project", ArgKind::Text),
            TITLE,
            FACTS[0],
            FACTS[1],
            FACTS[2],
            FACTS[3],
            FACTS[4],
            FACTS[5],
            NETWORK,
        ],
        run: set_project,
    },
    Command {
        name: "project-remove",
        scope: Scope::Network,
        args: &[Arg::word("project", ArgKind::Text), NETWORK],
        run: remove_project,
    },
    Command {
        name: "material-edit",
        scope: Scope::Screen,
        args: &[MATERIAL],
        run: edit_material,
    },
    Command {
        name: "project-edit",
        scope: Scope::Screen,
        args: &[Arg::word("project", ArgKind::Text)],
        run: edit_project,
    },
    Command::screen("materials", &[], |context, _| open(context)),
];

fn fields(context: &Context<'_>, args: &Args, row: &Material) -> Result<Vec<MaterialField>, Stop> {
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| MaterialField::title(row, to)));
    changes.extend(link(args)?.map(|to| MaterialField::link(row, to)));
    let network = lookup::network_or_target(context, args.get("network"))?;
    let doc = context.network_of(network)?;
    let project = field::clearable(args, "project", |typed| {
        project(doc, typed).map(|row| row.id)
    })?;
    changes.extend(project.map(|to| MaterialField::project(row, to)));
    let themes = field::line(args, "theme").map(|typed| read_themes(&typed));
    changes.extend(themes.map(|to| MaterialField::themes(row, to)));
    Ok(changes)
}

fn attach(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let named = |name: &str| field::line(args, name).filter(|text| !text.is_empty());
    if context.app.interactive && named("file").is_none() && named("link").is_none() {
        return Err(Stop::Ask("attach", args.clone()));
    }
    let network = lookup::network_or_target(context, args.get("network"))?;
    let item = match (args.get("item"), context.target.item) {
        (None, None) => None,
        (typed, _) => Some(lookup::item_or_target(context, typed)?),
    };
    let blank = Material::default();
    let fields = fields(context, args, &blank)?;
    let (file, file_name) = match named("file") {
        Some(path) => kept(context, path)?,
        None => Default::default(),
    };
    let material = Material {
        id: context.new_id(),
        title: file_name.clone(),
        file,
        file_name,
        meeting: context.target.meeting,
        item,
        on: Some(context.today()),
        ..Material::default()
    };
    let material = field::filled_in(material, &fields);
    if material.title.is_empty() || (material.file.is_empty() && material.link.is_empty()) {
        return Err(Stop::Usage(
            Message::new(Key::ErrorEmpty).with("name", "file"),
        ));
    }
    context.say(Message::new(Key::MaterialAttached).with("title", material.title.clone()));
    context.add_to_network(network, material);
    Ok(())
}

/// The id of the one of these rows that has this id or title, or whose title begins so.
fn titled(rows: &[(Id, &str)], typed: &str) -> Result<Id, Stop> {
    place::named(rows, typed, None).ok_or_else(|| {
        let known: Vec<&str> = rows.iter().take(6).map(|row| row.1).collect();
        let message = Message::new(Key::ErrorNoTitle).with("typed", typed.to_owned());
        message.with("known", known.join("; ")).into()
    })
}

fn material(network: &Network, typed: &str) -> Result<Material, Stop> {
    let rows = network.material_list().into_iter();
    let rows: Vec<_> = rows.map(|row| (row.id, row.title.as_str())).collect();
    let row = network.materials.get(&titled(&rows, typed)?);
    row.cloned().ok_or_else(|| Key::ErrorInternal.into())
}

fn project(network: &Network, typed: &str) -> Result<Project, Stop> {
    let rows = network.project_list().into_iter();
    let rows: Vec<_> = rows.map(|row| (row.id, row.title.as_str())).collect();
    let row = network.projects.get(&titled(&rows, typed)?);
    row.cloned().ok_or_else(|| Key::ErrorInternal.into())
}

fn named(context: &Context<'_>, args: &Args) -> Result<(Id, Material), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("material").unwrap_or_default();
    let row = material(context.network_of(network)?, typed)?;
    Ok((network, row))
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    context.change_in_network(network, row.id, field::real(fields(context, args, &row)?));
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    context.set_in_network(network, row.id, MaterialField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn project_fields(
    context: &Context<'_>,
    args: &Args,
    row: &Project,
) -> Result<Vec<ProjectField>, Stop> {
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| ProjectField::title(row, to)));
    changes.extend(field::line(args, "partners").map(|to| ProjectField::partners(row, to)));
    changes.extend(field::line(args, "programme").map(|to| ProjectField::programme(row, to)));
    let period = field::clearable(args, "period", |typed| lookup::when(context, typed))?;
    changes.extend(period.map(|to| ProjectField::period(row, to)));
    changes.extend(field::text(args, "results").map(|to| ProjectField::results(row, to)));
    changes.extend(link(args)?.map(|to| ProjectField::link(row, to)));
    let themes = field::line(args, "theme").map(|typed| read_themes(&typed));
    changes.extend(themes.map(|to| ProjectField::themes(row, to)));
    Ok(changes)
}

fn add_project(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    context.network_of(network)?;
    field::needed(args, "title")?;
    let project = Project {
        id: context.new_id(),
        meeting: context.target.meeting,
        ..Project::default()
    };
    let fields = project_fields(context, args, &project)?;
    context.add_to_network(network, field::filled_in(project, &fields));
    Ok(())
}

fn named_project(context: &Context<'_>, args: &Args) -> Result<(Id, Project), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let typed = args.get("project").unwrap_or_default();
    let row = project(context.network_of(network)?, typed)?;
    Ok((network, row))
}

fn set_project(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named_project(context, args)?;
    let changes = field::real(project_fields(context, args, &row)?);
    context.change_in_network(network, row.id, changes);
    Ok(())
}

fn remove_project(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named_project(context, args)?;
    context.set_in_network(network, row.id, ProjectField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn edit_material(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    let projects = &context.network_of(network)?.projects;
    let project = row.project.and_then(|id| projects.get(&id));
    let now = [
        ("title", row.title.clone()),
        ("link", row.link.clone()),
        (
            "project",
            project.map_or_else(String::new, |row| row.title.clone()),
        ),
        ("theme", row.themes.join(", ")),
    ];
    edit::open(context, "material-set", &now, vec![row.id.to_string()])
}

fn edit_project(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (_, row) = named_project(context, args)?;
    let now = [
        ("title", row.title.clone()),
        ("partners", row.partners.clone()),
        ("programme", row.programme.clone()),
        (
            "period",
            row.period.as_ref().map_or_else(String::new, When::typed),
        ),
        ("results", row.results.clone()),
        ("link", row.link.clone()),
        ("theme", row.themes.join(", ")),
    ];
    edit::open(context, "project-set", &now, vec![row.id.to_string()])
}

/// Articles, materials and projects of the network at hand, or of all; letters narrow them to a
/// theme.
fn open(context: &mut Context<'_>) -> Result<(), Stop> {
    let network = context.network_id().ok();
    let all: Vec<Id> = match network {
        Some(id) => vec![id],
        None => {
            let rows = context.secretariat()?.networks.values();
            rows.filter(|row| !row.removed).map(|row| row.id).collect()
        }
    };
    context.secretariat()?;
    context.desk()?;
    for id in &all {
        context.network_of(*id)?;
    }
    let target = Target {
        network,
        ..Target::default()
    };
    context
        .app
        .view
        .open(Panel::new(Kind::Materials(all), target));
    Ok(())
}
