//! What hands from Vim and Emacs expect of a text: modes, marking by moving, whole paragraphs,
//! and a key that stops whatever was begun.

use crate::app::args::{Arg, ArgKind, Args};
use crate::app::command::{Command, Stop};
use crate::app::context::Context;
use crate::app::editor::edit::Intent;
use crate::app::editor::motion::Motion;
use crate::app::input::{Code, KeyPress};
use crate::app::message::Message;
use crate::app::writing::Seek;
use crate::locale::Key;

use super::text::{MOTIONS, cut, motion};
use super::{field, lookup};

/// Letters are text from now on, unless none may be written here; it says why.
fn begin_typing(context: &mut Context<'_>) {
    context.app.view.inserting = context.app.may_write();
}

const COUNT: &[Arg] = &[Arg::option("count", ArgKind::Number)];
const MOTION: &[Arg] = &[Arg::maybe("motion", ArgKind::Choice(MOTIONS))];

/// The commands of this area.
pub const COMMANDS: &[Command] = &[
    Command::screen("text-normal", &[], |context, _| {
        context.app.unmark();
        context.app.view.inserting = false;
        Ok(())
    }),
    Command::screen("text-insert", MOTION, |context, args| {
        if args.has("motion") {
            let motion = motion(context, args)?;
            context.app.move_caret(motion, false);
        }
        begin_typing(context);
        Ok(())
    }),
    Command::screen("text-open-below", &[], |context, _| {
        context.app.move_caret(Motion::ParagraphEnd, false);
        context.app.enter();
        begin_typing(context);
        Ok(())
    }),
    Command::screen("text-open-above", &[], |context, _| {
        open_above(context);
        begin_typing(context);
        Ok(())
    }),
    Command::screen("text-copy-paragraph", COUNT, |context, args| {
        context.app.copy_paragraphs(count(args)?);
        Ok(())
    }),
    Command::screen("text-cut-paragraph", COUNT, |context, args| {
        context.app.cut_paragraphs(count(args)?);
        Ok(())
    }),
    Command::screen(
        "text-seek",
        &[Arg::word("seek", ArgKind::Choice(Seek::NAMES))],
        |context, args| {
            let seek = lookup::choice(args.get("seek").unwrap_or_default())?;
            context.app.view.awaited = Some(seek);
            Ok(())
        },
    ),
    Command::screen(
        "field-key",
        &[Arg::word("key", ArgKind::Text)],
        |context, args| {
            let typed = args.get("key").unwrap_or_default();
            let key = typed.parse().map_err(|_| Key::ErrorNoCommand)?;
            context.app.press(key);
            Ok(())
        },
    ),
    Command::screen("text-change", MOTION, |context, args| {
        cut(context, args)?;
        context.app.view.inserting = true;
        Ok(())
    }),
    Command::screen("text-change-paragraph", &[], |context, _| {
        context.app.move_caret(Motion::ParagraphStart, false);
        context.app.move_caret(Motion::ParagraphEnd, true);
        if !context.app.copy_marked().is_empty() {
            context.app.change(Intent::DeleteMarked, "text-cut");
        }
        context.app.view.inserting = true;
        Ok(())
    }),
    Command::screen("text-join", &[], |context, _| {
        context.app.move_caret(Motion::ParagraphEnd, false);
        context.app.delete(Motion::Right);
        Ok(())
    }),
    Command::screen("text-put-after", &[], |context, _| {
        put(context, false);
        Ok(())
    }),
    Command::screen("text-put-before", &[], |context, _| {
        put(context, true);
        Ok(())
    }),
    Command::screen("text-mark", &[Arg::flag("paragraph")], |context, args| {
        if args.has("paragraph") {
            context.app.move_caret(Motion::ParagraphStart, false);
        }
        context.app.mark_from_here();
        if args.has("paragraph") {
            context.app.move_caret(Motion::ParagraphEnd, true);
        }
        Ok(())
    }),
    Command::screen("text-unmark", &[], |context, _| {
        context.app.unmark();
        Ok(())
    }),
    Command::screen("cancel", &[], |context, _| {
        match context.app.view.overlays.is_empty() {
            true => context.app.unmark(),
            // It asks before what was typed is gone.
            false => context.app.press(KeyPress::new(Code::Esc)),
        }
        Ok(())
    }),
    Command::screen("saved", &[], |context, _| {
        say_saved(context);
        Ok(())
    }),
];

fn count(args: &Args) -> Result<usize, Stop> {
    Ok(field::given(args, "count", lookup::number)?.unwrap_or(1))
}

fn open_above(context: &mut Context<'_>) {
    context.app.move_caret(Motion::ParagraphStart, false);
    context.app.enter();
    context.app.move_caret(Motion::Left, false);
}

/// Puts in what was cut or copied: a whole paragraph as one, else beside the letter the caret
/// stands on.
fn put(context: &mut Context<'_>, before: bool) {
    let text = context.app.view.clipboard.text().to_owned();
    match (text.strip_suffix('\n'), before) {
        (Some(paragraph), true) => {
            open_above(context);
            context.app.type_text(paragraph);
        }
        (Some(paragraph), false) => {
            context.app.move_caret(Motion::ParagraphEnd, false);
            context.app.type_text(&format!("\n{paragraph}"));
        }
        (None, _) => {
            if !before && !context.app.at_paragraph_end() {
                context.app.move_caret(Motion::Right, false);
            }
            context.app.type_text(&text);
        }
    }
}

/// Saving is never asked for; who asks is told that it is done.
fn say_saved(context: &mut Context<'_>) {
    let time = context.app.view.saving.saved_at;
    let time = time.and_then(|at| chrono::NaiveTime::from_num_seconds_from_midnight_opt(at, 0));
    let said = match time {
        _ if !context.app.is_synced() => Message::new(Key::NoticeSaving),
        Some(time) => {
            let time = time.format("%H.%M.%S").to_string();
            Message::new(Key::NoticeAllSavedAt).with("time", time)
        }
        None => Message::new(Key::NoticeAllSaved),
    };
    context.say(said);
}
