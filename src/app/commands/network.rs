//! Networks: making one, its facts.

use super::register::tell_label;
use super::terms::{first_purposes, set_purposes};
use super::{field, lookup};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::id::Id;
use crate::domain::network::{NetworkHead, NetworkHeadField, Reach};
use crate::domain::query::Reference;
use crate::domain::secretariat::{Language, NetworkRef, NetworkRefField};

/// What a quorum counts.
pub const COUNTED: &[&str] = &["people", "organisations"];

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "network-new",
        scope: Scope::Anywhere,
        args: &[
            Arg::word("label", ArgKind::Text),
            Arg::word("name", ArgKind::Text),
            Arg::option("purpose", ArgKind::Prose),
            Arg::option("language", ArgKind::Choice(Language::NAMES)),
        ],
        run: new,
    },
    Command {
        name: "network-set",
        scope: Scope::Network,
        args: &[
            Arg::maybe("network", ArgKind::Network),
            Arg::option("label", ArgKind::Text),
            Arg::option("name", ArgKind::Text),
            Arg::option("purpose", ArgKind::LongText),
            Arg::option("language", ArgKind::Choice(Language::NAMES)),
            Arg::option("quorum", ArgKind::Number),
            Arg::option("quorum-counts", ArgKind::Choice(COUNTED)),
            Arg::option("votes-by", ArgKind::Choice(COUNTED)),
            Arg::option("casting-vote", ArgKind::Choice(field::YES_NO)),
            Arg::option("chair", ArgKind::Person),
            Arg::option("minute-taker", ArgKind::Person),
            Arg::option("start", ArgKind::Time),
            Arg::option("end", ArgKind::Time),
            Arg::option("comment-days", ArgKind::Number),
            Arg::option("agenda-days", ArgKind::Number),
            Arg::option("portal", ArgKind::Choice(Reach::NAMES)),
        ],
        run: set,
    },
];

fn new(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    context.secretariat()?;
    let id = context.new_id();
    let label = field::needed_label(args, "label")?;
    let head = NetworkHead {
        id,
        name: field::needed(args, "name")?,
        language: field::given(args, "language", lookup::choice)?,
        ..NetworkHead::default()
    };
    context.add_to_secretariat(NetworkRef {
        id,
        label: label.clone(),
        ..NetworkRef::default()
    });
    context.add_to_network(id, head);
    let text = field::text(args, "purpose").unwrap_or_default();
    for purpose in first_purposes(context, &text) {
        context.add_to_network(id, purpose);
    }
    let allotted = context.secretariat()?.label(id).to_owned();
    tell_label(context, &label, Some(allotted));
    context.made(Reference::Network(id));
    Ok(())
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let network = lookup::network_or_target(context, args.get("network"))?;
    let head = context.network_of(network)?.head.clone();
    let mut changes = facts(args, &head)?;
    changes.extend(usual(context, args, &head)?);
    set_label(context, args, network)?;
    if let Some(text) = field::text(args, "purpose") {
        set_purposes(context, network, &text)?;
    }
    context.change_in_network(network, Id::default(), field::real(changes));
    Ok(())
}

fn facts(args: &Args, head: &NetworkHead) -> Result<Vec<NetworkHeadField>, Stop> {
    let mut changes = Vec::new();
    let name = field::filled(args, "name")?;
    changes.extend(name.map(|to| NetworkHeadField::name(head, to)));
    let language = field::clearable(args, "language", lookup::choice)?;
    changes.extend(language.map(|to| NetworkHeadField::language(head, to)));
    let quorum = field::clearable(args, "quorum", lookup::number)?;
    changes.extend(quorum.map(|to| NetworkHeadField::quorum(head, to)));
    let by = field::given(args, "quorum-counts", counted)?;
    changes.extend(by.map(|to| NetworkHeadField::quorum_by_organisation(head, to)));
    let by = field::given(args, "votes-by", counted)?;
    changes.extend(by.map(|to| NetworkHeadField::votes_by_organisation(head, to)));
    let decides = field::given(args, "casting-vote", lookup::yes)?;
    changes.extend(decides.map(|to| NetworkHeadField::casting_vote(head, to)));
    let days = field::clearable(args, "comment-days", lookup::number)?;
    changes.extend(days.map(|to| NetworkHeadField::comment_days(head, to)));
    let days = field::clearable(args, "agenda-days", lookup::number)?;
    changes.extend(days.map(|to| NetworkHeadField::agenda_days(head, to)));
    let reach = field::given(args, "portal", lookup::choice)?;
    changes.extend(reach.map(|to| NetworkHeadField::portal(head, to)));
    Ok(changes)
}

/// Whether organisations are counted instead of people.
pub fn counted(typed: &str) -> Result<bool, Stop> {
    match COUNTED.iter().position(|name| *name == typed.trim()) {
        Some(index) => Ok(index == 1),
        None => Err(Stop::Usage(lookup::no_choice(typed, COUNTED.join(", ")))),
    }
}

/// Who and when a meeting usually has.
fn usual(
    context: &Context<'_>,
    args: &Args,
    head: &NetworkHead,
) -> Result<Vec<NetworkHeadField>, Stop> {
    let mut changes = Vec::new();
    let person = |typed: &str| lookup::person(context, typed);
    let chair = field::clearable(args, "chair", person)?;
    changes.extend(chair.map(|to| NetworkHeadField::chair(head, to)));
    let taker = field::clearable(args, "minute-taker", person)?;
    changes.extend(taker.map(|to| NetworkHeadField::minute_taker(head, to)));
    let time = |typed: &str| lookup::time(context, typed);
    let start = field::clearable(args, "start", time)?;
    let end = field::clearable(args, "end", time)?;
    lookup::in_order(start.unwrap_or(head.start), end.unwrap_or(head.end))?;
    changes.extend(start.map(|to| NetworkHeadField::start(head, to)));
    changes.extend(end.map(|to| NetworkHeadField::end(head, to)));
    Ok(changes)
}

fn set_label(context: &mut Context<'_>, args: &Args, network: Id) -> Result<(), Stop> {
    let rows = &context.secretariat()?.networks;
    let row = rows.get(&network).cloned().unwrap_or_default();
    let taken = |label: &str| rows.values().any(|other| other.label == label);
    if let Some(label) = field::new_label(args, &row.label, taken)? {
        context.set_in_secretariat(network, NetworkRefField::label(&row, label));
    }
    Ok(())
}
