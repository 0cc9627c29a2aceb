//! Offers, methods and templates: what they are, who keeps them right, and when they were last gone through.

use super::annex::link;
use super::{edit, field, lookup, panels, place};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::overlays::panel::Kind;
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::publishing::read_themes;
use crate::domain::resource::{Resource, ResourceField, ResourceKind};
use crate::locale::Key;

const RESOURCE: Arg = Arg::word("resource", ArgKind::Text);
const TITLE: Arg = Arg::word("title", ArgKind::Text);
const NETWORK: Arg = Arg::option("network", ArgKind::Network);
const KIND: Arg = Arg::option("kind", ArgKind::Choice(ResourceKind::NAMES));
const TEXT: Arg = Arg::option("text", ArgKind::LongText);
const AUDIENCE: Arg = Arg::option("audience", ArgKind::Text);
const PLACE: Arg = Arg::option("place", ArgKind::Text);
const CONTACT: Arg = Arg::option("contact", ArgKind::Text);
const LINK: Arg = Arg::option("link", ArgKind::Text);
const THEME: Arg = Arg::option("theme", ArgKind::Text);
const OWNER: Arg = Arg::option("owner", ArgKind::Party);
const REVIEWED: Arg = Arg::option("reviewed", ArgKind::Date);
const MONTHS: Arg = Arg::option("review-months", ArgKind::Number);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "resource-add",
        scope: Scope::Network,
        args: &[
            TITLE, NETWORK, KIND, TEXT, AUDIENCE, PLACE, CONTACT, LINK, THEME, OWNER, REVIEWED,
            MONTHS,
        ],
        run: add,
    },
    Command {
        name: "resource-set",
        scope: Scope::Network,
        args: &[
            RESOURCE,
            NETWORK,
            Arg::option("title", ArgKind::Text),
            KIND,
            TEXT,
            AUDIENCE,
            PLACE,
            CONTACT,
            LINK,
            THEME,
            OWNER,
            REVIEWED,
            MONTHS,
        ],
        run: set,
    },
    Command {
        name: "resource-review",
        scope: Scope::Network,
        args: &[RESOURCE, NETWORK],
        run: review,
    },
    Command {
        name: "resource-remove",
        scope: Scope::Network,
        args: &[RESOURCE, NETWORK],
        run: remove,
    },
    Command::screen("resources", &[Arg::maybe("resource", ArgKind::Text)], list),
    Command::screen("resource-edit", &[RESOURCE], edit_row),
];

/// The list, at one of its rows where that is said.
fn list(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    match args.get("resource") {
        Some(record) => panels::of_network_at(context, Kind::Resources, record),
        None => panels::of_network(context, Kind::Resources),
    }
}

fn changes(context: &Context<'_>, args: &Args, row: &Resource) -> Result<Vec<ResourceField>, Stop> {
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| ResourceField::title(row, to)));
    let kind = field::given(args, "kind", lookup::choice)?;
    changes.extend(kind.map(|to| ResourceField::kind(row, to)));
    changes.extend(field::text(args, "text").map(|to| ResourceField::text(row, to)));
    changes.extend(field::line(args, "audience").map(|to| ResourceField::audience(row, to)));
    changes.extend(field::line(args, "place").map(|to| ResourceField::place(row, to)));
    changes.extend(field::line(args, "contact").map(|to| ResourceField::contact(row, to)));
    changes.extend(link(args)?.map(|to| ResourceField::link(row, to)));
    let themes = field::line(args, "theme").map(|typed| read_themes(&typed));
    changes.extend(themes.map(|to| ResourceField::themes(row, to)));
    let owner = args.get("owner").map(|typed| lookup::owner(context, typed));
    changes.extend(owner.transpose()?.map(|to| ResourceField::owner(row, to)));
    let reviewed = field::clearable(args, "reviewed", |typed| lookup::day(context, typed))?;
    changes.extend(reviewed.map(|to| ResourceField::reviewed_on(row, to)));
    let months = field::clearable(args, "review-months", lookup::number)?;
    changes.extend(months.map(|to| ResourceField::review_months(row, to)));
    Ok(field::real(changes).collect())
}

/// What is new was gone through today, unless another day is said.
fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    context.network_of(network)?;
    field::needed(args, "title")?;
    let row = Resource {
        reviewed_on: Some(context.today()),
        ..Resource::default()
    };
    let row = Resource {
        id: context.new_id(),
        ..field::filled_in(row.clone(), &changes(context, args, &row)?)
    };
    context.add_to_network(network, row);
    Ok(())
}

/// One by its number, its id or how it begins.
fn named(context: &Context<'_>, args: &Args) -> Result<(Id, Resource), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let doc = context.network_of(network)?;
    let rows = doc.resource_list();
    let rows = rows.iter().map(|row| (row.id, row.title.as_str()));
    let typed = args.get("resource").unwrap_or_default();
    let id = place::titled(&rows.collect::<Vec<_>>(), typed, Key::ErrorNoResource)?;
    Ok((network, doc.resources.get(&id).cloned().unwrap_or_default()))
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    let changes = changes(context, args, &row)?;
    context.change_in_network(network, row.id, changes);
    Ok(())
}

fn review(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    let today = ResourceField::reviewed_on(&row, Some(context.today()));
    context.change_in_network(network, row.id, field::real(vec![today]));
    context.say(Key::ResourceReviewed);
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    context.set_in_network(network, row.id, ResourceField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn edit_row(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (_, row) = named(context, args)?;
    let register = context.register()?;
    let day = row.reviewed_on.map(|day| day.to_string());
    let months = row.review_months.map(|months| months.to_string());
    let now = [
        ("title", row.title.clone()),
        ("kind", row.kind.name().to_owned()),
        ("text", row.text.clone()),
        ("audience", row.audience.clone()),
        ("place", row.place.clone()),
        ("contact", row.contact.clone()),
        ("link", row.link.clone()),
        ("theme", row.themes.join(", ")),
        ("owner", row.owner.name(register).to_owned()),
        ("reviewed", day.unwrap_or_default()),
        ("review-months", months.unwrap_or_default()),
    ];
    edit::open(context, "resource-set", &now, vec![row.id.to_string()])
}
