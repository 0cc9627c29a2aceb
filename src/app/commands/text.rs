//! The minutes' text: the caret, marking, deleting, the clipboard, kinds of paragraphs.

use crate::app::Call;
use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Scope, Stop};
use crate::app::context::Context;
use crate::app::editor::edit::Intent;
use crate::app::editor::motion::Motion;
use crate::app::writing::Landing;
use crate::domain::minutes::EntryKind;
use crate::domain::minutes_ops::start_next;
use crate::domain::walk::following_item;
use crate::locale::Key;

use super::{line, lookup, queue};

/// Where the caret can go.
pub const MOTIONS: &[&str] = &[
    "left",
    "right",
    "word-left",
    "word-right",
    "word-end",
    "home",
    "end",
    "paragraph-start",
    "paragraph-end",
    "up",
    "down",
    "page-up",
    "page-down",
    "start",
    "finish",
];

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen(
        "text-move",
        &[
            Arg::word("motion", ArgKind::Choice(MOTIONS)),
            Arg::flag("mark"),
        ],
        |context, args| {
            let motion = motion(context, args)?;
            context.app.move_caret(motion, args.has("mark"));
            Ok(())
        },
    ),
    Command::screen(
        "text-delete",
        &[Arg::word("motion", ArgKind::Choice(MOTIONS))],
        |context, args| {
            let motion = motion(context, args)?;
            context.app.delete(motion);
            Ok(())
        },
    ),
    Command::screen("text-enter", &[], |context, _| line::enter(context)),
    Command::screen("text-tab", &[], |context, _| {
        if !(context.app.indent(true) || context.app.next_gap() || context.app.complete_name()) {
            return Err(Key::NoticeNothingToComplete.into());
        }
        Ok(())
    }),
    Command::screen("text-tab-back", &[], |context, _| {
        match context.app.indent(false) || context.app.view.is_normal() {
            true => Ok(()),
            // Outside a list it leads back to the pane before.
            false => Err(Stop::Instead(Box::new(Call {
                words: vec!["pane-back".to_owned()],
                target: context.target,
            }))),
        }
    }),
    Command::screen("text-mark-all", &[], |context, _| {
        context.app.mark_all();
        Ok(())
    }),
    Command::screen(
        "text-copy",
        &[Arg::maybe("motion", ArgKind::Choice(MOTIONS))],
        |context, args| {
            if args.has("motion") {
                let motion = motion(context, args)?;
                context.app.copy_to(motion);
                return Ok(());
            }
            context.app.copy_marked();
            if context.app.is_marking() {
                context.app.unmark();
            }
            Ok(())
        },
    ),
    Command::screen(
        "text-cut",
        &[Arg::maybe("motion", ArgKind::Choice(MOTIONS))],
        cut,
    ),
    Command::screen("text-paste", &[], |context, _| {
        let text = context.app.view.clipboard.text().to_owned();
        context.app.type_text(&text);
        Ok(())
    }),
    Command {
        name: "entry-kind",
        scope: Scope::Entry,
        args: &[Arg::word("kind", ArgKind::Choice(EntryKind::NAMES))],
        run: |context, args| {
            let kind = lookup::choice::<EntryKind>(args.get("kind").unwrap_or_default())?;
            context.app.set_kind_here(kind);
            Ok(())
        },
    },
    Command {
        name: "minutes-write",
        scope: Scope::Meeting,
        args: &[],
        run: |context, _| {
            context.meeting()?;
            let item = context.target.item;
            context.app.write_minutes(item);
            Ok(())
        },
    },
    Command {
        name: "minutes-next-item",
        scope: Scope::Meeting,
        args: &[queue::QUEUE],
        run: next_item,
    },
    Command::screen("minutes-item-down", &[], |context, _| {
        context.app.go_item(true, Landing::GoOn);
        Ok(())
    }),
    Command::screen("minutes-item-up", &[], |context, _| {
        context.app.go_item(false, Landing::GoOn);
        Ok(())
    }),
];

/// The motion a command was given.
pub fn motion(context: &Context<'_>, args: &Args) -> Result<Motion, Stop> {
    let page = context.app.room().height.saturating_sub(1).max(1);
    Ok(match args.get("motion").unwrap_or_default() {
        "left" => Motion::Left,
        "right" => Motion::Right,
        "word-left" => Motion::WordLeft,
        "word-right" => Motion::WordRight,
        "word-end" => Motion::WordEnd,
        "home" => Motion::Home,
        "end" => Motion::End,
        "paragraph-start" => Motion::ParagraphStart,
        "paragraph-end" => Motion::ParagraphEnd,
        "up" => Motion::Up,
        "down" => Motion::Down,
        "page-up" => Motion::PageUp(page),
        "page-down" => Motion::PageDown(page),
        "start" => Motion::DocumentStart,
        "finish" => Motion::DocumentEnd,
        _ => return Err(Key::ErrorNoCommand.into()),
    })
}

/// Cuts what is marked, or from the caret to where a motion leads: over letters and words within
/// the paragraph; to a paragraph's end from there, what follows is joined.
pub fn cut(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    if args.has("motion") && !context.app.is_marking() {
        let motion = motion(context, args)?;
        let inside = matches!(
            motion,
            Motion::Left | Motion::Right | Motion::WordLeft | Motion::WordRight | Motion::WordEnd
        );
        if !context.app.mark_to(motion, inside) {
            return Ok(());
        }
        if motion == Motion::ParagraphEnd && context.app.copy_marked().is_empty() {
            context.app.delete(Motion::Right);
            return Ok(());
        }
    }
    if !context.app.copy_marked().is_empty() {
        context.app.change(Intent::DeleteMarked, "text-cut");
    }
    Ok(())
}

/// Ends this item's time, starts the next item's, and goes there.
fn next_item(context: &mut Context<'_>, args: &Args) -> Result<(), Stop> {
    let id = context.meeting_id()?;
    let at = context.now();
    let next = following_item(context.meeting()?).map(|(_, item)| item.id);
    let app = &mut *context.app;
    let session = &mut app.session;
    let ops = app
        .docs
        .meeting(id)
        .and_then(|meeting| start_next(meeting, at, &mut || session.new_id()));
    let (Some(next), Some(ops)) = (next, ops) else {
        return Err(Key::NoticeNoNextItem.into());
    };
    let Some(left) = queue::before_next(context, args, &["minutes-next-item"])? else {
        return Ok(());
    };
    context.emit_all(ops);
    context.emit_all(left);
    context.app.finish("minutes-next-item");
    if context.app.desk().is_some() {
        context.app.write_minutes(Some(next));
    }
    Ok(())
}
