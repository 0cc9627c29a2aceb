//! The knowledge overview: new law and knowledge, and how far each member is with it.

use super::{edit, field, lookup, panels, paper, place};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::overlays::panel::Kind;
use crate::app::overlays::reader::Paper;
use crate::documents::{self, NetworkSource, Outline};
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::need::{
    Knowledge, KnowledgeField, KnowledgeStanding, KnowledgeStandingField, KnowledgeStatus,
};
use crate::domain::when::When;
use crate::locale::Key;

const KNOWLEDGE: Arg = Arg::word("knowledge", ArgKind::Text);
const NETWORK: Arg = Arg::option("network", ArgKind::Network);
const SOURCE: Arg = Arg::option("source", ArgKind::Text);
const IN_FORCE: Arg = Arg::option("in-force", ArgKind::Due);
const PROPOSAL: Arg = Arg::option("proposal", ArgKind::Prose);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "knowledge-add",
        scope: Scope::Network,
        args: &[
            Arg::word("title", ArgKind::Text),
            NETWORK,
            SOURCE,
            IN_FORCE,
            PROPOSAL,
        ],
        run: add,
    },
    Command {
        name: "knowledge-set",
        scope: Scope::Network,
        args: &[
            KNOWLEDGE,
            NETWORK,
            Arg::option("title", ArgKind::Text),
            SOURCE,
            IN_FORCE,
            PROPOSAL,
        ],
        run: set,
    },
    Command {
        name: "knowledge-remove",
        scope: Scope::Network,
        args: &[KNOWLEDGE, NETWORK],
        run: remove,
    },
    Command {
        name: "knowledge-status",
        scope: Scope::Network,
        args: &[
            KNOWLEDGE,
            Arg::word("organisation", ArgKind::Organisation),
            NETWORK,
            Arg::option("status", ArgKind::Choice(KnowledgeStatus::NAMES)),
            Arg::option("note", ArgKind::Prose),
        ],
        run: stand,
    },
    Command::screen("knowledge", &[], |context, _| {
        panels::of_network(context, Kind::Knowledge)
    }),
    Command::screen("knowledge-edit", &[KNOWLEDGE], edit_row),
    Command::screen("knowledge-members", &[KNOWLEDGE], |context, args| {
        let (_, row) = named(context, args)?;
        panels::of_network(context, Kind::KnowledgeOf(row.id))
    }),
    Command::screen(
        "knowledge-member-edit",
        &[KNOWLEDGE, Arg::word("organisation", ArgKind::Organisation)],
        edit_standing,
    ),
    Command::screen("knowledge-show", &[], |context, _| {
        let outline = document(context)?;
        let network = Some(context.network_id()?);
        paper::show(context, Key::Knowledge, Paper { outline, network });
        Ok(())
    }),
];

fn document(context: &Context<'_>) -> Result<Outline, Stop> {
    let id = context.network_id()?;
    let source = NetworkSource {
        secretariat: context.secretariat()?,
        register: context.register()?,
        network: context.network_of(id)?,
        id,
        today: context.today(),
    };
    Ok(documents::knowledge(&source))
}

fn changes(
    context: &Context<'_>,
    args: &Args,
    row: &Knowledge,
) -> Result<Vec<KnowledgeField>, Stop> {
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| KnowledgeField::title(row, to)));
    changes.extend(field::line(args, "source").map(|to| KnowledgeField::source(row, to)));
    let in_force = field::clearable(args, "in-force", |typed| lookup::when(context, typed))?;
    changes.extend(in_force.map(|to| KnowledgeField::in_force(row, to)));
    changes.extend(field::text(args, "proposal").map(|to| KnowledgeField::proposal(row, to)));
    Ok(field::real(changes).collect())
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    context.network_of(network)?;
    field::needed(args, "title")?;
    let row = Knowledge::default();
    let row = Knowledge {
        id: context.new_id(),
        ..field::filled_in(row.clone(), &changes(context, args, &row)?)
    };
    context.add_to_network(network, row);
    Ok(())
}

/// Law or knowledge by its number, its id or how it begins.
fn named(context: &Context<'_>, args: &Args) -> Result<(Id, Knowledge), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let doc = context.network_of(network)?;
    let rows = doc.knowledge_list();
    let rows = rows.iter().map(|row| (row.id, row.title.as_str()));
    let typed = args.get("knowledge").unwrap_or_default();
    let id = place::titled(&rows.collect::<Vec<_>>(), typed, Key::ErrorNoKnowledge)?;
    Ok((network, doc.knowledge.get(&id).cloned().unwrap_or_default()))
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    let changes = changes(context, args, &row)?;
    context.change_in_network(network, row.id, changes);
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = named(context, args)?;
    context.set_in_network(network, row.id, KnowledgeField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn edit_row(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (_, row) = named(context, args)?;
    let in_force = row.in_force.as_ref().map(When::typed);
    let now = [
        ("title", row.title.clone()),
        ("source", row.source.clone()),
        ("in-force", in_force.unwrap_or_default()),
        ("proposal", row.proposal.clone()),
    ];
    edit::open(context, "knowledge-set", &now, vec![row.id.to_string()])
}

/// How far a member is; nobody has said anything where it has no id.
fn standing(context: &Context<'_>, args: &Args) -> Result<(Id, KnowledgeStanding), Stop> {
    let (network, row) = named(context, args)?;
    let typed = args.get("organisation").unwrap_or_default();
    let organisation = lookup::organisation(context, typed)?;
    let known = context.network_of(network)?.standing(row.id, organisation);
    let row = known.cloned().unwrap_or(KnowledgeStanding {
        knowledge: row.id,
        organisation,
        ..KnowledgeStanding::default()
    });
    Ok((network, row))
}

fn stand(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = standing(context, args)?;
    let mut changes = Vec::new();
    let status = field::given(args, "status", lookup::choice)?;
    changes.extend(status.map(|to| KnowledgeStandingField::status(&row, to)));
    changes.extend(field::text(args, "note").map(|to| KnowledgeStandingField::note(&row, to)));
    let changes: Vec<KnowledgeStandingField> = field::real(changes).collect();
    if row.id != Id::default() {
        context.change_in_network(network, row.id, changes);
    } else if !changes.is_empty() {
        let row = KnowledgeStanding {
            id: context.new_id(),
            ..field::filled_in(row, &changes)
        };
        context.add_to_network(network, row);
    }
    Ok(())
}

fn edit_standing(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (_, row) = standing(context, args)?;
    let now = [
        ("status", row.status.name().to_owned()),
        ("note", row.note.clone()),
    ];
    let fixed = vec![row.knowledge.to_string(), row.organisation.to_string()];
    edit::open(context, "knowledge-status", &now, fixed)
}
