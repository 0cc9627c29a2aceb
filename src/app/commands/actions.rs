//! Action items across meetings: their owner, deadline and text, done, dropped, taken up again.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::clean::clean_line;
use crate::domain::due::Due;
use crate::domain::folding::fold;
use crate::domain::id::Id;
use crate::domain::minutes::EntryField;
use crate::domain::network::{ActionItem, ActionItemField, ActionStatus, Owner};
use crate::domain::query::{Answer, Query, Reference};
use crate::domain::text::{TextField, TextOp, difference};
use crate::locale::Key;

use super::{field, lookup, minutes};

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "action-add",
        scope: Scope::Network,
        args: &[
            Arg::word("text", ArgKind::Text),
            Arg::option("owner", ArgKind::Party),
            Arg::option("due", ArgKind::Due),
            Arg::flag("prepared"),
        ],
        run: add,
    },
    Command {
        name: "action-set",
        scope: Scope::Network,
        args: &[
            Arg::maybe("action", ArgKind::Text),
            Arg::option("text", ArgKind::Text),
            Arg::option("owner", ArgKind::Party),
            Arg::option("due", ArgKind::Due),
        ],
        run: set,
    },
    Command {
        name: "action-done",
        scope: Scope::Network,
        args: &[
            Arg::maybe("action", ArgKind::Text),
            Arg::option("date", ArgKind::Date),
        ],
        run: |context, args| stand(context, args, ActionStatus::Done),
    },
    Command {
        name: "action-drop",
        scope: Scope::Network,
        args: &[
            Arg::maybe("action", ArgKind::Text),
            Arg::option("date", ArgKind::Date),
        ],
        run: |context, args| stand(context, args, ActionStatus::Dropped),
    },
    Command {
        name: "action-reopen",
        scope: Scope::Network,
        args: &[Arg::maybe("action", ArgKind::Text)],
        run: |context, args| stand(context, args, ActionStatus::Open),
    },
];

/// What an action may be given: each `None` when it was not said.
struct Facts {
    text: Option<String>,
    owner: Option<Owner>,
    due: Option<Option<Due>>,
}

fn facts(context: &Context<'_>, args: &Args) -> Result<Facts, Stop> {
    let owner = args.get("owner");
    let due = args.get("due");
    Ok(Facts {
        text: field::filled(args, "text")?,
        owner: owner
            .map(|typed| lookup::owner(context, typed))
            .transpose()?,
        due: due.map(|typed| lookup::due(context, typed)).transpose()?,
    })
}

/// Under an item of a meeting where there is one; else an action of the network's own.
fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let Facts { text, owner, due } = facts(context, args)?;
    let text = text.unwrap_or_default();
    let (owner, due) = (owner.unwrap_or_default(), due.flatten());
    if context.target.meeting.is_some() {
        return minutes::add_action(context, args, text, owner, due);
    }
    let network = context.network_id()?;
    context.network_of(network)?;
    let action = ActionItem {
        id: context.new_id(),
        text,
        owner,
        due,
        frozen: true,
        ..ActionItem::default()
    };
    let id = action.id;
    context.add_to_network(network, action);
    context.made(Reference::Action {
        network,
        action: id,
    });
    context.say(Key::ActionAdded);
    Ok(())
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (network, action) = find(context, args.get("action"))?;
    let facts = facts(context, args)?;
    if facts.text.is_none() && facts.owner.is_none() && facts.due.is_none() {
        return Err(Stop::Usage(Key::ErrorNothingToSet.into()));
    }
    let row = row_of(context, network, action)?;
    match (row.frozen, row.meeting, row.entry) {
        (false, Some(meeting), Some(entry)) => {
            context.meeting_of(meeting)?;
            set_entry(context, meeting, entry, facts)?;
        }
        _ => set_record(context, network, action, facts)?,
    }
    context.say(Key::ActionChanged);
    Ok(())
}

/// Until approval the minutes' entry says who, what and by when.
fn set_entry(context: &mut Context<'_>, meeting: Id, entry: Id, facts: Facts) -> Result<(), Stop> {
    let doc = context.meeting_of(meeting)?;
    let row = doc.entries.get(&entry).ok_or(Key::ErrorEntryGone)?;
    let splice = facts
        .text
        .and_then(|text| difference(TextField::Entry(entry), &row.text, &text));
    let owner = facts.owner.map(|owner| EntryField::owner(row, owner));
    let due = facts.due.map(|due| EntryField::due(row, due));
    if let Some(splice) = splice {
        context.edit_text(meeting, TextOp::TextSpliced(splice));
    }
    for field in owner.into_iter().chain(due) {
        context.set_in_meeting(meeting, entry, field);
    }
    Ok(())
}

fn set_record(
    context: &mut Context<'_>,
    network: Id,
    action: Id,
    facts: Facts,
) -> Result<(), Stop> {
    let row = row_of(context, network, action)?;
    let text = facts.text.map(|text| ActionItemField::text(row, text));
    let owner = facts.owner.map(|owner| ActionItemField::owner(row, owner));
    let due = facts.due.map(|due| ActionItemField::due(row, due));
    for field in text.into_iter().chain(owner).chain(due) {
        context.set_in_network(network, action, field);
    }
    Ok(())
}

fn stand(context: &mut Context<'_>, args: &Args, status: ActionStatus) -> Result<(), Stop> {
    let (network, action) = find(context, args.get("action"))?;
    let day = field::given(args, "date", |typed| lookup::day(context, typed))?;
    let closed = (status != ActionStatus::Open).then(|| day.unwrap_or(context.today()));
    let text = text_of(context, network, action)?;
    let row = row_of(context, network, action)?;
    let denied = status == ActionStatus::Open && row.reported.is_some();
    if row.status == status && !denied {
        let already = match status {
            ActionStatus::Open => Key::ErrorActionOpen,
            ActionStatus::Done => Key::ErrorActionDone,
            ActionStatus::Dropped => Key::ErrorActionDropped,
        };
        return Err(Message::new(already).with("text", text).into());
    }
    let mut fields = vec![
        ActionItemField::status(row, status),
        ActionItemField::closed_on(row, closed),
    ];
    if denied {
        fields.push(ActionItemField::reported(row, None));
        fields.push(ActionItemField::reported_by(row, None));
    }
    for field in field::real(fields) {
        context.set_in_network(network, action, field);
    }
    let said = match status {
        ActionStatus::Open => Key::ActionReopened,
        ActionStatus::Done => Key::ActionDone,
        ActionStatus::Dropped => Key::ActionDropped,
    };
    context.say(Message::new(said).with("text", text));
    Ok(())
}

fn row_of<'a>(context: &'a Context<'_>, network: Id, action: Id) -> Result<&'a ActionItem, Stop> {
    let row = context.network_of(network)?.actions.get(&action);
    row.filter(|row| !row.removed)
        .ok_or_else(|| Key::ErrorActionGone.into())
}

/// The action's text: the entry's until approval.
fn text_of(context: &Context<'_>, network: Id, action: Id) -> Result<String, Stop> {
    let row = row_of(context, network, action)?;
    if let (false, Some(meeting), Some(entry)) = (row.frozen, row.meeting, row.entry)
        && let Some(entry) = context.meeting_of(meeting)?.entries.get(&entry)
    {
        return Ok(entry.text.clone());
    }
    Ok(row.text.clone())
}

/// An action by its id, its entry's id, or words of its text; else the one at hand.
fn find(context: &Context<'_>, typed: Option<&str>) -> Result<(Id, Id), Stop> {
    let Some(typed) = typed else {
        return at_hand(context);
    };
    if let Ok(id) = typed.trim().parse::<Id>() {
        return by_id(context, id);
    }
    by_words(context, typed)
}

fn at_hand(context: &Context<'_>) -> Result<(Id, Id), Stop> {
    if let Some(action) = context.target.action {
        return by_id(context, action);
    }
    match context.target.entry {
        Some(entry) => by_id(context, entry),
        None => Err(Stop::Usage(Key::ErrorNoAction.into())),
    }
}

fn by_id(context: &Context<'_>, id: Id) -> Result<(Id, Id), Stop> {
    if context.target.network.is_some() || context.target.meeting.is_some() {
        let network = context.network_id()?;
        let actions = &context.network_of(network)?.actions;
        let mut rows = actions.values().filter(|row| !row.removed);
        if let Some(row) = rows.find(|row| row.id == id || row.entry == Some(id)) {
            return Ok((network, row.id));
        }
    }
    match context.answer(Query::Resolve(id.to_string()))? {
        Answer::Resolved(Some(Reference::Action { network, action })) => Ok((*network, *action)),
        _ => Err(Key::ErrorActionGone.into()),
    }
}

/// Words that stand in one action's text only; open ones come before closed ones.
fn by_words(context: &Context<'_>, typed: &str) -> Result<(Id, Id), Stop> {
    let network = context.network_id()?;
    let wanted = fold(typed.trim());
    let mut found = Vec::new();
    for row in context.network_of(network)?.actions.values() {
        if row.removed {
            continue;
        }
        let text = text_of(context, network, row.id)?;
        if !wanted.is_empty() && fold(&text).contains(&wanted) {
            found.push((row.status, row.id, text));
        }
    }
    found.sort();
    let best = found.first().map(|(status, ..)| *status);
    found.retain(|(status, ..)| Some(*status) == best);
    let shown = clean_line(typed);
    match found.as_slice() {
        [(_, action, _)] => Ok((network, *action)),
        [] => Err(Message::new(Key::ErrorActionUnknown)
            .with("typed", shown)
            .into()),
        several => {
            let texts = several.iter().take(6).map(|(.., text)| text.as_str());
            let candidates = texts.collect::<Vec<_>>().join("; ");
            Err(Message::new(Key::ErrorActionSeveral)
                .with("typed", shown)
                .with("candidates", candidates)
                .into())
        }
    }
}
