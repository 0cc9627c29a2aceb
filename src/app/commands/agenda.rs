//! The agenda: its items, their order, the recommendation adopted with one key.

use super::{field, lookup, place, terms};
use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::screens::Screen;
use crate::domain::agenda::{AgendaItem, AgendaItemField, ItemKind, Standing};
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::lock;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::{Entry, EntryKind};
use crate::domain::minutes_ops::add_entry;
use crate::domain::pos::Pos;
use crate::domain::role::Role;
use crate::domain::setup::duplicate_item;
use crate::domain::text::{TextField, TextOp, difference};
use crate::locale::{Key, Locale};

const ITEM: Arg = Arg::option("item", ArgKind::Item);
const RESPONSIBLE: Arg = Arg::option("responsible", ArgKind::Party);
const BACKGROUND: Arg = Arg::option("background", ArgKind::LongText);
const RECOMMENDATION: Arg = Arg::option("recommendation", ArgKind::LongText);
const SERVES: Arg = Arg::option("serves", ArgKind::Text);
/// Facts that an item shares with one of a network's template.
pub const KIND: Arg = Arg::option("kind", ArgKind::Choice(ItemKind::NAMES));
/// See [`KIND`].
pub const MINUTES: Arg = Arg::option("minutes", ArgKind::Number);
/// See [`KIND`].
pub const PURPOSE: Arg = Arg::option("purpose", ArgKind::Prose);
/// See [`KIND`].
pub const OUTCOME: Arg = Arg::option("outcome", ArgKind::Prose);
/// See [`KIND`].
pub const STANDING: Arg = Arg::option("standing", ArgKind::Choice(Standing::NAMES));

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "agenda-add",
        scope: Scope::Meeting,
        args: &[
            Arg::word("title", ArgKind::Text),
            KIND,
            MINUTES,
            RESPONSIBLE,
            PURPOSE,
            OUTCOME,
            SERVES,
            BACKGROUND,
            RECOMMENDATION,
            STANDING,
            Arg::flag("closed"),
            Arg::option("after", ArgKind::Number),
        ],
        run: add,
    },
    Command {
        name: "agenda-set",
        scope: Scope::Item,
        args: &[
            ITEM,
            Arg::option("title", ArgKind::Text),
            KIND,
            MINUTES,
            RESPONSIBLE,
            PURPOSE,
            OUTCOME,
            SERVES,
            BACKGROUND,
            RECOMMENDATION,
            STANDING,
            Arg::option("closed", ArgKind::Choice(field::YES_NO)),
        ],
        run: set,
    },
    Command {
        name: "agenda-move",
        scope: Scope::Item,
        args: &[Arg::word("position", ArgKind::Text), ITEM],
        run: shift,
    },
    Command {
        name: "agenda-duplicate",
        scope: Scope::Item,
        args: &[ITEM],
        run: duplicate,
    },
    Command {
        name: "agenda-remove",
        scope: Scope::Item,
        args: &[ITEM],
        run: remove,
    },
    Command {
        name: "recommendation-adopt",
        scope: Scope::Item,
        args: &[ITEM],
        run: adopt,
    },
];

/// The meeting, unless its minutes are approved and its agenda locked with them.
pub fn unlocked<'a>(context: &'a Context<'_>) -> Result<&'a Meeting, Stop> {
    let meeting = context.meeting()?;
    if lock::is_locked(meeting) {
        return Err(Key::ErrorApprovedLocked.into());
    }
    Ok(meeting)
}

/// The item meant, and the meeting's id.
pub fn item_of(context: &Context<'_>, args: &Args) -> Result<(Id, AgendaItem), Stop> {
    let id = lookup::item_or_target(context, args.get("item"))?;
    let meeting = unlocked(context)?;
    match meeting.items.get(&id).filter(|item| !item.removed) {
        Some(item) => Ok((meeting.head.id, item.clone())),
        None => Err(Key::ErrorNoItem.into()),
    }
}

fn rows(meeting: &Meeting) -> place::Rows {
    let agenda = meeting.agenda();
    agenda.iter().map(|row| (row.id, row.pos.clone())).collect()
}

/// The number of the item a new one comes after on the screen: the selected one, but not behind
/// what closes the agenda.
fn after_here(context: &Context<'_>, meeting: &Meeting) -> String {
    let agenda = meeting.agenda();
    let closes = |item: &&&AgendaItem| {
        matches!(
            item.kind,
            ItemKind::AnyOtherBusiness | ItemKind::NextMeeting
        )
    };
    let last = agenda.len() - agenda.iter().rev().take_while(closes).count();
    let selected = context.target.item.and_then(|id| meeting.number_of(id));
    selected.unwrap_or(last).min(last).to_string()
}

/// What a member adds is a proposal; the form of one is shorter.
fn propose(context: &Context<'_>, args: &Args) -> Result<(), Stop> {
    let mut words = vec!["agenda-propose".to_owned()];
    words.extend(args.get("title").map(str::to_owned));
    for name in ["purpose", "minutes"] {
        words.extend(args.get(name).map(|value| format!("--{name}={value}")));
    }
    Err(Stop::Instead(Box::new(Call {
        words,
        target: context.target,
    })))
}

/// The place a new item comes to when none is said.
pub fn place_of_new(context: &Context<'_>, meeting: &Meeting, id: Id) -> Result<Pos, Stop> {
    let after = after_here(context, meeting);
    place::after(&rows(meeting), Some(&after), id)
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    if context.app.session.role == Role::Member {
        return propose(context, args);
    }
    let id = context.new_id();
    let meeting = unlocked(context)?;
    let text = |name: &str| field::text(args, name).unwrap_or_default();
    let after = match args.get("after") {
        None if context.app.interactive => Some(after_here(context, meeting)),
        after => after.map(str::to_owned),
    };
    let owner = |typed: &str| lookup::owner(context, typed);
    let responsible = field::given(args, "responsible", owner)?.unwrap_or_default();
    let serves = terms::served(context, args)?.unwrap_or_default();
    let item = AgendaItem {
        id,
        pos: place::after(&rows(meeting), after.as_deref(), id)?,
        title: field::needed(args, "title")?,
        kind: field::given(args, "kind", lookup::choice)?.unwrap_or_default(),
        standing: field::given(args, "standing", lookup::choice)?.unwrap_or_default(),
        purpose: text("purpose"),
        outcome: text("outcome"),
        serves,
        background: text("background"),
        recommendation: text("recommendation"),
        minutes: field::given(args, "minutes", lookup::number)?,
        responsible,
        closed: args.has("closed"),
        ..AgendaItem::default()
    };
    let meeting = meeting.head.id;
    context.add_to_meeting(meeting, item);
    select(context, meeting, id);
    Ok(())
}

/// Selects an item that is new on the agenda shown.
fn select(context: &mut Context<'_>, meeting: Id, item: Id) {
    if let Screen::Meeting(screen) = &mut context.app.view.screen
        && screen.meeting == meeting
    {
        screen.at_next = false;
        screen.agenda.selected = Some(item);
    }
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, item) = item_of(context, args)?;
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| AgendaItemField::title(&item, to)));
    let kind = field::given(args, "kind", lookup::choice)?;
    changes.extend(kind.map(|to| AgendaItemField::kind(&item, to)));
    let standing = field::given(args, "standing", lookup::choice)?;
    changes.extend(standing.map(|to| AgendaItemField::standing(&item, to)));
    let minutes = field::clearable(args, "minutes", lookup::number)?;
    changes.extend(minutes.map(|to| AgendaItemField::minutes(&item, to)));
    changes.extend(field::text(args, "purpose").map(|to| AgendaItemField::purpose(&item, to)));
    changes.extend(field::text(args, "outcome").map(|to| AgendaItemField::outcome(&item, to)));
    changes.extend(terms::served(context, args)?.map(|to| AgendaItemField::serves(&item, to)));
    let owner = |typed: &str| lookup::owner(context, typed);
    let owner = field::clearable(args, "responsible", owner)?;
    changes.extend(owner.map(|to| AgendaItemField::responsible(&item, to.unwrap_or_default())));
    let closed = field::given(args, "closed", lookup::yes)?;
    changes.extend(closed.map(|to| AgendaItemField::closed(&item, to)));
    context.change_in_meeting(meeting, item.id, field::real(changes));
    let flowing = [
        (
            "background",
            TextField::Background(item.id),
            &item.background,
        ),
        (
            "recommendation",
            TextField::Recommendation(item.id),
            &item.recommendation,
        ),
    ];
    for (name, place, old) in flowing {
        let splice = field::text(args, name).and_then(|new| difference(place, old, &new));
        if let Some(splice) = splice {
            context.edit_text(meeting, TextOp::TextSpliced(splice));
        }
    }
    Ok(())
}

fn shift(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, item) = item_of(context, args)?;
    let rows = rows(context.meeting()?);
    let to = args.get("position").unwrap_or_default();
    if let Some(pos) = place::moved(context, rows, item.id, to)? {
        context.set_in_meeting(meeting, item.id, AgendaItemField::pos(&item, pos));
    }
    Ok(())
}

fn duplicate(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (id, item) = item_of(context, args)?;
    let meeting = context.meeting()?.clone();
    let ops = duplicate_item(&meeting, item.id, &mut || context.new_id());
    context.emit_all(ops);
    let agenda = context.meeting()?.agenda();
    let old = agenda.iter().position(|row| row.id == item.id);
    let copy = old
        .and_then(|index| agenda.get(index + 1))
        .map(|row| row.id);
    if let Some(copy) = copy {
        select(context, id, copy);
    }
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, item) = item_of(context, args)?;
    context.set_in_meeting(meeting, item.id, AgendaItemField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}

/// The language of a meeting's documents.
pub fn documents_locale(context: &Context<'_>, meeting: &Meeting) -> Result<Locale, Stop> {
    let language = match meeting.head.language {
        Some(language) => language,
        None => {
            let network = context.network_of(meeting.head.network)?;
            network.language(context.secretariat()?)
        }
    };
    Ok(Locale::new(language))
}

fn adopt(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (_, item) = item_of(context, args)?;
    let meeting = context.meeting()?.clone();
    if item.recommendation.trim().is_empty() {
        let message = Message::new(Key::ErrorNoRecommendation).with("title", item.title);
        return Err(message.into());
    }
    let locale = documents_locale(context, &meeting)?;
    let text = locale.text(Key::RecommendationAdopted).into_owned();
    let entries = meeting.entries_of(item.id);
    if entries
        .iter()
        .any(|entry| entry.kind == EntryKind::Decision && entry.text == text)
    {
        return Err(Key::ErrorAlreadyAdopted.into());
    }
    let entry = Entry {
        id: context.new_id(),
        item: item.id,
        kind: EntryKind::Decision,
        text,
        by: context.user(),
        at: context.now(),
        ..Entry::default()
    };
    let ops = add_entry(&meeting, entry, &mut || context.new_id());
    context.emit_all(ops);
    Ok(())
}
