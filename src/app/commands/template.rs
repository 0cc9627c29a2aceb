//! A network's template: what its new meetings begin with.

use super::agenda::{KIND, MINUTES, OUTCOME, PURPOSE, STANDING};
use super::practical::{DAYS, WHO};
use super::{field, lookup, place};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::network::{
    Network, TemplateItem, TemplateItemField, TemplatePractical, TemplatePracticalField,
};
use crate::domain::setup::{TemplateWords, default_template};
use crate::locale::{Key, Locale};

const NETWORK: Arg = Arg::option("network", ArgKind::Network);
const NUMBER: Arg = Arg::word("number", ArgKind::Number);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "template-standard",
        scope: Scope::Network,
        args: &[NETWORK],
        run: standard,
    },
    Command {
        name: "template-item-add",
        scope: Scope::Network,
        args: &[
            Arg::word("title", ArgKind::Text),
            NETWORK,
            KIND,
            MINUTES,
            PURPOSE,
            OUTCOME,
            STANDING,
            Arg::option("after", ArgKind::Number),
        ],
        run: add_item,
    },
    Command {
        name: "template-item-set",
        scope: Scope::Network,
        args: &[
            NUMBER,
            NETWORK,
            Arg::option("title", ArgKind::Text),
            KIND,
            MINUTES,
            PURPOSE,
            OUTCOME,
            STANDING,
        ],
        run: set_item,
    },
    Command {
        name: "template-item-move",
        scope: Scope::Network,
        args: &[NUMBER, Arg::word("position", ArgKind::Text), NETWORK],
        run: move_item,
    },
    Command {
        name: "template-item-remove",
        scope: Scope::Network,
        args: &[NUMBER, NETWORK],
        run: remove_item,
    },
    Command {
        name: "template-practical-add",
        scope: Scope::Network,
        args: &[Arg::word("what", ArgKind::Text), NETWORK, WHO, DAYS],
        run: add_practical,
    },
    Command {
        name: "template-practical-set",
        scope: Scope::Network,
        args: &[
            NUMBER,
            NETWORK,
            Arg::option("what", ArgKind::Text),
            WHO,
            DAYS,
        ],
        run: set_practical,
    },
    Command {
        name: "template-practical-remove",
        scope: Scope::Network,
        args: &[NUMBER, NETWORK],
        run: remove_practical,
    },
];

fn target(context: &Context<'_>, args: &Args) -> Result<Id, Stop> {
    let id = lookup::network_or_target(context, args.get("network"))?;
    context.network_of(id)?;
    Ok(id)
}

/// The usual standing items and practical things, in the network's language.
fn standard(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id = target(context, args)?;
    let network = context.network_of(id)?;
    if network.template().next().is_some() {
        return Err(Key::ErrorTemplateExists.into());
    }
    let language = network.language(context.secretariat()?);
    let locale = Locale::new(language);
    let text = |key| locale.text(key).into_owned();
    let words = TemplateWords {
        welcome: text(Key::TemplateWelcome),
        approve_agenda: text(Key::TemplateApproveAgenda),
        approve_minutes: text(Key::TemplateApproveMinutes),
        follow_up: text(Key::TemplateFollowUp),
        any_other_business: text(Key::TemplateAnyOtherBusiness),
        next_meeting: text(Key::TemplateNextMeeting),
        practicals: vec![
            (text(Key::TemplateRoom), -30),
            (text(Key::TemplateCatering), -7),
            (text(Key::TemplateLink), -7),
            (text(Key::TemplateProjector), -1),
        ],
    };
    let ops = default_template(id, &words, &mut || context.new_id());
    context.emit_all(ops);
    Ok(())
}

fn rows(network: &Network) -> place::Rows {
    let items = network.template();
    items.map(|row| (row.id, row.pos.clone())).collect()
}

fn add_item(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = target(context, args)?;
    let id = context.new_id();
    let text = |name: &str| field::text(args, name).unwrap_or_default();
    let item = TemplateItem {
        id,
        pos: place::after(&rows(context.network_of(network)?), args.get("after"), id)?,
        title: field::needed(args, "title")?,
        kind: field::given(args, "kind", lookup::choice)?.unwrap_or_default(),
        standing: field::given(args, "standing", lookup::choice)?.unwrap_or_default(),
        purpose: text("purpose"),
        outcome: text("outcome"),
        minutes: field::given(args, "minutes", lookup::number)?,
        ..TemplateItem::default()
    };
    context.add_to_network(network, item);
    context.select_made(id);
    Ok(())
}

fn item_of(context: &Context<'_>, args: &Args) -> Result<(Id, TemplateItem), Stop> {
    let network = target(context, args)?;
    let doc = context.network_of(network)?;
    let typed = args.get("number").unwrap_or_default();
    let id = place::numbered(&rows(doc), typed)?;
    let item = doc.template_items.get(&id).cloned();
    Ok((network, item.unwrap_or_default()))
}

fn set_item(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, item) = item_of(context, args)?;
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| TemplateItemField::title(&item, to)));
    let kind = field::given(args, "kind", lookup::choice)?;
    changes.extend(kind.map(|to| TemplateItemField::kind(&item, to)));
    let standing = field::given(args, "standing", lookup::choice)?;
    changes.extend(standing.map(|to| TemplateItemField::standing(&item, to)));
    let minutes = field::clearable(args, "minutes", lookup::number)?;
    changes.extend(minutes.map(|to| TemplateItemField::minutes(&item, to)));
    changes.extend(field::text(args, "purpose").map(|to| TemplateItemField::purpose(&item, to)));
    changes.extend(field::text(args, "outcome").map(|to| TemplateItemField::outcome(&item, to)));
    context.change_in_network(network, item.id, field::real(changes));
    Ok(())
}

fn move_item(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, item) = item_of(context, args)?;
    let rows = rows(context.network_of(network)?);
    let to = args.get("position").unwrap_or_default();
    if let Some(pos) = place::moved(context, rows, item.id, to)? {
        context.set_in_network(network, item.id, TemplateItemField::pos(&item, pos));
    }
    Ok(())
}

fn remove_item(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, item) = item_of(context, args)?;
    context.set_in_network(network, item.id, TemplateItemField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

fn practical_rows(network: &Network) -> place::Rows {
    let rows = network.template_practical_list();
    rows.map(|row| (row.id, row.pos.clone())).collect()
}

fn add_practical(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = target(context, args)?;
    let id = context.new_id();
    let rows = practical_rows(context.network_of(network)?);
    let practical = TemplatePractical {
        id,
        pos: place::after(&rows, None, id)?,
        what: field::needed(args, "what")?,
        who: field::line(args, "who").unwrap_or_default(),
        days: field::given(args, "days", lookup::number)?.unwrap_or_default(),
        ..TemplatePractical::default()
    };
    context.add_to_network(network, practical);
    context.select_made(id);
    Ok(())
}

fn practical_of(context: &Context<'_>, args: &Args) -> Result<(Id, TemplatePractical), Stop> {
    let network = target(context, args)?;
    let doc = context.network_of(network)?;
    let typed = args.get("number").unwrap_or_default();
    let id = place::numbered(&practical_rows(doc), typed)?;
    let row = doc.template_practicals.get(&id).cloned();
    Ok((network, row.unwrap_or_default()))
}

fn set_practical(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = practical_of(context, args)?;
    let mut changes = Vec::new();
    let what = field::filled(args, "what")?;
    changes.extend(what.map(|to| TemplatePracticalField::what(&row, to)));
    changes.extend(field::line(args, "who").map(|to| TemplatePracticalField::who(&row, to)));
    let days = field::given(args, "days", lookup::number)?;
    changes.extend(days.map(|to| TemplatePracticalField::days(&row, to)));
    context.change_in_network(network, row.id, field::real(changes));
    Ok(())
}

fn remove_practical(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, row) = practical_of(context, args)?;
    context.set_in_network(network, row.id, TemplatePracticalField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
