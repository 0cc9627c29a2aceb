//! Annexes of agenda items: links, and files of the person's own, kept in the folder.

use super::agenda::item_of;
use super::{field, place};
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::domain::agenda::{Annex, AnnexField};
use crate::domain::draft::mark;
use crate::domain::id::Id;
use crate::domain::meeting::Meeting;
use crate::domain::query::{Answer, Query, Save};
use crate::locale::Key;

const ITEM: Arg = Arg::option("item", ArgKind::Item);

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "annex-add",
        scope: Scope::Item,
        args: &[
            Arg::maybe("title", ArgKind::Text),
            ITEM,
            Arg::option("file", ArgKind::Text),
            Arg::option("link", ArgKind::Text),
        ],
        run: add,
    },
    Command {
        name: "annex-set",
        scope: Scope::Item,
        args: &[
            Arg::word("annex", ArgKind::Text),
            ITEM,
            Arg::option("title", ArgKind::Text),
            Arg::option("link", ArgKind::Text),
        ],
        run: set,
    },
    Command {
        name: "annex-move",
        scope: Scope::Item,
        args: &[
            Arg::word("annex", ArgKind::Text),
            Arg::word("position", ArgKind::Text),
            ITEM,
        ],
        run: shift,
    },
    Command {
        name: "annex-save",
        scope: Scope::Item,
        args: &[
            Arg::word("annex", ArgKind::Text),
            Arg::word("path", ArgKind::Text),
            ITEM,
        ],
        run: save,
    },
    Command {
        name: "annex-remove",
        scope: Scope::Item,
        args: &[Arg::word("annex", ArgKind::Text), ITEM],
        run: remove,
    },
];

fn rows(meeting: &Meeting, item: Id) -> place::Rows {
    let annexes = meeting.annexes_of(item);
    annexes
        .iter()
        .map(|row| (row.id, row.pos.clone()))
        .collect()
}

fn add(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, item) = item_of(context, args)?;
    let named = |name: &str| field::line(args, name).is_some_and(|text| !text.is_empty());
    if context.app.interactive && !named("title") && !named("file") {
        return Err(Stop::Ask("annex-add", args.clone()));
    }
    let link = link(args)?.unwrap_or_default();
    let (file, file_name) = match field::line(args, "file").filter(|path| !path.is_empty()) {
        Some(path) => kept(context, path)?,
        None => Default::default(),
    };
    let title = match field::line(args, "title").filter(|title| !title.is_empty()) {
        None if !file.is_empty() => file_name.clone(),
        _ => field::needed(args, "title")?,
    };
    let id = context.new_id();
    let rows = rows(context.meeting()?, item.id);
    let said = Message::new(Key::AnnexAdded).with("title", title.clone());
    let annex = Annex {
        id,
        item: item.id,
        pos: place::after(&rows, None, id)?,
        title,
        link,
        file,
        file_name,
        ..Annex::default()
    };
    context.add_to_meeting(meeting, annex);
    context.say(said);
    Ok(())
}

/// Hash and name of a file that is now safe in the folder.
///
/// # Errors
/// [`Stop::Need`] until it is; when it cannot be read.
pub fn kept(context: &mut Context<'_>, path: String) -> Result<(String, String), Stop> {
    match context.answer(Query::Keep(path)) {
        Ok(Answer::Kept { hash, name }) => Ok((hash.clone(), name.clone())),
        Ok(_) => Err(Key::ErrorInternal.into()),
        Err(Stop::Fail(why)) => Err(Stop::Fail(why.about("file"))),
        Err(stop) => {
            // It is copied while one goes on typing.
            context.app.tell(Key::AnnexCopying.into());
            Err(stop)
        }
    }
}

/// A link as typed: only those a reader can follow safely.
///
/// # Errors
/// When it is another.
pub fn link(args: &Args) -> Result<Option<String>, Stop> {
    let link = field::line(args, "link");
    let lower = link.as_deref().unwrap_or_default().to_lowercase();
    let known = ["https://", "http://", "mailto:", "www."];
    if lower.is_empty() || known.iter().any(|scheme| lower.starts_with(scheme)) {
        Ok(link)
    } else {
        Err(Key::ErrorLink.into())
    }
}

/// An annex of the item by its letter ("a", "3a"), number, title or id.
fn annex_of(context: &Context<'_>, args: &Args, item: Id) -> Result<Annex, Stop> {
    let meeting = context.meeting()?;
    let annexes = meeting.annexes_of(item);
    let typed = args.get("annex").unwrap_or_default().trim().to_lowercase();
    let number = meeting.number_of(item).unwrap_or_default().to_string();
    let letter = typed.strip_prefix(&number).unwrap_or(&typed);
    let index = match letter.as_bytes() {
        [sign @ b'a'..=b'z'] => Some(usize::from(sign - b'a')),
        _ => typed
            .parse()
            .ok()
            .and_then(|number: usize| number.checked_sub(1)),
    };
    let named = || {
        let is = |row: &&&Annex| row.id.to_string() == typed || row.title.to_lowercase() == typed;
        annexes.iter().find(is)
    };
    match index.and_then(|index| annexes.get(index)).or_else(named) {
        Some(annex) => Ok((*annex).clone()),
        None => Err(Message::new(Key::ErrorNoAnnex).with("typed", typed).into()),
    }
}

fn set(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, item) = item_of(context, args)?;
    let annex = annex_of(context, args, item.id)?;
    let mut changes = Vec::new();
    let title = field::filled(args, "title")?;
    changes.extend(title.map(|to| AnnexField::title(&annex, to)));
    changes.extend(link(args)?.map(|to| AnnexField::link(&annex, to)));
    context.change_in_meeting(meeting, annex.id, field::real(changes));
    Ok(())
}

fn shift(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, item) = item_of(context, args)?;
    let annex = annex_of(context, args, item.id)?;
    let rows = rows(context.meeting()?, item.id);
    let to = args.get("position").unwrap_or_default();
    if let Some(pos) = place::moved(context, rows, annex.id, to)? {
        context.set_in_meeting(meeting, annex.id, AnnexField::pos(&annex, pos));
    }
    Ok(())
}

/// Writes an annex's file to where the person says; from another machine it comes while one goes on typing.
fn save(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, item) = item_of(context, args)?;
    let annex = annex_of(context, args, item.id)?;
    if annex.file.is_empty() {
        return Err(Message::new(Key::ErrorNoFile)
            .with("title", annex.title)
            .into());
    }
    let wanted = Query::Save(Save {
        meeting,
        annex: annex.id,
        file: annex.file,
        name: annex.file_name,
        to: field::needed(args, "path")?,
        content: None,
    });
    let path = match context.answer(wanted) {
        Ok(Answer::Saved(path)) => path.clone(),
        Ok(_) => return Err(Key::ErrorInternal.into()),
        Err(Stop::Fail(why)) => return Err(Stop::Fail(why.about("path"))),
        Err(stop) => {
            context.app.tell(Key::AnnexFetching.into());
            return Err(stop);
        }
    };
    context.say(Message::new(Key::AnnexSaved).with("path", path));
    Ok(())
}

fn remove(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let (meeting, item) = item_of(context, args)?;
    let annex = annex_of(context, args, item.id)?;
    context.set_in_meeting(meeting, annex.id, AnnexField::Removed(mark(true)));
    context.say(Key::Removed);
    Ok(())
}
