//! Dissents (mindretalsudtalelse, særstandpunkt): what somebody has added to a decision, with their
//! name, once the decision stands.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::domain::id::Id;
use crate::domain::line::names;
use crate::domain::minutes::{Entry, EntryKind};
use crate::domain::network::Owner;
use crate::locale::Key;

use super::{field, location, lookup, minutes, participants};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[Command {
    name: "dissent-add",
    scope: Scope::Item,
    args: &[
        Arg::word("text", ArgKind::LongText),
        Arg::option("who", ArgKind::Person),
        Arg::option("decision", ArgKind::Text),
    ],
    run: |context, args| {
        let text = field::needed_text(args, "text")?.replace('\n', " ");
        add(context, args, &text)
    },
}];

/// The decision or vote named, else the one at hand, else the item's last decision, else its vote.
fn decision(context: &Context<'_>, args: &Args, item: Id) -> Result<Id, Stop> {
    let meeting = context.meeting()?;
    let is = |id: &Id| {
        let entry = meeting.entries.get(id);
        let settles = |kind| matches!(kind, EntryKind::Decision | EntryKind::Vote);
        entry.is_some_and(|entry| settles(entry.kind) && entry.item == item)
    };
    if let Some(typed) = args
        .get("decision")
        .filter(|typed| !typed.trim().is_empty())
    {
        let id = Some(location::entry(meeting, typed)?).filter(is);
        return id.ok_or_else(|| Key::ErrorDissentNoDecision.into());
    }
    let here = context.target.entry.filter(is);
    let decision = here.or_else(|| meeting.last_settled(item));
    decision.ok_or_else(|| Key::ErrorDissentNoDecision.into())
}

/// Writes a dissent; "Bo: ..." says whose it is where nobody is named.
///
/// # Errors
/// When there is no decision yet, or nobody is named.
pub fn add(context: &mut Context<'_>, args: &Args, text: &str) -> Result<(), Stop> {
    let item = location::item(context, None)?;
    let decision = decision(context, args, item)?;
    context.register()?;
    let (who, text) = match args.get("who").filter(|typed| !typed.trim().is_empty()) {
        Some(typed) => (typed, text),
        None => text.split_once(':').ok_or_else(no_name)?,
    };
    let people: Vec<Id> = names(who)
        .map(|name| person(context, name))
        .collect::<Result<_, _>>()?;
    let (first, others) = people.split_first().ok_or_else(no_name)?;
    let entry = Entry {
        kind: EntryKind::Dissent,
        text: text.trim().to_owned(),
        owner: Owner::Person(*first),
        also: others.to_vec(),
        decision: Some(decision),
        ..minutes::fresh(context, args)?
    };
    minutes::append(context, entry)?;
    context.say(Key::DissentAdded);
    Ok(())
}

fn no_name() -> Stop {
    crate::app::message::Message::new(Key::ErrorDissentNobody)
        .about("who")
        .into()
}

/// A participant, else anybody in the register.
fn person(context: &Context<'_>, typed: &str) -> Result<Id, Stop> {
    let found = participants::find(context, typed, |_, _| false);
    found.or_else(|_| lookup::person(context, typed))
}
